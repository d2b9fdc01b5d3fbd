//! M205: IT and business rate the same work differently, and nobody has settled it.

use crate::model::{Date, ElementKind, Known, Lens, Status, StatusReport};
use crate::rules::footing::{Footing, some_of};
use crate::rules::progress::rows::{status_row, status_word};
use crate::rules::progress::undated::unpaired;
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const FAR: Threshold = Threshold {
    name: "steps_apart",
    value: 2.0,
    unit: Said {
        en: "steps between green, amber and red",
        fr: "crans entre vert, orange et rouge",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M205",
    name: "sides-disagree",
    family: Family::Progress,
    severity: Severity::High,
    title: Said {
        en: "IT and business see it differently",
        fr: "Informatique et métier ne voient pas la même chose",
    },
    what: Said {
        en: "An open initiative or an objective that IT and business rate {steps_apart} steps apart (green and red stand two apart), or 1 step apart in this \
             cycle of ratings and in the one before. The latest rating of each side counts, for its own cycle and the next; an \
             older one is silence, not disagreement. Cannot tell when both have reported and one of them gives no rating, or no date \
             to hold it against the other.",
        fr: "Une initiative ouverte ou un objectif que l’informatique et le métier évaluent à {steps_apart} crans d’écart (deux du vert au rouge), ou à \
             1 cran à ce cycle d’évaluation et au précédent. On retient le dernier avis de chaque côté, valable pour son cycle \
             et le suivant ; plus ancien, c’est un silence et non un désaccord. Ne peut trancher si les deux ont rendu compte et que l’un \
             ne donne pas d’avis, ou pas de date pour le comparer à l’autre.",
    },
    why: Said {
        en: "The two sides look at different things: what was built, and what can be done with it. The difference is the most \
             useful line of a report, and the first to be averaged away.",
        fr: "Les deux côtés ne regardent pas la même chose : ce qui est construit, et ce qu’on peut en faire. L’écart est la ligne la \
             plus utile d’un rapport, et la première qu’une moyenne efface.",
    },
    how: Said {
        en: "Put it on the agenda with both people who gave the rating, and agree on the one indicator that decides.",
        fr: "Inscrivez-le à l’ordre du jour avec les deux personnes qui ont donné leur avis, et convenez de l’indicateur qui tranche.",
    },
    thresholds: &[FAR],
    footing: Footing {
        needs: Said {
            en: "recent status reports by both IT and the business on the same thing",
            fr: "des points d’avancement récents, de la DSI et du métier, sur le même objet",
        },
        there_is: |ctx| {
            some_of(
                ctx,
                &[ElementKind::Objective, ElementKind::Initiative],
                |n| now(ctx, n).is_some(),
            )
        },
    },
    check: Check::Each(&[ElementKind::Objective, ElementKind::Initiative], check),
    cases: include_str!("sides_disagree.cases"),
};

/// The ratings of the two sides at one time.
#[derive(Clone, Copy)]
struct Pair<'a> {
    it: (Status, &'a StatusReport),
    business: (Status, &'a StatusReport),
}

impl<'a> Pair<'a> {
    fn apart(&self) -> usize {
        (self.it.0 as usize).abs_diff(self.business.0 as usize)
    }

    fn reports(&self) -> [&'a StatusReport; 2] {
        [self.it.1, self.business.1]
    }
}

fn is_over(ctx: &Context<'_>, number: usize) -> bool {
    ctx.kind(number) == ElementKind::Initiative && ctx.active_initiative(number).is_none()
}

/// What both sides say of something now; `None` of work that is over.
fn now<'a>(ctx: &Context<'a>, number: usize) -> Option<Pair<'a>> {
    if is_over(ctx, number) {
        return None;
    }
    let dated = ctx.reports(number);
    pair(ctx, &dated, ctx.as_of).or_else(|| undated(ctx, number))
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(now) = now(ctx, number) else {
        if !is_over(ctx, number)
            && let Some(verdict) = unpaired(ctx, number)
        {
            report.add(verdict);
        }
        return;
    };
    let dated = ctx.reports(number);
    if now.apart() >= report.count(&FAR) {
        report.add(violated(ctx, number, now, None));
    } else if now.apart() > 0
        && let Some(before) = before(ctx, now).and_then(|day| pair(ctx, &dated, day))
        && before.apart() > 0
    {
        report.add(violated(ctx, number, now, Some(before)));
    }
}

/// The latest ratings of both sides until a day, in its cycle or the one before.
fn pair<'a>(ctx: &Context<'a>, dated: &[(Date, &'a StatusReport)], day: Date) -> Option<Pair<'a>> {
    let of = |side| {
        let mut said = dated.iter().rev().filter(|(date, it)| {
            *date <= day && it.lens == side && ctx.cycle_of(day) - ctx.cycle_of(*date) <= 1
        });
        said.find_map(|(_, it)| Some((it.status?, *it)))
    };
    Some(Pair {
        it: of(Lens::It)?,
        business: of(Lens::Business)?,
    })
}

/// The ratings of a list that bears no dates: both are of one day, whichever it was.
fn undated<'a>(ctx: &Context<'a>, number: usize) -> Option<Pair<'a>> {
    let of = |side| {
        let it = ctx.report_of(number, side)?;
        let undated = it.date.value().is_none();
        undated.then_some((it.status?, it))
    };
    Some(Pair {
        it: of(Lens::It)?,
        business: of(Lens::Business)?,
    })
}

/// The last day before the cycle of the younger of two ratings.
fn before(ctx: &Context<'_>, pair: Pair<'_>) -> Option<Date> {
    let dates = pair.reports().map(|it| it.date.value().copied());
    let last = dates.into_iter().flatten().max()?;
    ctx.end_of_cycle(-1 - ctx.cycles_since(last)).pred_opt()
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    now: Pair<'a>,
    before: Option<Pair<'a>>,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let (it, business) = (status_word(ctx, now.it.0), status_word(ctx, now.business.0));
    let message = match before {
        None => say!(
            ctx,
            "IT rates {name} {it} and the business rates it {business}.",
            "L’informatique voit {name} {it}, le métier {business}."
        ),
        Some(_) => say!(
            ctx,
            "IT rates {name} {it} and the business {business}; they already differed a cycle ago.",
            "L’informatique voit {name} {it}, le métier {business} ; ils divergeaient déjà au cycle précédent."
        ),
    };
    let mut shown: Vec<&StatusReport> = Vec::new();
    for said in [Some(now), before]
        .into_iter()
        .flatten()
        .flat_map(|it| it.reports())
    {
        if shown.iter().all(|it| it.id != said.id) {
            shown.push(said);
        }
    }
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Put it on the agenda with both sides, agree on the indicator that decides, and record a rating that both stand by.",
            "Inscrivez-le à l’ordre du jour avec les deux côtés, convenez de l’indicateur qui tranche et notez un avis que tous deux assument."
        ))
        .shows(shown.into_iter().map(|it| status_row(ctx, number, it)))
        .stakes(ctx.budget(number).cloned())
}
