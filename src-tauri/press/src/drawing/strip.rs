//! Some rows of pixels of a picture, and how ink is laid on them. Colours are kept multiplied by how much they cover,
//! so that paper and no paper are laid on alike.

use super::Color;
use resvg::tiny_skia::PixmapRef;

pub(super) type Pixel = [u8; 4];

pub(super) struct Strip {
    pub(super) width: usize,
    pixels: Vec<Pixel>,
}

/// What is laid on.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Plain(Color),
    /// Diagonal lines, one unit wide and four apart along each side; they begin so far to the right.
    Hatch {
        color: Color,
        begin: f32,
        scale: f32,
        /// The row of the picture that the first one here is.
        top: f32,
    },
}

impl Strip {
    pub(super) fn new(width: usize, rows: usize, paper: Option<Color>) -> Self {
        let under = paper.map_or([0; 4], |color| {
            let [r, g, b, _] = color.bytes();
            [r, g, b, 255]
        });
        Self {
            width,
            pixels: vec![under; width * rows],
        }
    }

    /// Lays ink on the pixels of a row from one to before another.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn lay(&mut self, y: usize, from: usize, to: usize, cover: f32, ink: &Ink) {
        let begin = y * self.width;
        let Some(row) = self.pixels.get_mut(begin + from..begin + to) else {
            return;
        };
        match *ink {
            Ink::Plain(color) => {
                let [r, g, b, alpha] = color.bytes();
                let alpha = part(cover, alpha);
                if alpha == 255 {
                    row.fill([r, g, b, 255]);
                    return;
                }
                let laid = [r, g, b, 255].map(|it| u32::from(it) * alpha);
                let rest = 255 - alpha;
                for pixel in row {
                    for (under, laid) in pixel.iter_mut().zip(laid) {
                        *under = by_255(laid + u32::from(*under) * rest);
                    }
                }
            }
            Ink::Hatch {
                color,
                begin,
                scale,
                top,
            } => {
                let [r, g, b, alpha] = color.bytes();
                let down = (y as f32 + 0.5 + top) / scale;
                for (n, pixel) in row.iter_mut().enumerate() {
                    let across = ((from + n) as f32 + 0.5) / scale;
                    let hatched = hatch(across + down - begin, scale);
                    over(pixel, [r, g, b, 255], part(cover * hatched, alpha));
                }
            }
        }
    }

    /// Lays a small picture on, whose corner may lie outside.
    pub(super) fn stamp(&mut self, picture: PixmapRef<'_>, left: i64, top: i64) {
        let (width, rows) = (self.width, self.pixels.len() / self.width.max(1));
        let across = picture.width() as usize;
        for (n, pixel) in picture.pixels().iter().enumerate() {
            let (Ok(x), Ok(y)) = (
                usize::try_from(left + (n % across) as i64),
                usize::try_from(top + (n / across) as i64),
            ) else {
                continue;
            };
            if x >= width || y >= rows || pixel.alpha() == 0 {
                continue;
            }
            let Some(under) = self.pixels.get_mut(y * width + x) else {
                continue;
            };
            let laid = [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()];
            let rest = 255 - u32::from(pixel.alpha());
            for (under, laid) in under.iter_mut().zip(laid) {
                *under = by_255(u32::from(laid) * 255 + u32::from(*under) * rest);
            }
        }
    }

    /// The bytes as a file has them: colours alone, or colours and how much they cover.
    pub(super) fn bytes(&self, opaque: bool) -> Vec<u8> {
        if opaque {
            let mut bytes = Vec::with_capacity(self.pixels.len() * 3);
            for [r, g, b, _] in &self.pixels {
                bytes.extend_from_slice(&[*r, *g, *b]);
            }
            return bytes;
        }
        let mut bytes = Vec::with_capacity(self.pixels.len() * 4);
        for [r, g, b, alpha] in &self.pixels {
            let whole = |value: u8| match *alpha {
                0 | 255 => value,
                alpha => {
                    u8::try_from((u32::from(value) * 255 + u32::from(alpha) / 2) / u32::from(alpha))
                        .unwrap_or(255)
                }
            };
            bytes.extend_from_slice(&[whole(*r), whole(*g), whole(*b), *alpha]);
        }
        bytes
    }
}

fn over(pixel: &mut Pixel, color: Pixel, alpha: u32) {
    let rest = 255 - alpha;
    for (under, laid) in pixel.iter_mut().zip(color) {
        *under = by_255(u32::from(laid) * alpha + u32::from(*under) * rest);
    }
}

/// How much of a pixel lies in a diagonal line, by the sum of its coordinates.
fn hatch(sum: f32, scale: f32) -> f32 {
    let beside = sum.rem_euclid(4.0);
    let away = beside.min(4.0 - beside) / std::f32::consts::SQRT_2;
    ((0.5 - away) * scale + 0.5).clamp(0.0, 1.0)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn part(cover: f32, alpha: u8) -> u32 {
    (cover * f32::from(alpha) + 0.5) as u32
}

#[allow(clippy::cast_possible_truncation)]
fn by_255(value: u32) -> u8 {
    let value = value + 128;
    ((value + (value >> 8)) >> 8) as u8
}
