//! D301: an objective of which the ground has said nothing lately.

use crate::model::{Date, Element, ElementKind, IndicatorKind};
use crate::rules::context::Origin;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::figures::last_value;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use std::collections::{BTreeMap, BTreeSet};

const CYCLES: Threshold = Threshold {
    name: "cycles",
    value: 2.0,
    unit: Said {
        en: "cycles, the running one included",
        fr: "cycles, celui en cours compris",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D301",
    name: "no-field-reading",
    family: Family::Ground,
    severity: Severity::High,
    title: Said {
        en: "Objectives of which the ground says nothing",
        fr: "Objectifs dont le terrain ne dit rien",
    },
    what: Said {
        en: "In the last {cycles} cycles no named source gave a confirmed value that tells how the objective is felt on the ground, and \
             none is still fresh by its own rhythm. Such values are those of adoption, outcome and impact indicators of the \
             objective and of the outcomes, changes and capabilities that lead to it, and any figure of a system or a team \
             below it. A baseline that was read is a value too. Figures of the work itself do not count. Cannot tell when the only such values were typed without a \
             source, or only indicators of an unknown kind were read.",
        fr: "Au cours des {cycles} derniers cycles, aucune source nommée n’a donné de valeur confirmée disant comment l’objectif se vit \
             sur le terrain, et aucune n’est encore fraîche à son propre rythme. Il s’agit des indicateurs d’adoption, de \
             résultat et d’impact de l’objectif et des résultats, changements et capacités qui y mènent, et de tout chiffre d’un \
             système ou d’une équipe en dessous. Un point de départ relevé est aussi une valeur. Les chiffres du travail lui-même ne comptent pas. \
             Indécidable quand les seules valeurs de ce genre ont été saisies sans source, ou quand seuls des indicateurs de \
             type inconnu ont été relevés.",
    },
    why: Said {
        en: "An objective that is only reported on from above is steered by opinion. Those who live with the result know first whether it is coming, and nobody asks them.",
        fr: "Un objectif dont on ne rend compte que d’en haut se pilote à l’opinion. Ceux qui vivent le résultat savent les premiers s’il arrive, et personne ne le leur demande.",
    },
    how: Said {
        en: "Add one figure that operations, a survey or the users themselves give, name its source, and read it in every cycle.",
        fr: "Ajoutez un chiffre donné par l’exploitation, une enquête ou les usagers eux-mêmes, nommez-en la source et relevez-le à chaque cycle.",
    },
    thresholds: &[CYCLES],
    footing: Footing {
        needs: Said {
            en: "objectives",
            fr: "des objectifs",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Objective], |_| true),
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("no_field_reading.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let cycles = i32::try_from(report.days(&CYCLES)).unwrap_or(i32::MAX);
    let (mut typed, mut unsure) = (BTreeSet::new(), BTreeSet::new());
    let mut all: BTreeMap<usize, bool> = BTreeMap::new();
    for (n, at) in ctx.figures(number) {
        let ground = is_of_the_ground(ctx, n, at);
        *all.entry(n).or_default() |= ground == Some(true);
        let speaks = |named| last_of(ctx, n, named).is_some_and(|it| is_lately(ctx, n, it, cycles));
        match ground {
            Some(true) if speaks(true) => return,
            Some(true) if speaks(false) => drop(typed.insert(n)),
            // Of whatever kind it may be: who does not know the kind cannot say that the ground is silent.
            None if speaks(true) || speaks(false) => drop(unsure.insert(n)),
            _ => {}
        }
    }
    report.add(if typed.is_empty() && unsure.is_empty() {
        violated(ctx, element, &all)
    } else {
        cannot_tell(ctx, element, &typed, &unsure)
    });
}

/// Whether a figure tells how something is lived with; `None` when nobody said what kind of figure it is.
fn is_of_the_ground(ctx: &Context<'_>, indicator: usize, measured: usize) -> Option<bool> {
    if matches!(ctx.kind(measured), ElementKind::System | ElementKind::Team) {
        return Some(true);
    }
    Some(ctx.indicator_kind(indicator)? >= IndicatorKind::Adoption)
}

/// The last period of which a named source has spoken, or somebody who typed a value here; a baseline is spoken too.
fn last_of(ctx: &Context<'_>, indicator: usize, named: bool) -> Option<Date> {
    let track = ctx.track(indicator);
    let voices = track.voices.iter().map(|it| (&it.from, it.last));
    let start = track.start.iter().map(|(from, day)| (from, *day));
    let own = voices
        .chain(start)
        .filter(|(from, _)| matches!(from, Origin::Source(_)) == named);
    own.map(|(_, day)| day).max()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "days between calendar dates are small"
)]
fn is_lately(ctx: &Context<'_>, indicator: usize, last: Date, cycles: i32) -> bool {
    let stale_after = ctx.track(indicator).stale_after;
    ctx.in_last_cycles(last, cycles)
        || stale_after.is_some_and(|days| (ctx.as_of - last).num_days() as f64 <= days)
}

fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    figures: &BTreeMap<usize, bool>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let ground = figures.iter().filter(|(_, it)| **it);
    let last = ground.filter_map(|(n, _)| last_of(ctx, *n, true)).max();
    let message = match last.map(|it| day(it, ctx.lang)) {
        Some(date) => say!(
            ctx,
            "Nothing has come from the ground on the objective {name} since {date}.",
            "Rien n’est venu du terrain sur l’objectif {name} depuis le {date}."
        ),
        None if figures.is_empty() => say!(
            ctx,
            "Nothing from the ground speaks of the objective {name}: no indicator measures it or what leads to it.",
            "Rien du terrain ne parle de l’objectif {name} : aucun indicateur ne le mesure, ni ce qui y mène."
        ),
        None => say!(
            ctx,
            "Nothing from the ground speaks of the objective {name}: no figure of use or effect has a value from a named source.",
            "Rien du terrain ne parle de l’objectif {name} : aucun chiffre d’usage ou d’effet n’a de valeur venant d’une source nommée."
        ),
    };
    let verdict = Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Record a value of this cycle that operations, a survey or users give for {name}, with its source.",
            "Enregistrez pour {name} une valeur de ce cycle donnée par l’exploitation, une enquête ou les usagers, avec sa source."
        ))
        .shows(figures.iter().take(MOST_ROWS).map(|(n, _)| last_value(ctx, *n)))
        .relates(figures.iter().take(MOST_ROWS).map(|(n, _)| ctx.element(*n)));
    if figures.is_empty() {
        verdict.caused_by(element, "proof")
    } else {
        verdict
    }
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    typed: &BTreeSet<usize>,
    unsure: &BTreeSet<usize>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let lacks = |field| move |n: &usize| Missing::of(field, ctx.element(*n), ctx.lang);
    let sources = typed.iter().map(lacks(Lack::ReadingSource));
    let kinds = unsure.iter().map(lacks(Lack::IndicatorKind));
    let figures = || typed.iter().chain(unsure).take(MOST_ROWS);
    Verdict::cannot_tell(element, sources.chain(kinds).collect())
        .says(say!(
            ctx,
            "Whether the ground speaks of the objective {name} cannot be told: its latest values do not say where they come from or what they tell of.",
            "On ne peut dire si le terrain parle de l’objectif {name} : ses dernières valeurs ne disent pas d’où elles viennent, ou de quoi elles parlent."
        ))
        .advises(say!(
            ctx,
            "Name the source of these values, and say of each indicator what kind it is.",
            "Nommez la source de ces valeurs, et indiquez le type de chaque indicateur."
        ))
        .shows(figures().map(|n| last_value(ctx, *n)))
        .relates(figures().map(|n| ctx.element(*n)))
}
