//! `thru myths`: whether the five beliefs under which organisations take themselves for aligned are lived here.

use crate::args::{as_of, file, format, path, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::terminal::{Style, Terminal, clean};
use clap::{ArgMatches, Command};
use portfolio::model::{Date, Lang};
use portfolio::myths::{Judgement, Myths};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use press::wording::date;
use serde::Serialize;

const SCHEMA: &str = "throughline.myths/1";

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("myths")
        .about(say(
            lang,
            "Say which of the five beliefs about alignment are lived here",
            "Dire lesquelles des cinq croyances sur l’alignement sont vécues ici",
        ))
        .arg(file(lang))
        .arg(as_of(lang))
        .arg(format(lang))
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    title: &'a str,
    #[serde(flatten)]
    myths: &'a Myths,
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let lang = terminal.lang();
    let mut workspace = Workspace::open(&path(matches, "file"), Access::ReadOnly, lang)?;
    if let Some(day) = matches.get_one::<Date>("as-of") {
        workspace.set_as_of(*day);
    }
    let myths = workspace.myths();
    let title = workspace.portfolio().settings().title.clone();
    workspace.close()?;
    if wants_json(matches) {
        terminal.json(&Document {
            schema: SCHEMA,
            title: &title,
            myths: &myths,
        })?;
        return Ok(Verdict::Done);
    }
    let day = date(myths.as_of, lang);
    let pack = &myths.pack;
    let stamp = match lang {
        Lang::En => format!("as of {day}, rule pack {pack}"),
        Lang::Fr => format!("au {day}, règles {pack}"),
    };
    let title = terminal.set(Style::Strong, &clean(&title));
    let stamp = terminal.set(Style::Quiet, &stamp);
    terminal.line(format!("{title}  {stamp}").trim_start())?;
    for it in &myths.myths {
        terminal.gap()?;
        let belief = terminal.set(Style::Strong, &it.belief);
        let word = terminal.set(Style::Quiet, word(it.judgement, lang));
        terminal.line(&format!("{belief}  {word}"))?;
        terminal.wrapped("  ", 2, &it.says)?;
    }
    Ok(Verdict::Done)
}

fn word(judgement: Judgement, lang: Lang) -> &'static str {
    match judgement {
        Judgement::Lived => say(lang, "lived", "vécue"),
        Judgement::PartlyLived => say(lang, "partly lived", "vécue en partie"),
        Judgement::NotSeen => say(lang, "not seen", "non observée"),
        Judgement::CannotTell => say(lang, "cannot tell", "indécidable"),
    }
}
