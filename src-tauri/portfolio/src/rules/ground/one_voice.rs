//! D307: everything that is known of an objective comes from one place.

use super::voices::{Voices, only_place};
use crate::model::{Date, Element, ElementKind};
use crate::rules::context::Origin;
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use chrono::Months;
use std::collections::BTreeSet;

const VALUES: Threshold = Threshold {
    name: "values",
    value: 6.0,
    unit: Said {
        en: "confirmed values at least",
        fr: "valeurs confirmées au moins",
    },
    source: OURS,
};
const DAYS: Threshold = Threshold {
    name: "days_between_values",
    value: 90.0,
    unit: Said {
        en: "days from the first to the last",
        fr: "jours de la première à la dernière",
    },
    source: OURS,
};
const MONTHS: Threshold = Threshold {
    name: "months",
    value: 12.0,
    unit: Said {
        en: "months",
        fr: "mois",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D307",
    name: "one-voice",
    family: Family::Ground,
    severity: Severity::Low,
    title: Said {
        en: "Objectives known through one voice only",
        fr: "Objectifs connus par une seule voix",
    },
    what: Said {
        en: "All confirmed values of an objective and of what leads to it, initiatives aside, come from one source or from one \
             team, and there are at least {values}, which lie at least {days_between_values} days apart: with fewer, or so soon, one voice is the rule. Only who has spoken of the last {months} months is counted. The team is the unit of \
             the person who answers for the source or who typed the value, else that person. Cannot tell when some values \
             name neither source nor person and all others come from one place.",
        fr: "Toutes les valeurs confirmées d’un objectif et de ce qui y mène, initiatives exceptées, viennent d’une seule source ou \
             d’une seule équipe, et il y en a au moins {values}, sur {days_between_values} jours au moins : avec moins, ou si tôt, une seule voix est la règle. Seul compte qui a parlé des {months} derniers mois. L’équipe est l’unité de \
             la personne qui répond de la source ou qui a saisi la valeur, à défaut cette personne. Indécidable quand des \
             valeurs ne nomment ni source ni personne et que toutes les autres viennent d’un seul endroit.",
    },
    why: Said {
        en: "One voice has one blind spot, and nobody who could notice. A second view costs little and makes the first one believable.",
        fr: "Une seule voix, c’est un seul angle mort, et personne pour s’en apercevoir. Un second regard coûte peu et rend le premier crédible.",
    },
    how: Said {
        en: "Add one figure from somebody who does not depend on the first: users, another tool, another team.",
        fr: "Ajoutez un chiffre venant de quelqu’un qui ne dépend pas du premier : les usagers, un autre outil, une autre équipe.",
    },
    thresholds: &[VALUES, DAYS, MONTHS],
    footing: Footing {
        needs: Said {
            en: "several values, over some time, of what measures an objective",
            fr: "plusieurs relevés, étalés dans le temps, de ce qui mesure un objectif",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Objective], |n| heard(ctx, n).is_some()),
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("one_voice.cases"),
};

/// Who speaks of an objective lately, with the number of values; `None` while that is too little to judge by. Once two
/// places have spoken no more is looked at.
fn heard(ctx: &Context<'_>, number: usize) -> Option<(Voices, usize)> {
    let set = |threshold| set_for(ctx.settings(), RULE.code, threshold).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count that is set below zero is zero"
    )]
    let [months, least, days] = [&MONTHS, &VALUES, &DAYS].map(|it| set(it) as u32);
    let since = ctx.as_of.checked_sub_months(Months::new(months));
    let since = since.unwrap_or(ctx.as_of);
    let (mut seen, mut voices) = (BTreeSet::new(), Voices::new());
    let mut first: Option<Date> = None;
    for (n, _) in ctx.figures(number).filter(|(n, _)| seen.insert(*n)) {
        for voice in ctx.track(n).voices.iter().filter(|it| it.last >= since) {
            let (values, last) = voices.entry(voice.from.clone()).or_insert((0, voice.last));
            *values += voice.values;
            *last = voice.last.max(*last);
            first = first.into_iter().chain([voice.first]).min();
        }
        if voices.len() > 1 && only_place(ctx, &voices).is_none() {
            break;
        }
    }
    let count: usize = voices.values().map(|(values, _)| values).sum();
    let last = voices.values().map(|(_, last)| *last).max();
    let span = first
        .zip(last)
        .map_or(0, |(first, last)| (last - first).num_days());
    let several = voices.len() > 1 && only_place(ctx, &voices).is_none();
    let enough =
        count >= usize::try_from(least).unwrap_or(usize::MAX).max(1) && span >= i64::from(days);
    (several || enough).then_some((voices, count))
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some((mut voices, count)) = heard(ctx, number) else {
        return;
    };
    let Some(place) = only_place(ctx, &voices) else {
        return;
    };
    let nobody = voices
        .remove(&Origin::Nobody)
        .map_or(0, |(values, _)| values);
    let element = ctx.element(number);
    report.add(if nobody > 0 {
        cannot_tell(ctx, element, &place, nobody, &voices)
    } else {
        violated(ctx, element, &place, count, &voices)
    });
}

fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    place: &str,
    count: usize,
    voices: &Voices,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "All {count} values under the objective {name} have one origin: {place}.",
            "Les {count} valeurs de l’objectif {name} ont une même origine : {place}."
        ))
        .advises(say!(
            ctx,
            "Add a figure for {name} from somebody who does not depend on {place}.",
            "Ajoutez pour {name} un chiffre donné par quelqu’un d’indépendant : tout sauf {place}."
        ))
        .shows(rows(ctx, voices))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    place: &str,
    nobody: usize,
    voices: &Voices,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let (values, none) = if nobody == 1 {
        let none = say!(ctx, "one names none", "une n’en nomme aucune");
        (say!(ctx, "a value", "d’une valeur"), none)
    } else {
        let none = say!(ctx, "{nobody} name none", "{nobody} n’en nomment aucune");
        (say!(ctx, "{nobody} values", "de {nobody} valeurs"), none)
    };
    let missing = say!(
        ctx,
        "source of {values} under {name}",
        "source {values} de {name}"
    );
    let missing = Missing::said(Lack::ReadingSource, element, missing);
    Verdict::cannot_tell(element, vec![missing])
        .says(say!(
            ctx,
            "All values under the objective {name} that name their origin have the same: {place}; {none}.",
            "Les valeurs de l’objectif {name} dont on sait l’origine ont toutes la même : {place} ; {none}."
        ))
        .advises(say!(ctx, "Name their sources.", "Nommez leurs sources."))
        .shows(rows(ctx, voices))
}

fn rows(ctx: &Context<'_>, voices: &Voices) -> Vec<Evidence> {
    let some = voices.iter().take(MOST_ROWS);
    some.map(|(from, (values, last))| {
        let text = match from {
            Origin::Person(name) => say!(
                ctx,
                "Values typed by {name}: {values}",
                "Valeurs saisies par {name} : {values}"
            ),
            _ => say!(ctx, "Values: {values}", "Valeurs : {values}"),
        };
        let source = match from {
            Origin::Source(id) => ctx.source_title(Some(id)),
            Origin::Person(_) | Origin::Nobody => "",
        };
        row(text).on(Some(*last)).from(source)
    })
    .collect()
}
