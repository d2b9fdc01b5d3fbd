//! What a leader relies on: each judgement is reached by what the portfolio says, and never for want of data.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod cases;

use super::{Judgement, Myth, MythPicture, MythReport, Myths, of};
use crate::fixture::draw;
use crate::model::Lang;

fn told(text: &str, lang: Lang) -> Myths {
    let drawing = draw(text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    of(&drawing.portfolio(), drawing.as_of, lang)
}

fn report(text: &str, myth: Myth) -> MythReport {
    let all = told(text, Lang::En).myths;
    all.into_iter().find(|it| it.myth == myth).unwrap()
}

/// The judgement of one belief, with what it says when it is another.
fn judged(text: &str, myth: Myth, wanted: Judgement) {
    let it = report(text, myth);
    assert_eq!(
        it.judgement, wanted,
        "{}\nconcerned {:?}\nfindings {:?}\nundecided {:?}",
        it.says, it.concerned, it.findings, it.undecided
    );
}

#[test]
fn an_empty_portfolio_is_never_praised_and_never_blamed() {
    for it in told("", Lang::En).myths {
        assert_eq!(it.judgement, Judgement::CannotTell, "{}", it.says);
        assert!(!it.undecided.is_empty());
        assert!(it.undecided.iter().all(|it| !it.missing.is_empty()));
    }
}

#[test]
fn a_list_of_projects_says_that_no_why_is_written_and_that_the_rest_cannot_be_told() {
    let list = "as_of 2026-11-22\nsource s \"List\"\nimport s 2026-11-01\n91x initiative i \"Project\" state=active budget=\"1 M EUR\" start=2026-01-01 owner=\"A. Rey\"";
    judged(list, Myth::Why, Judgement::Lived);
    for myth in [Myth::Rituals, Myth::Progress, Myth::Tools, Myth::Agile] {
        judged(list, myth, Judgement::CannotTell);
    }
    let why = report(list, Myth::Why);
    assert!(
        why.says
            .contains("100\u{a0}% of the active budget (91\u{a0}M€)"),
        "{}",
        why.says
    );
    assert!(why.not_asked.contains(&"M504".to_owned()));
}

const WHY: &str = "for_whom=\"Patients\" why_change=\"They leave a day earlier\"";

#[test]
fn the_why_is_partly_or_not_taken_for_granted() {
    let with = |first: &str, second: &str| {
        format!(
            "as_of 2026-11-22\ndriver d \"Emergency law\" until=2030-01-01\n\
             decision c \"Start\" forum=Board decided_on=2026-10-01 ruling=start rationale=\"Beds are short\" options=\"Chosen: Now | Rejected: Wait\" cites a\n\
             objective a \"Short stays\" weight=70 {first}\n\
             objective b \"Safe care\" weight=30 {second}\n\
             initiative x \"Beds\" state=active start=2026-01-01 {first} -> a",
        )
    };
    let good = format!("why=\"Because patients wait too long for a bed\" {WHY} because d");
    judged(&with(&good, &good), Myth::Why, Judgement::NotSeen);
    judged(&with(&good, ""), Myth::Why, Judgement::PartlyLived);
    judged(&with("", ""), Myth::Why, Judgement::Lived);
}

#[test]
fn the_picture_of_the_why_counts_everything_once() {
    let text = "objective a \"A\" weight=60\nobjective b \"B\" weight=40 why=\"Patients wait too long for a bed\"";
    let MythPicture::Why(it) = report(text, Myth::Why).picture else {
        panic!("another picture");
    };
    let counts: u32 = it.shares.iter().map(|it| it.count).sum();
    let weight: f64 = it.shares.iter().filter_map(|it| it.weight).sum();
    assert_eq!(counts, 2);
    assert!((weight - 1.0).abs() < 1e-9);
    assert_eq!(it.shares[0].count, 1);
}

const DIRECTION: &str = "as_of 2026-11-22
priority p \"Patients first\"
objective a \"Short stays\" weight=70 horizon=2027-06-30 -> p
objective b \"Safe care\" weight=30 horizon=2027-06-30 -> p
initiative x \"Beds\" state=active start=2026-01-01 end=2027-03-31 -> a
initiative y \"Checks\" state=active start=2026-01-01 end=2026-12-31 -> b
decision d1 \"Start the beds\" forum=Board decided_on=2026-11-10 ruling=start rationale=\"Patients wait too long\" cites a
decision d2 \"Go on\" forum=Board decided_on=2026-10-10 ruling=start rationale=\"Patients wait too long\" cites b
decision d3 \"Stop the rest\" forum=Board decided_on=2026-11-03 ruling=stop rationale=\"It moves nothing\" cites a";

#[test]
fn meetings_steer_partly_wholly_or_not() {
    judged(DIRECTION, Myth::Rituals, Judgement::NotSeen);
    let far = DIRECTION.replace(
        "weight=30 horizon=2027-06-30",
        "weight=30 horizon=2029-06-30",
    );
    judged(&far, Myth::Rituals, Judgement::PartlyLived);
    let blind = far
        .replace(" cites a", "")
        .replace(" cites b", "")
        .replace(
            "weight=70 horizon=2027-06-30",
            "weight=70 horizon=2029-06-30",
        )
        .replace("priority p", "7x priority q \"Also first\"\npriority p");
    judged(&blind, Myth::Rituals, Judgement::Lived);
    let MythPicture::Rituals(it) = report(DIRECTION, Myth::Rituals).picture else {
        panic!("another picture");
    };
    assert_eq!(it.months.iter().map(|it| it.with_aim).sum::<u32>(), 3);
}

const MEASURED: &str = "as_of 2026-11-22
objective a \"Short stays\" weight=100
outcome u \"Home a day earlier\" -> a
change c \"Visits at noon\" -> u
initiative x \"Noon rounds\" state=active percent_complete=40 budget=\"1 M EUR\" start=2026-01-01 -> c
indicator k \"Nights\" indicator_kind=outcome unit=nights direction=down every_days=30 baseline=9 baseline_on=2025-12-31 target=5 target_on=2027-06-30 measures a
indicator m \"Wards with noon rounds\" indicator_kind=adoption unit=wards direction=up every_days=30 baseline=0 baseline_on=2025-12-31 target=9 target_on=2027-06-30 measures c
reading k 2026-10-31 6.5
status x 2026-10-30 it green
status x 2026-10-30 business green";

#[test]
fn progress_is_partly_wholly_or_not_taken_for_results() {
    judged(MEASURED, Myth::Progress, Judgement::NotSeen);
    let more = |weight: u32| {
        let rest = 100 - weight;
        let first = MEASURED.replace("weight=100", &format!("weight={rest}"));
        format!(
            "{first}\nobjective b \"No paper\" weight={weight}\nindicator o \"Tablets\" indicator_kind=output measures b"
        )
    };
    judged(&more(25), Myth::Progress, Judgement::PartlyLived);
    let blind = more(80)
        .replace("business green", "business red")
        .replace(" target=5 target_on=2027-06-30", "");
    judged(&blind, Myth::Progress, Judgement::Lived);
    let MythPicture::Progress(it) = report(MEASURED, Myth::Progress).picture else {
        panic!("another picture");
    };
    assert_eq!(it.points_count, 1);
    assert_eq!(it.points[0].delivered, Some(0.4));
    assert!(
        it.points[0]
            .moved
            .is_some_and(|it| (it - 0.625).abs() < 1e-9)
    );
}

const JOINED: &str = "as_of 2026-11-22
source s1 \"Register\" every_days=30
source s2 \"Ledger\" every_days=30
import s1 2026-11-10 created=20
import s2 2026-11-10 created=20
objective a \"Short stays\" weight=100 key=s1:A
initiative x \"Beds\" state=active key=s1:X budget=\"1 M EUR\" -> a (expects=-2 on=k confidence=likely)
initiative y \"Rounds\" state=active key=s2:Y budget=\"1 M EUR\" -> a (expects=-1 on=k confidence=likely)
indicator k \"Nights\" indicator_kind=outcome unit=nights direction=down every_days=30 baseline=9 baseline_on=2025-12-31 target=5 target_on=2027-06-30 measures a
reading k 2026-10-31 6.5 source=s1";

#[test]
fn tools_give_a_common_view_partly_wholly_or_not() {
    judged(JOINED, Myth::Tools, Judgement::NotSeen);
    let two = format!("{JOINED}\nreading k 2026-10-31 8.5 source=s2");
    judged(&two, Myth::Tools, Judgement::PartlyLived);
    let apart = two
        .replace(
            "import s2 2026-11-10 created=20",
            "import s2 2026-06-10 created=20 quarantined=9",
        )
        .replace("-> a (expects=-1 on=k confidence=likely)", "")
        .replace(" (expects=-2 on=k confidence=likely)", "");
    judged(&apart, Myth::Tools, Judgement::Lived);
    let MythPicture::Tools(it) = report(&apart, Myth::Tools).picture else {
        panic!("another picture");
    };
    let ledger = it.sources.iter().find(|it| it.source == "Ledger").unwrap();
    assert_eq!((ledger.linked, ledger.unlinked), (0, 1));
}

fn sources(text: &str) -> Vec<(String, u32)> {
    let MythPicture::Tools(it) = report(text, Myth::Tools).picture else {
        panic!("another picture");
    };
    let all = it.sources.into_iter();
    all.map(|it| (it.source, it.linked + it.unlinked)).collect()
}

#[test]
fn work_without_a_key_is_of_the_source_that_brought_it() {
    let list = |created: u32| {
        format!(
            "as_of 2026-11-22\nsource s1 \"Register\"\nsource s2 \"Ledger\"\nimport s1 2026-11-10 created={created}\n\
             import s2 2026-11-12 created=1\ninitiative k \"Keyed\" state=active key=s2:K\n2x initiative i \"Listed\" state=active"
        )
    };
    let of = |name: &str, count| (name.to_owned(), count);
    assert_eq!(sources(&list(2)), [of("Ledger", 1), of("Register", 2)]);
    // One of them was typed here, and nothing says which.
    assert_eq!(sources(&list(1)), [of("", 2), of("Ledger", 1)]);
    let reported = format!("{}\nstatus i1 2026-11-01 it green source=s1", list(1));
    assert_eq!(
        sources(&reported),
        [of("", 1), of("Ledger", 1), of("Register", 1)]
    );
}

const CLOSED: &str = "as_of 2026-11-22
objective a \"Short stays\" weight=70
objective b \"Safe care\" weight=30
outcome u \"Home a day earlier\" business_owner=\"Dr H\" accepted_on=2026-01-10 review_on=2027-06-01 reviewer=\"Dr V\" -> a
outcome v \"Fewer errors\" business_owner=\"Dr H\" accepted_on=2026-01-10 review_on=2027-06-01 reviewer=\"Dr V\" -> b
indicator k \"Nights\" indicator_kind=outcome unit=nights direction=down every_days=30 baseline=9 baseline_on=2025-12-31 target=5 target_on=2027-06-30 measures u measures v
reading k 2026-10-31 6
initiative x \"Beds\" state=delivered start=2026-01-15 delivered_on=2026-09-30 budget=\"1 M EUR\" why=\"Patients wait\" for_whom=\"Patients\" why_change=\"They leave earlier\" proof=k why_until=2027-06-30 -> u (expects=-2 on=k) -> v (expects=-2 on=k)";

#[test]
fn delivery_is_partly_wholly_or_not_taken_for_alignment() {
    judged(CLOSED, Myth::Agile, Judgement::NotSeen);
    let end = "review_on=2027-06-01 reviewer=\"Dr V\" -> b";
    let unreviewed = CLOSED.replace(end, "-> b");
    judged(&unreviewed, Myth::Agile, Judgement::PartlyLived);
    let open = unreviewed
        .replace(
            "review_on=2027-06-01 reviewer=\"Dr V\" -> a",
            "review_on=2026-02-01 -> a",
        )
        .replace("reading k 2026-10-31 6", "")
        .replace(
            "start=2026-01-15 delivered_on=2026-09-30",
            "start=2025-01-15 delivered_on=2025-03-31",
        );
    judged(&open, Myth::Agile, Judgement::Lived);
    let MythPicture::Agile(it) = report(CLOSED, Myth::Agile).picture else {
        panic!("another picture");
    };
    assert_eq!(it.bands[0].moved, 1);
}

#[test]
fn both_languages_tell_the_same_judgements_in_their_own_words() {
    for text in [DIRECTION, MEASURED, JOINED, CLOSED] {
        let (en, fr) = (told(text, Lang::En), told(text, Lang::Fr));
        for (en, fr) in en.myths.iter().zip(&fr.myths) {
            assert_eq!(en.judgement, fr.judgement);
            assert_ne!(en.says, fr.says);
            assert!(!en.says.contains('{') && !fr.says.contains('{'));
        }
    }
}
