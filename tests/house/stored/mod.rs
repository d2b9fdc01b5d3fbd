//! The file: that everything written is read back, that older formats keep what they held, and that a file from
//! anywhere, however it is made, is opened whole or refused whole.

mod every_record;
mod exact;
mod foreign;
mod headers;
mod locks;
mod names;
mod older;
mod refused_writes;
mod salvaged;

use portfolio::model::{Lang, Portfolio};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use portfolio::{Code, Error};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

fn open(path: &Path) -> Result<Workspace, Error> {
    Workspace::open(path, Access::ReadWrite, Lang::En)
}

/// What a file holds, to somebody who only reads it.
fn read(path: &Path) -> Portfolio {
    let reader = Workspace::open(path, Access::ReadOnly, Lang::En).unwrap();
    reader.portfolio().clone()
}

/// A closed file that holds a portfolio.
fn closed(folder: &Path, portfolio: &Portfolio) -> PathBuf {
    let path = folder.join("a.thru");
    let workspace = Workspace::create_from(&path, portfolio, Lang::En).unwrap();
    workspace.close().unwrap();
    path
}

/// What another program does to a file.
fn tampered(path: &Path, sql: &str) {
    let db = Connection::open(path).unwrap();
    db.execute_batch("PRAGMA synchronous = off").unwrap();
    db.execute_batch(sql).unwrap();
    db.close().unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|it| it.unwrap().file_name());
    let mut names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// That a refusal says what happened, what was kept and what to do, in both languages, naming the file.
fn told(error: &Error, file: &str) -> Code {
    let words = [&error.message, &error.hint];
    for it in words {
        assert!(
            !it.en.is_empty() && !it.fr.is_empty() && it.en != it.fr,
            "{it:?}"
        );
        assert!(!it.fr.contains('\''), "{}", it.fr);
    }
    assert!(error.message.en.contains(file), "{error}");
    assert!(error.message.fr.contains(file), "{}", error.message.fr);
    error.code
}
