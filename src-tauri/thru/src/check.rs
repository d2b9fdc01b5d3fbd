//! `thru check`: what the rules say.

use crate::args::{accept_rules, as_of, file, format, path, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::snapshot::freeze;
use crate::terminal::{Style, Terminal, clean};
use clap::{Arg, ArgMatches, Command};
use portfolio::error::Words;
use portfolio::model::{Date, Lang, Money, OwnRule};
use portfolio::rules::{
    self, Evidence, Family, Finding, Named, Outcome, OwnState, Running, Severity,
};
use press::Frozen;
use press::wording::{count, counted, date, family, money, severity};
use serde::Serialize;

const SCHEMA: &str = "throughline.findings/1";
/// Findings of one rule that are told at once, unless the rule was asked for by its code.
const SHOWN: usize = 5;
/// Columns before the message of a finding.
const INDENT: usize = 15;

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
                    "Seulement ces règles, par code ou nom, et tous leurs constats : M501,D103",
                )),
        )
        .arg(format(lang))
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
                    "Sortir avec 1 quand une règle est violée à cette gravité ou au-dessus : blocker, high, medium, low, never (par défaut)",
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
    missing: &'a [String],
    weight: Option<f64>,
    money: &'a [Money],
}

impl<'a> From<&'a Finding> for Told<'a> {
    fn from(it: &'a Finding) -> Self {
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
            missing: &it.missing,
            weight: it.weight,
            money: &it.money,
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    title: &'a str,
    as_of: Date,
    pack: &'a str,
    findings: Vec<Told<'a>>,
    /// The rules that came with the file, and whether each was run.
    #[serde(skip_serializing_if = "<[OwnState]>::is_empty")]
    own_rules: &'a [OwnState],
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
    if wants_json(matches) {
        terminal.json(&Document {
            schema: SCHEMA,
            title: &frozen.portfolio.settings().title,
            as_of: frozen.as_of,
            pack: &frozen.pack,
            findings: frozen.findings.iter().map(Told::from).collect(),
            own_rules: &own,
        })?;
    } else {
        text(&frozen, selected.is_some(), terminal)?;
        waiting(&own, terminal)?;
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
            format!("Il n’y a pas de règle « {word} »."),
        ),
        Words::new(
            format!("The rules are {all}; “thru rule” explains them."),
            format!("Les règles sont {all} ; « thru rule » les explique."),
        ),
    )
}

fn text(frozen: &Frozen, all: bool, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let title = clean(&frozen.portfolio.settings().title);
    let day = date(frozen.as_of, lang);
    let stamp = match lang {
        Lang::En => format!("as of {day}, rule pack {}", frozen.pack),
        Lang::Fr => format!("au {day}, règles {}", frozen.pack),
    };
    let heading = format!(
        "{}  {}",
        terminal.set(Style::Strong, &title),
        terminal.set(Style::Quiet, &stamp)
    );
    terminal.line(heading.trim_start())?;
    let mut families: Vec<Family> = Vec::new();
    for finding in &frozen.findings {
        if !families.contains(&finding.family) {
            families.push(finding.family);
        }
    }
    for one in families {
        terminal.gap()?;
        let title = terminal.set(Style::Strong, family(one, lang));
        terminal.line(&title)?;
        for rule in frozen.rules.iter().filter(|rule| rule.family == one) {
            let findings: Vec<&Finding> = frozen
                .findings
                .iter()
                .filter(|it| it.code == rule.code)
                .collect();
            if !findings.is_empty() {
                of_rule(&findings, &clean(&rule.title), all, terminal)?;
            }
        }
    }
    terminal.gap()?;
    terminal.line(&summary(&frozen.findings, lang))?;
    Ok(())
}

/// Says that rules which came with the file were not run: what is off must not look like what holds.
fn waiting(own: &[OwnState], terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let off: Vec<&str> = own
        .iter()
        .filter(|it| it.running == Running::NotAccepted)
        .map(|it| it.code.as_str())
        .collect();
    if off.is_empty() {
        return Ok(());
    }
    let codes = clean(&off.join(", "));
    let text = match lang {
        Lang::En => {
            format!("Off, not accepted here: {codes}. Read them, then give --accept-rules.")
        }
        Lang::Fr => format!(
            "Inactives, non acceptées ici\u{a0}: {codes}. Lisez-les, puis donnez --accept-rules."
        ),
    };
    terminal.line(&text)?;
    Ok(())
}

fn of_rule(
    findings: &[&Finding],
    title: &str,
    all: bool,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let lang = terminal.lang();
    let Some(first) = findings.first() else {
        return Ok(());
    };
    let code = terminal.set(Style::Quiet, &first.code);
    let number = count(findings.len(), lang);
    terminal.gap()?;
    terminal.line(&format!("  {code}  {title} ({number})"))?;
    let advice = findings.iter().all(|it| it.advice == first.advice);
    let shared = shared(findings);
    let shown = if all || findings.len() <= SHOWN + 1 {
        findings.len()
    } else {
        SHOWN
    };
    for finding in findings.iter().take(shown) {
        one(finding, &shared, !advice, terminal)?;
    }
    let indent = " ".repeat(INDENT);
    if shown < findings.len() {
        let more = count(findings.len() - shown, lang);
        let more = match lang {
            Lang::En => format!("and {more} more: --select {}", first.code),
            Lang::Fr => format!("et {more} de plus : --select {}", first.code),
        };
        let more = terminal.set(Style::Quiet, &more);
        terminal.line(&format!("{indent}{more}"))?;
    }
    if advice {
        terminal.wrapped(
            &indent,
            INDENT,
            &format!("{} {}", to_pass(lang), first.advice),
        )?;
    }
    Ok(())
}

/// What every finding of a rule shows, said once below them.
fn shared<'a>(findings: &[&'a Finding]) -> Vec<&'a str> {
    let Some((first, others)) = findings
        .split_first()
        .filter(|(_, others)| !others.is_empty())
    else {
        return Vec::new();
    };
    first
        .evidence
        .iter()
        .map(|row| row.text.as_str())
        .filter(|text| {
            others
                .iter()
                .all(|it| it.evidence.iter().any(|row| row.text == *text))
        })
        .collect()
}

fn to_pass(lang: Lang) -> &'static str {
    say(lang, "To pass:", "Pour passer :")
}

fn one(
    finding: &Finding,
    shared: &[&str],
    with_advice: bool,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
    let lang = terminal.lang();
    let indent = " ".repeat(INDENT);
    let (mark, style, word) = match (finding.result, finding.severity) {
        (Outcome::CannotTell, _) => ("○", Style::Quiet, say(lang, "unknown", "inconnu")),
        (_, it @ (Severity::Blocker | Severity::High)) => ("◆", Style::Alarm, severity(it, lang)),
        (_, it @ Severity::Medium) => ("■", Style::Warning, severity(it, lang)),
        (_, it @ (Severity::Low | Severity::Info)) => ("·", Style::Quiet, severity(it, lang)),
    };
    let label = format!("{mark} {word:<9}");
    let start = format!("  {}  ", terminal.set(style, &label));
    let sums: Vec<String> = finding
        .money
        .iter()
        .map(|it| money(it.amount, &it.currency, lang))
        .collect();
    // Most sentences name their sum already.
    let message = if sums.iter().all(|sum| finding.message.contains(sum)) {
        finding.message.clone()
    } else {
        format!("{} ({})", finding.message, sums.join(" + "))
    };
    terminal.wrapped(&start, INDENT, &message)?;
    for row in finding
        .evidence
        .iter()
        .filter(|row| !shared.contains(&row.text.as_str()))
    {
        let mut text = row.text.clone();
        if let Some(day) = row.date {
            text = format!("{text}, {}", date(day, lang));
        }
        if !row.source.is_empty() {
            text = format!("{text}, {}", row.source);
        }
        terminal.wrapped(&format!("{indent}– "), INDENT + 2, &text)?;
    }
    if !finding.missing.is_empty() {
        let label = say(lang, "Missing:", "Il manque :");
        terminal.wrapped(
            &format!("{indent}– "),
            INDENT + 2,
            &format!("{label} {}", finding.missing.join(", ")),
        )?;
    }
    if with_advice {
        terminal.wrapped(
            &indent,
            INDENT,
            &format!("{} {}", to_pass(lang), finding.advice),
        )?;
    }
    Ok(())
}

/// “2 blocker, 203 high, 63 cannot tell”.
fn summary(findings: &[Finding], lang: Lang) -> String {
    use Severity::{Blocker, High, Info, Low, Medium};
    if findings.is_empty() {
        return say(
            lang,
            "No rule has anything to say.",
            "Aucune règle n’a rien à dire.",
        )
        .to_owned();
    }
    let mut parts: Vec<String> = [Blocker, High, Medium, Low, Info]
        .into_iter()
        .filter_map(|level| {
            let number = findings
                .iter()
                .filter(|it| it.result == Outcome::Violated && it.severity == level)
                .count();
            let word = severity(level, lang);
            // French adjectives agree; English ones and "info" do not.
            let many = match (lang, level) {
                (Lang::En, _) | (_, Info) => word.to_owned(),
                (Lang::Fr, _) => format!("{word}s"),
            };
            (number > 0).then(|| counted(number, word, &many, lang))
        })
        .collect();
    let unknown = findings
        .iter()
        .filter(|it| it.result == Outcome::CannotTell)
        .count();
    if unknown > 0 {
        parts.push(counted(
            unknown,
            say(lang, "that cannot be told", "indécidable"),
            say(lang, "that cannot be told", "indécidables"),
            lang,
        ));
    }
    let total = counted(
        findings.len(),
        say(lang, "finding", "constat"),
        say(lang, "findings", "constats"),
        lang,
    );
    format!("{total}{} {}", say(lang, ":", "\u{a0}:"), parts.join(", "))
}
