//! One application under one WebKitWebDriver, spoken to in plain W3C WebDriver.
//!
//! Each driver has its own port and its own process group; dropping the value ends the whole group, so that no
//! application outlives its journey.

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::http;
use crate::stage::Stage;

/// No call takes longer, on a machine that compiles beside us.
const CALL: Duration = Duration::from_secs(30);
/// What a person would call broken.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(50);
/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) mod keys {
    pub(crate) const ENTER: &str = "\u{E007}";
    pub(crate) const SHIFT: &str = "\u{E008}";
    pub(crate) const CONTROL: &str = "\u{E009}";
    pub(crate) const ESCAPE: &str = "\u{E00C}";
    pub(crate) const PAGE_UP: &str = "\u{E00E}";
    pub(crate) const PAGE_DOWN: &str = "\u{E00F}";
    pub(crate) const F5: &str = "\u{E035}";
    pub(crate) const DOWN: &str = "\u{E015}";
}

/// A running application.
pub(crate) struct App<'a> {
    stage: &'a Stage,
    driver: Child,
    port: u16,
    session: String,
}

/// An element of the page, valid until the page replaces it.
pub(crate) struct Element<'a> {
    app: &'a App<'a>,
    id: String,
}

impl<'a> App<'a> {
    /// Starts the program with the arguments and waits until its window can be driven.
    pub(crate) fn start(stage: &'a Stage, program: &Path, arguments: &[&Path]) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .process_group(0);
        stage.dress(&mut command);
        let driver = command
            .spawn()
            .expect("WebKitWebDriver starts (package webkit2gtk-driver)");
        let mut app = Self {
            stage,
            driver,
            port,
            session: String::new(),
        };
        app.await_driver();
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments }
        }}});
        let session = app
            .call("POST", "/session", Some(&wanted))
            .expect("the application opens");
        app.session = session["sessionId"]
            .as_str()
            .expect("a session has a name")
            .to_owned();
        app
    }

    fn await_driver(&self) {
        let start = Instant::now();
        while http::call(self.port, "GET", "/status", None, CALL).is_err() {
            assert!(start.elapsed() < PATIENCE, "WebKitWebDriver did not answer");
            std::thread::sleep(PAUSE);
        }
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let (status, mut answer) = http::call(self.port, method, path, body, CALL)
            .map_err(|cause| format!("{method} {path}: {cause}"))?;
        let value = answer["value"].take();
        if status == 200 {
            Ok(value)
        } else {
            Err(format!(
                "{method} {path}: {} {}",
                value["error"], value["message"]
            ))
        }
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        self.call(method, &format!("/session/{}{path}", self.session), body)
    }

    /// Closes the window as its user would and waits until the program has ended by itself.
    pub(crate) fn close(mut self) {
        self.ask("DELETE", "/window", None)
            .expect("the window closes");
        self.ask("DELETE", "", None).ok();
        self.session.clear();
    }

    /// The windows that are open, as the driver calls them.
    pub(crate) fn windows(&self) -> Vec<String> {
        let handles = self
            .ask("GET", "/window/handles", None)
            .expect("the windows are counted");
        let handles = handles.as_array().map(Vec::as_slice).unwrap_or_default();
        handles
            .iter()
            .filter_map(|handle| handle.as_str().map(str::to_owned))
            .collect()
    }

    /// What follows happens in that window.
    pub(crate) fn turn_to(&self, window: &str) {
        self.ask("POST", "/window", Some(&json!({ "handle": window })))
            .expect("the window is there");
    }

    /// Ends the page in the window turned to; the others stay. The driver cannot press the window's own button, so
    /// its empty frame is left and the program does not see its last window go.
    pub(crate) fn close_window(&self) {
        self.ask("DELETE", "/window", None)
            .expect("the window closes");
    }

    /// Moves the window turned to, as its user would.
    pub(crate) fn place(&self, (x, y): (i64, i64), (width, height): (i64, i64)) {
        let place = json!({ "x": x, "y": y, "width": width, "height": height });
        self.ask("POST", "/window/rect", Some(&place))
            .expect("the window moves");
    }

    /// Ends the program in an instant, as a crash or a dead battery would.
    pub(crate) fn kill(mut self) {
        let driver = self.driver.id().to_string();
        let done = Command::new("pkill")
            .args(["-KILL", "-P", &driver])
            .status()
            .expect("pkill runs");
        assert!(done.success(), "the program was running");
        self.session.clear();
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub(crate) fn script(&self, body: &str, arguments: Value) -> Result<Value, String> {
        self.ask(
            "POST",
            "/execute/sync",
            Some(&json!({ "script": body, "args": arguments })),
        )
    }

    /// Runs the body of a function whose last argument must be called with the answer.
    pub(crate) fn script_later(&self, body: &str, arguments: Value) -> Result<Value, String> {
        self.ask(
            "POST",
            "/execute/async",
            Some(&json!({ "script": body, "args": arguments })),
        )
    }

    /// The elements with that `data-testid`, at this moment.
    pub(crate) fn all(&self, testid: &str) -> Vec<Element<'_>> {
        self.select(&format!("[data-testid=\"{testid}\"]"))
    }

    /// The elements that a CSS selector finds, at this moment.
    pub(crate) fn select(&self, selector: &str) -> Vec<Element<'_>> {
        let query = json!({ "using": "css selector", "value": selector });
        // What left the page between being found and being told is looked for again.
        let found = self.until(&format!("`{selector}` is looked for"), || {
            match self.ask("POST", "/elements", Some(&query)) {
                Err(fault) if fault.contains("stale element reference") => None,
                found => Some(found.expect("a selector that can be read")),
            }
        });
        let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
        found
            .iter()
            .filter_map(|element| element[ELEMENT].as_str())
            .map(|id| Element {
                app: self,
                id: id.to_owned(),
            })
            .collect()
    }

    /// The element with that `data-testid`, once it is there.
    pub(crate) fn the(&self, testid: &str) -> Element<'_> {
        self.until(&format!("`{testid}` is on the page"), || {
            self.all(testid).into_iter().next()
        })
    }

    /// Asks again and again until there is an answer; a journey whose answer never comes has failed.
    pub(crate) fn until<T>(&self, what: &str, mut answer: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(answer) = answer() {
                return answer;
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
            std::thread::sleep(PAUSE);
        }
    }

    pub(crate) fn until_true(&self, what: &str, mut holds: impl FnMut() -> bool) {
        self.until(what, || holds().then_some(()));
    }

    /// Presses the keys together where the focus is, and lets them go in reverse order.
    pub(crate) fn chord(&self, keys: &[&str]) {
        let down = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.act(json!([{ "type": "key", "id": "keyboard", "actions": actions }]));
    }

    /// Types a text where the focus is.
    pub(crate) fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.chord(&[&letter.to_string()]);
        }
    }

    /// Presses the pointer at one place of the window, moves it in steps, and lets it go at the other.
    pub(crate) fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let mut actions = vec![moved(from), pressed(true)];
        actions.extend(way(from, to));
        actions.push(pressed(false));
        self.point(actions);
    }

    /// Presses the pointer at one place and carries it to another, where it stays pressed.
    pub(crate) fn carry(&self, from: (i64, i64), to: (i64, i64)) {
        let mut actions = vec![moved(from), pressed(true)];
        actions.extend(way(from, to));
        self.point(actions);
    }

    /// Carries the pressed pointer on, and lets it go.
    pub(crate) fn set_down(&self, from: (i64, i64), to: (i64, i64)) {
        let mut actions: Vec<Value> = way(from, to).collect();
        actions.push(pressed(false));
        self.point(actions);
    }

    /// Moves the pointer over a place and leaves it there.
    pub(crate) fn hover(&self, place: (i64, i64)) {
        self.point(vec![moved(place)]);
    }

    /// Puts the keyboard on what the selector finds.
    pub(crate) fn focus(&self, selector: &str) {
        let focused = self.script(
            "const found = document.querySelector(arguments[0]); found.focus(); return document.activeElement === found",
            json!([selector]),
        );
        assert_eq!(
            focused,
            Ok(Value::Bool(true)),
            "{selector} takes the keyboard"
        );
    }

    /// Clicks at a place of the window.
    pub(crate) fn click_at(&self, place: (i64, i64)) {
        self.drag(place, place);
    }

    fn point(&self, actions: Vec<Value>) {
        self.act(json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }]));
    }

    fn act(&self, actions: Value) {
        self.ask("POST", "/actions", Some(&json!({ "actions": actions })))
            .expect("the input is taken");
    }
}

fn moved((x, y): (i64, i64)) -> Value {
    json!({ "type": "pointerMove", "x": x, "y": y, "duration": 30, "origin": "viewport" })
}

fn pressed(is_down: bool) -> Value {
    json!({ "type": if is_down { "pointerDown" } else { "pointerUp" }, "button": 0 })
}

/// From one place to another in four steps.
fn way(from: (i64, i64), to: (i64, i64)) -> impl Iterator<Item = Value> {
    (1..=4).map(move |part| {
        moved((
            from.0 + (to.0 - from.0) * part / 4,
            from.1 + (to.1 - from.1) * part / 4,
        ))
    })
}

impl Element<'_> {
    fn ask(&self, method: &str, what: &str, body: Option<&Value>) -> Result<Value, String> {
        self.app
            .ask(method, &format!("/element/{}/{what}", self.id), body)
    }

    /// Clicks as soon as nothing lies over the element: a layer may still be moving away.
    pub(crate) fn click(&self) {
        self.app.until("a click is taken", || {
            match self.ask("POST", "click", Some(&json!({}))) {
                Ok(_) => Some(()),
                Err(refusal)
                    if refusal.contains("intercepted") || refusal.contains("interactable") =>
                {
                    None
                }
                Err(refusal) => panic!("a click is taken: {refusal}"),
            }
        });
    }

    /// Puts the focus here and types.
    pub(crate) fn send(&self, text: &str) {
        self.ask("POST", "value", Some(&json!({ "text": text })))
            .expect("the text is taken");
    }

    pub(crate) fn text(&self) -> String {
        let text = self
            .ask("GET", "text", None)
            .expect("an element has a text");
        text.as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let value = self.ask("GET", &format!("attribute/{name}"), None).ok()?;
        value.as_str().map(str::to_owned)
    }

    pub(crate) fn is_enabled(&self) -> bool {
        self.ask("GET", "enabled", None)
            .is_ok_and(|value| value == true)
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.stage.picture("failed");
            if let Ok(page) = self.script("return document.body.innerText", json!([])) {
                println!(
                    "the page when it failed:\n{}",
                    page.as_str().unwrap_or_default()
                );
            }
        }
        let group = format!("-{}", self.driver.id());
        Command::new("kill")
            .args(["-KILL", "--", &group])
            .status()
            .ok();
        self.driver.wait().ok();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener
        .local_addr()
        .expect("a bound port has a number")
        .port()
}
