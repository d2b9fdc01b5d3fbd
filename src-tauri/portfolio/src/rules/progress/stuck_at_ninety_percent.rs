//! M208: work that is nearly complete for months, or gets more complete while its proof is overdue.

use crate::model::{Date, Element, ElementKind, Known};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_work};
use crate::rules::progress::proofs::overdue;
use crate::rules::progress::undated::{since_when, undated_percent};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{cycles, day, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const NEARLY: Threshold = Threshold {
    name: "percent_complete",
    value: 90.0,
    unit: Said {
        en: "% complete",
        fr: "% d’avancement",
    },
    source: OURS,
};
const CYCLES: Threshold = Threshold {
    name: "cycles",
    value: 2.0,
    unit: Said {
        en: "cycles",
        fr: "cycles",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M208",
    name: "stuck-at-ninety-percent",
    family: Family::Progress,
    severity: Severity::Medium,
    title: Said {
        en: "Nearly complete, month after month",
        fr: "Presque fini, mois après mois",
    },
    what: Said {
        en: "An open initiative that dated status reports have put at {percent_complete} % or more, without a drop, for at least {cycles} cycles. Or one \
             whose percentage has risen since the day on which an outcome it leads to was to be reviewed, or its indicator was \
             to reach its target, and no reading has come since. Past versions of a date are not kept: a date that has gone by \
             without evidence stands for one that slips. Cannot tell since when a percentage that high stands where no dated report gives one.",
        fr: "Une initiative ouverte que des points d’avancement datés situent à {percent_complete} % ou plus, sans recul, depuis au moins {cycles} cycles. \
             Ou dont le pourcentage a monté depuis le jour où un résultat auquel elle mène devait être revu, ou son indicateur \
             atteindre sa cible, sans qu’aucun relevé ne soit venu. Les anciennes versions d’une date ne sont pas conservées : \
             une date passée sans preuve vaut glissement. Ne peut dire depuis quand tient un tel pourcentage si aucun point daté n’en donne.",
    },
    why: Said {
        en: "The last tenth holds what was put off: interfaces, data, acceptance, training. A percentage measures what has been \
             spent on the work, not whether anybody can use it.",
        fr: "Le dernier dixième contient ce qu’on a repoussé : interfaces, données, recette, formation. Un pourcentage mesure ce \
             qu’on a dépensé, non ce dont quelqu’un peut se servir.",
    },
    how: Said {
        en: "Ask what works today and who uses it. Replace the percentage by the two or three things that are still missing, each \
             with a date and somebody who accepts it.",
        fr: "Demandez ce qui fonctionne aujourd’hui et qui s’en sert. Remplacez le pourcentage par les deux ou trois choses qui \
             manquent encore, chacune avec une date et quelqu’un qui la réceptionne.",
    },
    thresholds: &[NEARLY, CYCLES],
    footing: Footing {
        needs: Said {
            en: "dated reports of how far the work is, in percent",
            fr: "des points d’avancement datés, en %",
        },
        there_is: |ctx| {
            some_work(ctx, |n| {
                ctx.reports(n)
                    .into_iter()
                    .any(|(_, it)| it.percent.is_some())
            })
        },
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("stuck_at_ninety_percent.cases"),
};

/// A percentage as it stood on a day.
type Point = (Date, f64);

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(initiative) = ctx.active_initiative(number) else {
        return;
    };
    let mut points: Vec<Point> = ctx
        .reports(number)
        .into_iter()
        .filter_map(|(date, it)| Some((date, it.percent?)))
        .collect();
    let least = report.value(&NEARLY);
    if points.is_empty() {
        let now = undated_percent(ctx, number, initiative);
        if let Some(now) = now.filter(|it| *it >= least) {
            report.add(since_when(ctx, number, now));
        }
        return;
    }
    // What the initiative says of itself is what holds today.
    points.extend(
        initiative
            .percent_complete
            .value()
            .map(|it| (ctx.as_of, *it)),
    );
    let below = points.iter().rposition(|(_, it)| *it < least);
    let since = points.get(below.map_or(0, |at| at + 1));
    let Some((_, now)) = points.last().copied() else {
        return;
    };
    if let Some((since, _)) = since.copied()
        && i64::from(ctx.cycles_since(since)) >= report.days(&CYCLES)
    {
        report.add(stuck(ctx, number, since, now, least).shows(history(ctx, number, &points)));
        return;
    }
    let risen = |(_, due): &(usize, Date)| {
        let before = points.iter().rev().find(|(date, _)| date <= due);
        before.is_some_and(|(_, then)| now > *then)
    };
    if let Some((at, due)) = overdue(ctx, number).into_iter().find(risen) {
        let then = points.iter().rev().find(|(date, _)| *date <= due);
        let then = then.map_or(0.0, |it| it.1);
        report.add(
            unproven(ctx, number, ctx.element(at), (due, then), now)
                .shows(history(ctx, number, &points)),
        );
    }
}

fn history(ctx: &Context<'_>, number: usize, points: &[Point]) -> Vec<Evidence> {
    let first = points.len().saturating_sub(MOST_ROWS);
    let shown = points.iter().skip(first).map(|(date, it)| {
        let share = percent(it / 100.0, ctx.lang);
        row(say!(ctx, "{share} complete", "Avancement {share}"))
            .of(ctx.element(number))
            .on(Some(*date))
    });
    shown.collect()
}

fn stuck<'a>(ctx: &Context<'a>, number: usize, since: Date, now: f64, least: f64) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let span = cycles(
        i64::from(ctx.cycles_since(since)),
        ctx.settings().cycle,
        ctx.lang,
    );
    let since = day(since, ctx.lang);
    let (now, least) = (
        percent(now / 100.0, ctx.lang),
        percent(least / 100.0, ctx.lang),
    );
    Verdict::violated(element)
        .facet("percent")
        .says(say!(
            ctx,
            "{name} has stood at {least} or more for {span}, since {since}; it says {now} and is still open.",
            "{name} est à {least} ou plus depuis {span}, soit depuis le {since} ; elle annonce {now} et reste ouverte."
        ))
        .advises(say!(
            ctx,
            "Name what is still missing and who uses what works; then deliver it, or correct the percentage.",
            "Nommez ce qui manque encore et qui se sert de ce qui marche ; puis livrez, ou corrigez le pourcentage."
        ))
        .stakes(ctx.budget(number).cloned())
}

fn unproven<'a>(
    ctx: &Context<'a>,
    number: usize,
    proof: &'a Element,
    (due, then): Point,
    now: f64,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let (name, what) = (
        quoted(&element.title, ctx.lang),
        quoted(&proof.title, ctx.lang),
    );
    let (then, now) = (
        percent(then / 100.0, ctx.lang),
        percent(now / 100.0, ctx.lang),
    );
    let on = day(due, ctx.lang);
    Verdict::violated(element)
        .facet("evidence")
        .says(say!(
            ctx,
            "{name} has gone from {then} to {now} complete since {on}, when {what} was to show its effect; nothing has been read since.",
            "{name} est passée de {then} à {now} d’avancement depuis le {on}, jour où {what} devait montrer son effet ; rien n’a été relevé depuis."
        ))
        .advises(say!(
            ctx,
            "Take the reading that was due on {on}, or set a new date for it with the owner of the outcome.",
            "Faites le relevé prévu le {on}, ou fixez-en une nouvelle date avec le responsable du résultat."
        ))
        .relates([proof])
        .stakes(ctx.budget(number).cloned())
}
