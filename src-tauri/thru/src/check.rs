//! `thru check`: what the rules say, as text, for programs, or as SARIF; usable as a gate in a pipeline.

use crate::args::{accept_rules, as_of, file, format, path, say};
use crate::failure::{Failure, Verdict};
use crate::snapshot::freeze;
use crate::terminal::{Terminal, clean};
use crate::{findings, sarif};
use clap::{Arg, ArgMatches, Command};
use portfolio::error::Words;
use portfolio::model::{Date, Lang, Money, OwnRule};
use portfolio::rules::{
    self, Accepted, Coverage, Evidence, Family, Finding, Lack, Missing, Named, Outcome, Severity,
    Way,
};
use serde::Serialize;

const SCHEMA: &str = "throughline.findings/1";

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("check")
        .about(say(
            lang,
            "Say what the rules find",
            "Dire ce que trouvent les règles",
        ))
        .arg(file(lang))
        .arg(as_of(lang))
        .arg(accept_rules(lang))
        .arg(
            Arg::new("select")
                .long("select")
                .value_name("CODES")
                .value_delimiter(',')
                .help(say(
                    lang,
                    "Only these rules, by code or name, and all their findings: M501,D103",
                    "Seulement ces règles, par code ou nom, et tous leurs constats : M501,D103",
                )),
        )
        .arg(
            format(lang)
                .value_parser(["text", "json", "sarif"])
                .help(say(
                    lang,
                    "How to answer: text (default), json or sarif (for build pipelines)",
                    "Forme de la réponse : text (par défaut), json ou sarif (pour les chaînes de construction)",
                )),
        )
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name(say(lang, "SEVERITY", "GRAVITÉ"))
                .value_parser(["blocker", "high", "medium", "low", "never"])
                .default_value("never")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(say(
                    lang,
                    "Exit with 1 when a rule is violated at this severity or above: blocker, high, medium, low, never (default)",
                    "Sortir avec 1 quand une règle est violée à cette gravité ou au-dessus : blocker, high, medium, low, never (par défaut)",
                )),
        )
}

/// A finding as it is promised to programs.
#[derive(Serialize)]
struct Told<'a> {
    key: &'a str,
    code: &'a str,
    name: &'a str,
    family: Family,
    severity: Severity,
    result: Outcome,
    subject: Option<&'a Named>,
    related: &'a [Named],
    message: &'a str,
    evidence: &'a [Evidence],
    advice: &'a str,
    missing: Vec<&'a str>,
    /// The same, for whoever counts it: which field, whose, and what can be done.
    lacks: Vec<Lacks<'a>>,
    weight: Option<f64>,
    money: &'a [Money],
    /// The day on which it was first seen; the day of the check when it is new.
    first_seen: Option<Date>,
    /// What it comes from, and the finding that is told in its place.
    cause: Option<&'a str>,
    follows: Option<&'a str>,
}

/// Something that keeps a rule from deciding, as it is promised to programs.
#[derive(Serialize)]
struct Lacks<'a> {
    field: Lack,
    way: Way,
    of: Option<&'a Named>,
}

impl<'a> Lacks<'a> {
    fn of(it: &'a Missing) -> Self {
        Self {
            field: it.field,
            way: it.way,
            of: it.of.as_ref(),
        }
    }
}

impl<'a> Told<'a> {
    fn of((it, follows): (&'a Finding, Option<&'a str>)) -> Self {
        Self {
            key: &it.key,
            code: &it.code,
            name: &it.name,
            family: it.family,
            severity: it.severity,
            result: it.result,
            subject: it.subject.as_ref(),
            related: &it.related,
            message: &it.message,
            evidence: &it.evidence,
            advice: &it.advice,
            missing: it.missing.iter().map(|of| of.text.as_str()).collect(),
            lacks: it.missing.iter().map(Lacks::of).collect(),
            weight: it.weight,
            money: &it.money,
            first_seen: it.first_seen,
            cause: it.cause.as_deref(),
            follows,
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    title: &'a str,
    as_of: Date,
    pack: &'a str,
    coverage: Coverage,
    findings: Vec<Told<'a>>,
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let selected = selected(matches)?;
    let day = matches.get_one::<Date>("as-of").copied();
    let accept = matches.get_flag("accept-rules");
    let (mut frozen, own) = freeze(&path(matches, "file"), day, accept, terminal.lang())?;
    if let Some(codes) = &selected {
        let here = |code: &&String| !own.iter().any(|it| it.code == **code);
        if let Some(lost) = codes.iter().filter(|it| OwnRule::is_code(it)).find(here) {
            return Err(no_rule(lost));
        }
        frozen.findings.retain(|it| codes.contains(&it.code));
    }
    let coverage = Coverage::of(&frozen.findings, frozen.portfolio.settings())
        .with_own(&frozen.findings, &own)
        .with_idle(
            &frozen.findings,
            rules::idle(&frozen.portfolio, frozen.as_of, terminal.lang()),
        );
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let heads = rules::heads(&frozen.findings);
            terminal.json(&Document {
                schema: SCHEMA,
                title: &frozen.portfolio.settings().title,
                as_of: frozen.as_of,
                pack: &frozen.pack,
                coverage,
                findings: frozen.findings.iter().zip(heads).map(Told::of).collect(),
            })?;
        }
        Some("sarif") => {
            let lang = terminal.lang();
            let own = if accept {
                Accepted::all(&frozen.portfolio)
            } else {
                Accepted::default()
            };
            let mut all = rules::run_with(&frozen.portfolio, frozen.as_of, lang, &own);
            if let Some(codes) = &selected {
                all.retain(|it| codes.contains(&it.code));
            }
            let file = path(matches, "file").display().to_string();
            terminal.json(&sarif::document(&frozen, &all, &file, lang))?;
        }
        _ => findings::text(&frozen, &coverage, selected.is_some(), terminal)?,
    }
    let limit = match matches.get_one::<String>("fail-on").map(String::as_str) {
        Some("blocker") => Some(Severity::Blocker),
        Some("high") => Some(Severity::High),
        Some("medium") => Some(Severity::Medium),
        Some("low") => Some(Severity::Low),
        _ => None,
    };
    let found = limit.is_some_and(|limit| {
        frozen
            .findings
            .iter()
            .any(|it| it.result == Outcome::Violated && it.severity >= limit)
    });
    Ok(if found { Verdict::Found } else { Verdict::Done })
}

fn selected(matches: &ArgMatches) -> Result<Option<Vec<String>>, Failure> {
    let Some(asked) = matches.get_many::<String>("select") else {
        return Ok(None);
    };
    asked
        .map(|word| match word.trim().to_uppercase() {
            own if OwnRule::is_code(&own) => Ok(own),
            _ => code(word).map(str::to_owned),
        })
        .collect::<Result<_, _>>()
        .map(Some)
}

/// The code of a rule that is named by its code or its name.
pub(crate) fn code(word: &str) -> Result<&'static str, Failure> {
    let word = word.trim();
    rules::RULES
        .iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name == word)
        .map(|rule| rule.code)
        .ok_or_else(|| no_rule(word))
}

fn no_rule(word: &str) -> Failure {
    let word = clean(word);
    let all: Vec<&str> = rules::RULES.iter().map(|rule| rule.code).collect();
    let all = all.join(", ");
    Failure::wrong(
        Words::new(
            format!("There is no rule “{word}”."),
            format!("Il n’y a pas de règle « {word} »."),
        ),
        Words::new(
            format!("The rules are {all}; “thru rule” explains them."),
            format!("Les règles sont {all} ; « thru rule » les explique."),
        ),
    )
}
