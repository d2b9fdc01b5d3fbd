//! The typeface of pictures: the one of the screen, in the three weights it is drawn with. Scripts it does not have
//! are looked for among the typefaces of the system, but only when a drawing asks for them.

use super::Drawing;
use super::undrawn::missing;
use resvg::usvg::fontdb::Database;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

const FACES: [&[u8]; 3] = [
    include_bytes!("../../fonts/Inter-400.ttf"),
    include_bytes!("../../fonts/Inter-550.ttf"),
    include_bytes!("../../fonts/Inter-650.ttf"),
];

/// As the SVG names it: on the page it is called differently, and a viewer elsewhere may have neither.
pub(super) const FAMILY: &str =
    "'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// The weight by which the face of a weight is found: only hundreds are looked for, and ours lie between.
pub(super) fn named_weight(weight: u16) -> u16 {
    match weight {
        ..=475 => 400,
        476..=600 => 500,
        _ => 700,
    }
}

/// The typefaces that a drawing needs: ours alone where it has every letter.
pub(super) fn of(drawing: &Drawing) -> Arc<Database> {
    static OWN: OnceLock<Arc<Database>> = OnceLock::new();
    let own = OWN.get_or_init(|| Arc::new(own()));
    match missing(drawing, own, &mut BTreeSet::new()) {
        Ok(letters) if letters.is_empty() => Arc::clone(own),
        _ => all(),
    }
}

/// Ours and those of this computer.
pub(super) fn all() -> Arc<Database> {
    static ALL: OnceLock<Arc<Database>> = OnceLock::new();
    Arc::clone(ALL.get_or_init(|| {
        let mut database = own();
        database.load_system_fonts();
        Arc::new(database)
    }))
}

fn own() -> Database {
    let mut database = Database::new();
    for face in FACES {
        database.load_font_data(face.to_vec());
    }
    database.set_sans_serif_family("Inter");
    database
}
