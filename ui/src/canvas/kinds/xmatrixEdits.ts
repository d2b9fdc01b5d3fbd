/*
 * What pressing a cell of an X-matrix means: a link drawn, made stronger, or taken away, in one step. Where the link
 * that is meant may not stand, the answer says so and holds the one that may. Pure.
 */
import type { Edit, LinkState, Strength } from "../../api/bindings";
import { type CellMark, meaningOf, NOTHING, type Sign, type Stand, signOf } from "./xmatrixCell";

export type Stroke =
  | { readonly does: "press" | "clear" }
  | { readonly does: "strength"; readonly strength: Strength }
  | { readonly does: "state"; readonly state: Exclude<LinkState, "retired"> };

/** The edits and what the cell holds after them; `offered` when they make another link than the one that is meant. */
export interface Answer {
  readonly edits: readonly Edit[];
  readonly stand: Stand;
  readonly offered: boolean;
}

const STRENGTHS: readonly Strength[] = ["marginal", "weak", "moderate", "strong", "decisive"];
const STATES: Readonly<Record<string, Exclude<LinkState, "retired">>> = {
  a: "accepted",
  p: "proposed",
  d: "disputed",
};

/** What a key typed in a cell means, as in the matrix of two kinds; null when it means nothing. */
export function strokeOfKey(key: string): Stroke | null {
  const strength = /^[1-5]$/.test(key) ? STRENGTHS[Number(key) - 1] : undefined;
  if (strength !== undefined) return { does: "strength", strength };
  const low = key.toLowerCase();
  if (low === "x") return { does: "strength", strength: "moderate" };
  const state = STATES[low];
  return state === undefined ? null : { does: "state", state };
}

/** What the next press makes of a strength; null takes the link away. */
const NEXT: Readonly<Partial<Record<Sign, Strength | null>>> = {
  none: "weak",
  way: "weak",
  unknown: "weak",
  weak: "moderate",
  moderate: "strong",
  strong: null,
};

/** Null when the stroke means nothing there. */
export function answerTo(mark: CellMark, stroke: Stroke, newId: () => string): Answer | null {
  const { across: row, down: column, stand } = mark;
  const meaning = meaningOf(row, column);
  if (meaning.kind === "owner") {
    const owns = stand.sign === "owner";
    if (stroke.does === "state" || (owns ? stroke.does === "strength" : stroke.does === "clear")) return null;
    const value = owns ? null : { known: meaning.name };
    return {
      edits: [{ type: "set", element: meaning.element, patch: { field: "owner", value } }],
      stand: owns ? NOTHING : { ...NOTHING, sign: "owner" },
      offered: false,
    };
  }
  const { link } = stand;
  const { kind, from, to } = meaning;
  const cleared = (): Answer | null =>
    link === null
      ? null
      : { edits: [{ type: "disconnect", links: [link.id] }], stand: mark.without, offered: false };
  if (stroke.does === "clear") return cleared();
  if (kind !== "contribution") {
    if (stroke.does === "state") return null;
    if (link !== null) return stroke.does === "press" ? cleared() : null;
    return {
      edits: [{ type: "connect", id: newId(), from, to, kind }],
      stand: { ...NOTHING, sign: kind === "measures" ? "measures" : "because" },
      offered: kind === "because",
    };
  }
  if (stroke.does === "state") {
    if (link === null || stand.state === stroke.state) return null;
    return {
      edits: [{ type: "set_link", link: link.id, patch: { field: "state", value: stroke.state } }],
      stand: { ...stand, state: stroke.state, by: "" },
      offered: false,
    };
  }
  // What is no longer valid begins anew, as if nothing stood there.
  const retired = link !== null && stand.state === "retired";
  const strength = stroke.does === "strength" ? stroke.strength : retired ? "weak" : NEXT[stand.sign];
  if (strength === undefined) return null;
  if (strength === null) return cleared();
  const id = link?.id ?? newId();
  const edits: Edit[] = link === null ? [{ type: "connect", id, from, to, kind }] : [];
  if (retired) edits.push({ type: "set_link", link: id, patch: { field: "state", value: "accepted" } });
  edits.push({ type: "set_link", link: id, patch: { field: "strength", value: strength } });
  const before = link === null || retired ? NOTHING : stand;
  return { edits, stand: { ...before, sign: signOf(strength) }, offered: false };
}

/** What the next press does, by its name; none where it means nothing. */
export function actOf(
  mark: CellMark,
): "own" | "clear" | "measures" | "because" | "weak" | "moderate" | "strong" | null {
  const answer = answerTo(mark, { does: "press" }, () => "");
  if (answer === null) return null;
  const { sign } = answer.stand;
  if (sign === "owner") return "own";
  return sign === "none" || sign === "way" || sign === "unknown" ? "clear" : sign;
}
