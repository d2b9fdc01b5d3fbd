//! M101: a forum that decides without saying which objective its decisions serve.

use crate::model::Date;
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::Footing;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rituals::decisions::{Forum, cites_an_aim, decided_on, forums};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const SHARE: Said = Said {
    en: "% of the decisions of a forum",
    fr: "% des décisions d’une instance",
};
const LOW: Threshold = Threshold {
    name: "citing_share",
    value: 25.0,
    unit: SHARE,
    source: OURS,
};
const VERY_LOW: Threshold = Threshold {
    name: "citing_share_high",
    value: 10.0,
    unit: SHARE,
    source: Said {
        en: "Kaplan and Norton’s example of a meeting that fails",
        fr: "exemple de réunion en échec chez Kaplan et Norton",
    },
};
const SESSIONS: Threshold = Threshold {
    name: "sessions",
    value: 4.0,
    unit: Said {
        en: "latest sessions of a forum",
        fr: "dernières séances d’une instance",
    },
    source: OURS,
};
const FEWEST: Threshold = Threshold {
    name: "fewest_decisions",
    value: 4.0,
    unit: Said {
        en: "decisions, below which a forum is not judged",
        fr: "décisions, en deçà desquelles une instance n’est pas jugée",
    },
    source: OURS,
};
const CLOSED: Threshold = Threshold {
    name: "closed_after",
    value: 365.0,
    unit: Said {
        en: "days without a session, after which a forum is taken to be closed",
        fr: "jours sans séance, après lesquels une instance est tenue pour close",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M101",
    name: "forum-without-objectives",
    family: Family::Rituals,
    severity: Severity::Medium,
    title: Said {
        en: "Forums that decide without naming an objective",
        fr: "Instances qui décident sans nommer d’objectif",
    },
    what: Said {
        en: "A forum of whose decisions over its last {sessions} sessions less than {citing_share} % (high below {citing_share_high} %) cite a priority, an objective \
             or an outcome. Decisions tagged as operational are left out. A session is a day on which the forum decided; one \
             with fewer than {fewest_decisions} decisions on record, or silent for {closed_after} days, is not judged. Cannot tell when only decisions \
             without a date would make it {sessions}.",
        fr: "Une instance dont, sur ses {sessions} dernières séances, moins de {citing_share} % des décisions (élevé sous {citing_share_high} %) citent une priorité, un \
             objectif ou un résultat. Les décisions étiquetées opérationnelles sont exclues. Une séance est un jour où \
             l’instance a décidé ; celle qui compte moins de {fewest_decisions} décisions, ou se tait depuis {closed_after} jours, n’est pas jugée. \
             Indécidable quand seules des décisions sans date feraient le compte.",
    },
    why: Said {
        en: "Meeting every month proves discipline, not direction. A forum whose decisions name no aim is steering by what came \
             up, and its members may each have another aim in mind.",
        fr: "Se réunir chaque mois prouve de la discipline, non une direction. Une instance dont les décisions ne nomment aucun but \
             pilote au gré de ce qui se présente, et chacun peut y avoir le sien en tête.",
    },
    how: Said {
        en: "Attach to each decision the objective it serves, or tag it as operational. If most turn out operational, split the \
             agenda and give strategy a session of its own.",
        fr: "Rattachez chaque décision à l’objectif qu’elle sert, ou étiquetez-la opérationnelle. Si la plupart le sont, scindez \
             l’ordre du jour et donnez à la stratégie sa propre séance.",
    },
    thresholds: &[LOW, VERY_LOW, SESSIONS, FEWEST, CLOSED],
    footing: Footing {
        needs: Said {
            en: "a forum with several dated decisions of late",
            fr: "une instance avec plusieurs décisions récentes et datées",
        },
        there_is: |ctx| forums(ctx).values().any(|it| judged(ctx, it).is_some()),
    },
    check: Check::Whole(check),
    cases: include_str!("forum_without_objectives.cases"),
};

fn set(ctx: &Context<'_>, threshold: &Threshold) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count that is set below zero is zero"
    )]
    let count = set_for(ctx.settings(), RULE.code, threshold).round() as usize;
    count
}

/// Whether nothing was decided in a forum for so long that it has ended.
fn is_closed(ctx: &Context<'_>, forum: &Forum<'_>) -> bool {
    let last = forum
        .dated
        .last()
        .map(|(date, _)| (ctx.as_of - *date).num_days());
    last.is_some_and(|days| usize::try_from(days).is_ok_and(|it| it > set(ctx, &CLOSED)))
}

/// The decisions of the latest sessions, where they are enough to judge and not too long ago.
fn judged<'f>(ctx: &Context<'_>, forum: &'f Forum<'_>) -> Option<&'f [(Date, usize)]> {
    let recent = forum.recent(set(ctx, &SESSIONS));
    (recent.len() >= set(ctx, &FEWEST) && !is_closed(ctx, forum)).then_some(recent)
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    for (key, forum) in forums(ctx) {
        let Some(recent) = judged(ctx, &forum) else {
            if !is_closed(ctx, &forum) {
                undecided(ctx, &forum, report);
            }
            continue;
        };
        let (citing, silent): (Vec<usize>, Vec<usize>) = recent
            .iter()
            .map(|(_, n)| *n)
            .partition(|n| cites_an_aim(ctx, *n));
        #[expect(clippy::cast_precision_loss, reason = "sessions have few decisions")]
        let share = citing.len() as f64 * 100.0 / recent.len() as f64;
        if share < report.value(&LOW) {
            let first = recent.first().map_or(ctx.as_of, |(date, _)| *date);
            let verdict = violated(ctx, (&key, forum.title), first, &citing, &silent);
            let high = share < report.value(&VERY_LOW);
            report.add(verdict.at(if high {
                Severity::High
            } else {
                Severity::Medium
            }));
        }
    }
}

fn decision_row(ctx: &Context<'_>, number: usize, cites: bool) -> Evidence {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let text = if cites {
        say!(ctx, "{name} cites an aim", "{name} cite un but")
    } else {
        say!(ctx, "{name} cites no aim", "{name} ne cite aucun but")
    };
    row(text).of(element).on(decided_on(element))
}

fn violated<'a>(
    ctx: &Context<'a>,
    (key, title): (&str, &str),
    first: Date,
    citing: &[usize],
    silent: &[usize],
) -> Verdict<'a> {
    let (name, first) = (quoted(title, ctx.lang), day(first, ctx.lang));
    let (count, all) = (citing.len(), citing.len() + silent.len());
    let message = match count {
        0 => say!(
            ctx,
            "None of the {all} decisions of {name} since {first} names an objective.",
            "Aucune des {all} décisions de {name} depuis le {first} ne nomme d’objectif."
        ),
        _ => say!(
            ctx,
            "Of {all} decisions of {name} since {first}, an objective is named in only {count}.",
            "Sur {all} décisions de {name} depuis le {first}, un objectif n’est nommé que dans {count}."
        ),
    };
    let latest = |all: &[usize], cites| -> Vec<Evidence> {
        let shown = all.iter().rev().take(MOST_ROWS);
        shown.map(|n| decision_row(ctx, *n, cites)).collect()
    };
    Verdict::violated_by_all(key)
        .says(message)
        .advises(say!(
            ctx,
            "Cite in each of these decisions the objective or outcome it serves, or tag it as operational.",
            "Citez dans chacune de ces décisions l’objectif ou le résultat qu’elle sert, ou étiquetez-la opérationnelle."
        ))
        .shows(latest(silent, false))
        .shows(latest(citing, true))
        .relates(silent.iter().map(|n| ctx.element(*n)))
}

/// A forum is left open when its decisions without a date could make it one that is judged.
fn undecided<'a>(ctx: &Context<'a>, forum: &Forum<'a>, report: &mut Report<'_, 'a>) {
    let enough = forum.dated.len() + forum.undated.len() >= set(ctx, &FEWEST);
    let Some(first) = forum.undated.first().filter(|_| enough) else {
        return;
    };
    let name = quoted(forum.title, ctx.lang);
    let undated = forum.undated.iter();
    let missing = undated.map(|n| Missing::of(Lack::DecidedOn, ctx.element(*n), ctx.lang));
    report.add(
        Verdict::cannot_tell(ctx.element(*first), missing.collect())
            .says(say!(
                ctx,
                "Whether the latest decisions of {name} name an objective cannot be told: it is not known which are the latest.",
                "On ne peut dire si les dernières décisions de {name} nomment un objectif : on ignore lesquelles sont les dernières."
            ))
            .advises(say!(
                ctx,
                "Write on each decision the day on which it was taken.",
                "Inscrivez sur chaque décision le jour où elle a été prise."
            ))
            .relates(forum.undated.iter().map(|n| ctx.element(*n))),
    );
}
