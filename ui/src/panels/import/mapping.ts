/*
 * Changing one choice about a file and keeping the others. A choice that is not made stays `null`, so that the
 * program goes on recognising it. Pure.
 */
import type { ColumnFacts, Mapping, Role } from "../../api/index.ts";

/** Everything is recognised. */
export const OPEN: Mapping = {
  sheet: null,
  header_row: null,
  roles: {},
  day_first: null,
  decimal_comma: null,
  scale: null,
  currency: null,
  fiscal_month: null,
  as_of: null,
  undated: false,
  encoding: null,
  separator: null,
  repairs: [],
  skip_rows: [],
  keep_rows: [],
};

/** Roles that several columns may hold side by side. */
const REPEATING: ReadonlySet<Role> = new Set(["tags", "extra_field", "ignore"]);

/** Roles in the order in which people look for them. */
export const ROLES: readonly Role[] = [
  "title",
  "description",
  "owner",
  "part_of",
  "contributes_to",
  "why",
  "state",
  "status",
  "status_business",
  "status_date",
  "percent_complete",
  "budget",
  "spent",
  "start",
  "end",
  "delivered_on",
  "category",
  "reference",
  "external_key",
  "tags",
  "extra_field",
  "ignore",
];

/** A column gets a role. Another column that was given the same one is recognised anew. */
export function withRole(mapping: Mapping, letter: string, role: Role): Mapping {
  const others = Object.entries(mapping.roles).filter(
    ([other, held]) => other !== letter && (held !== role || REPEATING.has(role)),
  );
  return { ...mapping, roles: { ...Object.fromEntries(others), [letter]: role } };
}

/** Roles offered for a column: the likely ones first, then all the others. */
export function offered(column: ColumnFacts): { readonly role: Role; readonly confidence: number | null }[] {
  const likely = column.alternatives.filter((it) => it.role !== column.role);
  const own = column.given || column.role === "extra_field" ? null : column.confidence;
  const first = [{ role: column.role, confidence: own }, ...likely];
  const rest = ROLES.filter((role) => !first.some((it) => it.role === role));
  return [...first, ...rest.map((role) => ({ role, confidence: null }))];
}

export function withSheet(mapping: Mapping, sheet: string): Mapping {
  return { ...OPEN, sheet, encoding: mapping.encoding, separator: mapping.separator };
}

export function withHeader(mapping: Mapping, row: number): Mapping {
  return { ...mapping, header_row: row, roles: {}, repairs: [], skip_rows: [], keep_rows: [] };
}

/** Accepts the suggested repair of a cell, or takes the acceptance back. */
export function withRepair(mapping: Mapping, cell: string, accepted: boolean): Mapping {
  const others = mapping.repairs.filter((it) => it !== cell);
  return { ...mapping, repairs: accepted ? [...others, cell] : others };
}

/** Reads a row as an initiative, or leaves it out, whatever it looks like. */
export function withRow(mapping: Mapping, row: number, read: boolean): Mapping {
  const skip_rows = mapping.skip_rows.filter((it) => it !== row);
  const keep_rows = mapping.keep_rows.filter((it) => it !== row);
  return read
    ? { ...mapping, skip_rows, keep_rows: [...keep_rows, row] }
    : { ...mapping, skip_rows: [...skip_rows, row], keep_rows };
}

/**
 * An alternative carries the whole mapping it was offered under. Only what it changes is taken, so that a choice
 * made since is not lost.
 */
export function taken(now: Mapping, offeredUnder: Mapping, alternative: Mapping): Mapping {
  if (alternative.sheet !== offeredUnder.sheet) return alternative;
  const changed = Object.entries(alternative).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(offeredUnder[key as keyof Mapping]),
  );
  return { ...now, ...Object.fromEntries(changed) };
}
