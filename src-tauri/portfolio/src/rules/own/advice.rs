//! What would make a rule of one's own pass, where its author has not said: what its condition asks for and the element
//! does not have, or else what it says now that it should not.

use super::fact::{Fact, Scene};
use super::fields::VARIABLES;
use super::message;
use super::tell::label;
use super::worker::Read;
use crate::model::{Element, Lang, OwnRule};
use crate::rules::Context;
use crate::rules::words::{listed, quoted, say};

/// Fields that tell what an element is, and that nobody would change to please a rule.
const FIXED: [&str; 3] = ["id", "kind", "title"];

pub(super) fn of(
    ctx: &Context<'_>,
    rule: &OwnRule,
    read: &Read,
    element: &Element,
    scene: &Scene,
) -> String {
    let given = rule.advice.trim();
    if !given.is_empty() {
        return given.to_owned();
    }
    let name = quoted(&element.title, ctx.lang);
    let fields = read.looks_at.iter().copied();
    let (there, lacking): (Vec<&str>, Vec<&str>) = fields
        .filter(|it| !FIXED.contains(it))
        .partition(|it| says(scene, it));
    if !lacking.is_empty() {
        let all: Vec<String> = lacking.iter().map(|it| label(it, ctx.lang)).collect();
        let all = listed(&all, ctx.lang);
        return say!(
            ctx,
            "Fill in what {name} lacks: {all}.",
            "Renseignez ce qui manque à {name}\u{a0}: {all}."
        );
    }
    let now: Vec<String> = there
        .iter()
        .map(|it| {
            let (label, value) = (label(it, ctx.lang), message::value(scene, it, ctx.lang));
            say!(
                ctx,
                "{label} (now {value})",
                "{label} (aujourd’hui\u{a0}: {value})"
            )
        })
        .collect();
    if !now.is_empty() {
        let all = either(&now, ctx.lang);
        return say!(
            ctx,
            "Change what the rule objects to in {name}: {all}.",
            "Modifiez ce que la règle reproche à {name}\u{a0}: {all}."
        );
    }
    let lists = VARIABLES.iter().zip(read.needs.lists);
    let lists: Vec<String> = lists
        .filter(|(_, named)| *named)
        .map(|(it, _)| lowered(it.says.get(ctx.lang)))
        .collect();
    if lists.is_empty() {
        return say!(
            ctx,
            "Hold {name} against the condition of the rule, and change what it objects to.",
            "Relisez {name} à la lumière de la condition de la règle, et modifiez ce qu’elle lui reproche."
        );
    }
    let all = lists.join(match ctx.lang {
        Lang::En => "; ",
        Lang::Fr => "\u{a0}; ",
    });
    say!(
        ctx,
        "Put right what stands around {name}: {all}.",
        "Corrigez ce qui entoure {name}\u{a0}: {all}."
    )
}

/// Whether a field says something; a list of nothing does not.
fn says(scene: &Scene, name: &str) -> bool {
    let fact = scene.element.as_ref().and_then(|it| it.get(name));
    match fact {
        Some(Fact::Texts(all)) => !all.is_empty(),
        Some(Fact::Thing(it)) => !it.0.fields.is_empty(),
        it => it.is_some(),
    }
}

fn either(all: &[String], lang: Lang) -> String {
    let or = match lang {
        Lang::En => "or",
        Lang::Fr => "ou",
    };
    match all {
        [first @ .., last] if !first.is_empty() => format!("{} {or} {last}", first.join(", ")),
        _ => all.concat(),
    }
}

fn lowered(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}
