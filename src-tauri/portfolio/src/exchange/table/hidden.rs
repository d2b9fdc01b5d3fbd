//! Rows and columns that a sheet does not show. Of an .xlsx workbook they are looked up here, because the reader of its
//! cells does not tell; a part that cannot be followed hides nothing, as this is only told and changes no value.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::archive;
use super::limits;

/// What one sheet does not show: rows counted from 1, columns from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Hidden {
    pub(super) rows: BTreeSet<u32>,
    pub(super) columns: BTreeSet<u16>,
}

/// Largest list of sheets that is looked at.
const MAX_LIST: u64 = 4 << 20;

/// The hidden places of each sheet, by its name.
pub(super) fn of(bytes: &[u8]) -> BTreeMap<String, Hidden> {
    let part = |name| archive::read_small(bytes, name, MAX_LIST).unwrap_or_default();
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    walk(part("xl/_rels/workbook.xml.rels").as_slice(), |e| {
        if let (Some(id), Some(target)) = (attribute(e, "Id"), attribute(e, "Target")) {
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.insert(id, path);
        }
    });
    let mut found = BTreeMap::new();
    walk(part("xl/workbook.xml").as_slice(), |e| {
        if e.local_name().as_ref() != "sheet" || found.len() >= limits::MAX_SHEETS {
            return;
        }
        let path = attribute(e, "id").and_then(|id| targets.get(&id));
        if let (Some(name), Some(path)) = (attribute(e, "name"), path) {
            found.insert(name, sheet(bytes, path));
        }
    });
    found
}

fn sheet(bytes: &[u8], path: &str) -> Hidden {
    let mut found = Hidden::default();
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return found;
    };
    let Ok(part) = zip.by_name(path) else {
        return found;
    };
    let mut row = 0_u32;
    walk(BufReader::new(part), |e| match e.local_name().as_ref() {
        "row" => {
            let number = attribute(e, "r").and_then(|it| it.parse().ok());
            row = number.unwrap_or(row.saturating_add(1));
            if is_hidden(e) {
                found.rows.insert(row);
            }
        }
        "col" if is_hidden(e) => {
            let end = |name| attribute(e, name).and_then(|it| it.parse::<u32>().ok());
            let (first, last) = (end("min").unwrap_or(1), end("max").unwrap_or(0));
            let columns = first.max(1)..=last.min(limits::MAX_COLUMNS as u32);
            let columns = columns.filter_map(|it| u16::try_from(it - 1).ok());
            found.columns.extend(columns);
        }
        _ => {}
    });
    found
}

fn is_hidden(e: &BytesStart<'_>) -> bool {
    attribute(e, "hidden").is_some_and(|it| it == "1" || it == "true")
}

/// Every tag that opens, up to the first that cannot be read.
fn walk(xml: impl std::io::BufRead, mut hear: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(e) | Event::Empty(e)) => hear(&e),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute by its name, whatever prefix it has.
fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = e
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|it| it.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
