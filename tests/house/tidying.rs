//! Large maps: cut into strips of what belongs together, and kept when they are tidied again.

use crate::layout::{at, canvas, drawn, overlap, put, standing};
use portfolio::edit::{self, Edit};
use portfolio::layout::{CARD_WIDTH, PITCH_X, Place, append, tidy};
use portfolio::model::{ElementId, ElementKind, LinkId, LinkKind, Portfolio};
use std::collections::BTreeMap;

/// So many priorities, each with ten objectives and twenty initiatives of its own.
fn families(count: usize) -> String {
    let mut text = String::new();
    for p in 0..count {
        text += &format!("priority p{p} \"P\"\n");
        for n in 0..10 {
            text += &format!("objective o{p}-{n} \"O\" -> p{p}\n");
        }
        for n in 0..20 {
            text += &format!("initiative i{p}-{n} \"I\" -> o{p}-{}\n", n / 2);
        }
    }
    text
}

fn tidied(portfolio: &mut Portfolio) {
    let canvas = canvas();
    edit::apply(portfolio, &[Edit::Tidy { canvas }]).unwrap();
}

/// Left and right edge of what the cards of a family take.
fn spans(places: &[Place], kind: &str, count: usize) -> Vec<(f64, f64)> {
    (0..count)
        .map(|p| {
            let head = format!("{kind}{p}-");
            let mine = places
                .iter()
                .filter(|it| it.element.as_str().starts_with(&head));
            mine.fold((f64::MAX, 0.0), |(left, right): (f64, f64), it| {
                (left.min(it.x), right.max(it.x + CARD_WIDTH))
            })
        })
        .collect()
}

#[test]
fn what_serves_one_priority_stands_in_one_strip_in_every_band_and_an_alley_keeps_strips_apart() {
    let portfolio = drawn(&families(9));
    let places = tidy(&portfolio, &canvas());
    assert_eq!(overlap(&portfolio, &places), None);
    let (goals, work) = (spans(&places, "o", 9), spans(&places, "i", 9));
    for p in 0..9 {
        assert!(
            goals[p].0 < work[p].1 && work[p].0 < goals[p].1,
            "{p} stands under what it serves"
        );
        for other in 0..p {
            let (a, b) = (work[p], work[other]);
            let apart = (a.0 - b.1).max(b.0 - a.1);
            let shared = a.0.max(b.0) < a.1.min(b.1);
            assert!(shared || apart > PITCH_X - CARD_WIDTH + 40.0, "{a:?} {b:?}");
        }
    }
}

#[test]
fn a_large_map_is_kept_when_one_card_or_link_comes_or_goes() {
    let mut portfolio = drawn(&families(12));
    tidied(&mut portfolio);
    let mut shares = Vec::new();
    for step in 0..60_usize {
        let (p, n) = (step * 7 % 12, step * 3 % 10);
        let goal = ElementId::new(format!("o{p}-{n}"));
        let work = ElementId::new(format!("i{}-{n}", (p + 5) % 12));
        let connect = |from: &ElementId| Edit::Connect {
            id: LinkId::new(format!("link{step}")),
            from: from.clone(),
            to: goal.clone(),
            kind: LinkKind::Contribution,
        };
        let edits: Vec<Edit> = match step % 3 {
            0 => {
                let id = ElementId::new(format!("new{step}"));
                let link = connect(&id);
                let kind = ElementKind::Initiative;
                let title = "New".to_owned();
                let add = Edit::AddElement {
                    id,
                    kind,
                    title,
                    spot: None,
                };
                vec![add, link]
            }
            1 => vec![connect(&work)],
            _ => vec![Edit::Remove {
                elements: vec![work],
            }],
        };
        if edit::apply(&mut portfolio, &edits).is_err() {
            continue;
        }
        let before: BTreeMap<ElementId, Place> = standing(&portfolio)
            .into_iter()
            .map(|it| (it.element.clone(), it))
            .collect();
        tidied(&mut portfolio);
        let after = standing(&portfolio);
        assert_eq!(overlap(&portfolio, &after), None);
        let moved = after
            .iter()
            .filter(|it| before.get(&it.element) != Some(it))
            .count();
        shares.push(moved as f64 / after.len() as f64);
        let again = tidy(&portfolio, &canvas());
        let still: BTreeMap<&ElementId, &Place> =
            after.iter().map(|it| (&it.element, it)).collect();
        assert!(
            again.iter().all(|it| still[&it.element] == it),
            "twice is once"
        );
    }
    shares.sort_by(f64::total_cmp);
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    let most = shares[shares.len() * 9 / 10];
    assert!(shares.len() > 40, "{}", shares.len());
    // A third saved is worth moving everybody: that may happen once in a while.
    assert!(mean < 0.05 && most < 0.08, "{mean} {most} {shares:?}");
}

#[test]
fn cards_placed_by_hand_stay_in_a_large_map_and_nobody_touches_them() {
    let mut portfolio = drawn(&families(10));
    let held: Vec<Place> = (0..10)
        .map(|n| {
            at(
                &format!("i{n}-3"),
                f64::from(n) * 611.0,
                f64::from(n % 3) * 97.0,
            )
        })
        .collect();
    put(&mut portfolio, &held, true);
    tidied(&mut portfolio);
    let all = standing(&portfolio);
    assert_eq!(all.len(), 310);
    assert_eq!(overlap(&portfolio, &all), None);
    assert!(held.iter().all(|it| all.contains(it)));
    let again = tidy(&portfolio, &canvas());
    assert!(again.iter().all(|it| all.contains(it)));
}

#[test]
fn absurd_places_and_towers_and_rings_of_parts_lose_nobody() {
    for families_of in [2, 10] {
        let mut text = families(families_of);
        for n in 0..200 {
            let part = if n == 0 {
                String::new()
            } else {
                format!(" part_of c{}", n - 1)
            };
            text += &format!("capability c{n} \"C\"{part}\n");
        }
        text += "system a \"A\" part_of b\nsystem b \"B\" part_of c\nsystem c \"C\" part_of a\n";
        for pinned in [false, true] {
            let mut portfolio = drawn(&text);
            let absurd = [
                at("c0", f64::NAN, 28.0),
                at("c1", 1e300, -1e300),
                at("c2", f64::INFINITY, f64::NEG_INFINITY),
                at("i0-1", -1e300, f64::NAN),
            ];
            put(&mut portfolio, &absurd, pinned);
            let all = portfolio.elements().count();
            let places = tidy(&portfolio, &canvas());
            assert_eq!(places.len(), if pinned { all - 4 } else { all });
            assert!(
                places
                    .iter()
                    .all(|it| it.x.is_finite() && it.y.is_finite() && it.x < 1e5 && it.y < 1e5)
            );
            assert_eq!(overlap(&portfolio, &places), None);
            let ids: Vec<ElementId> = portfolio.elements().map(|it| it.id.clone()).collect();
            assert_eq!(append(&portfolio, &canvas(), &ids).len(), all - 4);
        }
    }
}
