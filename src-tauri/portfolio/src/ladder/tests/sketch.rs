//! Random portfolios, put together from small parts as people would: most of what is needed is there, and something is not.

use crate::fixture::draw;
use crate::model::{Date, Portfolio, Record};
use proptest::prelude::*;

/// A portfolio with its date, so that a property can take it apart.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    pub(super) text: String,
    pub(super) records: Vec<Record>,
    pub(super) as_of: Date,
}

impl Sketch {
    pub(super) fn portfolio(&self) -> Portfolio {
        Portfolio::from_records(self.records.iter().cloned())
    }
}

/// Choices, one after the other; when the tape ends, the first of each.
struct Tape<'t>(std::slice::Iter<'t, u8>);

impl Tape<'_> {
    fn below(&mut self, limit: u8) -> u8 {
        self.0.next().map_or(0, |it| it % limit)
    }

    /// True in all but one of so many.
    fn mostly(&mut self, of: u8) -> bool {
        self.below(of) < of - 1
    }

    fn pick<'c>(&mut self, from: &[&'c str]) -> &'c str {
        let at = self.below(u8::try_from(from.len()).unwrap());
        from[usize::from(at)]
    }

    fn person(&mut self) -> &'static str {
        self.pick(&["A. Rey", "B. Sole", "C. Dot"])
    }
}

fn contribution(tape: &mut Tape<'_>, to: &str, indicators: u8) -> String {
    let arrow = if tape.mostly(16) { "->" } else { "~>" };
    let mut inner = Vec::new();
    if tape.mostly(16) {
        inner.push("mechanism=\"Because\"".to_owned());
    }
    if tape.mostly(9) {
        inner.push(format!(
            "by=\"{}\"",
            tape.pick(&["The board", "The board", "A. Rey", "B. Sole"])
        ));
    }
    if !tape.mostly(6) {
        inner.push(format!("claimed_by=\"{}\"", tape.person()));
    }
    if tape.mostly(6) {
        let word = tape.pick(&["decisive", "strong", "moderate", "weak", "marginal"]);
        inner.push(format!("strength={word}"));
    }
    if tape.mostly(8) {
        let word = tape.pick(&["certain", "likely", "plausible", "doubtful", "guess"]);
        inner.push(format!("confidence={word}"));
    }
    if !tape.mostly(3) {
        inner.push(format!("share=0.{}", 1 + tape.below(9)));
    }
    if !tape.mostly(4) {
        inner.push(format!("lag={}", u32::from(tape.below(8)) * 50));
    }
    if tape.mostly(9) && indicators > 0 {
        let most = 5 + i32::from(tape.below(8)) * 40;
        inner.push(format!(
            "expects=-{}..-{}..{}",
            most * 2,
            most,
            tape.below(3)
        ));
        inner.push(format!("on=k{}", 1 + tape.below(indicators)));
    }
    format!(" {arrow} {to} ({})", inner.join(" "))
}

fn text(bytes: &[u8]) -> String {
    let tape = &mut Tape(bytes.iter());
    let mut lines = vec!["as_of 2026-11-22".to_owned()];
    lines.push("source reg \"Register\"\nsource own \"Own list\"".to_owned());
    if tape.mostly(4) {
        lines.push("import reg 2026-11-02".to_owned());
    }
    let (objectives, outcomes) = (1 + tape.below(3), 2 + tape.below(3));
    let (changes, work, indicators) = (tape.below(3), 2 + tape.below(5), 1 + tape.below(4));
    for n in 1..=objectives {
        let mut line = format!("objective o{n} \"Objective\"");
        if tape.mostly(7) {
            line.push_str(&format!(" weight={}", 1 + tape.below(50)));
        }
        if tape.mostly(16) {
            line.push_str(&format!(" owner=\"{}\"", tape.person()));
        }
        if tape.mostly(16) {
            line.push_str(" why=\"It matters\"");
        }
        if !tape.mostly(4) {
            let to = 1 + tape.below(objectives);
            if to != n {
                line.push_str(&contribution(tape, &format!("o{to}"), indicators));
            }
        }
        lines.push(line);
    }
    for n in 1..=outcomes {
        let mut line = format!("outcome u{n} \"Outcome\" owner=\"{}\"", tape.person());
        if tape.mostly(8) {
            let to = format!("o{}", 1 + tape.below(objectives));
            line.push_str(&contribution(tape, &to, indicators));
        }
        lines.push(line);
    }
    for n in 1..=changes {
        let mut line = format!("change c{n} \"Change\" owner=\"{}\"", tape.person());
        let to = format!("u{}", 1 + tape.below(outcomes));
        line.push_str(&contribution(tape, &to, indicators));
        lines.push(line);
    }
    for n in 1..=work {
        lines.push(initiative(
            tape,
            n,
            [objectives, outcomes, changes, indicators],
        ));
    }
    for n in 1..=indicators {
        measured(tape, n, [objectives, outcomes], &mut lines);
    }
    lines.join("\n")
}

fn initiative(tape: &mut Tape<'_>, n: u8, of: [u8; 4]) -> String {
    let [objectives, outcomes, changes, indicators] = of;
    let state = tape.pick(&[
        "delivered delivered_on=2025-03-31",
        "active",
        "active",
        "delivered",
        "idea",
        "stopped",
    ]);
    let mut line = format!("initiative i{n} \"Work\" state={state}");
    if tape.mostly(6) {
        line.push_str(&format!(" budget=\"{} k EUR\"", 1 + tape.below(200)));
    }
    if tape.mostly(6) {
        line.push_str(&format!(" owner=\"{}\"", tape.person()));
    }
    let mut taken = Vec::new();
    for _ in 0..=tape.below(3) {
        let to = match tape.below(6) {
            5 => format!("o{}", 1 + tape.below(objectives)),
            4 if changes > 0 => format!("c{}", 1 + tape.below(changes)),
            _ => format!("u{}", 1 + tape.below(outcomes)),
        };
        if !taken.contains(&to) {
            line.push_str(&contribution(tape, &to, indicators));
            taken.push(to);
        }
    }
    if n > 1 && !tape.mostly(5) {
        line.push_str(&format!(" part_of i{}", 1 + tape.below(n - 1)));
    }
    if !tape.mostly(9) {
        line.push_str(&format!(" because o{}", 1 + tape.below(objectives)));
    }
    line
}

fn measured(tape: &mut Tape<'_>, n: u8, of: [u8; 2], lines: &mut Vec<String>) {
    let mut line = format!("indicator k{n} \"Minutes\" direction=down");
    let kind = tape.pick(&["outcome", "outcome", "outcome", "impact", "output", ""]);
    if !kind.is_empty() {
        line.push_str(&format!(" indicator_kind={kind}"));
    }
    if tape.mostly(8) {
        line.push_str(" every_days=30");
    }
    if tape.mostly(3) {
        line.push_str(" definition=\"From door to doctor\"");
    }
    if tape.mostly(9) {
        line.push_str(" baseline=60 baseline_on=2025-01-01");
    }
    if tape.mostly(9) {
        line.push_str(" target=30 target_on=2027-01-01");
    }
    let at = match tape.below(3) {
        0 | 1 => format!("o{}", 1 + tape.below(of[0])),
        _ => format!("u{}", 1 + tape.below(of[1])),
    };
    lines.push(format!("{line} measures {at}"));
    for (month, day) in [("07", 31), ("08", 31), ("09", 30), ("10", 31)] {
        if !tape.mostly(6) {
            continue;
        }
        let value = 28 + tape.below(14);
        let source = tape.pick(&[
            " source=reg",
            " source=reg",
            " source=reg",
            " source=own",
            "",
        ]);
        lines.push(format!(
            "reading k{n} 2026-{month}-{day} {value} id=k{n}r{month}{source}"
        ));
    }
}

pub(super) fn sketch() -> impl Strategy<Value = Sketch> {
    proptest::collection::vec(any::<u8>(), 320).prop_map(|bytes| {
        let text = text(&bytes);
        let drawing = draw(&text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
        Sketch {
            text,
            records: drawing.records,
            as_of: drawing.as_of,
        }
    })
}
