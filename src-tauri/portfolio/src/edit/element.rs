//! Adding, changing and removing elements.

use super::{Draft, Spot, evidence, link, map, mention, refusal, set};
use crate::error::Result;
use crate::model::{
    Archived, Date, Element, ElementId, ElementKind, Link, LinkId, Record, RecordId,
};

/// Longest title; a title is a name, not a text.
const LONGEST_TITLE: usize = 300;

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn title_of(text: &str) -> Result<String> {
    let title = one_line(text);
    if title.is_empty() {
        return Err(refusal::no_title());
    }
    if title.chars().count() > LONGEST_TITLE {
        return Err(refusal::out_of_range(
            "a title has at most 300 characters",
            "un titre a 300 caractères au plus",
        ));
    }
    Ok(title)
}

pub(super) fn get<'a>(draft: &'a Draft<'_>, id: &ElementId) -> Result<&'a Element> {
    draft
        .portfolio()
        .element(id)
        .ok_or_else(|| refusal::not_found(id.as_str()))
}

pub(super) fn add(
    draft: &mut Draft<'_>,
    id: &ElementId,
    kind: ElementKind,
    title: &str,
    spot: Option<&Spot>,
) -> Result<()> {
    let element = Element::new(id.clone(), kind, title_of(title)?);
    insert(draft, &element)?;
    match spot {
        Some(spot) => map::put_at(draft, id, spot),
        None => map::put_everywhere(draft, std::slice::from_ref(id)),
    }
}

/// A whole element, without a place: an importer lays its elements out together.
pub(super) fn insert(draft: &mut Draft<'_>, element: &Element) -> Result<()> {
    if !element.id.is_well_formed() || draft.portfolio().element(&element.id).is_some() {
        return Err(refusal::bad_id(element.id.as_str()));
    }
    let title = title_of(&element.title)?;
    set::sound(element)?;
    draft.put(Record::Element(Element {
        title,
        ..element.clone()
    }));
    Ok(())
}

/// Takes elements out with everything that cannot stand without them, and clears what only mentions them.
pub(super) fn remove(draft: &mut Draft<'_>, ids: &[ElementId]) -> Result<()> {
    for id in ids {
        let element = get(draft, id)?.clone();
        let links: Vec<LinkId> = touching(draft, id).map(|it| it.id.clone()).collect();
        link::disconnect(draft, &links)?;
        let readings: Vec<_> = draft
            .portfolio()
            .readings_of(id)
            .map(|it| it.id.clone())
            .collect();
        evidence::remove_readings(draft, &readings)?;
        let portfolio = draft.portfolio();
        let mut gone: Vec<Record> = portfolio
            .placements_of(id)
            .cloned()
            .map(Record::Placement)
            .collect();
        let said = portfolio.notes().filter(|it| it.about.as_ref() == Some(id));
        gone.extend(said.cloned().map(Record::Note));
        gone.extend(portfolio.statuses_of(id).cloned().map(Record::StatusReport));
        gone.extend(waivers_of(draft, &id.into()));
        mention::replace(draft, id, None);
        for record in gone {
            draft.take(record);
        }
        draft.take(Record::Element(element));
    }
    Ok(())
}

/// Links that start or end at an element.
pub(super) fn touching<'a>(
    draft: &'a Draft<'_>,
    id: &'a ElementId,
) -> impl Iterator<Item = &'a Link> {
    let portfolio = draft.portfolio();
    portfolio
        .links_from(id)
        .chain(portfolio.links_to(id).filter(move |it| it.from != *id))
}

/// Findings accepted about a record that goes.
pub(super) fn waivers_of(draft: &Draft<'_>, subject: &RecordId) -> Vec<Record> {
    draft
        .portfolio()
        .waivers()
        .filter(|it| it.subject == *subject)
        .cloned()
        .map(Record::Waiver)
        .collect()
}

/// Puts elements away, with all they have.
pub(super) fn archive(
    draft: &mut Draft<'_>,
    ids: &[ElementId],
    on: Date,
    reason: &str,
) -> Result<()> {
    for id in ids {
        let mut element = get(draft, id)?.clone();
        element.archived = Some(Archived {
            on,
            reason: reason.trim().to_owned(),
        });
        draft.put(Record::Element(element));
    }
    Ok(())
}

pub(super) fn restore(draft: &mut Draft<'_>, ids: &[ElementId]) -> Result<()> {
    for id in ids {
        let mut element = get(draft, id)?.clone();
        element.archived = None;
        draft.put(Record::Element(element));
    }
    Ok(())
}
