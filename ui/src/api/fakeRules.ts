/* Rules of one's own in the host that lives in memory. It runs none: what they find is for the tests to say. */
import type { OwnState, RulePreview } from "./bindings.ts";
import type { Records } from "./fakeEdits.ts";

export const NOTHING_FOUND: RulePreview = {
  hits: 0,
  cannot_tell: 0,
  holds: 0,
  of: 0,
  first: [],
  fault: null,
};

/** Every rule is on, unless it is switched off or waits to be accepted. */
export function ownStates(records: Records, notAccepted: ReadonlySet<string>): OwnState[] {
  const states: OwnState[] = [];
  for (const stored of records.values()) {
    if (stored.type !== "own_rule") continue;
    const { id, code, name, off } = stored.record;
    const running = off ? "off" : notAccepted.has(id) ? "not_accepted" : "on";
    states.push({ rule: id, code, name, running });
  }
  return states.sort((a, b) => (a.code < b.code ? -1 : 1));
}
