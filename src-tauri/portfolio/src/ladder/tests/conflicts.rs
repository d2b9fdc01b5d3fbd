//! Open conflicts cap a level, whether somebody lives with them or not.

use super::levels::BEST;
use super::of;
use crate::ladder::{Rung, score};
use crate::model::{Lang, WaiverId};
use crate::rules::{Context, Family, Finding, Named, Outcome, Severity};

fn finding(code: &str, subject: &str, text: &str) -> Finding {
    let drawing = crate::fixture::draw(text).unwrap();
    let portfolio = drawing.portfolio();
    let element = portfolio.elements().find(|it| it.id.as_str() == subject);
    Finding {
        key: format!("{code}:{subject}"),
        code: code.to_owned(),
        name: "conflict".to_owned(),
        family: Family::Tools,
        severity: Severity::High,
        result: Outcome::Violated,
        subject: element.map(Named::from),
        related: Vec::new(),
        message: "Two values".to_owned(),
        evidence: Vec::new(),
        advice: "Decide".to_owned(),
        missing: Vec::new(),
        weight: None,
        money: Vec::new(),
        cause: None,
        path: Vec::new(),
        first_seen: None,
        accepted: None,
        fix: None,
    }
}

fn level_with(finding: Finding) -> Option<Rung> {
    let drawing = crate::fixture::draw(BEST).unwrap();
    let portfolio = drawing.portfolio();
    let ctx = Context::new(&portfolio, drawing.as_of, Lang::En);
    of(&score(&ctx, &[finding]), "wait").level
}

#[test]
fn an_open_conflict_caps_the_level_even_if_somebody_lives_with_it() {
    for (code, subject) in [
        ("M301", "min"),
        ("M309", "min"),
        ("D206", "wait"),
        ("M202", "wait"),
    ] {
        let open = finding(code, subject, BEST);
        assert_eq!(level_with(open.clone()), Some(Rung::Plausible), "{code}");
        let lived_with = Finding {
            accepted: Some(WaiverId::new("w")),
            ..open.clone()
        };
        assert_eq!(level_with(lived_with), Some(Rung::Plausible), "{code}");
        let untold = Finding {
            result: Outcome::CannotTell,
            ..open
        };
        assert_eq!(level_with(untold), Some(Rung::Sustained), "{code}");
    }
}

#[test]
fn a_finding_about_something_else_caps_nothing() {
    assert_eq!(
        level_with(finding("M301", "app", BEST)),
        Some(Rung::Sustained)
    );
    assert_eq!(
        level_with(finding("D304", "wait", BEST)),
        Some(Rung::Sustained)
    );
}

#[test]
fn both_ends_of_a_pair_that_pulls_apart_are_capped() {
    let mut pair = finding("D206", "early", BEST);
    pair.subject = None;
    pair.related = finding("D206", "wait", BEST).subject.into_iter().collect();
    assert_eq!(level_with(pair), Some(Rung::Plausible));
}
