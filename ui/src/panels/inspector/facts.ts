/*
 * The fields of an element as facts: what stands in each, how it is typed, and the patch that sets it. One place for
 * all kinds; no words and no markup.
 */
import type {
  Category,
  Direction,
  Element,
  IndicatorKind,
  InitiativeForm,
  InitiativeState,
  Maybe,
  Money,
  Patch,
} from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";

type Field<T> = Maybe<T> | null;

interface Named {
  /** The name of the field in the model; its words are `field.<id>`. */
  readonly id: string;
}

export type Fact =
  | (Named & { input: "text"; value: Field<string>; patch: (value: Field<string>) => Patch })
  | (Named & {
      input: "date";
      edge: "first" | "last";
      value: Field<string>;
      patch: (value: Field<string>) => Patch;
    })
  | (Named & { input: "money"; value: Field<Money>; patch: (value: Field<Money>) => Patch })
  | (Named & { input: "number"; unit: Unit; value: Field<number>; patch: (value: Field<number>) => Patch })
  | (Named & {
      input: "choice";
      words: string;
      options: readonly string[];
      value: Field<string>;
      patch: (id: string) => Patch;
    });

export type Unit = "none" | "percent" | "points";

const STATES: readonly InitiativeState[] = ["idea", "planned", "active", "paused", "delivered", "stopped"];
const FORMS: readonly InitiativeForm[] = ["programme", "project", "product", "epic"];
const CATEGORIES: readonly Category[] = ["strategic", "mandatory", "run"];
const INDICATORS: readonly IndicatorKind[] = ["activity", "output", "adoption", "outcome", "impact"];
const DIRECTIONS: readonly Direction[] = ["up", "down", "hold"];

/** The facts of an element in the order in which they are read. */
export function factsOf(element: Element): Fact[] {
  const owner: Fact = {
    id: "owner",
    input: "text",
    value: element.owner,
    patch: (value) => ({ field: "owner", value }),
  };
  switch (element.kind) {
    case "initiative":
      return [
        owner,
        choice("state", "state", STATES, element.state, (id) => ({
          field: "state",
          value: picked(STATES, id),
        })),
        choice("form", "form", FORMS, given(element.form), (id) => ({
          field: "form",
          value: known(picked(FORMS, id)),
        })),
        date("start", "first", element.start, (value) => ({ field: "start", value })),
        date("end", "last", element.end, (value) => ({ field: "end", value })),
        ...(element.delivered_on === null && known(element.state) !== "delivered"
          ? []
          : [
              date("delivered_on", "last", element.delivered_on, (value) => ({
                field: "delivered_on",
                value,
              })),
            ]),
        {
          id: "budget",
          input: "money",
          value: element.budget,
          patch: (value) => ({ field: "budget", value }),
        },
        { id: "spent", input: "money", value: element.spent, patch: (value) => ({ field: "spent", value }) },
        number("percent_complete", "percent", element.percent_complete, (value) => ({
          field: "percent_complete",
          value,
        })),
        choice("category", "category", CATEGORIES, element.category, (id) => ({
          field: "category",
          value: picked(CATEGORIES, id),
        })),
        {
          id: "reference",
          input: "text",
          value: element.reference,
          patch: (value) => ({ field: "reference", value }),
        },
      ];
    case "objective":
      return [
        owner,
        number("weight", "points", given(element.weight), (value) => ({
          field: "weight",
          value: known(value),
        })),
        date("horizon", "last", given(element.horizon), (value) => ({
          field: "horizon",
          value: known(value),
        })),
      ];
    case "priority":
      return [
        owner,
        number("rank", "none", given(element.rank), (value) => ({ field: "rank", value: known(value) })),
        date("horizon", "last", given(element.horizon), (value) => ({
          field: "horizon",
          value: known(value),
        })),
      ];
    case "driver":
      return [
        owner,
        {
          id: "reference",
          input: "text",
          value: given(element.reference),
          patch: (value) => ({ field: "reference", value }),
        },
      ];
    case "outcome":
      return [
        owner,
        {
          id: "beneficiary",
          input: "text",
          value: given(element.beneficiary),
          patch: (value) => ({ field: "beneficiary", value: known(value) ?? "" }),
        },
      ];
    case "indicator":
      return [
        owner,
        choice("indicator_kind", "indicatorKind", INDICATORS, given(element.indicator_kind), (id) => ({
          field: "indicator_kind",
          value: known(picked(INDICATORS, id)),
        })),
        text("unit", element.unit, (value) => ({ field: "unit", value })),
        choice("direction", "direction", DIRECTIONS, given(element.direction), (id) => ({
          field: "direction",
          value: known(picked(DIRECTIONS, id)),
        })),
        number("baseline", "none", given(element.baseline), (value) => ({
          field: "baseline",
          value: known(value),
        })),
        number("target", "none", given(element.target), (value) => ({
          field: "target",
          value: known(value),
        })),
        text("definition", element.definition, (value) => ({ field: "definition", value })),
      ];
    default:
      return [owner];
  }
}

/** A plain value as a field: empty text and `null` were never filled. */
function given<T>(value: T | null): Field<T> {
  return value === null || value === "" ? null : { known: value };
}

function picked<T extends string>(options: readonly T[], id: string): Field<T> {
  return given(options.find((option) => option === id) ?? null);
}

function text(id: string, value: string, patch: (text: string) => Patch): Fact {
  return { id, input: "text", value: given(value), patch: (field) => patch(known(field) ?? "") };
}

function date(
  id: string,
  edge: "first" | "last",
  value: Field<string>,
  patch: (value: Field<string>) => Patch,
): Fact {
  return { id, input: "date", edge, value, patch };
}

function number(id: string, unit: Unit, value: Field<number>, patch: (value: Field<number>) => Patch): Fact {
  return { id, input: "number", unit, value, patch };
}

function choice(
  id: string,
  words: string,
  options: readonly string[],
  value: Field<string>,
  patch: (id: string) => Patch,
): Fact {
  return { id, input: "choice", words, options, value, patch };
}
