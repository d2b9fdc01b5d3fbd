//! What the ladder and the myths say of the sample, in both languages: a golden text that people can read.

use portfolio::edit::Edit;
use portfolio::ladder::{self, plain};
use portfolio::model::{Date, Lang};
use portfolio::workspace::Workspace;
use portfolio::{myths, workspace};
use std::path::Path;

fn told(lang: Lang) -> String {
    let sample = workspace::sample(lang).unwrap();
    let as_of = Date::from_ymd_opt(2026, 11, 20).unwrap();
    let score = ladder::of(&sample, as_of, lang);
    let mut text = format!("{}\n", plain(&score.sentence));
    if let Some(it) = score.measured {
        let [share, low, high] = [it.share, it.low, it.high].map(|it| it * 100.0);
        text.push_str(&format!("{share:.0} ({low:.0} to {high:.0})\n"));
    }
    for it in &score.objectives {
        let id = it.objective.id.as_str();
        let keeps = it.limiting().map_or("", |it| it.text.as_str());
        let (floor, ceiling) = (it.floor.number(), it.ceiling.number());
        text.push_str(&format!("{id} {floor}-{ceiling} {keeps}\n"));
    }
    for it in myths::of(&sample, as_of, lang).myths {
        let judgement = it.judgement;
        text.push_str(&format!("\n{}\n{judgement:?}\n{}\n", it.belief, it.says));
    }
    text
}

#[test]
fn the_sample_is_scored_and_judged_as_it_is_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/portfolios/hospital.score.txt");
    let told = format!("{}\n===\n\n{}", told(Lang::En), told(Lang::Fr));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    let wanted = std::fs::read_to_string(&path)
        .unwrap()
        .replace("\r\n", "\n");
    assert_eq!(told, wanted, "if it is meant so, run with UPDATE_DOCS=1");
}

#[test]
fn a_change_of_the_score_is_explained_as_far_back_as_the_history_reaches() {
    let folder = tempfile::tempdir().unwrap();
    let sample = workspace::sample(Lang::En).unwrap();
    let path = folder.path().join("a.thru");
    let mut workspace = Workspace::create_from(&path, &sample, Lang::En).unwrap();
    let today = workspace.as_of();
    let before = workspace.score_since(today).unwrap();
    assert!(before.begins.is_none() && before.change.is_none());
    let title = "Another title".to_owned();
    workspace.apply(&[Edit::SetTitle { title }]).unwrap();
    let now = workspace.score_since(today).unwrap();
    assert_eq!(now.begins, Some(today));
    assert!(now.change.unwrap().moves.is_empty());
    let yesterday = today.pred_opt().unwrap();
    assert!(workspace.score_since(yesterday).unwrap().change.is_none());
}
