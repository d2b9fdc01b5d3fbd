/*
 * When two words are the same to a hasty hand: without accents and case, and but for one slip. What a slip is, a
 * letter wrong, missing, too many or swapped with its neighbour, is uFuzzy's to say; how much of it a word of that
 * length can bear is said here.
 */
import uFuzzy from "@leeoniya/ufuzzy";

/** A run of letters and figures, with the accents that follow their letter in some files. */
export const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Letters that are one sign and not a letter with an accent, as people type them. */
const SPELLED: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/** Letters without accents, in lower case: “Été” → “ete”. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^ -~]/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđ]/g, (sign) => SPELLED[sign] ?? sign);
}

/** The little article before an apostrophe: “l’eau”, “d'exploitation”, “qu’il”. */
const ELISION = /(^|[^\p{L}\p{N}])(?:qu|[cdjlmnst])['’ʼ](?=\p{L})/giu;

/** Words of a query that are asked for; what is pasted may be a whole page. */
const MOST = 12;

/** The folded words of a query; articles cut short by an apostrophe are not asked for. */
export function termsOf(query: string): string[] {
  const words = query.replace(ELISION, "$1").match(WORD) ?? [];
  return words
    .slice(0, MOST)
    .map(folded)
    .filter((term) => term !== "");
}

const LITTLE = new Set(
  "a an and at by for from in of on or the to with au aux avec ce ces dans de des du en et la le les ou par pour sur un une".split(
    " ",
  ),
);

/** Words that nobody searches for by themselves: they may miss. */
export function isLittle(word: string): boolean {
  return /^[a-z]$/.test(word) || LITTLE.has(word);
}

const NONE = {
  intraSlice: [0, 0] as [number, number],
  intraIns: 0,
  intraSub: 0,
  intraTrn: 0,
  intraDel: 0,
} as const;
/** Four letters bear a slip behind the first one, and none too many: what is left of “plan” would be any “pla”. */
const SHORT = {
  intraSlice: [1, Infinity] as [number, number],
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 0,
} as const;
const ANY = {
  intraSlice: [0, Infinity] as [number, number],
  intraIns: 1,
  intraSub: 1,
  intraTrn: 1,
  intraDel: 1,
} as const;

const matcher = new uFuzzy({
  intraMode: 1,
  // A slip is forgiven at the start of a word only; in the middle of words nearly everything is near to everything.
  interLft: 2,
  intraRules: (term) => (term.length < 4 || /\d/.test(term) ? NONE : term.length === 4 ? SHORT : ANY),
});

/** The numbers of the words that begin like the term but for one slip. Latin letters only. */
export function slips(words: string[], term: string): readonly number[] {
  return term.length < 4 ? [] : (matcher.filter(words, term) ?? []);
}
