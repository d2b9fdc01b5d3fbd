/*
 * From any view to where something else is shown: elements in another view or on a canvas that has them, findings
 * among the others, a rule’s settings. Whoever was led to a place goes back to where they were, with what was shown
 * still selected.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Selection } from "../model/selection.ts";
import type { Desk } from "../panels/desk.tsx";
import type { Sought } from "../panels/findings/Findings.tsx";
import type { View } from "./actions.ts";
import { isTyping } from "./keys.ts";

/** What takes the keyboard in a view that was gone to: the line in force of a list, or else the whole of it. */
const LINE = ".views [role=treegrid] > * > [role=row][tabindex='0']";
const KEYBOARD = ".views :is([role=grid], [role=treegrid], .tl-canvas-surface, nav [aria-current])";
/** What opened over a view has an Escape of its own. */
const OVER = "[role=dialog], [role=alertdialog], [role=menu], .pop";

export type Showing = Pick<Desk, "showOnMap" | "showIn" | "showFindings" | "showRule">;

/** A place that was gone to, where from, and what is shown there. */
interface Visit {
  readonly from: View;
  readonly to: View;
  readonly ids: readonly string[];
}

/** The way back, for as long as the place is looked at. */
export interface Back {
  readonly from: View;
  go(): void;
}

/** Gives the keyboard to what is shown now, when what had it has gone with its view. */
export function takeKeyboard(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    // What stands beside a canvas is not the view.
    const all = [LINE, KEYBOARD].flatMap((it) => [...document.querySelectorAll<HTMLElement>(it)]);
    all.find((it) => it.closest(".side") === null)?.focus({ preventScroll: true });
  });
}

/** Gives it to the canvas that was turned to, whatever has it: who turns to one works on it, and the switch would take the arrows. */
export function giveKeyboard(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(".views .tl-canvas-surface")?.focus({ preventScroll: true }),
  );
}

interface Means {
  selection: Selection;
  view: View;
  /** Turns to a canvas that has them, or says that there is none. */
  toCanvas: (ids: readonly string[]) => void;
  setView: (view: View) => void;
  setSought: (sought: Sought) => void;
  /** Something lies over the view, and has the keys. */
  isCovered: boolean;
}

export function useShowing({ selection, view, toCanvas, setView, setSought, isCovered }: Means): {
  showing: Showing;
  back: Back | null;
} {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [visit, setVisit] = useState<Visit | null>(null);
  const now = useRef(view);
  now.current = view;
  // A view must stand before it can be asked to show something: this comes after what the view itself does first.
  useEffect(() => {
    if (wanted === null) return;
    selection.reveal(wanted);
    // The view may turn to another kind first.
    requestAnimationFrame(takeKeyboard);
  }, [selection, wanted]);
  // Whoever goes elsewhere by themselves is no longer visiting.
  useEffect(() => setVisit((it) => (it?.to === view ? it : null)), [view]);

  const showing = useMemo<Showing>(() => {
    const showIn = (to: View, ids: readonly string[]) => {
      const from = now.current;
      if (to === "map") toCanvas(ids);
      if (from !== to) setVisit({ from, to, ids: [...ids] });
      setView(to);
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

  const goBack = useCallback(
    ({ from, ids }: Visit) => {
      setView(from);
      selection.set(ids);
      requestAnimationFrame(takeKeyboard);
    },
    [selection, setView],
  );
  useEscape(visit, selection, isCovered, goBack);
  const back = useMemo(
    () => (visit === null ? null : { from: visit.from, go: () => goBack(visit) }),
    [visit, goBack],
  );
  return { showing, back };
}

/**
 * Escape leads back while what was shown is what is selected. A view may have something else to let go of first, such
 * as a range or a card that is dragged; only an Escape that it has no use for, or that would let go of what was shown,
 * is taken as the way back.
 */
function useEscape(
  visit: Visit | null,
  selection: Selection,
  isCovered: boolean,
  goBack: (visit: Visit) => void,
): void {
  useEffect(() => {
    if (visit === null || isCovered) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== "Escape" || event.isComposing || isTyping(target)) return;
      if (target instanceof Element && target.closest(OVER) !== null) return;
      const shown = selection.ids();
      if (shown.length !== visit.ids.length || shown.some((id, at) => id !== visit.ids[at])) return;
      // After the view itself has had the press.
      setTimeout(() => {
        if (selection.ids().length === 0 || !event.defaultPrevented) goBack(visit);
      });
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [visit, selection, isCovered, goBack]);
}
