//! Standard output: calm text, wrapped; colour only where a person looks at it.

use crate::failure::Failure;
use portfolio::model::Lang;
use serde::Serialize;
use std::io::{BufWriter, IsTerminal, Stdout, Write};

/// Columns in which text is set.
const WIDTH: usize = 96;

pub(crate) struct Terminal {
    out: BufWriter<Stdout>,
    colour: bool,
    lang: Lang,
}

/// How a run of text is set off. Never the only bearer of a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Strong,
    Quiet,
    Alarm,
    Warning,
}

impl Terminal {
    pub(crate) fn new(lang: Lang) -> Self {
        let stdout = std::io::stdout();
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty())
            || std::env::var_os("TERM").is_some_and(|it| it == "dumb");
        Self {
            colour: stdout.is_terminal() && !unwanted,
            out: BufWriter::new(stdout),
            lang,
        }
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    pub(crate) fn line(&mut self, text: &str) -> std::io::Result<()> {
        writeln!(self.out, "{}", text.trim_end())
    }

    pub(crate) fn gap(&mut self) -> std::io::Result<()> {
        writeln!(self.out)
    }

    /// A text wrapped between words, every line behind the indent; the first behind `first` instead.
    pub(crate) fn wrapped(
        &mut self,
        first: &str,
        indent: usize,
        text: &str,
    ) -> std::io::Result<()> {
        let blank = " ".repeat(indent);
        for (at, line) in wrap(text, WIDTH.saturating_sub(indent)).iter().enumerate() {
            let start = if at == 0 { first } else { &blank };
            writeln!(self.out, "{start}{line}")?;
        }
        Ok(())
    }

    /// A whole document, as it is.
    pub(crate) fn json<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        let text =
            serde_json::to_string_pretty(value).map_err(|fault| Failure::not_json(&fault))?;
        writeln!(self.out, "{text}")?;
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }

    /// A text in a style, where styles are wanted.
    pub(crate) fn set(&self, style: Style, text: &str) -> String {
        if !self.colour {
            return text.to_owned();
        }
        let code = match style {
            Style::Strong => "1",
            Style::Quiet => "2",
            Style::Alarm => "31",
            Style::Warning => "33",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// Text from files may carry anything; a control character would steer the terminal.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let text = clean(text);
    let mut lines = vec![String::new()];
    // Only ordinary spaces break: a figure stays with its unit.
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_wrapped_between_words_and_figures_keep_their_unit() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(
            wrap("spends 12\u{a0}M€ now", 10),
            ["spends", "12\u{a0}M€ now"]
        );
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\nc"), "a [31mb c");
    }
}
