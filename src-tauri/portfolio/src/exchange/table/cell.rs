//! One filled cell on its way into a row: read as its column's role says, or kept as text beside the fields.

use super::assemble::Maker;
use super::conventions;
use super::grid::Value;
use super::mapping::{Role, Scale};
use super::problem::{Problem, ProblemCode};
use super::rows::{Rating, Row};
use super::text::{fold, one_line};
use super::typed::{self, DateColumn, Typed};
use super::words;
use crate::model::{Field, Lens, Maybe};

/// One filled cell on its way into a row.
pub(super) struct Cell<'a, 'b> {
    /// Index of the table's column.
    pub(super) at: usize,
    /// Column of the sheet.
    pub(super) place: u16,
    pub(super) value: &'a Value,
    /// Row of the sheet.
    pub(super) number: u32,
    pub(super) maker: &'a Maker<'a>,
    pub(super) problems: &'b mut Vec<Problem>,
}

impl Cell<'_, '_> {
    /// Puts the cell where its column's role says.
    pub(super) fn store(&mut self, row: &mut Row) {
        let role = self
            .maker
            .table
            .choices
            .get(self.at)
            .map_or(Role::ExtraField, |c| c.role);
        match role {
            Role::Title => {
                if row.title.is_empty() {
                    row.title = one_line(&self.value.raw());
                } else {
                    self.keep(row);
                }
            }
            Role::Description => self.put(row, |r| &mut r.description, |v| typed::text(v, true)),
            Role::Why => self.put(row, |r| &mut r.why, |v| typed::text(v, true)),
            Role::Owner => {
                let owners = owners(self.value);
                match owners.split_first() {
                    // The others have no field of their own: the cell is kept whole beside it.
                    Some((first, others)) if !others.is_empty() => {
                        let first = Value::Text(first.clone());
                        self.put(row, |r| &mut r.owner, |_| typed::text(&first, false));
                        self.keep(row);
                    }
                    _ => self.put(row, |r| &mut r.owner, |v| typed::text(v, false)),
                }
            }
            Role::PartOf => self.put(row, |r| &mut r.part_of, |v| typed::text(v, false)),
            Role::Reference => self.put(row, |r| &mut r.reference, |v| typed::text(v, false)),
            Role::State => {
                self.put(
                    row,
                    |r| &mut r.state,
                    |v| typed::word(v, words::state, ProblemCode::UnreadableState),
                );
                self.keep(row);
            }
            Role::Category => {
                self.put(
                    row,
                    |r| &mut r.category,
                    |v| typed::word(v, words::category, ProblemCode::UnreadableCategory),
                );
                self.keep(row);
            }
            Role::Status => self.rate(row, Lens::It),
            Role::StatusBusiness => self.rate(row, Lens::Business),
            Role::StatusDate => self.put(row, |r| &mut r.status_date, self.dates(role)),
            Role::Start => self.put(row, |r| &mut r.start, self.dates(role)),
            Role::End => self.put(row, |r| &mut r.end, self.dates(role)),
            Role::DeliveredOn => self.put(row, |r| &mut r.delivered_on, self.dates(role)),
            Role::Budget => self.put(row, |r| &mut r.budget, self.amounts()),
            Role::Spent => self.put(row, |r| &mut r.spent, self.amounts()),
            Role::PercentComplete => {
                let how = self.maker.how;
                let (fraction, comma) = (
                    how.fractions.get(&self.at) == Some(&true),
                    how.comma.get(&self.at).copied(),
                );
                self.put(
                    row,
                    |r| &mut r.percent_complete,
                    |v| typed::percent(v, fraction, comma),
                );
            }
            Role::ExternalKey => {
                let raw = one_line(&self.value.raw());
                if words::missing(&raw, false).is_none() && row.external_key.is_none() {
                    row.external_key = Some(raw);
                } else {
                    self.keep(row);
                }
            }
            Role::Tags => row.tags.extend(
                split(&self.value.raw(), true)
                    .into_iter()
                    .filter(|t| words::missing(t, true).is_none()),
            ),
            Role::ContributesTo => self.targets(row),
            Role::ExtraField => self.keep(row),
            Role::Ignore => {}
        }
    }

    fn dates(&self, role: Role) -> impl Fn(&Value) -> Typed<crate::model::Date> + use<> {
        let how = DateColumn {
            role,
            day_first: self
                .maker
                .how
                .orders
                .get(&self.at)
                .is_none_or(|o| o.day_first),
            fiscal_month: self.maker.how.fiscal_month,
            repair: self.maker.mapping.repairs.contains(&self.address()),
        };
        move |value| typed::date(value, how)
    }

    fn amounts(&self) -> impl Fn(&Value) -> Typed<crate::model::Money> + use<> {
        let unit = self.maker.how.units.get(&self.at).cloned();
        let comma = self.maker.how.comma.get(&self.at).copied();
        let unit = unit.unwrap_or(conventions::Unit {
            currency: conventions::NO_CURRENCY.to_owned(),
            currency_by: conventions::Ground::Nothing,
            scale: Scale::Ones,
            scale_by: conventions::Ground::Nothing,
            typical: 0.0,
        });
        move |value| typed::money(value, &unit, comma)
    }

    fn address(&self) -> String {
        format!("{}{}", super::grid::letter(self.place), self.number)
    }

    /// Reads the cell into a field. The first filled column of a role counts; a reason gives way to a value.
    fn put<T: PartialEq>(
        &mut self,
        row: &mut Row,
        field: fn(&mut Row) -> &mut Field<T>,
        read: impl Fn(&Value) -> Typed<T>,
    ) {
        let typed = read(self.value);
        if let Some((code, suggestion)) = typed.trouble {
            self.trouble(code, suggestion);
            if code.severity() == super::problem::Gravity::Error {
                self.keep(row);
            }
        }
        let slot = field(row);
        match (&slot, &typed.field) {
            (None, _) | (Some(Maybe::Missing(_)), Maybe::Known(_)) => *slot = Some(typed.field),
            (Some(old), new) if *old == *new => {}
            (Some(_), Maybe::Missing(_)) => {}
            (Some(_), Maybe::Known(_)) => self.keep(row),
        }
    }

    fn trouble(&mut self, code: ProblemCode, suggestion: Option<String>) {
        let name = self.maker.name(self.at);
        self.problems.push(
            Problem::new(code)
                .at(self.number, self.place, name)
                .value(&self.value.raw())
                .suggest(suggestion),
        );
    }

    fn rate(&mut self, row: &mut Row, lens: Lens) {
        let said = one_line(&self.value.raw());
        let typed = typed::word(self.value, words::rating, ProblemCode::UnreadableRating);
        if let Some((code, suggestion)) = typed.trouble {
            self.trouble(code, suggestion);
        }
        // `done` among green and red tells the state where no column does.
        let stated = words::state(&said).filter(|_| typed.field.known().is_none());
        if row.state.is_none()
            && let Some(state) = stated
            && !conventions::has(&self.maker.table.choices, Role::State)
        {
            row.state = Some(Maybe::Known(state));
        }
        let rating = Rating {
            lens,
            status: typed.field.known().copied(),
            said,
        };
        match row.ratings.iter_mut().find(|r| r.lens == lens) {
            None => row.ratings.push(rating),
            Some(old) if old.status.is_none() && rating.status.is_some() => *old = rating,
            Some(old) if *old == rating => {}
            Some(_) => self.keep(row),
        }
    }

    fn targets(&mut self, row: &mut Row) {
        let raw = self.value.raw();
        for target in split(&raw, false) {
            if words::missing(&target, true).is_some() {
                continue;
            }
            if target.contains(" / ") {
                self.trouble(ProblemCode::TwoTargets, None);
            }
            if !row.contributes_to.iter().any(|t| fold(t) == fold(&target)) {
                row.contributes_to.push(target);
            }
        }
    }

    /// Keeps the text beside the fields, under the column's name.
    fn keep(&self, row: &mut Row) {
        let name = self.maker.name(self.at);
        if row.extra.iter().any(|(n, _)| n == name) {
            return;
        }
        let raw = self.value.raw();
        let profile = self.maker.table.profiles.get(self.at);
        let yes_no = profile.is_some_and(|p| p.is_yes_no() || words::is_tick(&raw));
        let text = match (yes_no, self.value, words::yes_no(&raw)) {
            (true, Value::Bool(b), _) => if *b { "Yes" } else { "No" }.to_owned(),
            (true, _, Some(true)) => "Yes".to_owned(),
            (true, _, Some(false)) => "No".to_owned(),
            // Beside ticks a cross means no.
            (true, _, None) if words::is_cross(&raw) => "No".to_owned(),
            _ => raw,
        };
        debug_assert!(self.maker.sheet.row(self.number).is_some());
        row.extra.push((name.to_owned(), text));
    }
}

/// The owners that one cell names, those that are known first: behind semicolons, or on lines of which each could be
/// a name by itself. A name that was only broken because its column is narrow stays whole.
pub(super) fn owners(value: &Value) -> Vec<String> {
    let Value::Text(text) = value else {
        return Vec::new();
    };
    let lines = |part: &str| -> Vec<String> {
        let lines: Vec<String> = part.lines().map(one_line).collect();
        let lines: Vec<String> = lines.into_iter().filter(|it| !it.is_empty()).collect();
        if lines.iter().all(|it| is_full_name(it)) {
            lines
        } else {
            vec![one_line(part)]
        }
    };
    let mut all: Vec<String> = text.split(';').flat_map(lines).collect();
    all.retain(|it| !it.is_empty());
    all.sort_by_key(|it| words::missing(it, false).is_some());
    all
}

/// Two to five words that begin with a capital, and nothing behind them that leads on.
fn is_full_name(line: &str) -> bool {
    const LEADS_ON: [&str; 16] = [
        "and", "of", "the", "for", "et", "de", "du", "des", "la", "le", "les", "d’", "&", "-", "–",
        "/",
    ];
    let words: Vec<&str> = line.split(' ').collect();
    let last = words.last().copied().unwrap_or_default().to_lowercase();
    (2..=5).contains(&words.len())
        && line.starts_with(char::is_uppercase)
        && !LEADS_ON.contains(&last.as_str())
        && !last.ends_with([',', '-', ':', '/', '('])
}

/// Splits a list in one cell; commas count only in lists of short words.
fn split(text: &str, commas: bool) -> Vec<String> {
    let parts: Vec<&str> = text.split([';', '|', '\n']).collect();
    let short = commas && text.split(',').all(|p| p.trim().chars().count() <= 24);
    parts
        .into_iter()
        .flat_map(|p| {
            if short {
                p.split(',').collect::<Vec<_>>()
            } else {
                vec![p]
            }
        })
        .map(|p| one_line(p.trim_start_matches(['-', '•', '*', ' '])))
        .filter(|p| !p.is_empty())
        .collect()
}
