//! Importing a table into a portfolio: one step, nothing lost, nothing twice.

use portfolio::Code;
use portfolio::edit::{Edit, Verb};
use portfolio::exchange::Mapping;
use portfolio::model::{
    Date, Element, ElementId, ElementKind, InitiativeState, Lang, LinkKind, Maybe, Reason, Status,
};
use portfolio::workspace::{self, Workspace};
use std::path::{Path, PathBuf};

const TABLE: &str = "\
Ref,Project name,Owner,Programme,State,RAG,RAG date,Start,End,Budget (k€),Strategic objective,Colour of folder
P-1,Night clinic,A. Rey,,In delivery,Green,30.09.2026,01.02.2026,30.06.2027,1 200,Shorter waits,blue
P-2,\"Night clinic,
phase two\",A. Rey,Night clinic,Planned,N/A,N/A,,Ongoing,nfp,,red
P-3,Roof repair,tbd,Estates,Active,Amber,15.09.2026,,31.12.2026,80,No such aim,
,,B. Sole,Estates,Active,Red,14.09.2026,,31.03.2027,55,,grey
Total,,,,,,,,,1 335,,
";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn portfolio(&self) -> Workspace {
        Workspace::create(&self.folder.path().join("p.thru"), "Clinic", Lang::En).unwrap()
    }
}

fn titled<'a>(workspace: &'a Workspace, title: &str) -> &'a Element {
    workspace
        .portfolio()
        .elements()
        .find(|it| it.title == title)
        .unwrap()
}

fn import(workspace: &mut Workspace, path: &Path) -> workspace::Imported {
    workspace.import(path, &Mapping::default(), None).unwrap()
}

#[test]
fn a_table_becomes_initiatives_with_their_values_and_their_reasons() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let report = import(&mut workspace, &desk.file("List Q3.csv", TABLE.as_bytes())).report;
    assert_eq!((report.created, report.already_there), (3, 0));

    let clinic = titled(&workspace, "Night clinic");
    let fields = clinic.initiative().unwrap();
    assert_eq!(clinic.owner, Some(Maybe::Known("A. Rey".into())));
    assert_eq!(clinic.external_keys[0].key, "P-1");
    assert_eq!(clinic.external_keys[0].source, "List Q3");
    assert_eq!(fields.state, Some(Maybe::Known(InitiativeState::Active)));
    assert_eq!(
        fields.end,
        Some(Maybe::Known(Date::from_ymd_opt(2027, 6, 30).unwrap()))
    );
    let budget = fields.budget.as_ref().and_then(Maybe::known).unwrap();
    assert_eq!(
        (budget.amount.to_string(), budget.currency.as_str()),
        ("1200000".into(), "EUR")
    );
    assert!(
        clinic.extra.values().any(|it| it == "blue"),
        "unknown columns are kept"
    );

    let second = titled(&workspace, "Night clinic, phase two");
    let fields = second.initiative().unwrap();
    assert_eq!(fields.budget, Some(Maybe::missing(Reason::Withheld, "nfp")));
    assert!(matches!(&fields.end, Some(Maybe::Missing(gap)) if gap.said == "Ongoing"));
    assert_eq!(fields.start, None, "an empty cell was never filled");
    assert!(
        matches!(&titled(&workspace, "Roof repair").owner, Some(Maybe::Missing(gap)) if gap.said == "tbd")
    );

    let reports: Vec<_> = workspace.portfolio().statuses_of(&clinic.id).collect();
    assert_eq!(reports.len(), 1);
    assert_eq!(
        (reports[0].status, reports[0].said.as_str()),
        (Some(Status::Green), "Green")
    );
}

#[test]
fn ratings_without_a_day_get_the_day_of_the_list_and_keep_one_of_their_own() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let path = desk.file("list.csv", TABLE.as_bytes());
    let mapping: Mapping = serde_json::from_str(r#"{ "as_of": "2026-10-31" }"#).unwrap();
    let (preview, _) = workspace.preview(&path, &mapping, Lang::En).unwrap();
    let day = "2026-10-31".parse().ok();
    assert_eq!(preview.as_of, day);
    let done = workspace.import(&path, &mapping, None).unwrap();
    assert_eq!(done.report.as_of, day);
    let date_of = |title: &str| {
        let id = &titled(&workspace, title).id;
        let report = workspace.portfolio().statuses_of(id).next().unwrap();
        report.date.as_ref().and_then(Maybe::known).copied()
    };
    assert_eq!(date_of("Night clinic"), "2026-09-30".parse().ok());
    assert_eq!(date_of("Night clinic, phase two"), day);
    let second = titled(&workspace, "Night clinic, phase two");
    assert_eq!(
        second.extra.get("RAG date").map(String::as_str),
        Some("N/A"),
        "what stood in the place of a day is kept"
    );
}

#[test]
fn no_rating_gets_a_day_that_nobody_names_or_that_the_user_does_not_want() {
    let desk = Desk::new();
    let workspace = desk.portfolio();
    let unnamed = desk.file("list.csv", TABLE.as_bytes());
    let named = desk.file("list_October_2026.csv", TABLE.as_bytes());
    let undated = Mapping {
        undated: true,
        ..Mapping::default()
    };
    let day = |path: &Path, mapping: &Mapping| {
        let (preview, _) = workspace.preview(path, mapping, Lang::En).unwrap();
        preview.as_of.map(|it| it.to_string())
    };
    assert_eq!(day(&unnamed, &Mapping::default()), None);
    assert_eq!(
        day(&named, &Mapping::default()).as_deref(),
        Some("2026-10-31")
    );
    assert_eq!(day(&named, &undated), None);
}

#[test]
fn an_import_is_one_step_with_a_record_and_can_be_undone() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let before = workspace.portfolio().clone();
    let done = import(&mut workspace, &desk.file("list.csv", TABLE.as_bytes()));
    let label = done.changed.steps.undo.unwrap();
    assert_eq!(
        (label.verb, label.title.as_str(), label.count),
        (Verb::Import, "list.csv", 3)
    );
    let records: Vec<_> = workspace.portfolio().imports().cloned().collect();
    assert_eq!((records[0].created, records[0].hash.len()), (3, 64));
    assert_eq!(
        records[0].quarantined.len(),
        1,
        "a row without a title is set aside and named"
    );

    workspace.undo().unwrap();
    assert_eq!(*workspace.portfolio(), before);
}

#[test]
fn every_imported_initiative_has_its_own_place_on_the_map() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    import(&mut workspace, &desk.file("list.csv", TABLE.as_bytes()));
    let places: Vec<_> = workspace.portfolio().placements().collect();
    assert_eq!(places.len(), 3);
    assert!(
        places
            .iter()
            .enumerate()
            .all(|(i, a)| places[i + 1..].iter().all(|b| (a.x, a.y) != (b.x, b.y)))
    );
}

#[test]
fn the_same_file_twice_adds_nothing_the_second_time() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let path = desk.file("list.csv", TABLE.as_bytes());
    import(&mut workspace, &path);
    let (_, there) = workspace
        .preview(&path, &Mapping::default(), Lang::En)
        .unwrap();
    assert_eq!(there, 3);
    let again = import(&mut workspace, &path).report;
    assert_eq!((again.created, again.already_there), (0, 3));
    assert_eq!(
        workspace
            .portfolio()
            .of_kind(ElementKind::Initiative)
            .count(),
        3
    );
    assert_eq!(workspace.portfolio().sources().count(), 1);
}

#[test]
fn parts_become_a_tree_and_named_objectives_become_proposals() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    workspace
        .apply(&[Edit::AddElement {
            id: ElementId::new("waits"),
            kind: ElementKind::Objective,
            title: "Shorter waits".into(),
            spot: None,
        }])
        .unwrap();
    let report = import(&mut workspace, &desk.file("list.csv", TABLE.as_bytes())).report;
    assert_eq!(report.links_proposed, 1);
    let portfolio = workspace.portfolio();
    let proposal = portfolio.links_to(&ElementId::new("waits")).next().unwrap();
    assert!(!proposal.counts(), "nobody has accepted it yet");
    let second = &titled(&workspace, "Night clinic, phase two").id;
    let parent = portfolio
        .links_from(second)
        .find(|it| it.kind() == LinkKind::PartOf)
        .unwrap();
    assert_eq!(parent.to, titled(&workspace, "Night clinic").id);
    assert_eq!(
        titled(&workspace, "Roof repair").tags,
        ["Estates"],
        "a group without a row stays a word"
    );
}

#[test]
fn rows_that_are_parts_of_each_other_are_read_without_a_ring() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let table = "Project name,Parent project,Owner\nA,B,x\nB,C,y\nC,A,z\nD,D,w\n";
    let report = import(&mut workspace, &desk.file("ring.csv", table.as_bytes())).report;
    assert_eq!(report.created, 4);
    assert_eq!(workspace.portfolio().links().count(), 2);
}

#[test]
fn a_title_as_long_as_a_text_is_cut_at_a_word_and_kept_whole() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let long = "many words ".repeat(60);
    let table = format!("Project name,Owner\n{long},x\nShort,y\n");
    import(&mut workspace, &desk.file("long.csv", table.as_bytes()));
    let cut = workspace
        .portfolio()
        .elements()
        .find(|it| it.title.ends_with('…'))
        .unwrap();
    assert!(cut.title.chars().count() <= 300);
    assert!(cut.extra.values().any(|it| it.trim() == long.trim()));
}

#[test]
fn what_cannot_be_imported_creates_nothing_and_names_the_file() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let before = workspace.portfolio().clone();
    for (name, content, code) in [
        ("empty.xlsx", &b""[..], Code::NothingToImport),
        (
            "paper.xlsx",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
            Code::NotReadable,
        ),
        (
            "cut.xlsx",
            b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
            Code::NotReadable,
        ),
    ] {
        let path = desk.file(name, content);
        let error = workspace
            .import(&path, &Mapping::default(), None)
            .unwrap_err();
        assert_eq!(error.code, code, "{name}");
        assert!(error.message.en.contains(name) && error.message.fr.contains(name));
        assert!(!error.hint.en.is_empty() && !error.hint.fr.is_empty());
    }
    assert_eq!(
        workspace
            .import(desk.folder.path(), &Mapping::default(), None)
            .unwrap_err()
            .code,
        Code::FileUnreadable
    );
    let big = desk.folder.path().join("big.csv");
    std::fs::File::create(&big)
        .unwrap()
        .set_len(200 * 1024 * 1024)
        .unwrap();
    assert_eq!(
        workspace::preview(&big, &Mapping::default(), Lang::En)
            .unwrap_err()
            .code,
        Code::TooLarge
    );
    assert_eq!(*workspace.portfolio(), before);
}

#[test]
fn the_sample_opens_in_both_languages_with_every_card_on_the_map() {
    let desk = Desk::new();
    for (lang, name) in [(Lang::En, "en.thru"), (Lang::Fr, "fr.thru")] {
        let sample = workspace::sample(lang).unwrap();
        let workspace =
            Workspace::create_from(&desk.folder.path().join(name), &sample, lang).unwrap();
        let portfolio = workspace.portfolio();
        let placed = portfolio.placements().count();
        assert_eq!(
            placed,
            portfolio
                .elements()
                .filter(|it| it.kind().level().is_some())
                .count()
        );
        assert!(placed > 40 && !workspace.findings().is_empty());
    }
}

#[test]
fn two_keys_are_two_initiatives_even_under_one_title() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let first = desk.file(
        "a.csv",
        b"Ref,Project name,Owner\nP1,Upgrade,x\nP2,Upgrade,y\n",
    );
    let again = desk.file(
        "b.csv",
        b"Ref,Project name,Owner\nP1,Upgrade,x\nP3,Upgrade,z\n",
    );
    let from = |workspace: &mut Workspace, path: &Path| {
        workspace
            .import(path, &Mapping::default(), Some("Register"))
            .unwrap()
            .report
    };
    assert_eq!(from(&mut workspace, &first).created, 2);
    let report = from(&mut workspace, &again);
    assert_eq!((report.created, report.already_there), (1, 1));
}

#[test]
fn a_file_that_brings_nothing_new_is_no_step_and_keeps_what_can_be_redone() {
    let desk = Desk::new();
    let mut workspace = desk.portfolio();
    let path = desk.file("list.csv", TABLE.as_bytes());
    import(&mut workspace, &path);
    let rename = Edit::SetTitle {
        title: "Other".into(),
    };
    workspace.apply(&[rename]).unwrap();
    workspace.undo().unwrap();
    let again = import(&mut workspace, &path);
    assert!(again.changed.diff.is_empty());
    assert!(again.changed.steps.redo.is_some());
    assert_eq!(workspace.portfolio().imports().count(), 1);
}
