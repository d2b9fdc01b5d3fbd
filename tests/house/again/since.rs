//! Why the score changed since a day, over a history of several days; and what the rules saw on each of them.

use chrono::{Days, NaiveDate};
use portfolio::edit::{Edit, Patch};
use portfolio::fixture::draw;
use portfolio::ladder::change::{Cause, ScoreChange, Stand};
use portfolio::ladder::{Rung, TraceKind};
use portfolio::model::{ElementId, Lang, LinkId, WaiverId};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

const DRAWN: &str = r#"
objective  wait  "Wait under 20 minutes" weight=30 owner="A. Rey" why="People leave unseen"
objective  other "Another" weight=10
outcome    early "Arrivals are spread" owner="B. Sole" -> wait (mechanism="Fewer come at once" by="A. Rey")
initiative app   "Booking app" state=active budget="100 k EUR" owner="C. Dot" -> early (mechanism="People book" by="B. Sole" confidence=certain expects=-40 on=min)
indicator  min   "Minutes waited" indicator_kind=outcome direction=down every_days=30 definition="Door to doctor" baseline=60 baseline_on=2025-01-01 target=30 target_on=2030-01-01 measures wait
source     reg   "Register"
"#;

fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

struct File {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn open(path: &Path) -> Workspace {
    Workspace::open(path, Access::ReadWrite, Lang::En).unwrap()
}

/// A file whose steps were done so many days ago, each at noon.
fn file(steps: &[(u64, Edit)]) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.thru");
    let drawn = draw(DRAWN).unwrap().portfolio();
    let mut workspace = Workspace::create_from(&path, &drawn, Lang::En).unwrap();
    for (_, edit) in steps {
        workspace.apply(std::slice::from_ref(edit)).unwrap();
    }
    workspace.close().unwrap();
    let db = Connection::open(&path).unwrap();
    let mut seqs = db.prepare("SELECT seq FROM step ORDER BY seq").unwrap();
    let seqs: Vec<u32> = seqs
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(seqs.len(), steps.len());
    for (seq, (days, _)) in seqs.iter().zip(steps) {
        let at = ago(*days).and_hms_opt(12, 0, 0).unwrap().and_utc();
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        db.execute("UPDATE step SET at = ?1 WHERE seq = ?2", (&at, seq))
            .unwrap();
    }
    File {
        _folder: folder,
        path,
    }
}

fn weigh(id: &str, weight: f64) -> Edit {
    Edit::Set {
        element: ElementId::new(id),
        patch: Patch::Weight(Some(portfolio::model::Maybe::Known(weight))),
    }
}

fn read_at(days: u64, value: f64) -> Edit {
    let drawing = draw(&format!(
        "indicator min \"M\"\nsource reg \"R\"\nreading min {} {value} id=r{days} source=reg",
        ago(days)
    ));
    let portfolio = drawing.unwrap().portfolio();
    let reading = portfolio.readings().next().unwrap().clone();
    Edit::InsertReading { reading }
}

fn since(workspace: &Workspace, days: u64) -> Option<ScoreChange> {
    workspace.score_since(ago(days)).unwrap().change
}

/// How far the share that is at least measured moved, in points, by each cause.
fn moved(of: &ScoreChange) -> Vec<(Cause, f64)> {
    let points = of
        .effects
        .iter()
        .map(|it| (it.cause, (it.moved.measured * 100.0).round()));
    points.filter(|(_, points)| *points != 0.0).collect()
}

#[test]
fn each_day_is_told_from_the_last_step_that_was_done_by_its_end() {
    let file = file(&[
        (
            20,
            Edit::SetTitle {
                title: "Clinic".to_owned(),
            },
        ),
        (10, read_at(12, 50.0)),
        (5, weigh("other", 30.0)),
    ]);
    let workspace = open(&file.path);
    // Measured by a reading of twelve days ago, and then worth less beside a heavier one: 75 points, less 25.
    let early = since(&workspace, 15).unwrap();
    assert_eq!(
        moved(&early),
        [(Cause::Readings, 75.0), (Cause::Weights, -25.0)]
    );
    assert_eq!(early.moves[0].before, Stand::At(Rung::Plausible));
    assert_eq!(early.moves[0].after, Stand::At(Rung::Measured));
    assert_eq!(early.warning, None);
    for days in [10, 6] {
        let between = since(&workspace, days).unwrap();
        assert_eq!(
            moved(&between),
            [(Cause::Weights, -25.0)],
            "{days} days ago"
        );
        assert!(between.moves.is_empty());
    }
    for days in [5, 1, 0] {
        assert!(
            moved(&since(&workspace, days).unwrap()).is_empty(),
            "{days} days ago"
        );
    }
}

#[test]
fn before_the_first_step_the_history_says_nothing_and_says_since_when_it_does() {
    let file = file(&[(
        20,
        Edit::SetTitle {
            title: "Clinic".to_owned(),
        },
    )]);
    let workspace = open(&file.path);
    for days in [21, 400] {
        let told = workspace.score_since(ago(days)).unwrap();
        assert_eq!(told.since, ago(days));
        assert_eq!(told.begins, Some(ago(20)));
        assert_eq!(told.change, None);
    }
    assert!(since(&workspace, 20).is_some());
}

#[test]
fn the_parts_of_a_change_add_up_to_the_whole_on_every_day() {
    let file = file(&[
        (
            30,
            Edit::SetTitle {
                title: "Clinic".to_owned(),
            },
        ),
        (20, read_at(22, 50.0)),
        (15, weigh("wait", 10.0)),
        (
            10,
            Edit::Disconnect {
                links: vec![LinkId::new("early..wait")],
            },
        ),
        (
            5,
            Edit::Archive {
                elements: vec![ElementId::new("other")],
                on: ago(5),
                reason: String::new(),
            },
        ),
    ]);
    let workspace = open(&file.path);
    for days in [30, 25, 20, 17, 15, 12, 10, 7, 5, 2, 0] {
        let change = since(&workspace, days).unwrap();
        let sum: f64 = change.effects.iter().map(|it| it.moved.measured).sum();
        let whole = change.after.measured - change.before.measured;
        assert!(
            (sum - whole).abs() < 1e-9,
            "{days} days ago: {sum} is not {whole}"
        );
    }
    let kinds = |days| -> Vec<TraceKind> {
        since(&workspace, days)
            .unwrap()
            .traces
            .iter()
            .map(|it| it.kind)
            .collect()
    };
    assert_eq!(kinds(7), [TraceKind::ObjectiveRemoved]);
    assert_eq!(kinds(5), []);
}

#[test]
fn a_step_that_was_taken_back_is_no_part_of_the_history() {
    let file = file(&[
        (
            20,
            Edit::SetTitle {
                title: "Clinic".to_owned(),
            },
        ),
        (10, weigh("other", 90.0)),
    ]);
    let mut workspace = open(&file.path);
    workspace.undo().unwrap();
    for days in [15, 10, 5] {
        let change = since(&workspace, days).unwrap();
        assert!(
            moved(&change).is_empty() && change.moves.is_empty(),
            "{days} days ago"
        );
    }
}

#[test]
fn what_somebody_began_to_live_with_is_told_and_changes_no_figure() {
    let waiver = draw("initiative app \"A\"\nwaive D103 app \"Later\" by=\"A. Rey\"")
        .unwrap()
        .portfolio();
    let mut waiver = waiver.waivers().next().unwrap().clone();
    waiver.id = WaiverId::new("w");
    waiver.on = ago(3);
    let file = file(&[
        (
            20,
            Edit::SetTitle {
                title: "Clinic".to_owned(),
            },
        ),
        (3, Edit::Waive { waiver }),
    ]);
    let workspace = open(&file.path);
    let change = since(&workspace, 10).unwrap();
    assert!(moved(&change).is_empty());
    let kinds: Vec<TraceKind> = change.traces.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [TraceKind::MoreSuppressed]);
}

#[test]
fn a_change_is_told_in_the_language_of_the_window() {
    let file = file(&[
        (
            20,
            Edit::SetTitle {
                title: "Clinic".to_owned(),
            },
        ),
        (
            3,
            Edit::Archive {
                elements: vec![ElementId::new("other")],
                on: ago(3),
                reason: String::new(),
            },
        ),
    ]);
    let mut workspace = open(&file.path);
    let text = |workspace: &Workspace| since(workspace, 10).unwrap().traces[0].text.clone();
    assert_eq!(text(&workspace), "“Another” was dropped.");
    workspace.set_lang(Lang::Fr);
    assert_eq!(text(&workspace), "«\u{a0}Another\u{a0}» a été abandonné.");
}

#[test]
fn seen_from_an_earlier_date_the_change_ends_at_that_date() {
    let file = file(&[
        (
            40,
            Edit::SetTitle {
                title: "Clinic".to_owned(),
            },
        ),
        (30, read_at(0, 50.0)),
    ]);
    let mut workspace = open(&file.path);
    assert_eq!(
        moved(&since(&workspace, 35).unwrap()),
        [(Cause::Readings, 75.0)]
    );
    // The reading speaks of a month that had not come yet.
    workspace.set_as_of(ago(32));
    assert!(moved(&since(&workspace, 35).unwrap()).is_empty());
}

/// Turns what a file noted about its findings back by so many days.
fn noted(path: &Path, days: u64) {
    let db = Connection::open(path).unwrap();
    let back = format!("-{days} days");
    for sql in [
        "UPDATE sighting SET first = date(first, ?1)",
        "UPDATE sighting SET gone = date(gone, ?1) WHERE gone IS NOT NULL",
        "UPDATE check_day SET day = date(day, ?1)",
    ] {
        db.execute(sql, [&back]).unwrap();
    }
}

#[test]
fn over_several_days_each_finding_keeps_its_own_age_and_each_day_its_own_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.thru");
    let first =
        draw("initiative a \"A\" state=active budget=\"9 k EUR\"\nobjective o \"O\" weight=5");
    let mut workspace =
        Workspace::create_from(&path, &first.unwrap().portfolio(), Lang::En).unwrap();
    let add = |id: &str| {
        let text = format!("initiative {id} \"{id}\" state=active budget=\"9 k EUR\"");
        let element = draw(&text)
            .unwrap()
            .portfolio()
            .elements()
            .next()
            .unwrap()
            .clone();
        Edit::InsertElement {
            element: Box::new(element),
        }
    };
    // Three days of work, four days apart.
    workspace.findings();
    workspace.apply(&[add("b")]).unwrap();
    workspace.close().unwrap();
    noted(&path, 4);
    let mut workspace = open(&path);
    workspace.findings();
    workspace.apply(&[add("c")]).unwrap();
    workspace.close().unwrap();
    noted(&path, 4);
    let mut workspace = open(&path);
    workspace.findings();
    workspace.apply(&[add("d")]).unwrap();
    let age = |workspace: &Workspace, key: &str| {
        let all = workspace.all_findings();
        let own = all
            .iter()
            .find(|it| it.key == key)
            .unwrap_or_else(|| panic!("no {key}"));
        (today() - own.first_seen.unwrap()).num_days()
    };
    for (key, days) in [("D103:a", 8), ("D103:b", 8), ("D103:c", 4), ("D103:d", 0)] {
        assert_eq!(age(&workspace, key), days, "{key}");
    }
    let seen = workspace.seen_days().unwrap();
    let days: Vec<i64> = seen
        .iter()
        .map(|it| (today() - it.day).num_days())
        .collect();
    assert_eq!(days, [8, 4, 0]);
    let open_of = |at: usize| -> u32 { seen[at].tally.open.iter().map(|it| it.count).sum() };
    assert!(open_of(0) < open_of(1) && open_of(1) < open_of(2));
    // What is mended and comes back after days is new; what stayed is as old as it was.
    workspace
        .apply(&[Edit::Archive {
            elements: vec![ElementId::new("c")],
            on: today(),
            reason: String::new(),
        }])
        .unwrap();
    workspace.close().unwrap();
    noted(&path, 2);
    let mut workspace = open(&path);
    workspace.findings();
    workspace
        .apply(&[Edit::Restore {
            elements: vec![ElementId::new("c")],
        }])
        .unwrap();
    for (key, days) in [("D103:a", 10), ("D103:b", 10), ("D103:c", 0), ("D103:d", 2)] {
        assert_eq!(age(&workspace, key), days, "{key}");
    }
}
