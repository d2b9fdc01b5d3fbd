//! Conditions asked of drawn portfolios, and what comes of each: written in the `.cases` files beside this one.
//!
//! Behind `==` stands the name of a case, then its portfolio, then questions: the kind that is judged, a question
//! mark, and the condition, with `¶` for a new line in it. Indented below stand `message:` and `evidence:` where
//! they matter, and what comes of it: who it `fires` for, what each `lacks` that it cannot tell of, what it `says`
//! and `shows`, and the `fault` with line and column, in both languages. `holds` says that none of it is so.
//!
//! `UPDATE_CASES=1 cargo test -p portfolio --lib asked` writes down what comes of it, to be read and judged.

use super::*;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A condition with what was written to go with it and what is to come of it.
struct Question {
    kind: ElementKind,
    when: String,
    message: Option<String>,
    evidence: Option<String>,
    told: Vec<String>,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/own/tests");
    let all = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path());
    let mut all: Vec<PathBuf> = all
        .filter(|it| it.extension().is_some_and(|it| it == "cases"))
        .collect();
    all.sort();
    all
}

/// The kind before the question mark, and the condition behind it.
fn question(line: &str) -> Option<(ElementKind, &str)> {
    let (kind, when) = line.split_once('?')?;
    let kind = serde_json::from_value(serde_json::Value::String(kind.to_owned()));
    Some((kind.ok()?, when.trim()))
}

impl Question {
    fn new(kind: ElementKind, when: &str) -> Self {
        Self {
            kind,
            when: when.to_owned(),
            message: None,
            evidence: None,
            told: Vec::new(),
        }
    }

    fn take(&mut self, line: &str) {
        let line = line.trim();
        if let Some(text) = line.strip_prefix("message:") {
            self.message = Some(text.trim().to_owned());
        } else if let Some(text) = line.strip_prefix("evidence:") {
            self.evidence = Some(text.trim().to_owned());
        } else {
            self.told.push(line.to_owned());
        }
    }

    fn rule(&self) -> OwnRule {
        let mut rule = rule("X001", self.kind, &self.when.replace('¶', "\n"));
        if let Some(message) = &self.message {
            message.clone_into(&mut rule.message);
        }
        if let Some(evidence) = &self.evidence {
            rule.evidence = evidence.replace('¶', "\n");
        }
        rule
    }

    /// What comes of it on a portfolio.
    fn answer(&self, portfolio: &Portfolio, as_of: Date) -> Vec<String> {
        let rule = self.rule();
        let [en, fr] = [Lang::En, Lang::Fr].map(|lang| preview(portfolio, as_of, lang, &rule));
        let subject = |it: &Finding| it.subject.as_ref().unwrap().id.to_string();
        let of = |result| en.first.iter().filter(move |it| it.result == result);
        let mut told = Vec::new();
        let mut fires: Vec<String> = of(Outcome::Violated).map(subject).collect();
        fires.sort();
        if !fires.is_empty() {
            told.push(format!("fires {}", fires.join(", ")));
        }
        for it in of(Outcome::CannotTell) {
            told.push(format!(
                "lacks {}: {}",
                subject(it),
                missing_words(&it.missing)
            ));
        }
        for (en, fr) in en.first.iter().zip(&fr.first) {
            for (language, it) in [("", en), (".fr", fr)] {
                if self.message.is_some() && it.result == Outcome::Violated {
                    told.push(format!("says{language} {}", it.message));
                }
                if self.evidence.is_some() && it.result == Outcome::Violated {
                    let rows = it.evidence.iter();
                    told.extend(rows.map(|row| format!("shows{language} {}", row.text)));
                }
            }
        }
        for (language, fault) in [("", &en.fault), (".fr", &fr.fault)] {
            if let Some(fault) = fault {
                let place = fault.place.map(|it| format!("{}:{} ", it.line, it.column));
                let place = place.unwrap_or_default();
                told.push(format!("fault{language} {place}{}", fault.message));
            }
        }
        if told.is_empty() {
            told.push("holds".to_owned());
        }
        assert_eq!(en.hits as usize, fires.len(), "{}", self.when);
        told
    }
}

#[test]
fn everything_that_is_asked_comes_out_as_written() {
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let (mut wrong, mut asked) = (String::new(), 0);
    for path in files() {
        let stood = std::fs::read_to_string(&path)
            .unwrap()
            .replace("\r\n", "\n");
        let mut text = String::new();
        // Conditions compare with `==` too: only at the head of a line it begins a case.
        for case in format!("\n{stood}").split("\n== ").skip(1) {
            let mut drawing: Vec<&str> = Vec::new();
            let mut questions: Vec<Question> = Vec::new();
            let mut lines = case.lines();
            let name = lines.next().unwrap();
            for line in lines {
                match (question(line), questions.last_mut()) {
                    (Some((kind, when)), _) => questions.push(Question::new(kind, when)),
                    (None, None) => drawing.push(line),
                    (None, Some(_)) if line.trim().is_empty() => {}
                    (None, Some(last)) => last.take(line),
                }
            }
            let drawn = fixture::draw(&drawing.join("\n"));
            let drawn = drawn.unwrap_or_else(|why| panic!("{name}: {why}"));
            let portfolio = drawn.portfolio();
            writeln!(text, "== {name}").unwrap();
            for line in drawing {
                writeln!(text, "{line}").unwrap();
            }
            for it in &questions {
                asked += 1;
                let told = it.answer(&portfolio, drawn.as_of);
                if told != it.told {
                    let (kind, when, stated) = (it.kind, &it.when, &it.told);
                    writeln!(
                        wrong,
                        "{name}: {kind:?}? {when}\n  written {stated:#?}\n  comes out {told:#?}"
                    )
                    .unwrap();
                }
                let kind = serde_json::to_value(it.kind).unwrap();
                writeln!(text, "{}? {}", kind.as_str().unwrap(), it.when).unwrap();
                for (word, written) in [("message", &it.message), ("evidence", &it.evidence)] {
                    if let Some(written) = written {
                        writeln!(text, "  {word}: {written}").unwrap();
                    }
                }
                for line in told {
                    writeln!(text, "  {line}").unwrap();
                }
            }
            text.push('\n');
        }
        let text = format!("{}\n", text.trim_end());
        if update && text != stood {
            std::fs::write(&path, text).unwrap();
        }
    }
    assert!(asked > 300, "only {asked} conditions were asked");
    assert!(
        update || wrong.is_empty(),
        "{wrong}Read it; if it is right, run UPDATE_CASES=1 cargo test -p portfolio --lib asked"
    );
}
