//! M103: work is started, stopped or moved up because it presses, fits or can be done, not for what it brings.

use crate::model::ElementKind;
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::Footing;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rituals::decisions::{Reason, decided_on, rationale, reason, sets_priorities};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{all_of, cycles, listed, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const SHARE: Threshold = Threshold {
    name: "share_of_decisions",
    value: 50.0,
    unit: Said {
        en: "% of the prioritisation decisions",
        fr: "% des décisions de priorité",
    },
    source: OURS,
};
const CYCLES: Threshold = Threshold {
    name: "cycles",
    value: 2.0,
    unit: Said {
        en: "cycles, the running one included",
        fr: "cycles, dont celui en cours",
    },
    source: OURS,
};
const FEWEST: Threshold = Threshold {
    name: "fewest_decisions",
    value: 3.0,
    unit: Said {
        en: "decisions, below which nothing is said",
        fr: "décisions, en deçà desquelles rien n’est dit",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M103",
    name: "urgency-alone",
    family: Family::Rituals,
    severity: Severity::High,
    title: Said {
        en: "Priorities set by urgency, capacity or ease",
        fr: "Priorités fixées par l’urgence, la capacité ou la facilité",
    },
    what: Said {
        en: "At least {share_of_decisions} % of the decisions to start, stop or re-prioritise work in the last {cycles} cycles, if there are {fewest_decisions} or more, \
             give urgency, capacity or feasibility as their only reason. Tags of a decision tell the kind of its reason (high); \
             without such tags the words of its rationale do, by word lists (medium). A decision that cites a priority, an \
             objective or an outcome has a better reason. Cannot tell when it turns on decisions without a rationale.",
        fr: "Au moins {share_of_decisions} % des décisions de lancer, d’arrêter ou de changer les priorités des {cycles} derniers cycles, s’il y en a {fewest_decisions} ou \
             plus, n’ont pour raison que l’urgence, la capacité ou la faisabilité. Les étiquettes de la décision disent la \
             nature de sa raison (élevé) ; à défaut, les mots de sa motivation, d’après des listes (moyen). Une décision qui \
             cite une priorité, un objectif ou un résultat a une meilleure raison. Indécidable quand tout dépend de décisions \
             sans motivation.",
    },
    why: Said {
        en: "What presses is not what matters most. A portfolio ordered by urgency and free hands drifts away from its strategy \
             one reasonable decision at a time.",
        fr: "Ce qui presse n’est pas ce qui compte le plus. Un portefeuille ordonné par l’urgence et les bras disponibles s’éloigne \
             de sa stratégie, une décision raisonnable après l’autre.",
    },
    how: Said {
        en: "Take these decisions once more with two figures side by side: what the work contributes to an objective, and what a \
             month of delay costs. Keep the ones that stand.",
        fr: "Reprenez ces décisions avec deux chiffres côte à côte : ce que le travail apporte à un objectif, et ce que coûte un mois \
             de retard. Gardez celles qui tiennent.",
    },
    thresholds: &[SHARE, CYCLES, FEWEST],
    footing: Footing {
        needs: Said {
            en: "several recent, dated decisions to start, stop or re-prioritise work",
            fr: "plusieurs décisions récentes et datées de lancer, d’arrêter ou de re-prioriser",
        },
        there_is: |ctx| {
            let all = ctx.of_kind(ElementKind::Decision);
            let count = all.filter(|(n, _)| is_recent(ctx, *n)).count();
            let fewest = set_for(ctx.settings(), RULE.code, &FEWEST).max(1.0);
            u32::try_from(count).is_ok_and(|it| f64::from(it) >= fewest.round())
        },
    },
    check: Check::Whole(check),
    cases: include_str!("urgency_alone.cases"),
};

/// Whether a decision has set priorities in the cycles that are looked at.
fn is_recent(ctx: &Context<'_>, number: usize) -> bool {
    let element = ctx.element(number);
    let window = set_for(ctx.settings(), RULE.code, &CYCLES).round();
    #[expect(clippy::cast_possible_truncation, reason = "cycles are few")]
    let window = window as i32;
    element.decision().is_some_and(sets_priorities)
        && decided_on(element).is_some_and(|date| ctx.in_last_cycles(date, window))
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let (mut weak, mut unsaid, mut all) = (Vec::new(), Vec::new(), 0);
    let (mut by_tags, mut by_words) = (0, 0);
    for (n, element) in ctx.of_kind(ElementKind::Decision) {
        let Some(decision) = element.decision().filter(|_| is_recent(ctx, n)) else {
            continue;
        };
        all += 1;
        match reason(ctx, n, decision) {
            Reason::Weak(kinds, tagged) => {
                weak.push((n, kinds));
                by_tags += usize::from(tagged);
                by_words += usize::from(!tagged);
            }
            Reason::Better => {}
            Reason::Unsaid => unsaid.push(n),
        }
    }
    let least = report.value(&SHARE);
    #[expect(
        clippy::cast_precision_loss,
        reason = "decisions of a few cycles are few"
    )]
    let enough = |count: usize| count > 0 && count as f64 * 100.0 >= all as f64 * least;
    if all < report.count(&FEWEST) {
        return;
    }
    if enough(by_tags + by_words) {
        let severity = if enough(by_tags) {
            Severity::High
        } else {
            Severity::Medium
        };
        report.add(violated(ctx, &weak, all, report.days(&CYCLES)).at(severity));
    } else if enough(weak.len() + unsaid.len())
        && let Some(verdict) = cannot_tell(ctx, &unsaid)
    {
        report.add(verdict);
    }
}

fn weak_row(ctx: &Context<'_>, number: usize, kinds: &[&str]) -> Evidence {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let said = |kind: &&str| {
        let (en, fr) = match *kind {
            "urgency" => ("urgency", "urgence"),
            "capacity" => ("capacity", "capacité"),
            _ => ("feasibility", "faisabilité"),
        };
        Said { en, fr }.get(ctx.lang).to_owned()
    };
    let kinds = listed(&kinds.iter().map(said).collect::<Vec<_>>(), ctx.lang);
    let text = element.decision().map(rationale).unwrap_or_default();
    let words = quoted(text.trim(), ctx.lang);
    let text = if text.trim().is_empty() {
        say!(ctx, "{name}: {kinds}", "{name} : {kinds}")
    } else {
        say!(ctx, "{name}: {kinds}, {words}", "{name} : {kinds}, {words}")
    };
    row(text).of(element).on(decided_on(element))
}

fn violated<'a>(
    ctx: &Context<'a>,
    weak: &[(usize, Vec<&str>)],
    all: usize,
    window: i64,
) -> Verdict<'a> {
    let count = weak.len();
    let span = cycles(window, ctx.settings().cycle, ctx.lang);
    let count = if count == all {
        all_of(all, ctx.lang)
    } else {
        say!(ctx, "{count} of the {all}", "{count} des {all}")
    };
    Verdict::violated_by_all("decisions")
        .says(say!(
            ctx,
            "{count} decisions on priorities in the last {span} give urgency, capacity or feasibility as their only reason.",
            "{count} décisions de priorité prises en {span} n’ont pour raison que l’urgence, la capacité ou la faisabilité."
        ))
        .advises(say!(
            ctx,
            "Write into each what the work contributes and what a month of delay costs, and cite the objective; reverse those that do not stand.",
            "Inscrivez dans chacune ce que le travail apporte et ce que coûte un mois de retard, et citez l’objectif ; revenez sur celles qui ne tiennent pas."
        ))
        .shows(weak.iter().rev().take(MOST_ROWS).map(|(n, kinds)| weak_row(ctx, *n, kinds)))
        .relates(weak.iter().map(|(n, _)| ctx.element(*n)))
}

fn cannot_tell<'a>(ctx: &Context<'a>, unsaid: &[usize]) -> Option<Verdict<'a>> {
    let missing = unsaid
        .iter()
        .map(|n| Missing::of(Lack::Rationale, ctx.element(*n), ctx.lang));
    let verdict = Verdict::cannot_tell(ctx.element(*unsaid.first()?), missing.collect())
        .says(say!(
            ctx,
            "What recent priorities were set by cannot be told: too many of the decisions give no reason.",
            "On ne peut dire ce qui a fixé les priorités récentes : trop de décisions ne donnent aucune raison."
        ))
        .advises(say!(
            ctx,
            "Write the rationale of each of these decisions, in a sentence that names what the work brings.",
            "Écrivez la motivation de chacune de ces décisions, en une phrase qui nomme ce que le travail apporte."
        ))
        .relates(unsaid.iter().map(|n| ctx.element(*n)));
    Some(verdict)
}
