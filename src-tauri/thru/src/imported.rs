//! What became of a source that was imported, or would become of it, for a person and for programs.

use crate::args::say;
use crate::failure::Failure;
use crate::terminal::{Style, Terminal, clean};
use portfolio::model::{Date, Lang};
use press::wording::counted;
use serde::Serialize;

/// What became of one source.
#[derive(Serialize)]
pub(crate) struct Told {
    pub(crate) file: String,
    pub(crate) sheet: String,
    /// Elements created.
    pub(crate) created: u32,
    pub(crate) already_there: u32,
    /// Links created; those of a table are proposed only.
    pub(crate) links: u32,
    pub(crate) set_aside: u32,
    pub(crate) ignored: u32,
    pub(crate) problems: u32,
    /// The day that ratings without one of their own got.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) as_of: Option<Date>,
    /// Rules of a pack; they stay off until they are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rules: Option<u32>,
    /// Findings of a document that somebody accepted there, and that are not told here either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accepted: Option<u32>,
    /// Rules that a document brings along; they stay off until they are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) own_rules: Option<u32>,
}

/// One rule that comes along, and several.
fn pack_rules(lang: Lang, dry_run: bool) -> (&'static str, &'static str) {
    match (lang, dry_run) {
        (Lang::En, false) => (
            "rule taken over, off until accepted",
            "rules taken over, off until accepted",
        ),
        (Lang::En, true) => ("rule to take over", "rules to take over"),
        (Lang::Fr, false) => (
            "règle reprise, inactive jusqu’à son acceptation",
            "règles reprises, inactives jusqu’à leur acceptation",
        ),
        (Lang::Fr, true) => ("règle à reprendre", "règles à reprendre"),
    }
}

pub(crate) fn text(told: &Told, dry_run: bool, terminal: &mut Terminal) -> Result<(), Failure> {
    let lang = terminal.lang();
    let name = terminal.set(Style::Strong, &clean(&told.file));
    let sheet = if told.sheet.is_empty() {
        String::new()
    } else {
        format!("  {}", terminal.set(Style::Quiet, &clean(&told.sheet)))
    };
    terminal.line(&format!("{name}{sheet}"))?;
    if let Some(rules) = told.rules {
        let (one, many) = pack_rules(lang, dry_run);
        terminal.line(&format!("  {}", counted(rules as usize, one, many, lang)))?;
        let there = match lang {
            Lang::En => ("already there", "already there"),
            Lang::Fr => ("déjà là", "déjà là"),
        };
        let there = counted(told.already_there as usize, there.0, there.1, lang);
        terminal.line(&format!("  {there}"))?;
        return Ok(());
    }
    let created = match (lang, dry_run) {
        (Lang::En, false) => ("element created", "elements created"),
        (Lang::En, true) => ("element to create", "elements to create"),
        (Lang::Fr, false) => ("élément créé", "éléments créés"),
        (Lang::Fr, true) => ("élément à créer", "éléments à créer"),
    };
    let rows = [
        (told.created, created),
        (
            told.already_there,
            match lang {
                Lang::En => (
                    "already there, left as it is",
                    "already there, left as they are",
                ),
                Lang::Fr => ("déjà là, laissé tel quel", "déjà là, laissés tels quels"),
            },
        ),
        (
            told.links,
            match (lang, told.sheet.is_empty()) {
                (Lang::En, true) => ("link", "links"),
                (Lang::En, false) => ("link proposed", "links proposed"),
                (Lang::Fr, true) => ("lien", "liens"),
                (Lang::Fr, false) => ("lien proposé", "liens proposés"),
            },
        ),
        (
            told.accepted.unwrap_or(0),
            match (lang, dry_run) {
                (Lang::En, false) => (
                    "accepted finding taken over: it is no longer told until that ends",
                    "accepted findings taken over: they are no longer told until that ends",
                ),
                (Lang::En, true) => (
                    "accepted finding to take over: it would no longer be told",
                    "accepted findings to take over: they would no longer be told",
                ),
                (Lang::Fr, false) => (
                    "constat accepté repris\u{a0}: il ne sera plus signalé d’ici l’échéance",
                    "constats acceptés repris\u{a0}: ils ne seront plus signalés d’ici l’échéance",
                ),
                (Lang::Fr, true) => (
                    "constat accepté à reprendre\u{a0}: il ne serait plus signalé",
                    "constats acceptés à reprendre\u{a0}: ils ne seraient plus signalés",
                ),
            },
        ),
        (told.own_rules.unwrap_or(0), pack_rules(lang, dry_run)),
        (
            told.set_aside,
            match lang {
                Lang::En => (
                    "row set aside for want of a title",
                    "rows set aside for want of a title",
                ),
                Lang::Fr => (
                    "ligne mise de côté faute d’intitulé",
                    "lignes mises de côté faute d’intitulé",
                ),
            },
        ),
        (
            told.ignored,
            match lang {
                Lang::En => (
                    "row left out (total, heading, note)",
                    "rows left out (totals, headings, notes)",
                ),
                Lang::Fr => (
                    "ligne écartée (total, titre, note)",
                    "lignes écartées (totaux, titres, notes)",
                ),
            },
        ),
        (
            told.problems,
            match lang {
                Lang::En => (
                    "cell to look at: thru inspect",
                    "cells to look at: thru inspect",
                ),
                Lang::Fr => (
                    "cellule à regarder : thru inspect",
                    "cellules à regarder : thru inspect",
                ),
            },
        ),
    ];
    for (at, (number, (one, many))) in rows.into_iter().enumerate() {
        if at == 0 || number > 0 {
            terminal.line(&format!("  {}", counted(number as usize, one, many, lang)))?;
        }
    }
    if let Some(day) = told.as_of {
        let says = say(
            lang,
            "ratings without a day of their own are of",
            "les évaluations sans date propre sont du",
        );
        terminal.line(&format!("  {says} {day}"))?;
    }
    Ok(())
}
