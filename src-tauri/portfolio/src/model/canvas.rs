//! Canvases and the places of elements on them. An element exists once and may stand on many canvases.

use super::{CanvasId, ElementId, PlacementId};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CanvasKind {
    /// Lanes from why to ground.
    #[default]
    StrategyMap,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Canvas {
    pub id: CanvasId,
    pub title: String,
    pub kind: CanvasKind,
}

/// Where one element stands on one canvas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Placement {
    pub id: PlacementId,
    pub canvas: CanvasId,
    pub element: ElementId,
    /// Left edge in world units (pixels at zoom 1).
    pub x: f64,
    /// Top edge, counted from the top of the band of the element's kind, so that a band above may grow.
    pub y: f64,
    /// Placed by hand: the layout never moves it.
    pub pinned: bool,
}
