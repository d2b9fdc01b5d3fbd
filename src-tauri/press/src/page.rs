//! Everything that stands on the page, as words and widths: what HTML and Markdown have in common.

use crate::Frozen;
use crate::bars::{self, Bar};
use crate::coverage::{self, Field};
use crate::figures::{Figures, Weighed};
use crate::findings::{self, FamilyView};
use crate::format::{count, counted, date};
use crate::headline::{self, Piece};
use crate::initiatives::{self, Table};
use crate::map::{self, Map};
use crate::reach::Reach;
use crate::strategy::{self, Goal};
use crate::words::{self, Words};
use portfolio::model::{ElementKind, ImportRecord, Lang};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Page {
    pub(crate) w: &'static Words,
    pub(crate) title: String,
    pub(crate) as_of: String,
    pub(crate) pack: String,
    pub(crate) hash: String,
    pub(crate) short_hash: String,
    pub(crate) headline: Vec<Piece>,
    /// What the portfolio holds, in one line.
    pub(crate) holds: String,
    /// Findings by severity, in one line.
    pub(crate) weighed: String,
    pub(crate) bars: Vec<Bar>,
    pub(crate) map: Map,
    pub(crate) goals: Vec<Goal>,
    pub(crate) finding_count: String,
    pub(crate) families: Vec<FamilyView>,
    pub(crate) initiative_count: String,
    pub(crate) initiatives: Table,
    pub(crate) coverage: Vec<Field>,
    pub(crate) imports: Vec<Import>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Import {
    pub(crate) file: String,
    pub(crate) sheet: String,
    pub(crate) source: String,
    pub(crate) on: String,
    pub(crate) created: String,
    pub(crate) ignored: String,
    pub(crate) set_aside_count: String,
    pub(crate) set_aside: Vec<String>,
    pub(crate) hash: String,
}

impl Page {
    pub(crate) fn new(frozen: &Frozen, lang: Lang) -> Self {
        let w = words::of(lang);
        let reach = Reach::new(frozen);
        let figures = Figures::new(frozen, &reach);
        let title = frozen.portfolio.settings().title.trim();
        Self {
            w,
            title: if title.is_empty() {
                w.untitled.to_owned()
            } else {
                title.to_owned()
            },
            as_of: date(frozen.as_of, lang),
            pack: frozen.pack.clone(),
            hash: frozen.hash.clone(),
            short_hash: frozen.short_hash(),
            headline: headline::sentence(&figures, lang),
            holds: holds(frozen, lang),
            weighed: told(&figures, w, lang),
            bars: bars::bars(&figures, &reach, w, lang),
            map: map::map(frozen, &reach, lang),
            goals: strategy::goals(frozen, &reach, lang),
            finding_count: count(frozen.findings.len(), lang),
            families: findings::families(frozen, lang),
            initiative_count: count(figures.initiatives, lang),
            initiatives: initiatives::table(frozen, &reach, lang),
            coverage: coverage::fields(frozen, w, lang),
            imports: imports(frozen, lang),
        }
    }
}

fn holds(frozen: &Frozen, lang: Lang) -> String {
    let all: Vec<String> = ElementKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let number = frozen.portfolio.live(kind).count();
            let (one, many) = words::kind(kind, lang);
            let expected = matches!(
                kind,
                ElementKind::Priority | ElementKind::Objective | ElementKind::Initiative
            );
            (number > 0 || expected).then(|| counted(number, one, many, lang))
        })
        .collect();
    all.join(", ")
}

/// “40 high, 30 medium; 2 accepted (1 blocker, 1 high)”: what somebody lives with is not lost to whoever reads.
fn told(figures: &Figures, w: &Words, lang: Lang) -> String {
    let open = weighed(figures.findings, w, lang);
    let number = figures.accepted.at_fault();
    if number == 0 {
        return open;
    }
    let lived_with = Weighed {
        cannot_tell: 0,
        ..figures.accepted
    };
    let lived_with = weighed(lived_with, w, lang);
    let number = counted(number, w.accepted, w.accepted_many, lang);
    let accepted = format!("{number} ({lived_with})");
    match (open.is_empty(), lang) {
        (true, _) => accepted,
        (false, Lang::En) => format!("{open}; {accepted}"),
        (false, Lang::Fr) => format!("{open}\u{a0}; {accepted}"),
    }
}

fn weighed(found: Weighed, w: &Words, lang: Lang) -> String {
    use portfolio::rules::Severity::{Blocker, High, Info, Low, Medium};
    let mut parts: Vec<String> = [
        (found.blocker, Blocker),
        (found.high, High),
        (found.medium, Medium),
        (found.low, Low),
        (found.info, Info),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, severity)| {
        let word = words::severity(severity, lang);
        let many = match (lang, severity) {
            (Lang::En, _) | (_, Info) => word.to_owned(),
            (Lang::Fr, _) => format!("{word}s"),
        };
        counted(number, word, &many, lang)
    })
    .collect();
    if found.cannot_tell > 0 {
        let many = match lang {
            Lang::En => w.cannot_tell.to_owned(),
            Lang::Fr => format!("{}s", w.cannot_tell),
        };
        parts.push(counted(found.cannot_tell, w.cannot_tell, &many, lang));
    }
    parts.join(", ")
}

fn imports(frozen: &Frozen, lang: Lang) -> Vec<Import> {
    let mut all: Vec<&ImportRecord> = frozen.portfolio.imports().collect();
    all.sort_by(|a, b| b.at.cmp(&a.at).then(a.id.cmp(&b.id)));
    all.into_iter()
        .map(|it| Import {
            file: it.file.clone(),
            sheet: it.sheet.clone(),
            source: frozen
                .portfolio
                .source(&it.source)
                .map(|source| source.title.clone())
                .unwrap_or_default(),
            on: date(it.at.date_naive(), lang),
            created: count(it.created as usize, lang),
            ignored: count(it.ignored as usize, lang),
            set_aside_count: count(it.quarantined.len(), lang),
            set_aside: it.quarantined.clone(),
            hash: it.hash.clone(),
        })
        .collect()
}
