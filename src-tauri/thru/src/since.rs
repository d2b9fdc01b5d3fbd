//! `thru score --since`: why the score changed since a day of the history, or since another state of the portfolio.

use crate::args::say;
use crate::failure::Failure;
use crate::score::percent;
use crate::terminal::{Style, Terminal, clean};
use clap::{Arg, ArgMatches};
use portfolio::error::Words;
use portfolio::ladder::change::{Cause, ScoreChange, Stand, State, between};
use portfolio::model::{Date, Lang, Portfolio};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use portfolio::{Code, Error};
use press::wording::date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn arg(lang: Lang) -> Arg {
    Arg::new("since")
        .long("since")
        .value_name(say(lang, "DATE or FILE", "DATE ou FICHIER"))
        .help(say(
            lang,
            "Say why it changed since the end of a day of the file's history, or since an earlier copy of the file",
            "Dire pourquoi elle a changé depuis la fin d’un jour de l’historique, ou depuis une copie antérieure du fichier",
        ))
}

/// A change and from when.
#[derive(Serialize)]
pub(crate) struct Since {
    since: Date,
    #[serde(flatten)]
    change: ScoreChange,
    /// Titles of the objectives that moved.
    titles: BTreeMap<String, String>,
}

/// The change that was asked for, if one was.
pub(crate) fn asked(
    matches: &ArgMatches,
    workspace: &Workspace,
    lang: Lang,
) -> Result<Option<Since>, Failure> {
    let Some(asked) = matches.get_one::<String>("since") else {
        return Ok(None);
    };
    let new = workspace.portfolio();
    if let Ok(day) = asked.parse::<Date>() {
        let found = workspace.score_since(day)?;
        let change = found
            .change
            .ok_or_else(|| no_history(day, found.begins, lang))?;
        return Ok(Some(named(day, change, &[new])));
    }
    let other = Workspace::open(Path::new(asked), Access::ReadOnly, lang)?;
    let as_of = workspace.as_of();
    let portfolio = other.portfolio();
    let old = State { portfolio, as_of };
    let change = between(
        old,
        State {
            portfolio: new,
            as_of,
        },
        lang,
    );
    let since = named(as_of, change, &[portfolio, new]);
    other.close()?;
    Ok(Some(since))
}

fn named(since: Date, change: ScoreChange, portfolios: &[&Portfolio]) -> Since {
    let moved = change.moves.iter().map(|it| &it.objective);
    let titles = moved.filter_map(|id| {
        let mut both = portfolios.iter().rev();
        let element = both.find_map(|it| it.element(id))?;
        Some((id.as_str().to_owned(), element.title.clone()))
    });
    Since {
        since,
        titles: titles.collect(),
        change,
    }
}

fn no_history(day: Date, begins: Option<Date>, lang: Lang) -> Error {
    let (asked, first) = (date(day, lang), begins.map(|it| date(it, lang)));
    let remedy = first.map_or_else(
        || {
            Words::new(
                "Name an earlier copy of the file instead.",
                "Nommez plutôt une copie antérieure du fichier.",
            )
        },
        |first| {
            Words::new(
                format!("Ask for {first} or later, or name an earlier copy of the file."),
                format!(
                    "Demandez le {first} ou plus tard, ou nommez une copie antérieure du fichier."
                ),
            )
        },
    );
    Error::new(
        Code::BadValue,
        Words::new(
            format!("The history of the file does not reach back to {asked}. Nothing was changed."),
            format!("L’historique du fichier ne remonte pas au {asked}. Rien n’a été modifié."),
        ),
        remedy,
    )
}

pub(crate) fn text(it: &Since, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let change = &it.change;
    terminal.gap()?;
    let day = date(it.since, lang);
    let label = match lang {
        Lang::En => format!("Since {day}"),
        Lang::Fr => format!("Depuis le {day}"),
    };
    let label = terminal.set(Style::Strong, &label);
    terminal.line(&label)?;
    let [was, is] = [&change.before, &change.after].map(|it| percent(it.measured));
    let figure = match lang {
        Lang::En => format!("measured or better: {was}, now {is}"),
        Lang::Fr => format!("au moins mesuré : {was}, désormais {is}"),
    };
    terminal.wrapped("  ", 2, &figure)?;
    for effect in &change.effects {
        let word = cause(effect.cause, lang);
        let points = effect.moved.measured * 100.0;
        terminal.line(&format!("  {word:<11}{points:+.0}"))?;
    }
    for moved in &change.moves {
        let title = it.titles.get(moved.objective.as_str());
        let title = clean(title.map_or("", String::as_str));
        let (was, is) = (stand(moved.before, lang), stand(moved.after, lang));
        let by = cause(moved.cause, lang);
        terminal.wrapped("  ", 4, &format!("{title}: {was} → {is} ({by})"))?;
    }
    for trace in &change.traces {
        terminal.wrapped("  ! ", 4, &trace.text)?;
    }
    if let Some(warning) = &change.warning {
        terminal.wrapped("  ! ", 4, warning)?;
    }
    Ok(())
}

fn cause(cause: Cause, lang: Lang) -> &'static str {
    match cause {
        Cause::Readings => say(lang, "readings", "relevés"),
        Cause::Links => say(lang, "links", "liens"),
        Cause::Weights => say(lang, "weights", "poids"),
        Cause::Scope => say(lang, "scope", "périmètre"),
        Cause::Rules => say(lang, "rules", "règles"),
    }
}

fn stand(stand: Stand, lang: Lang) -> &'static str {
    match stand {
        Stand::Absent => say(lang, "not there", "absent"),
        Stand::Unknown => say(lang, "not known", "inconnu"),
        Stand::At(level) => level.word(lang),
    }
}
