/*
 * What one row of the table stands for: an element with what follows from its neighbours (what it contributes
 * to, what it reaches, what was reported, what was found). Pure; made anew when the records change.
 */
import type { Element, ElementKind, Finding, Link, Severity, StatusReport } from "../../api/bindings.ts";
import type { Standing } from "../../kit/index.ts";
import { known } from "./gaps.ts";

/** The part of the portfolio that the table reads. */
export interface Facts {
  readonly elements: ReadonlyMap<string, Element>;
  readonly links: Iterable<Link>;
  readonly statuses: Iterable<StatusReport>;
  readonly findings: readonly Finding[];
}

/** The newest report of one side. */
export interface Report {
  readonly standing: Standing;
  /** The words of the source. */
  readonly said: string;
  readonly date: string | null;
}

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
  readonly delivery: Report | null;
  readonly business: Report | null;
  readonly serves: readonly Served[];
  /** Ids of objectives and priorities at the end of links that count. */
  readonly objectives: readonly string[];
  readonly priorities: readonly string[];
  readonly findings: {
    readonly count: number;
    readonly worst: Severity | null;
    readonly messages: readonly string[];
  };
}

const STANDINGS = { green: "ok", amber: "risk", red: "off" } as const;
export const SEVERITIES: readonly Severity[] = ["info", "low", "medium", "high", "blocker"];

/** The rows of one kind, in the order of the portfolio. */
export function rowsOf(kind: ElementKind, facts: Facts): Row[] {
  const upwards = new Map<string, Link[]>();
  for (const link of facts.links) {
    if (link.kind !== "contribution" && link.kind !== "because") continue;
    const from = upwards.get(link.from);
    if (from) from.push(link);
    else upwards.set(link.from, [link]);
  }
  const reports = newest(facts.statuses);
  const found = bySubject(facts.findings);
  const rows: Row[] = [];
  for (const element of facts.elements.values()) {
    if (element.kind !== kind) continue;
    const reached = reach(element.id, upwards, facts.elements);
    rows.push({
      id: element.id,
      element,
      delivery: reports.get(`${element.id} it`) ?? null,
      business: reports.get(`${element.id} business`) ?? null,
      serves: served(upwards.get(element.id) ?? [], facts.elements),
      ...reached,
      findings: found.get(element.id) ?? NOTHING,
    });
  }
  return rows;
}

const NOTHING: Row["findings"] = { count: 0, worst: null, messages: [] };

function counts(link: Link): boolean {
  return link.kind !== "contribution" || link.state === "accepted";
}

function served(links: readonly Link[], elements: Facts["elements"]): Served[] {
  const out: Served[] = [];
  for (const link of links) {
    const target = elements.get(link.to);
    if (!target || link.kind !== "contribution" || link.state === "retired") continue;
    out.push({ id: target.id, title: target.title, counts: counts(link) });
  }
  return out;
}

/** Every objective and priority that a walk along links that count arrives at. */
function reach(
  start: string,
  upwards: ReadonlyMap<string, readonly Link[]>,
  elements: Facts["elements"],
): Pick<Row, "objectives" | "priorities"> {
  const seen = new Set([start]);
  const waiting = [start];
  const objectives: string[] = [];
  const priorities: string[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const link of upwards.get(at) ?? []) {
      if (!counts(link) || seen.has(link.to)) continue;
      seen.add(link.to);
      waiting.push(link.to);
      const kind = elements.get(link.to)?.kind;
      if (kind === "objective") objectives.push(link.to);
      if (kind === "priority") priorities.push(link.to);
    }
  }
  return { objectives, priorities };
}

/** The newest report for each element and side; one without a date gives way to one with a date. */
function newest(statuses: Iterable<StatusReport>): Map<string, Report> {
  const reports = new Map<string, Report>();
  for (const status of statuses) {
    const key = `${status.element} ${status.lens}`;
    const earlier = reports.get(key);
    if (earlier && (earlier.date ?? "") > (status.date ?? "")) continue;
    const standing = status.status === null ? "unknown" : STANDINGS[status.status];
    reports.set(key, { standing, said: status.said, date: status.date });
  }
  return reports;
}

function bySubject(findings: readonly Finding[]): Map<string, Row["findings"]> {
  const found = new Map<string, Row["findings"]>();
  for (const finding of findings) {
    if (!finding.subject) continue;
    const { id } = finding.subject;
    const { count, worst, messages } = found.get(id) ?? NOTHING;
    const worse = worst === null || SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(worst);
    found.set(id, {
      count: count + 1,
      worst: worse ? finding.severity : worst,
      messages: [...messages, finding.message],
    });
  }
  return found;
}

/** Small letters without accents, for looking things up. */
export function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Whether every word typed occurs somewhere in the row. */
export function matches(row: Row, typed: string): boolean {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return true;
  const { element } = row;
  const text = fold(
    [
      element.title,
      known(element.owner) ?? "",
      ...element.tags,
      ...element.external_keys.map((key) => key.key),
      ...row.serves.map((it) => it.title),
      element.description,
      ...Object.values(element.extra),
    ].join("\n"),
  );
  return words.every((word) => text.includes(word));
}
