/*
 * Whether what is drawn on canvases can be told from what it is drawn on, from the tokens: text at least 4.5 to 1, shapes
 * that mean something 3 to 1 (WCAG 2.2 AA), in the light, the dark and the two room themes.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { heatShare } from "../../canvas/kinds/capabilityDraw.ts";
import type { Theme } from "../../canvas/theme.ts";

const css = readFileSync(new URL("../../kit/tokens.css", import.meta.url), "utf8");
const TEXT = 4.5;
const SHAPE = 3;

/** The tokens that a rule sets; the first rule with exactly this selector. */
function rule(selector: string): Map<string, string> {
  const block = css.split("}").find((it) =>
    it
      .replaceAll(/\/\*[\s\S]*?\*\//gu, "")
      .trim()
      .startsWith(`${selector} {`),
  );
  if (block === undefined) throw new Error(`There is no rule ${selector}.`);
  return new Map([...block.matchAll(/--([\w-]+): ([^;]+);/gu)].map((it) => [it[1] ?? "", it[2] ?? ""]));
}

const light = rule(':root,\n[data-theme="light"]');
const dark = new Map([...light, ...rule('[data-theme="dark"]')]);
const room = rule("[data-room]");
const THEMES: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  light,
  dark,
  "light room": new Map([...light, ...room, ...rule('[data-room][data-theme="light"]')]),
  "dark room": new Map([...dark, ...room, ...rule('[data-room][data-theme="dark"]')]),
};

type Colour = readonly [number, number, number];

function colourOf(theme: ReadonlyMap<string, string>, name: string): Colour {
  const value = theme.get(name) ?? "";
  const other = /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
  if (other !== undefined) return colourOf(theme, other);
  if (!/^#[0-9a-f]{6}$/u.test(value)) throw new Error(`${name} is no plain colour: ${value}`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(value.slice(i, i + 2), 16));
  return [r, g, b];
}

/** So much of one colour over another. */
function over(above: Colour, below: Colour, share: number): Colour {
  const mixed = above.map((it, i) => it * share + (below[i] ?? 0) * (1 - share));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((it) => {
    const c = it / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: Colour, b: Colour): number {
  const [high = 1, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const LEVELS = [1, 2, 3, 4, 5, 6];
const TINTS = LEVELS.map((n) => `v${n}t`);
const GROUNDS = ["paper", "surface", "raised", ...TINTS];

/** Every text and what it stands on. */
const WRITTEN: readonly (readonly [inks: readonly string[], grounds: readonly string[]])[] = [
  [["ink1", "ink2", "ink3"], GROUNDS],
  // Words of a state, of what is missing, and of a finding.
  [["ok", "risk", "off", "sevH", "sevM", "sevL"], GROUNDS],
  [["off", "ink1", "ink2"], ["off-wash"]],
  [["risk", "ink1", "ink2"], ["risk-wash"]],
  // Labels of the lit line, and what a missing step asks.
  [["thread"], [...GROUNDS, "thread-wash"]],
  // The day of today, labels on ink, and the number in the mark of a finding.
  [["on-ink"], ["ink1"]],
  [["on-sev"], ["sevH", "sevM", "sevL"]],
  [
    ["note-ink", "note-quiet"],
    ["note-sand", "note-rose", "note-sky", "note-mint", "note-grey"],
  ],
];

/** Every shape that says something, and what it lies on. */
const DRAWN: readonly (readonly [shapes: readonly string[], grounds: readonly string[]])[] = [
  // Stripes, signs of kinds, circles and bars of lanes.
  [LEVELS.map((n) => `v${n}`), ["paper", "surface", ...TINTS]],
  // How far a bar is filled, also where its state is not known.
  [
    ["ok-bar", "risk-bar", "off-bar", "ink3", "ink1", "v4"],
    ["track", "surface", "paper"],
  ],
  // The tick of a target that was reached.
  [["on-ink"], ["ok-bar"]],
  [
    ["ok", "risk", "off", "sevH", "sevM", "sevL"],
    ["paper", "surface"],
  ],
  // Hatching, and the edge of each step of a scale of ink, however faint the step.
  [["hatch"], ["paper", "surface"]],
  [
    ["g3", "g4", "g5"],
    ["paper", "surface"],
  ],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `c${n}`), ["paper", "surface"]],
  // The shape in the stripe of an owner or a state.
  [["surface"], ["ok-bar", "risk-bar", "off-bar", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `c${n}`)]],
  [["thread"], ["paper", "surface"]],
  // Links, rings of what is selected and where the keyboard is.
  [
    ["ink1", "ink2", "ink3"],
    ["paper", "surface"],
  ],
];

describe.each(Object.entries(THEMES))("in the %s theme", (_, theme) => {
  it.each([
    ["text", TEXT, WRITTEN],
    ["a shape", SHAPE, DRAWN],
  ] as const)("%s can be told from its ground", (_what, least, pairs) => {
    const poor = pairs.flatMap(([inks, grounds]) =>
      inks.flatMap((ink) =>
        grounds.flatMap((ground) => {
          const got = ratio(colourOf(theme, ink), colourOf(theme, ground));
          return got >= least ? [] : [`${ink} on ${ground}: ${got.toFixed(2)}`];
        }),
      ),
    );
    expect(poor).toEqual([]);
  });

  it("text can be read on every step of heat and on a row that is pointed at", () => {
    const surface = colourOf(theme, "surface");
    for (const [step, ink] of [
      [0, "ink2"],
      [1, "ink2"],
      [2, "ink2"],
      [3, "ink1"],
      [4, "ink1"],
    ] as const) {
      const heat = over(colourOf(theme, "v4"), surface, heatShare({} as Theme, step));
      expect(ratio(colourOf(theme, ink), heat), `${ink} on heat ${step}`).toBeGreaterThanOrEqual(TEXT);
    }
    const row = over(colourOf(theme, "track"), colourOf(theme, "paper"), 0.7);
    for (const ink of ["ink1", "ink2"])
      expect(ratio(colourOf(theme, ink), row), `${ink} on a row`).toBeGreaterThanOrEqual(TEXT);
  });
});

describe("under forced colours", () => {
  const forced = new Map(
    [...(css.split("@media (forced-colors: active)")[1] ?? "").matchAll(/--([\w-]+): ([^;]+);/gu)].map(
      (it) => [it[1] ?? "", it[2] ?? ""],
    ),
  );

  it("every colour of ours is one of the person's own", () => {
    const ours = [...light].flatMap(([name, value]) => (value.startsWith("#") ? [name] : []));
    expect(ours.filter((name) => !forced.has(name))).toEqual([]);
    const own = new Set(["Canvas", "CanvasText", "GrayText", "Highlight", "transparent"]);
    expect([...forced].filter(([, value]) => !own.has(value))).toEqual([]);
  });

  it("no text has the colour of its ground, and no shape that means something", () => {
    const same = [...WRITTEN, ...DRAWN].flatMap(([inks, grounds]) =>
      inks.flatMap((ink) =>
        grounds.flatMap((ground) => (forced.get(ink) === forced.get(ground) ? [`${ink} on ${ground}`] : [])),
      ),
    );
    expect(same).toEqual([]);
  });
});
