//! One by chance of each kind of record that hangs on elements.

use super::{date, day, field, maybe, moment, number, text};
use crate::model::{
    Canvas, CanvasId, CanvasKind, ElementId, ElementKind, Frame, FrameId, Grade, ImportId,
    ImportRecord, Lens, LinkId, Nature, Note, NoteId, NotePaper, OwnRule, Placement, PlacementId,
    Reading, ReadingId, Record, RuleId, Severity, Source, SourceId, Status, StatusId, StatusReport,
    Waiver, WaiverId,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What hangs on elements: everything names element `e0`, the indicator `gauge`, the source `s` or canvas `c`.
pub(super) fn around() -> BoxedStrategy<Vec<Record>> {
    let reading = (
        date(),
        number(),
        select(vec![
            Nature::Baseline,
            Nature::Actual,
            Nature::Forecast,
            Nature::Target,
        ]),
        moment(),
        (text(), text()),
        (
            any::<bool>(),
            maybe(&[
                Grade::Assertion,
                Grade::Judgement,
                Grade::Manual,
                Grade::Imported,
                Grade::Corroborated,
            ]),
        ),
    )
        .prop_map(
            |(period, value, nature, recorded_at, (recorded_by, comment), (sourced, grade))| {
                Record::Reading(Reading {
                    id: ReadingId::new("r"),
                    indicator: ElementId::new("gauge"),
                    period,
                    value,
                    nature,
                    source: sourced.then(|| SourceId::new("s")),
                    recorded_at,
                    recorded_by,
                    comment,
                    grade,
                })
            },
        );
    let status = (
        field(date()),
        select(vec![Lens::It, Lens::Business]),
        maybe(&[Status::Green, Status::Amber, Status::Red]),
        text(),
        (text(), any::<bool>(), proptest::option::of(0.0..=100.0)),
    )
        .prop_map(|(date, lens, status, said, (comment, sourced, percent))| {
            Record::StatusReport(StatusReport {
                id: StatusId::new("t"),
                element: ElementId::new("e0"),
                date,
                lens,
                status,
                said,
                comment,
                percent,
                source: sourced.then(|| SourceId::new("s")),
            })
        });
    let import = (
        moment(),
        (text(), text(), text()),
        vec(text(), 0..3),
        any::<u32>(),
        any::<u32>(),
    )
        .prop_map(|(at, (file, hash, sheet), quarantined, created, ignored)| {
            Record::Import(ImportRecord {
                id: ImportId::new("i"),
                source: SourceId::new("s"),
                at,
                file,
                hash,
                sheet,
                created,
                quarantined,
                ignored,
            })
        });
    let frame = (text(), number(), number(), number(), number());
    let frames = vec(frame, 0..3).prop_map(|frames| {
        let numbered = frames.into_iter().enumerate();
        numbered
            .map(|(n, (title, x, y, width, height))| Frame {
                id: FrameId::new(format!("f{n}")),
                title,
                x,
                y,
                width,
                height,
            })
            .collect()
    });
    let canvas =
        (text(), select(CanvasKind::ALL.to_vec()), frames).prop_map(|(title, kind, frames)| {
            Record::Canvas(Canvas {
                id: CanvasId::new("c"),
                title,
                kind,
                frames,
            })
        });
    let held = (any::<bool>(), any::<bool>());
    let place = (number(), number(), held).prop_map(|(x, y, (pinned, locked))| {
        Record::Placement(Placement {
            id: PlacementId::new("c.e0"),
            canvas: CanvasId::new("c"),
            element: ElementId::new("e0"),
            x,
            y,
            pinned,
            locked,
        })
    });
    let paper = select(vec![
        NotePaper::Sand,
        NotePaper::Rose,
        NotePaper::Sky,
        NotePaper::Mint,
        NotePaper::Grey,
    ]);
    let day_of = proptest::option::of(date());
    let note = (
        text(),
        (number(), number()),
        paper,
        (any::<bool>(), any::<bool>()),
        (text(), day_of),
    )
        .prop_map(|(text, (x, y), paper, (about, locked), (by, on))| {
            Record::Note(Note {
                id: NoteId::new("note"),
                canvas: CanvasId::new("c"),
                text,
                x,
                y,
                paper,
                about: about.then(|| ElementId::new("e0")),
                by,
                on,
                locked,
            })
        });
    let often = field((1u32..=3660).boxed());
    let source = (text(), text(), field(text()), often).prop_map(
        |(title, description, owner, every_days)| {
            Record::Source(Source {
                id: SourceId::new("s"),
                title,
                description,
                owner,
                every_days,
            })
        },
    );
    let waiver = (text(), text(), text(), date(), (day(), any::<bool>())).prop_map(
        |(code, reason, person, on, (until, of_link))| {
            Record::Waiver(Waiver {
                id: WaiverId::new("w"),
                code,
                subject: if of_link {
                    (&LinkId::new("l0")).into()
                } else {
                    (&ElementId::new("e0")).into()
                },
                reason,
                person,
                on,
                until,
            })
        },
    );
    (
        reading,
        status,
        import,
        canvas,
        place,
        note,
        source,
        waiver,
        own_rule(),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| vec![a, b, c, d, e, f, g, h, i])
        .boxed()
}

fn own_rule() -> impl Strategy<Value = Record> {
    let words = (text(), text(), text(), text());
    let kind = select(ElementKind::ALL.to_vec());
    let when = "[a-z <>!=.]{1,12}x";
    (words, "X[0-9]{3}", kind, when, any::<bool>()).prop_map(
        |((title, evidence, advice, written_by), code, applies_to, when, off)| {
            Record::OwnRule(OwnRule {
                id: RuleId::new("rule"),
                code,
                name: "some-fault".to_owned(),
                title,
                applies_to,
                message: when.clone(),
                when,
                evidence,
                advice,
                severity: Severity::Low,
                written_by,
                off,
            })
        },
    )
}
