//! The ladder of one objective: six levels, what each of them needs, and what keeps the objective from the next.
//!
//! 0 *unlinked*, 1 *linked*, 2 *plausible*, 3 *measured*, 4 *proven*, 5 *sustained*. A level is held when everything it
//! needs holds and every level below is held: nothing makes up for a missing stage. Each need holds, fails or cannot be
//! told for want of named data. What cannot be told is never assumed: then the objective stands somewhere between
//! `floor`, which is certain, and `ceiling`, which nothing rules out, and its level is unknown.

use super::coverage::Covered;
use super::flow::Inflow;
use super::proof::Proof;
use crate::model::{ElementId, Lang, LinkId};
use crate::rules::{Evidence, Named};
use serde::{Deserialize, Serialize};
use specta::Type;

/// How well it is known that what is done moves an objective.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// No accepted path from work, or nobody says why it is there or answers for it.
    Unlinked,
    /// A path, a why and an owner.
    Linked,
    /// A mechanism at every step, no leap, and together enough to reach the target.
    Plausible,
    /// A baseline, and a fresh reading of the outcome with source and definition.
    Measured,
    /// It moved as planned after something was delivered, as a system or a second source shows.
    Proven,
    /// It has stayed so for twelve months or four readings.
    Sustained,
}

impl Rung {
    pub const ALL: [Self; 6] = [
        Self::Unlinked,
        Self::Linked,
        Self::Plausible,
        Self::Measured,
        Self::Proven,
        Self::Sustained,
    ];

    /// 0 to 5, as people speak of them.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Its name in a list.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Unlinked, Lang::En) => "not linked",
            (Self::Unlinked, Lang::Fr) => "non relié",
            (Self::Linked, Lang::En) => "linked",
            (Self::Linked, Lang::Fr) => "relié",
            (Self::Plausible, _) => "plausible",
            (Self::Measured, Lang::En) => "measured",
            (Self::Measured, Lang::Fr) => "mesuré",
            (Self::Proven, Lang::En) => "proven",
            (Self::Proven, Lang::Fr) => "prouvé",
            (Self::Sustained, Lang::En) => "sustained",
            (Self::Sustained, Lang::Fr) => "tenu",
        }
    }
}

/// Whether a need is met.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "ScoreAnswer", rename_all = "snake_case")]
pub enum Answer {
    Holds,
    CannotTell,
    Fails,
}

impl Answer {
    pub(super) fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }

    /// All of several: the worst of them.
    pub(super) fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        answers.into_iter().max().unwrap_or(Self::Holds)
    }
}

/// What the levels need, in the order of the ladder.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "ScoreNeed", rename_all = "snake_case")]
pub enum Need {
    /// Open or delivered work leads here along counting links.
    Path,
    /// A why is written, or linked.
    Why,
    Owner,
    /// On some path somebody wrote at every step how the one moves the other.
    Mechanism,
    /// On some such path nobody accepted a claim of their own.
    Agreement,
    /// On some such path an outcome or a change stands between the work and the objective.
    Step,
    /// What is promised on such paths is enough for what is left, at the middle of the estimates.
    Sufficiency,
    /// An indicator tells the outcome.
    Indicator,
    Baseline,
    /// A fresh reading with source and definition (E2 or better).
    Reading,
    /// No open conflict between values, claims or objectives.
    OneVoice,
    /// The reading was taken after something was delivered and its lag has passed.
    Delivery,
    /// A fresh reading from a system, or seconded by another source (E3 or better).
    Proof,
    /// R is at least 0.8.
    Movement,
    /// Proven for twelve months or four readings.
    Duration,
}

impl Need {
    /// The level that needs it.
    #[must_use]
    pub fn rung(self) -> Rung {
        match self {
            Self::Path | Self::Why | Self::Owner => Rung::Linked,
            Self::Mechanism | Self::Agreement | Self::Step | Self::Sufficiency => Rung::Plausible,
            Self::Indicator | Self::Baseline | Self::Reading | Self::OneVoice => Rung::Measured,
            Self::Delivery | Self::Proof | Self::Movement => Rung::Proven,
            Self::Duration => Rung::Sustained,
        }
    }
}

/// A field or a record without which something cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "MissingField")]
pub struct Missing {
    pub element: Option<ElementId>,
    pub link: Option<LinkId>,
    /// Its name in the model.
    pub field: String,
    /// It in words, with whose it is.
    pub text: String,
}

/// One need of one objective, with what the answer rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreStage")]
pub struct Stage {
    pub need: Need,
    pub rung: Rung,
    pub answer: Answer,
    /// The answer in a sentence.
    pub text: String,
    /// What would make it hold; empty when it does.
    pub lift: String,
    pub evidence: Vec<Evidence>,
    pub missing: Vec<Missing>,
}

/// What contributions promise against what is left to do on the weakest indicator: 1 is enough.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Sufficiency {
    pub low: f64,
    /// The middle between low and high: what the level is judged by.
    pub middle: f64,
    pub high: f64,
    /// All work says how far it moves the indicator and how sure that is; otherwise these are lower bounds.
    pub complete: bool,
}

/// Where one objective stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ObjectiveScore {
    pub objective: Named,
    /// Points as they were given; `None` when nobody gave any.
    pub weight: Option<f64>,
    /// `None` when it cannot be told: somewhere between floor and ceiling.
    pub level: Option<Rung>,
    /// At least this.
    pub floor: Rung,
    /// At most this.
    pub ceiling: Rung,
    /// The need that keeps it from the level above `floor`; `None` at the top.
    pub limit: Option<Need>,
    /// Every need in the order of the ladder.
    pub stages: Vec<Stage>,
    /// `None` when it cannot be told at all.
    pub sufficiency: Option<Sufficiency>,
    /// R of the weakest indicator, 0 to 1.2.
    pub realised: Option<f64>,
    /// The indicators that it is judged by.
    pub indicators: Vec<ElementId>,
    pub coverage: Vec<Covered>,
    /// Money on its way here, by currency.
    pub flow: Vec<Inflow>,
}

impl ObjectiveScore {
    pub(super) fn of(
        objective: Named,
        weight: Option<f64>,
        mut stages: Vec<Stage>,
        sufficiency: Option<Sufficiency>,
        proof: Proof,
        coverage: Vec<Covered>,
        flow: Vec<Inflow>,
    ) -> Self {
        stages.extend(proof.stages);
        let (floor, ceiling) = bounds(&stages);
        let limit = limit(&stages, floor, ceiling);
        Self {
            objective,
            weight,
            level: (floor == ceiling).then_some(floor),
            floor,
            ceiling,
            limit,
            stages,
            sufficiency,
            realised: proof.realised,
            indicators: proof.indicators,
            coverage,
            flow,
        }
    }

    /// The stage of a need.
    #[must_use]
    pub fn stage(&self, need: Need) -> Option<&Stage> {
        self.stages.iter().find(|it| it.need == need)
    }

    /// The stage that keeps it from the next level.
    #[must_use]
    pub fn limiting(&self) -> Option<&Stage> {
        self.stage(self.limit?)
    }

    /// The floor if one need were met or not, everything else as it is.
    pub(super) fn floor_if(&self, need: Need, answer: Answer) -> Rung {
        let answers = self.stages.iter().map(|it| {
            let own = if it.need == need { answer } else { it.answer };
            (it.rung, own)
        });
        bounds_of(answers).0
    }
}

/// The level that is certain and the one that nothing rules out.
fn bounds(stages: &[Stage]) -> (Rung, Rung) {
    bounds_of(stages.iter().map(|it| (it.rung, it.answer)))
}

fn bounds_of(answers: impl Iterator<Item = (Rung, Answer)> + Clone) -> (Rung, Rung) {
    let (mut floor, mut ceiling) = (Rung::Unlinked, Rung::Unlinked);
    let mut certain = true;
    for rung in Rung::ALL.into_iter().skip(1) {
        let own = answers.clone().filter(|(it, _)| *it == rung);
        match Answer::all(own.map(|(_, answer)| answer)) {
            Answer::Holds => {}
            Answer::CannotTell => certain = false,
            Answer::Fails => break,
        }
        ceiling = rung;
        if certain {
            floor = rung;
        }
    }
    (floor, ceiling)
}

/// What fails on the next level comes first; where nothing there fails, what cannot be told.
fn limit(stages: &[Stage], floor: Rung, ceiling: Rung) -> Option<Need> {
    let wanted = if floor == ceiling {
        Answer::Fails
    } else {
        Answer::CannotTell
    };
    let next = Rung::ALL.get(usize::from(floor.number()) + 1)?;
    let own = stages.iter().filter(|it| it.rung == *next);
    own.clone()
        .find(|it| it.answer == wanted)
        .or_else(|| own.clone().find(|it| it.answer != Answer::Holds))
        .map(|it| it.need)
}
