//! `thru inspect`: what an import would recognise, without a portfolio and without writing.

use crate::args::{format, path, say, wants_json};
use crate::failure::{Failure, Verdict};
use crate::terminal::{Style, Terminal, clean};
use crate::{mapping, roles};
use clap::{Arg, ArgMatches, Command};
use portfolio::exchange::{ColumnFacts, Gravity, Preview, Problem, json};
use portfolio::model::{Lang, Record};
use portfolio::workspace;
use press::wording::{count, counted};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Problems that are told one by one.
const SHOWN: usize = 12;
const DOCUMENT_SCHEMA: &str = "throughline.document/1";

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("inspect")
        .about(say(
            lang,
            "Say what an import would recognise: sheets, header, columns, problems",
            "Dire ce qu’un import reconnaîtrait : feuilles, en-tête, colonnes, problèmes",
        ))
        .arg(
            Arg::new("source")
                .value_name("SOURCE")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help(say(
                    lang,
                    "A workbook, a text table or a Throughline document (.xlsx .ods .csv .tsv .json)",
                    "Un classeur, un tableau texte ou un document Throughline (.xlsx .ods .csv .tsv .json)",
                )),
        )
        .args(mapping::args(lang))
        .arg(format(lang))
}

/// Whether a file is a document of ours by its name.
pub(crate) fn is_document(path: &Path) -> bool {
    path.extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let source = path(matches, "source");
    if is_document(&source) {
        return document(&source, wants_json(matches), terminal);
    }
    let preview = workspace::preview(&source, &mapping::of(matches)?, terminal.lang())?;
    if wants_json(matches) {
        terminal.json(&preview)?;
    } else {
        text(&preview, terminal)?;
    }
    Ok(Verdict::Done)
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    title: String,
    elements: usize,
    links: usize,
    readings: usize,
    status_reports: usize,
}

fn document(source: &Path, as_json: bool, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let lang = terminal.lang();
    let mut facts = Document {
        schema: DOCUMENT_SCHEMA,
        title: String::new(),
        elements: 0,
        links: 0,
        readings: 0,
        status_reports: 0,
    };
    for record in json::read_file(source)? {
        match record {
            Record::Settings(it) => facts.title = it.title,
            Record::Element(_) => facts.elements += 1,
            Record::Link(_) => facts.links += 1,
            Record::Reading(_) => facts.readings += 1,
            Record::StatusReport(_) => facts.status_reports += 1,
            Record::Canvas(_)
            | Record::Placement(_)
            | Record::Note(_)
            | Record::Source(_)
            | Record::Import(_)
            | Record::Waiver(_)
            | Record::OwnRule(_) => {}
        }
    }
    if as_json {
        terminal.json(&facts)?;
        return Ok(Verdict::Done);
    }
    let title = clean(&facts.title);
    let title = terminal.set(Style::Strong, &title);
    terminal.line(&title)?;
    let parts = [
        counted(
            facts.elements,
            say(lang, "element", "élément"),
            say(lang, "elements", "éléments"),
            lang,
        ),
        counted(
            facts.links,
            say(lang, "link", "lien"),
            say(lang, "links", "liens"),
            lang,
        ),
        counted(
            facts.readings,
            say(lang, "reading", "relevé"),
            say(lang, "readings", "relevés"),
            lang,
        ),
        counted(
            facts.status_reports,
            say(lang, "status report", "rapport d’état"),
            say(lang, "status reports", "rapports d’état"),
            lang,
        ),
    ];
    terminal.line(&format!("  {}", parts.join(", ")))?;
    Ok(Verdict::Done)
}

fn text(preview: &Preview, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let name = terminal.set(Style::Strong, &clean(&preview.file.name));
    terminal.line(&name)?;
    for sheet in &preview.sheets {
        let mark = if sheet.chosen { "▸" } else { " " };
        let why = terminal.set(Style::Quiet, &clean(&sheet.why));
        terminal.line(&format!(
            "  {mark} {}  {} × {}  {why}",
            clean(&sheet.name),
            count(sheet.rows as usize, lang),
            count(sheet.columns as usize, lang),
        ))?;
    }
    if let Some(table) = &preview.table {
        let header = table.header.map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        });
        terminal.gap()?;
        terminal.line(&match (lang, header) {
            (Lang::En, Some(row)) => format!(
                "Header in row {row}, data in rows {} to {}",
                table.first_row, table.last_row
            ),
            (Lang::En, None) => format!(
                "No header, data in rows {} to {}",
                table.first_row, table.last_row
            ),
            (Lang::Fr, Some(row)) => format!(
                "En-tête ligne {row}, données lignes {} à {}",
                table.first_row, table.last_row
            ),
            (Lang::Fr, None) => format!(
                "Sans en-tête, données lignes {} à {}",
                table.first_row, table.last_row
            ),
        })?;
        columns(&preview.columns, terminal)?;
    }
    for it in &preview.assumptions {
        let mark = if it.decided { "·" } else { "?" };
        terminal.wrapped(
            &format!("  {mark} "),
            4,
            &format!("{} – {}", it.choice, it.evidence),
        )?;
    }
    problems(&preview.problems, terminal)?;
    terminal.gap()?;
    terminal.line(&summary(preview, lang))?;
    Ok(())
}

fn cut(text: &str, most: usize) -> String {
    let text = clean(text);
    if text.chars().count() <= most {
        return text;
    }
    let short: String = text.chars().take(most - 1).collect();
    format!("{}…", short.trim_end())
}

fn columns(columns: &[ColumnFacts], terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    for it in columns {
        let role = roles::name(it.role, lang);
        let sure = if it.check { "?" } else { " " };
        let examples = it
            .examples
            .iter()
            .take(2)
            .map(|text| cut(text, 22))
            .collect::<Vec<_>>();
        let examples = terminal.set(Style::Quiet, &examples.join(" · "));
        terminal.line(&format!(
            "  {:<3} {:<30} {sure}{role:<18} {examples}",
            it.letter,
            cut(&it.header, 30),
        ))?;
    }
    terminal.gap()?;
    Ok(())
}

fn problems(problems: &[Problem], terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let told: Vec<&Problem> = problems
        .iter()
        .filter(|it| it.severity != Gravity::Note)
        .collect();
    if told.is_empty() {
        return Ok(());
    }
    terminal.gap()?;
    for it in told.iter().take(SHOWN) {
        let place = match (&it.cell, it.row) {
            (Some(cell), _) => cell.clone(),
            (None, Some(row)) => format!("{}\u{a0}{row}", say(lang, "row", "ligne")),
            (None, None) => "–".to_owned(),
        };
        terminal.wrapped(&format!("  {place:<8} "), 11, &it.message)?;
    }
    if told.len() > SHOWN {
        let more = count(told.len() - SHOWN, lang);
        let more = match lang {
            Lang::En => format!("and {more} more: --format json"),
            Lang::Fr => format!("et {more} de plus : --format json"),
        };
        let more = terminal.set(Style::Quiet, &more);
        terminal.line(&format!("           {more}"))?;
    }
    Ok(())
}

fn summary(preview: &Preview, lang: Lang) -> String {
    let it = &preview.counts;
    // One, and in French none as well, is singular.
    let few = |value: u32| match lang {
        Lang::En => value == 1,
        Lang::Fr => value < 2,
    };
    let told = |value: u32, one: &str, many: &str| {
        let word = if few(value) { one } else { many };
        format!("{} {word}", count(value as usize, lang))
    };
    match lang {
        Lang::En => format!(
            "{}, {}; {} left out, {} set aside; {} kept with their reason, {}",
            told(it.initiatives, "initiative", "initiatives"),
            told(it.owners, "owner", "owners"),
            told(it.left_out, "row", "rows"),
            count(it.set_aside as usize, lang),
            told(it.reasons_kept, "missing value", "missing values"),
            told(it.problems, "problem", "problems"),
        ),
        Lang::Fr => format!(
            "{}, {} ; {}, {} de côté ; {} avec leur raison, {}",
            told(it.initiatives, "initiative", "initiatives"),
            told(it.owners, "responsable", "responsables"),
            told(it.left_out, "ligne écartée", "lignes écartées"),
            told(it.set_aside, "mise", "mises"),
            told(
                it.reasons_kept,
                "valeur absente gardée",
                "valeurs absentes gardées"
            ),
            told(it.problems, "problème", "problèmes"),
        ),
    }
}
