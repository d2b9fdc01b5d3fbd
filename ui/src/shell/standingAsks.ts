/* What the page “where we stand” asks, answered by the host. Refusals are presented by the session. */
import type { StandingAsks } from "../panels/standing/asks.ts";
import type { Words } from "../words/index.ts";
import type { Session } from "./session.ts";

/** Answered in the language of the window: for another one it is asked anew. */
export function standingOf(session: Session, _: Words): StandingAsks {
  const { host } = session;
  return {
    score: () => session.attempt(host.score()),
    objective: (id) => session.attempt(host.objectiveScore(id)),
    since: (day) => session.attempt(host.scoreSince(day)),
    myths: () => session.attempt(host.myths()),
  };
}
