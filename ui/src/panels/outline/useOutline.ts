/*
 * The outline as it stands: its rows, the row in force, and what can be done with them. Keeps the selection in step
 * with every other view; each change of the portfolio is one batch.
 */
import {
  type PointerEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Edit, Element } from "../../api/bindings.ts";
import { isFiltering } from "../../model/filter.ts";
import { foundOf } from "../../model/found.ts";
import { newId } from "../../model/id.ts";
import { naturalLink, naturalWays, type Way } from "../../model/kinds.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useFilter, usePasses, useReadOnly, useSelected, useStore } from "../desk.tsx";
import { takeAway } from "../removal.ts";
import { accepted, movedOut, takenIn } from "./edits.ts";
import { groupOf, places, wayOf } from "./groups.ts";
import { keptOf } from "./kept.ts";
import { groupKey, laneKey, linkKey, ownerOf, type Row, rowsOf, selects, settled } from "./rows.ts";
import { sieveOf } from "./sieve.ts";
import { treeOf, wholesOf } from "./tree.ts";
import { usePen } from "./usePen.ts";
import { elementAbove } from "./walk.ts";

export interface Here {
  readonly key: string | null;
  /** The cell in force; `null` when it is the whole row. */
  readonly cell: number | null;
}

/** Where a link is being added, and in which ways it may be. */
export interface Linking {
  readonly element: Element;
  readonly ways: readonly Way[];
  /** The row that it was asked from. */
  readonly from: string;
}

export type Outlined = ReturnType<typeof useOutline>;

export function useOutline() {
  const words = useWords();
  const desk = useDesk();
  const portfolio = useStore((state) => live(state.portfolio));
  const findings = useStore((state) => state.findings);
  const isReadOnly = useReadOnly();
  const selected = useSelected();
  const kept = keptOf(desk.store);
  const settings = useSyncExternalStore(kept.subscribe, kept.get);
  const [here, setHere] = useState<Here>({ key: null, cell: null });
  const [linking, setLinking] = useState<Linking | null>(null);
  const [news, setNews] = useState("");
  /** What was selected here last, so that a selection made elsewhere is told from our own. */
  const ours = useRef<string | undefined>(undefined);

  const shared = useFilter();
  const passes = usePasses();
  // Before the page is painted, so that what is opened under a filter is never mixed with what was opened without.
  useLayoutEffect(() => {
    if (kept.get().shared !== shared) kept.filter({ shared });
  }, [kept, shared]);

  const { elements, linksFrom, linksTo } = portfolio;
  const { below, touched, onlyFound } = settings;
  const lets = isFiltering(settings.shared) ? passes : null;
  const text = useDeferredValue(settings.text);
  const tree = useMemo(() => treeOf(elements, linksFrom, below), [elements, linksFrom, below]);
  const found = useMemo(() => foundOf(findings), [findings]);
  const sieve = useMemo(
    () => sieveOf(elements.values(), tree, found, { text, onlyFound, passes: lets, touched }),
    [elements, tree, found, text, onlyFound, lets, touched],
  );
  const shownAll = useMemo(() => [...tree.counts.values()].reduce((sum, count) => sum + count, 0), [tree]);
  const go = useCallback((key: string) => setHere((now) => ({ key, cell: now.cell })), []);
  const select = useCallback(
    (ids: readonly string[]) => {
      ours.current = ids[0];
      desk.selection.set(ids);
    },
    [desk.selection],
  );
  const pen = usePen({ desk, kept, tree, portfolio, isReadOnly, go, select, say: setNews });
  const drafted = pen.writing?.draft ?? null;
  const opened = sieve === null ? settings.opened : settings.openedThen;
  const rows = useMemo(() => {
    const draft = drafted === null ? null : settled(drafted, elements, below);
    return rowsOf({ portfolio: { elements, linksFrom, linksTo }, tree, sieve, opened, draft });
  }, [elements, linksFrom, linksTo, tree, sieve, opened, drafted, below]);

  /** Goes to the first of some elements or links wherever it stands; what hides any of them is opened. */
  function goTo(ids: readonly string[]): void {
    const keys = ids.flatMap((id) => uncover(id) ?? []);
    const [key] = keys;
    if (key !== undefined) setHere({ key, cell: null });
  }

  /** Opens what hides an element or a link; the key of its row. */
  function uncover(id: string): string | null {
    const link = portfolio.links.get(id);
    const element = portfolio.elements.get(link?.from ?? id);
    if (element === undefined) return null;
    const wholes = wholesOf(tree, element.id);
    const isHidden = sieve !== null && ![element.id, ...wholes].some((it) => sieve.hits.has(it));
    if (isHidden && !sieve.path.has(element.id)) {
      if (text.trim() !== "" || onlyFound) kept.filter({ text: "", onlyFound: false });
      // The shared filter is not ours to lift: what it keeps back is shown beside what passes.
      if (lets?.(element) === false) kept.touch(element.id);
    }
    const isRow = link !== undefined && !places(tree, link);
    const group = isRow ? [element.id, groupKey(element.id, groupOf(link, true))] : [];
    kept.open([laneKey(element.kind), ...wholes, ...group], true);
    return isRow ? linkKey(element.id, link.id) : element.id;
  }

  const latest = useRef(goTo);
  latest.current = goTo;
  const first = selected[0];
  useEffect(() => {
    if (first === ours.current) return;
    ours.current = first;
    if (first !== undefined) latest.current(selected);
  }, [first, selected]);

  /** Whether editing is possible; says so when it is not. */
  function mayEdit(): boolean {
    if (isReadOnly) setNews(words.say("outline.readOnly"));
    return !isReadOnly;
  }

  /** The selection when the row is part of it, else the row alone. */
  function meant(row: Row | undefined): readonly string[] {
    const id = selects(row);
    if (id === null) return [];
    return selected.includes(id) ? selected : [id];
  }

  function remove(at: number): void {
    const ids = meant(rows[at]);
    if (ids.length === 0 || !mayEdit()) return;
    const gone = new Set(ids);
    const leaves: boolean[] = [];
    for (const row of rows) leaves.push(gone.has(selects(row) ?? "") || leaves[row.parent] === true);
    const next = rows.findIndex((_, index) => index > at && leaves[index] === false);
    const before = rows.findLastIndex((_, index) => index < at && leaves[index] === false);
    const neighbour = rows[next]?.level === rows[at]?.level || before < 0 ? next : before;
    void takeAway(desk, words, ids);
    const to = rows[neighbour];
    const id = selects(to);
    select(id === null ? [] : [id]);
    if (to !== undefined) go(to.key);
  }

  /** One step: into the element above, or out of the whole. Its place among the new siblings is kept. */
  async function move(edits: readonly Edit[], element: Element, whole: string | null, after: string | null) {
    if (edits.length === 0 || !mayEdit()) return;
    kept.touch(element.id, after);
    if (whole !== null) kept.open([whole], true);
    const changed = await desk.edit(...edits);
    const title = whole === null ? "" : (portfolio.elements.get(whole)?.title ?? "");
    if (changed === null) return;
    setNews(whole === null ? words.say("outline.movedOut") : words.say("outline.movedIn", { title }));
  }

  function moveIn(at: number): void {
    const row = rows[at];
    if (row?.type !== "element") return;
    const whole = elementAbove(rows, at);
    if (whole === null) {
      setNews(words.say("outline.noneAbove"));
      return;
    }
    const after = tree.parts.get(whole)?.at(-1)?.id ?? null;
    void move(takenIn(portfolio, tree, row.element.id, whole, newId), row.element, whole, after);
  }

  function moveOut(at: number): void {
    const row = rows[at];
    if (row?.type !== "element") return;
    const whole = tree.whole.get(row.element.id)?.to;
    if (whole === undefined) {
      setNews(words.say("outline.onTop"));
      return;
    }
    const next = tree.whole.get(whole)?.to ?? null;
    void move(movedOut(portfolio, tree, row.element.id, newId), row.element, next, whole);
  }

  async function accept(row: Row | undefined): Promise<void> {
    const edits = accepted(portfolio, meant(row));
    if (edits.length === 0 || !mayEdit()) return;
    const changed = await desk.edit(...edits);
    if (changed !== null) setNews(words.say("outline.accepted", { count: edits.length }));
  }

  /** Asks for the other end. A group says which way; else it is towards what the element serves. */
  function link(row: Row | undefined, isDown: boolean): void {
    const element = ownerOf(row);
    if (element === null || row === undefined || !mayEdit()) return;
    const way = row.type === "group" ? wayOf(row.name) : null;
    const isTop = naturalLink(element.kind, "driver") === null && element.kind !== "indicator";
    const ways = way === null ? naturalWays(element.kind, !isDown && !isTop) : [way];
    setLinking({ element, ways, from: row.key });
  }

  function linked(made: string): void {
    if (linking === null) return;
    const { element } = linking;
    const stands = desk.store.state.portfolio.links.get(made);
    if (stands === undefined) return;
    kept.open([element.id, groupKey(element.id, groupOf(stands, stands.from === element.id))], true);
    select([made]);
    setHere({ key: linkKey(element.id, made), cell: null });
    setNews(words.say("outline.linked"));
  }

  /** What the pressed pointer takes along when it moves: the selection, or the row alone. */
  function carry(id: string, event: PointerEvent): void {
    const { elements } = desk.store.state.portfolio;
    desk.carry.press(event.nativeEvent, () => {
      const held = desk.selection.ids();
      return held.includes(id) ? held.filter((it) => elements.has(it)) : [id];
    });
  }

  return {
    rows,
    here,
    setHere,
    selected,
    select,
    isReadOnly,
    isFiltered: sieve !== null,
    settings,
    kept,
    found,
    pen,
    news,
    linking,
    /** Elements there are, with or without a filter. */
    shownAll,
    goTo,
    remove,
    moveIn,
    moveOut,
    accept,
    link,
    linked,
    carry,
    stopLinking: () => setLinking(null),
    show: (row: Row | undefined) => desk.showOnMap(meant(row)),
    showSelected: () => desk.showOnMap(selected),
    portfolio,
  };
}
