//! M308: an indicator that somebody keeps reading and nobody uses.

use crate::model::{Element, ElementKind, Known, LinkKind};
use crate::rules::context::set_for;
use crate::rules::figures::last_value;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const VALUES: Threshold = Threshold {
    name: "values",
    value: 3.0,
    unit: Said {
        en: "confirmed values at least",
        fr: "valeurs confirmées au moins",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M308",
    name: "unused-indicator",
    family: Family::Tools,
    severity: Severity::Low,
    title: Said {
        en: "Indicators that are collected and not used",
        fr: "Indicateurs relevés et jamais utilisés",
    },
    what: Said {
        en: "An indicator with at least {values} confirmed values that measures nothing which leads to an outcome, an objective or what \
             stands above, itself or as a part of another indicator. It is used as well when a decision cites it or relies on \
             one of its values, when a why names it as its proof, when a conflict names it as its guard rail, or when a \
             contribution promises to move it.",
        fr: "Un indicateur d’au moins {values} valeurs confirmées qui ne mesure, ni par lui-même ni comme partie d’un autre, rien qui mène \
             à un résultat, à un objectif ou au-dessus. Il sert aussi quand une décision le cite ou s’appuie sur une de ses \
             valeurs, quand un pourquoi le donne pour preuve, quand un conflit le prend pour garde-fou, ou quand une \
             contribution promet de le faire bouger.",
    },
    why: Said {
        en: "Every figure costs somebody an hour a month. Figures that nobody acts on teach people that figures do not matter.",
        fr: "Chaque chiffre coûte une heure par mois à quelqu’un. Ceux dont personne ne fait rien enseignent que les chiffres ne comptent pas.",
    },
    how: Said {
        en: "Link it to what it measures, or stop collecting it and archive it.",
        fr: "Rattachez-le à ce qu’il mesure, ou cessez de le relever et archivez-le.",
    },
    thresholds: &[VALUES],
    footing: Footing {
        needs: Said {
            en: "indicators with several values",
            fr: "des indicateurs avec plusieurs relevés",
        },
        there_is: |ctx| {
            let least = set_for(ctx.settings(), RULE.code, &VALUES).round().max(1.0);
            let enough = |values| u32::try_from(values).is_ok_and(|it| f64::from(it) >= least);
            some_of(ctx, &[ElementKind::Indicator], |n| {
                enough(ctx.track(n).values())
            })
        },
    },
    check: Check::Each(&[ElementKind::Indicator], check),
    cases: include_str!("unused_indicator.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let least = report.count(&VALUES).max(1);
    if ctx.track(number).values() >= least && !serves(ctx, number) && !ctx.is_mentioned(number) {
        report.add(violated(ctx, number, ctx.element(number)));
    }
}

/// Whether it says something of what the portfolio is for, or a decision cites it.
fn serves(ctx: &Context<'_>, number: usize) -> bool {
    let leads = |n: usize| {
        let above = ctx.above(n);
        std::iter::once(&n)
            .chain(above.iter())
            .any(|at| is_aim(ctx.kind(*at)))
    };
    let wider = ctx.above(number);
    std::iter::once(&number).chain(wider.iter()).any(|at| {
        let measured = ctx.measures(*at);
        measured
            .iter()
            .any(|n| leads(*n) || ctx.parts(*n).into_iter().any(leads))
            || ctx.linked_to(*at, LinkKind::Cites).next().is_some()
    })
}

fn is_aim(kind: ElementKind) -> bool {
    matches!(
        kind,
        ElementKind::Driver | ElementKind::Priority | ElementKind::Objective | ElementKind::Outcome
    )
}

fn violated<'a>(ctx: &Context<'a>, number: usize, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let track = ctx.track(number);
    let count = track.values();
    let message = match track.first.map(|it| day(it, ctx.lang)) {
        Some(since) => say!(
            ctx,
            "{name} has {count} values since {since}, and nothing here uses it.",
            "{name} compte {count} valeurs depuis le {since}, et rien ici ne s’en sert."
        ),
        None => say!(
            ctx,
            "{name} has {count} values, and nothing here uses it.",
            "{name} compte {count} valeurs, et rien ici ne s’en sert."
        ),
    };
    let measured = ctx.measures(number);
    let measured: Vec<&Element> = measured.iter().map(|n| ctx.element(*n)).collect();
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Link {name} to the outcome or objective it proves, or archive it and spare the collecting.",
            "Rattachez {name} au résultat ou à l’objectif qu’il prouve, ou archivez-le et épargnez-en le relevé."
        ))
        .shows([last_value(ctx, number)])
        .shows(effort_row(ctx, element))
        .shows(measured.iter().map(|it| {
            let what = quoted(&it.title, ctx.lang);
            row(say!(
                ctx,
                "It measures {what}, which leads to no outcome and no objective",
                "Il mesure {what}, qui ne mène à aucun résultat ni objectif"
            ))
            .of(it)
        }))
        .relates(measured.iter().copied())
}

fn effort_row(ctx: &Context<'_>, element: &Element) -> Option<Evidence> {
    let every = element.indicator()?.every_days.value()?;
    let owner = element.owner.value().map(|it| it.trim());
    let rhythm = match every {
        1 => say!(ctx, "Collected every day", "Relevé chaque jour"),
        _ => say!(
            ctx,
            "Collected every {every} days",
            "Relevé tous les {every} jours"
        ),
    };
    let text = match owner.filter(|it| !it.is_empty()) {
        Some(owner) => say!(
            ctx,
            "{rhythm}, owned by {owner}",
            "{rhythm}, confié à {owner}"
        ),
        None => rhythm,
    };
    Some(row(text).of(element))
}
