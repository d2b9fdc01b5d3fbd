/*
 * The picture of a map: the same drawing code as on the screen, drawn once into a recorder, as large as the part that is
 * wanted and not as the window. What is seen only while somebody is at it (hover, rings, a drag) is left out.
 */
import type { Drawing } from "../../api/bindings";
import { HEADING } from "../draw/columns";
import { renderSteps } from "../draw/render";
import { around, wholeBox } from "../framing";
import { CARD_H, CARD_W } from "../measures";
import type { Level, Scene } from "../scene";
import type { Space } from "../space";
import { Stage } from "../stage";
import type { Theme } from "../theme";
import { TitleBreaker } from "../titles";
import type { Box, Size, View } from "../view";
import type { CanvasWords } from "../words";
import { drawFoot, footHeight } from "./foot";
import { nameLinks } from "./linkNames";
import { Recorder, type Ruler } from "./recorder";
import { atOnce, type Steps } from "./steps";
import type { Foot, Part, Wish } from "./wish";

/** What is on the screen now. */
export interface Shown {
  readonly scene: Scene;
  readonly selection: ReadonlySet<string>;
  readonly view: View;
  readonly size: Size;
  readonly words: CanvasWords;
}

/** Air around cards, in units of the world. */
const AIR = 24;
const NOTHING = "#00000000";

export function drawMap(shown: Shown, wish: Wish, colours: Theme, ruler: Ruler): Drawing {
  return atOnce(mapSteps(shown, wish, colours, ruler));
}

/** The same, step by step, because ten thousand cards take seconds; each step tells which part is done. */
export function* mapSteps(shown: Shown, wish: Wish, colours: Theme, ruler: Ruler): Steps<Drawing> {
  const theme = wish.backdrop ? colours : withoutBackdrop(colours);
  const titleFont = `550 12px ${theme.font}`;
  const textFont = `400 12px ${theme.font}`;
  const stage = new Stage({
    theme,
    titles: new TitleBreaker((text) => ruler.width(text, titleFont)),
    texts: new TitleBreaker((text) => ruler.width(text, textFont)),
    words: shown.words,
    events: {},
    readOnly: true,
    stillness: () => true,
    schedule: () => undefined,
    recorded: true,
  });
  const lit = wish.lit && wish.part !== "selection";
  stage.setScene(sceneOf(shown, wish, lit));
  if (lit) stage.selection = shown.selection;
  const { view, size } = mapFramed(stage.space, shown, wish.part);
  stage.size = size;
  stage.show(view, false);
  stage.settle();
  const recorder = new Recorder(ruler);
  // Cards are drawn twice, those that are lit after the others, and each has some links to be named.
  const all = Math.max(1, (3 * shown.scene.cards.length) / 400);
  let done = 0;
  for (const steps of [renderSteps(stage, recorder), nameLinks(recorder, stage)])
    for (const _ of steps) {
      done += 1;
      yield Math.min(1, done / all);
    }
  const { foot } = wish;
  if (foot !== null) drawFoot(recorder, foot, theme, size.h, size.w, stage);
  return recorder.finish({
    width: size.w,
    height: size.h + (foot === null ? 0 : footHeight(foot, size.w, stage)),
    paper: wish.backdrop ? theme.paper : null,
    title: wish.title,
    lang: wish.lang,
  });
}

/** A picture cannot be pressed, so ghosts only ask; a selection stands for itself, with what joins it. */
function sceneOf({ scene, selection }: Shown, wish: Wish, lit: boolean): Scene {
  const asking = scene.ghosts.map((ghost) => ({ ...ghost, action: "" }));
  if (lit) return { ...scene, ghosts: asking };
  const plain = unlit({ ...scene, ghosts: asking });
  if (wish.part !== "selection") return plain;
  const chosen = chosenCards(scene, selection);
  return {
    ...plain,
    cards: scene.cards.filter((card) => chosen.has(card.id)),
    links: scene.links.filter((link) => chosen.has(link.from) && chosen.has(link.to)),
    ghosts: [],
    bridges: [],
    passing: null,
  };
}

/** A scene as it is when nothing is selected. */
export function unlit(scene: Scene): Scene {
  const ghosts = scene.ghosts.filter((ghost) => !ghost.lit);
  const ghostly = new Set(ghosts.map((ghost) => ghost.id));
  const bridges = scene.bridges.filter((it) => ghostly.has(it.from) || ghostly.has(it.to));
  return { ...scene, focus: null, ghosts, bridges, bridged: new Set() };
}

/** The cards that are selected, and those that a selected link joins. */
function chosenCards(scene: Scene, selection: ReadonlySet<string>): Set<string> {
  const chosen = new Set(selection);
  for (const link of scene.links) if (selection.has(link.id)) chosen.add(link.from).add(link.to);
  return chosen;
}

/** How large the picture of a part would be, with its foot. */
export function extentOf(stage: Stage, part: Part, foot: Foot | null): Size {
  const { w, h } = mapFramed(stage.space, stage, part).size;
  return { w, h: h + (foot === null ? 0 : footHeight(foot, w, stage)) };
}

/** The part of the world that a picture shows, and how large that is. */
export function mapFramed(
  space: Space,
  shown: Pick<Shown, "view" | "size" | "selection">,
  part: Part,
): { view: View; size: Size } {
  if (part === "view") return { view: shown.view, size: shown.size };
  const box =
    typeof part === "object"
      ? part.box
      : part === "whole"
        ? whole(space)
        : grown(chosenBox(space, shown.selection));
  // On whole units, so that edges are as crisp as on the screen.
  const [x, y] = [Math.floor(box.x0), Math.floor(box.y0)];
  return {
    view: { x: -x, y: -y, zoom: 1 },
    size: { w: Math.ceil(box.x1) - x, h: Math.ceil(box.y1) - y },
  };
}

function chosenBox(space: Space, selection: ReadonlySet<string>): Box {
  return around(space, chosenCards(space.scene, selection)) ?? { x0: 0, y0: 0, x1: CARD_W, y1: CARD_H };
}

/** Lanes bring their own air; the headings of columns lie over the top. */
function whole(space: Space): Box {
  const all = grown(wholeBox(space));
  const { axis } = space.scene;
  if (axis === "rows") return { ...all, y0: all.y0 + AIR, y1: all.y1 - AIR };
  if (axis === "columns") return { ...all, x0: all.x0 + AIR, x1: all.x1 - AIR, y0: all.y0 - HEADING };
  return all;
}

function grown(box: Box): Box {
  return { x0: box.x0 - AIR, y0: box.y0 - AIR, x1: box.x1 + AIR, y1: box.y1 + AIR };
}

function withoutBackdrop(theme: Theme): Theme {
  const levels: readonly Level[] = [1, 2, 3, 4, 5, 6];
  const tint = Object.fromEntries(levels.map((level) => [level, NOTHING])) as Record<Level, string>;
  return { ...theme, paper: NOTHING, tint, plate: theme.surface };
}
