/*
 * Finding a thing in a few letters: accents and case forgiven, words in any order, starts of words before middles,
 * letters in order as a last resort. Pure.
 */

/** Letters without accents, in lower case: “Été” → “ete”. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** How well a text answers a query; `null` when it does not. Larger is better. */
export function score(query: string, text: string): number | null {
  const wanted = folded(query).trim();
  if (wanted === "") return 0;
  const body = folded(text);
  if (body.startsWith(wanted)) return 100 - Math.min(body.length, 80) / 100;
  let total = 0;
  for (const word of wanted.split(/\s+/)) {
    const points = wordScore(word, body);
    if (points === null) return null;
    total += points;
  }
  return total / wanted.split(/\s+/).length - Math.min(body.length, 80) / 100;
}

function wordScore(word: string, body: string): number | null {
  const at = body.indexOf(word);
  if (at === 0) return 80;
  if (at > 0) return /[\p{L}\p{N}]/u.test(body[at - 1] ?? " ") ? 40 : 70;
  if (word.length < 2) return null;
  let from = 0;
  let gaps = 0;
  for (const letter of word) {
    const next = body.indexOf(letter, from);
    if (next < 0) return null;
    if (next > from && from > 0) gaps += 1;
    from = next + 1;
  }
  // Letters scattered over a long text are chance, not an answer.
  return gaps > word.length / 2 + 1 ? null : 20 - gaps;
}

/** The best answers, best first; equal ones keep their order. */
export function best<T>(
  query: string,
  things: readonly T[],
  textOf: (thing: T) => string,
  most: number,
): T[] {
  const scored: { thing: T; points: number }[] = [];
  for (const thing of things) {
    const points = score(query, textOf(thing));
    if (points !== null) scored.push({ thing, points });
  }
  return scored
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ thing }) => thing);
}
