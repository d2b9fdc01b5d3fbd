/* What the windows of a host in memory listen to. */
import type { Apart, ChangedElsewhere } from "./bindings";
import type { Unlisten } from "./host";

export interface Ears {
  readonly changed: Set<(change: ChangedElsewhere) => void>;
  readonly desk: Set<() => void>;
  readonly apart: Set<(now: Apart | null) => void>;
}

export function ears(): Ears {
  return { changed: new Set(), desk: new Set(), apart: new Set() };
}

export function listen<T>(all: Set<T>, hear: T): Unlisten {
  all.add(hear);
  return () => all.delete(hear);
}
