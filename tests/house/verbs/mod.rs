//! Every verb in drawn cases: what it does to every record, what the step is called, and how it is refused.
//!
//! A case lists all that changed, so that what a verb must leave alone is held as well. Beside its lines each case
//! holds what is true of every step: it is taken back and done again exactly, look-ups agree with the records, and
//! what comes of it could be written as a document; a refusal leaves everything as it was, says so in both languages
//! and says what to do.

mod ends;
pub(crate) mod script;

use crate::told;
use portfolio::Error;
use portfolio::edit::{self, Edit, Label};
use portfolio::exchange::json;
use portfolio::fixture::draw;
use portfolio::model::{Diff, Portfolio};
use script::{Case, cases};

/// The portfolio of a case before its step.
pub(crate) fn before(case: &Case<'_>) -> Portfolio {
    let drawing = draw(&case.drawing).unwrap_or_else(|why| panic!("{}: {why}", case.name));
    let mut portfolio = drawing.portfolio();
    for given in &case.given {
        let done = edit::apply(&mut portfolio, std::slice::from_ref(given));
        assert!(done.is_ok(), "{}: given: {:?}", case.name, done.err());
    }
    portfolio
}

/// That look-ups agree with records, and that records hold together: the reader of documents refuses ids twice,
/// references to nothing and values that cannot be.
pub(crate) fn holds(portfolio: &Portfolio, name: &str) {
    let anew = Portfolio::from_records(portfolio.records());
    assert!(anew == *portfolio, "{name}: look-ups and records differ");
    let text = json::write(portfolio).unwrap();
    let read = json::read("case.json", text.as_bytes());
    assert!(read.is_ok(), "{name}: {}", read.unwrap_err().message.en);
}

fn done(case: &Case<'_>, start: &Portfolio, end: &Portfolio, diff: &Diff) -> Vec<String> {
    let name = case.name;
    holds(end, name);
    let mut back = end.clone();
    back.apply(&diff.inverse());
    assert!(back == *start, "{name}: not taken back");
    back.apply(diff);
    assert!(back == *end, "{name}: not done again");
    assert_eq!(
        told::diff(diff),
        told::diff(&Diff::between(start, end)),
        "{name}"
    );
    let mut lines = vec![told::label(&Label::of(&case.edits, start))];
    lines.extend(told::diff(diff));
    lines
}

fn refused(case: &Case<'_>, error: &Error) -> Vec<String> {
    let name = case.name;
    let (message, hint) = (&error.message, &error.hint);
    let en = message.en.strip_suffix(" Nothing was changed.");
    let fr = message.fr.strip_suffix(" Rien n’a été modifié.");
    let (Some(en), Some(fr)) = (en, fr) else {
        panic!("{name}: what was kept is not said: {message:?}");
    };
    assert_ne!(en, fr, "{name}: in one language only");
    assert_ne!(hint.en, hint.fr, "{name}: in one language only");
    let straight = |it: &&String| it.contains('\'');
    assert_eq!(
        [&message.fr, &hint.fr].iter().find(|it| straight(it)),
        None,
        "{name}"
    );
    vec![
        format!("! {} {en}", told::word(&error.code)),
        format!("? {}", hint.en),
        format!("!fr {fr}"),
        format!("?fr {}", hint.fr),
    ]
}

fn run(case: &Case<'_>) -> Result<(), String> {
    let start = before(case);
    let mut end = start.clone();
    let lines = match edit::apply(&mut end, &case.edits) {
        Ok(diff) => done(case, &start, &end, &diff),
        Err(error) => {
            assert!(end == start, "{}: a refusal changes nothing", case.name);
            let mut lines = refused(case, &error);
            // The code and its words always; the rest where the case says it.
            lines.retain(|it| {
                let mark = it.split(' ').next();
                mark == Some("!")
                    || case
                        .expected
                        .iter()
                        .any(|line| line.split(' ').next() == mark)
            });
            lines
        }
    };
    if lines == case.expected {
        return Ok(());
    }
    let (expected, got) = (case.expected.join("\n  "), lines.join("\n  "));
    Err(format!(
        "== {}\nexpected\n  {expected}\ngot\n  {got}\n",
        case.name
    ))
}

fn all(text: &str) {
    let cases = cases(text);
    assert!(!cases.is_empty());
    let wrong: Vec<String> = cases.iter().filter_map(|it| run(it).err()).collect();
    assert!(
        wrong.is_empty(),
        "{} cases\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// A test for each file of cases, named after what the file is about.
macro_rules! files {
    ($($name:ident: $file:literal),+ $(,)?) => {$(
        #[test]
        fn $name() {
            all(include_str!($file));
        }
    )+};
}

files! {
    elements_are_added_put_away_and_removed_with_what_hangs_on_them: "elements.cases",
    a_field_takes_what_its_kind_can_say_and_refuses_the_rest: "fields.cases",
    links_join_what_belongs_together_and_carry_what_is_claimed: "links.cases",
    two_elements_become_one_and_nothing_that_hung_on_either_is_lost: "merges.cases",
    one_element_becomes_several_and_amounts_stay_exact: "splits.cases",
    what_was_observed_stands_with_its_source: "evidence.cases",
    cards_stand_where_they_were_put: "maps.cases",
    canvases_are_made_and_notes_and_frames_lie_on_them: "canvases.cases",
    settings_accepted_findings_and_own_rules_say_what_can_be: "settings.cases",
    a_person_who_is_renamed_is_renamed_wherever_a_field_names_somebody: "people.cases",
}

#[test]
fn no_two_cases_are_called_the_same() {
    let folder = crate::sources::files("tests/house/verbs", &["cases"]);
    let mut names: Vec<&str> = folder
        .iter()
        .flat_map(|it| cases(&it.text))
        .map(|it| it.name)
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    let edits: Vec<Edit> = folder
        .iter()
        .flat_map(|it| cases(&it.text))
        .flat_map(|it| it.edits)
        .collect();
    let rolled: std::collections::BTreeSet<usize> = edits.iter().map(crate::rolls::verb).collect();
    let missing: Vec<usize> = (0..crate::rolls::VERBS)
        .filter(|it| !rolled.contains(it))
        .collect();
    assert!(
        missing.is_empty(),
        "verbs without a case, as numbered in `rolls`: {missing:?}"
    );
}
