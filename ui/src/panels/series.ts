/*
 * A series pasted from a spreadsheet: one reading a line, period and value, a nature if there is one; or two rows, the
 * periods above the values. What cannot be read is told line by line and never guessed. Pure.
 */
import type { Edit, FiscalYear, Nature, Reading } from "../api/bindings.ts";
import type { Lang } from "../words/index.ts";
import { plain } from "./decimal.ts";
import { readNumber } from "./money.ts";
import { readPeriod } from "./periods.ts";

export interface Read {
  readonly period: string;
  readonly value: number;
  readonly nature: Nature;
}

export interface Series {
  readonly read: readonly Read[];
  /** Lines in which no period or no value was found, as they stand. */
  readonly left: readonly string[];
}

/** Most lines that are read from one paste. */
const MOST = 5000;

const NATURES: Readonly<Record<string, Nature>> = {
  baseline: "baseline",
  base: "baseline",
  départ: "baseline",
  depart: "baseline",
  référence: "baseline",
  actual: "actual",
  real: "actual",
  réel: "actual",
  reel: "actual",
  réalisé: "actual",
  forecast: "forecast",
  prévision: "forecast",
  prevision: "forecast",
  target: "target",
  cible: "target",
  objectif: "target",
};

export function readSeries(text: string, starts: FiscalYear, lang: Lang): Series {
  const rows = text
    .split(/\r\n?|\n/)
    .slice(0, MOST)
    .map((line) => line.split(/\t|;/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const lines = acrossColumns(rows, starts) ?? rows;
  const read: Read[] = [];
  const left: string[] = [];
  for (const [index, cells] of lines.entries()) {
    const found = readLine(cells, starts, lang);
    if (found !== null) read.push(found);
    // A first line without a number is the heading.
    else if (index > 0 || cells.some((cell) => number(cell, lang) !== null)) left.push(cells.join(" "));
  }
  return { read, left };
}

/** Two rows with the periods above the values, turned into lines. */
function acrossColumns(rows: readonly string[][], starts: FiscalYear): string[][] | null {
  const [head, values] = rows;
  if (rows.length !== 2 || head === undefined || values === undefined || head.length < 2) return null;
  const periods = head.filter((cell) => readPeriod(cell, starts) !== null).length;
  return periods >= 2 ? head.map((cell, at) => [cell, values[at] ?? ""]) : null;
}

function readLine(cells: readonly string[], starts: FiscalYear, lang: Lang): Read | null {
  const period = readPeriod(cells[0] ?? "", starts);
  const value = number(cells[1] ?? "", lang);
  if (period === null || value === null) return null;
  const said = (cells[2] ?? "").toLowerCase();
  if (said !== "" && NATURES[said] === undefined) return null;
  return { period, value, nature: NATURES[said] ?? "actual" };
}

function number(text: string, lang: Lang): number | null {
  const read = readNumber(text.replace(/\s*%$/, ""), lang);
  return read === null ? null : Number(plain(read));
}

/** One value for each period, the one recorded last, oldest period first. */
export function latest(readings: readonly Reading[]): Reading[] {
  const byPeriod = new Map<string, Reading>();
  for (const reading of readings) {
    const other = byPeriod.get(reading.period);
    if (other === undefined || other.recorded_at <= reading.recorded_at)
      byPeriod.set(reading.period, reading);
  }
  return [...byPeriod.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** What is said of all readings of one entry. */
export interface Entry {
  readonly indicator: string;
  readonly source: string | null;
  readonly by: string;
  readonly at: string;
  readonly comment: string;
}

/** Edits that record values; one for the same period, nature and source takes the place of the earlier one. */
export function recordEdits(
  read: readonly Read[],
  standing: readonly Reading[],
  entry: Entry,
  newId: () => string,
): Edit[] {
  const key = (it: { period: string; nature: Nature }, source: string | null) =>
    `${it.period} ${it.nature} ${source ?? ""}`;
  const there = new Map(standing.map((it) => [key(it, it.source), it]));
  // The last of several lines for one period is the one that counts.
  const last = new Map(read.map((it) => [key(it, entry.source), it]));
  return [...last].map(([name, { period, value, nature }]) => {
    const earlier = there.get(name);
    const reading: Reading = {
      id: earlier?.id ?? newId(),
      indicator: entry.indicator,
      period,
      value,
      nature,
      source: entry.source,
      recorded_at: entry.at,
      recorded_by: entry.by,
      comment: entry.comment === "" ? (earlier?.comment ?? "") : entry.comment,
      grade: earlier?.grade ?? null,
    };
    return earlier === undefined ? { type: "insert_reading", reading } : { type: "set_reading", reading };
  });
}
