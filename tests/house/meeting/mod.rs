//! What comes of it when two people change one portfolio, in drawn cases: `mine>` is done here, `theirs>` in the file,
//! each to the portfolio that is drawn.
//!
//! A case lists what differs from the portfolio that both began with, and what is remarked:
//!
//! ```text
//! ? both element "Desks" owner: "Ann" / "Bo"        mine / theirs; theirs stands
//! ? stays element "Desks", removed by mine          the other side changed or uses it
//! ? left out link "Desks → Wait"                    mine cannot stand beside theirs
//! ```
//!
//! That the file is read, merged and written so is held in `outside`; the laws that any two portfolios keep in
//! `three_way`.

use crate::told;
use crate::verbs::holds;
use crate::verbs::script::{Case, cases};
use portfolio::edit::{self, Edit};
use portfolio::model::{Diff, Portfolio};
use portfolio::workspace::three_way::{Remark, merge};

fn after(case: &Case<'_>, base: &Portfolio, edits: &[Edit]) -> Portfolio {
    let mut portfolio = base.clone();
    let done = edit::apply(&mut portfolio, edits);
    assert!(done.is_ok(), "{}: {:?}", case.name, done.err());
    portfolio
}

fn remark(it: &Remark) -> String {
    match it {
        Remark::Both {
            of,
            field,
            mine,
            theirs,
        } => format!(
            "? both {} \"{}\" {field}: {mine:?} / {theirs:?}",
            told::word(&of.noun),
            of.title
        ),
        Remark::Stays { of, removed } => format!(
            "? stays {} \"{}\", removed by {}",
            told::word(&of.noun),
            of.title,
            told::word(removed)
        ),
        Remark::LeftOut { of } => {
            format!("? left out {} \"{}\"", told::word(&of.noun), of.title)
        }
    }
}

fn run(case: &Case<'_>) -> Result<(), String> {
    let base = crate::verbs::before(case);
    let (mine, theirs) = (
        after(case, &base, &case.mine),
        after(case, &base, &case.edits),
    );
    let merged = merge(&base, &mine, &theirs);
    holds(&merged.portfolio, case.name);
    let mut lines = told::diff(&Diff::between(&base, &merged.portfolio));
    lines.extend(merged.remarks.iter().map(remark));
    // Whichever side is brought together with the result once more, nothing else comes of it.
    for (mine, theirs) in [(&merged.portfolio, &theirs), (&mine, &merged.portfolio)] {
        let again = merge(&base, mine, theirs).portfolio;
        let more = told::diff(&Diff::between(&merged.portfolio, &again));
        assert!(more.is_empty(), "{}: merged once more: {more:?}", case.name);
    }
    if lines == case.expected {
        return Ok(());
    }
    let (expected, got) = (case.expected.join("\n  "), lines.join("\n  "));
    Err(format!(
        "== {}\nexpected\n  {expected}\ngot\n  {got}\n",
        case.name
    ))
}

fn all(text: &str) {
    let cases = cases(text);
    assert!(
        cases
            .iter()
            .all(|it| !it.mine.is_empty() && !it.edits.is_empty())
    );
    let wrong: Vec<String> = cases.iter().filter_map(|it| run(it).err()).collect();
    assert!(
        wrong.is_empty(),
        "{} cases\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn of_one_element_both_are_followed_field_by_field() {
    all(include_str!("elements.cases"));
}

#[test]
fn what_one_side_removed_stays_while_the_other_needs_it() {
    all(include_str!("removed.cases"));
}

#[test]
fn links_that_both_drew_keep_the_rules_of_drawing() {
    all(include_str!("links.cases"));
}

#[test]
fn evidence_settings_rules_and_places_of_both_stand_side_by_side() {
    all(include_str!("records.cases"));
}
