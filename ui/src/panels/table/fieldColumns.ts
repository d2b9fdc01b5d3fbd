/*
 * A column for every field of the model's list, so that a field that the inspector knows is a column here. Says only
 * how wide each is and which are shown while they are empty.
 */
import type { ElementKind, Maybe, Money } from "../../api/bindings.ts";
import { FIELDS, type FieldId, type FieldOf, fieldValue } from "../../model/fields.ts";
import { KINDS } from "../../model/kinds.ts";
import { isKey } from "../../words/index.ts";
import { type Column, type Content, column } from "./column.ts";
import type { Row } from "./rows.ts";

/** Shown only when a row has something in it, or when chosen. */
const QUIET: ReadonlySet<FieldId> = new Set<FieldId>([
  "form",
  "category",
  "spent",
  "start",
  "delivered_on",
  "percent_complete",
  "reference",
  "valid_from",
  "accepted_on",
  "beneficiary",
  "every_days",
  "baseline_on",
  "target_on",
  "tolerance",
  "population",
  "definition",
  "pace_layer",
]);

/** Points and people can be added; ranks, steps and readings cannot. */
const SUMS: ReadonlySet<FieldId> = new Set<FieldId>(["weight", "capacity"]);

const WIDTHS = { text: 120, date: 112, money: 112, number: 92, choice: 104 } as const;
const WIDE: Partial<Record<FieldId, number>> = {
  state: 84,
  category: 96,
  rank: 64,
  spent: 96,
  unit: 88,
  rationale: 200,
  definition: 200,
};

function contentOf(field: FieldOf): (row: Row) => Content {
  // The list of fields says which sort of value each holds; the host says the same in its types.
  const value = <T>(row: Row) => fieldValue(row.element, field.id) as Maybe<T> | null;
  switch (field.input) {
    case "text":
      return (row) => ({ type: "text", value: value<string>(row), meta: true });
    case "date":
      return (row) => ({ type: "date", value: value<string>(row) });
    case "money":
      return (row) => ({ type: "money", value: value<Money>(row) });
    case "number":
      return (row) => ({ type: "number", value: value<number>(row), unit: field.unit });
    case "choice":
      return (row) => {
        const held = value<string | number>(row);
        const chosen = held?.known === undefined ? held : { known: String(held.known) };
        return { type: "word", value: chosen as Maybe<string> | null, words: field.words };
      };
  }
}

function fieldColumn(field: FieldOf, kinds: readonly ElementKind[]): Column {
  const name = `field.${field.id}`;
  const grow = field.input === "text" ? 0.5 : 0;
  return column({
    id: field.id,
    name: isKey(name) ? name : "table.col.extra",
    width: WIDE[field.id] ?? WIDTHS[field.input],
    grow: field.id === "owner" ? 0.6 : grow,
    numeric: field.input === "money" || field.input === "number",
    sets: field,
    sums: SUMS.has(field.id),
    core: !QUIET.has(field.id),
    // The delivery bar says the same at a glance; the figure is there to be typed.
    auto: field.id === "percent_complete" ? () => false : null,
    kinds,
    content: contentOf(field),
  });
}

/** One for each field, however many kinds have it. */
export const FIELD_COLUMNS: readonly Column[] = [
  ...new Map(KINDS.flatMap((kind) => FIELDS[kind].map((field) => [field.id, field] as const))).values(),
].map((field) =>
  fieldColumn(
    field,
    KINDS.filter((kind) => FIELDS[kind].some((it) => it.id === field.id)),
  ),
);
