import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatMoney, wordsOf } from "../../words/index.ts";
import { readDate } from "../dates.ts";
import { decimal, plain, plus, round, ZERO } from "../decimal.ts";
import { readGap } from "../gaps.ts";
import { inUnit, readMoney, type Unit, unitName, units, withUnit } from "../money.ts";
import { readCell } from "../reading.ts";
import { column, EUROS, initiative, money, rows, words } from "./sample.ts";
import { editable } from "./writing.ts";

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
    expect(units(list)).toEqual([EUROS]);
    expect(unitName(EUROS, "en")).toBe("M€");
  });

  it("shows no more decimals than the amounts have", () => {
    const places = (...list: string[]) =>
      units(list.map((amount) => ({ amount, currency: "EUR" })))[0]?.places;
    expect(places("29000000", "156000000")).toBe(0);
    expect(places("29500000", "156000000")).toBe(1);
    expect(places("29512345", "156000000")).toBe(2);
  });

  it("names a currency by its code when two share a sign", () => {
    const made = units([
      { amount: "1000000", currency: "AUD" },
      { amount: "1000000", currency: "$" },
    ]);
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
    expect(amount && withUnit(amount, dollars, "en")).toBe("$156\u00a0M");
    expect(amount && withUnit(amount, dollars, "fr")).toBe("156\u00a0M$");
    // As everywhere else: nobody reads one amount in two forms.
    const money = { amount: "156000000", currency: "$" };
    for (const lang of ["en", "fr"] as const)
      expect(amount && withUnit(amount, dollars, lang)).toBe(formatMoney(lang, money));
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

  it("take the first or the last day of a quarter or half of the calendar year", () => {
    const ends = (text: string) => [readDate(text, "first"), readDate(text, "last")];
    for (const text of ["Q3 2026", "q3/26", "2026 Q3", "2026-T3", "T3 2026", "T3-2026"])
      expect(ends(text), text).toEqual(["2026-07-01", "2026-09-30"]);
    for (const text of ["H1 2026", "S1 2026", "2026 H1", "h1-26"])
      expect(ends(text), text).toEqual(["2026-01-01", "2026-06-30"]);
    for (const text of ["Sept 2026", "sept. 2026", "2026-09", "2026 Sept", "septembre 2026"])
      expect(ends(text), text).toEqual(["2026-09-01", "2026-09-30"]);
    for (const text of ["H3 2026", "S4 2026", "Q5 2026", "Q0 2026", "Q3", "X3 2026"])
      expect(ends(text), text).toEqual([null, null]);
  });

  it("mean what the import takes them for", () => {
    const cases = readFileSync(
      new URL("../../../../src-tauri/portfolio/src/exchange/table/tests/dates.cases", import.meta.url),
      "utf8",
    );
    const parts = cases.split(/^== /m).filter((it) => /^A (month|quarter)/.test(it));
    const lines = parts.flatMap((it) => [...it.matchAll(/^(.+) => ([\d-]+)\.\.([\d-]+)$/gm)]);
    // A whole year is no day that anybody types by hand.
    const spans = lines.filter(([, text = ""]) => !/^(CY ?)?\d{2,4}$/.test(text));
    expect(spans.length).toBeGreaterThan(17);
    for (const [, text = "", first, last] of spans)
      expect([readDate(text, "first"), readDate(text, "last")], text).toEqual([first, last]);
  });

  it("are none where a word only begins like a month", () => {
    for (const word of ["maybe", "maintenance", "marketing", "decide", "sepia", "juin-ish", "janitor"])
      for (const text of [`2026 ${word}`, `${word} 2026`, `3 ${word} 2026`])
        expect(readDate(text, "last"), text).toBeNull();
    for (const text of ["July 2026", "juillet 2026", "juill. 2026", "juil. 2026", "2026 Jul"])
      expect(readDate(text, "last"), text).toBe("2026-07-31");
    for (const text of ["août 2026", "Aug. 2026", "2026 AOÛT"])
      expect(readDate(text, "last"), text).toBe("2026-08-31");
    for (const text of ["févr. 2026", "fév. 2026", "2026 February"])
      expect(readDate(text, "last"), text).toBe("2026-02-28");
  });

  it("are refused when the calendar has no such day", () => {
    expect(readDate("31/11/2026", "last")).toBeNull();
    expect(readDate("next spring", "last")).toBeNull();
  });
});

describe("typing into a cell", () => {
  const read = (text: string, id: string) => {
    const { sets } = column(id);
    if (sets === null) throw new Error(`${id} follows from something else`);
    return readCell(text, sets, EUROS, words);
  };

  it("a quarter begins where something starts and is over where something ends", () => {
    expect(read("Q3 2026", "start")).toMatchObject({ value: { known: "2026-07-01" } });
    // What it was taken for is shown, because it is not what was typed.
    expect(read("Q3 2026", "end")).toMatchObject({
      value: { known: "2026-09-30" },
      reading: words.date("2026-09-30"),
    });
  });

  it("keeps a word that gives a reason as that reason", () => {
    expect(read("nfp", "budget")).toMatchObject({
      value: { missing: { reason: "withheld", said: "nfp" } },
    });
    expect(readGap("Inconnu")?.reason).toBe("unknown");
    expect(readGap("Not disclosed")?.reason).toBe("not_reported");
    expect(readGap("Nina Petrov")).toBeNull();
  });

  it("empties a field when nothing is left", () => {
    expect(read("  ", "end")).toMatchObject({ value: null });
  });

  it("refuses an empty title, one that is too long, and a date that is none", () => {
    expect(read(" ", "title")).toEqual({ type: "wrong", why: "read.wrong.title" });
    expect(read("a".repeat(301), "title")).toEqual({ type: "wrong", why: "read.wrong.titleLong" });
    expect(read("31/11/2026", "end")).toEqual({ type: "wrong", why: "read.wrong.date" });
  });

  it("says how a date will be stored", () => {
    expect(read("3/4/26", "end")).toMatchObject({ reading: "3\u00a0Apr\u00a02026" });
  });

  it("understands a choice in both languages, and “en cours” as a state before it is a reason", () => {
    expect(read("Suspendue", "state")).toMatchObject({ value: { known: "paused" } });
    expect(read("en cours", "state")).toMatchObject({ value: { known: "active" } });
    expect(read("5", "importance")).toMatchObject({ value: { known: 5 } });
    expect(read("n/a", "state")).toMatchObject({ value: { missing: { reason: "not_required" } } });
    expect(read("soon", "state")).toEqual({ type: "wrong", why: "read.wrong.choice" });
  });

  it("takes a number with its unit, and none with another", () => {
    expect(read("12 %", "percent_complete")).toMatchObject({ value: { known: 12 } });
    expect(read("30 jours", "every_days")).toMatchObject({ value: { known: 30 } });
    expect(read("45 of 100 points", "weight")).toMatchObject({ value: { known: 45 } });
    expect(read("45\u00a0points sur 100", "weight")).toMatchObject({ value: { known: 45 } });
    expect(read("2,5 ETP", "capacity")).toMatchObject({ value: { known: 2.5 } });
    expect(read("12 apples", "target")).toMatchObject({ why: "read.wrong.number" });
    expect(read("140", "percent_complete")).toMatchObject({ why: "read.wrong.percent" });
    expect(read("1.5", "rank")).toMatchObject({ why: "read.wrong.rank" });
  });

  it("parts a list at commas and keeps each word once", () => {
    expect(read("riders, depot; riders", "tags")).toMatchObject({ value: ["riders", "depot"] });
  });
});
