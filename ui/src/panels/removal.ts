/*
 * Taking things out of the portfolio, from whichever view it is asked: what it is as edits of one step, and how it is told,
 * with the way back. A canvas that only lets go of cards knows that by itself.
 */
import type { Edit } from "../api/bindings.ts";
import type { Portfolio } from "../model/portfolio.ts";
import type { Words } from "../words/index.ts";
import type { Desk } from "./desk.tsx";
import { nameOf } from "./words.ts";

/** Elements, links and notes. Links first: those of a removed element go with it and could not be cut afterwards. So do comments. */
export function removalEdits(portfolio: Portfolio, ids: readonly string[]): Edit[] {
  const { elements, links, notes } = portfolio;
  const edits: Edit[] = [];
  const cut = ids.filter((id) => links.has(id));
  const torn = ids.filter((id) => notes.has(id));
  const gone = ids.filter((id) => elements.has(id));
  if (cut.length > 0) edits.push({ type: "disconnect", links: cut });
  if (torn.length > 0) edits.push({ type: "remove_notes", notes: torn });
  if (gone.length > 0) edits.push({ type: "remove", elements: gone });
  return edits;
}

/** What goes when these are taken away, and with them; told of the portfolio before that. */
export function removalWords(
  words: Words,
  portfolio: Portfolio,
  ids: readonly string[],
): { readonly text: string; readonly hint?: string } {
  const { elements, links, linksFrom, linksTo, notes } = portfolio;
  const gone = ids.filter((id) => elements.has(id));
  const cut = new Set(ids.filter((id) => links.has(id)));
  for (const id of gone) {
    for (const link of [...(linksFrom.get(id) ?? []), ...(linksTo.get(id) ?? [])]) cut.add(link.id);
  }
  const title = nameOf(words, portfolio, gone[0] ?? ids[0] ?? "");
  if (gone.length === 0) {
    const torn = ids.filter((id) => notes.has(id)).length;
    const what = cut.size === 0 ? "notes" : torn === 0 ? "links" : "things";
    return { text: words.say(`removed.${what}`, { count: ids.length, title }) };
  }
  const said = { count: gone.length, title, links: cut.size };
  return { text: words.say("removed.elements", said), hint: words.say("removed.elementsHint") };
}

/** Takes elements, links and notes out of the portfolio as one step, says so and offers it back. False where it was refused. */
export async function takeAway(desk: Desk, words: Words, ids: readonly string[]): Promise<boolean> {
  const { portfolio } = desk.store.state;
  const { text, hint } = removalWords(words, portfolio, ids);
  return await withWayBack(desk, removalEdits(portfolio, ids), text, hint);
}

/** One step that takes something away, told with the way back. */
export async function withWayBack(
  desk: Desk,
  edits: readonly Edit[],
  text: string,
  hint?: string,
): Promise<boolean> {
  if (edits.length === 0) return false;
  const changed = await desk.edit(...edits);
  if (changed !== null) desk.offerUndo(changed, text, hint);
  return changed !== null;
}
