//! D307: everything that is known of an objective comes from one place.

use crate::model::{Date, Element, ElementKind, Known};
use crate::rules::context::Origin;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use chrono::Months;
use std::collections::{BTreeMap, BTreeSet};

const VALUES: Threshold = Threshold {
    name: "values",
    value: 3.0,
    unit: Said {
        en: "confirmed values at least",
        fr: "valeurs confirmées au moins",
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
             team, and there are at least 3. Only who has spoken of the last 12 months is counted. The team is the unit of \
             the person who answers for the source or who typed the value, else that person. Cannot tell when some values \
             name neither source nor person and all others come from one place.",
        fr: "Toutes les valeurs confirmées d’un objectif et de ce qui y mène, initiatives exceptées, viennent d’une seule source ou \
             d’une seule équipe, et il y en a au moins 3. Seul compte qui a parlé des 12 derniers mois. L’équipe est l’unité de \
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
    thresholds: &[VALUES, MONTHS],
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("one_voice.cases"),
};

/// How many values an origin gave, and the last period.
type Voices = BTreeMap<Origin, (usize, Date)>;

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let months = u32::try_from(report.days(&MONTHS)).unwrap_or(0);
    let since = ctx
        .as_of
        .checked_sub_months(Months::new(months))
        .unwrap_or(ctx.as_of);
    let (mut seen, mut voices) = (BTreeSet::new(), Voices::new());
    for (n, _) in ctx.figures(number).filter(|(n, _)| seen.insert(*n)) {
        for voice in ctx.track(n).voices.iter().filter(|it| it.last >= since) {
            let (values, last) = voices.entry(voice.from.clone()).or_insert((0, voice.last));
            *values += voice.values;
            *last = voice.last.max(*last);
        }
        if voices.len() > 1 && only_place(ctx, &voices).is_none() {
            return;
        }
    }
    let count: usize = voices.values().map(|(values, _)| values).sum();
    if count < report.count(&VALUES).max(1) {
        return;
    }
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

/// The one source or the one team from which all voices come that name any.
fn only_place(ctx: &Context<'_>, voices: &Voices) -> Option<String> {
    let mut named = voices.keys().filter(|it| **it != Origin::Nobody);
    let (first, second) = (named.next()?, named.next());
    if let (Origin::Source(id), None) = (first, second) {
        return Some(quoted(ctx.source_title(Some(id)), ctx.lang));
    }
    let place = team(ctx, first)?;
    let same = |it| team(ctx, it).is_some_and(|it| it.to_lowercase() == place.to_lowercase());
    second.into_iter().chain(named).all(same).then_some(place)
}

/// The unit of the person behind a voice, else the person.
fn team(ctx: &Context<'_>, origin: &Origin) -> Option<String> {
    let name = match origin {
        Origin::Source(id) => ctx.source(id)?.owner.value()?.trim(),
        Origin::Person(name) => name.as_str(),
        Origin::Nobody => return None,
    };
    let unit = ctx
        .person(name)
        .and_then(|(_, it)| it.person()?.unit.value());
    let team = unit.map_or(name, |it| it.trim());
    (!team.is_empty()).then(|| team.to_owned())
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
