/*
 * What a cell being edited offers: the choices of a closed field, what stands in the column already, and the reasons
 * why a value can be missing. An offer is read like anything typed. Pure.
 */
import { best } from "../../model/search.ts";
import { isKey, type Words } from "../../words/index.ts";
import { REASONS } from "../gaps.ts";
import { FLAGS } from "../reading.ts";
import type { Sets } from "../values.ts";

export interface Offer {
  /** What is read when it is taken. */
  readonly id: string;
  readonly text: string;
  readonly isReason?: boolean;
}

/** Only one of the offers can stand there. */
export function isClosed(sets: Sets | null): boolean {
  return sets?.input === "choice" || sets?.input === "harmful";
}

/** Texts that are written in lines. */
export function isLong(sets: Sets | null, before: string): boolean {
  if (sets === null) return false;
  if (sets.input === "description" || sets.input === "why") return true;
  return (
    sets.input === "text" && (sets.id === "rationale" || sets.id === "definition" || before.includes("\n"))
  );
}

interface Asked {
  readonly sets: Sets | null;
  readonly text: string;
  readonly isTouched: boolean;
  /** The list was asked for by the arrow key. */
  readonly isAsked: boolean;
  readonly known: () => readonly string[];
  readonly words: Words;
}

export function offersFor({ sets, text, isTouched, isAsked, known, words }: Asked): readonly Offer[] {
  if (sets === null) return [];
  const reasons = REASONS.map((reason): Offer => {
    const word = words.say(`reason.${reason}`);
    return { id: word, text: word, isReason: true };
  });
  if (sets.input === "choice" || sets.input === "harmful") {
    const [area, options] = sets.input === "choice" ? [sets.words, sets.options] : ["table.flag", FLAGS];
    const all = options.map((id): Offer => ({ id, text: wordIn(area, id, words) }));
    const rest = sets.input === "choice" ? [{ id: "", text: words.say("common.none") }, ...reasons] : [];
    return best(text, [...all, ...rest], (it) => it.text, 12);
  }
  if (!isTouched && !isAsked) return [];
  switch (sets.input) {
    case "title":
    case "description":
    case "why":
      return [];
    case "sides":
      return ["business", "it"].map((id) => ({ id, text: wordIn("side", id, words) }));
    case "list":
    case "text": {
      const said = best(text, known(), (it) => it, 6)
        .filter((it) => it !== text)
        .map((it): Offer => ({ id: it, text: it }));
      return sets.input === "list" ? said : [...said, ...fitting(text, reasons, isAsked)];
    }
    default:
      return fitting(text, reasons, isAsked);
  }
}

/** Reasons are offered when they are asked for, when the cell was emptied, or when one is being typed. */
function fitting(text: string, reasons: readonly Offer[], isAsked: boolean): Offer[] {
  if (text.trim() === "" || isAsked) return [...reasons];
  return text.trim().length < 3 ? [] : best(text, reasons, (it) => it.text, 4);
}

function wordIn(area: string, value: string, words: Words): string {
  const key = `${area}.${value}`;
  return isKey(key) ? words.say(key) : value;
}
