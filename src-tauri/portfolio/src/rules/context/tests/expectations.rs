//! What contributions promise against what is left to do.

use super::*;
use crate::model::{Confidence, LinkId, Strength};

/// An objective whose indicator stands at 35 and is to be 20: 15 are left to fall.
fn clinic(rest: &str) -> String {
    format!(
        r#"
        as_of 2026-11-22
        objective wait "Wait"
        indicator mins "Minutes" indicator_kind=outcome direction=down baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31 measures wait
        reading   mins 2026-06-30 35
        {rest}
        "#
    )
}

fn balance<T>(rest: &str, ask: impl FnOnce(&Context<'_>, &Balance<'_>) -> T) -> T {
    look(&clinic(rest), |ctx| {
        let all = ctx.balances(number(ctx, "wait"));
        assert_eq!(all.len(), 1);
        ask(ctx, &all[0])
    })
}

/// The likely sum, and the ways on which nobody says anything.
fn told(rest: &str) -> (f64, String) {
    balance(rest, |ctx, it| {
        let silent: Vec<usize> = it.silent.iter().map(|step| step.to).collect();
        let sum = it.promises.iter().map(|it| it.expected.likely).sum();
        (sum, ids(ctx, &silent))
    })
}

fn told_as(rest: &str, sum: f64, silent: &str) {
    assert_eq!(told(rest), (sum, silent.to_owned()), "{rest}");
}

#[test]
fn an_estimate_keeps_its_ends_in_order_also_when_it_is_turned_round() {
    let it = Estimate {
        low: -15.0,
        likely: -12.0,
        high: -8.0,
    };
    let turned = it.times(-0.5);
    assert_eq!((turned.low, turned.likely, turned.high), (4.0, 6.0, 7.5));
    let sum = it.plus(Estimate {
        low: 1.0,
        likely: 2.0,
        high: 3.0,
    });
    assert_eq!((sum.low, sum.likely, sum.high), (-14.0, -10.0, -5.0));
}

#[test]
fn what_is_expected_counts_by_how_sure_people_are() {
    for (word, weight) in [
        (Confidence::Guess, 0.1),
        (Confidence::Doubtful, 0.3),
        (Confidence::Plausible, 0.5),
        (Confidence::Likely, 0.7),
        (Confidence::Certain, 0.9),
    ] {
        let name = serde_json::to_value(word).unwrap();
        let rest = format!(
            "initiative i \"I\" state=active -> wait (expects=-20..-10..-5 confidence={})",
            name.as_str().unwrap()
        );
        balance(&rest, |ctx, it| {
            assert!(near(ctx.confidence(word), weight));
            let sum = it.sum();
            assert!(
                near(sum.likely, -10.0 * weight)
                    && near(sum.low, -20.0 * weight)
                    && near(sum.high, -5.0 * weight)
            );
            assert!(near(it.share().unwrap().likely, 10.0 * weight / 15.0));
        });
    }
}

#[test]
fn a_portfolio_sets_its_own_scales() {
    look(
        "setting D204.confidence_likely=0.6 D204.strength_weak=0.3",
        |ctx| {
            assert!(near(ctx.confidence(Confidence::Likely), 0.6));
            assert!(near(ctx.confidence(Confidence::Certain), 0.9));
            assert!(near(ctx.strength(Strength::Weak), 0.3));
            assert!(near(ctx.strength(Strength::Decisive), 1.0));
            assert!(near(ctx.strength(Strength::Marginal), 0.1));
        },
    );
}

#[test]
fn what_is_left_is_the_way_from_the_latest_value_to_the_target() {
    balance("", |_, it| {
        assert_eq!(
            (it.last, it.target, it.left(), it.reached),
            (Some(35.0), Some(20.0), Some(-15.0), false)
        );
        assert_eq!(
            it.covers(0.0),
            Some(true),
            "nothing promised covers nothing asked for"
        );
        assert_eq!(it.covers(0.1), Some(false));
    });
}

#[test]
fn a_target_is_reached_from_its_own_side_and_then_nothing_is_left() {
    for (direction, baseline, last, reached) in [
        ("down", "40", "20", true),
        ("down", "40", "20.01", false),
        ("up", "10", "20", true),
        ("up", "10", "19.99", false),
        // Where nobody says which way is up, the baseline tells.
        ("unknown:?", "40", "19", true),
        ("unknown:?", "10", "19", false),
        ("unknown:?", "10", "21", true),
    ] {
        let drawing = format!(
            r#"
            objective o "O"
            indicator k "K" indicator_kind=outcome direction={direction} baseline={baseline} target=20 measures o
            reading   k 2026-06-30 {last}
            initiative i "I" state=active -> o (expects=5)
            "#
        );
        look(&drawing, |ctx| {
            let it = &ctx.balances(number(ctx, "o"))[0];
            assert_eq!(it.reached, reached, "{direction} {baseline} {last}");
            assert_eq!(
                it.promises.is_empty(),
                reached,
                "what is promised beyond it is not looked for"
            );
            if reached {
                assert!(near(it.share().unwrap().likely, 1.0));
                assert_eq!(it.covers(2.0), Some(true));
            }
        });
    }
}

#[test]
fn an_indicator_that_is_to_hold_or_proves_no_outcome_has_no_balance() {
    for fields in [
        "indicator_kind=outcome direction=hold baseline=1 target=1",
        "indicator_kind=output direction=up baseline=1 target=2",
        "baseline=1 target=2",
    ] {
        let drawing = format!("objective o \"O\"\nindicator k \"K\" {fields} measures o");
        look(&drawing, |ctx| {
            assert!(ctx.balances(number(ctx, "o")).is_empty(), "{fields}")
        });
    }
    look(
        "objective o \"O\"\nindicator k \"K\" indicator_kind=outcome direction=up measures o",
        |ctx| {
            let it = &ctx.balances(number(ctx, "o"))[0];
            assert_eq!((it.left(), it.share(), it.reached), (None, None, false));
            assert_eq!(it.covers(0.5), None);
        },
    );
}

#[test]
fn an_objective_without_an_indicator_of_its_own_answers_for_its_outcomes_once_each() {
    let drawing = r#"
        objective o "O"
        outcome   a "A" -> o
        outcome   b "B" -> o
        change    c "C" -> o
        outcome   d "D" -> c
        indicator k "K" indicator_kind=outcome target=2 baseline=1 measures a measures b
        indicator l "L" indicator_kind=impact target=2 baseline=1 measures b
        indicator m "M" indicator_kind=outcome target=2 baseline=1 measures d
    "#;
    look(drawing, |ctx| {
        let all: Vec<usize> = ctx
            .balances(number(ctx, "o"))
            .iter()
            .map(|it| it.indicator)
            .collect();
        assert_eq!(ids(ctx, &all), "k l", "straight ones only");
        assert!(ctx.balances_at(number(ctx, "o")).is_empty());
    });
}

#[test]
fn only_work_that_is_open_or_was_delivered_after_the_latest_value_still_counts() {
    for (fields, counts) in [
        ("state=active", true),
        ("", true),
        ("state=idea", false),
        ("state=stopped", false),
        ("state=delivered", false),
        ("delivered_on=2026-06-30 state=delivered", false),
        ("delivered_on=2026-07-01 state=delivered", true),
    ] {
        let rest = format!("initiative i \"I\" {fields} -> wait (expects=-5)");
        told_as(&rest, if counts { -5.0 } else { 0.0 }, "");
    }
    // An effect that takes a while shows later than its work.
    let lag = |days: u32| {
        format!(
            "initiative i \"I\" state=delivered delivered_on=2026-06-01 -> wait (expects=-5 lag={days})"
        )
    };
    told_as(&lag(29), 0.0, "");
    told_as(&lag(30), -5.0, "");
}

#[test]
fn whoever_says_nothing_of_how_far_it_moves_the_indicator_is_named() {
    told_as(
        "initiative a \"A\" state=active -> wait (expects=-5)\ninitiative b \"B\" state=active -> wait",
        -5.0,
        "b",
    );
    told_as("initiative a \"A\" state=idea -> wait", 0.0, "");
    // On a way of several steps the first step is named, and not each initiative below it.
    told_as(
        "outcome calm \"Calm\" -> wait\ninitiative a \"A\" state=active -> calm\ninitiative b \"B\" state=active -> calm",
        0.0,
        "calm",
    );
    // Where one of them speaks, the others are named by themselves.
    told_as(
        "outcome calm \"Calm\" -> wait\ninitiative a \"A\" state=active -> calm (expects=-8 on=mins)\ninitiative b \"B\" state=active -> calm",
        -8.0,
        "b",
    );
    // A promise on the way speaks for those below it.
    told_as(
        "outcome calm \"Calm\" -> wait (expects=-8)\ninitiative a \"A\" state=active -> calm",
        -8.0,
        "",
    );
    // A promise without work below it is none.
    told_as("outcome calm \"Calm\" -> wait (expects=-8)", 0.0, "");
}

#[test]
fn a_programme_and_its_parts_speak_of_the_same_movement_once() {
    told_as(
        "initiative shop \"Shop\" state=active -> wait (expects=-9)\ninitiative part \"Part\" state=active part_of shop -> wait (expects=-4)",
        -9.0,
        "",
    );
    told_as(
        "initiative shop \"Shop\" state=active -> wait\ninitiative part \"Part\" state=active part_of shop -> wait (expects=-4)",
        -4.0,
        "",
    );
}

#[test]
fn a_promise_is_for_the_indicator_that_it_names_or_that_can_only_be_meant() {
    let drawing = |bracket: &str, extra: &str| {
        format!(
            r#"
            objective o "O"
            indicator k "K" indicator_kind=outcome baseline=1 target=9 measures o
            {extra}
            initiative i "I" state=active -> o ({bracket})
            "#
        )
    };
    let moved = |bracket: &str, extra: &str| {
        look(&drawing(bracket, extra), |ctx| {
            let link = ctx
                .links_to(number(ctx, "o"))
                .find(|it| it.id == LinkId::new("i..o"))
                .unwrap();
            ctx.moved_by(link).map(|n| ids(ctx, &[n]))
        })
    };
    let second = "indicator l \"L\" indicator_kind=impact baseline=1 target=9 measures o";
    let output = "indicator l \"L\" indicator_kind=output baseline=1 target=9 measures o";
    assert_eq!(moved("expects=3", "").as_deref(), Some("k"));
    assert_eq!(moved("expects=3", second), None, "two could be meant");
    assert_eq!(moved("expects=3 on=l", second).as_deref(), Some("l"));
    assert_eq!(
        moved("expects=3", output).as_deref(),
        Some("k"),
        "the only one that proves"
    );
    assert_eq!(moved("expects=3 on=l", output).as_deref(), Some("l"));
    assert_eq!(moved("mechanism=x", ""), None, "nothing is expected");
}

#[test]
fn all_is_told_only_when_nobody_is_silent_and_everybody_is_sure_of_something() {
    let told = |rest: &str| balance(rest, |_, it| (it.is_told(), it.covers(0.5)));
    let sure = "initiative a \"A\" state=active -> wait (expects=-9 confidence=certain)";
    assert_eq!(told(sure), (true, Some(true)));
    let weak = "initiative a \"A\" state=active -> wait (expects=-5 confidence=certain)";
    assert_eq!(told(weak), (true, Some(false)));
    // What is enough already stays enough whatever the silent ones would add.
    let quiet = "initiative b \"B\" state=active -> wait";
    assert_eq!(told(&format!("{sure}\n{quiet}")), (false, Some(true)));
    assert_eq!(told(&format!("{weak}\n{quiet}")), (false, None));
    let unsure = "initiative b \"B\" state=active -> wait (expects=-99)";
    assert_eq!(
        told(&format!("{weak}\n{unsure}")),
        (false, None),
        "nobody says how sure it is"
    );
    // Exactly half: 8.333… of 15 times 0.9 is covered.
    assert_eq!(
        told(
            "initiative a \"A\" state=active -> wait (expects=-7.5 confidence=certain)\nsetting D204.confidence_certain=1"
        ),
        (true, Some(true))
    );
}

#[test]
fn straight_promises_are_those_on_links_to_the_goal_itself() {
    let rest = r#"
        outcome    calm "Calm" -> wait
        initiative a "A" state=active -> wait (expects=-5 confidence=likely)
        initiative b "B" state=active -> calm (expects=-4 on=mins)
        initiative c "C" state=stopped -> wait (expects=-3)
        initiative d "D" state=active ~> wait (expects=-2)
    "#;
    look(&clinic(rest), |ctx| {
        let straight = ctx.promises_straight(number(ctx, "wait"), number(ctx, "mins"));
        let from: Vec<usize> = straight.iter().map(|it| it.from).collect();
        assert_eq!(ids(ctx, &from), "a");
        assert!(near(straight[0].weighted.unwrap().likely, -3.5));
        let balances = ctx.balances_at(number(ctx, "wait"));
        let mut from: Vec<usize> = balances[0].promises.iter().map(|it| it.from).collect();
        from.sort_unstable();
        assert_eq!(ids(ctx, &from), "a b");
    });
}
