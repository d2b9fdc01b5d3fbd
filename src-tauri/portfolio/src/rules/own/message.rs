//! The sentence of a finding: text with the names of fields in braces, filled in as the language writes them.
//!
//! A hole is the name of a field and nothing else. Whoever wants to say more computes it as evidence.

use super::expression::{Fault, RulePart};
use super::fact::{Fact, Scene, Thing};
use super::fields;
use crate::model::{ElementKind, Lang};
use crate::rules::words::{day, money, number, quoted};
use rust_decimal::prelude::ToPrimitive;

/// What stands in the place of a field that says nothing.
const ABSENT: [&str; 2] = ["(not given)", "(non renseigné)"];

/// The names in braces, in order, with what stands between them.
fn holes(message: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(message);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((before, after)) = text.split_once('{') else {
            rest = None;
            return Some((text, None));
        };
        match after.split_once('}') {
            Some((name, after)) => {
                rest = Some(after);
                Some((before, Some(name)))
            }
            None => {
                rest = None;
                Some((text, None))
            }
        }
    })
}

/// The fields that the holes name, one bit each; every hole names a field of the kind.
///
/// # Errors
/// The first that does not.
pub(super) fn check(message: &str, kind: ElementKind) -> Result<u128, Fault> {
    let mut named = 0;
    let wrong = |en: String, fr: String| Fault {
        part: RulePart::Message,
        ..Fault::new(en, fr)
    };
    for name in holes(message).filter_map(|(_, hole)| hole) {
        if name.trim().is_empty() {
            return Err(wrong(
                "the message has braces with nothing in them; write the name of a field between them, as in {title}"
                    .to_owned(),
                "le message contient des accolades vides ; écrivez-y le nom d’un champ, comme dans {title}".to_owned(),
            ));
        }
        if name.trim() != "today" && fields::of_kind(kind, name.trim()).is_none() {
            return Err(wrong(
                format!("the message names “{name}”, which is no field of this kind"),
                format!("le message nomme « {name} », qui n’est pas un champ de cette nature"),
            ));
        }
        named |= fields::bit(name.trim());
    }
    Ok(named)
}

/// The sentence about one element.
pub(super) fn fill(message: &str, scene: &Scene, lang: Lang) -> String {
    let mut said = String::new();
    for (text, hole) in holes(message) {
        said.push_str(text);
        if let Some(name) = hole {
            said.push_str(&value(scene, name.trim(), lang));
        }
    }
    said
}

/// What a field says, or that it says nothing.
pub(super) fn value(scene: &Scene, name: &str, lang: Lang) -> String {
    if name == "today" {
        return scene.today.map_or_else(String::new, |it| day(it, lang));
    }
    let fact = scene.element.as_ref().and_then(|it| it.get(name));
    match fact {
        Some(fact) => shown(fact, name, lang),
        None => ABSENT[lang as usize].to_owned(),
    }
}

fn shown(fact: &Fact, name: &str, lang: Lang) -> String {
    match fact {
        Fact::Truth(true) => ["yes", "oui"][lang as usize].to_owned(),
        Fact::Truth(false) => ["no", "non"][lang as usize].to_owned(),
        Fact::Number(it) => number(*it, lang),
        Fact::Text(it) if name == "title" => quoted(it, lang),
        Fact::Text(it) => it.to_string(),
        Fact::Day(it) => day(*it, lang),
        // An amount that no money of the world has is told as it stands.
        Fact::Money(it) if it.amount.to_f64().is_some() => money(it, lang),
        Fact::Money(it) => format!("{} {}", it.amount, it.currency),
        Fact::Texts(all) => all.join(", "),
        Fact::Thing(it) => match it.get("text") {
            Some(text) => shown(text, "", lang),
            None => columns(it, lang),
        },
    }
}

/// Columns of an import, each with its name.
fn columns(thing: &Thing, lang: Lang) -> String {
    let colon = [": ", "\u{a0}: "][lang as usize];
    let all = thing.0.fields.iter();
    let all: Vec<String> = all
        .map(|(name, fact)| format!("{name}{colon}{}", shown(fact, "", lang)))
        .collect();
    if all.is_empty() {
        ABSENT[lang as usize].to_owned()
    } else {
        all.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_fields_of_its_kind_only() {
        assert!(check("{title} ends on {end}.", ElementKind::Initiative).is_ok());
        assert!(check("No hole at all, { but a brace.", ElementKind::Team).is_ok());
        assert!(check("{title} ends on {end}.", ElementKind::Team).is_err());
        assert!(check("{}", ElementKind::Team).is_err());
    }

    #[test]
    fn what_stands_around_holes_is_kept_as_it_is() {
        let parts: Vec<_> = holes("a {b} c {d").collect();
        assert_eq!(parts, [("a ", Some("b")), (" c {d", None)]);
    }
}
