/* Where things stand in a sheet: letters to columns, problems to cells, problems of one cause together. Pure. */
import type { ColumnFacts, PreviewRow, Problem, ProblemCode } from "../../api/index.ts";

/** `A` is 0, `AA` is 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `F9` → column 5, row 9. */
export function address(cell: string): { readonly column: number; readonly row: number } | null {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  return match ? { column: columnNumber(match[1] ?? ""), row: Number(match[2]) } : null;
}

/** Which column of the table a cell belongs to. Merged columns are known by their first letter only. */
export function columnAt(columns: readonly ColumnFacts[], sheetColumn: number): number {
  let found = -1;
  for (const [index, column] of columns.entries()) {
    if (columnNumber(column.letter) <= sheetColumn) found = index;
  }
  return found;
}

export interface Spot {
  readonly row: number;
  /** Index among the columns of the table; `null` for the whole row. */
  readonly column: number | null;
}

/** Where a problem stands; `null` when it is about the file. */
export function spotOf(problem: Problem, columns: readonly ColumnFacts[]): Spot | null {
  const at = problem.cell === null ? null : address(problem.cell);
  if (at) {
    const column = columnAt(columns, at.column);
    return { row: at.row, column: column < 0 ? null : column };
  }
  return problem.row === null ? null : { row: problem.row, column: null };
}

export function spotKey(row: number, column: number): string {
  return `${row} ${column}`;
}

/** Problems by the cell they stand in. One about a whole row is shown in its title cell. */
export function byCell(
  problems: readonly Problem[],
  columns: readonly ColumnFacts[],
): ReadonlyMap<string, readonly Problem[]> {
  const title = Math.max(
    0,
    columns.findIndex((column) => column.role === "title"),
  );
  const cells = new Map<string, Problem[]>();
  for (const problem of problems) {
    const spot = spotOf(problem, columns);
    if (!spot) continue;
    const key = spotKey(spot.row, spot.column ?? title);
    const there = cells.get(key);
    if (there) there.push(problem);
    else cells.set(key, [problem]);
  }
  return cells;
}

/** Accepted repairs by the spot where they show. */
export function repairSpots(
  repairs: readonly string[],
  columns: readonly ColumnFacts[],
): ReadonlyMap<string, string> {
  const spots = new Map<string, string>();
  for (const cell of repairs) {
    const at = address(cell);
    if (at) spots.set(spotKey(at.row, columnAt(columns, at.column)), cell);
  }
  return spots;
}

export interface Cause {
  readonly code: ProblemCode;
  readonly severity: Problem["severity"];
  readonly problems: readonly Problem[];
}

const GRAVITY = ["error", "warning", "note"];

/** Problems of one cause are one line, gravest first, then the most frequent. */
export function causes(problems: readonly Problem[]): Cause[] {
  const byCode = new Map<ProblemCode, Problem[]>();
  for (const problem of problems) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  return [...byCode]
    .map(([code, own]) => ({ code, severity: own[0]?.severity ?? "note", problems: own }))
    .sort(
      (a, b) =>
        GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) || b.problems.length - a.problems.length,
    );
}

const NUMERIC = new Set(["budget", "spent", "percent_complete"]);

export function isNumeric(column: ColumnFacts): boolean {
  return NUMERIC.has(column.role);
}

/** Pixels of one letter of 13 pixels, on average. */
const LETTER = 6.7;

/** Wide enough for what usually stands in the column, within reason. */
export function columnWidth(column: ColumnFacts, index: number, rows: readonly PreviewRow[]): number {
  const lengths = rows
    .filter((row) => row.kind === "data")
    .map((row) => row.cells[index]?.text.length ?? 0)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const marked = rows.some((row) => ["error", "warning"].includes(row.cells[index]?.mark ?? "none"));
  const wanted = Math.max(Math.min(column.header.length, 20), usual) * LETTER + (marked ? 42 : 28);
  const most = column.role === "title" ? 280 : column.role === "description" ? 320 : 220;
  return Math.round(Math.min(most, Math.max(column.role === "title" ? 200 : 118, wanted)));
}

export function rowHeight(row: PreviewRow): number {
  if (row.kind === "data" || row.kind === "header" || row.kind === "no_title") return 28;
  return row.kind === "above" ? 22 : 24;
}

/** Rows that become initiatives, and rows that say why they do not. */
export function isRead(row: PreviewRow): boolean {
  return row.kind === "data";
}

const SIGNS: Readonly<Record<string, string>> = { EUR: "€", GBP: "£", USD: "US$", "¤": "" };

/** `k EUR` → `k€`, `m $` → `$m`, `m SEK` stays. An unknown currency is not named. */
export function unitWords(unit: string): string {
  const parts = unit.split(" ");
  const currency = parts.at(-1) ?? "";
  const scale = parts.length > 1 ? (parts[0] ?? "") : "";
  const sign = SIGNS[currency] ?? currency;
  if (sign === "€") return `${scale === "m" ? "M" : scale}€`;
  return /^[A-Z]{3}$/.test(sign) ? unit : `${sign}${scale}`;
}

/** A private character of a symbol font, which workbooks use for ticks and crosses, as the sign it means. */
export function shownText(text: string): string {
  return text.replaceAll(/[\uf0fc\uf0fe]/g, "✓").replaceAll(/[\uf0fb\uf0fd]/g, "✗");
}
