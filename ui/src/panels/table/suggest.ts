/* What stands in a column already, for a text that is typed again; for owners also the people that are known. Pure. */
import type { ElementKind } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import type { Words } from "../../words/index.ts";
import { cellValue } from "../values.ts";
import { COLUMNS } from "./columns.ts";

/** Columns that hold the name of somebody. */
const PEOPLE: ReadonlySet<string> = new Set(["owner", "business_owner", "change_owner"]);

export function suggestions(portfolio: Portfolio, kind: ElementKind, column: string, words: Words): string[] {
  const { sets = null } = COLUMNS.find((it) => it.id === column) ?? {};
  const found = new Set<string>();
  for (const element of portfolio.elements.values()) {
    if (PEOPLE.has(column)) {
      const owner = known(element.owner);
      if (owner !== null) found.add(owner);
      if (element.kind === "person") found.add(element.title);
    } else if (element.kind === kind && sets !== null) {
      const held = cellValue(element, sets);
      if (Array.isArray(held)) for (const it of held) found.add(String(it));
      else if (held !== null && typeof held === "object" && "known" in held && typeof held.known === "string")
        found.add(held.known);
    }
  }
  return [...found].sort((a, b) => words.compare(a, b));
}
