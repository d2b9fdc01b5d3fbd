//! The sample portfolio: both languages tell the same story, every edit accepts it, and the rules find in it what
//! it was written to show.

use portfolio::edit::{self, Edit};
use portfolio::model::{
    Canvas, Date, Element, ImportRecord, Lang, Link, Portfolio, Reading, Source, StatusReport,
};
use portfolio::rules::{self, Finding, Severity};
use serde::Deserialize;
use std::path::Path;

const EN: &str = include_str!("../../src-tauri/portfolio/samples/hospital.en.json");
const FR: &str = include_str!("../../src-tauri/portfolio/samples/hospital.fr.json");

/// The interchange form, read here without the reader of the house.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    title: String,
    sources: Vec<Source>,
    elements: Vec<Element>,
    canvases: Vec<Canvas>,
    links: Vec<Link>,
    readings: Vec<Reading>,
    status_reports: Vec<StatusReport>,
    imports: Vec<ImportRecord>,
}

fn read(text: &str) -> Portfolio {
    let file: File = serde_json::from_str(text).unwrap();
    assert_eq!(file.schema, "throughline.portfolio/1");
    let mut edits = vec![Edit::SetTitle { title: file.title }];
    let boxed = |element: Element| Edit::InsertElement {
        element: Box::new(element),
    };
    let ids = file.elements.iter().map(|it| it.id.clone()).collect();
    edits.extend(
        file.sources
            .into_iter()
            .map(|source| Edit::InsertSource { source }),
    );
    edits.extend(file.elements.into_iter().map(boxed));
    edits.extend(
        file.canvases
            .into_iter()
            .map(|canvas| Edit::InsertCanvas { canvas }),
    );
    edits.extend(file.links.into_iter().map(|link| Edit::InsertLink {
        link: Box::new(link),
    }));
    edits.extend(
        file.readings
            .into_iter()
            .map(|reading| Edit::InsertReading { reading }),
    );
    edits.extend(
        file.status_reports
            .into_iter()
            .map(|status| Edit::InsertStatus { status }),
    );
    edits.extend(
        file.imports
            .into_iter()
            .map(|import| Edit::InsertImport { import }),
    );
    edits.push(Edit::PutOnMaps { elements: ids });
    let mut portfolio = Portfolio::default();
    edit::apply(&mut portfolio, &edits).unwrap();
    portfolio
}

fn findings(text: &str, lang: Lang) -> Vec<Finding> {
    let as_of = Date::from_ymd_opt(2026, 11, 20).unwrap();
    rules::run(&read(text), as_of, lang)
}

#[test]
fn the_rules_find_the_story() {
    let found: Vec<String> = findings(EN, Lang::En)
        .iter()
        .map(|it| {
            let subject = it.subject.as_ref().map_or("portfolio", |it| it.id.as_str());
            format!("{:?} {} {subject}", it.severity, it.code).to_lowercase()
        })
        .collect();
    let mut told = found.join("\n");
    told.push('\n');
    let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/portfolios/hospital.findings.txt");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&golden, &told).unwrap();
    }
    let wanted = std::fs::read_to_string(&golden)
        .unwrap()
        .replace("\r\n", "\n");
    assert_eq!(told, wanted, "if it is meant so, run with UPDATE_DOCS=1");
    let families: std::collections::BTreeSet<_> =
        findings(EN, Lang::En).iter().map(|it| it.family).collect();
    assert!(
        families.len() >= 8,
        "the sample has something for nearly every family"
    );
}

#[test]
fn both_languages_tell_the_same_story() {
    let keys = |text, lang| -> Vec<(String, Severity)> {
        findings(text, lang)
            .into_iter()
            .map(|it| (it.key, it.severity))
            .collect()
    };
    assert_eq!(keys(EN, Lang::En), keys(FR, Lang::Fr));
    let (en, fr): (serde_json::Value, serde_json::Value) = (
        serde_json::from_str(EN).unwrap(),
        serde_json::from_str(FR).unwrap(),
    );
    assert_same_shape("", &en, &fr);
}

/// Fields that hold words for a reader; everything else must be equal.
const WORDS: [&str; 23] = [
    "title",
    "description",
    "tags",
    "text",
    "for_whom",
    "change",
    "reference",
    "beneficiary",
    "unit",
    "definition",
    "mechanism",
    "comment",
    "said",
    "forum",
    "rationale",
    "rejected",
    "source",
    "sheet",
    "file",
    "quarantined",
    "known",
    "author",
    "owner",
];

fn assert_same_shape(field: &str, en: &serde_json::Value, fr: &serde_json::Value) {
    use serde_json::Value as V;
    match (en, fr) {
        (V::Object(a), V::Object(b)) => {
            assert!(a.keys().eq(b.keys()), "{field}: {a:?} {b:?}");
            for (key, value) in a {
                assert_same_shape(key, value, &b[key]);
            }
        }
        (V::Array(a), V::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{field}");
            for (a, b) in a.iter().zip(b) {
                assert_same_shape(field, a, b);
            }
        }
        (V::String(a), V::String(b)) if WORDS.contains(&field) => {
            assert_eq!(a.is_empty(), b.is_empty(), "{field}");
        }
        _ => assert_eq!(en, fr, "{field}"),
    }
}
