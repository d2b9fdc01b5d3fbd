//! Maps of every size and shape: empty, of one card, of thousands, with cards in odd places. What the layout promises
//! about single cards stands in `layout`.

use crate::layout::{at, canvas, drawn, overlap, place_of, put, standing};
use portfolio::layout::{MARGIN_X, MARGIN_Y, PITCH_X, PITCH_Y, Place, append, tidy};
use portfolio::model::{CanvasId, Change, Diff, ElementId, Placement, Portfolio, Record};
use std::collections::{BTreeMap, BTreeSet};

fn all(portfolio: &Portfolio) -> Vec<ElementId> {
    portfolio.elements().map(|it| it.id.clone()).collect()
}

/// Column and row of a place that lies on the grid.
fn cell(place: &Place) -> (i64, i64) {
    let (column, row) = (
        (place.x - MARGIN_X) / PITCH_X,
        (place.y - MARGIN_Y) / PITCH_Y,
    );
    assert!(
        (column - column.round()).abs() < 1e-6 && (row - row.round()).abs() < 1e-6,
        "{place:?}"
    );
    (column.round() as i64, row.round() as i64)
}

#[test]
fn a_map_without_cards_needs_no_places() {
    let portfolio = drawn("");
    assert!(tidy(&portfolio, &canvas()).is_empty());
    assert!(append(&portfolio, &canvas(), &[]).is_empty());
    assert!(append(&portfolio, &canvas(), &[ElementId::new("nobody")]).is_empty());
}

#[test]
fn one_card_stands_in_the_middle_of_the_first_row() {
    let portfolio = drawn("objective o \"Alone\"");
    let places = tidy(&portfolio, &canvas());
    assert_eq!(places.len(), 1);
    assert_eq!(cell(&places[0]), (2, 0));
    assert_eq!(places, append(&portfolio, &canvas(), &all(&portfolio)));
}

#[test]
fn what_has_no_band_stands_on_no_map_and_moves_nobody() {
    let cards = "objective o \"O\"\ninitiative i \"I\" -> o\n";
    let others = "indicator k \"K\" measures o\nassumption a \"A\"\ndecision d \"D\" cites o\nperson p \"P\"\nterm t \"T\"\n";
    let (few, more) = (drawn(cards), drawn(&format!("{cards}{others}")));
    assert_eq!(tidy(&few, &canvas()), tidy(&more, &canvas()));
    assert_eq!(append(&more, &canvas(), &all(&more)).len(), 2);
}

#[test]
fn a_long_title_takes_no_more_room_than_a_short_one() {
    let of = |title: &str| {
        let text = format!("objective o \"{title}\"\n3x initiative i \"{title}\" -> o");
        tidy(&drawn(&text), &canvas())
    };
    assert_eq!(of("A"), of(&"A very long title ".repeat(16)));
}

#[test]
fn thousands_of_cards_touch_nobody_and_the_map_keeps_the_shape_of_a_screen() {
    for (text, cards) in [
        ("1000x initiative i \"I\"".to_owned(), 1_000),
        (
            "50x objective o \"O\"\n2000x initiative i \"I\" -> o1 -> o2".to_owned(),
            2_050,
        ),
        (linked(400), 800),
    ] {
        let portfolio = drawn(&text);
        let places = tidy(&portfolio, &canvas());
        assert_eq!(places.len(), cards);
        let (mut wide, mut deep) = (0.0_f64, BTreeMap::new());
        for it in &places {
            let kind = portfolio.element(&it.element).unwrap().kind();
            let low: &mut f64 = deep.entry(kind).or_default();
            (wide, *low) = (wide.max(it.x + PITCH_X), low.max(it.y + PITCH_Y));
        }
        let shape = wide / deep.values().sum::<f64>();
        assert!((0.7..2.5).contains(&shape), "{cards} cards: {shape}");
        assert_eq!(overlap(&portfolio, &places), None);
        assert_eq!(places, tidy(&portfolio, &canvas()), "and again the same");
    }
}

/// So many objectives with one initiative each, as far apart as they can be drawn.
fn linked(count: usize) -> String {
    let goals: String = (0..count)
        .map(|n| format!("objective o{n:03} \"O\"\n"))
        .collect();
    let work = (0..count).map(|n| format!("initiative i{n:03} \"I\" -> o{:03}\n", count - 1 - n));
    goals + &work.collect::<String>()
}

#[test]
fn a_band_leaves_no_row_empty() {
    for text in [
        "91x initiative i \"I\"",
        "3x priority p \"P\"\n40x initiative i \"I\" -> p1\n9x system s \"S\"",
    ] {
        let portfolio = drawn(text);
        let mut rows: BTreeMap<_, BTreeSet<i64>> = BTreeMap::new();
        for it in tidy(&portfolio, &canvas()) {
            let kind = portfolio.element(&it.element).unwrap().kind();
            rows.entry(kind).or_default().insert(cell(&it).1);
        }
        for (kind, rows) in rows {
            let expected: BTreeSet<i64> = (0..i64::try_from(rows.len()).unwrap()).collect();
            assert_eq!(rows, expected, "{kind:?}");
        }
    }
}

#[test]
fn a_card_placed_far_away_by_hand_stays_and_the_map_beside_it_is_as_without_it() {
    let text = "objective o \"O\"\n4x initiative i \"I\" -> o";
    let without: Vec<Place> = tidy(&drawn(text), &canvas());
    for (x, y) in [(-9_000.0, 28.0), (40_000.0, 9_000.0), (40.0, -900.0)] {
        let mut portfolio = drawn(&format!("{text}\ninitiative z \"By hand\""));
        put(&mut portfolio, &[at("z", x, y)], true);
        let places = tidy(&portfolio, &canvas());
        let mut everybody = places.clone();
        everybody.extend(standing(&portfolio));
        assert_eq!(overlap(&portfolio, &everybody), None);
        assert_eq!(places.len(), without.len());
        assert_eq!(standing(&portfolio), [at("z", x, y)]);
    }
}

#[test]
fn cards_on_another_map_take_no_room_on_this_one() {
    let mut portfolio = drawn("3x objective o \"O\"\ncanvas other \"Other\" shows=o*");
    assert_eq!(append(&portfolio, &canvas(), &all(&portfolio)).len(), 3);
    let places = tidy(&portfolio, &canvas());
    put(&mut portfolio, &places[..1], false);
    let rest = append(&portfolio, &canvas(), &all(&portfolio));
    assert_eq!(rest.len(), 2, "one stands here already");
    assert!(rest.iter().all(|it| cell(it) != cell(&places[0])));
}

#[test]
fn a_card_placed_by_hand_on_another_map_is_free_on_this_one() {
    let mut portfolio = drawn("3x objective o \"O\"\ncanvas other \"Other\" shows=o*");
    let by_hand = portfolio.placements().next().unwrap().clone();
    let moved = Placement {
        x: 9_000.0,
        pinned: true,
        locked: false,
        ..by_hand.clone()
    };
    portfolio.apply(&Diff {
        changes: vec![Change {
            before: Some(Record::Placement(by_hand)),
            after: Some(Record::Placement(moved)),
        }],
    });
    assert_eq!(tidy(&portfolio, &canvas()).len(), 3);
    assert_eq!(tidy(&portfolio, &CanvasId::new("other")).len(), 2);
}

#[test]
fn an_element_named_twice_gets_one_place() {
    let portfolio = drawn("2x objective o \"O\"");
    let twice: Vec<ElementId> = all(&portfolio).into_iter().cycle().take(6).collect();
    let places = append(&portfolio, &canvas(), &twice);
    assert_eq!(places.len(), 2);
    assert_ne!(cell(&places[0]), cell(&places[1]));
}

#[test]
fn what_leads_to_two_stands_between_them_and_a_retired_link_pulls_nobody() {
    let places = |last: &str| {
        let portfolio = drawn(&format!(
            "objective a \"A\"\nobjective b \"B\"\nobjective c \"C\"\ninitiative i \"I\" -> a {last}"
        ));
        tidy(&portfolio, &canvas())
    };
    let between = places("-> c");
    let x = |places: &[Place], id: &str| place_of(places, id).x;
    let middle = (x(&between, "a") + x(&between, "c")) / 2.0;
    assert!((x(&between, "i") - middle).abs() <= PITCH_X / 2.0);
    let beside = places("-> c (state=retired)");
    assert!((x(&beside, "i") - x(&beside, "a")).abs() < 1.0);
    let proposed = places("~> c");
    assert_eq!(
        x(&proposed, "i"),
        x(&between, "i"),
        "what is proposed is drawn and pulls"
    );
}

#[test]
fn new_cards_fill_the_gaps_that_others_left() {
    let mut portfolio = drawn("7x initiative i \"I\"");
    let ids = all(&portfolio);
    let places = append(&portfolio, &canvas(), &ids[..6]);
    let gone = &places[2];
    let kept: Vec<Place> = places.iter().filter(|it| *it != gone).cloned().collect();
    put(&mut portfolio, &kept, false);
    let added = append(&portfolio, &canvas(), &ids[6..]);
    assert_eq!((added[0].x, added[0].y), (gone.x, gone.y));
}
