import { describe, expect, it, vi } from "vitest";
import type { Element, Link } from "../api/bindings.ts";
import { EVERYTHING, Filter, facetsOf, isFiltering, matchesFilter, passing } from "./filter.ts";
import { contribution, initiative, objective, stored } from "./fixture.ts";
import { portfolioOf } from "./portfolio.ts";

const ferry = {
  ...initiative("i1", "Élan : ferries électriques"),
  owner: { known: "Ada Berg" },
  tags: ["green", "2027"],
  external_keys: [{ source: "Budget", key: "PRJ-0042" }],
};
const app = {
  ...initiative("i2", "Booking app"),
  owner: { missing: { reason: "unknown" as const, said: "?" } },
};
const goal = { ...objective("o1", "Full decks"), description: "Riders who book early" };
const ALL: Element[] = [ferry, app, goal];
const LINKS: Link[] = [contribution("l1", "i2", "o1")];

function found(wanted: Partial<typeof EVERYTHING>, elements = ALL): string[] {
  const portfolio = portfolioOf(stored(elements, LINKS));
  return elements
    .filter((it) => matchesFilter(portfolio, { ...EVERYTHING, ...wanted }, it))
    .map(({ id }) => id);
}

describe("the shared filter", () => {
  it("lets everything pass until something is wanted", () => {
    expect(found({})).toEqual(["i1", "i2", "o1"]);
    expect(found({ text: "   " })).toEqual(["i1", "i2", "o1"]);
    expect(isFiltering({ ...EVERYTHING, text: "  " })).toBe(false);
    expect(passing(portfolioOf(stored(ALL)), EVERYTHING)).toBeNull();
  });

  it("forgives accents and case, and wants every word, in any order", () => {
    expect(found({ text: "ELECTRIQUES elan" })).toEqual(["i1"]);
    expect(found({ text: "elan app" })).toEqual([]);
  });

  it("looks in people, tags, keys and descriptions too", () => {
    expect(found({ text: "berg" })).toEqual(["i1"]);
    expect(found({ text: "green prj-0042" })).toEqual(["i1"]);
    expect(found({ text: "riders" })).toEqual(["o1"]);
  });

  it("finds what serves the thing that is named", () => {
    expect(found({ text: "full decks" })).toEqual(["i2", "o1"]);
  });

  it("narrows by one person, or to what nobody owns, whatever the reason", () => {
    expect(found({ owner: "Ada Berg" })).toEqual(["i1"]);
    expect(found({ owner: "" })).toEqual(["i2", "o1"]);
    expect(found({ owner: "Ada" })).toEqual([]);
  });

  it("narrows by tag, and by everything at once", () => {
    expect(found({ tag: "green" })).toEqual(["i1"]);
    expect(found({ tag: "green", owner: "" })).toEqual([]);
    expect(found({ tag: "green", owner: "Ada Berg", text: "ferries" })).toEqual(["i1"]);
  });

  it("follows an element that was renamed", () => {
    expect(found({ text: "ferries" }, [ferry])).toEqual(["i1"]);
    expect(found({ text: "ferries" }, [{ ...ferry, title: "Boats" }])).toEqual([]);
  });

  it("offers the people and tags of what is not put away", () => {
    const gone = {
      ...ferry,
      id: "i3",
      owner: { known: "Somebody else" },
      tags: ["old"],
      archived: { on: "2026-01-01", reason: "", merged_into: null } as unknown as Element["archived"],
    };
    const { owners, tags } = facetsOf(portfolioOf(stored([...ALL, gone])));
    expect([...owners]).toEqual(["Ada Berg"]);
    expect([...tags]).toEqual(["green", "2027"]);
  });

  it("tells its listeners only of a change", () => {
    const filter = new Filter();
    const heard = vi.fn();
    filter.subscribe(heard);
    filter.set({ text: "a" });
    filter.set({ text: "a" });
    filter.clear();
    filter.clear();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it("answers for five thousand elements between two keys", () => {
    const many = Array.from({ length: 5000 }, (_, n) => initiative(`n${n}`, `Étape ${n} du chantier`));
    const portfolio = portfolioOf(stored(many));
    const times = ["e", "et", "eta", "etap", "etape 4"].map((text) => {
      const start = performance.now();
      passing(portfolio, { ...EVERYTHING, text });
      return performance.now() - start;
    });
    // The middle one, because the machine may be busy with something else for a moment.
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(100);
  });
});
