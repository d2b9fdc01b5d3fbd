//! What is kept of an element when its single values are put aside: voices, claims, mentions, sources, names.

use super::*;

#[test]
fn a_track_tells_who_spoke_how_often_and_last() {
    let drawing = r#"
        as_of 2026-11-22
        source    pmo "Register"
        indicator k "K" baseline=40 target=20 every_days=30
        reading   k 2026-10-31 30 source=pmo
        reading   k 2026-09-30 31 source=pmo
        reading   k 2026-08-31 32 by=Ann
        reading   k 2026-07-31 33 by=" Ann "
        reading   k 2026-06-30 34
        reading   k 2026-12-31 20 source=pmo
        reading   k 2026-11-01 25 by=Bo nature=forecast
    "#;
    look(drawing, |ctx| {
        let track = ctx.track(number(ctx, "k"));
        let voices: Vec<String> = track
            .voices
            .iter()
            .map(|it| {
                let from = match &it.from {
                    Origin::Source(id) => id.to_string(),
                    Origin::Person(name) => name.clone(),
                    Origin::Nobody => "nobody".to_owned(),
                };
                format!("{from} {} {}", it.values, it.last)
            })
            .collect();
        assert_eq!(
            voices,
            [
                "pmo 2 2026-10-31",
                "Ann 2 2026-08-31",
                "nobody 1 2026-06-30"
            ]
        );
        assert_eq!(track.values(), 5);
        assert_eq!(
            (track.baseline, track.target, track.stale_after),
            (Some(40.0), Some(20.0), Some(55.0))
        );
        assert_eq!(track.first, Some(day("2026-06-30")));
        let latest = track.latest.as_ref().unwrap();
        assert_eq!((latest.period, latest.value), (day("2026-10-31"), 30.0));
    });
}

#[test]
fn what_is_no_indicator_has_an_empty_track() {
    look("objective o \"O\"", |ctx| {
        let track = ctx.track(number(ctx, "o"));
        assert_eq!(
            (track.values(), track.first, track.standing),
            (0, None, None)
        );
        assert!(track.latest.is_none());
    });
}

#[test]
fn figures_are_those_of_an_element_and_of_what_leads_to_it_but_not_of_work() {
    let drawing = r#"
        objective  o "O" proof=card
        outcome    c "C" -> o
        initiative i "I" -> c
        indicator  own  "Own" measures o
        indicator  both "Both" measures o measures c
        indicator  work "Of the work" measures i
        indicator  card "On the card"
    "#;
    look(drawing, |ctx| {
        let told: Vec<String> = ctx
            .figures(number(ctx, "o"))
            .map(|(k, at)| ids(ctx, &[k, at]))
            .collect();
        assert_eq!(told, ["both o", "own o", "card o", "both c"]);
        assert_eq!(ids(ctx, &ctx.measures(number(ctx, "both"))), "c o");
        assert_eq!(
            ids(ctx, &ctx.measured_by(number(ctx, "o"))),
            "both own",
            "the card names and does not measure"
        );
    });
}

#[test]
fn a_claim_says_which_indicator_it_moves_and_whether_there_is_a_way_to_go() {
    let drawing = r#"
        objective  o "O"
        change     c "C" -> o
        indicator  k "K" indicator_kind=outcome measures o
        indicator  l "L" indicator_kind=output measures o
        initiative i "I" -> c (expects=4 on=k) -> o (expects=-3)
        initiative j "J" -> o
        initiative p "P" ~> o (expects=5)
        initiative n "N" -> c (expects=6)
    "#;
    look(drawing, |ctx| {
        let claims = |id| {
            let all = ctx.claims(number(ctx, id));
            let told = all.iter().map(|it| {
                let through = it.through.map(|n| ids(ctx, &[n])).unwrap_or_default();
                format!("{} {} {through}", ids(ctx, &[it.indicator]), it.likely)
                    .trim_end()
                    .to_owned()
            });
            told.collect::<Vec<_>>()
        };
        assert_eq!(claims("i"), ["k 4 c", "k -3"]);
        assert!(claims("j").is_empty(), "it promises nothing");
        assert!(claims("p").is_empty(), "it is only proposed");
        assert!(claims("n").is_empty(), "nothing measures what receives it");
        for it in ctx.claims(number(ctx, "i")).iter() {
            assert_eq!(
                ctx.up(number(ctx, "i"))[it.step].to,
                it.through.unwrap_or(number(ctx, "o"))
            );
        }
    });
}

#[test]
fn an_indicator_is_mentioned_by_a_card_a_promise_a_conflict_and_a_decision() {
    let drawing = r#"
        objective  o "O" proof=k conflicts_with q (guard_rail=h)
        objective  q "Q"
        initiative i "I" -> o (expects=4 on=k) ~> q (expects=2 on=g)
        decision   d "D" cites q premises=r1
        indicator  k "K"
        indicator  g "G"
        indicator  h "H"
        indicator  lone "Lone"
        reading    k 2026-10-31 1 id=r1
    "#;
    look(drawing, |ctx| {
        let is = |id| ctx.is_mentioned(number(ctx, id));
        assert!(is("k") && is("g") && is("h"));
        assert!(!is("lone"));
    });
    let away = drawing.replace(
        "objective  o \"O\"",
        "objective o \"O\" archived=2026-10-01",
    );
    look(&away, |ctx| {
        let is = |id| ctx.is_mentioned(number(ctx, id));
        assert!(is("k"), "the decision still relies on it");
        assert!(
            is("g"),
            "the promise stands, also where it is only proposed"
        );
        let alone = |id| !is(id);
        assert!(alone("h"), "who named it was put away");
    });
}

#[test]
fn the_sources_of_an_element_are_those_that_know_report_or_measure_it() {
    let drawing = r#"
        as_of 2026-11-22
        source pmo "Register"
        source erp "Ledger"
        source dwh "Warehouse"
        initiative a "A" key=pmo:1
        initiative b "B"
        indicator  k "K" key=pmo:2
        status  a 2026-10-01 it green source=erp
        status  b 2026-10-01 it green
        reading k 2026-10-31 1 source=dwh
        reading k 2026-12-31 1 source=erp
        reading k 2026-09-30 1 by=Ann
    "#;
    look(drawing, |ctx| {
        assert_eq!(*ctx.sources_of(number(ctx, "a")), ["Ledger", "Register"]);
        assert!(ctx.sources_of(number(ctx, "b")).is_empty());
        assert_eq!(
            *ctx.sources_of(number(ctx, "k")),
            ["Register", "Warehouse"],
            "a value to come is none yet"
        );
    });
}

#[test]
fn a_name_is_its_telling_words() {
    look(
        "initiative i \"The Migration of the Systèmes d’accueil, phase 2\"",
        |ctx| {
            let name = ctx.name_of(number(ctx, "i"));
            assert!(
                name.contains("systeme") && name.contains("accueil"),
                "{name:?}"
            );
            assert!(!name.contains("the") && !name.contains("of"), "{name:?}");
        },
    );
}
