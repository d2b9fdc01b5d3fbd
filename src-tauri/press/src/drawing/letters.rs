//! Words of a picture of pixels. How letters follow each other, which typeface has them and which way they run is
//! `usvg`'s to say; it is asked once for all the words of a strip, and answers with their outlines.

use super::svg::words;
use super::{Drawing, Item, fonts};
use resvg::tiny_skia::{Path, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{self, Node, Options, Tree};
use std::io;
use std::sync::Arc;

/// What words are made of.
pub(super) enum Letter<'a> {
    Outline(&'a Path, Transform),
    /// Some letters are pictures themselves.
    Picture {
        left: f64,
        top: f64,
        pixels: Pixmap,
    },
}

pub(super) struct Letters(Option<Tree>);

impl Letters {
    /// Sets some words of a drawing.
    pub(super) fn of<'a>(
        drawing: &Drawing,
        items: impl Iterator<Item = (usize, &'a Item)>,
        typefaces: &Arc<Database>,
    ) -> io::Result<Self> {
        let Some(text) = words(drawing, items, fonts::named_weight)? else {
            return Ok(Self(None));
        };
        let options = Options {
            fontdb: Arc::clone(typefaces),
            font_family: "Inter".to_owned(),
            ..Options::default()
        };
        let tree = Tree::from_data(&text, &options).map_err(io::Error::other)?;
        Ok(Self(Some(tree)))
    }

    /// The words in their order, each with the number of its item. What holds no ink is left out.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Node)> {
        let nodes = self.0.iter().flat_map(|tree| tree.root().children());
        nodes.filter_map(|node| Some((number(node)?, node)))
    }
}

/// Tells the letters of some words, with as many pixels for each unit.
pub(super) fn letters(node: &Node, scale: f32, told: &mut impl FnMut(Letter<'_>)) {
    if is_plain(node) {
        outlines(node, Transform::identity(), told);
        return;
    }
    let Some(place) = node.abs_layer_bounding_box() else {
        return;
    };
    let (x, y) = (place.x() * scale, place.y() * scale);
    let (left, top) = (x.floor(), y.floor());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let side = |length: f32| (length * scale).ceil() as u32 + 2;
    let Some(mut pixels) = Pixmap::new(side(place.width()), side(place.height())) else {
        return;
    };
    let to_pixels = Transform::from_translate(x - left, y - top).pre_scale(scale, scale);
    resvg::render_node(node, to_pixels, &mut pixels.as_mut());
    let (left, top) = (f64::from(left), f64::from(top));
    told(Letter::Picture { left, top, pixels });
}

fn number(node: &Node) -> Option<usize> {
    match node {
        Node::Text(text) => text.id().strip_prefix('t')?.parse().ok(),
        Node::Group(group) => group.children().iter().find_map(number),
        Node::Path(_) | Node::Image(_) => None,
    }
}

/// Whether it is made of nothing but outlines in one colour.
fn is_plain(node: &Node) -> bool {
    let all =
        |group: &usvg::Group| !group.should_isolate() && group.children().iter().all(is_plain);
    match node {
        Node::Group(group) => all(group),
        Node::Text(text) => all(text.flattened()),
        Node::Path(path) => {
            path.stroke().is_none()
                && path
                    .fill()
                    .is_some_and(|it| matches!(it.paint(), usvg::Paint::Color(_)))
        }
        Node::Image(_) => false,
    }
}

fn outlines(node: &Node, to_units: Transform, told: &mut impl FnMut(Letter<'_>)) {
    let group = match node {
        Node::Path(path) => {
            told(Letter::Outline(path.data(), to_units));
            return;
        }
        Node::Group(group) => group,
        Node::Text(text) => text.flattened(),
        Node::Image(_) => return,
    };
    let to_units = to_units.pre_concat(group.transform());
    for child in group.children() {
        outlines(child, to_units, told);
    }
}
