//! What a snapshot promises: the same figures in every form, nothing from outside, nothing unescaped.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

use portfolio::fixture::draw;
use portfolio::model::{Date, Element, ElementId, ElementKind, Lang, Portfolio, Record, Settings};
use portfolio::rules::{self, Evidence, Family, Finding, Lack, Missing, Outcome, Severity, Way};
use press::Frozen;

const HARBOUR: &str = r#"
    source     reg  "Register"
    import     reg  2026-06-02
    driver     pier "The old pier closes in 2028"
    priority   safe "Safe crossings" rank=1 because pier
    objective  hour "A crossing every hour" weight=60 -> safe
    objective  ramp "Step-free at every stop" weight=40 -> safe
    initiative ship "New ferry" state=active budget="14 M EUR" -> hour
    initiative gate "Fare gates" state=planned budget=withheld:nfp ~> ramp
    initiative lake "Data lake" state=active budget="6 M EUR" key=reg:P-7
    initiative old  "Slipway" state=delivered budget="1 M EUR"
    status     ship 2026-06-20 it green "On course"
    status     ship 2026-06-20 business red "Late"
    status     lake 2026-06-01 it amber "Medium Low"
"#;

fn frozen(portfolio: Portfolio, lang: Lang) -> Frozen {
    let as_of = Date::from_ymd_opt(2026, 6, 30).unwrap();
    let findings = rules::run(&portfolio, as_of, lang);
    Frozen::new(portfolio, findings, rules::catalog(lang), as_of, "test.1").unwrap()
}

fn harbour(lang: Lang) -> Frozen {
    frozen(draw(HARBOUR).unwrap().portfolio(), lang)
}

fn titled(title: &str) -> Frozen {
    let mut records = draw(HARBOUR).unwrap().records;
    records.push(Record::Settings(Settings {
        title: title.to_owned(),
        ..Settings::default()
    }));
    for kind in ElementKind::ALL {
        let id = ElementId::new(format!("x-{kind:?}"));
        records.push(Record::Element(Element::new(id, kind, title)));
    }
    frozen(Portfolio::from_records(records), Lang::En)
}

/// The text between the tags of a page, with the few entities that are used for plain words.
fn spoken(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text
}

fn compare(name: &str, actual: &str) {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap()
        .replace("\r\n", "\n");
    assert_eq!(
        actual, expected,
        "{name} changed; set UPDATE_GOLDEN=1 when that is meant"
    );
}

/// Findings of our own invention, so that the wording of the rules may change without changing a page.
fn invented(lang: Lang) -> Vec<Finding> {
    let (message, advice) = match lang {
        Lang::En => ("“Data lake” serves nobody.", "Say whom it serves."),
        Lang::Fr => ("« Data lake » ne sert personne.", "Dites qui elle sert."),
    };
    let one = |key: &str, severity, result, missing: &[&str]| Finding {
        key: key.to_owned(),
        code: "X100".to_owned(),
        name: "serves-nobody".to_owned(),
        family: Family::Value,
        severity,
        result,
        subject: None,
        related: Vec::new(),
        message: message.to_owned(),
        evidence: vec![Evidence {
            text: "Budget | _6_".to_owned(),
            element: None,
            link: None,
            date: Date::from_ymd_opt(2026, 6, 2),
            source: "Register".to_owned(),
        }],
        advice: format!("{advice} {key}"),
        missing: missing
            .iter()
            .map(|it| Missing {
                field: Lack::Owner,
                way: Way::FillIn,
                of: None,
                text: (*it).to_owned(),
            })
            .collect(),
        weight: None,
        money: Vec::new(),
        cause: None,
        path: Vec::new(),
        first_seen: None,
        accepted: None,
        fix: None,
    };
    vec![
        one("1", Severity::High, Outcome::Violated, &[]),
        one("2", Severity::Low, Outcome::CannotTell, &["budget"]),
    ]
}

#[test]
fn markdown_reads_as_expected_in_both_languages() {
    for (lang, name) in [(Lang::En, "harbour.en.md"), (Lang::Fr, "harbour.fr.md")] {
        let mut frozen = harbour(lang);
        frozen.findings = invented(lang);
        frozen.hash = "0123456789abcdef".to_owned();
        compare(name, &press::markdown(&frozen, lang));
    }
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    for lang in [Lang::En, Lang::Fr] {
        let (one, other) = (harbour(lang), harbour(lang));
        assert_eq!(
            press::html(&one, lang).unwrap(),
            press::html(&other, lang).unwrap()
        );
        assert_eq!(
            press::json(&one, lang).unwrap(),
            press::json(&other, lang).unwrap()
        );
    }
}

#[test]
fn the_hash_depends_on_portfolio_date_and_pack_and_not_on_the_language() {
    let base = harbour(Lang::En);
    assert_eq!(base.hash, harbour(Lang::Fr).hash);
    assert_ne!(base.hash, titled("Other").hash);
    let again = |as_of, pack: &str| {
        let portfolio = base.portfolio.clone();
        Frozen::new(portfolio, Vec::new(), Vec::new(), as_of, pack)
            .unwrap()
            .hash
    };
    assert_eq!(base.hash, again(base.as_of, "test.1"));
    assert_ne!(base.hash, again(base.as_of, "test.2"));
    assert_ne!(base.hash, again(base.as_of.succ_opt().unwrap(), "test.1"));
}

#[test]
fn html_refers_to_nothing_outside_itself() {
    for lang in [Lang::En, Lang::Fr] {
        let html = press::html(&harbour(lang), lang).unwrap().to_lowercase();
        for outside in [
            "://",
            "src=",
            "<link",
            "<script",
            "@import",
            "url(",
            "javascript:",
            "style=\"",
        ] {
            assert!(!html.contains(outside), "{outside}");
        }
        for (at, _) in html.match_indices("href=\"") {
            assert!(html[at..].starts_with("href=\"#"));
        }
    }
}

#[test]
fn titles_are_never_read_as_marks() {
    let title = r#"<script>alert(1)</script> "quoted' </style><img onerror=x> | [a](b)"#;
    let html = press::html(&titled(title), Lang::En).unwrap();
    assert!(!html.contains("<script>") && !html.contains("<img"));
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;&#x2f;script&gt;"));
    let markdown = press::markdown(&titled(title), Lang::En);
    assert!(!markdown.contains("<script>") && !markdown.contains("[a](b)"));
    assert!(markdown.contains(r"\|"));
}

#[test]
fn every_width_that_the_page_uses_is_in_its_style_sheet() {
    let html = press::html(&harbour(Lang::En), Lang::En).unwrap();
    let widths: Vec<&str> = html
        .split('"')
        .flat_map(|text| text.split(' '))
        .filter(|class| {
            class.len() > 1
                && class.starts_with('f')
                && class[1..].bytes().all(|b| b.is_ascii_digit())
        })
        .collect();
    assert!(widths.len() > 4, "{widths:?}");
    for class in widths {
        assert!(html.contains(&format!(".{class}{{flex-grow:")), "{class}");
    }
}

#[test]
fn the_sentence_is_the_same_in_every_form() {
    for (lang, sentence) in [
        (
            Lang::En,
            "30\u{a0}% of the active budget reaches no objective; 3 of 3 open initiatives have no written why; 1\u{a0}budget is withheld.",
        ),
        (
            Lang::Fr,
            "30\u{a0}% du budget actif n’atteint aucun objectif\u{a0}; 3\u{a0}initiatives ouvertes sur\u{a0}3 n’ont pas de pourquoi écrit\u{a0}; 1\u{a0}budget n’est pas communiqué.",
        ),
    ] {
        let frozen = harbour(lang);
        assert!(spoken(&press::html(&frozen, lang).unwrap()).contains(sentence));
        assert!(press::markdown(&frozen, lang).contains(sentence));
        assert!(press::json(&frozen, lang).unwrap().contains(sentence));
    }
}

#[test]
fn money_of_two_currencies_is_never_added() {
    let two = r#"
        objective  hour "A crossing every hour"
        initiative ship "Ferry" state=active budget="14 M EUR" -> hour
        initiative lake "Lake"  state=active budget="6 M USD"
    "#;
    let frozen = frozen(draw(two).unwrap().portfolio(), Lang::En);
    let markdown = press::markdown(&frozen, Lang::En);
    assert!(markdown.contains("14\u{a0}M€") && markdown.contains("6\u{a0}M\u{a0}USD"));
    assert!(!markdown.contains("20\u{a0}M"));
    assert!(markdown.contains("**1 of 2 open initiatives reaches no objective;"));
}

#[test]
fn a_part_inside_a_budgeted_programme_is_counted_once() {
    let nested = r#"
        objective  hour "A crossing every hour"
        initiative all  "Programme" state=active budget="10 M EUR"
        initiative part "Part" state=active budget="4 M EUR" part_of all -> hour
    "#;
    let json = press::json(
        &frozen(draw(nested).unwrap().portfolio(), Lang::En),
        Lang::En,
    )
    .unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let spend = &value["figures"]["spend"][0];
    assert_eq!(
        (&spend["active"], &spend["reaching_none"]),
        (&"10000000".into(), &"0".into())
    );
}

#[test]
fn long_lists_say_how_many_rows_they_fold_away() {
    let many: String = (0..60)
        .map(|at| {
            format!(
                "initiative i{at} \"Work {at}\" state=active budget=\"{} EUR\"\n",
                1000 - at
            )
        })
        .collect();
    // With an objective each of them is told that reaches none.
    let drawn = format!("objective o \"An aim\"\n{many}");
    let frozen = frozen(draw(&drawn).unwrap().portfolio(), Lang::En);
    let html = press::html(&frozen, Lang::En).unwrap();
    assert!(html.contains("<summary>and 30 more</summary>"));
    assert!(html.contains("<summary>and 54 more</summary>"));
    for at in 0..60 {
        assert!(
            html.contains(&format!("<td class=\"t\">Work {at}</td>")),
            "{at}"
        );
    }
}

#[test]
fn an_empty_portfolio_says_so() {
    for (lang, words) in [
        (Lang::En, "Nothing is written yet"),
        (Lang::Fr, "Rien n’est encore écrit"),
    ] {
        let frozen = frozen(Portfolio::default(), lang);
        assert!(press::html(&frozen, lang).unwrap().contains(words));
        assert!(press::markdown(&frozen, lang).contains(words));
    }
}

#[test]
fn the_snapshot_as_data_holds_the_whole_portfolio() {
    let frozen = harbour(Lang::En);
    let value: serde_json::Value =
        serde_json::from_str(&press::json(&frozen, Lang::En).unwrap()).unwrap();
    assert_eq!(value["schema"], "throughline.snapshot/1");
    assert_eq!(value["hash"], frozen.hash.as_str());
    assert_eq!(value["figures"]["active"], 3);
    assert_eq!(value["figures"]["budgets"]["withheld"], 1);
    let inner = serde_json::to_vec(&value["portfolio"]).unwrap();
    let back = portfolio::exchange::json::read("inner", &inner).unwrap();
    assert_eq!(Portfolio::from_records(back), frozen.portfolio);
}
