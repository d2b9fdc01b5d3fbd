//! The first hundred bytes: each that can be wrong is seen before anything is opened, and the file is left alone.

use super::{closed, names, open, told};
use portfolio::Code;
use portfolio::model::{Lang, Portfolio};
use portfolio::workspace::Workspace;

/// A closed file as bytes.
fn sound(folder: &std::path::Path) -> (std::path::PathBuf, Vec<u8>) {
    let path = closed(folder, &Portfolio::default());
    let bytes = std::fs::read(&path).unwrap();
    (path, bytes)
}

#[test]
fn every_fault_of_the_header_has_its_answer_and_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = sound(folder.path());
    let at = |at: usize, with: &[u8]| {
        let mut bytes = bytes.clone();
        bytes[at..at + with.len()].copy_from_slice(with);
        bytes
    };
    let cases: [(&str, Vec<u8>, Code); 11] = [
        ("nothing at all", Vec::new(), Code::NotAPortfolio),
        (
            "ninety-nine bytes",
            bytes[..99].to_vec(),
            Code::NotAPortfolio,
        ),
        (
            "the header and nothing more",
            bytes[..100].to_vec(),
            Code::FileDamaged,
        ),
        (
            "a cut inside the first page",
            bytes[..1000].to_vec(),
            Code::FileDamaged,
        ),
        (
            "another magic word",
            at(0, b"SQLite format 2\0"),
            Code::FileDamaged,
        ),
        (
            "a page size that cannot be",
            at(16, &[0x12, 0x34]),
            Code::FileDamaged,
        ),
        (
            "a database of another program",
            at(68, &[0; 4]),
            Code::NotAPortfolio,
        ),
        (
            "the mark of this program turned round",
            at(68, b"URHT"),
            Code::NotAPortfolio,
        ),
        ("no version", at(60, &[0; 4]), Code::FileDamaged),
        ("the next version", at(60, &[0, 0, 0, 5]), Code::FileTooNew),
        ("a version far away", at(60, &[0xff; 4]), Code::FileTooNew),
    ];
    for (what, content, code) in cases {
        std::fs::write(&path, &content).unwrap();
        let error = open(&path).err().unwrap_or_else(|| panic!("{what} opens"));
        assert_eq!(told(&error, "a.thru"), code, "{what}: {error}");
        assert_eq!(std::fs::read(&path).unwrap(), content, "{what}");
        assert_eq!(names(folder.path()), ["a.thru"], "{what}");
    }
}

#[test]
fn a_newer_format_is_told_by_its_number_and_by_the_one_that_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut bytes) = sound(folder.path());
    bytes[60..64].copy_from_slice(&7_u32.to_be_bytes());
    std::fs::write(&path, &bytes).unwrap();
    let error = open(&path).unwrap_err();
    let known = "file format 7; this one knows 4";
    assert!(error.message.en.contains(known), "{error}");
    assert!(error.hint.en.contains("Update Throughline"));
    // Nor is it salvaged: what a newer program meant cannot be guessed.
    let error = Workspace::recover(&path, None, Lang::En).unwrap_err();
    assert_eq!(error.code, Code::FileTooNew);
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[test]
fn every_file_carries_the_mark_and_the_version_of_its_format() {
    let folder = tempfile::tempdir().unwrap();
    let (_, bytes) = sound(folder.path());
    assert_eq!(&bytes[..16], b"SQLite format 3\0");
    assert_eq!(&bytes[68..72], b"THRU");
    assert_eq!(&bytes[60..64], &4_u32.to_be_bytes());
    // Neither reader nor writer needs a write-ahead log: one file is the whole portfolio.
    assert_eq!(&bytes[18..20], [1, 1]);
}

#[test]
fn a_folder_with_the_name_of_a_portfolio_is_no_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    std::fs::create_dir(&path).unwrap();
    let error = open(&path).unwrap_err();
    assert_eq!(told(&error, "a.thru"), Code::FileUnreadable);
    let error = Workspace::create(&path, "A", Lang::En).unwrap_err();
    assert_eq!(told(&error, "a.thru"), Code::FileExists);
    assert_eq!(names(folder.path()), ["a.thru"]);
}
