//! What was assumed about a file, in words, each with its evidence and with the other choices a user may make.
//! An alternative carries the whole mapping that would make it true.

use serde::{Deserialize, Serialize};

use super::body::RowKind;
use super::conventions::Ground;
use super::error::pick;
use super::mapping::{Encoding, Mapping, Role, Scale, Separator};
use super::number;
use super::recognise::{Recognised, Table, Verdict};
use super::typed::scale_words;
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

struct Speaker<'a> {
    found: &'a Recognised,
    mapping: &'a Mapping,
    lang: Lang,
    out: Vec<Assumption>,
}

/// All assumptions, in the order a reader meets them.
pub(super) fn assumptions(found: &Recognised, mapping: &Mapping, lang: Lang) -> Vec<Assumption> {
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
    } else {
        speaker.text();
    }
    speaker.out
}

impl Speaker<'_> {
    fn say(&self, en: String, fr: String) -> String {
        pick(self.lang, &en, &fr).to_owned()
    }

    fn add(
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

    fn alternative(&self, label: String, change: impl FnOnce(&mut Mapping)) -> Alternative {
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
        let evidence = if self.found.book.text.is_some() {
            self.say(format!("{rows} rows"), format!("{rows} lignes"))
        } else {
            self.say(
                format!(
                    "sheet “{}”, {} of {}, {rows} rows",
                    sheet.name,
                    at + 1,
                    sheets.len()
                ),
                format!(
                    "feuille « {} », {} sur {}, {rows} lignes",
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
            Some((before, after, n)) => (
                self.say("Accents repaired".into(), "Accents réparés".into()),
                self.say(
                    format!("“{before}” is read as “{after}”, {n} cells"),
                    format!("« {before} » est lu « {after} », {n} cellules"),
                ),
            ),
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
        let evidence = self.say(
            format!("gives {columns} columns in nearly every row"),
            format!("donne {columns} colonnes à presque chaque ligne"),
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

    fn dates(&mut self, table: &Table) {
        let orders = &self.found.conventions.orders;
        let Some(order) = orders
            .values()
            .find(|o| matches!(o.by, Ground::Values(n) if n > 0) || o.by == Ground::User)
            .or_else(|| orders.values().next())
        else {
            return;
        };
        let open: u32 = orders.values().map(|o| o.open).sum();
        let decided = orders.values().all(|o| o.by.is_firm());
        let sure: u32 = orders
            .values()
            .map(|o| if let Ground::Values(n) = o.by { n } else { 0 })
            .sum();
        if open > 0 || sure > 0 {
            let choice = if order.day_first {
                self.say("Day first".into(), "Jour d’abord".into())
            } else {
                self.say("Month first".into(), "Mois d’abord".into())
            };
            let evidence = if order.by == Ground::User {
                self.say("your choice".into(), "votre choix".into())
            } else if decided {
                self.say(
                    format!("{sure} cells allow no other order"),
                    format!("{sure} cellules ne permettent pas d’autre ordre"),
                )
            } else {
                self.say(
                    format!("{open} dates can be read both ways"),
                    format!("{open} dates se lisent dans les deux sens"),
                )
            };
            let other = !order.day_first;
            let label = if other {
                self.say("Day first".into(), "Jour d’abord".into())
            } else {
                self.say("Month first".into(), "Mois d’abord".into())
            };
            let alternatives = vec![self.alternative(label, |m| m.day_first = Some(other))];
            self.add(About::Dates, decided, choice, evidence, alternatives);
        }
        if self.found.conventions.fiscal_seen > 0 {
            let month = self.found.conventions.fiscal_month;
            let names = [
                (1, "January", "janvier"),
                (4, "April", "avril"),
                (7, "July", "juillet"),
                (10, "October", "octobre"),
            ];
            let name = names.iter().find(|(m, ..)| *m == month).map_or_else(
                || month.to_string(),
                |(_, en, fr)| pick(self.lang, en, fr).to_owned(),
            );
            let choice = self.say(
                format!("Fiscal years start in {name}"),
                format!("L’exercice commence en {name}"),
            );
            let n = self.found.conventions.fiscal_seen;
            let evidence = self.say(
                format!("{n} cells name a fiscal year; the file does not say when it starts"),
                format!(
                    "{n} cellules nomment un exercice ; le fichier ne dit pas quand il commence"
                ),
            );
            let alternatives = names
                .iter()
                .filter(|(m, ..)| *m != month)
                .map(|(m, en, fr)| {
                    self.alternative(pick(self.lang, en, fr).to_owned(), |map| {
                        map.fiscal_month = u8::try_from(*m).ok()
                    })
                })
                .collect();
            self.add(
                About::FiscalYear,
                self.mapping.fiscal_month.is_some(),
                choice,
                evidence,
                alternatives,
            );
        }
        let _ = table;
    }

    fn numbers(&mut self, table: &Table) {
        let Some((at, unit)) = table
            .role(Role::Budget)
            .or_else(|| table.role(Role::Spent))
            .and_then(|(at, _)| {
                self.found
                    .conventions
                    .units
                    .get(&at)
                    .map(|u| (at, u.clone()))
            })
        else {
            return;
        };
        let currency = if unit.currency == super::conventions::NO_CURRENCY {
            self.say("no currency stated".into(), "devise non précisée".into())
        } else {
            unit.currency.clone()
        };
        let choice = if unit.scale == Scale::Ones {
            currency.clone()
        } else {
            let words = scale_words(unit.scale, self.lang);
            self.say(
                format!("{}, {currency}", capital(words)),
                format!("{}, {currency}", capital(words)),
            )
        };
        let example = self.example(table, at, unit.scale, &unit.currency);
        let ground = |g: &Ground| match g {
            Ground::User => self.say("your choice".into(), "votre choix".into()),
            Ground::Header => self.say("said in the header".into(), "dit dans l’en-tête".into()),
            Ground::Values(_) => self.say("from the values".into(), "d’après les valeurs".into()),
            Ground::TitleLine(text) => self.say(
                format!("said above the table: “{text}”"),
                format!("dit au-dessus du tableau : « {text} »"),
            ),
            Ground::Sibling(name) => self.say(
                format!("as in column “{name}”"),
                format!("comme dans la colonne « {name} »"),
            ),
            Ground::Nothing => self.say(
                "the file does not say".into(),
                "le fichier ne le dit pas".into(),
            ),
        };
        let evidence = format!("{}{}", example, ground(&unit.scale_by));
        let decided = unit.scale_by.is_firm() && unit.currency_by.is_firm();
        let mut alternatives = Vec::new();
        for scale in [
            Scale::Ones,
            Scale::Thousands,
            Scale::Millions,
            Scale::Billions,
        ] {
            if scale != unit.scale {
                alternatives.push(
                    self.alternative(capital(scale_words(scale, self.lang)), |m| {
                        m.scale = Some(scale)
                    }),
                );
            }
        }
        for code in ["EUR", "GBP", "USD", "AUD", "CAD", "CHF"] {
            if code != unit.currency {
                alternatives.push(
                    self.alternative(code.to_owned(), |m| m.currency = Some(code.to_owned())),
                );
            }
        }
        self.add(About::Numbers, decided, choice, evidence, alternatives);
    }

    /// "4 100 is read as 4.1 million; ", when the scale is not one.
    fn example(&self, table: &Table, at: usize, scale: Scale, currency: &str) -> String {
        let texts = table
            .profiles
            .get(at)
            .map(|p| p.examples.clone())
            .unwrap_or_default();
        let comma = self.found.conventions.comma.get(&at).copied();
        let shown = texts
            .iter()
            .find_map(|t| number::parse(t, comma).map(|a| (t, a)));
        let Some((text, amount)) = shown.filter(|_| scale != Scale::Ones) else {
            return String::new();
        };
        let Some(value) = amount
            .value
            .checked_mul(rust_decimal::Decimal::from(scale.factor()))
        else {
            return String::new();
        };
        let grouped = group(&value.normalize().to_string());
        self.say(
            format!("{text} is read as {currency} {grouped}; "),
            format!("{text} est lu {grouped} {currency} ; "),
        )
    }

    fn merges(&mut self, table: &Table) {
        let Some(sheet) = self.found.sheet() else {
            return;
        };
        if sheet.merges.is_empty() {
            return;
        }
        let spread = sheet.spread.len();
        let n = sheet.merges.len();
        let (choice, evidence) = if spread > 0 {
            (
                self.say("Spread down".into(), "Étendues vers le bas".into()),
                self.say(
                    format!("{n} merged ranges; {spread} cells take the value above"),
                    format!(
                        "{n} plages fusionnées ; {spread} cellules prennent la valeur du dessus"
                    ),
                ),
            )
        } else {
            let width = sheet.columns().len();
            let _ = width;
            let columns = table.columns.len();
            (
                self.say("Closed up".into(), "Refermées".into()),
                self.say(
                    format!("{n} merged ranges leave {columns} real columns"),
                    format!("{n} plages fusionnées laissent {columns} vraies colonnes"),
                ),
            )
        };
        self.add(About::MergedCells, true, choice, evidence, Vec::new());
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
            if let Some(last) = self.out.last_mut() {
                last.places = numbers.iter().take(100).map(u32::to_string).collect();
            }
        }
    }

    fn ratings(&mut self, table: &Table) {
        let columns: Vec<String> = table
            .columns
            .iter()
            .zip(&table.choices)
            .filter(|(_, c)| matches!(c.role, Role::Status | Role::StatusBusiness))
            .map(|(c, _)| c.letter())
            .collect();
        if columns.is_empty() {
            return;
        }
        let choice = self.say("Green, amber, red".into(), "Vert, orange, rouge".into());
        let evidence = if columns.len() > 1 {
            self.say(
                format!(
                    "columns {} are read; the words of the file are kept",
                    columns.join(", ")
                ),
                format!(
                    "les colonnes {} sont lues ; les mots du fichier sont conservés",
                    columns.join(", ")
                ),
            )
        } else {
            self.say(
                "the words of the file are kept beside it".into(),
                "les mots du fichier sont conservés à côté".into(),
            )
        };
        self.add(About::Ratings, true, choice, evidence, Vec::new());
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().collect::<String>() + chars.as_str())
        .unwrap_or_default()
}

/// Groups the digits of a whole number by three.
fn group(number: &str) -> String {
    let (whole, rest) = number
        .split_once('.')
        .map_or((number, None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && c.is_ascii_digit() && !out.ends_with('-') {
            out.push('\u{202F}');
        }
        out.push(c);
    }
    match rest {
        Some(rest) => format!("{out}.{rest}"),
        None => out,
    }
}
