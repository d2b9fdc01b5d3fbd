//! Input that is broken or means harm: refused in words and with a place, and never with a fall.

use super::{SMALL, refused};
use crate::error::{Code, Error};
use crate::exchange::json::{MAX_BYTES, read};
use proptest::prelude::*;

/// The refusal of bytes that are not read to their end: one place.
fn stopped(bytes: &[u8]) -> (usize, usize, Error) {
    let error = read("x.json", bytes).expect_err("it should be refused");
    assert_eq!(error.code, Code::NotReadable, "{error}");
    assert_ne!(error.message.en, error.message.fr);
    let [fault] = error.faults.as_slice() else {
        panic!("{error} has not one place")
    };
    let (line, column) = (fault.line, fault.column);
    assert!(
        error
            .message
            .en
            .contains(&format!("line {line}, column {column}: ")),
        "{error}"
    );
    assert!(error.message.en.ends_with(" Nothing was imported."));
    assert!(error.message.fr.ends_with(" Rien n’a été importé."));
    (line, column, error)
}

#[test]
fn what_is_not_json_is_told_in_words_and_with_its_place() {
    for (text, line, column, words) in [
        ("{\n\"elements\":[}", 2, 13, "a value is expected"),
        ("{\n  \"a\" 1}", 2, 7, "a colon is expected"),
        (
            "{\"a\": 1\n\"b\": 2}",
            2,
            1,
            "a comma or the end of the object",
        ),
        ("[1\n 2]", 2, 2, "a comma or the end of the list"),
        ("{\"a\": 1,\n}", 2, 1, "a comma stands before the end"),
        ("{\"a\": [1,\n  2\n", 3, 1, "ends too early"),
        ("{}\n{}", 2, 1, "something follows after the end"),
        ("{\"a\": tru }", 1, 10, "misspelt"),
        ("{a: 1}", 1, 2, "a name in quotation marks"),
        ("{\"a\": 'x'}", 1, 7, "a value is expected"),
        (
            "{\"a\": \"one\ntwo\"}",
            2,
            1,
            "a line break or control character",
        ),
        (
            "{\"a\": \"C:\\work\"}",
            1,
            11,
            "a backslash begins no escape",
        ),
        ("// a note\n{}", 1, 1, "a value is expected"),
        ("{\"a\": 01}", 1, 8, "not a number as JSON writes it"),
    ] {
        let (at_line, at_column, error) = stopped(text.as_bytes());
        assert!(error.message.en.contains(words), "{text}: {error}");
        assert_eq!((at_line, at_column), (line, column), "{text}: {error}");
        assert!(!error.message.fr.contains("(expected"), "{error}");
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    for number in [
        "1e400",
        "-1e999",
        "NaN",
        "Infinity",
        "-Infinity",
        ".5",
        "1.",
        "+1",
        "0x10",
    ] {
        let text = format!("{{\"schema\":\"throughline.portfolio/1\",\n\"x\": {number}}}");
        let (line, column, _) = stopped(text.as_bytes());
        assert_eq!(line, 2, "{number}");
        assert!((5..=12).contains(&column), "{number} {column}");
    }
    // What is only very small is nothing.
    assert!(
        read(
            "x.json",
            br#"{"schema":"throughline.portfolio/1","placements":[]}"#
        )
        .is_ok()
    );
}

#[test]
fn half_a_character_is_refused_and_not_replaced() {
    for half in ["\\ud800", "\\udc00", "\\ud800x", "\\ud800\\ud800", "\\u12"] {
        let text = SMALL.replace("Harbour", half);
        let (line, _, error) = stopped(text.as_bytes());
        assert_eq!(line, 3, "{half}");
        assert!(
            !error.message.en.contains("cannot be read ("),
            "{half}: {error}"
        );
    }
    let whole = SMALL.replace("Harbour", "\\ud83d\\ude00");
    assert!(read("x.json", whole.as_bytes()).is_ok());
}

#[test]
fn bytes_that_are_no_text_are_told_by_number_and_place() {
    let mut latin = SMALL.as_bytes().to_vec();
    let at = SMALL.find("New ferry").unwrap();
    latin[at + 4] = 0xE9;
    let (line, column, error) = stopped(&latin);
    assert_eq!((line, column), (8, 21));
    let number = format!("the byte E9 (number {} of the file) is not UTF-8", at + 5);
    assert!(error.message.en.contains(&number), "{error}");
    // Two bytes for each character, as some editors say "Unicode".
    let wide: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    stopped(&[b"\xFF\xFE".as_slice(), &wide].concat());
}

#[test]
fn an_empty_file_holds_nothing() {
    for nothing in ["", "\u{feff}", " \r\n\t\n"] {
        assert_eq!(refused(nothing).code, Code::NothingToImport, "{nothing:?}");
    }
}

#[test]
fn what_is_no_object_is_no_portfolio() {
    for other in [
        "[]",
        "[{\"schema\":\"throughline.portfolio/1\"}]",
        "7",
        "\"text\"",
        "null",
    ] {
        let error = refused(other);
        assert_eq!(error.code, Code::NotAPortfolio, "{other}");
        assert_eq!((error.faults[0].line, error.faults[0].column), (1, 1));
    }
}

#[test]
fn depth_is_bounded() {
    for open in ["[", "{\"a\":", "{\"extra\":[{\"a\":"] {
        let deep = format!("{{\"other\":{}", open.repeat(100_000));
        let (_, _, error) = stopped(deep.as_bytes());
        assert!(error.message.en.contains("too deep"), "{error}");
    }
}

#[test]
fn size_is_bounded_and_a_line_may_be_as_long_as_the_document() {
    let largest = usize::try_from(MAX_BYTES).unwrap();
    let over = vec![b' '; largest + 1];
    assert_eq!(read("x.json", &over).unwrap_err().code, Code::TooLarge);

    // One line of 48 MB, whose only fault is at its end.
    let (start, end) = (
        r#"{"schema":"throughline.portfolio/1","title":""#,
        r#"","zzz":1}"#,
    );
    let fill = largest - start.len() - end.len();
    let long = format!("{start}{}{end}", "x".repeat(fill));
    let (line, column, error) = stopped(long.as_bytes());
    assert_eq!((line, column), (1, start.len() + fill + 3));
    assert!(error.message.en.len() < 400);
}

#[test]
fn two_hundred_thousand_members_of_one_name_or_of_many_are_refused() {
    let same = r#""a":1,"#.repeat(200_000);
    let text = format!(r#"{{{same}"schema":"throughline.portfolio/1"}}"#);
    assert_eq!(refused(&text).faults.len(), 20);
    let names: String = (0..200_000).map(|at| format!("\"n{at}\":1,")).collect();
    let text = format!(r#"{{{names}"schema":"throughline.portfolio/1"}}"#);
    assert_eq!(refused(&text).faults.len(), 20);
}

#[test]
fn what_is_repeated_in_an_error_is_short_and_plain() {
    let text = SMALL.replace(
        "\"objective\"",
        &format!("\"{}\\u001b[31m\"", "g".repeat(5000)),
    );
    let error = refused(&text);
    assert!(error.message.en.len() < 700, "{error}");
    assert!(!error.message.en.contains('\u{1b}'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read("x.json", &bytes).is_err());
    }

    #[test]
    // Without its last line end alone it is still the whole document.
    fn no_cut_or_change_makes_the_reader_fall(at in 0..SMALL.trim_end().len(), byte in any::<u8>()) {
        let mut bytes = SMALL.as_bytes().to_vec();
        prop_assert!(read("x.json", &bytes[..at]).is_err());
        bytes[at] = byte;
        if let Err(error) = read("x.json", &bytes) {
            prop_assert!(!error.faults.is_empty(), "{} has no place", error);
        }
    }
}
