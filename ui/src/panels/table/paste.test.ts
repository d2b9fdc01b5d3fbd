import { describe, expect, it } from "vitest";
import type { Edit, Record as Stored } from "../../api/index.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { type Lang, wordsOf } from "../../words/index.ts";
import { tsvCells } from "./clipboard.ts";
import { emptied, filledDown } from "./fill.ts";
import { type Ground, MOST_CELLS, pasted } from "./paste.ts";
import { rowsOf } from "./rows.ts";
import { column, EUROS, initiative, money, nfp, rows } from "./sample.ts";
import { arrange, INITIAL } from "./view.ts";

const COLUMNS = ["title", "owner", "state", "budget", "end"];

function ground(lang: Lang = "en", columns = COLUMNS, ...records: Stored[]): Ground {
  return {
    kind: "initiative",
    rows: rows(...records),
    columns: columns.map(column),
    units: [EUROS],
    words: wordsOf(lang),
  };
}

const corner = (row: number, id: string, columns = COLUMNS) => {
  const left = columns.indexOf(id);
  return { top: row, bottom: row, left, right: left };
};

function paste(on: Ground, at: ReturnType<typeof corner>, text: string) {
  let next = 0;
  const done = pasted(on, at, { cells: tsvCells(text), exact: null }, () => `new${++next}`);
  if (done === null) throw new Error("refused as too large");
  return done;
}

const sets = (edits: readonly Edit[]) =>
  edits.flatMap((edit) => (edit.type === "set" ? [[edit.element, edit.patch.field, edit.patch.value]] : []));

describe("pasting from a spreadsheet", () => {
  it("fills the cells from the corner on and adds rows for what is longer", () => {
    const done = paste(
      ground("en", COLUMNS, initiative("a")),
      corner(0, "title"),
      "One\tAda\nTwo\tBen\tIdea\n",
    );
    expect(done.edits).toEqual([
      { type: "set", element: "a", patch: { field: "title", value: "One" } },
      { type: "set", element: "a", patch: { field: "owner", value: { known: "Ada" } } },
      { type: "add_element", id: "new1", kind: "initiative", title: "Two", spot: null },
      { type: "set", element: "new1", patch: { field: "owner", value: { known: "Ben" } } },
      { type: "set", element: "new1", patch: { field: "state", value: { known: "idea" } } },
    ]);
    expect(done).toMatchObject({ added: ["new1"], refused: [], untitled: 0 });
    expect(done.block).toEqual({ top: 0, bottom: 1, left: 0, right: 2 });
  });

  it("adds no row without a title and says how many", () => {
    const on = ground("en", COLUMNS, initiative("a"));
    expect(paste(on, corner(0, "owner"), "Ada\nBen\nCy")).toMatchObject({ added: [], untitled: 2 });
    expect(paste(on, corner(0, "title"), "One\tAda\n\tBen\n\t\n")).toMatchObject({ added: [], untitled: 1 });
  });

  it("understands values as they are written in French", () => {
    const on = ground("fr", [...COLUMNS, "percent_complete", "start"], initiative("a"));
    const text = "Quai\tnon divulgué\tEn cours\t1 234,50 €\t31/12/2026\t12 %\tdéc. 2026";
    expect(sets(paste(on, corner(0, "title"), text).edits)).toEqual([
      ["a", "title", "Quai"],
      ["a", "owner", { missing: { reason: "withheld", said: "non divulgué" } }],
      ["a", "state", { known: "active" }],
      ["a", "budget", { known: { amount: "1234.5", currency: "EUR" } }],
      ["a", "end", { known: "2026-12-31" }],
      ["a", "percent_complete", { known: 12 }],
      ["a", "start", { known: "2026-12-01" }],
    ]);
    expect(sets(paste(on, corner(0, "budget"), "4,1 M€\ttbd").edits)).toEqual([
      ["a", "budget", { known: { amount: "4100000", currency: "EUR" } }],
      ["a", "end", { missing: { reason: "unknown", said: "tbd" } }],
    ]);
  });

  it("keeps a cell that it does not understand and pastes the rest", () => {
    const on = ground("en", COLUMNS, initiative("a", { budget: money("5") }), initiative("b"));
    const done = paste(on, corner(0, "budget"), "a lot\t2026-12-31\n$3m\t31/11/2026");
    expect(sets(done.edits)).toEqual([
      ["a", "end", { known: "2026-12-31" }],
      ["b", "budget", { known: { amount: "3000000", currency: "$" } }],
    ]);
    expect(done.refused.map((it) => [it.title, it.column.id, it.text])).toEqual([
      ["a", "budget", "a lot"],
      ["b", "end", "31/11/2026"],
    ]);
  });

  it("fills the whole range with one value, and a range that the block fits into several times", () => {
    const on = ground("en", COLUMNS, initiative("a"), initiative("b"), initiative("c"), initiative("d"));
    const at = { top: 0, bottom: 3, left: 1, right: 2 };
    expect(sets(paste(on, { ...at, right: 1 }, "Ada").edits).map(([id]) => id)).toEqual(["a", "b", "c", "d"]);
    expect(sets(paste(on, at, "Ada\tIdea\nBen\tActive").edits)).toHaveLength(8);
  });

  it("reads a bare amount in full, in the currency that stands there or in that of the column", () => {
    const on = ground("en", COLUMNS, initiative("a", { budget: money("1", "USD") }), initiative("b"));
    const done = paste(on, corner(0, "budget"), "1,200,000\n4.1");
    expect(sets(done.edits)).toEqual([
      ["a", "budget", { known: { amount: "1200000", currency: "USD" } }],
      ["b", "budget", { known: { amount: "4.1", currency: "EUR" } }],
    ]);
    expect(done.bareIn).toBe("EUR");
  });

  it("skips a heading that repeats the column titles and takes its unit for bare amounts", () => {
    const on = ground("en", COLUMNS, initiative("a"));
    const done = paste(on, corner(0, "state"), "State\tBudget (k€)\nActive\t250");
    expect(done.hasHead).toBe(true);
    expect(sets(done.edits)).toEqual([
      ["a", "state", { known: "active" }],
      ["a", "budget", { known: { amount: "250000", currency: "EUR" } }],
    ]);
    expect(paste(on, corner(0, "title"), "Title\tOwner").hasHead).toBe(false);
  });

  it("never empties a title, empties other cells, and leaves what follows from something else", () => {
    const columns = ["title", "serves", "owner"];
    const on = ground("en", columns, initiative("a", { owner: { known: "Ada" } }));
    const done = paste(on, corner(0, "title", columns), "\tTrams\t");
    expect(sets(done.edits)).toEqual([["a", "owner", null]]);
    expect(done.refused.map((it) => it.column.id)).toEqual(["title"]);
    expect(done.fixed.map((it) => it.id)).toEqual(["serves"]);
  });

  it("refuses more cells than are written at once", () => {
    const on = ground("en", COLUMNS, initiative("a"));
    const cells = Array.from({ length: MOST_CELLS / 2 + 1 }, () => ["x", "y"]);
    expect(pasted(on, corner(0, "title"), { cells, exact: null }, () => "n")).toBeNull();
  });

  it("changes nothing where the same value stands already", () => {
    const on = ground("en", COLUMNS, initiative("a", { budget: money("5.00"), owner: { known: "Ada" } }));
    expect(paste(on, corner(0, "title"), "a\tAda\t\t5 €\t")).toMatchObject({ edits: [], written: 5 });
  });
});

describe("filling down and emptying", () => {
  const list = rows(
    initiative("a", {
      budget: money("0.1", "USD"),
      end: { missing: { reason: "unknown", said: "see annex" } },
    }),
    initiative("b", { budget: nfp }),
    initiative("c", { budget: money("0.10", "USD") }),
  );

  it("repeats the first row as it is kept, reasons and currencies with it", () => {
    const { edits, cells } = filledDown(list, [column("budget"), column("end"), column("findings")]);
    expect(sets(edits)).toEqual([
      ["b", "budget", { known: { amount: "0.1", currency: "USD" } }],
      ["b", "end", { missing: { reason: "unknown", said: "see annex" } }],
      ["c", "end", { missing: { reason: "unknown", said: "see annex" } }],
    ]);
    expect(cells).toBe(4);
  });

  it("empties what can be empty, and never a title", () => {
    expect(
      sets(emptied(list.slice(0, 1), [column("title"), column("budget"), column("tags")]).edits),
    ).toEqual([["a", "budget", null]]);
  });
});

describe("what was put away", () => {
  const records = [
    initiative("here"),
    initiative("away", { archived: { on: "2026-01-31", reason: "merged" } }),
  ];
  const every = rowsOf("initiative", portfolioOf(records), []);
  const shown = (archived: boolean) =>
    arrange(every, portfolioOf(records), { ...INITIAL, archived }, null, wordsOf("en"));

  it("is hidden and counted until it is asked for", () => {
    expect(shown(false)).toMatchObject({ order: ["here"], archived: 1 });
    expect(shown(true).order).toEqual(["here", "away"]);
  });
});
