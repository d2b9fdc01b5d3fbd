//! Sums of money and weight: what counts, once, and never across currencies.

use super::*;
use crate::model::{Currency, Money};
use rust_decimal::Decimal;

fn budgets(drawing: &str) -> String {
    look(drawing, |ctx| {
        let all = ctx
            .active_budget()
            .map(|(name, sum)| format!("{sum} {name}"));
        all.collect::<Vec<_>>().join(", ")
    })
}

fn large(drawing: &str, id: &str) -> bool {
    look(drawing, |ctx| ctx.is_large(ctx.element(number(ctx, id))))
}

#[test]
fn only_open_work_counts_and_each_currency_by_itself() {
    assert_eq!(
        budgets(
            r#"
            initiative a "A" state=active budget="100 EUR"
            initiative b "B" state=planned budget="20 EUR"
            initiative c "C" state=paused budget="3 EUR"
            initiative d "Nobody said" budget="0.5 EUR"
            initiative e "E" state=unknown:tbd budget="0.25 EUR"
            initiative f "F" state=idea budget="1000 EUR"
            initiative g "G" state=delivered budget="1000 EUR"
            initiative h "H" state=stopped budget="1000 EUR"
            initiative i "I" state=active budget=withheld:nfp
            initiative j "J" state=active budget="0 EUR"
            initiative k "K" state=active budget="-7 EUR"
            initiative l "L" state=active budget="9 USD"
            initiative m "M" state=active budget="8 $"
            initiative n "N" state=active budget="1000 EUR" archived=2026-10-01
            "#
        ),
        "8 $, 123.75 EUR, 9 USD"
    );
}

#[test]
fn a_part_inside_a_budgeted_whole_is_counted_once() {
    let of = |whole: &str| {
        budgets(&format!(
            r#"
            initiative shop "Programme" {whole}
            initiative part "Part" state=active budget="40 EUR" part_of shop
            initiative bit  "Part of the part" state=active budget="5 EUR" part_of part
            "#
        ))
    };
    assert_eq!(of(r#"state=active budget="100 EUR""#), "100 EUR");
    assert_eq!(of("state=active"), "40 EUR");
    // Whatever its currency, the whole holds the part already.
    assert_eq!(of(r#"state=active budget="100 USD""#), "100 USD");
    // Whether the whole is still open does not matter for that.
    assert_eq!(of(r#"state=delivered budget="100 EUR""#), "");
}

#[test]
fn a_tenth_is_large_and_a_hair_less_is_not() {
    let rest = |line: &str| -> String {
        let many = (0..18).map(|n| line.replace('#', &n.to_string()));
        many.collect::<Vec<_>>().join("\n")
    };
    let drawing = |mine: &str| {
        let rest = rest("initiative r# \"Rest #\" state=active budget=\"50 EUR\"");
        format!("{rest}\ninitiative i \"Mine\" state=active budget=\"{mine} EUR\"")
    };
    assert!(large(&drawing("100"), "i"));
    assert!(!large(&drawing("99.99"), "i"));
    let weights = |mine: &str| {
        let rest = rest("objective r# \"Rest #\" weight=5");
        format!("{rest}\nobjective o \"Mine\" weight={mine}")
    };
    assert!(large(&weights("10"), "o"));
    assert!(!large(&weights("9.99"), "o"));
}

#[test]
fn what_carries_no_more_than_its_equals_is_not_large() {
    let shares = |mine: &str| {
        format!(
            "objective a \"A\" weight=50\nobjective b \"B\" weight=50\nobjective o \"Mine\" weight={mine}"
        )
    };
    assert!(!large(&shares("50"), "o"), "a third like the others");
    assert!(!large(&shares("99"), "o"), "a hair below half");
    assert!(large(&shares("100"), "o"), "one and a half thirds");
}

#[test]
fn what_has_no_weight_or_no_open_budget_is_never_large() {
    let drawing = r#"
        objective  a "A"
        objective  b "B" weight=0
        objective  c "C" weight=unknown:tbd
        objective  d "D" weight=-5
        initiative e "E" state=delivered budget="1000 EUR"
        initiative f "F" state=idea budget="1000 EUR"
        initiative g "G" state=active
        initiative h "H" state=active budget="0 EUR"
        priority   p "P" rank=1
    "#;
    for id in ["a", "b", "c", "d", "e", "f", "g", "h", "p"] {
        assert!(!large(drawing, id), "{id}");
    }
    // One alone carries everything, and no more than its equals.
    let alone = "initiative i \"Alone\" state=active budget=\"1 EUR\"";
    assert!(!large(alone, "i"));
}

#[test]
fn a_share_is_that_of_the_own_currency() {
    let drawing = r#"
        initiative a "A" state=active budget="25 EUR"
        initiative b "B" state=active budget="75 EUR"
        initiative c "C" state=active budget="1 USD"
        initiative d "D" state=delivered budget="50 EUR"
    "#;
    look(drawing, |ctx| {
        let share = |id| ctx.active_share(number(ctx, id));
        assert_eq!(share("a"), Some(0.25));
        assert_eq!(share("c"), Some(1.0));
        assert_eq!(share("d"), None, "it is not active");
        let foreign = Money {
            amount: Decimal::ONE,
            currency: Currency::parse("SEK").unwrap(),
        };
        assert_eq!(ctx.budget_share(&foreign), None, "nothing to divide by");
    });
}

#[test]
fn points_are_added_up_and_what_is_missing_adds_nothing() {
    let drawing = r#"
        objective a "A" weight=12.5
        objective b "B" weight=30
        objective c "C" weight=unknown:tbd
        objective d "D"
        objective e "E" weight=99 archived=2026-10-01
    "#;
    look(drawing, |ctx| assert!(near(ctx.strategic_weight(), 42.5)));
    look("priority p \"P\" rank=1", |ctx| {
        assert!(near(ctx.strategic_weight(), 0.0))
    });
}

#[test]
fn an_amount_is_worth_something_elsewhere_only_by_a_declared_rate_in_either_direction() {
    look(
        "setting rate=\"USD EUR 0.8\" rate=\"GBP EUR 1.25\"",
        |ctx| {
            let money = |amount: i64, code| Money {
                amount: Decimal::from(amount),
                currency: Currency::parse(code).unwrap(),
            };
            let worth = |it: &Money, code| {
                ctx.worth_in(it, &Currency::parse(code).unwrap())
                    .map(|it| it.normalize().to_string())
            };
            assert_eq!(worth(&money(100, "EUR"), "EUR").as_deref(), Some("100"));
            assert_eq!(worth(&money(100, "USD"), "EUR").as_deref(), Some("80"));
            assert_eq!(worth(&money(100, "EUR"), "USD").as_deref(), Some("125"));
            assert_eq!(worth(&money(100, "EUR"), "GBP").as_deref(), Some("80"));
            // Two rates are never chained, and a bare sign is no currency that a rate names.
            assert_eq!(worth(&money(100, "USD"), "GBP"), None);
            assert_eq!(worth(&money(100, "$"), "EUR"), None);
            assert_eq!(
                worth(
                    &Money {
                        amount: Decimal::MAX,
                        currency: Currency::parse("GBP").unwrap()
                    },
                    "EUR"
                ),
                None,
                "too large to be held"
            );
        },
    );
}
