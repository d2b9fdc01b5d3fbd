/*
 * Where a word that is longer than its line may break: behind its own hyphen, slash or underscore first, else between
 * two syllables as English and French write them, with three letters at either side. It says where a break looks right,
 * no more: it knows no dictionary. A word without such a place ends in the sign that something is missing; what is no
 * word, as a number or an address, breaks anywhere, without a hyphen.
 */

/** So many letters stand at either side of a hyphen at least. */
const LEAST_LETTERS = 3;
/** Four lines is the most that a title has; one piece more tells that it was left short. */
const MOST_PIECES = 5;
const VOWELS = /^[aeiouyàâäæéèêëîïôöœùûüÿ]$/iu;
const LETTER = /^\p{L}\p{M}*$/u;
/** Scripts that are written without a space between words: their lines break anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** One word of letters, also with an elision, a dot or a hyphen inside, and in brackets or quotes. */
const WORD = /^[^\p{L}\p{N}@/_]*\p{L}[\p{L}\p{M}'’.-]*[^\p{L}\p{N}@/_]*$/u;
/** Consonants that begin a syllable together. */
const TOGETHER = /^(?:[bcdfgkptv]r|[bcfgkp]l|[cpst]h|gn|qu|wr)$/iu;
/** What is read as one letter, of however many signs: an accent set apart, joined emoji, a flag. */
const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export function lettersOf(word: string): string[] {
  return Array.from(LETTERS.segment(word), (it) => it.segment);
}

/** The pieces of a word, each of which fits its line where that is possible. */
export function chopped(word: string, room: number, width: (text: string) => number): string[] {
  const soft = word.split(/(?<=[-/_.@])/u);
  if (soft.length > 1 && soft.every((part) => width(part) <= room)) {
    return packed(soft, (line) => width(line) <= room);
  }
  const letters = lettersOf(word);
  const breaks = syllables(letters);
  const pieces: string[] = [];
  let from = 0;
  while (from < letters.length && pieces.length < MOST_PIECES) {
    const rest = letters.slice(from).join("");
    if (width(rest) <= room) return [...pieces, rest];
    const fits = (to: number): boolean => width(`${letters.slice(from, to).join("")}-`) <= room;
    const at = breaks.findLast((to) => to - from >= LEAST_LETTERS && fits(to));
    if (at === undefined) {
      if (WORD.test(rest) && !UNSPACED.test(rest))
        return [...pieces, begun(letters.slice(from), room, width)];
      let to = from + 1;
      while (to < letters.length && width(letters.slice(from, to + 1).join("")) <= room) to += 1;
      pieces.push(letters.slice(from, to).join(""));
      from = to;
    } else {
      const piece = letters.slice(from, at).join("");
      pieces.push(/[-/_.@]$/u.test(piece) ? piece : `${piece}-`);
      from = at;
    }
  }
  return pieces;
}

/** As many letters as fit before the sign that the others are missing; one at least. */
function begun(letters: readonly string[], room: number, width: (text: string) => number): string {
  let to = letters.length - 1;
  while (to > 1 && width(`${letters.slice(0, to).join("").trimEnd()}…`) > room) to -= 1;
  return `${letters.slice(0, to).join("").trimEnd()}…`;
}

function packed(parts: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && !fits(line + part)) {
      lines.push(line);
      line = part;
    } else line += part;
  }
  return [...lines, line];
}

/** Before which letters a new syllable begins, far enough from the ends of the word and from what is no letter. */
function syllables(letters: readonly string[]): number[] {
  const isVowel = letters.map((it) => VOWELS.test(it.normalize("NFC")));
  const out: number[] = [];
  for (let at = 1; at < letters.length; at += 1) {
    const stem = letters.slice(0, at).findLastIndex((it) => !LETTER.test(it));
    if (stem >= 0 && stem === at - 1) {
      if (/[-/_.@]/u.test(letters[stem] ?? "")) out.push(at);
      continue;
    }
    const end = letters.findIndex((it, i) => i >= at && !LETTER.test(it));
    const tail = (end < 0 ? letters.length : end) - at;
    if (at - stem - 1 < LEAST_LETTERS || tail < LEAST_LETTERS) continue;
    if (begins(letters, isVowel, at)) out.push(at);
  }
  return out;
}

/** Whether a syllable begins here: one consonant before a vowel, or two that belong together, with a vowel somewhere before. */
function begins(letters: readonly string[], isVowel: readonly boolean[], at: number): boolean {
  const is = (i: number): boolean => isVowel[i] ?? false;
  const pair = (i: number): boolean => TOGETHER.test(`${letters[i] ?? ""}${letters[i + 1] ?? ""}`);
  if (is(at) || !isVowel.slice(0, at).includes(true)) return false;
  if (is(at + 1)) return !(pair(at - 1) && !is(at - 1));
  return pair(at) && is(at + 2);
}
