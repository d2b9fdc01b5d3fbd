//! Test-only: the real commands, on Tauri's mock runtime, reached over the loopback, so that the built page can
//! be driven and looked at in an ordinary browser.
//!
//! `cargo run --features test --example bridge -- [FILE] [--port N] [--token T] [--home FOLDER]
//! [--dist FOLDER] [--answer PATH]…`
//!
//! FILE is opened by the page at its start. `--answer` prepares the paths that questions for a path are answered
//! with, in order. `--home` holds what the application remembers and new documents; a folder of its own unless
//! given. The page is `ui/dist`, or another build of it, and gets the application's own content security policy.
//! Only this computer is listened to, and only requests that carry the token reach a command.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use serde_json::Value;
use std::collections::VecDeque;
use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Listener, Manager, WebviewWindow};
use tauri_specta::Event;
use throughline::ipc::{ChangedElsewhere, GrownApart, MenuChosen, Pending};
use throughline::{Places, Rendering};

/// An import of a large file is answered with all its records; what is sent is far smaller.
const LARGEST_BODY: u64 = 64 * 1024 * 1024;
const LONGEST_HEAD: u64 = 64 * 1024;
const SCRIPT: &str = include_str!("bridge.js");

type Shared<T> = Arc<Mutex<T>>;
type Answer = Result<(), Box<dyn Error>>;

struct Options {
    file: Option<PathBuf>,
    port: u16,
    token: String,
    home: PathBuf,
    dist: PathBuf,
    answers: VecDeque<Value>,
}

#[derive(Clone)]
struct Bridge {
    window: WebviewWindow<MockRuntime>,
    token: Arc<str>,
    policy: Arc<str>,
    dist: Arc<Path>,
    answers: Shared<VecDeque<Value>>,
    streams: Shared<Vec<Sender<String>>>,
}

struct Request {
    method: String,
    path: String,
    query: String,
    body: Vec<u8>,
}

fn main() -> ExitCode {
    match options().and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bridge: {error}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        file: None,
        port: 0,
        token: uuid::Uuid::now_v7().simple().to_string(),
        home: std::env::temp_dir().join(format!("throughline-bridge-{}", std::process::id())),
        dist: Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/dist"),
        answers: VecDeque::new(),
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{argument} needs a value"))
        };
        match argument.as_str() {
            "--port" => options.port = value()?.parse()?,
            "--token" => options.token = value()?,
            "--home" => options.home = value()?.into(),
            "--dist" => options.dist = value()?.into(),
            "--answer" => options.answers.push_back(value()?.into()),
            switch if switch.starts_with("--") => {
                return Err(format!("unknown switch {switch}").into());
            }
            file => options.file = Some(std::env::current_dir()?.join(file)),
        }
    }
    Ok(options)
}

fn serve(options: Options) -> Answer {
    let home = options.home;
    let places = Places {
        config: home.join("config"),
        documents: home.join("documents"),
        prints: home.join("prints"),
        opener: if cfg!(windows) { "where" } else { "true" }.into(),
    };
    fs::create_dir_all(&home)?;
    let context = throughline::context();
    let policy = context
        .config()
        .app
        .security
        .csp
        .as_ref()
        .map(ToString::to_string);
    let mut app = throughline::assemble(
        mock_builder(),
        |_| Ok(places),
        Rendering::Usual,
        options.file,
    )
    .build(context)?;
    #[expect(
        deprecated,
        reason = "no loop: one turn runs the set-up, which makes the window"
    )]
    app.run_iteration(|_, _| {});
    let bridge = Bridge {
        window: app
            .get_webview_window("main")
            .ok_or("the set-up made no window")?,
        token: options.token.into(),
        policy: policy
            .ok_or("tauri.conf.json has no content security policy")?
            .into(),
        dist: options.dist.into(),
        answers: Arc::new(Mutex::new(options.answers)),
        streams: Arc::default(),
    };
    for event in [
        ChangedElsewhere::NAME,
        GrownApart::NAME,
        MenuChosen::NAME,
        Pending::NAME,
    ] {
        let bridge = bridge.clone();
        app.listen_any(event, move |told| bridge.tell(event, told.payload()));
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
    println!("http://{}/?token={}", listener.local_addr()?, bridge.token);
    std::io::stdout().flush()?;
    for stream in listener.incoming() {
        let (bridge, stream) = (bridge.clone(), stream?);
        thread::spawn(move || {
            // A browser that hangs up in the middle is no fault of the bridge.
            let _ = bridge.answer(stream);
        });
    }
    Ok(())
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Bridge {
    fn tell(&self, event: &str, payload: &str) {
        let message = format!("data: {{\"event\":\"{event}\",\"payload\":{payload}}}\n\n");
        lock(&self.streams).retain(|stream| stream.send(message.clone()).is_ok());
    }

    fn answer(&self, mut stream: TcpStream) -> Answer {
        let request = Request::read(&stream)?;
        let allowed = request
            .query
            .split('&')
            .any(|it| it.strip_prefix("token=") == Some(&*self.token));
        let known = allowed || request.is_asset();
        match (request.method.as_str(), request.path.as_str()) {
            _ if !known => reply(
                &mut stream,
                "403 Forbidden",
                "text/plain",
                "",
                b"the token is missing",
            ),
            ("GET", "/") => self.page(&mut stream),
            ("GET", "/bridge.js") => {
                let script = SCRIPT.replace("__TOKEN__", &self.token);
                reply(
                    &mut stream,
                    "200 OK",
                    "text/javascript",
                    "",
                    script.as_bytes(),
                )
            }
            ("GET", "/events") => self.events(stream),
            ("POST", "/ask") => {
                let answer = lock(&self.answers).pop_front().unwrap_or_default();
                json(&mut stream, "200 OK", &answer)
            }
            ("POST", "/answers") => {
                lock(&self.answers).extend(serde_json::from_slice::<Vec<Value>>(&request.body)?);
                json(&mut stream, "200 OK", &Value::Null)
            }
            ("POST", path) => match path.strip_prefix("/invoke/") {
                Some(command) => self.invoke(&mut stream, command, &request.body),
                None => missing(&mut stream),
            },
            // Browsers ask for it by themselves; a missing one would stand in every journey's console.
            ("GET", "/favicon.ico") => {
                reply(&mut stream, "204 No Content", "image/x-icon", "", b"")
            }
            ("GET", path) => self.asset(&mut stream, path),
            _ => missing(&mut stream),
        }
    }

    fn page(&self, stream: &mut TcpStream) -> Answer {
        let Ok(page) = fs::read_to_string(self.dist.join("index.html")) else {
            let advice = b"There is no page. Build it: npm --prefix ui run build";
            return reply(stream, "503 Service Unavailable", "text/plain", "", advice);
        };
        let script = format!("<script src=\"/bridge.js?token={}\"></script>", self.token);
        let page = match page.split_once("<head>") {
            Some((before, after)) => format!("{before}<head>{script}{after}"),
            None => format!("{script}{page}"),
        };
        reply(
            stream,
            "200 OK",
            "text/html; charset=utf-8",
            &self.policy,
            page.as_bytes(),
        )
    }

    fn asset(&self, stream: &mut TcpStream, path: &str) -> Answer {
        let relative = Path::new(path.trim_start_matches('/'));
        let inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let Some(bytes) = inside
            .then(|| fs::read(self.dist.join(relative)).ok())
            .flatten()
        else {
            return missing(stream);
        };
        let kind = match relative.extension().and_then(|it| it.to_str()) {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("woff2") => "font/woff2",
            Some("json") => "application/json",
            _ => "application/octet-stream",
        };
        reply(stream, "200 OK", kind, &self.policy, &bytes)
    }

    fn events(&self, mut stream: TcpStream) -> Answer {
        let (sender, messages) = channel();
        lock(&self.streams).push(sender);
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n: open\n\n",
        )?;
        stream.flush()?;
        for message in messages {
            stream.write_all(message.as_bytes())?;
            stream.flush()?;
        }
        Ok(())
    }

    fn invoke(&self, stream: &mut TcpStream, command: &str, body: &[u8]) -> Answer {
        let request = InvokeRequest {
            cmd: command.replace("%7C", "|"),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: self.window.url()?,
            body: InvokeBody::Json(serde_json::from_slice(body)?),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_string(),
        };
        match get_ipc_response(&self.window, request) {
            Ok(InvokeResponseBody::Json(text)) => {
                reply(stream, "200 OK", "application/json", "", text.as_bytes())
            }
            Ok(InvokeResponseBody::Raw(bytes)) => {
                reply(stream, "200 OK", "application/octet-stream", "", &bytes)
            }
            Err(error) => json(stream, "400 Bad Request", &error),
        }
    }
}

impl Request {
    fn read(stream: &TcpStream) -> Result<Self, Box<dyn Error>> {
        let mut reader = BufReader::new(stream);
        let mut head = (&mut reader).take(LONGEST_HEAD);
        let mut first = String::new();
        head.read_line(&mut first)?;
        let mut length = 0_u64;
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 || line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse()?;
            }
        }
        if length > LARGEST_BODY {
            return Err("the request is too large".into());
        }
        let mut body = Vec::new();
        reader.take(length).read_to_end(&mut body)?;
        let mut words = first.split_whitespace();
        let method = words.next().unwrap_or_default().to_owned();
        let target = words.next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Ok(Self {
            method,
            path: path.to_owned(),
            query: query.to_owned(),
            body,
        })
    }

    /// What the page is made of holds no secret, and its own links cannot carry the token.
    fn is_asset(&self) -> bool {
        self.method == "GET" && !["/", "/events", "/bridge.js"].contains(&self.path.as_str())
    }
}

fn missing(stream: &mut TcpStream) -> Answer {
    reply(stream, "404 Not Found", "text/plain", "", b"not here")
}

fn json(stream: &mut TcpStream, status: &str, value: &Value) -> Answer {
    reply(
        stream,
        status,
        "application/json",
        "",
        value.to_string().as_bytes(),
    )
}

fn reply(stream: &mut TcpStream, status: &str, kind: &str, policy: &str, body: &[u8]) -> Answer {
    let policy = match policy {
        "" => String::new(),
        rules => format!("Content-Security-Policy: {rules}\r\n"),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{policy}\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    Ok(stream.flush()?)
}
