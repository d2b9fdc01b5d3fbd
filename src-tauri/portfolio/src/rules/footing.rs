//! What a rule has to find in a portfolio before its silence says anything.
//!
//! A rule that holds makes no finding, and neither does one that has nothing to look at. Here stands for each rule what
//! there must be for the one to be told from the other.

use super::{Context, Said};
use crate::model::{ElementKind, Known, Lens, LinkDetail, LinkKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Footing {
    /// A priority or an objective.
    Goals,
    /// A contribution from one element to another.
    Contributions,
    /// A priority and work under way with a budget.
    Funding,
    /// Work under way with a budget.
    Budgets,
    /// Work under way and an outcome that is worth money.
    Worth,
    /// An outcome with an expected value.
    Values,
    /// Work under way that depends on something.
    Enablers,
    /// An indicator with more than one value.
    Readings,
    /// Something that should have a why: a priority, an objective, or work under way.
    Purpose,
    /// A why that somebody wrote or linked.
    Whys,
    Work,
    /// Decisions of a forum, with their days.
    Decisions,
    Objectives,
    /// Priorities, or points on objectives.
    Ranking,
    /// Work that depends on other work, with objectives to lead to.
    Dependencies,
    Indicators,
    /// An objective with an outcome value that can be held against its plan.
    Standing,
    Outcomes,
    /// Reports by IT and by the business on the same thing.
    TwoLenses,
    /// Percent complete of work under way.
    Percent,
    TwoSources,
    Imports,
    /// Contributions that say how far they move an indicator.
    Claims,
    Delivered,
    /// An outcome declared to have come true.
    Realised,
    /// An outcome with a business owner.
    OwnedOutcomes,
}

/// Every rule, by its code.
pub(crate) const FOOTINGS: &[(&str, Footing)] = &[
    ("D101", Footing::Goals),
    ("D102", Footing::Objectives),
    ("D103", Footing::Work),
    ("D104", Footing::Goals),
    ("D108", Footing::Funding),
    ("D202", Footing::Contributions),
    ("D203", Footing::Contributions),
    ("D204", Footing::Indicators),
    ("D206", Footing::Objectives),
    ("D207", Footing::Contributions),
    ("D209", Footing::Enablers),
    ("D301", Footing::Objectives),
    ("D304", Footing::Work),
    ("D306", Footing::Readings),
    ("D307", Footing::Readings),
    ("D401", Footing::Budgets),
    ("D402", Footing::Outcomes),
    ("D403", Footing::Outcomes),
    ("D405", Footing::Worth),
    ("D406", Footing::Values),
    ("D408", Footing::Indicators),
    ("M101", Footing::Decisions),
    ("M103", Footing::Decisions),
    ("M104", Footing::Objectives),
    ("M105", Footing::Ranking),
    ("M107", Footing::Dependencies),
    ("M201", Footing::Indicators),
    ("M202", Footing::Standing),
    ("M203", Footing::Standing),
    ("M205", Footing::TwoLenses),
    ("M206", Footing::Outcomes),
    ("M207", Footing::Indicators),
    ("M208", Footing::Percent),
    ("M210", Footing::Indicators),
    ("M301", Footing::TwoSources),
    ("M303", Footing::TwoSources),
    ("M304", Footing::TwoSources),
    ("M305", Footing::Standing),
    ("M306", Footing::Imports),
    ("M307", Footing::Imports),
    ("M308", Footing::Indicators),
    ("M309", Footing::Claims),
    ("M310", Footing::Indicators),
    ("M401", Footing::Delivered),
    ("M402", Footing::Delivered),
    ("M403", Footing::Outcomes),
    ("M405", Footing::Work),
    ("M406", Footing::Indicators),
    ("M407", Footing::Outcomes),
    ("M408", Footing::OwnedOutcomes),
    ("M409", Footing::Realised),
    ("M501", Footing::Purpose),
    ("M502", Footing::Whys),
    ("M503", Footing::Whys),
    ("M504", Footing::Whys),
    ("M506", Footing::Whys),
    ("M509", Footing::Decisions),
    ("M510", Footing::Work),
];

impl Footing {
    /// What is missing, in the words of the user.
    pub(crate) fn words(self) -> Said {
        let (en, fr) = match self {
            Self::Goals => ("priorities or objectives", "des priorités ou des objectifs"),
            Self::Contributions => (
                "contributions between elements",
                "des contributions entre éléments",
            ),
            Self::Funding => (
                "priorities, and work under way with a budget",
                "des priorités, et du travail en cours avec un budget",
            ),
            Self::Budgets => (
                "work under way with a budget",
                "du travail en cours avec un budget",
            ),
            Self::Worth => (
                "work under way with a budget, and outcomes with an expected value",
                "du travail en cours avec un budget, et des résultats attendus chiffrés",
            ),
            Self::Values => (
                "outcomes with an expected value",
                "des résultats attendus chiffrés",
            ),
            Self::Enablers => (
                "work under way that depends on something",
                "du travail en cours qui dépend d’autre chose",
            ),
            Self::Readings => (
                "indicators with more than one value",
                "des indicateurs avec plus d’un relevé",
            ),
            Self::Purpose => (
                "priorities, objectives or work under way",
                "des priorités, des objectifs ou du travail en cours",
            ),
            Self::Whys => ("a written why", "un pourquoi écrit"),
            Self::Work => ("work under way", "du travail en cours"),
            Self::Decisions => (
                "dated decisions with their forum",
                "des décisions datées, avec leur instance",
            ),
            Self::Objectives => ("objectives", "des objectifs"),
            Self::Ranking => (
                "priorities, or points on objectives",
                "des priorités, ou des points sur les objectifs",
            ),
            Self::Dependencies => (
                "dependencies between initiatives that lead to objectives",
                "des dépendances entre initiatives qui mènent à des objectifs",
            ),
            Self::Indicators => (
                "indicators on objectives and outcomes",
                "des indicateurs sur les objectifs et les résultats",
            ),
            Self::Standing => (
                "an outcome indicator with baseline, target and a value",
                "un indicateur de résultat avec départ, cible et relevé",
            ),
            Self::Outcomes => ("outcomes", "des résultats attendus"),
            Self::TwoLenses => (
                "status reports by both IT and the business",
                "des rapports d’avancement de la DSI et du métier",
            ),
            Self::Percent => (
                "percent complete of the work",
                "l’avancement du travail en %",
            ),
            Self::TwoSources => ("a second source", "une seconde source"),
            Self::Imports => ("an import", "un import"),
            Self::Claims => (
                "how far each contribution moves an indicator",
                "de combien chaque contribution fait bouger un indicateur",
            ),
            Self::Delivered => (
                "delivered work with its day of delivery",
                "du travail livré, avec sa date de livraison",
            ),
            Self::Realised => (
                "an outcome declared to have come true",
                "un résultat déclaré atteint",
            ),
            Self::OwnedOutcomes => (
                "outcomes with a business owner",
                "des résultats attendus portés par un responsable métier",
            ),
        };
        Said { en, fr }
    }
}

/// What there is to look at.
#[derive(Debug)]
pub(crate) struct Ground(Vec<Footing>);

impl Ground {
    pub(crate) fn of(ctx: &Context<'_>) -> Self {
        let mut needs: Vec<Footing> = FOOTINGS.iter().map(|(_, need)| *need).collect();
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|need| there_is(ctx, *need));
        Self(needs)
    }

    pub(crate) fn has(&self, need: Footing) -> bool {
        self.0.contains(&need)
    }

    /// What a rule needs; `None` for one that is not listed.
    pub(crate) fn need(code: &str) -> Option<Footing> {
        let own = FOOTINGS.iter().find(|(it, _)| *it == code);
        own.map(|(_, need)| *need)
    }
}

fn there_is(ctx: &Context<'_>, need: Footing) -> bool {
    let any = |kind| ctx.of_kind(kind).next().is_some();
    match need {
        Footing::Goals => any(ElementKind::Priority) || any(ElementKind::Objective),
        Footing::Contributions => ctx.elements().any(|(n, _)| {
            ctx.links_from(n)
                .any(|it| it.kind() == LinkKind::Contribution)
        }),
        Footing::Funding => any(ElementKind::Priority) && there_is(ctx, Footing::Budgets),
        Footing::Budgets => ctx.active().any(|(n, _, _)| ctx.budget(n).is_some()),
        Footing::Worth => there_is(ctx, Footing::Budgets) && there_is(ctx, Footing::Values),
        Footing::Values => ctx.of_kind(ElementKind::Outcome).any(|(_, it)| {
            let it = it.outcome();
            it.is_some_and(|it| it.expected_value.value().is_some())
        }),
        Footing::Enablers => ctx
            .active()
            .any(|(n, _, _)| ctx.linked_from(n, LinkKind::DependsOn).next().is_some()),
        Footing::Readings => ctx
            .of_kind(ElementKind::Indicator)
            .any(|(n, _)| ctx.readings(n).nth(1).is_some()),
        Footing::Purpose => {
            any(ElementKind::Priority)
                || any(ElementKind::Objective)
                || there_is(ctx, Footing::Work)
        }
        Footing::Whys => ctx.elements().any(|(n, it)| {
            let mut up = ctx.up(n).iter();
            !it.why.is_empty() || up.any(|step| step.link.kind() == LinkKind::Because)
        }),
        Footing::Work => ctx.active().next().is_some(),
        Footing::Decisions => ctx.decisions().iter().any(|(_, _, _, it)| {
            let forum = it.forum.value();
            forum.is_some_and(|it| !it.trim().is_empty())
        }),
        Footing::Objectives => any(ElementKind::Objective),
        Footing::Ranking => {
            let weighted = ctx.of_kind(ElementKind::Objective);
            any(ElementKind::Priority)
                || weighted.filter(|(_, it)| ctx.weight(it).is_some()).count() > 2
        }
        Footing::Dependencies => {
            any(ElementKind::Objective)
                && ctx.active().any(|(n, _, _)| {
                    let mut on = ctx.linked_from(n, LinkKind::DependsOn);
                    on.any(|(n, _)| ctx.kind(n) == ElementKind::Initiative)
                })
        }
        Footing::Indicators => ctx.of_kind(ElementKind::Indicator).any(|(n, _)| {
            let mut measured = ctx.linked_from(n, LinkKind::Measures);
            measured
                .any(|(n, _)| matches!(ctx.kind(n), ElementKind::Objective | ElementKind::Outcome))
        }),
        Footing::Standing => ctx
            .of_kind(ElementKind::Objective)
            .any(|(n, _)| ctx.standing_of(n).is_some()),
        Footing::Outcomes => any(ElementKind::Outcome),
        Footing::TwoLenses => ctx.elements().any(|(n, _)| {
            ctx.report_of(n, Lens::It).is_some() && ctx.report_of(n, Lens::Business).is_some()
        }),
        Footing::Percent => ctx
            .active()
            .any(|(_, _, it)| it.percent_complete.value().is_some()),
        Footing::TwoSources => ctx.sources().count() > 1,
        Footing::Imports => ctx.imports().next().is_some(),
        Footing::Claims => ctx.elements().any(|(n, _)| {
            ctx.contributions_up(n).any(|step| {
                matches!(&step.link.detail, LinkDetail::Contribution(it) if it.expects.is_some())
            })
        }),
        Footing::Delivered => ctx
            .of_kind(ElementKind::Initiative)
            .any(|(n, _)| ctx.delivered_on(n).is_some()),
        Footing::Realised => ctx.of_kind(ElementKind::Outcome).any(|(_, it)| {
            let it = it.outcome();
            it.is_some_and(|it| it.realised_on.value().is_some())
        }),
        Footing::OwnedOutcomes => ctx.of_kind(ElementKind::Outcome).any(|(_, it)| {
            let owner = it.outcome().and_then(|it| it.business_owner.value());
            owner.is_some_and(|it| !it.trim().is_empty())
        }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Outcome, RULES, run_one};
    use super::*;
    use crate::fixture::draw;
    use crate::model::Lang;

    #[test]
    fn every_rule_says_what_it_needs_to_look_at() {
        let mut rules: Vec<&str> = RULES.iter().map(|it| it.code).collect();
        rules.sort_unstable();
        let listed: Vec<&str> = FOOTINGS.iter().map(|(code, _)| *code).collect();
        assert_eq!(rules, listed);
    }

    /// Those of a belief may need more for their silence to speak than for a fault to be seen.
    #[test]
    fn a_rule_of_a_demand_that_finds_a_fault_had_something_to_look_at() {
        for rule in RULES.iter().filter(|it| it.code.starts_with('D')) {
            for case in rule.cases() {
                let drawing = draw(case.portfolio).unwrap();
                let portfolio = drawing.portfolio();
                let ctx = Context::new(&portfolio, drawing.as_of, Lang::En);
                let need = Ground::need(rule.code).unwrap();
                let found = run_one(rule, &ctx);
                if found.iter().any(|it| it.result == Outcome::Violated) {
                    assert!(
                        there_is(&ctx, need),
                        "{} {need:?}: {}",
                        rule.code,
                        case.name
                    );
                }
            }
        }
    }
}
