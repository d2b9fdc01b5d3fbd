/*
 * A block of cells on the clipboard: tabs and lines quoted as spreadsheets do it, and the same as a table of HTML.
 * What was copied here last is remembered, so that pasting it back loses nothing that text cannot say. The page's
 * clipboard events are the only way in and out.
 */
import type { CellValue } from "../values.ts";

/** Most characters that are looked at; beyond that nobody meant a table of ours. */
const LONGEST = 8_000_000;

/** One cell as it is copied; a value where the cell holds one of its own. */
export interface CopiedCell {
  readonly text: string;
  /** Taken by a spreadsheet for what it is, not for a formula or a number. */
  readonly isText: boolean;
  readonly column: string;
  readonly value: CellValue | undefined;
}

export interface Flavours {
  readonly text: string;
  readonly html: string;
}

let last: { readonly text: string; readonly cells: readonly (readonly CopiedCell[])[] } | null = null;

/** Both flavours of a block, which is remembered. */
export function copied(cells: readonly (readonly CopiedCell[])[]): Flavours {
  const text = cells.map((row) => row.map(tsvCell).join("\t")).join("\r\n");
  const rows = cells.map((row) => `<tr>${row.map(htmlCell).join("")}</tr>`).join("");
  last = { text: lines(text), cells };
  return { text, html: `<meta charset="utf-8"><table>${rows}</table>` };
}

/** The block that was copied here, when this is still its text. */
export function remembered(text: string): readonly (readonly CopiedCell[])[] | null {
  return last !== null && last.text === lines(text).replace(/\n$/, "") ? last.cells : null;
}

function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** A text that a spreadsheet would calculate is kept as a text by an apostrophe, which is taken off again here. */
const CALCULATED = /^[=@]|^[+-](?![\d.,\s]*$)/;

function tsvCell({ text, isText }: CopiedCell): string {
  const safe = isText && CALCULATED.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function htmlCell({ text, isText }: CopiedCell): string {
  const safe = text
    .replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
  return isText && text !== "" ? `<td style="mso-number-format:'\\@'">${safe}</td>` : `<td>${safe}</td>`;
}

/** The cells on a clipboard: its text, or its table where the text is not laid out as one. `null` when too large. */
export function pastedCells(text: string, html: string): string[][] | null {
  if (text.length > LONGEST) return null;
  if (html.length > 0 && html.length <= LONGEST && !text.includes("\t")) {
    const table = htmlCells(html);
    if (table !== null && (text.trim() === "" || table.some((row) => row.length > 1))) return table;
  }
  return tsvCells(text);
}

/** Tabs part cells, lines part rows; a cell in quotes may hold both. The last line break ends the last row. */
export function tsvCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(bare(quoted?.cell ?? text.slice(at, end)));
    if (text[end] !== "\t") {
      rows.push(row);
      row = [];
    }
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (at === text.length && text[at - 1] !== "\t") break;
  }
  return rows;
}

function bare(cell: string): string {
  return cell.startsWith("'") && CALCULATED.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\t" && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** A cell in quotes; `null` when the quotes do not close at the end of a cell: then they are part of the text. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const end = close + 1;
      return end === text.length || /[\t\r\n]/.test(text[end] ?? "") ? { cell, end } : null;
    }
    cell += '"';
    at = close + 2;
  }
}

/** The first table of a page, merged cells repeated as empty ones; `null` when there is none. */
function htmlCells(html: string): string[][] | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const rows = page.querySelector("table")?.querySelectorAll("tr");
  if (rows === undefined || rows.length === 0) return null;
  return [...rows].map((row) =>
    [...row.querySelectorAll("td,th")].flatMap((cell) => {
      for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
      const width = Math.min(Math.max(1, Number(cell.getAttribute("colspan") ?? "1") || 1), 100);
      return [(cell.textContent ?? "").trim(), ...Array.from({ length: width - 1 }, () => "")];
    }),
  );
}
