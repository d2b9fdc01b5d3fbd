//! M405: work that has started and does not say what it bets on: for whom, what changes, how one will see it, how much
//! and by when.

use super::hypothesis::{Slot, open, root};
use super::open_bets::whole;
use crate::model::{
    Category, Element, ElementKind, Initiative, InitiativeState, Known, Maybe, Reason,
};
use crate::rules::evidence::budget_row;
use crate::rules::footing::{Footing, some_work};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::why::no_why::HARDLY_ANY_WHY;
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M405",
    name: "started-without-hypothesis",
    family: Family::Agile,
    severity: Severity::Medium,
    title: Said {
        en: "Started without a hypothesis",
        fr: "Lancé sans hypothèse",
    },
    what: Said {
        en: "An initiative that has started and leaves open at least one of five things: for whom (on its why card, or the \
             beneficiary of an outcome it leads to), what changes (on the card, or a change or outcome above it), an outcome or \
             impact indicator, its size (a target, or a claimed movement) and by when (a date of the target or of the card, or \
             the horizon of an objective). Run and mandatory work needs no hypothesis. While nearly nobody writes why, it is said \
             once of all that have no why. Cannot tell when its start is asked for and not given.",
        fr: "Une initiative lancée qui laisse ouvert au moins un de ces cinq points : pour qui (sur sa carte du pourquoi, ou le \
             bénéficiaire d’un résultat visé), ce qui change (sur la carte, ou un changement ou un résultat au-dessus d’elle), un \
             indicateur de résultat ou d’impact, de combien (une cible, ou une évolution annoncée) et pour quand (date de la cible \
             ou de la carte, ou horizon d’un objectif). Le maintien et l’obligatoire s’en passent. Tant que presque personne n’écrit \
             pourquoi, on le dit une fois de toutes celles qui n’ont pas de pourquoi. Indécidable quand le lancement est demandé sans être donné.",
    },
    why: Said {
        en: "Short cycles only help those who know what they are testing. Without a hypothesis every demonstration is a success, \
             and there is no moment at which anybody could notice an error.",
        fr: "Des cycles courts n’aident que ceux qui savent ce qu’ils testent. Sans hypothèse, chaque démonstration est un succès et il \
             n’existe aucun moment où l’on pourrait s’apercevoir d’une erreur.",
    },
    how: Said {
        en: "Write it in one sentence: “for these people this will change, and we shall see it when this figure goes from here to there by that day”.",
        fr: "Écrivez-la en une phrase : « pour ces personnes, ceci changera, et nous le verrons quand ce chiffre passera de tant à tant à telle date ».",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "work that has started and is neither run nor mandatory",
            fr: "du travail lancé, qui n’est ni du maintien ni de l’obligatoire",
        },
        there_is: |ctx| {
            some_work(ctx, |n| {
                let initiative = ctx.active_initiative(n);
                initiative.is_some_and(|it| !is_exempt(it) && started(ctx, it) == Some(true))
            })
        },
    },
    check: Check::Both(&[ElementKind::Initiative], each, whole),
    cases: include_str!("started_without_hypothesis.cases"),
};

/// What an initiative bets on.
pub(super) enum Bet {
    /// Work that has started leaves these parts open.
    Open(Vec<Slot>),
    /// It leaves some open, and nobody knows whether it has started.
    Untold,
    /// It has a hypothesis, or needs none yet.
    Sound,
}

pub(super) fn bet(ctx: &Context<'_>, number: usize) -> Bet {
    let Some(initiative) = ctx.active_initiative(number) else {
        return Bet::Sound;
    };
    let started = started(ctx, initiative);
    if started == Some(false) || is_exempt(initiative) {
        return Bet::Sound;
    }
    match (open(ctx, number), started) {
        (open, _) if open.is_empty() => Bet::Sound,
        (_, None) => Bet::Untold,
        (open, _) => Bet::Open(open),
    }
}

/// Whether it is one of many without a why, of which [`open_bets`](super::open_bets) speaks.
pub(super) fn is_told(ctx: &Context<'_>, number: usize) -> bool {
    ctx.turned(&HARDLY_ANY_WHY) && ctx.element(number).why.is_empty()
}

/// Run and mandatory work needs no hypothesis.
fn is_exempt(initiative: &Initiative) -> bool {
    let category = initiative.category.value();
    matches!(category, Some(Category::Run | Category::Mandatory))
}

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if is_told(ctx, number) {
        return;
    }
    match bet(ctx, number) {
        Bet::Open(open) => report.add(violated(ctx, number, &open)),
        Bet::Untold => report.add(cannot_tell(ctx, ctx.element(number))),
        Bet::Sound => {}
    }
}

/// Whether work has begun; `None` when that is asked for and not given.
fn started(ctx: &Context<'_>, initiative: &Initiative) -> Option<bool> {
    let start = initiative.start.value();
    match initiative.state.value() {
        Some(InitiativeState::Active | InitiativeState::Paused) => {
            Some(start.is_none_or(|day| *day <= ctx.as_of))
        }
        Some(_) => Some(false),
        None => match &initiative.start {
            Some(Maybe::Known(day)) => Some(*day <= ctx.as_of),
            Some(Maybe::Missing(gap)) if gap.reason != Reason::NotRequired => None,
            _ => Some(false),
        },
    }
}

fn violated<'a>(ctx: &Context<'a>, number: usize, open: &[Slot]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let names: Vec<String> = open.iter().map(|it| it.name(ctx)).collect();
    let list = names.join(", ");
    let message = if open.len() == 5 {
        say!(
            ctx,
            "{name} has started, and nothing says what it expects to change.",
            "{name} est lancée, et rien ne dit quel changement elle vise."
        )
    } else {
        say!(
            ctx,
            "{name} has started, and its hypothesis leaves open: {list}.",
            "{name} est lancée, et son hypothèse laisse ouvert : {list}."
        )
    };
    let (root, field) = root(ctx, number, open);
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Complete the hypothesis of {name}: {list}.",
            "Complétez l’hypothèse de {name} : {list}."
        ))
        .shows([row(say!(ctx, "Open: {list}", "Ouvert : {list}")).imported(ctx, element)])
        .shows(budget_row(ctx, number))
        .stakes(ctx.budget(number).cloned())
        .caused_by(root, field)
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let missing = vec![Missing::of(Lack::Start, element, ctx.lang)];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether {name} has started without a hypothesis cannot be told: neither its state nor its start is known.",
            "On ne peut dire si {name} est lancée sans hypothèse : ni son état ni son lancement ne sont connus."
        ))
        .advises(say!(ctx, "Fill in its state, or the day of its start.", "Renseignez son état, ou le jour de son lancement."))
        .caused_by(element, "start")
}
