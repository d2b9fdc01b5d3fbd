//! Look-ups of a portfolio: they follow every record that comes, moves or goes, and nothing else.

use portfolio::fixture::draw;
use portfolio::model::{
    Change, Diff, ElementId, ElementKind, LinkId, PlacementId, Portfolio, ReadingId, Record,
    StatusId,
};

fn clinic() -> Portfolio {
    draw(
        r#"
        objective  wait "Wait"
        objective  calm "Calm"
        initiative desk "Desks" -> wait -> calm
        initiative lake "Lake" archived=2026-01-01 -> wait
        indicator  mins "Minutes" measures wait
        indicator  more "More"
        reading    mins 2026-09-30 31 id=r2
        reading    mins 2026-08-31 32 id=r1
        status     desk 2026-10-30 it green id=s1
        status     desk 2026-09-30 it red id=s0
        canvas     map "Map" shows=wait,desk
        canvas     new "New" shows=desk
        "#,
    )
    .unwrap()
    .portfolio()
}

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

/// All that is looked up for one element.
fn around(portfolio: &Portfolio, name: &str) -> String {
    let of = id(name);
    let text = |ids: Vec<String>| ids.join(" ");
    format!(
        "from {} | to {} | readings {} | reports {} | places {}",
        text(
            portfolio
                .links_from(&of)
                .map(|it| it.id.to_string())
                .collect()
        ),
        text(
            portfolio
                .links_to(&of)
                .map(|it| it.id.to_string())
                .collect()
        ),
        text(
            portfolio
                .readings_of(&of)
                .map(|it| it.id.to_string())
                .collect()
        ),
        text(
            portfolio
                .statuses_of(&of)
                .map(|it| it.id.to_string())
                .collect()
        ),
        text(
            portfolio
                .placements_of(&of)
                .map(|it| it.id.to_string())
                .collect()
        ),
    )
}

/// The same portfolio with one record in another state.
fn with(portfolio: &Portfolio, before: Option<Record>, after: Option<Record>) -> Portfolio {
    let mut then = portfolio.clone();
    then.apply(&Diff {
        changes: vec![Change { before, after }],
    });
    let anew = Portfolio::from_records(then.records());
    assert!(anew == then, "look-ups and records differ");
    then
}

#[test]
fn everything_around_an_element_is_found_in_the_order_of_ids() {
    let portfolio = clinic();
    for (name, expected) in [
        (
            "desk",
            "from desk..calm desk..wait | to  | readings  | reports s0 s1 | places map.desk new.desk",
        ),
        (
            "wait",
            "from  | to desk..wait lake..wait mins.measures.wait | readings  | reports  | places map.wait",
        ),
        (
            "mins",
            "from mins.measures.wait | to  | readings r1 r2 | reports  | places ",
        ),
        ("more", "from  | to  | readings  | reports  | places "),
        ("gone", "from  | to  | readings  | reports  | places "),
    ] {
        assert_eq!(around(&portfolio, name), expected, "{name}");
    }
}

#[test]
fn a_link_that_gets_other_ends_is_found_there_and_no_longer_where_it_was() {
    let portfolio = clinic();
    let mut link = portfolio.link(&LinkId::new("desk..wait")).unwrap().clone();
    let before = Some(Record::Link(link.clone()));
    link.from = id("lake");
    link.to = id("calm");
    let then = with(&portfolio, before, Some(Record::Link(link)));
    assert!(around(&then, "desk").starts_with("from desk..calm | "));
    assert!(around(&then, "lake").starts_with("from desk..wait lake..wait | "));
    assert!(around(&then, "wait").contains("to lake..wait mins.measures.wait | "));
    assert!(around(&then, "calm").contains("to desk..calm desk..wait | "));
}

#[test]
fn evidence_and_cards_that_move_are_found_where_they_moved_to() {
    let portfolio = clinic();
    let mut reading = portfolio.reading(&ReadingId::new("r1")).unwrap().clone();
    let before = Some(Record::Reading(reading.clone()));
    reading.indicator = id("more");
    let then = with(&portfolio, before, Some(Record::Reading(reading)));
    assert!(around(&then, "mins").contains("readings r2 |"));
    assert!(around(&then, "more").contains("readings r1 |"));

    let mut status = portfolio.status(&StatusId::new("s0")).unwrap().clone();
    let before = Some(Record::StatusReport(status.clone()));
    status.element = id("wait");
    let then = with(&portfolio, before, Some(Record::StatusReport(status)));
    assert!(around(&then, "desk").contains("reports s1 |"));
    assert!(around(&then, "wait").contains("reports s0 |"));

    let mut place = portfolio
        .placements()
        .find(|it| it.id == PlacementId::new("new.desk"))
        .unwrap()
        .clone();
    let before = Some(Record::Placement(place.clone()));
    place.element = id("calm");
    let then = with(&portfolio, before, Some(Record::Placement(place)));
    assert!(around(&then, "desk").ends_with("places map.desk"));
    assert!(around(&then, "calm").ends_with("places new.desk"));
}

#[test]
fn each_record_that_goes_is_found_nowhere_and_leaves_the_others() {
    let portfolio = clinic();
    for record in portfolio.records() {
        let before = portfolio.current(&record);
        assert_eq!(before.as_ref(), Some(&record));
        let then = with(&portfolio, Some(record.clone()), None);
        match &record {
            // There is always one settings record; what goes is what it says.
            Record::Settings(_) => {
                assert_eq!(then.settings(), &portfolio::model::Settings::default())
            }
            _ => assert_eq!(then.current(&record), None, "{}", record.id()),
        }
        let back = with(&then, None, Some(record));
        assert!(back == portfolio);
    }
}

#[test]
fn of_two_records_with_one_id_the_later_counts_and_nothing_is_found_twice() {
    let portfolio = clinic();
    let mut records = portfolio.records();
    let mut twin = portfolio.link(&LinkId::new("desk..wait")).unwrap().clone();
    twin.to = id("calm");
    twin.from = id("lake");
    records.push(Record::Link(twin));
    let read = Portfolio::from_records(records);
    assert_eq!(read.links().count(), portfolio.links().count());
    assert!(around(&read, "desk").starts_with("from desk..calm | "));
    assert!(around(&read, "lake").starts_with("from desk..wait lake..wait | "));
}

#[test]
fn the_order_in_which_records_are_given_makes_no_difference() {
    let portfolio = clinic();
    let mut records = portfolio.records();
    records.reverse();
    assert!(Portfolio::from_records(records.clone()) == portfolio);
    records.rotate_left(7);
    let mut one_by_one = Portfolio::default();
    for record in records {
        one_by_one.apply(&Diff {
            changes: vec![Change {
                before: None,
                after: Some(record),
            }],
        });
    }
    assert!(one_by_one == portfolio);
}

#[test]
fn what_was_put_away_is_of_its_kind_and_not_among_the_living() {
    let portfolio = clinic();
    let ids = |all: &mut dyn Iterator<Item = &portfolio::model::Element>| -> Vec<String> {
        all.map(|it| it.id.to_string()).collect()
    };
    assert_eq!(
        ids(&mut portfolio.of_kind(ElementKind::Initiative)),
        ["desk", "lake"]
    );
    assert_eq!(ids(&mut portfolio.live(ElementKind::Initiative)), ["desk"]);
    assert_eq!(ids(&mut portfolio.live(ElementKind::Team)), [""; 0]);
    let all: usize = ElementKind::ALL
        .into_iter()
        .map(|it| portfolio.of_kind(it).count())
        .sum();
    assert_eq!(
        all,
        portfolio.elements().count(),
        "every element is of one kind"
    );
}
