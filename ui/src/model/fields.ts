/*
 * The fields of each kind: what each holds and in which order they are read. One list for inspector and table, so
 * that a field that is edited in one is edited in the other. No words and no markup: the words of a field are
 * `field.<id>`, those of a choice `<words>.<value>`.
 */
import type { Element, ElementKind, Maybe, Patch } from "../api/bindings.ts";

export type FieldId = Patch["field"];

export type Holds =
  | { readonly input: "text" }
  /** The day a bare month or year stands for. */
  | { readonly input: "date"; readonly edge: "first" | "last" }
  | { readonly input: "money" }
  | { readonly input: "number"; readonly unit: "none" | "percent" | "points" | "days" | "people" }
  | { readonly input: "choice"; readonly words: string; readonly options: readonly string[] };

export type FieldOf = Holds & { readonly id: FieldId };

const TEXT = { input: "text" } as const;
const FIRST = { input: "date", edge: "first" } as const;
const LAST = { input: "date", edge: "last" } as const;
const MONEY = { input: "money" } as const;
const NUMBER = { input: "number", unit: "none" } as const;
const FIVE = { input: "choice", words: "five", options: ["1", "2", "3", "4", "5"] } as const;
const SIDE = { input: "choice", words: "side", options: ["business", "it"] } as const;

const OWNER: FieldOf = { id: "owner", ...TEXT };

/** Fields beside title, description, tags and why, in the order in which they are read. */
export const FIELDS: { readonly [K in ElementKind]: readonly FieldOf[] } = {
  driver: [
    OWNER,
    { id: "reference", ...TEXT },
    { id: "valid_from", ...FIRST },
    { id: "valid_until", ...LAST },
  ],
  priority: [OWNER, { id: "rank", ...NUMBER }, { id: "horizon", ...LAST }],
  objective: [
    OWNER,
    { id: "weight", input: "number", unit: "points" },
    { id: "horizon", ...LAST },
    {
      id: "perspective",
      input: "choice",
      words: "perspective",
      options: ["financial", "customer", "process", "learning"],
    },
  ],
  outcome: [
    OWNER,
    { id: "beneficiary", ...TEXT },
    {
      id: "value_type",
      input: "choice",
      words: "valueType",
      options: ["financial", "quantifiable", "measurable", "observable"],
    },
    { id: "expected_value", ...MONEY },
    { id: "business_owner", ...TEXT },
    { id: "accepted_on", ...LAST },
    { id: "review_on", ...LAST },
    { id: "reviewer", ...TEXT },
    { id: "realised_on", ...LAST },
  ],
  change: [OWNER, { id: "change_owner", ...TEXT }, { id: "adoption_date", ...LAST }],
  capability: [
    OWNER,
    { id: "importance", ...FIVE },
    { id: "maturity_now", ...FIVE },
    { id: "maturity_target", ...FIVE },
    {
      id: "pace_layer",
      input: "choice",
      words: "paceLayer",
      options: ["record", "differentiation", "innovation"],
    },
  ],
  initiative: [
    OWNER,
    {
      id: "state",
      input: "choice",
      words: "state",
      options: ["idea", "planned", "active", "paused", "delivered", "stopped"],
    },
    {
      id: "form",
      input: "choice",
      words: "form",
      options: ["programme", "project", "product", "epic"],
    },
    { id: "start", ...FIRST },
    { id: "end", ...LAST },
    { id: "delivered_on", ...LAST },
    { id: "budget", ...MONEY },
    { id: "spent", ...MONEY },
    { id: "percent_complete", input: "number", unit: "percent" },
    { id: "category", input: "choice", words: "category", options: ["strategic", "mandatory", "run"] },
    { id: "reference", ...TEXT },
  ],
  system: [OWNER, { id: "live_from", ...FIRST }, { id: "live_until", ...LAST }, { id: "cost", ...MONEY }],
  team: [OWNER, { id: "side", ...SIDE }, { id: "capacity", input: "number", unit: "people" }],
  indicator: [
    OWNER,
    {
      id: "indicator_kind",
      input: "choice",
      words: "indicatorKind",
      options: ["activity", "output", "adoption", "outcome", "impact"],
    },
    { id: "unit", ...TEXT },
    { id: "direction", input: "choice", words: "direction", options: ["up", "down", "hold"] },
    { id: "every_days", input: "number", unit: "days" },
    { id: "baseline", ...NUMBER },
    { id: "baseline_on", ...LAST },
    { id: "target", ...NUMBER },
    { id: "target_on", ...LAST },
    { id: "tolerance", ...NUMBER },
    { id: "population", ...TEXT },
    { id: "definition", ...TEXT },
  ],
  assumption: [OWNER, { id: "valid_until", ...LAST }, { id: "reviewed_on", ...LAST }],
  decision: [
    OWNER,
    { id: "forum", ...TEXT },
    { id: "decided_on", ...LAST },
    {
      id: "ruling",
      input: "choice",
      words: "ruling",
      options: ["start", "go_on", "stop", "reprioritise", "other"],
    },
    { id: "rationale", ...TEXT },
  ],
  person: [
    { id: "role", ...TEXT },
    { id: "unit", ...TEXT },
    { id: "side", ...SIDE },
  ],
  term: [OWNER],
};

/** What stands in a field; `null` when it was never filled, also for a field that the kind does not have. */
export function fieldValue(element: Element, id: FieldId): Maybe<unknown> | null {
  return (element as unknown as Readonly<Record<string, Maybe<unknown> | null>>)[id] ?? null;
}

/** The patch that puts a value of the right sort into a field that can be missing. */
export function fieldPatch(field: FieldOf, value: Maybe<unknown> | null): Patch {
  const held =
    field.input === "choice" && field.words === "five" && value?.known !== undefined
      ? { known: Number(value.known) }
      : value;
  return { field: field.id, value: held } as Patch;
}
