//! A program that is killed while it writes: at most the edit in flight is lost, and the file always opens.
//!
//! This test program starts itself as the writer (`THROUGHLINE_WRITER` names the file). The writer says the number
//! of each edit after it was answered, so that what must be in the file is known to the reader of those lines.

use portfolio::Code;
use portfolio::edit::Edit;
use portfolio::model::{ElementId, ElementKind, Lang};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const KILLS: usize = 500;
const WRITER: &str = "THROUGHLINE_WRITER";

fn add(number: usize) -> Edit {
    Edit::AddElement {
        id: ElementId::new(format!("e{number}")),
        kind: ElementKind::Initiative,
        title: format!("Initiative {number}"),
        spot: None,
    }
}

fn numbers(workspace: &Workspace) -> Vec<usize> {
    let mut all: Vec<usize> = workspace
        .portfolio()
        .elements()
        .map(|it| it.id.as_str()[1..].parse().unwrap())
        .collect();
    all.sort_unstable();
    all
}

/// Adds element after element until it is killed. Does nothing when the tests are run by a person.
#[test]
fn the_writer_that_is_killed() {
    let Some(file) = std::env::var_os(WRITER) else {
        return;
    };
    let mut workspace = Workspace::open(Path::new(&file), Access::ReadWrite, Lang::En).unwrap();
    let mut next = numbers(&workspace).last().map_or(0, |last| last + 1);
    loop {
        // Now and then a step is taken back and done again, which writes too.
        let first = next;
        let edits: Vec<Edit> = (next..=next + next % 3).map(add).collect();
        next += edits.len();
        match workspace.apply(&edits) {
            Ok(_) => {}
            Err(error) if error.code == Code::DiskFailed => {
                say("full");
                return;
            }
            Err(error) => panic!("{error}"),
        }
        say(&format!("has {next}"));
        if next.is_multiple_of(7) {
            say(&format!("undoes {first}"));
            workspace.undo().unwrap();
            workspace.redo().unwrap();
            say(&format!("has {next}"));
        }
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

fn writer(file: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "killed::the_writer_that_is_killed",
            "--exact",
            "--nocapture",
        ])
        .env(WRITER, file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// How many elements there must be at least, and how many were there for certain at some time.
#[derive(Clone, Copy)]
struct Promised {
    least: usize,
    seen: usize,
}

impl Promised {
    /// A step that is being taken back may be there or not.
    fn hear(&mut self, line: &str) {
        let number = |text: &str| text.trim().parse::<usize>().ok();
        if let Some(count) = line.strip_prefix("has ").and_then(number) {
            *self = Self {
                least: count,
                seen: count,
            };
        } else if let Some(count) = line.strip_prefix("undoes ").and_then(number) {
            self.least = count;
        }
    }
}

/// Kills the writer after some lines and some more microseconds.
fn killed(mut child: Child, lines: usize, then: Duration, promised: &mut Promised) {
    let mut said = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok)
        .filter(|line| line.starts_with("has ") || line.starts_with("undoes "));
    for line in said.by_ref().take(lines) {
        promised.hear(&line);
    }
    std::thread::sleep(then);
    child.kill().unwrap();
    child.wait().unwrap();
    for line in said {
        promised.hear(&line);
    }
}

/// A small linear congruential generator: the same instants are tried in the same order.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn five_hundred_kills_lose_at_most_the_edit_in_flight() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(1);
    let mut kills = 0;
    let mut cut_off = 0;
    for round in 0.. {
        if kills >= KILLS {
            break;
        }
        // A file grows for fifty kills; then a new one, so that small files are cut as often as large ones.
        let path = folder.path().join(format!("{round}.thru"));
        Workspace::create(&path, "Killed", Lang::En)
            .unwrap()
            .close()
            .unwrap();
        let mut promised = Promised { least: 0, seen: 0 };
        for _ in 0..50 {
            let child = writer(&path).spawn().unwrap();
            let lines = usize::try_from(dice.below(6)).unwrap();
            let then = Duration::from_micros(dice.below(4_000));
            killed(child, lines, then, &mut promised);
            kills += 1;
            cut_off += usize::from(path.with_extension("thru-journal").exists());
            let workspace = Workspace::open(&path, Access::ReadWrite, Lang::En).unwrap();
            let there = numbers(&workspace);
            let count = there.len();
            assert_eq!(
                there,
                (0..count).collect::<Vec<_>>(),
                "no hole, no half step"
            );
            assert!(
                (promised.least..=promised.seen + 3).contains(&count),
                "{} were promised and {count} are there",
                promised.least
            );
            promised = Promised {
                least: count,
                seen: count,
            };
            let moments = workspace.history(None, 1).unwrap();
            assert_eq!(moments.is_empty(), count == 0, "history and records agree");
            workspace.close().unwrap();
        }
        let left: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|it| it.unwrap().file_name())
            .filter(|it| !it.to_string_lossy().ends_with(".thru"))
            .collect();
        assert!(
            left.is_empty(),
            "side files stay after a normal close: {left:?}"
        );
    }
    assert!(cut_off > 0, "no kill ever met a write in flight");
}

/// The system refuses every byte beyond a size, as a full disk does.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_keeps_everything_before_and_works_again_with_room() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("full.thru");
    Workspace::create(&path, "Full", Lang::En)
        .unwrap()
        .close()
        .unwrap();
    let size = std::fs::metadata(&path).unwrap().len() / 512;
    for extra in [40, 90, 200] {
        let program = std::env::current_exe().unwrap();
        // The signal of the limit is ignored, so that the write fails as it does on a full disk.
        let script = format!(
            "trap '' XFSZ; ulimit -f {}; exec \"$0\" killed::the_writer_that_is_killed --exact --nocapture",
            size + extra
        );
        let out = Command::new("sh")
            .args(["-c", &script])
            .arg(program)
            .env(WRITER, &path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(said.lines().any(|it| it == "full"), "{said}");
        let last = said
            .lines()
            .filter_map(|it| it.strip_prefix("has ")?.parse::<usize>().ok())
            .next_back();
        let mut workspace = Workspace::open(&path, Access::ReadWrite, Lang::En).unwrap();
        let there = numbers(&workspace);
        assert_eq!(there, (0..there.len()).collect::<Vec<_>>());
        if let Some(last) = last {
            assert!(there.len() >= last - 3, "{last} were promised");
        }
        workspace.apply(&[add(there.len())]).unwrap();
        workspace.undo().unwrap();
        workspace.close().unwrap();
    }
}
