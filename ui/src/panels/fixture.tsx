/* A panel on a desk of its own, over the host that lives in memory: what the tests of panels stand on. */
import { fireEvent, render } from "@testing-library/react";
import type {
  Element,
  Finding,
  IdleRule,
  Link,
  RuleText,
  SeenDay,
  Record as Stored,
} from "../api/bindings.ts";
import { type FakeHost, fakeHost } from "../api/fake.ts";
import { Filter } from "../model/filter.ts";
import { stored } from "../model/fixture.ts";
import { Selection } from "../model/selection.ts";
import { Store } from "../model/store.ts";
import { Verdicts } from "../model/verdicts.ts";
import { type Lang, WordsProvider } from "../words/index.ts";
import { Carry } from "./carry.ts";
import { type Desk, DeskProvider } from "./desk.tsx";

export interface Bench {
  host: FakeHost;
  store: Store;
  selection: Selection;
  filter: Filter;
  told: string[];
  /** News of steps that came with the way back. */
  offered: string[];
  shown: string[][];
  /** What was asked to be shown elsewhere: the view and what in it. */
  gone: (readonly [string, ...string[]])[];
}

export interface Given {
  elements: readonly Element[];
  links?: readonly Link[];
  /** Records of other kinds: readings, sources, status reports. */
  more?: readonly Stored[];
  findings?: (records: Stored[]) => Finding[];
  select?: readonly string[];
  /** The rules as the program explains them. */
  rules?: readonly RuleText[];
  trend?: SeenDay[];
  idle?: IdleRule[];
  lang?: Lang;
}

/** What a desk needs besides, for tests that make one of their own and ask nothing of it. */
export function elsewhere(
  host: FakeHost,
): Omit<
  Desk,
  "store" | "selection" | "filter" | "attempt" | "edit" | "tell" | "rules" | "barsOf" | "showOnMap"
> {
  const nowhere = () => undefined;
  return {
    showIn: nowhere,
    showFindings: nowhere,
    showRule: nowhere,
    offerUndo: nowhere,
    carry: new Carry(),
    verdicts: new Verdicts(host),
    idleRules: () => host.idleRules(),
    trend: () => host.trend(),
  };
}

export async function bench(given: Given, panel: React.ReactNode): Promise<Bench> {
  const host = fakeHost({
    records: [...stored(given.elements, given.links), ...(given.more ?? [])],
    ...(given.findings === undefined ? {} : { findings: given.findings }),
    ...(given.trend === undefined ? {} : { trend: given.trend }),
    ...(given.idle === undefined ? {} : { idle: given.idle }),
  });
  const store = new Store(host, await host.view());
  const selection = new Selection();
  selection.set(given.select ?? []);
  const filter = new Filter();
  const told: string[] = [];
  const offered: string[] = [];
  const shown: string[][] = [];
  const gone: Bench["gone"] = [];
  const attempt = <T,>(asked: Promise<T>) => asked.catch(() => null);
  const desk: Desk = {
    store,
    selection,
    filter,
    attempt,
    edit: (...edits) => attempt(store.edit(edits)),
    tell: (text) => told.push(text),
    rules: new Map((given.rules ?? []).map((rule) => [rule.code, rule])),
    barsOf: () => null,
    showOnMap: (ids) => shown.push([...ids]),
    ...elsewhere(host),
    offerUndo: (_, text) => void offered.push(text),
    showIn: (place, ids) => gone.push([place, ...ids]),
    showFindings: (wanted) =>
      gone.push(["findings", ...("finding" in wanted ? [wanted.finding] : wanted.about)]),
    showRule: (code) => gone.push(["rule", code]),
  };
  render(
    <WordsProvider lang={given.lang ?? "en"}>
      <DeskProvider value={desk}>{panel}</DeskProvider>
    </WordsProvider>,
  );
  return { host, store, selection, filter, told, offered, shown, gone };
}

/** Types into a field and leaves it. */
export function type(field: HTMLElement, text: string): void {
  field.focus();
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
  fireEvent.blur(field);
}
