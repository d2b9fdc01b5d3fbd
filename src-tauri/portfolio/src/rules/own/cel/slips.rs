//! What goes wrong with an expression, in our words: slips of the pen that the parser finds, and errors while it is
//! run. The words of the crate are for programmers and in one language; none of them reaches a person.

use super::super::expression::{Fault, RulePlace, Stop};
use super::super::fields;
use super::counted::stopped;
use super::dates::NO_DATE;
use super::functions::FUNCTIONS;
use super::values::OF;
use cel::{ExecutionError, ParseErrors};

/// The first thing that the parser could not read.
pub(super) fn unreadable(errors: &ParseErrors, source: &str) -> Fault {
    let Some(first) = errors.errors.first() else {
        return Fault::new("it cannot be read", "elle est illisible");
    };
    let number = |it: isize| u32::try_from(it).unwrap_or(1).max(1);
    let deep = errors.errors.iter().any(|it| it.msg.contains("Recursion"));
    let place = RulePlace {
        line: number(first.pos.0),
        column: number(first.pos.1),
    };
    if deep {
        return Fault::new(
            "the expression is nested too deeply",
            "l’expression est imbriquée trop profondément",
        );
    }
    // What does not fit may do so because of the word before it.
    if let Some((fault, column)) = word_before(source, place) {
        return fault.at(Some(RulePlace { column, ..place }));
    }
    words(&first.msg, source).at(Some(place))
}

/// An operator that is written as a word, as in other languages.
pub(super) fn spelled_out(word: &str) -> Option<Fault> {
    let sign = match word.to_lowercase().as_str() {
        "and" | "et" => "&&",
        "or" | "ou" => "||",
        "not" | "non" => "!",
        _ => return None,
    };
    Some(Fault::new(
        format!("“{word}” is written {sign}"),
        format!("« {word} » s’écrit {sign}"),
    ))
}

/// The operator in words that stands right before a place, and the column at which it begins.
fn word_before(source: &str, place: RulePlace) -> Option<(Fault, u32)> {
    let line = source.lines().nth(usize::try_from(place.line).ok()? - 1)?;
    let before: String = line
        .chars()
        .take(usize::try_from(place.column).ok()? - 1)
        .collect();
    let before = before.trim_end();
    let begin = before
        .rfind(|it: char| !it.is_alphanumeric() && it != '_')
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let (rest, word) = before.split_at(begin);
    // `element.not` would be a field.
    let fault = spelled_out(word).filter(|_| !rest.ends_with('.'))?;
    Some((fault, u32::try_from(rest.chars().count() + 1).ok()?))
}

/// What stands between the first two marks `'` of a message; where something is missing, what stands in its place.
fn cited(message: &str) -> Option<String> {
    let (_, rest) = match message.split_once("' at '") {
        Some(missing) if message.contains("missing '") => missing,
        _ => message.split_once('\'')?,
    };
    let end = rest.rfind("' expecting").or_else(|| rest.rfind('\''))?;
    let text = rest.get(..end)?.trim();
    (!text.is_empty()).then(|| text.chars().take(30).collect())
}

fn words(message: &str, source: &str) -> Fault {
    if message.contains("invalid argument to has") {
        return Fault::new(
            "has takes a field, like has(element.owner)",
            "has prend un champ, comme has(element.owner)",
        );
    }
    if message.contains("must be a simple name") {
        return Fault::new(
            "all, exists, map and filter begin with a name for each of the list, like exists(it, …)",
            "all, exists, map et filter commencent par un nom pour chaque élément de la liste, comme exists(it, …)",
        );
    }
    let what = cited(message);
    let what = what.as_deref();
    if what.is_some_and(|it| it == "=" || it.starts_with("= ")) || lone_equals(source, what) {
        return Fault::new(
            "equality is written with two signs, ==",
            "l’égalité s’écrit avec deux signes, ==",
        );
    }
    if let Some(fault) = what.and_then(spelled_out) {
        return fault;
    }
    match what {
        Some("<EOF>") => Fault::new(
            "it ends too early; something is missing at its end",
            "elle s’arrête trop tôt ; il manque quelque chose à la fin",
        ),
        Some(text) if text.starts_with(['\'', '"']) => Fault::new(
            "a text is not closed by its quotation mark",
            "un texte n’est pas fermé par son guillemet",
        ),
        Some(text) if message.contains("token recognition") => Fault::new(
            format!("the sign “{text}” means nothing here"),
            format!("le signe « {text} » ne veut rien dire ici"),
        ),
        Some(text) => Fault::new(
            format!("“{text}” does not fit here"),
            format!("« {text} » ne convient pas ici"),
        ),
        None => Fault::new(
            "it cannot be read from here on",
            "elle est illisible à partir d’ici",
        ),
    }
}

/// Whether what does not fit follows a single `=`.
fn lone_equals(source: &str, what: Option<&str>) -> bool {
    let Some(what) = what else { return false };
    let bare = |it: &str| it.contains('=') && !it.contains("==");
    bare(what) && !what.contains(['!', '<', '>']) && source.contains(what)
}

/// Why an evaluation ended without a result.
pub(super) fn ended(error: &ExecutionError) -> Stop {
    if let Some(stop) = stopped(error) {
        return stop;
    }
    let fault = |en: String, fr: String| Stop::Fault(Fault::new(en, fr));
    match error {
        ExecutionError::NoSuchKey(key) => missed(key),
        // What is written behind a point was written as a call of its own, or a call without what it needs.
        ExecutionError::UndeclaredReference(name) if usage(name).is_some() => written_like(name),
        ExecutionError::NoSuchOverload(it)
            if it.argument_types().is_empty() && usage(it.function()).is_some() =>
        {
            written_like(it.function())
        }
        ExecutionError::UndeclaredReference(name) => fault(
            format!("there is nothing called “{name}”"),
            format!("rien ne s’appelle « {name} »"),
        ),
        ExecutionError::DivisionByZero(_) | ExecutionError::RemainderByZero(_) => fault(
            "a number is divided by zero".to_owned(),
            "un nombre est divisé par zéro".to_owned(),
        ),
        ExecutionError::Overflow(..) => fault(
            "a number is too large".to_owned(),
            "un nombre est trop grand".to_owned(),
        ),
        ExecutionError::IndexOutOfBounds(_) => fault(
            "a list has no element at that place".to_owned(),
            "une liste n’a pas d’élément à cette place".to_owned(),
        ),
        ExecutionError::FunctionError { function, message } if function == NO_DATE => fault(
            format!("“{message}” is no date like 2026-11-22"),
            format!("« {message} » n’est pas une date comme 2026-11-22"),
        ),
        ExecutionError::NoSuchOverload(it) => {
            let (sign, types) = (sign(it.function()), it.argument_types());
            let en: Vec<&str> = types.iter().map(|it| noun(it).0).collect();
            let fr: Vec<&str> = types.iter().map(|it| noun(it).1).collect();
            fault(
                format!("“{sign}” cannot be done with {}", en.join(" and ")),
                format!("« {sign} » ne s’applique pas à {}", fr.join(" et ")),
            )
        }
        ExecutionError::UnexpectedType { got, .. } => {
            let (en, fr) = noun(got);
            fault(
                format!("{en} stands where something else is needed"),
                format!("{fr} figure là où il faut autre chose"),
            )
        }
        _ => fault(
            "two values do not go together".to_owned(),
            "deux valeurs ne vont pas ensemble".to_owned(),
        ),
    }
}

/// An example of a function.
fn usage(name: &str) -> Option<&'static str> {
    let known = FUNCTIONS.iter().find(|it| it.name == name)?;
    Some(known.usage)
}

fn written_like(name: &str) -> Stop {
    let usage = usage(name).unwrap_or_default();
    Stop::Fault(Fault::new(
        format!("“{name}” is written like {usage}"),
        format!("« {name} » s’écrit comme {usage}"),
    ))
}

/// A field that is not filled, or one that does not exist at all.
fn missed(key: &str) -> Stop {
    let (field, of) = match key.split_once(OF) {
        Some((field, id)) => (field, Some(id.to_owned())),
        None => (key, None),
    };
    let root = field.split('.').next().unwrap_or(field);
    if root == "reports" || fields::any(root).is_some() {
        return Stop::Missing {
            field: field.to_owned(),
            of,
        };
    }
    Stop::Fault(Fault::new(
        format!("nothing has a field “{field}”"),
        format!("rien n’a de champ « {field} »"),
    ))
}

/// A type with its article.
pub(super) fn noun(name: &str) -> (&'static str, &'static str) {
    match name {
        "bool" => ("true or false", "vrai ou faux"),
        "int" | "uint" | "double" => ("a number", "un nombre"),
        "string" => ("a text", "un texte"),
        "list" => ("a list", "une liste"),
        "element" => ("an element", "un élément"),
        "money" => ("an amount with its currency", "un montant avec sa devise"),
        _ => ("a value", "une valeur"),
    }
}

/// An operator as it is written.
fn sign(function: &str) -> String {
    match function {
        "@in" => "in".to_owned(),
        "_._" => ".".to_owned(),
        "_?_:_" => "? :".to_owned(),
        other => other.trim_matches(['_', '@']).replace("[_]", "[ ]"),
    }
}
