//! What records name of others: the one list that documents, merges and salvage ask.

use portfolio::fixture::draw;
use portfolio::model::{Noun, Portfolio, Record, Reference, Want};

fn clinic() -> Portfolio {
    draw(
        r#"
        source     pmo  "Register"
        import     pmo  2026-11-02
        objective  wait "Wait" why="W" proof=mins
        objective  calm "Calm" conflicts_with wait (guard_rail=mins)
        initiative desk "Desks" -> wait (expects=-3 on=mins assumptions=come,trus)
        indicator  mins "Minutes" measures wait
        assumption come "They come"
        assumption trus "They trust"
        decision   go   "Go" premises=r1,r2 cites desk
        reading    mins 2026-09-30 31 id=r1 source=pmo
        reading    mins 2026-10-31 30 id=r2
        status     desk 2026-10-30 it green id=s1 source=pmo
        waive      D103 desk "Known" by=Ann
        waive      D201 desk..wait "Known" by=Ann
        canvas     map  "Map" shows=wait
        "#,
    )
    .unwrap()
    .portfolio()
}

/// `field[at] id want!`, with `!` for what the record cannot stand without.
fn told(it: &Reference<'_>) -> String {
    let at = it.at.map(|at| format!("[{at}]")).unwrap_or_default();
    let mark = if it.needed { "!" } else { "" };
    format!("{}{at} {} {:?}{mark}", it.field, it.id, it.want)
}

#[test]
fn every_id_that_a_record_names_is_listed_with_its_place_and_what_must_stand_there() {
    let portfolio = clinic();
    let mut lines: Vec<String> = Vec::new();
    for record in portfolio.records() {
        let named = record.references();
        if !named.is_empty() {
            let named: Vec<String> = named.iter().map(told).collect();
            lines.push(format!("{}: {}", record.id(), named.join(", ")));
        }
    }
    let expected = "\
go: premises[0] r1 Reading, premises[1] r2 Reading
wait: why.proof mins Element
calm.conflicts_with.wait: from calm Element!, to wait Element!, guard_rail mins Indicator
desk..wait: from desk Element!, to wait Element!, assumptions[0] come Assumption, assumptions[1] trus Assumption, expects.indicator mins Indicator
go.cites.desk: from go Element!, to desk Element!
mins.measures.wait: from mins Element!, to wait Element!
map.wait: canvas map Canvas!, element wait Element!
r1: indicator mins Indicator!, source pmo Source
r2: indicator mins Indicator!
s1: element desk Element!, source pmo Source
import-1: source pmo Source!
waiver-16: subject desk Subject!
waiver-17: subject desk..wait Subject!";
    assert_eq!(lines.join("\n"), expected);
    for record in portfolio.records() {
        assert!(record.references().iter().all(|it| portfolio.has(it)));
    }
}

#[test]
fn what_is_wanted_must_be_of_the_right_noun_and_kind() {
    let portfolio = clinic();
    let of = |id, want| Reference {
        field: "x",
        at: None,
        id,
        want,
        needed: true,
    };
    for (id, want, there) in [
        ("desk", Want::Element, true),
        ("desk", Want::Indicator, false),
        ("desk", Want::Assumption, false),
        ("mins", Want::Indicator, true),
        ("mins", Want::Assumption, false),
        ("come", Want::Assumption, true),
        ("come", Want::Indicator, false),
        ("r1", Want::Reading, true),
        ("r1", Want::Element, false),
        ("mins", Want::Reading, false),
        ("map", Want::Canvas, true),
        ("desk", Want::Canvas, false),
        ("pmo", Want::Source, true),
        ("map", Want::Source, false),
        ("desk", Want::Subject, true),
        ("desk..wait", Want::Subject, true),
        ("r1", Want::Subject, false),
        ("gone", Want::Element, false),
        ("gone", Want::Subject, false),
    ] {
        assert_eq!(portfolio.has(&of(id, want)), there, "{id} as {want:?}");
        // The same is said of single records, for whoever has no portfolio yet.
        let all = portfolio.records();
        let meets = all
            .iter()
            .filter(|it| want.nouns().contains(&it.noun()) && it.id().as_str() == id);
        assert_eq!(
            meets.clone().any(|it| want.meets(it)),
            there,
            "{id} as {want:?}"
        );
    }
}

/// What is left of a record when one id is nowhere.
fn without<'a>(
    portfolio: &'a Portfolio,
    gone: &'a str,
) -> impl Iterator<Item = (Record, Option<Record>)> + 'a {
    portfolio.records().into_iter().map(move |record| {
        let left = record.clone().standing(|it| it.id != gone);
        (record, left)
    })
}

#[test]
fn a_record_that_needs_what_is_gone_cannot_stand_and_the_others_only_let_go_of_it() {
    let portfolio = clinic();
    for (gone, falls, changes) in [
        (
            "mins",
            &["mins.measures.wait", "r1", "r2"][..],
            &["wait", "calm.conflicts_with.wait", "desk..wait"][..],
        ),
        ("come", &[], &["desk..wait"]),
        ("r1", &[], &["go"]),
        ("pmo", &["import-1"], &["r1", "s1"]),
        ("map", &["map.wait"], &[]),
        ("desk..wait", &["waiver-17"], &[]),
        ("nobody", &[], &[]),
    ] {
        let mut fell = Vec::new();
        let mut changed = Vec::new();
        for (record, left) in without(&portfolio, gone) {
            match left {
                None => fell.push(record.id().to_string()),
                Some(left) if left != record => changed.push(record.id().to_string()),
                Some(_) => {}
            }
        }
        assert_eq!(
            (fell, changed),
            (
                falls.iter().map(|it| (*it).to_owned()).collect(),
                changes.iter().map(|it| (*it).to_owned()).collect()
            ),
            "{gone}"
        );
    }
}

#[test]
fn what_lets_go_of_a_mention_keeps_everything_else_it_says() {
    let portfolio = clinic();
    let lines: Vec<String> = without(&portfolio, "mins")
        .filter_map(|(record, left)| Some((record, left?)))
        .filter(|(record, left)| record != left)
        .flat_map(|(before, after)| {
            let change = portfolio::model::Change {
                before: Some(before),
                after: Some(after),
            };
            crate::told::diff(&portfolio::model::Diff {
                changes: vec![change],
            })
        })
        .collect();
    assert_eq!(
        lines,
        [
            "~ element wait why.proof: \"mins\" → none",
            "~ link calm.conflicts_with.wait guard_rail: \"mins\" → none",
            "~ link desk..wait expects: {indicator: \"mins\", likely: -3.0} → none",
        ]
    );
}

#[test]
fn an_expectation_without_an_indicator_of_its_own_outlives_every_indicator() {
    let portfolio =
        draw("objective a \"A\"\ninitiative b \"B\" -> a (expects=4)\nindicator m \"M\"")
            .unwrap()
            .portfolio();
    assert!(without(&portfolio, "m").all(|(record, left)| left == Some(record)));
}

#[test]
fn only_what_is_accepted_may_name_the_settings_and_settings_canvases_and_rules_name_nobody() {
    for record in clinic().records() {
        let named = record.references();
        if matches!(
            record.noun(),
            Noun::Settings | Noun::Canvas | Noun::Source | Noun::OwnRule
        ) {
            assert!(named.is_empty(), "{}", record.id());
        }
        for it in named {
            let may = it.want.nouns().contains(&Noun::Settings);
            assert_eq!(may, record.noun() == Noun::Waiver, "{}", record.id());
        }
    }
}
