/*
 * How a capability is drawn: as one coloured box from afar, with its title, its maturity as five dots and, at the
 * top, two bars when there is room. Heat is one hue in five steps; what is not assessed is hatched.
 */
import type { Stance } from "../chart/chart";
import type { Lettering, Pen } from "../chart/pen";
import type { Theme } from "../theme";
import type { Box } from "../view";
import type { CapabilitySpeech } from "./capability";
import type { Ability, Balance } from "./capabilityTree";
import type { Sign } from "./legend";

/** Room above what lies in a box at the top, in world units: its title and its bars. */
export const HEAD_ROOM = 76;

interface Share {
  readonly name: string;
  readonly share: number | null;
  readonly text: string;
}

export interface Face {
  readonly title: string;
  readonly ability: Ability;
  readonly balance: Balance | null;
  readonly importance: string;
  /** What is said of boxes that are too deep to be shown; empty when there are none. */
  readonly more: string;
  readonly money: Share;
  readonly gap: Share;
  readonly most: number;
  /** Zoom from which on it is drawn at all, and what lies in it; null when nothing does. */
  readonly appears: number;
  readonly opens: number | null;
}

/** Steps of heat: nothing to do, then quarters of the most there can be. */
const SHARES = [0.04, 0.14, 0.27, 0.41, 0.55] as const;
/** Where everything is drawn in the colour of the text, so much less, or nobody could read on it. */
const FORCED = 0.55;

/** How much colour a step of heat has. */
export function heatShare(theme: Theme, step: number): number {
  return (SHARES[step] ?? 0) * (theme.forced === true ? FORCED : 1);
}
const MOST = 20;

/** 0 for no gap, then 1 to 4; null when nobody assessed it. */
export function heatStep(heat: number | null): number | null {
  if (heat === null) return null;
  return heat <= 0 ? 0 : Math.min(4, Math.ceil((heat / MOST) * 4));
}

/** Cross-fades go by zoom, so that nothing jumps. */
function faded(zoom: number, from: number): number {
  return Math.max(0, Math.min(1, (zoom / from - 1) * 6));
}

export function drawAbility(pen: Pen, at: Box, stance: Stance, face: Face): void {
  const share = face.appears === 0 ? 1 : faded(pen.zoom, face.appears);
  if (share > 0) pen.faded(share, () => drawBox(pen, at, stance, face));
}

function drawBox(pen: Pen, at: Box, stance: Stance, face: Face): void {
  const { theme, zoom } = pen;
  const { ability } = face;
  const radius = Math.max(3, Math.min(8, 7 * zoom));
  const open = face.opens === null ? 0 : faded(zoom, face.opens);
  pen.fill(at, theme.surface, radius);
  if (open < 1) pen.faded(1 - open, () => heat(pen, at, ability.heat, radius));
  if (open > 0) pen.faded(open, () => cap(pen, at, ability, radius));
  pen.edge(at, stance.hovered ? theme.ink2 : theme.line2, radius);
  const inside = open > 0.5;
  if (face.balance !== null) top(pen, at, face, inside);
  else if (inside) heading(pen, at, face);
  else leaf(pen, at, face);
}

/** What an open box is itself, as a band along its top. */
function cap(pen: Pen, at: Box, ability: Ability, radius: number): void {
  const band = { ...at, y1: Math.min(at.y1, at.y0 + Math.max(4, 6 * pen.zoom)) };
  const step = heatStep(ability.own);
  if (step !== null) pen.fill(band, pen.theme.level[4], radius / 2, heatShare(pen.theme, step) + 0.1);
}

function heat(pen: Pen, at: Box, value: number | null, radius: number): void {
  const step = heatStep(value);
  if (step === null) pen.faded(0.5, () => pen.unknown(at, radius));
  else pen.fill(at, pen.theme.level[4], radius, heatShare(pen.theme, step));
}

function lettering(pen: Pen, grow = 1): Lettering {
  const size = pen.zoom * grow;
  return { size: size >= 1.35 ? 15 : size >= 0.95 ? 13 : 12, strong: true };
}

/** Second text, as strong as it must be to be read on the heat beneath it. */
function quiet(pen: Pen, face: Face, inside = false): string {
  return !inside && (heatStep(face.ability.heat) ?? 0) >= 3 ? pen.theme.ink1 : pen.theme.ink2;
}

/** A line of text on hatching lies on a little ground of its own, or nobody could read it. */
function onGround(pen: Pen, face: Face, b: Box): void {
  if (face.ability.heat === null) pen.fill(b, pen.theme.surface, 3, 0.86);
}

function heading(pen: Pen, at: Box, face: Face): void {
  const pad = Math.max(5, 12 * pen.zoom);
  const room = at.x1 - at.x0 - 2 * pad;
  const y = at.y0 + Math.max(11, 21 * pen.zoom);
  if (room > 30) pen.text(face.title, at.x0 + pad, y, { ...lettering(pen), room });
}

function leaf(pen: Pen, at: Box, face: Face): void {
  const pad = Math.max(5, 10 * pen.zoom);
  const [w, h] = [at.x1 - at.x0 - 2 * pad, at.y1 - at.y0];
  const as = lettering(pen);
  const lead = (as.size ?? 12) + 4;
  const hasFoot = h >= 2 * lead + 26 && pen.zoom >= 0.7;
  const lines = pen.lines(face.title, w, h - (hasFoot ? 22 : 0) >= 2 * lead + 8 ? 2 : 1, as);
  if (lines.length > 0 && h >= lead + 4) {
    const first = hasFoot
      ? at.y0 + pad + lead / 2 - 2
      : (at.y0 + at.y1) / 2 - ((lines.length - 1) * lead) / 2;
    const widest = Math.max(...lines.map((line) => pen.width(line, as)));
    onGround(pen, face, {
      x0: at.x0 + pad - 3,
      y0: first - lead / 2,
      x1: at.x0 + pad + widest + 3,
      y1: first + (lines.length - 0.5) * lead,
    });
    lines.forEach((line, n) => {
      pen.text(line, at.x0 + pad, first + n * lead, { ...as, room: w });
    });
  }
  if (hasFoot) foot(pen, at, pad, face);
}

/** Importance at the left, maturity at the right. */
function foot(pen: Pen, at: Box, pad: number, face: Face): void {
  const y = at.y1 - pad - 5;
  const text = face.more !== "" ? face.more : face.importance;
  const room = at.x1 - at.x0 - 2 * pad - maturity(pen, at.x1 - pad, y, face.ability) - 8;
  if (text !== "" && room > 32) pen.text(text, at.x0 + pad, y, { colour: quiet(pen, face), room });
}

/** Five dots: what there is, what is wanted, and what is beyond; ends at x, gives its width. An example leaves out the last. */
function maturity(
  pen: Pen,
  x: number,
  y: number,
  { now, target }: Pick<Ability, "now" | "target">,
  most = 5,
): number {
  if (now === null || target === null) return 0;
  const pitch = 9;
  for (let n = 1; n <= most; n += 1) {
    const cx = x - (5 - n) * pitch - 4;
    if (n <= now) pen.circle(cx, y, 3, pen.theme.ink1);
    else if (n <= target) pen.ring(cx, y, 2.6, pen.theme.ink1, 1.2);
    else pen.circle(cx, y, 1.2, pen.theme.ink3);
  }
  return 5 * pitch;
}

/** One at the top: title, then money above gap. */
function top(pen: Pen, at: Box, face: Face, inside: boolean): void {
  const pad = Math.max(5, 12 * pen.zoom);
  const w = at.x1 - at.x0 - 2 * pad;
  const as = lettering(pen, inside ? 1.15 : 1);
  const lead = (as.size ?? 12) + 4;
  const h = inside ? HEAD_ROOM * pen.zoom : at.y1 - at.y0;
  const bars = h >= lead + 42 && w >= 110;
  const lines = pen.lines(face.title, w, !inside && h >= 2 * lead + (bars ? 48 : 8) ? 2 : 1, as);
  if (lines.length === 0 || h < lead + 2) return;
  const figures = `${face.money.name} ${face.money.text} · ${face.gap.name} ${face.gap.text}`;
  const told = !bars && h >= 2 * lead + 8 && pen.width(figures) <= w;
  const tall = lines.length * lead + (bars ? 36 : told ? 17 : 0);
  const start = inside || bars ? at.y0 + Math.max(5, 11 * pen.zoom) : (at.y0 + at.y1 - tall) / 2;
  if (!inside)
    onGround(pen, face, { x0: at.x0 + pad - 4, y0: start - 2, x1: at.x1 - pad + 4, y1: start + tall + 3 });
  lines.forEach((line, n) => {
    pen.text(line, at.x0 + pad, start + (n + 0.5) * lead, { ...as, room: w });
  });
  const below = start + lines.length * lead;
  if (told) pen.text(figures, at.x0 + pad, below + 8, { colour: quiet(pen, face, inside) });
  if (!bars) return;
  pair(pen, at.x0 + pad, below + 11, Math.min(w, 230), face, quiet(pen, face, inside));
  if (!inside && at.y1 - below > 64) foot(pen, at, pad, face);
}

function pair(pen: Pen, x: number, y: number, w: number, face: Face, colour: string): void {
  const { theme } = pen;
  const names = Math.max(pen.width(face.money.name), pen.width(face.gap.name)) + 8;
  const figures = Math.max(pen.width(face.money.text), pen.width(face.gap.text)) + 8;
  const track = w - names - figures;
  [face.money, face.gap].forEach((it, n) => {
    const middle = y + n * 15;
    pen.text(it.name, x, middle, { colour });
    pen.text(it.text, x + w, middle, { align: "right" });
    if (track < 24) return;
    const box = { x0: x + names, y0: middle - 2.5, x1: x + names + track, y1: middle + 2.5 };
    if (it.share === null) {
      pen.unknown(box, 2.5);
      return;
    }
    pen.fill(box, theme.track, 2.5);
    const filled = { ...box, x1: box.x0 + Math.max(it.share > 0 ? 2 : 0, (track * it.share) / face.most) };
    if (it.share > 0) pen.fill(filled, n === 0 ? theme.ink1 : theme.level[4], 2.5);
  });
}

/** The scale of the heat, then the two bars, or where the levels end that can be shown. */
export function legendOf(pen: Pen, speech: CapabilitySpeech, note: string): Sign[] {
  const { theme } = pen;
  const colour = theme.ink2;
  const step = (x: number, y: number, heat: number | null): void => {
    const box = { x0: x, y0: y - 7, x1: x + 20, y1: y + 7 };
    pen.fill(box, theme.surface);
    if (heat === null) pen.faded(0.5, () => pen.unknown(box));
    else pen.fill(box, theme.level[4], 0, heatShare(theme, heat));
    pen.edge(box, theme.line2);
  };
  const bar = (x: number, y: number, colour: string) =>
    pen.fill({ x0: x, y0: y - 2.5, x1: x + 22, y1: y + 2.5 }, colour, 2.5);
  const scale = SHARES.length * 19 + 1;
  return [
    { wide: 0, text: speech.say("scale"), as: { colour, strong: true } },
    { wide: 0, text: speech.say("less"), as: { colour } },
    {
      wide: scale,
      draw: (x, y) => SHARES.forEach((_, n) => void step(x + n * 19, y, n)),
      text: speech.say("more"),
    },
    { wide: 20, draw: (x, y) => step(x, y, null), text: speech.say("unknown") },
    ...(note === "" ? [] : [{ wide: 0, text: note, as: { colour: theme.ink1 } }]),
    {
      wide: 22,
      draw: (x, y) => {
        bar(x, y - 4, theme.ink1);
        bar(x, y + 4, theme.level[4]);
      },
      text: speech.say("shares"),
    },
    {
      wide: 36,
      draw: (x, y) => void maturity(pen, x + 45, y, { now: 2, target: 4 }, 4),
      text: speech.say("maturity"),
    },
  ];
}
