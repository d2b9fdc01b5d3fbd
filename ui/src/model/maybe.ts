/* Fields that can be missing: never filled (`null`), answered without a value (`missing`), or known. */
import type { Maybe } from "../api/bindings.ts";

/** The value, or `null` for both ways of missing. */
export function known<T>(field: Maybe<T> | null | undefined): T | null {
  return field?.known ?? null;
}

/** The words that stood where a value should be. */
export function gap(field: Maybe<unknown> | null | undefined): { reason: string; said: string } | null {
  return field?.missing ?? null;
}
