/* Binds the actions to the keys of the window and to the system's menu bar. Whoever handled a press keeps it. */
import { useEffect, useRef } from "react";
import type { Host } from "../api/index.ts";
import { ACTIONS, actionOfMenu, type Situation, type Verbs } from "./actions.ts";
import { isMac, isTyping, matches } from "./keys.ts";

export function useKeys(host: Host, verbs: Verbs, situation: Situation, active: boolean): void {
  const now = useRef({ verbs, situation, active });
  now.current = { verbs, situation, active };
  useEffect(() => {
    const mac = isMac();
    const onKeyDown = (event: KeyboardEvent) => {
      const { verbs, situation, active } = now.current;
      if (!active || event.defaultPrevented || event.isComposing) return;
      const typing = isTyping(event.target);
      const action = ACTIONS.find(
        (it) => (it.inText || !typing) && it.keys.some((keys) => matches(keys, event, mac)),
      );
      if (action === undefined) return;
      const bare = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
      // A letter that means nothing here belongs to whoever types or seeks by letters.
      if (bare && !action.enabled(situation)) return;
      event.preventDefault();
      if (action.enabled(situation)) action.run(verbs);
    };
    window.addEventListener("keydown", onKeyDown);
    const stop = host.onMenu((entry) => {
      const { verbs, situation, active } = now.current;
      const action = actionOfMenu(entry);
      // A key of the menu bar while somebody types is for the text.
      if (!active || (!action.inText && isTyping(document.activeElement))) return;
      if (action.enabled(situation)) action.run(verbs);
    });
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      stop();
    };
  }, [host]);
}
