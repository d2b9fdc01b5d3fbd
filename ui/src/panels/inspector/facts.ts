/* The fields of an element as facts: what each holds, what stands in it, and the patch that sets it. */
import type { Element, Maybe, Money, Patch } from "../../api/bindings.ts";
import { FIELDS, type FieldOf, fieldPatch, fieldValue } from "../../model/fields.ts";
import { known } from "../../model/maybe.ts";

type Field<T> = Maybe<T> | null;
type Held<I extends FieldOf["input"], T> = Extract<FieldOf, { input: I }> & {
  value: Field<T>;
  patch: (value: Field<T>) => Patch;
};

export type Fact =
  | Held<"text", string>
  | Held<"date", string>
  | Held<"money", Money>
  | Held<"number", number>
  | Held<"choice", string>;

/** The facts of an element in the order in which they are read. */
export function factsOf(element: Element): Fact[] {
  return FIELDS[element.kind]
    .filter((field) => isShown(element, field))
    .map((field) => factOf(element, field));
}

/** A day of delivery is asked of what is delivered. */
function isShown(element: Element, field: FieldOf): boolean {
  return (
    field.id !== "delivered_on" ||
    element.kind !== "initiative" ||
    element.delivered_on !== null ||
    known(element.state) === "delivered"
  );
}

/** One field of an element as a fact. */
export function factOf(element: Element, field: FieldOf): Fact {
  const value = fieldValue(element, field.id);
  const shown =
    field.input === "choice" && value?.known !== undefined ? { known: String(value.known) } : value;
  // The list of fields says which sort of value each holds; the host says the same in its types.
  return { ...field, value: shown, patch: (next: Field<unknown>) => fieldPatch(field, next) } as Fact;
}
