//! M104: an objective that lies far ahead, with nothing dated between the next months and its horizon.

use crate::model::{Date, Detail, ElementKind, IndicatorKind, Known, Maybe, Nature, Reason};
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const FAR: Threshold = Threshold {
    name: "horizon",
    value: 12.0,
    unit: Said {
        en: "months ahead",
        fr: "mois d’avance",
    },
    source: OURS,
};
const NEAR: Threshold = Threshold {
    name: "cycles",
    value: 2.0,
    unit: Said {
        en: "cycles after the running one",
        fr: "cycles après celui en cours",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M104",
    name: "no-trajectory",
    family: Family::Rituals,
    severity: Severity::Medium,
    title: Said {
        en: "Distant objectives with nothing on the way",
        fr: "Objectifs lointains sans étape en chemin",
    },
    what: Said {
        en: "An objective whose horizon is more than {horizon} months ahead and for which nothing is dated after the next {cycles} cycles: no \
             open initiative that begins or ends then, no adoption of a change, no review of an outcome, no target of \
             an outcome indicator before the horizon. The target at the horizon itself is the end and not a step. Cannot tell when the \
             open work that leads to it has no end date, or when the horizon is withheld or still unknown.",
        fr: "Un objectif dont l’horizon est à plus de {horizon} mois et pour lequel rien n’est daté après les {cycles} prochains cycles : ni \
             initiative ouverte qui commence ou finit alors, ni adoption d’un changement, ni revue d’un résultat, ni cible d’un \
             indicateur de résultat avant l’horizon. La cible à l’horizon même est l’arrivée, non une étape. Indécidable quand le travail \
             ouvert qui y mène n’a pas de date de fin, ou quand l’horizon n’est pas communiqué ou encore inconnu.",
    },
    why: Said {
        en: "Rituals look a few weeks ahead. An objective of three years with nothing between here and there is postponed at every \
             session without anybody deciding so, until it is too late to reach it.",
        fr: "Les rituels regardent à quelques semaines. Un objectif à trois ans sans rien d’ici là se repousse à chaque séance sans \
             que personne ne le décide, jusqu’à devenir inatteignable.",
    },
    how: Said {
        en: "Lay a trajectory: two to four dated steps of the outcome, such as intermediate targets of its indicator, and the \
             change or initiative that is to bring each.",
        fr: "Tracez une trajectoire : deux à quatre étapes datées du résultat, par exemple des cibles intermédiaires de son \
             indicateur, et pour chacune le changement ou l’initiative qui doit l’amener.",
    },
    thresholds: &[FAR, NEAR],
    footing: Footing {
        needs: Said {
            en: "objectives with a horizon more than a year away",
            fr: "des objectifs dont l’horizon est à plus d’un an",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Objective], |n| {
                let horizon = ctx.element(n).objective().and_then(|it| it.horizon.value());
                horizon.is_some_and(|it| *it > far(ctx))
            })
        },
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("no_trajectory.cases"),
};

/// The day beyond which an objective needs steps on its way.
fn far(ctx: &Context<'_>) -> Date {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time that is set below zero is none"
    )]
    let months = set_for(ctx.settings(), RULE.code, &FAR).round() as u32;
    ctx.months_later(months)
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let horizon = match element.objective().and_then(|it| it.horizon.as_ref()) {
        Some(Maybe::Known(day)) => *day,
        Some(Maybe::Missing(gap)) if gap.reason != Reason::NotRequired => {
            let missing = vec![Missing::of(Lack::Horizon, element, ctx.lang).because(gap)];
            report.add(cannot_tell(ctx, number, missing));
            return;
        }
        _ => return,
    };
    if horizon <= far(ctx) {
        return;
    }
    let cycles = i32::try_from(report.days(&NEAR)).unwrap_or(0);
    let from = ctx.end_of_cycle(cycles);
    let below = ctx.below(number);
    let around = || std::iter::once(number).chain(below.iter().copied());
    let said = around().map(|n| (n, dates(ctx, n)));
    // Indicators have many readings: they are asked last.
    let measured = around().map(|n| (n, targets(ctx, n)));
    let mut earlier = Vec::new();
    for (n, dates) in said.chain(measured) {
        // Work may go on beyond the horizon; what it is to bring lies before it.
        let is_work = ctx.kind(n) == ElementKind::Initiative;
        let on_the_way = dates.into_iter().filter(|it| is_work || *it < horizon);
        for date in on_the_way {
            if date >= from {
                return;
            }
            earlier.push((date, n));
        }
    }
    let is_endless = |n: &usize| {
        ctx.active_initiative(*n)
            .is_some_and(|it| it.end.value().is_none())
    };
    let endless: Vec<usize> = below.iter().copied().filter(is_endless).collect();
    report.add(if endless.is_empty() {
        earlier.sort_unstable();
        violated(ctx, number, horizon, from, &earlier)
    } else {
        let missing = endless
            .iter()
            .map(|n| Missing::of(Lack::End, ctx.element(*n), ctx.lang));
        let work = endless.iter().map(|n| ctx.element(*n));
        cannot_tell(ctx, number, missing.collect()).relates(work)
    });
}

/// The dates that an element puts on the way to an objective above it.
fn dates(ctx: &Context<'_>, number: usize) -> Vec<Date> {
    let fields = match &ctx.element(number).detail {
        Detail::Initiative(it) if ctx.active_initiative(number).is_some() => [&it.start, &it.end],
        Detail::Change(it) => [&it.adoption_date, &None],
        Detail::Outcome(it) => [&it.review_on, &None],
        Detail::Objective(it) => [&it.horizon, &None],
        _ => return Vec::new(),
    };
    let known = fields.into_iter().filter_map(|it| it.value().copied());
    known.collect()
}

/// The days for which its outcome indicators have a target.
fn targets(ctx: &Context<'_>, number: usize) -> Vec<Date> {
    let mut dates = Vec::new();
    if matches!(
        ctx.kind(number),
        ElementKind::Objective | ElementKind::Outcome
    ) {
        for n in ctx.indicators(number) {
            if ctx.indicator_kind(n) >= Some(IndicatorKind::Outcome) {
                let target = ctx
                    .element(n)
                    .indicator()
                    .and_then(|it| it.target_on.value());
                dates.extend(target);
                let planned = ctx.readings(n).filter(|it| it.nature == Nature::Target);
                dates.extend(planned.map(|it| it.period));
            }
        }
    }
    dates
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    horizon: Date,
    from: Date,
    earlier: &[(Date, usize)],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let (until, from) = (day(horizon, ctx.lang), day(from, ctx.lang));
    let last = earlier.iter().rev().take(MOST_ROWS).map(|(date, n)| {
        let step = ctx.element(*n);
        let title = quoted(&step.title, ctx.lang);
        row(say!(ctx, "Dated step: {title}", "Étape datée : {title}"))
            .of(step)
            .on(Some(*date))
    });
    Verdict::violated(element)
        .says(say!(
            ctx,
            "The objective {name} runs until {until}, and nothing is dated on the way from {from} on.",
            "L’objectif {name} court jusqu’au {until}, et rien n’est daté en chemin à partir du {from}."
        ))
        .advises(say!(
            ctx,
            "Date two to four steps of its outcome between {from} and {until}, and the work that is to bring each.",
            "Datez deux à quatre étapes de son résultat entre le {from} et le {until}, et le travail qui doit amener chacune."
        ))
        .shows(last)
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, missing: Vec<Missing>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether anything is planned on the way to the objective {name} cannot be told: dates are missing.",
            "On ne peut dire si quelque chose est prévu en chemin vers l’objectif {name} : des dates manquent."
        ))
        .advises(say!(
            ctx,
            "Fill in the dates that are missing.",
            "Renseignez les dates qui manquent."
        ))
}
