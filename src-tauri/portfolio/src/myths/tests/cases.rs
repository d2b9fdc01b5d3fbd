//! The five beliefs of drawn portfolios, question by question. The cases stand in the folder `cases`, one file a belief
//! and one for what all share.
//!
//! A belief is asked for by its name alone (its judgement and the extent on which it turns) or with `concerned`,
//! `findings`, `strongest`, `decided`, `undecided`, `not_asked`, `picture`, and `says` for the paragraph in both
//! languages; `parameters` are the numbers on which all judgements turn.

mod pictures;

use crate::fixture::told::each;
use crate::model::Lang;
use crate::myths::concerned::MoneyShare;
use crate::myths::{Concerned, MythReport, Myths, of};
use serde::Serialize;

const BASES: &str = include_str!("cases/base.cases");

macro_rules! files {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                judge(include_str!(concat!("cases/", stringify!($name), ".cases")));
            }
        )*
    };
}

files! { why rituals progress tools agile shared }

#[track_caller]
fn judge(cases: &str) {
    let told = |told: crate::fixture::told::Told| {
        let portfolio = told.new.portfolio();
        [Lang::En, Lang::Fr].map(|lang| of(&portfolio, told.new.as_of, lang))
    };
    each(BASES, cases, told, answer);
}

fn name(of: impl Serialize) -> String {
    serde_json::to_value(of)
        .ok()
        .and_then(|it| it.as_str().map(str::to_owned))
        .expect("a name")
}

fn listed<T: ToString>(all: impl IntoIterator<Item = T>, between: &str) -> String {
    let all: Vec<String> = all.into_iter().map(|it| it.to_string()).collect();
    if all.is_empty() {
        "none".to_owned()
    } else {
        all.join(between)
    }
}

/// A number to two places, without what says nothing.
fn short(number: f64) -> String {
    ((number * 100.0).round() / 100.0 + 0.0).to_string()
}

/// Both languages side by side, with plain spaces: which of them break is up to the rules that speak here.
fn both(en: &str, fr: &str) -> String {
    format!("{en} | {fr}").replace('\u{a0}', " ")
}

fn answer([en, fr]: &[Myths; 2], asked: &str) -> String {
    let (first, rest) = asked.split_once(' ').unwrap_or((asked, ""));
    if first == "parameters" {
        let all = en.parameters.iter().zip(&fr.parameters);
        return listed(
            all.map(|(en, fr)| format!("{} {}", en.name, both(&en.value, &fr.value))),
            "; ",
        );
    }
    let report = |of: &Myths| -> MythReport {
        let mut own = of.myths.iter().filter(|it| name(it.myth) == first);
        own.next()
            .unwrap_or_else(|| panic!("no belief {first}"))
            .clone()
    };
    let (en, fr) = (report(en), report(fr));
    assert_eq!(en.judgement, fr.judgement, "both languages judge alike");
    match rest {
        "" => format!("{} at {}", name(en.judgement), short(en.concerned.extent)),
        "belief" => both(&en.belief, &fr.belief),
        "says" => both(&en.says, &fr.says),
        "concerned" => concerned(&en.concerned),
        "findings" => {
            assert_eq!(en.findings.len(), en.findings_count as usize);
            listed(&en.findings, ", ")
        }
        "strongest" => listed(&en.strongest, ", "),
        "decided" => listed(&en.decided, " "),
        "not_asked" => listed(&en.not_asked, " "),
        "undecided" => {
            let told = en.undecided.iter().zip(&fr.undecided).map(|(en, fr)| {
                let (ours, theirs) = (en.missing.join(", "), fr.missing.join(", "));
                format!("{} ({})", en.code, both(&ours, &theirs))
            });
            listed(told, "; ")
        }
        "picture" => pictures::told(&en.picture),
        other => panic!("{other} is not asked of a belief"),
    }
}

fn concerned(it: &Concerned) -> String {
    assert_eq!(it.objectives.len(), it.objectives_count as usize);
    assert_eq!(it.initiatives.len(), it.initiatives_count as usize);
    let weight = it.weight.map_or("no weight".to_owned(), short);
    let whole = if it.whole { ", the whole" } else { "" };
    format!(
        "objectives {} at {weight}, initiatives {} at {}{whole}",
        listed(&it.objectives, " "),
        listed(&it.initiatives, " "),
        money(&it.money)
    )
}

fn money(all: &[MoneyShare]) -> String {
    let all = all.iter().map(|it| {
        let amount = it.amount.amount.normalize();
        format!("{amount} {} ({})", it.amount.currency, short(it.share))
    });
    listed(all, " + ").replace("none", "no money")
}
