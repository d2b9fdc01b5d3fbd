//! Formats 1 and 2 with something in every table, as the programs of then wrote it.

use super::{names, open, read, told};
use portfolio::Code;
use portfolio::edit::{Edit, Origin};
use portfolio::model::{
    ElementId, Fate, Grade, Known, Lang, LinkDetail, Maybe, Portfolio, Reason, Why,
};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

const FIRST: &str =
    include_str!("../../../src-tauri/portfolio/src/store/migrations/0001_first.sql");
const SECOND: &str =
    include_str!("../../../src-tauri/portfolio/src/store/migrations/0002_whole.sql");

/// What the first format held: texts bare where a reason can stand today, rejected options as titles.
const ROWS: &str = r#"
    INSERT INTO settings VALUES (1, '{"title":"Old clinic"}');
    INSERT INTO source VALUES ('pmo', '{"id":"pmo","title":"Register"}');
    INSERT INTO element VALUES ('age', 'driver', '{"id":"age","title":"Age","kind":"driver","valid_from":null,"reference":"Census"}');
    INSERT INTO element VALUES ('law', 'driver', '{"id":"law","title":"Law","kind":"driver","reference":""}');
    INSERT INTO element VALUES ('less', 'outcome', '{"id":"less","title":"Less","kind":"outcome","beneficiary":"Patients","business_owner":{"known":"Ann"},"harmful":false}');
    INSERT INTO element VALUES ('mins', 'indicator', '{"id":"mins","title":"Minutes","kind":"indicator","unit":"min","definition":""}');
    INSERT INTO element VALUES ('go', 'decision', '{"id":"go","title":"Go","kind":"decision","forum":"Board","rationale":"","rejected":["Rent","Wait"]}');
    INSERT INTO element VALUES ('desk', 'initiative', '{"id":"desk","title":"Desks","description":"","owner":{"missing":{"reason":"withheld","said":"nfp"}},"tags":["a"],"why":{"text":"Why"},"external_keys":[{"source":"Register","key":"P-1"}],"extra":{"Colour":"blue"},"kind":"initiative","budget":{"known":{"amount":"100.10","currency":"EUR"}}}');
    INSERT INTO canvas VALUES ('map', '{"id":"map","title":"Map","kind":"strategy_map"}');
    INSERT INTO link VALUES ('l', 'contribution', 'desk', 'less', '{"id":"l","from":"desk","to":"less","kind":"contribution","mechanism":"Fewer queues","state":"accepted"}');
    INSERT INTO placement VALUES ('map.desk', 'map', 'desk', 40.5, 28.0, 1);
    INSERT INTO reading (id, indicator_id, source_id, period, value, nature, recorded_at, recorded_by, comment)
      VALUES ('r1', 'mins', 'pmo', '2024-09-30', 31.5, 'actual', '2024-10-01T09:00:00+00:00', 'Ann', 'By phone');
    INSERT INTO status_report VALUES ('s1', 'desk', NULL, '{"id":"s1","element":"desk","date":{"known":"2024-10-30"},"lens":"it","status":"green","said":"On track","comment":"","source":null}');
    INSERT INTO import VALUES ('i1', 'pmo', '{"id":"i1","source":"pmo","at":"2024-10-01T09:00:00Z","file":"list.csv","hash":"ab","sheet":"Q3","created":1,"quarantined":[],"ignored":0}');
    INSERT INTO step (at, label, diff) VALUES ('2024-10-02T09:00:00+00:00', '{"verb":"write_why","kind":"initiative","title":"Desks","count":1}',
      '{"changes":[{"before":{"type":"element","record":{"id":"law","title":"Old law","kind":"driver","reference":"BOE"}},"after":{"type":"element","record":{"id":"law","title":"Law","kind":"driver","reference":""}}}]}');
"#;

/// A file of an older format.
fn old(folder: &Path, version: u32) -> PathBuf {
    let path = folder.join("old.thru");
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA synchronous = off; BEGIN;")
        .unwrap();
    db.execute_batch(FIRST).unwrap();
    if version > 1 {
        db.execute_batch(SECOND).unwrap();
    }
    db.execute_batch(ROWS).unwrap();
    if version > 1 {
        db.execute_batch(
            r#"UPDATE reading SET grade = 'judgement';
               INSERT INTO waiver VALUES ('w1', 'desk', '{"id":"w1","code":"D103","subject":"desk","reason":"Known","person":"Ann","on":"2025-01-01","until":null}');"#,
        )
        .unwrap();
    }
    db.execute_batch("COMMIT;").unwrap();
    db.execute_batch(&format!(
        "PRAGMA application_id = 0x54485255; PRAGMA user_version = {version};"
    ))
    .unwrap();
    db.close().unwrap();
    path
}

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

/// That everything of the first format says what it said.
fn says_what_it_said(portfolio: &Portfolio) {
    let element = |name: &str| portfolio.element(&id(name)).unwrap();
    assert_eq!(portfolio.settings().title, "Old clinic");
    assert_eq!(
        element("age").driver().unwrap().reference.value().unwrap(),
        "Census"
    );
    assert_eq!(
        element("law").driver().unwrap().reference,
        None,
        "empty was never filled"
    );
    let outcome = element("less").outcome().unwrap();
    assert_eq!(outcome.beneficiary.value().unwrap(), "Patients");
    assert_eq!(outcome.business_owner.value().unwrap(), "Ann");
    let indicator = element("mins").indicator().unwrap();
    assert_eq!(
        (
            indicator.unit.value().unwrap().as_str(),
            &indicator.definition
        ),
        ("min", &None)
    );
    let decision = element("go").decision().unwrap();
    assert_eq!(
        (
            decision.forum.value().unwrap().as_str(),
            &decision.rationale
        ),
        ("Board", &None)
    );
    let options: Vec<_> = decision
        .options
        .iter()
        .map(|it| (it.title.as_str(), it.fate))
        .collect();
    assert_eq!(
        options,
        [("Rent", Fate::Rejected), ("Wait", Fate::Rejected)]
    );
    let desk = element("desk");
    assert_eq!(desk.owner, Some(Maybe::missing(Reason::Withheld, "nfp")));
    assert_eq!(
        desk.initiative()
            .unwrap()
            .budget
            .value()
            .unwrap()
            .amount
            .to_string(),
        "100.10"
    );
    assert_eq!(
        desk.why,
        Why {
            text: "Why".to_owned(),
            ..Why::default()
        }
    );
    assert_eq!(
        (desk.tags.len(), desk.extra.len(), desk.external_keys.len()),
        (1, 1, 1)
    );
    let link = portfolio.links().next().unwrap();
    assert!(matches!(&link.detail, LinkDetail::Contribution(it) if it.mechanism == "Fewer queues"));
    assert!(link.counts());
    let place = portfolio.placements().next().unwrap();
    assert_eq!((place.x, place.pinned), (40.5, true));
    let reading = portfolio.readings().next().unwrap();
    assert_eq!((reading.value, reading.recorded_by.as_str()), (31.5, "Ann"));
    assert_eq!(portfolio.statuses().next().unwrap().said, "On track");
    assert_eq!(portfolio.imports().next().unwrap().hash, "ab");
}

#[test]
fn every_table_of_an_older_format_says_what_it_said() {
    for version in [1, 2] {
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path(), version);
        let workspace = open(&path).unwrap();
        says_what_it_said(workspace.portfolio());
        let grade = workspace.portfolio().readings().next().unwrap().grade;
        let waivers = workspace.portfolio().waivers().count();
        match version {
            1 => assert_eq!((grade, waivers), (None, 0)),
            _ => assert_eq!((grade, waivers), (Some(Grade::Judgement), 1)),
        }
        let there = workspace.portfolio().clone();
        workspace.close().unwrap();
        assert_eq!(
            read(&path),
            there,
            "format {version} is read the same once it is of today"
        );
        assert_eq!(
            names(folder.path()),
            ["old.thru".to_owned(), format!("old.v{version}.thru")]
        );
    }
}

#[test]
fn a_step_of_the_first_format_is_called_typed_and_can_be_taken_back_in_a_file_of_today() {
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), 1);
    let mut workspace = open(&path).unwrap();
    let moments = workspace.history(None, 9).unwrap();
    assert_eq!(moments.len(), 1);
    assert_eq!(
        (
            moments[0].label.origin.clone(),
            moments[0].label.title.as_str()
        ),
        (Origin::Typed, "Desks")
    );
    workspace.undo().unwrap();
    let law = workspace.portfolio().element(&id("law")).unwrap();
    assert_eq!(law.driver().unwrap().reference.value().unwrap(), "BOE");
    workspace.redo().unwrap();
    says_what_it_said(workspace.portfolio());
}

#[test]
fn what_an_older_format_had_no_place_for_can_be_said_at_once() {
    for version in [1, 2] {
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path(), version);
        let mut workspace = open(&path).unwrap();
        let graded = portfolio::model::Reading {
            grade: Some(Grade::Imported),
            ..workspace.portfolio().readings().next().unwrap().clone()
        };
        let rule: portfolio::model::OwnRule = serde_json::from_str(
            r#"{"id":"own","code":"X001","name":"no-owner","applies_to":"initiative","when":"true","message":"m","severity":"low"}"#,
        )
        .unwrap();
        let waiver = portfolio::model::Waiver {
            id: portfolio::model::WaiverId::new("new"),
            code: "D103".to_owned(),
            subject: portfolio::model::RecordId::new("desk"),
            reason: "Known".to_owned(),
            person: "Ann".to_owned(),
            on: "2026-11-22".parse().unwrap(),
            until: None,
        };
        workspace
            .apply(&[
                Edit::SetReading { reading: graded },
                Edit::PutOwnRule {
                    rule: Box::new(rule),
                },
                Edit::Waive { waiver },
            ])
            .unwrap();
        let there = workspace.portfolio().clone();
        workspace.close().unwrap();
        assert_eq!(read(&path), there);
    }
}

#[test]
fn an_older_file_that_is_only_read_is_not_upgraded_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), 2);
    let before = std::fs::read(&path).unwrap();
    let error = Workspace::open(&path, Access::ReadOnly, Lang::En).unwrap_err();
    assert_eq!(told(&error, "old.thru"), Code::ReadOnly);
    assert!(error.message.en.contains("older format"), "{error}");
    assert!(error.hint.en.contains("open the copy"), "{}", error.hint.en);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names(folder.path()), ["old.thru"]);
}

#[test]
fn an_older_file_that_is_damaged_is_neither_kept_nor_migrated() {
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), 1);
    super::tampered(&path, "CREATE VIEW v AS SELECT * FROM element");
    let before = std::fs::read(&path).unwrap();
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names(folder.path()), ["old.thru"]);
}

/// A file of the first format that has already a table of the second: half of a migration of somebody else.
#[test]
fn a_migration_that_fails_leaves_the_file_as_it_was_and_its_copy_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = old(folder.path(), 1);
    super::tampered(&path, "CREATE TABLE own_rule (id)");
    let before = std::fs::read(&path).unwrap();
    assert!(open(&path).is_err());
    let db = Connection::open(&path).unwrap();
    let version: u32 = db
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    let elements: u32 = db
        .query_row("SELECT count(*) FROM element", [], |row| row.get(0))
        .unwrap();
    assert!(elements == 6 && version < 3, "{version}");
    assert_eq!(
        std::fs::read(folder.path().join("old.v1.thru")).unwrap(),
        before
    );
}

#[test]
fn a_damaged_file_of_an_older_format_is_recovered_with_what_it_said() {
    for version in [1, 2] {
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path(), version);
        let before = std::fs::read(&path).unwrap();
        let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
        says_what_it_said(copy.portfolio());
        assert_eq!((report.steps, report.dropped.len()), (1, 0));
        let grades = copy
            .portfolio()
            .readings()
            .filter(|it| it.grade.is_some())
            .count();
        assert_eq!(grades, usize::from(version == 2));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}
