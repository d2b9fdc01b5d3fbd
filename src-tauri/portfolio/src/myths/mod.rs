//! The five beliefs that the product tests, judged for one organisation: whether it lives them, and what shows it.
//!
//! Pure functions of a portfolio, a date, a language and its findings. `rules::footing` says which rules had anything to look at,
//! `concerned` how much of what matters and of the money is touched, `judge` turns both into one of four judgements, and
//! `paragraph` says it to a leader. Each belief has a file with its words and the data of its one picture. A belief of
//! which too few rules can decide is not judged: `CannotTell` is an answer, never a pass.

mod agile;
mod concerned;
mod judge;
mod paragraph;
mod progress;
mod rituals;
#[cfg(test)]
mod tests;
mod tools;
mod why;

pub use agile::{AgeBand, AgilePicture, DeliveredPoint};
pub use concerned::{Concerned, MoneyShare};
pub use judge::{Judgement, Undecided};
pub use progress::{ProgressPicture, ProgressPoint};
pub use rituals::{ForumMonth, RitualsPicture};
pub use tools::{SourceShare, ToolsPicture};
pub use why::{WhyPicture, WhyQuality, WhyShare};

use crate::model::{Date, Lang, Portfolio};
use crate::rules::{Context, Family, Finding, Ground, PACK, Parameter, Said, run_all};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Elements, findings and marks that are named at most; counts say how many there are.
const MOST: usize = 300;

/// A belief under which organisations take themselves for aligned.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Myth {
    /// The root: the why is self-evident.
    Why,
    Rituals,
    Progress,
    Tools,
    Agile,
}

impl Myth {
    pub const ALL: [Self; 5] = [
        Self::Why,
        Self::Rituals,
        Self::Progress,
        Self::Tools,
        Self::Agile,
    ];

    fn family(self) -> Family {
        match self {
            Self::Why => Family::Why,
            Self::Rituals => Family::Rituals,
            Self::Progress => Family::Progress,
            Self::Tools => Family::Tools,
            Self::Agile => Family::Agile,
        }
    }

    fn words(self) -> &'static Words {
        match self {
            Self::Why => &why::WORDS,
            Self::Rituals => &rituals::WORDS,
            Self::Progress => &progress::WORDS,
            Self::Tools => &tools::WORDS,
            Self::Agile => &agile::WORDS,
        }
    }

    fn picture(self, ctx: &Context<'_>, findings: &[Finding]) -> MythPicture {
        match self {
            Self::Why => MythPicture::Why(why::picture(ctx, findings)),
            Self::Rituals => MythPicture::Rituals(rituals::picture(ctx)),
            Self::Progress => MythPicture::Progress(progress::picture(ctx)),
            Self::Tools => MythPicture::Tools(tools::picture(ctx)),
            Self::Agile => MythPicture::Agile(agile::picture(ctx)),
        }
    }
}

/// What is said of one belief, whatever the figures; a verdict is followed by them and has no full stop.
struct Words {
    /// As people say it.
    belief: Said,
    lived: Said,
    partly: Said,
    not_seen: Said,
    cannot_tell: Said,
}

/// The data of the one picture that belongs to a belief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "of", content = "data")]
pub enum MythPicture {
    Why(WhyPicture),
    Rituals(RitualsPicture),
    Progress(ProgressPicture),
    Tools(ToolsPicture),
    Agile(AgilePicture),
}

/// One belief, judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MythReport {
    pub myth: Myth,
    pub judgement: Judgement,
    /// The belief as people say it.
    pub belief: String,
    /// Two or three sentences for a leader.
    pub says: String,
    pub concerned: Concerned,
    /// Keys of the findings that it rests on, the heaviest first.
    pub findings: Vec<String>,
    pub findings_count: u32,
    /// Keys of the most telling ones; the paragraph names the first.
    pub strongest: Vec<String>,
    /// Codes of the rules that could decide.
    pub decided: Vec<String>,
    /// Rules that could not, with what is missing.
    pub undecided: Vec<Undecided>,
    /// Codes of rules that were not asked: switched off, or without a question once another has answered.
    pub not_asked: Vec<String>,
    pub picture: MythPicture,
}

/// All beliefs of a portfolio at a date, the root first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Myths {
    pub as_of: Date,
    /// Version of the rule pack.
    pub pack: String,
    pub myths: Vec<MythReport>,
    /// The numbers on which a judgement turns, each with its source.
    pub parameters: Vec<Parameter>,
}

/// Runs the rules and judges.
#[must_use]
pub fn of(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Myths {
    let findings = run_all(portfolio, as_of, lang);
    judged(&Context::new(portfolio, as_of, lang), &findings)
}

/// Judges a portfolio by its findings, those that somebody lives with among them: to live with a fault is to have it.
#[must_use]
pub fn judged(ctx: &Context<'_>, findings: &[Finding]) -> Myths {
    let ground = Ground::of(ctx);
    Myths {
        as_of: ctx.as_of,
        pack: PACK.to_owned(),
        myths: Myth::ALL
            .into_iter()
            .map(|myth| report(ctx, &ground, myth, findings))
            .collect(),
        parameters: judge::parameters(ctx.lang),
    }
}

fn report(ctx: &Context<'_>, ground: &Ground, myth: Myth, findings: &[Finding]) -> MythReport {
    let own: Vec<&Finding> = findings
        .iter()
        .filter(|it| it.family == myth.family())
        .collect();
    let case = judge::Case::of(ctx, ground, myth, &own);
    let strongest = case.strongest();
    let picture = myth.picture(ctx, findings);
    MythReport {
        myth,
        judgement: case.judgement,
        belief: myth.words().belief.get(ctx.lang).to_owned(),
        says: paragraph::of(
            ctx,
            myth.words(),
            &case,
            strongest.first().copied(),
            &picture,
        ),
        findings_count: u32::try_from(case.violated.len()).unwrap_or(u32::MAX),
        findings: case
            .violated
            .iter()
            .take(MOST)
            .map(|it| it.key.clone())
            .collect(),
        strongest: strongest.iter().map(|it| it.key.clone()).collect(),
        concerned: case.concerned,
        decided: case.decided,
        undecided: case.undecided,
        not_asked: case.not_asked,
        picture,
    }
}
