/*
 * What lies under and around the cells of an X-matrix: the squared ground of the corners, the light along the row and
 * the column of what is pointed at, the strips of titles, the X with the names of its sides, and the legend.
 */
import { known } from "../../model/maybe";
import type { Mark } from "../chart/chart";
import type { Eye } from "../chart/eye";
import type { Lettering, Pen } from "../chart/pen";
import type { Box } from "../view";
import type { Sign } from "./legend";
import type { Grid, Stretch } from "./xmatrix";
import { CellMark, HeadMark, NOTHING, type Stand, type XMatrixSpeech } from "./xmatrixCell";
import { FIRST, SIDES, type Side, type XMatrix } from "./xmatrixData";
import { drawLoose, drawStand } from "./xmatrixDraw";

export interface Sheet {
  readonly grid: Grid;
  readonly matrix: XMatrix;
  /** Between the indicators and those who answer; null when nobody does. */
  readonly apart: { readonly from: number; readonly to: number } | null;
  readonly speech: XMatrixSpeech;
}

/** Cells closer than this are told by their shapes alone. */
const SQUARED = 9;

function isOpen(it: Stretch | null): boolean {
  return it === null || it.line.id.startsWith(FIRST);
}

export function drawGround(pen: Pen, eye: Eye, { grid }: Sheet): void {
  const { theme, size } = pen;
  const seen = { x0: 0, y0: eye.top, x1: size.w, y1: size.h };
  const rows = grid.rows.filter((it): it is Stretch => !isOpen(it)).map((it) => spanY(eye, it));
  const columns = grid.columns.filter((it): it is Stretch => !isOpen(it)).map((it) => spanX(eye, it));
  const [ys, xs] = [runs(rows), runs(columns)];
  for (const [y0, y1] of ys)
    for (const [x0, x1] of xs) pen.fill(clipped({ x0, y0, x1, y1 }, seen), theme.surface);
  for (const [y0, y1] of ys) {
    for (const [x0, x1] of xs) {
      const b = clipped({ x0, y0, x1, y1 }, seen);
      if (b.x1 <= b.x0 || b.y1 <= b.y0) continue;
      const shown = eye.kx * 30 >= SQUARED;
      for (const [at] of shown ? rows : [])
        if (at >= b.y0 && at <= b.y1) pen.grid(b.x0, at, b.x1, at, theme.line);
      for (const [at] of shown ? columns : [])
        if (at >= b.x0 && at <= b.x1) pen.grid(at, b.y0, at, b.y1, theme.line);
      pen.edge({ x0, y0, x1: x1 + 1, y1: y1 + 1 }, theme.line2);
    }
  }
}

type Span = readonly [number, number];

function spanX(eye: Eye, { from, to }: Pick<Stretch, "from" | "to">): Span {
  const by = (from + to) / 2;
  return [eye.x(from, by), eye.x(to, by)];
}

function spanY(eye: Eye, { from, to }: Pick<Stretch, "from" | "to">): Span {
  const by = (from + to) / 2;
  return [eye.y(from, by), eye.y(to, by)];
}

/** Spans that touch, as one. */
function runs(spans: readonly Span[]): Span[] {
  const found: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = found.at(-1);
    if (last !== undefined && Math.abs(last[1] - from) < 0.5) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

function clipped(b: Box, to: Box): Box {
  return {
    x0: Math.max(b.x0, to.x0),
    y0: Math.max(b.y0, to.y0),
    x1: Math.min(b.x1, to.x1),
    y1: Math.min(b.y1, to.y1),
  };
}

/** The row and the column of what is pointed at. */
function crossOf({ grid }: Sheet, mark: Mark | null): { row: Stretch | null; column: Stretch | null } {
  if (!(mark instanceof CellMark || mark instanceof HeadMark)) return { row: null, column: null };
  return { row: grid.rows[mark.row] ?? null, column: grid.columns[mark.column] ?? null };
}

const LIGHT = 0.07;

/** To all four sides, so that a shape far from its titles is read at once. */
export function drawLight(pen: Pen, eye: Eye, sheet: Sheet, hovered: Mark | null): void {
  const { row, column } = crossOf(sheet, hovered);
  const [from, to] = [
    sheet.grid.columns.find((it) => !isOpen(it)),
    sheet.grid.columns.findLast((it) => !isOpen(it)),
  ];
  const [top, foot] = [
    sheet.grid.rows.find((it) => !isOpen(it)),
    sheet.grid.rows.findLast((it) => !isOpen(it)),
  ];
  const { ink1 } = pen.theme;
  if (row !== null && from && to) {
    const [y0, y1] = spanY(eye, row);
    pen.fill({ x0: spanX(eye, from)[0], x1: spanX(eye, to)[1], y0, y1 }, ink1, 0, LIGHT);
  }
  if (column !== null && top && foot) {
    const [x0, x1] = spanX(eye, column);
    pen.fill({ x0, x1, y0: spanY(eye, top)[0], y1: spanY(eye, foot)[1] }, ink1, 0, LIGHT);
  }
}

/** The ground of the titles, and the light that runs on under them. */
export function drawStrips(pen: Pen, eye: Eye, sheet: Sheet, hovered: Mark | null): void {
  const { theme, size } = pen;
  const { hub } = eye;
  if (hub === null) return;
  const { rows, columns } = sheet.grid;
  const y0 = rows[0] === undefined || rows[0] === null ? hub.y0 : spanY(eye, rows[0])[0];
  const last = rows.at(-1);
  const y1 = last === undefined || last === null ? hub.y1 : spanY(eye, last)[1];
  const first = columns[0];
  const x0 = first === undefined || first === null ? hub.x0 : spanX(eye, first)[0];
  const end = columns.at(-1);
  const x1 = end === undefined || end === null ? hub.x1 : spanX(eye, end)[1];
  const down = {
    ...hub,
    y0: Math.max(-2, Math.min(y0, hub.y0)),
    y1: Math.min(size.h + 2, Math.max(y1, hub.y1)),
  };
  const along = {
    ...hub,
    x0: Math.max(-2, Math.min(x0, hub.x0)),
    x1: Math.min(size.w + 2, Math.max(x1, hub.x1)),
  };
  for (const strip of [down, along]) {
    pen.fill(strip, theme.paper);
    pen.edge({ ...strip, x1: strip.x1 + 1, y1: strip.y1 + 1 }, theme.line2);
  }
  if (sheet.apart !== null) {
    const [from, to] = spanX(eye, sheet.apart);
    if (to - from >= 16)
      pen.text(sheet.speech.say("side.people"), (from + to) / 2, hub.y1 - 10, {
        upwards: true,
        strong: true,
        room: hub.y1 - hub.y0 - 20,
      });
    pen.rule(to - 1, hub.y0, to - 1, hub.y1, theme.line);
  }
  const { row, column } = crossOf(sheet, hovered);
  if (row !== null) {
    const [top, foot] = spanY(eye, row);
    pen.fill({ ...down, y0: top, y1: foot }, theme.ink1, 0, LIGHT);
  }
  if (column !== null) {
    const [from, to] = spanX(eye, column);
    pen.fill({ ...along, x0: from, x1: to }, theme.ink1, 0, LIGHT);
  }
}

/** The X: each side is named where it begins, with how many it has and how many of those are loose. */
export function drawHub(pen: Pen, eye: Eye, { matrix, speech }: Sheet): void {
  const { theme } = pen;
  const { hub } = eye;
  if (hub === null) return;
  pen.fill(hub, theme.surface);
  pen.path([hub.x0, hub.y0, hub.x1, hub.y1], theme.line2);
  pen.path([hub.x0, hub.y1, hub.x1, hub.y0], theme.line2);
  pen.edge({ ...hub, x1: hub.x1 + 1, y1: hub.y1 + 1 }, theme.line2);
  const [x, y] = [(hub.x0 + hub.x1) / 2, (hub.y0 + hub.y1) / 2];
  const told = (side: Side): readonly (readonly [string, Lettering])[] => {
    const { counts, lines, loose } = matrix;
    const drivers = side === "directions" && matrix.direction === "driver";
    const [count, shown] = [counts[side], lines[side].length];
    const name = speech.say(drivers ? "side.drivers" : `side.${side}`);
    const small: Lettering = { colour: theme.ink2, align: "center" };
    return [
      [
        `${name} ${shown < count || count === 0 ? "" : speech.number(count)}`.trimEnd(),
        { size: 13, strong: true, align: "center" },
      ],
      ...(shown < count ? [[speech.say("more", { shown, count, side }), small] as const] : []),
      ...(loose[side] > 0 ? [[speech.say(`loose.${side}`, { count: loose[side] }), small] as const] : []),
    ];
  };
  const put = (side: Side, at: (n: number, of: number) => { x: number; y: number }, upwards = false) => {
    const lines = told(side);
    lines.forEach(([text, as], n) => {
      const spot = at(n, lines.length);
      pen.text(text, spot.x, spot.y, {
        ...as,
        upwards,
        room: (upwards ? hub.y1 - hub.y0 : hub.x1 - hub.x0) - 40 - n * 40,
      });
    });
  };
  put("initiatives", (n) => ({ x, y: hub.y0 + 18 + n * 17 }));
  put("directions", (n, of) => ({ x, y: hub.y1 - 18 - (of - 1 - n) * 17 }));
  put("objectives", (n) => ({ x: hub.x0 + 18 + n * 17, y }), true);
  put("indicators", (n, of) => ({ x: hub.x1 - 18 - (of - 1 - n) * 17, y }), true);
}

const SHAPES: readonly (readonly [string, Stand])[] = [
  ["strong", { ...NOTHING, sign: "strong" }],
  ["moderate", { ...NOTHING, sign: "moderate" }],
  ["weak", { ...NOTHING, sign: "weak" }],
  ["unknown", { ...NOTHING, sign: "unknown" }],
  ["proposed", { ...NOTHING, sign: "strong", state: "proposed" }],
  ["disputed", { ...NOTHING, sign: "strong", state: "disputed" }],
  ["harms", { ...NOTHING, sign: "strong", harms: true }],
  ["measures", { ...NOTHING, sign: "measures" }],
  ["because", { ...NOTHING, sign: "because" }],
  ["way", { ...NOTHING, sign: "way" }],
];

/** What the shapes mean that stand in it now, and how many lines are loose. */
export function legendOf(pen: Pen, { matrix, speech }: Sheet, stands: ReadonlySet<string>): Sign[] {
  const count = SIDES.reduce((sum, side) => sum + matrix.loose[side], 0);
  const signs: Sign[] = SHAPES.filter(([name]) => stands.has(name)).map(([name, stand]) => ({
    wide: 14,
    draw: (x, y) => drawStand(pen, x + 7, y, 6.5, stand),
    text: speech.say("legend", { shape: name }),
  }));
  const loose: Sign = {
    wide: 14,
    draw: (x, y) => drawLoose(pen, x + 7, y),
    text: speech.say("loose", { count }),
    as: {},
  };
  const first = matrix.lines.objectives[0]?.element;
  const figure = first?.kind === "objective" ? known(first.weight) : null;
  if (figure !== null) {
    const text = speech.number(figure);
    signs.push({
      wide: pen.width(text),
      draw: (x, y) => void pen.text(text, x, y, { colour: pen.theme.ink2 }),
      text: speech.say("legend", { shape: "weight" }),
    });
  }
  return count === 0 ? signs : [loose, ...signs];
}

/** The name in the legend of what a cell shows; null where it shows nothing to explain. */
export function shapeOf({ sign, state, harms }: Stand): string | null {
  if (sign === "none" || sign === "owner") return null;
  if (state === "proposed" || state === "disputed") return state;
  return harms ? "harms" : sign;
}
