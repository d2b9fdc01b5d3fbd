//! Findings as text for a terminal: by family, then by rule; what follows from another finding is told with it.

use crate::args::say;
use crate::failure::Failure;
use crate::terminal::{Style, Terminal, clean};
use crate::{untold, verdicts};
use portfolio::model::Lang;
use portfolio::rules::{self, Coverage, Family, Finding, Outcome, Severity};
use press::Frozen;
use press::wording::{count, counted, date, family, money, severity};
use std::collections::BTreeMap;

/// Findings of one rule that are told at once, unless the rule was asked for by its code.
const SHOWN: usize = 5;
/// Columns before the message of a finding.
const INDENT: usize = 15;

/// By key of a finding, the codes of those that come from the same cause, each with how many there are.
type Followers<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

pub(crate) fn text(
    frozen: &Frozen,
    coverage: &Coverage,
    all: bool,
    terminal: &mut Terminal,
) -> Result<(), Failure> {
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
    // Asked for by its code, a rule tells all it has.
    let heads = if all {
        vec![None; frozen.findings.len()]
    } else {
        rules::heads(&frozen.findings)
    };
    let mut followers: Followers<'_> = BTreeMap::new();
    let mut told: Vec<&Finding> = Vec::new();
    for (finding, head) in frozen.findings.iter().zip(&heads) {
        match head {
            Some(head) => {
                *followers
                    .entry(head)
                    .or_default()
                    .entry(&finding.code)
                    .or_default() += 1;
            }
            // What cannot be told is told together, by what is missing.
            None if !all && finding.result == Outcome::CannotTell => {}
            None => told.push(finding),
        }
    }
    let mut families: Vec<Family> = Vec::new();
    for finding in &told {
        if !families.contains(&finding.family) {
            families.push(finding.family);
        }
    }
    for one in families {
        terminal.gap()?;
        let title = terminal.set(Style::Strong, family(one, lang));
        terminal.line(&title)?;
        for rule in frozen.rules.iter().filter(|rule| rule.family == one) {
            let mut findings = told.clone();
            findings.retain(|it| it.code == rule.code);
            if !findings.is_empty() {
                of_rule(&findings, &followers, &clean(&rule.title), all, terminal)?;
            }
        }
    }
    if !all {
        untold::text(&frozen.findings, terminal)?;
    }
    terminal.gap()?;
    terminal.line(&summary(frozen, coverage.accepted, lang))?;
    let line = verdicts::line(coverage, lang);
    let line = terminal.set(Style::Quiet, &line);
    terminal.wrapped("", 0, &line)?;
    Ok(())
}

fn of_rule(
    findings: &[&Finding],
    followers: &Followers<'_>,
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
    let indent = " ".repeat(INDENT);
    for finding in findings.iter().take(shown) {
        one(finding, &shared, !advice, terminal)?;
        if let Some(codes) = followers.get(finding.key.as_str()) {
            let codes: Vec<String> = codes
                .iter()
                .map(|(code, times)| match times {
                    1 => (*code).to_owned(),
                    _ => format!("{code} × {}", count(*times, lang)),
                })
                .collect();
            let from = say(lang, "From the same cause:", "De la même cause :");
            terminal.wrapped(
                &format!("{indent}– "),
                INDENT + 2,
                &format!("{from} {}", codes.join(", ")),
            )?;
        }
    }
    if shown < findings.len() {
        let more = count(findings.len() - shown, lang);
        let more = match lang {
            Lang::En => format!("and {more} more: --select {}", first.code),
            Lang::Fr => format!("et {more} de plus : --select {}", first.code),
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
    say(lang, "To pass:", "Pour le lever :")
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
        let label = say(lang, "Missing:", "Il manque :");
        terminal.wrapped(
            &format!("{indent}– "),
            INDENT + 2,
            &format!("{label} {}", rules::missing_words(&finding.missing)),
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

/// “2 blocker, 203 high, 63 cannot tell; 2 more are accepted”.
fn summary(frozen: &Frozen, accepted: u32, lang: Lang) -> String {
    use Severity::{Blocker, High, Info, Low, Medium};
    let findings = &frozen.findings;
    let number = accepted as usize;
    if findings.is_empty() && number > 0 {
        return counted(
            number,
            say(lang, "finding, which is accepted.", "constat, accepté."),
            say(
                lang,
                "findings, all of them accepted.",
                "constats, tous acceptés.",
            ),
            lang,
        );
    }
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
    let mut line = format!("{total}{} {}", say(lang, ":", "\u{a0}:"), parts.join(", "));
    if number > 0 {
        line.push_str(say(lang, "; ", "\u{a0}; "));
        line.push_str(&counted(
            number,
            say(lang, "more is accepted", "autre est accepté"),
            say(lang, "more are accepted", "autres sont acceptés"),
            lang,
        ));
    }
    line
}
