//! The sample: a hospital group of our own invention with all five myths in it, told in both languages.

use super::first_canvas;
use crate::edit::{self, Edit};
use crate::error::Result;
use crate::exchange::json;
use crate::model::{Canvas, ElementId, Lang, Portfolio, Record};

const EN: &str = include_str!("../../samples/hospital.en.json");
const FR: &str = include_str!("../../samples/hospital.fr.json");

/// The sample portfolio with its cards on the map.
///
/// # Errors
/// None that a user could meet: the sample is part of the program, and a test reads it.
pub fn sample(lang: Lang) -> Result<Portfolio> {
    let text = match lang {
        Lang::En => EN,
        Lang::Fr => FR,
    };
    on_the_map(json::read("sample", text.as_bytes())?, lang)
}

/// A portfolio from records, with a map when it has none, and a place for every element that stands nowhere.
pub(super) fn on_the_map(records: Vec<Record>, lang: Lang) -> Result<Portfolio> {
    let mut portfolio = Portfolio::from_records(records);
    let mut edits = Vec::new();
    let map: Canvas = match portfolio.canvases().next() {
        Some(canvas) => canvas.clone(),
        None => {
            let canvas = first_canvas(lang);
            edits.push(Edit::InsertCanvas {
                canvas: canvas.clone(),
            });
            canvas
        }
    };
    let nowhere: Vec<ElementId> = portfolio
        .elements()
        .filter(|it| portfolio.placements_of(&it.id).next().is_none())
        .map(|it| it.id.clone())
        .collect();
    if !nowhere.is_empty() {
        edits.push(Edit::PutOnMaps { elements: nowhere });
        edits.push(Edit::Tidy { canvas: map.id });
    }
    edit::apply(&mut portfolio, &edits)?;
    Ok(portfolio)
}
