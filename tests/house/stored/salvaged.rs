//! Rows that cannot be read, table by table: each costs itself and what cannot stand without it, the history gives it
//! back where it knows it, and the report tells what was lost.

use super::{closed, open};
use portfolio::Code;
use portfolio::edit::Edit;
use portfolio::exchange::json;
use portfolio::fixture::draw;
use portfolio::model::{Lang, Noun, Portfolio, Record};
use portfolio::workspace::{Recovery, Salvaged, Workspace};

const CLINIC: &str = r#"
    setting    title="Clinic"
    source     pmo  "Register"
    import     pmo  2026-11-02
    objective  wait "Wait less" why="People leave" proof=mins
    objective  calm "Calm" conflicts_with wait (guard_rail=mins)
    initiative desk "Desks" -> wait (expects=-3 on=mins assumptions=come)
    indicator  mins "Minutes" measures wait
    assumption come "They come"
    decision   go   "Go" premises=r1
    reading    mins 2026-09-30 31 id=r1 source=pmo
    status     desk 2026-10-30 it green id=s1 source=pmo
    waive      D103 desk "Known" by=Ann
    canvas     map  "Map" shows=wait,desk
"#;

fn clinic() -> Portfolio {
    draw(CLINIC).unwrap().portfolio()
}

/// What is recovered of the clinic, without a history, after somebody scribbled into it.
fn recovered(sql: &str) -> (Portfolio, Recovery) {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &clinic());
    super::tampered(&path, &format!("PRAGMA foreign_keys = OFF; {sql}"));
    let before = std::fs::read(&path).unwrap();
    let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before, "{sql}");
    let portfolio = copy.portfolio().clone();
    copy.close().unwrap();
    let text = json::write(&portfolio).unwrap();
    json::read("recovered.json", text.as_bytes()).unwrap();
    let again = open(std::path::Path::new(&report.copy)).unwrap();
    assert_eq!(*again.portfolio(), portfolio, "{sql}");
    (portfolio, report)
}

fn of(report: &Recovery, noun: Noun) -> (u32, u32) {
    let found = report.kinds.iter().find(|it| it.noun == noun);
    found.map_or((0, 0), |it: &Salvaged| (it.read, it.lost))
}

/// Ids of the records that the clinic has and the recovered portfolio has not.
fn missing(portfolio: &Portfolio) -> Vec<String> {
    let there = |it: &Record| portfolio.current(it).is_some();
    let gone = clinic().records().into_iter().filter(|it| !there(it));
    gone.map(|it| it.id().to_string()).collect()
}

#[test]
fn a_row_that_cannot_be_read_costs_itself_and_what_cannot_stand_without_it() {
    for (table, id, noun, gone) in [
        ("canvas", "map", Noun::Canvas, &[][..]),
        ("link", "desk..wait", Noun::Link, &["desk..wait"]),
        ("import", "", Noun::Import, &["import-1"]),
        ("status_report", "s1", Noun::StatusReport, &["s1"]),
        ("waiver", "", Noun::Waiver, &["waiver-13"]),
        ("source", "pmo", Noun::Source, &["pmo", "import-1"]),
        ("element", "come", Noun::Element, &["come"]),
        (
            "element",
            "desk",
            Noun::Element,
            &["desk", "desk..wait", "map.desk", "s1", "waiver-13"],
        ),
        (
            "element",
            "mins",
            Noun::Element,
            &["mins", "mins.measures.wait", "r1"],
        ),
    ] {
        let which = if id.is_empty() {
            String::new()
        } else {
            format!("WHERE id = '{id}'")
        };
        let (portfolio, report) = recovered(&format!("UPDATE {table} SET body = '{{' {which}"));
        assert_eq!(missing(&portfolio), gone, "{table} {id}");
        assert_eq!(of(&report, noun).1, 1, "{table} {id}");
        // A place is no statement; whatever else went along is told by its name.
        let told = gone
            .iter()
            .filter(|it| !it.starts_with("map.") && **it != id);
        let told = told.count() - usize::from(id.is_empty() && !gone.is_empty());
        assert_eq!(
            report.dropped.len(),
            told,
            "{table} {id}: {:?}",
            report.dropped
        );
    }
}

#[test]
fn what_only_mentioned_a_lost_record_stands_without_the_mention() {
    let (portfolio, report) =
        recovered("UPDATE element SET body = '{' WHERE id IN ('mins', 'come')");
    let text = json::write(&portfolio).unwrap();
    assert!(!text.contains("mins") && !text.contains("come\""), "{text}");
    assert_eq!(of(&report, Noun::Element), (4, 2));
    let wait = portfolio
        .elements()
        .find(|it| it.title == "Wait less")
        .unwrap();
    assert_eq!(
        (wait.why.text.as_str(), &wait.why.proof),
        ("People leave", &None)
    );
}

#[test]
fn a_reading_with_a_value_that_cannot_be_is_lost_and_decisions_rely_on_the_rest() {
    for sql in [
        "UPDATE reading SET nature = 'dream'",
        "UPDATE reading SET period = 'autumn'",
        "UPDATE reading SET recorded_at = ''",
    ] {
        let (portfolio, report) = recovered(sql);
        assert_eq!(missing(&portfolio), ["r1"], "{sql}");
        assert_eq!(of(&report, Noun::Reading), (0, 1), "{sql}");
        let decision = portfolio.elements().find_map(|it| it.decision()).unwrap();
        assert!(decision.premises.is_empty(), "{sql}");
    }
}

#[test]
fn a_grade_that_cannot_be_read_costs_the_grade_and_not_the_reading_and_is_told() {
    let (portfolio, report) = recovered("UPDATE reading SET grade = 'E7'");
    assert_eq!(missing(&portfolio), [""; 0]);
    assert_eq!(of(&report, Noun::Reading), (1, 0));
    assert_eq!(portfolio.readings().next().unwrap().grade, None);
    let told: Vec<&str> = report.ungraded.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(told, ["Minutes, 2026-09-30"]);
    assert_eq!(
        recovered("UPDATE reading SET period = period").1.ungraded,
        []
    );
}

#[test]
fn settings_that_are_a_list_are_lost_and_not_taken_for_new_ones() {
    let (portfolio, report) = recovered("UPDATE settings SET body = '[]'");
    assert_eq!(of(&report, Noun::Settings), (1, 1));
    assert_ne!(portfolio.settings().title, "Clinic");
}

#[test]
fn a_row_under_another_id_than_its_own_is_lost_and_not_taken_for_another() {
    let (portfolio, report) = recovered(
        "UPDATE element SET body = replace(body, '\"id\":\"calm\"', '\"id\":\"wait\"') WHERE id = 'calm'",
    );
    assert_eq!(missing(&portfolio), ["calm", "calm.conflicts_with.wait"]);
    assert_eq!(of(&report, Noun::Element), (5, 1));
    let wait = portfolio
        .elements()
        .find(|it| it.id.as_str() == "wait")
        .unwrap();
    assert_eq!(wait.title, "Wait less");
}

#[test]
fn a_table_that_is_gone_is_told_as_one_that_may_have_held_more() {
    for (table, noun) in [
        ("waiver", Noun::Waiver),
        ("own_rule", Noun::OwnRule),
        ("status_report", Noun::StatusReport),
        ("import", Noun::Import),
        ("placement", Noun::Placement),
    ] {
        let (portfolio, report) = recovered(&format!("DROP TABLE {table}"));
        let found = report.kinds.iter().find(|it| it.noun == noun).unwrap();
        assert!(found.at_least && found.read == 0, "{table}: {found:?}");
        let others = report.kinds.iter().filter(|it| it.at_least);
        assert_eq!(others.count(), 1, "{table}");
        assert_eq!(portfolio.elements().count(), 6);
    }
}

#[test]
fn settings_that_are_lost_leave_the_name_of_the_file_as_the_title() {
    let (portfolio, report) = recovered("UPDATE settings SET body = 'x'");
    assert_eq!(portfolio.settings().title, "a");
    assert_eq!(of(&report, Noun::Settings).1, 1);
    let (portfolio, _) = recovered("DELETE FROM settings");
    assert_eq!(portfolio.settings().title, "a");
    let (portfolio, _) = recovered("DROP TABLE settings");
    assert_eq!(portfolio.settings().title, "a");
}

#[test]
fn cards_whose_map_is_lost_stand_on_a_new_one_where_they_stood() {
    for sql in [
        "UPDATE canvas SET body = 'x'",
        "DELETE FROM canvas",
        "DROP TABLE canvas",
    ] {
        let (portfolio, _) = recovered(sql);
        let canvases: Vec<_> = portfolio
            .canvases()
            .map(|it| (it.id.as_str(), it.title.as_str()))
            .collect();
        assert_eq!(canvases, [("map", "Strategy map")], "{sql}");
        let places: Vec<_> = clinic().placements().cloned().collect();
        assert_eq!(
            portfolio.placements().cloned().collect::<Vec<_>>(),
            places,
            "{sql}"
        );
    }
}

#[test]
fn a_link_that_leads_nowhere_is_left_out_and_told_by_the_titles_of_its_ends() {
    let (portfolio, report) = recovered("DELETE FROM element WHERE id = 'desk'");
    assert!(portfolio.links().all(|it| it.from.as_str() != "desk"));
    let titles: Vec<&str> = report.dropped.iter().map(|it| it.title.as_str()).collect();
    assert!(titles.contains(&"desk → Wait less"), "{titles:?}");
    assert!(titles.contains(&"D103"), "{titles:?}");
}

#[test]
fn what_a_row_lost_the_history_gives_back_and_its_steps_can_still_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let mut workspace = open(&path).unwrap();
    for record in clinic().records() {
        let edit = match record {
            Record::Element(it) if it.why.proof.is_none() && it.decision().is_none() => {
                Edit::InsertElement {
                    element: Box::new(it),
                }
            }
            Record::Source(source) => Edit::InsertSource { source },
            Record::Reading(reading) => Edit::InsertReading { reading },
            _ => continue,
        };
        workspace.apply(&[edit]).unwrap();
    }
    let there = workspace.portfolio().clone();
    let steps = workspace.history(None, 99).unwrap().len();
    workspace.close().unwrap();
    super::tampered(
        &path,
        "UPDATE element SET body = '{'; UPDATE reading SET nature = ''; UPDATE source SET body = ''",
    );
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    let (mut copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(
        copy.portfolio().elements().collect::<Vec<_>>(),
        there.elements().collect::<Vec<_>>()
    );
    assert_eq!(
        copy.portfolio().readings().count(),
        there.readings().count()
    );
    let given: u32 = report.kinds.iter().map(|it| it.from_history).sum();
    assert_eq!(given as usize, there.elements().count() + 1 + 1);
    assert_eq!(report.kinds.iter().map(|it| it.lost).sum::<u32>(), 0);
    assert_eq!((report.steps as usize, report.steps_lost), (steps, 0));
    for _ in 0..steps {
        copy.undo().unwrap();
    }
    assert_eq!(copy.portfolio().elements().count(), 0);
}

#[test]
fn steps_before_one_that_cannot_be_read_are_lost_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &clinic());
    let mut workspace = open(&path).unwrap();
    for n in 1..=6 {
        let title = format!("Title {n}");
        workspace.apply(&[Edit::SetTitle { title }]).unwrap();
    }
    workspace.undo().unwrap();
    workspace.close().unwrap();
    super::tampered(
        &path,
        "UPDATE step SET label = 'x' WHERE seq = 2; UPDATE element SET body = '' WHERE id = 'come'",
    );
    let (mut copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(
        (report.steps, report.steps_lost),
        (3, 2),
        "3, 4 and 5 stand; 6 was undone"
    );
    assert_eq!(copy.portfolio().settings().title, "Title 5");
    for title in ["Title 4", "Title 3", "Title 2"] {
        copy.undo().unwrap();
        assert_eq!(copy.portfolio().settings().title, title);
    }
    assert_eq!(copy.undo().unwrap_err().code, Code::NothingToUndo);
}

#[test]
fn a_recovered_portfolio_speaks_the_language_in_which_it_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &clinic());
    super::tampered(
        &path,
        "PRAGMA foreign_keys = OFF; DROP TABLE canvas; DROP TABLE placement",
    );
    let (copy, report) = Workspace::recover(&path, None, Lang::Fr).unwrap();
    assert!(report.copy.ends_with("a (récupéré).thru"));
    let title = copy.portfolio().canvases().next().unwrap().title.clone();
    assert_eq!(title, "Carte stratégique");
}
