//! Canvases, the places of elements on them, and the notes that lie there. An element exists once and may stand on
//! many canvases; a note belongs to one canvas until it becomes an element.

use super::{CanvasId, Date, ElementId, FrameId, NoteId, PlacementId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a canvas is for; it decides which elements stand on it and who says where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CanvasKind {
    /// Lanes from why to ground.
    #[default]
    StrategyMap,
    /// Objectives in the four perspectives of a balanced scorecard (Kaplan and Norton).
    Scorecard,
    /// Columns from driver to system, read from either side.
    BenefitsMap,
    /// Four sides and the correlations between them (Hoshin).
    XMatrix,
    /// Capabilities inside capabilities, coloured by importance and gap.
    CapabilityMap,
    /// Work, milestones and decisions along time.
    Trajectory,
    /// How far the work is against how far the result is.
    DeliveryOutcome,
    /// Any elements, notes and frames, where somebody put them.
    Free,
}

/// Who says where things stand on a canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Every element of the kinds that it shows, in bands, laid out and moved by hand.
    Bands,
    /// Only what was put there, anywhere.
    Anywhere,
    /// What the records say: nothing is stored.
    Derived,
}

impl CanvasKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::StrategyMap,
        Self::Scorecard,
        Self::BenefitsMap,
        Self::XMatrix,
        Self::CapabilityMap,
        Self::Trajectory,
        Self::DeliveryOutcome,
        Self::Free,
    ];

    #[must_use]
    pub fn standing(self) -> Standing {
        match self {
            Self::StrategyMap | Self::Scorecard | Self::BenefitsMap => Standing::Bands,
            Self::Free => Standing::Anywhere,
            Self::XMatrix | Self::CapabilityMap | Self::Trajectory | Self::DeliveryOutcome => {
                Standing::Derived
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Canvas {
    pub id: CanvasId,
    pub title: String,
    pub kind: CanvasKind,
    /// In the order in which a presentation steps through them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[specta(optional)]
    pub frames: Vec<Frame>,
}

/// A camera: a part of a canvas that is shown whole. It holds nothing; what stands there stands on the canvas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Frame {
    pub id: FrameId,
    pub title: String,
    /// Left edge in world units (pixels at zoom 1), from the corner of the picture.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Where one element stands on one canvas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Placement {
    pub id: PlacementId,
    pub canvas: CanvasId,
    pub element: ElementId,
    /// Left edge in world units (pixels at zoom 1); on a benefits map counted from the left of the column.
    pub x: f64,
    /// Top edge, counted from the top of the band that the element stands in, so that a band above may grow.
    pub y: f64,
    /// Placed by hand: the layout never moves it.
    pub pinned: bool,
    /// Nobody moves it, not even by hand, until it is unlocked.
    #[serde(default)]
    pub locked: bool,
}

/// The papers that a note can be of: a meaning that a room gives them, never a status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NotePaper {
    #[default]
    Sand,
    Rose,
    Sky,
    Mint,
    Grey,
}

/// Words on a canvas that are no element yet: a sticky note, or a comment where it is about an element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Note {
    pub id: NoteId,
    pub canvas: CanvasId,
    #[serde(default)]
    pub text: String,
    /// Left edge in world units; unlike those of placements, places of notes count from the corner of the picture.
    pub x: f64,
    pub y: f64,
    #[serde(default)]
    pub paper: NotePaper,
    /// What it is a comment on.
    #[serde(default)]
    pub about: Option<ElementId>,
    /// Who wrote it; empty when nobody said.
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub on: Option<Date>,
    #[serde(default)]
    pub locked: bool,
}
