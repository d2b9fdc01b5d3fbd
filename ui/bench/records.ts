/*
 * The generated map as records: what a portfolio would hold for the projection to make those cards of it, with progress,
 * reports, indicators and readings. And edits of it, as the host would answer them.
 */
import type { Change, Element, Link, Record as Stored, Status } from "../src/api/bindings";
import { settingsOf } from "../src/api/fakeRecords";
import type { SceneCard, Status as Standing } from "../src/canvas/scene";
import { type Portfolio, portfolioOf } from "../src/model/portfolio";
import { indicator } from "../src/model/fixture";
import { contribution, element } from "./demo";
import { generate, hashOf, random } from "./generate";
import { mapWords } from "./words";

const STATUS: Readonly<Record<Standing, Status | null>> = { ok: "green", risk: "amber", off: "red", unknown: null };
export const CANVAS = "map";

export interface Generated {
  readonly portfolio: Portfolio;
  readonly hash: string;
}

/** A portfolio of about so many cards and twice as many links; the same every time. */
export function generated(count: number, seed = 7): Generated {
  const scene = generate(count, mapWords("en"), seed);
  const tops = new Map(scene.lanes.flatMap((lane) => lane.bands.map((band) => [band.key, band.from] as const)));
  const records: Stored[] = [
    { type: "settings", record: settingsOf("Generated") },
    { type: "canvas", record: { id: CANVAS, title: "Strategy map", kind: "strategy_map", frames: [] } },
  ];
  for (const card of scene.cards) {
    records.push({ type: "element", record: elementOf(card) });
    const y = card.y - (tops.get(card.kind) ?? 0);
    records.push({ type: "placement", record: { id: `p.${card.id}`, canvas: CANVAS, element: card.id, x: card.x, y, pinned: false, locked: false } });
    const status = STATUS[card.delivery.status];
    if (status !== null && card.kind === "initiative") {
      records.push({ type: "status_report", record: { id: `s.${card.id}`, element: card.id, date: { known: "2026-06-30" }, lens: "it", status, said: "", comment: "", percent: null, source: null } });
    }
    const { fraction } = card.outcome;
    if (fraction === null || !["objective", "outcome", "initiative"].includes(card.kind)) continue;
    const id = `i.${card.id}`;
    records.push({ type: "element", record: indicator(id, `${card.title}, share`, { baseline: { known: 0 }, target: { known: 100 }, baseline_on: { known: "2026-01-01" }, target_on: { known: "2026-12-31" } }) });
    records.push({ type: "link", record: { id: `m.${card.id}`, from: id, to: card.id, kind: "measures" } as Link });
    records.push({ type: "reading", record: { id: `r.${card.id}`, indicator: id, period: "2026-06-30", value: Math.round(fraction * 100), nature: "actual", source: null, recorded_at: "", recorded_by: "K. Lund", comment: "", grade: null } });
  }
  for (const link of scene.links) {
    const more = { id: link.id, state: link.proposed ? "proposed" : "accepted", sign: link.negative ? "harms" : "helps" };
    records.push({ type: "link", record: contribution(link.from, link.to, link.strength, link.confidence, more) });
  }
  return { portfolio: portfolioOf(records), hash: hashOf(scene) };
}

function elementOf(card: SceneCard): Element {
  const owner = card.missing === null ? (card.meta[0] ?? "") : "";
  if (card.kind !== "initiative") return element(card.id, card.kind, card.title, owner);
  const { fraction } = card.delivery;
  return element(card.id, card.kind, card.title, owner, {
    percent_complete: fraction === null ? null : { known: Math.round(fraction * 100) },
    budget: card.meta.length < 2 ? null : { known: { amount: "2400000", currency: "EUR" } },
  });
}

/** The change that an edit of one element makes. */
export function changed(portfolio: Portfolio, id: string, more: object): Change[] {
  const before = portfolio.elements.get(id);
  if (before === undefined) throw new Error(`There is no ${id}.`);
  return [{ before: { type: "element", record: before }, after: { type: "element", record: { ...before, ...more } as Element } }];
}

export { random };
