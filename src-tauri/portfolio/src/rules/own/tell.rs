//! Makes findings of what rules of one's own answer: about elements, and about the rules themselves.

use super::bounds::STEPS_PER_ELEMENT;
use super::expression::{Fault, Stop};
use super::fact::Scene;
use super::fields::{self, VARIABLES};
use super::worker::{Answer, Read};
use super::{MOST_RULES, advice, message};
use crate::model::{Element, ElementId, Known, Lang, Money, OwnRule, Severity};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Finding, Outcome, Report, RuleText};

/// A rule of one's own as it is explained.
#[must_use]
pub fn own_text(rule: &OwnRule, lang: Lang) -> RuleText {
    let (when, by) = (rule.when.trim(), rule.written_by.trim());
    let what = match lang {
        Lang::En => format!("It fires when this is true: {when}"),
        Lang::Fr => format!("Elle se déclenche quand ceci est vrai : {when}"),
    };
    let why = match lang {
        _ if by.is_empty() => String::new(),
        Lang::En => format!("Written by {by}."),
        Lang::Fr => format!("Écrite par {by}."),
    };
    RuleText {
        code: rule.code.clone(),
        name: rule.name.clone(),
        title: title(rule).to_owned(),
        family: Family::Own,
        severity: rule.severity,
        what,
        why,
        how: rule.advice.clone(),
        parameters: Vec::new(),
    }
}

/// The heading of a rule, or its name when it has none.
fn title(rule: &OwnRule) -> &str {
    let title = rule.title.trim();
    if title.is_empty() { &rule.name } else { title }
}

/// What a person calls a field.
pub(super) fn label(name: &str, lang: Lang) -> String {
    let (root, part) = name.split_once('.').map_or((name, ""), |(a, b)| (a, b));
    let known = fields::any(root).map_or(root, |it| it.label.get(lang));
    if part.is_empty() {
        known.to_owned()
    } else {
        format!("{known} ({part})")
    }
}

/// What an expression asked for; `of` is the id of an element other than the one that is judged.
fn missing<'a>(ctx: &Context<'a>, judged: &'a Element, field: &str, of: Option<&str>) -> Missing {
    let label = label(field, ctx.lang);
    let other = of.and_then(|id| ctx.by_id(&ElementId::new(id)));
    let text = match other {
        None => label,
        Some(other) => {
            let title = quoted(&other.title, ctx.lang);
            say!(ctx, "{label} of {title}", "{label} de {title}")
        }
    };
    Missing::said(Lack::of_model(field), other.unwrap_or(judged), text)
}

/// The findings of one answer about one element; the fault, when the rule is wrong on it.
pub(super) fn of_answer(
    ctx: &Context<'_>,
    number: usize,
    rule: &OwnRule,
    read: &Read,
    scene: &Scene,
    answer: Answer,
) -> Vec<Finding> {
    let element = ctx.element(number);
    let mut report = Report::of_own(ctx, rule);
    match answer {
        Answer::Violated { evidence } => {
            let said = message::fill(&rule.message, scene, ctx.lang);
            let mut rows: Vec<Evidence> = evidence
                .into_iter()
                .map(|text| row(text).of(element))
                .collect();
            // What the rule shows of itself comes first, then what it saw.
            rows.extend(looked_at(ctx, number, read, scene));
            rows.extend(cut(ctx, read, scene));
            report.add(
                Verdict::violated(element)
                    .says(said)
                    .advises(advice::of(ctx, rule, read, element, scene))
                    .shows(rows)
                    .stakes(at_stake(ctx, number)),
            );
        }
        Answer::Stopped(Stop::Missing { field, of }) => {
            let missing = missing(ctx, element, &field, of.as_deref());
            let (rule, name) = (
                quoted(title(rule), ctx.lang),
                quoted(&element.title, ctx.lang),
            );
            let verdict = Verdict::cannot_tell(element, vec![missing.clone()]);
            report.add(
                verdict
                    .says(say!(
                        ctx,
                        "Whether {rule} holds for {name} cannot be told: {missing} is not filled in.",
                        "On ne peut pas dire si {rule} vaut pour {name} : {missing} n’est pas renseigné."
                    ))
                    .advises(say!(ctx, "Fill in: {missing}.", "Renseignez : {missing}.")),
            );
        }
        Answer::Holds | Answer::Stopped(_) => {}
    }
    report.into_findings()
}

/// The fields that the condition names, as they stand.
fn looked_at(ctx: &Context<'_>, number: usize, read: &Read, scene: &Scene) -> Vec<Evidence> {
    let element = ctx.element(number);
    let named = read
        .looks_at
        .iter()
        .filter(|it| **it != "title")
        .take(MOST_ROWS);
    named
        .map(|name| {
            let label = label(name, ctx.lang);
            let mut label = label.chars();
            let first: String = label
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .collect();
            let value = message::value(scene, name, ctx.lang);
            let label = format!("{first}{}", label.as_str());
            row(say!(ctx, "{label}: {value}", "{label} : {value}")).imported(ctx, element)
        })
        .collect()
}

/// Says where a list was too long to be looked at as a whole.
fn cut(ctx: &Context<'_>, read: &Read, scene: &Scene) -> Vec<Evidence> {
    let lists = scene.lists.iter().zip(&VARIABLES).zip(read.needs.lists);
    lists
        .filter(|(_, needed)| *needed)
        .filter_map(|((list, variable), _)| {
            let list = list.as_ref()?;
            let (all, seen, name) = (list.cut_from?, list.all.len(), variable.name);
            Some(row(say!(
                ctx,
                "Only {seen} of {all} in “{name}” were looked at",
                "Seuls {seen} sur {all} de « {name} » ont été examinés"
            )))
        })
        .collect()
}

/// The money of what is judged: the budget of work, the value of an outcome.
fn at_stake(ctx: &Context<'_>, number: usize) -> Option<Money> {
    let outcome = ctx.element(number).outcome();
    let value = outcome.and_then(|it| it.expected_value.value());
    value.or_else(|| ctx.budget(number)).cloned()
}

/// Why a rule gave no verdicts, or not all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It is wrong; on the element with this title, and on so many.
    Fault {
        fault: Fault,
        on: Option<(String, usize)>,
    },
    /// It took too many steps on one element, or over all of them.
    Steps { one: bool },
    /// It took too long.
    Late,
    /// As many rules are on as are run, without it.
    Crowd,
}

/// A finding about a rule, on the portfolio as a whole: it accuses nobody, and the rest of the check stands.
pub(super) fn of_trouble(rule: &OwnRule, trouble: &Trouble, lang: Lang) -> Finding {
    let name = format!("{} ({})", rule.code, title(rule));
    let message = match (trouble, lang) {
        (Trouble::Fault { fault, on: None }, Lang::En) => {
            format!("Rule {name} could not be run: {}.", fault.message.en)
        }
        (Trouble::Fault { fault, on: None }, Lang::Fr) => {
            format!(
                "La règle {name} n’a pas pu être exécutée : {}.",
                fault.message.fr
            )
        }
        (
            Trouble::Fault {
                fault,
                on: Some((title, count)),
            },
            Lang::En,
        ) => format!(
            "Rule {name} could not be run on {count} of its elements, first on {}: {}.",
            quoted(title, lang),
            fault.message.en
        ),
        (
            Trouble::Fault {
                fault,
                on: Some((title, count)),
            },
            Lang::Fr,
        ) => format!(
            "La règle {name} n’a pas pu être exécutée sur {count} de ses éléments, d’abord sur {} : {}.",
            quoted(title, lang),
            fault.message.fr
        ),
        (Trouble::Steps { one: true }, Lang::En) => format!(
            "Rule {name} takes more than {STEPS_PER_ELEMENT} steps on one element and was switched off. The rest of the check is complete."
        ),
        (Trouble::Steps { one: true }, Lang::Fr) => format!(
            "La règle {name} demande plus de {STEPS_PER_ELEMENT} étapes pour un élément et a été désactivée. Le reste du contrôle est complet."
        ),
        (Trouble::Steps { one: false }, Lang::En) => format!(
            "Rule {name} takes too many steps over the whole portfolio and was switched off. The rest of the check is complete."
        ),
        (Trouble::Steps { one: false }, Lang::Fr) => format!(
            "La règle {name} demande trop d’étapes sur tout le portefeuille et a été désactivée. Le reste du contrôle est complet."
        ),
        (Trouble::Crowd, Lang::En) => format!(
            "Rule {name} was not run: {MOST_RULES} other rules are on, and no more are run."
        ),
        (Trouble::Crowd, Lang::Fr) => format!(
            "La règle {name} n’a pas été exécutée : {MOST_RULES} autres règles sont actives, et l’on n’en exécute pas davantage."
        ),
        (Trouble::Late, Lang::En) => format!(
            "Rule {name} took too long and was switched off. The rest of the check is complete."
        ),
        (Trouble::Late, Lang::Fr) => format!(
            "La règle {name} a pris trop de temps et a été désactivée. Le reste du contrôle est complet."
        ),
    };
    let advice = match (trouble, lang) {
        (Trouble::Fault { .. }, Lang::En) => "Open the rule and correct it, or switch it off.",
        (Trouble::Fault { .. }, Lang::Fr) => "Ouvrez la règle et corrigez-la, ou désactivez-la.",
        (Trouble::Crowd, Lang::En) => "Switch off rules that nobody needs any more.",
        (Trouble::Crowd, Lang::Fr) => "Désactivez les règles dont personne n’a plus besoin.",
        (_, Lang::En) => "Look at fewer lists inside each other; then check again.",
        (_, Lang::Fr) => "Imbriquez moins de listes, puis relancez le contrôle.",
    };
    Finding {
        key: format!("{}:rule", rule.code),
        code: rule.code.clone(),
        name: rule.name.clone(),
        family: Family::Own,
        severity: Severity::Info,
        result: Outcome::CannotTell,
        subject: None,
        related: Vec::new(),
        message,
        evidence: Vec::new(),
        advice: advice.to_owned(),
        missing: vec![Missing::said(
            Lack::Rule,
            None,
            match lang {
                Lang::En => "a rule that can be run",
                Lang::Fr => "une règle exécutable",
            },
        )],
        weight: None,
        money: Vec::new(),
        cause: None,
        path: Vec::new(),
        first_seen: None,
        accepted: None,
        fix: None,
    }
}
