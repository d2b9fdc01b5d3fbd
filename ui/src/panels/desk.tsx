/*
 * What every panel works with: the store, the shared selection and filter, and one way to try something that the host may
 * refuse. The shell provides it; panels never reach the host past it.
 */
import { createContext, useCallback, useContext, useDeferredValue, useSyncExternalStore } from "react";
import type { Changed, Edit, Element, IdleRule, RuleText, SeenDay } from "../api/bindings.ts";
import { type Filter, matchesFilter, type Wanted } from "../model/filter.ts";
import type { Selection } from "../model/selection.ts";
import type { Bar } from "../model/standing.ts";
import type { State, Store } from "../model/store.ts";
import type { Known, Verdicts } from "../model/verdicts.ts";
import type { Carry } from "./carry.ts";
import type { Place } from "./places.ts";

export interface Desk {
  readonly store: Store;
  readonly selection: Selection;
  readonly filter: Filter;
  /** Awaits an answer; a refusal is presented to the person and becomes `null`. */
  attempt<T>(asked: Promise<T>): Promise<T | null>;
  /** One step, with refusals presented. `null` when it was refused. */
  edit(...edits: Edit[]): Promise<Changed | null>;
  /** A short piece of news at the foot of the window; one that must be read stays until it is closed. */
  tell(text: string, hint?: string, stays?: boolean): void;
  /** News of a step, with the way back as long as it is the last one. */
  offerUndo(changed: Changed, text: string, hint?: string): void;
  /** The rules explained, by code, in the window's language. */
  readonly rules: ReadonlyMap<string, RuleWords>;
  /** The two bars of an element, as the map shows them; `null` for what has no place on the map. */
  barsOf(id: string): { readonly delivery: Bar; readonly outcome: Bar } | null;
  /** Shows elements or links on the map, whatever is shown now. */
  showOnMap(ids: readonly string[]): void;
  /** Shows elements or links in one of the views that can. */
  showIn(place: Place, ids: readonly string[]): void;
  /** Goes to the findings about elements or links, or to one finding among the others. */
  showFindings(wanted: { readonly about: readonly string[] } | { readonly finding: string }): void;
  /** Goes to where a rule is set. */
  showRule(code: string): void;
  /** Carries elements from a list to where they may be dropped. */
  readonly carry: Carry;
  /** What somebody on this computer thinks of findings. */
  readonly verdicts: Verdicts;
  /** The rules that have nothing to look at; `null` when it could not be had. */
  idleRules(): Promise<readonly IdleRule[] | null>;
  /** What the rules saw day by day; `null` when it could not be had. */
  trend(): Promise<readonly SeenDay[] | null>;
}

/** A rule as it is explained, in the window's language, with the severity and the thresholds that it brings. */
export type RuleWords = RuleText;

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("A panel stands outside its desk.");
  return desk;
}

/** A part of the state. `pick` must give the same value while nothing changed: pick parts, do not build. */
export function useStore<T>(pick: (state: State) => T): T {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => pick(store.state));
}

/** The selected ids. */
export function useSelected(): readonly string[] {
  const { selection } = useDesk();
  return useSyncExternalStore(selection.subscribe, selection.ids);
}

/** What was said of findings on this computer, by their keys. */
export function useVerdicts(): Known {
  const { verdicts } = useDesk();
  return useSyncExternalStore(verdicts.subscribe, verdicts.known);
}

/** What the shared filter asks for. */
export function useFilter(): Wanted {
  const { filter } = useDesk();
  return useSyncExternalStore(filter.subscribe, filter.wanted);
}

/** Whether an element passes the shared filter; a function of a new identity when the answer may be another. */
export function usePasses(): (element: Element) => boolean {
  const portfolio = useStore((state) => state.portfolio);
  // A long list may come a moment after the letter that asked for it.
  const wanted = useDeferredValue(useFilter());
  return useCallback((element) => matchesFilter(portfolio, wanted, element), [portfolio, wanted]);
}

/** A part of the page in which nothing may be changed, such as an element that was put away. */
export const Frozen = createContext(false);

/** Whether nothing may be changed. */
export function useReadOnly(): boolean {
  const frozen = useContext(Frozen);
  return useStore((state) => state.readOnly !== null) || frozen;
}
