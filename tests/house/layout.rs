//! The layout from outside: nobody overlaps, nobody placed by hand moves, and a line stands upright.

use portfolio::fixture;
use portfolio::layout::{CARD_HEIGHT, CARD_WIDTH, MARGIN_X, MARGIN_Y, Place, append, tidy};
use portfolio::model::{
    Canvas, CanvasId, CanvasKind, Change, Diff, ElementId, ElementKind, Placement, PlacementId,
    Portfolio, Record,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

pub(crate) fn canvas() -> CanvasId {
    CanvasId::new("map")
}

fn add(portfolio: &mut Portfolio, record: Record) {
    let changes = vec![Change {
        before: None,
        after: Some(record),
    }];
    portfolio.apply(&Diff { changes });
}

pub(crate) fn drawn(text: &str) -> Portfolio {
    drawn_as(CanvasKind::StrategyMap, text)
}

fn drawn_as(kind: CanvasKind, text: &str) -> Portfolio {
    let mut portfolio = fixture::draw(text).unwrap().portfolio();
    let canvas = Canvas {
        id: canvas(),
        title: "Map".to_owned(),
        kind,
        frames: Vec::new(),
    };
    add(&mut portfolio, Record::Canvas(canvas));
    portfolio
}

pub(crate) fn put(portfolio: &mut Portfolio, places: &[Place], pinned: bool) {
    for it in places {
        let placement = Placement {
            id: PlacementId::new(format!("map.{}", it.element)),
            canvas: canvas(),
            element: it.element.clone(),
            x: it.x,
            y: it.y,
            pinned,
            locked: false,
        };
        add(portfolio, Record::Placement(placement));
    }
}

pub(crate) fn at(id: &str, x: f64, y: f64) -> Place {
    Place {
        element: ElementId::new(id),
        x,
        y,
    }
}

pub(crate) fn place_of<'a>(places: &'a [Place], id: &str) -> &'a Place {
    places.iter().find(|it| it.element.as_str() == id).unwrap()
}

/// Two cards of one kind that touch.
pub(crate) fn overlap(portfolio: &Portfolio, places: &[Place]) -> Option<(String, String)> {
    for (n, a) in places.iter().enumerate() {
        for b in &places[..n] {
            let kind = |it: &Place| portfolio.element(&it.element).unwrap().kind();
            if kind(a) == kind(b)
                && (a.x - b.x).abs() < CARD_WIDTH
                && (a.y - b.y).abs() < CARD_HEIGHT
            {
                return Some((a.element.to_string(), b.element.to_string()));
            }
        }
    }
    None
}

pub(crate) fn standing(portfolio: &Portfolio) -> Vec<Place> {
    portfolio
        .placements()
        .map(|it| at(it.element.as_str(), it.x, it.y))
        .collect()
}

#[test]
fn a_line_stands_upright() {
    let portfolio = drawn(
        r#"
        priority p1 "One"
        priority p2 "Two"
        priority p3 "Three"
        objective o1 "For three" -> p3
        objective o2 "For one" -> p1
        initiative i1 "Also for three" -> o1
        initiative i2 "Also for one" -> o2
        "#,
    );
    let places = tidy(&portfolio, &canvas());
    for (up, down) in [("p3", "o1"), ("o1", "i1"), ("p1", "o2"), ("o2", "i2")] {
        let (up, down) = (place_of(&places, up), place_of(&places, down));
        assert!((up.x - down.x).abs() < 1.0, "{up:?} {down:?}");
    }
}

#[test]
fn ninety_one_loose_initiatives_are_a_calm_grid_in_their_order() {
    let portfolio = drawn(r#"91x initiative i "Imported""#);
    let ids: Vec<ElementId> = portfolio.elements().map(|it| it.id.clone()).collect();
    let places = append(&portfolio, &canvas(), &ids);
    let columns: BTreeSet<i64> = places.iter().map(|it| it.x as i64).collect();
    let rows: BTreeSet<i64> = places.iter().map(|it| it.y as i64).collect();
    assert!(
        (10..=11).contains(&columns.len()) && rows.len() <= 10,
        "{columns:?}"
    );
    let read: Vec<(i64, i64)> = places.iter().map(|it| (it.y as i64, it.x as i64)).collect();
    assert!(read.is_sorted());
    assert_eq!(places, tidy(&portfolio, &canvas()));
}

#[test]
fn loose_cards_stand_below_the_linked_ones_of_their_band() {
    let portfolio = drawn(
        r#"
        objective o "Objective"
        12x initiative a "Linked" -> o
        40x initiative b "Loose"
        "#,
    );
    let places = tidy(&portfolio, &canvas());
    let lowest = |head: &str, from: f64, pick: fn(f64, f64) -> f64| {
        let ys = places
            .iter()
            .filter(|it| it.element.as_str().starts_with(head));
        ys.map(|it| it.y).fold(from, pick)
    };
    assert!(lowest("a", 0.0, f64::max) < lowest("b", f64::MAX, f64::min));
}

#[test]
fn columns_begin_at_the_top_with_a_card_that_is_linked() {
    let portfolio = drawn_as(
        CanvasKind::BenefitsMap,
        r#"
        objective o "Objective"
        9x initiative a "Linked" -> o
        9x initiative b "Loose"
        "#,
    );
    let places = tidy(&portfolio, &canvas());
    let top = |head: &str| {
        let them = places.iter();
        let them = them.filter(|it| it.element.as_str().starts_with(head));
        them.map(|it| it.y).fold(f64::MAX, f64::min)
    };
    assert!((top("a") - MARGIN_Y).abs() < 1.0, "{places:?}");
    assert!(top("b") >= top("a"), "{places:?}");
}

#[test]
fn a_card_placed_by_hand_stays_and_pushes_nobody_onto_another() {
    let mut portfolio = drawn(
        r#"
        objective o "Objective"
        6x initiative i "Work" -> o
        "#,
    );
    put(&mut portfolio, &[at("i3", 333.0, 61.0)], true);
    let places = tidy(&portfolio, &canvas());
    assert!(places.iter().all(|it| it.element.as_str() != "i3"));
    let mut all = places.clone();
    all.push(at("i3", 333.0, 61.0));
    assert_eq!(overlap(&portfolio, &all), None);
}

#[test]
fn a_new_card_stands_near_what_it_serves() {
    let mut portfolio = drawn(
        r#"
        6x objective o "Objective"
        initiative old "Old" -> o1
        initiative new "New" -> o5
        "#,
    );
    let first: Vec<Place> = tidy(&portfolio, &canvas())
        .into_iter()
        .filter(|it| it.element.as_str() != "new")
        .collect();
    put(&mut portfolio, &first, false);
    let added = append(&portfolio, &canvas(), &[ElementId::new("new")]);
    assert_eq!(added.len(), 1);
    let goal = place_of(&first, "o5");
    assert!((added[0].x - goal.x).abs() < 1.0, "{added:?} {goal:?}");
}

#[test]
fn what_is_good_already_stays() {
    let mut portfolio = drawn(
        r#"
        3x objective o "Objective"
        initiative a "A" -> o3
        initiative b "B" -> o2
        initiative c "C" -> o1
        "#,
    );
    let first = tidy(&portfolio, &canvas());
    put(&mut portfolio, &first, false);
    assert_eq!(first, tidy(&portfolio, &canvas()));
}

/// A portfolio drawn from numbers: up to 60 cards, up to 90 links that go up, some cards placed by hand.
fn any_map() -> impl Strategy<Value = (Portfolio, Vec<ElementId>)> {
    let cards = prop::collection::vec(
        (0..9_usize, prop::option::of((-300..3000_i32, 0..900_i32))),
        1..60,
    );
    let links = prop::collection::vec((0..60_usize, 0..60_usize), 0..90);
    (cards, links).prop_map(|(cards, links)| {
        let mut text = String::new();
        for (n, (band, _)) in cards.iter().enumerate() {
            let kind = serde_json::to_value(ElementKind::ALL[*band]).unwrap();
            text.push_str(&format!("{} e{n} \"E\"", kind.as_str().unwrap()));
            for (_, to) in links
                .iter()
                .filter(|(from, to)| from == &n && *to < cards.len())
            {
                if cards[*to].0 < *band {
                    text.push_str(&format!(" -> e{to}"));
                }
            }
            text.push('\n');
        }
        let mut portfolio = drawn(&text);
        for (n, (band, spot)) in cards.iter().enumerate() {
            // Cards placed by hand may touch each other; those that do not are the ones to test with.
            let Some((x, y)) = spot else { continue };
            let mine = at(&format!("e{n}"), f64::from(*x), f64::from(*y));
            let mut all = standing(&portfolio);
            all.retain(|it| {
                portfolio.element(&it.element).unwrap().kind() == ElementKind::ALL[*band]
            });
            all.push(mine.clone());
            if overlap(&portfolio, &all).is_none() {
                put(&mut portfolio, &[mine], true);
            }
        }
        let free = (0..cards.len()).map(|n| ElementId::new(format!("e{n}")));
        let free = free
            .filter(|id| portfolio.placements_of(id).next().is_none())
            .collect();
        (portfolio, free)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tidy_places_everybody_once_touches_nobody_placed_by_hand_and_is_the_same_twice((portfolio, free) in any_map()) {
        let places = tidy(&portfolio, &canvas());
        prop_assert_eq!(&places, &tidy(&portfolio, &canvas()));
        let placed: BTreeSet<&ElementId> = places.iter().map(|it| &it.element).collect();
        prop_assert_eq!(placed.len(), places.len());
        prop_assert!(placed.into_iter().eq(free.iter().collect::<BTreeSet<_>>()));
        prop_assert!(places.iter().all(|it| it.x >= MARGIN_X && it.y >= MARGIN_Y));
        let mut all = places.clone();
        all.extend(standing(&portfolio));
        prop_assert_eq!(overlap(&portfolio, &all), None);
    }

    #[test]
    fn append_moves_nobody_and_covers_nobody((portfolio, free) in any_map(), half in 0..60_usize) {
        let mut portfolio = portfolio;
        let (first, later) = free.split_at(half.min(free.len()));
        for ids in [first, later] {
            let places = append(&portfolio, &canvas(), ids);
            prop_assert_eq!(places.len(), ids.len());
            prop_assert!(places.iter().all(|it| ids.contains(&it.element)));
            let mut all = standing(&portfolio);
            all.extend(places.iter().cloned());
            prop_assert_eq!(overlap(&portfolio, &all), None);
            put(&mut portfolio, &places, false);
        }
        prop_assert!(append(&portfolio, &canvas(), &free).is_empty());
    }
}
