//! Setting one field of an element: which kinds have it, and what it may hold.

use super::{Draft, Patch, element, map, person, refusal};
use crate::error::Result;
use crate::model::{
    Detail, Element, ElementId, ElementKind, Field, Known, Money, ReadingId, Record,
};

pub(super) fn set(draft: &mut Draft<'_>, id: &ElementId, patch: &Patch) -> Result<()> {
    let mut element = element::get(draft, id)?.clone();
    check(draft, patch)?;
    let earlier = element.title.clone();
    put(&mut element, patch.clone())?;
    let renamed = element.kind() == ElementKind::Person && element.title != earlier;
    let now = element.title.clone();
    draft.put(Record::Element(element));
    if renamed {
        person::rename(draft, &earlier, &now);
    }
    if matches!(patch, Patch::Perspective(_)) {
        map::change_band(draft, id);
    }
    Ok(())
}

/// What a value may be: what it names is there, and what can be counted is inside of its bounds.
fn check(draft: &Draft<'_>, patch: &Patch) -> Result<()> {
    match patch {
        Patch::Why(why) => match &why.proof {
            Some(proof) => element::get(draft, proof).map(drop),
            None => Ok(()),
        },
        Patch::Premises(ids) => ids.iter().try_for_each(|id| reading(draft, id)),
        patch => within(patch),
    }
}

/// Whether a whole element is inside of the bounds to which its fields are held one by one.
pub(super) fn sound(element: &Element) -> Result<()> {
    let patches = match &element.detail {
        Detail::Objective(of) => vec![Patch::Weight(of.weight.clone())],
        Detail::Outcome(of) => vec![Patch::ExpectedValue(of.expected_value.clone())],
        Detail::Capability(of) => vec![
            Patch::Importance(of.importance.clone()),
            Patch::MaturityNow(of.maturity_now.clone()),
            Patch::MaturityTarget(of.maturity_target.clone()),
        ],
        Detail::Initiative(of) => vec![
            Patch::Budget(of.budget.clone()),
            Patch::Spent(of.spent.clone()),
            Patch::PercentComplete(of.percent_complete.clone()),
        ],
        Detail::System(of) => vec![Patch::Cost(of.cost.clone())],
        Detail::Team(of) => vec![Patch::Capacity(of.capacity.clone())],
        Detail::Indicator(of) => vec![
            Patch::EveryDays(of.every_days.clone()),
            Patch::Baseline(of.baseline.clone()),
            Patch::Target(of.target.clone()),
            Patch::Tolerance(of.tolerance.clone()),
        ],
        _ => Vec::new(),
    };
    patches.iter().try_for_each(within)
}

fn within(patch: &Patch) -> Result<()> {
    match patch {
        Patch::Weight(it) => hundred(it, WEIGHT),
        Patch::PercentComplete(it) => hundred(it, PERCENT),
        Patch::ExpectedValue(it) | Patch::Budget(it) | Patch::Spent(it) | Patch::Cost(it) => {
            money(it)
        }
        Patch::Importance(it) | Patch::MaturityNow(it) | Patch::MaturityTarget(it) => five(it),
        Patch::Capacity(it) | Patch::Tolerance(it) => not_negative(it),
        Patch::EveryDays(it) => period(it),
        Patch::Baseline(it) | Patch::Target(it) => finite(it),
        _ => Ok(()),
    }
}

fn reading(draft: &Draft<'_>, id: &ReadingId) -> Result<()> {
    match draft.portfolio().reading(id) {
        Some(_) => Ok(()),
        None => Err(refusal::not_found(id.as_str())),
    }
}

fn put(element: &mut Element, patch: Patch) -> Result<()> {
    match (patch, &mut element.detail) {
        (Patch::Title(text), _) => element.title = element::title_of(&text)?,
        (Patch::Description(text), _) => element.description = text,
        (Patch::Owner(owner), _) => element.owner = owner,
        (Patch::Tags(tags), _) => element.tags = words(tags),
        (Patch::Why(why), _) => element.why = *why,
        (Patch::ExternalKeys(keys), _) => element.external_keys = keys,
        (Patch::ValidFrom(it), Detail::Driver(of)) => of.valid_from = it,
        (Patch::ValidUntil(it), Detail::Driver(of)) => of.valid_until = it,
        (Patch::ValidUntil(it), Detail::Assumption(of)) => of.valid_until = it,
        (Patch::Reference(it), Detail::Driver(of)) => of.reference = it,
        (Patch::Reference(it), Detail::Initiative(of)) => of.reference = it,
        (Patch::Rank(it), Detail::Priority(of)) => of.rank = it,
        (Patch::Horizon(it), Detail::Priority(of)) => of.horizon = it,
        (Patch::Horizon(it), Detail::Objective(of)) => of.horizon = it,
        (Patch::Weight(it), Detail::Objective(of)) => of.weight = it,
        (Patch::Beneficiary(it), Detail::Outcome(of)) => of.beneficiary = it,
        (Patch::ValueType(it), Detail::Outcome(of)) => of.value_type = it,
        (Patch::ExpectedValue(it), Detail::Outcome(of)) => of.expected_value = it,
        (Patch::BusinessOwner(it), Detail::Outcome(of)) => of.business_owner = it,
        (Patch::AcceptedOn(it), Detail::Outcome(of)) => of.accepted_on = it,
        (Patch::ReviewOn(it), Detail::Outcome(of)) => of.review_on = it,
        (Patch::Reviewer(it), Detail::Outcome(of)) => of.reviewer = it,
        (Patch::RealisedOn(it), Detail::Outcome(of)) => of.realised_on = it,
        (Patch::Harmful(it), Detail::Outcome(of)) => of.harmful = it,
        (Patch::ChangeOwner(it), Detail::Change(of)) => of.change_owner = it,
        (Patch::AdoptionDate(it), Detail::Change(of)) => of.adoption_date = it,
        (Patch::Importance(it), Detail::Capability(of)) => of.importance = it,
        (Patch::MaturityNow(it), Detail::Capability(of)) => of.maturity_now = it,
        (Patch::MaturityTarget(it), Detail::Capability(of)) => of.maturity_target = it,
        (Patch::PaceLayer(it), Detail::Capability(of)) => of.pace_layer = it,
        (Patch::Perspective(it), Detail::Objective(of)) => of.perspective = it,
        (Patch::Form(it), Detail::Initiative(of)) => of.form = it,
        (Patch::State(it), Detail::Initiative(of)) => of.state = it,
        (Patch::Start(it), Detail::Initiative(of)) => of.start = it,
        (Patch::End(it), Detail::Initiative(of)) => of.end = it,
        (Patch::DeliveredOn(it), Detail::Initiative(of)) => of.delivered_on = it,
        (Patch::Budget(it), Detail::Initiative(of)) => of.budget = it,
        (Patch::Spent(it), Detail::Initiative(of)) => of.spent = it,
        (Patch::PercentComplete(it), Detail::Initiative(of)) => of.percent_complete = it,
        (Patch::Category(it), Detail::Initiative(of)) => of.category = it,
        (Patch::LiveFrom(it), Detail::System(of)) => of.live_from = it,
        (Patch::LiveUntil(it), Detail::System(of)) => of.live_until = it,
        (Patch::Cost(it), Detail::System(of)) => of.cost = it,
        (Patch::Side(it), Detail::Team(of)) => of.side = it,
        (Patch::Side(it), Detail::Person(of)) => of.side = it,
        (Patch::Capacity(it), Detail::Team(of)) => of.capacity = it,
        (Patch::Role(it), Detail::Person(of)) => of.role = it,
        (Patch::Unit(it), Detail::Person(of)) => of.unit = it,
        (Patch::Unit(it), Detail::Indicator(of)) => of.unit = it,
        (Patch::IndicatorKind(it), Detail::Indicator(of)) => of.indicator_kind = it,
        (Patch::Direction(it), Detail::Indicator(of)) => of.direction = it,
        (Patch::EveryDays(it), Detail::Indicator(of)) => of.every_days = it,
        (Patch::Definition(it), Detail::Indicator(of)) => of.definition = it,
        (Patch::Population(it), Detail::Indicator(of)) => of.population = it,
        (Patch::Baseline(it), Detail::Indicator(of)) => of.baseline = it,
        (Patch::BaselineOn(it), Detail::Indicator(of)) => of.baseline_on = it,
        (Patch::Target(it), Detail::Indicator(of)) => of.target = it,
        (Patch::TargetOn(it), Detail::Indicator(of)) => of.target_on = it,
        (Patch::Tolerance(it), Detail::Indicator(of)) => of.tolerance = it,
        (Patch::ReviewedOn(it), Detail::Assumption(of)) => of.reviewed_on = it,
        (Patch::Forum(it), Detail::Decision(of)) => of.forum = it,
        (Patch::DecidedOn(it), Detail::Decision(of)) => of.decided_on = it,
        (Patch::Ruling(it), Detail::Decision(of)) => of.ruling = it,
        (Patch::Rationale(it), Detail::Decision(of)) => of.rationale = it,
        (Patch::Options(it), Detail::Decision(of)) => of.options = it,
        (Patch::Sides(it), Detail::Decision(of)) => of.sides = it,
        (Patch::Premises(it), Detail::Decision(of)) => of.premises = it,
        (Patch::Synonyms(it), Detail::Term(of)) => of.synonyms = words(it),
        _ => return Err(refusal::wrong_field(element)),
    }
    Ok(())
}

/// Words without empty ones, each once, in the order given.
fn words(all: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in all {
        let word = word.trim();
        if !word.is_empty() && !kept.iter().any(|it| it == word) {
            kept.push(word.to_owned());
        }
    }
    kept
}

pub(super) type Said = (&'static str, &'static str);

const WEIGHT: Said = (
    "a weight is between 0 and 100 points",
    "un poids est compris entre 0 et 100 points",
);
pub(super) const PERCENT: Said = (
    "percent complete is between 0 and 100",
    "l’avancement est compris entre 0 et 100 %",
);

fn only<T>(field: &Field<T>, good: impl Fn(&T) -> bool, (en, fr): Said) -> Result<()> {
    if field.value().is_none_or(good) {
        Ok(())
    } else {
        Err(refusal::out_of_range(en, fr))
    }
}

fn hundred(field: &Field<f64>, said: Said) -> Result<()> {
    only(field, |it| (0.0..=100.0).contains(it), said)
}

fn five(field: &Field<u8>) -> Result<()> {
    let said = (
        "a step is between 1 and 5",
        "un niveau est compris entre 1 et 5",
    );
    only(field, |it| (1..=5).contains(it), said)
}

fn finite(field: &Field<f64>) -> Result<()> {
    let said = ("a number must be finite", "un nombre doit être fini");
    only(field, |it| it.is_finite(), said)
}

fn not_negative(field: &Field<f64>) -> Result<()> {
    let said = ("it is zero or more", "c’est zéro ou plus");
    only(field, |it| it.is_finite() && *it >= 0.0, said)
}

pub(super) fn period(field: &Field<u32>) -> Result<()> {
    let said = (
        "it is between 1 and 3,660 days",
        "c’est entre 1 et 3 660 jours",
    );
    only(field, |it| (1..=3660).contains(it), said)
}

fn money(field: &Field<Money>) -> Result<()> {
    let said = (
        "a currency is an ISO code such as EUR, or a sign",
        "une devise est un code ISO comme EUR, ou un signe",
    );
    only(
        field,
        |it| crate::model::Currency::parse(it.currency.as_str()).as_ref() == Some(&it.currency),
        said,
    )
}
