//! What no rule could tell, as text: one line for each sort of thing that is missing, grouped by what one can do about
//! it, and the rules that fall silent for want of it.

use crate::args::say;
use crate::failure::Failure;
use crate::terminal::{Style, Terminal};
use portfolio::model::{ElementKind, Lang};
use portfolio::rules::{Finding, Lack, Outcome, Way};
use press::wording::{count, counted, kind};
use std::collections::{BTreeMap, BTreeSet};

/// Columns before a line.
const INDENT: &str = "  ";

/// One sort of thing that is missing.
#[derive(Default)]
struct Gap<'a> {
    /// What lacks it; empty where that is no element.
    elements: BTreeSet<&'a str>,
    /// Findings that wait for it.
    findings: usize,
    codes: BTreeSet<&'a str>,
}

pub(crate) fn text(findings: &[Finding], terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let gaps = gaps(findings);
    let broken: Vec<&Finding> = findings.iter().filter(|it| it.is_of_its_rule()).collect();
    if gaps.is_empty() && broken.is_empty() {
        return Ok(());
    }
    terminal.gap()?;
    let title = say(lang, "Cannot be told", "Indécidable");
    let title = terminal.set(Style::Strong, title);
    terminal.line(&title)?;
    for way in Way::ALL {
        let mut own: Vec<_> = gaps.iter().filter(|((it, ..), _)| *it == way).collect();
        if own.is_empty() {
            continue;
        }
        own.sort_by_key(|(key, gap)| (std::cmp::Reverse((gap.codes.len(), gap.findings)), **key));
        terminal.gap()?;
        terminal.line(&format!("{INDENT}{}", to_do(way, lang)))?;
        for ((_, field, of), gap) in own {
            let codes: Vec<&str> = gap.codes.iter().copied().collect();
            let codes = terminal.set(Style::Quiet, &format!("({})", codes.join(", ")));
            let head = head(*field, *of, gap, lang);
            terminal.wrapped(
                &format!("{INDENT}○ "),
                INDENT.len() + 2,
                &format!("{head} {codes}"),
            )?;
        }
    }
    if !broken.is_empty() {
        terminal.gap()?;
        let right = say(
            lang,
            "Put rules of your own right:",
            "Corriger vos propres règles\u{a0}:",
        );
        terminal.line(&format!("{INDENT}{right}"))?;
        for finding in broken {
            terminal.wrapped(&format!("{INDENT}○ "), INDENT.len() + 2, &finding.message)?;
        }
    }
    Ok(())
}

type Key = (Way, Lack, Option<ElementKind>);

fn gaps(findings: &[Finding]) -> BTreeMap<Key, Gap<'_>> {
    let mut gaps: BTreeMap<Key, Gap<'_>> = BTreeMap::new();
    let silent = findings
        .iter()
        .filter(|it| it.result == Outcome::CannotTell && !it.is_of_its_rule());
    for finding in silent {
        let mut told = BTreeSet::new();
        for missing in &finding.missing {
            let of = missing.of.as_ref();
            let key = (missing.way, missing.field, of.map(|it| it.kind));
            let gap = gaps.entry(key).or_default();
            gap.elements.extend(of.map(|it| it.id.as_str()));
            gap.codes.insert(&finding.code);
            gap.findings += usize::from(told.insert(key));
        }
    }
    gaps
}

/// “54 initiatives without a dated status report”.
fn head(field: Lack, of: Option<ElementKind>, gap: &Gap<'_>, lang: Lang) -> String {
    let without = match lang {
        Lang::En => format!("without {}", lacks(field, lang)),
        Lang::Fr => format!("sans {}", lacks(field, lang)),
    };
    match of {
        Some(of) => {
            let (one, many) = kind(of, lang);
            let all = counted(gap.elements.len(), one, many, lang);
            format!("{all} {without}")
        }
        // A source, a rate, a rule: the findings name it.
        None => {
            let it = capital(lacks(field, lang));
            let number = count(gap.findings, lang);
            match (lang, gap.findings) {
                (Lang::En, 1) => format!("{it}: one question waits for it"),
                (Lang::En, _) => format!("{it}: {number} questions wait for it"),
                (Lang::Fr, 1) => format!("{it}\u{a0}: une question l’attend"),
                (Lang::Fr, _) => format!("{it}\u{a0}: {number} questions l’attendent"),
            }
        }
    }
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// What is done about a group of gaps.
fn to_do(way: Way, lang: Lang) -> &'static str {
    match way {
        Way::FillIn => say(
            lang,
            "Write down what somebody here knows:",
            "Noter ce que quelqu’un sait ici\u{a0}:",
        ),
        Way::Measure => say(lang, "Go and measure:", "Aller mesurer\u{a0}:"),
        Way::Agree => say(
            lang,
            "Settle it between those who answer for it:",
            "Se mettre d’accord entre responsables\u{a0}:",
        ),
        Way::Source => say(
            lang,
            "Put it right in the list it comes from:",
            "Corriger dans la liste d’origine\u{a0}:",
        ),
        Way::Ask => say(
            lang,
            "Ask for what exists and is withheld:",
            "Demander ce qui existe mais n’est pas communiqué\u{a0}:",
        ),
    }
}

/// What comes behind “without”.
fn lacks(field: Lack, lang: Lang) -> &'static str {
    let (en, fr) = match field {
        Lack::Owner => ("an owner", "responsable"),
        Lack::Budget => ("a budget", "budget"),
        Lack::Spent => ("the money spent so far", "dépense à ce jour"),
        Lack::Start => ("a start", "date de lancement"),
        Lack::End => ("an end", "date de fin"),
        Lack::DeliveredOn => ("a delivery date", "date de livraison"),
        Lack::AdoptionDate => ("an adoption date", "date d’adoption"),
        Lack::NeededOn => ("the day on which it is needed", "date de besoin"),
        Lack::Reference => ("the reference that imposes it", "référence qui l’impose"),
        Lack::ValidUntil => ("a last day", "dernier jour de validité"),
        Lack::Status => ("a status", "point d’avancement"),
        Lack::StatusDate => ("a dated status report", "point d’avancement daté"),
        Lack::Side => ("a side, business or IT", "côté, métier ou DSI"),
        Lack::Role => ("a role", "rôle"),
        Lack::Horizon => ("a horizon", "horizon"),
        Lack::Weight => ("a weight", "poids"),
        Lack::WhyAcceptedOn => (
            "the day on which the why was accepted",
            "date d’acceptation du pourquoi",
        ),
        Lack::ExpectedValue => ("an expected value", "valeur attendue"),
        Lack::BusinessOwner => ("a business owner", "responsable métier"),
        Lack::AcceptedOn => ("a date of acceptance", "date d’acceptation"),
        Lack::ReviewOn => ("a review date", "date de revue"),
        Lack::Reviewer => ("a reviewer", "responsable de la revue"),
        Lack::ClaimedOn => ("a date on the claim", "date d’annonce"),
        Lack::Movement => ("a stated effect", "effet chiffré"),
        Lack::Confidence => ("a stated confidence", "degré de confiance"),
        Lack::DecidedOn => ("a date", "date"),
        Lack::Ruling => ("a ruling", "nature précisée"),
        Lack::Rationale => ("a rationale", "motif"),
        Lack::IndicatorKind => ("a stated kind", "type précisé"),
        Lack::Baseline => ("a baseline", "valeur de départ"),
        Lack::BaselineOn => ("a date on the baseline", "date de la valeur de départ"),
        Lack::Target => ("a target", "cible"),
        Lack::TargetOn => ("a date on the target", "échéance de la cible"),
        Lack::Direction => ("a direction", "sens"),
        Lack::Unit => ("a unit", "unité"),
        Lack::EveryDays => ("an interval between readings", "rythme de relevé"),
        Lack::Reading => ("a fresh reading", "relevé récent"),
        Lack::ReadingSource => (
            "a source of the last value",
            "source pour le dernier relevé",
        ),
        Lack::Rhythm => ("a rhythm of deliveries", "rythme de livraison"),
        Lack::Rate => ("an exchange rate", "taux de change"),
        Lack::Rule => ("a rule that can be run", "règle exécutable"),
        Lack::Other => (
            "a field that a rule of yours reads",
            "champ lu par une règle à vous",
        ),
    };
    say(lang, en, fr)
}
