//! `thru rule`: the list of the rules, or one of them explained.

use crate::args::{format, say, wants_json};
use crate::check::code;
use crate::failure::{Failure, Verdict};
use crate::terminal::{Style, Terminal};
use clap::{Arg, ArgMatches, Command};
use portfolio::model::Lang;
use portfolio::rules::{self, RuleText};
use press::wording::{family, severity};
use serde::Serialize;

const SCHEMA: &str = "throughline.rules/1";

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("rule")
        .about(say(
            lang,
            "List the rules, or explain one",
            "Lister les règles, ou en expliquer une",
        ))
        .arg(Arg::new("code").value_name("CODE").help(say(
            lang,
            "Code or name of a rule",
            "Code ou nom d’une règle",
        )))
        .arg(format(lang))
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    pack: &'static str,
    rules: Vec<RuleText>,
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let asked = matches
        .get_one::<String>("code")
        .map(|word| code(word))
        .transpose()?;
    let mut texts = rules::catalog(terminal.lang());
    if let Some(code) = asked {
        texts.retain(|it| it.code == code);
    }
    if wants_json(matches) {
        terminal.json(&Document {
            schema: SCHEMA,
            pack: rules::PACK,
            rules: texts,
        })?;
    } else if asked.is_some() {
        for text in &texts {
            explain(text, terminal)?;
        }
    } else {
        list(&texts, terminal)?;
    }
    Ok(Verdict::Done)
}

fn list(texts: &[RuleText], terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let mut last = None;
    for text in texts {
        if last != Some(text.family) {
            if last.is_some() {
                terminal.gap()?;
            }
            let title = terminal.set(Style::Strong, family(text.family, lang));
            terminal.line(&title)?;
            last = Some(text.family);
        }
        let aside = terminal.set(Style::Quiet, &text.name);
        let level = severity(text.severity, lang);
        terminal.line(&format!(
            "  {}  {level:<9}{}  {aside}",
            text.code, text.title
        ))?;
    }
    Ok(())
}

fn explain(text: &RuleText, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let title = terminal.set(Style::Strong, &text.title);
    terminal.line(&format!("{}  {title}", text.code))?;
    let aside = format!(
        "{} · {} · {}",
        text.name,
        severity(text.severity, lang),
        family(text.family, lang)
    );
    let aside = terminal.set(Style::Quiet, &aside);
    terminal.line(&format!("      {aside}"))?;
    for (label, body) in [
        (say(lang, "Fires on", "Se déclenche sur"), &text.what),
        (
            say(lang, "Why it matters", "Pourquoi cela compte"),
            &text.why,
        ),
        (say(lang, "What to do", "Que faire"), &text.how),
    ] {
        terminal.gap()?;
        let label = terminal.set(Style::Strong, label);
        terminal.line(&label)?;
        terminal.wrapped("  ", 2, body)?;
    }
    if !text.parameters.is_empty() {
        terminal.gap()?;
        let label = terminal.set(Style::Strong, say(lang, "Thresholds", "Seuils"));
        terminal.line(&label)?;
        for it in &text.parameters {
            terminal.wrapped(
                "  ",
                2,
                &format!("{} = {} ({})", it.name, it.value, it.source),
            )?;
        }
    }
    Ok(())
}
