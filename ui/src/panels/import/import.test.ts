import { describe, expect, it, vi } from "vitest";
import type { ColumnFacts, Failure, ImportPreview, Mapping, PreviewRow, Problem } from "../../api/index.ts";
import {
  OPEN,
  offered,
  ROLES,
  taken,
  withHeader,
  withRepair,
  withRole,
  withRow,
  withSheet,
} from "./mapping.ts";
import {
  address,
  byCell,
  causes,
  columnAt,
  columnNumber,
  columnWidth,
  repairSpots,
  shownText,
  spotOf,
  unitWords,
} from "./places.ts";
import { FileReading } from "./reading.ts";

function column(letter: string, part: Partial<ColumnFacts> = {}): ColumnFacts {
  return {
    letter,
    header: letter,
    role: "extra_field",
    confidence: 100,
    check: false,
    given: false,
    unit: "",
    examples: [],
    filled: 1,
    alternatives: [],
    ...part,
  };
}

function problem(part: Partial<Problem>): Problem {
  return {
    code: "impossible_date",
    severity: "error",
    cell: null,
    row: null,
    column: "",
    value: "",
    suggestion: null,
    message: "",
    ...part,
  };
}

describe("choices about a file", () => {
  it("give a role to one column at a time", () => {
    const first = withRole(OPEN, "A", "title");
    expect(withRole(first, "C", "title").roles).toEqual({ C: "title" });
  });

  it("let several columns be kept as they are", () => {
    expect(withRole(withRole(OPEN, "A", "tags"), "B", "tags").roles).toEqual({ A: "tags", B: "tags" });
  });

  it("offer what is likely first and every role once", () => {
    const roles = offered(
      column("A", { role: "status", confidence: 81, alternatives: [{ role: "state", confidence: 52 }] }),
    );
    expect(roles.slice(0, 2)).toEqual([
      { role: "status", confidence: 81 },
      { role: "state", confidence: 52 },
    ]);
    expect(roles.map((it) => it.role).sort()).toEqual([...ROLES].sort());
  });

  it("start anew on another sheet, but keep how the bytes are read", () => {
    const before: Mapping = { ...withRole(OPEN, "A", "title"), encoding: "windows1252" };
    expect(withSheet(before, "Budget")).toEqual({ ...OPEN, sheet: "Budget", encoding: "windows1252" });
  });

  it("forget columns and rows when the header moves", () => {
    expect(withHeader(withRow(withRole(OPEN, "A", "title"), 9, false), 6)).toEqual({
      ...OPEN,
      header_row: 6,
    });
  });

  it("accept a repair and take it back", () => {
    const accepted = withRepair(withRepair(OPEN, "F9", true), "F9", true);
    expect(accepted.repairs).toEqual(["F9"]);
    expect(withRepair(accepted, "F9", false).repairs).toEqual([]);
  });

  it("read a row or leave it out, never both", () => {
    const left = withRow(OPEN, 10, false);
    expect(withRow(left, 10, true)).toMatchObject({ skip_rows: [], keep_rows: [10] });
  });

  it("take from an alternative only what it changes", () => {
    const now = withRole(OPEN, "B", "owner");
    expect(taken(now, OPEN, { ...OPEN, day_first: false })).toEqual({ ...now, day_first: false });
  });
});

describe("places in a sheet", () => {
  it("are named as spreadsheets name them", () => {
    expect(["A", "Z", "AA", "XFD"].map(columnNumber)).toEqual([0, 25, 26, 16383]);
    expect(address("AB12")).toEqual({ column: 27, row: 12 });
    expect(address("12")).toBeNull();
  });

  it("belong to the merged column that begins before them", () => {
    const columns = [column("A"), column("D"), column("F")];
    expect(columnAt(columns, columnNumber("E"))).toBe(1);
    expect(spotOf(problem({ cell: "G7" }), columns)).toEqual({ row: 7, column: 2 });
  });

  it("show a problem of a whole row in its title cell", () => {
    const columns = [column("A"), column("B", { role: "title" })];
    const cells = byCell([problem({ row: 4 }), problem({ cell: "A4", row: 4 })], columns);
    expect([...cells.keys()]).toEqual(["4 1", "4 0"]);
  });

  it("show an accepted repair in the column that its cell was merged into", () => {
    const columns = [column("A"), column("D"), column("H")];
    expect([...repairSpots(["E9"], columns)]).toEqual([["9 1", "E9"]]);
  });

  it("gather problems of one cause, the gravest first", () => {
    const list = [
      problem({ code: "month_only", severity: "note" }),
      problem({ code: "same_title", severity: "warning" }),
      problem({ code: "same_title", severity: "warning" }),
      problem({ code: "impossible_date", severity: "error" }),
    ];
    expect(causes(list).map((cause) => [cause.code, cause.problems.length])).toEqual([
      ["impossible_date", 1],
      ["same_title", 2],
      ["month_only", 1],
    ]);
  });

  it("leave room for what usually stands in a column, not for one long cell", () => {
    const rows = Array.from(
      { length: 20 },
      (_, number): PreviewRow => ({
        number,
        kind: "data",
        cells: [{ text: number === 7 ? "x".repeat(400) : "2026-01-01", mark: "none" }],
      }),
    );
    expect(columnWidth(column("A"), 0, rows)).toBeLessThan(130);
  });

  it("write units and ticks as people do", () => {
    expect([unitWords("k EUR"), unitWords("m $"), unitWords("m SEK"), unitWords("m ¤")]).toEqual([
      "k€",
      "$m",
      "m SEK",
      "m",
    ]);
    expect(shownText("\uf0fc")).toBe("✓");
  });
});

describe("reading again", () => {
  const answer = (initiatives: number) =>
    ({ preview: { counts: { initiatives }, mapping: OPEN }, already_there: 0 }) as ImportPreview;

  it("shows the last wish, not the slowest answer", async () => {
    vi.useFakeTimers();
    const waiting: ((preview: ImportPreview) => void)[] = [];
    const reading = new FileReading(() => new Promise((done) => waiting.push(done)));
    reading.begin();
    reading.choose((mapping) => withSheet(mapping, "Budget"));
    await vi.advanceTimersByTimeAsync(500);
    waiting[1]?.(answer(64));
    await vi.advanceTimersByTimeAsync(0);
    waiting[0]?.(answer(91));
    await vi.advanceTimersByTimeAsync(0);
    expect(reading.snapshot()).toMatchObject({ underway: false, preview: { counts: { initiatives: 64 } } });
    vi.useRealTimers();
  });

  it("asks once for two choices that follow at once", async () => {
    vi.useFakeTimers();
    const asked: Mapping[] = [];
    const reading = new FileReading(async (mapping) => {
      asked.push(mapping);
      return answer(1);
    });
    reading.choose((mapping) => withRole(mapping, "A", "title"));
    reading.choose((mapping) => withRole(mapping, "B", "owner"));
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.map((mapping) => mapping.roles)).toEqual([{ A: "title", B: "owner" }]);
    vi.useRealTimers();
  });

  it("keeps the picture before a refusal and goes back to it", async () => {
    vi.useFakeTimers();
    const failure: Failure = { code: "not_found", message: "no such sheet", hint: "", owner: null };
    const reading = new FileReading(async (mapping) => {
      if (mapping.sheet !== null) throw failure;
      return answer(91);
    });
    reading.begin();
    await vi.advanceTimersByTimeAsync(0);
    reading.choose((mapping) => withSheet(mapping, "Gone"));
    await vi.advanceTimersByTimeAsync(500);
    expect(reading.snapshot().failure).toEqual(failure);
    reading.goBack();
    expect(reading.snapshot()).toMatchObject({
      failure: null,
      mapping: OPEN,
      preview: { counts: { initiatives: 91 } },
    });
    vi.useRealTimers();
  });
});
