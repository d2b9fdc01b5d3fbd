//! What the journeys know of Throughline: how to start it, what it says it holds, where a card lies.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::driver::App;
use crate::stage::{Stage, root};

/// Asks the shell as the page itself would, and hands back its answer or its refusal.
const INVOKE: &str = "const [command, given, done] = arguments;\
    window.__TAURI_INTERNALS__.invoke(command, given)\
      .then((value) => done({ value }), (refusal) => done({ refusal: JSON.stringify(refusal) + String(refusal) }));";

/// The middle of the element, in the window's own pixels.
const MIDDLE: &str = "const box = document.querySelector(arguments[0])?.getBoundingClientRect();\
    return box && [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2), Math.round(box.top)];";

/// Waits for several pictures and half a second, whichever comes last: longer than any movement, however slowly
/// this machine draws.
const SETTLE: &str = "const done = arguments[arguments.length - 1]; const start = performance.now(); let pictures = 0;\
    const tick = () => {\
      pictures += 1;\
      if (pictures > 4 && performance.now() - start > 500) done(true); else requestAnimationFrame(tick);\
    };\
    requestAnimationFrame(tick);";

/// Starts the application that `cargo xtask test` built.
pub(crate) fn start<'a>(stage: &'a Stage, files: &[&Path]) -> App<'a> {
    App::start(stage, &program(), files)
}

fn program() -> PathBuf {
    let built = std::env::var_os("THROUGHLINE_APP")
        .map_or_else(|| root().join("target/debug/throughline"), PathBuf::from);
    assert!(
        built.is_file(),
        "{} is not built; `cargo xtask test` builds it",
        built.display()
    );
    built
}

impl App<'_> {
    /// Calls a command of the shell, past the interface.
    pub(crate) fn invoke(&self, command: &str, given: Value) -> Result<Value, String> {
        let mut answer = self.script_later(INVOKE, json!([command, given]))?;
        match answer["refusal"].as_str() {
            Some(refusal) => Err(refusal.to_owned()),
            None => Ok(answer["value"].take()),
        }
    }

    /// All that the shell holds now: records, findings, steps.
    pub(crate) fn view(&self) -> Value {
        self.invoke("view", json!({})).expect("an open portfolio")
    }

    /// Waits until every movement on the page has come to rest.
    pub(crate) fn settle(&self) {
        self.script_later(SETTLE, json!([]))
            .expect("the page draws");
    }

    /// The middle of a card and its upper edge, as the map shows it now, once it does.
    pub(crate) fn card(&self, id: &str) -> Card {
        self.lying(&format!("[data-testid=\"card-{id}\"]"))
    }

    /// The middle of what the selector finds, once it is there.
    pub(crate) fn middle(&self, selector: &str) -> (i64, i64) {
        let Card { x, y, .. } = self.lying(selector);
        (x, y)
    }

    fn lying(&self, selector: &str) -> Card {
        self.until(&format!("the page tells where {selector} is"), || {
            let place = self.script(MIDDLE, json!([selector])).ok()?;
            let number = |at: usize| place[at].as_i64();
            Some(Card {
                x: number(0)?,
                y: number(1)?,
                top: number(2)?,
            })
        })
    }
}

/// Where a card lies in the window, in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Card {
    pub(crate) x: i64,
    pub(crate) y: i64,
    pub(crate) top: i64,
}

impl Card {
    /// Whether both were seen at one zoom: their halves differ by no more than what rounding makes of them.
    pub(crate) fn is_as_large_as(self, other: Self) -> bool {
        ((self.y - self.top) - (other.y - other.top)).abs() <= 1
    }
}

/// The records of one type, as the shell wrote them.
pub(crate) fn records<'a>(view: &'a Value, kind: &str) -> Vec<&'a Value> {
    view["records"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter(|record| record["type"] == kind)
        .map(|record| &record["record"])
        .collect()
}

/// The elements of one kind.
pub(crate) fn elements<'a>(view: &'a Value, kind: &str) -> Vec<&'a Value> {
    let mut elements = records(view, "element");
    elements.retain(|element| element["kind"] == kind);
    elements
}

/// The findings with that code.
pub(crate) fn findings<'a>(view: &'a Value, code: &str) -> Vec<&'a Value> {
    view["findings"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter(|finding| finding["code"] == code)
        .collect()
}
