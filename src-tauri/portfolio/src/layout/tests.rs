//! The cells of a band and the order of its cards, by themselves: which cells a card takes, where the next free one is,
//! how wide a map should be, and what a sweep makes of crossing links.
#![allow(clippy::unwrap_used)]

use super::bands::Axis;
use super::grid::{Cell, Grid, columns, size};
use super::order::Map;
use super::rack::Rack;
use super::{MARGIN_X, MARGIN_Y, PITCH_X, PITCH_Y};

fn cell(row: u32, column: u32) -> Cell {
    Cell { row, column }
}

#[test]
fn a_card_of_the_grid_takes_its_own_cell_and_no_other() {
    let mut grid = Grid::new(Axis::Rows);
    let (x, y) = cell(1, 2).corner(Axis::Rows);
    grid.block(x, y);
    assert_eq!(grid.top_of(2), cell(0, 2));
    grid.take(cell(0, 2));
    assert_eq!(grid.top_of(2), cell(2, 2));
    for free in [0, 1, 3, 4] {
        assert_eq!(grid.top_of(free), cell(0, free));
    }
}

#[test]
fn a_card_between_two_cells_keeps_both_free_of_others() {
    let mut grid = Grid::new(Axis::Rows);
    grid.block(MARGIN_X + PITCH_X * 0.5, MARGIN_Y);
    assert_eq!(
        (grid.top_of(0), grid.top_of(1), grid.top_of(2)),
        (cell(1, 0), cell(1, 1), cell(0, 2))
    );
    let mut grid = Grid::new(Axis::Rows);
    grid.block(MARGIN_X, MARGIN_Y + PITCH_Y * 0.5);
    assert_eq!(grid.top_of(0), cell(2, 0), "above and below");
    let mut grid = Grid::new(Axis::Rows);
    grid.block(MARGIN_X + PITCH_X * 1.5, MARGIN_Y + PITCH_Y * 0.5);
    assert_eq!(
        (grid.top_of(1), grid.top_of(2), grid.top_of(0)),
        (cell(2, 1), cell(2, 2), cell(0, 0))
    );
}

#[test]
fn a_hair_beside_its_cell_a_card_still_leaves_its_neighbours_alone() {
    let mut grid = Grid::new(Axis::Rows);
    grid.block(MARGIN_X + PITCH_X + 7.0, MARGIN_Y + 15.0);
    assert_eq!(
        (grid.top_of(0), grid.top_of(1), grid.top_of(2)),
        (cell(0, 0), cell(1, 1), cell(0, 2))
    );
    let mut grid = Grid::new(Axis::Rows);
    grid.block(MARGIN_X + PITCH_X + 9.0, MARGIN_Y);
    assert_eq!(
        grid.top_of(2),
        cell(1, 2),
        "now it would touch the next one"
    );
}

#[test]
fn a_card_far_outside_takes_no_cell_and_ends_no_search() {
    for (x, y) in [
        (-5_000.0, 0.0),
        (0.0, -5_000.0),
        (f64::NAN, 0.0),
        (f64::INFINITY, 0.0),
        (0.0, f64::NEG_INFINITY),
        (1e300, 1e300),
    ] {
        let mut grid = Grid::new(Axis::Rows);
        grid.block(x, y);
        assert_eq!(grid.first_free(5), cell(0, 0), "{x} {y}");
        assert_eq!(grid.nearest_free(3.0, 5), cell(0, 3), "{x} {y}");
    }
    // One that reaches in from the left or from above takes what it reaches.
    let mut grid = Grid::new(Axis::Rows);
    grid.block(MARGIN_X - 200.0, MARGIN_Y - 100.0);
    assert_eq!(grid.first_free(5), cell(0, 1));
}

#[test]
fn free_cells_are_found_in_reading_order_and_around_what_stands() {
    let mut grid = Grid::new(Axis::Rows);
    grid.take(cell(0, 0));
    grid.take(cell(0, 2));
    grid.take(cell(1, 0));
    let mut found = Vec::new();
    for _ in 0..5 {
        let next = grid.first_free(3);
        grid.take(next);
        found.push((next.row, next.column));
    }
    assert_eq!(found, [(0, 1), (1, 1), (1, 2), (2, 0), (2, 1)]);
    let mut below = Grid::new(Axis::Rows);
    below.take(cell(3, 1));
    below.new_row();
    assert_eq!(
        below.first_free(3),
        cell(4, 0),
        "below everything that stands"
    );
}

#[test]
fn the_nearest_free_cell_counts_a_row_down_as_two_columns_aside() {
    let mut grid = Grid::new(Axis::Rows);
    assert_eq!(grid.nearest_free(2.4, 5), cell(0, 2));
    assert_eq!(grid.nearest_free(-3.0, 5), cell(0, 0));
    assert_eq!(grid.nearest_free(99.0, 5), cell(0, 4));
    grid.take(cell(0, 2));
    assert_eq!(
        grid.nearest_free(2.0, 5),
        cell(0, 1),
        "of two at one distance the left one"
    );
    grid.take(cell(0, 1));
    grid.take(cell(0, 3));
    assert_eq!(
        grid.nearest_free(2.0, 5),
        cell(0, 0),
        "two aside before one down"
    );
    grid.take(cell(0, 0));
    grid.take(cell(0, 4));
    assert_eq!(grid.nearest_free(2.0, 5), cell(1, 2));
    // Where all rows are full a new one begins.
    let mut full = Grid::new(Axis::Rows);
    for column in 0..3 {
        full.take(cell(0, column));
    }
    assert_eq!(full.nearest_free(1.0, 3), cell(1, 1));
    let mut by_hand = Grid::new(Axis::Rows);
    for column in 0..3 {
        let (x, y) = cell(0, column).corner(Axis::Rows);
        by_hand.block(x, y);
    }
    assert_eq!(by_hand.nearest_free(1.0, 3), cell(1, 1));
    by_hand.new_row();
    assert_eq!(by_hand.first_free(3), cell(1, 0));
}

#[test]
fn a_left_edge_is_counted_in_columns() {
    for (x, column) in [
        (MARGIN_X, 0.0),
        (MARGIN_X + PITCH_X, 1.0),
        (MARGIN_X + PITCH_X * 2.5, 2.5),
        (MARGIN_X - PITCH_X, -1.0),
    ] {
        assert!((Rack::plain(Axis::Rows, 9).near(x) - column).abs() < 1e-9);
    }
}

/// How many columns a map has whose bands hold so many cards.
fn width(cards: [usize; 9]) -> usize {
    columns(Axis::Rows, &cards)
}

#[test]
fn a_map_is_as_wide_as_a_screen_is_from_five_columns_to_sixty_four() {
    assert_eq!(width([0; 9]), 5);
    assert_eq!(width([1; 9]), 7);
    assert_eq!(width([0, 0, 0, 0, 0, 0, 91, 0, 0]), 10);
    assert_eq!(
        width([0, 0, 0, 0, 0, 0, 9_000, 0, 0]),
        64,
        "beyond it rows are added"
    );
    // More cards never make a map narrower by more than a whole row would.
    let mut before = 0;
    for cards in [10, 50, 100, 200, 400, 800] {
        let now = width([0, 3, 12, 0, 0, 0, cards, 0, 0]);
        assert!(
            now >= before,
            "{cards} cards on {now} columns after {before}"
        );
        before = now;
    }
}

#[test]
fn a_narrow_column_is_counted_as_wide_as_it_is_drawn() {
    let breadth = |rows: &[usize]| size(Axis::Columns, 10, rows).0 / Axis::Columns.pitch().1;
    assert!((breadth(&[2, 2, 2, 2, 2, 6, 2]) - 18.0).abs() < 1e-9);
    // Six of a tenth each leave four tenths for the full one.
    assert!((breadth(&[1, 1, 1, 1, 1, 30, 1]) - 75.0).abs() < 1e-9);
    let map = |rows: &[usize]| size(Axis::Rows, 10, rows).1 / Axis::Rows.pitch().1;
    assert!((map(&[1, 1, 1, 1, 1, 30, 1]) - 36.0).abs() < 1e-9);
}

/// The cards of a band from left to right, after cards of two bands were joined.
fn ordered(upper: usize, lower: usize, links: &[(usize, usize)], columns: usize) -> Vec<usize> {
    let mut map = Map::new(columns, 9);
    for n in 0..upper {
        map.add(2, None, Some((n as f64, 0.0)));
    }
    for n in 0..lower {
        map.add(6, None, Some((n as f64, 0.0)));
    }
    for (from, to) in links {
        map.join(upper + from, *to);
    }
    map.order();
    let mut cards: Vec<(usize, u32)> = map.columns_of(6).collect();
    cards.sort_by_key(|(_, column)| *column);
    cards.into_iter().map(|(card, _)| card - upper).collect()
}

#[test]
fn cards_are_swapped_where_that_undoes_a_crossing_and_else_left_as_they_stood() {
    assert_eq!(ordered(2, 2, &[(0, 0), (1, 1)], 5), [0, 1]);
    assert_eq!(ordered(2, 2, &[(0, 1), (1, 0)], 5), [1, 0]);
    assert_eq!(ordered(3, 3, &[(0, 0), (1, 0), (2, 2)], 5), [0, 1, 2]);
    assert_eq!(
        ordered(1, 4, &[(0, 0), (1, 0), (2, 0), (3, 0)], 5),
        [0, 1, 2, 3]
    );
}

#[test]
fn a_band_that_wraps_stacks_its_cards_in_columns() {
    let mut map = Map::new(5, 9);
    for n in 0..12 {
        map.add(6, None, Some((f64::from(n), 0.0)));
    }
    let goal = map.add(2, None, None);
    for n in 0..12 {
        map.join(n, goal);
    }
    map.order();
    let columns: Vec<u32> = map.columns_of(6).map(|(_, column)| column).collect();
    assert_eq!(
        columns,
        [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3].map(|it: u32| it + columns[0])
    );
    assert_eq!(map.loose_of(6).count(), 0);
}

#[test]
fn cards_without_links_stand_among_the_others_while_there_is_room_and_apart_when_not() {
    let filled = |loose: usize| {
        let mut map = Map::new(5, 9);
        let (goal, work) = (map.add(2, None, None), map.add(6, None, None));
        map.join(work, goal);
        for _ in 0..loose {
            map.add(6, None, None);
        }
        map.order();
        (map.columns_of(6).count(), map.loose_of(6).count())
    };
    assert_eq!(filled(4), (5, 0));
    assert_eq!(filled(5), (1, 5));
}

#[test]
fn a_card_placed_by_hand_is_nobody_to_sweep_but_pulls_those_that_serve_it() {
    let mut map = Map::new(7, 9);
    let goal = map.add(2, Some(6.0), Some((1_624.0, 28.0)));
    let work = map.add(6, None, None);
    map.join(work, goal);
    map.order();
    assert_eq!(map.columns_of(2).count(), 0);
    assert_eq!(map.columns_of(6).collect::<Vec<_>>(), [(work, 6)]);
}
