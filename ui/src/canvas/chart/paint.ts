/*
 * One picture of a chart: ground, marks of the body, then the strips that stay in view with their marks, rings and
 * the marquee. The strips paint their own ground over what passes beneath, so nothing needs clipping.
 */
import type { Ctx } from "../draw/frame";
import type { Box } from "../view";
import type { Board } from "./board";
import type { Glance, Mark, Stance } from "./chart";
import { draftLine, handlesOf } from "./linking";
import { Pen } from "./pen";

/** How much is left of what the filter keeps back, or a lit line leaves aside. */
const DIM = 0.25;

export function paint(board: Board, ctx: Ctx): void {
  const { field, theme, dpr, size, chart, eye } = board;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.globalAlpha = 1;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "left";
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, size.w, size.h);
  const { titles, texts } = board.parts;
  const free = size.w - board.covered;
  const { hatch } = board;
  const pen = new Pen({ ctx, theme, dpr, zoom: board.view.zoom, size, free, titles, texts, hatch });
  const glance: Glance = {
    selection: board.selection,
    hovered: field.mark(pointedAt(board)) ?? null,
    readOnly: board.parts.readOnly,
    boxOf: (id) => {
      const i = field.index.get(id) ?? -1;
      return field.shows(i, board.view.zoom) ? field.screenBox(i, eye) : null;
    },
  };
  // A name and its bar are one thing: what is pointed at in one place shows in the other.
  const hovered = field.mark(board.hover)?.subject ?? null;
  const draw = (i: number): void => {
    const mark = field.mark(i);
    if (mark === undefined) return;
    const stance: Stance = {
      selected: board.isSelected(mark),
      hovered: i === board.hover || (hovered !== null && mark.subject === hovered),
      moving: field.moved.has(i),
    };
    const at = field.screenBox(i, eye);
    const passes = passesIn(board.passing, mark) && !isOff(board.line, mark);
    ctx.about?.(mark.subject, mark.label);
    if (passes) mark.draw(pen, at, stance);
    else pen.faded(DIM, () => mark.draw(pen, at, stance));
  };
  if (board.parts.recorded === true) {
    // Strips without a ground of their own would let through what passes beneath them.
    ctx.save();
    ctx.beginPath();
    ctx.rect(chart.left, chart.top, size.w - chart.left, size.h - chart.top);
    ctx.clip();
  }
  chart.back?.(pen, eye);
  const body = field.seen("body", eye);
  for (const i of body) draw(i);
  ctx.about?.(null, "");
  chart.front?.(pen, eye, glance);
  rings(board, pen, "body", body);
  if (board.parts.recorded === true) ctx.restore();
  chart.strips?.(pen, eye, glance);
  for (const place of ["left", "top", "corner"] as const) {
    if (place === "corner") chart.corner?.(pen, eye);
    const marks = field.seen(place, eye);
    for (const i of marks) draw(i);
    ctx.about?.(null, "");
    rings(board, pen, place, marks);
  }
  if (chart.marks.length === 0 && chart.empty !== undefined) {
    const [x, y, room] = [(size.w + chart.left) / 2, (size.h + chart.top) / 2, Math.min(520, size.w - 48)];
    pen.text(chart.empty[0], x, y - 22, { size: 18, strong: true, align: "center", room });
    pen.lines(chart.empty[1], room, 2, { size: 13 }).forEach((line, n) => {
      pen.text(line, x, y + 6 + n * 18, { size: 13, colour: theme.ink2, align: "center" });
    });
  }
  linking(board, pen);
  if (board.marquee !== null) marquee(pen, eye.box(board.marquee));
}

function passesIn(passing: ReadonlySet<string> | null, { subject, needs }: Mark): boolean {
  if (passing === null) return true;
  return needs?.every((it) => passing.has(it)) ?? (subject === null || passing.has(subject));
}

/** Whether a lit line leaves it aside. */
function isOff(line: ReadonlySet<string> | null, { subject }: Mark): boolean {
  return line !== null && subject !== null && !line.has(subject);
}

/** The mark that is meant: under the pointer, or where the keyboard is. */
function pointedAt(board: Board): number {
  if (board.hover >= 0) return board.hover;
  return board.focused && board.keyboard ? board.cursor : -1;
}

/** The lit line, selection, and where the keyboard is. */
function rings(
  board: Board,
  pen: Pen,
  place: "body" | "left" | "top" | "corner",
  marks: readonly number[],
): void {
  const { field, theme, eye } = board;
  for (const i of marks) {
    const mark = field.mark(i);
    if (mark === undefined || (mark.pin ?? "body") !== place) continue;
    const at = field.screenBox(i, eye);
    const focused = i === board.cursor && board.focused && board.keyboard;
    const selected = board.isSelected(mark) && mark.inert !== true;
    const lit = !selected && mark.inert !== true && board.line?.has(mark.subject ?? "") === true;
    if (!focused && !selected && !lit) continue;
    if (mark.pin !== undefined) {
      if (selected || lit) pen.fill({ ...at, x1: at.x0 + 3 }, lit ? theme.thread : theme.ink1);
      if (focused) pen.edge({ x0: at.x0 + 1, y0: at.y0 + 1, x1: at.x1 - 1, y1: at.y1 - 1 }, theme.ink1, 4, 2);
    } else if (mark.round === true) {
      const [x, y, r] = [(at.x0 + at.x1) / 2, (at.y0 + at.y1) / 2, (at.x1 - at.x0) / 2];
      if (selected || lit) pen.ring(x, y, r + 2, lit ? theme.thread : theme.ink1, 2);
      if (focused) pen.ring(x, y, r + 5, theme.ink1, 2);
    } else {
      if (selected || lit) pen.edge(grown(at, 2), lit ? theme.thread : theme.ink1, 5, 2);
      if (focused) pen.edge(grown(at, 5), theme.ink1, 8, 2);
    }
  }
}

/** The handles that links are drawn from, or the link that is drawn and what it would end at. */
function linking(board: Board, pen: Pen): void {
  const { theme, draft, field, eye } = board;
  for (const { x, y } of handlesOf(board)) {
    pen.circle(x, y, 6, theme.surface);
    pen.ring(x, y, 6, theme.ink1, 1.75);
    pen.circle(x, y, 2, theme.ink1);
  }
  if (draft === null) return;
  const colour = draft.isOpen ? theme.ink1 : theme.ink3;
  const line = draftLine(board);
  if (line.length > 0) pen.path(line, colour, 2, [5, 4], 4);
  if (draft.on >= 0) pen.edge(grown(field.screenBox(draft.on, eye), 3), colour, 6, 2);
}

function grown(b: Box, by: number): Box {
  return { x0: b.x0 - by, y0: b.y0 - by, x1: b.x1 + by, y1: b.y1 + by };
}

function marquee(pen: Pen, box: Box): void {
  pen.fill(box, pen.theme.ink1, 0, 0.06);
  pen.edge(box, pen.theme.ink2);
}
