//! Text made comparable: without accents, case and punctuation. Judges nothing.

/// Removes what only looks like content: outer white space, zero-width characters, carriage returns and the escapes
/// `_x000D_` that workbooks use for them.
#[must_use]
pub(super) fn tidy(text: &str) -> String {
    let text = if text.contains("_x000") || text.contains("_x00") {
        text.replace("_x000D_", "\n")
            .replace("_x000d_", "\n")
            .replace("_x000A_", "\n")
            .replace("_x0009_", " ")
    } else {
        text.to_owned()
    };
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    };
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
        .chars()
        .filter(|c| !is_invisible(*c) && (!c.is_control() || *c == '\n' || *c == '\t'))
        .collect::<String>()
        .trim()
        .to_owned()
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
}

/// One line: every run of white space becomes one space.
#[must_use]
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lower case, no accents, words separated by one space; only letters, digits and `%` remain.
#[must_use]
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        for low in c.to_lowercase() {
            match plain(low) {
                Some(base) => out.push_str(base),
                None if low.is_alphanumeric() || low == '%' => out.push(low),
                None if ('\u{0300}'..='\u{036F}').contains(&low) => {}
                None => out.push(' '),
            }
        }
    }
    one_line(&out)
}

fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        _ => return None,
    })
}

/// The words of a header: what stands in brackets removed, `CamelCase` split, folded.
#[must_use]
pub(super) fn header_words(header: &str) -> Vec<String> {
    let bare = outside_brackets(header);
    let bare = if bare.trim().is_empty() {
        header.to_owned()
    } else {
        bare
    };
    let spaced = if bare.trim().contains(char::is_whitespace) {
        bare
    } else {
        split_camel(&bare)
    };
    fold(&spaced)
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Text outside of `( )` and `[ ]`.
#[must_use]
pub(super) fn outside_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn split_camel(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|j| chars.get(j));
        let after = chars.get(i + 1);
        let starts = c.is_uppercase()
            && before.is_some_and(|b| {
                b.is_lowercase() || (b.is_uppercase() && after.is_some_and(|a| a.is_lowercase()))
            });
        if starts {
            out.push(' ');
        }
        out.push(*c);
    }
    out
}

/// Cuts to at most `limit` characters, with an ellipsis when something was cut.
#[must_use]
pub(super) fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
    }
}
