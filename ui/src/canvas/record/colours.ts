/*
 * Colours as a picture keeps them: `#rrggbb`, or `#rrggbbaa` where they let something through. A colour in any
 * other notation is put into one of these by whoever has a screen to ask.
 */

/** A colour that lets through nothing, all, or a part: red, green, blue and opacity from 0 to 1. */
export type Rgba = readonly [number, number, number, number];

/** Reads `#rgb`, `#rrggbb`, both with opacity, `rgb(…)` and `rgba(…)`; `null` for anything else. */
export function readColour(css: string): Rgba | null {
  const text = css.trim();
  if (/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/iu.test(text)) {
    const digits = text.slice(1);
    const wide = digits.length > 4 ? digits : [...digits].map((d) => d + d).join("");
    const byte = (at: number): number => Number.parseInt(wide.slice(at, at + 2), 16);
    return [byte(0), byte(2), byte(4), wide.length === 8 ? byte(6) / 255 : 1];
  }
  const inner = /^rgba?\(([\d.\s,/]+)\)$/u.exec(text)?.[1];
  const parts = inner?.split(/[\s,/]+/u).map(Number) ?? [];
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN, a = 1] = parts;
  return [r, g, b, a].some(Number.isNaN) ? null : [r, g, b, a];
}

export function writeColour([r, g, b, a]: Rgba): string {
  const hex = (value: number): string =>
    Math.max(0, Math.min(255, Math.round(value)))
      .toString(16)
      .padStart(2, "0");
  return `#${hex(r)}${hex(g)}${hex(b)}${a >= 1 ? "" : hex(a * 255)}`;
}
