//! Two elements that are one: links, readings, reports and everything that mentions the other move along.
//!
//! The element that stays keeps what it says; what it leaves open is filled from the others. Of two links that
//! would say the same, the one that counts more stays.

use super::{Draft, element, link, mention, person, refusal};
use crate::error::Result;
use crate::model::{
    CanvasId, Detail, Element, ElementId, ElementKind, Link, LinkDetail, LinkState, PlacementId,
    Record, RecordId,
};
use serde_json::Value;

pub(super) fn merge(draft: &mut Draft<'_>, into: &ElementId, from: &[ElementId]) -> Result<()> {
    for other in from.iter().filter(|it| *it != into) {
        let stays = element::get(draft, into)?.clone();
        let goes = element::get(draft, other)?.clone();
        if stays.kind() != goes.kind() {
            return Err(refusal::not_alike(&stays, &goes));
        }
        draft.put(Record::Element(filled(stays.clone(), &goes)));
        move_links(draft, into, other)?;
        move_evidence(draft, into, other);
        move_places(draft, into, other);
        mention::replace(draft, other, Some(into));
        if stays.kind() == ElementKind::Person {
            person::rename(draft, &goes.title, &stays.title);
        }
        element::remove(draft, std::slice::from_ref(other))?;
    }
    Ok(())
}

/// The one that stays, with what it leaves open taken from the other.
fn filled(mut stays: Element, goes: &Element) -> Element {
    if stays.description.trim().is_empty() {
        stays.description.clone_from(&goes.description);
    }
    if stays.owner.is_none() {
        stays.owner.clone_from(&goes.owner);
    }
    if stays.why.is_empty() {
        stays.why.clone_from(&goes.why);
    }
    for tag in &goes.tags {
        if !stays.tags.contains(tag) {
            stays.tags.push(tag.clone());
        }
    }
    for key in &goes.external_keys {
        if !stays.external_keys.contains(key) {
            stays.external_keys.push(key.clone());
        }
    }
    for (header, text) in &goes.extra {
        stays
            .extra
            .entry(header.clone())
            .or_insert_with(|| text.clone());
    }
    if let (Detail::Term(term), Detail::Term(other)) = (&mut stays.detail, &goes.detail) {
        for word in std::iter::once(&goes.title).chain(&other.synonyms) {
            if *word != stays.title && !term.synonyms.contains(word) {
                term.synonyms.push(word.clone());
            }
        }
    }
    stays.detail = fuller(&stays.detail, &goes.detail);
    stays
}

/// Field by field over the written form, because every kind has fields of its own and all say "open" alike.
fn fuller(stays: &Detail, goes: &Detail) -> Detail {
    let (Ok(Value::Object(mut one)), Ok(Value::Object(other))) =
        (serde_json::to_value(stays), serde_json::to_value(goes))
    else {
        return stays.clone();
    };
    for (field, value) in other {
        let open = match one.get(&field) {
            None | Some(Value::Null) => true,
            Some(Value::Array(items)) => items.is_empty(),
            Some(_) => false,
        };
        if open {
            one.insert(field, value);
        }
    }
    serde_json::from_value(Value::Object(one)).unwrap_or_else(|_| stays.clone())
}

/// How much a link says: accepted before disputed before proposed before retired, then by what it carries.
fn standing(link: &Link) -> (u8, bool, bool, bool) {
    match &link.detail {
        LinkDetail::Contribution(it) => {
            let state = match it.state {
                LinkState::Accepted => 3,
                LinkState::Disputed => 2,
                LinkState::Proposed => 1,
                LinkState::Retired => 0,
            };
            (
                state,
                !it.mechanism.is_empty(),
                it.strength.is_some(),
                it.expects.is_some(),
            )
        }
        _ => (0, false, false, false),
    }
}

fn move_links(draft: &mut Draft<'_>, into: &ElementId, other: &ElementId) -> Result<()> {
    let moving: Vec<Link> = element::touching(draft, other).cloned().collect();
    for old in moving {
        let mut moved = old.clone();
        if moved.from == *other {
            moved.from = into.clone();
        }
        if moved.to == *other {
            moved.to = into.clone();
        }
        let same = draft
            .portfolio()
            .links_from(&moved.from)
            .find(|it| it.id != old.id && it.to == moved.to && it.kind() == moved.kind())
            .cloned();
        let fits = link::fits(draft, &moved)?;
        match same {
            _ if !fits => link::disconnect(draft, &[old.id])?,
            Some(there) if standing(&there) >= standing(&moved) => {
                link::disconnect(draft, &[old.id])?;
            }
            Some(there) => {
                link::disconnect(draft, &[there.id])?;
                draft.put(Record::Link(moved));
            }
            None => draft.put(Record::Link(moved)),
        }
    }
    Ok(())
}

fn move_evidence(draft: &mut Draft<'_>, into: &ElementId, other: &ElementId) {
    let portfolio = draft.portfolio();
    let mut moved: Vec<Record> = Vec::new();
    moved.extend(portfolio.readings_of(other).cloned().map(|mut it| {
        it.indicator = into.clone();
        Record::Reading(it)
    }));
    moved.extend(portfolio.statuses_of(other).cloned().map(|mut it| {
        it.element = into.clone();
        Record::StatusReport(it)
    }));
    let subject = RecordId::from(other);
    moved.extend(
        portfolio
            .waivers()
            .filter(|it| it.subject == subject)
            .cloned()
            .map(|mut it| {
                it.subject = into.into();
                Record::Waiver(it)
            }),
    );
    let said = portfolio
        .notes()
        .filter(|it| it.about.as_ref() == Some(other));
    moved.extend(said.cloned().map(|mut it| {
        it.about = Some(into.clone());
        Record::Note(it)
    }));
    for record in moved {
        draft.put(record);
    }
}

/// The card of the one that goes is left to the one that stays where that has none.
fn move_places(draft: &mut Draft<'_>, into: &ElementId, other: &ElementId) {
    let portfolio = draft.portfolio();
    let has = |canvas: &CanvasId| portfolio.placements_of(into).any(|it| it.canvas == *canvas);
    let moved: Vec<Record> = portfolio
        .placements_of(other)
        .filter(|it| !has(&it.canvas))
        .cloned()
        .map(|mut it| {
            it.id = PlacementId::new(format!("{}.{into}", it.canvas));
            it.element = into.clone();
            Record::Placement(it)
        })
        .collect();
    for record in moved {
        draft.put(record);
    }
}
