import { describe, expect, it } from "vitest";
import type { Link } from "../api/bindings.ts";
import { causesOf, rootsOf } from "./causes.ts";
import { findingsOf } from "./findings.ts";
import { contribution, driver, finding, initiative, objective, priority, stored } from "./fixture.ts";
import { newId } from "./id.ts";
import { naturalLink } from "./kinds.ts";
import { carries, lineOf } from "./line.ts";
import { total } from "./money.ts";
import { patched, portfolioOf } from "./portfolio.ts";
import { Selection } from "./selection.ts";
import { atStake } from "./stake.ts";

const NONE = new Map<string, never>();

describe("new ids", () => {
  it("are version 7 UUIDs that sort by time", () => {
    const early = newId(1_700_000_000_000);
    const late = newId(1_700_000_000_001);
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
    expect(newId()).not.toBe(newId());
  });

  it("sort in the order in which they were made, however many are made at once", () => {
    const ids = Array.from({ length: 500 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
  });

  it("begin with the moment, in milliseconds", () => {
    const id = newId(0x0123_4567_89ab, new Uint8Array(10).fill(0xff));
    expect(id).toBe("01234567-89ab-7fff-bfff-ffffffffffff");
  });
});

describe("the throughline", () => {
  const portfolio = portfolioOf(
    stored(
      [
        driver("d", "Grant capped"),
        priority("p", "Live within it"),
        objective("o", "Fares"),
        initiative("i", "App"),
      ],
      [contribution("1", "i", "o"), contribution("2", "o", "p"), contribution("3", "p", "d")],
    ),
  );

  it("runs up to the driver and down to the work", () => {
    expect(lineOf(portfolio, "o").up.map(({ id }) => id)).toEqual(["p", "d"]);
    expect(lineOf(portfolio, "o").down.map(({ id }) => id)).toEqual(["i"]);
  });

  it("stops where a contribution is disputed", () => {
    const cut = portfolioOf(
      stored([objective("o", "Fares"), initiative("i", "App")], [contribution("1", "i", "o", "disputed")]),
    );
    expect(lineOf(cut, "i").up).toEqual([]);
  });
});

describe("what is changed", () => {
  it("keeps its place among the others, so that no row moves under somebody’s hands", () => {
    const [a, b, c] = [objective("a", "Fares"), objective("b", "Crossings"), objective("c", "Crews")];
    const [one, two] = [contribution("1", "x", "a"), contribution("2", "x", "b")];
    const before = portfolioOf(stored([initiative("x", "App"), a, b, c], [one, two]));
    const after = patched(before, [
      { before: { type: "element", record: a }, after: { type: "element", record: { ...a, title: "Fare" } } },
      {
        before: { type: "link", record: one },
        after: { type: "link", record: contribution("1", "x", "a", "disputed") },
      },
    ]);
    expect([...after.elements.keys()]).toEqual([...before.elements.keys()]);
    expect(after.elements.get("a")?.title).toBe("Fare");
    expect(after.linksFrom.get("x")).toMatchObject([{ id: "1", state: "disputed" }, { id: "2" }]);
    expect(before.linksFrom.get("x")?.[0]).toBe(one);
  });

  it("leaves the element that a link no longer starts from", () => {
    const link = contribution("1", "x", "a");
    const elements = [initiative("x", "App"), initiative("y", "Web"), objective("a", "Fares")];
    const moved = patched(portfolioOf(stored(elements, [link])), [
      { before: { type: "link", record: link }, after: { type: "link", record: { ...link, from: "y" } } },
    ]);
    expect(moved.linksFrom.get("x")).toBeUndefined();
    expect(moved.linksFrom.get("y")).toHaveLength(1);
  });
});

describe("links", () => {
  it("run from a lower level to a higher one", () => {
    expect(naturalLink("initiative", "objective")).toBe("contribution");
    expect(naturalLink("objective", "initiative")).toBeNull();
    expect(naturalLink("system", "team")).toBeNull();
    expect(naturalLink("indicator", "outcome")).toBe("measures");
  });
});

describe("money", () => {
  it("is added exactly and never across currencies", () => {
    expect(
      total([
        { amount: "0.1", currency: "EUR" },
        { amount: "0.2", currency: "EUR" },
        { amount: "9007199254740993", currency: "$" },
        { amount: "not money", currency: "$" },
      ]),
    ).toEqual([
      { amount: "9007199254740993", currency: "$" },
      { amount: "0.3", currency: "EUR" },
    ]);
  });
});

describe("findings", () => {
  const work = Array.from({ length: 91 }, (_, i) => initiative(`i${i}`, `Project ${i}`));
  const first = work[0] ?? initiative("i0", "Project 0");
  const orphans = work.map((it) => finding("D103", it, { money: [{ amount: "10", currency: "EUR" }] }));

  it("of one rule are one cause, however many", () => {
    const causes = causesOf(rootsOf(orphans), NONE);
    expect(causes).toHaveLength(1);
    expect(causes[0]?.roots).toHaveLength(91);
    expect(causes[0]?.money).toEqual([{ amount: "910", currency: "EUR" }]);
  });

  it("never fold what is told once of the whole among what the same rule says of elements", () => {
    const once = finding("M501", first, { key: "M501:portfolio", subject: null });
    const three = ["a", "b", "c"].map((id) => finding("M501", objective(id, `Aim ${id}`)));
    const causes = causesOf(rootsOf([once, ...three]), NONE);
    expect(causes.map(({ roots }) => roots.length).sort()).toEqual([1, 3]);
  });

  it("count the money of one subject once, however many rules name it", () => {
    const money = [{ amount: "10", currency: "EUR" }];
    const both = [
      finding("D103", first, { money }),
      finding("M501", first, { money, family: "why", weight: 26 }),
    ];
    expect(atStake(both, NONE).money).toEqual(money);
  });

  it("put the budget of the work at stake once, whether a finding speaks of it or of what stands above it", () => {
    const paid = { ...first, budget: { known: { amount: "12", currency: "EUR" } } };
    const elements = new Map([[paid.id, paid]]);
    const money = [{ amount: "90", currency: "EUR" }];
    const above = finding("D102", objective("o", "Fares"), {
      money,
      related: [{ id: paid.id, kind: "initiative", title: paid.title }],
    });
    expect(atStake([finding("D103", paid, { money }), above], elements).money).toEqual([
      { amount: "12", currency: "EUR" },
    ]);
  });

  it("put no more money at stake than there is, where an objective or a source stands for the same work", () => {
    const behind = finding("D102", objective("o", "Fares"), { money: [{ amount: "910", currency: "EUR" }] });
    const whole = {
      ...finding("D401", first, { money: [{ amount: "900", currency: "EUR" }] }),
      subject: null,
    };
    expect(atStake([...orphans, behind, whole], NONE).money).toEqual([{ amount: "910", currency: "EUR" }]);
    expect(atStake([whole], NONE).money).toEqual([{ amount: "900", currency: "EUR" }]);
  });

  it("are found by subject and by what they relate to", () => {
    const related = finding("D102", objective("o", "Fares"), {
      related: [{ id: first.id, kind: "initiative", title: first.title }],
    });
    expect(findingsOf([...orphans, related], first.id).map(({ code }) => code)).toEqual(["D103", "D102"]);
  });
});

describe("the selection", () => {
  it("tells only of true changes and forgets what is gone", () => {
    const selection = new Selection();
    let told = 0;
    selection.subscribe(() => {
      told += 1;
    });
    selection.set(["a", "b"]);
    selection.set(["a", "b"]);
    selection.keep((id) => id === "b");
    selection.toggle("b");
    expect(selection.ids()).toEqual([]);
    expect(told).toBe(3);
  });
});

describe("what carries the line", () => {
  const link = contribution("1", "i", "o");

  it("is an accepted contribution that helps", () => {
    expect(carries(link, "2026-11-22")).toBe(true);
    expect(carries(contribution("1", "i", "o", "proposed"), "2026-11-22")).toBe(false);
    const harming: Link = { ...link, kind: "contribution", sign: "harms" } as Link;
    expect(carries(harming, "2026-11-22")).toBe(false);
  });

  it("is valid on the day, its first and last day included", () => {
    const dated = { ...link, valid_from: "2026-01-01", valid_until: "2026-06-30" } as Link;
    expect(
      ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map((day) => carries(dated, day)),
    ).toEqual([false, true, true, false]);
  });
});
