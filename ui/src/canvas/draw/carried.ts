/*
 * What is on the move, over the picture of all that stands still: cards and notes that are dragged, with what leads to them. Links
 * belong under the other cards, which are in that picture already; so they are drawn between them only.
 */
import { GRAINS, turned } from "../measures";
import { bandFor } from "../moving";
import type { Stage } from "../stage";
import { type Box, type Size, visible } from "../view";
import { type Frame, snap } from "./frame";
import { drawCards, drawChosenLinks, drawWays } from "./ground";
import { drawMovedLinks } from "./links";
import { drawNotes } from "./notes";

/** Screen pixels that a card may reach beyond its box: the shade of one that is selected. */
export const SHADE = 40;

export function drawCarried(stage: Stage, f: Frame, size: Size): void {
  const { space } = stage;
  const moved = space.movedCards;
  if (moved.size === 0) return;
  const seen = around(visible(f.view, size), SHADE / f.view.zoom);
  const near = f.detail.card > 0 ? space.cardsIn(seen) : [];
  const still = near.filter((i) => !moved.has(i));
  between(stage, f, size, still, () => {
    drawMovedLinks(f, space, space.movedLinks());
    if (f.detail.card > 0) drawChosenLinks(stage, f, true);
  });
  if (f.detail.card > 0) {
    const lit = still.filter((i) => space.lit[i] === 1);
    between(stage, f, size, lit, () => drawWays(stage, f, true));
    drawNewLine(stage, f, size);
    // Whoever drags everything sees a few of them.
    const cards = near.filter((i) => moved.has(i)).sort((a, b) => a - b);
    drawCards(stage, f, cards, true);
  }
  // Comments lie on their cards, also on the way.
  drawNotes(stage, f, seen, true);
}

function around({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

/** Draws where none of these cards lies. */
function between(stage: Stage, f: Frame, size: Size, cards: readonly number[], draw: () => void): void {
  const { ctx, dpr, view } = f;
  ctx.save();
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  for (const layer of layers(cards.map((i) => stage.space.boxOf(i)))) {
    ctx.beginPath();
    ctx.rect(0, 0, size.w, size.h);
    for (const { x0, y0, x1, y1 } of layer) {
      const [x, y] = [snap(x0 * view.zoom + view.x, dpr), snap(y0 * view.zoom + view.y, dpr)];
      ctx.rect(x, y, snap((x1 - x0) * view.zoom, dpr), snap((y1 - y0) * view.zoom, dpr));
    }
    ctx.clip("evenodd");
  }
  draw();
  ctx.restore();
}

/** Boxes in groups of which no two touch: what is cut out twice at once would be open again. */
export function layers(boxes: readonly Box[]): Box[][] {
  const found: { readonly all: Box[]; open: Box[] }[] = [];
  // From the left to the right only the boxes that have not ended yet can touch the next one.
  for (const box of [...boxes].sort((a, b) => a.x0 - b.x0)) {
    for (const layer of found) layer.open = layer.open.filter((it) => it.x1 >= box.x0);
    const free = found.find(({ open }) => open.every((it) => it.y1 < box.y0 || box.y1 < it.y0));
    if (free === undefined) found.push({ all: [box], open: [box] });
    else {
      free.all.push(box);
      free.open.push(box);
    }
  }
  return found.map(({ all }) => all);
}

/** The line a dragged card opens after the last of its band, laid over what is there until it is let go. */
function drawNewLine(stage: Stage, f: Frame, size: Size): void {
  const { space } = stage;
  for (const i of space.movedCards) {
    const card = space.card(i);
    if (card === undefined) continue;
    const at = { x: space.x[i] ?? 0, y: space.y[i] ?? 0 };
    const band = bandFor(stage, i, at);
    if (band === null) continue;
    const { breadth, foot } = GRAINS[band.axis];
    const end = band.from + band.depth;
    const reach = turned(band.axis, at).y + breadth + foot;
    if (reach <= end + 1) continue;
    const from = turned(band.axis, { x: 0, y: end });
    const to = turned(band.axis, { x: 0, y: reach });
    const { zoom, x, y } = f.view;
    f.ctx.setTransform(f.dpr, 0, 0, f.dpr, 0, 0);
    f.ctx.globalAlpha = 0.94;
    f.ctx.fillStyle = f.theme.tint[card.level];
    if (f.columns) f.ctx.fillRect(from.x * zoom + x - 1, 0, (to.x - from.x) * zoom + 1, size.h);
    else f.ctx.fillRect(0, from.y * zoom + y - 1, size.w, (to.y - from.y) * zoom + 1);
    f.ctx.globalAlpha = 1;
    f.ctx.fillStyle = f.theme.line2;
    if (f.columns) f.ctx.fillRect(to.x * zoom + x, 0, 1, size.h);
    else f.ctx.fillRect(0, to.y * zoom + y, size.w, 1);
    return;
  }
}
