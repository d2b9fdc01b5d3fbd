//! Damaged files: what can be read goes into a copy, and the file stays as it is.

use portfolio::edit::{Edit, Patch};
use portfolio::exchange::json;
use portfolio::model::{
    Date, ElementId, ElementKind, Lang, LinkId, LinkKind, Nature, Noun, Portfolio, Reading,
    ReadingId,
};
use portfolio::store::Access;
use portfolio::workspace::{Recovery, Workspace};
use portfolio::{Code, Error};
use std::path::{Path, PathBuf};

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

/// A file of some fifty pages with a sample at its beginning and a history of a hundred steps.
fn whole(folder: &Path) -> (PathBuf, Portfolio) {
    let path = folder.join("a.thru");
    let mut workspace = Workspace::create_sample(&path, Lang::En).unwrap();
    for number in 0..100 {
        let name = format!("x{number}");
        let mut edits = vec![Edit::AddElement {
            id: id(&name),
            kind: ElementKind::Initiative,
            title: format!("Initiative number {number}"),
            spot: None,
        }];
        if number > 0 {
            edits.push(Edit::Connect {
                id: LinkId::new(format!("l{number}")),
                from: id(&name),
                to: id(&format!("x{}", number - 1)),
                kind: LinkKind::DependsOn,
            });
        }
        if number % 10 == 3 {
            edits.push(Edit::Set {
                element: id(&name),
                patch: Patch::Description("Long words of a description. ".repeat(300)),
            });
        }
        workspace.apply(&edits).unwrap();
    }
    workspace
        .apply(&[
            Edit::AddElement {
                id: id("measure"),
                kind: ElementKind::Indicator,
                title: "Measure".to_owned(),
                spot: None,
            },
            Edit::InsertReading {
                reading: Reading {
                    id: ReadingId::new("r"),
                    indicator: id("measure"),
                    period: Date::from_ymd_opt(2026, 11, 1).unwrap(),
                    value: 4.5,
                    nature: Nature::Actual,
                    source: None,
                    recorded_at: "2026-11-23T09:00:00Z".parse().unwrap(),
                    recorded_by: String::new(),
                    comment: String::new(),
                    grade: None,
                },
            },
        ])
        .unwrap();
    let portfolio = workspace.portfolio().clone();
    workspace.close().unwrap();
    (path, portfolio)
}

fn open(path: &Path) -> Result<Workspace, Error> {
    Workspace::open(path, Access::ReadWrite, Lang::En)
}

/// That a recovered file is one like any other: it opens, its document is read again, its steps are taken back.
fn passes_all_checks(path: &Path, steps: usize) -> Portfolio {
    let access = if steps > 0 {
        Access::ReadWrite
    } else {
        Access::ReadOnly
    };
    let mut workspace = Workspace::open(path, access, Lang::En).unwrap();
    let portfolio = workspace.portfolio().clone();
    let text = json::write(&portfolio).unwrap();
    json::read("recovered.json", text.as_bytes()).unwrap();
    workspace.view().unwrap();
    let steps = workspace.history(None, 500).unwrap().len().min(steps);
    for _ in 0..steps {
        workspace.undo().unwrap();
    }
    for _ in 0..steps {
        workspace.redo().unwrap();
    }
    assert_eq!(*workspace.portfolio(), portfolio);
    workspace.close().unwrap();
    portfolio
}

fn lost(report: &Recovery) -> u32 {
    report.kinds.iter().map(|it| it.lost).sum()
}

/// Numbers by chance, the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below).unwrap()).unwrap()
    }
}

#[test]
fn a_whole_file_is_recovered_whole_with_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let (path, portfolio) = whole(folder.path());
    let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(*copy.portfolio(), portfolio);
    assert_eq!(
        (lost(&report), report.steps, report.steps_lost),
        (0, 101, 0)
    );
    assert_eq!(report.dropped, []);
    copy.close().unwrap();
    let to = folder.path().join("a (recovered).thru");
    assert_eq!(report.copy, to.display().to_string());
    assert_eq!(passes_all_checks(&to, 500), portfolio);
}

#[test]
fn three_hundred_damages_at_random_lose_what_they_hit_and_nothing_else_and_never_touch_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, portfolio) = whole(folder.path());
    let sound = std::fs::read(&path).unwrap();
    let to = folder.path().join("copy.thru");
    let elements = portfolio.elements().count();
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let (mut opened, mut recovered, mut nothing, mut kept) = (0, 0, 0, 0);
    for round in 0..300 {
        let mut bytes = sound.clone();
        match round % 3 {
            // A few bits.
            0 => {
                for _ in 0..=dice.roll(4) {
                    let at = dice.roll(bytes.len());
                    bytes[at] ^= 1 << dice.roll(8);
                }
            }
            // A block of the disk.
            1 => {
                let at = dice.roll(bytes.len());
                let end = (at + 16 + dice.roll(2000)).min(bytes.len());
                bytes[at..end].fill(u8::try_from(dice.roll(256)).unwrap());
            }
            // Cut off.
            _ => bytes.truncate(dice.roll(bytes.len())),
        }
        std::fs::write(&path, &bytes).unwrap();
        match open(&path).and_then(|it| it.view().map(drop)) {
            Ok(()) => opened += 1,
            Err(error) => assert!(
                matches!(
                    error.code,
                    Code::FileDamaged | Code::NotAPortfolio | Code::FileTooNew
                ),
                "{round}: {error}"
            ),
        }
        // Opening may have written to a file that can be opened.
        std::fs::write(&path, &bytes).unwrap();
        match Workspace::recover(&path, Some(&to), Lang::En) {
            Ok((copy, _)) => {
                kept += copy.portfolio().elements().count();
                copy.close().unwrap();
                passes_all_checks(&to, if round % 30 == 0 { 500 } else { 0 });
                recovered += 1;
                std::fs::remove_file(&to).unwrap();
            }
            Err(error) => {
                assert!(
                    matches!(
                        error.code,
                        Code::FileDamaged | Code::NotAPortfolio | Code::FileTooNew
                    ),
                    "{round}: {error}"
                );
                assert!(!to.exists());
                nothing += 1;
            }
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing is left beside it: {left:?}");
    }
    assert!(
        recovered > 250,
        "opened {opened}, recovered {recovered}, nothing of {nothing}"
    );
    let most = elements * recovered;
    // A hit on an index or on the list of tables costs no element, one on a page of elements a few of them.
    assert!(kept * 4 > most * 3, "{kept} elements of {most}");
}

#[test]
fn a_page_that_is_gone_costs_its_rows_and_the_history_gives_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let (path, portfolio) = whole(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    // The page on which the title of an initiative stands that a step added, but not the page of the step.
    let needle = b"\"title\":\"Initiative number 50\"";
    let pages: Vec<usize> = bytes
        .windows(needle.len())
        .enumerate()
        .filter(|(_, it)| it == needle)
        .map(|(at, _)| at / 4096)
        .collect();
    let row = pages
        .into_iter()
        .find(|page| {
            let page = &bytes[page * 4096..(page + 1) * 4096];
            !page.windows(9).any(|it| it == b"\"changes\"")
        })
        .unwrap();
    bytes[row * 4096..(row + 1) * 4096].fill(0);
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    let elements = report.kinds.iter().find(|it| it.noun == Noun::Element);
    assert!(elements.unwrap().from_history > 0, "{report:?}");
    assert!(copy.portfolio().element(&id("x50")).is_some());
    let now = copy.portfolio().elements().count();
    let then = portfolio.elements().count();
    assert!(now * 10 >= then * 9, "{now} of {then}");
}

#[test]
fn a_damaged_index_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, portfolio) = whole(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    // A page of an index holds ids and no bodies.
    let page = (1..bytes.len() / 4096)
        .find(|page| {
            let page = &bytes[page * 4096..(page + 1) * 4096];
            page[0] == 0x0A && !page.contains(&b'{') && page.windows(3).any(|it| it == b"x50")
        })
        .unwrap();
    bytes[page * 4096 + 8..page * 4096 + 40].fill(0xFF);
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(
        copy.portfolio().elements().count(),
        portfolio.elements().count()
    );
    assert_eq!(copy.portfolio().links().count(), portfolio.links().count());
    assert_eq!(report.steps, 101);
}

#[test]
fn a_list_of_tables_that_is_gone_is_known_by_heart() {
    let folder = tempfile::tempdir().unwrap();
    let (path, portfolio) = whole(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    // What tells a portfolio from any other file is all that is left of the first page.
    bytes[..4096].fill(0);
    bytes[68..72].copy_from_slice(b"THRU");
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(*copy.portfolio(), portfolio);
    assert_eq!((lost(&report), report.steps), (0, 101));
}

#[test]
fn a_file_of_which_nothing_is_left_says_so_and_makes_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = whole(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..].fill(0xEE);
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    let error = Workspace::recover(&path, None, Lang::Fr).unwrap_err();
    assert_eq!(error.code, Code::FileDamaged);
    assert!(!error.message.fr.is_empty());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_was_never_a_portfolio_is_not_recovered_and_a_copy_takes_nobodys_place() {
    let folder = tempfile::tempdir().unwrap();
    let prose = folder.path().join("prose.thru");
    std::fs::write(&prose, "Dear committee, ".repeat(1000)).unwrap();
    assert!(Workspace::recover(&prose, None, Lang::En).is_err());
    let (path, _) = whole(folder.path());
    let taken = folder.path().join("taken.thru");
    std::fs::write(&taken, "precious").unwrap();
    let error = Workspace::recover(&path, Some(&taken), Lang::En).unwrap_err();
    assert_eq!(error.code, Code::FileExists);
    assert_eq!(std::fs::read(&taken).unwrap(), b"precious");
}

#[test]
fn a_file_of_an_older_format_is_recovered_too() {
    let folder = tempfile::tempdir().unwrap();
    let old =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/databases/0001.thru");
    let path = folder.path().join("old.thru");
    std::fs::copy(old, &path).unwrap();
    let (copy, report) = Workspace::recover(&path, None, Lang::En).unwrap();
    assert_eq!(copy.portfolio().settings().title, "Old clinic");
    assert_eq!(copy.portfolio().elements().count(), 2);
    assert_eq!((lost(&report), report.steps), (0, 2));
}
