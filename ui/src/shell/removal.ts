/*
 * Taking things away: from a free canvas a card goes and its element stays, everywhere else the element goes from the
 * portfolio. What it is as edits of one step, and how it is told before anybody misses something.
 */
import type { Canvas, Edit } from "../api/index.ts";
import type { Portfolio } from "../model/portfolio.ts";
import type { Words } from "../words/index.ts";
import { isMac, keyWords } from "./keys.ts";
import { nameOf } from "./spoken.ts";

/** `canvas` is the one that a gesture was made on; what is asked of none of them goes from the portfolio. */
export function removalOf(portfolio: Portfolio, canvas: Canvas | undefined, ids: readonly string[]): Edit[] {
  const { elements, links, notes } = portfolio;
  const edits: Edit[] = [];
  const cut = ids.filter((id) => links.has(id));
  const gone = ids.filter((id) => elements.has(id));
  const torn = ids.filter((id) => notes.has(id));
  // Links first: those of a removed element go with it and could not be cut afterwards. So do comments.
  if (cut.length > 0) edits.push({ type: "disconnect", links: cut });
  if (torn.length > 0) edits.push({ type: "remove_notes", notes: torn });
  if (gone.length > 0 && canvas?.kind === "free") {
    edits.push({ type: "unplace", canvas: canvas.id, elements: gone });
  } else if (gone.length > 0) edits.push({ type: "remove", elements: gone });
  return edits;
}

/** What goes when these are taken away, and with them; told of the portfolio before that. */
export function removalNews(
  words: Words,
  portfolio: Portfolio,
  canvas: Canvas | undefined,
  ids: readonly string[],
): { readonly text: string; readonly hint?: string } {
  const { elements, links, linksFrom, linksTo, notes } = portfolio;
  const gone = ids.filter((id) => elements.has(id));
  const isOff = canvas?.kind === "free";
  const cut = new Set(ids.filter((id) => links.has(id)));
  if (!isOff) {
    for (const id of gone) {
      for (const link of [...(linksFrom.get(id) ?? []), ...(linksTo.get(id) ?? [])]) cut.add(link.id);
    }
  }
  const title = nameOf(words, portfolio, gone[0] ?? ids[0] ?? "");
  if (gone.length === 0) {
    const torn = ids.filter((id) => notes.has(id)).length;
    const what = cut.size === 0 ? "notes" : torn === 0 ? "links" : "things";
    return { text: words.say(`removed.${what}`, { count: ids.length, title }) };
  }
  const said = { count: gone.length, title, links: cut.size };
  if (!isOff) return { text: words.say("removed.elements", said), hint: words.say("removed.elementsHint") };
  const keys = keyWords(words, "Mod+Backspace", isMac());
  return { text: words.say("removed.off", said), hint: words.say("removed.offHint", { ...said, keys }) };
}
