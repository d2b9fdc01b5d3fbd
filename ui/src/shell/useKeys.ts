/* Binds the keys of the actions to the window. Whoever handled a press already keeps it. */
import { useEffect, useRef } from "react";
import { ACTIONS, type Situation, type Verbs } from "./actions.ts";
import { isMac, isTyping, matches } from "./keys.ts";

export function useKeys(verbs: Verbs, situation: Situation, active: boolean): void {
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
      event.preventDefault();
      if (action.enabled(situation)) action.run(verbs);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
