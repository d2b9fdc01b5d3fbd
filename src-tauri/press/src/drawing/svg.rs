//! A drawing as SVG: the same bytes for the same drawing. How a shape looks stands on the shape itself and in no
//! style sheet, because other programs read that best and the page may not show a sheet of its own.

use super::{Anchor, Drawing, Group, Item, Look, Outline, Paint, Setting, fonts};
use portfolio::model::Lang;
use std::collections::HashSet;
use std::io::{self, Write};

/// Writes a drawing that was checked.
///
/// # Errors
/// What kept it from being written.
pub fn svg(drawing: &Drawing, to: &mut impl Write) -> io::Result<()> {
    let pens = Pens::of(drawing);
    head(drawing, to)?;
    let title = escaped(&drawing.title);
    write!(to, "<title id=\"picture\">{title}</title>")?;
    definitions(drawing, to)?;
    if let Some(paper) = drawing.paper {
        write!(
            to,
            "<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>",
            paper.hex_rgb()
        )?;
    }
    let mut named = HashSet::new();
    for group in &drawing.groups {
        open(group, &mut named, to)?;
        for item in &group.items {
            pens.item(item, to)?;
        }
        to.write_all(b"</g>")?;
    }
    to.write_all(b"\n</svg>\n")
}

/// Some words by themselves, each named `t` and its number, so that it can be asked how they are set. They are cut
/// nowhere. `None` where there are none.
pub(super) fn words<'a>(
    drawing: &Drawing,
    items: impl Iterator<Item = (usize, &'a Item)>,
    called: fn(u16) -> u16,
) -> io::Result<Option<Vec<u8>>> {
    let unclipped = |it: &Setting| Setting {
        clip: None,
        ..it.clone()
    };
    let types: Vec<_> = drawing
        .types
        .iter()
        .map(|it| setting(&unclipped(it), called(it.weight)))
        .collect();
    let mut to = Vec::new();
    head(drawing, &mut to)?;
    let begun = to.len();
    for (n, item) in items {
        if let Item::Text(pen, x, y, width, turn, words) = item {
            let pen = types.get(*pen as usize).map_or("", String::as_str);
            let pen = format!(" id=\"t{n}\"{pen}");
            text(&pen, [*x, *y, *width, *turn], words, &mut to)?;
        }
    }
    if to.len() == begun {
        return Ok(None);
    }
    to.extend_from_slice(b"</svg>");
    Ok(Some(to))
}

fn head(drawing: &Drawing, to: &mut impl Write) -> io::Result<()> {
    let (w, h) = (short(drawing.width), short(drawing.height));
    let lang = match drawing.lang {
        Lang::En => "en",
        Lang::Fr => "fr",
    };
    write!(
        to,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" xml:lang=\"{lang}\" \
         role=\"graphics-document\" aria-labelledby=\"picture\" font-family=\"{}\">",
        fonts::FAMILY
    )
}

fn definitions(drawing: &Drawing, to: &mut impl Write) -> io::Result<()> {
    to.write_all(b"<defs>")?;
    for (n, clip) in drawing.clips.iter().enumerate() {
        write!(
            to,
            "<clipPath id=\"c{n}\"><path d=\"{}\"/></clipPath>",
            clip.text()
        )?;
    }
    for (n, look) in drawing.looks.iter().enumerate() {
        if let Some(Paint::Hatch(color, phase)) = &look.fill {
            write!(
                to,
                "<pattern id=\"h{n}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"translate({} 0)\"><path d=\"M-5 5L1-1M-1 5L5-1M3 5L9-1\" stroke=\"{}\"/></pattern>",
                short(*phase),
                color.hex_rgb()
            )?;
        }
        if let Some(shadow) = &look.shadow {
            write!(
                to,
                "<filter id=\"s{n}\" x=\"-50%\" y=\"-100%\" width=\"200%\" height=\"300%\"><feDropShadow dx=\"{}\" dy=\"{}\" \
                 stdDeviation=\"{}\" flood-color=\"{}\" flood-opacity=\"{}\"/></filter>",
                short(shadow.dx),
                short(shadow.dy),
                short(shadow.blur / 2.0),
                shadow.color.hex_rgb(),
                opacity(shadow.color.alpha())
            )?;
        }
    }
    to.write_all(b"</defs>")
}

/// Each record is a group with its title, so that it can be found and heard; an id stands only once.
fn open<'a>(group: &'a Group, named: &mut HashSet<&'a str>, to: &mut impl Write) -> io::Result<()> {
    to.write_all(b"\n<g")?;
    if let Some(id) = group.id.as_deref()
        && named.insert(id)
    {
        write!(to, " id=\"r-{}\"", name(id))?;
    }
    if group.title.is_empty() {
        return to.write_all(b">");
    }
    write!(to, " role=\"img\"><title>{}</title>", escaped(&group.title))
}

/// The attributes of each look and setting, made once.
struct Pens {
    looks: Vec<String>,
    types: Vec<String>,
}

impl Pens {
    fn of(drawing: &Drawing) -> Self {
        let looks = drawing.looks.iter().enumerate().map(|(n, it)| look(n, it));
        let types = drawing.types.iter().map(|it| setting(it, it.weight));
        Self {
            looks: looks.collect(),
            types: types.collect(),
        }
    }

    fn item(&self, item: &Item, to: &mut impl Write) -> io::Result<()> {
        let look = |n: &u32| self.looks.get(*n as usize).map_or("", String::as_str);
        match item {
            Item::Rect(n, x, y, w, h, r) => {
                let (x, y, w, h) = (short(*x), short(*y), short(*w), short(*h));
                write!(to, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"")?;
                if *r > 0.0 {
                    write!(to, " rx=\"{}\"", short(*r))?;
                }
                write!(to, "{}/>", look(n))
            }
            Item::Disc(n, x, y, r) => {
                let (x, y, r) = (short(*x), short(*y), short(*r));
                write!(to, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}/>", look(n))
            }
            Item::Path(n, outline) => {
                write!(to, "<path d=\"{}\"{}/>", Outline::text(outline), look(n))
            }
            Item::Text(n, x, y, width, turn, words) => {
                let pen = self.types.get(*n as usize).map_or("", String::as_str);
                text(pen, [*x, *y, *width, *turn], words, to)
            }
        }
    }
}

fn text(
    pen: &str,
    [x, y, width, turn]: [f64; 4],
    words: &str,
    to: &mut impl Write,
) -> io::Result<()> {
    let (x, y) = (short(x), short(y));
    write!(to, "<text x=\"{x}\" y=\"{y}\"")?;
    // One letter has nothing between its letters to be spaced.
    if width >= 1.0 && words.chars().nth(1).is_some() {
        write!(to, " textLength=\"{}\"", short(width))?;
    }
    if turn != 0.0 {
        write!(to, " transform=\"rotate({} {x} {y})\"", short(turn))?;
    }
    if words.contains("  ") {
        to.write_all(b" xml:space=\"preserve\"")?;
    }
    write!(to, "{pen}>{}</text>", escaped(words))
}

fn look(n: usize, look: &Look) -> String {
    let mut text = String::new();
    match &look.fill {
        // Without ink it is there to be pointed at.
        None if look.stroke.is_none() => {
            text.push_str(" fill=\"none\" stroke-width=\"8\" pointer-events=\"stroke\"");
        }
        None => text.push_str(" fill=\"none\""),
        Some(Paint::Plain(color)) => {
            text.push_str(&format!(" fill=\"{}\"", color.hex_rgb()));
            see_through("fill-opacity", color.alpha(), &mut text);
        }
        Some(Paint::Hatch(color, _)) => {
            text.push_str(&format!(" fill=\"url(#h{n})\""));
            see_through("fill-opacity", color.alpha(), &mut text);
        }
    }
    if let Some(stroke) = &look.stroke {
        text.push_str(&format!(" stroke=\"{}\"", stroke.color.hex_rgb()));
        see_through("stroke-opacity", stroke.color.alpha(), &mut text);
        if stroke.width != 1.0 {
            text.push_str(&format!(" stroke-width=\"{}\"", short(stroke.width)));
        }
        if !stroke.dash.is_empty() {
            let dash: Vec<_> = stroke.dash.iter().map(|it| short(*it)).collect();
            text.push_str(&format!(" stroke-dasharray=\"{}\"", dash.join(" ")));
        }
        if stroke.round_cap {
            text.push_str(" stroke-linecap=\"round\"");
        }
        text.push_str(if stroke.round_join {
            " stroke-linejoin=\"round\""
        } else {
            " stroke-miterlimit=\"10\""
        });
    }
    clip(look.clip, &mut text);
    if look.shadow.is_some() {
        text.push_str(&format!(" filter=\"url(#s{n})\""));
    }
    text
}

fn setting(setting: &Setting, weight: u16) -> String {
    let mut text = format!(" font-size=\"{}\"", short(setting.size));
    if weight != 400 {
        text.push_str(&format!(" font-weight=\"{weight}\""));
    }
    text.push_str(&format!(" fill=\"{}\"", setting.color.hex_rgb()));
    see_through("fill-opacity", setting.color.alpha(), &mut text);
    text.push_str(match setting.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
    clip(setting.clip, &mut text);
    text
}

fn clip(clip: Option<u32>, text: &mut String) {
    if let Some(n) = clip {
        text.push_str(&format!(" clip-path=\"url(#c{n})\""));
    }
}

fn see_through(attribute: &str, alpha: u8, text: &mut String) {
    if alpha < 255 {
        text.push_str(&format!(" {attribute}=\"{}\"", opacity(alpha)));
    }
}

fn opacity(alpha: u8) -> String {
    short(f64::from(alpha) / 255.0)
}

/// A number with at most two decimals, and none that says nothing.
#[allow(clippy::cast_possible_truncation)]
fn short(value: f64) -> String {
    let hundredths = (value * 100.0).round() as i64;
    let (sign, all) = (
        if hundredths < 0 { "-" } else { "" },
        hundredths.unsigned_abs(),
    );
    match (all / 100, all % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        (whole, part) => format!("{sign}{whole}.{part:02}"),
    }
}

/// Letters that mean something to XML are written out, and those it may not hold are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// An id as XML takes it.
fn name(id: &str) -> String {
    id.chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "-_.".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect()
}
