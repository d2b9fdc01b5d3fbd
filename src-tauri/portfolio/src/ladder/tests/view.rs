//! What a window is sent stays small, and says of every objective what keeps it where it is.

use super::scored;
use crate::ladder::Rung;

#[test]
fn two_thousand_objectives_are_told_in_little_and_each_says_what_keeps_it() {
    let score = scored(
        "2000x objective o \"An objective with a title as long as they are\" weight=1 owner=\"A. Rey\" why=\"Patients wait\"\n\
         objective first \"The heaviest\" weight=9 owner=\"A. Rey\" why=\"Patients wait\"\n\
         2000x initiative i \"Work\" state=active budget=\"1 M EUR\" owner=\"B. Sole\" -> o1 (mechanism=\"m\" by=\"A. Rey\")",
    );
    let view = score.view();
    assert_eq!(view.objectives.len(), 2001);
    assert_eq!(view.objectives[0].objective.id.as_str(), "first");
    for it in &view.objectives {
        assert!(it.floor == Rung::Sustained || !it.keeps.is_empty() && !it.lift.is_empty());
    }
    assert!(view.objectives.iter().filter(|it| !it.cut).count() <= 200);
    let bytes = serde_json::to_vec(&view).unwrap().len();
    assert!(bytes < 2_000_000, "{bytes}");
}
