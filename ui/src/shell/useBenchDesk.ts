/* The desk that all panels of an open portfolio stand on: what they may ask of the session, and what is told of it. */
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Filter } from "../model/filter.ts";
import { isOnMap } from "../model/kinds.ts";
import type { Portfolio } from "../model/portfolio.ts";
import type { Retrace } from "../model/retrace.ts";
import type { Selection } from "../model/selection.ts";
import { standingsOf } from "../model/standing.ts";
import type { Store } from "../model/store.ts";
import { Verdicts } from "../model/verdicts.ts";
import { Carry } from "../panels/carry.ts";
import type { Desk } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { offerUndo } from "./messages.ts";
import { useRules } from "./rules.ts";
import type { Session } from "./session.ts";
import type { Showing } from "./showing.ts";

interface Means {
  readonly session: Session;
  readonly store: Store;
  readonly selection: Selection;
  readonly retrace: Retrace;
  readonly filter: Filter;
  readonly portfolio: Portfolio;
  readonly showing: Showing;
  /** Somebody looks back at a step. */
  readonly isPast: boolean;
  /** What takes a step back, once it is there. */
  readonly travel: RefObject<{ undo(): void } | null>;
}

export function useBenchDesk(means: Means): Desk {
  const { session, store, selection, retrace, filter, portfolio, showing, isPast, travel } = means;
  const words = useWords();
  const rules = useRules(session, words.lang, portfolio.settings);
  const [carry] = useState(() => new Carry());
  const [verdicts] = useState(() => new Verdicts(session.host));
  useEffect(() => void session.attempt(verdicts.load()), [session, verdicts]);
  return useMemo<Desk>(
    () => ({
      store,
      selection,
      filter,
      attempt: session.attempt,
      edit: (...edits) => session.attempt(retrace.edit(edits)),
      tell: (text, hint, stays) => session.tell(text, hint, stays),
      offerUndo: (changed, text, hint) => {
        const action = { text: words.say("import.undo"), run: () => travel.current?.undo() };
        offerUndo(session.board, store, changed, { text, ...(hint === undefined ? {} : { hint }), action });
      },
      rules,
      barsOf: (id) => barsIn(portfolio, id),
      carry,
      ...showing,
      verdicts,
      // Looking back, it would be told of today.
      idleRules: () => (isPast ? Promise.resolve(null) : session.attempt(session.host.idleRules())),
      // Looking back, the days that followed say nothing of the state that is shown.
      trend: () => (isPast ? Promise.resolve([]) : session.attempt(session.host.trend())),
    }),
    [
      store,
      retrace,
      selection,
      filter,
      session,
      rules,
      portfolio,
      carry,
      showing,
      verdicts,
      isPast,
      travel,
      words,
    ],
  );
}

function barsIn(portfolio: Portfolio, id: string): ReturnType<Desk["barsOf"]> {
  const element = portfolio.elements.get(id);
  if (element === undefined || element.archived !== null || !isOnMap(element.kind)) return null;
  const standings = standingsOf(portfolio);
  return { delivery: standings.delivery(element), outcome: standings.outcome(element) };
}
