//! Every record with every field filled, and with none, goes to disk and comes back the same.

use super::{closed, open, read};
use crate::told;
use portfolio::edit::Edit;
use portfolio::fixture::draw;
use portfolio::model::{
    Canvas, CanvasId, CanvasKind, Date, Element, ElementId, ElementKind, Frame, FrameId, Grade,
    Link, LinkDetail, LinkId, Nature, Note, NoteId, NotePaper, Noun, OwnRule, Portfolio, Reading,
    ReadingId, Record, RuleId, Severity, Status, StatusId, StatusReport,
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

const FULL: &str = r#"
    setting    title="Clinic" cycle=quarter currency=EUR rate="USD EUR 0.9 2026-01-31" fiscal_year=07-01
    setting    M105.priorities=6 M105.severity=low D103.off
    source     pmo  "Register" description="Without wards" owner=Ann every_days=30
    import     pmo  2026-11-02 file=list.csv hash=ab12 sheet=Q3 created=3 ignored=2 quarantined=2
    driver     a "Driver" valid_from=2026-01-01 valid_until=2026-12-31 reference=Census because b
    priority   b "Priority" rank=1 horizon=2027-01-01
    objective  c "Objective" weight=30.5 horizon=2027-01-01 perspective=process conflicts_with o (guard_rail=j)
    objective  o "Other" rests_on k
    outcome    d "Outcome" beneficiary=B value_type=financial expected_value="1.50 EUR" business_owner=O accepted_on=2026-01-01 review_on=2027-01-01 reviewer=R realised_on=2027-02-01 harmful=true
    change     e "Change" change_owner=O adoption_date=2026-05-01
    capability f "Capability" importance=5 maturity_now=1 maturity_target=4 pace_layer=record
    initiative g "Initiative" form=project state=active start=2026-01-01 end=2026-12-31 delivered_on=2026-12-01 budget="1 EUR" spent="0.30 EUR" percent_complete=40.5 category=run reference=R description="Long words" owner=Ann tags=x,y key=pmo:P-1 extra.Colour=blue archived="2026-10-01 Over" why="People leave" for_whom=Patients why_change="No queue" proof=j why_until=2027-01-31 author=Ann accepted_by=Bo accepted_on=2026-02-01 reviewed=2026-06-01 -> c (mechanism="Fewer queues" sign=harms strength=strong confidence=likely lag=90 share=0.5 expects=8..12..15 on=j state=disputed claimed_by=Ann since=2026-01-01 by=Bo from=2026-01-01 until=2027-01-01 evidence=Pilot assumptions=k) depends_on h (needed_by=2026-12-01) part_of p
    initiative p "Whole"
    system     h "System" live_from=2020-01-01 live_until=2030-01-01 cost="2 k EUR"
    team       i "Team" side=it capacity=4.5
    indicator  j "Indicator" indicator_kind=outcome unit=min direction=down every_days=30 definition=D population=P baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31 tolerance=2 measures c
    assumption k "Assumption" valid_until=2026-12-31 reviewed_on=2026-06-01
    decision   l "Decision" forum=Board decided_on=2026-03-01 ruling=stop rationale=R sides=it,business options="Chosen: Own (cheaper) | Wait" premises=r1 cites g
    person     m "Person" role=R unit=U side=business
    term       n "Term" synonyms=x,y
    reading    j 2026-02-28 38.25 id=r1 source=pmo nature=forecast recorded=2026-03-01 by=Ann comment="By phone" grade=corroborated
    status     g 2026-10-30 it amber "Medium High" id=s1 source=pmo percent=40 comment="Late"
    waive      D103 g "Known" by=Ann on=2026-11-01 until=2027-03-31
    canvas     map "Map" shows=a,b,c
"#;

fn full() -> Portfolio {
    let drawing = draw(FULL).unwrap();
    let mut records = drawing.records;
    records.push(Record::OwnRule(OwnRule {
        id: RuleId::new("own"),
        code: "X001".to_owned(),
        name: "no-owner".to_owned(),
        title: "Nobody owns it".to_owned(),
        applies_to: ElementKind::Initiative,
        when: "!has(element.owner)".to_owned(),
        message: "{title} has no owner.".to_owned(),
        evidence: "below.map(it, it.title)".to_owned(),
        advice: "Name one.".to_owned(),
        severity: Severity::Blocker,
        written_by: "PMO".to_owned(),
        off: true,
    }));
    for record in &mut records {
        match record {
            Record::Canvas(it) => it.frames.push(Frame {
                id: FrameId::new("f"),
                title: "Left".to_owned(),
                x: -1.5,
                y: 2.25,
                width: 800.0,
                height: 600.5,
            }),
            Record::Placement(it) => it.locked = it.element.as_str() == "c",
            _ => {}
        }
    }
    records.push(Record::Note(Note {
        id: NoteId::new("note"),
        canvas: CanvasId::new("map"),
        text: "Ask Ann".to_owned(),
        x: -10.25,
        y: 20.5,
        paper: NotePaper::Rose,
        about: Some(ElementId::new("a")),
        by: "Bo".to_owned(),
        on: Date::from_ymd_opt(2026, 11, 20),
        locked: true,
    }));
    Portfolio::from_records(records)
}

/// Fields that no record fills: what the test above does not try.
fn open_fields(portfolio: &Portfolio) -> Vec<String> {
    let mut filled: BTreeMap<String, bool> = BTreeMap::new();
    let mut look = |prefix: &str, fields: Map<String, Value>| {
        for (name, value) in fields {
            let open = matches!(&value, Value::Null | Value::Bool(false))
                || value.as_str() == Some("")
                || value.as_array().is_some_and(Vec::is_empty);
            *filled.entry(format!("{prefix}.{name}")).or_default() |= !open;
        }
    };
    for record in portfolio.records() {
        let mut fields = told::fields(&record);
        let kind = fields
            .get("kind")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let prefix = format!("{}.{kind}", told::word(&record.noun()));
        // What every element has is filled in one of them.
        if let Record::Element(it) = &record {
            let mut own = Map::new();
            for name in told::fields(&Record::Element(Element::new(
                it.id.clone(),
                ElementKind::Term,
                "x",
            )))
            .keys()
            {
                if let Some(value) = fields
                    .remove(name)
                    .filter(|_| name != "kind" && name != "synonyms")
                {
                    own.insert(name.clone(), value);
                }
            }
            if let Some(Value::Object(why)) = own.get("why").cloned() {
                look("element.why", why);
            }
            look("element", own);
        }
        look(&prefix, fields);
    }
    filled
        .into_iter()
        .filter(|(_, it)| !it)
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_noun_with_every_field_comes_back_from_disk_as_it_was() {
    let portfolio = full();
    assert_eq!(
        open_fields(&portfolio),
        ["placement..pinned"],
        "placed by hand below"
    );
    for noun in Noun::ALL {
        let has = portfolio.records().iter().any(|it| it.noun() == noun);
        assert!(has, "{noun:?} is not tried");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &portfolio);
    assert_eq!(read(&path), portfolio);
}

#[test]
fn every_noun_with_nothing_but_what_it_needs_comes_back_as_it_was() {
    let mut records = vec![Record::Canvas(Canvas {
        id: CanvasId::new("map"),
        title: String::new(),
        kind: CanvasKind::StrategyMap,
        frames: Vec::new(),
    })];
    for kind in ElementKind::ALL {
        let id = ElementId::new(told::word(&kind));
        records.push(Record::Element(Element::new(id, kind, told::word(&kind))));
    }
    records.push(Record::Link(Link {
        id: LinkId::new("l"),
        from: ElementId::new("initiative"),
        to: ElementId::new("objective"),
        detail: LinkDetail::Contribution(portfolio::model::Contribution::default()),
    }));
    records.push(Record::Reading(reading("r", 0.0, Nature::Actual, None)));
    records.push(Record::StatusReport(StatusReport {
        id: StatusId::new("s"),
        element: ElementId::new("initiative"),
        date: None,
        lens: portfolio::model::Lens::It,
        status: None,
        said: String::new(),
        comment: String::new(),
        percent: None,
        source: None,
    }));
    let portfolio = Portfolio::from_records(records);
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &portfolio);
    assert_eq!(read(&path), portfolio);
}

fn reading(id: &str, value: f64, nature: Nature, grade: Option<Grade>) -> Reading {
    Reading {
        id: ReadingId::new(id),
        indicator: ElementId::new("indicator"),
        period: "2026-02-28".parse().unwrap(),
        value,
        nature,
        source: None,
        recorded_at: "2026-03-01T09:08:07.123456789Z".parse().unwrap(),
        recorded_by: String::new(),
        comment: String::new(),
        grade,
    }
}

/// Readings have columns of their own: what they hold is not read as JSON is.
#[test]
fn readings_of_every_nature_grade_and_size_keep_each_digit_and_their_moment() {
    let indicator = Element::new(ElementId::new("indicator"), ElementKind::Indicator, "I");
    let mut records = vec![Record::Element(indicator)];
    let natures = [
        Nature::Baseline,
        Nature::Actual,
        Nature::Forecast,
        Nature::Target,
    ];
    let grades = [
        None,
        Some(Grade::Assertion),
        Some(Grade::Judgement),
        Some(Grade::Manual),
        Some(Grade::Imported),
        Some(Grade::Corroborated),
    ];
    let values = [0.1, -7.25, f64::MAX, f64::MIN_POSITIVE, 1.0 / 3.0, -1e-300];
    for (n, nature) in natures.into_iter().enumerate() {
        for (g, grade) in grades.into_iter().enumerate() {
            records.push(Record::Reading(reading(
                &format!("r{n}{g}"),
                values[g],
                nature,
                grade,
            )));
        }
    }
    let portfolio = Portfolio::from_records(records);
    let folder = tempfile::tempdir().unwrap();
    let again = read(&closed(folder.path(), &portfolio));
    assert_eq!(again, portfolio);
    let exact = |it: &Portfolio| {
        it.readings()
            .map(|it| it.value.to_bits())
            .collect::<Vec<_>>()
    };
    assert_eq!(exact(&again), exact(&portfolio), "to the last bit");
}

/// Readings and cards are written column by column: one that is forgotten keeps what it held.
#[test]
fn every_field_of_a_reading_and_of_a_card_that_is_changed_is_changed_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &full());
    let mut workspace = open(&path).unwrap();
    let more = Element::new(ElementId::new("more"), ElementKind::Indicator, "More");
    let reading = Reading {
        id: ReadingId::new("r1"),
        indicator: more.id.clone(),
        source: None,
        recorded_by: "Bo".to_owned(),
        comment: "Recount".to_owned(),
        ..reading("r1", -1.5, Nature::Target, Some(Grade::Assertion))
    };
    let map = CanvasId::new("map");
    let card = portfolio::edit::Move {
        element: ElementId::new("a"),
        x: 7.25,
        y: 8.5,
    };
    let edits = [
        Edit::InsertElement {
            element: Box::new(more),
        },
        Edit::SetReading { reading },
        Edit::Place {
            canvas: map,
            moves: vec![card],
        },
    ];
    workspace.apply(&edits).unwrap();
    assert!(read(&path) == *workspace.portfolio());
    workspace.undo().unwrap();
    assert!(read(&path) == full());
}

#[test]
fn replacing_every_record_by_an_emptier_one_leaves_nothing_of_what_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &full());
    let mut workspace = open(&path).unwrap();
    let status = StatusReport {
        source: None,
        status: Some(Status::Red),
        ..workspace.portfolio().statuses().next().unwrap().clone()
    };
    let bare = Reading {
        source: None,
        grade: None,
        comment: String::new(),
        ..workspace.portfolio().readings().next().unwrap().clone()
    };
    workspace
        .apply(&[
            Edit::SetStatus { status },
            Edit::SetReading { reading: bare },
        ])
        .unwrap();
    let there = workspace.portfolio().clone();
    workspace.close().unwrap();
    let again = read(&path);
    assert_eq!(again, there);
    assert_eq!(again.readings().next().unwrap().grade, None);
    // Nothing refers to the source any more but its import.
    let mut workspace = open(&path).unwrap();
    workspace.undo().unwrap();
    assert_eq!(*workspace.portfolio(), full());
}

#[test]
fn everything_can_be_removed_at_once_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &full());
    let mut workspace = open(&path).unwrap();
    let elements = workspace
        .portfolio()
        .elements()
        .map(|it| it.id.clone())
        .collect();
    workspace.apply(&[Edit::Remove { elements }]).unwrap();
    let left: Vec<Noun> = read(&path).records().iter().map(Record::noun).collect();
    let stays = [
        Noun::Settings,
        Noun::Source,
        Noun::Canvas,
        Noun::Import,
        Noun::OwnRule,
    ];
    assert_eq!(left, stays);
    workspace.undo().unwrap();
    assert_eq!(read(&path), full());
}
