//! What a rule has to find in a portfolio before its silence says anything.
//!
//! A rule that holds makes no finding, and neither does one that has nothing to look at. Here stands for each rule of the
//! five families what there must be for the one to be told from the other.

use crate::model::{ElementKind, Known, Lens, LinkDetail, LinkKind};
use crate::rules::{Context, Said};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
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

/// The rules of the five families, by code.
pub(super) const NEEDS: &[(&str, Need)] = &[
    ("M101", Need::Decisions),
    ("M103", Need::Decisions),
    ("M104", Need::Objectives),
    ("M105", Need::Ranking),
    ("M107", Need::Dependencies),
    ("M201", Need::Indicators),
    ("M202", Need::Standing),
    ("M203", Need::Standing),
    ("M205", Need::TwoLenses),
    ("M206", Need::Outcomes),
    ("M207", Need::Indicators),
    ("M208", Need::Percent),
    ("M210", Need::Indicators),
    ("M301", Need::TwoSources),
    ("M303", Need::TwoSources),
    ("M304", Need::TwoSources),
    ("M305", Need::Standing),
    ("M306", Need::Imports),
    ("M307", Need::Imports),
    ("M308", Need::Indicators),
    ("M309", Need::Claims),
    ("M310", Need::Indicators),
    ("M401", Need::Delivered),
    ("M402", Need::Delivered),
    ("M403", Need::Outcomes),
    ("M405", Need::Work),
    ("M406", Need::Indicators),
    ("M407", Need::Outcomes),
    ("M408", Need::OwnedOutcomes),
    ("M409", Need::Realised),
    ("M501", Need::Purpose),
    ("M502", Need::Whys),
    ("M503", Need::Whys),
    ("M504", Need::Whys),
    ("M506", Need::Whys),
    ("M509", Need::Decisions),
    ("M510", Need::Work),
];

impl Need {
    /// What is missing, in the words of the user.
    pub(super) fn words(self) -> Said {
        let (en, fr) = match self {
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
                "l’avancement du travail en %",
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
pub(super) struct Ground(Vec<Need>);

impl Ground {
    pub(super) fn of(ctx: &Context<'_>) -> Self {
        let mut needs: Vec<Need> = NEEDS.iter().map(|(_, need)| *need).collect();
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|need| there_is(ctx, *need));
        Self(needs)
    }

    pub(super) fn has(&self, need: Need) -> bool {
        self.0.contains(&need)
    }

    /// What a rule needs; `None` for one that is not listed.
    pub(super) fn need(code: &str) -> Option<Need> {
        let own = NEEDS.iter().find(|(it, _)| *it == code);
        own.map(|(_, need)| *need)
    }
}

fn there_is(ctx: &Context<'_>, need: Need) -> bool {
    let any = |kind| ctx.of_kind(kind).next().is_some();
    match need {
        Need::Purpose => {
            any(ElementKind::Priority) || any(ElementKind::Objective) || there_is(ctx, Need::Work)
        }
        Need::Whys => ctx.elements().any(|(n, it)| {
            let mut up = ctx.up(n).iter();
            !it.why.is_empty() || up.any(|step| step.link.kind() == LinkKind::Because)
        }),
        Need::Work => ctx.active().next().is_some(),
        Need::Decisions => ctx.decisions().iter().any(|(_, _, _, it)| {
            let forum = it.forum.value();
            forum.is_some_and(|it| !it.trim().is_empty())
        }),
        Need::Objectives => any(ElementKind::Objective),
        Need::Ranking => {
            let weighted = ctx.of_kind(ElementKind::Objective);
            any(ElementKind::Priority)
                || weighted.filter(|(_, it)| ctx.weight(it).is_some()).count() > 2
        }
        Need::Dependencies => {
            any(ElementKind::Objective)
                && ctx.active().any(|(n, _, _)| {
                    let mut on = ctx.linked_from(n, LinkKind::DependsOn);
                    on.any(|(n, _)| ctx.kind(n) == ElementKind::Initiative)
                })
        }
        Need::Indicators => ctx.of_kind(ElementKind::Indicator).any(|(n, _)| {
            let mut measured = ctx.linked_from(n, LinkKind::Measures);
            measured
                .any(|(n, _)| matches!(ctx.kind(n), ElementKind::Objective | ElementKind::Outcome))
        }),
        Need::Standing => ctx
            .of_kind(ElementKind::Objective)
            .any(|(n, _)| ctx.standing_of(n).is_some()),
        Need::Outcomes => any(ElementKind::Outcome),
        Need::TwoLenses => ctx.elements().any(|(n, _)| {
            ctx.report_of(n, Lens::It).is_some() && ctx.report_of(n, Lens::Business).is_some()
        }),
        Need::Percent => ctx
            .active()
            .any(|(_, _, it)| it.percent_complete.value().is_some()),
        Need::TwoSources => ctx.sources().count() > 1,
        Need::Imports => ctx.imports().next().is_some(),
        Need::Claims => ctx.elements().any(|(n, _)| {
            ctx.contributions_up(n).any(|step| {
                matches!(&step.link.detail, LinkDetail::Contribution(it) if it.expects.is_some())
            })
        }),
        Need::Delivered => ctx
            .of_kind(ElementKind::Initiative)
            .any(|(n, _)| ctx.delivered_on(n).is_some()),
        Need::Realised => ctx.of_kind(ElementKind::Outcome).any(|(_, it)| {
            let it = it.outcome();
            it.is_some_and(|it| it.realised_on.value().is_some())
        }),
        Need::OwnedOutcomes => ctx.of_kind(ElementKind::Outcome).any(|(_, it)| {
            let owner = it.outcome().and_then(|it| it.business_owner.value());
            owner.is_some_and(|it| !it.trim().is_empty())
        }),
    }
}
