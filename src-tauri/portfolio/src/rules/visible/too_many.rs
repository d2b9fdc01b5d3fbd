//! D104: more than people can hold in mind: objectives on a map, inputs to one objective, steps in one path.

use crate::model::{CanvasId, Element, ElementKind, LinkKind};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Case, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::BTreeMap;

const OBJECTIVES: Said = Said {
    en: "objectives on a map",
    fr: "objectifs sur une carte",
};
const MANY: Threshold = Threshold {
    name: "objectives_on_a_map",
    value: 24.0,
    unit: OBJECTIVES,
    source: OURS,
};
const FAR_TOO_MANY: Threshold = Threshold {
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
        en: "More than 24 objectives on one map (high above 32), more than 12 accepted contributions into one objective, \
             or an initiative that needs more than 6 steps to its nearest objective.",
        fr: "Plus de 24 objectifs sur une carte (élevé au-delà de 32), plus de 12 contributions acceptées vers un même \
             objectif, ou une initiative à plus de 6 pas de son objectif le plus proche.",
    },
    why: Said {
        en: "Where everything is an objective nothing is chosen, and a line that nobody can retell guides nobody.",
        fr: "Là où tout est objectif, rien n’est choisi ; et une ligne que personne ne peut redire ne guide personne.",
    },
    how: Said {
        en: "Group objectives by theme under a few, keep the contributions that decide, and shorten long paths.",
        fr: "Regroupez les objectifs par thème, gardez les contributions décisives et raccourcissez les chemins trop longs.",
    },
    thresholds: &[MANY, FAR_TOO_MANY, INPUTS, STEPS],
    check,
    cases: CASES,
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    objectives_on_maps(ctx, report);
    for (n, element) in ctx.of_kind(ElementKind::Objective) {
        let count = inputs(ctx, n).count();
        if count > INPUTS.count() {
            report.add(many_inputs(ctx, element, n, count));
        }
    }
    let steps = ctx.steps_below(ctx.of_kind(ElementKind::Objective).map(|(n, _)| n));
    for (n, element, _) in ctx.active() {
        if let Some(count) = steps[n].filter(|it| *it as usize > STEPS.count()) {
            report.add(long_path(ctx, element, n, count, &steps));
        }
    }
}

/// Counts on each map; where no map shows an objective, in the portfolio.
fn objectives_on_maps<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let mut counts: BTreeMap<&CanvasId, usize> = BTreeMap::new();
    for (_, element) in ctx.of_kind(ElementKind::Objective) {
        for place in ctx.portfolio.placements_of(&element.id) {
            *counts.entry(&place.canvas).or_default() += 1;
        }
    }
    if counts.is_empty() {
        let count = ctx.of_kind(ElementKind::Objective).count();
        if count > MANY.count() {
            let message = say!(
                ctx,
                "The portfolio has {count} objectives.",
                "Le portefeuille compte {count} objectifs."
            );
            report.add(many_objectives(ctx, "portfolio", message, count));
        }
    }
    for (canvas, count) in counts {
        if count > MANY.count() {
            let title = ctx.portfolio.canvas(canvas).map_or("", |it| &it.title);
            let name = quoted(title, ctx.lang);
            let message = say!(
                ctx,
                "The map {name} shows {count} objectives.",
                "La carte {name} montre {count} objectifs."
            );
            report.add(many_objectives(ctx, canvas.as_str(), message, count));
        }
    }
}

fn many_objectives<'a>(
    ctx: &Context<'_>,
    facet: &str,
    message: String,
    count: usize,
) -> Verdict<'a> {
    let most = MANY.count();
    let severity = if count > FAR_TOO_MANY.count() {
        Severity::High
    } else {
        Severity::Medium
    };
    Verdict::violated_by_all(facet)
        .at(severity)
        .says(message)
        .advises(say!(
            ctx,
            "Bring them under themes until at most {most} remain, or split the map.",
            "Rassemblez-les par thème jusqu’à {most} au plus, ou partagez la carte."
        ))
        .shows([row(say!(
            ctx,
            "{count} objectives, at most {most} are readable",
            "{count} objectifs, {most} au plus restent lisibles"
        ))])
}

fn inputs<'c, 'a>(
    ctx: &'c Context<'a>,
    number: usize,
) -> impl Iterator<Item = crate::rules::Step<'a>> + use<'c, 'a> {
    ctx.down(number)
        .iter()
        .copied()
        .filter(|step| step.link.kind() == LinkKind::Contribution)
}

fn many_inputs<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    number: usize,
    count: usize,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let most = INPUTS.count();
    let rows: Vec<Evidence> = inputs(ctx, number)
        .map(|step| {
            let from = ctx.element(step.to);
            row(quoted(&from.title, ctx.lang)).of(from).by(step.link)
        })
        .collect();
    Verdict::violated(element)
        .facet("inputs")
        .says(say!(
            ctx,
            "{count} contributions lead to the objective {name}; nobody can say which of them decide.",
            "{count} contributions mènent à l’objectif {name} ; nul ne peut dire lesquelles décident."
        ))
        .advises(say!(
            ctx,
            "Group them under outcomes, or retire the weak ones until at most {most} remain.",
            "Regroupez-les sous des résultats, ou retirez les plus faibles jusqu’à {most} au plus."
        ))
        .shows(rows)
}

fn long_path<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    number: usize,
    count: u32,
    steps: &[Option<u32>],
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let most = STEPS.count();
    let mut rows = Vec::new();
    let mut at = number;
    while let Some(far) = steps[at].filter(|it| *it > 0) {
        let Some(next) = ctx.up(at).iter().find(|it| steps[it.to] == Some(far - 1)) else {
            break;
        };
        let to = ctx.element(next.to);
        rows.push(row(quoted(&to.title, ctx.lang)).of(to).by(next.link));
        at = next.to;
    }
    let end = ctx.element(at);
    let goal = quoted(&end.title, ctx.lang);
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
        .shows(rows)
        .relates([end])
}

const CASES: &[Case] = &[
    Case {
        name: "twenty_five_objectives_are_too_many",
        portfolio: r#"
            # D104:medium
            25x objective o "Objective"
        "#,
    },
    Case {
        name: "twenty_four_objectives_are_not",
        portfolio: r#"
            24x objective o "Objective"
        "#,
    },
    Case {
        name: "thirty_two_are_still_medium",
        portfolio: r#"
            # D104:medium
            32x objective o "Objective"
        "#,
    },
    Case {
        name: "thirty_three_are_high",
        portfolio: r#"
            # D104:high
            33x objective o "Objective"
        "#,
    },
    Case {
        name: "each_map_is_counted_by_itself",
        portfolio: r#"
            # D104:medium
            20x objective a "One"
            20x objective b "Other"
            canvas small "Two themes" shows=a*
            canvas large "Everything" shows=a*,b1,b2,b3,b4,b5
        "#,
    },
    Case {
        name: "thirteen_inputs_are_too_many_and_proposals_are_not_counted",
        portfolio: r#"
            objective  many "Wait under 20 minutes"  # D104
            objective  some "Fewer infections"
            13x initiative a "Work" -> many
            12x initiative b "Work" -> some
            initiative c "More work" ~> some
        "#,
    },
    Case {
        name: "seven_steps_are_too_many_six_are_not",
        portfolio: r#"
            objective  o "Wait under 20 minutes"
            initiative a "Step 1" -> o
            initiative b "Step 2" part_of a
            initiative c "Step 3" part_of b
            initiative d "Step 4" part_of c
            initiative e "Step 5" part_of d
            initiative f "Step 6" part_of e
            initiative g "Step 7" part_of f  # D104
        "#,
    },
];
