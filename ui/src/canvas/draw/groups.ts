/*
 * The far view: bundles of links under blocks of cards that belong together, each with its name, its number and one
 * bar of how its cards stand. What cannot be read is left out: first the number, then the name, never the bar.
 */
import type { FarGroup, FarView } from "../groups/far";
import { type Broken, isCut, type Lines, NOTHING } from "../titles";
import type { Box } from "../view";
import { type Ctx, type Frame, snap } from "./frame";

const PAD = 9;
const CLOSE = 6;
const LEAD = 15;
const BAR = 6;
/** Heights from which a name, and name and number under each other, can be read. */
const NAMED = 18;
const BOTH = 44;
/** A block narrower than this holds a number at most; up to twice that its words stand close to its sides. */
const NARROW = 46;

export function drawFar(f: Frame, far: FarView, seen: Box, hovered: number, alpha: number): void {
  drawBundles(f, far, seen, hovered, alpha);
  far.groups.forEach((group, i) => {
    const { box } = group;
    if (box.x0 > seen.x1 || box.x1 < seen.x0 || box.y0 > seen.y1 || box.y1 < seen.y0) return;
    drawGroup(f, group, i === hovered, alpha);
  });
  f.ctx.globalAlpha = 1;
}

/** A ring around a block: the keyboard stands on it. */
export function drawGroupRing(f: Frame, { box }: FarGroup): void {
  const { ctx, view } = f;
  ctx.setTransform(f.dpr, 0, 0, f.dpr, 0, 0);
  ctx.beginPath();
  ctx.roundRect(
    box.x0 * view.zoom + view.x - 2,
    box.y0 * view.zoom + view.y - 2,
    (box.x1 - box.x0) * view.zoom + 4,
    (box.y1 - box.y0) * view.zoom + 4,
    6,
  );
  ctx.lineWidth = 2;
  ctx.strokeStyle = f.theme.ink1;
  ctx.stroke();
}

function drawBundles(f: Frame, far: FarView, seen: Box, hovered: number, alpha: number): void {
  const { ctx, dpr, view, theme } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.lineCap = "butt";
  for (const bundle of far.bundles) {
    const [a, b] = [far.groups[bundle.from], far.groups[bundle.to]];
    if (a === undefined || b === undefined) continue;
    const [x0, y0, x1, y1] = f.columns ? sideways(a.box, b.box) : upright(a.box, b.box);
    if (Math.max(x0, x1) < seen.x0 || Math.min(x0, x1) > seen.x1) continue;
    if (Math.max(y0, y1) < seen.y0 || Math.min(y0, y1) > seen.y1) continue;
    const touched = hovered >= 0 && (bundle.from === hovered || bundle.to === hovered);
    const lit = bundle.lit > 0;
    if (!lit && !touched && !bundle.strong) continue;
    ctx.globalAlpha = alpha * (lit ? Math.max(0.35, f.focus) : touched ? 0.8 : 0.22 * (1 - 0.6 * f.focus));
    ctx.strokeStyle = lit ? theme.thread : theme.ink2;
    ctx.lineWidth = Math.min(9, 1 + 1.2 * Math.log2(lit ? bundle.lit : bundle.count));
    curve(
      ctx,
      x0 * view.zoom + view.x,
      y0 * view.zoom + view.y,
      x1 * view.zoom + view.x,
      y1 * view.zoom + view.y,
      f.columns,
    );
  }
  ctx.globalAlpha = 1;
}

type Ends = readonly [x0: number, y0: number, x1: number, y1: number];

function upright(a: Box, b: Box): Ends {
  const up = a.y0 >= b.y0;
  return [(a.x0 + a.x1) / 2, up ? a.y0 : a.y1, (b.x0 + b.x1) / 2, up ? b.y1 : b.y0];
}

function sideways(a: Box, b: Box): Ends {
  const left = a.x0 >= b.x0;
  return [left ? a.x0 : a.x1, (a.y0 + a.y1) / 2, left ? b.x1 : b.x0, (b.y0 + b.y1) / 2];
}

function curve(ctx: Ctx, x0: number, y0: number, x1: number, y1: number, flat: boolean): void {
  const [from, to] = flat ? [x0, x1] : [y0, y1];
  const reach = Math.max(8, Math.abs(to - from) * 0.45) * Math.sign(from - to || 1);
  const [rx, ry] = flat ? [reach, 0] : [0, reach];
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.bezierCurveTo(x0 - rx, y0 - ry, x1 + rx, y1 + ry, x1, y1);
  ctx.stroke();
}

function drawGroup(f: Frame, group: FarGroup, hovered: boolean, alpha: number): void {
  const { ctx, dpr, view, theme } = f;
  const x = snap(group.box.x0 * view.zoom + view.x, dpr);
  const y = snap(group.box.y0 * view.zoom + view.y, dpr);
  const w = snap((group.box.x1 - group.box.x0) * view.zoom, dpr);
  const h = snap((group.box.y1 - group.box.y0) * view.zoom, dpr);
  ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
  const quiet = group.passing === 0 ? 0.35 : f.focus > 0 && group.lit === 0 ? 1 - 0.55 * f.focus : 1;
  ctx.globalAlpha = alpha;
  ctx.beginPath();
  ctx.roundRect(0, 0, w, h, Math.min(5, h / 3));
  ctx.fillStyle = theme.surface;
  ctx.fill();
  ctx.lineWidth = group.lit > 0 && f.focus > 0 ? 1.5 : hovered ? 1.5 : 1;
  ctx.strokeStyle = group.lit > 0 && f.focus > 0 ? theme.thread : hovered ? theme.ink1 : theme.line2;
  ctx.stroke();
  ctx.globalAlpha = alpha * quiet;
  ctx.fillStyle = theme.level[group.level];
  ctx.beginPath();
  ctx.roundRect(0, 0, 3, h, [Math.min(5, h / 3), 0, 0, Math.min(5, h / 3)]);
  ctx.fill();
  const pad = w < 2 * NARROW ? CLOSE : PAD;
  const bar = h < 14 ? h - 6 : h < 28 ? 2.5 : BAR;
  const bottom = h < 14 ? 3 : h < NAMED ? h / 2 - 2 : h < 28 ? h - 4 : h - PAD + 1 - bar + 2;
  if (bar > 1) stacked(f, group, pad, bottom, w - 2 * pad, bar);
  if (h >= NAMED && (w > 70 || (h >= BOTH && w >= NARROW))) words(f, group, w, bottom, pad);
  else if (h >= BOTH && f.texts.width(group.names().number) <= w - 2 * pad) {
    ctx.font = f.laneFont;
    ctx.fillStyle = theme.ink2;
    ctx.fillText(group.names().number, pad + 1, PAD + LEAD - 3);
  }
}

/** Name, and number under it or at its right, in the room above the bar. */
function words(f: Frame, group: FarGroup, w: number, room: number, pad: number): void {
  const { ctx, theme, titles, texts } = f;
  const names = group.names();
  // A card by itself is not counted: its name says that it is one.
  const isMany = !names.isAlone;
  const under = isMany && room >= BOTH - BAR;
  const inside = w - 2 * pad;
  // Under its name a block that is too narrow for what it counts still says how many.
  const said = under && texts.width(names.said) <= inside ? names.said : isMany ? names.number : "";
  const count = texts.width(said);
  const beside = !under && isMany && inside - count > 84 ? count + 10 : 0;
  const lines = linesIn(room - (under ? LEAD : 0));
  const inner = inside - beside;
  const within = (title: string): Broken =>
    lines >= 3 ? titles.lines(title, inner, lines, false) : titles.afar(title, inner, lines);
  // Where both do not fit, the name is worth more than how many others there are.
  const hasRoom = titles.width(names.title) <= inner * lines * 0.9;
  let [title, broken] = [names.title, hasRoom ? within(names.title) : NOTHING];
  if (!hasRoom || isCut(broken)) [title, broken] = [names.name, within(names.name)];
  // “Serves no…” would say the opposite of what it means: what has no name is told whole or by its number alone.
  const isTold = broken.fits && (names.isNamed || broken.lines.join(" ") === title);
  const used = isTold ? broken.lines.length : 0;
  const height = LEAD * (used + (under ? 1 : 0));
  // In a low block the name sits close to the top, so that the bar stays free.
  let y =
    room < 24 ? Math.min(12, room - 3) : Math.max(2, Math.min(7, (room - height) / 2)) + LEAD * 0.5 + 4.2;
  ctx.font = f.laneFont;
  ctx.fillStyle = theme.ink1;
  for (let i = 0; i < used; i += 1) {
    ctx.fillText(broken.lines[i] ?? "", pad, y);
    y += LEAD;
  }
  ctx.font = f.labelFont;
  ctx.fillStyle = theme.ink3;
  if (under && count <= inside) ctx.fillText(said, pad, y);
  else if (beside > 0) ctx.fillText(said, w - pad - count, y - (used > 0 ? LEAD : 0));
}

/** How many lines of a name have room above the bar. */
function linesIn(room: number): Lines {
  const lines = Math.floor((room - 6) / LEAD);
  return lines >= 4 ? 4 : lines === 3 ? 3 : lines === 2 ? 2 : 1;
}

/** How the cards of a block stand, as one bar: tones in their order, then unknown, then what is not asked. */
function stacked(f: Frame, group: FarGroup, x: number, y: number, w: number, h: number): void {
  const { ctx, theme, palette } = f;
  const all = group.members.length;
  const last = group.tones.length - 1;
  let at = x;
  for (let n = 0; n <= last; n += 1) {
    // From the best to the worst, so that what is proven stands where the eye begins.
    const slot = n < last - 1 ? last - 2 - n : n;
    const part = ((group.tones[slot] ?? 0) / all) * w;
    if (part <= 0) continue;
    ctx.beginPath();
    ctx.rect(at, y, part, h);
    if (slot === last || slot === palette.hollow) {
      ctx.fillStyle = slot === last ? theme.track : theme.ladder[0];
    } else {
      ctx.fillStyle =
        slot === last - 1 ? f.hatch.pattern(ctx, theme.hatch, f.dpr) : (palette.colours[slot] ?? theme.track);
    }
    ctx.fill();
    ctx.lineWidth = 0.75;
    ctx.strokeStyle = theme.hatch;
    ctx.stroke();
    at += part;
  }
}
