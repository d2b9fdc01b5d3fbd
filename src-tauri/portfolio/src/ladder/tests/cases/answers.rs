//! The words in which a case is answered: levels and needs by their names, shares in percent, both languages side by side.

use super::{Scored, changed};
use crate::ladder::{
    Answer, Bar, CoveredPart, Missing, Need, ObjectiveScore, Rung, Score, Spend, Stage, plain,
};
use crate::model::Lang;
use serde::Serialize;

/// The name of a value of an enum, as files have it.
pub(super) fn name(of: impl Serialize) -> String {
    serde_json::to_value(of)
        .ok()
        .and_then(|it| it.as_str().map(str::to_owned))
        .expect("a name")
}

pub(super) fn listed<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
    let all: Vec<String> = all.into_iter().map(|it| it.to_string()).collect();
    if all.is_empty() {
        "none".to_owned()
    } else {
        all.join(", ")
    }
}

/// A number to two places, without what says nothing.
pub(super) fn short(number: f64) -> String {
    let number = (number * 100.0).round() / 100.0;
    (number + 0.0).to_string()
}

/// Both languages side by side. French keeps its high punctuation and its quotation marks on the line of their word.
pub(super) fn both(en: &str, fr: &str) -> String {
    for loose in [" :", " ;", " ?", " !", " %", " »", "« "] {
        assert!(!fr.contains(loose), "a line may break here: {fr}");
    }
    if en == fr {
        en.to_owned()
    } else {
        format!("{en} | {fr}")
    }
}

pub(super) fn answer(of: &Scored, asked: &str) -> String {
    let (first, rest) = asked.split_once(' ').unwrap_or((asked, ""));
    let (en, fr) = (&of.en, &of.fr);
    match first {
        "weight" => bar(&en.by_weight),
        "money" => {
            let bars = en.by_money.iter().map(|it| match &it.total {
                Some(total) => format!("{total}: {}", bar(it), total = total.currency),
                None => bar(it),
            });
            bars.collect::<Vec<_>>().join(" / ")
        }
        "spend" => en.spend.iter().map(spend).collect::<Vec<_>>().join(" / "),
        "clauses" => listed(en.clauses.iter().filter(|it| it.share > 0.0).map(|it| {
            let by: Vec<&str> = it.objectives.iter().map(|it| it.as_str()).collect();
            format!("{} {} ({})", name(it.class), it.percent, by.join(" "))
        })),
        "says" => both(&plain(&en.sentence), &plain(&fr.sentence)),
        "figure" => match &en.measured {
            Some(it) => format!(
                "{} between {} and {}, unknown {}",
                short(it.share),
                short(it.low),
                short(it.high),
                short(it.unknown)
            ),
            None => "none".to_owned(),
        },
        "remarks" => listed(en.remarks.iter().map(|it| {
            let elements = it.elements.iter().map(|it| it.as_str());
            let links = it.links.iter().map(|it| it.as_str());
            let readings = it.readings.iter().map(|it| it.as_str());
            let about: Vec<&str> = elements.chain(links).chain(readings).collect();
            let count = it.count;
            format!("{} {count} ({})", name(it.kind), about.join(" "))
        })),
        "remark" => {
            let text = |score: &Score| {
                let mut all = score.remarks.iter();
                all.find(|it| name(it.kind) == rest)
                    .map_or("none".to_owned(), |it| it.text.clone())
            };
            both(&text(en), &text(fr))
        }
        "effects" | "yardsticks" | "moves" | "traces" | "trace" | "warning" => {
            changed::answer(of, first, rest)
        }
        id => objective(super::super::of(en, id), super::super::of(fr, id), rest),
    }
}

fn objective(en: &ObjectiveScore, fr: &ObjectiveScore, asked: &str) -> String {
    let (first, rest) = asked.split_once(' ').unwrap_or((asked, ""));
    match first {
        "" => stand(en),
        "suffices" => en.sufficiency.map_or("cannot tell".to_owned(), |it| {
            let all = [it.low, it.middle, it.high].map(short).join(" ");
            let told = if it.complete { "told" } else { "at least" };
            format!("{all}, {told}")
        }),
        "realised" => en.realised.map_or("none".to_owned(), short),
        "judged" => listed(&en.indicators),
        "covers" => listed(en.coverage.iter().map(|it| {
            let part = match it.part {
                CoveredPart::Why => "why",
                CoveredPart::Owner => "owner",
                CoveredPart::Indicator => "indicator",
                CoveredPart::Change => "change",
                CoveredPart::Funding => "funding",
                CoveredPart::Enabler => "enabler",
            };
            let by: Vec<&str> = it.by.iter().map(|it| it.as_str()).collect();
            let mark = match it.answer {
                Answer::Holds => "+",
                Answer::CannotTell => "?",
                Answer::Fails => "-",
            };
            format!("{mark}{part} {}", by.join(" ")).trim().to_owned()
        })),
        "flow" => listed(en.flow.iter().map(|it| {
            let [meant, low, high] = [&it.meant, &it.low, &it.high].map(|it| it.amount.normalize());
            let arrives = if low == high {
                low.to_string()
            } else {
                format!("{low} to {high}")
            };
            format!("{arrives} of {meant} {}", it.meant.currency)
        })),
        "streams" => listed(en.flow.iter().flat_map(|it| &it.streams).map(|it| {
            let share = if it.low.total_cmp(&it.high).is_eq() {
                short(it.low)
            } else {
                format!("{} to {}", short(it.low), short(it.high))
            };
            let meant = it.meant.amount.normalize();
            format!("{} {meant} × {share}", it.initiative)
        })),
        need => {
            let at = |of: &ObjectiveScore| {
                let stages = of.stages.iter();
                let mut own = stages.filter(|it| name(it.need) == need);
                own.next()
                    .unwrap_or_else(|| panic!("no need {need}"))
                    .clone()
            };
            stage(&at(en), &at(fr), rest)
        }
    }
}

fn word(rung: Rung) -> &'static str {
    rung.word(Lang::En)
}

fn stand(it: &ObjectiveScore) -> String {
    let limit = |it: Option<Need>| it.map_or(String::new(), |it| format!(" for {}", name(it)));
    match it.level {
        Some(level) => format!("{}{}", word(level), limit(it.limit)),
        None => format!(
            "{} to {}{}",
            word(it.floor),
            word(it.ceiling),
            limit(it.limit)
        ),
    }
}

fn stage(en: &Stage, fr: &Stage, asked: &str) -> String {
    match asked {
        "" => {
            let answer = match en.answer {
                Answer::Holds => "holds",
                Answer::CannotTell => "cannot tell",
                Answer::Fails => "fails",
            };
            format!("{answer}: {}", both(&en.text, &fr.text))
        }
        "lift" => both(&en.lift, &fr.lift),
        "lacks" => listed(en.missing.iter().map(missing)),
        "shows" => {
            let rows = |of: &Stage| {
                let rows = of.evidence.iter().map(|it| {
                    let date = it.date.map_or(String::new(), |it| format!(" on {it}"));
                    let source = if it.source.is_empty() { "" } else { " by " };
                    format!("{}{date}{source}{}", it.text, it.source)
                });
                let rows: Vec<String> = rows.collect();
                rows.join("; ")
            };
            both(&rows(en), &rows(fr))
        }
        other => panic!("{other} is not asked of a need"),
    }
}

fn missing(it: &Missing) -> String {
    let element = it.element.as_ref().map(|it| it.as_str());
    let link = it.link.as_ref().map(|it| it.as_str());
    format!("{}.{}", element.or(link).unwrap_or("?"), it.field)
}

fn bar(it: &Bar) -> String {
    let some = it.segments.iter().filter(|it| !it.elements.is_empty());
    let some = some.map(|it| {
        let by: Vec<&str> = it.elements.iter().map(|it| it.as_str()).collect();
        let level = it.level.map_or("unknown", word);
        format!("{level} {} ({})", it.percent, by.join(" "))
    });
    let beside = (!it.without_width.is_empty()).then(|| {
        let by: Vec<&str> = it.without_width.iter().map(|it| it.as_str()).collect();
        format!("beside ({})", by.join(" "))
    });
    listed(some.chain(beside))
}

fn spend(it: &Spend) -> String {
    let [total, reaches, unknown, leaks, nowhere] =
        [&it.total, &it.reaches, &it.unknown, &it.leaks, &it.nowhere]
            .map(|it| it.amount.normalize());
    let by: Vec<&str> = it.nowhere_by.iter().map(|it| it.as_str()).collect();
    let currency = &it.total.currency;
    format!(
        "{total} {currency}: {reaches} reaches, {unknown} unknown, {leaks} leaks, {nowhere} nowhere ({})",
        by.join(" ")
    )
}
