//! The program is killed in the middle of work: the next start finds every step that was answered, and no side file
//! is left after a normal close.

use std::path::{Path, PathBuf};

use crate::driver::{App, keys};
use crate::page::{elements, start};
use crate::stage::Stage;

#[test]
fn what_was_answered_before_a_kill_is_there_after_it() {
    let stage = Stage::set("killed");
    let app = start(&stage, &[]);
    app.the("start-sample").click();
    app.the("canvas");
    for title in ["Quiet wards at night", "One record for a patient"] {
        app.the("add-objective").click();
        app.until_true("the new card's title is being edited", || {
            !app.select(".tl-canvas-title").is_empty()
        });
        app.type_text(title);
        app.chord(&[keys::ENTER]);
        app.until_true("the card has its name", || named(&app, title));
    }
    app.the("undo").click();
    app.until_true("the last name is taken back", || {
        !named(&app, "One record for a patient")
    });
    let before = app.view();
    let path = PathBuf::from(before["path"].as_str().expect("a path"));
    app.kill();

    let app = start(&stage, &[&path]);
    app.the("canvas");
    let after = app.view();
    assert_eq!(after["records"], before["records"], "nothing is lost");
    assert_eq!(after["steps"], before["steps"], "undo and redo go on");
    app.the("redo").click();
    app.until_true("what was taken back can be done again", || {
        named(&app, "One record for a patient")
    });
    app.settle();
    stage.picture("1-after-the-kill");
    app.invoke("close", serde_json::json!({}))
        .expect("the portfolio is put away");
    let beside = beside(&path);
    assert!(beside.is_empty(), "left beside the file: {beside:?}");
    app.close();
}

fn named(app: &App<'_>, title: &str) -> bool {
    let view = app.view();
    elements(&view, "objective")
        .iter()
        .any(|it| it["title"] == title)
}

/// Files in the folder of the portfolio whose name has its name in it.
fn beside(path: &Path) -> Vec<PathBuf> {
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let folder =
        std::fs::read_dir(path.parent().expect("a folder")).expect("a folder that can be read");
    folder
        .map(|entry| entry.expect("an entry").path())
        .filter(|it| {
            it != path
                && it
                    .file_name()
                    .is_some_and(|it| it.to_string_lossy().contains(&name))
        })
        .collect()
}
