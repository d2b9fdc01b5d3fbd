//! M202: the work is reported green and the result that it is for has not moved.

use crate::model::{ElementKind, Link, Status};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::Missing;
use crate::rules::progress::proofs::{gaps, lacking, late, moved, reading_row};
use crate::rules::progress::rows::{is_under_way, rating_of, said_row};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{all_of, quoted, say};
use crate::rules::{Context, Family, Report, Severity, Standing};

const GREEN: Threshold = Threshold {
    name: "green_share",
    value: 80.0,
    unit: Said {
        en: "% of the initiatives under way",
        fr: "% des initiatives en cours",
    },
    source: OURS,
};
const FEW: Threshold = Threshold {
    name: "all_below",
    value: 5.0,
    unit: Said {
        en: "initiatives, below which all must be green",
        fr: "initiatives, en deçà desquelles toutes doivent être au vert",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M202",
    name: "watermelon",
    family: Family::Progress,
    severity: Severity::High,
    title: Said {
        en: "Green outside, red inside",
        fr: "Vert dehors, rouge dedans",
    },
    what: Said {
        en: "At least {green_share} % of the initiatives under way towards an objective are reported green (all of them, if fewer than {all_below}), \
             while a fresh reading of an outcome indicator shows less than half of the movement planned by then. IT’s rating \
             is taken, the business’s where IT gives none. Cannot tell when the green work is certain and the outcome is not: \
             no fresh reading, no plan, no interval between readings, or ratings missing on which it turns.",
        fr: "Au moins {green_share} % des initiatives en cours vers un objectif sont annoncées au vert (toutes, s’il y en a moins de {all_below}), \
             alors qu’un relevé frais d’un indicateur de résultat montre moins de la moitié du chemin prévu à cette date. On \
             retient l’avis de l’informatique, à défaut celui du métier. Indécidable quand le vert est certain et le résultat \
             ne l’est pas : ni relevé frais, ni plan, ni rythme de relevé, ou des avis manquants qui décideraient.",
    },
    why: Said {
        en: "Everybody keeps the promise that was asked of them, to deliver, and the result is not coming. A report that is green \
             everywhere hides this until the money is spent.",
        fr: "Chacun tient la promesse qu’on lui a demandée, livrer, et le résultat ne vient pas. Un tableau de bord tout vert le \
             cache jusqu’à ce que l’argent soit dépensé.",
    },
    how: Said {
        en: "Bring the owners of the work and of the objective to one table: is it the wrong work, is it too early to see an \
             effect, or does the indicator measure something else? Record what is decided.",
        fr: "Réunissez ceux qui portent le travail et celui qui porte l’objectif : est-ce le mauvais travail, est-il trop tôt pour \
             voir un effet, ou l’indicateur mesure-t-il autre chose ? Consignez la décision.",
    },
    thresholds: &[GREEN, FEW],
    footing: Footing {
        needs: Said {
            en: "an objective with an outcome indicator that has baseline, target and a fresh value, and the status of work that leads to it",
            fr: "un objectif avec un indicateur de résultat doté d’un départ, d’une cible et d’un relevé récent, et l’avancement d’un travail qui y mène",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Objective], |n| {
                let rated =
                    |it: &usize| is_under_way(ctx, *it) && ctx.delivery_status(*it).is_some();
                ctx.standing_of(n).is_some() && ctx.initiatives_of(n).iter().any(rated)
            })
        },
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("watermelon.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let standing = ctx.standing_of(number);
    if ctx.proofs(number).is_empty() || standing < Some(Standing::OffTrack) && standing.is_some() {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "initiatives are few")]
    let enough = |count: usize, team: usize| {
        count == team
            || team >= report.count(&FEW)
                && count as f64 * 100.0 >= team as f64 * report.value(&GREEN)
    };
    let (mut green, mut unrated, mut team) = (Vec::new(), Vec::new(), 0);
    let all = ctx.initiatives_of(number);
    for (n, rest) in all.iter().copied().zip((0..all.len()).rev()) {
        if !is_under_way(ctx, n) {
            continue;
        }
        team += 1;
        match ctx.delivery_status(n) {
            Some(Status::Green) => green.push(n),
            None => unrated.push(n),
            Some(_) => {}
        }
        // Even if all the rest were green, it would not be enough.
        if !enough(green.len() + unrated.len() + rest, team + rest) {
            return;
        }
    }
    if green.is_empty() || !enough(green.len() + unrated.len(), team) {
        return;
    }
    let certain = enough(green.len(), team);
    match standing {
        Some(Standing::OffTrack) if let Some(red) = late(ctx, number) => {
            report.add(if certain {
                violated(ctx, number, team, &green, red)
            } else {
                let missing = unrated.iter().map(|n| rating_of(ctx, *n));
                cannot_tell(ctx, number, missing.collect())
            });
        }
        Some(Standing::OffTrack) | None if certain => unproven(ctx, number, report),
        _ => {}
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    all: usize,
    green: &[usize],
    red: usize,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let moved = moved(ctx, red).unwrap_or_default();
    let count = green.len();
    let every = all_of(all, ctx.lang);
    let message = match green {
        [only] if all == 1 => {
            let work = quoted(&ctx.element(*only).title, ctx.lang);
            say!(
                ctx,
                "{work}, the only work under way towards {name}, is green; {moved}.",
                "{work}, seul travail en cours vers {name}, est au vert ; {moved}."
            )
        }
        _ if count == all => say!(
            ctx,
            "{every} initiatives under way towards {name} are green; {moved}.",
            "{every} initiatives en cours vers {name} sont au vert ; {moved}."
        ),
        _ => say!(
            ctx,
            "{count} of the {all} initiatives under way towards {name} are green; {moved}.",
            "{count} des {all} initiatives en cours vers {name} sont au vert ; {moved}."
        ),
    };
    let shown = || green.iter().copied().take(MOST_ROWS);
    let mut path: Vec<&Link> = Vec::new();
    for step in shown().filter_map(|n| ctx.path(n, number)).flatten() {
        if path.iter().all(|it| it.id != step.link.id) {
            path.push(step.link);
        }
    }
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Review together how this work is to move the indicator: change the work, the date or the indicator, and record the decision.",
            "Revoyez ensemble comment ce travail doit faire bouger l’indicateur : changez le travail, la date ou l’indicateur, et consignez la décision."
        ))
        .shows(reading_row(ctx, red))
        .shows(shown().filter_map(|n| said_row(ctx, n)))
        .relates(green.iter().chain([&red]).map(|n| ctx.element(*n)))
        .stakes(green.iter().filter_map(|n| ctx.budget(*n)).cloned())
        .along(path)
}

/// The work is green and nothing tells how the outcome stands.
fn unproven<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let proofs = ctx.proofs(number);
    if proofs.is_empty() {
        return;
    }
    let missing = proofs.iter().flat_map(|n| gaps(ctx, *n)).collect();
    let rows = proofs.iter().take(MOST_ROWS);
    let verdict = cannot_tell(ctx, number, missing)
        .shows(rows.filter_map(|n| reading_row(ctx, *n)))
        .relates(proofs.iter().map(|n| ctx.element(*n)));
    let incomplete = proofs.iter().find(|n| !lacking(ctx, **n).is_empty());
    report.add(match incomplete {
        Some(n) => verdict.caused_by(ctx.element(*n), "baseline"),
        None => verdict,
    });
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, missing: Vec<Missing>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Work towards {name} is reported green; whether the outcome follows cannot be told.",
            "Le travail vers {name} est annoncé au vert ; on ne peut dire si le résultat suit."
        ))
        .advises(say!(
            ctx,
            "Supply what is missing, and compare the work with its outcome once more.",
            "Complétez ce qui manque, puis comparez de nouveau le travail et son résultat."
        ))
}
