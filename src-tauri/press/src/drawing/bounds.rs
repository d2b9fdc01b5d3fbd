//! Which part of the height an item of a drawing takes, so that a strip of a picture draws only what it shows.

use super::outline::Span;
use super::{Drawing, Item, Look};

impl Drawing {
    /// Generous: what it leaves out is certainly not there.
    pub(super) fn span_of(&self, item: &Item) -> Span {
        match item {
            Item::Rect(look, _, y, _, h, _) => {
                let reach = self.reach(*look);
                Span {
                    top: *y,
                    bottom: y + h,
                }
                .wider(reach)
            }
            Item::Disc(look, _, y, r) => Span {
                top: y - r,
                bottom: y + r,
            }
            .wider(self.reach(*look)),
            Item::Path(look, outline) => outline.span().wider(self.reach(*look)),
            Item::Text(setting, _, y, width, turn, _) => {
                let size = self.types.get(*setting as usize).map_or(0.0, |it| it.size);
                let aside = if *turn == 0.0 { 0.0 } else { *width };
                Span {
                    top: *y,
                    bottom: *y,
                }
                .wider(aside + 1.5 * size)
            }
        }
    }

    /// How far ink goes beyond the outline: the pen, the points of sharp corners, the shadow.
    pub(super) fn reach(&self, look: u32) -> f64 {
        self.looks.get(look as usize).map_or(0.0, Look::reach)
    }
}

impl Look {
    fn reach(&self) -> f64 {
        let pen = self.stroke.as_ref().map_or(0.0, |it| it.width * 5.0);
        let shadow = self
            .shadow
            .as_ref()
            .map_or(0.0, |it| it.dy.abs() + it.blur * 2.0);
        pen + shadow + 1.0
    }
}
