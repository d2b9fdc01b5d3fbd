//! D104: more than people can hold in mind: objectives on a map, inputs to one objective, steps in one path.

use super::crowded_maps::objectives_on_maps;
use crate::model::{Element, ElementKind};
use crate::rules::evidence::along;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity, Step};

const OBJECTIVES: Said = Said {
    en: "objectives on a map",
    fr: "objectifs sur une carte",
};
pub(super) const MANY: Threshold = Threshold {
    name: "objectives_on_a_map",
    value: 24.0,
    unit: OBJECTIVES,
    source: OURS,
};
pub(super) const FAR_TOO_MANY: Threshold = Threshold {
    name: "objectives_on_a_map_high",
    value: 32.0,
    unit: OBJECTIVES,
    source: OURS,
};
const INPUTS: Threshold = Threshold {
    name: "inputs_to_one_objective",
    value: 12.0,
    unit: Said {
        en: "contributions",
        fr: "contributions",
    },
    source: OURS,
};
const STEPS: Threshold = Threshold {
    name: "steps_to_an_objective",
    value: 6.0,
    unit: Said {
        en: "steps",
        fr: "pas",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D104",
    name: "too-many",
    family: Family::Visible,
    severity: Severity::Medium,
    title: Said {
        en: "More than a reader can hold",
        fr: "Plus qu’un lecteur n’en peut retenir",
    },
    what: Said {
        en: "More than {objectives_on_a_map} objectives on one map (high above {objectives_on_a_map_high}), more than {inputs_to_one_objective} accepted contributions into one objective, \
             or an initiative that needs more than {steps_to_an_objective} steps to its nearest objective.",
        fr: "Plus de {objectives_on_a_map} objectifs sur une carte (élevé au-delà de {objectives_on_a_map_high}), plus de {inputs_to_one_objective} contributions acceptées vers un même \
             objectif, ou une initiative à plus de {steps_to_an_objective} pas de son objectif le plus proche.",
    },
    why: Said {
        en: "Where everything is an objective nothing is chosen, and a line that nobody can retell guides nobody.",
        fr: "Là où tout est objectif, rien n’est choisi ; et une ligne que personne ne peut redire ne guide personne.",
    },
    how: Said {
        en: "Group objectives by theme under a few, keep the contributions that decide, and shorten long paths.",
        fr: "Regroupez les objectifs par thème, gardez les contributions décisives et raccourcissez les chemins trop longs.",
    },
    thresholds: &[MANY, FAR_TOO_MANY, INPUTS, STEPS],
    footing: Footing {
        needs: Said {
            en: "objectives",
            fr: "des objectifs",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Objective], |_| true),
    },
    check: Check::Both(
        &[ElementKind::Objective, ElementKind::Initiative],
        each,
        objectives_on_maps,
    ),
    cases: include_str!("too_many.cases"),
};

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    if element.kind() == ElementKind::Objective {
        let (count, most) = (inputs(ctx, number).len(), report.count(&INPUTS));
        if count > most {
            report.add(many_inputs(ctx, element, number, count, most));
        }
        return;
    }
    let most = report.count(&STEPS);
    if ctx.active_initiative(number).is_none() {
        return;
    }
    if let Some((goal, steps)) = ctx.nearest_above(number, ElementKind::Objective)
        && steps > most
        && let Some(way) = ctx.path(number, goal)
    {
        report.add(long_path(ctx, element, &way, most));
    }
}

fn inputs<'a>(ctx: &Context<'a>, number: usize) -> Vec<Step<'a>> {
    ctx.contributions_down(number).collect()
}

fn many_inputs<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    number: usize,
    count: usize,
    most: usize,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    Verdict::violated(element)
        .facet("inputs")
        .says(say!(
            ctx,
            "{count} contributions lead to the objective {name}; nobody can say which of them decide.",
            "{count} contributions mènent à l’objectif {name} ; nul ne peut dire lesquelles décident."
        ))
        .advises(say!(
            ctx,
            "Group them under outcomes, or retire the weak ones until at most {most} remain.",
            "Regroupez-les sous des résultats, ou retirez les plus faibles jusqu’à {most} au plus."
        ))
        .shows(along(ctx, &inputs(ctx, number)))
}

fn long_path<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    way: &[Step<'a>],
    most: usize,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let count = way.len();
    let end = way.last().map(|step| ctx.element(step.to));
    let goal = quoted(end.map_or("", |it| it.title.as_str()), ctx.lang);
    Verdict::violated(element)
        .facet("steps")
        .says(say!(
            ctx,
            "{name} needs {count} steps to its nearest objective, {goal}.",
            "{name} est à {count} pas de son objectif le plus proche, {goal}."
        ))
        .advises(say!(
            ctx,
            "Join or drop steps in between until at most {most} remain.",
            "Fusionnez ou retirez des étapes intermédiaires jusqu’à {most} au plus."
        ))
        .shows(along(ctx, way))
        .relates(end)
        .along(way.iter().map(|step| step.link))
}
