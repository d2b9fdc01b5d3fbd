//! Two languages: what is told changes with the one that is chosen, what is written in the file never does.

use super::{Desk, next_day, opened, remove, rename};
use portfolio::model::Lang;
use portfolio::rules::Finding;
use portfolio::store::Access;
use portfolio::workspace::{self, Workspace};

fn words(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|it| it.message.clone()).collect()
}

#[test]
fn findings_are_told_in_the_language_that_is_chosen_and_are_the_same_findings() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    workspace.apply(&[remove("mins")]).unwrap();
    let en = workspace.findings();
    workspace.set_lang(Lang::Fr);
    let fr = workspace.findings();
    assert!(!en.is_empty());
    let told = |all: &[Finding]| {
        let mut told: Vec<_> = all
            .iter()
            .map(|it| (it.code.clone(), it.subject.as_ref().map(|it| it.id.clone())))
            .collect();
        told.sort();
        told
    };
    assert_eq!(told(&en), told(&fr));
    assert!(words(&en).iter().all(|it| !words(&fr).contains(it)));
    workspace.set_lang(Lang::En);
    assert_eq!(words(&workspace.findings()), words(&en));
}

#[test]
fn after_a_change_of_language_a_step_tells_its_findings_in_the_new_one() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    drop(workspace.findings());
    workspace.set_lang(Lang::Fr);
    workspace.apply(&[remove("wait")]).unwrap();
    let said = words(&workspace.findings());
    let mut fresh = next_day(workspace);
    assert_ne!(
        words(&fresh.findings()),
        said,
        "the next day begins in English"
    );
    fresh.set_lang(Lang::Fr);
    assert_eq!(words(&fresh.findings()), said);
}

#[test]
fn the_history_is_kept_without_words_so_that_both_languages_can_tell_it() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    workspace.set_lang(Lang::Fr);
    workspace.apply(&[rename("desk", "Guichets")]).unwrap();
    let there = workspace.history(None, 9).unwrap();
    let workspace = next_day(workspace);
    assert_eq!(workspace.history(None, 9).unwrap(), there);
    let written = serde_json::to_string(&there[0].label).unwrap();
    assert!(
        written.contains("\"rename\"") && written.contains("\"initiative\""),
        "{written}"
    );
}

#[test]
fn a_new_portfolio_calls_its_map_in_the_language_of_whoever_made_it_for_good() {
    let desk = Desk::new();
    for (lang, name, title) in [
        (Lang::En, "en.thru", "Strategy map"),
        (Lang::Fr, "fr.thru", "Carte stratégique"),
    ] {
        let workspace = Workspace::create(&desk.path(name), "Clinic", lang).unwrap();
        let path = workspace.path().to_owned();
        workspace.close().unwrap();
        for reader in [Lang::En, Lang::Fr] {
            let workspace = Workspace::open(&path, Access::ReadOnly, reader).unwrap();
            assert_eq!(
                workspace.portfolio().canvases().next().unwrap().title,
                title
            );
        }
    }
}

#[test]
fn why_a_file_can_only_be_read_is_told_in_the_language_that_is_chosen() {
    let desk = Desk::new();
    let path = desk.clinic().path().to_owned();
    let mut reader = Workspace::open(&path, Access::ReadOnly, Lang::En).unwrap();
    assert!(
        reader
            .view()
            .unwrap()
            .read_only
            .unwrap()
            .contains("open for reading")
    );
    reader.set_lang(Lang::Fr);
    assert!(
        reader
            .view()
            .unwrap()
            .read_only
            .unwrap()
            .contains("ouvert en lecture")
    );
    assert!(opened(&path).view().unwrap().read_only.is_none());
}

#[test]
fn copies_are_named_in_the_language_that_is_chosen() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let name = |workspace: &Workspace| {
        let path = workspace.copy_path();
        path.file_name().unwrap().to_string_lossy().into_owned()
    };
    assert!(
        name(&workspace).starts_with("a (copy, "),
        "{}",
        name(&workspace)
    );
    workspace.set_lang(Lang::Fr);
    assert!(
        name(&workspace).starts_with("a (copie, "),
        "{}",
        name(&workspace)
    );
}

#[test]
fn the_sample_is_one_story_in_two_languages_with_the_same_elements_and_links() {
    let [en, fr] = [Lang::En, Lang::Fr].map(|it| workspace::sample(it).unwrap());
    let ids = |it: &portfolio::model::Portfolio| -> Vec<(portfolio::model::Noun, String)> {
        it.records()
            .iter()
            .map(|it| (it.noun(), it.id().to_string()))
            .collect()
    };
    assert_eq!(ids(&en), ids(&fr));
    let titles = |it: &portfolio::model::Portfolio| -> Vec<String> {
        it.elements().map(|it| it.title.clone()).collect()
    };
    let same = titles(&en)
        .into_iter()
        .zip(titles(&fr))
        .filter(|(en, fr)| en == fr)
        .count();
    assert!(
        same * 4 < en.elements().count(),
        "{same} titles are not translated"
    );
}
