//! M105: so much comes first that nothing does: priorities, points, and tags that call work the most important.

use crate::model::{Element, ElementKind};
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of, some_work};
use crate::rules::report::{Verdict, row};
use crate::rules::rituals::untold_points::untold_points;
use crate::rules::rituals::vocabulary::tagged;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{percent, points, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const PRIORITIES: Threshold = Threshold {
    name: "priorities",
    value: 5.0,
    unit: Said {
        en: "priorities",
        fr: "priorités",
    },
    source: OURS,
};
const SPREAD: Threshold = Threshold {
    name: "spread_of_weights",
    value: 0.1,
    unit: Said {
        en: "coefficient of variation of the points of objectives",
        fr: "de coefficient de variation des points des objectifs",
    },
    source: OURS,
};
const WEIGHTED: Threshold = Threshold {
    name: "fewest_objectives",
    value: 3.0,
    unit: Said {
        en: "objectives with points, below which the split is not judged",
        fr: "objectifs pondérés, en deçà desquels le partage n’est pas jugé",
    },
    source: OURS,
};
const TOP: Threshold = Threshold {
    name: "top_priority_share",
    value: 50.0,
    unit: Said {
        en: "% of the open initiatives",
        fr: "% des initiatives ouvertes",
    },
    source: OURS,
};
const ACTIVE: Threshold = Threshold {
    name: "fewest_initiatives",
    value: 5.0,
    unit: Said {
        en: "open initiatives, below which tags are not judged",
        fr: "initiatives ouvertes, en deçà desquelles les étiquettes ne sont pas jugées",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M105",
    name: "everything-first",
    family: Family::Rituals,
    severity: Severity::High,
    title: Said {
        en: "Everything is a priority",
        fr: "Tout est prioritaire",
    },
    what: Said {
        en: "More than {priorities} priorities; or the points of at least {fewest_objectives} objectives so equal that their coefficient of variation is below \
             {spread_of_weights}; or more than {top_priority_share} % of at least {fewest_initiatives} open initiatives tagged as top priority, in words such as “priority 1”, \
             “critical” or “must have”. Objectives without points are not counted. Cannot tell when \
             withheld points leave too few to compare.",
        fr: "Plus de {priorities} priorités ; ou les points d’au moins {fewest_objectives} objectifs si égaux que leur coefficient de variation est inférieur à \
             {spread_of_weights} ; ou plus de {top_priority_share} % d’au moins {fewest_initiatives} initiatives ouvertes étiquetées prioritaires, par des mots comme « priorité 1 », \
             « critique » ou « incontournable ». Les objectifs sans points ne comptent pas. Ne peut \
             trancher si des points non communiqués en laissent trop peu à comparer.",
    },
    why: Said {
        en: "Whoever cannot say what comes second has not said what comes first. The choice is then made every week by those who \
             do the work, each for himself.",
        fr: "Qui ne sait pas dire ce qui vient en second n’a pas dit ce qui vient en premier. Le choix se fait alors chaque semaine, \
             par ceux qui font le travail, chacun pour soi.",
    },
    how: Said {
        en: "Rank them in one room, no ties allowed, or give each person 100 points to share among the objectives and discuss the \
             differences.",
        fr: "Classez-les ensemble, sans ex æquo, ou donnez à chacun 100 points à répartir entre les objectifs et discutez des écarts.",
    },
    thresholds: &[PRIORITIES, SPREAD, WEIGHTED, TOP, ACTIVE],
    footing: Footing {
        needs: Said {
            en: "priorities, points on objectives, or tags of priority on work under way",
            fr: "des priorités, des points sur les objectifs, ou des étiquettes de priorité sur le travail en cours",
        },
        there_is: |ctx| {
            let is_top = |n| tagged(&ctx.element(n).tags).contains("top");
            let least = set_for(ctx.settings(), RULE.code, &WEIGHTED).max(2.0);
            let weighed = ctx.of_kind(ElementKind::Objective);
            let weighed = weighed.filter(|(_, it)| ctx.weight(it).is_some()).count();
            some_of(ctx, &[ElementKind::Priority], |_| true)
                || u32::try_from(weighed).is_ok_and(|it| f64::from(it) >= least)
                || some_work(ctx, is_top)
        },
    },
    check: Check::Whole(check),
    cases: include_str!("everything_first.cases"),
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    priorities(ctx, report);
    weights(ctx, report);
    tags(ctx, report);
}

fn priorities<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let found = ctx.of_kind(ElementKind::Priority);
    let all: Vec<&Element> = found.map(|(_, it)| it).collect();
    let (count, most) = (all.len(), report.count(&PRIORITIES));
    if count <= most {
        return;
    }
    let title = |it: &&'a Element| row(quoted(&it.title, ctx.lang)).imported(ctx, it);
    report.add(
        Verdict::violated_by_all("priorities")
            .says(say!(
                ctx,
                "The portfolio has {count} priorities; more than {most} cannot all come first.",
                "Le portefeuille compte {count} priorités ; au-delà de {most}, elles ne peuvent toutes passer en premier."
            ))
            .advises(say!(
                ctx,
                "Rank them without ties and keep {most} at most; make the others objectives of these, or retire them.",
                "Classez-les sans ex æquo et gardez-en {most} au plus ; faites des autres leurs objectifs, ou retirez-les."
            ))
            .shows(all.iter().map(title))
            .relates(all),
    );
}

fn weights<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let all: Vec<(&Element, f64)> = ctx
        .of_kind(ElementKind::Objective)
        .filter_map(|(_, it)| Some((it, ctx.weight(it)?)))
        .collect();
    let count = all.len();
    let fewest = report.count(&WEIGHTED).max(2);
    if count < fewest {
        untold_points(ctx, (count, fewest), report);
        return;
    }
    let spread = spread(&all);
    if spread >= report.value(&SPREAD) {
        return;
    }
    let apart = percent(spread, ctx.lang);
    let rows = all.iter().take(MOST_ROWS).map(|(it, weight)| {
        let (name, points) = (quoted(&it.title, ctx.lang), points(*weight, ctx.lang));
        row(say!(ctx, "{name}: {points}", "{name} : {points}")).imported(ctx, it)
    });
    report.add(
        Verdict::violated_by_all("weights")
            .says(say!(
                ctx,
                "{count} objectives share the points almost equally: they differ by {apart} of their mean.",
                "{count} objectifs se partagent les points presque à égalité : ils s’écartent de {apart} de leur moyenne."
            ))
            .advises(say!(
                ctx,
                "Let those who decide share 100 points among the objectives again, each alone, and discuss where they differ.",
                "Faites répartir de nouveau 100 points entre les objectifs par ceux qui décident, chacun seul, et discutez des écarts."
            ))
            .shows(rows)
            .relates(all.iter().map(|(it, _)| *it)),
    );
}

/// The standard deviation of points as a share of their mean.
#[expect(clippy::cast_precision_loss, reason = "objectives are few")]
fn spread(all: &[(&Element, f64)]) -> f64 {
    let sum = |of: &dyn Fn(f64) -> f64| all.iter().map(|(_, it)| of(*it)).sum::<f64>();
    let mean = sum(&|it| it) / all.len() as f64;
    (sum(&|it| (it - mean).powi(2)) / all.len() as f64).sqrt() / mean
}

fn tags<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let all: Vec<&Element> = ctx.active().map(|(_, it, _)| it).collect();
    let is_top = |it: &&&Element| tagged(&it.tags).contains("top");
    let top: Vec<&Element> = all.iter().filter(is_top).copied().collect();
    let (count, active) = (top.len(), all.len());
    #[expect(clippy::cast_precision_loss, reason = "initiatives are few")]
    let most = count as f64 * 100.0 > active as f64 * report.value(&TOP);
    if active < report.count(&ACTIVE) || !most {
        return;
    }
    let rows = top.iter().take(MOST_ROWS).map(|it| {
        let (name, tags) = (quoted(&it.title, ctx.lang), it.tags.join(", "));
        row(say!(ctx, "{name}: {tags}", "{name} : {tags}")).imported(ctx, it)
    });
    report.add(
        Verdict::violated_by_all("tags")
            .says(say!(
                ctx,
                "{count} of the {active} open initiatives are tagged as top priority.",
                "{count} des {active} initiatives ouvertes sont étiquetées prioritaires."
            ))
            .advises(say!(
                ctx,
                "Rank the open initiatives in one list and keep the tag for those at its head.",
                "Classez les initiatives ouvertes en une seule liste et réservez l’étiquette à celles de tête."
            ))
            .shows(rows)
            .relates(top.iter().copied()),
    );
}
