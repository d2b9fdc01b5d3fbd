/*
 * From any view to where something else is shown: elements in another view or on a canvas that has them, findings
 * among the others, a rule’s settings.
 */
import { useEffect, useMemo, useState } from "react";
import type { Selection } from "../model/selection.ts";
import type { Desk } from "../panels/desk.tsx";
import type { Sought } from "../panels/findings/Findings.tsx";
import type { View } from "./actions.ts";

/** What takes the keyboard in a view that was gone to. */
const KEYBOARD = ".views :is([role=grid], [role=treegrid], .tl-canvas-surface, nav [aria-current])";

type Showing = Pick<Desk, "showOnMap" | "showIn" | "showFindings" | "showRule">;

/** Gives the keyboard to what is shown now, when what had it has gone with its view. */
export function takeKeyboard(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(KEYBOARD)?.focus({ preventScroll: true });
  });
}

export function useShowing(
  selection: Selection,
  /** Turns to a canvas that has them, or says that there is none. */
  toCanvas: (ids: readonly string[]) => void,
  setView: (view: View) => void,
  setSought: (sought: Sought) => void,
): Showing {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  // A view must stand before it can be asked to show something: this comes after what the view itself does first.
  useEffect(() => {
    if (wanted === null) return;
    selection.reveal(wanted);
    // The view may turn to another kind first.
    requestAnimationFrame(takeKeyboard);
  }, [selection, wanted]);
  return useMemo(() => {
    const showIn = (view: View, ids: readonly string[]) => {
      if (view === "map") toCanvas(ids);
      setView(view);
      setWanted([...ids]);
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
  }, [toCanvas, setView, setSought]);
}
