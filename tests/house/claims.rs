//! What is claimed, expected and set about rules: what it may hold, and what follows when the rest changes.

use portfolio::Code;
use portfolio::edit::{self, Edit, Label, LinkPatch, Part, Patch, Verb};
use portfolio::fixture::draw;
use portfolio::model::{
    Contribution, Detail, ElementId, Expectation, Known, LinkDetail, LinkId, Portfolio,
    RuleSetting, Ruling, Settings, Severity, Source, SourceId, known,
};

const CLINIC: &str = r#"
    source     pmo  "Register"
    objective  wait "Wait under 20 minutes"
    outcome    calm "Fewer complaints" reviewer=Ann
    change     slot "Patients book a slot"
    indicator  mins "Minutes waited" measures wait
    indicator  also "Minutes waited, again"
    initiative desk "Check-in desks" budget="100 EUR" -> wait (claimed_by=Ann since=2026-03-01 expects=-15..-12..-8 on=mins)
    system     kios "Kiosks" -> desk (expects=4)
    initiative lake "Data lake" ~> wait (expects=10)
    decision   stop "Stop the lake"
    person     ann  "Ann"
    status     desk 2026-10-30 it green
"#;

fn clinic() -> Portfolio {
    draw(CLINIC).unwrap().portfolio()
}

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

fn after(start: &Portfolio, edit: Edit) -> Result<Portfolio, Code> {
    let mut end = start.clone();
    edit::apply(&mut end, &[edit]).map_err(|error| error.code)?;
    Ok(end)
}

fn set(name: &str, patch: Patch) -> Edit {
    Edit::Set {
        element: id(name),
        patch,
    }
}

fn set_link(name: &str, patch: LinkPatch) -> Edit {
    Edit::SetLink {
        link: LinkId::new(name),
        patch,
    }
}

fn claim(portfolio: &Portfolio, link: &str) -> Contribution {
    match &portfolio.link(&LinkId::new(link)).unwrap().detail {
        LinkDetail::Contribution(it) => it.clone(),
        other => panic!("{other:?}"),
    }
}

fn expects(indicator: Option<&str>, low: f64, likely: f64, high: f64) -> LinkPatch {
    LinkPatch::Expects(Some(Expectation {
        indicator: indicator.map(id),
        likely,
        low: Some(low),
        high: Some(high),
    }))
}

#[test]
fn an_outcome_says_who_looks_and_when_it_came_true() {
    let day = known("2027-01-31".parse().unwrap());
    let mut end = clinic();
    for patch in [
        Patch::ReviewOn(day.clone()),
        Patch::Reviewer(known("Bo".to_owned())),
        Patch::RealisedOn(day.clone()),
    ] {
        assert_eq!(
            after(&end, set("desk", patch.clone())).unwrap_err(),
            Code::NotAllowed
        );
        end = after(&end, set("calm", patch)).unwrap();
    }
    let Detail::Outcome(outcome) = &end.element(&id("calm")).unwrap().detail else {
        panic!("an outcome")
    };
    assert_eq!(outcome.review_on, day);
    assert_eq!(outcome.reviewer.value().unwrap(), "Bo");
    assert_eq!(outcome.realised_on, day);
}

#[test]
fn a_decision_says_what_it_does_to_the_work() {
    let ruling = || Patch::Ruling(known(Ruling::Stop));
    let end = after(&clinic(), set("stop", ruling())).unwrap();
    assert!(
        matches!(&end.element(&id("stop")).unwrap().detail, Detail::Decision(it) if it.ruling == known(Ruling::Stop))
    );
    assert_eq!(
        after(&end, set("desk", ruling())).unwrap_err(),
        Code::NotAllowed
    );
}

#[test]
fn an_expectation_moves_an_indicator_and_its_numbers_are_in_order() {
    let start = clinic();
    let link = |patch| after(&start, set_link("desk..wait", patch));
    for (patch, code) in [
        (expects(Some("gone"), 1.0, 2.0, 3.0), Code::NotFound),
        (expects(Some("wait"), 1.0, 2.0, 3.0), Code::NotAllowed),
        (expects(None, 2.5, 2.0, 3.0), Code::BadValue),
        (expects(None, 1.0, 4.0, 3.0), Code::BadValue),
        (expects(None, 1.0, f64::NAN, 3.0), Code::BadValue),
        (expects(None, f64::NEG_INFINITY, 2.0, 3.0), Code::BadValue),
    ] {
        assert_eq!(link(patch).unwrap_err(), code);
    }
    let end = link(expects(Some("also"), 1.0, 2.0, 2.0)).unwrap();
    assert_eq!(
        claim(&end, "desk..wait").expects.unwrap().indicator,
        Some(id("also"))
    );
    let none = link(LinkPatch::Expects(None)).unwrap();
    assert_eq!(claim(&none, "desk..wait").expects, None);
    let measures = set_link("mins.measures.wait", expects(None, 1.0, 2.0, 3.0));
    assert_eq!(after(&start, measures).unwrap_err(), Code::NotAllowed);
}

#[test]
fn a_link_from_a_file_is_held_to_the_same() {
    let start = clinic();
    let mut link = start.link(&LinkId::new("desk..wait")).unwrap().clone();
    link.id = LinkId::new("new");
    link.from = id("slot");
    let insert = |link: &portfolio::model::Link| Edit::InsertLink {
        link: Box::new(link.clone()),
    };
    assert!(after(&start, insert(&link)).is_ok());
    if let LinkDetail::Contribution(it) = &mut link.detail {
        it.expects.as_mut().unwrap().indicator = Some(id("gone"));
    }
    assert_eq!(after(&start, insert(&link)).unwrap_err(), Code::NotFound);
}

#[test]
fn an_expectation_moves_along_when_indicators_become_one_and_goes_with_its_indicator() {
    let start = clinic();
    let merged = after(
        &start,
        Edit::Merge {
            into: id("also"),
            from: vec![id("mins")],
        },
    )
    .unwrap();
    let moved = claim(&merged, "desk..wait").expects.unwrap();
    assert_eq!((moved.indicator, moved.likely), (Some(id("also")), -12.0));
    let removed = after(
        &start,
        Edit::Remove {
            elements: vec![id("mins")],
        },
    )
    .unwrap();
    assert_eq!(claim(&removed, "desk..wait").expects, None);
    assert!(claim(&removed, "lake..wait").expects.is_some());
}

#[test]
fn the_parts_of_a_split_move_no_more_than_the_whole() {
    let end = after(
        &clinic(),
        Edit::Split {
            element: id("desk"),
            parts: vec![Part {
                id: id("north"),
                title: "North".to_owned(),
                share: "0.25".parse().unwrap(),
            }],
        },
    )
    .unwrap();
    let of = |from: &str, to: &str| {
        let link = end
            .links_from(&id(from))
            .find(|it| it.to == id(to))
            .unwrap();
        claim(&end, link.id.as_str()).expects
    };
    let (rest, part) = (of("desk", "wait").unwrap(), of("north", "wait").unwrap());
    assert_eq!((rest.likely, part.likely), (-9.0, -3.0));
    assert_eq!((rest.low, part.low), (Some(-11.25), Some(-3.75)));
    assert_eq!(part.indicator, Some(id("mins")));
    assert_eq!(of("kios", "desk").unwrap().likely, 4.0);
    assert_eq!(of("kios", "north"), None);
}

#[test]
fn whoever_reviews_or_claims_keeps_up_with_a_new_name() {
    let end = after(&clinic(), set("ann", Patch::Title("Ann Berg".into()))).unwrap();
    assert_eq!(claim(&end, "desk..wait").proposed_by, "Ann Berg");
    assert!(
        matches!(&end.element(&id("calm")).unwrap().detail, Detail::Outcome(it) if it.reviewer == known("Ann Berg".to_owned()))
    );
}

#[test]
fn a_source_and_a_report_say_only_what_can_be() {
    let start = clinic();
    for (days, good) in [(0, false), (1, true), (3660, true), (3661, false)] {
        let source = |id: &str| Source {
            id: SourceId::new(id),
            title: "Register".to_owned(),
            description: String::new(),
            owner: None,
            every_days: known(days),
        };
        let edits = [
            Edit::SetSource {
                source: source("pmo"),
            },
            Edit::InsertSource {
                source: source("new"),
            },
        ];
        for edit in edits {
            assert_eq!(after(&start, edit).is_ok(), good, "{days}");
        }
    }
    for (percent, good) in [(-1.0, false), (0.0, true), (100.0, true), (f64::NAN, false)] {
        let mut status = start.statuses().next().unwrap().clone();
        status.percent = Some(percent);
        let edit = Edit::SetStatus { status };
        assert_eq!(after(&start, edit).is_ok(), good, "{percent}");
    }
}

#[test]
fn a_rule_is_set_and_gets_its_defaults_back() {
    let start = clinic();
    let rule = |code: &str, setting| Edit::SetRule {
        code: code.to_owned(),
        setting,
    };
    let stricter = RuleSetting {
        severity: Some(Severity::High),
        parameters: [("priorities".to_owned(), 6.0)].into(),
        ..RuleSetting::default()
    };
    let end = after(&start, rule("M105", stricter.clone())).unwrap();
    assert_eq!(end.settings().rules["M105"], stricter);
    assert_eq!(
        Label::of(&[rule("M105", stricter.clone())], &start),
        Label::new(Verb::SetRule, "M105")
    );
    let back = after(&end, rule("M105", RuleSetting::default())).unwrap();
    assert!(back.settings().rules.is_empty());
    assert!(after(&start, rule("our-own-rule", stricter.clone())).is_ok());
    for bad in ["", "no rule", "D103;"] {
        assert_eq!(
            after(&start, rule(bad, stricter.clone())).unwrap_err(),
            Code::BadId
        );
    }
    let endless = RuleSetting {
        parameters: [("priorities".to_owned(), f64::INFINITY)].into(),
        ..RuleSetting::default()
    };
    assert_eq!(
        after(&start, rule("M105", endless.clone())).unwrap_err(),
        Code::BadValue
    );
    let whole = |rules| Edit::SetSettings {
        settings: Box::new(Settings {
            title: "Clinic".to_owned(),
            rules,
            ..Settings::default()
        }),
    };
    assert_eq!(
        after(&start, whole([("M105".to_owned(), endless)].into())).unwrap_err(),
        Code::BadValue
    );
    let rules = [
        ("M105".to_owned(), stricter),
        ("D103".to_owned(), RuleSetting::default()),
    ];
    let end = after(&start, whole(rules.into())).unwrap();
    assert_eq!(
        end.settings().rules.len(),
        1,
        "what sets nothing is not kept"
    );
}
