//! Drawing, changing and removing links.

use super::{Draft, LinkPatch, element, refusal};
use crate::error::Result;
use crate::model::{
    Contribution, Element, ElementId, ElementKind, Expectation, Link, LinkDetail, LinkId, LinkKind,
    LinkState, Record, RecordId,
};

pub(super) fn connect(
    draft: &mut Draft<'_>,
    id: &LinkId,
    from: &ElementId,
    to: &ElementId,
    kind: LinkKind,
) -> Result<()> {
    let detail = match kind {
        LinkKind::Contribution => LinkDetail::Contribution(Contribution {
            state: LinkState::Accepted,
            ..Contribution::default()
        }),
        LinkKind::Because => LinkDetail::Because,
        LinkKind::PartOf => LinkDetail::PartOf,
        LinkKind::Measures => LinkDetail::Measures,
        LinkKind::DependsOn => LinkDetail::DependsOn { needed_by: None },
        LinkKind::RestsOn => LinkDetail::RestsOn,
        LinkKind::ConflictsWith => LinkDetail::ConflictsWith { guard_rail: None },
        LinkKind::Cites => LinkDetail::Cites,
    };
    insert(
        draft,
        &Link {
            id: id.clone(),
            from: from.clone(),
            to: to.clone(),
            detail,
        },
    )
}

pub(super) fn insert(draft: &mut Draft<'_>, link: &Link) -> Result<()> {
    if !link.id.is_well_formed() || draft.portfolio().link(&link.id).is_some() {
        return Err(refusal::bad_id(link.id.as_str()));
    }
    let from = element::get(draft, &link.from)?;
    let to = element::get(draft, &link.to)?;
    let kind = link.kind();
    if from.id == to.id || !allowed(kind, from, to) || closes_a_tree(draft, kind, from, to) {
        return Err(refusal::link_not_allowed(kind, from, to));
    }
    if draft
        .portfolio()
        .links_from(&link.from)
        .any(|it| it.to == link.to && it.kind() == kind)
    {
        return Err(refusal::already_linked(from, to));
    }
    match &link.detail {
        LinkDetail::Contribution(it) => {
            assumed(draft, &it.assumptions)?;
            expected(draft, it.expects.as_ref())?;
            share(it.share)?;
        }
        LinkDetail::ConflictsWith {
            guard_rail: Some(rail),
        } => of_kind(draft, rail, ElementKind::Indicator)?,
        _ => {}
    }
    draft.put(Record::Link(link.clone()));
    Ok(())
}

/// Whether a link could stand between its ends.
pub(super) fn fits(draft: &Draft<'_>, link: &Link) -> Result<bool> {
    let from = element::get(draft, &link.from)?;
    let to = element::get(draft, &link.to)?;
    let kind = link.kind();
    Ok(from.id != to.id && allowed(kind, from, to) && !closes_a_tree(draft, kind, from, to))
}

/// Which kinds a link may join. Cycles of contributions cannot arise, because each goes up the line.
#[must_use]
pub(super) fn allowed(kind: LinkKind, from: &Element, to: &Element) -> bool {
    use ElementKind as K;
    let (from, to) = (from.kind(), to.kind());
    match kind {
        LinkKind::Contribution => match (from.step(), to.step()) {
            (Some(low), Some(high)) => low > high,
            _ => false,
        },
        LinkKind::Because => matches!(to, K::Driver | K::Priority | K::Objective),
        LinkKind::PartOf => from == to,
        LinkKind::Measures => {
            from == K::Indicator
                && matches!(
                    to,
                    K::Objective | K::Outcome | K::Change | K::Capability | K::Initiative
                )
        }
        LinkKind::DependsOn => {
            from == K::Initiative && matches!(to, K::Initiative | K::System | K::Capability)
        }
        LinkKind::RestsOn => to == K::Assumption,
        LinkKind::ConflictsWith => from == K::Objective && to == K::Objective,
        LinkKind::Cites => from == K::Decision,
    }
}

/// Whether a new `part_of` link would make an element a part of itself.
fn closes_a_tree(draft: &Draft<'_>, kind: LinkKind, from: &Element, to: &Element) -> bool {
    if kind != LinkKind::PartOf {
        return false;
    }
    let portfolio = draft.portfolio();
    let mut above = vec![to.id.clone()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(id) = above.pop() {
        if id == from.id {
            return true;
        }
        if seen.insert(id.clone()) {
            above.extend(
                portfolio
                    .links_from(&id)
                    .filter(|it| it.kind() == LinkKind::PartOf)
                    .map(|it| it.to.clone()),
            );
        }
    }
    false
}

pub(super) fn set(draft: &mut Draft<'_>, id: &LinkId, patch: &LinkPatch) -> Result<()> {
    let mut link = draft
        .portfolio()
        .link(id)
        .cloned()
        .ok_or_else(|| refusal::not_found(id.as_str()))?;
    match (patch.clone(), &mut link.detail) {
        (LinkPatch::NeededBy(date), LinkDetail::DependsOn { needed_by }) => *needed_by = date,
        (LinkPatch::GuardRail(rail), LinkDetail::ConflictsWith { guard_rail }) => {
            if let Some(rail) = &rail {
                of_kind(draft, rail, ElementKind::Indicator)?;
            }
            *guard_rail = rail;
        }
        (patch, LinkDetail::Contribution(it)) => {
            match &patch {
                LinkPatch::Assumptions(ids) => assumed(draft, ids)?,
                LinkPatch::Expects(expects) => expected(draft, expects.as_ref())?,
                _ => {}
            }
            if !contribute(it, patch)? {
                return Err(refusal::wrong_field(element::get(draft, &link.from)?));
            }
        }
        _ => return Err(refusal::wrong_field(element::get(draft, &link.from)?)),
    }
    draft.put(Record::Link(link));
    Ok(())
}

fn of_kind(draft: &Draft<'_>, id: &ElementId, kind: ElementKind) -> Result<()> {
    let found = element::get(draft, id)?;
    if found.kind() == kind {
        Ok(())
    } else {
        Err(refusal::wrong_field(found))
    }
}

fn assumed(draft: &Draft<'_>, ids: &[ElementId]) -> Result<()> {
    ids.iter()
        .try_for_each(|id| of_kind(draft, id, ElementKind::Assumption))
}

fn share(share: Option<f64>) -> Result<Option<f64>> {
    if share.is_some_and(|it| !(0.0..=1.0).contains(&it)) {
        return Err(refusal::out_of_range(
            "a share of the effort is between 0 and 100 %",
            "une part de l’effort est comprise entre 0 et 100 %",
        ));
    }
    Ok(share)
}

/// Whether what is expected is a movement of an indicator, with its ends around it.
fn expected(draft: &Draft<'_>, expects: Option<&Expectation>) -> Result<()> {
    let Some(expects) = expects else {
        return Ok(());
    };
    if let Some(id) = &expects.indicator {
        of_kind(draft, id, ElementKind::Indicator)?;
    }
    if expects.is_in_order() {
        Ok(())
    } else {
        Err(refusal::out_of_range(
            "the likely movement lies between the low and the high one, all three finite",
            "le mouvement probable se situe entre le bas et le haut, tous trois finis",
        ))
    }
}

/// Whether it is a field of a contribution, which then has its new value.
fn contribute(it: &mut Contribution, patch: LinkPatch) -> Result<bool> {
    match patch {
        LinkPatch::Mechanism(text) => it.mechanism = text,
        LinkPatch::Strength(strength) => it.strength = strength,
        LinkPatch::Confidence(confidence) => it.confidence = confidence,
        LinkPatch::Sign(sign) => it.sign = sign,
        LinkPatch::State(state) => it.state = state,
        LinkPatch::LagDays(days) => it.lag_days = days,
        LinkPatch::Share(of) => it.share = share(of)?,
        LinkPatch::Expects(expects) => it.expects = expects,
        LinkPatch::ProposedBy(name) => it.proposed_by = name,
        LinkPatch::ProposedOn(date) => it.proposed_on = date,
        LinkPatch::AcceptedBy(name) => it.accepted_by = name,
        LinkPatch::ValidFrom(date) => it.valid_from = date,
        LinkPatch::ValidUntil(date) => it.valid_until = date,
        LinkPatch::Evidence(text) => it.evidence = text,
        LinkPatch::Assumptions(ids) => it.assumptions = ids,
        LinkPatch::NeededBy(_) | LinkPatch::GuardRail(_) => return Ok(false),
    }
    Ok(true)
}

pub(super) fn disconnect(draft: &mut Draft<'_>, ids: &[LinkId]) -> Result<()> {
    for id in ids {
        let link = draft
            .portfolio()
            .link(id)
            .cloned()
            .ok_or_else(|| refusal::not_found(id.as_str()))?;
        for waiver in element::waivers_of(draft, &RecordId::from(id)) {
            draft.take(waiver);
        }
        draft.take(Record::Link(link));
    }
    Ok(())
}
