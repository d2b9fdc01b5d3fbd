/*
 * Draws slides as still pictures, with the drawing of the canvas itself: cards by their own stage, diagrams by their own
 * board, both in the measures of the room. A stage is built once and only looks elsewhere for each slide.
 */
import { Board } from "../chart/board";
import type { Chart } from "../chart/chart";
import { fitted } from "../chart/eye";
import { paint } from "../chart/paint";
import { drawLaneTitles } from "../draw/lanes";
import { frameOf, render } from "../draw/render";
import { around } from "../framing";
import { endsOf } from "../looking";
import { unlit } from "../record/map";
import type { Scene } from "../scene";
import { Stage } from "../stage";
import type { Theme } from "../theme";
import { TitleBreaker } from "../titles";
import { type Box, fitBox, type Margins, type Size } from "../view";
import type { CanvasWords } from "../words";
import type { SlidePart } from "./slides";

/** What of the canvas is presented. */
export type Presented =
  | { readonly kind: "map"; readonly scene: Scene; readonly words: CanvasWords }
  | { readonly kind: "chart"; readonly chart: Chart; readonly passing: ReadonlySet<string> | null };

export interface Stills {
  /**
   * Draws a part as large as fits into a picture of this size, in pixels of the page. One at a time: the promise is kept
   * when all of it is drawn, also what a worker draws.
   */
  draw(ctx: CanvasRenderingContext2D, part: SlidePart, size: Size, dpr: number): Promise<void>;
  destroy(): void;
}

/** Room for lane titles at the left, and for what the show says of itself at the foot. */
const MARGINS: Margins = { left: 84, right: 28, top: 20, bottom: 44 };
/** How much of what lies around a frame is taken back, so that eyes stay in it. */
const VEIL = 0.62;
/** A single card does not become a poster. */
const NEAREST = 1.4;

export function stillsOf(shown: Presented, selection: readonly string[], theme: Theme): Stills {
  return shown.kind === "map"
    ? mapStills(shown.scene, shown.words, selection, theme)
    : chartStills(shown.chart, shown.passing, selection, theme);
}

function mapStills(scene: Scene, words: CanvasWords, selection: readonly string[], theme: Theme): Stills {
  let arrived: () => void = () => undefined;
  const stage = new Stage({
    ...measuring(theme),
    theme,
    words,
    events: {},
    readOnly: true,
    stillness: () => true,
    schedule: () => arrived(),
  });
  // A room cannot press a ghost, so it only asks.
  const asking: Scene = { ...scene, ghosts: scene.ghosts.map((ghost) => ({ ...ghost, action: "" })) };
  const plain = unlit(asking);
  return {
    async draw(ctx, part, size, dpr) {
      const unit = theme.unit ?? 1;
      const lit = part === "selection";
      stage.setScene(lit ? asking : plain);
      stage.selection = new Set(lit ? selection : []);
      stage.size = { w: size.w / unit, h: size.h / unit };
      stage.dpr = dpr * unit;
      const box =
        typeof part === "object" ? part.box : ((lit ? litBox(stage, selection) : null) ?? wholeOf(stage));
      stage.show(fitBox(box, stage.size, MARGINS, NEAREST), false);
      stage.settle();
      render(stage, ctx);
      while (stage.under.isWaiting) {
        await new Promise<void>((told) => {
          arrived = told;
        });
        render(stage, ctx);
      }
      if (typeof part === "object") veil(ctx, stage, box);
    },
    destroy: () => {
      stage.under.destroy();
      arrived();
    },
  };
}

/** Takes back what lies around a frame; titles of lanes keep their ink. */
function veil(ctx: CanvasRenderingContext2D, stage: Stage, box: Box): void {
  const { view, size, dpr, theme } = stage;
  const [left, top] = [box.x0 * view.zoom + view.x, box.y0 * view.zoom + view.y];
  const [right, bottom] = [box.x1 * view.zoom + view.x, box.y1 * view.zoom + view.y];
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.globalAlpha = VEIL;
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, size.w, top);
  ctx.fillRect(0, bottom, size.w, size.h - bottom);
  ctx.fillRect(0, top, left, bottom - top);
  ctx.fillRect(right, top, size.w - right, bottom - top);
  ctx.globalAlpha = 1;
  drawLaneTitles(frameOf(stage, ctx), stage.space.scene.lanes, size);
}

/** The line of what is selected, or the selection alone where nothing is lit. */
function litBox(stage: Stage, selection: readonly string[]): Box | null {
  const { focus, ghosts } = stage.space.scene;
  const lit = [...(focus?.cards ?? []), ...ghosts.filter((ghost) => ghost.lit).map((ghost) => ghost.id)];
  return around(stage.space, [...endsOf(stage, selection), ...lit]);
}

function wholeOf(stage: Stage): Box {
  return around(stage.space, stage.space.index.keys()) ?? stage.space.bounds;
}

function chartStills(
  chart: Chart,
  passing: ReadonlySet<string> | null,
  selection: readonly string[],
  theme: Theme,
): Stills {
  const board = new Board({
    ...measuring(theme),
    theme,
    words: { selected: () => "", moved: () => "" },
    events: {},
    readOnly: true,
    stillness: () => true,
    schedule: () => undefined,
  });
  board.setChart(chart);
  board.passing = passing;
  return {
    async draw(ctx, part, size, dpr) {
      const unit = theme.unit ?? 1;
      board.size = { w: size.w / unit, h: size.h / unit };
      board.dpr = dpr * unit;
      board.selection = new Set(part === "selection" ? selection : []);
      const near = { ...chart, largest: Math.max(chart.largest ?? 1, NEAREST) };
      const box = typeof part === "object" ? part.box : part === "whole" ? null : chosen(board);
      board.show(
        box === null ? fitted(chart, chart.bounds, board.size) : fitted(near, box, board.size),
        false,
      );
      paint(board, ctx);
    },
    destroy: () => undefined,
  };
}

function chosen(board: Board): Box | null {
  const marks = [...board.selection].flatMap((subject) => board.field.of(subject));
  const boxes = marks.filter((i) => board.field.mark(i)?.pin === undefined).map((i) => board.field.boxOf(i));
  if (boxes.length === 0) return null;
  return {
    x0: Math.min(...boxes.map((b) => b.x0)),
    y0: Math.min(...boxes.map((b) => b.y0)),
    x1: Math.max(...boxes.map((b) => b.x1)),
    y1: Math.max(...boxes.map((b) => b.y1)),
  };
}

function measuring(theme: Theme): { titles: TitleBreaker; texts: TitleBreaker } {
  const breaker = (weight: number): TitleBreaker => {
    const ruler = document.createElement("canvas").getContext("2d");
    if (ruler !== null) ruler.font = `${weight} 12px ${theme.font}`;
    return new TitleBreaker((text) => ruler?.measureText(text).width ?? text.length * 6.4);
  };
  return { titles: breaker(550), texts: breaker(400) };
}
