//! What people claim: that work leads to an objective, why it is there, who answers for it, and how it is to work.
//!
//! A path is judged as a whole: an objective is explained when *some* path from work has a mechanism at every step, agreed
//! when some such path has no step that one person both claimed and accepted, and without a leap when some such path
//! passes through an outcome or a change. Only on such paths rests anything above *linked*; a link that is not explained
//! neither raises a level nor lowers it.

use super::coverage::absent;
use super::level::{Answer, Need, Stage, Sufficiency};
use super::reach::Reach;
use super::stage::{MOST_ROWS, about, about_link, field};
use super::sufficiency::{self, Sum};
use super::ways::{Way, Ways};
use crate::model::{
    Element, ElementKind, InitiativeState, Known, Level, LinkDetail, LinkKind, LinkState,
};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence};

/// Stages of the levels *linked* and *plausible*.
#[derive(Debug)]
pub(super) struct Claims<'a> {
    pub(super) stages: Vec<Stage>,
    pub(super) sufficiency: Option<Sufficiency>,
    /// What sufficiency was added up from, for each indicator.
    pub(super) sums: Vec<Sum<'a>>,
}

/// Whether an initiative is open or delivered, so that something can come of it.
pub(super) fn works(ctx: &Context<'_>, number: usize) -> bool {
    let state = ctx
        .element(number)
        .initiative()
        .and_then(|it| it.state.value());
    ctx.active_initiative(number).is_some() || state == Some(&InitiativeState::Delivered)
}

/// Judges an objective; `work` are the open and delivered initiatives that lead to it, `judged` its indicators.
pub(super) fn of<'a>(
    ctx: &Context<'a>,
    ways: &Ways<'a>,
    goal: usize,
    work: &[(usize, Reach)],
    judged: &sufficiency::Judged,
) -> Claims<'a> {
    let (sufficient, sufficiency, sums) = sufficiency::of(ctx, ways, goal, judged);
    let stages = vec![
        path(ctx, goal, work),
        why(ctx, goal),
        owner(ctx, goal),
        mechanism(ctx, ways, goal, work),
        agreement(ctx, ways, goal, work),
        step(ctx, ways, goal, work),
        sufficient,
    ];
    Claims {
        stages,
        sufficiency,
        sums,
    }
}

fn path(ctx: &Context<'_>, goal: usize, work: &[(usize, Reach)]) -> Stage {
    let count = work.len();
    let text = match count {
        0 => say!(
            ctx,
            "No open or delivered work leads here.",
            "Aucun travail ouvert ou livré ne mène ici."
        ),
        1 => say!(
            ctx,
            "One initiative leads here.",
            "Une initiative mène ici."
        ),
        _ => say!(
            ctx,
            "{count} initiatives lead here.",
            "{count} initiatives mènent ici."
        ),
    };
    let rows = work.iter().take(MOST_ROWS).map(|(n, _)| {
        let element = ctx.element(*n);
        about(element, quoted(&element.title, ctx.lang))
    });
    let waiting = ctx.links_to(goal).filter(
        |link| matches!(&link.detail, LinkDetail::Contribution(it) if it.state != LinkState::Accepted),
    );
    let waiting: Vec<Evidence> = waiting
        .take(MOST_ROWS)
        .map(|link| about_link(ctx, link, &say!(ctx, "not accepted", "non acceptée")))
        .collect();
    let lift = if waiting.is_empty() {
        say!(
            ctx,
            "Link the work that is to reach it, or retire the objective.",
            "Reliez le travail qui doit l’atteindre, ou retirez l’objectif."
        )
    } else {
        say!(
            ctx,
            "Accept a proposed contribution, or dispute it and link the work that is to reach the objective.",
            "Acceptez une contribution proposée, ou contestez-la et reliez le travail qui doit atteindre l’objectif."
        )
    };
    Stage::new(Need::Path, Answer::of(count > 0), text)
        .shows(rows)
        .shows(if count == 0 { waiting } else { Vec::new() })
        .lifted_by(lift)
}

fn why(ctx: &Context<'_>, goal: usize) -> Stage {
    let element = ctx.element(goal);
    let mut reasons = ctx.up(goal).iter();
    let reason = reasons.find(|it| it.link.kind() == LinkKind::Because);
    let written = !element.why.is_empty();
    let holds = written || reason.is_some();
    let text = if holds {
        say!(ctx, "It is written why.", "Le pourquoi est écrit.")
    } else {
        say!(
            ctx,
            "Nobody has written why.",
            "Personne n’a écrit pourquoi."
        )
    };
    let card = written.then(|| about(element, element.why.text.trim().to_owned()));
    let link = reason.map(|it| {
        about_link(
            ctx,
            it.link,
            &say!(ctx, "the reason named", "la raison citée"),
        )
    });
    Stage::new(Need::Why, Answer::of(holds), text)
        .shows(card)
        .shows(link)
        .lacks((!holds).then(|| field(ctx, element, "why")))
        .lifted_by(say!(
            ctx,
            "Fill in the why card, or link the driver that it answers.",
            "Remplissez la carte du pourquoi, ou reliez le moteur auquel il répond."
        ))
}

fn owner(ctx: &Context<'_>, goal: usize) -> Stage {
    let element = ctx.element(goal);
    let name = element.owner.value().map(|it| it.trim());
    let answer = match name {
        Some("") => Answer::Fails,
        _ => absent(&element.owner),
    };
    let text = match (answer, name) {
        (Answer::Holds, Some(name)) => {
            say!(ctx, "{name} answers for it.", "{name} en répond.")
        }
        (Answer::CannotTell, _) => say!(
            ctx,
            "Who answers for it was not given.",
            "On n’a pas dit qui en répond."
        ),
        _ => say!(ctx, "Nobody answers for it.", "Personne n’en répond."),
    };
    Stage::new(Need::Owner, answer, text)
        .lacks((answer != Answer::Holds).then(|| field(ctx, element, "owner")))
        .lifted_by(say!(
            ctx,
            "Name who answers for it.",
            "Nommez qui en répond."
        ))
}

/// The contributions on the ways from work to an objective for which something holds, each as a row.
fn links_below(
    ctx: &Context<'_>,
    ways: &Ways<'_>,
    goal: usize,
    remark: &str,
    faulty: impl Fn(usize, &Way<'_>) -> bool,
) -> Vec<Evidence> {
    let carries = |n: usize| {
        let own = ctx.kind(n) == ElementKind::Initiative && works(ctx, n);
        own || !ways.down(n).is_empty()
    };
    let mut rows = Vec::new();
    let mut seen = std::collections::HashSet::from([goal]);
    let mut queue = std::collections::VecDeque::from([goal]);
    while let Some(at) = queue.pop_front() {
        for (from, way) in ways.down(at) {
            let counted = way.kind == LinkKind::Contribution && carries(*from);
            if counted && faulty(*from, way) && rows.len() < MOST_ROWS {
                rows.push(about_link(ctx, way.link, remark));
            }
            if seen.insert(*from) {
                queue.push_back(*from);
            }
        }
    }
    rows
}

fn mechanism(ctx: &Context<'_>, ways: &Ways<'_>, goal: usize, work: &[(usize, Reach)]) -> Stage {
    let holds = work.iter().any(|(_, it)| it.explained);
    let rows = || {
        let remark = say!(
            ctx,
            "nobody says how it works",
            "personne ne dit comment elle agit"
        );
        links_below(ctx, ways, goal, &remark, |_, way| !way.explained)
    };
    let text = if holds {
        say!(
            ctx,
            "A path from work says at every step how it works.",
            "Un chemin depuis le travail dit à chaque pas comment il agit."
        )
    } else {
        say!(
            ctx,
            "No path from work says at every step how it works.",
            "Aucun chemin depuis le travail ne dit à chaque pas comment il agit."
        )
    };
    Stage::new(Need::Mechanism, Answer::of(holds), text)
        .shows(if holds { Vec::new() } else { rows() })
        .lifted_by(say!(
            ctx,
            "Write on each contribution how the one moves the other.",
            "Écrivez sur chaque contribution comment l’un fait bouger l’autre."
        ))
}

fn agreement(ctx: &Context<'_>, ways: &Ways<'_>, goal: usize, work: &[(usize, Reach)]) -> Stage {
    let holds = work.iter().any(|(_, it)| it.sound.is_some());
    let rows = || {
        let remark = say!(
            ctx,
            "claimed and accepted by one person",
            "annoncée et acceptée par la même personne"
        );
        links_below(ctx, ways, goal, &remark, |_, way| !way.agreed)
    };
    let text = if holds {
        say!(
            ctx,
            "On a path that is explained, nobody accepted a claim of their own.",
            "Sur un chemin expliqué, personne n’a accepté sa propre annonce."
        )
    } else {
        say!(
            ctx,
            "On every path that is explained, one person both claims and accepts a step.",
            "Sur chaque chemin expliqué, une même personne annonce et accepte un pas."
        )
    };
    Stage::new(Need::Agreement, Answer::of(holds), text)
        .shows(if holds { Vec::new() } else { rows() })
        .lifted_by(say!(
            ctx,
            "Let the owner of the receiving end accept it, by name.",
            "Faites accepter la contribution par le responsable de ce qu’elle sert, nommément."
        ))
}

fn step(ctx: &Context<'_>, ways: &Ways<'_>, goal: usize, work: &[(usize, Reach)]) -> Stage {
    let holds = work.iter().any(|(_, it)| it.full.is_some());
    let leaps = |from: usize, way: &Way<'_>| {
        ctx.kind(from).level() > Some(Level::Value)
            && ctx.kind(way.to).level() <= Some(Level::Direction)
    };
    let rows = || {
        let remark = say!(
            ctx,
            "no outcome or change in between",
            "ni résultat ni changement entre les deux"
        );
        links_below(ctx, ways, goal, &remark, leaps)
    };
    let text = if holds {
        say!(
            ctx,
            "Such a path also passes through an outcome or a change.",
            "Un tel chemin passe aussi par un résultat ou un changement."
        )
    } else {
        say!(
            ctx,
            "Work leaps to the objective: no outcome or change says who notices what.",
            "Le travail saute jusqu’à l’objectif : ni résultat ni changement ne dit qui remarquera quoi."
        )
    };
    Stage::new(Need::Step, Answer::of(holds), text)
        .shows(if holds { Vec::new() } else { rows() })
        .lifted_by(say!(
            ctx,
            "Insert the outcome that somebody will notice, or the change in what people do.",
            "Insérez le résultat que quelqu’un remarquera, ou ce que les gens feront autrement."
        ))
}

/// The title of an element as it stands in a sentence.
pub(super) fn name(ctx: &Context<'_>, element: &Element) -> String {
    quoted(&element.title, ctx.lang)
}
