//! Who speaks of something, and whether it is one place: one source, or one team behind several.

use crate::model::{Date, Known};
use crate::rules::Context;
use crate::rules::context::Origin;
use crate::rules::words::quoted;
use std::collections::BTreeMap;

/// How many values an origin gave, and the last period.
pub(super) type Voices = BTreeMap<Origin, (usize, Date)>;

/// The one source or the one team from which all voices come that name any.
pub(super) fn only_place(ctx: &Context<'_>, voices: &Voices) -> Option<String> {
    let mut named = voices.keys().filter(|it| **it != Origin::Nobody);
    let (first, second) = (named.next()?, named.next());
    if let (Origin::Source(id), None) = (first, second) {
        return Some(quoted(ctx.source_title(Some(id)), ctx.lang));
    }
    let place = team(ctx, first)?;
    let same = |it| team(ctx, it).is_some_and(|it| it.to_lowercase() == place.to_lowercase());
    second.into_iter().chain(named).all(same).then_some(place)
}

/// The unit of the person behind a voice, else the person.
fn team(ctx: &Context<'_>, origin: &Origin) -> Option<String> {
    let name = match origin {
        Origin::Source(id) => ctx.source(id)?.owner.value()?.trim(),
        Origin::Person(name) => name.as_str(),
        Origin::Nobody => return None,
    };
    let unit = ctx
        .person(name)
        .and_then(|(_, it)| it.person()?.unit.value());
    let team = unit.map_or(name, |it| it.trim());
    (!team.is_empty()).then(|| team.to_owned())
}
