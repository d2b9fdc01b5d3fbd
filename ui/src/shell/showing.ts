/* From any view to where something else is shown: elements in another view, findings among the others, a rule’s settings. */
import { useMemo } from "react";
import type { Selection } from "../model/selection.ts";
import type { Desk } from "../panels/desk.tsx";
import type { Sought } from "../panels/findings/Findings.tsx";
import type { View } from "./actions.ts";

/** What takes the keyboard in a view that was gone to. */
const KEYBOARD = ".views :is([role=grid], [role=treegrid], .tl-canvas-surface, nav [aria-current])";

type Showing = Pick<Desk, "showOnMap" | "showIn" | "showFindings" | "showRule">;

export function useShowing(
  selection: Selection,
  setView: (view: View) => void,
  setSought: (sought: Sought) => void,
): Showing {
  return useMemo(() => {
    const showIn = (view: View, ids: readonly string[]) => {
      setView(view);
      // A view must stand before it can be asked to show something.
      requestAnimationFrame(() => {
        selection.reveal(ids);
        // What had the keyboard has gone with its view. The view may turn to another kind first.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body)
            document.querySelector<HTMLElement>(KEYBOARD)?.focus({ preventScroll: true });
        });
      });
    };
    return {
      showIn,
      showOnMap: (ids) => showIn("map", ids),
      showFindings: (wanted) => {
        setView("findings");
        setSought({ ...wanted });
      },
      showRule: (code) => {
        setView("settings");
        // The settings must stand before a rule can be looked for in them.
        requestAnimationFrame(() => {
          const row = document.querySelector(`[data-testid="rule-${CSS.escape(code)}"]`);
          row?.scrollIntoView({ block: "center" });
          row?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
        });
      },
    };
  }, [selection, setView, setSought]);
}
