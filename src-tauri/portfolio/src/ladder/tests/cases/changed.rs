//! What is asked of a change between two states.

use super::Scored;
use super::answers::{both, listed, name};
use crate::ladder::Rung;
use crate::ladder::change::{Profile, ScoreChange, Stand};
use crate::model::Lang;

fn word(stand: Stand) -> String {
    match stand {
        Stand::Absent => "absent".to_owned(),
        Stand::Unknown => "unknown".to_owned(),
        Stand::At(rung) => Rung::word(rung, Lang::En).to_owned(),
    }
}

fn figure(of: &str) -> fn(&Profile) -> f64 {
    match of {
        "measured" => |it| it.measured,
        "proven" => |it| it.proven,
        other => panic!("{other} is no figure"),
    }
}

fn points(share: f64) -> String {
    let points = (share * 100.0).round() + 0.0;
    format!("{points:+}")
}

/// How far each level of each bar moved, where it did.
fn bars(of: &Profile) -> String {
    let words = Rung::ALL.map(|it| Rung::word(it, Lang::En));
    let words: Vec<&str> = words.into_iter().chain(["unknown"]).collect();
    let moved = of.bars.iter().flat_map(|bar| {
        let currency = bar.currency.as_ref().map_or("", |it| it.as_str());
        let levels = bar.levels.iter().zip(&words);
        let moved = levels.filter(|(it, _)| it.abs() > 0.005);
        let told: Vec<String> = moved
            .map(|(it, word)| {
                format!("{currency} {word} {}", points(*it))
                    .trim()
                    .to_owned()
            })
            .collect();
        told
    });
    listed(moved)
}

pub(super) fn answer(of: &Scored, first: &str, rest: &str) -> String {
    let [en, fr] = of.change();
    match first {
        "effects" => effects(en, rest),
        "yardsticks" => points(figure(rest)(&en.yardsticks)),
        "moves" => listed(en.moves.iter().map(|it| {
            let (id, cause) = (&it.objective, name(it.cause));
            format!("{id} {} to {} by {cause}", word(it.before), word(it.after))
        })),
        "traces" => listed(en.traces.iter().map(|it| {
            let elements = it.elements.iter().map(|it| it.as_str());
            let links = it.links.iter().map(|it| it.as_str());
            let readings = it.readings.iter().map(|it| it.as_str());
            let about: Vec<&str> = elements.chain(links).chain(readings).collect();
            format!("{} ({})", name(it.kind), about.join(" "))
        })),
        "trace" => {
            let text = |of: &ScoreChange| {
                let mut all = of.traces.iter();
                all.find(|it| name(it.kind) == rest)
                    .map_or("none".to_owned(), |it| it.text.clone())
            };
            both(&text(en), &text(fr))
        }
        "warning" => {
            let text = |of: &ScoreChange| of.warning.clone().unwrap_or("none".to_owned());
            both(&text(en), &text(fr))
        }
        other => panic!("{other} is not asked of a change"),
    }
}

fn effects(of: &ScoreChange, asked: &str) -> String {
    if asked == "bars" {
        let told = of.effects.iter().filter_map(|it| {
            let moved = bars(&it.moved);
            (moved != "none").then(|| format!("{}: {moved}", name(it.cause)))
        });
        let told: Vec<String> = told.collect();
        return if told.is_empty() {
            "none".to_owned()
        } else {
            told.join("; ")
        };
    }
    let figure = figure(asked);
    let moved = of
        .effects
        .iter()
        .filter(|it| figure(&it.moved).abs() > 0.005);
    listed(moved.map(|it| format!("{} {}", name(it.cause), points(figure(&it.moved)))))
}
