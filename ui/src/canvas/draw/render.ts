/*
 * The order of one picture: lanes, links, dimmed cards, the lit line over them, lit cards and ghosts, rings,
 * labels, lane titles, and what the pointer is doing. Reads the stage, changes nothing in it.
 */
import { newCurve } from "../geometry";
import { handleAt } from "../linking";
import { GRAINS, turned, ZOOM_MIDDLE } from "../measures";
import { bandFor } from "../moving";
import { NO_TONE } from "../overlay/overlay";
import { spokenCard } from "../spoken";
import type { Stage } from "../stage";
import { type Box, toScreen, visible } from "../view";
import { MANY } from "../ways";
import { drawCard, drawRing, type Stance } from "./cards";
import { type Ctx, cardShape, type Frame, fonts } from "./frame";
import { drawGhost } from "./ghosts";
import { drawFar, drawGroupRing } from "./groups";
import { drawGuides } from "./guides";
import { drawNote, Labels } from "./labels";
import { drawLanes, drawLaneTitles } from "./lanes";
import { drawDraftLink, drawLitLink, drawLitMass, drawMovedLinks, drawStrongLink, fadeOf } from "./links";
import { drawFrames, drawFrameTitles, drawNoteRing, drawNotes } from "./notes";

/** Screen pixels around the view that still count as seen: rings, halos, finding marks. */
const FRINGE = 16;
/** As many cards are one step of drawing; a window rarely shows more. */
const SLICE = 400;
const scratch = newCurve();

export function frameOf(stage: Stage, ctx: Ctx): Frame {
  const overlaid = stage.space.scene.overlay !== null;
  const shape = cardShape(stage.view.zoom, overlaid, (stage.theme.unit ?? 1) > 1);
  return {
    ctx,
    dpr: stage.dpr,
    view: stage.view,
    theme: stage.theme,
    detail: stage.detail,
    shape,
    titles: stage.titles,
    texts: stage.texts,
    hatch: stage.hatch,
    palette: stage.palette,
    overlaid,
    columns: stage.space.scene.axis === "columns",
    focus: stage.focus,
    ...fonts(stage.theme, shape),
  };
}

export function render(stage: Stage, ctx: Ctx): void {
  const steps = renderSteps(stage, ctx);
  while (!steps.next().done);
}

/** The same, step by step: between two of them somebody who draws very much may let go for a moment. */
export function* renderSteps(stage: Stage, ctx: Ctx): Generator<void, void> {
  const f = frameOf(stage, ctx);
  const { space, size, view } = stage;
  const { scene } = space;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "left";
  drawLanes(f, scene.lanes, size);
  drawFrames(stage, f);
  const seen = visible(view, size);
  const movedLinks = space.movedLinks();
  const near = f.detail.card;
  if (near < 1 && scene.axis === null) drawPlain(stage, f, seen, 1 - near);
  else if (near < 1)
    drawFar(f, stage.far.at(Math.min(view.zoom, ZOOM_MIDDLE)), seen, stage.hoverGroup, 1 - near);
  if (near > 0) stage.under.draw(f, size, seen, fadeOf(f) * near);
  if (movedLinks.size > 0) drawMovedLinks(f, space, movedLinks);
  if (near > 0) drawHoverLink(stage, f);
  const fringe = FRINGE / view.zoom;
  const box: Box = { x0: seen.x0 - fringe, y0: seen.y0 - fringe, x1: seen.x1 + fringe, y1: seen.y1 + fringe };
  const cards = near > 0 ? space.cardsIn(box) : [];
  // Cards of the index come in tree order; by number they overlap the same way in every frame.
  cards.sort((a, b) => a - b);
  for (const some of slices(cards)) {
    drawCards(stage, f, some, false);
    yield;
  }
  if (stage.focus > 0 && near > 0) {
    const ways = stage.routes();
    if (ways.size > MANY) drawLitMass(f, ways.values());
    else {
      for (const [id, way] of ways) {
        const i = space.linkIndex.get(id);
        const link = i === undefined ? scene.bridges.find((b) => b.id === id) : space.link(i);
        if (link !== undefined) drawLitLink(f, link, way, i === undefined);
      }
    }
  }
  drawNewLine(stage, f);
  for (const some of slices(cards)) {
    drawCards(stage, f, some, true);
    yield;
  }
  drawNotes(stage, f, box);
  if (near > 0)
    scene.ghosts.forEach((ghost, g) => {
      const i = space.ghostStart + g;
      if (!space.touches(i, box)) return;
      f.ctx.about?.(ghost.id, stage.words.ghost(ghost));
      drawGhost(f, ghost, space.x[i] ?? 0, space.y[i] ?? 0, i === stage.hover);
    });
  f.ctx.about?.(null, "");
  drawFrameTitles(stage, f);
  drawRings(stage, f);
  drawLabels(stage, f);
  drawLaneTitles(f, scene.lanes, size);
  drawGesture(stage, f);
}

function slices(cards: number[]): number[][] {
  if (cards.length <= SLICE) return [cards];
  return Array.from({ length: Math.ceil(cards.length / SLICE) }, (_, n) =>
    cards.slice(n * SLICE, (n + 1) * SLICE),
  );
}

/** Where there are no bands to gather them in, cards that are far away are blocks in the colour of their level. */
function drawPlain(stage: Stage, f: Frame, seen: Box, alpha: number): void {
  const { space } = stage;
  const { ctx, view, theme } = f;
  ctx.setTransform(f.dpr, 0, 0, f.dpr, 0, 0);
  ctx.globalAlpha = alpha;
  for (const i of space.cardsIn(seen)) {
    const { x0, y0, x1, y1 } = space.boxOf(i);
    ctx.beginPath();
    ctx.roundRect(
      x0 * view.zoom + view.x,
      y0 * view.zoom + view.y,
      (x1 - x0) * view.zoom,
      (y1 - y0) * view.zoom,
      2,
    );
    ctx.fillStyle = theme.level[space.card(i)?.level ?? 1];
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** The line a dragged card opens after the last of its band, laid over what is there until it is let go. */
function drawNewLine(stage: Stage, f: Frame): void {
  const { space, size } = stage;
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

function drawCards(stage: Stage, f: Frame, cards: readonly number[], raised: boolean): void {
  const { space, selection } = stage;
  const focused = space.scene.focus !== null || stage.focus > 0;
  for (const i of cards) {
    const card = space.card(i);
    if (card === undefined) continue;
    const selected = selection.has(card.id);
    const lit = space.lit[i] === 1 || selected || space.movedCards.has(i);
    if (lit !== raised) continue;
    let stance: Stance = "rest";
    if (selected) stance = "selected";
    else if (focused && space.lit[i] === 1) stance = "lit";
    else if (space.out[i] === 1) stance = "out";
    else if (focused) stance = "dim";
    f.ctx.about?.(card.id, spokenCard(stage, i));
    drawCard(f, card, space.x[i] ?? 0, space.y[i] ?? 0, stance, space.tone[i] ?? NO_TONE);
  }
  f.ctx.about?.(null, "");
}

function drawHoverLink(stage: Stage, f: Frame): void {
  const { space } = stage;
  const draw = (i: number, colour: string): void => {
    const link = space.link(i);
    if (link === undefined || space.linkLit[i] === 1) return;
    space.curve(scratch, i);
    drawStrongLink(f, link, scratch, colour);
  };
  for (const id of stage.selection) {
    const i = space.linkIndex.get(id);
    if (i !== undefined) draw(i, f.theme.ink1);
  }
  if (stage.hoverLink >= 0) draw(stage.hoverLink, f.theme.ink1);
}

function drawRings(stage: Stage, f: Frame): void {
  const { space } = stage;
  const ring = (i: number): void => {
    if (i < 0 || i >= space.boxCount) return;
    if (space.note(i) !== undefined) {
      drawNoteRing(stage, f, i);
      return;
    }
    if (stage.isFar) {
      const far = stage.far.at(f.view.zoom);
      const group = far.groups[far.grid.of[i] ?? -1];
      if (group !== undefined) drawGroupRing(f, group);
      return;
    }
    const selected = stage.selection.has(space.idOf(i) ?? "");
    drawRing(f, space.x[i] ?? 0, space.y[i] ?? 0, space.card(i), selected);
  };
  const hovered = stage.draft !== null ? stage.draft.target : stage.hover;
  if (!stage.isFar && space.isThing(hovered) && !stage.selection.has(space.idOf(hovered) ?? ""))
    ring(hovered);
  if (stage.marked >= 0) ring(stage.marked);
  if (stage.focused && stage.keyboard) ring(stage.cursor);
  if (!stage.readOnly && stage.gesture === null && f.view.zoom >= ZOOM_MIDDLE) handle(stage, f, stage.hover);
}

/** The handle a link is drawn from, at the middle of the card's edge towards why. */
function handle(stage: Stage, f: Frame, i: number): void {
  if (i < 0 || i >= stage.space.cardCount) return;
  const { ctx, dpr, theme } = f;
  const at = toScreen(f.view, handleAt(stage, i));
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.beginPath();
  ctx.arc(at.x, at.y - 1, 6, 0, Math.PI * 2);
  ctx.fillStyle = theme.surface;
  ctx.fill();
  ctx.lineWidth = 1.75;
  ctx.strokeStyle = theme.ink1;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(at.x, at.y - 1, 2, 0, Math.PI * 2);
  ctx.fillStyle = theme.ink1;
  ctx.fill();
}

function drawLabels(stage: Stage, f: Frame): void {
  const { space, selection } = stage;
  if (f.view.zoom < 0.45) return;
  const labels = new Labels(f, space.scene.lanes, (box) => {
    for (let i = space.cardCount; i < space.boxCount; i += 1) if (space.touches(i, box)) return true;
    return space.cardsIn(box).length > 0;
  });
  if (stage.focus >= 1) {
    const ways = stage.routes();
    if (ways.size <= MANY) for (const [id, way] of ways) labels.avoid(id, way);
    for (const bridge of space.scene.bridges) {
      const way = ways.get(bridge.id);
      if (bridge.leap && bridge.label !== "" && way !== undefined) labels.upon(bridge, way, f.theme.thread);
    }
    for (const id of selection) {
      const i = space.index.get(id) ?? -1;
      for (const l of space.linksOf(i)) {
        const link = space.link(l);
        const way = link === undefined ? undefined : ways.get(link.id);
        if (link === undefined || way === undefined || link.label === "") continue;
        if (link.leap) labels.upon(link, way, f.theme.thread);
        else labels.beside(link, way, false, f.theme.thread);
      }
    }
  }
  const hovered = space.link(stage.hoverLink);
  const shown = hovered === undefined ? [] : [hovered];
  for (const id of selection) {
    const link = space.link(space.linkIndex.get(id) ?? -1);
    if (link !== undefined) shown.push(link);
  }
  for (const link of shown) {
    if (link.label === "") continue;
    space.curve(scratch, space.linkIndex.get(link.id) ?? -1);
    labels.beside(
      link,
      [scratch],
      false,
      space.linkLit[space.linkIndex.get(link.id) ?? -1] === 1 ? f.theme.thread : f.theme.ink1,
    );
  }
}

function drawGesture(stage: Stage, f: Frame): void {
  const { ctx, dpr, theme } = f;
  if (stage.marquee !== null) {
    const a = toScreen(f.view, { x: stage.marquee.x0, y: stage.marquee.y0 });
    const b = toScreen(f.view, { x: stage.marquee.x1, y: stage.marquee.y1 });
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    ctx.fillStyle = theme.ink1;
    ctx.globalAlpha = 0.06;
    ctx.fillRect(a.x, a.y, b.x - a.x, b.y - a.y);
    ctx.globalAlpha = 0.7;
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.ink2;
    ctx.strokeRect(
      Math.round(a.x) + 0.5,
      Math.round(a.y) + 0.5,
      Math.round(b.x - a.x),
      Math.round(b.y - a.y),
    );
    ctx.globalAlpha = 1;
  }
  if (stage.guides !== null && stage.gesture?.kind === "drag") {
    drawGuides(f, stage.guides, stage.space.y[stage.gesture.boxes[0] ?? -1] ?? 0);
  }
  if (stage.draft !== null) {
    drawDraftLink(f, stage.draft.curve, stage.draft.legal);
    const at = stage.noteAt ?? stage.pointer;
    if (stage.draft.note !== "" && at !== null) drawNote(f, stage.draft.note, at, stage.size);
  }
}
