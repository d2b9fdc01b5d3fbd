//! What was assumed about a file, in words, each with its evidence and with the other choices a user may make.
//! An alternative carries the whole mapping that would make it true.

use serde::{Deserialize, Serialize};

use super::body::RowKind;
use super::error::pick;
use super::mapping::{Encoding, Mapping, Separator};
use super::recognise::{Recognised, Table, Verdict};
use super::rows::Rows;
use crate::model::Lang;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "AssumptionAbout", rename_all = "snake_case")]
pub enum About {
    File,
    HeaderRow,
    Encoding,
    Separator,
    Dates,
    FiscalYear,
    Numbers,
    MergedCells,
    Totals,
    SetAside,
    Ratings,
    /// The day of the list, for ratings that carry none.
    AsOf,
    Owners,
    Hidden,
}

/// Another choice, and the mapping that makes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Alternative {
    pub label: String,
    pub mapping: Mapping,
}

/// One thing that the file leaves open and how it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "ImportAssumption")]
pub struct Assumption {
    pub about: About,
    /// False: the file does not say; ask the user.
    pub decided: bool,
    /// What was chosen, short.
    pub choice: String,
    /// What it rests on.
    pub evidence: String,
    pub alternatives: Vec<Alternative>,
    /// Rows or cells concerned, as far as few.
    pub places: Vec<String>,
}

/// Collects assumptions in one language.
pub(super) struct Speaker<'a> {
    pub(super) found: &'a Recognised,
    pub(super) mapping: &'a Mapping,
    pub(super) lang: Lang,
    out: Vec<Assumption>,
}

/// A number with its noun in both languages, each for one and for many: `#` stands for the number. French counts none
/// as one.
pub(super) fn counted(n: usize, en: (&str, &str), fr: (&str, &str)) -> (String, String) {
    let en = if n == 1 { en.0 } else { en.1 };
    let fr = if n < 2 { fr.0 } else { fr.1 };
    let n = n.to_string();
    (en.replace('#', &n), fr.replace('#', &n))
}

/// All assumptions, in the order a reader meets them.
pub(super) fn assumptions(
    found: &Recognised,
    rows: &Rows,
    mapping: &Mapping,
    lang: Lang,
) -> Vec<Assumption> {
    let mut speaker = Speaker {
        found,
        mapping,
        lang,
        out: Vec::new(),
    };
    speaker.file();
    if let Some(table) = &found.table {
        speaker.header(table);
        speaker.text();
        speaker.dates(table);
        speaker.numbers(table);
        speaker.merges(table);
        speaker.totals(table);
        speaker.ratings(table);
        speaker.list_day(rows);
        speaker.owners(table);
        speaker.hidden(table);
    } else {
        speaker.text();
    }
    speaker.out
}

impl Speaker<'_> {
    pub(super) fn say(&self, en: String, fr: String) -> String {
        pick(self.lang, &en, &fr).to_owned()
    }

    pub(super) fn add(
        &mut self,
        about: About,
        decided: bool,
        choice: String,
        evidence: String,
        alternatives: Vec<Alternative>,
    ) {
        self.out.push(Assumption {
            about,
            decided,
            choice,
            evidence,
            alternatives,
            places: Vec::new(),
        });
    }

    /// Where that stands which was added last.
    pub(super) fn places(&mut self, places: Vec<String>) {
        if let Some(last) = self.out.last_mut() {
            last.places = places;
        }
    }

    pub(super) fn alternative(
        &self,
        label: String,
        change: impl FnOnce(&mut Mapping),
    ) -> Alternative {
        let mut mapping = self.mapping.clone();
        change(&mut mapping);
        Alternative { label, mapping }
    }

    fn file(&mut self) {
        let sheets = &self.found.book.sheets;
        let Some((at, sheet)) = self
            .found
            .chosen
            .and_then(|at| sheets.get(at).map(|s| (at, s)))
        else {
            return;
        };
        let rows = sheet.rows.last().map_or(0, |r| r.number);
        let rows = usize::try_from(rows).unwrap_or(usize::MAX);
        let (rows_en, rows_fr) = counted(rows, ("# row", "# rows"), ("# ligne", "# lignes"));
        let evidence = if self.found.book.text.is_some() {
            self.say(rows_en, rows_fr)
        } else {
            self.say(
                format!(
                    "sheet “{}”, {} of {}, {rows_en}",
                    sheet.name,
                    at + 1,
                    sheets.len()
                ),
                format!(
                    "feuille « {} », {} sur {}, {rows_fr}",
                    sheet.name,
                    at + 1,
                    sheets.len()
                ),
            )
        };
        let others = sheets
            .iter()
            .zip(&self.found.verdicts)
            .filter(|(s, v)| {
                s.name != sheet.name && !matches!(v, Verdict::Empty | Verdict::Unreadable)
            })
            .map(|(s, _)| {
                let mut mapping = Mapping {
                    sheet: Some(s.name.clone()),
                    ..Mapping::default()
                };
                mapping.encoding = self.mapping.encoding;
                mapping.separator = self.mapping.separator;
                Alternative {
                    label: s.name.clone(),
                    mapping,
                }
            })
            .collect();
        self.add(About::File, true, self.found.file.clone(), evidence, others);
    }

    fn header(&mut self, table: &Table) {
        let (choice, evidence) = match table.header {
            Some(h) => {
                let choice = if h.first == h.last {
                    self.say(format!("Row {}", h.first), format!("Ligne {}", h.first))
                } else {
                    self.say(
                        format!("Rows {} to {}", h.first, h.last),
                        format!("Lignes {} à {}", h.first, h.last),
                    )
                };
                let above = table.count(RowKind::Above);
                let evidence = match above {
                    0 => self.say("nothing stands above it".into(), "rien au-dessus".into()),
                    1 => self.say(
                        "1 line above is no part of the table".into(),
                        "1 ligne au-dessus, hors du tableau".into(),
                    ),
                    n => self.say(
                        format!("{n} lines above are no part of the table"),
                        format!("{n} lignes au-dessus, hors du tableau"),
                    ),
                };
                (choice, evidence)
            }
            None => (
                self.say("None".into(), "Aucune".into()),
                self.say(
                    "the first row already looks like data".into(),
                    "la première ligne ressemble déjà à des données".into(),
                ),
            ),
        };
        let first = table.header.map_or(0, |h| h.first);
        let rows = self
            .found
            .sheet()
            .map(|s| s.rows.iter().take(10).map(|r| r.number).collect::<Vec<_>>())
            .unwrap_or_default();
        let mut alternatives: Vec<Alternative> = rows
            .into_iter()
            .filter(|n| *n != first)
            .take(6)
            .map(|n| {
                self.alternative(self.say(format!("Row {n}"), format!("Ligne {n}")), |m| {
                    m.header_row = Some(n)
                })
            })
            .collect();
        if first != 0 {
            let label = self.say("No header".into(), "Pas d’en-tête".into());
            alternatives.push(self.alternative(label, |m| m.header_row = Some(0)));
        }
        self.add(About::HeaderRow, true, choice, evidence, alternatives);
    }

    fn text(&mut self) {
        let Some(facts) = self.found.book.text.clone() else {
            return;
        };
        let name = |e: Encoding| match e {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        };
        let (choice, evidence) = match &facts.repaired {
            Some((before, after, n)) => {
                let n = usize::try_from(*n).unwrap_or(usize::MAX);
                let (en, fr) = counted(n, ("# cell", "# cells"), ("# cellule", "# cellules"));
                (
                    self.say("Accents repaired".into(), "Accents réparés".into()),
                    self.say(
                        format!("“{before}” is read as “{after}”, {en}"),
                        format!("« {before} » est lu « {after} », {fr}"),
                    ),
                )
            }
            None if facts.certain => (
                name(facts.encoding).to_owned(),
                self.say(
                    "all letters are valid".into(),
                    "toutes les lettres sont valides".into(),
                ),
            ),
            None => (
                name(facts.encoding).to_owned(),
                self.say(
                    "the bytes are not valid UTF-8".into(),
                    "les octets ne sont pas de l’UTF-8 valide".into(),
                ),
            ),
        };
        let others = [Encoding::Utf8, Encoding::Windows1252, Encoding::Utf16];
        let alternatives = others
            .into_iter()
            .filter(|e| *e != facts.encoding)
            .map(|e| self.alternative(name(e).to_owned(), |m| m.encoding = Some(e)))
            .collect();
        self.add(About::Encoding, true, choice, evidence, alternatives);
        let label = |s: char, lang: Lang| match s {
            ',' => pick(lang, "Comma", "Virgule").to_owned(),
            ';' => pick(lang, "Semicolon", "Point-virgule").to_owned(),
            '\t' => pick(lang, "Tab", "Tabulation").to_owned(),
            '|' => pick(lang, "Bar", "Barre").to_owned(),
            other => other.to_string(),
        };
        let columns = self.found.table.as_ref().map_or(0, |t| t.columns.len());
        let (en, fr) = counted(
            columns,
            ("gives # column", "gives # columns"),
            ("donne # colonne", "donne # colonnes"),
        );
        let evidence = self.say(
            format!("{en} in nearly every row"),
            format!("{fr} à presque chaque ligne"),
        );
        let alternatives = Separator::ALL
            .into_iter()
            .filter(|s| s.char() != facts.separator)
            .map(|s| self.alternative(label(s.char(), self.lang), |m| m.separator = Some(s)))
            .collect();
        self.add(
            About::Separator,
            true,
            label(facts.separator, self.lang),
            evidence,
            alternatives,
        );
    }

    fn totals(&mut self, table: &Table) {
        let rows = |kinds: &[RowKind]| -> Vec<u32> {
            table
                .kinds
                .iter()
                .filter(|(_, k)| kinds.contains(k))
                .map(|(n, _)| *n)
                .collect()
        };
        let groups = [
            (
                About::Totals,
                rows(&[RowKind::Total]),
                "rows ignored",
                "lignes ignorées",
                "totals and subtotals",
                "totaux et sous-totaux",
            ),
            (
                About::SetAside,
                rows(&[RowKind::Note, RowKind::Section, RowKind::RepeatedHeader]),
                "rows left out",
                "lignes laissées de côté",
                "notes, headings and repeated headers",
                "notes, intertitres et en-têtes répétés",
            ),
        ];
        for (about, numbers, en, fr, why_en, why_fr) in groups {
            if numbers.is_empty() {
                continue;
            }
            let n = numbers.len();
            let choice = if n == 1 {
                self.say(
                    format!("1 {}", en.replacen("rows", "row", 1)),
                    format!(
                        "1 {}",
                        fr.replace("lignes", "ligne")
                            .replace("ignorées", "ignorée")
                            .replace("laissées", "laissée")
                    ),
                )
            } else {
                self.say(format!("{n} {en}"), format!("{n} {fr}"))
            };
            let evidence = pick(self.lang, why_en, why_fr).to_owned();
            let label = self.say(
                "Read them as initiatives".into(),
                "Les lire comme des initiatives".into(),
            );
            let keep = self.alternative(label, |m| m.keep_rows.extend(numbers.iter().copied()));
            self.add(about, true, choice, evidence, vec![keep]);
            self.places(numbers.iter().take(100).map(u32::to_string).collect());
        }
    }
}
