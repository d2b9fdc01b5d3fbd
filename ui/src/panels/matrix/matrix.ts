/*
 * Two kinds crossed, as plain values: which elements stand in rows and columns, which link lies in each cell, what is
 * empty, and the edits that a key or a pasted block means. Pure.
 */
import type { Edit, Element, ElementKind, Link, LinkKind, Money, Strength } from "../../api/bindings.ts";
import { naturalLink } from "../../model/kinds.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { decimal, plain, plus, ZERO } from "../decimal.ts";

export const STRENGTHS: readonly Strength[] = ["marginal", "weak", "moderate", "strong", "decisive"];

export interface Crossing {
  readonly kind: LinkKind;
  /** Links run from the column to the row. */
  readonly isTurned: boolean;
}

/** The link that a cell of these kinds holds; `null` when nothing joins them. */
export function crossingOf(rows: ElementKind, columns: ElementKind): Crossing | null {
  const kind = naturalLink(rows, columns);
  if (kind !== null) return { kind, isTurned: false };
  const turned = naturalLink(columns, rows);
  return turned === null ? null : { kind: turned, isTurned: true };
}

export interface Line {
  readonly element: Element;
  /** Links that count: a contribution once it is accepted, others at once. */
  readonly count: number;
  /** Links that are proposed, disputed or retired, and count for nothing. */
  readonly waiting: number;
  /** Budgets behind the links that count, one amount for each currency. */
  readonly money: readonly Money[];
}

export interface Matrix {
  readonly crossing: Crossing;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly cells: ReadonlyMap<string, Link>;
  /** There are rows, and none of them passes. */
  readonly isKeptBack: boolean;
}

export type Order = "title" | "most" | "fewest";

/** The place of a pair in `cells`. */
export function pair(row: string, column: string): string {
  return `${row} ${column}`;
}

export function counts(link: Link): boolean {
  return link.kind !== "contribution" || link.state === "accepted";
}

interface Asked {
  readonly rows: ElementKind;
  readonly columns: ElementKind;
  readonly order: Order;
  readonly onlyEmpty: boolean;
  /** Which rows are shown. Columns stand and are counted as they are: what is empty must not depend on what is sought. */
  readonly passes: (element: Element) => boolean;
  readonly compare: (a: string, b: string) => number;
}

/** `null` when nothing joins the two kinds. */
export function matrixOf(portfolio: Portfolio, asked: Asked): Matrix | null {
  const crossing = crossingOf(asked.rows, asked.columns);
  if (crossing === null) return null;
  const of = (kind: ElementKind) => [...portfolio.elements.values()].filter((it) => it.kind === kind);
  const every = of(asked.rows);
  const rows = every.filter(asked.passes);
  const columns = asked.rows === asked.columns ? every : of(asked.columns);
  const inColumns = new Set(columns.map((it) => it.id));
  const cells = new Map<string, Link>();
  const counted = new Map<string, number>();
  const waiting = new Map<string, number>();
  const behind = new Map<string, Element[]>();
  for (const row of every) {
    const links = crossing.isTurned ? portfolio.linksTo.get(row.id) : portfolio.linksFrom.get(row.id);
    for (const link of links ?? []) {
      const column = crossing.isTurned ? link.from : link.to;
      if (link.kind !== crossing.kind || !inColumns.has(column)) continue;
      cells.set(pair(row.id, column), link);
      const tally = counts(link) ? counted : waiting;
      for (const id of [`r${row.id}`, `c${column}`]) tally.set(id, (tally.get(id) ?? 0) + 1);
      if (!counts(link)) continue;
      behind.set(column, [...(behind.get(column) ?? []), row]);
    }
  }
  const line =
    (side: "r" | "c") =>
    (element: Element): Line => ({
      element,
      count: counted.get(side + element.id) ?? 0,
      waiting: waiting.get(side + element.id) ?? 0,
      money: side === "c" ? sums(behind.get(element.id) ?? []) : sums([element]),
    });
  const ordered = (lines: Line[]) =>
    lines.sort(
      (a, b) =>
        (asked.order === "most" ? b.count - a.count : asked.order === "fewest" ? a.count - b.count : 0) ||
        rank(a.element) - rank(b.element) ||
        asked.compare(a.element.title, b.element.title),
    );
  const shown = rows.map(line("r")).filter((it) => !asked.onlyEmpty || it.count === 0);
  return {
    crossing,
    rows: ordered(shown),
    columns: ordered(columns.map(line("c"))),
    cells,
    isKeptBack: every.length > 0 && rows.length === 0,
  };
}

/** Priorities stand in their forced order, whatever they are called. */
function rank(element: Element): number {
  return element.kind === "priority" ? (known(element.rank) ?? 1e9) : 0;
}

/** Known budgets, one sum for each currency; nothing is added across currencies. */
export function sums(elements: readonly Element[]): Money[] {
  const byCurrency = new Map<string, typeof ZERO>();
  for (const element of elements) {
    const money = element.kind === "initiative" ? known(element.budget) : null;
    const amount = money === null ? null : decimal(money.amount);
    if (money === null || amount === null) continue;
    byCurrency.set(money.currency, plus(byCurrency.get(money.currency) ?? ZERO, amount));
  }
  return [...byCurrency].map(([currency, amount]) => ({ currency, amount: plain(amount) }));
}

/** What a key typed in a cell means. */
export type Stroke =
  | { readonly does: "strength"; readonly strength: Strength }
  | { readonly does: "clear" }
  | { readonly does: "sign" }
  | { readonly does: "state"; readonly state: "proposed" | "accepted" | "disputed" };

export function strokeOf(key: string): Stroke | null {
  const strength = STRENGTHS[Number(key) - 1];
  if (/^[1-5]$/.test(key) && strength !== undefined) return { does: "strength", strength };
  switch (key.toLowerCase()) {
    case "x":
      return { does: "strength", strength: "moderate" };
    case "0":
    case "delete":
    case "backspace":
      return { does: "clear" };
    case "-":
      return { does: "sign" };
    case "p":
      return { does: "state", state: "proposed" };
    case "a":
      return { does: "state", state: "accepted" };
    case "d":
      return { does: "state", state: "disputed" };
    default:
      return null;
  }
}

/** The edits that a stroke means in one cell; none when it says nothing there. */
export function editsOf(
  matrix: Matrix,
  row: string,
  column: string,
  stroke: Stroke,
  newId: () => string,
): Edit[] {
  const { crossing, cells } = matrix;
  const there = cells.get(pair(row, column));
  const carries = crossing.kind === "contribution";
  switch (stroke.does) {
    case "clear":
      return there === undefined ? [] : [{ type: "disconnect", links: [there.id] }];
    case "strength": {
      const edits: Edit[] = [];
      const id = there?.id ?? newId();
      if (there === undefined) {
        if (row === column) return [];
        const [from, to] = crossing.isTurned ? [column, row] : [row, column];
        edits.push({ type: "connect", id, from, to, kind: crossing.kind });
      }
      if (carries) {
        edits.push({ type: "set_link", link: id, patch: { field: "strength", value: stroke.strength } });
      }
      return edits;
    }
    case "sign":
      if (there?.kind !== "contribution") return [];
      return [
        {
          type: "set_link",
          link: there.id,
          patch: { field: "sign", value: there.sign === "helps" ? "harms" : "helps" },
        },
      ];
    case "state":
      if (there?.kind !== "contribution") return [];
      return [{ type: "set_link", link: there.id, patch: { field: "state", value: stroke.state } }];
  }
}

/** Cells as text for a spreadsheet: the strength as 1 to 5, `x` where a link has none. */
export function copied(matrix: Matrix, rows: readonly Line[], columns: readonly Line[]): string {
  return rows
    .map((row) =>
      columns
        .map((column) => {
          const link = matrix.cells.get(pair(row.element.id, column.element.id));
          if (link === undefined) return "";
          return link.kind === "contribution" && link.strength !== null
            ? String(STRENGTHS.indexOf(link.strength) + 1)
            : "x";
        })
        .join("\t"),
    )
    .join("\n");
}

/** Most cells that one paste may change. */
export const MOST_PASTED = 20_000;

/**
 * The edits of a block pasted with its corner in a cell, and the texts that were not understood. Words are those of
 * the strengths in the language of the window. Cells beyond the edge are left out.
 */
export function pasted(
  matrix: Matrix,
  at: { readonly row: number; readonly column: number },
  text: string,
  words: ReadonlyMap<string, Strength>,
  newId: () => string,
): { edits: Edit[]; left: string[]; isCut: boolean } {
  const edits: Edit[] = [];
  const left: string[] = [];
  let cells = 0;
  for (const [down, line] of text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .entries()) {
    for (const [along, raw] of line.split("\t").entries()) {
      const row = matrix.rows[at.row + down]?.element.id;
      const column = matrix.columns[at.column + along]?.element.id;
      cells += 1;
      if (row === undefined || column === undefined || cells > MOST_PASTED) continue;
      const stroke = strokeOfCell(raw.trim(), words);
      if (stroke === null) left.push(raw.trim());
      else edits.push(...editsOf(matrix, row, column, stroke, newId));
    }
  }
  return { edits, left, isCut: cells > MOST_PASTED };
}

function strokeOfCell(text: string, words: ReadonlyMap<string, Strength>): Stroke | null {
  if (text === "" || text === "0") return { does: "clear" };
  if (/^(x|✓|✔|oui|yes|•)$/i.test(text)) return { does: "strength", strength: "moderate" };
  const word = words.get(text.toLowerCase());
  if (word !== undefined) return { does: "strength", strength: word };
  return /^[1-5]$/.test(text) ? strokeOf(text) : null;
}
