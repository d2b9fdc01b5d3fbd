//! `thru recover`: what can still be read of a damaged file, into a copy, with a report.

use crate::args::{file, format, path, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::terminal::{Style, Terminal, clean};
use clap::{Arg, ArgMatches, Command};
use portfolio::model::{Lang, Noun};
use portfolio::workspace::three_way::RecordName;
use portfolio::workspace::{Recovery, Workspace};
use std::path::PathBuf;

/// More names than this nobody reads in a terminal; JSON has them all.
const NAMES: usize = 20;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("recover")
        .about(say(
            lang,
            "Read what can be read of a damaged portfolio into a copy",
            "Lire ce qui peut l’être d’un portefeuille endommagé dans une copie",
        ))
        .arg(file(lang))
        .arg(
            Arg::new("to")
                .long("to")
                .value_name(say(lang, "COPY", "COPIE"))
                .value_parser(clap::value_parser!(PathBuf))
                .help(say(
                    lang,
                    "Where to write the copy (default: beside the file, as “NAME (recovered).thru”)",
                    "Où écrire la copie (par défaut : à côté du fichier, sous « NOM (récupéré).thru »)",
                )),
        )
        .arg(format(lang))
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let to = matches.get_one::<PathBuf>("to").map(PathBuf::as_path);
    let (workspace, recovery) = Workspace::recover(&path(matches, "file"), to, terminal.lang())?;
    workspace.close()?;
    if wants_json(matches) {
        terminal.json(&recovery)?;
    } else {
        tell(&recovery, terminal)?;
    }
    Ok(Verdict::Done)
}

fn tell(recovery: &Recovery, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let (file, copy) = (clean(&recovery.file), clean(&recovery.copy));
    terminal.line(&match lang {
        Lang::En => format!("What could be read of {file} is in {copy}"),
        Lang::Fr => format!("Ce qui a pu être lu de {file} est dans {copy}"),
    })?;
    terminal.gap()?;
    for it in &recovery.kinds {
        let name = noun(it.noun, lang);
        let blank = " ".repeat(18_usize.saturating_sub(name.chars().count()));
        let mut facts = vec![match lang {
            Lang::En => format!("{} read", it.read),
            Lang::Fr => format!("{} lus", it.read),
        }];
        if it.from_history > 0 {
            facts.push(match lang {
                Lang::En => format!("{} of them from the history", it.from_history),
                Lang::Fr => format!("dont {} par l’historique", it.from_history),
            });
        }
        let lost = match (lang, it.lost, it.at_least) {
            (_, 0, false) => None,
            (Lang::En, 0, true) => Some("perhaps more that cannot be counted".to_owned()),
            (Lang::Fr, 0, true) => Some("peut-être d’autres, impossibles à compter".to_owned()),
            (Lang::En, lost, false) => Some(format!("{lost} lost")),
            (Lang::Fr, lost, false) => Some(format!("{lost} perdus")),
            (Lang::En, lost, true) => Some(format!("{lost} lost or more")),
            (Lang::Fr, lost, true) => Some(format!("{lost} perdus ou plus")),
        };
        if let Some(lost) = lost {
            facts.push(terminal.set(Style::Alarm, &lost));
        }
        terminal.line(&format!("  {name}{blank}{}", facts.join(", ")))?;
    }
    terminal.line(&match (lang, recovery.steps_lost) {
        (Lang::En, 0) => format!("  history           {} steps kept", recovery.steps),
        (Lang::En, lost) => format!(
            "  history           {} steps kept, {lost} lost",
            recovery.steps
        ),
        (Lang::Fr, 0) => format!("  historique        {} étapes gardées", recovery.steps),
        (Lang::Fr, lost) => {
            format!(
                "  historique        {} étapes gardées, {lost} perdues",
                recovery.steps
            )
        }
    })?;
    names(
        say(
            lang,
            "Left out, because what they belong to is lost:",
            "Laissés de côté, parce que ce à quoi ils se rattachent est perdu :",
        ),
        &recovery.dropped,
        terminal,
    )?;
    names(
        say(
            lang,
            "Kept without their grade, which could not be read:",
            "Gardés sans leur qualité de preuve, qui n’a pas pu être lue :",
        ),
        &recovery.ungraded,
        terminal,
    )
}

fn names(head: &str, all: &[RecordName], terminal: &mut Terminal) -> Result<(), Failure> {
    if all.is_empty() {
        return Ok(());
    }
    let lang = terminal.lang();
    terminal.gap()?;
    terminal.line(head)?;
    for it in all.iter().take(NAMES) {
        let kind = noun(it.noun, lang);
        terminal.line(&format!("  {kind}: {}", clean(&it.title)))?;
    }
    let more = all.len().saturating_sub(NAMES);
    if more > 0 {
        terminal.line(&match lang {
            Lang::En => format!("  and {more} more"),
            Lang::Fr => format!("  et {more} autres"),
        })?;
    }
    Ok(())
}

fn noun(noun: Noun, lang: Lang) -> &'static str {
    match noun {
        Noun::Settings => say(lang, "settings", "réglages"),
        Noun::Source => say(lang, "sources", "sources"),
        Noun::Element => say(lang, "elements", "éléments"),
        Noun::Canvas => say(lang, "maps", "cartes"),
        Noun::Link => say(lang, "links", "liens"),
        Noun::Placement => say(lang, "places", "positions"),
        Noun::Note => say(lang, "notes", "notes"),
        Noun::Reading => say(lang, "readings", "relevés"),
        Noun::StatusReport => say(lang, "status reports", "rapports d’état"),
        Noun::Import => say(lang, "imports", "imports"),
        Noun::Waiver => say(lang, "accepted findings", "constats acceptés"),
        Noun::OwnRule => say(lang, "rules of one’s own", "règles écrites ici"),
    }
}
