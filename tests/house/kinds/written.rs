//! How records are written: ids, a value or the reason why there is none, and what older files and hands wrote.

use portfolio::model::{
    Choice, Detail, Element, ElementId, ElementKind, Fate, Field, Grade, LinkKind, Maybe, Noun,
    OwnRule, Reason, Record, RecordId, RuleId, Severity, known,
};
use serde_json::{Value, from_value, json};

#[test]
fn an_id_is_up_to_128_letters_digits_points_dashes_and_underscores() {
    let longest = "x".repeat(128);
    for good in [
        "a",
        "A-1",
        "a.b.c",
        "a_b",
        "..",
        "-",
        "019ab0c4-7e2f-7a57-b7f4-0123456789ab",
        longest.as_str(),
    ] {
        assert!(ElementId::new(good).is_well_formed(), "{good}");
        assert!(RecordId::new(good).is_well_formed(), "{good}");
    }
    let longer = "x".repeat(129);
    for bad in [
        "",
        " ",
        "a b",
        "a/b",
        "a:b",
        "é",
        "a\n",
        "a\u{0}",
        "‐",
        "²",
        longer.as_str(),
    ] {
        assert!(!ElementId::new(bad).is_well_formed(), "{bad:?}");
        assert!(!RecordId::new(bad).is_well_formed(), "{bad:?}");
    }
}

#[test]
fn ids_are_plain_text_wherever_they_are_written_and_sort_as_text_does() {
    let ids = ["10", "2", "A", "a", "a.b", "a_b"].map(ElementId::new);
    assert!(ids.is_sorted());
    assert_eq!(serde_json::to_value(&ids[4]).unwrap(), json!("a.b"));
    assert_eq!(RecordId::from(&ids[4]), RecordId::new("a.b"));
    assert_eq!(ids[4].to_string(), "a.b");
}

#[test]
fn a_value_and_a_reason_are_written_apart_and_read_back_the_same() {
    let fields: [(Field<String>, Value); 6] = [
        (None, json!(null)),
        (known("Ann".to_owned()), json!({"known": "Ann"})),
        (
            Some(Maybe::missing(Reason::Withheld, "nfp")),
            json!({"missing": {"reason": "withheld", "said": "nfp"}}),
        ),
        (
            Some(Maybe::missing(Reason::NotRequired, "n/a")),
            json!({"missing": {"reason": "not_required", "said": "n/a"}}),
        ),
        (
            Some(Maybe::missing(Reason::NotReported, "")),
            json!({"missing": {"reason": "not_reported", "said": ""}}),
        ),
        (
            Some(Maybe::missing(Reason::Unknown, "tbd")),
            json!({"missing": {"reason": "unknown", "said": "tbd"}}),
        ),
    ];
    for (field, written) in fields {
        assert_eq!(serde_json::to_value(&field).unwrap(), written);
        assert_eq!(from_value::<Field<String>>(written).unwrap(), field);
    }
}

#[test]
fn a_bare_value_written_by_hand_is_known() {
    assert_eq!(
        from_value::<Field<String>>(json!("Ann")).unwrap(),
        known("Ann".to_owned())
    );
    assert_eq!(from_value::<Field<u32>>(json!(30)).unwrap(), known(30));
    assert_eq!(from_value::<Field<f64>>(json!(30)).unwrap(), known(30.0));
    assert_eq!(from_value::<Field<f64>>(json!(-4)).unwrap(), known(-4.0));
    assert_eq!(from_value::<Field<f64>>(json!(-0.5)).unwrap(), known(-0.5));
    assert_eq!(
        from_value::<Field<bool>>(json!(false)).unwrap(),
        known(false)
    );
    let date = from_value::<Field<portfolio::model::Date>>(json!("2026-02-28")).unwrap();
    assert_eq!(date, known("2026-02-28".parse().unwrap()));
}

#[test]
fn what_is_neither_a_value_nor_a_reason_or_both_is_refused() {
    for bad in [
        json!({}),
        json!({"know": "Ann"}),
        json!({"known": "Ann", "missing": {"reason": "unknown", "said": ""}}),
        json!({"missing": {"reason": "unknown", "said": ""}, "known": "Ann"}),
        json!({"known": "Ann", "known2": "Bo"}),
        json!({"missing": "unknown"}),
        json!({"missing": {"reason": "unknown"}}),
        json!({"missing": {"said": "tbd"}}),
        json!({"missing": {"reason": "forgotten", "said": ""}}),
        json!(["Ann"]),
        json!(7),
        json!(true),
    ] {
        assert!(from_value::<Field<String>>(bad.clone()).is_err(), "{bad}");
    }
    for bad in [json!(-1), json!(1.5), json!(4_294_967_296_u64), json!("30")] {
        assert!(from_value::<Field<u32>>(bad.clone()).is_err(), "{bad}");
    }
    for bad in [
        json!("2026-02-30"),
        json!("2023-02-29"),
        json!("28.02.2026"),
        json!("2026-13-01"),
    ] {
        assert!(
            from_value::<Field<portfolio::model::Date>>(bad.clone()).is_err(),
            "{bad}"
        );
    }
    assert!(
        from_value::<Field<portfolio::model::Date>>(json!("2024-02-29")).is_ok(),
        "a leap day"
    );
}

fn element(kind: &str, fields: &Value) -> Element {
    let mut whole = json!({"id": "x", "title": "X", "kind": kind});
    whole
        .as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    from_value(whole).unwrap()
}

/// Only six fields were bare texts in the first format, and an empty one of them said nothing.
#[test]
fn an_empty_text_of_the_first_format_was_never_filled_and_elsewhere_it_is_a_text() {
    let bare = |kind: &str, field: &str| {
        let written = serde_json::to_value(element(kind, &json!({ field: "" }))).unwrap();
        written[field].clone()
    };
    for (kind, field) in [
        ("driver", "reference"),
        ("outcome", "beneficiary"),
        ("indicator", "unit"),
        ("indicator", "definition"),
        ("decision", "forum"),
        ("decision", "rationale"),
    ] {
        assert_eq!(bare(kind, field), json!(null), "{field} of a {kind}");
        let missing = json!({"missing": {"reason": "withheld", "said": ""}});
        let kept = serde_json::to_value(element(kind, &json!({ field: missing }))).unwrap();
        assert_eq!(kept[field], missing, "{field} of a {kind}");
    }
    assert_eq!(bare("initiative", "reference"), json!({"known": ""}));
    assert_eq!(bare("outcome", "reviewer"), json!({"known": ""}));
}

#[test]
fn options_are_read_as_titles_as_whole_and_mixed_and_rejected_is_their_older_name() {
    let options =
        json!(["Rent", {"title": "Own", "fate": "chosen", "reason": "cheaper"}, {"title": "Wait"}]);
    for name in ["options", "rejected"] {
        let decision = element("decision", &json!({ name: options }));
        let Detail::Decision(decision) = decision.detail else {
            panic!("a decision")
        };
        let all: Vec<(&str, Fate, &str)> = decision
            .options
            .iter()
            .map(|it| (it.title.as_str(), it.fate, it.reason.as_str()))
            .collect();
        assert_eq!(
            all,
            [
                ("Rent", Fate::Rejected, ""),
                ("Own", Fate::Chosen, "cheaper"),
                ("Wait", Fate::Rejected, "")
            ]
        );
    }
    for bad in [
        json!({}),
        json!({"fate": "chosen"}),
        json!({"title": "x", "fate": "lost"}),
        json!(3),
    ] {
        assert!(from_value::<Choice>(bad.clone()).is_err(), "{bad}");
    }
}

#[test]
fn every_kind_is_read_from_its_name_and_a_title_alone() {
    for kind in ElementKind::ALL {
        let name = crate::told::word(&kind);
        let read = element(&name, &json!({}));
        assert_eq!(read, Element::new(ElementId::new("x"), kind, "X"), "{name}");
        assert_eq!(read.kind(), kind);
        // What was written whole is read the same.
        let written = serde_json::to_value(&read).unwrap();
        assert_eq!(from_value::<Element>(written).unwrap(), read);
    }
    for bad in [
        json!({"id": "x", "title": "X"}),
        json!({"id": "x", "kind": "driver"}),
        json!({"title": "X", "kind": "driver"}),
    ] {
        assert!(from_value::<Element>(bad.clone()).is_err(), "{bad}");
    }
}

/// The chain is what a contribution climbs; what stands around it has no place on it.
#[test]
fn steps_of_the_line_climb_level_by_level_from_the_ground_to_the_why() {
    let on_the_line: Vec<ElementKind> = ElementKind::ALL
        .into_iter()
        .filter(|it| it.level().is_some())
        .collect();
    assert_eq!(on_the_line.len(), 9);
    for kind in ElementKind::ALL {
        assert_eq!(kind.level().is_some(), kind.step().is_some(), "{kind:?}");
    }
    for pair in on_the_line.windows(2) {
        assert!(pair[0].level() <= pair[1].level(), "{pair:?}");
        assert!(pair[0].step() <= pair[1].step(), "{pair:?}");
    }
    assert_eq!(
        ElementKind::System.step(),
        ElementKind::Team.step(),
        "both are the ground"
    );
    assert_ne!(
        ElementKind::Outcome.step(),
        ElementKind::Change.step(),
        "a change leads to an outcome"
    );
}

#[test]
fn grades_of_evidence_go_from_say_so_to_a_second_source() {
    let grades = [
        Grade::Assertion,
        Grade::Judgement,
        Grade::Manual,
        Grade::Imported,
        Grade::Corroborated,
    ];
    assert!(grades.is_sorted());
}

fn rule() -> OwnRule {
    OwnRule {
        id: RuleId::new("r"),
        code: "X001".to_owned(),
        name: "no-owner".to_owned(),
        title: String::new(),
        applies_to: ElementKind::Initiative,
        when: "true".to_owned(),
        message: "m".to_owned(),
        evidence: String::new(),
        advice: String::new(),
        severity: Severity::Low,
        written_by: String::new(),
        off: false,
    }
}

/// Lengths are counted in letters as people count them, not in bytes.
#[test]
fn the_first_field_of_a_rule_that_does_not_fit_is_named() {
    assert_eq!(rule().misfit(), None);
    let long = |letters: usize| "é".repeat(letters);
    type Change = fn(&mut OwnRule, String);
    let fields: [(&str, usize, Change); 6] = [
        ("title", 1_000, |it, text| it.title = text),
        ("when", 2_000, |it, text| it.when = text),
        ("message", 1_000, |it, text| it.message = text),
        ("evidence", 2_000, |it, text| it.evidence = text),
        ("advice", 1_000, |it, text| it.advice = text),
        ("written_by", 1_000, |it, text| it.written_by = text),
    ];
    for (name, most, change) in fields {
        let mut fits = rule();
        change(&mut fits, long(most));
        assert_eq!(fits.misfit(), None, "{name}");
        change(&mut fits, long(most + 1));
        assert_eq!(fits.misfit(), Some(name));
    }
    let named = |name: String| OwnRule { name, ..rule() }.misfit();
    assert_eq!(
        (named("a".repeat(60)), named("a".repeat(61))),
        (None, Some("name"))
    );
    let worse = OwnRule {
        code: "Y001".to_owned(),
        name: "No".to_owned(),
        ..rule()
    };
    assert_eq!(worse.misfit(), Some("code"), "the first one");
}

#[test]
fn a_rule_keeps_its_code_or_gets_the_first_that_no_other_rule_has() {
    let other = |id: &str, code: &str| OwnRule {
        id: RuleId::new(id),
        code: code.to_owned(),
        ..rule()
    };
    let all = [other("a", "X002"), other("b", "X003")];
    assert_eq!(rule().free_code(all.iter()), "X001");
    let mine = other("r", "X002");
    assert_eq!(mine.free_code(all.iter()), "X001");
    let taken = [other("a", "X001"), other("b", "X002"), other("c", "X004")];
    assert_eq!(mine.free_code(taken.iter()), "X003");
    // Its own earlier state is no other rule.
    assert_eq!(mine.free_code(std::iter::once(&mine)), "X002");
    let full: Vec<OwnRule> = (1..1000)
        .map(|n| other(&format!("o{n}"), &format!("X{n:03}")))
        .collect();
    assert_eq!(
        mine.free_code(full.iter()),
        "X002",
        "there is none left: it keeps what it has"
    );
}

#[test]
fn nouns_are_written_in_an_order_in_which_nothing_names_what_comes_later() {
    let at = |noun: Noun| Noun::ALL.iter().position(|it| *it == noun).unwrap();
    assert!(Noun::ALL.is_sorted());
    for (later, earlier) in [
        (Noun::Link, Noun::Element),
        (Noun::Placement, Noun::Canvas),
        (Noun::Placement, Noun::Element),
        (Noun::Reading, Noun::Element),
        (Noun::Reading, Noun::Source),
        (Noun::StatusReport, Noun::Source),
        (Noun::Import, Noun::Source),
        (Noun::Waiver, Noun::Link),
    ] {
        assert!(at(later) > at(earlier), "{later:?} names {earlier:?}");
    }
    let settings = Record::Settings(portfolio::model::Settings::default());
    assert_eq!(
        (settings.noun(), settings.id().as_str()),
        (Noun::Settings, "settings")
    );
}

#[test]
fn every_kind_of_link_is_written_by_its_name() {
    for (kind, name) in [
        (LinkKind::Contribution, "contribution"),
        (LinkKind::Because, "because"),
        (LinkKind::PartOf, "part_of"),
        (LinkKind::Measures, "measures"),
        (LinkKind::DependsOn, "depends_on"),
        (LinkKind::RestsOn, "rests_on"),
        (LinkKind::ConflictsWith, "conflicts_with"),
        (LinkKind::Cites, "cites"),
    ] {
        let link: portfolio::model::Link =
            from_value(json!({"id": "l", "from": "a", "to": "b", "kind": name, "needed_by": null, "guard_rail": null})).unwrap();
        assert_eq!(link.kind(), kind);
        assert_eq!(
            link.counts(),
            kind != LinkKind::Contribution,
            "nobody has accepted it"
        );
    }
}
