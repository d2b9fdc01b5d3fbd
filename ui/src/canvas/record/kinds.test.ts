/*
 * Every kind of canvas × every part × with and without paper: the picture has the words and shapes of a screen that shows
 * the same, where it has them. The drawings are kept for Rust (`press/tests/drawings/`), which holds SVG, PNG and PDF
 * against them; made anew with UPDATE_DRAWINGS=1.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { ferries } from "../../../bench/charted";
import { demo } from "../../../bench/demo";
import { mapWords } from "../../../bench/words";
import type { CanvasKind, Drawing, Item, Note } from "../../api/bindings";
import { CANVAS_KINDS, type DiagramKind, isDiagram } from "../../model/canvases";
import { portfolioOf } from "../../model/portfolio";
import { chartOf } from "../../shell/charts";
import { wordsOf } from "../../words/index";
import { Board } from "../chart/board";
import { paint } from "../chart/paint";
import { render } from "../draw/render";
import { CARD_H, CARD_W } from "../measures";
import { Projector } from "../project";
import type { MapRecords } from "../records";
import { Stage } from "../stage";
import { TitleBreaker } from "../titles";
import type { Box, Size, View } from "../view";
import { chartFramed, drawChart } from "./chart";
import { EVERYTHING, LIGHT, noting, RULER, type Seen, withOutlines } from "./fixture";
import { drawMap, mapFramed, type Shown } from "./map";
import type { Part, Wish } from "./wish";

/** One canvas with a small portfolio on it, mounted nowhere. */
interface Specimen {
  /** What is selected, and a frame around some of it. */
  readonly selection: readonly string[];
  readonly frame: Box;
  /** Cards or marks that the whole must show, by their groups. */
  readonly ids: readonly string[];
  draw(wish: Partial<Wish>): Drawing;
  /** What a screen draws that is as large as the picture and looks where it does. */
  screen(part: Part): Seen[];
}

const SIZE: Size = { w: 1280, h: 800 };
const spoken = mapWords("en");
const measured = {
  titles: new TitleBreaker((text) => RULER.width(text, "550 12px Inter")),
  texts: new TitleBreaker((text) => RULER.width(text, "400 12px Inter")),
};
const still = { events: {}, readOnly: true, stillness: () => true, schedule: () => undefined };

function specimen(kind: CanvasKind): Specimen {
  return isDiagram(kind) ? chart(kind) : map(kind);
}

function recordsFor(kind: CanvasKind): MapRecords {
  const seen = ["financial", "customer", "process", "learning"] as const;
  const elements = [...demo.elements].map((it, i) =>
    it.kind === "objective" ? { ...it, perspective: { known: seen[i % 4] ?? "customer" } } : it,
  );
  if (kind !== "free") return { ...demo, elements, kind };
  const placements = elements.slice(0, 9).map((it, i) => ({
    ...{ id: `p.${it.id}`, canvas: "map", element: it.id, pinned: true, locked: i === 3 },
    ...{ x: (i % 3) * 260, y: Math.floor(i / 3) * 150 },
  }));
  const note: Note = {
    ...{ id: "n1", canvas: "map", text: "Who pays for the second pier?", x: 20, y: 480, paper: "sand" },
    ...{ about: null, by: "L. Varga", on: null, locked: false },
  };
  const frames = [{ id: "f", title: "What the council sees", x: -20, y: -40, width: 560, height: 330 }];
  return { ...demo, elements, placements, kind, notes: [note], frames };
}

function map(kind: CanvasKind): Specimen {
  const project = (selection: readonly string[]) =>
    new Projector(spoken).project(recordsFor(kind), new Set(selection));
  const { cards, links } = project([]);
  const link = links[0];
  const selection = link === undefined ? cards.slice(0, 2).map((it) => it.id) : [link.from, link.to];
  const [first] = cards.filter((it) => it.id === selection[0]);
  const { x = 0, y = 0 } = first ?? {};
  const frame = { x0: x - 30.5, y0: y - 20, x1: x + 2.5 * CARD_W, y1: y + 2.2 * CARD_H };
  const shown = (part: Part): Shown => {
    const chosen = part === "selection" ? selection : [];
    const view = { x: 40, y: 30, zoom: 1 };
    return { scene: project(chosen), selection: new Set(chosen), view, size: SIZE, words: spoken };
  };
  return {
    selection,
    frame,
    ids: cards.map((it) => it.id),
    draw: (wish) => drawMap(shown(wish.part ?? "whole"), { ...EVERYTHING, ...wish }, LIGHT, RULER),
    screen(part) {
      const from = shown(part);
      const stage = new Stage({ ...measured, ...still, theme: LIGHT, words: spoken });
      const scene = from.scene;
      stage.setScene({ ...scene, ghosts: scene.ghosts.map((it) => ({ ...it, action: "" })) });
      const { view, size } = mapFramed(stage.space, from, part);
      stage.size = size;
      stage.show(view, false);
      stage.settle();
      const { ctx, seen } = noting();
      // Frames are elements of the page on a screen, and drawn for who asks what belongs to what.
      Object.assign(ctx, { about: () => undefined });
      render(stage, ctx);
      return seen;
    },
  };
}

function chart(kind: DiagramKind): Specimen {
  const made = chartOf(kind, portfolioOf(ferries()), "2026-11-26", wordsOf("en"));
  const bodies = made.marks.filter((it) => it.subject !== null && it.pin === undefined);
  const [first] = bodies;
  if (first?.subject == null) throw new Error(`${kind} shows nothing.`);
  const selection = [first.subject];
  const frame = { ...first.box, x1: first.box.x1 + 40, y1: first.box.y1 + 40 };
  const board = (size: Size, view: View) => {
    const it = new Board({ ...measured, ...still, theme: LIGHT, words: { selected: String, moved: String } });
    it.size = size;
    it.setChart(made);
    it.view = view;
    return it;
  };
  const shown = () => {
    const it = board(SIZE, { x: made.left + 40, y: made.top + 30, zoom: 0.9 });
    it.selection = new Set(selection);
    return it;
  };
  return {
    selection,
    frame,
    ids: selection,
    draw: (wish) => drawChart(shown(), { ...EVERYTHING, lit: false, ...wish }, LIGHT, RULER),
    screen(part) {
      const { view, size } = chartFramed(shown(), part);
      const { ctx, seen } = noting();
      paint(board(size, view), ctx);
      return seen;
    },
  };
}

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
