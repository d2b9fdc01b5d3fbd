//! The line: which links carry it, who stands above and below, and the ways between.

use super::*;
use crate::model::LinkKind;

/// Two ways up from the desk, one of them over a change and an outcome; a programme with parts; harm and hope.
const CLINIC: &str = r#"
    driver     age  "Twice as many patients over 80" reference="Census 2025"
    priority   care "Care without waiting" because age
    objective  wait "Wait under 20 minutes" weight=30 -> care
    objective  cost "Cost per visit"
    outcome    calm "Arrivals are spread" -> wait
    change     book "People book a slot" -> calm
    initiative desk "Check-in desks" -> wait -> book
    initiative shop "Programme" -> cost
    initiative part "Its part" part_of shop
    initiative bit  "Part of the part" part_of part -> wait
    initiative hope "Only proposed" ~> wait
    initiative harm "Harms" -> cost (sign=harms)
    system     kios "Kiosks" -> desk
    indicator  mins "Minutes" measures wait
"#;

fn above(drawing: &str, id: &str) -> String {
    look(drawing, |ctx| ids(ctx, &ctx.above(number(ctx, id))))
}

fn below(drawing: &str, id: &str) -> String {
    look(drawing, |ctx| ids(ctx, &ctx.below(number(ctx, id))))
}

#[test]
fn everything_above_comes_nearest_first_and_once() {
    assert_eq!(above(CLINIC, "desk"), "book wait calm care age");
    assert_eq!(above(CLINIC, "kios"), "desk book wait calm care age");
    assert_eq!(above(CLINIC, "bit"), "wait part care shop age cost");
    assert_eq!(above(CLINIC, "age"), "");
}

#[test]
fn everything_below_comes_nearest_first_and_measures_are_no_way() {
    assert_eq!(below(CLINIC, "wait"), "bit calm desk book kios");
    assert_eq!(below(CLINIC, "cost"), "shop part bit");
    assert_eq!(below(CLINIC, "mins"), "");
}

#[test]
fn a_contribution_carries_the_line_on_the_days_it_is_valid_and_only_when_accepted_and_helping() {
    for (bracket, carries) in [
        ("", true),
        ("(state=proposed)", false),
        ("(state=disputed)", false),
        ("(state=retired)", false),
        ("(sign=harms)", false),
        ("(from=2026-11-22)", true),
        ("(from=2026-11-23)", false),
        ("(until=2026-11-22)", true),
        ("(until=2026-11-21)", false),
        ("(from=2026-01-01 until=2026-12-31)", true),
    ] {
        let drawing =
            format!("as_of 2026-11-22\nobjective o \"O\"\ninitiative i \"I\" -> o {bracket}");
        assert_eq!(above(&drawing, "i") == "o", carries, "{bracket}");
        assert_eq!(below(&drawing, "o") == "i", carries, "{bracket}");
    }
}

#[test]
fn links_that_only_describe_carry_no_line() {
    for link in [
        "depends_on",
        "rests_on",
        "conflicts_with",
        "cites",
        "measures",
    ] {
        let drawing = format!("objective o \"O\"\ninitiative i \"I\" {link} o");
        assert_eq!(above(&drawing, "i"), "", "{link}");
    }
    for link in ["because", "part_of", "->"] {
        let drawing = format!("objective o \"O\"\ninitiative i \"I\" {link} o");
        assert_eq!(above(&drawing, "i"), "o", "{link}");
    }
}

#[test]
fn what_was_put_away_is_no_way_and_no_neighbour() {
    let drawing = r#"
        objective  o "O"
        change     c "C" -> o archived=2026-10-01
        initiative i "I" -> c
        indicator  k "K" measures o archived=2026-10-01
        person     p "Ann" archived=2026-10-01
    "#;
    look(drawing, |ctx| {
        assert!(ctx.number(&ElementId::new("c")).is_none());
        assert!(ctx.up(number(ctx, "i")).is_empty());
        assert_eq!(ctx.links_from(number(ctx, "i")).count(), 0);
        assert!(ctx.indicators(number(ctx, "o")).is_empty());
        assert!(ctx.person("Ann").is_none());
        assert_eq!(ctx.elements().count(), 2);
        assert_eq!(ctx.len(), 5, "its number stays taken");
    });
}

#[test]
fn a_circle_of_links_ends_where_it_began() {
    let drawing = r#"
        objective  a "A" -> b
        objective  b "B" -> c
        objective  c "C" -> a
        initiative i "I" -> a
    "#;
    assert_eq!(above(drawing, "a"), "b c");
    assert_eq!(above(drawing, "i"), "a b c");
    assert_eq!(below(drawing, "a"), "c i b");
    look(drawing, |ctx| {
        let all = ctx.path(number(ctx, "b"), number(ctx, "a")).unwrap();
        assert_eq!(
            all.iter().map(|it| ids(ctx, &[it.to])).collect::<Vec<_>>(),
            ["c", "a"]
        );
        assert_eq!(
            ctx.nearest_above(number(ctx, "a"), ElementKind::Priority),
            None
        );
    });
}

#[test]
fn an_element_serves_what_it_and_its_parts_lead_to() {
    look(CLINIC, |ctx| {
        let objectives = |id| ids(ctx, &ctx.objectives_of(number(ctx, id)));
        assert_eq!(objectives("desk"), "wait");
        assert_eq!(objectives("shop"), "cost wait");
        assert_eq!(objectives("bit"), "wait cost");
        assert_eq!(objectives("hope"), "");
        assert_eq!(objectives("harm"), "");
    });
}

#[test]
fn the_initiatives_of_an_objective_are_those_on_any_way_to_it() {
    look(CLINIC, |ctx| {
        let work = |id| ids(ctx, &ctx.initiatives_of(number(ctx, id)));
        assert_eq!(work("wait"), "bit desk");
        assert_eq!(work("cost"), "shop part bit");
        assert_eq!(work("kios"), "");
        assert_eq!(
            ids(
                ctx,
                &ctx.below_of_kind(number(ctx, "care"), ElementKind::System)
            ),
            "kios"
        );
        assert_eq!(
            ids(
                ctx,
                &ctx.above_of_kind(number(ctx, "kios"), ElementKind::Initiative)
            ),
            "desk"
        );
    });
}

#[test]
fn the_nearest_of_a_kind_is_counted_in_steps_over_the_shortest_way() {
    look(CLINIC, |ctx| {
        let near = |id, kind| {
            let found = ctx.nearest_above(number(ctx, id), kind);
            found.map(|(n, steps)| (ids(ctx, &[n]), steps))
        };
        assert_eq!(
            near("desk", ElementKind::Objective),
            Some(("wait".to_owned(), 1))
        );
        assert_eq!(
            near("book", ElementKind::Objective),
            Some(("wait".to_owned(), 2))
        );
        assert_eq!(
            near("kios", ElementKind::Driver),
            Some(("age".to_owned(), 4))
        );
        assert_eq!(
            near("wait", ElementKind::Objective),
            None,
            "an element is not above itself"
        );
    });
}

#[test]
fn a_path_names_each_step_with_its_link_and_there_is_none_the_other_way_round() {
    look(CLINIC, |ctx| {
        let path = |from, to| {
            let steps = ctx.path(number(ctx, from), number(ctx, to))?;
            Some(
                steps
                    .iter()
                    .map(|it| it.link.id.to_string())
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        };
        assert_eq!(
            path("kios", "care").as_deref(),
            Some("kios..desk desk..wait wait..care")
        );
        assert_eq!(
            path("bit", "cost").as_deref(),
            Some("bit.part_of.part part.part_of.shop shop..cost")
        );
        assert_eq!(path("care", "kios"), None);
        assert_eq!(path("hope", "wait"), None);
        assert_eq!(path("wait", "wait").as_deref(), Some(""));
    });
}

#[test]
fn steps_are_counted_from_the_nearest_of_several_starts() {
    look(CLINIC, |ctx| {
        let starts = [number(ctx, "wait"), number(ctx, "shop")];
        let steps = ctx.steps_below(starts);
        let of = |id| steps[number(ctx, id)];
        assert_eq!(
            (of("wait"), of("desk"), of("kios"), of("bit")),
            (Some(0), Some(1), Some(2), Some(1))
        );
        assert_eq!((of("care"), of("cost"), of("hope")), (None, None, None));
    });
}

#[test]
fn wholes_are_followed_upwards_and_parts_downwards_without_end_in_a_circle() {
    look(CLINIC, |ctx| {
        let wholes: Vec<usize> = ctx.wholes(number(ctx, "bit")).collect();
        assert_eq!(ids(ctx, &wholes), "part shop");
        assert_eq!(ids(ctx, &ctx.parts(number(ctx, "shop"))), "part bit");
        assert_eq!(ctx.wholes(number(ctx, "shop")).count(), 0);
    });
    let circle = "initiative a \"A\" part_of b\ninitiative b \"B\" part_of a";
    look(circle, |ctx| {
        let wholes: Vec<usize> = ctx.wholes(number(ctx, "a")).collect();
        assert_eq!(ids(ctx, &wholes), "b");
        assert_eq!(ids(ctx, &ctx.parts(number(ctx, "a"))), "b");
    });
}

#[test]
fn a_reference_is_answered_only_to_the_driver_that_the_element_itself_names() {
    let drawing = r#"
        driver     law  "Act" reference="Act 2025-114"
        driver     mood "A mood"
        driver     gap  "Withheld" reference=withheld:nfp
        driver     void "Blank" reference=" "
        priority   care "Care" because law
        initiative a "A" because law
        initiative b "B" because mood
        initiative c "C" -> care
        initiative d "D" because gap
        initiative e "E" because void
        initiative f "F" -> law
    "#;
    look(drawing, |ctx| {
        let answers: Vec<&str> = ["a", "b", "c", "d", "e", "f", "care"]
            .into_iter()
            .filter(|id| ctx.answers_a_reference(number(ctx, id)))
            .collect();
        assert_eq!(answers, ["a", "care"]);
    });
}

#[test]
fn links_are_told_by_kind_from_either_end_also_where_they_do_not_count() {
    look(CLINIC, |ctx| {
        let to = |id, kind| {
            ctx.linked_to(number(ctx, id), kind)
                .map(|(n, _)| ids(ctx, &[n]))
                .collect::<Vec<_>>()
        };
        assert_eq!(to("wait", LinkKind::Measures), ["mins"]);
        assert_eq!(
            to("wait", LinkKind::Contribution),
            ["bit", "calm", "desk", "hope"]
        );
        let from: Vec<usize> = ctx
            .linked_from(number(ctx, "part"), LinkKind::PartOf)
            .map(|(n, _)| n)
            .collect();
        assert_eq!(ids(ctx, &from), "shop");
        let contributions = ctx.contributions_down(number(ctx, "wait")).count();
        assert_eq!(contributions, 3, "the proposed one does not count");
        assert_eq!(
            ctx.contributions_up(number(ctx, "part")).count(),
            0,
            "being a part is no contribution"
        );
    });
}
