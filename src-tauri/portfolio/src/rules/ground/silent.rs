//! D304: an open initiative of which nothing was heard for a month or two.

use super::silence::{days_since, is_silent, overdue, speaking, violated};
use super::undated::one_undated;
use super::{mostly_silent, undated};
use crate::model::ElementKind;
use crate::rules::context::{Sum, Turn, set_for};
use crate::rules::footing::{Footing, some_work};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::signs::last_sign;
use crate::rules::{Context, Family, Report, Severity};
use rust_decimal::Decimal;

const DAYS: Said = Said {
    en: "days",
    fr: "jours",
};
pub(super) const SILENT: Threshold = Threshold {
    name: "silence",
    value: 30.0,
    unit: DAYS,
    source: OURS,
};
pub(super) const LONG_SILENT: Threshold = Threshold {
    name: "silence_high",
    value: 60.0,
    unit: DAYS,
    source: OURS,
};
const FEWEST: Threshold = Threshold {
    name: "fewest_undated",
    value: 5.0,
    unit: Said {
        en: "open initiatives without a date",
        fr: "initiatives ouvertes sans date",
    },
    source: OURS,
};
const SHARE: Threshold = Threshold {
    name: "share_undated",
    value: 50.0,
    unit: Said {
        en: "% of those that should speak",
        fr: "% de celles qui devraient parler",
    },
    source: OURS,
};

const FEWEST_SILENT: Threshold = Threshold {
    name: "fewest_silent",
    value: 5.0,
    unit: Said {
        en: "open initiatives that are silent",
        fr: "initiatives ouvertes muettes",
    },
    source: OURS,
};
const SHARE_SILENT: Threshold = Threshold {
    name: "share_silent",
    value: 50.0,
    unit: Said {
        en: "% of those that bear a date",
        fr: "% de celles qui portent une date",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D304",
    name: "silent",
    family: Family::Ground,
    severity: Severity::Medium,
    title: Said {
        en: "Open initiatives that have fallen silent",
        fr: "Initiatives ouvertes devenues muettes",
    },
    what: Said {
        en: "An open initiative whose last dated sign of life is more than {silence} days old (high above {silence_high}): a status report, a \
             reading of an indicator that measures it, a decision that cites it, a review of its why. That its row came \
             with an import is none. Work that starts later is not expected to speak. Where at least {fewest_silent} initiatives are silent, and {share_silent} % of \
             those that bear a date, it is said once of the portfolio instead of each. Cannot tell when nothing about it bears a date; where that is \
             true of at least {fewest_undated} initiatives, and of {share_undated} % of all, it is asked once.",
        fr: "Une initiative ouverte dont le dernier signe de vie daté remonte à plus de {silence} jours (élevé au-delà de {silence_high}) : un \
             point d’avancement, le relevé d’un indicateur qui la mesure, une décision qui la cite, une relecture de son \
             pourquoi. Que sa ligne figure dans un import n’en est pas un. Un travail à venir n’a pas à parler. Si au moins {fewest_silent} initiatives sont muettes, et \
             {share_silent} % de celles qui portent une date, on le dit une fois du portefeuille et non de chacune. Indécidable si rien n’est daté ; si c’est le \
             cas d’au moins {fewest_undated} initiatives, et de {share_undated} % de toutes, on ne le demande qu’une fois.",
    },
    why: Said {
        en: "Silence is not good news. It is where budgets run on by habit and where the next surprise is prepared.",
        fr: "Le silence n’est pas une bonne nouvelle : c’est là que les budgets courent par habitude et que se prépare la prochaine surprise.",
    },
    how: Said {
        en: "Ask its owner for one dated line of status, or close it.",
        fr: "Demandez à son responsable une ligne d’avancement datée, ou clôturez-la.",
    },
    thresholds: &[
        SILENT,
        LONG_SILENT,
        FEWEST,
        SHARE,
        FEWEST_SILENT,
        SHARE_SILENT,
    ],
    footing: Footing {
        needs: Said {
            en: "work that has begun and is not over",
            fr: "du travail commencé et non terminé",
        },
        there_is: |ctx| some_work(ctx, |n| speaking(ctx, n).is_some()),
    },
    check: Check::Both(&[ElementKind::Initiative], each, whole),
    cases: include_str!("silent.cases"),
};

/// Initiatives that should speak, by what is heard of them.
pub(in crate::rules) const SIGNS: Sum = Sum {
    place: 7,
    part: |ctx, n| {
        speaking(ctx, n)?;
        let name = match ctx.heard_on(n) {
            None => "undated",
            Some(last) if is_silent(ctx, last) => "silent",
            Some(_) => "heard",
        };
        Some((name, Decimal::ONE))
    },
};

/// The list that most work comes from carries no date of its ratings.
pub(in crate::rules) const MOSTLY_UNDATED: Turn = Turn {
    place: 2,
    holds: |sums, settings| {
        let set = |threshold| set_for(settings, RULE.code, threshold);
        let (fewest, share) = (set(&FEWEST), set(&SHARE));
        sums.is_most(&SIGNS, "undated", &["silent", "heard"], fewest, share)
    },
};

/// Nobody keeps the list up: most of what was ever heard of is heard of no more.
pub(in crate::rules) const MOSTLY_SILENT: Turn = Turn {
    place: 3,
    holds: |sums, settings| {
        let set = |threshold| set_for(settings, RULE.code, threshold);
        let (fewest, share) = (set(&FEWEST_SILENT), set(&SHARE_SILENT));
        sums.is_most(&SIGNS, "silent", &["heard"], fewest, share)
    },
};

fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    mostly_silent::whole(ctx, report);
    undated::whole(ctx, report);
}

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(initiative) = speaking(ctx, number) else {
        return;
    };
    let element = ctx.element(number);
    let budget = ctx.budget(number);
    let Some(last) = ctx.heard_on(number) else {
        if !ctx.turned(&MOSTLY_UNDATED) {
            report.add(one_undated(ctx, number, element).stakes(budget.cloned()));
        }
        return;
    };
    if !is_silent(ctx, last) || ctx.turned(&MOSTLY_SILENT) {
        return;
    }
    let Some(sign) = last_sign(ctx, number) else {
        return;
    };
    let days = days_since(ctx, last);
    let severity = if days > report.days(&LONG_SILENT) {
        Severity::High
    } else {
        Severity::Medium
    };
    let verdict = violated(ctx, element, days, sign, budget);
    report.add(verdict.shows(overdue(ctx, initiative)).at(severity));
}
