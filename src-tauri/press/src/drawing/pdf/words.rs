//! Words on a page of a PDF. Which letters follow each other, and where, is `usvg`'s to say, as for pixels; here they
//! become runs of one typeface that can be selected, searched and read aloud.

use crate::drawing::undrawn::MISSING;
use krilla::geom::{Point, Transform};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::tiny_skia;
use resvg::usvg::Node;
use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::layout::PositionedGlyph;
use std::collections::HashMap;

/// How far, in units, letters of one run may stand from its line.
const NEAR: f32 = 0.01;

/// The typefaces that were met, each once in the file.
#[derive(Default)]
pub(super) struct Faces(HashMap<ID, Option<Font>>);

impl Faces {
    pub(super) fn write(&mut self, node: &Node, typefaces: &Database, surface: &mut Surface<'_>) {
        self.node(node, tiny_skia::Transform::identity(), typefaces, surface);
    }

    fn node(
        &mut self,
        node: &Node,
        at: tiny_skia::Transform,
        typefaces: &Database,
        surface: &mut Surface<'_>,
    ) {
        match node {
            Node::Group(group) => {
                let at = at.pre_concat(group.transform());
                for child in group.children() {
                    self.node(child, at, typefaces, surface);
                }
            }
            Node::Text(text) => {
                let glyphs = text.layouted().iter().filter(|it| it.visible);
                let glyphs: Vec<_> = glyphs.flat_map(|it| &it.positioned_glyphs).collect();
                for run in glyphs.chunk_by(|a, b| is_beside(a, b)) {
                    self.run(run, at, typefaces, surface);
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }

    fn run(
        &mut self,
        run: &[&PositionedGlyph],
        at: tiny_skia::Transform,
        typefaces: &Database,
        surface: &mut Surface<'_>,
    ) {
        let Some(first) = run.first() else { return };
        let Some(font) = self.font(first.font, typefaces) else {
            return;
        };
        let size = first.font_size();
        let begin = first.transform();
        let to_units = font.units_per_em() / size;
        let at = at.pre_concat(begin.pre_scale(to_units, to_units));
        let mut text = String::new();
        let mut glyphs = Vec::with_capacity(run.len());
        for (n, glyph) in run.iter().enumerate() {
            let from = text.len();
            text.push_str(&glyph.text);
            let x = glyph.transform().tx;
            let advance = run.get(n + 1).map_or(0.0, |it| it.transform().tx - x);
            let id = GlyphId::new(glyph.id.0);
            let range = from..text.len();
            let put = |advance| KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, range.clone(), None);
            // The box for what no typeface here has stands for no letter by itself. Two of them, one upon the other,
            // are written with the letter that they stand for, so that it is copied and found all the same.
            if glyph.id.0 == MISSING {
                glyphs.push(put(0.0));
            }
            glyphs.push(put(advance / size));
        }
        let at = Transform::from_row(at.sx, at.ky, at.kx, at.sy, at.tx, at.ty);
        surface.push_transform(&at);
        surface.draw_glyphs(Point::from_xy(0.0, 0.0), &glyphs, font, &text, size, false);
        surface.pop();
    }

    fn font(&mut self, id: ID, typefaces: &Database) -> Option<Font> {
        let read = || {
            typefaces.with_face_data(id, |data, index| Font::new(data.to_vec().into(), index))?
        };
        self.0.entry(id).or_insert_with(read).clone()
    }
}

/// Whether a letter stands on the line of the one before it, upright and as large.
fn is_beside(a: &PositionedGlyph, b: &PositionedGlyph) -> bool {
    let (p, q) = (a.transform(), b.transform());
    a.font == b.font
        && p.kx == 0.0
        && p.ky == 0.0
        && [p.sx, p.kx, p.ky, p.sy] == [q.sx, q.kx, q.ky, q.sy]
        && (p.ty - q.ty).abs() < NEAR
}
