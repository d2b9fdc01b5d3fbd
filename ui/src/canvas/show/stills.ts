/*
 * Draws slides as still pictures, with the drawing of the canvas itself: cards by their own stage, diagrams by their own
 * board, both in the measures of the room. A stage is built once and only looks elsewhere for each slide.
 */
import { Board } from "../chart/board";
import type { Chart } from "../chart/chart";
import { fitted, opening } from "../chart/eye";
import { paint } from "../chart/paint";
import { isTold } from "../draw/cards";
import { frameOf, render } from "../draw/render";
import { around } from "../framing";
import { blocksBelow } from "../groups/themes";
import { endsOf } from "../looking";
import { CARD_H, CARD_W, ZOOM_FULL } from "../measures";
import { unlit } from "../record/map";
import type { Scene } from "../scene";
import { Stage } from "../stage";
import type { Theme } from "../theme";
import { TitleBreaker } from "../titles";
import { type Box, fitBox, type Margins, type Size, type View } from "../view";
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
/** Columns say at the top what stands in them, and need no room at the left. */
const COLUMN_MARGINS: Margins = { ...MARGINS, left: 28, top: 64 };
/** A single card does not become a poster. */
const NEAREST = 1.4;
/** At less than this share of the zoom at which all can be read nothing can. */
const NAMELESS = 0.57;

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
  stage.foot = MARGINS.bottom;
  // A room cannot press a ghost, so it only asks.
  const ghosts = scene.ghosts.map((ghost) => ({ ...ghost, action: "" }));
  const asking: Scene = { ...scene, lanes: lanesIn(scene), ghosts };
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
      stage.show(
        fitBox(box, stage.size, scene.axis === "columns" ? COLUMN_MARGINS : MARGINS, NEAREST),
        false,
      );
      // What lies around a frame steps back, so that eyes stay in it.
      if (typeof part === "object")
        stage.setScene({ ...plain, passing: passingIn(plain, box, stage.view.zoom) });
      stage.settle();
      if (part === "whole" && isCutOff(stage, ctx)) {
        stage.blocksBelow = stage.view.zoom * 1.01;
        stage.settle();
      }
      render(stage, ctx);
      while (stage.under.isWaiting) {
        await new Promise<void>((told) => {
          arrived = told;
        });
        render(stage, ctx);
      }
    },
    destroy: () => {
      stage.under.destroy();
      arrived();
    },
  };
}

/** From so many names on that a room would read in part, as a share of all, it is shown blocks; frames are there for the rest. */
const CUT = 0.34;

function isCutOff(stage: Stage, ctx: CanvasRenderingContext2D): boolean {
  const { cards, axis } = stage.space.scene;
  if (axis === null || stage.view.zoom >= ZOOM_FULL) return false;
  const f = frameOf(stage, ctx);
  return cards.filter((card) => !isTold(f, card)).length > cards.length * CUT;
}

/** Where every objective has its perspective, nobody in the room looks for those that have none. */
export function lanesIn({ lanes, cards }: Scene): Scene["lanes"] {
  if (cards.some(({ band }) => band === "unseen")) return lanes;
  return lanes.filter(({ bands }) => bands.some(({ key }) => key !== "unseen"));
}

/** The cards of a frame: those that lie in it for the most part. Far away, where blocks stand for cards, all of them. */
export function passingIn(scene: Scene, box: Box, zoom: number): ReadonlySet<string> | null {
  if (zoom < blocksBelow(scene)) return scene.passing;
  const inside = scene.cards.filter((card) => {
    const [x, y] = [card.x + CARD_W / 2, card.y + CARD_H / 2];
    return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
  });
  if (inside.length === 0) return scene.passing;
  return new Set(inside.map((card) => card.id).filter((id) => scene.passing?.has(id) ?? true));
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
      // What the show says of itself at the foot lies on nothing that is shown.
      const free = { ...board.size, h: board.size.h - MARGINS.bottom };
      board.show(box === null ? wholeChart(chart, free) : fitted(near, box, free), false);
      paint(board, ctx);
      if (part === "whole") footing(ctx, board);
    },
    destroy: () => undefined,
  };
}

/** Where a list runs on below the picture its last rows make room for what the show says of itself. */
function footing(ctx: CanvasRenderingContext2D, { size, dpr, theme }: Board): void {
  const y = size.h - MARGINS.bottom;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, y, size.w, MARGINS.bottom);
}

/** All of a chart; of one whose lists would all lose their names what it opens with. */
function wholeChart(chart: Chart, size: Size): View {
  const all = fitted(chart, chart.bounds, size);
  const least = chart.hub === undefined ? 0 : (chart.opening?.least ?? 0);
  return all.zoom < least * NAMELESS ? opening(chart, size) : all;
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
