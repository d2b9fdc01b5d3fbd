import { describe, expect, it } from "vitest";
import { newElement } from "../../api/fakeRecords.ts";
import { FIELDS } from "../../model/fields.ts";
import { KINDS } from "../../model/kinds.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { wordsOf } from "../../words/index.ts";
import { readCell } from "../reading.ts";
import { cellValue, patchOf } from "../values.ts";
import { columnsFor } from "./columns.ts";
import { choicesOf, passes } from "./filters.ts";
import { Kept } from "./kept.ts";
import { rowsOf } from "./rows.ts";
import { sumWords } from "./Sum.tsx";
import { column, EUROS, initiative, money, nfp, rows } from "./sample.ts";
import { converted, moneyTotal, numberTotal } from "./totals.ts";
import { copyText, editable } from "./writing.ts";

const words = wordsOf("en");
const samples = {
  text: "Ada",
  date: "31 Dec 2026",
  money: "4.1 M€",
  number: "3",
} as const;

describe("what is typed into a field", () => {
  const read = (field: string, text: string) => {
    const record = newElement("e", "objective", "E");
    const own = columnsFor("objective", rowsOf("objective", portfolioOf([{ type: "element", record }]), []));
    const sets = own.find((it) => it.id === field)?.sets;
    if (!sets) throw new Error(`There is no field ${field}.`);
    return readCell(text, sets, null, words);
  };

  it("is a weight with or without the sign of a percentage, as spreadsheets copy it", () => {
    for (const text of ["20", "20%", "20 %", "20 points"])
      expect(read("weight", text), text).toMatchObject({ type: "value", value: { known: 20 } });
    expect(read("weight", "20 days").type).toBe("wrong");
  });

  it("is the end of a month that is written as tools write it", () => {
    expect(read("horizon", "2028-02")).toMatchObject({ value: { known: "2028-02-29" } });
    expect(read("horizon", "2028-13").type).toBe("wrong");
  });
});

describe("every kind of element", () => {
  it.each(KINDS)("has a column for each field of a %s, and each reads what is typed", (kind) => {
    const record = newElement("e", kind, "E");
    const list = rowsOf(kind, portfolioOf([{ type: "element", record }]), []);
    const columns = columnsFor(kind, list);
    for (const field of FIELDS[kind]) {
      const own = columns.find((it) => it.id === field.id);
      const typed = field.input === "choice" ? (field.options[1] ?? "") : samples[field.input];
      expect(own?.name, field.id).toBe(`field.${field.id}`);
      if (!own?.sets) throw new Error(`${field.id} cannot be typed`);
      const read = readCell(typed, own.sets, null, words);
      if (read.type === "wrong") throw new Error(`${field.id}: ${read.why}`);
      const { field: name, value } = patchOf(record, own.sets, read.value);
      expect(name).toBe(field.id);
      const changed = { ...record, [name]: value };
      expect(cellValue(changed, own.sets), field.id).toEqual(read.value);
      // What is shown for editing reads back to the same.
      const [row] = rowsOf(kind, portfolioOf([{ type: "element", record: changed }]), []);
      if (!row) throw new Error("no row");
      for (const text of [editable(row, own, [EUROS], words), copyText(row, own, [], words)])
        expect(readCell(text, own.sets, null, words), `${field.id}: ${text}`).toMatchObject({
          value: read.value,
        });
    }
  });
});

describe("totals across currencies", () => {
  const list = rows(
    initiative("a", { budget: money("0.10") }),
    initiative("b", { budget: money("0.20") }),
    initiative("c", { budget: money("100", "USD") }),
    initiative("d", { budget: nfp }),
  );
  const total = moneyTotal(list, column("budget"));
  const rate = (from: string, worth: string, on: string | null = null) => ({
    from,
    to: "EUR",
    rate: worth,
    on,
    source: "",
  });
  const said = (currency: string | null, ...rates: ReturnType<typeof rate>[]) =>
    sumWords(total, [], { currency, rates }, words);

  it("stand side by side when nothing leads from one to the other", () => {
    expect(said(null).figures).toHaveLength(2);
    expect(said("EUR").figures).toHaveLength(2);
    expect(said("EUR", rate("GBP", "1.2")).figures).toHaveLength(2);
    expect(said("EUR").figures.join()).not.toContain("100.3");
  });

  it("are converted exactly by the latest rate declared, and say from what", () => {
    const rates = [rate("USD", "0.9", "2026-01-01"), rate("USD", "0.85", "2026-06-30")];
    expect(converted(total.sums, { currency: "EUR", rates })).toEqual({
      currency: "EUR",
      sum: { digits: 8530n, scale: 2 },
    });
    const { figures, from } = said("EUR", ...rates);
    expect(figures).toHaveLength(1);
    expect(from).toContain("·");
  });

  it("add points and people, but no ranks", () => {
    const people = [2.5, 0.1, 0.2].map((capacity, at) => ({
      type: "element" as const,
      record: { ...newElement(`t${at}`, "team", "T"), capacity: { known: capacity } },
    }));
    const teams = rowsOf("team", portfolioOf(people as never), []);
    expect(numberTotal(teams, column("capacity"))).toMatchObject({
      known: 3,
      sum: { digits: 28n, scale: 1 },
    });
    expect(numberTotal(teams, column("rank")).sum).toBeNull();
  });
});

describe("the filter by column", () => {
  const list = rows(
    initiative("a", { state: { known: "active" }, end: { known: "2026-12-31" }, tags: ["x", "y"] }),
    initiative("b", { state: { known: "idea" }, budget: nfp }),
    initiative("c", { end: { known: "2027-01-01" } }),
  );
  const left = (filters: Record<string, string[]>) =>
    list.filter((row) => passes(row, filters, Object.keys(filters).map(column))).map((row) => row.id);

  it("offers choices in their own order, what is missing last", () => {
    const texts = (id: string) => choicesOf(list, column(id), words).map((it) => it.text);
    expect(texts("state")).toEqual(["Idea", "Active", "empty"]);
    expect(texts("end")).toEqual(["2026", "2027", "empty"]);
    expect(texts("budget")).toEqual(["withheld", "empty"]);
    expect(texts("tags")).toEqual(["x", "y", "empty"]);
  });

  it("takes any of a column's values and all of the columns", () => {
    expect(left({ state: ["active", "idea"] })).toEqual(["a", "b"]);
    expect(left({ state: ["active", "idea"], end: ["2026"] })).toEqual(["a"]);
    expect(left({ tags: ["y"] })).toEqual(["a"]);
  });
});

describe("the settings", () => {
  it("are kept kind by kind", () => {
    const kept = new Kept();
    kept.set({ text: "ferry", columns: { spent: true } });
    kept.set({ kind: "system" });
    expect(kept.get()).toMatchObject({ kind: "system", text: "", columns: {} });
    kept.set({ kind: "initiative" });
    expect(kept.get()).toMatchObject({ text: "ferry", columns: { spent: true } });
  });
});
