/* Carries out what a key means in the outline: goes, opens, selects, or hands on to what edits. Holds nothing. */
import type { Intent } from "./keys.ts";
import { type Row, selects } from "./rows.ts";
import type { Outlined } from "./useOutline.ts";
import { besideAll, firstUnder } from "./walk.ts";

/** Where the keyboard stands. */
export interface Stand {
  readonly outline: Outlined;
  /** The row in force, by index. */
  readonly at: number;
  /** Only the titles are there. */
  readonly lean: boolean;
  /** Rows of one page. */
  readonly page: number;
  /** Where a range of selected rows begins. */
  readonly anchor: string | null;
  /** Puts a row in force; the selection follows. */
  go(at: number, how: { extend: boolean }): void;
  spell(letter: string): void;
  seek(): void;
}

/** Cells of a row, by its type. */
const CELLS: Record<Row["type"], number> = { lane: 1, element: 6, group: 1, link: 3, draft: 1 };

export function carryOut(intent: Intent, stand: Stand): void {
  const { outline, at, go } = stand;
  const { rows, here, kept, select, selected } = outline;
  const row = rows[at];
  const still = { extend: false };
  const last = stand.lean ? 0 : CELLS[row?.type ?? "lane"] - 1;
  switch (intent.does) {
    case "step":
      go(at + intent.by, intent);
      break;
    case "page":
      go(at + intent.by * stand.page, intent);
      break;
    case "edge":
      if (here.cell === null || intent.far) go(intent.end ? rows.length - 1 : 0, intent);
      else cellTo(intent.end ? last : 0);
      break;
    case "right":
      if (here.cell !== null || intent.cell) cellTo((here.cell ?? -1) + 1);
      else if (row?.open === false) kept.open([row.key], true);
      // A row that holds nothing is gone through cell by cell.
      else if (firstUnder(rows, at) < 0) cellTo(0);
      else go(firstUnder(rows, at), still);
      break;
    case "left":
      if (here.cell !== null) cellTo(here.cell - 1);
      else if (row?.open === true) kept.open([row.key], false);
      else if (row !== undefined && row.parent >= 0) go(row.parent, still);
      break;
    case "openSiblings":
      kept.open(
        besideAll(rows, at).flatMap((it) => (it.open === false ? [it.key] : [])),
        true,
      );
      break;
    case "act":
      act(outline, row);
      break;
    case "rename":
      if (row?.type === "element") outline.pen.rename(row.element.id);
      break;
    case "add":
      outline.pen.add(row);
      break;
    case "show":
      outline.show(row);
      break;
    case "moveIn":
      outline.moveIn(at);
      break;
    case "moveOut":
      outline.moveOut(at);
      break;
    case "remove":
      outline.remove(at);
      break;
    case "link":
      outline.link(row, intent.isDown);
      break;
    case "accept":
      void outline.accept(row);
      break;
    case "mark":
      mark(intent.extend);
      break;
    case "markAll":
      select(rows.flatMap((it) => (it.type === "element" ? [it.element.id] : [])));
      break;
    case "letGo":
      if (here.cell === null) select([]);
      else outline.setHere({ ...here, cell: null });
      break;
    case "spell":
      stand.spell(intent.letter);
      break;
    case "seek":
      stand.seek();
  }

  function mark(extend: boolean): void {
    const id = selects(row);
    if (id === null) return;
    if (extend) select(ranged(rows, stand.anchor, at));
    else select(selected.includes(id) ? selected.filter((it) => it !== id) : [...selected, id]);
  }

  function cellTo(cell: number): void {
    outline.setHere({ key: row?.key ?? null, cell: cell < 0 ? null : Math.min(cell, last) });
  }
}

/** Enter, or two clicks: edits a title where that is possible, goes along a link, opens the rest. */
export function act(outline: Outlined, row: Row | undefined): void {
  if (row?.type === "element") {
    if (outline.isReadOnly) outline.show(row);
    else outline.pen.rename(row.element.id);
  } else if (row?.type === "link") outline.goTo([row.end.other.id]);
  else if (row !== undefined && row.open !== null) outline.kept.open([row.key], !row.open);
}

/** What lies between two rows and is of the kind of the first: elements, or links. */
export function ranged(rows: readonly Row[], anchor: string | null, to: number): string[] {
  const begun = rows.findIndex((row) => row.key === anchor);
  const from = begun < 0 ? to : begun;
  const type = rows[from]?.type === "link" ? "link" : "element";
  const ids = rows
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .flatMap((row) => (row.type === type ? [selects(row)] : []));
  return [...new Set(ids.filter((id) => id !== null))];
}
