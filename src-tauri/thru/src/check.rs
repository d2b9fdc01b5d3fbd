//! `thru check`: what the rules say, as text, for programs, or as SARIF; usable as a gate in a pipeline.

use crate::args::{accept_rules, as_of, file, format, path, say};
use crate::failure::{Failure, Verdict};
use crate::snapshot::freeze;
use crate::terminal::Terminal;
use crate::{findings, gate, sarif};
use clap::{Arg, ArgMatches, Command};
use portfolio::model::{Date, Lang, Money, Portfolio};
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

/// A finding that somebody lives with, as it is promised to programs.
#[derive(Serialize)]
struct LivedWith<'a> {
    key: &'a str,
    code: &'a str,
    severity: Severity,
    result: Outcome,
    subject: Option<&'a Named>,
    message: &'a str,
    reason: &'a str,
    by: &'a str,
    until: Option<Date>,
}

impl<'a> LivedWith<'a> {
    fn of(it: &'a Finding, portfolio: &'a Portfolio) -> Self {
        let waiver = it.accepted.as_ref().and_then(|id| portfolio.waiver(id));
        Self {
            key: &it.key,
            code: &it.code,
            severity: it.severity,
            result: it.result,
            subject: it.subject.as_ref(),
            message: &it.message,
            reason: waiver.map_or("", |it| &it.reason),
            by: waiver.map_or("", |it| &it.person),
            until: waiver.and_then(|it| it.until),
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
    accepted: Vec<LivedWith<'a>>,
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let lang = terminal.lang();
    let asked = gate::asked(matches)?;
    let day = matches.get_one::<Date>("as-of").copied();
    let accept = matches.get_flag("accept-rules");
    let (mut frozen, mut own) = freeze(&path(matches, "file"), day, accept, lang)?;
    let mut all = frozen.findings.clone();
    all.extend(frozen.accepted.iter().cloned());
    let mut idle = rules::idle(&frozen.portfolio, frozen.as_of, lang);
    let selected = asked.map(|it| gate::found(it, &own)).transpose()?;
    if let Some(codes) = &selected {
        frozen.findings.retain(|it| codes.contains(&it.code));
        frozen.accepted.retain(|it| codes.contains(&it.code));
        own.retain(|it| codes.contains(&it.code));
        idle.retain(|it| codes.contains(&it.code));
    }
    let coverage = Coverage::of(&all, frozen.portfolio.settings(), selected.as_deref())
        .with_own(&all, &own)
        .with_idle(&all, idle);
    if selected.is_some() {
        gate::all_ran(&coverage, &own, &frozen)?;
    }
    let failed = gate::of_failed(&coverage);
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let heads = rules::heads(&frozen.findings);
            let accepted = frozen.accepted.iter();
            terminal.json(&Document {
                schema: SCHEMA,
                title: &frozen.portfolio.settings().title,
                as_of: frozen.as_of,
                pack: &frozen.pack,
                coverage,
                findings: frozen.findings.iter().zip(heads).map(Told::of).collect(),
                accepted: accepted
                    .map(|it| LivedWith::of(it, &frozen.portfolio))
                    .collect(),
            })?;
        }
        Some("sarif") => {
            // In the order of one run, whoever accepted what.
            let accepted = if accept {
                Accepted::all(&frozen.portfolio)
            } else {
                Accepted::default()
            };
            let mut all = rules::run_with(&frozen.portfolio, frozen.as_of, lang, &accepted);
            if let Some(codes) = &selected {
                all.retain(|it| codes.contains(&it.code));
            }
            let file = path(matches, "file").display().to_string();
            terminal.json(&sarif::document(&frozen, &all, &file, lang))?;
        }
        _ => findings::text(&frozen, &coverage, selected.is_some(), terminal)?,
    }
    let limit = match matches.get_one::<String>("fail-on").map(String::as_str) {
        Some("blocker") => Severity::Blocker,
        Some("high") => Severity::High,
        Some("medium") => Severity::Medium,
        Some("low") => Severity::Low,
        _ => return Ok(Verdict::Done),
    };
    let at_fault = |it: &Finding| it.result == Outcome::Violated && it.severity >= limit;
    match failed {
        _ if frozen.findings.iter().any(at_fault) => Ok(Verdict::Found),
        // Nobody knows what such a rule would have found, so that a gate cannot pass on it.
        Some(failure) => {
            terminal.flush()?;
            Err(failure)
        }
        None => Ok(Verdict::Done),
    }
}

/// The code of a rule that is named by its code or its name.
pub(crate) fn code(word: &str) -> Result<&'static str, Failure> {
    gate::known(word).ok_or_else(|| gate::no_rule(word, &[]))
}
