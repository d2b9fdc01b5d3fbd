//! `thru score`: how far each objective is from somebody says so to it moved and stays, by weight and by money.

use crate::args::{as_of, file, format, path, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::since::{self, Since};
use crate::terminal::{Style, Terminal, clean};
use clap::{ArgMatches, Command};
use portfolio::ladder::{Bar, Measured, ObjectiveScore, Rung, Score, plain};
use portfolio::model::{Date, Lang};
use portfolio::rules;
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use press::wording::{date, money};
use serde::Serialize;

const SCHEMA: &str = "throughline.score/1";
/// Columns of a bar, one for each two percent.
const BAR: u32 = 50;
/// Columns before what is said of an objective.
const INDENT: usize = 23;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("score")
        .about(say(
            lang,
            "Say how sure it is that the objectives are reached",
            "Dire à quel point il est sûr que les objectifs sont atteints",
        ))
        .arg(file(lang))
        .arg(as_of(lang))
        .arg(since::arg(lang))
        .arg(format(lang))
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    title: &'a str,
    pack: &'static str,
    /// The sentence as one text.
    says: String,
    #[serde(flatten)]
    score: &'a Score,
    /// Why it changed, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'a Since>,
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let lang = terminal.lang();
    let mut workspace = Workspace::open(&path(matches, "file"), Access::ReadOnly, lang)?;
    if let Some(day) = matches.get_one::<Date>("as-of") {
        workspace.set_as_of(*day);
    }
    let score = workspace.score();
    let since = since::asked(matches, &workspace, lang)?;
    let title = workspace.portfolio().settings().title.clone();
    workspace.close()?;
    if wants_json(matches) {
        terminal.json(&Document {
            schema: SCHEMA,
            title: &title,
            pack: rules::PACK,
            says: plain(&score.sentence),
            score: &score,
            since: since.as_ref(),
        })?;
    } else {
        text(&title, &score, terminal)?;
        if let Some(since) = &since {
            since::text(since, terminal)?;
        }
    }
    Ok(Verdict::Done)
}

fn text(title: &str, score: &Score, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let day = date(score.as_of, lang);
    let pack = rules::PACK;
    let stamp = match lang {
        Lang::En => format!("as of {day}, rule pack {pack}"),
        Lang::Fr => format!("au {day}, règles {pack}"),
    };
    let title = terminal.set(Style::Strong, &clean(title));
    let stamp = terminal.set(Style::Quiet, &stamp);
    terminal.line(format!("{title}  {stamp}").trim_start())?;
    terminal.gap()?;
    terminal.wrapped("", 0, &plain(&score.sentence))?;
    bar(
        say(lang, "What matters", "Ce qui compte"),
        &score.by_weight,
        terminal,
    )?;
    for it in score.by_money.iter().filter(|it| it.total.is_some()) {
        let total = it.total.as_ref();
        let total = total.map_or(String::new(), |it| money(it.amount, &it.currency, lang));
        let label = say(lang, "Active budget", "Budget actif");
        bar(&format!("{label}, {total}"), it, terminal)?;
    }
    if let Some(it) = score.measured {
        terminal.gap()?;
        terminal.wrapped("", 0, &figure(&it, lang))?;
    }
    if !score.objectives.is_empty() {
        terminal.gap()?;
        let label = terminal.set(Style::Strong, say(lang, "Objectives", "Objectifs"));
        terminal.line(&label)?;
    }
    let mut objectives: Vec<&ObjectiveScore> = score.objectives.iter().collect();
    objectives.sort_by(|a, b| {
        let weight = |it: &ObjectiveScore| it.weight.unwrap_or(-1.0);
        weight(b).total_cmp(&weight(a))
    });
    for it in objectives {
        objective(it, terminal)?;
    }
    if !score.remarks.is_empty() {
        terminal.gap()?;
        let label = say(lang, "Before you believe it", "Avant d’y croire");
        let label = terminal.set(Style::Strong, label);
        terminal.line(&label)?;
    }
    for it in &score.remarks {
        terminal.wrapped(&format!("  {:>5}  ", it.count), 9, &it.text)?;
    }
    Ok(())
}

/// Each level by its number, the highest first, and a question mark for what cannot be told.
fn bar(label: &str, bar: &Bar, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let mut segments: Vec<_> = bar.segments.iter().filter(|it| it.percent > 0).collect();
    if segments.is_empty() {
        return Ok(());
    }
    // The unknown stands last in either direction.
    segments.sort_by_key(|it| std::cmp::Reverse(it.level));
    let (mut drawn, mut before, mut done) = (String::new(), 0, 0);
    let mut legend = Vec::new();
    for it in segments {
        let sign = it.level.map_or('?', sign);
        done += it.percent;
        let until = done * BAR / 100;
        drawn.extend((before..until).map(|_| sign));
        before = until;
        let word = it.level.map_or(unknown(lang), |it| it.word(lang));
        legend.push(format!(
            "{sign}\u{a0}{}\u{a0}{}\u{a0}%",
            word.replace(' ', "\u{a0}"),
            it.percent
        ));
    }
    terminal.gap()?;
    terminal.line(label)?;
    terminal.line(&format!("  {drawn}"))?;
    let legend = legend.join(" · ");
    terminal.wrapped("  ", 2, &legend)?;
    Ok(())
}

fn sign(level: Rung) -> char {
    char::from(b'0' + level.number())
}

fn unknown(lang: Lang) -> &'static str {
    say(lang, "not known", "inconnu")
}

pub(crate) fn percent(share: f64) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

fn figure(it: &Measured, lang: Lang) -> String {
    let [share, low, high, unknown] = [it.share, it.low, it.high, it.unknown].map(percent);
    let draws = it.draws;
    let untold = match (it.unknown > 0.0, lang) {
        (false, _) => String::new(),
        (true, Lang::En) => format!("; of {unknown} it cannot be told"),
        (true, Lang::Fr) => format!("\u{a0}; pour {unknown}, on ne peut le dire"),
    };
    match lang {
        Lang::En => format!(
            "Measured or better: {share}, between {low} and {high} in nine of ten of {draws} draws of weights and confidences{untold}."
        ),
        Lang::Fr => format!(
            "Au moins mesuré\u{a0}: {share}, entre {low} et {high} dans neuf tirages sur dix, de {draws}, des poids et des confiances{untold}."
        ),
    }
}

/// “13  2 plausible  Wait under 20 minutes”, then what keeps it there, and what would lift it.
fn objective(it: &ObjectiveScore, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let level = match it.level {
        Some(level) => format!("{} {}", sign(level), level.word(lang)),
        None => format!("{}–{} {}", sign(it.floor), sign(it.ceiling), unknown(lang)),
    };
    let weight = it
        .weight
        .map_or_else(|| "–".to_owned(), |it| format!("{it}"));
    let title = terminal.set(Style::Strong, &clean(&it.objective.title));
    terminal.gap()?;
    terminal.line(&format!("  {weight:>5}  {level:<14}{title}"))?;
    let blank = " ".repeat(INDENT);
    let figures = figures(it, lang);
    if !figures.is_empty() {
        terminal.wrapped(&blank, INDENT, &figures)?;
    }
    if let Some(stage) = it.limiting() {
        terminal.wrapped(&blank, INDENT, &stage.text)?;
        terminal.wrapped(&format!("{blank}→ "), INDENT + 2, &stage.lift)?;
    }
    Ok(())
}

fn figures(it: &ObjectiveScore, lang: Lang) -> String {
    let mut said = Vec::new();
    if let Some(realised) = it.realised {
        said.push(format!("R {}", percent(realised)));
    }
    // That nothing is promised is told by what keeps the objective down.
    if let Some(promised) = it.sufficiency.filter(|it| it.high != 0.0) {
        let [low, middle, high] = [promised.low, promised.middle, promised.high].map(percent);
        let least = if promised.complete {
            ""
        } else {
            say(lang, "at least ", "au moins ")
        };
        said.push(match lang {
            Lang::En => format!("{least}{middle} of what is left is promised ({low} to {high})"),
            Lang::Fr => format!("{least}{middle} de ce qui reste est promis (de {low} à {high})"),
        });
    }
    said.join(" · ")
}
