/*
 * Every kind of canvas × every part × with and without paper: the picture has the words and shapes of a screen that shows
 * the same, where it has them. The drawings are kept for Rust (`press/tests/drawings/`), which holds SVG, PNG and PDF
 * against them; made anew with UPDATE_DRAWINGS=1.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Drawing, Item } from "../../api/bindings";
import { CANVAS_KINDS, isDiagram } from "../../model/canvases";
import { LIGHT, type Seen, withOutlines } from "./fixture";
import { specimen } from "./kinds";

const FOLDER = new URL("../../../../src-tauri/press/tests/drawings/", import.meta.url);
const FOOT = {
  title: "Skerry Ferries",
  facts: "As of 26 November 2026",
  states: { ok: "on track", risk: "at risk", off: "off track", unknown: "unknown" },
};

const items = (drawing: Drawing): Item[] => drawing.groups.flatMap((group) => group.items);
const near = (a: number, b: number, off = 0.011) => Math.abs(a - b) <= off;

/** `off`: how far from where it was asked for a word's baseline may begin; one that is turned is asked for by its middle. */
function words(drawing: Drawing): { text: string; x: number; y: number; off: number }[] {
  return items(drawing).flatMap((it) => {
    if (!("text" in it) || !it.text) return [];
    const [, x, y, , turn, text] = it.text;
    return [{ x, y, text, off: turn === 0 ? 0.011 : 6 }];
  });
}

/** Where the areas of a picture begin, as a screen is told of them: boxes by their corner, discs by their middle. */
function areas(drawing: Drawing): { colour: string; x: number; y: number; w: number; h: number }[] {
  return items(drawing).flatMap((it) => {
    const [look = -1, x = 0, y = 0, w = 0, h = w] =
      "rect" in it && it.rect ? it.rect : "disc" in it && it.disc ? it.disc : [];
    const fill = drawing.looks[look]?.fill;
    const colour = fill && ("plain" in fill ? fill.plain : "hatch" in fill ? fill.hatch?.[0] : null);
    return colour ? [{ colour: colour.slice(0, 7), x, y, w, h }] : [];
  });
}

function said(seen: readonly Seen[]): Seen[] {
  return seen
    .filter((it) => it.what === "text" && it.text.trim() !== "")
    .map((it) => ({ ...it, text: it.text.replace(/ +$/u, "") }));
}

function bare(drawing: Drawing): Drawing {
  return JSON.parse(JSON.stringify(drawing));
}

beforeAll(withOutlines);

describe.each(CANVAS_KINDS)("the picture of every kind: %s", (kind) => {
  const shown = specimen(kind);
  const parts = [
    ["whole", "whole"],
    ["frame", { box: shown.frame }],
    ["selection", "selection"],
  ] as const;

  describe.each(parts)("%s", (name, part) => {
    it("has every word where the screen has it", () => {
      const drawn = words(shown.draw({ part }));
      const seen = said(shown.screen(part));
      expect(drawn.length).toBeGreaterThan(0);
      if (name === "selection" && !isDiagram(kind)) {
        // Only what is selected is in the picture: the screen shows its neighbours, too.
        for (const it of drawn)
          expect(
            seen.some((on) => on.text === it.text && near(on.x, it.x) && near(on.y, it.y)),
            it.text,
          ).toBe(true);
        return;
      }
      expect(drawn.map((it) => it.text)).toEqual(seen.map((it) => it.text));
      drawn.forEach((it, i) => {
        const on = seen[i];
        expect(
          on !== undefined && near(it.x, on.x, it.off) && near(it.y, on.y, it.off),
          `${it.text} at ${it.x} ${it.y}, ${on?.x} ${on?.y}`,
        ).toBe(true);
      });
    });

    it("has every area where the screen has one of that colour", () => {
      const seen = shown.screen(part).filter((it) => it.what === "fill");
      for (const it of areas(shown.draw({ part }))) {
        const there = seen.some(
          (on) => on.colour.startsWith(it.colour) && near(on.x, it.x) && near(on.y, it.y),
        );
        expect(there, JSON.stringify(it)).toBe(true);
      }
    });

    it("holds what it is to show within its edges, and nothing that cannot be drawn", () => {
      const drawing = shown.draw({ part, foot: FOOT });
      const ids = new Set(drawing.groups.map((it) => it.id));
      const wanted =
        name === "whole" ? shown.ids : name === "frame" ? shown.selection.slice(0, 1) : shown.selection;
      expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
      // What was no number would have become null on the way.
      expect(bare(drawing)).toEqual(drawing);
      expect(words(drawing).map((it) => it.text)).toContain("Skerry Ferries");
    });

    it("says the same without paper, and covers nothing", () => {
      const [paper, clear] = [shown.draw({ part }), shown.draw({ part, backdrop: false })];
      expect(clear.paper).toBeNull();
      expect(words(clear)).toEqual(words(paper));
      // The plane of a diagram is its card: that it lies under a part of it is what the part shows.
      const covering = areas(clear).filter(
        ({ w, h, colour }) => w >= clear.width - 2 && h >= clear.height - 2 && colour !== LIGHT.surface,
      );
      expect(covering).toEqual([]);
    });

    it.each(["paper", "clear"] as const)("is the one that Rust draws, %s", (backdrop) => {
      const file = new URL(`${kind}.${name}.${backdrop}.json`, FOLDER);
      const made = `${JSON.stringify(shown.draw({ part, backdrop: backdrop === "paper", foot: FOOT }))}\n`;
      if (process.env.UPDATE_DRAWINGS) writeFileSync(file, made);
      expect(existsSync(file) && readFileSync(file, "utf8") === made, `${file.pathname} is stale`).toBe(true);
    });
  });
});
