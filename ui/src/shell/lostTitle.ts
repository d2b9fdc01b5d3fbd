/*
 * A title that somebody was typing on a diagram when its mark went away. Where the element is still there it has that
 * title now. Where another window took it away, the words are kept as a note on the first map, because a diagram shows
 * no notes; where there is no map either, they stay in sight until somebody closes them.
 */
import type { Canvas, Note } from "../api/index.ts";
import { isDiagram } from "../model/canvases.ts";
import { today } from "../model/day.ts";
import { newId } from "../model/id.ts";
import type { Desk } from "../panels/desk.tsx";
import type { Words } from "../words/index.ts";
import { canvasTitle } from "./canvasTitle.ts";

/** Left of everything that a map lays out itself. */
const BESIDE = -260;
const APART = 160;

export async function keepTitle(
  desk: Desk,
  words: Words,
  element: string,
  typed: string | null,
): Promise<void> {
  const { elements, canvases, notes } = desk.store.state.portfolio;
  if (elements.has(element)) {
    if (typed === null) return;
    await desk.edit({ type: "set", element, patch: { field: "title", value: typed } });
    return;
  }
  if (typed === null) return desk.tell(words.say("paper.gone"));
  const canvas = [...canvases.values()].find(({ kind }) => !isDiagram(kind));
  const kept =
    canvas && (await desk.edit({ type: "put_notes", notes: [noteOn(canvas, typed, notes.values())] }));
  if (canvas !== undefined && kept !== null)
    desk.tell(words.say("paper.goneKeptOn", { canvas: canvasTitle(words, canvas) }));
  else desk.tell(words.say("paper.goneTyped", { typed }), words.say("paper.goneTypedHint"), true);
}

/** Beside the map, below what was kept there before. */
function noteOn({ id: canvas }: Canvas, text: string, notes: Iterable<Note>): Note {
  const above = [...notes].filter((it) => it.canvas === canvas && it.x === BESIDE);
  const y = above.reduce((y, it) => Math.max(y, it.y + APART), 0);
  const facts = { about: null, by: "", on: today(), locked: false };
  return { id: newId(), canvas, text, x: BESIDE, y, paper: "grey", ...facts };
}
