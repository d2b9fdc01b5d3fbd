//! What a document names and does not hold, or holds as something else; and how many faults are told, and of which version.

use super::{SMALL, refused};
use crate::error::Code;
use crate::exchange::json::{read, read_file};

/// The only fault of a document that holds one of each kind that can be named, and one more record.
fn fault(list: &str, record: &str) -> Option<String> {
    let mut lists = [
        ("sources", r#"{"id":"s","title":"S"}"#),
        ("elements", r#"{"id":"o","kind":"objective","title":"O"},{"id":"k","kind":"indicator","title":"K"},{"id":"a","kind":"assumption","title":"A"}"#),
        ("canvases", r#"{"id":"c"}"#),
        ("links", r#"{"id":"l","kind":"measures","from":"k","to":"o"}"#),
        ("readings", r#"{"id":"r","indicator":"k","period":"2026-06-30","value":1,"nature":"actual","recorded_at":"2026-07-02T08:00:00Z"}"#),
        ("placements", ""),
        ("status_reports", ""),
        ("imports", ""),
        ("waivers", ""),
    ]
    .map(|(name, records)| (name, records.to_owned()));
    let it = lists.iter_mut().find(|it| it.0 == list).unwrap();
    it.1 = [it.1.as_str(), record]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(",");
    let lists: Vec<String> = lists
        .iter()
        .map(|(name, all)| format!("\"{name}\":[{all}]"))
        .collect();
    let text = format!(
        "{{\"schema\":\"throughline.portfolio/1\",{}}}",
        lists.join(",")
    );
    let error = read("x.json", text.as_bytes()).err()?;
    assert_eq!(error.faults.len(), 1, "{error}");
    assert_ne!(error.faults[0].words.en, error.faults[0].words.fr);
    Some(format!(
        "{} {}",
        error.faults[0].pointer, error.faults[0].words.en
    ))
}

#[test]
fn a_reference_lands_on_a_record_of_the_kind_it_wants_or_is_told_where_it_stands() {
    let element = |rest: &str| format!(r#"{{"id":"x","kind":"initiative","title":"X",{rest}}}"#);
    let decision =
        |id: &str| format!(r#"{{"id":"x","kind":"decision","title":"X","premises":["{id}"]}}"#);
    let contribution =
        |rest: &str| format!(r#"{{"id":"x","kind":"contribution","from":"o","to":"o",{rest}}}"#);
    let reading = |rest: &str| {
        format!(
            r#"{{"id":"x","period":"2026-06-30","value":1,"nature":"actual","recorded_at":"2026-07-02T08:00:00Z",{rest}}}"#
        )
    };
    for (list, record, good, wrong, at) in [
        (
            "elements",
            &(|id: &str| element(&format!(r#""why":{{"proof":"{id}"}}"#)))
                as &dyn Fn(&str) -> String,
            "o",
            "s",
            "/elements/3/why/proof",
        ),
        ("elements", &decision, "r", "k", "/elements/3/premises/0"),
        (
            "links",
            &|id| format!(r#"{{"id":"x","kind":"because","from":"{id}","to":"o"}}"#),
            "k",
            "l",
            "/links/1/from",
        ),
        (
            "links",
            &|id| format!(r#"{{"id":"x","kind":"because","from":"o","to":"{id}"}}"#),
            "a",
            "r",
            "/links/1/to",
        ),
        (
            "links",
            &|id| {
                format!(
                    r#"{{"id":"x","kind":"conflicts_with","from":"o","to":"k","guard_rail":"{id}"}}"#
                )
            },
            "k",
            "c",
            "/links/1/guard_rail",
        ),
        (
            "links",
            &|id| contribution(&format!(r#""assumptions":["a","{id}"]"#)),
            "a",
            "o",
            "/links/1/assumptions/1",
        ),
        (
            "links",
            &|id| contribution(&format!(r#""expects":{{"likely":1,"indicator":"{id}"}}"#)),
            "k",
            "o",
            "/links/1/expects/indicator",
        ),
        (
            "readings",
            &|id| reading(&format!(r#""indicator":"{id}""#)),
            "k",
            "o",
            "/readings/1/indicator",
        ),
        (
            "readings",
            &|id| reading(&format!(r#""indicator":"k","source":"{id}""#)),
            "s",
            "k",
            "/readings/1/source",
        ),
        (
            "placements",
            &|id| format!(r#"{{"id":"c.{id}","canvas":"c","element":"{id}","x":0,"y":0}}"#),
            "o",
            "s",
            "/placements/0/element",
        ),
        (
            "placements",
            &|id| format!(r#"{{"id":"{id}.o","canvas":"{id}","element":"o","x":0,"y":0}}"#),
            "c",
            "o",
            "/placements/0/canvas",
        ),
        (
            "status_reports",
            &|id| format!(r#"{{"id":"x","element":"{id}","lens":"it"}}"#),
            "a",
            "l",
            "/status_reports/0/element",
        ),
        (
            "status_reports",
            &|id| format!(r#"{{"id":"x","element":"o","lens":"it","source":"{id}"}}"#),
            "s",
            "o",
            "/status_reports/0/source",
        ),
        (
            "imports",
            &|id| format!(r#"{{"id":"x","source":"{id}","at":"2026-07-02T08:00:00Z"}}"#),
            "s",
            "o",
            "/imports/0/source",
        ),
        (
            "waivers",
            &|id| format!(r#"{{"id":"x","code":"D103","subject":"{id}","on":"2026-07-02"}}"#),
            "l",
            "s",
            "/waivers/0/subject",
        ),
        (
            "waivers",
            &|id| format!(r#"{{"id":"x","code":"D103","subject":"{id}","on":"2026-07-02"}}"#),
            "o",
            "r",
            "/waivers/0/subject",
        ),
    ] {
        assert_eq!(fault(list, &record(good)), None, "{}", record(good));
        for missing in ["nowhere", wrong] {
            let told = fault(list, &record(missing))
                .unwrap_or_else(|| panic!("{} was taken", record(missing)));
            assert!(told.starts_with(&format!("{at} ")), "{told}");
            assert!(
                told.ends_with(&format!("“{missing}”, which is not in the document")),
                "{told}"
            );
        }
    }
}

#[test]
fn the_number_of_faults_is_told_up_to_twenty_and_then_as_more() {
    let of = |count: usize| {
        let elements: Vec<String> = (0..count)
            .map(|at| format!("{{\"id\":\"e{at}\",\"kind\":\"team\",\"title\":\"\"}}"))
            .collect();
        refused(&format!(
            r#"{{"schema":"throughline.portfolio/1","elements":[{}]}}"#,
            elements.join(",\n")
        ))
    };
    for (count, told, said) in [
        (1, 1, None),
        (2, 2, Some("the first of 2 faults")),
        (20, 20, Some("the first of 20 faults")),
        (21, 20, Some("the first of more than 20 faults")),
        (500, 20, Some("the first of more than 20 faults")),
    ] {
        let error = of(count);
        assert_eq!(error.faults.len(), told);
        assert_eq!(
            error.message.en.contains("the first of"),
            said.is_some(),
            "{error}"
        );
        assert!(
            said.is_none_or(|it| error.message.en.contains(it)),
            "{error}"
        );
        assert!(error.faults.windows(2).all(|it| it[0].line < it[1].line));
    }
}

#[test]
fn only_a_later_version_of_the_same_document_is_told_as_too_new() {
    for (schema, code) in [
        ("throughline.portfolio/2", Code::FileTooNew),
        ("throughline.portfolio/10", Code::FileTooNew),
        ("throughline.portfolio/4294967295", Code::FileTooNew),
        ("throughline.portfolio/0", Code::NotAPortfolio),
        ("throughline.portfolio/-1", Code::NotAPortfolio),
        ("throughline.portfolio/1.5", Code::NotAPortfolio),
        ("throughline.portfolio/", Code::NotAPortfolio),
        ("throughline.portfolio/2 or so", Code::NotAPortfolio),
        ("Throughline.Portfolio/2", Code::NotAPortfolio),
        ("throughline.rules/1", Code::NotAPortfolio),
        ("", Code::NotAPortfolio),
    ] {
        let error = refused(&SMALL.replace("throughline.portfolio/1", schema));
        assert_eq!(error.code, code, "{schema}");
        assert_eq!(
            (error.faults[0].line, error.faults[0].pointer.as_str()),
            (2, "/schema")
        );
    }
    // Where the version stands does not matter, and what is no text is no version.
    let last = r#"{"elements":[],"schema":"throughline.portfolio/1"}"#;
    assert!(read("x.json", last.as_bytes()).is_ok());
    assert_eq!(refused(r#"{"schema":1}"#).code, Code::NotAPortfolio);
}

#[test]
fn forms_of_text_are_held_to_at_their_ends() {
    let settings =
        |rest: &str| format!(r#"{{"schema":"throughline.portfolio/1","settings":{rest}}}"#);
    let rate = |rate: &str| {
        settings(&format!(
            r#"{{"rates":[{{"from":"EUR","to":"USD","rate":"{rate}"}}]}}"#
        ))
    };
    let id = |id: &str| {
        format!(
            r#"{{"schema":"throughline.portfolio/1","elements":[{{"id":"{id}","kind":"team","title":"T"}}]}}"#
        )
    };
    let end = |end: &str| {
        format!(
            r#"{{"schema":"throughline.portfolio/1","elements":[{{"id":"i","kind":"initiative","title":"T","end":"{end}"}}]}}"#
        )
    };
    let currency = |code: &str| settings(&format!(r#"{{"currency":"{code}"}}"#));
    for (text, good) in [
        (rate("1"), true),
        (rate("0.01"), true),
        (rate("0"), false),
        (rate("0.00"), false),
        (rate("-1"), false),
        (rate("1."), false),
        (rate(".5"), false),
        (rate("1e3"), false),
        (id("a"), true),
        (id(&"a".repeat(128)), true),
        (id(&"a".repeat(129)), false),
        (id(""), false),
        (id("a b"), false),
        (id("é"), false),
        (id("A.b_c-9"), true),
        (end("2026-12-31"), true),
        (end("2028-02-29"), true),
        (end("2027-02-29"), false),
        (end("2026-12-31T00:00:00Z"), false),
        (end("31.12.2026"), false),
        (end("2026-W52"), false),
        (currency("EUR"), true),
        (currency("€"), true),
        (currency("eur"), false),
        (currency("EURO"), false),
        (currency(""), false),
        (currency("E1R"), false),
        (settings(r#"{"fiscal_year":{"month":12,"day":28}}"#), true),
        (
            // There is no such day in every year.
            settings(r#"{"fiscal_year":{"month":2,"day":29}}"#),
            false,
        ),
        (settings(r#"{"fiscal_year":{"month":13,"day":1}}"#), false),
        (settings(r#"{"fiscal_year":{"month":0,"day":1}}"#), false),
        (settings(r#"{"cycle":"week"}"#), false),
    ] {
        assert_eq!(read("x.json", text.as_bytes()).is_ok(), good, "{text}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named_without_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let error = read_file(&folder.path().join("plan.json")).unwrap_err();
    assert_eq!(error.code, Code::FileUnreadable);
    assert!(
        error.message.en.starts_with("“plan.json” cannot be read"),
        "{error}"
    );
    assert!(
        !error
            .message
            .en
            .contains(&folder.path().display().to_string())
    );
    assert_eq!(
        read_file(folder.path()).unwrap_err().code,
        Code::FileUnreadable
    );
    let path = folder.path().join("good.json");
    std::fs::write(&path, SMALL).unwrap();
    assert_eq!(read_file(&path).unwrap().len(), 4);
}
