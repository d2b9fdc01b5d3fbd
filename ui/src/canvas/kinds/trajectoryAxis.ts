/*
 * What lies around the rows of a trajectory: fiscal time above, bands for now, next and later, the line of today,
 * what waits for what, and a hint at the edge of each row whose bar is out of sight.
 */
import type { FiscalYear } from "../../api/bindings";
import type { Glance } from "../chart/chart";
import type { Eye } from "../chart/eye";
import type { Pen } from "../chart/pen";
import type { Box } from "../view";
import { DAY, dayOf, type Horizon, nameOfYear, type Span, spans, type Unit } from "./calendar";
import { LEGEND } from "./legend";
import type { Wait } from "./trajectoryData";
import { LOW, pixelsADay } from "./trajectoryDraw";
import { NAMES, type Row, type TrajectorySpeech } from "./trajectoryMarks";

/** Under what the signs mean: years, their parts, the bands, and today, which hides the name of no period. */
export const AXIS = LEGEND + 78;
const [FIRST, SECOND, THIRD, LAST] = [LEGEND + 11, LEGEND + 30, LEGEND + 49, LEGEND + 66];
/** As many dependencies are drawn unasked; of more only those of what is pointed at or selected. */
const FEW = 6;

export interface TrajectoryScene {
  readonly rows: readonly Row[];
  readonly speech: TrajectorySpeech;
  readonly today: number;
  readonly starts: FiscalYear;
  readonly horizon: Horizon | null;
  readonly waits: readonly Wait[];
  readonly count: string;
}

/** Coarse and fine units that can be read at this zoom. */
function units(zoom: number): readonly [Unit, Unit | null] {
  const day = pixelsADay(zoom);
  if (day >= 18) return ["month", "day"];
  if (day * 30 >= 40) return ["year", "month"];
  return day * 91 >= 30 ? ["year", "quarter"] : ["year", null];
}

function stretch(eye: Eye): [number, number] {
  const seen = eye.seen();
  return [seen.x0 / DAY, seen.x1 / DAY];
}

/** Rows in sight: they lie one under the other, so the first is found by halving. */
function rowsIn(rows: readonly Row[], eye: Eye): readonly Row[] {
  const seen = eye.seen();
  let [lo, hi] = [0, rows.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    const row = rows[mid];
    if (row !== undefined && row.y + row.h < seen.y0) lo = mid + 1;
    else hi = mid;
  }
  let end = lo;
  while (end < rows.length && (rows[end]?.y ?? 0) < seen.y1) end += 1;
  return rows.slice(lo, end);
}

export function drawGround(pen: Pen, eye: Eye, scene: TrajectoryScene): void {
  const { theme } = pen;
  const { w, h } = eye.size;
  const { horizon, starts } = scene;
  const band = (from: number, until: number): Box => ({
    x0: Math.max(NAMES, eye.x(from * DAY)),
    y0: AXIS,
    x1: Math.min(w, eye.x(until * DAY)),
    y1: h,
  });
  if (horizon !== null) {
    const now = band(horizon.now.from, horizon.now.until);
    const next = band(horizon.next.from, horizon.next.until);
    if (now.x1 > now.x0) pen.fill(now, theme.surface);
    if (next.x1 > next.x0) pen.fill(next, theme.surface, 0, 0.55);
  }
  const [from, until] = stretch(eye);
  const [coarse, fine] = units(eye.view.zoom);
  if (fine !== null)
    for (const it of spans(fine, from, until, starts)) rule(pen, eye, it.from, theme.line, 0.7);
  for (const it of spans(coarse, from, until, starts)) rule(pen, eye, it.from, theme.line2, 0.8);
  for (const row of rowsIn(scene.rows, eye)) {
    const b = { x0: NAMES, y0: eye.y(row.y), x1: w, y1: eye.y(row.y + row.h) };
    if (row.bar === null) pen.grid(NAMES, b.y0, w, b.y0, theme.line);
    // No date, no place: the tray is hatched from end to end.
    if (row.undated && row.bar !== null) pen.faded(0.35, () => pen.unknown(b));
  }
}

function rule(pen: Pen, eye: Eye, day: number, colour: string, share: number): void {
  const x = eye.x(day * DAY);
  if (x < NAMES || x > eye.size.w) return;
  pen.faded(share, () => pen.grid(x, AXIS, x, eye.size.h, colour));
}

export function drawOver(pen: Pen, eye: Eye, glance: Glance, scene: TrajectoryScene): void {
  const { theme } = pen;
  const x = eye.x((scene.today + 0.5) * DAY);
  if (x >= NAMES && x <= eye.size.w && scene.rows.length > 0) {
    pen.rule(x, AXIS, x, eye.size.h, theme.ink1);
  }
  const lit = (id: string): boolean => glance.hovered?.subject === id || glance.selection.has(id);
  for (const wait of scene.waits) {
    if (scene.waits.length > FEW && !lit(wait.from) && !lit(wait.to)) continue;
    const [before, after] = [glance.boxOf(wait.to), glance.boxOf(wait.from)];
    if (before !== null && after !== null)
      elbow(pen, before, after, lit(wait.from) || lit(wait.to), wait.late);
  }
  for (const row of rowsIn(scene.rows, eye)) {
    hint(pen, eye, row, scene.speech);
    if (row.undated && row.bar === null && !glance.readOnly && row.h * eye.ky >= LOW)
      pen.text(scene.speech.say("intoTime"), NAMES + 12, eye.y(row.y + row.h / 2), { colour: theme.ink3 });
  }
}

/** From the end of what comes first to the start of what waits for it; dashed where it comes too late. */
function elbow(pen: Pen, before: Box, after: Box, strong: boolean, late: boolean): void {
  const { theme, ctx } = pen;
  const [x0, y0] = [before.x1, (before.y0 + before.y1) / 2];
  const [x1, y1] = [after.x0, (after.y0 + after.y1) / 2];
  const colour = late && strong ? theme.status.off : strong ? theme.ink1 : theme.ink3;
  const gap = y1 > y0 ? before.y1 + 5 : before.y0 - 5;
  const points =
    x1 - x0 >= 20
      ? [x0, y0, x0 + 8, y0, x0 + 8, y1, x1 - 2, y1]
      : [x0, y0, x0 + 8, y0, x0 + 8, gap, x1 - 12, gap, x1 - 12, y1, x1 - 2, y1];
  pen.faded(strong ? 1 : 0.6, () => {
    pen.path(points, colour, strong ? 1.75 : 1, late ? [4, 3] : [], 4);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x1 - 6, y1 - 3.5);
    ctx.lineTo(x1 - 6, y1 + 3.5);
    ctx.closePath();
    ctx.fillStyle = colour;
    ctx.fill();
  });
}

/** Where a bar is that is out of sight. */
function hint(pen: Pen, eye: Eye, { span, y, h }: Row, speech: TrajectorySpeech): void {
  if (span === null || h * eye.ky < LOW) return;
  const { theme } = pen;
  const middle = eye.y(y + h / 2);
  if (eye.x(span.until * DAY) < NAMES + 4) {
    pen.text(`‹ ${speech.month(dayOf(span.until - 1))}`, NAMES + 8, middle, { colour: theme.ink3 });
  } else if (eye.x(span.from * DAY) > eye.size.w - 2) {
    pen.text(`${speech.month(dayOf(span.from))} ›`, eye.size.w - 8, middle, {
      align: "right",
      colour: theme.ink3,
    });
  }
}

export function drawStrips(pen: Pen, eye: Eye, scene: TrajectoryScene): void {
  const { theme } = pen;
  const { w, h } = eye.size;
  pen.fill({ x0: 0, y0: AXIS, x1: NAMES, y1: h }, theme.paper);
  pen.fill({ x0: 0, y0: LEGEND, x1: w, y1: AXIS }, theme.paper);
  if (scene.rows.length > 0) axis(pen, eye, scene);
  pen.rule(0, AXIS - 1, w, AXIS - 1, theme.line2);
  pen.rule(NAMES, LEGEND, NAMES, h, theme.line2);
}

/** Drawn over the names of the rows that scroll beneath it. */
export function drawCorner(pen: Pen, eye: Eye, scene: TrajectoryScene): void {
  const { theme } = pen;
  pen.fill({ x0: 0, y0: LEGEND, x1: NAMES - 1, y1: AXIS - 1 }, theme.paper);
  pen.rule(0, AXIS - 1, NAMES, AXIS - 1, theme.line2);
  // Under the head that has scrolled away its name still stands.
  const first = rowsIn(scene.rows, eye)[0];
  if (first?.bar) pen.text(first.group, 12, LEGEND + 30, { size: 13, strong: true, room: NAMES - 24 });
}

function axis(pen: Pen, eye: Eye, scene: TrajectoryScene): void {
  const { theme } = pen;
  const { starts, horizon, speech } = scene;
  const [from, until] = stretch(eye);
  const [coarse, fine] = units(eye.view.zoom);
  const name = (unit: Unit, it: Span): string => {
    if (unit === "year") return nameOfYear(it, starts);
    if (unit === "quarter") return speech.say("quarter", { quarter: it.part });
    if (unit === "day") return String(it.part);
    const month = speech.month(dayOf(it.from));
    return coarse === "month" ? month : month.replace(/[\s\u00a0]?\d{4}$/u, "");
  };
  const x = eye.x((scene.today + 0.5) * DAY);
  const shows = x >= NAMES + 2 && x <= eye.size.w;
  const half = pen.width(speech.say("today"), { strong: true }) / 2 + 6;
  const at = Math.max(NAMES + half + 2, Math.min(eye.size.w - half - 2, x));
  cells(pen, eye, spans(coarse, from, until, starts), FIRST, (it) => name(coarse, it), true);
  if (fine !== null) cells(pen, eye, spans(fine, from, until, starts), SECOND, (it) => name(fine, it), false);
  if (horizon !== null) {
    const later = { ...horizon.next, from: horizon.next.until, until: until + 1 };
    for (const [word, it] of [
      ["now", horizon.now],
      ["next", horizon.next],
      ["later", later],
    ] as const) {
      const x0 = Math.max(NAMES, eye.x(it.from * DAY));
      const room = Math.min(eye.size.w, eye.x(it.until * DAY)) - x0;
      const text = speech.say(word);
      const isNow = word === "now";
      const as = { colour: isNow ? theme.ink1 : theme.ink3, strong: isNow };
      const wide = pen.width(text, as) + 10;
      // What is now is a short band, and past time at its left has no word: its own may begin there.
      const ends = x0 + room - 5;
      if (room >= wide) pen.text(text, x0 + 5, THIRD, as);
      else if (isNow && room > 0 && ends - wide > NAMES)
        pen.text(text, ends, THIRD, { ...as, align: "right" });
    }
  }
  if (!shows) return;
  pen.fill({ x0: at - half, x1: at + half, y0: LAST - 9, y1: LAST + 9 }, theme.ink1, 4);
  pen.text(speech.say("today"), at, LAST, { strong: true, colour: theme.onInk, align: "center" });
  pen.rule(x, LAST + 9, x, AXIS, theme.ink1);
}

/** Names of periods; each stays in sight as long as a part of its period is. */
function cells(
  pen: Pen,
  eye: Eye,
  all: readonly Span[],
  y: number,
  name: (it: Span) => string,
  strong: boolean,
): void {
  const { theme } = pen;
  let free = NAMES;
  for (const it of all) {
    const x0 = Math.max(NAMES, eye.x(it.from * DAY));
    const x1 = Math.min(eye.size.w, eye.x(it.until * DAY));
    if (x1 - x0 < 1) continue;
    if (x0 > NAMES) pen.rule(x0, y - 10, x0, y + 9, strong ? theme.line2 : theme.line);
    const text = name(it);
    const wide = pen.width(text, { strong });
    if (x0 + 5 < free || x1 - x0 < wide + 8) {
      // From afar only every second, third … name has room.
      if (!strong || x0 + 5 < free || eye.x(it.until * DAY) - eye.x(it.from * DAY) >= wide + 8) continue;
    }
    pen.text(text, x0 + 5, y, { strong, colour: strong ? theme.ink1 : theme.ink2 });
    free = x0 + 5 + wide + 8;
  }
}
