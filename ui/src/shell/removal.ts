/*
 * Taking things away where a gesture was made: from a free canvas a card goes and its element stays, everywhere else the
 * element goes from the portfolio, as from every panel.
 */
import type { Canvas, Edit } from "../api/index.ts";
import type { Portfolio } from "../model/portfolio.ts";
import { removalEdits, removalWords } from "../panels/removal.ts";
import { nameOf } from "../panels/words.ts";
import type { Words } from "../words/index.ts";
import { isMac, keyWords } from "./keys.ts";

/** `canvas` is the one that a gesture was made on; what is asked of none of them goes from the portfolio. */
export function removalOf(portfolio: Portfolio, canvas: Canvas | undefined, ids: readonly string[]): Edit[] {
  if (canvas?.kind !== "free") return removalEdits(portfolio, ids);
  const elements = ids.filter((id) => portfolio.elements.has(id));
  const others = removalEdits(
    portfolio,
    ids.filter((id) => !portfolio.elements.has(id)),
  );
  return elements.length === 0 ? others : [...others, { type: "unplace", canvas: canvas.id, elements }];
}

/** What goes when these are taken away, and with them; told of the portfolio before that. */
export function removalNews(
  words: Words,
  portfolio: Portfolio,
  canvas: Canvas | undefined,
  ids: readonly string[],
): { readonly text: string; readonly hint?: string } {
  const gone = ids.filter((id) => portfolio.elements.has(id));
  if (canvas?.kind !== "free" || gone.length === 0) return removalWords(words, portfolio, ids);
  const links = ids.filter((id) => portfolio.links.has(id)).length;
  const said = { count: gone.length, title: nameOf(words, portfolio, gone[0] ?? ""), links };
  const keys = keyWords(words, "Mod+Backspace", isMac());
  return { text: words.say("removed.off", said), hint: words.say("removed.offHint", { ...said, keys }) };
}
