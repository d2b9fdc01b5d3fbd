//! French sets a space that does not break before : ; ? ! » % and €, and after «: a mark never begins a line. The texts of
//! the program are read as they stand in its code, where such a space cannot be told from another by eye.

use crate::sources::files;

/// What is no text for a user: the notation of drawn tests, words to be recognised in foreign sheets, operators.
const NOTATION: [&str; 6] = [
    "/fixture",
    "/tests/",
    "/benches/",
    "/dictionary.rs",
    "/own/cel/",
    // The head of docs/rules.md, in English.
    "/rules/catalogue.rs",
];

/// Where a line of code has a breaking space that belongs to a French mark. Formatted code itself has none there: no
/// statement ends with a space, and what is counted modulo is no literal.
fn breaks(line: &str) -> bool {
    let letters: Vec<char> = line.chars().collect();
    (1..letters.len()).any(|at| {
        let (before, mark) = (letters[at - 1], letters[at]);
        let after = letters.get(at + 1).copied().unwrap_or(' ');
        if before == '«' && mark == ' ' {
            return true;
        }
        let said = at > 1 && (!letters[at - 2].is_whitespace() || letters[at - 2] == '"');
        let ends = after.is_whitespace() || "\"\\.,)»".contains(after);
        let is_text = match mark {
            '»' | '€' => true,
            ':' | ';' | '?' | '!' => ends,
            // A number or a figure in a text; that of a remainder is followed by one.
            '%' => {
                let figure = letters[at - 2].is_ascii_digit() || letters[at - 2] == '}';
                let counted = letters.get(at + 2).is_some_and(char::is_ascii_digit);
                ends && figure && !counted
            }
            _ => false,
        };
        before == ' ' && said && is_text
    })
}

#[test]
fn no_french_mark_can_begin_a_line() {
    let code = files("src-tauri", &["rs"]);
    let product = code
        .iter()
        .filter(|it| !NOTATION.iter().any(|notation| it.path.contains(notation)));
    let mut found = Vec::new();
    for source in product {
        for line in source.code().lines().filter(|line| breaks(line)) {
            found.push(format!("{}: {}", source.path, line.trim()));
        }
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_breaking_space_is_seen_before_a_mark_and_not_in_code() {
    for line in [
        "\"Le pourquoi : ici\",",
        "\"« A »\",",
        "\"{share} % du poids\",",
        "\"12 € par mois\",",
        "\"Voulez-vous continuer ?\"",
    ] {
        assert!(breaks(line), "{line}");
    }
    for line in [
        "\"Le pourquoi\u{a0}: ici\",",
        "\"«\u{a0}A\u{a0}»\",",
        "if at % many == 0 || !empty {",
        "let value: f64 = read()?;",
    ] {
        assert!(!breaks(line), "{line}");
    }
}
