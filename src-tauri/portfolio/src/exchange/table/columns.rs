//! What columns mean: judged by the words of the header and by the values below, then given out so that each role is used
//! once, best column first. Knows the dictionary; never changes a value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::dictionary as dict;
use super::grid::GridRow;
use super::header::TableColumn;
use super::mapping::{Mapping, Role};
use super::profile::Profile;
use super::text::{fold, header_words};

/// Least confidence at which a role is given.
const ENOUGH: u8 = 45;
/// How sure the words of a header make us of any role at all.
pub(super) fn header_strength(header: &str) -> u8 {
    if header.len() > 400 {
        return 0;
    }
    header_scores(header).values().copied().max().unwrap_or(0)
}

/// Scores of a name; of a name under a group (`Cost – Budget`) the last part counts nearly as much as the whole.
fn header_scores(header: &str) -> BTreeMap<Role, u8> {
    let mut scores = name_scores(header);
    if let Some((_, leaf)) = header.rsplit_once(" – ") {
        for (role, score) in name_scores(leaf) {
            let score = (f64::from(score) * 0.96) as u8;
            let entry = scores.entry(role).or_insert(0);
            *entry = (*entry).max(score);
        }
    }
    scores
}

fn name_scores(header: &str) -> BTreeMap<Role, u8> {
    let all = header_words(header);
    let mut kept: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|w| !is_decoration(w))
        .collect();
    if kept.is_empty() {
        kept = all.iter().map(String::as_str).collect();
    }
    let mut scores = BTreeMap::new();
    if kept.is_empty() {
        return scores;
    }
    let of_one_year = all.iter().any(|w| is_year(w));
    let joined = kept.join(" ");
    let commentary = kept.iter().any(|w| dict::COMMENTARY.contains(w));
    let mut at = 0;
    for word in &kept {
        let rest = joined.get(at..).unwrap_or_default();
        at += word.len() + 1;
        for (role, weight, phrase) in phrases().get(word).into_iter().flatten() {
            let exact = *phrase == joined;
            let within = !exact
                && phrase.len() > 2
                && !dict::ALONE.contains(phrase)
                && rest
                    .strip_prefix(phrase)
                    .is_some_and(|after| after.is_empty() || after.starts_with(' '));
            if !exact && (!within || commentary || vetoed(*role, &kept)) {
                continue;
            }
            let length = phrase.split(' ').count();
            let coverage = if exact {
                1.0
            } else {
                length as f64 / kept.len() as f64
            };
            let score = (f64::from(*weight) * (0.55 + 0.45 * coverage)).round() as u8;
            // What belongs to one year gives way to the whole.
            let score = score.saturating_sub(if of_one_year { 4 } else { 0 });
            let entry = scores.entry(*role).or_insert(0);
            *entry = (*entry).max(score);
        }
    }
    scores
}

fn is_decoration(word: &str) -> bool {
    dict::UNIT_WORDS.contains(&word) || is_year(word)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.chars().all(|c| c.is_ascii_digit())
}

/// A phrase of the dictionary with its role and weight.
type Phrase = (Role, u8, &'static str);

/// The dictionary's phrases by their first word, so that a header meets only those that could match.
fn phrases() -> &'static BTreeMap<&'static str, Vec<Phrase>> {
    static INDEX: OnceLock<BTreeMap<&'static str, Vec<Phrase>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index: BTreeMap<&'static str, Vec<Phrase>> = BTreeMap::new();
        for (role, weight, phrases) in dict::HEADERS {
            for phrase in *phrases {
                let first = phrase.split(' ').next().unwrap_or(phrase);
                index
                    .entry(first)
                    .or_default()
                    .push((*role, *weight, phrase));
            }
        }
        index
    })
}

fn vetoed(role: Role, kept: &[&str]) -> bool {
    dict::VETOES
        .iter()
        .any(|(r, words)| *r == role && kept.iter().any(|w| words.contains(w)))
}

/// How well the values fit a role, as a factor.
fn fit(role: Role, p: &Profile) -> f64 {
    if p.values == 0 {
        return 0.8;
    }
    let enough =
        |share: f64, least: f64, otherwise: f64| if share >= least { 1.0 } else { otherwise };
    match role {
        Role::Start | Role::End | Role::StatusDate | Role::DeliveredOn => enough(
            p.share(p.dates.max(p.serials)),
            0.5,
            if p.filled <= 3 { 0.6 } else { 0.25 },
        ),
        Role::Budget | Role::Spent => {
            if p.share(p.dates) > 0.5 || p.share(p.percents) > 0.5 {
                0.2
            } else {
                enough(p.share(p.numbers), 0.5, 0.25)
            }
        }
        Role::PercentComplete => enough(p.share(p.numbers), 0.6, 0.2),
        Role::Status | Role::StatusBusiness => {
            let rated = p.share(p.ratings);
            // One and the same letter in every row is a traffic light only under a name that leaves no doubt.
            if p.ratings_seen.len() == 1 && p.ratings_seen.iter().all(|r| r.len() == 1) {
                return 0.49;
            }
            if rated >= 0.6 {
                1.02
            } else if rated >= 0.25 {
                0.8
            } else {
                0.25
            }
        }
        Role::State => {
            let stated = p.share(p.states);
            if stated >= 0.5 {
                1.05
            } else if p.share(p.ratings) > 0.5 || !p.is_text() || p.mean_length() > 60.0 {
                0.2
            } else {
                enough(f64::from(u8::from(p.distinct <= 20)), 1.0, 0.4) * 0.8
            }
        }
        Role::Title => {
            if !p.is_text() {
                0.3
            } else {
                let unique = if p.unique() >= 0.85 {
                    1.0
                } else if p.unique() >= 0.5 {
                    0.9
                } else {
                    0.55
                };
                unique * if p.mean_length() > 140.0 { 0.5 } else { 1.0 }
            }
        }
        Role::Description => {
            if !p.is_text() || p.is_yes_no() {
                0.2
            } else if p.mean_length() >= 40.0 {
                1.0
            } else {
                enough(p.mean_length(), 15.0, 0.6) * 0.9
            }
        }
        Role::Owner | Role::PartOf => {
            if !p.is_text() || p.share(p.ratings) > 0.6 || p.mean_length() > 120.0 {
                0.3
            } else {
                1.0
            }
        }
        Role::ExternalKey => {
            if p.share(p.dates - p.spans) > 0.5 || p.mean_length() > 40.0 {
                0.2
            } else if p.unique() >= 0.9 {
                1.0
            } else {
                enough(p.unique(), 0.6, 0.4) * 0.85
            }
        }
        Role::Category => enough(p.share(p.categories), 0.5, 0.3),
        Role::Tags => {
            if p.is_text() && p.mean_length() < 60.0 && !p.is_yes_no() {
                1.0
            } else {
                0.4
            }
        }
        Role::ContributesTo => {
            if p.is_text() && p.mean_length() < 160.0 && p.share(p.ratings) < 0.6 {
                1.0
            } else {
                0.3
            }
        }
        Role::Why | Role::Reference => {
            if p.is_text() && !p.is_yes_no() {
                1.0
            } else {
                0.3
            }
        }
        Role::ExtraField | Role::Ignore => 1.0,
    }
}

/// Roles a column could have, best first.
fn candidates(header: &str, p: &Profile) -> Vec<(Role, u8)> {
    let mut scores: BTreeMap<Role, u8> = BTreeMap::new();
    for (role, score) in header_scores(header) {
        let score = (f64::from(score) * fit(role, p)).round().clamp(0.0, 99.0) as u8;
        scores.insert(role, score);
    }
    let scores_title = scores.get(&Role::Title).copied().unwrap_or(0);
    let mut raise = |role: Role, score: u8| {
        let entry = scores.entry(role).or_insert(0);
        *entry = (*entry).max(score);
    };
    // What the values alone suggest, where the header says little.
    if p.values >= 3 && p.share(p.colours) >= 0.9 && p.ratings_seen.len() >= 2 {
        raise(Role::Status, 62);
    }
    let commentary = header_words(header)
        .iter()
        .any(|w| dict::COMMENTARY.contains(&w.as_str()));
    if p.values >= 3 && p.share(p.states) >= 0.85 && !commentary && p.share(p.ratings) < 0.5 {
        raise(Role::State, 52);
    }
    if p.values >= 3
        && p.mean_length() >= 80.0
        && p.unique() > 0.5
        && !commentary
        && header_words(header).len() <= 4
        && scores_title < 60
    {
        raise(Role::Description, 47);
    }
    let mut list: Vec<(Role, u8)> = scores.into_iter().filter(|(_, s)| *s >= 20).collect();
    list.sort_by_key(|(role, score)| (std::cmp::Reverse(*score), *role));
    list
}

/// The role of one column, how sure it is, and what else it might be.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) role: Role,
    pub(super) confidence: u8,
    pub(super) alternatives: Vec<(Role, u8)>,
    /// Chosen by the user, not recognised.
    pub(super) given: bool,
}

/// Gives every column its role.
pub(super) fn assign(
    columns: &[TableColumn],
    profiles: &[Profile],
    rows: &[&GridRow],
    mapping: &Mapping,
) -> Vec<Choice> {
    let lists: Vec<Vec<(Role, u8)>> = columns
        .iter()
        .zip(profiles)
        .map(|(c, p)| candidates(&c.header, p))
        .collect();
    let mut roles: Vec<Option<(Role, u8, bool)>> = columns
        .iter()
        .map(|c| {
            mapping
                .roles
                .iter()
                .find(|(l, _)| l.eq_ignore_ascii_case(&c.letter()))
                .map(|(_, r)| (*r, 100, true))
        })
        .collect();
    let mut taken: BTreeSet<Role> = roles
        .iter()
        .flatten()
        .map(|(r, ..)| *r)
        .filter(|r| !r.repeats())
        .collect();
    let mut offers: Vec<(u8, usize, Role)> = lists
        .iter()
        .enumerate()
        .flat_map(|(at, list)| {
            list.iter()
                .filter(|(_, s)| *s >= ENOUGH)
                .map(move |(r, s)| (*s, at, *r))
        })
        .collect();
    offers.sort_by_key(|(score, at, role)| (std::cmp::Reverse(*score), *at, *role));
    for (score, at, role) in offers {
        if let Some(slot) = roles.get_mut(at).filter(|s| s.is_none())
            && (role.repeats() || taken.insert(role))
        {
            *slot = Some((role, score, false));
        }
    }
    if !taken.contains(&Role::Title)
        && let Some((at, score)) = likely_title(profiles, &roles)
        && let Some(slot) = roles.get_mut(at)
    {
        *slot = Some((Role::Title, score, false));
    }
    join_twins(columns, rows, &mut roles);
    roles
        .into_iter()
        .zip(lists)
        .map(|(role, list)| {
            let (role, confidence, given) = role.unwrap_or((Role::ExtraField, 100, false));
            let alternatives = list
                .into_iter()
                .filter(|(r, _)| *r != role)
                .take(4)
                .collect();
            Choice {
                role,
                confidence,
                alternatives,
                given,
            }
        })
        .collect()
}

/// The column that looks most like titles when no header says so.
fn likely_title(profiles: &[Profile], roles: &[Option<(Role, u8, bool)>]) -> Option<(usize, u8)> {
    let mut best: Option<(usize, f64)> = None;
    for (at, p) in profiles.iter().enumerate() {
        let given = roles
            .get(at)
            .copied()
            .flatten()
            .is_some_and(|(role, score, given)| {
                given
                    || (score >= 60
                        && !matches!(
                            role,
                            Role::ExternalKey | Role::Description | Role::Owner | Role::PartOf
                        ))
            });
        if given
            || p.values < 2
            || !p.is_text()
            || p.is_yes_no()
            || p.unique() < if p.share(p.spaced) < 0.2 { 0.9 } else { 0.5 }
        {
            continue;
        }
        let length = p.mean_length();
        let size = if (8.0..=90.0).contains(&length) {
            1.0
        } else if length < 8.0 {
            0.5
        } else {
            0.2
        };
        let busy = if roles.get(at).copied().flatten().is_some() {
            0.6
        } else {
            1.0
        };
        let score =
            busy * (p.unique() * 30.0 + size * 20.0 + p.share(p.spaced) * 12.0) - at as f64 * 0.3;
        if best.is_none_or(|(_, b)| score > b) {
            best = Some((at, score));
        }
    }
    best.filter(|(_, s)| *s > 20.0)
        .map(|(at, s)| (at, s.clamp(20.0, 58.0) as u8))
}

/// Columns of one name that never disagree are one column in two places.
fn join_twins(columns: &[TableColumn], rows: &[&GridRow], roles: &mut [Option<(Role, u8, bool)>]) {
    for at in 0..columns.len() {
        if roles.get(at).copied().flatten().is_some() {
            continue;
        }
        let Some(column) = columns.get(at) else {
            continue;
        };
        let name = fold(&column.header);
        let twin = columns.iter().enumerate().find_map(|(other, c)| {
            let (role, score, _) = roles.get(other).copied().flatten()?;
            let same =
                other != at && !role.repeats() && !name.is_empty() && fold(&c.header) == name;
            (same && agree(column, c, rows)).then_some((role, score.saturating_sub(5)))
        });
        if let (Some((role, score)), Some(slot)) = (twin, roles.get_mut(at)) {
            *slot = Some((role, score, false));
        }
    }
}

fn agree(a: &TableColumn, b: &TableColumn, rows: &[&GridRow]) -> bool {
    let (mut differ, mut filled) = (0_u32, 0_u32);
    for row in rows {
        match (a.cell(row), b.cell(row)) {
            (Some((_, x)), Some((_, y))) => {
                filled += 1;
                differ += u32::from(x != y);
            }
            (None, None) => {}
            _ => filled += 1,
        }
    }
    differ * 20 <= filled
}
