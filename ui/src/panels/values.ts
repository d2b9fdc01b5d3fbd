/*
 * What a field or a cell holds and the patch that puts something else there. A value here is the one the portfolio
 * keeps, so that what is filled down or pasted back is the same to the last digit. Pure.
 */
import type { Element, Maybe, Money, Patch, Why } from "../api/bindings.ts";
import { type FieldOf, fieldPatch, fieldValue } from "../model/fields.ts";
import { compare, decimal } from "./decimal.ts";

export type NumberUnit = Extract<FieldOf, { input: "number" }>["unit"];

/** What is set by typing: a field that can be missing, or one of the few that cannot. */
export type Sets =
  | FieldOf
  | { readonly input: "title" | "description" | "why" | "harmful" | "sides" }
  | { readonly input: "list"; readonly id: "tags" | "synonyms" };

/** A field that can be missing, a text, a list, or yes and no. */
export type CellValue = Maybe<unknown> | null | string | readonly string[] | boolean;

export function cellValue(element: Element, sets: Sets): CellValue {
  switch (sets.input) {
    case "title":
      return element.title;
    case "description":
      return element.description;
    case "why":
      return element.why.text;
    case "harmful":
      return element.kind === "outcome" && element.harmful;
    case "sides":
      return element.kind === "decision" ? element.sides : [];
    case "list":
      if (sets.id === "tags") return element.tags;
      return element.kind === "term" ? element.synonyms : [];
    default:
      return fieldValue(element, sets.id);
  }
}

const NO_WHY: Why = {
  text: "",
  for_whom: "",
  change: "",
  proof: null,
  until: null,
  author: "",
  accepted_by: "",
  accepted_on: null,
  reviewed_on: null,
};

/** The patch that puts a value of the right sort into a cell; of a why, everything but its text stays. */
export function patchOf(element: Element | null, sets: Sets, value: CellValue): Patch {
  // The reader gives each cell the sort of value that it holds; the host says the same in its types.
  switch (sets.input) {
    case "title":
    case "description":
    case "harmful":
    case "sides":
      return { field: sets.input, value } as Patch;
    case "list":
      return { field: sets.id, value } as Patch;
    case "why":
      return { field: "why", value: { ...(element?.why ?? NO_WHY), text: String(value) } };
    default:
      return fieldPatch(sets, value as Maybe<unknown> | null);
  }
}

/** What an empty cell holds; `null` for the title, which is never emptied. */
export function emptyOf(sets: Sets): { readonly value: CellValue } | null {
  switch (sets.input) {
    case "title":
      return null;
    case "description":
    case "why":
      return { value: "" };
    case "harmful":
      return { value: false };
    case "sides":
    case "list":
      return { value: [] };
    default:
      return { value: null };
  }
}

/** Whether a value of one cell can stand in another as it is. */
export function fits(from: Sets, to: Sets): boolean {
  if (from.input !== to.input) return false;
  if (from.input === "choice" && to.input === "choice") return from.words === to.words;
  return true;
}

export function same(a: CellValue, b: CellValue): boolean {
  const [one, two] = [moneyIn(a), moneyIn(b)];
  if (one !== null && two !== null && one.currency === two.currency) {
    const [left, right] = [decimal(one.amount), decimal(two.amount)];
    return left !== null && right !== null && compare(left, right) === 0;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

function moneyIn(value: CellValue): Money | null {
  if (value === null || typeof value !== "object" || !("known" in value)) return null;
  const known: unknown = value.known;
  return typeof known === "object" && known !== null && "amount" in known ? (known as Money) : null;
}
