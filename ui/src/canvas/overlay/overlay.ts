/*
 * What an overlay says about each card, pure: a step of a scale, one of some categories, unknown, or nothing because
 * the question does not arise. Colours are the theme's, words the shell's; here are only numbers and names.
 */
import type { Element } from "../../api/bindings";
import { known } from "../../model/maybe";
import type { MapRecords } from "../records";
import type { SceneCard } from "../scene";
import { moneySteps } from "./money";
import { newest } from "./newest";

export const OVERLAYS = [
  "ladder",
  "severity",
  "delivery",
  "outcome",
  "money",
  "owner",
  "freshness",
  "source",
] as const;
export type OverlayKind = (typeof OVERLAYS)[number];

/** Nobody knows, which is hatched; the question does not arise, which is left plain. */
export type Mark = { readonly step: number } | { readonly category: number } | "unknown" | "none";

/** A row of the legend, for marks that occur. */
export interface LegendRow {
  readonly mark: Mark;
  readonly count: number;
  /** What a category is called, in the words of the records; null for those that have a word of ours. */
  readonly name: string | null;
  /** Lower and upper end of a step of money. */
  readonly between?: readonly [string, string];
}

export interface Overlay {
  readonly kind: OverlayKind;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly legend: readonly LegendRow[];
  /** Of the money that is compared. */
  readonly currency: string | null;
}

/** As many owners or sources can be told apart; the category after the last one is all others. */
export const CATEGORIES = 8;
export const OTHERS: Mark = { category: CATEGORIES };

const STEPS: readonly Mark[] = Array.from({ length: 6 }, (_, step) => ({ step }));
const NAMED: readonly Mark[] = Array.from({ length: CATEGORIES }, (_, category) => ({ category }));
const STATUS = { ok: 0, risk: 1, off: 2 } as const;
const SEVERITY = { low: 1, medium: 2, high: 3 } as const;
/** Days up to which the latest evidence is of this step. */
const AGES = [31, 92, 183, 366] as const;

/** A step of a scale; always the same object, so that marks can be compared. */
export function step(n: number): Mark {
  return STEPS[n] ?? "unknown";
}

export function overlay(
  kind: OverlayKind,
  cards: readonly SceneCard[],
  records: MapRecords,
  day: string,
): Overlay {
  switch (kind) {
    case "ladder":
      return told(kind, cards, (card) => (card.ladder === null ? "unknown" : step(card.ladder)));
    case "severity":
      return told(kind, cards, (card) => step(card.badge === null ? 0 : SEVERITY[card.badge.severity]));
    case "delivery":
    case "outcome":
      return told(kind, cards, (card) => {
        const { status } = card[kind];
        return status === "unknown" ? "unknown" : step(STATUS[status]);
      });
    case "freshness": {
      const latest = newest(records, day);
      return told(kind, cards, (card) => {
        const age = latest.get(card.id);
        if (age === undefined) return "unknown";
        const at = AGES.findIndex((limit) => age <= limit);
        return step(at < 0 ? AGES.length : at);
      });
    }
    case "money": {
      const { marks, bounds, currency } = moneySteps(records.elements);
      const plain = told(kind, cards, (card) => marks.get(card.id) ?? "none");
      const legend = plain.legend.map((row) => {
        const between =
          typeof row.mark === "object" && "step" in row.mark ? bounds[row.mark.step] : undefined;
        return between === undefined ? row : { ...row, between };
      });
      return { ...plain, legend, currency };
    }
    case "owner":
      return named(kind, cards, records, (element) => {
        const owner = known(element.owner) ?? "";
        if (owner !== "") return { name: owner };
        return element.kind === "driver" || element.kind === "team" ? "none" : "unknown";
      });
    case "source":
      return named(kind, cards, records, (element) => {
        const name = element.external_keys[0]?.source ?? "";
        return name === "" ? "none" : { name };
      });
  }
}

function told(kind: OverlayKind, cards: readonly SceneCard[], markOf: (card: SceneCard) => Mark): Overlay {
  const marks = new Map<string, Mark>();
  for (const card of cards) marks.set(card.id, markOf(card));
  return { kind, marks, legend: legendOf(marks, []), currency: null };
}

/** A category by its name, or one of the two marks without one. */
type Named = { readonly name: string } | "unknown" | "none";

/** Categories by how often they occur, then by name. */
function named(
  kind: OverlayKind,
  cards: readonly SceneCard[],
  records: MapRecords,
  nameOf: (element: Element) => Named,
): Overlay {
  const names = new Map<string, Named>();
  for (const element of records.elements) names.set(element.id, nameOf(element));
  const counts = new Map<string, number>();
  for (const card of cards) {
    const named = names.get(card.id) ?? "none";
    if (typeof named === "object") counts.set(named.name, (counts.get(named.name) ?? 0) + 1);
  }
  const order = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  const marksByName = new Map(order.map((name, i) => [name, NAMED[i] ?? OTHERS] as const));
  const marks = new Map<string, Mark>();
  for (const card of cards) {
    const named = names.get(card.id) ?? "none";
    marks.set(card.id, typeof named === "object" ? (marksByName.get(named.name) ?? OTHERS) : named);
  }
  return { kind, marks, legend: legendOf(marks, order.slice(0, CATEGORIES)), currency: null };
}

/** Scales in their order, then categories, then what is unknown, then what the question does not reach. */
function legendOf(marks: ReadonlyMap<string, Mark>, names: readonly string[]): LegendRow[] {
  const counts = new Map<number, { mark: Mark; count: number }>();
  for (const mark of marks.values()) {
    const tone = toneOf(mark);
    const row = counts.get(tone);
    if (row === undefined) counts.set(tone, { mark, count: 1 });
    else row.count += 1;
  }
  return [...counts].sort(([a], [b]) => a - b).map(([tone, row]) => ({ ...row, name: names[tone] ?? null }));
}

/** Marks as numbers, as drawing wants them. */
export const UNKNOWN_TONE = 254;
export const NO_TONE = 255;

export function toneOf(mark: Mark): number {
  if (mark === "unknown") return UNKNOWN_TONE;
  if (mark === "none") return NO_TONE;
  return "step" in mark ? mark.step : mark.category;
}

/** Two letters for a name: of its first and its last word. */
export function initials(name: string): string {
  const parts = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const first = parts[0] ?? "";
  const last = parts.length > 1 ? (parts[parts.length - 1] ?? "") : "";
  return `${Array.from(first)[0] ?? ""}${Array.from(last)[0] ?? Array.from(first)[1] ?? ""}`.toUpperCase();
}
