//! Bulk edit in the table: a column pasted from a spreadsheet, new rows below the last one, one step to take back;
//! and what is copied in the table comes back the same when it is pasted.

use serde_json::{Value, json};

use crate::driver::{App, keys};
use crate::page::{elements, start};
use crate::stage::Stage;

const WORKBOOK: &str = "imports/xlsx/valmere-digital.input.xlsx";

/// What a spreadsheet puts on the clipboard, let go where the keyboard is. The clipboard itself belongs to the whole
/// display and cannot be filled from here; the way from the event on is the real one.
const PASTE: &str = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);\
    return document.activeElement.dispatchEvent(\
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";

/// The rows that are drawn, in their order.
const ROWS: &str = "return [...document.querySelectorAll('[data-row]')]\
    .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))\
    .map((row) => row.dataset.row);";

#[test]
fn a_column_and_new_rows_are_pasted_in_one_step_each_and_taken_back() {
    let stage = Stage::set("bulk-edit");
    let workbook = stage.prop(WORKBOOK);
    let app = start(&stage, &[&workbook]);
    app.the("import-confirm").click();
    app.the("findings-panel");
    app.the("nav-table").click();
    app.the("table");
    let count = elements(&app.view(), "initiative").len();

    let rows = drawn(&app);
    let three: Vec<&str> = rows.iter().take(3).map(String::as_str).collect();
    let before = owners(&app, &three);
    cell(&app, three[0], "owner");
    paste(&app, "Ada Lind\nB. Okoye\n\"Park, Chae-won\"\n");
    app.until_true("three owners are pasted", || {
        owners(&app, &three) == ["Ada Lind", "B. Okoye", "Park, Chae-won"]
    });
    assert_eq!(app.view()["steps"]["undo"]["origin"]["from"], "pasted");
    app.settle();
    stage.picture("1-owners-pasted");

    // From one cell to another through the clipboard of the display itself.
    cell(&app, three[2], "owner");
    app.chord(&[keys::CONTROL, "c"]);
    cell(&app, three[0], "owner");
    app.chord(&[keys::CONTROL, "v"]);
    app.until_true("what was copied is pasted", || {
        owners(&app, &three)[0] == "Park, Chae-won"
    });
    app.the("undo").click();
    app.the("undo").click();
    app.until_true("both steps are taken back", || {
        owners(&app, &three) == before
    });

    cell(&app, three[0], "title");
    app.chord(&[keys::CONTROL, keys::DOWN]);
    paste(&app, "Night ferries\nIce pier\nFloating kiosk\n");
    app.until_true("one name is new and two rows are added", || {
        elements(&app.view(), "initiative").len() == count + 2
    });
    app.settle();
    stage.picture("2-rows-added");
    app.the("undo").click();
    app.until_true("one step takes all of it back", || {
        let view = app.view();
        let all = elements(&view, "initiative");
        all.len() == count && all.iter().all(|it| it["title"] != "Ice pier")
    });
    app.close();
}

fn drawn(app: &App<'_>) -> Vec<String> {
    app.until("rows are drawn", || {
        let rows = app.script(ROWS, json!([])).ok()?;
        let rows: Vec<String> = serde_json::from_value(rows).ok()?;
        (rows.len() > 3).then_some(rows)
    })
}

fn cell(app: &App<'_>, row: &str, column: &str) {
    let selector = format!("[data-row=\"{row}\"] [data-column=\"{column}\"]");
    app.until("the cell is there", || {
        app.select(&selector).into_iter().next()
    })
    .click();
}

fn paste(app: &App<'_>, text: &str) {
    let unhandled = app.script(PASTE, json!([text])).expect("a paste is told");
    assert_eq!(unhandled, Value::Bool(false), "the table takes the paste");
}

fn owners(app: &App<'_>, ids: &[&str]) -> Vec<String> {
    let view = app.view();
    let all = elements(&view, "initiative");
    ids.iter()
        .map(|id| {
            let element = all.iter().find(|it| it["id"] == *id);
            let known = element.and_then(|it| it["owner"]["known"].as_str());
            known.unwrap_or_default().to_owned()
        })
        .collect()
}
