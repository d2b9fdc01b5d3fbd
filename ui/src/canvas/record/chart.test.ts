import { beforeAll, describe, expect, it } from "vitest";
import { sampled } from "../../../bench/charted";
import { demo } from "../../../bench/demo";
import type { Drawing, Item } from "../../api/bindings";
import { settingsOf } from "../../api/fakeRecords";
import { portfolioOf } from "../../model/portfolio";
import { chartOf } from "../../shell/charts";
import { wordsOf } from "../../words/index";
import { Board } from "../chart/board";
import type { Chart, Mark } from "../chart/chart";
import { paint } from "../chart/paint";
import { TitleBreaker } from "../titles";
import { chartExtent, drawChart } from "./chart";
import { EVERYTHING, LIGHT, noting, RULER, withOutlines } from "./fixture";
import type { Wish } from "./wish";

const KINDS = ["capability_map", "trajectory", "delivery_outcome"] as const;
const portfolio = portfolioOf([
  { type: "settings", record: settingsOf("Skerry Ferries") },
  ...[...demo.elements].map((record) => ({ type: "element" as const, record })),
  ...[...demo.links].map((record) => ({ type: "link" as const, record })),
  ...[...demo.readings].map((record) => ({ type: "reading" as const, record })),
  ...[...demo.statuses].map((record) => ({ type: "status_report" as const, record })),
]);
const made = (kind: (typeof KINDS)[number]): Chart => chartOf(kind, portfolio, "2026-11-26", wordsOf("en"));

function shown(chart: Chart, selection: readonly string[] = []): Board {
  const board = new Board({
    theme: LIGHT,
    titles: new TitleBreaker((text) => RULER.width(text, "550 12px Inter")),
    texts: new TitleBreaker((text) => RULER.width(text, "400 12px Inter")),
    words: { selected: String, moved: String },
    events: {},
    readOnly: true,
    stillness: () => true,
    schedule: () => undefined,
  });
  board.size = { w: 1280, h: 800 };
  board.setChart(chart);
  board.selection = new Set(selection);
  board.show({ x: chart.left + 40, y: chart.top + 30, zoom: 0.9 }, false);
  return board;
}

const draw = (board: Board, wish: Partial<Wish> = {}): Drawing =>
  drawChart(board, { ...EVERYTHING, ...wish }, LIGHT, RULER);
const items = (drawing: Drawing): Item[] => drawing.groups.flatMap((group) => group.items);
const texts = (drawing: Drawing) =>
  items(drawing).flatMap((it) => ("text" in it && it.text ? [it.text] : []));
const first = (chart: Chart) => {
  const mark = chart.marks.find((it) => it.subject !== null && it.pin === undefined);
  if (mark?.subject == null) throw new Error("The chart has no mark.");
  return { subject: mark.subject, box: mark.box };
};

beforeAll(withOutlines);

describe.each(KINDS)("the picture of a diagram: %s", (kind) => {
  it("has every text where the screen has it", () => {
    const board = shown(made(kind));
    const { ctx, seen } = noting();
    paint(board, ctx);
    const onScreen = seen.filter((it) => it.what === "text" && it.text !== "");
    const drawn = texts(draw(board, { part: "view" }));
    expect(onScreen.length).toBeGreaterThan(3);
    expect(drawn.map(([, , , , , text]) => text)).toEqual(onScreen.map((it) => it.text.replace(/ +$/u, "")));
  });

  it("holds every mark as a group that says what it is", () => {
    const chart = made(kind);
    const drawing = draw(shown(chart));
    const held = new Set(drawing.groups.map((it) => it.title));
    const there = ({ near = 0, far = 2 }: Mark) => near <= 1 && far > 1;
    const bodies = chart.axes === "both" ? chart.marks.filter(there) : chart.marks.filter((it) => !it.near);
    expect(bodies.length).toBeGreaterThan(0);
    for (const mark of bodies) expect(held.has(mark.label), mark.label).toBe(true);
  });

  it("is as large as it was told to be, whatever the window shows", () => {
    const chart = made(kind);
    const board = shown(chart);
    const said = chartExtent(board, "whole", null);
    const drawing = draw(board);
    expect([drawing.width, drawing.height]).toEqual([said.w, said.h]);
    board.show({ x: -4000, y: -4000, zoom: 3 }, false);
    expect(chartExtent(board, "whole", null)).toEqual(said);
  });

  it("shows what is selected and its surroundings, with the names and axes beside it", () => {
    const chart = made(kind);
    const { subject } = first(chart);
    const board = shown(chart, [subject]);
    const drawing = draw(board, { part: "selection" });
    expect(drawing.groups.some((it) => it.id === subject)).toBe(true);
    expect(drawing.width * drawing.height).toBeLessThan(draw(board).width * draw(board).height);
  });

  it("shows a frame where it lies, even at the edge of everything", () => {
    const chart = made(kind);
    const { box } = first(chart);
    const board = shown(chart);
    const drawing = draw(board, { part: { box } });
    const said = chartExtent(board, { box }, null);
    expect([drawing.width, drawing.height]).toEqual([said.w, said.h]);
    expect(drawing.groups.some((it) => it.id === first(chart).subject)).toBe(true);
  });

  it("without a backdrop covers nothing of what lies behind", () => {
    const drawing = draw(shown(made(kind)), { backdrop: false });
    expect(drawing.paper).toBeNull();
    const covering = items(drawing).filter(
      (it) =>
        "rect" in it &&
        it.rect &&
        it.rect[3] >= drawing.width - 2 &&
        it.rect[4] >= drawing.height - 2 &&
        drawing.looks[it.rect[0]]?.fill != null,
    );
    expect(covering).toEqual([]);
  });
});

/** Where the words of a picture lie; those that are turned are told by a square of their height. */
function wordsOn(drawing: Drawing): { text: string; x0: number; x1: number; y0: number; y1: number }[] {
  return texts(drawing).map(([type, x, baseline, width, turn, text]) => {
    const { anchor, size } = drawing.types[type] ?? { anchor: "start", size: 12 };
    const wide = turn === 0 ? width : 0;
    const x0 = anchor === "middle" ? x - wide / 2 : anchor === "end" ? x - wide : x;
    return { text, x0, x1: x0 + wide, y0: baseline - size * 0.7, y1: baseline };
  });
}

describe.each(["en", "fr"] as const)("delivery against outcome with the sample, %s", (lang) => {
  const chart = chartOf("delivery_outcome", portfolioOf(sampled(lang)), "2026-11-26", wordsOf(lang));

  it.each([0.4, 0.55, 0.7, 0.85, 1, 1.3])("lays no words over others at zoom %s", (zoom) => {
    const board = shown(chart);
    board.show({ x: chart.left + 80, y: chart.top + 70, zoom }, false);
    const words = wordsOn(draw(board, { part: "view" }));
    expect(words.length).toBeGreaterThan(12);
    words.forEach((a, i) => {
      for (const b of words.slice(i + 1)) {
        const apart = a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;
        expect(apart, `${a.text} / ${b.text}`).toBe(true);
      }
    });
  });
});
