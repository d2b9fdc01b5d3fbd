/*
 * What lies around delivery against outcome: the two axes, which hug the plane and stay in view, and what the marks mean.
 */
import type { Eye } from "../chart/eye";
import type { Pen } from "../chart/pen";
import { BOTTOM, type DeliveryScene, groundOf } from "./deliveryDraw";
import { drawLegend, LEGEND, type Sign } from "./legend";

export const LEFT = 64;

/** Axes at the left and the foot, and at the top what the marks mean. */
export function drawFrame(pen: Pen, eye: Eye, scene: DeliveryScene, bare: boolean): void {
  const { theme } = pen;
  const { w, h } = eye.size;
  pen.fill({ x0: 0, y0: 0, x1: LEFT, y1: h }, theme.paper);
  drawLegend(pen, bare ? [] : signsOf(pen, scene));
  if (bare) return;
  const { plane, speech, groups } = scene;
  const b = eye.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  const ground = groundOf(eye, scene);
  // The axes lie along the plane while its edges are in sight, and else at the edges of the view.
  const foot = Math.min(ground.y1 + 2, h - BOTTOM);
  const side = Math.max(LEFT - 8, ground.x0 - 6);
  const tray = groups[0] === undefined ? Number.POSITIVE_INFINITY : eye.y(groups[0].box.y0);
  // From afar the tray comes near: then only what has room stands between.
  const room = Math.min(BOTTOM, tray - foot - 4);
  pen.fill({ x0: LEFT, y0: foot, x1: Math.min(w, ground.x1 + 1), y1: foot + Math.max(0, room) }, theme.paper);
  for (const share of [0, 25, 50, 75, 100]) {
    const text = speech.percent(share);
    const x = b.x0 + ((b.x1 - b.x0) * share) / 100;
    const y = b.y1 - ((b.y1 - b.y0) * share) / 100;
    if (x > LEFT + 4 && x < w - 10 && room >= 22)
      pen.text(text, x, foot + 12, { align: "center", colour: theme.ink3 });
    if (y > LEGEND + 8 && y < foot - 6) pen.text(text, side, y, { align: "right", colour: theme.ink3 });
  }
  const middle = (lo: number, hi: number, least: number, most: number) =>
    (Math.max(lo, least) + Math.min(hi, most)) / 2;
  const title = { size: 13, strong: true, align: "center" } as const;
  if (room >= 42) pen.text(speech.say("delivery"), middle(b.x0, b.x1, LEFT, w), foot + 32, title);
  else if (room >= 22) pen.text(speech.say("delivery"), side, foot + 12, { ...title, align: "right" });
  // Upright along what is in sight of the plane; not where that is shorter than the word.
  const [top, end] = [Math.max(b.y0, LEGEND), Math.min(b.y1, foot)];
  if (end - top > pen.width(speech.say("outcome"), title) + 8)
    pen.text(speech.say("outcome"), side - 42, (top + end) / 2, { ...title, upwards: true });
}

function signsOf(pen: Pen, { speech, spots }: DeliveryScene): Sign[] {
  const { theme } = pen;
  const kinds = [
    ["objective", 2, 2.25],
    ["initiative", 5, 1.25],
  ] as const;
  return [
    ...kinds.map(
      ([kind, hue, width]): Sign => ({
        wide: 12,
        draw: (x, y) => {
          pen.circle(x + 6, y, 6, theme.level[hue], 0.2);
          pen.ring(x + 6, y, 5.5, theme.level[hue], width);
        },
        text: speech.say(`kind.${kind}`),
      }),
    ),
    { wide: 0, text: speech.say("area") },
    ...(["ok", "risk", "off", "unknown"] as const).map(
      (standing): Sign => ({
        wide: 8,
        draw: (x, y) => pen.status(standing, x + 5, y, 8),
        text: speech.say(`standing.${standing}`),
      }),
    ),
    ...(spots.some(({ size }) => size === null)
      ? [
          {
            wide: 12,
            draw: (x: number, y: number) => pen.ring(x + 6, y, 5.5, theme.ink2, 1.25, [3, 2]),
            text: speech.say("noArea"),
          },
        ]
      : []),
  ];
}
