//! The score of drawn portfolios, question by question. The cases stand in the folder `cases`, by what they are about.
//!
//! Of an objective is asked by its id where it stands, by its id and a need whether that is met and in what words of both
//! languages, and what would lift it (`lift`), what is missing (`lacks`) and what it rests on (`shows`); further
//! `suffices`, `realised`, `judged`, `covers`, `flow` and `streams`. Of the whole: `weight`, `money`, `spend`, `clauses`,
//! `says`, `figure`, `remarks`, and `remark` with a kind. Of what was done between two states: `effects` with `measured`
//! or `proven`, `yardsticks`, `moves`, `traces`, `trace` with a kind, and `warning`.

mod answers;
mod changed;

use crate::fixture::told::{Told, each};
use crate::ladder::change::{ScoreChange, State, between};
use crate::ladder::{Score, of};
use crate::model::Lang;
use std::cell::OnceCell;

/// A case scored in both languages.
struct Scored {
    told: Told,
    en: Score,
    fr: Score,
    change: OnceCell<[ScoreChange; 2]>,
}

impl Scored {
    fn of(told: Told) -> Self {
        let score = |lang| of(&told.new.portfolio(), told.new.as_of, lang);
        Self {
            en: score(Lang::En),
            fr: score(Lang::Fr),
            change: OnceCell::new(),
            told,
        }
    }

    fn change(&self) -> &[ScoreChange; 2] {
        self.change.get_or_init(|| {
            let (was, is) = (self.told.old.portfolio(), self.told.new.portfolio());
            [Lang::En, Lang::Fr].map(|lang| {
                let old = State {
                    portfolio: &was,
                    as_of: self.told.old.as_of,
                };
                let new = State {
                    portfolio: &is,
                    as_of: self.told.new.as_of,
                };
                between(old, new, lang)
            })
        })
    }
}

#[track_caller]
fn judge(cases: &str) {
    each(BASES, cases, Scored::of, answers::answer);
}

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

files! {
    linked
    plausible
    sufficient
    measured
    proven
    sustained
    conflicts
    indicators
    flow
    bars
    remarks
    coverage
    effects
    traces
}
