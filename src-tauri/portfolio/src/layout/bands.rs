//! The bands of a canvas: which elements stand in which, and how bands follow each other.
//!
//! Everything else in this module thinks in bands that lie under each other, with cards side by side in them. Where
//! bands stand side by side the picture is turned: only the corner of a cell and its inverse know of it.

use super::{MARGIN_X, MARGIN_Y, PITCH_X, PITCH_Y};
use crate::model::{CanvasKind, Detail, Element, ElementKind as K, Perspective};

/// Distance between the left edges of cards in one column that had to wrap; leaves room for a curve to pass.
pub(super) const COLUMN_PITCH_X: f64 = 300.0;
/// Distance between the top edges of cards in a column. Links leave sideways, so that less room is needed.
pub(super) const COLUMN_PITCH_Y: f64 = 112.0;

/// How bands follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    /// Under each other; cards run from left to right.
    Rows,
    /// Side by side; cards run from top to bottom.
    Columns,
}

impl Axis {
    /// Distance from card to card along a band, and from one line of cards to the next.
    pub(super) fn pitch(self) -> (f64, f64) {
        match self {
            Self::Rows => (PITCH_X, PITCH_Y),
            Self::Columns => (COLUMN_PITCH_Y, COLUMN_PITCH_X),
        }
    }

    /// Where the first card of a band stands, along it and across it.
    pub(super) fn margin(self) -> (f64, f64) {
        match self {
            Self::Rows => (MARGIN_X, MARGIN_Y),
            Self::Columns => (MARGIN_Y, MARGIN_X),
        }
    }

    /// Left and top as a distance along the band and one across it, and back.
    pub(super) fn turn(self, (x, y): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Rows => (x, y),
            Self::Columns => (y, x),
        }
    }
}

/// Kinds that stand on a strategy map, from why to ground.
const MAP: [K; 9] = [
    K::Driver,
    K::Priority,
    K::Objective,
    K::Outcome,
    K::Change,
    K::Capability,
    K::Initiative,
    K::System,
    K::Team,
];

/// Kinds that stand on a benefits map, from why to ground.
const BENEFITS: [K; 7] = [
    K::Driver,
    K::Objective,
    K::Outcome,
    K::Change,
    K::Capability,
    K::Initiative,
    K::System,
];

/// The bands of one kind of canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bands {
    Kinds(Axis, &'static [K]),
    /// One band for each perspective and one for objectives that have none yet.
    Perspectives,
}

impl Bands {
    /// `None` where nothing is laid out: on a free canvas, and where records say where things stand.
    pub(super) fn of(kind: CanvasKind) -> Option<Self> {
        match kind {
            CanvasKind::StrategyMap => Some(Self::Kinds(Axis::Rows, &MAP)),
            CanvasKind::BenefitsMap => Some(Self::Kinds(Axis::Columns, &BENEFITS)),
            CanvasKind::Scorecard => Some(Self::Perspectives),
            CanvasKind::XMatrix
            | CanvasKind::CapabilityMap
            | CanvasKind::Trajectory
            | CanvasKind::DeliveryOutcome
            | CanvasKind::Free => None,
        }
    }

    pub(super) fn axis(self) -> Axis {
        match self {
            Self::Kinds(axis, _) => axis,
            Self::Perspectives => Axis::Rows,
        }
    }

    pub(super) fn count(self) -> usize {
        match self {
            Self::Kinds(_, kinds) => kinds.len(),
            Self::Perspectives => 5,
        }
    }

    /// The band of an element; `None` when it has no place on such a canvas.
    pub(super) fn band(self, element: &Element) -> Option<usize> {
        match self {
            Self::Kinds(_, kinds) => kinds.iter().position(|kind| *kind == element.kind()),
            Self::Perspectives => match &element.detail {
                Detail::Objective(it) => {
                    let known = it.perspective.as_ref().and_then(|it| it.known().copied());
                    Some(match known {
                        Some(Perspective::Financial) => 0,
                        Some(Perspective::Customer) => 1,
                        Some(Perspective::Process) => 2,
                        Some(Perspective::Learning) => 3,
                        None => 4,
                    })
                }
                _ => None,
            },
        }
    }
}
