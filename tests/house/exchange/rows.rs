//! What becomes of the cells of a row: lists, several columns of one meaning, words that mean two things, likeness of names.

use portfolio::exchange::{Mapping, Role, Row, preview, read_rows};
use portfolio::model::Lang;
use serde_json::Value;

fn rows(text: &str) -> Vec<Row> {
    read_rows(text.as_bytes(), "list.csv", &Mapping::default())
        .unwrap()
        .rows
}

fn of(row: &Row, field: &str) -> Value {
    serde_json::to_value(row).unwrap()[field].clone()
}

#[test]
fn a_list_in_one_cell_is_taken_apart_where_it_is_one() {
    for (cell, tags) in [
        ("noise", &["noise"][..]),
        ("noise; roads", &["noise", "roads"]),
        ("noise | roads", &["noise", "roads"]),
        ("\"noise\nroads\"", &["noise", "roads"]),
        ("\"- noise\n• roads\n* air\"", &["noise", "roads", "air"]),
        ("\"noise, roads\"", &["noise", "roads"]),
        // Commas inside of phrases are no separators of short words.
        (
            "\"All that makes noise at night, and by day\"",
            &["All that makes noise at night, and by day"],
        ),
        ("noise;;  ; roads ;", &["noise", "roads"]),
        ("n/a", &[]),
        ("noise; tbd", &["noise"]),
    ] {
        let found = rows(&format!(
            "Project,Owner,Tags\nTide display,Ana Ortiz,{cell}\nPier gates,Ben Cole,other\n"
        ));
        assert_eq!(found[0].tags, tags, "{cell}");
    }
}

#[test]
fn objectives_are_proposed_one_by_one_and_each_once() {
    let found = rows(
        "Project,Owner,Strategic objective\n\
         Tide display,Ana Ortiz,Fewer waits; Clean air\n\
         Pier gates,Ben Cole,\"Fewer waits\nfewer waits\nFEWER WAITS!\"\n\
         Night boat,Cy Dunn,\"Clean air, fewer waits and all that goes with it\"\n\
         Slipway,Dee Eads,tbd\n",
    );
    let targets: Vec<usize> = found.iter().map(|it| it.contributes_to.len()).collect();
    assert_eq!(targets, [2, 1, 1, 0]);
    assert_eq!(found[1].contributes_to, ["Fewer waits"]);
}

#[test]
fn the_words_behind_a_state_and_a_category_are_kept_beside_them() {
    let found = rows(
        "Project,Phase,Category\nTide display,3 - In progress,Regulatory\nPier gates,On hold,BAU\nNight boat,Closed,Strategic\n",
    );
    assert_eq!(of(&found[0], "state")["known"], "active");
    assert_eq!(of(&found[0], "category")["known"], "mandatory");
    let extra = [("Phase", "3 - In progress"), ("Category", "Regulatory")];
    assert_eq!(
        found[0].extra,
        extra.map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert_eq!(of(&found[1], "state")["known"], "paused");
}

#[test]
fn a_status_column_tells_colours_or_progress_and_done_among_colours_is_a_state() {
    let colours = rows(
        "Project,Owner,Status\nTide display,Ana Ortiz,Green\nPier gates,Ben Cole,Red\nNight boat,Cy Dunn,Amber\nSlipway,Dee Eads,Done\n",
    );
    assert_eq!(colours[0].ratings.len(), 1);
    assert_eq!(of(&colours[3], "state")["known"], "delivered");
    assert_eq!(
        (
            colours[3].ratings[0].status,
            colours[3].ratings[0].said.as_str()
        ),
        (None, "Done")
    );
    let progress = rows(
        "Project,Owner,Status\nTide display,Ana Ortiz,In progress\nPier gates,Ben Cole,Done\nNight boat,Cy Dunn,On hold\n",
    );
    assert!(progress.iter().all(|it| it.ratings.is_empty()));
    let states: Vec<Value> = progress
        .iter()
        .map(|it| of(it, "state")["known"].clone())
        .collect();
    assert_eq!(states, ["active", "delivered", "paused"]);
    // Where both columns are there, a state among the colours changes nothing about the state.
    let both = rows(
        "Project,Phase,RAG\nTide display,Build,Done\nPier gates,Closed,Green\nNight boat,Build,Red\nSlipway,Build,Amber\n",
    );
    assert_eq!(of(&both[0], "state")["known"], "active");
}

#[test]
fn the_two_sides_rate_apart() {
    let found = rows(
        "Project,IT status,Business status\nTide display,Green,Red\nPier gates,Amber,Amber\nNight boat,Red,Green\n",
    );
    let told: Vec<String> = found[0]
        .ratings
        .iter()
        .map(|it| format!("{:?} {}", it.lens, it.said))
        .collect();
    assert_eq!(told, ["It Green", "Business Red"]);
}

#[test]
fn the_second_of_two_names_is_kept_under_its_own_number() {
    let found = rows(
        "Project,Owner,Comments,Comments,\nTide display,Ana Ortiz,one,two,three\nPier gates,Ben Cole,four,five,six\n",
    );
    let names: Vec<&str> = found[0]
        .extra
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(names, ["Comments", "Comments (2)", "E"]);
}

#[test]
fn one_letter_apart_may_be_one_thing_and_a_number_apart_is_two() {
    let alike = |one: &str, other: &str| {
        let text = format!(
            "Project,Owner,Site\n{one},Ana Ortiz,North\n{other},Ben Cole,South\nSomething else entirely,Cy Dunn,North\n"
        );
        let seen = preview(text.as_bytes(), "list.csv", &Mapping::default(), Lang::En).unwrap();
        seen.maybe_same
            .iter()
            .any(|it| (it.first, it.second) == (2, 3))
    };
    for (one, other, expected) in [
        ("Data lake programme", "Data lake programmes", true),
        ("Data lake programme", "data-lake PROGRAMME", true),
        ("Éclairage du port", "Eclairage du port", true),
        ("Harbour lights", "Harbor lights", true),
        ("Harbour lights", "Harbour lighs", true),
        ("Harbour lights", "Harbour sights", true),
        ("Harbour lights", "Harbour nights", true),
        ("Harbour lights", "Harbour fights and lights", false),
        ("Harbour lights", "Harbours lightss", false),
        ("Pier gates phase 1", "Pier gates phase 2", false),
        ("Release 10.1", "Release 10.2", false),
        ("Rollout wave2026", "Rollout wave2027", false),
        // Short words differ by one letter and mean two things.
        ("East gate", "West gate", false),
        ("Bus depot north", "Bus depot south", false),
    ] {
        assert_eq!(alike(one, other), expected, "{one} and {other}");
    }
}

#[test]
fn a_key_is_taken_as_it_stands_and_no_reason_is_a_key() {
    let found = rows(
        "Ref,Project,Owner\nP-01,Tide display,Ana Ortiz\n 007 ,Pier gates,Ben Cole\nN/A,Night boat,Cy Dunn\n–,Slipway,Dee Eads\n,Fish market,Ed Falk\n",
    );
    let keys: Vec<Option<&str>> = found.iter().map(|it| it.external_key.as_deref()).collect();
    assert_eq!(keys, [Some("P-01"), Some("007"), None, None, None]);
    assert_eq!(found[2].extra, [("Ref".to_owned(), "N/A".to_owned())]);
}

#[test]
fn columns_that_say_the_same_twice_fill_one_field() {
    let found = rows(
        "Project,Owner,Budget,Budget\nTide display,Ana Ortiz,100000,\nPier gates,Ben Cole,,200000\nNight boat,Cy Dunn,300000,300000\n",
    );
    let amounts: Vec<Value> = found
        .iter()
        .map(|it| of(it, "budget")["known"]["amount"].clone())
        .collect();
    assert_eq!(amounts, ["100000", "200000", "300000"]);
    assert!(found.iter().all(|it| it.extra.is_empty()));
}

#[test]
fn a_reason_gives_way_to_a_value_of_a_second_column_that_the_user_names() {
    let text = "Project,Owner,Approved,Requested\nTide display,Ana Ortiz,nfp,100000\nPier gates,Ben Cole,200000,nfp\nNight boat,Cy Dunn,300000,400000\n";
    let mapping: Mapping =
        serde_json::from_str(r#"{"roles": {"C": "budget", "D": "budget"}}"#).unwrap();
    let found = read_rows(text.as_bytes(), "list.csv", &mapping)
        .unwrap()
        .rows;
    let amounts: Vec<Value> = found
        .iter()
        .map(|it| of(it, "budget")["known"]["amount"].clone())
        .collect();
    assert_eq!(amounts, ["100000", "200000", "300000"]);
    // Of two values the first counts and the other is kept.
    assert_eq!(
        found[2].extra,
        [("Requested".to_owned(), "400000".to_owned())]
    );
}

#[test]
fn two_columns_of_one_name_that_disagree_are_two_columns() {
    let text = "Project,Status,Status\nTide display,Green,Red\nPier gates,Red,Green\nNight boat,Amber,Red\n";
    let found = rows(text);
    let role = |text: &str| {
        let seen = preview(text.as_bytes(), "list.csv", &Mapping::default(), Lang::En).unwrap();
        seen.columns[2].role
    };
    assert_eq!(role(text), Role::ExtraField);
    let agreeing = text
        .replace("Green,Red", "Green,Green")
        .replace("Red,Green", "Red,Red")
        .replace("Amber,Red", "Amber,Amber");
    assert_eq!(role(&agreeing), Role::Status, "these two are one");
    assert_eq!(found[0].ratings.len(), 1);
    assert_eq!(found[0].ratings[0].said, "Green");
    assert_eq!(
        found[0].extra,
        [("Status (2)".to_owned(), "Red".to_owned())]
    );
}

#[test]
fn one_letter_in_every_row_is_a_rating_only_under_a_name_that_says_so() {
    let rated = |header: &str| {
        let text = format!(
            "Project,Owner,{header}\nTide display,Ana Ortiz,G\nPier gates,Ben Cole,G\nNight boat,Cy Dunn,G\n"
        );
        rows(&text).iter().all(|it| it.ratings.len() == 1)
    };
    assert!(rated("RAG"), "all is well, for once");
    assert!(rated("Météo"));
    assert!(!rated("Status"), "which may stand for anything");
    assert!(!rated("Rating"));
}

#[test]
fn words_of_progress_are_recognised_under_no_name() {
    let found = rows(
        "Project,Owner,\nTide display,Ana Ortiz,In progress\nPier gates,Ben Cole,On hold\nNight boat,Cy Dunn,Closed\n",
    );
    assert_eq!(of(&found[1], "state")["known"], "paused");
    // Under a name that announces remarks they are remarks.
    let found = rows(
        "Project,Owner,Comments\nTide display,Ana Ortiz,In progress\nPier gates,Ben Cole,On hold\nNight boat,Cy Dunn,Closed\n",
    );
    assert_eq!(of(&found[1], "state"), Value::Null);
}

#[test]
fn nought_and_one_are_percents_unless_there_is_a_fraction_between_them() {
    let progress = |values: [&str; 3]| {
        let text = format!(
            "Project,Owner,Progress\nTide display,Ana Ortiz,{}\nPier gates,Ben Cole,{}\nNight boat,Cy Dunn,{}\n",
            values[0], values[1], values[2]
        );
        let all = rows(&text);
        all.iter()
            .map(|it| of(it, "percent_complete")["known"].as_f64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(progress(["0", "1", "0.5"]), [0.0, 100.0, 50.0]);
    assert_eq!(progress(["0", "1", "1"]), [0.0, 1.0, 1.0]);
    assert_eq!(progress(["0", "1", "1.5"]), [0.0, 1.0, 1.5]);
    assert_eq!(progress(["0%", "1", "0.5"]), [0.0, 1.0, 0.5]);
}

#[test]
fn three_digits_behind_a_point_are_thousands_only_where_several_cells_say_so() {
    let amounts = |values: &[&str]| {
        let lines: String = values
            .iter()
            .zip(["Tide display", "Pier gates", "Night boat"])
            .map(|(value, name)| format!("{name};Ana Ortiz;{value}\n"))
            .collect();
        let all = rows(&format!("Project;Owner;Budget (€)\n{lines}"));
        all.iter()
            .map(|it| {
                of(it, "budget")["known"]["amount"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(amounts(&["1.234", "2.500"]), ["1.234", "2.5"]);
    assert_eq!(
        amounts(&["1.234", "2.500", "5.000"]),
        ["1234", "2500", "5000"]
    );
    assert_eq!(amounts(&["1.234", "2.500", "5.5"]), ["1.234", "2.5", "5.5"]);
    assert_eq!(amounts(&["1,234", "2,500", "5,5"]), ["1.234", "2.5", "5.5"]);
}
