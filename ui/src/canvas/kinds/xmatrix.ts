/*
 * The X-matrix as a chart: initiatives above and directions below as rows, objectives at the left and indicators at
 * the right as columns, with those who answer for them at the far right. What crosses lies in the four corners, and
 * the titles cross in the midst, where they stay in sight. Unless it is read otherwise, the heaviest of each side lies
 * nearest to the midst.
 */
import { known } from "../../model/maybe";
import type { Portfolio } from "../../model/portfolio";
import type { Chart, Mark, Way } from "../chart/chart";
import type { Box } from "../view";
import { drawLegend, LEGEND } from "./legend";
import { CellMark, cellId, HeadMark, standOfLink, type XMatrixSpeech } from "./xmatrixCell";
import { FIRST, type Line, SIDES, type Side, type XMatrix, xMatrixOf } from "./xmatrixData";
import { actOf } from "./xmatrixEdits";
import { drawGround, drawHub, drawLight, drawStrips, legendOf, type Sheet, shapeOf } from "./xmatrixGround";
import { AS_WEIGHED } from "./xmatrixOrder";

/** Height of a row and width of a column at life size; names of people are short, and one line high. */
const ROW = 33;
const COLUMN = 48;
const PERSON = 30;
/** The zoom down to which a matrix opens, and to which its lines have names. */
const TIGHT = 0.53;
const NAMED = 0.36;
/** Of the place of a first element. */
const OPEN = 126;
/** Air before those who answer, with what they are. */
const APART = 36;
export const HUB = { w: 320, h: 216 };
/** Rows that a page is. */
const PAGE = 10;

export function xMatrixChart(
  portfolio: Portfolio,
  speech: XMatrixSpeech,
  passing: ReadonlySet<string> | null = null,
  reading = AS_WEIGHED,
): Chart {
  const matrix = xMatrixOf(portfolio, passing, reading);
  const { lines } = matrix;
  const above = stretched(lines.initiatives, -1, ROW);
  const below = stretched(lines.directions, 1, ROW);
  const left = stretched(lines.objectives, -1, COLUMN);
  const right = stretched(lines.indicators, 1, COLUMN);
  const end = right.at(-1)?.to ?? 0;
  const far = stretched(lines.people, 1, PERSON, end + APART);
  const grid: Grid = {
    rows: [...above.reverse(), null, ...below],
    columns: [...left.reverse(), null, ...right, ...far],
  };
  const apart = far.length === 0 ? null : { from: end, to: end + APART };
  const sheet: Sheet = { grid, matrix, apart, speech };
  const bounds = {
    x0: grid.columns[0]?.from ?? 0,
    y0: grid.rows[0]?.from ?? 0,
    x1: grid.columns.at(-1)?.to ?? 0,
    y1: grid.rows.at(-1)?.to ?? 0,
  };
  let shapes: ReadonlySet<string> | null = null;
  return {
    label: speech.say("label"),
    axes: "both",
    bounds,
    largest: 1.2,
    opening: { box: bounds, least: 0.66, tight: TIGHT, named: NAMED, row: ROW },
    hub: { x: 0, y: 0, ...HUB },
    marks: marksOf(grid, matrix, speech),
    blocks: blocksOf(grid),
    left: 0,
    top: LEGEND,
    walk: (from, way) => walked(grid, from, way),
    back: (pen, eye) => drawGround(pen, eye, sheet),
    front: (pen, eye, glance) => drawLight(pen, eye, sheet, glance.hovered),
    strips: (pen, eye, glance) => drawStrips(pen, eye, sheet, glance.hovered),
    corner: (pen, eye) => {
      drawHub(pen, eye, sheet);
      shapes ??= shapesIn(matrix);
      drawLegend(pen, legendOf(pen, sheet, shapes));
    },
  };
}

/** What the legend has to explain. Ways through others are found wherever there is work and something to reach. */
function shapesIn({ links, counts }: XMatrix): ReadonlySet<string> {
  const found = new Set(links.flatMap((link) => shapeOf(standOfLink(link)) ?? []));
  return counts.initiatives > 0 && counts.objectives > 0 ? found.add("way") : found;
}

/** The four corners, as far as lines cross there. */
function blocksOf({ rows, columns }: Grid): Box[] {
  const runs = (all: readonly (Stretch | null)[]) => {
    const hub = all.indexOf(null);
    return [all.slice(0, hub), all.slice(hub + 1)].flatMap((side) => {
      const [first, last] = [side[0], side.at(-1)];
      return first && last ? [{ from: first.from, to: last.to }] : [];
    });
  };
  return runs(rows).flatMap((y) =>
    runs(columns).map((x) => ({ x0: x.from + 4, x1: x.to - 4, y0: y.from + 4, y1: y.to - 4 })),
  );
}

/** A line and where it lies along its axis. */
export interface Stretch {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** Null stands for the hub, which has a place in both. */
export interface Grid {
  readonly rows: readonly (Stretch | null)[];
  readonly columns: readonly (Stretch | null)[];
}

/** Lines side by side away from the hub. */
function stretched(lines: readonly Line[], way: 1 | -1, pitch: number, start = 0): Stretch[] {
  let at = start;
  return lines.map((line) => {
    const near = at;
    at += way * (line.id.startsWith(FIRST) ? OPEN : pitch);
    return { line, from: Math.min(near, at), to: Math.max(near, at) };
  });
}

function marksOf({ rows, columns }: Grid, matrix: XMatrix, speech: XMatrixSpeech): Mark[] {
  const marks: Mark[] = [];
  const heads: Mark[] = [];
  const meta = (line: Line) => metaOf(line, speech);
  columns.forEach((column, c) => {
    if (column === null) return;
    const box: Box = { x0: column.from, x1: column.to, y0: 0, y1: HUB.h };
    const hub = rows.indexOf(null);
    heads.push(new HeadMark(box, c, hub, column.line, "top", meta(column.line), speech));
  });
  const next = (mark: CellMark): string => {
    const act = actOf(mark);
    return act === null ? "" : speech.say("next", { act });
  };
  rows.forEach((row, r) => {
    if (row === null) return;
    const box: Box = { x0: 0, x1: HUB.w, y0: row.from, y1: row.to };
    const hub = columns.indexOf(null);
    heads.push(new HeadMark(box, hub, r, row.line, "left", meta(row.line), speech));
    if (row.line.id.startsWith(FIRST)) return;
    columns.forEach((column, c) => {
      if (column === null || column.line.id.startsWith(FIRST)) return;
      const cell: Box = { x0: column.from, x1: column.to, y0: row.from, y1: row.to };
      marks.push(new CellMark(cell, c, r, row.line, column.line, matrix, speech, next));
    });
  });
  const bounded = SIDES.some((side) => matrix.counts[side] > matrix.lines[side].length);
  const tip = [
    speech.say("hub"),
    ...SIDES.flatMap((side) => toldOf(side, matrix, speech)),
    ...(bounded ? [speech.say("shown")] : []),
  ];
  const hub: Mark = {
    id: "hub",
    subject: null,
    pin: "corner",
    box: { x0: 0, y0: 0, x1: HUB.w, y1: HUB.h },
    label: [tip[0], ...tip.slice(1).map((it) => `${it}.`), speech.say("hubHint")].join(" "),
    tip: tip.join("\n"),
    draw: () => undefined,
  };
  return [...marks, ...heads, hub];
}

/** A side in one line: how many there are, how many of them are shown, how many are loose. */
export function toldOf(side: Side, matrix: XMatrix, speech: XMatrixSpeech): string[] {
  const count = matrix.counts[side];
  if (side === "people" && count === 0) return [];
  const name = speech.say(
    side === "directions" && matrix.direction === "driver" ? "side.drivers" : `side.${side}`,
  );
  const shown = count === 0 ? 0 : matrix.lines[side].length;
  const loose = matrix.loose[side];
  const parts = [
    shown < count ? speech.say("more", { shown, count, side }) : speech.number(count),
    ...(loose > 0 ? [speech.say(`loose.${side}`, { count: loose })] : []),
  ];
  return [`${name} · ${parts.join(" · ")}`];
}

/** What a line is sorted by, as it is written beside its title. */
function metaOf({ element }: Line, speech: XMatrixSpeech): string {
  if (element === null) return "";
  const figure =
    element.kind === "objective"
      ? known(element.weight)
      : element.kind === "priority"
        ? known(element.rank)
        : null;
  if (figure !== null) return speech.number(figure);
  const budget = element.kind === "initiative" ? known(element.budget) : null;
  return budget === null ? "" : speech.monies([budget]);
}

/** Where a key leads: step by step over the hub, past what has no cells, to the ends of a row, some rows on. */
export function walked(grid: Grid, from: Mark, way: Way): string | null {
  const hub = { column: grid.columns.indexOf(null), row: grid.rows.indexOf(null) };
  const { column, row } = from instanceof CellMark || from instanceof HeadMark ? from : hub;
  const [dx, dy] = STEPS[way];
  const last = { column: grid.columns.length - 1, row: grid.rows.length - 1 };
  if (way === "home" || way === "end") {
    for (let c = way === "home" ? 0 : last.column; c !== column; c += way === "home" ? 1 : -1) {
      const id = idAt(grid, c, row);
      if (id !== null) return id;
    }
    return null;
  }
  const most = Math.abs(dx + dy);
  let [found, passed]: [string | null, number] = [null, 0];
  for (let n = 1; passed < most; n += 1) {
    const [c, r] = [column + Math.sign(dx) * n, row + Math.sign(dy) * n];
    if (c < 0 || r < 0 || c > last.column || r > last.row) break;
    const id = idAt(grid, c, r);
    if (id === null) continue;
    found = id;
    passed += 1;
  }
  return found;
}

const STEPS: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
  pageUp: [0, -PAGE],
  pageDown: [0, PAGE],
  home: [0, 0],
  end: [0, 0],
};

function idAt({ rows, columns }: Grid, c: number, r: number): string | null {
  const [row, column] = [rows[r], columns[c]];
  if (row === undefined || column === undefined) return null;
  if (row === null) return column === null ? "hub" : `line ${column.line.id}`;
  if (column === null) return `line ${row.line.id}`;
  const isOpen = row.line.id.startsWith(FIRST) || column.line.id.startsWith(FIRST);
  return isOpen ? null : cellId(row.line, column.line);
}
