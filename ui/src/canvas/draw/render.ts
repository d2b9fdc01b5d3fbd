/*
 * The order of one picture: what stands still, and over it rings, labels, lane titles, and what the pointer is doing. Reads
 * the stage, changes nothing in it but what it asks of the worker.
 */
import { newCurve } from "../geometry";
import { handleAt } from "../linking";
import type { Stage } from "../stage";
import { toScreen, type View, visible } from "../view";
import { MANY } from "../ways";
import { drawRing } from "./cards";
import { drawCarried } from "./carried";
import { type Ctx, cardShape, type Frame, fonts, snap } from "./frame";
import { groundSteps } from "./ground";
import { drawGroupRing } from "./groups";
import { drawGuides } from "./guides";
import { confine, type KeptGround } from "./kept";
import { drawNote, Labels } from "./labels";
import { drawLaneTitles } from "./lanes";
import { drawDraftLink } from "./links";
import { drawFrameTitles, drawNoteRing } from "./notes";

const scratch = newCurve();
/** Of so many cards that are selected together, links say what they are. */
const FEW = 12;

export function frameOf(stage: Stage, ctx: Ctx): Frame {
  const overlaid = stage.space.scene.overlay !== null;
  const shape = cardShape(stage.view.zoom, overlaid, (stage.theme.unit ?? 1) > 1);
  return {
    ctx,
    dpr: stage.dpr,
    view: onPixels(stage.view, stage.dpr),
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

/** The nearest view that begins on a whole device pixel, so that a pan moves all of the picture alike. */
function onPixels({ x, y, ...rest }: View, dpr: number): View {
  return { ...rest, x: snap(x, dpr), y: snap(y, dpr) };
}

/** One picture; what stands still is taken from the picture that `kept` has of it, where that serves. */
export function render(stage: Stage, ctx: Ctx, kept: KeptGround | null = null): void {
  const steps = renderSteps(stage, ctx, kept);
  while (!steps.next().done);
}

/** The same, step by step: between two of them somebody who draws very much may let go for a moment. */
export function* renderSteps(stage: Stage, ctx: Ctx, kept: KeptGround | null = null): Generator<void, void> {
  const f = frameOf(stage, ctx);
  const { space, size } = stage;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "left";
  const seen = visible(f.view, size);
  if (f.detail.card > 0) stage.under.ask(f, size, seen);
  const over = (): void => {
    drawCarried(stage, f, size);
    drawFrameTitles(stage, f);
    drawRings(stage, f);
    drawLabels(stage, f);
    drawLaneTitles(f, space.scene.lanes, { ...size, h: size.h - stage.foot });
    drawGesture(stage, f);
  };
  const areas = kept?.lay(stage, f) ?? null;
  if (areas !== null) {
    confine(ctx, areas, over);
    return;
  }
  yield* groundSteps(stage, f, size, seen);
  over();
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
  if (!stage.readOnly && stage.gesture === null && f.detail.card > 0) handle(stage, f, stage.hover);
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
    // What is said of each link of very many cards would be a carpet of words.
    for (const id of selection.size <= FEW ? selection : []) {
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
