//! A map that is taken in at a glance, as one field of cells: laid out from its order, or kept as it stands.

use super::bands::Axis;
use super::blocks::Places;
use super::grid::{Cell, Grid};
use super::sheet::Sheet;

/// Linked cards in columns, each near what it serves; cards without a link in a calm grid below.
pub(super) fn afresh(sheet: &mut Sheet<'_>) -> Places {
    sheet.map.order();
    let map = &sheet.map;
    let mut cells: Vec<Option<Cell>> = vec![None; map.len()];
    for (band, mut grid) in grids(sheet).into_iter().enumerate() {
        for (card, column) in map.columns_of(band) {
            let cell = grid.top_of(column);
            grid.take(cell);
            cells[card] = Some(cell);
        }
    }
    lift(sheet, &mut cells);
    for (band, mut grid) in grids(sheet).into_iter().enumerate() {
        let here = (0..map.len()).filter(|card| map.band(*card) == band);
        for cell in here.filter_map(|card| cells[card]) {
            grid.take(cell);
        }
        grid.new_row();
        for card in map.loose_of(band) {
            let cell = grid.first_free(map.columns());
            grid.take(cell);
            cells[card] = Some(cell);
        }
    }
    let place = |cell: Cell| sheet.axis.turn(cell.corner(sheet.axis));
    cells.into_iter().map(|it| it.map(place)).collect()
}

/// Columns that are read from the top begin there, before any card without a link takes its place; rows stay in the middle
/// of the screen. Beside a card that is held by hand all stay where the links pull them.
fn lift(sheet: &Sheet<'_>, cells: &mut [Option<Cell>]) {
    let is_held = (0..cells.len()).any(|it| !sheet.map.is_free(it));
    if sheet.axis != Axis::Columns || is_held {
        return;
    }
    let highest = cells.iter().flatten().map(|it| it.column).min();
    for cell in cells.iter_mut().flatten() {
        cell.column -= highest.unwrap_or(0);
    }
}

/// Whoever stands in a cell stays; the others take free cells near what they are linked with. A calm grid has no gaps:
/// the last of its cards fill them. `None` where most stand in no cell, so that there is nothing to keep.
pub(super) fn kept(sheet: &Sheet<'_>, at: &Places) -> Option<Places> {
    let map = &sheet.map;
    let mut grids = grids(sheet);
    let mut cells: Vec<Option<Cell>> = vec![None; map.len()];
    let mut columns: Vec<Option<f64>> = (0..map.len()).map(|it| map.held_at(it)).collect();
    let free = |card: &usize| map.is_free(*card);
    for card in (0..map.len()).filter(free) {
        let grid = &mut grids[map.band(card)];
        let cell = at[card].and_then(|it| grid.cell_of(sheet.axis.turn(it)));
        let wide = u32::try_from(map.columns()).unwrap_or(u32::MAX);
        if let Some(cell) = cell.filter(|it| it.column < wide && !grid.is_taken(*it)) {
            grid.take(cell);
            cells[card] = Some(cell);
            columns[card] = Some(cell.x());
        }
    }
    if 2 * cells.iter().flatten().count() < (0..map.len()).filter(free).count() {
        return None;
    }
    for card in (0..map.len()).filter(free) {
        if cells[card].is_none() {
            let near: Vec<f64> = map.near(card).filter_map(|it| columns[it]).collect();
            let cell = grids[map.band(card)].place(&near, map.columns());
            cells[card] = Some(cell);
            columns[card] = Some(cell.x());
        }
    }
    for (band, grid) in grids.iter_mut().enumerate() {
        let mut calm: Vec<(Cell, usize)> = (0..map.len())
            .filter(|card| free(card) && map.band(*card) == band && !map.is_linked(*card))
            .filter_map(|card| Some((cells[card]?, card)))
            .collect();
        if calm.len() <= map.columns() {
            continue;
        }
        calm.sort_by_key(|(cell, _)| (cell.row, cell.column));
        grid.start_at(calm[0].0.row);
        while let Some((cell, card)) = calm.pop() {
            let gap = grid.first_free(map.columns());
            if (gap.row, gap.column) >= (cell.row, cell.column) {
                break;
            }
            grid.free(cell);
            grid.take(gap);
            cells[card] = Some(gap);
        }
    }
    let place = |cell: Cell| sheet.axis.turn(cell.corner(sheet.axis));
    Some(cells.into_iter().map(|it| it.map(place)).collect())
}

/// The cells of each band around what was placed by hand.
fn grids(sheet: &Sheet<'_>) -> Vec<Grid> {
    let mut grids = vec![Grid::new(sheet.axis); sheet.map.bands()];
    for card in (0..sheet.map.len()).filter(|it| !sheet.map.is_free(*it)) {
        if let Some(place) = sheet.map.before(card) {
            let (x, y) = sheet.axis.turn(place);
            grids[sheet.map.band(card)].block(x, y);
        }
    }
    grids
}
