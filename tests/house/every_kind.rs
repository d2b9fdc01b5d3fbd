//! Every kind of record on its way out and back: what is written, in which order, and what a reader may leave out.

use portfolio::exchange::json::{is_sound, read, write};
use portfolio::fixture::draw;
use portfolio::model::{ElementKind, LinkId, Portfolio, Record, known};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One of each kind of element, link and other record, with as many fields as it has.
const EVERYTHING: &str = r#"
    setting    title="Harbour" cycle=quarter currency=EUR fiscal_year=04-06 rate="USD EUR 0.9 2026-10-01" D103.off M501.severity=low D104.objectives=12
    source     pmo "Register" description="Of the office" owner=Ann every_days=30
    import     pmo 2026-11-02 file=list.csv hash=abc sheet=Projects created=12 quarantined=2 ignored=3
    driver     a "A" valid_from=2026-01-01 valid_until=2026-12-31 reference=R
    priority   b "B" rank=1 horizon=2027-01-01 because a
    objective  c "C" weight=30.5 horizon=2027-01-01 perspective=process -> b conflicts_with c2 (guard_rail=j)
    objective  c2 "C2"
    outcome    d "D" beneficiary=B value_type=financial expected_value="1.50 EUR" business_owner=O accepted_on=2026-01-01 review_on=2027-01-01 reviewer=R realised_on=2027-02-01 harmful=true -> c (mechanism="by magic" sign=harms strength=strong confidence=likely lag=90 share=0.4 expects=-15..-12..-8 on=j state=disputed claimed_by=Ann since=2026-03-01 by=Bo from=2026-01-01 until=2026-12-31 evidence="A pilot" assumptions=k)
    change     e "E" change_owner=O adoption_date=2026-05-01
    capability f "F" importance=5 maturity_now=1 maturity_target=4 pace_layer=record
    initiative g "G" form=project state=active start=2026-01-01 end=not_required:ongoing delivered_on=2026-12-01 budget=withheld:nfp spent="12 $" percent_complete=40 category=run reference=R owner=Ann tags=x,y description="Two words" key=pmo:P-1 extra.Tier=1 why="Because" for_whom=Riders why_change="Less" proof=j why_until=2027-01-01 author=Ann accepted_by=Bo accepted_on=2026-02-02 reviewed=2026-03-03 part_of g2 depends_on g2 (needed_by=2026-09-01)
    initiative g2 "G2" archived="2026-10-01 merged"
    system     h "H" live_from=2020-01-01 live_until=2030-01-01 cost="2 k EUR"
    team       i "I" side=it capacity=4.5
    indicator  j "J" indicator_kind=outcome unit=min direction=down every_days=30 definition=D population=P baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31 tolerance=2 measures c
    assumption k "K" valid_until=2026-12-31 reviewed_on=2026-06-01
    decision   l "L" forum=Board decided_on=2026-03-01 ruling=stop rationale=R sides=it,business options="Chosen: Own (cheaper) | Wait" premises=r1 cites c
    person     m "M" role=R unit=U side=business
    term       n "N" synonyms=x,y
    initiative o "O" rests_on k
    reading    j 2026-02-28 38 id=r1 source=pmo nature=actual grade=manual recorded=2026-03-01 by=Ann comment="By hand"
    status     g 2026-10-30 it green "On track" source=pmo percent=60 comment="Well"
    status     g - business - "Nobody said"
    canvas     map "Strategy map" shows=c,g
    waive      D103 g "Known" by=Ann until=2026-12-31
"#;

fn everything() -> Portfolio {
    draw(EVERYTHING).unwrap().portfolio()
}

fn document() -> Value {
    serde_json::from_str(&write(&everything()).unwrap()).unwrap()
}

fn back(document: &Value) -> Portfolio {
    let text = document.to_string();
    let records = read("x.json", text.as_bytes());
    Portfolio::from_records(records.unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn one_of_every_kind_is_read_as_it_was_written() {
    let portfolio = everything();
    assert_eq!(back(&document()), portfolio);
    let kinds: BTreeSet<ElementKind> = portfolio.elements().map(|it| it.kind()).collect();
    assert_eq!(kinds.len(), ElementKind::ALL.len());
    let links: BTreeSet<String> = portfolio
        .links()
        .map(|it| format!("{:?}", it.kind()))
        .collect();
    assert_eq!(links.len(), 8, "{links:?}");
    let document = document();
    let lists = document.as_object().unwrap();
    let empty: Vec<&String> = lists
        .iter()
        .filter(|(_, it)| *it == &json!([]))
        .map(|(name, _)| name)
        .collect();
    assert!(empty.is_empty(), "no record stands in {empty:?}");
}

#[test]
fn every_record_by_itself_is_sound_and_a_spoilt_one_is_not() {
    for record in draw(EVERYTHING).unwrap().records {
        assert!(is_sound(&record), "{record:?}");
        let spoilt = match record {
            Record::Element(mut it) => {
                it.title = "  ".to_owned();
                Record::Element(it)
            }
            Record::Link(mut it) => {
                it.id = LinkId::new("no id");
                Record::Link(it)
            }
            Record::Source(mut it) => {
                it.every_days = known(0);
                Record::Source(it)
            }
            Record::StatusReport(mut it) => {
                it.percent = Some(100.5);
                Record::StatusReport(it)
            }
            Record::Settings(mut it) => {
                it.fiscal_year.month = 13;
                Record::Settings(it)
            }
            _ => continue,
        };
        assert!(!is_sound(&spoilt), "{spoilt:?}");
    }
}

#[test]
fn records_are_written_by_their_ids_whatever_order_they_came_in() {
    let mut shuffled = document();
    for list in shuffled.as_object_mut().unwrap().values_mut() {
        if let Value::Array(items) = list {
            items.reverse();
        }
    }
    assert_eq!(
        write(&back(&shuffled)).unwrap(),
        write(&everything()).unwrap()
    );
    let document = document();
    for list in ["elements", "links", "readings", "status_reports"] {
        let ids: Vec<&str> = document[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["id"].as_str().unwrap())
            .collect();
        assert!(ids.is_sorted(), "{list}: {ids:?}");
    }
}

#[test]
fn a_record_begins_with_what_a_person_looks_for() {
    let text = write(&everything()).unwrap();
    let keys = |indent: &str| -> Vec<&str> {
        let some = text
            .lines()
            .filter_map(|line| line.strip_prefix(indent)?.strip_prefix('"'));
        some.filter_map(|it| it.split('"').next()).collect()
    };
    let lists = [
        "schema",
        "title",
        "settings",
        "elements",
        "links",
        "canvases",
        "placements",
        "readings",
        "status_reports",
        "sources",
        "imports",
        "waivers",
    ];
    assert_eq!(keys("  "), lists);
    let first = keys("      ");
    assert_eq!(
        first[first.iter().position(|it| *it == "id").unwrap()..][..3],
        ["id", "kind", "title"]
    );
    assert!(text.ends_with("}\n") && !text.contains('\r') && !text.contains('\t'));
}

#[test]
fn what_says_nothing_is_not_written_and_what_says_little_is() {
    let text = write(&everything()).unwrap();
    assert!(!text.contains("null") && !text.contains("false"));
    let portfolio = draw("objective o \"O\" weight=0 extra.Tier=\"\"\ninitiative i \"I\" percent_complete=0 end=unknown:").unwrap().portfolio();
    let document: Value = serde_json::from_str(&write(&portfolio).unwrap()).unwrap();
    let element = |at: usize| document["elements"][at].clone();
    assert_eq!(
        element(0),
        json!({"id": "i", "kind": "initiative", "title": "I", "percent_complete": {"known": 0.0}, "end": {"missing": {"reason": "unknown", "said": ""}}})
    );
    assert_eq!(
        element(1),
        json!({"id": "o", "kind": "objective", "title": "O", "weight": {"known": 0.0}, "extra": {"Tier": ""}})
    );
}

#[test]
fn settings_of_a_new_portfolio_are_not_written_and_each_that_was_made_is() {
    let of = |drawing: &str| -> Value {
        let portfolio = draw(drawing).unwrap().portfolio();
        let document: Value = serde_json::from_str(&write(&portfolio).unwrap()).unwrap();
        document["settings"].clone()
    };
    assert_eq!(of("setting title=Harbour"), Value::Null);
    assert_eq!(
        of("setting cycle=month fiscal_year=01-01"),
        Value::Null,
        "that is how it begins"
    );
    assert_eq!(of("setting cycle=quarter"), json!({"cycle": "quarter"}));
    assert_eq!(of("setting currency=EUR"), json!({"currency": "EUR"}));
    assert_eq!(
        of("setting D103.off"),
        json!({"rules": {"D103": {"off": true}}})
    );
    assert_eq!(
        of("setting D103.severity=low"),
        json!({"rules": {"D103": {"severity": "low"}}})
    );
}

#[test]
fn a_value_may_stand_bare_where_it_can_only_be_known() {
    let bare = r#"{"schema":"throughline.portfolio/1","elements":[
        {"id":"i","kind":"initiative","title":"I","end":"2027-03-31","owner":"Ann","percent_complete":40,
         "state":"active","budget":{"known":{"amount":"1","currency":"EUR"}}},
        {"id":"t","kind":"team","title":"T","side":"it","capacity":2}]}"#;
    let portfolio = Portfolio::from_records(read("x.json", bare.as_bytes()).unwrap());
    let drawn = draw(
        "initiative i \"I\" end=2027-03-31 owner=Ann percent_complete=40 state=active budget=\"1 EUR\"\nteam t \"T\" side=it capacity=2",
    );
    assert_eq!(
        portfolio.elements().collect::<Vec<_>>(),
        drawn.unwrap().portfolio().elements().collect::<Vec<_>>()
    );
}
