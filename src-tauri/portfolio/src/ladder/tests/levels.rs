//! One portfolio climbs the ladder; take one thing away, and it stands where that was needed.

use super::{of, scored, stands};
use crate::ladder::{Need, Rung};

/// An objective that is sustained. Each line can be changed by a test.
const BEST: &str = r#"
as_of 2026-11-22
source     reg  "Register"
import     reg  2026-11-02
driver     age  "Twice as many patients over 80"
objective  wait "Wait under 20 minutes" weight=30 owner="A. Rey" why="People leave unseen"
outcome    early "Arrivals are spread" owner="B. Sole" -> wait (mechanism="Fewer come at once" by="A. Rey" strength=decisive confidence=certain)
initiative desk "Check-in desks" state=delivered delivered_on=2025-06-30 budget="400 k EUR" owner="C. Dot" -> early (mechanism="People book" by="B. Sole" strength=strong confidence=likely lag=30)
initiative app  "Booking app" state=active budget="100 k EUR" owner="C. Dot" -> early (mechanism="People book" by="B. Sole" strength=strong confidence=certain expects=-20..-15..-10 on=min)
indicator  min  "Minutes waited" indicator_kind=outcome unit=min direction=down every_days=30 definition="Door to doctor" baseline=60 baseline_on=2025-01-01 target=30 target_on=2027-01-01 measures wait
reading    min 2026-07-31 39 source=reg
reading    min 2026-08-31 38 source=reg
reading    min 2026-09-30 38 source=reg
reading    min 2026-10-31 32 source=reg
"#;

/// The best with something put in another's place; both must be there.
fn but(from: &str, to: &str) -> String {
    assert!(BEST.contains(from), "{from} is not drawn");
    BEST.replace(from, to)
}

fn keeps(text: &str, level: Rung, limit: Need) {
    assert_eq!(stands(text), (Some(level), Some(limit)));
}

fn leaves_open(text: &str, limit: Need) {
    assert_eq!(stands(text), (None, Some(limit)));
}

#[test]
fn everything_in_place_is_sustained() {
    let score = scored(BEST);
    let it = of(&score, "wait");
    assert_eq!(it.level, Some(Rung::Sustained), "{:#?}", it.limiting());
}
