//! The report as one HTML file: no script, nothing from outside, every text escaped by the template engine.
//!
//! Widths are classes in the one style sheet, never attributes, so that the content security policy can name
//! the style sheet by its hash and forbid all else.

use crate::Frozen;
use crate::page::Page;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};
use portfolio::error::{Code, Error, Result, Words};
use portfolio::model::Lang;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const STYLE: &str = include_str!("../templates/snapshot.css");
const PAGE: &str = include_str!("../templates/snapshot.html");
const MAP: &str = include_str!("../templates/map.svg");
const ROWS: &str = include_str!("../templates/rows.html");

/// The report.
///
/// # Errors
/// [`Code::Internal`] when a template cannot be rendered.
pub fn html(frozen: &Frozen, lang: Lang) -> Result<String> {
    let page = Page::new(frozen, lang);
    let style = style(&page);
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(style.as_bytes()))
    );
    render(&page, &style, &policy).map_err(|fault| not_written(&fault))
}

fn render(page: &Page, style: &str, policy: &str) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    environment.add_filter("width", |points: f64| class(points));
    // Named as HTML so that its texts are escaped like all others.
    environment.add_template("map.html", MAP)?;
    environment.add_template("rows.html", ROWS)?;
    environment.add_template("snapshot.html", PAGE)?;
    environment.get_template("snapshot.html")?.render(context! {
        p => Value::from(Serde(page)),
        w => Value::from(Serde(page.w)),
        style,
        policy,
    })
}

/// A class for a width in tenths of a point.
fn class(points: f64) -> String {
    format!("f{:.0}", (points * 10.0).max(1.0))
}

/// The style sheet with one class for each width that the page uses.
fn style(page: &Page) -> String {
    let widths: BTreeSet<String> = page
        .bars
        .iter()
        .flat_map(|bar| bar.segments.iter().map(|it| it.points))
        .chain(page.coverage.iter().flat_map(|field| field.widths))
        .map(class)
        .collect();
    let mut style = STYLE.to_owned();
    for class in widths {
        // Writing into a String cannot fail.
        let _ = writeln!(style, ".{class}{{flex-grow:{}}}", &class[1..]);
    }
    style
}

/// RFC 4648 with padding, as the policy wants a hash.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0_u32, |sum, at| {
            (sum << 8) | u32::from(chunk.get(at).copied().unwrap_or(0))
        });
        for at in 0..4 {
            if at <= chunk.len() {
                let index = (group >> (18 - 6 * at)) & 63;
                text.push(char::from(LETTERS[index as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

fn not_written(fault: &minijinja::Error) -> Error {
    Error::new(
        Code::Internal,
        Words::new(
            format!("The report could not be written ({fault}). Nothing was written."),
            format!("Le rapport n’a pas pu être écrit ({fault}). Rien n’a été écrit."),
        ),
        Words::new(
            "This is a fault of Throughline; please report it with this sentence.",
            "C’est un défaut de Throughline ; merci de le signaler avec cette phrase.",
        ),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use portfolio::model::{Date, Portfolio};

    #[test]
    fn the_policy_names_the_style_sheet_by_its_hash() {
        let day = Date::from_ymd_opt(2026, 6, 30).unwrap();
        let frozen =
            Frozen::new(Portfolio::default(), Vec::new(), Vec::new(), day, "test.1").unwrap();
        let html = html(&frozen, Lang::En).unwrap();
        let style = html
            .split("<style>")
            .nth(1)
            .unwrap()
            .split("</style>")
            .next()
            .unwrap();
        let hash = base64(&Sha256::digest(style.as_bytes()));
        assert!(
            html.replace("&#x2f;", "/")
                .contains(&format!("sha256-{hash}"))
        );
    }

    #[test]
    fn base64_pads_as_the_standard_says() {
        assert_eq!(base64(b"f"), "Zg==");
        assert_eq!(base64(b"fo"), "Zm8=");
        assert_eq!(base64(b"foobar"), "Zm9vYmFy");
    }
}
