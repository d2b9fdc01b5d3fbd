/*
 * What stands over the map (tools, legend, small map, list of frames), and views that keep cards clear of it: room is left
 * free only where a card would lie under one of them, at the side where the least is lost.
 */
import type { Stage } from "./stage";
import type { Box, Margins, View } from "./view";

/** Air between a card and what stands over the map, in screen pixels. */
const BREATH = 8;
/** Whatever stands over the map, so much of it is left to look at. */
const LEAST_ROOM = 0.3;

/**
 * The view that `show` makes of margins, with margins as wide as they must be for what of `box` stands under something.
 */
export function clear(stage: Stage, box: Box, margins: Margins, show: (margins: Margins) => View): View {
  const find = (margins: Margins, over: readonly Box[]): View => {
    const view = show(margins);
    const lid = over.find((it) => hides(stage, view, it, box));
    if (lid === undefined) return view;
    const rest = over.filter((it) => it !== lid);
    const ways = waysRound(stage, lid, margins).map((wider) => find(wider, rest));
    return ways.reduce((a, b) => (b.zoom > a.zoom ? b : a), ways[0] ?? view);
  };
  return find(margins, stage.over());
}

/** Margins that leave something free: above or below it, and at its side where it stands at one. */
function waysRound({ size }: Stage, lid: Box, margins: Margins): Margins[] {
  const below = lid.y0 + lid.y1 > size.h;
  const middle = (lid.x0 + lid.x1) / 2 / size.w;
  const upright = below
    ? { ...margins, bottom: Math.max(margins.bottom, size.h - lid.y0 + BREATH) }
    : { ...margins, top: Math.max(margins.top, lid.y1 + BREATH) };
  const ways: Margins[] = [upright];
  if (middle > 0.6) ways.push({ ...margins, right: Math.max(margins.right, size.w - lid.x0 + BREATH) });
  else if (middle < 0.4) ways.push({ ...margins, left: Math.max(margins.left, lid.x1 + BREATH) });
  return ways.filter(
    (it) =>
      size.h - it.top - it.bottom > size.h * LEAST_ROOM && size.w - it.left - it.right > size.w * LEAST_ROOM,
  );
}

/** Whether something that stands over the map hides a card, a note or a block of the far view. */
function hides(stage: Stage, view: View, lid: Box, inside: Box): boolean {
  const { space } = stage;
  const box: Box = {
    x0: Math.max(inside.x0, (lid.x0 - BREATH - view.x) / view.zoom),
    y0: Math.max(inside.y0, (lid.y0 - BREATH - view.y) / view.zoom),
    x1: Math.min(inside.x1, (lid.x1 + BREATH - view.x) / view.zoom),
    y1: Math.min(inside.y1, (lid.y1 + BREATH - view.y) / view.zoom),
  };
  if (box.x0 > box.x1 || box.y0 > box.y1) return false;
  if (space.notesIn(box).length > 0) return true;
  if (view.zoom >= stage.blocksBelow) return space.cardsIn(box).length > 0;
  return stage.far
    .at(view.zoom)
    .groups.some(
      (it) => it.box.x0 <= box.x1 && it.box.x1 >= box.x0 && it.box.y0 <= box.y1 && it.box.y1 >= box.y0,
    );
}

/** How much of the foot of the map is covered over a part of its width, in screen pixels. */
export function footOver(stage: Stage, x0: number, x1: number): number {
  let foot = 0;
  for (const lid of stage.over()) {
    if (lid.y0 + lid.y1 < stage.size.h || lid.x1 < x0 || lid.x0 > x1) continue;
    foot = Math.max(foot, stage.size.h - lid.y0);
  }
  return Math.min(foot, stage.size.h * (1 - LEAST_ROOM));
}

/** Elements over the map as boxes of the map’s own screen; those that are not shown are left out. */
export function boxesOver(surface: Element, elements: Iterable<Element>, unit: number): Box[] {
  const { left, top } = surface.getBoundingClientRect();
  const boxes: Box[] = [];
  for (const element of elements) {
    const r = element.getBoundingClientRect();
    if (r.width === 0 || r.height === 0) continue;
    boxes.push({
      x0: (r.left - left) / unit,
      y0: (r.top - top) / unit,
      x1: (r.right - left) / unit,
      y1: (r.bottom - top) / unit,
    });
  }
  return boxes;
}
