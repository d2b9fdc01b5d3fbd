//! Small portfolios drawn in text, for tests and for the examples in the documentation of the rules.
//!
//! One record a line, the verdict expected of a rule on the faulty line:
//!
//! ```text
//! as_of 2026-11-22
//! source     pmo  "Project register"
//! import     pmo  2026-11-02
//! driver     age  "Twice as many patients over 80" reference="Census 2025"
//! objective  wait "Wait under 20 minutes" weight=30 because age
//! initiative desk "Check-in desks" state=active budget="400 k EUR" -> wait (mechanism="Fewer queues")
//! initiative lake "Data lake" budget=withheld:nfp key=pmo:P-17 ~> wait   # D103 M501:high
//! indicator  used "Desks in use" indicator_kind=adoption measures desk
//! reading    used 2026-10-31 12 source=pmo
//! status     desk 2026-10-30 it green "On track"
//! canvas     map  "Strategy map" shows=wait,desk
//! 20x objective o "Objective"                      // o1 to o20
//! ```
//!
//! `->` is an accepted contribution, `~>` a proposed one, every other link is written with its name. A value is
//! a word or a text in quotes; a missing one is its reason, a colon and the words that stood there. `# CODE`
//! expects a violation, `# CODE?` that the rule cannot tell, `:severity` may follow; on a line of its own it
//! speaks of the portfolio as a whole. `//` starts a remark.
//!
//! What is to be found on a line may be spelled out on the lines below it, indented, in both languages:
//!
//! ```text
//! initiative lake "Data lake" state=active  # D103
//!   says       "“Data lake” reaches no objective."
//!   says.fr    "« Data lake » n’atteint aucun objectif."
//! ```
//!
//! Its words are those of `fixture::spelled`; a second `says` begins a second finding of the same subject.
//!
//! **Elements** take every field of their kind by its name in `model::element`: dates as `2026-11-22`, money as
//! `"400 k EUR"`, enums by their names. `sides=it,business`, `synonyms=a,b` and `premises=READING,READING` are
//! lists, `options="Chosen: Own desks | Rejected: Rent them (too dear) | Postponed: Wait"` tells what became of
//! each with the reason in brackets, `harmful=true` marks a dis-benefit. `from`, `until`, `decided` and
//! `reviewed` stand for `valid_from`, `valid_until`, `decided_on` and `reviewed_on`. All elements take
//! `description`, `owner`, `tags=a,b`, `key=SOURCE:KEY`, `extra.Header=text`, `archived=2026-10-01` (or
//! `archived="2026-10-01 why"`) and the why card: `why`, `for_whom`, `why_change`, `proof=INDICATOR`,
//! `why_until`, `author`, `accepted_by`, `accepted_on`, `reviewed`. Where the kind has a field of that name, the
//! dates of the card are `why_accepted_on` and `why_reviewed`.
//!
//! **Links** carry their fields in brackets: a contribution `mechanism`, `sign`, `strength`, `confidence`, `lag`
//! (days), `share` (0 to 1), `expects=12` or `expects=8..12..15` (low, likely, high) and behind it
//! `on=INDICATOR`, `state`, `claimed_by` and `since` (proposed), `by` (accepted by), `from`, `until`, `evidence`,
//! `assumptions=a,b`; a dependency `needed_by`; a conflict `guard_rail=INDICATOR`. The id of a link is
//! `desk.part_of.front`, that of a contribution `desk..wait`.
//!
//! **Other lines** and what they take behind what is shown:
//!
//! ```text
//! source  pmo "Project register"           description owner every_days
//! import  pmo 2026-11-02                    file hash sheet created ignored quarantined (a number of rows)
//! reading used 2026-10-31 12                id source nature grade recorded (a date) by comment
//! status  desk 2026-10-30 it green "Said"   id source percent comment; `-` for no date or no rating
//! waive   D103 desk "The reason"            by on until; the subject is an element, a link or `settings`, the whole
//! setting cycle=quarter currency=EUR rate="USD EUR 0.9" fiscal_year=07-01 title="Saint-Luc"
//! setting M105.priorities=6 M105.severity=low D103.off
//! ```
//!
//! Several `status` lines of one element are its history. Whatever is named must be drawn, before or after.
//!
//! Never fed with a user's text: it trusts its reader and stops at the first mistake.

mod fields;
mod lexer;
mod links;
mod named;
mod observed;
pub mod spelled;
#[cfg(test)]
pub(crate) mod told;

use crate::model::{
    Canvas, CanvasId, CanvasKind, Date, Element, ElementId, ExternalKey, Instant, Link, LinkId,
    Placement, PlacementId, Portfolio, Record, Settings,
};
use fields::date;
use lexer::{Line, Token};
use std::collections::BTreeMap;

/// A verdict written behind a `#`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// `None` for the portfolio as a whole.
    pub subject: Option<ElementId>,
    pub code: String,
    /// The rule cannot tell, for want of a field.
    pub undecided: bool,
    /// The name of a severity; `None` when any will do.
    pub severity: Option<String>,
}

/// A finding spelled out below the line of its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// `None` for the portfolio as a whole.
    pub subject: Option<ElementId>,
    /// Number of its first line, from 0.
    pub first: usize,
    /// What stands there: a word of `spelled::WORDS` and what it says.
    pub lines: Vec<(String, String)>,
}

/// A portfolio with its date and what is expected of it.
#[derive(Debug, Clone)]
pub struct Drawing {
    pub records: Vec<Record>,
    pub as_of: Date,
    pub expected: Vec<Expected>,
    pub spelled: Vec<Spelled>,
}

impl Drawing {
    #[must_use]
    pub fn portfolio(&self) -> Portfolio {
        Portfolio::from_records(self.records.iter().cloned())
    }
}

/// Reads a drawing.
///
/// # Errors
/// The first line that is not understood, with its number and the reason.
pub fn draw(text: &str) -> Result<Drawing, String> {
    let mut pen = Pen {
        drawing: Drawing {
            records: Vec::new(),
            as_of: Date::from_ymd_opt(2026, 11, 22).unwrap_or_default(),
            expected: Vec::new(),
            spelled: Vec::new(),
        },
        judged: None,
        sources: BTreeMap::new(),
        settings: Settings::default(),
        settled: false,
        wishes: Vec::new(),
    };
    for (n, line) in text.lines().enumerate() {
        if let Some((word, said)) = spelled::line(line) {
            pen.spell(n, word, said)
                .map_err(|why| format!("line {}: {why}: {}", n + 1, line.trim()))?;
            continue;
        }
        lexer::split(line)
            .and_then(|line| pen.line(&line))
            .map_err(|why| format!("line {}: {why}: {}", n + 1, line.trim()))?;
    }
    pen.place()?;
    if pen.settled {
        pen.drawing.records.push(Record::Settings(pen.settings));
    }
    named::check(&pen.drawing.records)?;
    Ok(pen.drawing)
}

struct Pen {
    drawing: Drawing,
    /// The subject of the last line that expects something.
    judged: Option<Option<ElementId>>,
    /// Titles of sources by id.
    sources: BTreeMap<String, String>,
    settings: Settings,
    /// Something was set.
    settled: bool,
    /// What canvases show, placed when every element is known.
    wishes: Vec<(CanvasId, String)>,
}

impl Pen {
    fn line(&mut self, line: &Line) -> Result<(), String> {
        let mut words = line.tokens.iter().peekable();
        let Some(first) = words.next() else {
            self.expect(&[None], &line.expected);
            return Ok(());
        };
        let rest: Vec<&Token> = words.collect();
        match first.text.as_str() {
            "as_of" => self.drawing.as_of = date(word(&rest, 0)?)?,
            "source" => self.source(&rest)?,
            "import" => self.import(&rest)?,
            "reading" => self.reading(&rest)?,
            "status" => self.status(&rest)?,
            "waive" => self.waive(&rest)?,
            "setting" => self.setting(&rest)?,
            "canvas" => self.canvas(&rest)?,
            kind => {
                let times = kind.strip_suffix('x').and_then(|it| it.parse::<u32>().ok());
                let subjects = match times {
                    Some(times) => {
                        let kind = word(&rest, 0)?;
                        let mut ids = Vec::new();
                        for n in 1..=times {
                            let number = n.to_string();
                            ids.push(self.element(kind, &rest[1..], &number)?);
                        }
                        ids
                    }
                    None => vec![self.element(kind, &rest, "")?],
                };
                let subjects: Vec<Option<ElementId>> = subjects.into_iter().map(Some).collect();
                self.expect(&subjects, &line.expected);
                return Ok(());
            }
        }
        if line.expected.is_empty() {
            Ok(())
        } else {
            Err("only elements are judged".to_owned())
        }
    }

    fn expect(&mut self, subjects: &[Option<ElementId>], said: &[String]) {
        if !said.is_empty() {
            self.judged = subjects.first().cloned();
        }
        for text in said {
            let (verdict, severity) = match text.split_once(':') {
                Some((verdict, severity)) => (verdict, Some(severity)),
                None => (text.as_str(), None),
            };
            let code = verdict.trim_end_matches('?');
            for subject in subjects {
                self.drawing.expected.push(Expected {
                    subject: subject.clone(),
                    code: code.to_owned(),
                    undecided: code.len() < verdict.len(),
                    severity: severity.map(str::to_owned),
                });
            }
        }
    }

    fn spell(&mut self, at: usize, word: &str, said: &str) -> Result<(), String> {
        let subject = self.judged.clone().ok_or("nothing is expected above")?;
        let all = &mut self.drawing.spelled;
        let next = (word.to_owned(), said.to_owned());
        match all.last_mut() {
            Some(last) if last.first + last.lines.len() == at && !spelled::begins(word) => {
                last.lines.push(next);
            }
            _ => all.push(Spelled {
                subject,
                first: at,
                lines: vec![next],
            }),
        }
        Ok(())
    }

    fn element(&mut self, kind: &str, rest: &[&Token], suffix: &str) -> Result<ElementId, String> {
        let id = ElementId::new(format!("{}{suffix}", word(rest, 0)?));
        let title = rest.get(1).filter(|it| it.quoted).ok_or("no title")?;
        let title = match suffix {
            "" => title.text.clone(),
            number => format!("{} {number}", title.text),
        };
        let mut element = Element::new(id.clone(), fields::named(kind)?, title);
        let mut links = Vec::new();
        let mut at = 2;
        while let Some(token) = rest.get(at) {
            at += 1;
            if let Some(key) = &token.key {
                if key == "key" {
                    let (source, key) = token.text.split_once(':').ok_or("a key needs a source")?;
                    let source = self.sources.get(source).ok_or("unknown source")?.clone();
                    let key = key.to_owned();
                    element.external_keys.push(ExternalKey { source, key });
                } else {
                    fields::set(&mut element, key, &token.text)?;
                }
                continue;
            }
            let to = ElementId::new(word(rest, at)?);
            at += 1;
            let mut detail = links::detail(&token.text)?;
            while let Some(inner) = rest.get(at).filter(|it| it.inner) {
                at += 1;
                links::set(&mut detail, inner.key.as_deref(), &inner.text)?;
            }
            // `desk.because.wait`; a contribution of either state is `desk..wait`.
            let name = token.text.trim_matches(['-', '~', '>']);
            links.push(Link {
                id: LinkId::new(format!("{id}.{name}.{to}")),
                from: id.clone(),
                to,
                detail,
            });
        }
        let records = &mut self.drawing.records;
        records.push(Record::Element(element));
        records.extend(links.into_iter().map(Record::Link));
        Ok(id)
    }

    fn canvas(&mut self, rest: &[&Token]) -> Result<(), String> {
        let id = CanvasId::new(word(rest, 0)?);
        self.drawing.records.push(Record::Canvas(Canvas {
            id: id.clone(),
            title: word(rest, 1)?.to_owned(),
            kind: CanvasKind::StrategyMap,
            frames: Vec::new(),
        }));
        for token in rest.iter().filter(|it| it.key.as_deref() == Some("shows")) {
            for wish in token.text.split(',') {
                self.wishes.push((id.clone(), wish.to_owned()));
            }
        }
        Ok(())
    }

    /// Places what the canvases show in one row; tests that care about places make their own.
    fn place(&mut self) -> Result<(), String> {
        let mut placed = Vec::new();
        for (canvas, wish) in &self.wishes {
            let before = placed.len();
            for record in &self.drawing.records {
                let Record::Element(element) = record else {
                    continue;
                };
                let id = element.id.as_str();
                if wish
                    .strip_suffix('*')
                    .map_or(id == wish, |head| id.starts_with(head))
                {
                    placed.push(Record::Placement(Placement {
                        id: PlacementId::new(format!("{canvas}.{id}")),
                        canvas: canvas.clone(),
                        element: element.id.clone(),
                        x: 264.0 * f64::from(u32::try_from(placed.len()).unwrap_or(0)),
                        y: 0.0,
                        pinned: false,
                        locked: false,
                    }));
                }
            }
            if placed.len() == before {
                return Err(format!("canvas {canvas} shows {wish}, which is not drawn"));
            }
        }
        self.drawing.records.extend(placed);
        Ok(())
    }

    fn next_id(&self, kind: &str) -> String {
        format!("{kind}-{}", self.drawing.records.len())
    }
}

fn word<'t>(tokens: &[&'t Token], at: usize) -> Result<&'t str, String> {
    tokens
        .get(at)
        .map(|it| it.text.as_str())
        .ok_or_else(|| "something is missing".to_owned())
}

fn noon(date: Date) -> Instant {
    date.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc()
}

#[cfg(test)]
mod tests;
