//! The score in a sentence: “27 % of what matters is proven, 31 % measured, 42 % assumed; 18 % of spend reaches no objective.”
//!
//! Each figure knows the elements it was counted from. The percents of weight are those of the bar, its unknown among them,
//! and add up to 100; a share that is not zero never reads as zero, and one that is not the whole never as the whole. Where
//! nothing has a weight, nothing is linked or nothing can be told, the sentence says just that.

use super::flow::Spend;
use super::headline::{Bar, percents, share_of};
use super::level::{ObjectiveScore, Rung};
use super::stage::tidy;
use crate::model::{ElementId, Lang};
use crate::rules::Context;
use crate::rules::words::sign;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What can be said of an objective: coarser than its level, and unknown where that is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "ScoreClass", rename_all = "snake_case")]
pub enum Class {
    /// Proven or sustained.
    Proven,
    Measured,
    /// Linked or plausible: somebody says so.
    Assumed,
    Unlinked,
    /// Missing data leaves open which of these.
    Unknown,
}

impl Class {
    const ALL: [Self; 5] = [
        Self::Proven,
        Self::Measured,
        Self::Assumed,
        Self::Unlinked,
        Self::Unknown,
    ];

    fn at(rung: Rung) -> Self {
        match rung {
            Rung::Unlinked => Self::Unlinked,
            Rung::Linked | Rung::Plausible => Self::Assumed,
            Rung::Measured => Self::Measured,
            Rung::Proven | Rung::Sustained => Self::Proven,
        }
    }

    fn of(level: Option<Rung>) -> Self {
        level.map_or(Self::Unknown, Self::at)
    }
}

/// The weight of which one thing can be said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreClause")]
pub struct Clause {
    pub class: Class,
    /// 0 to 1.
    pub share: f64,
    /// Whole percent; all clauses add up to 100.
    pub percent: u32,
    pub objectives: Vec<ElementId>,
}

/// A run of the sentence; a figure names what it was counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "ScorePiece")]
pub struct Piece {
    pub text: String,
    pub elements: Vec<ElementId>,
}

/// The sentence without its marks.
#[must_use]
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|it| it.text.as_str()).collect()
}

/// The weight of each class, as the bar has it; empty when no objective has a weight.
pub(super) fn clauses(objectives: &[ObjectiveScore], by_weight: &Bar) -> Vec<Clause> {
    let total: f64 = objectives.iter().filter_map(|it| it.weight).sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let of_class = |class| {
        let own = objectives
            .iter()
            .filter(|it| it.weight.is_some() && Class::of(it.level) == class);
        let bar = by_weight.segments.iter();
        Clause {
            class,
            share: tidy(own.clone().filter_map(|it| it.weight).sum::<f64>() / total),
            percent: bar
                .filter(|it| Class::of(it.level) == class)
                .map(|it| it.percent)
                .sum(),
            objectives: own.map(|it| it.objective.id.clone()).collect(),
        }
    };
    Class::ALL.into_iter().map(of_class).collect()
}

/// What is certain of all that is unknown, where it is the same side of a class: “assumed at most”.
fn bound(objectives: &[ObjectiveScore]) -> Option<(&'static str, &'static str)> {
    let open = objectives
        .iter()
        .filter(|it| it.weight.is_some() && it.level.is_none());
    let least = open.clone().map(|it| it.floor).min()?;
    let most = open.map(|it| it.ceiling).max()?;
    match (Class::at(least), Class::at(most)) {
        (_, Class::Assumed) => Some(("assumed at most", "supposé au plus")),
        (_, Class::Measured) => Some(("measured at most", "mesuré au plus")),
        (Class::Proven, _) => Some(("proven at least", "prouvé au moins")),
        (Class::Measured, _) => Some(("measured at least", "mesuré au moins")),
        _ => None,
    }
}

pub(super) fn of(
    ctx: &Context<'_>,
    objectives: &[ObjectiveScore],
    clauses: &[Clause],
    spend: &[Spend],
    by_weight: &Bar,
    by_money: &[Bar],
) -> Vec<Piece> {
    let mut all = Sentence {
        pieces: Vec::new(),
        lang: ctx.lang,
    };
    if objectives.is_empty() {
        all.say(
            "No objective is written yet, so nothing can lead to one",
            "Aucun objectif n’est encore écrit, rien ne peut donc y mener",
        );
    } else if clauses.is_empty() {
        unweighted(&mut all, objectives);
    } else {
        weight(&mut all, clauses, bound(objectives));
    }
    all.separate();
    money(ctx, &mut all, spend, by_money);
    besides(&mut all, clauses, by_weight, by_money);
    all.say(".", ".");
    all.pieces
}

struct Sentence {
    pieces: Vec<Piece>,
    lang: Lang,
}

impl Sentence {
    fn say(&mut self, en: &str, fr: &str) {
        self.figure(en.to_owned(), fr.to_owned(), Vec::new());
    }

    fn figure(&mut self, en: String, fr: String, elements: Vec<ElementId>) {
        let mut text = match self.lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        if self.pieces.is_empty() {
            let mut letters = text.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            text = first.chain(letters).collect();
        }
        self.pieces.push(Piece { text, elements });
    }

    fn percent(&mut self, percent: u32, share: f64, elements: &[ElementId]) {
        let (en, fr) = if percent == 0 && share > 0.0 {
            ("under 1\u{a0}%".to_owned(), "moins de 1\u{a0}%".to_owned())
        } else {
            // Rounding never makes a whole of what is not one.
            let percent = if share < 1.0 {
                percent.min(99)
            } else {
                percent
            };
            (format!("{percent}\u{a0}%"), format!("{percent}\u{a0}%"))
        };
        self.figure(en, fr, elements.to_vec());
    }

    fn within(&mut self, bound: Option<(&str, &str)>) {
        if let Some((en, fr)) = bound {
            self.say(&format!(" ({en})"), &format!(" ({fr})"));
        }
    }

    fn separate(&mut self) {
        self.say("; ", "\u{a0}; ");
    }

    fn counted(&mut self, elements: &[ElementId], en: [&str; 2], fr: [&str; 2]) {
        let many = usize::from(elements.len() > 1);
        let count = elements.len();
        self.figure(
            format!("{count} {}", en[many]),
            format!("{count}\u{a0}{}", fr[many]),
            elements.to_vec(),
        );
    }
}

fn unweighted(all: &mut Sentence, objectives: &[ObjectiveScore]) {
    let ids: Vec<ElementId> = objectives
        .iter()
        .map(|it| it.objective.id.clone())
        .collect();
    if ids.len() == 1 {
        all.figure("the one objective".into(), "l’unique objectif".into(), ids);
        all.say(" has no weight", " n’a pas de poids");
    } else {
        let count = ids.len();
        let (en, fr) = (
            format!("{count} objectives"),
            format!("{count}\u{a0}objectifs"),
        );
        all.say("none of the ", "aucun des ");
        all.figure(en, fr, ids);
        all.say(" has a weight", " n’a de poids");
    }
    all.say(
        ": nothing says what matters most",
        "\u{a0}: rien ne dit ce qui compte le plus",
    );
}

fn weight(all: &mut Sentence, clauses: &[Clause], bound: Option<(&str, &str)>) {
    let whole = clauses.iter().find(|it| it.share >= 1.0 - 1e-12);
    match whole.map(|it| (it.class, it.objectives.clone())) {
        Some((Class::Unlinked, ids)) => {
            all.figure(
                "nothing that matters".into(),
                "rien de ce qui compte".into(),
                ids,
            );
            all.say(
                " is linked to work, with a why and an owner",
                " n’est relié à un travail, avec un pourquoi et un responsable",
            );
            return;
        }
        Some((Class::Unknown, ids)) => {
            all.say("how sure ", "à quel point ");
            all.figure("what matters".into(), "ce qui compte".into(), ids);
            all.say(
                " is cannot be told for want of data",
                " est sûr ne peut être dit, faute de données",
            );
            all.within(bound);
            return;
        }
        _ => {}
    }
    let words = |class| match class {
        Class::Proven => (" of what matters is proven", " de ce qui compte est prouvé"),
        Class::Measured => (" measured", " mesuré"),
        Class::Assumed => (" assumed", " supposé"),
        Class::Unlinked => (" not linked", " non relié"),
        Class::Unknown => (" not known", " inconnu"),
    };
    // The first three are always said; what is missing or unknown only where there is some.
    for (place, it) in clauses.iter().enumerate() {
        if place > 2 && it.share <= 0.0 {
            continue;
        }
        if place > 0 {
            all.say(", ", ", ");
        }
        all.percent(it.percent, it.share, &it.objectives);
        let (en, fr) = words(it.class);
        all.say(en, fr);
        if it.class == Class::Unknown {
            all.within(bound);
        }
    }
}

fn money(ctx: &Context<'_>, all: &mut Sentence, spend: &[Spend], by_money: &[Bar]) {
    let lost: Vec<&Spend> = spend
        .iter()
        .filter(|it| !it.nowhere.amount.is_zero())
        .collect();
    if spend.is_empty() {
        if !by_money.is_empty() {
            all.say("what is spent is not known", "la dépense n’est pas connue");
        } else if ctx.active().next().is_some() {
            all.say(
                "the work under way has no budget",
                "le travail en cours n’a pas de budget",
            );
        } else {
            all.say("no work is under way", "aucun travail n’est en cours");
        }
        return;
    }
    if lost.is_empty() {
        all.say(
            "all spend reaches an objective",
            "toute la dépense atteint un objectif",
        );
        return;
    }
    let share = |it: &Spend| share_of(&it.nowhere, &it.total).min(1.0);
    if spend.iter().all(|it| share(it) >= 1.0) {
        let by = lost.iter().flat_map(|it| it.nowhere_by.iter().cloned());
        all.figure("no spend".into(), "aucune dépense".into(), by.collect());
        all.say(" reaches an objective", " n’atteint d’objectif");
        return;
    }
    for (place, it) in lost.iter().enumerate() {
        if place > 0 && place + 1 == lost.len() {
            all.say(" and ", " et ");
        } else if place > 0 {
            all.say(", ", ", ");
        }
        let share = share(it);
        let percent = percents(&[share, 1.0 - share]);
        all.percent(percent.first().copied().unwrap_or(0), share, &it.nowhere_by);
        if place == 0 {
            all.say(" of spend", " de la dépense");
        }
        if spend.len() > 1 {
            let currency = sign(it.total.currency.as_str());
            all.say(
                &format!(" in\u{a0}{currency}"),
                &format!(" en\u{a0}{currency}"),
            );
        }
    }
    if lost.len() > 1 {
        all.say(" reach no objective", " n’atteignent aucun objectif");
    } else {
        all.say(" reaches no objective", " n’atteint aucun objectif");
    }
}

/// What has no width in the figures before.
fn besides(all: &mut Sentence, clauses: &[Clause], by_weight: &Bar, by_money: &[Bar]) {
    let without = &by_weight.without_width;
    if !clauses.is_empty() && !without.is_empty() {
        all.separate();
        all.counted(
            without,
            ["objective has no weight", "objectives have no weight"],
            ["objectif n’a pas de poids", "objectifs n’ont pas de poids"],
        );
    }
    let unknown: Vec<ElementId> = by_money
        .iter()
        .flat_map(|it| it.without_width.iter().cloned())
        .collect();
    if !unknown.is_empty() {
        all.separate();
        all.counted(
            &unknown,
            ["budget is not known", "budgets are not known"],
            ["budget n’est pas connu", "budgets ne sont pas connus"],
        );
    }
}
