/*
 * For tests: every kind of canvas with the same small portfolio on it, its picture of any part, and what the screen draws
 * when it shows that part.
 */
import { ferries } from "../../../bench/charted";
import { demo } from "../../../bench/demo";
import { mapWords } from "../../../bench/words";
import type { CanvasKind, Drawing, Note } from "../../api/bindings";
import { type DiagramKind, isDiagram } from "../../model/canvases";
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
import { EVERYTHING, LIGHT, noting, RULER, type Seen } from "./fixture";
import { drawMap, mapFramed, type Shown } from "./map";
import type { Part, Wish } from "./wish";

/** One canvas, mounted nowhere. */
export interface Specimen {
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
const words = mapWords("en");
const measured = {
  titles: new TitleBreaker((text) => RULER.width(text, "550 12px Inter")),
  texts: new TitleBreaker((text) => RULER.width(text, "400 12px Inter")),
};
const still = { events: {}, readOnly: true, stillness: () => true, schedule: () => undefined };

export function specimen(kind: CanvasKind): Specimen {
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
    new Projector(words).project(recordsFor(kind), new Set(selection));
  const { cards, links } = project([]);
  const link = links[0];
  const selection = link === undefined ? cards.slice(0, 2).map((it) => it.id) : [link.from, link.to];
  const [first] = cards.filter((it) => it.id === selection[0]);
  const { x = 0, y = 0 } = first ?? {};
  const frame = { x0: x - 30.5, y0: y - 20, x1: x + 2.5 * CARD_W, y1: y + 2.2 * CARD_H };
  const shown = (part: Part): Shown => {
    const chosen = part === "selection" ? selection : [];
    const view = { x: 40, y: 30, zoom: 1 };
    return { scene: project(chosen), selection: new Set(chosen), view, size: SIZE, words };
  };
  return {
    selection,
    frame,
    ids: cards.map((it) => it.id),
    draw: (wish) => drawMap(shown(wish.part ?? "whole"), { ...EVERYTHING, ...wish }, LIGHT, RULER),
    screen(part) {
      const from = shown(part);
      const stage = new Stage({ ...measured, ...still, theme: LIGHT, words });
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
