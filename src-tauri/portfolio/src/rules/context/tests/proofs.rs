//! What proves an element, where it stands by that, and how good the evidence is.

use super::*;
use crate::model::Grade;

/// Outcomes and objectives, each with indicators of a kind, and work below them.
const PROOFS: &str = r#"
    priority   care "Care" proof=card
    objective  wait "Wait" -> care
    outcome    calm "Calm" -> wait
    initiative desk "Desk" -> calm
    system     kios "Kiosks" -> desk
    indicator  mins "Minutes" indicator_kind=outcome measures wait
    indicator  mood "Mood" indicator_kind=impact measures calm
    indicator  used "Used" indicator_kind=adoption measures calm
    indicator  open "Nobody said" measures wait
    indicator  done "Desks built" indicator_kind=output measures desk
    indicator  hits "Hits" indicator_kind=outcome measures kios
    indicator  card "Named on the card" indicator_kind=outcome
"#;

#[test]
fn what_directs_is_proved_by_what_is_below_and_what_enables_by_what_is_above() {
    look(PROOFS, |ctx| {
        let proofs = |id| ids(ctx, &ctx.proofs(number(ctx, id)));
        assert_eq!(proofs("care"), "card mins mood");
        assert_eq!(proofs("wait"), "mins mood");
        assert_eq!(proofs("calm"), "mood", "an outcome proves itself");
        assert_eq!(proofs("desk"), "mood mins");
        assert_eq!(proofs("kios"), "hits mood mins");
    });
}

#[test]
fn the_indicators_of_an_element_are_those_that_measure_it_and_the_one_on_its_card() {
    look(PROOFS, |ctx| {
        let of = |id| ids(ctx, &ctx.indicators(number(ctx, id)));
        assert_eq!(of("care"), "card");
        assert_eq!(of("wait"), "mins open");
        assert_eq!(of("calm"), "mood used");
        assert_eq!(of("mins"), "");
    });
    // A card may name something that is no indicator, or one that measures the element anyway.
    look("objective o \"O\" proof=i\ninitiative i \"I\"", |ctx| {
        assert!(ctx.indicators(number(ctx, "o")).is_empty());
        assert!(ctx.series(number(ctx, "o")).is_none());
    });
    look(
        "objective o \"O\" proof=k\nindicator k \"K\" measures o",
        |ctx| {
            assert_eq!(ids(ctx, &ctx.indicators(number(ctx, "o"))), "k");
        },
    );
}

#[test]
fn an_element_stands_where_its_weakest_proof_stands() {
    let of = |good: &str, bad: &str| {
        let drawing = format!(
            r#"
            as_of 2026-07-02
            objective o "O"
            indicator a "A" indicator_kind=outcome baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31 every_days=30 measures o
            indicator b "B" indicator_kind=impact baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31 every_days=30 measures o
            {good}
            {bad}
            "#
        );
        look(&drawing, |ctx| ctx.standing_of(number(ctx, "o")))
    };
    assert_eq!(
        of("reading a 2026-07-02 30", "reading b 2026-07-02 34"),
        Some(Standing::AtRisk)
    );
    assert_eq!(
        of("reading a 2026-07-02 39", "reading b 2026-07-02 30"),
        Some(Standing::OffTrack)
    );
    // What has no fresh value is not asked.
    assert_eq!(
        of("reading a 2026-07-02 30", "reading b 2026-02-02 40"),
        Some(Standing::OnTrack)
    );
    assert_eq!(of("", ""), None);
}

#[test]
fn the_grade_of_a_value_follows_from_how_it_came_and_who_says_the_same() {
    let grade = |setup: &str, reading: &str| {
        let drawing = format!(
            "as_of 2026-11-22\nsource pmo \"Register\"\nsource erp \"Ledger\"\n{setup}\nreading k 2026-10-31 30 id=r {reading}"
        );
        look(&drawing, |ctx| {
            ctx.grade(ctx.reading(&ReadingId::new("r")).unwrap())
        })
    };
    let plain = "indicator k \"K\"";
    let defined = "indicator k \"K\" definition=\"Minutes from door to doctor\"";
    for (setup, reading, expected) in [
        (plain.to_owned(), "", Grade::Assertion),
        // Without a source nobody grades it higher than a judgement.
        (plain.to_owned(), "grade=judgement", Grade::Judgement),
        (plain.to_owned(), "grade=imported", Grade::Judgement),
        (plain.to_owned(), "grade=assertion", Grade::Assertion),
        (plain.to_owned(), "source=pmo", Grade::Judgement),
        (defined.to_owned(), "source=pmo", Grade::Manual),
        (
            defined.to_owned(),
            "source=pmo grade=judgement",
            Grade::Judgement,
        ),
        (
            format!("{plain}\nimport pmo 2026-11-02"),
            "source=pmo",
            Grade::Imported,
        ),
        (
            format!("{plain}\nimport pmo 2026-12-02"),
            "source=pmo",
            Grade::Judgement,
        ),
        (
            format!("{plain}\nimport erp 2026-11-02"),
            "source=pmo",
            Grade::Judgement,
        ),
        // A second source that says the same of the same period.
        (
            format!("{defined}\nreading k 2026-10-31 30.4 source=erp"),
            "source=pmo",
            Grade::Corroborated,
        ),
        (
            format!("{defined}\nreading k 2026-10-31 31 source=erp"),
            "source=pmo",
            Grade::Manual,
        ),
        (
            format!("{defined}\nreading k 2026-09-30 30 source=erp"),
            "source=pmo",
            Grade::Manual,
        ),
        (
            format!("{defined}\nreading k 2026-10-31 30 source=pmo"),
            "source=pmo",
            Grade::Manual,
        ),
        (
            format!("{defined}\nreading k 2026-10-31 30"),
            "source=pmo",
            Grade::Manual,
        ),
        (
            format!("{defined}\nreading k 2026-10-31 30 source=erp nature=forecast"),
            "source=pmo",
            Grade::Manual,
        ),
        // A judgement that is repeated is a judgement.
        (
            format!("{plain}\nreading k 2026-10-31 30 source=erp"),
            "source=pmo",
            Grade::Judgement,
        ),
    ] {
        assert_eq!(grade(&setup, reading), expected, "{setup} {reading}");
    }
}
