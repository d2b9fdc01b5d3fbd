//! Packs on their way out and back, and what is told of one that cannot be taken.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::{ElementKind, RuleId, Severity};
use proptest::prelude::*;

fn rule(code: &str) -> OwnRule {
    OwnRule {
        id: RuleId::new(format!("rule-{code}")),
        code: code.to_owned(),
        name: "no-owner".to_owned(),
        title: "No owner".to_owned(),
        applies_to: ElementKind::Initiative,
        when: "!has(element.owner)".to_owned(),
        message: "{title} has no owner.".to_owned(),
        evidence: String::new(),
        advice: "Name one.".to_owned(),
        severity: Severity::High,
        written_by: "PMO".to_owned(),
        off: false,
    }
}

#[test]
fn what_is_written_is_read_and_the_order_does_not_matter() {
    let rules = [rule("X002"), rule("X001")];
    let text = write_pack(rules.iter()).unwrap();
    assert_eq!(text, write_pack(rules.iter().rev()).unwrap());
    assert!(is_pack(text.as_bytes()));
    let read = read_pack("p.json", text.as_bytes()).unwrap();
    assert_eq!(read, [rule("X001"), rule("X002")]);
}

#[test]
fn a_pack_that_is_none_or_says_something_twice_is_refused() {
    let twice = write_pack([rule("X001"), rule("X001")].iter()).unwrap();
    let code = write_pack([rule("D103")].iter()).unwrap();
    for (text, want) in [
        ("{}", Code::NotReadable),
        ("[", Code::NotReadable),
        (r#"{"schema":"throughline.portfolio/1"}"#, Code::NotReadable),
        (r#"{"schema":"throughline.rules/2"}"#, Code::FileTooNew),
        (r#"{"schema":"throughline.rules/1"}"#, Code::NotReadable),
        (twice.as_str(), Code::BadId),
        (code.as_str(), Code::BadValue),
    ] {
        assert_eq!(
            read_pack("p.json", text.as_bytes()).unwrap_err().code,
            want,
            "{text}"
        );
    }
}

#[test]
fn a_byte_order_mark_makes_no_other_file_of_it() {
    let text = format!("\u{FEFF}{}", write_pack([rule("X001")].iter()).unwrap());
    assert!(is_pack(text.as_bytes()));
    assert_eq!(
        read_pack("p.json", text.as_bytes()).unwrap(),
        [rule("X001")]
    );
    for other in [
        "",
        "{",
        "[]",
        "{\"schema\": 1}",
        "a;b;c",
        "{\"schema\": \"throughline.portfolio/1\"}",
    ] {
        assert!(!is_pack(other.as_bytes()), "{other}");
    }
    assert!(
        is_pack(br#"{"schema":"throughline.rules/9"}"#),
        "of whatever version"
    );
}

#[test]
fn the_field_that_is_not_as_it_must_be_is_named() {
    type Spoil = fn(&mut OwnRule);
    let cases: [(&str, Spoil); 6] = [
        ("name", |it| it.name = "No Owner".to_owned()),
        ("title", |it| it.title = "t".repeat(5_000)),
        ("when", |it| it.when = "  ".to_owned()),
        ("message", |it| it.message = String::new()),
        ("evidence", |it| it.evidence = "e".repeat(50_000)),
        ("written_by", |it| it.written_by = "w".repeat(5_000)),
    ];
    for (field, spoil) in cases {
        let mut wrong = rule("X001");
        spoil(&mut wrong);
        let text = write_pack([wrong].iter()).unwrap();
        let error = read_pack("p.json", text.as_bytes()).unwrap_err();
        assert_eq!(error.code, Code::BadValue);
        assert!(
            error
                .message
                .en
                .contains(&format!("the field “{field}” of the rule X001")),
            "{error}"
        );
        assert!(
            error
                .message
                .fr
                .contains(&format!("le champ «\u{a0}{field}\u{a0}»")),
            "{error}"
        );
        assert!(error.message.en.ends_with("Nothing was imported."));
    }
}

#[test]
fn a_pack_holds_a_thousand_rules_and_not_one_more() {
    let pack = |count: usize| {
        let rules: Vec<OwnRule> = (0..count)
            .map(|n| OwnRule {
                id: RuleId::new(format!("r{n}")),
                code: format!("X{n:03}"),
                ..rule("X000")
            })
            .collect();
        write_pack(rules.iter()).unwrap()
    };
    assert_eq!(
        read_pack("p.json", pack(1_000).as_bytes()).unwrap().len(),
        1_000
    );
    let error = read_pack("p.json", pack(1_001).as_bytes()).unwrap_err();
    assert_eq!(error.code, Code::TooLarge);
    let vast = vec![b' '; LARGEST + 1];
    assert_eq!(read_pack("p.json", &vast).unwrap_err().code, Code::TooLarge);
}

#[test]
fn a_fault_in_the_text_is_told_with_its_line() {
    let text = write_pack([rule("X001")].iter())
        .unwrap()
        .replace("\"severity\": \"high\"", "\"severity\": \"dire\"");
    let line = text.lines().position(|it| it.contains("dire")).unwrap() + 1;
    let error = read_pack("p.json", text.as_bytes()).unwrap_err();
    assert_eq!(error.code, Code::NotReadable);
    assert!(
        error.message.en.contains(&format!("line {line}, column")),
        "{error}"
    );
}

proptest! {
    #[test]
    fn bytes_by_chance_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_pack("p.json", &bytes);
    }
}
