//! What is not JSON at all, in words of both languages. `serde_json` says it in English only, and as programs speak.

use super::place::Place;
use crate::error::Words;

/// What the reader of JSON says, by its beginning, and what a person is told.
const SAID: [(&str, &str, &str); 18] = [
    (
        "EOF while parsing",
        "the document ends too early; it may have been cut off",
        "le document s’arrête trop tôt ; il a pu être tronqué",
    ),
    (
        "expected `:`",
        "a colon is expected after the name",
        "un deux-points est attendu après le nom",
    ),
    (
        "expected `,` or `]`",
        "a comma or the end of the list “]” is expected",
        "une virgule ou la fin de la liste « ] » est attendue",
    ),
    (
        "expected `,` or `}`",
        "a comma or the end of the object “}” is expected",
        "une virgule ou la fin de l’objet « } » est attendue",
    ),
    (
        "expected value",
        "a value is expected: a text in quotation marks, a number, true, false, null, [ ] or { }",
        "une valeur est attendue : un texte entre guillemets droits, un nombre, true, false, null, [ ] ou { }",
    ),
    (
        "expected ident",
        "true, false or null is misspelt",
        "true, false ou null est mal écrit",
    ),
    (
        "expected `\"`",
        "a name in quotation marks is expected",
        "un nom entre guillemets droits est attendu",
    ),
    (
        "key must be a string",
        "a name in quotation marks is expected",
        "un nom entre guillemets droits est attendu",
    ),
    (
        "trailing comma",
        "a comma stands before the end of the list or object",
        "une virgule précède la fin de la liste ou de l’objet",
    ),
    (
        "trailing characters",
        "something follows after the end of the document",
        "quelque chose suit la fin du document",
    ),
    (
        "number out of range",
        "the number is too large to be held",
        "le nombre est trop grand pour être conservé",
    ),
    (
        "invalid number",
        "this is not a number as JSON writes it",
        "ce n’est pas un nombre comme JSON l’écrit",
    ),
    (
        "control character",
        "a line break or control character stands inside a text; write it as \\n or \\u0009",
        "un retour à la ligne ou un caractère de contrôle figure dans un texte ; écrivez-le \\n ou \\u0009",
    ),
    (
        "invalid escape",
        "a backslash begins no escape that JSON knows; a backslash itself is written twice",
        "une barre oblique inverse n’introduit rien que JSON connaisse ; elle-même s’écrit deux fois",
    ),
    (
        "recursion limit exceeded",
        "lists and objects stand too deep inside one another",
        "listes et objets sont trop profondément imbriqués",
    ),
    ("lone leading surrogate", HALF.0, HALF.1),
    ("unexpected end of hex", HALF.0, HALF.1),
    ("invalid unicode", HALF.0, HALF.1),
];

/// Half of a pair of surrogates, which the reader tells in several sentences.
const HALF: (&str, &str) = (
    "an escape “\\u…” is no whole character",
    "un échappement « \\u… » n’est pas un caractère entier",
);

/// Where the reader of JSON stopped, and why.
pub(super) fn words(text: &str, fault: &serde_json::Error) -> (Place, Words) {
    let full = fault.to_string();
    let place = format!(" at line {} column {}", fault.line(), fault.column());
    let said = full.strip_suffix(&place).unwrap_or(&full);
    let told = SAID.iter().find(|(start, ..)| said.starts_with(start));
    let words = match told {
        Some((_, en, fr)) => Words::new(*en, *fr),
        None => Words::new(
            format!("this cannot be read ({said})"),
            format!("ceci ne se lit pas ({said})"),
        ),
    };
    (Place::of(text.as_bytes(), byte(text, fault)), words)
}

/// The first byte of the character that the reader had before it; it counts columns in bytes, from 1.
fn byte(text: &str, fault: &serde_json::Error) -> usize {
    let line: usize = text
        .split_inclusive('\n')
        .take(fault.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = line + fault.column().saturating_sub(1);
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}
