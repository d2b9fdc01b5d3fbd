//! Two rows of a sheet that mean one thing become one, with all that hangs on them, and are two again after undo.

use serde_json::Value;

use crate::driver::keys;
use crate::page::{elements, records, start};
use crate::stage::Stage;

const WORKBOOK: &str = "imports/xlsx/valmere-digital.input.xlsx";

#[test]
fn two_duplicates_become_one_and_are_two_again_after_undo() {
    let stage = Stage::set("duplicates");
    let workbook = stage.prop(WORKBOOK);
    let app = start(&stage, &[&workbook]);
    app.the("import-confirm").click();
    app.the("findings-panel");
    app.the("nav-map").click();
    app.the("canvas");
    let before = app.view();
    let (one, other, title) = pair(&before);

    app.the("palette").click();
    app.the("palette-field").send(&title);
    app.chord(&[keys::ENTER]);
    app.the("element-menu").click();
    app.the("menu-merge").click();
    // The most alike title stands first.
    app.the("merge-find").send(&title);
    app.chord(&[keys::ENTER]);
    stage.picture("1-what-moves-along");
    app.the("ask-act").click();
    app.until_true("one of the two is left", || {
        let view = app.view();
        let left = elements(&view, "initiative");
        let left = left
            .iter()
            .filter(|it| it["id"] == one || it["id"] == other);
        left.count() == 1
    });
    let merged = app.view();
    let keys_of = |view: &Value| {
        let all = elements(view, "initiative").into_iter();
        let two = all.filter(|it| it["id"] == one || it["id"] == other);
        two.flat_map(|it| it["external_keys"].as_array().cloned().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert!(
        keys_of(&before)
            .iter()
            .all(|key| keys_of(&merged).contains(key)),
        "what stays is known by the keys of both"
    );
    assert_eq!(
        records(&before, "status_report").len(),
        records(&merged, "status_report").len(),
        "reports move along"
    );
    app.settle();
    stage.picture("2-merged");

    app.the("undo").click();
    app.until_true("both are there again, with all they had", || {
        app.view()["records"] == before["records"]
    });
    app.close();
}

/// Two initiatives of one name, in any case of letters.
fn pair(view: &Value) -> (Value, Value, String) {
    let all = elements(view, "initiative");
    let name = |it: &Value| it["title"].as_str().unwrap_or_default().to_lowercase();
    for (at, one) in all.iter().enumerate() {
        if let Some(other) = all[at + 1..].iter().find(|it| name(it) == name(one)) {
            let title = one["title"].as_str().unwrap_or_default().to_owned();
            return (one["id"].clone(), other["id"].clone(), title);
        }
    }
    panic!("the sheet holds two rows of one name");
}
