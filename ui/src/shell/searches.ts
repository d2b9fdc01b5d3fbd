/*
 * What the palette searches, kept for as long as a portfolio is open: its elements and findings, read once and then
 * only where something changed, and what was chosen lately.
 */
import type { Element, Finding } from "../api/index.ts";
import type { Search } from "../model/search.ts";
import { elementSearch, findingSearch, openFindings } from "../model/searchable.ts";
import type { Store } from "../model/store.ts";
import { ruleName } from "../panels/words.ts";
import type { Words } from "../words/index.ts";

export interface Searches {
  readonly elements: Search<Element>;
  readonly findings: Search<Finding>;
  /** Those that stand open by their keys, worst first. */
  readonly open: ReadonlyMap<string, Finding>;
}

/** What is searched, as the store holds it. */
interface Held {
  readonly elements: ReadonlyMap<string, Element>;
  readonly findings: readonly Finding[];
}

interface Kept extends Searches {
  readonly lang: Words["lang"];
  readonly of: Held;
}

const kept = new WeakMap<Store, Kept>();

/** The searches of a portfolio as it stands. */
export function searchesOf(store: Store, held: Held, words: Words): Searches {
  const before = kept.get(store);
  const mine = before?.lang === words.lang ? before : undefined;
  if (mine?.of.elements === held.elements && mine.of.findings === held.findings) return mine;
  const elements = (before?.elements ?? elementSearch()).hold(held.elements.values());
  const open = new Map(openFindings(held.findings).map((it) => [it.key, mine ? sameAs(it, mine.open) : it]));
  const findings = mine?.findings ?? findingSearch((it) => ruleName(words, it.name));
  findings.hold(open.values());
  const now = { lang: words.lang, of: held, elements, findings, open };
  kept.set(store, now);
  return now;
}

/** Findings come anew with each edit; one that says the same is not read again. */
function sameAs(finding: Finding, known: ReadonlyMap<string, Finding>): Finding {
  const before = known.get(finding.key);
  const isSame = before?.message === finding.message && before.severity === finding.severity;
  return isSame ? before : finding;
}

/** How many are remembered. */
const LATELY = 6;
const chosen = new WeakMap<Store, readonly string[]>();

/** What was chosen in the palette, the latest first. */
export function lately(store: Store): readonly string[] {
  return chosen.get(store) ?? [];
}

export function remember(store: Store, id: string): void {
  chosen.set(store, [id, ...lately(store).filter((other) => other !== id)].slice(0, LATELY));
}
