//! The names that an expression may use, and what is said of one that it may not: slips of the pen are found while
//! the rule is typed, with the name that was probably meant.

use super::super::expression::Fault;
use super::super::fields::{self, Shape, VARIABLES};
use super::super::table::FIELDS;
use super::functions::FUNCTIONS;
use super::gate::{Gate, place};
use super::slips;

impl Gate<'_> {
    /// As [`Gate::fault`], at a name: the tree knows of a call where its bracket is, and of a field where its point
    /// is.
    fn fault_at(&self, id: u64, name: &str, en: String, fr: String) -> Fault {
        let source = &self.source.source;
        let at = self.source.offset_for(id).map(|(at, _)| at as usize);
        let begin = at.and_then(|at| {
            let before = at.checked_sub(name.len());
            let ahead = source
                .get(at + 1..)
                .is_some_and(|rest| rest.starts_with(name));
            let behind = before.filter(|it| source.get(*it..at) == Some(name));
            u32::try_from(behind.unwrap_or(if ahead { at + 1 } else { at })).ok()
        });
        Fault::new(en, fr).at(begin.and_then(|at| place(source, at)))
    }

    pub(super) fn variable(&mut self, id: u64, name: &str) -> Result<(), Fault> {
        // `@result` is what the parser calls the running result of a loop; nobody can write it.
        if matches!(name, "element" | "today" | "@result") || self.bound.iter().any(|it| it == name)
        {
            return Ok(());
        }
        if let Some(place) = VARIABLES.iter().position(|it| it.name == name) {
            self.passed.needs.lists[place] = true;
            return Ok(());
        }
        let (en, fr) = if fields::of_kind(self.kind, name).is_some() {
            (
                format!("“{name}” is a field: write element.{name}"),
                format!("« {name} » est un champ : écrivez element.{name}"),
            )
        } else if let Some(Fault { message, .. }) = slips::spelled_out(name) {
            (message.en, message.fr)
        } else {
            (
                format!("there is nothing called “{name}”"),
                format!("rien ne s’appelle « {name} »"),
            )
        };
        Err(self.fault(id, en, fr))
    }

    /// A field of the element that is judged: its kind is known, so a slip of the pen is found at once.
    pub(super) fn field(&mut self, id: u64, name: &str) -> Result<(), Fault> {
        if let Some(field) = fields::of_kind(self.kind, name) {
            if !self.passed.looks_at.contains(&field.name) {
                self.passed.looks_at.push(field.name);
            }
            return Ok(());
        }
        Err(
            match nearest(
                name,
                FIELDS
                    .iter()
                    .filter(|it| it.is_of(self.kind))
                    .map(|it| it.name),
            ) {
                Some(meant) => self.fault_at(
                    id,
                    name,
                    format!("there is no field “{name}” here; perhaps “{meant}” is meant"),
                    format!("il n’y a pas de champ « {name} » ici ; « {meant} », peut-être"),
                ),
                None => self.fault_at(
                    id,
                    name,
                    format!("elements of this kind have no field “{name}”"),
                    format!("les éléments de cette nature n’ont pas de champ « {name} »"),
                ),
            },
        )
    }

    pub(super) fn part(&mut self, id: u64, field: &str, name: &str) -> Result<(), Fault> {
        let Some(found) = fields::of_kind(self.kind, field) else {
            // The field itself is unknown, which is said when it is come to.
            return Ok(());
        };
        let parts: &[&str] = match found.shape {
            Shape::Parts(parts) => parts,
            Shape::Columns => return Ok(()),
            _ => &[],
        };
        if parts.contains(&name) {
            return Ok(());
        }
        Err(if parts.is_empty() {
            self.fault_at(
                id,
                name,
                format!("“{field}” has no parts, so no “{name}”"),
                format!("« {field} » n’a pas de parties, donc pas de « {name} »"),
            )
        } else {
            let parts = parts.join(", ");
            self.fault_at(
                id,
                name,
                format!("“{field}” has no part “{name}”; it has {parts}"),
                format!("« {field} » n’a pas de partie « {name} » ; il a {parts}"),
            )
        })
    }

    pub(super) fn unknown(&self, id: u64, name: &str) -> Fault {
        if let Some(Fault { message, .. }) = slips::spelled_out(name) {
            return self.fault_at(id, name, message.en, message.fr);
        }
        match nearest(name, FUNCTIONS.iter().map(|it| it.name)) {
            Some(meant) => self.fault_at(
                id,
                name,
                format!("there is no function “{name}”; perhaps “{meant}” is meant"),
                format!("il n’y a pas de fonction « {name} » ; « {meant} », peut-être"),
            ),
            None => self.fault_at(
                id,
                name,
                format!("there is no function “{name}”"),
                format!("il n’y a pas de fonction « {name} »"),
            ),
        }
    }

    pub(super) fn usage(&self, id: u64, name: &str) -> Fault {
        let known = FUNCTIONS.iter().find(|it| it.name == name);
        let usage = known.map_or(name, |it| it.usage);
        self.fault_at(
            id,
            name,
            format!("“{name}” is written like {usage}"),
            format!("« {name} » s’écrit comme {usage}"),
        )
    }
}

/// The name that was probably meant: one letter more, less, or other, or two swapped, and at least half of it right.
fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    known
        .map(|it| (distance(name, it), it))
        .filter(|(far, it)| *far <= 2 && *far * 2 <= it.len())
        .min()
        .map(|(_, it)| it)
}

/// How many letters differ.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.to_lowercase().chars().take(40).enumerate() {
        let mut left_above = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (left_above + usize::from(a != *b))
                .min(above + 1)
                .min(row[j] + 1);
            left_above = above;
        }
    }
    row[other.len()]
}
