import { describe, expect, it } from "vitest";
import type {
  Contribution,
  Element,
  Finding,
  Link,
  Maybe,
  Money,
  Record as Stored,
} from "../../api/index.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { wordsOf } from "../../words/index.ts";
import { COLUMNS, columnsFor, shown } from "./columns.ts";
import { readDate } from "./dates.ts";
import { decimal, plain, plus, round, ZERO } from "./decimal.ts";
import { editable, typed } from "./edits.ts";
import { readGap } from "./gaps.ts";
import { grouped, lines } from "./groups.ts";
import { intentOf } from "./keys.ts";
import { inUnit, readMoney, type Unit, unitName, units, withUnit } from "./money.ts";
import { sorted } from "./order.ts";
import { matches, rowsOf } from "./rows.ts";
import { extent, ranged, toggled, toggledAll } from "./selection.ts";
import { moneyTotal, totals } from "./totals.ts";
import { arrange, hold, INITIAL } from "./view.ts";

const words = wordsOf("en");
const WHY = {
  text: "",
  for_whom: "",
  change: "",
  proof: null,
  until: null,
  author: "",
  accepted_by: "",
  accepted_on: null,
  reviewed_on: null,
};
const COMMON = { description: "", owner: null, tags: [], why: WHY, external_keys: [], extra: {} };
const UNFILLED = {
  form: null,
  state: null,
  start: null,
  end: null,
  delivered_on: null,
  budget: null,
  spent: null,
  percent_complete: null,
  category: null,
  reference: null,
};
const CONTRIBUTION: Contribution = {
  mechanism: "",
  sign: "helps",
  strength: null,
  confidence: null,
  lag_days: null,
  share: null,
  state: "accepted",
  accepted_by: "",
  valid_from: null,
  valid_until: null,
  evidence: "",
};

function initiative(id: string, part: Partial<Extract<Element, { kind: "initiative" }>> = {}): Stored {
  return { type: "element", record: { id, title: id, ...COMMON, ...UNFILLED, kind: "initiative", ...part } };
}
function priority(id: string, rank: number): Stored {
  return { type: "element", record: { id, title: id, ...COMMON, kind: "priority", rank, horizon: null } };
}
function objective(id: string, weight: number | null = null): Stored {
  return { type: "element", record: { id, title: id, ...COMMON, kind: "objective", weight, horizon: null } };
}
function contributes(from: string, to: string, state: Contribution["state"] = "accepted"): Stored {
  const record: Link = { id: `${from}-${to}`, from, to, kind: "contribution", ...CONTRIBUTION, state };
  return { type: "link", record };
}
function money(amount: string, currency = "EUR"): Maybe<Money> {
  return { known: { amount, currency } };
}
const nfp: Maybe<Money> = { missing: { reason: "withheld", said: "nfp" } };

function rows(...records: Stored[]) {
  return rowsOf("initiative", portfolioOf(records), []);
}
function column(id: string) {
  const found = COLUMNS.find((it) => it.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}
const titles = (list: readonly { element: Element }[]) => list.map((row) => row.element.title);
const EUROS: Unit = { currency: "EUR", symbol: "€", power: 6, places: 2 };

describe("exact decimals", () => {
  it("add without the error of binary fractions", () => {
    const tenth = decimal("0.1");
    const fifth = decimal("0.2");
    expect(tenth && fifth && plain(plus(tenth, fifth))).toBe("0.3");
  });

  it("keep digits that a float would lose", () => {
    const large = decimal("9007199254740993.01");
    expect(large && plain(plus(large, ZERO))).toBe("9007199254740993.01");
  });

  it("round half away from zero", () => {
    const half = decimal("-2.345");
    expect(half && plain(round(half, 2))).toBe("-2.35");
  });

  it("refuse what is no plain decimal", () => {
    for (const text of ["", "1e9", "12.", "1,5", "abc"]) expect(decimal(text)).toBeNull();
  });
});

describe("money in a column", () => {
  it("has one unit for each currency, chosen by the middle amount", () => {
    const list = ["640000", "4100000", "18400000"].map((amount) => ({ amount, currency: "EUR" }));
    expect(units(list, "en")).toEqual([EUROS]);
    expect(unitName(EUROS, "en")).toBe("M€");
  });

  it("shows no more decimals than the amounts have", () => {
    const places = (...list: string[]) =>
      units(
        list.map((amount) => ({ amount, currency: "EUR" })),
        "en",
      )[0]?.places;
    expect(places("29000000", "156000000")).toBe(0);
    expect(places("29500000", "156000000")).toBe(1);
    expect(places("29512345", "156000000")).toBe(2);
  });

  it("names a currency by its code when two share a sign", () => {
    const made = units(
      [
        { amount: "1000000", currency: "AUD" },
        { amount: "1000000", currency: "$" },
      ],
      "en",
    );
    expect(made.map((unit) => unit.symbol).sort()).toEqual(["$", "AUD"]);
  });

  it("says that an amount is smaller than the unit shows instead of zero", () => {
    const small = decimal("1200");
    expect(small && inUnit(small, EUROS, "en")).toBe("< 0.01");
    expect(inUnit(ZERO, EUROS, "en")).toBe("0.00");
  });

  it("stands with its unit where the language puts it", () => {
    const dollars: Unit = { currency: "$", symbol: "$", power: 6, places: 1 };
    const amount = decimal("156000000");
    expect(amount && withUnit(amount, dollars, "en")).toBe("$156.0\u00a0M");
    expect(amount && withUnit(amount, dollars, "fr")).toBe("156,0\u00a0M$");
  });

  it("is read as people write it", () => {
    expect(readMoney("4.1 M€", EUROS, "en")).toEqual({ amount: "4100000", currency: "EUR" });
    expect(readMoney("4,1", EUROS, "fr")).toEqual({ amount: "4100000", currency: "EUR" });
    expect(readMoney("4 100 k€", EUROS, "fr")).toEqual({ amount: "4100000", currency: "EUR" });
    expect(readMoney("€4,100,000", EUROS, "en")).toEqual({ amount: "4100000", currency: "EUR" });
    expect(readMoney("250 k USD", EUROS, "en")).toEqual({ amount: "250000", currency: "USD" });
    expect(readMoney("$3m", null, "en")).toEqual({ amount: "3000000", currency: "$" });
    expect(readMoney("soon", EUROS, "en")).toBeNull();
    expect(readMoney("12", null, "en")).toBeNull();
  });

  it("is edited as the exact text that reads back to the same amount", () => {
    const [row] = rows(initiative("a", { budget: money("4123456.78") }));
    if (!row) throw new Error("no row");
    for (const lang of ["en", "fr"] as const) {
      const text = editable(row, column("budget"), [EUROS], wordsOf(lang));
      expect(readMoney(text, EUROS, lang)).toEqual({ amount: "4123456.78", currency: "EUR" });
    }
  });
});

describe("dates typed by hand", () => {
  it("are read in the orders people use, the day first", () => {
    for (const text of [
      "2026-12-31",
      "31/12/2026",
      "31.12.26",
      "31 Dec 2026",
      "31 déc. 2026",
      "12/31/2026",
    ]) {
      expect(readDate(text, "last"), text).toBe("2026-12-31");
    }
  });

  it("take the first or the last day of a month alone", () => {
    expect(readDate("Feb 2028", "first")).toBe("2028-02-01");
    expect(readDate("février 2028", "last")).toBe("2028-02-29");
  });

  it("are refused when the calendar has no such day", () => {
    expect(readDate("31/11/2026", "last")).toBeNull();
    expect(readDate("next spring", "last")).toBeNull();
  });
});

describe("typing into a cell", () => {
  const [row] = rows(initiative("a", { budget: nfp }));
  if (!row) throw new Error("no row");

  it("keeps a word that gives a reason as that reason", () => {
    expect(typed("nfp", row, column("budget"), [EUROS], words)).toMatchObject({
      patch: { field: "budget", value: { missing: { reason: "withheld", said: "nfp" } } },
    });
    expect(readGap("Inconnu")?.reason).toBe("unknown");
    expect(readGap("Nina Petrov")).toBeNull();
  });

  it("empties a field when nothing is left", () => {
    expect(typed("  ", row, column("end"), [], words)).toMatchObject({
      patch: { field: "end", value: null },
    });
  });

  it("refuses an empty title and a date that is none", () => {
    expect(typed(" ", row, column("title"), [], words)).toEqual({ type: "wrong", why: "table.wrong.title" });
    expect(typed("31/11/2026", row, column("end"), [], words)).toEqual({
      type: "wrong",
      why: "table.wrong.date",
    });
  });

  it("says how a date will be stored", () => {
    expect(typed("3/4/26", row, column("end"), [], words)).toMatchObject({ reading: "3\u00a0Apr\u00a02026" });
  });
});

describe("what a row reaches", () => {
  it("follows accepted contributions up to objective and priority", () => {
    const [a] = rows(
      initiative("a"),
      objective("o"),
      priority("p", 1),
      contributes("a", "o"),
      contributes("o", "p"),
    );
    expect(a).toMatchObject({ objectives: ["o"], priorities: ["p"] });
  });

  it("does not count what is only proposed, but shows it", () => {
    const [a] = rows(initiative("a"), objective("o"), contributes("a", "o", "proposed"));
    expect(a).toMatchObject({ objectives: [], serves: [{ id: "o", counts: false }] });
  });

  it("ends although contributions go round in a circle", () => {
    const [a] = rows(initiative("a"), initiative("b"), contributes("a", "b"), contributes("b", "a"));
    expect(a?.objectives).toEqual([]);
  });

  it("reaches through its parts, but not through the parts of its whole", () => {
    const partOf = (from: string, to: string): Stored => ({
      type: "link",
      record: { id: `${from}<${to}`, from, to, kind: "part_of" },
    });
    const made = rows(
      initiative("whole"),
      initiative("part"),
      initiative("other"),
      objective("o"),
      partOf("part", "whole"),
      partOf("other", "whole"),
      contributes("part", "o"),
    );
    expect(made.map((row) => row.objectives.length)).toEqual([1, 1, 0]);
  });

  it("keeps the worst of its findings", () => {
    const finding = (severity: Finding["severity"]) =>
      ({ severity, subject: { id: "a", kind: "initiative", title: "a" }, message: severity }) as Finding;
    const [a] = rowsOf("initiative", portfolioOf([initiative("a")]), [finding("low"), finding("high")]);
    expect(a?.findings).toMatchObject({ count: 2, worst: "high" });
  });
});

describe("sorting", () => {
  const list = rows(
    initiative("c", { budget: nfp }),
    initiative("a", { budget: money("100") }),
    initiative("d"),
    initiative("b", { budget: money("20") }),
  );

  it("leaves the missing last in both directions, those with a reason before the empty", () => {
    expect(titles(sorted(list, column("budget"), true, words))).toEqual(["a", "b", "c", "d"]);
    expect(titles(sorted(list, column("budget"), false, words))).toEqual(["b", "a", "c", "d"]);
  });

  it("never compares amounts of different currencies", () => {
    const mixed = rows(
      initiative("usd", { budget: money("500", "USD") }),
      initiative("small", { budget: money("1") }),
      initiative("large", { budget: money("900") }),
    );
    expect(titles(sorted(mixed, column("budget"), true, words))).toEqual(["large", "small", "usd"]);
  });
});

describe("grouping", () => {
  const records = [
    priority("second", 2),
    priority("first", 1),
    objective("o1"),
    objective("o2"),
    contributes("o1", "first"),
    contributes("o2", "second"),
    initiative("both"),
    initiative("one"),
    initiative("none"),
    contributes("both", "o1"),
    contributes("both", "o2"),
    contributes("one", "o2"),
  ];
  const portfolio = portfolioOf(records);
  const list = rowsOf("initiative", portfolio, []);

  it("puts every row into exactly one group, by rank, the unreached last", () => {
    const groups = grouped(list, "priority", portfolio, words);
    expect(groups.map((group) => [group.title, titles(group.rows)])).toEqual([
      ["first", ["both"]],
      ["second", ["one"]],
      [null, ["none"]],
    ]);
  });

  it("hides the rows of a folded group and keeps its head", () => {
    const groups = grouped(list, "priority", portfolio, words);
    const all = lines(groups, "priority", new Set([groups[0]?.key ?? ""]));
    expect(all.map((line) => line.type)).toEqual(["group", "group", "row", "group", "row"]);
  });

  it("stays in its order while a cell is edited", () => {
    const settings = {
      ...INITIAL,
      sorting: { column: "title", descending: false },
      grouping: "none" as const,
    };
    const before = arrange(portfolio, [], settings, null, words);
    const renamed = portfolioOf([
      ...records.filter((it) => it.record !== portfolio.elements.get("both")),
      initiative("both", { title: "zzz" }),
    ]);
    const rowsIn = (made: typeof before) => made.groups.flatMap((group) => titles(group.rows));
    expect(rowsIn(arrange(renamed, [], settings, hold(before), words))).toEqual(["zzz", "none", "one"]);
    expect(rowsIn(arrange(renamed, [], settings, null, words))).toEqual(["none", "one", "zzz"]);
  });
});

describe("totals", () => {
  const list = rows(
    initiative("a", { budget: money("0.10"), owner: { known: "Ada" } }),
    initiative("b", { budget: money("0.20"), owner: { known: "Ada" }, state: { known: "active" } }),
    initiative("c", { budget: money("5", "USD") }),
    initiative("d", { budget: nfp }),
    initiative("e"),
  );

  it("count what they speak of and never add currencies", () => {
    const sum = moneyTotal(list, "budget");
    expect(sum.sums.map((it) => [it.currency, plain(it.sum)])).toEqual([
      ["EUR", "0.3"],
      ["USD", "5"],
    ]);
    expect(sum).toMatchObject({ known: 3, of: 5, missing: { withheld: 1 }, empty: 1 });
  });

  it("count owners once and rows without one", () => {
    expect(totals(list)).toMatchObject({
      count: 5,
      owners: 1,
      unowned: 3,
      active: 1,
      noObjective: 5,
      noEnd: 5,
    });
  });
});

describe("columns", () => {
  it("tell delivery by its rating where nobody gives a percentage", () => {
    const report: Stored = {
      type: "status_report",
      record: {
        id: "s",
        element: "a",
        date: null,
        lens: "it",
        status: "green",
        said: "High",
        comment: "",
        source: null,
      },
    };
    const ids = (...records: Stored[]) => {
      const list = rows(...records);
      return shown(columnsFor("initiative", list), list, {}).map((it) => it.id);
    };
    expect(ids(initiative("a"), report)).toContain("said");
    expect(ids(initiative("a"), report)).not.toContain("delivery");
    expect(ids(initiative("a", { percent_complete: { known: 40 } }), report)).toContain("delivery");
    expect(ids(initiative("a"))).toContain("delivery");
  });

  it("are core, or have something in them, or were chosen", () => {
    const list = rows(initiative("a", { spent: money("1"), extra: { Tier: "2" } }));
    const all = columnsFor("initiative", list);
    const ids = (chosen: Record<string, boolean>) => shown(all, list, chosen).map((it) => it.id);
    expect(ids({})).toContain("spent");
    expect(ids({})).not.toContain("category");
    expect(ids({})).not.toContain("extra Tier");
    expect(ids({ "extra Tier": true, spent: false })).toContain("extra Tier");
    expect(ids({ spent: false })).not.toContain("spent");
  });

  it("have names of their own", () => {
    expect(new Set(COLUMNS.map((it) => it.id)).size).toBe(COLUMNS.length);
  });
});

describe("the filter", () => {
  it("finds every word anywhere in the row, without accents", () => {
    const [row] = rows(initiative("Réseau haute tension", { owner: { known: "J. Lindqvist" } }));
    expect(row && matches(row, "reseau lind")).toBe(true);
    expect(row && matches(row, "reseau petrov")).toBe(false);
  });
});

describe("selection", () => {
  const order = ["a", "b", "c", "d"];

  it("reaches from the anchor to the row and can turn round", () => {
    const from = { ids: ["c"], anchor: "c" };
    expect(ranged(from, "d", order).ids).toEqual(["c", "d"]);
    expect(ranged(ranged(from, "d", order), "a", order).ids).toEqual(["a", "b", "c"]);
  });

  it("adds and takes away one row", () => {
    expect(toggled({ ids: ["a"], anchor: "a" }, "c").ids).toEqual(["a", "c"]);
    expect(toggled({ ids: ["a", "c"], anchor: "a" }, "a").ids).toEqual(["c"]);
  });

  it("selects all rows in sight and leaves rows elsewhere alone", () => {
    const some = { ids: ["z", "a"], anchor: "a" };
    expect(extent(some.ids, order)).toBe("some");
    const all = toggledAll(some, order);
    expect(all.ids).toEqual(["z", ...order]);
    expect(toggledAll(all, order).ids).toEqual(["z"]);
  });
});

describe("keys", () => {
  const press = (
    key: string,
    held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {},
  ) => intentOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }, false);

  it("begin an edit with the letter typed, but not with a command", () => {
    expect(press("é")).toEqual({ type: "edit", text: "é" });
    expect(press("z", { ctrlKey: true })).toBeNull();
    expect(press("Tab")).toBeNull();
  });

  it("fold and unfold a group with the arrows", () => {
    expect(
      intentOf({ key: "ArrowLeft", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }, true),
    ).toEqual({
      type: "fold",
      open: false,
    });
  });
});
