/*
 * What one row of the table stands for: an element with what follows from its neighbours (what it contributes
 * to, what it reaches, what was reported, what was found). Pure; made anew when the records change.
 */
import type { Element, ElementKind, Finding, Link, Severity, StatusReport } from "../../api/bindings.ts";
import { type Found, foundOf, worstOf } from "../../model/found.ts";
import { around } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import { folded } from "../../model/search.ts";
import { type Bar, deliveryOf, latestReport, outcomeOf } from "../../model/standing.ts";

/** What an element contributes to by one link. */
export interface Served {
  readonly id: string;
  readonly title: string;
  /** A proposed link counts for nothing yet. */
  readonly counts: boolean;
}

export interface Row {
  readonly id: string;
  readonly element: Element;
  readonly delivery: Bar;
  readonly outcome: Bar;
  /** The newest report of each side, with the words of the source. */
  readonly it: StatusReport | null;
  readonly business: StatusReport | null;
  readonly serves: readonly Served[];
  /** Ids of objectives and priorities at the end of links that count. */
  readonly objectives: readonly string[];
  readonly priorities: readonly string[];
  readonly findings: Findings;
}

/** The two bars as the map shows them; `null` for what has no place on it. */
export type BarsOf = (id: string) => { readonly delivery: Bar; readonly outcome: Bar } | null;

export interface Findings {
  readonly count: number;
  readonly worst: Severity | null;
  readonly messages: readonly string[];
  /** All of it is told of many rows at once. */
  readonly isShared: boolean;
}

/** The rows of one kind, in the order of the portfolio. */
export function rowsOf(
  kind: ElementKind,
  portfolio: Portfolio,
  findings: readonly Finding[],
  barsOf: BarsOf = () => null,
): Row[] {
  const found = foundOf(findings);
  const rows: Row[] = [];
  for (const element of portfolio.elements.values()) {
    if (element.kind !== kind) continue;
    const bars = barsOf(element.id);
    const near = around(portfolio, element);
    rows.push({
      id: element.id,
      element,
      delivery: bars?.delivery ?? deliveryOf(portfolio, element),
      outcome: bars?.outcome ?? outcomeOf(portfolio, element),
      it: latestReport(portfolio, element.id, "it"),
      business: latestReport(portfolio, element.id, "business"),
      serves: served(element.id, near),
      ...reachesOf(near)(element.id),
      findings: said(found.get(element.id)),
    });
  }
  return rows;
}

/** Rows that count: what was put away may be shown, but is not added up. */
export function counted(rows: readonly Row[]): readonly Row[] {
  const some = rows.filter((row) => row.element.archived === null);
  return some.length === rows.length ? rows : some;
}

const NOTHING: Findings = { count: 0, worst: null, messages: [], isShared: false };

function said(found: Found | undefined): Findings {
  if (found === undefined) return NOTHING;
  const { findings, isShared } = found;
  const messages = findings.map(({ message }) => message);
  return { count: findings.length, worst: worstOf(findings), messages, isShared };
}

function counts(link: Link): boolean {
  return link.kind !== "contribution" || link.state === "accepted";
}

function served(id: string, portfolio: Portfolio): Served[] {
  const out: Served[] = [];
  for (const link of linksOf(portfolio.linksFrom, id)) {
    const target = portfolio.elements.get(link.to);
    if (!target || link.kind !== "contribution" || link.state === "retired") continue;
    out.push({ id: target.id, title: target.title, counts: counts(link) });
  }
  return out;
}

type Reach = Pick<Row, "objectives" | "priorities">;

const reaches = new WeakMap<Portfolio["linksFrom"], Map<string, Reach>>();

/** Walks from each element once: what is reached changes with the links only, not with every edit of a cell. */
function reachesOf(portfolio: Portfolio): (id: string) => Reach {
  const walked = reaches.get(portfolio.linksFrom) ?? new Map<string, Reach>();
  reaches.set(portfolio.linksFrom, walked);
  return (id) => {
    const found = walked.get(id) ?? reach(id, portfolio);
    walked.set(id, found);
    return found;
  };
}

/** Every objective and priority that a walk along links that count arrives at. */
function reach(start: string, portfolio: Portfolio): Reach {
  const waiting = wholeOf(start, portfolio);
  const seen = new Set(waiting);
  const objectives: string[] = [];
  const priorities: string[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const next of steps(at, portfolio)) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
      const kind = portfolio.elements.get(next)?.kind;
      if (kind === "objective") objectives.push(next);
      if (kind === "priority") priorities.push(next);
    }
  }
  return { objectives, priorities };
}

/** An element and its parts: the whole also reaches what one of its parts reaches. */
function wholeOf(start: string, portfolio: Portfolio): string[] {
  const found = [start];
  for (const at of found) {
    for (const link of linksOf(portfolio.linksTo, at)) {
      if (link.kind === "part_of" && !found.includes(link.from)) found.push(link.from);
    }
  }
  return found;
}

/** One step towards why. */
function steps(at: string, portfolio: Portfolio): string[] {
  return linksOf(portfolio.linksFrom, at)
    .filter((link) => link.kind === "contribution" || link.kind === "because" || link.kind === "part_of")
    .filter(counts)
    .map((link) => link.to);
}

/** Asks of a row whether every word typed occurs somewhere in it. */
export function finder(typed: string): (row: Row) => boolean {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return () => true;
  return (row) => {
    const text = textOf(row);
    return words.every((word) => text.includes(word));
  };
}

const texts = new WeakMap<Row | Element, string>();

function kept<T extends Row | Element>(of: T, make: (of: T) => string): string {
  const earlier = texts.get(of);
  if (earlier !== undefined) return earlier;
  const text = make(of);
  texts.set(of, text);
  return text;
}

/** Everything that is searched in a row. Neither rows nor elements ever change, so each is put together once. */
function textOf(row: Row): string {
  const own = kept(row.element, (element) =>
    folded(
      [
        element.title,
        known(element.owner) ?? "",
        ...element.tags,
        ...element.external_keys.map((key) => key.key),
        element.description,
        element.why.text,
        ...Object.values(element.extra),
      ].join("\n"),
    ),
  );
  if (row.serves.length === 0) return own;
  return kept(row, ({ serves }) => `${own}\n${folded(serves.map((it) => it.title).join("\n"))}`);
}
