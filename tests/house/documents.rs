//! A whole portfolio from a document: into a new file, or added to what is there, as one step.

use crate::rolls::{edit, rolls};
use portfolio::edit::Edit;
use portfolio::exchange::json;
use portfolio::model::{
    Currency, Cycle, ElementId, ElementKind, FiscalYear, Lang, Portfolio, Rate, RuleSetting,
    Settings,
};
use portfolio::workspace::Workspace;
use portfolio::{Code, Error};
use proptest::prelude::*;
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

    /// The document of a portfolio that took this one in when it was new, in another language.
    fn taken_in(&self, portfolio: &Portfolio) -> String {
        let document = self.document(&json::write(portfolio).unwrap());
        let path = self.path("again.thru");
        let mut workspace = Workspace::create(&path, "Encore", Lang::Fr).unwrap();
        workspace.import_document(&document).unwrap();
        workspace.close().unwrap();
        let again = Workspace::open(&path, portfolio::store::Access::ReadOnly, Lang::Fr).unwrap();
        json::write(again.portfolio()).unwrap()
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
        (
            added.brought.elements,
            added.brought.links,
            added.brought.already_there
        ),
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
    assert_eq!(
        (again.brought.elements, again.brought.already_there),
        (0, 3)
    );
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

/// Where the faults stand.
fn places(error: &Error) -> Vec<(usize, usize)> {
    let faults = error.faults.iter();
    faults.map(|it| (it.line, it.column)).collect()
}

#[test]
fn every_record_that_is_here_with_other_contents_is_told_with_its_line() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    workspace.import_document(&desk.document(FERRY)).unwrap();
    let other = FERRY
        .replace("New ferry", "Old ferry")
        .replace("accepted", "disputed");
    let refused = workspace
        .import_document(&desk.document(&other))
        .unwrap_err();
    assert_eq!(places(&refused), [(5, 5), (8, 13)]);
    let message = &refused.message.en;
    assert!(
        message.starts_with("“ferry.json”, line 5, column 5: "),
        "{message}"
    );
    assert!(message.ends_with("Nothing was imported."), "{message}");
}

#[test]
fn what_the_portfolio_does_not_allow_is_told_with_its_line() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let before = workspace.portfolio().clone();
    let turned = FERRY.replace(
        r#""from": "ship", "to": "hour""#,
        r#""from": "hour", "to": "ship""#,
    );
    let document = desk.document(&turned);
    let foretold = workspace.preview_document(&document).unwrap_err();
    let refused = workspace.import_document(&document).unwrap_err();
    assert_eq!(foretold, refused);
    assert_eq!(refused.code, Code::NotAllowed);
    assert_eq!(places(&refused), [(8, 13)]);
    assert_eq!(
        refused.message.en,
        "“ferry.json”, line 8, column 13: “A crossing every hour” cannot be linked to “New ferry” in this way. Nothing was imported."
    );
    assert!(
        refused
            .message
            .fr
            .ends_with("ainsi à «\u{a0}New ferry\u{a0}». Rien n’a été importé.")
    );
    let same = FERRY.replace(
        r#""title": "Harbour","#,
        r#""title": "Harbour",
  "settings": {"rates": [{"from": "EUR", "to": "EUR", "rate": "1"}]},"#,
    );
    let refused = workspace
        .import_document(&desk.document(&same))
        .unwrap_err();
    assert_eq!(places(&refused), [(4, 15)]);
    assert_eq!(*workspace.portfolio(), before);
}

#[test]
fn a_new_portfolio_takes_settings_and_the_names_of_canvases_too() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let euro = Currency::parse("EUR").unwrap();
    let settings = Settings {
        title: "Harbour".to_owned(),
        currency: Some(euro.clone()),
        rates: vec![Rate {
            from: Currency::parse("AUD").unwrap(),
            to: euro,
            rate: "0.61".parse().unwrap(),
            on: None,
            source: "Central bank".to_owned(),
        }],
        fiscal_year: FiscalYear { month: 4, day: 1 },
        cycle: Cycle::Quarter,
        rules: [(
            "D103".to_owned(),
            RuleSetting {
                off: true,
                ..RuleSetting::default()
            },
        )]
        .into(),
    };
    let edits = [Edit::SetSettings {
        settings: Box::new(settings),
    }];
    workspace.apply(&edits).unwrap();
    let ours = workspace.portfolio().clone();
    assert_eq!(desk.taken_in(&ours), json::write(&ours).unwrap());
    // What stands already has its own settings, and keeps them.
    let mut other = Workspace::create(&desk.path("o.thru"), "Other", Lang::En).unwrap();
    other.import_document(&desk.document(FERRY)).unwrap();
    let before = other.portfolio().settings().clone();
    let document = desk.document(&json::write(&ours).unwrap());
    other.import_document(&document).unwrap();
    assert_eq!(*other.portfolio().settings(), before);
}

#[test]
fn the_longest_ids_go_out_and_come_back() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let long = "i".repeat(128);
    let ferry = FERRY.replace("\"ship\"", &format!("\"{long}\""));
    workspace.import_document(&desk.document(&ferry)).unwrap();
    let ours = workspace.portfolio();
    assert!(ours.placements().any(|it| it.id.as_str().len() > 128));
    assert_eq!(desk.taken_in(ours), json::write(ours).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_to_a_portfolio_a_new_one_takes_all_of_it(
        rolls in proptest::collection::vec(rolls(), 250)
    ) {
        let desk = Desk::new();
        let mut workspace = desk.portfolio();
        for (serial, roll) in rolls.iter().enumerate() {
            if let Some(edit) = edit(roll, workspace.portfolio(), serial) {
                let _ = workspace.apply(&[edit]);
            }
        }
        let ours = workspace.portfolio();
        prop_assert_eq!(desk.taken_in(ours), json::write(ours).unwrap());
    }
}

#[test]
fn a_preview_of_a_document_counts_and_writes_nothing() {
    let desk = Desk::new();
    let workspace = desk.portfolio();
    let before = workspace.portfolio().clone();
    let counted = workspace.preview_document(&desk.document(FERRY)).unwrap();
    assert_eq!(
        (counted.elements, counted.links, counted.already_there),
        (2, 1, 0)
    );
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
