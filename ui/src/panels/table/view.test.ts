import { describe, expect, it } from "vitest";
import type { Record as Stored } from "../../api/index.ts";
import { plain } from "../decimal.ts";
import { COLUMNS, columnsFor, shown } from "./columns.ts";
import { intentOf } from "./keys.ts";
import { finder } from "./rows.ts";
import { column, initiative, money, nfp, rows } from "./sample.ts";
import { extent, ranged, toggled, toggledAll } from "./selection.ts";
import { moneyTotal, totals } from "./totals.ts";

describe("totals", () => {
  const list = rows(
    initiative("a", { budget: money("0.10"), owner: { known: "Ada" } }),
    initiative("b", { budget: money("0.20"), owner: { known: "Ada" }, state: { known: "active" } }),
    initiative("c", { budget: money("5", "USD") }),
    initiative("d", { budget: nfp }),
    initiative("e"),
  );

  it("count what they speak of and never add currencies", () => {
    const sum = moneyTotal(list, column("budget"));
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
        percent: null,
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
    expect(row && finder("reseau lind")(row)).toBe(true);
    expect(row && finder("reseau petrov")(row)).toBe(false);
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
