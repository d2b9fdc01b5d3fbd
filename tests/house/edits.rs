//! What each verb accepts and refuses, as a user meets it.

use portfolio::Code;
use portfolio::edit::{self, Edit, Label, LinkPatch, Move, Patch, Spot, Verb};
use portfolio::model::{
    Canvas, CanvasId, CanvasKind, Contribution, Detail, ElementId, ElementKind, Link, LinkDetail,
    LinkId, LinkKind, LinkState, Maybe, Portfolio, Reason, Record, Why, known,
};

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

fn add(name: &str, kind: ElementKind) -> Edit {
    Edit::AddElement {
        id: id(name),
        kind,
        title: format!("The {name}"),
        spot: None,
    }
}

fn link(name: &str, from: &str, to: &str, kind: LinkKind) -> Edit {
    Edit::Connect {
        id: LinkId::new(name),
        from: id(from),
        to: id(to),
        kind,
    }
}

fn empty() -> Portfolio {
    Portfolio::from_records([Record::Canvas(Canvas {
        id: CanvasId::new("map"),
        title: "Map".into(),
        kind: CanvasKind::StrategyMap,
        frames: Vec::new(),
    })])
}

/// One element of each kind, named after it.
fn one_of_each() -> Portfolio {
    let edits: Vec<Edit> = ElementKind::ALL
        .iter()
        .map(|kind| {
            add(
                serde_json::to_string(kind).unwrap().trim_matches('"'),
                *kind,
            )
        })
        .collect();
    after(&empty(), &edits).unwrap()
}

fn after(start: &Portfolio, edits: &[Edit]) -> Result<Portfolio, Code> {
    let diff = edit::apply(&mut start.clone(), edits).map_err(|error| error.code)?;
    let mut end = start.clone();
    end.apply(&diff);
    Ok(end)
}

fn refused(start: &Portfolio, edit: Edit) -> Code {
    after(start, &[edit]).expect_err("a refusal")
}

#[test]
fn a_contribution_goes_up_the_line_and_nowhere_else() {
    let chain = [
        "driver",
        "priority",
        "objective",
        "outcome",
        "change",
        "capability",
        "initiative",
        "system",
    ];
    let start = one_of_each();
    for (high, to) in chain.iter().enumerate() {
        for (low, from) in chain.iter().enumerate() {
            let done = after(&start, &[link("l", from, to, LinkKind::Contribution)]);
            assert_eq!(done.is_ok(), low > high, "{from} → {to}");
        }
    }
    for around in ["indicator", "assumption", "decision"] {
        assert_eq!(
            refused(
                &start,
                link("l", around, "objective", LinkKind::Contribution)
            ),
            Code::NotAllowed
        );
    }
}

#[test]
fn every_kind_of_link_has_its_own_ends() {
    let start = one_of_each();
    for (kind, from, to, good) in [
        (LinkKind::Because, "initiative", "driver", true),
        (LinkKind::Because, "initiative", "system", false),
        (LinkKind::Measures, "indicator", "outcome", true),
        (LinkKind::Measures, "outcome", "indicator", false),
        (LinkKind::Measures, "indicator", "driver", false),
        (LinkKind::DependsOn, "initiative", "system", true),
        (LinkKind::DependsOn, "system", "initiative", false),
        (LinkKind::RestsOn, "objective", "assumption", true),
        (LinkKind::RestsOn, "assumption", "objective", false),
        (LinkKind::Cites, "decision", "objective", true),
        (LinkKind::Cites, "objective", "decision", false),
        (LinkKind::PartOf, "objective", "initiative", false),
        (LinkKind::ConflictsWith, "objective", "outcome", false),
    ] {
        let done = after(&start, &[link("l", from, to, kind)]);
        assert_eq!(
            done.err(),
            (!good).then_some(Code::NotAllowed),
            "{kind:?} {from} → {to}"
        );
    }
}

#[test]
fn parts_never_form_a_ring() {
    let names = ["a", "b", "c"];
    let mut start = empty();
    for name in names {
        start = after(&start, &[add(name, ElementKind::Initiative)]).unwrap();
    }
    let chain = [
        link("1", "a", "b", LinkKind::PartOf),
        link("2", "b", "c", LinkKind::PartOf),
    ];
    let start = after(&start, &chain).unwrap();
    assert_eq!(
        refused(&start, link("3", "c", "a", LinkKind::PartOf)),
        Code::NotAllowed
    );
    assert_eq!(
        refused(&start, link("3", "a", "a", LinkKind::PartOf)),
        Code::NotAllowed
    );
}

#[test]
fn the_same_link_is_not_drawn_twice() {
    let start = after(
        &one_of_each(),
        &[link("1", "initiative", "objective", LinkKind::Contribution)],
    )
    .unwrap();
    assert_eq!(
        refused(
            &start,
            link("2", "initiative", "objective", LinkKind::Contribution)
        ),
        Code::AlreadyLinked
    );
    assert!(
        after(
            &start,
            &[link("2", "initiative", "objective", LinkKind::Because)]
        )
        .is_ok()
    );
}

#[test]
fn a_link_drawn_by_hand_counts_at_once_and_an_imported_one_only_when_accepted() {
    let start = one_of_each();
    let drawn = after(
        &start,
        &[link("1", "initiative", "objective", LinkKind::Contribution)],
    )
    .unwrap();
    assert!(drawn.links().all(Link::counts));

    let imported = Link {
        id: LinkId::new("1"),
        from: id("initiative"),
        to: id("objective"),
        detail: LinkDetail::Contribution(Contribution::default()),
    };
    let proposed = after(
        &start,
        &[Edit::InsertLink {
            link: Box::new(imported),
        }],
    )
    .unwrap();
    assert!(!proposed.links().any(Link::counts));
    let accept = Edit::SetLink {
        link: LinkId::new("1"),
        patch: LinkPatch::State(LinkState::Accepted),
    };
    assert!(
        after(&proposed, &[accept])
            .unwrap()
            .links()
            .all(Link::counts)
    );
}

#[test]
fn a_batch_is_all_or_nothing() {
    let start = one_of_each();
    let batch = [
        add("new", ElementKind::Objective),
        link("1", "new", "nowhere", LinkKind::Contribution),
    ];
    assert_eq!(after(&start, &batch).err(), Some(Code::NotFound));
}

#[test]
fn a_new_element_can_be_linked_in_the_batch_that_adds_it() {
    let batch = [
        add("new", ElementKind::Objective),
        link("1", "initiative", "new", LinkKind::Contribution),
    ];
    let end = after(&one_of_each(), &batch).unwrap();
    assert_eq!(end.links_to(&id("new")).count(), 1);
}

#[test]
fn ids_are_taken_once_and_well_formed() {
    let start = one_of_each();
    assert_eq!(
        refused(&start, add("objective", ElementKind::Driver)),
        Code::BadId
    );
    for bad in ["", "a b", "é", "a/b", "<x>", &"x".repeat(200)] {
        assert_eq!(
            refused(&start, add(bad, ElementKind::Driver)),
            Code::BadId,
            "{bad:?}"
        );
    }
}

#[test]
fn a_title_is_one_line_and_not_empty() {
    let titled = |title: &str| Edit::AddElement {
        id: id("x"),
        kind: ElementKind::Driver,
        title: title.into(),
        spot: None,
    };
    let end = after(&empty(), &[titled("  Two\n  lines\t here ")]).unwrap();
    assert_eq!(end.element(&id("x")).unwrap().title, "Two lines here");
    assert_eq!(refused(&empty(), titled(" \n ")), Code::BadValue);
    assert_eq!(refused(&empty(), titled(&"x".repeat(301))), Code::BadValue);
}

#[test]
fn fields_belong_to_kinds_and_have_bounds() {
    let start = one_of_each();
    let set = |name: &str, patch| Edit::Set {
        element: id(name),
        patch,
    };
    assert_eq!(
        refused(&start, set("driver", Patch::Weight(known(1.0)))),
        Code::NotAllowed
    );
    for bad in [-1.0, 100.5, f64::NAN, f64::INFINITY] {
        assert_eq!(
            refused(&start, set("objective", Patch::Weight(known(bad)))),
            Code::BadValue,
            "{bad}"
        );
        let percent = Patch::PercentComplete(Some(Maybe::Known(bad)));
        assert_eq!(
            refused(&start, set("initiative", percent)),
            Code::BadValue,
            "{bad}"
        );
    }
    assert_eq!(
        refused(&start, set("indicator", Patch::Target(known(f64::NAN)))),
        Code::BadValue
    );
    let withheld = Patch::Budget(Some(Maybe::missing(Reason::Withheld, "nfp")));
    let end = after(&start, &[set("initiative", withheld)]).unwrap();
    let Detail::Initiative(initiative) = &end.element(&id("initiative")).unwrap().detail else {
        panic!("an initiative")
    };
    assert_eq!(
        initiative.budget,
        Some(Maybe::missing(Reason::Withheld, "nfp"))
    );
}

#[test]
fn the_proof_of_a_why_is_in_the_portfolio() {
    let start = one_of_each();
    let why = |proof: &str| Edit::Set {
        element: id("initiative"),
        patch: Patch::Why(Box::new(Why {
            proof: Some(id(proof)),
            ..Why::default()
        })),
    };
    assert!(after(&start, &[why("indicator")]).is_ok());
    assert_eq!(refused(&start, why("gone")), Code::NotFound);
}

#[test]
fn a_card_put_by_hand_stays_when_the_map_is_tidied() {
    let map = CanvasId::new("map");
    let spot = Spot {
        canvas: map.clone(),
        x: 777.0,
        y: 33.0,
    };
    let here = Edit::AddElement {
        id: id("here"),
        kind: ElementKind::Objective,
        title: "Here".into(),
        spot: Some(spot),
    };
    let start = after(&one_of_each(), &[here]).unwrap();
    let end = after(
        &start,
        &[Edit::Tidy {
            canvas: map.clone(),
        }],
    )
    .unwrap();
    let place = end.placements_of(&id("here")).next().unwrap();
    assert_eq!((place.x, place.y, place.pinned), (777.0, 33.0, true));

    let far = |x| Edit::Place {
        canvas: map.clone(),
        moves: vec![Move {
            element: id("here"),
            x,
            y: 0.0,
        }],
    };
    for absurd in [f64::NAN, f64::INFINITY, 1e300] {
        assert_eq!(refused(&end, far(absurd)), Code::BadValue);
    }
}

#[test]
fn a_new_card_stands_on_a_free_place_and_moves_nobody() {
    let mut start = empty();
    for number in 0..40 {
        let before = start.clone();
        start = after(
            &start,
            &[add(&format!("x{number}"), ElementKind::Initiative)],
        )
        .unwrap();
        for place in before.placements() {
            assert!(start.placements().any(|it| it == place), "a card moved");
        }
    }
    let places: Vec<_> = start.placements().collect();
    for (index, a) in places.iter().enumerate() {
        for b in &places[index + 1..] {
            assert!(
                (a.x - b.x).abs() >= 240.0 || (a.y - b.y).abs() >= 88.0,
                "{a:?} covers {b:?}"
            );
        }
    }
}

#[test]
fn steps_are_labelled_by_what_was_done_to_what() {
    let start = one_of_each();
    let label = |edits: &[Edit]| Label::of(edits, &start);
    let added = label(&[
        add("new", ElementKind::Objective),
        link("1", "initiative", "new", LinkKind::Contribution),
    ]);
    assert_eq!(
        (added.verb, added.title.as_str(), added.count),
        (Verb::Add, "The new", 1)
    );
    let removed = label(&[Edit::Remove {
        elements: vec![id("driver"), id("system")],
    }]);
    assert_eq!(
        (removed.verb, removed.title.as_str(), removed.count),
        (Verb::Remove, "The driver", 2)
    );
    let renamed = label(&[Edit::Set {
        element: id("driver"),
        patch: Patch::Title("X".into()),
    }]);
    assert_eq!(
        (renamed.verb, renamed.kind),
        (Verb::Rename, Some(ElementKind::Driver))
    );
    assert_eq!(renamed.field, None, "the verb says it");
}

#[test]
fn a_step_that_changes_one_field_says_which() {
    let start = one_of_each();
    let set = |of: &str, patch| Edit::Set {
        element: id(of),
        patch,
    };
    let owner = || Patch::Owner(Some(Maybe::Known("Ada".into())));
    let field = |edits: &[Edit]| Label::of(edits, &start).field;
    assert_eq!(field(&[set("driver", owner())]).as_deref(), Some("owner"));
    let due = Patch::AdoptionDate(None);
    assert_eq!(
        field(&[set("change", due)]).as_deref(),
        Some("adoption_date")
    );
    let both = [set("driver", owner()), set("system", owner())];
    assert_eq!(field(&both).as_deref(), Some("owner"));
    let two = [set("driver", owner()), set("driver", Patch::Tags(vec![]))];
    assert_eq!(field(&two), None);
    let more = [
        set("driver", owner()),
        link("1", "initiative", "objective", LinkKind::Contribution),
    ];
    assert_eq!(field(&more), None);
    // As an earlier release wrote it into a file.
    let old = r#"{"verb":"change","kind":"driver","title":"The driver","count":1}"#;
    assert_eq!(serde_json::from_str::<Label>(old).unwrap().field, None);
}
