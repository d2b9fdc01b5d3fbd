//! Random edits: undo all is the start, redo all is the end, and the disk holds what memory holds.

use portfolio::edit::{Edit, LinkPatch, Move, Patch, Spot};
use portfolio::model::{
    CanvasId, ElementId, ElementKind, Field, Lang, LinkId, LinkKind, LinkState, Maybe, Portfolio,
    Reason, Strength, Why,
};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use proptest::prelude::*;

/// A verb with numbers where a user would point at something; they are turned into ids of what is there.
#[derive(Debug, Clone)]
enum Gesture {
    Add(usize, String, bool),
    Rename(usize, String),
    Describe(usize, String),
    Own(usize, Option<bool>),
    WriteWhy(usize, String, Option<usize>),
    Weigh(usize, f64),
    Connect(usize, usize, usize),
    Mechanism(usize, String),
    Strength(usize),
    Dispute(usize),
    Disconnect(usize),
    Move(usize, f64, f64),
    Tidy,
    Remove(usize),
    Title(String),
    Undo,
    Redo,
}

fn gestures() -> impl Strategy<Value = Gesture> {
    let at = 0..1000_usize;
    let text = "[ a-zé’<]{0,12}";
    prop_oneof![
        6 => (at.clone(), text, any::<bool>()).prop_map(|(a, b, c)| Gesture::Add(a, b, c)),
        1 => (at.clone(), text).prop_map(|(a, b)| Gesture::Rename(a, b)),
        1 => (at.clone(), text).prop_map(|(a, b)| Gesture::Describe(a, b)),
        1 => (at.clone(), any::<Option<bool>>()).prop_map(|(a, b)| Gesture::Own(a, b)),
        1 => (at.clone(), text, proptest::option::of(at.clone())).prop_map(|(a, b, c)| Gesture::WriteWhy(a, b, c)),
        1 => (at.clone(), -5.0..105.0).prop_map(|(a, b)| Gesture::Weigh(a, b)),
        6 => (at.clone(), at.clone(), at.clone()).prop_map(|(a, b, c)| Gesture::Connect(a, b, c)),
        1 => (at.clone(), text).prop_map(|(a, b)| Gesture::Mechanism(a, b)),
        1 => at.clone().prop_map(Gesture::Strength),
        1 => at.clone().prop_map(Gesture::Dispute),
        1 => at.clone().prop_map(Gesture::Disconnect),
        2 => (at.clone(), -2e6..2e6, -2e6..2e6).prop_map(|(a, b, c)| Gesture::Move(a, b, c)),
        1 => Just(Gesture::Tidy),
        2 => at.clone().prop_map(Gesture::Remove),
        1 => text.prop_map(Gesture::Title),
        3 => Just(Gesture::Undo),
        2 => Just(Gesture::Redo),
    ]
}

fn nth<T>(mut all: impl Iterator<Item = T>, count: usize, at: usize) -> Option<T> {
    if count == 0 {
        None
    } else {
        all.nth(at % count)
    }
}

fn element(portfolio: &Portfolio, at: usize) -> Option<ElementId> {
    nth(
        portfolio.elements().map(|it| it.id.clone()),
        portfolio.elements().count(),
        at,
    )
}

fn link(portfolio: &Portfolio, at: usize) -> Option<LinkId> {
    nth(
        portfolio.links().map(|it| it.id.clone()),
        portfolio.links().count(),
        at,
    )
}

const LINKS: [LinkKind; 8] = [
    LinkKind::Contribution,
    LinkKind::Because,
    LinkKind::PartOf,
    LinkKind::Measures,
    LinkKind::DependsOn,
    LinkKind::RestsOn,
    LinkKind::ConflictsWith,
    LinkKind::Cites,
];

fn map() -> CanvasId {
    CanvasId::new("map")
}

fn edit(gesture: &Gesture, portfolio: &Portfolio, serial: usize) -> Option<Edit> {
    let set = |at, patch| {
        Some(Edit::Set {
            element: element(portfolio, at)?,
            patch,
        })
    };
    let set_link = |at, patch| {
        Some(Edit::SetLink {
            link: link(portfolio, at)?,
            patch,
        })
    };
    match gesture.clone() {
        Gesture::Add(kind, title, here) => Some(Edit::AddElement {
            id: ElementId::new(format!("e{serial}")),
            kind: ElementKind::ALL[kind % ElementKind::ALL.len()],
            title,
            spot: here.then(|| Spot {
                canvas: map(),
                x: 10.0,
                y: 20.0,
            }),
        }),
        Gesture::Rename(at, title) => set(at, Patch::Title(title)),
        Gesture::Describe(at, text) => set(at, Patch::Description(text)),
        Gesture::Own(at, owner) => {
            let owner: Field<String> = owner.map(|known| match known {
                true => Maybe::Known("A. Person".to_owned()),
                false => Maybe::missing(Reason::Unknown, "tbd"),
            });
            set(at, Patch::Owner(owner))
        }
        Gesture::WriteWhy(at, text, proof) => {
            let proof = proof.and_then(|at| element(portfolio, at));
            set(
                at,
                Patch::Why(Box::new(Why {
                    text,
                    proof,
                    ..Why::default()
                })),
            )
        }
        Gesture::Weigh(at, weight) => set(at, Patch::Weight(Some(weight))),
        Gesture::Connect(from, to, kind) => Some(Edit::Connect {
            id: LinkId::new(format!("l{serial}")),
            from: element(portfolio, from)?,
            to: element(portfolio, to)?,
            kind: LINKS[kind % LINKS.len()],
        }),
        Gesture::Mechanism(at, text) => set_link(at, LinkPatch::Mechanism(text)),
        Gesture::Strength(at) => set_link(at, LinkPatch::Strength(Some(Strength::Strong))),
        Gesture::Dispute(at) => set_link(at, LinkPatch::State(LinkState::Disputed)),
        Gesture::Disconnect(at) => Some(Edit::Disconnect {
            links: vec![link(portfolio, at)?],
        }),
        Gesture::Move(at, x, y) => Some(Edit::Place {
            canvas: map(),
            moves: vec![Move {
                element: element(portfolio, at)?,
                x,
                y,
            }],
        }),
        Gesture::Tidy => Some(Edit::Tidy { canvas: map() }),
        Gesture::Remove(at) => Some(Edit::Remove {
            elements: vec![element(portfolio, at)?],
        }),
        Gesture::Title(title) => Some(Edit::SetTitle { title }),
        Gesture::Undo | Gesture::Redo => None,
    }
}

/// Plays gestures and hands back how many steps stand in the history.
fn play(workspace: &mut Workspace, gestures: &[Gesture]) {
    for (serial, gesture) in gestures.iter().enumerate() {
        let before = workspace.portfolio().clone();
        let done = match gesture {
            Gesture::Undo => workspace.undo().is_ok(),
            Gesture::Redo => workspace.redo().is_ok(),
            _ => match edit(gesture, &before, serial) {
                Some(edit) => workspace.apply(&[edit]).is_ok(),
                None => false,
            },
        };
        if !done {
            assert_eq!(*workspace.portfolio(), before, "a refusal changes nothing");
        }
    }
}

fn disk(workspace: &Workspace) -> Portfolio {
    let reader = Workspace::open(workspace.path(), Access::ReadOnly, Lang::En).unwrap();
    reader.portfolio().clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_is_the_start_redo_all_is_the_end_and_disk_is_memory(
        gestures in proptest::collection::vec(gestures(), 1..60)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("random.thru");
        let mut workspace = Workspace::create(&path, "Random", Lang::En).unwrap();
        let start = workspace.portfolio().clone();
        play(&mut workspace, &gestures);
        let end = workspace.portfolio().clone();
        prop_assert_eq!(&disk(&workspace), &end);

        workspace.close().unwrap();
        let mut workspace = Workspace::open(&path, Access::ReadWrite, Lang::En).unwrap();
        prop_assert_eq!(workspace.portfolio(), &end, "a restart loses nothing");

        let mut undone = 0;
        while workspace.undo().is_ok() {
            undone += 1;
        }
        prop_assert_eq!(workspace.portfolio(), &start);
        prop_assert_eq!(&disk(&workspace), &start);
        for _ in 0..undone {
            workspace.redo().unwrap();
        }
        prop_assert_eq!(workspace.portfolio(), &end);
        prop_assert_eq!(&disk(&workspace), &end);
    }
}

#[test]
fn a_new_step_drops_what_was_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::create(&folder.path().join("a.thru"), "A", Lang::En).unwrap();
    let add = |id: &str, title: &str| Edit::AddElement {
        id: ElementId::new(id),
        kind: ElementKind::Objective,
        title: title.to_owned(),
        spot: None,
    };
    workspace.apply(&[add("a", "First")]).unwrap();
    workspace.undo().unwrap();
    workspace.apply(&[add("b", "Second")]).unwrap();
    assert!(workspace.redo().is_err());
    let label = workspace.view().unwrap().steps.undo.unwrap();
    assert_eq!(
        (label.kind, label.title.as_str()),
        (Some(ElementKind::Objective), "Second")
    );
}

#[test]
fn undo_restores_removed_links_places_and_what_mentioned_the_element() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::create(&folder.path().join("a.thru"), "A", Lang::En).unwrap();
    let id = |name: &str| ElementId::new(name);
    let add = |name: &str, kind| Edit::AddElement {
        id: id(name),
        kind,
        title: name.to_owned(),
        spot: None,
    };
    workspace
        .apply(&[
            add("goal", ElementKind::Objective),
            add("work", ElementKind::Initiative),
            add("measure", ElementKind::Indicator),
            Edit::Connect {
                id: LinkId::new("l1"),
                from: id("work"),
                to: id("goal"),
                kind: LinkKind::Contribution,
            },
            Edit::Connect {
                id: LinkId::new("l2"),
                from: id("measure"),
                to: id("goal"),
                kind: LinkKind::Measures,
            },
            Edit::Set {
                element: id("work"),
                patch: Patch::Why(Box::new(Why {
                    text: "So that".into(),
                    proof: Some(id("measure")),
                    ..Why::default()
                })),
            },
        ])
        .unwrap();
    let full = workspace.portfolio().clone();
    workspace
        .apply(&[Edit::Remove {
            elements: vec![id("measure"), id("goal")],
        }])
        .unwrap();
    assert_eq!(workspace.portfolio().links().count(), 0);
    assert_eq!(
        workspace
            .portfolio()
            .element(&id("work"))
            .unwrap()
            .why
            .proof,
        None
    );
    workspace.undo().unwrap();
    assert_eq!(*workspace.portfolio(), full);
}
