//! A colour as the page writes it: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` or `rgba(…)`. Nothing else is one.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use specta::Type;
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Type)]
pub struct Color(#[specta(type = String)] [u8; 4]);

impl Color {
    /// Reads a colour; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text.strip_prefix('#') {
            Some(digits) => Self::hex(digits),
            None => Self::function(text),
        }
    }

    fn hex(digits: &str) -> Option<Self> {
        let all: Vec<u8> = digits
            .chars()
            .map(|c| c.to_digit(16).and_then(|it| u8::try_from(it).ok()))
            .collect::<Option<_>>()?;
        match *all.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17, 255])),
            [r, g, b, a] => Some(Self([r * 17, g * 17, b * 17, a * 17])),
            [r, s, g, h, b, c] => Some(Self([r * 16 + s, g * 16 + h, b * 16 + c, 255])),
            [r, s, g, h, b, c, a, d] => {
                Some(Self([r * 16 + s, g * 16 + h, b * 16 + c, a * 16 + d]))
            }
            _ => None,
        }
    }

    fn function(text: &str) -> Option<Self> {
        let inner = text
            .strip_prefix("rgba(")
            .or_else(|| text.strip_prefix("rgb("))?
            .strip_suffix(')')?;
        let parts: Vec<f64> = inner
            .split(',')
            .map(|part| part.trim().parse().ok())
            .collect::<Option<_>>()?;
        let (&[r, g, b], alpha) = match parts.as_slice() {
            [rgb @ .., a] if rgb.len() == 3 => (rgb.first_chunk()?, *a),
            rgb if rgb.len() == 3 => (rgb.first_chunk()?, 1.0),
            _ => return None,
        };
        Some(Self([byte(r)?, byte(g)?, byte(b)?, byte(alpha * 255.0)?]))
    }

    pub(super) fn hex_rgb(self) -> String {
        let [r, g, b, _] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// How much of it covers, from 0 to 255.
    pub(super) fn alpha(self) -> u8 {
        self.0[3]
    }

    pub(super) fn bytes(self) -> [u8; 4] {
        self.0
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn byte(value: f64) -> Option<u8> {
    (0.0..=255.0).contains(&value).then(|| value.round() as u8)
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let alpha = self.alpha();
        f.write_str(&self.hex_rgb())?;
        if alpha < 255 {
            write!(f, "{alpha:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Color {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("not a colour"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_the_page_writes_them() {
        let told = |text| Color::read(text).map(|it| it.to_string());
        assert_eq!(told("#1a3bf2").as_deref(), Some("#1a3bf2"));
        assert_eq!(told("#0007").as_deref(), Some("#00000077"));
        assert_eq!(told("#1a3bf21a").as_deref(), Some("#1a3bf21a"));
        assert_eq!(told("rgba(26, 59, 242, 0.5)").as_deref(), Some("#1a3bf280"));
        assert_eq!(told("rgb(0, 255, 0)").as_deref(), Some("#00ff00"));
    }

    #[test]
    fn anything_else_is_no_colour() {
        for text in [
            "",
            "#",
            "#12",
            "red",
            "url(#a)",
            "#gggggg",
            "rgb(1,2)",
            "rgb(256,0,0)",
            "rgb(NaN,0,0)",
            "rgba(0,0,0,0,0)",
            "\"/><script>",
            "#１23",
        ] {
            assert_eq!(Color::read(text), None, "{text}");
        }
    }
}
