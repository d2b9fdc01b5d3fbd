//! A drawing: what a canvas shows, as plain shapes and words, on its way to a picture.
//!
//! The page records what it draws on the screen; [`svg`], [`png`] and [`pdf`] write that down. Nothing here knows what a card
//! or a link is. A drawing comes from outside: colours and outlines are checked when they are read, and
//! [`Drawing::check`] holds everything else within bounds.

mod bounds;
mod cells;
mod color;
mod fonts;
mod letters;
mod limits;
mod outline;
mod painter;
mod pdf;
mod png;
mod shade;
mod shape;
mod strip;
mod svg;
mod undrawn;

pub use color::Color;
pub use limits::unclear;
pub use outline::Outline;
pub use pdf::{Page, check, pdf};
pub use png::{Raster, png};
pub use svg::svg;
pub use undrawn::undrawn;

use portfolio::model::Lang;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A picture of shapes. One unit is one pixel of the screen; the origin is the top left corner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// What lies under everything; nothing for a picture that shows what is behind it.
    pub paper: Option<Color>,
    /// What the picture shows, for who cannot see it.
    pub title: String,
    pub lang: Lang,
    /// How shapes are filled and outlined, named by their number.
    pub looks: Vec<Look>,
    /// How words are set, named by their number.
    pub types: Vec<Setting>,
    /// Outlines beyond which nothing shows, named by their number.
    pub clips: Vec<Outline>,
    /// From the lowest to the topmost.
    pub groups: Vec<Group>,
}

/// What belongs to one record, or to none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Group {
    pub id: Option<String>,
    pub title: String,
    pub items: Vec<Item>,
}

/// One shape or line of words. The first number is that of its look or setting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// Left, top, width, height and the radius of the corners.
    Rect(u32, f64, f64, f64, f64, f64),
    /// Middle and radius.
    Disc(u32, f64, f64, f64),
    Path(u32, Outline),
    /// Where it is held, its baseline, the width it has on the screen, degrees it is turned by, the words.
    Text(u32, f64, f64, f64, f64, String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Look {
    pub fill: Option<Paint>,
    pub stroke: Option<Stroke>,
    pub clip: Option<u32>,
    pub shadow: Option<Shadow>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Paint {
    Plain(Color),
    /// Diagonal lines, which mean that something is not known. The number is where they begin.
    Hatch(Color, f64),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Stroke {
    pub color: Color,
    pub width: f64,
    /// Lengths of dashes and gaps; empty for a line without.
    pub dash: Vec<f64>,
    pub round_cap: bool,
    pub round_join: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Shadow {
    pub color: Color,
    pub blur: f64,
    pub dx: f64,
    pub dy: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Setting {
    pub size: f64,
    pub weight: u16,
    pub color: Color,
    pub anchor: Anchor,
    pub clip: Option<u32>,
}

/// Which end of the words is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    Start,
    Middle,
    End,
}
