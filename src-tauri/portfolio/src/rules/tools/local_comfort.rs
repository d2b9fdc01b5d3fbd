//! M305: a source or a team whose figures are all green and lead to no objective, or to objectives that are red.

use super::aims::{self, reached};
use crate::model::ElementKind;
use crate::rules::context::Standing;
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::figures::last_value;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::{BTreeMap, BTreeSet};

const LEAST: Threshold = Threshold {
    name: "green_indicators",
    value: 3.0,
    unit: Said {
        en: "indicators at least",
        fr: "indicateurs au moins",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M305",
    name: "local-comfort",
    family: Family::Tools,
    severity: Severity::High,
    title: Said {
        en: "All green at home, and red where it counts",
        fr: "Tout est vert chez soi, rouge là où cela compte",
    },
    what: Said {
        en: "At least {green_indicators} indicators of one source, or of one team, can be judged and all of these are on track; yet none of them \
             leads to an objective, or all objectives they lead to, as far as they can be judged, are off track. An indicator \
             belongs to the sources that know it or give its values, and to the team that it measures. It can be judged when \
             it has a plan and a value that is not stale. Cannot tell when none of the objectives can be judged.",
        fr: "Au moins {green_indicators} indicateurs d’une même source, ou d’une même équipe, sont évaluables et tous sont en bonne voie ; or aucun \
             ne mène à un objectif, ou bien tous les objectifs évaluables auxquels ils mènent sont hors trajectoire. Un \
             indicateur appartient aux sources qui le connaissent ou en donnent les valeurs, et à l’équipe qu’il mesure. Il est \
             évaluable s’il a un plan et une valeur qui n’est pas périmée. Ne peut trancher si aucun des objectifs n’est évaluable.",
    },
    why: Said {
        en: "A dashboard that is always green asks nothing of anybody. It soothes those who keep it, while what the organisation set out to do fails elsewhere.",
        fr: "Un tableau de bord toujours vert ne demande rien à personne. Il rassure ceux qui le tiennent pendant que le projet de l’organisation échoue ailleurs.",
    },
    how: Said {
        en: "Ask which of these figures would turn red first if the objective failed, and keep that one. Join the others to what they serve, or stop collecting them.",
        fr: "Demandez lequel de ces chiffres virerait le premier au rouge si l’objectif échouait, et gardez celui-là. Rattachez les autres à ce qu’ils servent, ou cessez de les relever.",
    },
    thresholds: &[LEAST],
    footing: Footing {
        needs: Said {
            en: "several indicators of one source or team with baseline, target and a fresh value, beside objectives",
            fr: "plusieurs indicateurs d’une source ou d’une équipe avec départ, cible et relevé récent, à côté d’objectifs",
        },
        there_is: |ctx| {
            let least = set_for(ctx.settings(), RULE.code, &LEAST).max(1.0);
            let is_judged = |n: &&usize| ctx.track(**n).standing.is_some();
            let enough = |all: &Vec<usize>| {
                let count = all.iter().filter(is_judged).count();
                u32::try_from(count).is_ok_and(|it| f64::from(it) >= least.round())
            };
            some_of(ctx, &[ElementKind::Objective], |_| true) && homes(ctx).values().any(enough)
        },
    },
    check: Check::Whole(check),
    cases: include_str!("local_comfort.cases"),
};

/// Whose figures they are.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Source(String),
    Team(usize),
}

/// The indicators of each source and of each team.
fn homes(ctx: &Context<'_>) -> BTreeMap<Home, Vec<usize>> {
    let mut homes: BTreeMap<Home, Vec<usize>> = BTreeMap::new();
    for (n, _) in ctx.of_kind(ElementKind::Indicator) {
        let sources = ctx.sources_of(n);
        let measured = ctx.measures(n);
        let teams = measured
            .iter()
            .copied()
            .filter(|at| ctx.kind(*at) == ElementKind::Team);
        let of_source = sources.iter().cloned().map(Home::Source);
        for home in of_source.chain(teams.map(Home::Team)) {
            homes.entry(home).or_default().push(n);
        }
    }
    homes
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if ctx.of_kind(ElementKind::Objective).next().is_none() {
        return;
    }
    for (home, indicators) in homes(ctx) {
        let judged = || {
            indicators
                .iter()
                .filter_map(|n| Some((*n, ctx.track(*n).standing?)))
        };
        let green: Vec<usize> = judged().map(|(n, _)| n).collect();
        if green.len() < report.count(&LEAST).max(1)
            || judged().any(|(_, it)| it != Standing::OnTrack)
        {
            continue;
        }
        let Some(objectives) = reached(ctx, &indicators) else {
            continue;
        };
        let red: Vec<usize> = objectives
            .iter()
            .copied()
            .filter(|n| ctx.standing_of(*n) == Some(Standing::OffTrack))
            .collect();
        let better = |n: &usize| {
            ctx.standing_of(*n)
                .is_some_and(|it| it != Standing::OffTrack)
        };
        if objectives.is_empty() || (!red.is_empty() && !objectives.iter().any(better)) {
            report.add(violated(ctx, &home, &green, &red));
        } else if red.is_empty() && !objectives.iter().any(better) {
            report.add(cannot_tell(ctx, &home, green.len(), &objectives));
        }
    }
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    home: &Home,
    count: usize,
    objectives: &BTreeSet<usize>,
) -> Verdict<'a> {
    let missing = aims::missing(ctx, objectives);
    let (name, verdict) = match home {
        Home::Source(title) => (title, Verdict::cannot_tell_of_all(title.as_str(), missing)),
        Home::Team(n) => {
            let team = ctx.element(*n);
            (&team.title, Verdict::cannot_tell(team, missing))
        }
    };
    let name = quoted(name, ctx.lang);
    aims::told(ctx, verdict, (&name, count), objectives)
}

fn violated<'a>(ctx: &Context<'a>, home: &Home, green: &[usize], red: &[usize]) -> Verdict<'a> {
    let count = green.len();
    let (name, verdict) = match home {
        Home::Source(title) => (title.as_str(), Verdict::violated_by_all(title.as_str())),
        Home::Team(n) => {
            let team = ctx.element(*n);
            (team.title.as_str(), Verdict::violated(team))
        }
    };
    let name = quoted(name, ctx.lang);
    let message = match red {
        [] => say!(
            ctx,
            "{count} indicators of {name} are judged, all are on track, and none of them leads to an objective.",
            "{count} indicateurs de {name} sont évalués, tous en bonne voie, et aucun ne mène à un objectif."
        ),
        some => {
            let some = some.iter().take(MOST_ROWS);
            let goals: Vec<String> = some
                .map(|n| quoted(&ctx.element(*n).title, ctx.lang))
                .collect();
            let goals = goals.join(", ");
            say!(
                ctx,
                "All {count} judged indicators of {name} are on track, and what they serve is off track: {goals}.",
                "Les {count} indicateurs évalués de {name} sont en bonne voie, et ce qu’ils servent est hors trajectoire : {goals}."
            )
        }
    };
    let advice = if red.is_empty() {
        say!(
            ctx,
            "Join at least one of these indicators to what it proves, or stop collecting them.",
            "Rattachez au moins un de ces indicateurs à ce qu’il prouve, ou cessez de les relever."
        )
    } else {
        say!(
            ctx,
            "Ask why these figures do not see what the objective shows, and replace the ones that cannot turn red.",
            "Demandez pourquoi ces chiffres ne voient pas ce que montre l’objectif, et remplacez ceux qui ne peuvent virer au rouge."
        )
    };
    let on = say!(ctx, "on track", "en bonne voie");
    let off = say!(ctx, "off track", "hors trajectoire");
    let proofs: BTreeSet<usize> = red.iter().flat_map(|n| ctx.proofs(*n).to_vec()).collect();
    let failing = proofs
        .into_iter()
        .filter(|n| ctx.track(*n).standing == Some(Standing::OffTrack));
    let some = || green.iter().take(MOST_ROWS);
    verdict
        .says(message)
        .advises(advice)
        .shows(failing.take(MOST_ROWS).map(|n| value_row(ctx, n, &off)))
        .shows(some().map(|n| value_row(ctx, *n, &on)))
        .relates(red.iter().chain(some()).map(|n| ctx.element(*n)))
}

/// The last value of an indicator, with where it stands.
fn value_row(ctx: &Context<'_>, number: usize, stands: &str) -> Evidence {
    let mut last = last_value(ctx, number);
    last.text = format!("{}, {stands}", last.text);
    last
}
