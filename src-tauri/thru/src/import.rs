//! `thru import`: tables and documents into a portfolio, one undoable step for each source.

use crate::args::{file, format, path, paths, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::imported::{self, Told};
use crate::inspect::is_document;
use crate::mapping;
use crate::terminal::Terminal;
use clap::{Arg, ArgAction, ArgMatches, Command};
use portfolio::error::{Error, Words};
use portfolio::exchange::{self, Mapping};
use portfolio::model::Lang;
use portfolio::store::Access;
use portfolio::workspace::{Brought, PackStep, Workspace};
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
            imported::text(told, dry_run, terminal)?;
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
        return Ok(of_document(added.file, added.brought));
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
        accepted: None,
        own_rules: None,
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
        let brought = workspace.preview_document(source)?;
        return Ok(of_document(name_of(source), brought));
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
        accepted: None,
        own_rules: None,
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
    let none = Brought {
        already_there,
        ..Brought::default()
    };
    Told {
        rules: Some(rules),
        ..of_document(file, none)
    }
}

fn of_document(file: String, brought: Brought) -> Told {
    let some = |number: u32| Some(number).filter(|it| *it > 0);
    Told {
        file,
        sheet: String::new(),
        created: brought.elements,
        already_there: brought.already_there,
        links: brought.links,
        set_aside: 0,
        ignored: 0,
        problems: 0,
        as_of: None,
        rules: None,
        accepted: some(brought.waivers),
        own_rules: some(brought.own_rules),
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
