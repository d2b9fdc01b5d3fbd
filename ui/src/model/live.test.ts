import { describe, expect, it } from "vitest";
import type { Element, Link } from "../api/bindings.ts";
import { contribution, indicator, initiative, objective, priority, reading, stored } from "./fixture.ts";
import { lineOf } from "./line.ts";
import { around, live } from "./live.ts";
import { patched, portfolioOf } from "./portfolio.ts";
import { deliveryOf, outcomeOf } from "./standing.ts";

const away = <T extends Element>(element: T): T => ({
  ...element,
  archived: { on: "2026-10-01", reason: "Bought elsewhere" },
});
const goal = objective("o", "Full decks");
const done = initiative("i1", "Harbour app", { percent_complete: { known: 40 } });
const gone = away(initiative("i2", "Old pier", { percent_complete: { known: 100 } }));
const count = indicator("k", "Seats filled", { baseline: { known: 0 }, target: { known: 10 } });
const measure: Link = { id: "m", from: "k", to: "o", kind: "measures" };
const LINKS = [contribution("1", "i1", "o"), contribution("2", "i2", "o"), contribution("3", "o", "p")];

function portfolio(...elements: readonly Element[]) {
  return portfolioOf([
    ...stored([goal, priority("p", "Islands first"), ...elements], [...LINKS, measure]),
    { type: "reading", record: reading("r", "k", "2026-09-30", 10) },
  ]);
}

describe("what was put away", () => {
  it("counts nowhere: not on the line, not in delivery, not as a measure", () => {
    const before = portfolio(done, { ...gone, archived: null }, count);
    expect(lineOf(before, "o").down.map(({ id }) => id)).toEqual(["i1", "i2"]);
    expect(deliveryOf(before, goal).percent).toBe(70);
    expect(outcomeOf(before, goal).percent).toBe(100);
    const after = portfolio(done, gone, away(count));
    expect(lineOf(after, "o").down.map(({ id }) => id)).toEqual(["i1"]);
    expect(deliveryOf(after, goal).percent).toBe(40);
    expect(outcomeOf(after, goal).percent).toBeNull();
  });

  it("takes its links and what was accepted about it along, and keeps them for itself", () => {
    const all = patched(portfolio(done, gone, count), [
      {
        before: null,
        after: {
          type: "waiver",
          record: {
            id: "w",
            code: "D103",
            subject: "i2",
            reason: "Over",
            person: "",
            on: "2026-10-01",
            until: null,
          },
        },
      },
    ]);
    expect([...live(all).links.keys()]).toEqual(["1", "3", "m"]);
    expect(
      live(all)
        .linksTo.get("o")
        ?.map(({ id }) => id),
    ).toEqual(["1", "m"]);
    expect(live(all).waivers.size).toBe(0);
    expect(around(all, gone).linksFrom.get("i2")).toHaveLength(1);
    expect(around(all, done)).toBe(live(all));
  });

  it("costs nothing while there is none, and the links of others stay as they are when an element changes", () => {
    const none = portfolio(done, count);
    expect(live(none)).toBe(none);
    const some = portfolio(done, gone, count);
    const next = patched(some, [
      {
        before: { type: "element", record: done },
        after: { type: "element", record: { ...done, title: "Quay app" } },
      },
    ]);
    expect(live(next).linksFrom).toBe(live(some).linksFrom);
    expect(live(next).elements.get("i1")?.title).toBe("Quay app");
  });
});
