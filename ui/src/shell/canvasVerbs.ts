/*
 * What the actions of canvases do. Each is one step that undo takes back; where a canvas goes or returns, the window
 * finds the next by itself.
 */
import { newId } from "../model/id.ts";
import type { Verbs } from "./actions.ts";
import { canvasTitle } from "./canvasTitle.ts";
import { copyNames } from "./copyNames.ts";
import { giveKeyboard } from "./showing.ts";
import { besideIn } from "./sight.ts";
import type { Means } from "./verbs.ts";

type CanvasVerbs = Pick<
  Verbs,
  "goCanvas" | "stepCanvas" | "newCanvas" | "renameCanvas" | "duplicateCanvas" | "removeCanvas"
>;

export function canvasVerbs({
  store,
  sight,
  canvas,
  words,
  desk,
  setView,
  setOverlay,
  setNews,
}: Means): CanvasVerbs {
  function go(id: string): void {
    sight.look(id);
    setView("map");
    const to = store.state.portfolio.canvases.get(id);
    if (to !== undefined) setNews(words.say("canvas.now", { title: canvasTitle(words, to) }));
    requestAnimationFrame(giveKeyboard);
  }

  async function duplicate(): Promise<void> {
    if (canvas === null) return;
    const id = newId();
    const titles = [...store.state.portfolio.canvases.values()].map((it) => canvasTitle(words, it));
    const title = copyNames(words, titles)(canvasTitle(words, canvas));
    const changed = await desk.edit({ type: "copy_canvas", canvas: canvas.id, id, title });
    if (changed !== null) go(id);
  }

  return {
    goCanvas: go,
    stepCanvas: (step) => {
      const next = besideIn(store.state.portfolio.canvases, canvas, step);
      if (next !== null) go(next.id);
    },
    newCanvas: () => setOverlay("gallery"),
    renameCanvas: () => setOverlay("rename-canvas"),
    duplicateCanvas: () => void duplicate(),
    removeCanvas: () => setOverlay("remove-canvas"),
  };
}
