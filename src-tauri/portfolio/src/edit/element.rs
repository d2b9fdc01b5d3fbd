//! Adding, changing and removing elements.

use super::{Draft, Patch, Spot, map, refusal};
use crate::error::Result;
use crate::model::{Detail, Element, ElementId, ElementKind, Maybe, Record, Settings};

/// Longest title; a title is a name, not a text.
const LONGEST_TITLE: usize = 300;

fn title_of(text: &str) -> Result<String> {
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
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
    draft.put(Record::Element(Element {
        title,
        ..element.clone()
    }));
    Ok(())
}

fn check(good: bool, en: &str, fr: &str) -> Result<()> {
    if good {
        Ok(())
    } else {
        Err(refusal::out_of_range(en, fr))
    }
}

pub(super) fn set(draft: &mut Draft<'_>, id: &ElementId, patch: &Patch) -> Result<()> {
    let mut element = get(draft, id)?.clone();
    if let Patch::Why(why) = patch
        && let Some(proof) = &why.proof
    {
        get(draft, proof)?;
    }
    match (patch.clone(), &mut element.detail) {
        (Patch::Title(text), _) => element.title = title_of(&text)?,
        (Patch::Description(text), _) => element.description = text,
        (Patch::Owner(owner), _) => element.owner = owner,
        (Patch::Tags(tags), _) => element.tags = tags,
        (Patch::Why(why), _) => element.why = *why,
        (Patch::Rank(rank), Detail::Priority(it)) => it.rank = rank,
        (Patch::Horizon(date), Detail::Priority(it)) => it.horizon = date,
        (Patch::Horizon(date), Detail::Objective(it)) => it.horizon = date,
        (Patch::Weight(weight), Detail::Objective(it)) => {
            check(
                weight.is_none_or(|w| (0.0..=100.0).contains(&w)),
                "a weight is between 0 and 100 points",
                "un poids est compris entre 0 et 100 points",
            )?;
            it.weight = weight;
        }
        (Patch::Beneficiary(text), Detail::Outcome(it)) => it.beneficiary = text,
        (Patch::Reference(text), Detail::Driver(it)) => {
            it.reference = text
                .as_ref()
                .and_then(Maybe::known)
                .cloned()
                .unwrap_or_default();
        }
        (Patch::Reference(text), Detail::Initiative(it)) => it.reference = text,
        (Patch::Form(form), Detail::Initiative(it)) => it.form = form,
        (Patch::State(state), Detail::Initiative(it)) => it.state = state,
        (Patch::Start(date), Detail::Initiative(it)) => it.start = date,
        (Patch::End(date), Detail::Initiative(it)) => it.end = date,
        (Patch::DeliveredOn(date), Detail::Initiative(it)) => it.delivered_on = date,
        (Patch::Budget(money), Detail::Initiative(it)) => it.budget = money,
        (Patch::Spent(money), Detail::Initiative(it)) => it.spent = money,
        (Patch::PercentComplete(percent), Detail::Initiative(it)) => {
            check(
                percent
                    .as_ref()
                    .and_then(Maybe::known)
                    .is_none_or(|p| (0.0..=100.0).contains(p)),
                "percent complete is between 0 and 100",
                "l’avancement est compris entre 0 et 100 %",
            )?;
            it.percent_complete = percent;
        }
        (Patch::Category(category), Detail::Initiative(it)) => it.category = category,
        (Patch::IndicatorKind(kind), Detail::Indicator(it)) => it.indicator_kind = kind,
        (Patch::Unit(text), Detail::Indicator(it)) => it.unit = text,
        (Patch::Direction(direction), Detail::Indicator(it)) => it.direction = direction,
        (Patch::Definition(text), Detail::Indicator(it)) => it.definition = text,
        (Patch::Baseline(value), Detail::Indicator(it)) => it.baseline = finite(value)?,
        (Patch::Target(value), Detail::Indicator(it)) => it.target = finite(value)?,
        _ => return Err(refusal::wrong_field(&element)),
    }
    draft.put(Record::Element(element));
    Ok(())
}

fn finite(value: Option<f64>) -> Result<Option<f64>> {
    check(
        value.is_none_or(f64::is_finite),
        "a number must be finite",
        "un nombre doit être fini",
    )?;
    Ok(value)
}

/// Takes elements out with everything that cannot stand without them, and clears what only mentions them.
pub(super) fn remove(draft: &mut Draft<'_>, ids: &[ElementId]) -> Result<()> {
    for id in ids {
        let element = get(draft, id)?.clone();
        let portfolio = draft.portfolio();
        let mut gone: Vec<Record> = portfolio
            .placements_of(id)
            .cloned()
            .map(Record::Placement)
            .collect();
        gone.extend(portfolio.readings_of(id).cloned().map(Record::Reading));
        gone.extend(portfolio.statuses_of(id).cloned().map(Record::StatusReport));
        gone.extend(portfolio.links_from(id).cloned().map(Record::Link));
        gone.extend(
            portfolio
                .links_to(id)
                .filter(|link| link.from != *id)
                .cloned()
                .map(Record::Link),
        );
        let proofs: Vec<Element> = portfolio
            .elements()
            .filter(|it| it.why.proof.as_ref() == Some(id))
            .cloned()
            .collect();
        let rails: Vec<_> = portfolio
            .links()
            .filter(|link| {
                matches!(&link.detail, crate::model::LinkDetail::ConflictsWith { guard_rail: Some(rail) } if rail == id)
            })
            .cloned()
            .collect();
        for mut link in rails {
            link.detail = crate::model::LinkDetail::ConflictsWith { guard_rail: None };
            if link.from != *id && link.to != *id {
                draft.put(Record::Link(link));
            }
        }
        for mut other in proofs {
            if other.id != *id {
                other.why.proof = None;
                draft.put(Record::Element(other));
            }
        }
        for record in gone {
            draft.take(record);
        }
        draft.take(Record::Element(element));
    }
    Ok(())
}

pub(super) fn set_title(draft: &mut Draft<'_>, title: &str) -> Result<()> {
    let settings = Settings {
        title: title_of(title)?,
    };
    draft.put(Record::Settings(settings));
    Ok(())
}
