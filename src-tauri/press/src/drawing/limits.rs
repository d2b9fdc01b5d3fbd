//! How large a drawing may be, and that its numbers are numbers one can draw with. What passes here can be
//! written without asking again.

use super::{Drawing, Group, Item, Look, Paint, Setting};
use portfolio::error::Words;
use portfolio::{Code, Error, Result};

/// Ten thousand cards are a tenth of it.
const MOST_ITEMS: usize = 2_000_000;
const MOST_STYLES: usize = 20_000;
const LONGEST_TEXT: usize = 4_000;
const LONGEST_DASH: usize = 16;
/// Longest side, in units.
const LONGEST_SIDE: f64 = 1e6;
const FARTHEST: f64 = 1e7;

impl Drawing {
    /// Holds that the drawing can be written.
    ///
    /// # Errors
    /// `TooLarge` for more than is drawn, `BadValue` for a number that is none.
    pub fn check(&self) -> Result<()> {
        let items: usize = self.groups.iter().map(|it| it.items.len()).sum();
        let styles = self.looks.len() + self.types.len() + self.clips.len();
        if items + self.groups.len() > MOST_ITEMS || styles > MOST_STYLES {
            return Err(too_much());
        }
        let sides = [self.width, self.height];
        if sides.iter().any(|side| *side > LONGEST_SIDE) {
            return Err(too_much());
        }
        let right = sides.iter().all(|side| *side >= 1.0)
            && self.title.len() <= LONGEST_TEXT
            && self.looks.iter().all(|it| self.look(it))
            && self.types.iter().all(|it| self.setting(it))
            && self.groups.iter().all(|it| self.group(it));
        if right { Ok(()) } else { Err(unclear()) }
    }

    fn look(&self, look: &Look) -> bool {
        let fill = match &look.fill {
            Some(Paint::Hatch(_, phase)) => within(*phase, 0.0, 4.0),
            Some(Paint::Plain(_)) | None => true,
        };
        let stroke = look.stroke.as_ref().is_none_or(|it| {
            within(it.width, 0.0, 1e4)
                && it.dash.len() <= LONGEST_DASH
                && it.dash.iter().all(|length| within(*length, 0.0, 1e5))
                && (it.dash.is_empty() || it.dash.iter().sum::<f64>() >= 0.05)
        });
        let shadow = look.shadow.as_ref().is_none_or(|it| {
            within(it.blur, 0.0, 200.0)
                && within(it.dx, -500.0, 500.0)
                && within(it.dy, -500.0, 500.0)
        });
        fill && stroke && shadow && self.has_clip(look.clip)
    }

    fn setting(&self, setting: &Setting) -> bool {
        within(setting.size, 1.0, 2_000.0)
            && (1..=1000).contains(&setting.weight)
            && self.has_clip(setting.clip)
    }

    fn has_clip(&self, clip: Option<u32>) -> bool {
        clip.is_none_or(|it| (it as usize) < self.clips.len())
    }

    fn group(&self, group: &Group) -> bool {
        group.title.len() <= LONGEST_TEXT
            && group.id.as_ref().is_none_or(|it| it.len() <= 200)
            && group.items.iter().all(|it| self.item(it))
    }

    fn item(&self, item: &Item) -> bool {
        let near = |numbers: &[f64]| numbers.iter().all(|it| within(*it, -FARTHEST, FARTHEST));
        match item {
            Item::Rect(look, x, y, w, h, r) => {
                self.has_look(*look)
                    && near(&[*x, *y, *w, *h])
                    && within(*r, 0.0, FARTHEST)
                    && *w >= 0.0
                    && *h >= 0.0
            }
            Item::Disc(look, x, y, r) => {
                self.has_look(*look) && near(&[*x, *y]) && within(*r, 0.0, FARTHEST)
            }
            Item::Path(look, _) => self.has_look(*look),
            Item::Text(setting, x, y, width, turn, words) => {
                (*setting as usize) < self.types.len()
                    && near(&[*x, *y])
                    && within(*width, 0.0, FARTHEST)
                    && within(*turn, -360.0, 360.0)
                    && words.len() <= LONGEST_TEXT
            }
        }
    }

    fn has_look(&self, look: u32) -> bool {
        (look as usize) < self.looks.len()
    }
}

/// False for what is no number, too.
fn within(value: f64, low: f64, high: f64) -> bool {
    (low..=high).contains(&value)
}

fn too_much() -> Error {
    Error::new(
        Code::TooLarge,
        Words::new(
            "This picture would be larger than any program opens. Nothing was written.",
            "Cette image serait plus grande que ce qu’un programme peut ouvrir. Rien n’a été écrit.",
        ),
        Words::new(
            "Save what is in view or selected instead of everything, or bring together cards that lie far away.",
            "Enregistrez ce qui est affiché ou sélectionné plutôt que tout, ou rapprochez les cartes très éloignées.",
        ),
    )
}

/// What is said of a drawing that cannot be drawn, or that is none.
#[must_use]
pub fn unclear() -> Error {
    Error::new(
        Code::BadValue,
        Words::new(
            "Something in this picture has a place or size that cannot be drawn. Nothing was written.",
            "Un élément de cette image a une position ou une taille impossible à dessiner. Rien n’a été écrit.",
        ),
        Words::new(
            "Tidy up the map and try again. If it happens again, report what the map shows.",
            "Rangez la carte, puis réessayez. Si cela se reproduit, signalez ce que montre la carte.",
        ),
    )
}
