//! What the document promises: the same bytes, nothing lost, and a place for every fault.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::arbitrary;
use super::{MAX_BYTES, SCHEMA, read, write};
use crate::error::Code;
use crate::model::{
    Contribution, Currency, Detail, Element, ElementId, ElementKind, Link, LinkDetail, LinkId,
    LinkState, Maybe, Money, Portfolio, Reason, Record, Settings,
};
use proptest::prelude::*;

fn small() -> Portfolio {
    let mut ferry = Element::new(ElementId::new("i1"), ElementKind::Initiative, "New ferry");
    if let Detail::Initiative(it) = &mut ferry.detail {
        it.budget = Some(Maybe::Known(Money {
            amount: "1250000.50".parse().unwrap(),
            currency: Currency::parse("EUR").unwrap(),
        }));
        it.spent = Some(Maybe::missing(Reason::Withheld, "nfp"));
    }
    ferry.why.text = "The island loses its only crossing in 2028".to_owned();
    ferry.extra.insert("Port".to_owned(), String::new());
    Portfolio::from_records([
        Record::Settings(Settings {
            title: "Harbour".to_owned(),
            ..Settings::default()
        }),
        Record::Element(ferry),
        Record::Element(Element::new(
            ElementId::new("o1"),
            ElementKind::Objective,
            "Crossings every hour",
        )),
        Record::Link(Link {
            id: LinkId::new("l1"),
            from: ElementId::new("i1"),
            to: ElementId::new("o1"),
            detail: LinkDetail::Contribution(Contribution {
                state: LinkState::Accepted,
                ..Contribution::default()
            }),
        }),
    ])
}

const SMALL: &str = r#"{
  "schema": "throughline.portfolio/1",
  "title": "Harbour",
  "elements": [
    {
      "id": "i1",
      "kind": "initiative",
      "title": "New ferry",
      "why": {
        "text": "The island loses its only crossing in 2028"
      },
      "budget": {
        "known": {
          "amount": "1250000.50",
          "currency": "EUR"
        }
      },
      "extra": {
        "Port": ""
      },
      "spent": {
        "missing": {
          "reason": "withheld",
          "said": "nfp"
        }
      }
    },
    {
      "id": "o1",
      "kind": "objective",
      "title": "Crossings every hour"
    }
  ],
  "links": [
    {
      "id": "l1",
      "kind": "contribution",
      "from": "i1",
      "to": "o1",
      "sign": "helps",
      "state": "accepted"
    }
  ],
  "canvases": [],
  "placements": [],
  "readings": [],
  "status_reports": [],
  "sources": [],
  "imports": []
}
"#;

fn refused(document: &str) -> (Code, String) {
    let error = read("x.json", document.as_bytes()).expect_err("it should be refused");
    assert_ne!(error.message.en, error.message.fr);
    (error.code, error.message.en.clone())
}

#[test]
fn a_small_portfolio_is_written_as_expected() {
    assert_eq!(write(&small()).unwrap(), SMALL);
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let marked = format!("\u{feff}{SMALL}");
    let records = read("x.json", marked.as_bytes()).unwrap();
    assert_eq!(Portfolio::from_records(records), small());
}

#[test]
fn what_may_be_left_out_is_filled_in() {
    let sparse = r#"{"schema":"throughline.portfolio/1","title":"T","elements":[
        {"id":"k","kind":"indicator","title":"Delay"}],
        "readings":[{"id":"r","indicator":"k","period":"2026-06-30","value":4.5,"nature":"actual",
        "recorded_at":"2026-07-02T08:00:00Z"}],
        "status_reports":[{"id":"s","element":"k","lens":"business"}]}"#;
    let portfolio = Portfolio::from_records(read("x.json", sparse.as_bytes()).unwrap());
    assert_eq!(portfolio.readings().count(), 1);
    assert_eq!(portfolio.statuses().next().unwrap().status, None);
}

#[test]
fn a_newer_schema_is_told_from_a_foreign_one() {
    let (code, message) = refused(r#"{"schema":"throughline.portfolio/2","elements":"other"}"#);
    assert_eq!(code, Code::FileTooNew);
    assert!(message.contains("throughline.portfolio/2") && message.contains(SCHEMA));
    for foreign in [
        r#"{"schema":"throughline.snapshot/1"}"#,
        r#"{"schema":"throughline.portfolio/x"}"#,
        r#"{"name":"x"}"#,
    ] {
        assert_eq!(refused(foreign).0, Code::NotAPortfolio, "{foreign}");
    }
}

#[test]
fn a_fault_is_told_with_its_line_and_column() {
    let (code, message) = refused("{\"schema\":\"throughline.portfolio/1\",\n\"elements\":[}");
    assert_eq!(code, Code::NotReadable);
    assert!(message.contains("line 2, column 13"), "{message}");
    let (code, message) = refused(
        &SMALL
            .replace("\"2028\"", "x")
            .replace("\"objective\"", "\"goal\""),
    );
    assert_eq!(code, Code::NotReadable);
    assert!(
        message.contains("goal") && message.contains("line 32"),
        "{message}"
    );
}

#[test]
fn a_reference_to_nothing_names_both_records() {
    let (code, message) = refused(&SMALL.replace("\"to\": \"o1\"", "\"to\": \"o9\""));
    assert_eq!(code, Code::NotFound);
    assert!(
        message.contains("“l1”") && message.contains("“o9”") && message.contains("“to”"),
        "{message}"
    );
}

#[test]
fn a_reading_of_something_that_is_no_indicator_is_refused() {
    let (code, message) = refused(&SMALL.replace(
        "\"readings\": []",
        r#""readings": [{"id":"r","indicator":"o1","period":"2026-06-30","value":1,"nature":"actual","recorded_at":"2026-07-02T08:00:00Z"}]"#,
    ));
    assert_eq!(code, Code::NotFound);
    assert!(message.contains("indicator “o1”"), "{message}");
}

#[test]
fn an_id_is_used_once_whatever_the_kind_of_record() {
    let (code, message) = refused(&SMALL.replace("\"id\": \"l1\"", "\"id\": \"o1\""));
    assert_eq!(code, Code::BadId);
    assert!(message.contains("twice"), "{message}");
    assert_eq!(
        refused(&SMALL.replace("\"id\": \"l1\"", "\"id\": \"l 1\"")).0,
        Code::BadId
    );
    assert_eq!(
        refused(&SMALL.replace("\"id\": \"l1\"", "\"id\": \"settings\"")).0,
        Code::BadId
    );
}

#[test]
fn values_that_the_types_cannot_refuse_are_refused() {
    assert_eq!(
        refused(&SMALL.replace("\"EUR\"", "\"euros\"")).0,
        Code::BadValue
    );
    assert_eq!(
        refused(&SMALL.replace("\"New ferry\"", "\"  \"")).0,
        Code::BadValue
    );
}

#[test]
fn claims_and_settings_of_rules_are_held_to_their_bounds() {
    let with = |expects: &str| {
        SMALL.replace(
            "\"state\": \"accepted\"",
            &format!("\"state\": \"accepted\", \"expects\": {expects}"),
        )
    };
    assert!(read("x.json", with(r#"{"likely": 2, "low": 1}"#).as_bytes()).is_ok());
    assert_eq!(
        refused(&with(r#"{"likely": 2, "low": 3}"#)).0,
        Code::BadValue
    );
    let (code, message) = refused(&with(r#"{"likely": 2, "indicator": "o1"}"#));
    assert_eq!(code, Code::NotFound);
    assert!(message.contains("“expects.indicator”"), "{message}");
    for (at, wrong) in [
        (
            "\"status_reports\": []",
            r#""status_reports": [{"id":"s","element":"i1","lens":"it","percent":101}]"#,
        ),
        (
            "\"sources\": []",
            r#""sources": [{"id":"s","title":"S","every_days":0}]"#,
        ),
        (
            "\"sources\": []",
            r#""sources": [], "settings": {"rules": {"no rule": {"off": true}}}"#,
        ),
    ] {
        assert_eq!(
            refused(&SMALL.replace(at, wrong)).0,
            Code::BadValue,
            "{wrong}"
        );
    }
}

#[test]
fn only_what_was_set_or_claimed_is_written() {
    let told = SMALL
        .replace(
            "\"sign\": \"helps\"",
            "\"expects\": {\n        \"likely\": 2.0\n      },\n      \"sign\": \"helps\"",
        )
        .replace(
            "\"title\": \"Harbour\"",
            "\"title\": \"Harbour\",\n  \"settings\": {\n    \"rules\": {\n      \"D103\": {\n        \"off\": true\n      }\n    }\n  }",
        );
    let portfolio = Portfolio::from_records(read("x.json", told.as_bytes()).unwrap());
    assert_eq!(write(&portfolio).unwrap(), told);
}

#[test]
fn a_document_is_bounded_in_size_and_depth() {
    let long = vec![b' '; usize::try_from(MAX_BYTES).unwrap() + 1];
    assert_eq!(read("x.json", &long).unwrap_err().code, Code::TooLarge);
    let deep = format!("{{\"other\":{}", "[".repeat(100_000));
    assert_eq!(refused(&deep).0, Code::NotReadable);
}

#[test]
fn the_kinds_are_called_as_the_model_calls_them() {
    let records = ElementKind::ALL.into_iter().enumerate().map(|(at, kind)| {
        Record::Element(Element::new(ElementId::new(format!("e{at}")), kind, "T"))
    });
    let text = write(&Portfolio::from_records(records)).unwrap();
    for kind in [
        "driver",
        "priority",
        "objective",
        "outcome",
        "change",
        "capability",
        "initiative",
        "system",
        "team",
        "indicator",
        "assumption",
        "decision",
    ] {
        assert!(text.contains(&format!("\"kind\": \"{kind}\"")), "{kind}");
    }
}

#[test]
fn the_samples_are_documents_as_the_schema_says() {
    for sample in [
        include_str!("../../../samples/hospital.en.json"),
        include_str!("../../../samples/hospital.fr.json"),
    ] {
        assert_eq!(super::schema::accept(sample), Ok(()));
        let portfolio = Portfolio::from_records(read("sample", sample.as_bytes()).unwrap());
        let text = write(&portfolio).unwrap();
        let back = Portfolio::from_records(read("again", text.as_bytes()).unwrap());
        assert_eq!(back, portfolio);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_is_lost_on_the_way_out_and_back(portfolio in arbitrary::portfolio()) {
        let text = write(&portfolio).unwrap();
        let back = Portfolio::from_records(read("x.json", text.as_bytes()).unwrap());
        prop_assert_eq!(&back, &portfolio);
        prop_assert_eq!(write(&back).unwrap(), text);
    }

    #[test]
    fn the_published_schema_accepts_every_export(portfolio in arbitrary::portfolio()) {
        super::schema::accept(&write(&portfolio).unwrap()).map_err(TestCaseError::fail)?;
    }

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
        let _ = read("x.json", &bytes);
    }
}
