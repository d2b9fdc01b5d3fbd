//! Titles, owners and keys that may name the same thing. Only ever pointed out, never merged.

use std::collections::BTreeMap;

use super::mapping::Role;
use super::problem::{Problem, ProblemCode};
use super::recognise::Table;
use super::rows::Rows;
use super::text::fold;
use crate::model::Maybe;

/// Rows among which near likeness is looked for; equality is looked for in all.
const NEAR: usize = 2_000;

/// Adds the pairs and problems to `rows`.
pub(super) fn look(rows: &mut Rows, table: &Table) {
    titles(rows, table);
    owners(rows, table);
    keys(rows, table);
}

fn place(table: &Table, role: Role) -> Option<(u16, String)> {
    let (_, column) = table.role(role)?;
    Some((column.at.first().copied()?, column.header.clone()))
}

fn titles(rows: &mut Rows, table: &Table) {
    let folded: Vec<String> = rows.rows.iter().map(|r| fold(&r.title)).collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (at, title) in folded.iter().enumerate() {
        if let Some(before) = first.get(title.as_str()) {
            pairs.push((*before, at));
        } else {
            first.insert(title, at);
        }
    }
    pairs.extend(near_pairs(&folded));
    for (a, b) in pairs {
        let (Some(one), Some(two)) = (rows.rows.get(a), rows.rows.get(b)) else {
            continue;
        };
        let (number, title, other) = (two.number, two.title.clone(), one.title.clone());
        rows.maybe_same.push((one.number, number));
        let problem = Problem::new(ProblemCode::SameTitle);
        let problem = match place(table, Role::Title) {
            Some((column, name)) => problem.at(number, column, &name),
            None => problem.row(number),
        };
        rows.problems
            .push(problem.value(&title).suggest(Some(other)));
    }
}

/// Pairs of titles that are the same but for one letter. Titles are compared only when all their other words agree.
fn near_pairs(folded: &[String]) -> Vec<(usize, usize)> {
    let words: Vec<Vec<&str>> = folded
        .iter()
        .take(NEAR)
        .map(|t| t.split(' ').collect())
        .collect();
    let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (at, title) in words.iter().enumerate() {
        for left_out in 0..title.len().min(24) {
            let rest: Vec<&str> = title
                .iter()
                .enumerate()
                .filter(|(n, _)| *n != left_out)
                .map(|(_, w)| *w)
                .collect();
            groups
                .entry((left_out, rest.join(" ")))
                .or_default()
                .push(at);
        }
    }
    let mut pairs = Vec::new();
    for group in groups.values().filter(|g| g.len() <= 50) {
        for (n, a) in group.iter().enumerate() {
            for b in group.iter().skip(n + 1) {
                if let (Some(x), Some(y)) = (words.get(*a), words.get(*b))
                    && near(x, y)
                {
                    pairs.push((*a, *b));
                }
            }
        }
    }
    pairs
}

fn owners(rows: &mut Rows, table: &Table) {
    let Some((column, name)) = place(table, Role::Owner) else {
        return;
    };
    let mut forms: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    for row in &rows.rows {
        let Some(Maybe::Known(owner)) = &row.owner else {
            continue;
        };
        if forms.len() >= NEAR || forms.iter().any(|(raw, _)| raw == owner) {
            continue;
        }
        let folded = fold(owner);
        let words: Vec<&str> = folded.split(' ').collect();
        let like = forms
            .iter()
            .find(|(_, f)| *f == folded || near(&f.split(' ').collect::<Vec<_>>(), &words));
        if let Some((before, _)) = like {
            let problem =
                Problem::new(ProblemCode::OwnerSpelledTwice).at(row.number, column, &name);
            found.push(problem.value(owner).suggest(Some(before.clone())));
        }
        forms.push((owner.clone(), folded));
    }
    rows.problems.extend(found);
}

fn keys(rows: &mut Rows, table: &Table) {
    let Some((column, name)) = place(table, Role::ExternalKey) else {
        return;
    };
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for row in &rows.rows {
        let Some(key) = &row.external_key else {
            continue;
        };
        if seen.insert(key, row.number).is_some() {
            found.push(
                Problem::new(ProblemCode::DuplicateKey)
                    .at(row.number, column, &name)
                    .value(key),
            );
        }
    }
    rows.problems.extend(found);
}

/// The same words except for one letter in one long word; digits tell apart (phase 1, phase 2).
fn near(a: &[&str], b: &[&str]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut differing = a.iter().zip(b).filter(|(x, y)| x != y);
    match (differing.next(), differing.next()) {
        (Some((x, y)), None) => {
            let long = x.chars().count() >= 5 && y.chars().count() >= 5;
            let digits = x.chars().chain(y.chars()).any(|c| c.is_ascii_digit());
            long && !digits && one_edit(x, y)
        }
        _ => false,
    }
}

fn one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let rest = |v: &[char], from: usize| v.get(from..).map(<[char]>::to_vec).unwrap_or_default();
    match long.len() - short.len() {
        0 => rest(&short, same + 1) == rest(&long, same + 1),
        1 => rest(&short, same) == rest(&long, same + 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {

    #[test]
    fn one_letter_in_a_long_word_is_near_and_a_phase_number_is_not() {
        let near = |a: &str, b: &str| {
            super::near(
                &a.split(' ').collect::<Vec<_>>(),
                &b.split(' ').collect::<Vec<_>>(),
            )
        };
        assert!(near("j lindqvist", "j lindquist"));
        assert!(near("data lake programme", "data lake programmes"));
        assert!(!near("data lake phase 1", "data lake phase 2"));
        assert!(!near("north depot", "south depot"));
    }
}
