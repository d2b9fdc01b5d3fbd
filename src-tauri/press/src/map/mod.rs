//! The map in small: six lanes from why to ground, drawn in the order in which the cards stand on the canvas.
//!
//! Only geometry is made here; the template draws it. A lane of few elements shows cards with their titles; the
//! lane of work, when it is full, shows one square for each initiative, solid when it reaches an objective.

mod title;
mod wires;

use crate::Frozen;
use crate::format::{count, counted, money};
use crate::reach::Reach;
use crate::strategy::{money_reaching, reaching};
use crate::words;
use portfolio::model::{CanvasId, Element, ElementId, ElementKind, Lang, Level, Maybe};
use serde::Serialize;
use std::collections::BTreeMap;
use wires::{Ends, Line};

const WIDTH: f64 = 1344.0;
const LABEL: f64 = 152.0;
const CARD_W: f64 = 184.0;
const CARD_H: f64 = 66.0;
/// What a third line of a title adds to the cards of a lane.
const LINE_H: f64 = 16.0;
const GAP: f64 = 12.0;
const ROW_GAP: f64 = 22.0;
const PAD: f64 = 14.0;
const PER_ROW: usize = 6;
/// Cards of a lane that are drawn; the others are counted.
const MOST_CARDS: usize = 18;
/// Beyond it initiatives become squares.
const MOST_WORK_CARDS: usize = 18;
/// Letters of the line below the title.
const NOTE_LETTERS: usize = 27;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Map {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) label_width: f64,
    pub(crate) lanes: Vec<Lane>,
    pub(crate) links: Vec<Line>,
    /// Some links are only proposed.
    pub(crate) proposed: bool,
    /// Links were left out because there are too many.
    pub(crate) crowded: bool,
    /// Some cards are drawn as ghosts.
    pub(crate) ghosts: bool,
    /// Initiatives are drawn as squares.
    pub(crate) squares: bool,
    /// What the drawing says, for who does not see it.
    pub(crate) spoken: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Lane {
    /// 1 to 6, from why to ground.
    pub(crate) number: usize,
    pub(crate) y: f64,
    pub(crate) height: f64,
    pub(crate) name: &'static str,
    /// “5 priorities”, “11 objectives”.
    pub(crate) counts: Vec<String>,
    pub(crate) cards: Vec<Card>,
    pub(crate) squares: Vec<Square>,
    /// Said in the lane when it is empty.
    pub(crate) empty: Option<&'static str>,
    pub(crate) more: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Card {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) w: f64,
    pub(crate) h: f64,
    pub(crate) title: String,
    pub(crate) lines: Vec<String>,
    pub(crate) note: String,
    /// An objective or priority that no active work reaches, or active work that reaches no objective.
    pub(crate) ghost: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Square {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) size: f64,
    /// `solid`, `hollow` or `idle`.
    pub(crate) look: &'static str,
    pub(crate) title: String,
}

const LEVELS: [Level; 6] = [
    Level::Why,
    Level::Direction,
    Level::Value,
    Level::Ability,
    Level::Work,
    Level::Ground,
];

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
fn float(count: usize) -> f64 {
    count as f64
}

pub(crate) fn map(frozen: &Frozen, reach: &Reach<'_>, lang: Lang) -> Map {
    let mut lanes = Vec::new();
    let mut ends: BTreeMap<&ElementId, Ends> = BTreeMap::new();
    let mut y = 0.0;
    for (at, level) in LEVELS.into_iter().enumerate() {
        let elements = in_order(frozen, level);
        let mut lane = Lane {
            number: at + 1,
            y,
            height: 0.0,
            name: words::level(level, lang),
            counts: counts(&elements, lang),
            cards: Vec::new(),
            squares: Vec::new(),
            empty: elements.is_empty().then(|| words::level_empty(level, lang)),
            more: None,
        };
        if level == Level::Work && elements.len() > MOST_WORK_CARDS {
            squares(&mut lane, &elements, reach, &mut ends);
        } else {
            cards(&mut lane, &elements, frozen, reach, &mut ends, lang);
        }
        y += lane.height + 6.0;
        lanes.push(lane);
    }
    let (links, proposed, crowded) = wires::links(frozen, reach, &ends);
    Map {
        width: WIDTH,
        height: y - 6.0,
        label_width: LABEL,
        ghosts: lanes
            .iter()
            .any(|lane| lane.cards.iter().any(|it| it.ghost)),
        squares: lanes.iter().any(|lane| !lane.squares.is_empty()),
        spoken: spoken(&lanes),
        lanes,
        links,
        proposed,
        crowded,
    }
}

/// Elements of a level as they stand on the first canvas: by kind, from top to bottom, from left to right.
fn in_order(frozen: &Frozen, level: Level) -> Vec<&Element> {
    let canvas: Option<&CanvasId> = frozen.portfolio.canvases().next().map(|it| &it.id);
    let mut all: Vec<(&Element, Option<(f64, f64)>)> = frozen
        .portfolio
        .elements()
        .filter(|element| element.kind().level() == Some(level))
        .map(|element| {
            let place = frozen
                .portfolio
                .placements_of(&element.id)
                .find(|it| Some(&it.canvas) == canvas)
                .map(|it| (it.y, it.x));
            (element, place)
        })
        .collect();
    all.sort_by(|(a, at), (b, bt)| {
        let far = (f64::INFINITY, f64::INFINITY);
        let (one, other) = (at.unwrap_or(far), bt.unwrap_or(far));
        a.kind()
            .cmp(&b.kind())
            .then(one.0.total_cmp(&other.0))
            .then(one.1.total_cmp(&other.1))
            .then(a.id.cmp(&b.id))
    });
    all.into_iter().map(|(element, _)| element).collect()
}

fn counts(elements: &[&Element], lang: Lang) -> Vec<String> {
    ElementKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let number = elements.iter().filter(|it| it.kind() == kind).count();
            let (one, many) = words::kind(kind, lang);
            (number > 0).then(|| counted(number, one, many, lang))
        })
        .collect()
}

fn cards<'a>(
    lane: &mut Lane,
    elements: &[&'a Element],
    frozen: &Frozen,
    reach: &Reach<'_>,
    ends: &mut BTreeMap<&'a ElementId, Ends>,
    lang: Lang,
) {
    let left = LABEL + PAD;
    let drawn = &elements[..elements.len().min(MOST_CARDS)];
    let titles: Vec<Vec<String>> = drawn.iter().map(|it| title::wrapped(&it.title)).collect();
    let most_lines = titles.iter().map(Vec::len).max().unwrap_or(0);
    let card_h = CARD_H + if most_lines > 2 { LINE_H } else { 0.0 };
    let (mut row, mut column) = (0, 0);
    let mut last = None;
    for (element, lines) in drawn.iter().zip(titles) {
        let begins = starts_a_row(element.kind()) && last != Some(element.kind());
        if column == PER_ROW || (column > 0 && begins) {
            row += 1;
            column = 0;
        }
        last = Some(element.kind());
        let x = left + float(column) * (CARD_W + GAP);
        let y = lane.y + PAD + float(row) * (card_h + ROW_GAP);
        let (note, ghost) = note(frozen, reach, element, lang);
        lane.cards.push(Card {
            x: tenth(x),
            y: tenth(y),
            w: CARD_W,
            h: card_h,
            title: element.title.clone(),
            lines,
            note,
            ghost,
        });
        ends.insert(
            &element.id,
            Ends {
                x: x + CARD_W / 2.0,
                top: y,
                bottom: y + card_h,
                square: false,
            },
        );
        column += 1;
    }
    let rows = if elements.is_empty() { 0 } else { row + 1 };
    lane.height = if rows == 0 {
        40.0
    } else {
        2.0 * PAD + float(rows) * card_h + float(rows - 1) * ROW_GAP
    };
    if elements.len() > MOST_CARDS {
        let more = elements.len() - MOST_CARDS;
        lane.more = Some(words::of(lang).more.replace("{}", &count(more, lang)));
        lane.height += 18.0;
    }
}

/// Objectives stand below priorities, and changes below the outcomes that they lead to.
fn starts_a_row(kind: ElementKind) -> bool {
    matches!(kind, ElementKind::Objective | ElementKind::Change)
}

fn note(frozen: &Frozen, reach: &Reach<'_>, element: &Element, lang: Lang) -> (String, bool) {
    match element.kind() {
        ElementKind::Objective => {
            let work = reaching(reach, element);
            let mut note = counted(work, "initiative", "initiatives", lang);
            let money = money_reaching(reach, element, lang).join(" + ");
            if !money.is_empty() {
                let short = format!("{} · {money}", count(work, lang));
                let long = format!("{note} · {money}");
                // The table below says in full what does not fit on a card.
                note = [long, short]
                    .into_iter()
                    .find(|it| it.chars().count() <= NOTE_LETTERS)
                    .unwrap_or(note);
            }
            (note, work == 0)
        }
        ElementKind::Priority => {
            let objectives = frozen
                .portfolio
                .links_to(&element.id)
                .filter(|link| reach.carries(link))
                .filter_map(|link| frozen.portfolio.element(&link.from))
                .filter(|it| it.kind() == ElementKind::Objective)
                .count();
            let (one, many) = words::kind(ElementKind::Objective, lang);
            (counted(objectives, one, many, lang), objectives == 0)
        }
        ElementKind::Initiative => (
            budget_of(element, lang),
            reach.is_active(&element.id) && !reach.reaches_any(&element.id),
        ),
        kind => (words::kind(kind, lang).0.to_owned(), false),
    }
}

/// The budget of an initiative, or why there is none.
fn budget_of(element: &Element, lang: Lang) -> String {
    match element.initiative().and_then(|it| it.budget.as_ref()) {
        Some(Maybe::Known(it)) => money(it.amount, &it.currency, lang),
        Some(Maybe::Missing(gap)) => words::reason(gap.reason, lang).to_owned(),
        None => words::of(lang).without_amount.to_owned(),
    }
}

fn squares<'a>(
    lane: &mut Lane,
    elements: &[&'a Element],
    reach: &Reach<'_>,
    ends: &mut BTreeMap<&'a ElementId, Ends>,
) {
    let left = LABEL + PAD;
    let room = WIDTH - left - PAD;
    let steps = [24.0, 18.0, 14.0, 11.0, 9.0];
    let per_row = |pitch: f64| -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small positive number"
        )]
        let columns = (room / pitch) as usize;
        columns.max(1)
    };
    let pitch = steps
        .into_iter()
        .find(|pitch| elements.len().div_ceil(per_row(*pitch)) <= 6)
        .unwrap_or(7.0);
    let columns = per_row(pitch);
    let size = pitch - (pitch * 0.22).max(2.0);
    for (at, element) in elements.iter().enumerate() {
        let x = left + float(at % columns) * pitch;
        let y = lane.y + PAD + float(at / columns) * pitch;
        let idle = !reach.is_active(&element.id);
        let look = match (idle, reach.reaches_any(&element.id)) {
            (true, _) => "idle",
            (false, true) => "solid",
            (false, false) => "hollow",
        };
        lane.squares.push(Square {
            x: tenth(x),
            y: tenth(y),
            size: tenth(size),
            look,
            title: element.title.clone(),
        });
        ends.insert(
            &element.id,
            Ends {
                x: x + size / 2.0,
                top: y,
                bottom: y + size,
                square: true,
            },
        );
    }
    lane.height = 2.0 * PAD + float(elements.len().div_ceil(columns)) * pitch;
}

fn spoken(lanes: &[Lane]) -> String {
    lanes
        .iter()
        .map(|lane| match lane.empty {
            Some(empty) => empty.to_owned(),
            None => format!("{}: {}", lane.name, lane.counts.join(", ")),
        })
        .collect::<Vec<_>>()
        .join(". ")
}
