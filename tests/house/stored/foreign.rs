//! Files that somebody made or changed with another program: nothing in them runs, and what cannot be understood is
//! not half understood.

use super::{closed, open, told};
use portfolio::Code;
use portfolio::edit::Edit;
use portfolio::fixture::draw;
use portfolio::model::{ElementId, ElementKind, Lang, Portfolio};
use portfolio::store::Access;
use portfolio::workspace::Workspace;

fn clinic() -> Portfolio {
    draw(
        r#"
        setting    title="Clinic"
        source     pmo  "Register"
        objective  wait "Wait less"
        initiative desk "Desks" -> wait
        indicator  mins "Minutes" measures wait
        reading    mins 2026-09-30 31 id=r1 source=pmo
        status     desk 2026-10-30 it green id=s1
        canvas     map  "Map" shows=wait,desk
        "#,
    )
    .unwrap()
    .portfolio()
}

fn tampered(sql: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &clinic());
    super::tampered(&path, sql);
    (folder, path)
}

#[test]
fn a_file_that_would_do_something_by_itself_is_refused_for_reading_too() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON element BEGIN DELETE FROM link; END",
        "CREATE VIEW v AS SELECT * FROM element",
        "CREATE TRIGGER t BEFORE DELETE ON step BEGIN SELECT 1; END",
    ] {
        let (_folder, path) = tampered(sql);
        let before = std::fs::read(&path).unwrap();
        for access in [Access::ReadWrite, Access::ReadOnly] {
            let error = Workspace::open(&path, access, Lang::En).unwrap_err();
            assert_eq!(told(&error, "a.thru"), Code::FileDamaged, "{sql}");
        }
        assert_eq!(std::fs::read(&path).unwrap(), before, "{sql}");
    }
}

#[test]
fn a_row_that_cannot_be_understood_is_a_damage_and_never_left_out_in_silence() {
    for sql in [
        "UPDATE element SET body = 'not JSON' WHERE id = 'wait'",
        "UPDATE element SET body = '{}' WHERE id = 'wait'",
        "UPDATE element SET body = replace(body, '\"kind\":\"objective\"', '\"kind\":\"wish\"')",
        "UPDATE link SET body = replace(body, 'contribution', 'friendship')",
        "UPDATE canvas SET body = replace(body, 'strategy_map', 'roadmap')",
        "UPDATE source SET body = 'null'",
        "UPDATE settings SET body = 'null'",
        "UPDATE settings SET body = '[]'",
        "UPDATE canvas SET body = '[\"map\", \"Map\", \"strategy_map\"]'",
        "UPDATE status_report SET body = replace(body, 'green', 'blue')",
        "UPDATE reading SET nature = 'dream'",
        "UPDATE reading SET grade = 'E9'",
        "UPDATE reading SET period = 'last month'",
        "UPDATE reading SET period = '2026-02-30'",
        "UPDATE reading SET recorded_at = 'yesterday'",
        "DROP TABLE waiver",
        "DROP TABLE own_rule",
        "DROP TABLE step",
        "ALTER TABLE reading RENAME COLUMN value TO worth",
    ] {
        let (_folder, path) = tampered(sql);
        let error = open(&path).err().unwrap_or_else(|| panic!("opens: {sql}"));
        assert_eq!(told(&error, "a.thru"), Code::FileDamaged, "{sql}");
    }
}

#[test]
fn a_table_or_an_index_of_somebody_else_disturbs_nobody() {
    let (_folder, path) = tampered(
        "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine'); CREATE INDEX i ON element (kind)",
    );
    let mut workspace = open(&path).unwrap();
    assert_eq!(*workspace.portfolio(), clinic());
    let add = Edit::AddElement {
        id: ElementId::new("x"),
        kind: ElementKind::Driver,
        title: "X".to_owned(),
        spot: None,
    };
    workspace.apply(&[add]).unwrap();
    workspace.close().unwrap();
    let db = rusqlite::Connection::open(&path).unwrap();
    let note: String = db
        .query_row("SELECT text FROM notes", [], |row| row.get(0))
        .unwrap();
    assert_eq!(note, "mine");
}

#[test]
fn a_history_that_cannot_be_understood_does_not_cost_the_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &clinic());
    let mut workspace = open(&path).unwrap();
    let rename = |title: &str| Edit::SetTitle {
        title: title.to_owned(),
    };
    workspace.apply(&[rename("One")]).unwrap();
    workspace.apply(&[rename("Two")]).unwrap();
    workspace.close().unwrap();
    super::tampered(&path, "UPDATE step SET diff = '{' WHERE seq = 2");
    let mut workspace = open(&path).unwrap();
    assert_eq!(workspace.portfolio().settings().title, "Two");
    let error = workspace.undo().unwrap_err();
    assert_eq!(told(&error, "a.thru"), Code::FileDamaged);
    assert_eq!(workspace.portfolio().settings().title, "Two");
    assert_eq!(workspace.past(0).unwrap_err().code, Code::FileDamaged);
    // Work goes on, and what is done from now on can be taken back.
    workspace.apply(&[rename("Three")]).unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.portfolio().settings().title, "Two");
}

#[test]
fn settings_that_are_missing_are_those_of_an_empty_portfolio() {
    let (_folder, path) = tampered("DELETE FROM settings");
    let mut workspace = open(&path).unwrap();
    assert_eq!(workspace.portfolio().settings().title, "");
    let title = "Clinic again".to_owned();
    workspace.apply(&[Edit::SetTitle { title }]).unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.portfolio().settings().title, "");
}

#[test]
fn fields_that_this_format_does_not_know_are_passed_over() {
    let (_folder, path) =
        tampered("UPDATE element SET body = json_set(body, '$.mood', 'calm') WHERE id = 'wait'");
    assert_eq!(*open(&path).unwrap().portfolio(), clinic());
}
