//! `thru import`: tables and documents into a portfolio, one undoable step for each source.

use crate::args::{file, format, path, paths, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::inspect::is_document;
use crate::mapping;
use crate::terminal::{Style, Terminal, clean};
use clap::{Arg, ArgAction, ArgMatches, Command};
use portfolio::error::{Error, Words};
use portfolio::exchange::{self, Mapping};
use portfolio::model::{Date, Lang};
use portfolio::store::Access;
use portfolio::workspace::{PackStep, Workspace};
use press::wording::counted;
use serde::Serialize;
use std::path::{Path, PathBuf};

const SCHEMA: &str = "throughline.import/1";
/// Largest document that is looked into for what it is; a larger one is no rule pack.
const MOST_PEEKED: u64 = 4 << 20;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("import")
        .about(say(
            lang,
            "Read tables or documents into a portfolio",
            "Lire des tableaux ou des documents dans un portefeuille",
        ))
        .arg(file(lang))
        .arg(
            Arg::new("sources")
                .value_name("SOURCE")
                .required(true)
                .num_args(1..)
                .value_parser(clap::value_parser!(PathBuf))
                .help(say(
                    lang,
                    "Workbooks, text tables or Throughline documents (.xlsx .ods .csv .tsv .json)",
                    "Classeurs, tableaux texte ou documents Throughline (.xlsx .ods .csv .tsv .json)",
                )),
        )
        .args(mapping::args(lang))
        .arg(
            Arg::new("name")
                .long("source")
                .value_name(say(lang, "NAME", "NOM"))
                .help(say(
                    lang,
                    "What the source is called, so that next month’s file is known as the same (default: the file’s name)",
                    "Nom de la source, pour que le fichier du mois prochain soit reconnu (par défaut : le nom du fichier)",
                )),
        )
        .arg(
            Arg::new("dry-run")
                .long("dry-run")
                .action(ArgAction::SetTrue)
                .help(say(lang, "Say what would be done and write nothing", "Dire ce qui serait fait sans rien écrire")),
        )
        .arg(format(lang))
}

/// What became of one source.
#[derive(Serialize)]
struct Told {
    file: String,
    sheet: String,
    /// Elements created.
    created: u32,
    already_there: u32,
    /// Links created; those of a table are proposed only.
    links: u32,
    set_aside: u32,
    ignored: u32,
    problems: u32,
    /// The day that ratings without one of their own got.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Date>,
    /// Rules of a pack; they stay off until they are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<u32>,
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    dry_run: bool,
    sources: Vec<Told>,
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let lang = terminal.lang();
    let dry_run = matches.get_flag("dry-run");
    let mapping = mapping::of(matches)?;
    let name = matches.get_one::<String>("name").map(String::as_str);
    let access = if dry_run {
        Access::ReadOnly
    } else {
        Access::ReadWrite
    };
    let mut workspace = Workspace::open(&path(matches, "file"), access, lang)?;
    let mut sources: Vec<Told> = Vec::new();
    for source in paths(matches, "sources") {
        let told = if dry_run {
            foretell(&workspace, &source, &mapping, lang)
        } else {
            carry_out(&mut workspace, &source, &mapping, name)
        };
        match told {
            Ok(told) => sources.push(told),
            Err(error) => {
                workspace.close()?;
                return Err(kept(error, &sources, dry_run).into());
            }
        }
    }
    workspace.close()?;
    if wants_json(matches) {
        terminal.json(&Document {
            schema: SCHEMA,
            dry_run,
            sources,
        })?;
    } else {
        for told in &sources {
            text(told, dry_run, terminal)?;
        }
        if dry_run {
            terminal.line(say(
                lang,
                "Dry run: nothing was written.",
                "Essai à blanc : rien n’a été écrit.",
            ))?;
        }
    }
    Ok(Verdict::Done)
}

fn carry_out(
    workspace: &mut Workspace,
    source: &Path,
    mapping: &Mapping,
    name: Option<&str>,
) -> Result<Told, Error> {
    if is_pack(source) {
        let it = workspace.import_pack(source, &[])?;
        return Ok(of_pack(it.file, it.taken, it.already_there));
    }
    if is_document(source) {
        let added = workspace.import_document(source)?;
        return Ok(of_document(
            added.file,
            added.elements,
            added.links,
            added.already_there,
        ));
    }
    let report = workspace.import(source, mapping, name)?.report;
    Ok(Told {
        file: report.file,
        sheet: report.sheet,
        created: report.created,
        already_there: report.already_there,
        links: report.links_proposed,
        set_aside: report.set_aside,
        ignored: report.ignored,
        problems: report.problems,
        as_of: report.as_of,
        rules: None,
    })
}

fn foretell(
    workspace: &Workspace,
    source: &Path,
    mapping: &Mapping,
    lang: Lang,
) -> Result<Told, Error> {
    if is_pack(source) {
        let rows = workspace.preview_pack(source)?;
        let there = rows.iter().filter(|it| it.step == PackStep::AlreadyThere);
        let there = u32::try_from(there.count()).unwrap_or(u32::MAX);
        let all = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        return Ok(of_pack(name_of(source), all.saturating_sub(there), there));
    }
    if is_document(source) {
        let (elements, links, already_there) = workspace.preview_document(source)?;
        return Ok(of_document(name_of(source), elements, links, already_there));
    }
    let (preview, already_there) = workspace.preview(source, mapping, lang)?;
    let counts = preview.counts;
    Ok(Told {
        file: preview.file.name,
        sheet: preview.table.map(|it| it.sheet).unwrap_or_default(),
        created: counts.initiatives.saturating_sub(already_there),
        already_there,
        links: counts.links_proposed,
        set_aside: counts.set_aside,
        ignored: counts.left_out,
        problems: counts.problems,
        as_of: preview.as_of,
        rules: None,
    })
}

fn name_of(source: &Path) -> String {
    source
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Whether a document says of itself that it is a rule pack. What cannot be read is told by whoever imports it.
fn is_pack(source: &Path) -> bool {
    is_document(source)
        && std::fs::metadata(source).is_ok_and(|it| it.len() <= MOST_PEEKED)
        && std::fs::read(source).is_ok_and(|bytes| exchange::is_pack(&bytes))
}

fn of_pack(file: String, rules: u32, already_there: u32) -> Told {
    Told {
        rules: Some(rules),
        ..of_document(file, 0, 0, already_there)
    }
}

fn of_document(file: String, created: u32, links: u32, already_there: u32) -> Told {
    Told {
        file,
        sheet: String::new(),
        created,
        already_there,
        links,
        set_aside: 0,
        ignored: 0,
        problems: 0,
        as_of: None,
        rules: None,
    }
}

/// What was refused, with what was already done before it.
fn kept(error: Error, before: &[Told], dry_run: bool) -> Error {
    if before.is_empty() || dry_run {
        return error;
    }
    let files: Vec<&str> = before.iter().map(|told| told.file.as_str()).collect();
    let files = files.join(", ");
    let hint = Words::new(
        format!("{} Imported before and kept: {files}.", error.hint.en),
        format!("{} Importé avant et conservé : {files}.", error.hint.fr),
    );
    Error {
        hint: Box::new(hint),
        ..error
    }
}

fn text(told: &Told, dry_run: bool, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let name = terminal.set(Style::Strong, &clean(&told.file));
    let sheet = if told.sheet.is_empty() {
        String::new()
    } else {
        format!("  {}", terminal.set(Style::Quiet, &clean(&told.sheet)))
    };
    terminal.line(&format!("{name}{sheet}"))?;
    if let Some(rules) = told.rules {
        let (one, many) = match (lang, dry_run) {
            (Lang::En, false) => (
                "rule taken over, off until accepted",
                "rules taken over, off until accepted",
            ),
            (Lang::En, true) => ("rule to take over", "rules to take over"),
            (Lang::Fr, false) => (
                "règle reprise, inactive jusqu’à son acceptation",
                "règles reprises, inactives jusqu’à leur acceptation",
            ),
            (Lang::Fr, true) => ("règle à reprendre", "règles à reprendre"),
        };
        terminal.line(&format!("  {}", counted(rules as usize, one, many, lang)))?;
        let there = match lang {
            Lang::En => ("already there", "already there"),
            Lang::Fr => ("déjà là", "déjà là"),
        };
        let there = counted(told.already_there as usize, there.0, there.1, lang);
        terminal.line(&format!("  {there}"))?;
        return Ok(());
    }
    let created = match (lang, dry_run) {
        (Lang::En, false) => ("element created", "elements created"),
        (Lang::En, true) => ("element to create", "elements to create"),
        (Lang::Fr, false) => ("élément créé", "éléments créés"),
        (Lang::Fr, true) => ("élément à créer", "éléments à créer"),
    };
    let rows = [
        (told.created, created),
        (
            told.already_there,
            match lang {
                Lang::En => (
                    "already there, left as it is",
                    "already there, left as they are",
                ),
                Lang::Fr => ("déjà là, laissé tel quel", "déjà là, laissés tels quels"),
            },
        ),
        (
            told.links,
            match (lang, told.sheet.is_empty()) {
                (Lang::En, true) => ("link", "links"),
                (Lang::En, false) => ("link proposed", "links proposed"),
                (Lang::Fr, true) => ("lien", "liens"),
                (Lang::Fr, false) => ("lien proposé", "liens proposés"),
            },
        ),
        (
            told.set_aside,
            match lang {
                Lang::En => (
                    "row set aside for want of a title",
                    "rows set aside for want of a title",
                ),
                Lang::Fr => (
                    "ligne mise de côté faute d’intitulé",
                    "lignes mises de côté faute d’intitulé",
                ),
            },
        ),
        (
            told.ignored,
            match lang {
                Lang::En => (
                    "row left out (total, heading, note)",
                    "rows left out (totals, headings, notes)",
                ),
                Lang::Fr => (
                    "ligne écartée (total, titre, note)",
                    "lignes écartées (totaux, titres, notes)",
                ),
            },
        ),
        (
            told.problems,
            match lang {
                Lang::En => (
                    "cell to look at: thru inspect",
                    "cells to look at: thru inspect",
                ),
                Lang::Fr => (
                    "cellule à regarder : thru inspect",
                    "cellules à regarder : thru inspect",
                ),
            },
        ),
    ];
    for (at, (number, (one, many))) in rows.into_iter().enumerate() {
        if at == 0 || number > 0 {
            terminal.line(&format!("  {}", counted(number as usize, one, many, lang)))?;
        }
    }
    if let Some(day) = told.as_of {
        let says = say(
            lang,
            "ratings without a day of their own are of",
            "les évaluations sans date propre sont du",
        );
        terminal.line(&format!("  {says} {day}"))?;
    }
    Ok(())
}
