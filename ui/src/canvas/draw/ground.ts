/*
 * What stands still on a map whatever somebody is at: lanes, links, dimmed cards, the lit line over them, lit cards, notes and
 * ghosts. Drawn for the whole view or for a part of it; reads the stage, changes nothing in it.
 */
import { newCurve } from "../geometry";
import { NO_TONE } from "../overlay/overlay";
import { spokenCard } from "../spoken";
import type { Stage } from "../stage";
import type { Box, Size } from "../view";
import { MANY } from "../ways";
import { drawCard, type Stance } from "./cards";
import type { Frame } from "./frame";
import { drawGhost } from "./ghosts";
import { drawFar } from "./groups";
import { drawLanes } from "./lanes";
import { drawLitLink, drawLitMass, drawStrongLink, fadeOf } from "./links";
import { drawFrames, drawNotes } from "./notes";

/** Screen pixels around the view that still count as seen: rings, halos, finding marks. */
const FRINGE = 16;
const scratch = newCurve();

/** As many cards are one step of drawing; a window rarely shows more. */
const SLICE = 400;

/**
 * Draws what touches `seen`, a part of the world, onto a paper of `size` whose view is that of the frame; also what reaches into it
 * from so many screen pixels around.
 */
export function drawGround(stage: Stage, f: Frame, size: Size, seen: Box, fringe: number): void {
  const steps = groundSteps(stage, f, size, seen, fringe);
  while (!steps.next().done);
}

/** The same, step by step. */
export function* groundSteps(
  stage: Stage,
  f: Frame,
  size: Size,
  seen: Box,
  fringe = FRINGE,
): Generator<void, void> {
  const { space } = stage;
  const { scene } = space;
  drawLanes(f, scene.lanes, size);
  drawFrames(stage, f);
  const near = f.detail.card;
  if (near < 1)
    drawFar(f, stage.far.at(Math.min(f.view.zoom, stage.blocksBelow)), seen, stage.hoverGroup, 1 - near);
  if (near > 0) stage.under.draw(f, seen, fadeOf(f) * near);
  if (near > 0) drawChosenLinks(stage, f, false);
  const out = fringe / f.view.zoom;
  const box: Box = { x0: seen.x0 - out, y0: seen.y0 - out, x1: seen.x1 + out, y1: seen.y1 + out };
  const cards = near > 0 ? space.cardsIn(box).filter((i) => !space.movedCards.has(i)) : [];
  // Cards of the index come in tree order; by number they overlap the same way in every frame.
  cards.sort((a, b) => a - b);
  for (const some of slices(cards)) {
    drawCards(stage, f, some, false);
    yield;
  }
  if (near > 0) drawWays(stage, f, false);
  for (const some of slices(cards)) {
    drawCards(stage, f, some, true);
    yield;
  }
  drawNotes(stage, f, box, false);
  if (near > 0)
    scene.ghosts.forEach((ghost, g) => {
      const i = space.ghostStart + g;
      if (!space.touches(i, box)) return;
      f.ctx.about?.(ghost.id, stage.words.ghost(ghost));
      drawGhost(f, ghost, space.x[i] ?? 0, space.y[i] ?? 0, i === stage.hover);
    });
  f.ctx.about?.(null, "");
}

/** The lit line; `carried` says which part of it: what ends at something that is on the move, or the rest. */
export function drawWays(stage: Stage, f: Frame, carried: boolean): void {
  if (stage.focus <= 0) return;
  const { space } = stage;
  const { scene, movedCards: moved } = space;
  const ways = stage.routes();
  if (ways.size > MANY) {
    if (!carried) drawLitMass(f, ways.values());
    return;
  }
  for (const [id, way] of ways) {
    const i = space.linkIndex.get(id);
    const b = i === undefined ? scene.bridges.findIndex((it) => it.id === id) : -1;
    const link = i === undefined ? scene.bridges[b] : space.link(i);
    const [from, to] =
      i === undefined ? [space.bridgeFrom[b], space.bridgeTo[b]] : [space.from[i], space.to[i]];
    if (link === undefined || (moved.has(from ?? -1) || moved.has(to ?? -1)) !== carried) continue;
    drawLitLink(f, link, way, i === undefined);
  }
}

function slices(cards: number[]): number[][] {
  if (cards.length <= SLICE) return [cards];
  return Array.from({ length: Math.ceil(cards.length / SLICE) }, (_, n) =>
    cards.slice(n * SLICE, (n + 1) * SLICE),
  );
}

export function drawCards(stage: Stage, f: Frame, cards: readonly number[], raised: boolean): void {
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

/** Links that are selected or pointed at; `carried` as for the lit line. */
export function drawChosenLinks(stage: Stage, f: Frame, carried: boolean): void {
  const { space } = stage;
  const moved = space.movedCards;
  const draw = (i: number): void => {
    const link = space.link(i);
    if (link === undefined || space.linkLit[i] === 1) return;
    if ((moved.has(space.from[i] ?? -1) || moved.has(space.to[i] ?? -1)) !== carried) return;
    space.curve(scratch, i);
    drawStrongLink(f, link, scratch, f.theme.ink1);
  };
  for (const id of stage.selection) draw(space.linkIndex.get(id) ?? -1);
  draw(stage.hoverLink);
}
