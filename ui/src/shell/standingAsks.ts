/* What the page “where we stand” asks, answered by the host. Refusals are presented by the session. */
import type { StandingAsks } from "../panels/standing/asks.ts";
import type { Words } from "../words/index.ts";
import type { Session } from "./session.ts";

/** Steps that are looked at to find what to compare with. */
const STEPS = 1000;

/** Answered in the language of the window: for another one it is asked anew. */
export function standingOf(session: Session, _: Words): StandingAsks {
  const { host } = session;
  return {
    score: () => session.attempt(host.score()),
    since: (seq) => session.attempt(host.scoreSince(seq)),
    steps: () => session.attempt(host.history(null, STEPS)),
  };
}
