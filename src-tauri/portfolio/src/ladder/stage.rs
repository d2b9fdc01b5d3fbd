//! How an answer is put together: its sentence, what it rests on, what is missing and what would make it hold.

use super::level::{Answer, Missing, Need, Stage};
use crate::model::{Date, Element, Lang, Link, Reading};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Lack, Said};

/// Rows of evidence of one kind; the rest is counted.
pub(super) const MOST_ROWS: usize = 6;

impl Stage {
    pub(super) fn new(need: Need, answer: Answer, text: String) -> Self {
        Self {
            need,
            rung: need.rung(),
            answer,
            text,
            lift: String::new(),
            evidence: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// What would make it hold; said only where it does not.
    pub(super) fn lifted_by(mut self, lift: String) -> Self {
        if self.answer != Answer::Holds {
            self.lift = lift;
        }
        self
    }

    pub(super) fn shows(mut self, rows: impl IntoIterator<Item = Evidence>) -> Self {
        self.evidence.extend(rows);
        self
    }

    pub(super) fn lacks(mut self, missing: impl IntoIterator<Item = Missing>) -> Self {
        self.missing.extend(missing);
        self
    }
}

/// A row of evidence about an element.
pub(super) fn about(element: &Element, text: String) -> Evidence {
    Evidence {
        text,
        element: Some(element.id.clone()),
        link: None,
        date: None,
        source: String::new(),
    }
}

/// A row of evidence about a link between two elements: “A → B” and what is said of it.
pub(super) fn about_link(ctx: &Context<'_>, link: &Link, remark: &str) -> Evidence {
    let title = |id| ctx.by_id(id).map_or("", |it| it.title.as_str());
    let (from, to) = (
        quoted(title(&link.from), ctx.lang),
        quoted(title(&link.to), ctx.lang),
    );
    let text = say!(ctx, "{from} → {to}: {remark}", "{from} → {to} : {remark}");
    Evidence {
        text,
        element: None,
        link: Some(link.id.clone()),
        date: None,
        source: String::new(),
    }
}

/// A row of evidence about a reading.
pub(super) fn about_reading(
    ctx: &Context<'_>,
    element: &Element,
    it: &Reading,
    text: String,
) -> Evidence {
    Evidence {
        date: Some(it.period),
        source: ctx.source_title(it.source.as_ref()).to_owned(),
        ..about(element, text)
    }
}

pub(super) fn field(ctx: &Context<'_>, element: &Element, name: &str) -> Missing {
    let (what, of) = (called(name, ctx.lang), quoted(&element.title, ctx.lang));
    Missing {
        element: Some(element.id.clone()),
        link: None,
        field: name.to_owned(),
        text: say!(ctx, "{what} of {of}", "{what} de {of}"),
    }
}

pub(super) fn field_of_link(ctx: &Context<'_>, link: &Link, name: &str) -> Missing {
    let title = |id| ctx.by_id(id).map_or("", |it| it.title.as_str());
    let [from, to] = [&link.from, &link.to].map(|it| quoted(title(it), ctx.lang));
    let what = called(name, ctx.lang);
    Missing {
        element: None,
        link: Some(link.id.clone()),
        field: name.to_owned(),
        text: say!(
            ctx,
            "{what} of the contribution of {from} to {to}",
            "{what} de la contribution de {from} à {to}"
        ),
    }
}

/// What a person calls a field, without an article.
fn called(name: &str, lang: Lang) -> &'static str {
    let said = match name {
        "why" => Said {
            en: "why",
            fr: "pourquoi",
        },
        "indicator" => Said {
            en: "outcome indicator",
            fr: "indicateur de résultat",
        },
        _ => Lack::of_model(name).name(),
    };
    said.get(lang)
}

/// A share in whole percent, rounded down: not quite the whole never reads as the whole.
#[expect(
    clippy::cast_possible_truncation,
    reason = "shares are small; beyond the largest number they read as it"
)]
pub(super) fn percent(share: f64) -> String {
    format!("{}\u{a0}%", (share * 100.0 + 1e-9).floor() as i64)
}

pub(super) fn later(day: Date, days: u32) -> Date {
    let later = chrono::Days::new(u64::from(days));
    day.checked_add_days(later).unwrap_or(Date::MAX)
}

/// A value as people of a language write it.
pub(super) fn written(value: f64, lang: Lang) -> String {
    let text = tidy(value).to_string();
    match lang {
        Lang::En => text,
        Lang::Fr => text.replace('.', ","),
    }
}

/// A number as it is written: a sum of nothing is nought, and not less.
pub(super) fn tidy(number: f64) -> f64 {
    number + 0.0
}
