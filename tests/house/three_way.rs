//! The laws of a merge, over edits by chance.

use crate::rolls::{Roll, edit, rolls};
use portfolio::edit::{self, Edit};
use portfolio::exchange::json;
use portfolio::model::{
    Canvas, CanvasId, CanvasKind, ElementId, Noun, Portfolio, Record, RuleSetting, Settings,
};
use portfolio::workspace::three_way::{Remark, merge};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn begun() -> Portfolio {
    let mut portfolio = Portfolio::default();
    let map = Canvas {
        id: CanvasId::new("map"),
        title: "Map".to_owned(),
        kind: CanvasKind::StrategyMap,
        frames: Vec::new(),
    };
    let edits = [
        Edit::SetTitle {
            title: "Random".to_owned(),
        },
        Edit::InsertCanvas { canvas: map },
    ];
    edit::apply(&mut portfolio, &edits).unwrap();
    portfolio
}

/// Plays rolls from a state on; ids of what is new begin at a number of their own.
fn played(from: &Portfolio, rolls: &[Roll], serial: usize) -> Portfolio {
    let mut portfolio = from.clone();
    for (at, roll) in rolls.iter().enumerate() {
        if let Some(edit) = edit(roll, &portfolio, serial + at) {
            let _ = edit::apply(&mut portfolio, &[edit]);
        }
    }
    portfolio
}

/// The document's own reader refuses ids twice, references to nothing and values that cannot be; drawing every
/// link anew refuses a link that is there twice, between the wrong kinds or in a circle.
fn holds(portfolio: &Portfolio) -> Result<(), TestCaseError> {
    let text = json::write(portfolio).unwrap();
    let read = json::read("merged.json", text.as_bytes());
    prop_assert!(read.is_ok(), "{:?}", read.err());
    let bare = portfolio
        .records()
        .into_iter()
        .filter(|it| !matches!(it.noun(), Noun::Link | Noun::Waiver));
    let mut drawn = Portfolio::from_records(bare);
    for link in portfolio.links() {
        let link = Box::new(link.clone());
        let done = edit::apply(&mut drawn, &[Edit::InsertLink { link }]);
        prop_assert!(done.is_ok(), "{:?}", done.err());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_side_that_did_nothing_changes_nothing(
        before in proptest::collection::vec(rolls(), 0..60),
        after in proptest::collection::vec(rolls(), 0..40),
    ) {
        let base = played(&begun(), &before, 0);
        let grown = played(&base, &after, 1000);
        for (mine, theirs) in [(&base, &grown), (&grown, &base), (&grown, &grown)] {
            let merged = merge(&base, mine, theirs);
            prop_assert_eq!(&merged.portfolio, &grown);
            prop_assert_eq!(merged.remarks, vec![]);
        }
    }

    #[test]
    fn what_comes_of_a_merge_holds_together_and_tells_what_it_could_not_follow(
        before in proptest::collection::vec(rolls(), 20..80),
        here in proptest::collection::vec(rolls(), 1..40),
        there in proptest::collection::vec(rolls(), 1..40),
    ) {
        let base = played(&begun(), &before, 0);
        let mine = played(&base, &here, 1000);
        let theirs = played(&base, &there, 2000);
        let merged = merge(&base, &mine, &theirs);
        holds(&merged.portfolio)?;
        // An element that is on both sides is in the result; one that only one side removed is gone or told.
        let told: BTreeSet<&str> = merged.remarks.iter().filter_map(|it| match it {
            Remark::Stays { of, .. } => Some(of.id.as_str()),
            _ => None,
        }).collect();
        let has = |it: &Portfolio, id: &ElementId| it.element(id).is_some();
        for element in mine.elements().chain(theirs.elements()) {
            let id = &element.id;
            let on_both = has(&mine, id) && has(&theirs, id);
            let new = !has(&base, id);
            let stays = has(&merged.portfolio, id);
            prop_assert_eq!(stays, on_both || new || told.contains(id.as_str()), "{}", id);
        }
        // Merging what was merged once more finds nothing to do.
        let again = merge(&base, &merged.portfolio, &merged.portfolio);
        prop_assert_eq!(again.portfolio, merged.portfolio);
    }

    #[test]
    fn edits_that_do_not_meet_give_the_same_in_both_directions(
        before in proptest::collection::vec(rolls(), 20..80),
        here in proptest::collection::vec(rolls(), 1..10),
        there in proptest::collection::vec(rolls(), 1..10),
    ) {
        let base = played(&begun(), &before, 0);
        let mine = played(&base, &here, 1000);
        let theirs = played(&base, &there, 2000);
        let (one, other) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
        let meet = changed(&base, &mine).intersection(&changed(&base, &theirs)).count() > 0;
        if one.remarks.is_empty() && other.remarks.is_empty() && !meet {
            prop_assert_eq!(one.portfolio, other.portfolio);
        }
    }
}

/// The records that differ, each by its noun and id; rules of one's own by their code too, which is used once.
fn changed(base: &Portfolio, now: &Portfolio) -> BTreeSet<(Noun, String)> {
    let diff = portfolio::model::Diff::between(base, now);
    let records = diff
        .changes
        .iter()
        .filter_map(|it| it.after.as_ref().or(it.before.as_ref()));
    records
        .flat_map(|it| {
            let code = match it {
                Record::OwnRule(rule) => Some((it.noun(), rule.code.clone())),
                _ => None,
            };
            std::iter::once((it.noun(), it.id().to_string())).chain(code)
        })
        .collect()
}

#[test]
fn settings_are_merged_field_by_field_too() {
    let base = begun();
    let set = |portfolio: &Portfolio, settings: Settings| {
        let mut portfolio = portfolio.clone();
        let settings = Box::new(settings);
        edit::apply(&mut portfolio, &[Edit::SetSettings { settings }]).unwrap();
        portfolio
    };
    let now = base.settings().clone();
    let mut euro = now.clone();
    euro.currency = portfolio::model::Currency::parse("EUR");
    let off = RuleSetting {
        off: true,
        ..RuleSetting::default()
    };
    euro.rules.insert("D103".to_owned(), off.clone());
    let mut april = now;
    april.fiscal_year.month = 4;
    april.rules.insert("D104".to_owned(), off);
    let merged = merge(&base, &set(&base, euro.clone()), &set(&base, april));
    assert_eq!(merged.portfolio.settings().currency, euro.currency);
    assert_eq!(merged.portfolio.settings().fiscal_year.month, 4);
    let rules = &merged.portfolio.settings().rules;
    assert_eq!(rules.keys().collect::<Vec<_>>(), ["D103", "D104"]);
    assert!(merged.remarks.is_empty());
}
