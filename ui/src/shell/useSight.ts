/* The canvas in sight of this window, and the way to one that shows what is asked for. */
import { useCallback, useSyncExternalStore } from "react";
import type { Canvas } from "../api/index.ts";
import { canvasFor } from "../model/canvases.ts";
import type { State, Store } from "../model/store.ts";
import { titleOf } from "../panels/words.ts";
import { useWords } from "../words/index.ts";
import type { Session } from "./session.ts";
import { inSight, type Sight } from "./sight.ts";

interface InSight {
  /** `null` where the portfolio has no canvas. */
  readonly canvas: Canvas | null;
  /** Turns to a canvas that shows these elements or links, or says that there is none. */
  toCanvas(ids: readonly string[]): void;
}

export function useSight(sight: Sight, session: Session, store: Store, state: State): InSight {
  const words = useWords();
  const canvas = inSight(state.portfolio.canvases, useSyncExternalStore(sight.subscribe, sight.trail));
  const toCanvas = useCallback(
    (ids: readonly string[]) => {
      const { portfolio } = store.state;
      const now = inSight(portfolio.canvases, sight.trail());
      const found = canvasFor(portfolio, ids, now);
      if (found !== null) {
        sight.look(found.id);
        return;
      }
      const lead = ids.map((id) => portfolio.elements.get(id)).find((it) => it !== undefined);
      if (lead === undefined || now === null) return;
      session.tell(
        words.say("canvas.nowhere", { title: titleOf(words, lead) }),
        words.say("canvas.nowhereHint"),
      );
    },
    [sight, session, store, words],
  );
  return { canvas, toCanvas };
}
