//! Every field that a rule of one's own can name: its name, what a person calls it, the kinds that have it, what its
//! value is, and how it is read. The only place that knows; values and help are both made of it.

use super::fact::{Fact, Inner, Thing};
use super::fields::{Field, Shape};
use crate::model::{
    Choice, Detail, ElementKind, Field as Filled, Initiative, Known, Lens, Money, Status,
};
use crate::rules::rule::Said;
use crate::rules::{Context, Standing};
use serde::Serialize;
use std::sync::Arc;

pub(super) const fn said(en: &'static str, fr: &'static str) -> Said {
    Said { en, fr }
}

pub(super) fn text(value: &str) -> Option<Fact> {
    (!value.trim().is_empty()).then(|| Fact::Text(value.into()))
}

fn texts(values: &[String]) -> Option<Fact> {
    Some(Fact::Texts(
        values.iter().map(|it| it.as_str().into()).collect(),
    ))
}

fn filled(field: &Filled<String>) -> Option<Fact> {
    text(field.value()?)
}

fn day(field: &Filled<crate::model::Date>) -> Option<Fact> {
    field.value().copied().map(Fact::Day)
}

fn number<T: Copy + Into<f64>>(field: &Filled<T>) -> Option<Fact> {
    field.value().map(|it| Fact::Number((*it).into()))
}

fn money(field: &Filled<Money>) -> Option<Fact> {
    field.value().cloned().map(Fact::Money)
}

/// A unit variant as the word that it is in a document.
pub(super) fn word<T: Serialize>(value: &T) -> Option<Fact> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Some(Fact::Text(word.into())),
        _ => None,
    }
}

fn choice<T: Serialize>(field: &Filled<T>) -> Option<Fact> {
    word(field.value()?)
}

fn work<'a>(ctx: &Context<'a>, n: usize) -> Option<&'a Initiative> {
    ctx.element(n).initiative()
}

pub(super) fn parts(within: &'static str, fields: Vec<(&str, Option<Fact>)>) -> Fact {
    let fields = fields.into_iter();
    Fact::Thing(Thing(Arc::new(Inner {
        id: "".into(),
        within,
        other: false,
        fields: fields
            .filter_map(|(name, fact)| Some((name.into(), fact?)))
            .collect(),
    })))
}

const MONEY: Shape = Shape::Parts(&["amount", "currency"]);
const STATUS: Shape = Shape::Choice(&["green", "amber", "red"]);
const SIDES: Shape = Shape::Choice(&["business", "it"]);

pub(super) fn status(status: Option<Status>) -> Option<Fact> {
    word(&status?)
}

fn why(ctx: &Context<'_>, n: usize) -> Option<Fact> {
    let why = &ctx.element(n).why;
    if why.is_empty() {
        return None;
    }
    let proof = why.proof.as_ref().and_then(|id| ctx.by_id(id));
    Some(parts(
        "why.",
        vec![
            ("text", text(&why.text)),
            ("for_whom", text(&why.for_whom)),
            ("change", text(&why.change)),
            ("proof", proof.and_then(|it| text(&it.title))),
            ("until", why.until.map(Fact::Day)),
            ("author", text(&why.author)),
            ("accepted_by", text(&why.accepted_by)),
            ("accepted_on", why.accepted_on.map(Fact::Day)),
            ("reviewed_on", why.reviewed_on.map(Fact::Day)),
        ],
    ))
}

fn columns(ctx: &Context<'_>, n: usize) -> Option<Fact> {
    let extra = &ctx.element(n).extra;
    let all = extra
        .iter()
        .map(|(name, value)| (name.as_str(), text(value)));
    Some(parts("extra.", all.collect()))
}

fn titles(options: &[Choice]) -> Option<Fact> {
    Some(Fact::Texts(
        options.iter().map(|it| it.title.as_str().into()).collect(),
    ))
}

macro_rules! fields {
    ($($name:literal ($en:literal, $fr:literal) [$($kind:ident),*] $shape:expr, $read:expr;)+) => {
        /// Every field, those of every kind first.
        pub(super) static FIELDS: &[Field] = &[$(Field {
            name: $name,
            label: said($en, $fr),
            kinds: &[$(ElementKind::$kind),*],
            shape: $shape,
            read: $read,
        }),+];
    };
}

macro_rules! of {
    ($kind:ident, $how:ident $field:ident) => {
        |ctx, n| match &ctx.element(n).detail {
            Detail::$kind(it) => $how(&it.$field),
            _ => None,
        }
    };
}

fields! {
    "id" ("id", "identifiant") [] Shape::Text, |ctx, n| text(ctx.element(n).id.as_str());
    "kind" ("kind", "nature") [] Shape::Text, |ctx, n| word(&ctx.element(n).kind());
    "title" ("title", "titre") [] Shape::Text, |ctx, n| Some(Fact::Text(ctx.element(n).title.as_str().into()));
    "description" ("description", "description") [] Shape::Text, |ctx, n| text(&ctx.element(n).description);
    "owner" ("owner", "responsable") [] Shape::Text, |ctx, n| filled(&ctx.element(n).owner);
    "tags" ("tags", "étiquettes") [] Shape::Texts, |ctx, n| texts(&ctx.element(n).tags);
    "why" ("why", "pourquoi") [] Shape::Parts(&["text", "for_whom", "change", "proof", "until", "author", "accepted_by", "accepted_on", "reviewed_on"]), why;
    "source" ("source", "source") [] Shape::Text, |ctx, n| text(ctx.origin(ctx.element(n))?.0);
    "extra" ("imported columns", "colonnes importées") [] Shape::Columns, columns;
    "status" ("status from delivery", "état vu par la réalisation") [] STATUS, |ctx, n| status(ctx.delivery_status(n));
    "status_business" ("status from the business", "état vu par le métier") [] STATUS, |ctx, n| status(ctx.report_of(n, Lens::Business)?.status);

    "valid_from" ("valid from", "valable à partir du") [Driver] Shape::Day, of!(Driver, day valid_from);
    "valid_until" ("valid until", "valable jusqu’au") [Driver, Assumption] Shape::Day, |ctx, n| match &ctx.element(n).detail {
        Detail::Driver(it) => day(&it.valid_until),
        Detail::Assumption(it) => day(&it.valid_until),
        _ => None,
    };
    "reference" ("reference", "référence") [Driver, Initiative] Shape::Text, |ctx, n| match &ctx.element(n).detail {
        Detail::Driver(it) => filled(&it.reference),
        Detail::Initiative(it) => filled(&it.reference),
        _ => None,
    };
    "rank" ("rank", "rang") [Priority] Shape::Number, of!(Priority, number rank);
    "horizon" ("horizon", "horizon") [Priority, Objective] Shape::Day, |ctx, n| match &ctx.element(n).detail {
        Detail::Priority(it) => day(&it.horizon),
        Detail::Objective(it) => day(&it.horizon),
        _ => None,
    };
    "weight" ("weight", "poids") [Objective] Shape::Number, of!(Objective, number weight);
    "beneficiary" ("beneficiary", "bénéficiaire") [Outcome] Shape::Text, of!(Outcome, filled beneficiary);
    "value_type" ("type of value", "type de valeur") [Outcome] Shape::Choice(&["financial", "quantifiable", "measurable", "observable"]), of!(Outcome, choice value_type);
    "expected_value" ("expected value", "valeur attendue") [Outcome] MONEY, of!(Outcome, money expected_value);
    "business_owner" ("business owner", "responsable métier") [Outcome] Shape::Text, of!(Outcome, filled business_owner);
    "accepted_on" ("accepted on", "accepté le") [Outcome] Shape::Day, of!(Outcome, day accepted_on);
    "review_on" ("review date", "date de revue") [Outcome] Shape::Day, of!(Outcome, day review_on);
    "perspective" ("perspective", "perspective") [Objective] Shape::Choice(&["financial", "customer", "process", "learning"]), of!(Objective, choice perspective);
    "reviewer" ("reviewer", "réviseur") [Outcome] Shape::Text, of!(Outcome, filled reviewer);
    "realised_on" ("realised on", "réalisé le") [Outcome] Shape::Day, of!(Outcome, day realised_on);
    "harmful" ("harmful", "défavorable") [Outcome] Shape::Truth, |ctx, n| Some(Fact::Truth(ctx.element(n).outcome()?.harmful));
    "change_owner" ("owner of the change", "responsable du changement") [Change] Shape::Text, of!(Change, filled change_owner);
    "adoption_date" ("adoption date", "date d’adoption") [Change] Shape::Day, of!(Change, day adoption_date);
    "importance" ("importance", "importance") [Capability] Shape::Number, of!(Capability, number importance);
    "maturity_now" ("maturity now", "maturité actuelle") [Capability] Shape::Number, of!(Capability, number maturity_now);
    "maturity_target" ("maturity aimed at", "maturité visée") [Capability] Shape::Number, of!(Capability, number maturity_target);
    "pace_layer" ("pace layer", "rythme d’évolution") [Capability] Shape::Choice(&["record", "differentiation", "innovation"]), of!(Capability, choice pace_layer);
    "form" ("form", "forme") [Initiative] Shape::Choice(&["programme", "project", "product", "epic"]), of!(Initiative, choice form);
    "state" ("state", "avancement") [Initiative] Shape::Choice(&["idea", "planned", "active", "paused", "delivered", "stopped"]), of!(Initiative, choice state);
    "start" ("start", "début") [Initiative] Shape::Day, of!(Initiative, day start);
    "end" ("end", "fin") [Initiative] Shape::Day, of!(Initiative, day end);
    "delivered_on" ("delivered on", "livré le") [Initiative] Shape::Day, of!(Initiative, day delivered_on);
    "budget" ("budget", "budget") [Initiative] MONEY, |ctx, n| money(&work(ctx, n)?.budget);
    "spent" ("spent", "dépensé") [Initiative] MONEY, |ctx, n| money(&work(ctx, n)?.spent);
    "percent_complete" ("percent complete", "avancement en %") [Initiative] Shape::Number, |ctx, n| number(&work(ctx, n)?.percent_complete);
    "category" ("category", "catégorie") [Initiative] Shape::Choice(&["strategic", "mandatory", "run"]), of!(Initiative, choice category);
    "live_from" ("live from", "en service depuis le") [System] Shape::Day, of!(System, day live_from);
    "live_until" ("live until", "en service jusqu’au") [System] Shape::Day, of!(System, day live_until);
    "cost" ("yearly cost", "coût annuel") [System] MONEY, of!(System, money cost);
    "side" ("side", "côté") [Team, Person] SIDES, |ctx, n| match &ctx.element(n).detail {
        Detail::Team(it) => choice(&it.side),
        Detail::Person(it) => choice(&it.side),
        _ => None,
    };
    "capacity" ("capacity", "capacité") [Team] Shape::Number, of!(Team, number capacity);
    "indicator_kind" ("kind of indicator", "type d’indicateur") [Indicator] Shape::Choice(&["activity", "output", "adoption", "outcome", "impact"]), of!(Indicator, choice indicator_kind);
    "unit" ("unit", "unité") [Indicator, Person] Shape::Text, |ctx, n| match &ctx.element(n).detail {
        Detail::Indicator(it) => filled(&it.unit),
        Detail::Person(it) => filled(&it.unit),
        _ => None,
    };
    "direction" ("direction", "sens") [Indicator] Shape::Choice(&["up", "down", "hold"]), of!(Indicator, choice direction);
    "every_days" ("days between two readings", "jours entre deux relevés") [Indicator] Shape::Number, of!(Indicator, number every_days);
    "definition" ("definition", "définition") [Indicator] Shape::Text, of!(Indicator, filled definition);
    "population" ("population", "population") [Indicator] Shape::Text, of!(Indicator, filled population);
    "baseline" ("baseline", "valeur de départ") [Indicator] Shape::Number, |ctx, n| Some(Fact::Number(ctx.series(n)?.baseline?.0));
    "baseline_on" ("date of the baseline", "date de la valeur de départ") [Indicator] Shape::Day, |ctx, n| ctx.series(n)?.baseline?.1.map(Fact::Day);
    "target" ("target", "cible") [Indicator] Shape::Number, |ctx, n| Some(Fact::Number(ctx.series(n)?.target?.0));
    "target_on" ("date of the target", "date de la cible") [Indicator] Shape::Day, |ctx, n| ctx.series(n)?.target?.1.map(Fact::Day);
    "tolerance" ("tolerance", "tolérance") [Indicator] Shape::Number, of!(Indicator, number tolerance);
    "last" ("latest value", "dernière valeur") [Indicator] Shape::Number, |ctx, n| Some(Fact::Number(ctx.series(n)?.last()?.value));
    "last_on" ("date of the latest value", "date de la dernière valeur") [Indicator] Shape::Day, |ctx, n| Some(Fact::Day(ctx.series(n)?.last()?.period));
    "fresh" ("whether the latest value still speaks", "fraîcheur de la dernière valeur") [Indicator] Shape::Truth, |ctx, n| ctx.series(n)?.is_fresh().map(Fact::Truth);
    "standing" ("standing against the plan", "position par rapport au plan") [Indicator] Shape::Choice(&["on_track", "at_risk", "off_track"]), |ctx, n| {
        let word = match ctx.series(n)?.standing()? {
            Standing::OnTrack => "on_track",
            Standing::AtRisk => "at_risk",
            Standing::OffTrack => "off_track",
        };
        text(word)
    };
    "reviewed_on" ("reviewed on", "revu le") [Assumption] Shape::Day, of!(Assumption, day reviewed_on);
    "forum" ("forum", "instance") [Decision] Shape::Text, of!(Decision, filled forum);
    "decided_on" ("decided on", "décidé le") [Decision] Shape::Day, of!(Decision, day decided_on);
    "ruling" ("ruling", "teneur") [Decision] Shape::Choice(&["start", "go_on", "stop", "reprioritise", "other"]), of!(Decision, choice ruling);
    "rationale" ("rationale", "motif") [Decision] Shape::Text, of!(Decision, filled rationale);
    "options" ("options", "options") [Decision] Shape::Texts, of!(Decision, titles options);
    "sides" ("sides present", "côtés présents") [Decision] Shape::Texts, |ctx, n| match &ctx.element(n).detail {
        Detail::Decision(it) => Some(Fact::Texts(it.sides.iter().filter_map(|side| match word(side)? {
            Fact::Text(word) => Some(word),
            _ => None,
        }).collect())),
        _ => None,
    };
    "role" ("role", "rôle") [Person] Shape::Text, of!(Person, filled role);
    "synonyms" ("synonyms", "synonymes") [Term] Shape::Texts, |ctx, n| match &ctx.element(n).detail {
        Detail::Term(it) => texts(&it.synonyms),
        _ => None,
    };
}
