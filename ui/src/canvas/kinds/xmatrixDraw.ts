/*
 * How lines and cells of an X-matrix are drawn: titles along rows and upwards along columns, in two lines where there
 * is room for two and not at all where one could not be read; and the shapes that tell how strong a tie is and who
 * stands by it.
 */
import type { Stance } from "../chart/chart";
import type { Pen } from "../chart/pen";
import type { Box } from "../view";
import type { Stand } from "./xmatrixCell";
import type { Line } from "./xmatrixData";

/** What a line needs to be told at all, and to be told in two rows, in screen pixels. */
const ONE = 11.5;
const TWO = 26;
const LEAD = 13;

/** A shape in the middle of a cell; `r` is its radius. */
export function drawStand(pen: Pen, x: number, y: number, r: number, stand: Stand): void {
  const { theme } = pen;
  const { sign, state, harms } = stand;
  if (sign === "none" || state === "retired") return;
  if (sign === "way") pen.circle(x, y, Math.max(1, r * 0.28), theme.ink3);
  else if (sign === "owner") pen.circle(x, y, r * 0.72, theme.ink2);
  else if (sign === "measures") pen.diamond(x, y, r * 0.95, theme.ink1);
  else if (sign === "because") pen.diamond(x, y, r * 0.9, theme.ink1, theme.surface);
  else if (harms)
    drawCross(pen, x, y, r, state === "accepted" ? theme.ink1 : theme.ink2, state === "disputed");
  else if (state === "accepted") drawAccepted(pen, x, y, r, sign);
  else {
    // Nobody stands by it yet: an open ring, with as much in it as is claimed.
    pen.ring(x, y, r - 0.7, theme.ink2, 1.2, state === "disputed" ? [2.4, 2.2] : []);
    if (r < 4) return;
    if (sign === "unknown") unknown(pen, x, y, r * 0.5);
    else if (sign !== "weak") pen.circle(x, y, sign === "strong" ? r * 0.46 : r * 0.24, theme.ink2);
  }
}

function drawAccepted(pen: Pen, x: number, y: number, r: number, sign: Stand["sign"]): void {
  const { theme } = pen;
  if (sign === "strong") {
    pen.circle(x, y, r, theme.ink1);
    return;
  }
  if (sign === "unknown") {
    unknown(pen, x, y, r);
    pen.ring(x, y, r - 0.6, theme.ink2, 1.2);
    return;
  }
  const width = Math.min(2, r * 0.34);
  pen.ring(x, y, (sign === "weak" ? r * 0.72 : r) - width / 2, theme.ink1, width);
  if (sign === "moderate") pen.circle(x, y, r * 0.42, theme.ink1);
}

function unknown(pen: Pen, x: number, y: number, r: number): void {
  pen.unknown({ x0: x - r, y0: y - r, x1: x + r, y1: y + r }, r);
}

function drawCross(pen: Pen, x: number, y: number, r: number, colour: string, isDisputed: boolean): void {
  const d = r * 0.62;
  const dash = isDisputed ? [2.2, 1.8] : [];
  pen.path([x - d, y - d, x + d, y + d], colour, Math.min(2, r * 0.34), dash);
  pen.path([x - d, y + d, x + d, y - d], colour, Math.min(2, r * 0.34), dash);
}

export function drawCell(pen: Pen, at: Box, stand: Stand): void {
  const side = Math.min(at.x1 - at.x0, at.y1 - at.y0);
  const r = Math.max(1.2, Math.min(8, side * 0.25));
  drawStand(pen, (at.x0 + at.x1) / 2, (at.y0 + at.y1) / 2, r, stand);
}

interface Face {
  readonly title: string;
  /** A second sentence of a place that waits for its first element. */
  readonly under: string;
  readonly meta: string;
  readonly line: Line;
}

/** A hollow mark: nothing ties this line to what it should be tied to. */
export function drawLoose(pen: Pen, x: number, y: number): void {
  pen.diamond(x, y, 4.5, pen.theme.severity.medium, pen.theme.surface);
}

export function drawRowHead(pen: Pen, at: Box, stance: Stance, face: Face): void {
  const { theme } = pen;
  const tall = at.y1 - at.y0;
  if (stance.hovered || stance.selected) pen.fill(at, theme.ink1, 0, 0.06);
  const y = (at.y0 + at.y1) / 2;
  if (tall >= ONE) pen.grid(at.x0, at.y1 - 1, at.x1, at.y1 - 1, theme.line);
  else {
    if (face.line.isLoose && tall >= 6) drawLoose(pen, at.x1 - 12, y);
    return;
  }
  let [x, end] = [at.x0 + 12, at.x1 - 10];
  if (face.line.isLoose) {
    drawLoose(pen, end - 4, y);
    end -= 16;
  }
  const before = face.line.side === "directions";
  if (face.meta !== "") {
    if (before) x += Math.max(16, pen.text(face.meta, x, y, { colour: theme.ink2 }) + 8);
    else end -= pen.text(face.meta, end, y, { colour: theme.ink2, align: "right" }) + 10;
  }
  if (face.under !== "") {
    drawOpen(pen, at, stance, face, false);
    return;
  }
  const lines = pen.lines(face.title, end - x, tall >= TWO ? 2 : 1);
  lines.forEach((text, n) => {
    pen.text(text, x, y + (n - (lines.length - 1) / 2) * LEAD);
  });
}

export function drawColumnHead(pen: Pen, at: Box, stance: Stance, face: Face): void {
  const { theme } = pen;
  const wide = at.x1 - at.x0;
  if (stance.hovered || stance.selected) pen.fill(at, theme.ink1, 0, 0.06);
  const x = (at.x0 + at.x1) / 2;
  if (wide >= ONE) pen.grid(at.x1 - 1, at.y0, at.x1 - 1, at.y1, theme.line);
  else {
    if (face.line.isLoose && wide >= 6) drawLoose(pen, x, at.y0 + 12);
    return;
  }
  let top = at.y0 + 8;
  if (face.line.isLoose) {
    drawLoose(pen, x, top + 5);
    top += 16;
  }
  if (face.meta !== "" && pen.width(face.meta) <= wide - 3) {
    pen.text(face.meta, x, top + 6, { colour: theme.ink2, align: "center" });
    top += 20;
  }
  if (face.under !== "") {
    drawOpen(pen, at, stance, face, true);
    return;
  }
  const lines = pen.lines(face.title, at.y1 - 10 - top, wide >= TWO ? 2 : 1);
  lines.forEach((text, n) => {
    pen.text(text, x + (n - (lines.length - 1) / 2) * LEAD, at.y1 - 10, { upwards: true });
  });
}

/** The place that waits for a first element: a dashed card that says what belongs there. */
function drawOpen(pen: Pen, at: Box, stance: Stance, face: Face, upwards: boolean): void {
  const { theme } = pen;
  const card = { x0: at.x0 + 6, y0: at.y0 + 6, x1: at.x1 - 7, y1: at.y1 - 7 };
  if (Math.min(card.x1 - card.x0, card.y1 - card.y0) >= 20)
    pen.edge(card, stance.hovered ? theme.ink1 : theme.ink3, 6, 1, [4, 4]);
  const [x, y] = [(at.x0 + at.x1) / 2, (at.y0 + at.y1) / 2];
  const [room, deep] = upwards
    ? [card.y1 - card.y0 - 12, card.x1 - card.x0 - 8]
    : [card.x1 - card.x0 - 12, card.y1 - card.y0 - 8];
  const under = deep >= 3 * LEAD + 6 ? pen.lines(face.under, room, 2) : [];
  const all = [`+ ${face.title}`, ...under];
  all.forEach((text, n) => {
    const off = (n - (all.length - 1) / 2) * (LEAD + 2);
    pen.text(text, upwards ? x + off : x, upwards ? y : y + off, {
      upwards,
      align: "center",
      room,
      strong: n === 0,
      colour: n === 0 ? theme.ink1 : theme.ink2,
    });
  });
}
