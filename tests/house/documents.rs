//! A whole portfolio from a document: into a new file, or added to what is there, as one step.

use portfolio::Code;
use portfolio::edit::Edit;
use portfolio::exchange::json;
use portfolio::model::{ElementId, ElementKind, Lang};
use portfolio::workspace::Workspace;
use std::path::PathBuf;

const FERRY: &str = r#"{
  "schema": "throughline.portfolio/1",
  "title": "Harbour",
  "elements": [
    {"id": "ship", "kind": "initiative", "title": "New ferry"},
    {"id": "hour", "kind": "objective", "title": "A crossing every hour"}
  ],
  "links": [{"id": "l", "kind": "contribution", "from": "ship", "to": "hour", "state": "accepted"}]
}"#;

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn document(&self, text: &str) -> PathBuf {
        let path = self.path("ferry.json");
        std::fs::write(&path, text).unwrap();
        path
    }

    fn portfolio(&self) -> Workspace {
        Workspace::create(&self.path("p.thru"), "Mine", Lang::En).unwrap()
    }
}

#[test]
fn a_document_becomes_one_step_that_is_undone_as_one() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let before = workspace.portfolio().clone();
    let added = workspace.import_document(&desk.document(FERRY)).unwrap();
    assert_eq!(
        (added.elements, added.links, added.already_there),
        (2, 1, 0)
    );
    assert_eq!(workspace.portfolio().settings().title, "Harbour");
    assert_eq!(workspace.portfolio().placements().count(), 2);
    workspace.undo().unwrap();
    assert_eq!(*workspace.portfolio(), before);
}

#[test]
fn a_portfolio_that_holds_something_keeps_its_title() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    workspace
        .apply(&[Edit::AddElement {
            id: ElementId::new("own"),
            kind: ElementKind::Driver,
            title: "Ours".to_owned(),
            spot: None,
        }])
        .unwrap();
    workspace.import_document(&desk.document(FERRY)).unwrap();
    assert_eq!(workspace.portfolio().settings().title, "Mine");
    assert_eq!(workspace.portfolio().elements().count(), 3);
}

#[test]
fn what_is_there_is_left_alone_and_never_overwritten() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    workspace.import_document(&desk.document(FERRY)).unwrap();
    let again = workspace.import_document(&desk.document(FERRY)).unwrap();
    assert_eq!((again.elements, again.already_there), (0, 3));
    assert!(again.changed.diff.is_empty());
    let before = workspace.portfolio().clone();
    let other = desk.document(&FERRY.replace("New ferry", "Old ferry"));
    let refused = workspace.import_document(&other).unwrap_err();
    assert_eq!(refused.code, Code::BadId);
    assert!(
        refused.message.en.contains("“ship” (“Old ferry”)"),
        "{refused}"
    );
    assert_eq!(*workspace.portfolio(), before);
}

#[test]
fn a_preview_of_a_document_counts_and_writes_nothing() {
    let desk = Desk::new();
    let workspace = desk.portfolio();
    let before = workspace.portfolio().clone();
    let counted = workspace.preview_document(&desk.document(FERRY)).unwrap();
    assert_eq!(counted, (2, 1, 0));
    assert_eq!(*workspace.portfolio(), before);
}

#[test]
fn the_sample_opens_in_both_languages_with_its_cards_on_the_map() {
    let desk = Desk::new();
    for (lang, name) in [(Lang::En, "en.thru"), (Lang::Fr, "fr.thru")] {
        let workspace = Workspace::create_sample(&desk.path(name), lang).unwrap();
        let portfolio = workspace.portfolio();
        let on_the_line = portfolio
            .elements()
            .filter(|it| it.kind().level().is_some())
            .count();
        assert!(on_the_line > 20);
        assert_eq!(portfolio.placements().count(), on_the_line);
        workspace.close().unwrap();
        let again = Workspace::open(&desk.path(name), portfolio::store::Access::ReadWrite, lang);
        let text = json::write(again.unwrap().portfolio()).unwrap();
        assert!(json::read("again", text.as_bytes()).is_ok());
    }
}
