/*
 * What lies around delivery against outcome: the two axes, which hug the plane and stay in view, and what the marks mean.
 */
import type { Eye } from "../chart/eye";
import type { Pen } from "../chart/pen";
import { type DeliveryScene, PAD } from "./deliveryDraw";

export const LEFT = 64;
export const TOP = 40;
export const BOTTOM = 46;

/** Axes at the left and the foot, and at the top what the marks mean. */
export function drawFrame(pen: Pen, eye: Eye, { plane, speech, spots }: DeliveryScene, bare: boolean): void {
  const { theme } = pen;
  const { w, h } = eye.size;
  pen.fill({ x0: 0, y0: 0, x1: LEFT, y1: h }, theme.paper);
  pen.fill({ x0: 0, y0: 0, x1: w, y1: TOP }, theme.paper);
  pen.rule(0, TOP - 1, w, TOP - 1, theme.line);
  if (bare) return;
  const b = eye.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  // The axes lie along the plane while its edges are in sight, and else at the edges of the view.
  const foot = Math.min(b.y1 + PAD * eye.kx + 2, h - BOTTOM);
  const side = Math.max(LEFT - 8, b.x0 - 30);
  pen.fill({ x0: LEFT, y0: foot, x1: Math.min(w, b.x1 + 41), y1: h }, theme.paper);
  for (const share of [0, 25, 50, 75, 100]) {
    const text = speech.percent(share);
    const x = b.x0 + ((b.x1 - b.x0) * share) / 100;
    const y = b.y1 - ((b.y1 - b.y0) * share) / 100;
    if (x > LEFT + 4 && x < w - 10) pen.text(text, x, foot + 12, { align: "center", colour: theme.ink3 });
    if (y > TOP + 8 && y < foot - 6) pen.text(text, side, y, { align: "right", colour: theme.ink3 });
  }
  const middle = (lo: number, hi: number, least: number, most: number) =>
    (Math.max(lo, least) + Math.min(hi, most)) / 2;
  const title = { size: 13, strong: true, align: "center" } as const;
  pen.text(speech.say("delivery"), middle(b.x0, b.x1, LEFT, w), foot + 32, title);
  pen.text(speech.say("outcome"), side - 42, middle(b.y0, b.y1, TOP, foot), { ...title, upwards: true });
  let x = 16;
  const y = TOP / 2;
  for (const [kind, hue, width] of [
    ["objective", 2, 2.25],
    ["initiative", 5, 1.25],
  ] as const) {
    pen.circle(x + 6, y, 6, theme.level[hue], 0.2);
    pen.ring(x + 6, y, 5.5, theme.level[hue], width);
    x += 18 + pen.text(speech.say(`kind.${kind}`), x + 18, y, { colour: theme.ink2 }) + 16;
  }
  x += pen.text(speech.say("area"), x, y, { colour: theme.ink2 }) + 16;
  if (spots.some(({ size }) => size === null)) {
    pen.ring(x + 6, y, 5.5, theme.ink2, 1.25, [3, 2]);
    x += 18 + pen.text(speech.say("noArea"), x + 18, y, { colour: theme.ink2 }) + 16;
  }
  for (const standing of ["ok", "risk", "off", "unknown"] as const) {
    pen.status(standing, x + 5, y, 8);
    x += 14 + pen.text(speech.say(`standing.${standing}`), x + 14, y, { colour: theme.ink2 }) + 14;
  }
}
