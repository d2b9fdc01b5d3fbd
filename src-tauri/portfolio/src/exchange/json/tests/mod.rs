//! What the document promises: the same bytes and nothing lost. What is told of faults stands in `places`, what is
//! done with hostile input in `hostile`, and that reader and schema agree in `agreement`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod agreement;
mod golden;
mod hostile;
mod places;
mod references;

use super::arbitrary;
use super::{SCHEMA, read, write};
use crate::error::{Code, Error};
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

/// The refusal of a document, which says something in each language.
fn refused(document: &str) -> Error {
    let error = read("x.json", document.as_bytes()).expect_err("it should be refused");
    assert_ne!(error.message.en, error.message.fr);
    error
}

#[test]
fn a_small_portfolio_is_written_as_expected() {
    assert_eq!(write(&small()).unwrap(), SMALL);
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
    let newer = refused(r#"{"schema":"throughline.portfolio/2","elements":"other"}"#);
    assert_eq!(newer.code, Code::FileTooNew);
    let message = &newer.message.en;
    assert!(message.contains("throughline.portfolio/2") && message.contains(SCHEMA));
    for foreign in [
        r#"{"schema":"throughline.snapshot/1"}"#,
        r#"{"schema":"throughline.portfolio/x"}"#,
        r#"{"name":"x"}"#,
    ] {
        assert_eq!(refused(foreign).code, Code::NotAPortfolio, "{foreign}");
    }
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
        include_str!("../../../../samples/hospital.en.json"),
        include_str!("../../../../samples/hospital.fr.json"),
    ] {
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
}
