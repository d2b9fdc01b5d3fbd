//! What people said and decided: which report is the latest, when something was delivered, who decided about whom.

use super::*;
use crate::model::{Lens, Status};

fn delivery(lines: &str) -> Option<Status> {
    let drawing = format!("as_of 2026-11-22\ninitiative i \"I\"\n{lines}");
    look(&drawing, |ctx| ctx.delivery_status(number(ctx, "i")))
}

#[test]
fn the_latest_report_of_the_delivering_side_speaks_and_the_business_only_where_it_is_silent() {
    for (lines, status) in [
        ("", None),
        (
            "status i 2026-10-01 it green\nstatus i 2026-11-01 it red",
            Some(Status::Red),
        ),
        (
            "status i 2026-11-01 it red\nstatus i 2026-10-01 it green",
            Some(Status::Red),
        ),
        (
            "status i 2026-11-22 it amber\nstatus i 2026-11-23 it red",
            Some(Status::Amber),
        ),
        ("status i 2026-10-01 business red", Some(Status::Red)),
        (
            "status i 2026-01-01 it green\nstatus i 2026-11-01 business red",
            Some(Status::Green),
        ),
        // Who reports without a rating does not take the last one back.
        (
            "status i 2026-10-01 it green\nstatus i 2026-11-01 it -",
            Some(Status::Green),
        ),
        // One without a date is older than any with one.
        (
            "status i - it red\nstatus i 2020-01-01 it green",
            Some(Status::Green),
        ),
        (
            "status i 2020-01-01 it green\nstatus i - it red",
            Some(Status::Green),
        ),
        (
            "status i - it red\nstatus i - it amber",
            Some(Status::Amber),
        ),
        ("status i - it red", Some(Status::Red)),
        // Two of one day: the later one in the order of their ids.
        (
            "status i 2026-11-01 it red id=s2\nstatus i 2026-11-01 it green id=s1",
            Some(Status::Red),
        ),
    ] {
        assert_eq!(delivery(lines), status, "{lines}");
    }
}

#[test]
fn reports_are_told_oldest_first_until_the_day_of_the_check() {
    let drawing = r#"
        as_of 2026-11-22
        initiative i "I"
        status i 2026-11-22 it green "today"
        status i 2026-01-05 business red "first"
        status i 2026-11-23 it red "tomorrow"
        status i - it amber "undated"
        status i 2026-06-01 it - "no rating"
    "#;
    look(drawing, |ctx| {
        let all = ctx.reports(number(ctx, "i"));
        let said: Vec<&str> = all.iter().map(|(_, it)| it.said.as_str()).collect();
        assert_eq!(said, ["first", "no rating", "today"]);
        let business = ctx.report_of(number(ctx, "i"), Lens::Business).unwrap();
        assert_eq!(business.said, "first");
    });
}

#[test]
fn work_is_delivered_on_the_day_written_down_or_at_its_end_when_it_is_said_to_be() {
    for (fields, on) in [
        ("delivered_on=2026-05-01", Some("2026-05-01")),
        (
            "delivered_on=2026-05-01 state=active end=2027-01-01",
            Some("2026-05-01"),
        ),
        ("delivered_on=2026-11-22", Some("2026-11-22")),
        ("delivered_on=2026-11-23", None),
        ("state=delivered end=2026-03-31", Some("2026-03-31")),
        ("state=delivered end=2026-12-31", None),
        ("state=delivered", None),
        ("state=active end=2026-03-31", None),
        (
            "state=delivered end=2026-03-31 delivered_on=not_reported:?",
            Some("2026-03-31"),
        ),
    ] {
        let drawing = format!("as_of 2026-11-22\ninitiative i \"I\" {fields}\nobjective o \"O\"");
        look(&drawing, |ctx| {
            assert_eq!(ctx.delivered_on(number(ctx, "i")), on.map(day), "{fields}");
            assert_eq!(ctx.delivered_on(number(ctx, "o")), None);
        });
    }
}

#[test]
fn decisions_are_told_in_the_order_of_their_days() {
    let drawing = r#"
        as_of 2026-11-22
        objective a "A"
        decision  z "First" decided=2026-01-01 cites a
        decision  y "Today" decided=2026-11-22 cites a
        decision  x "Tomorrow" decided=2026-11-23 cites a
        decision  w "No day" cites a
        decision  v "Of something else" decided=2026-06-01
    "#;
    look(drawing, |ctx| {
        let titles = |all: Vec<(Date, usize, &Element, _)>| {
            all.into_iter()
                .map(|(_, n, ..): (_, _, _, &crate::model::Decision)| ids(ctx, &[n]))
                .collect::<Vec<_>>()
        };
        assert_eq!(titles(ctx.decisions()), ["z", "v", "y"]);
        assert_eq!(titles(ctx.decisions_on(number(ctx, "a"))), ["z", "y"]);
    });
}

#[test]
fn two_sides_are_arbitrated_by_one_decision_that_cites_both_and_is_made() {
    for (decisions, arbitrated) in [
        ("", false),
        ("decision d \"D\" decided=2026-11-22 cites a cites b", true),
        ("decision d \"D\" decided=2026-11-23 cites a cites b", false),
        ("decision d \"D\" cites a cites b", true),
        (
            "decision d \"D\" decided=2026-01-01 cites a\ndecision e \"E\" decided=2026-01-01 cites b",
            false,
        ),
        (
            "decision d \"D\" decided=2026-01-01 cites a cites b archived=2026-10-01",
            false,
        ),
    ] {
        let drawing =
            format!("as_of 2026-11-22\nobjective a \"A\"\nobjective b \"B\"\n{decisions}");
        look(&drawing, |ctx| {
            let (a, b) = ([number(ctx, "a")], [number(ctx, "b")]);
            assert_eq!(ctx.is_arbitrated(&a, &b), arbitrated, "{decisions}");
            assert!(!ctx.is_arbitrated(&a, &[]), "{decisions}");
        });
    }
}

#[test]
fn a_person_is_known_by_name_whatever_its_case_and_blanks_until_they_leave() {
    let drawing = r#"
        as_of 2026-11-22
        person a "Zoé Lefèvre"
        person b "Ben Cole" archived=2026-11-22
        person c "Cy Dunn" archived=2026-11-23
        team   d "Dee Eads"
    "#;
    look(drawing, |ctx| {
        assert!(ctx.person("  ZOÉ LEFÈVRE ").is_some());
        assert!(
            ctx.person("Zoe Lefevre").is_none(),
            "an accent is part of a name"
        );
        assert!(ctx.person("Dee Eads").is_none());
        assert!(ctx.person("").is_none());
        let left = |name| ctx.person_who_left(name).map(|(_, on)| on);
        assert_eq!(left("ben cole"), Some(day("2026-11-22")));
        assert_eq!(left("Cy Dunn"), None, "who leaves tomorrow is still here");
        assert_eq!(left("Zoé Lefèvre"), None);
    });
}

#[test]
fn an_element_comes_from_the_source_that_was_imported_last() {
    let drawing = r#"
        as_of 2026-11-22
        source pmo "Register"
        source erp "Ledger"
        source old "Never imported"
        import pmo 2026-10-01
        import pmo 2026-11-02
        import pmo 2026-12-01
        import erp 2026-11-01
        initiative a "A" key=pmo:1 key=erp:1
        initiative b "B" key=erp:2
        initiative c "C" key=old:3
        initiative d "D"
    "#;
    look(drawing, |ctx| {
        let origin = |id| ctx.origin(ctx.element(number(ctx, id)));
        assert_eq!(origin("a"), Some(("Register", Some(day("2026-11-02")))));
        assert_eq!(origin("b"), Some(("Ledger", Some(day("2026-11-01")))));
        assert_eq!(origin("c"), Some(("Never imported", None)));
        assert_eq!(origin("d"), None);
        assert_eq!(
            ctx.imports().count(),
            3,
            "what is imported after the check is not there yet"
        );
    });
}
