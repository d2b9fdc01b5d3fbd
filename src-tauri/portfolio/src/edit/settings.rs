//! What is said once for the portfolio, and the findings that somebody lives with.

use super::{Draft, element, refusal};
use crate::error::Result;
use crate::model::{Currency, Record, RuleSetting, Settings, Waiver, WaiverId, well_formed};
use rust_decimal::Decimal;

pub(super) fn set_title(draft: &mut Draft<'_>, title: &str) -> Result<()> {
    let settings = Settings {
        title: element::title_of(title)?,
        ..draft.portfolio().settings().clone()
    };
    draft.put(Record::Settings(settings));
    Ok(())
}

pub(super) fn set(draft: &mut Draft<'_>, settings: &Settings) -> Result<()> {
    let good = |it: &Currency| Currency::parse(it.as_str()).as_ref() == Some(it);
    if !settings.currency.iter().all(good) {
        return Err(refusal::out_of_range(
            "a currency is an ISO code such as EUR, or a sign",
            "une devise est un code ISO comme EUR, ou un signe",
        ));
    }
    for rate in &settings.rates {
        if rate.rate <= Decimal::ZERO
            || !good(&rate.from)
            || !good(&rate.to)
            || rate.from == rate.to
        {
            return Err(refusal::out_of_range(
                "a rate joins two currencies and is greater than zero",
                "un taux relie deux devises et est supérieur à zéro",
            ));
        }
    }
    if !settings.fiscal_year.is_valid() {
        return Err(refusal::out_of_range(
            "a fiscal year begins on a day from 1 to 28 of a month",
            "un exercice commence un jour de 1 à 28 d’un mois",
        ));
    }
    let there = &draft.portfolio().settings().rules;
    for (code, setting) in &settings.rules {
        // What an older version let pass is no reason to refuse another setting.
        if there.get(code) != Some(setting) {
            rule(code, setting)?;
        }
    }
    let mut settings = Settings {
        title: element::title_of(&settings.title)?,
        ..settings.clone()
    };
    settings
        .rules
        .retain(|_, setting| *setting != RuleSetting::default());
    draft.put(Record::Settings(settings));
    Ok(())
}

pub(super) fn set_rule(draft: &mut Draft<'_>, code: &str, setting: &RuleSetting) -> Result<()> {
    rule(code, setting)?;
    let mut settings = draft.portfolio().settings().clone();
    if *setting == RuleSetting::default() {
        settings.rules.remove(code);
    } else {
        settings.rules.insert(code.to_owned(), setting.clone());
    }
    draft.put(Record::Settings(settings));
    Ok(())
}

/// Whether a rule may be called so and set so.
fn rule(code: &str, setting: &RuleSetting) -> Result<()> {
    if !well_formed(code) {
        return Err(refusal::bad_code(code));
    }
    if let Some(name) = setting.parameters.keys().find(|it| !well_formed(it)) {
        return Err(refusal::bad_threshold(code, name));
    }
    let mut all = setting.parameters.iter();
    match all.find(|(_, it)| !it.is_finite() || **it < 0.0) {
        Some((name, _)) => Err(refusal::out_of_range(
            &format!("the threshold “{name}” of {code} is a finite number, zero or above"),
            &format!("le seuil « {name} » de {code} est un nombre fini, positif ou nul"),
        )),
        None => Ok(()),
    }
}

pub(super) fn waive(draft: &mut Draft<'_>, waiver: &Waiver) -> Result<()> {
    let record = Record::Waiver(waiver.clone());
    if !waiver.id.is_well_formed() || draft.portfolio().waiver(&waiver.id).is_some() {
        return Err(refusal::bad_id(waiver.id.as_str()));
    }
    let subjects = record.references();
    if !subjects.iter().all(|it| draft.portfolio().has(it)) {
        return Err(refusal::not_found(waiver.subject.as_str()));
    }
    if waiver.reason.trim().is_empty() || waiver.person.trim().is_empty() {
        return Err(refusal::out_of_range(
            "a finding is accepted by somebody, with a reason",
            "un constat est accepté par quelqu’un, avec un motif",
        ));
    }
    draft.put(record);
    Ok(())
}

pub(super) fn unwaive(draft: &mut Draft<'_>, id: &WaiverId) -> Result<()> {
    let waiver = draft
        .portfolio()
        .waiver(id)
        .cloned()
        .ok_or_else(|| refusal::not_found(id.as_str()))?;
    draft.take(Record::Waiver(waiver));
    Ok(())
}
