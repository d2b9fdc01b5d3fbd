/*
 * Finding a thing in a few letters: accents and case forgiven, words in any order, starts of words before middles,
 * initials as a last resort. Pure.
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
  return word.length >= 2 && inSteps(word, body, 0, 0) ? 20 : null;
}

/**
 * Whether the letters are found in order, each either next to the one before or at the start of a word: initials
 * answer, letters scattered by chance do not.
 */
function inSteps(word: string, body: string, letter: number, from: number): boolean {
  if (letter === word.length) return true;
  for (
    let at = body.indexOf(word.charAt(letter), from);
    at >= 0;
    at = body.indexOf(word.charAt(letter), at + 1)
  ) {
    const starts = at === 0 || !/[\p{L}\p{N}]/u.test(body.charAt(at - 1));
    const follows = letter > 0 && at === from;
    if ((starts || follows) && inSteps(word, body, letter + 1, at + 1)) return true;
  }
  return false;
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
