/*
 * The mirror: all records of the open portfolio, with the look-ups that screens need.
 * A value that never changes; `patched` gives the next one and shares everything the diff did not touch, so that
 * identity tells what must be drawn again.
 */
import type {
  Canvas,
  Change,
  Element,
  ImportRecord,
  Link,
  Note,
  OwnRule,
  Placement,
  Record as PortfolioRecord,
  Reading,
  Settings,
  Source,
  StatusReport,
  Waiver,
} from "../api/bindings.ts";

type Table<T> = ReadonlyMap<string, T>;
type Index<T> = ReadonlyMap<string, readonly T[]>;

export interface Portfolio {
  /** Title, currency, rates and fiscal year. */
  readonly settings: Settings;
  readonly elements: Table<Element>;
  readonly links: Table<Link>;
  readonly canvases: Table<Canvas>;
  readonly placements: Table<Placement>;
  readonly notes: Table<Note>;
  readonly readings: Table<Reading>;
  readonly statuses: Table<StatusReport>;
  readonly sources: Table<Source>;
  readonly imports: Table<ImportRecord>;
  readonly waivers: Table<Waiver>;
  readonly ownRules: Table<OwnRule>;
  /** Links by the element they start from, and by the element they end at. */
  readonly linksFrom: Index<Link>;
  readonly linksTo: Index<Link>;
  readonly readingsOf: Index<Reading>;
  readonly statusesOf: Index<StatusReport>;
  /** The day for which it is looked at; `null` is today. */
  readonly asOf: string | null;
}

/** What stands before anything was said. */
const UNSAID: Settings = {
  title: "",
  currency: null,
  rates: [],
  fiscal_year: { month: 1, day: 1 },
  cycle: "month",
  rules: {},
};

export const EMPTY: Portfolio = {
  settings: UNSAID,
  elements: new Map(),
  links: new Map(),
  canvases: new Map(),
  placements: new Map(),
  notes: new Map(),
  readings: new Map(),
  statuses: new Map(),
  sources: new Map(),
  imports: new Map(),
  waivers: new Map(),
  ownRules: new Map(),
  linksFrom: new Map(),
  linksTo: new Map(),
  readingsOf: new Map(),
  statusesOf: new Map(),
  asOf: null,
};

/** Links of an element out of, or into it; nothing for one that has none. */
export function linksOf(index: Index<Link>, element: string): readonly Link[] {
  return index.get(element) ?? NONE;
}
const NONE: readonly never[] = [];

/** A portfolio of these records, looked at for a day. */
export function portfolioOf(records: readonly PortfolioRecord[], asOf: string | null = null): Portfolio {
  return patched(
    { ...EMPTY, asOf },
    records.map((record) => ({ before: null, after: record })),
  );
}

/** The portfolio after these changes; tables that none of them touches keep their identity. */
export function patched(portfolio: Portfolio, changes: readonly Change[]): Portfolio {
  const draft = new Draft(portfolio);
  for (const change of changes) {
    // What only changes keeps its place among the others: rows that somebody works in must not move to the end.
    if (change.before && !isSame(change.before, change.after)) draft.take(change.before);
    if (change.after) draft.put(change.after);
  }
  return draft.next;
}

/** Whether a change leaves a record where the indexes have it. */
function isSame(before: PortfolioRecord, after: PortfolioRecord | null): boolean {
  if (after === null || before.type === "settings" || after.type === "settings") return false;
  if (before.type !== after.type || before.record.id !== after.record.id) return false;
  if (before.type === "link" && after.type === "link")
    return before.record.from === after.record.from && before.record.to === after.record.to;
  if (before.type === "reading" && after.type === "reading")
    return before.record.indicator === after.record.indicator;
  if (before.type === "status_report" && after.type === "status_report")
    return before.record.element === after.record.element;
  return true;
}

/** Copies a table or index on its first change only. */
class Draft {
  readonly next: { -readonly [K in keyof Portfolio]: Portfolio[K] };
  readonly #own = new Map<unknown, unknown>();

  constructor(from: Portfolio) {
    this.next = { ...from };
  }

  take(record: PortfolioRecord): void {
    switch (record.type) {
      case "element":
        this.#delete("elements", record.record.id);
        return;
      case "canvas":
        this.#delete("canvases", record.record.id);
        return;
      case "placement":
        this.#delete("placements", record.record.id);
        return;
      case "note":
        this.#delete("notes", record.record.id);
        return;
      case "source":
        this.#delete("sources", record.record.id);
        return;
      case "import":
        this.#delete("imports", record.record.id);
        return;
      case "waiver":
        this.#delete("waivers", record.record.id);
        return;
      case "own_rule":
        this.#delete("ownRules", record.record.id);
        return;
      case "link":
        this.#delete("links", record.record.id);
        this.#drop("linksFrom", record.record.from, record.record.id);
        this.#drop("linksTo", record.record.to, record.record.id);
        return;
      case "reading":
        this.#delete("readings", record.record.id);
        this.#drop("readingsOf", record.record.indicator, record.record.id);
        return;
      case "status_report":
        this.#delete("statuses", record.record.id);
        this.#drop("statusesOf", record.record.element, record.record.id);
        return;
      case "settings":
        this.next.settings = UNSAID;
        return;
    }
  }

  put(record: PortfolioRecord): void {
    switch (record.type) {
      case "element":
        this.#table(this.next.elements, "elements").set(record.record.id, record.record);
        return;
      case "canvas":
        this.#table(this.next.canvases, "canvases").set(record.record.id, record.record);
        return;
      case "placement":
        this.#table(this.next.placements, "placements").set(record.record.id, record.record);
        return;
      case "note":
        this.#table(this.next.notes, "notes").set(record.record.id, record.record);
        return;
      case "source":
        this.#table(this.next.sources, "sources").set(record.record.id, record.record);
        return;
      case "import":
        this.#table(this.next.imports, "imports").set(record.record.id, record.record);
        return;
      case "waiver":
        this.#table(this.next.waivers, "waivers").set(record.record.id, record.record);
        return;
      case "own_rule":
        this.#table(this.next.ownRules, "ownRules").set(record.record.id, record.record);
        return;
      case "link":
        this.#table(this.next.links, "links").set(record.record.id, record.record);
        this.#add(this.next.linksFrom, "linksFrom", record.record.from, record.record);
        this.#add(this.next.linksTo, "linksTo", record.record.to, record.record);
        return;
      case "reading":
        this.#table(this.next.readings, "readings").set(record.record.id, record.record);
        this.#add(this.next.readingsOf, "readingsOf", record.record.indicator, record.record);
        return;
      case "status_report":
        this.#table(this.next.statuses, "statuses").set(record.record.id, record.record);
        this.#add(this.next.statusesOf, "statusesOf", record.record.element, record.record);
        return;
      case "settings":
        this.next.settings = record.record;
        return;
    }
  }

  /** The table of that name, our own copy of it. */
  #table<T>(table: ReadonlyMap<string, T>, name: keyof Portfolio): Map<string, T> {
    const mine = this.#own.get(name);
    if (mine === table) return table as Map<string, T>;
    const copy = new Map(table);
    this.#own.set(name, copy);
    Object.assign(this.next, { [name]: copy });
    return copy;
  }

  #delete(
    name:
      | "elements"
      | "links"
      | "canvases"
      | "placements"
      | "notes"
      | "readings"
      | "statuses"
      | "sources"
      | "imports"
      | "waivers"
      | "ownRules",
    id: string,
  ): void {
    this.#table<unknown>(this.next[name], name).delete(id);
  }

  #add<T extends { readonly id: string }>(index: Index<T>, name: keyof Portfolio, at: string, item: T): void {
    const mine = this.#table(index, name);
    const there = mine.get(at) ?? [];
    const place = there.findIndex((other) => other.id === item.id);
    mine.set(at, place < 0 ? [...there, item] : there.with(place, item));
  }

  #drop(name: "linksFrom" | "linksTo" | "readingsOf" | "statusesOf", at: string, id: string): void {
    const mine = this.#table<readonly { readonly id: string }[]>(this.next[name], name);
    const rest = (mine.get(at) ?? []).filter((other) => other.id !== id);
    if (rest.length > 0) mine.set(at, rest);
    else mine.delete(at);
  }
}
