//! Every fault of a document is told with its line and column, all of them at once, in both languages.

use super::super::fault::MOST;
use super::{SMALL, refused};
use crate::error::{Code, Error, Words};
use crate::exchange::json;
use crate::model::Portfolio;

/// The faults as `line:column pointer message`.
fn told(error: &Error) -> Vec<String> {
    let faults = error.faults.iter();
    faults
        .map(|it| format!("{}:{} {} {}", it.line, it.column, it.pointer, it.words.en))
        .collect()
}

/// The small portfolio with one text replaced by another.
fn with(from: &str, to: &str) -> String {
    assert_eq!(SMALL.matches(from).count(), 1, "{from}");
    SMALL.replace(from, to)
}

/// Asserts the one fault of it.
fn one(from: &str, to: &str, expected: &str) {
    assert_eq!(told(&refused(&with(from, to))), [expected]);
}

/// The only fault of a document with these elements.
fn element(elements: &str) -> String {
    let text = format!(r#"{{"schema":"throughline.portfolio/1","elements":[{elements}]}}"#);
    let faults = told(&refused(&text));
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].split_once(' ').unwrap().1.to_owned()
}

#[test]
fn a_wrong_type_is_told_where_the_value_stands() {
    one(
        "\"New ferry\"",
        "7",
        "8:16 /elements/0/title “title” is 7; it must be a text that is not empty",
    );
    one(
        "\"canvases\": []",
        "\"canvases\": {}",
        "44:15 /canvases “canvases” is an object; it must be a list [ ]",
    );
    one(
        "\"canvases\": []",
        "\"canvases\": [\"c\"]",
        "44:16 /canvases/0 “canvases” is “c”; it must be an object { }",
    );
    one(
        "\"id\": \"o1\"",
        "\"id\": null",
        "29:13 /elements/1/id “id” is null; it must be an id of 1 to 128 letters, digits, “-”, “_” or “.”",
    );
}

#[test]
fn a_field_that_can_be_missing_says_what_it_may_be() {
    assert_eq!(
        element(r#"{"id":"a","kind":"initiative","title":"T","end":2027}"#),
        "/elements/0/end “end” is 2027; it must be a day of the calendar as “2026-12-31”, {\"known\": …} or {\"missing\": …}"
    );
    assert_eq!(
        element(r#"{"id":"a","kind":"initiative","title":"T","end":"2027-02-30"}"#),
        "/elements/0/end “end” is “2027-02-30”; it must be a day of the calendar as “2026-12-31”"
    );
    assert_eq!(
        element(r#"{"id":"a","kind":"team","title":"T","side":{"knwon":"it"}}"#),
        "/elements/0/side “side” is an object; it must be “business”, “it”, {\"known\": …} or {\"missing\": …}"
    );
    assert_eq!(
        element(
            r#"{"id":"a","kind":"team","title":"T","side":{"known":"it","missing":{"reason":"unknown","said":""}}}"#
        ),
        "/elements/0/side/missing “missing” is no property that can stand here, and would be lost"
    );
}

#[test]
fn a_word_that_is_not_in_the_list_is_told_with_the_list() {
    one(
        "\"sign\": \"helps\"",
        "\"sign\": \"aids\"",
        "40:15 /links/0/sign “sign” is “aids”; it must be “helps” or “harms”",
    );
    one(
        "\"reason\": \"withheld\"",
        "\"reason\": \"nfp\"",
        "23:21 /elements/0/spent/missing/reason “reason” is “nfp”; it must be “withheld”, “not_required”, “not_reported” or “unknown”",
    );
    let kind = told(&refused(&with("\"objective\"", "\"goal\""))).concat();
    assert!(
        kind.starts_with("30:15 /elements/1/kind “kind” is “goal”; it must be “driver”, "),
        "{kind}"
    );
    assert!(kind.ends_with("“person” or “term”"), "{kind}");
}

#[test]
fn what_is_missing_is_told_where_its_object_begins() {
    one(
        "      \"kind\": \"objective\",\n",
        "",
        "28:5 /elements/1 “kind” is missing in what begins here",
    );
    one(
        ",\n          \"currency\": \"EUR\"",
        "",
        "13:18 /elements/0/budget/known “currency” is missing in what begins here",
    );
}

#[test]
fn what_nobody_would_read_is_refused_where_its_name_stands() {
    one(
        "\"state\": \"accepted\"",
        "\"state\": \"accepted\", \"colour\": {\"deep\": [1]}",
        "41:28 /links/0/colour “colour” is no property that can stand here, and would be lost",
    );
    // A field of another kind of element is no field of this one.
    assert_eq!(
        element(r#"{"id":"a","kind":"team","title":"T","budget":"1"}"#),
        "/elements/0/budget “budget” is no property that can stand here, and would be lost"
    );
}

#[test]
fn a_name_that_stands_twice_is_told_at_the_second() {
    one(
        "\"title\": \"Crossings every hour\"",
        "\"title\": \"One\",\n      \"title\": \"Two\"",
        "32:7 /elements/1/title “title” stands twice in the same object, so that one of the two would be lost",
    );
    // Also where it is written otherwise, and where any name may stand.
    one(
        "\"Port\": \"\"",
        "\"Port\": \"a\", \"P\\u006frt\": \"b\"",
        "19:22 /elements/0/extra/Port “Port” stands twice in the same object, so that one of the two would be lost",
    );
}

#[test]
fn a_value_out_of_range_is_told_with_the_range() {
    let capability = |importance: &str| {
        element(&format!(
            r#"{{"id":"a","kind":"capability","title":"T","importance":{importance}}}"#
        ))
    };
    assert_eq!(
        capability("7"),
        "/elements/0/importance “importance” is 7; it must be from 1 to 5"
    );
    assert_eq!(
        capability(r#"{"known":0}"#),
        "/elements/0/importance/known “known” is 0; it must be from 1 to 5"
    );
    // A whole number is written as one, so that no reader has to guess.
    assert!(capability("3.0").contains("a whole number"));
    one(
        "\"EUR\"",
        "\"euros\"",
        "15:23 /elements/0/budget/known/currency “currency” is “euros”; it must be an ISO code as “EUR”, or a currency sign",
    );
    one(
        "\"New ferry\"",
        "\"  \"",
        "8:16 /elements/0/title “title” is “  ”; it must be a text that is not empty",
    );
    let long = "x".repeat(301);
    let faults = told(&refused(&with("New ferry", &long))).concat();
    assert!(
        faults.ends_with("…”; it must be a text of at most 300 characters"),
        "{faults}"
    );
}

#[test]
fn an_amount_that_cannot_be_held_exactly_is_refused_and_not_rounded() {
    for amount in [
        "0.12345678901234567890123456789",
        "123456789012345678901234567890",
        "1e6",
        "1,5",
        "",
        "-",
    ] {
        let faults = told(&refused(&with("1250000.50", amount))).concat();
        assert!(faults.starts_with("14:21 "), "{amount}: {faults}");
    }
    for amount in [
        "-0.50",
        "79228162514264337593543950335",
        "0.1234567890123456789012345678",
    ] {
        let text = with("1250000.50", amount);
        let records = json::read("x.json", text.as_bytes()).unwrap();
        assert_eq!(
            json::write(&Portfolio::from_records(records)).unwrap(),
            text
        );
    }
}

#[test]
fn an_id_is_used_once_whatever_the_kind_of_record() {
    one(
        "\"id\": \"l1\"",
        "\"id\": \"o1\"",
        "36:13 /links/0/id the id “o1” is used twice, by one element and by one link",
    );
    one(
        "\"id\": \"l1\"",
        "\"id\": \"settings\"",
        "36:13 /links/0/id the id “settings” is used twice, by one settings and by one link",
    );
    one(
        "\"id\": \"l1\"",
        "\"id\": \"l 1\"",
        "36:13 /links/0/id “id” is “l 1”; it must be an id of 1 to 128 letters, digits, “-”, “_” or “.”",
    );
}

#[test]
fn a_reference_to_nothing_is_told_where_it_stands() {
    one(
        "\"to\": \"o1\"",
        "\"to\": \"o9\"",
        "39:13 /links/0/to the link “l1” names in “to” the element “o9”, which is not in the document",
    );
    one(
        "\"text\": \"The",
        "\"proof\": \"k\", \"text\": \"The",
        "10:18 /elements/0/why/proof the element “i1” names in “why.proof” the element “k”, which is not in the document",
    );
    one(
        "\"state\": \"accepted\"",
        "\"assumptions\": [\"o1\"]",
        "41:23 /links/0/assumptions/0 the link “l1” names in “assumptions” the assumption “o1”, which is not in the document",
    );
    one(
        "\"readings\": []",
        r#""readings": [{"id":"r","indicator":"o1","period":"2026-06-30","value":1,"nature":"actual","recorded_at":"2026-07-02T08:00:00Z"}]"#,
        "46:38 /readings/0/indicator the reading “r” names in “indicator” the indicator “o1”, which is not in the document",
    );
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_lines() {
    let text = with("\"sign\": \"helps\"", "\"sign\": \"aids\"")
        .replace("\"objective\"", "\"goal\"")
        .replace("\"EUR\"", "\"euros\"");
    let error = refused(&text);
    let lines: Vec<usize> = error.faults.iter().map(|it| it.line).collect();
    assert_eq!(lines, [15, 30, 40]);
    let message = &error.message;
    assert!(
        message
            .en
            .starts_with("“x.json”, line 15, column 23: “currency” is “euros”;")
    );
    assert!(
        message
            .en
            .ends_with(". This is the first of 3 faults. Nothing was imported.")
    );
    assert!(
        message
            .fr
            .starts_with("«\u{a0}x.json\u{a0}», ligne 15, colonne 23\u{a0}: «\u{a0}currency\u{a0}» est «\u{a0}euros\u{a0}»\u{a0};")
    );
    assert!(
        message
            .fr
            .ends_with(". C’est la première de 3 erreurs. Rien n’a été importé.")
    );
    assert_eq!(error.code, Code::NotReadable);
}

#[test]
fn no_more_than_twenty_faults_are_told() {
    let elements: String = (0..30)
        .map(|at| format!("{{\"id\":\"e{at}\",\"kind\":\"team\",\"titel\":\"T\"}},\n"))
        .collect();
    let text = with("\"elements\": [", &format!("\"elements\": [\n{elements}"));
    let error = refused(&text);
    assert_eq!(error.faults.len(), MOST);
    assert_eq!(error.faults[0].line, 5);
    assert!(
        error
            .message
            .en
            .contains("the first of more than 20 faults")
    );
    let links: String = (0..30)
        .map(|at| {
            format!(
                "{{\"id\":\"x{at}\",\"kind\":\"because\",\"from\":\"i1\",\"to\":\"nobody\"}},\n"
            )
        })
        .collect();
    let error = refused(&with("\"links\": [", &format!("\"links\": [\n{links}")));
    assert_eq!(error.faults.len(), MOST);
    assert_eq!(error.faults[MOST - 1].line, 34 + MOST);
}

#[test]
fn places_are_those_of_an_editor_whatever_ends_the_lines_and_begins_the_file() {
    let wrong = with("\"sign\": \"helps\"", "\"sign\": \"aids\"");
    for text in [
        wrong.clone(),
        wrong.replace('\n', "\r\n"),
        format!("\u{feff}{wrong}"),
    ] {
        let fault = &refused(&text).faults[0];
        assert_eq!((fault.line, fault.column), (40, 15));
    }
    // A column counts characters, not bytes; so does one in the only line of a document.
    let accents = with(
        "\"title\": \"Harbour\"",
        "\"title\": \"Éàü€😀\", \"colour\": 1",
    );
    let fault = &refused(&accents).faults[0];
    assert_eq!((fault.line, fault.column), (3, 21));
    let flat = wrong.replace('\n', " ");
    let fault = &refused(&flat).faults[0];
    assert_eq!(
        (fault.line, fault.column),
        (1, flat.find("\"aids\"").unwrap() + 1)
    );
}

#[test]
fn names_with_slashes_and_tildes_are_found_too() {
    one(
        "\"Port\": \"\"",
        "\"a/b~c\": \"\",\n\"a/b~c\": \"\"",
        "20:1 /elements/0/extra/a~1b~0c “a/b~c” stands twice in the same object, so that one of the two would be lost",
    );
    one(
        "\"Port\": \"\"",
        "\"Port\": \"\", \"0\": 5",
        "19:26 /elements/0/extra/0 “0” is 5; it must be a text",
    );
}

#[test]
fn a_refusal_by_others_is_told_at_the_record() {
    let records = json::read("x.json", SMALL.as_bytes()).unwrap();
    let here = |id: &str| {
        records
            .iter()
            .find(|it| it.id().as_str() == id)
            .unwrap()
            .clone()
    };
    let words = || Words::new("it may not", "il ne peut pas");
    let error = json::refused(
        "x.json",
        SMALL.as_bytes(),
        vec![
            (here("l1"), words()),
            (here("o1"), words()),
            (here("settings"), words()),
        ],
    );
    assert_eq!(
        told(&error),
        [
            "1:1 /settings it may not",
            "28:5 /elements/1 it may not",
            "35:5 /links/0 it may not"
        ]
    );
}

#[test]
fn claims_and_settings_of_rules_are_held_to_their_bounds() {
    let expecting = |expects: &str| {
        with(
            "\"state\": \"accepted\"",
            &format!("\"state\": \"accepted\", \"expects\": {expects}"),
        )
    };
    let taken = expecting(r#"{"likely": 2, "low": 1}"#);
    assert!(json::read("x.json", taken.as_bytes()).is_ok());
    assert_eq!(
        told(&refused(&expecting(r#"{"likely": 2, "low": 3}"#))),
        [
            "41:39 /links/0/expects the link “l1” expects a “likely” movement that is not between “low” and “high”"
        ]
    );
    assert_eq!(
        told(&refused(&expecting(r#"{"likely": 2, "indicator": "o1"}"#))),
        [
            "41:66 /links/0/expects/indicator the link “l1” names in “expects.indicator” the indicator “o1”, which is not in the document"
        ]
    );
    one(
        "\"status_reports\": []",
        r#""status_reports": [{"id":"s","element":"i1","lens":"it","percent":101}]"#,
        "47:69 /status_reports/0/percent “percent” is 101; it must be from 0 to 100",
    );
    one(
        "\"sources\": []",
        r#""sources": [{"id":"s","title":"S","every_days":0}]"#,
        "48:50 /sources/0/every_days “every_days” is 0; it must be from 1 to 3660",
    );
    one(
        "\"sources\": []",
        r#""sources": [], "settings": {"rules": {"no rule": {"off": true}}}"#,
        "48:41 /settings/rules/no rule “no rule” is no name that can stand here; it must be an id of 1 to 128 letters, digits, “-”, “_” or “.”",
    );
}
