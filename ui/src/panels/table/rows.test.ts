import { describe, expect, it } from "vitest";
import type { Finding, Record as Stored } from "../../api/index.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { columnsFor } from "./columns.ts";
import { grouped, groupingsFor, lines } from "./groups.ts";
import { sorted } from "./order.ts";
import { rowsOf } from "./rows.ts";
import {
  column,
  contributes,
  initiative,
  money,
  nfp,
  objective,
  priority,
  rows,
  titles,
  words,
} from "./sample.ts";
import { arrange, hold, INITIAL } from "./view.ts";

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

  it("keeps the worst of its findings, and counts none that a rule could not decide", () => {
    const subject = { id: "a", kind: "initiative", title: "a" };
    const finding = (severity: Finding["severity"], result: Finding["result"] = "violated") =>
      ({ severity, result, subject, message: severity }) as Finding;
    const found = [finding("low"), finding("high"), finding("info", "cannot_tell")];
    const [a] = rowsOf("initiative", portfolioOf([initiative("a")]), found);
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
    const groups = grouped(list, "priority", [], portfolio, words);
    expect(groups.map((group) => [group.title, titles(group.rows)])).toEqual([
      ["first", ["both"]],
      ["second", ["one"]],
      [null, ["none"]],
    ]);
  });

  it("goes by a column that came with the file", () => {
    const list = rows(
      initiative("a", { extra: { Tier: "2" } }),
      initiative("b", { extra: { Tier: "1" } }),
      initiative("c", { extra: { Tier: "2" } }),
    );
    const columns = columnsFor("initiative", list);
    expect(groupingsFor("initiative", columns)).toContain("extra Tier");
    const groups = grouped(list, "extra Tier", columns, portfolioOf([]), words);
    expect(groups.map((it) => [it.title, it.rows.map((row) => row.id)])).toEqual([
      ["1", ["b"]],
      ["2", ["a", "c"]],
    ]);
  });

  it("hides the rows of a folded group and keeps its head", () => {
    const groups = grouped(list, "priority", [], portfolio, words);
    const all = lines(groups, "priority", new Set([groups[0]?.key ?? ""]));
    expect(all.map((line) => line.type)).toEqual(["group", "group", "row", "group", "row"]);
  });

  it("stays in its order while a cell is edited", () => {
    const settings = {
      ...INITIAL,
      sorting: { column: "title", descending: false },
      grouping: "none" as const,
    };
    const before = arrange(list, portfolio, settings, null, words);
    const renamed = portfolioOf([
      ...records.filter((it) => it.record !== portfolio.elements.get("both")),
      initiative("both", { title: "zzz" }),
    ]);
    const again = rowsOf("initiative", renamed, []);
    const rowsIn = (made: typeof before) => made.groups.flatMap((group) => titles(group.rows));
    expect(rowsIn(arrange(again, renamed, settings, hold(before), words))).toEqual(["zzz", "none", "one"]);
    expect(rowsIn(arrange(again, renamed, settings, null, words))).toEqual(["none", "one", "zzz"]);
  });
});
