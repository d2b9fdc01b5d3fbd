// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ColumnFacts, Failure, ImportPreview, Mapping, PreviewRow, Problem } from "../../api/index.ts";
import { WordsProvider } from "../../words/index.ts";
import { Import } from "./Import.tsx";
import { OPEN } from "./mapping.ts";

function column(letter: string, header: string, part: Partial<ColumnFacts>): ColumnFacts {
  return {
    letter,
    header,
    role: "extra_field",
    confidence: 99,
    check: false,
    given: false,
    unit: "",
    examples: [],
    filled: 3,
    alternatives: [],
    ...part,
  };
}

function row(number: number, kind: PreviewRow["kind"], ...texts: string[]): PreviewRow {
  return { number, kind, cells: texts.map((text) => ({ text, mark: "none" })) };
}

const IMPOSSIBLE: Problem = {
  code: "impossible_date",
  severity: "error",
  cell: "C7",
  row: 7,
  column: "Fin",
  value: "31/11/2026",
  suggestion: "2026-11-30",
  message: "31/11/2026 cannot be a date.",
};

/** What the program would answer under a mapping. */
function preview(mapping: Mapping): ImportPreview {
  const repaired = mapping.repairs.includes("C7");
  const initiatives = 2 - mapping.skip_rows.length;
  const sheet = { columns: 3, hidden: false };
  return {
    already_there: 0,
    preview: {
      schema: "throughline.inspect/1",
      as_of: mapping.as_of,
      file: { name: "plan.xlsx", format: "xlsx", bytes: 9000, sha256: "00" },
      sheets: [
        {
          ...sheet,
          name: "Suivi",
          rows: 5,
          verdict: "table",
          why: "the table",
          chosen: mapping.sheet !== "Budget",
        },
        {
          ...sheet,
          name: "Budget",
          rows: 64,
          verdict: "other_table",
          why: "another",
          chosen: mapping.sheet === "Budget",
        },
        { ...sheet, name: "Notes", rows: 3, verdict: "prose", why: "text to read", chosen: false },
      ],
      table: { sheet: "Suivi", header: [5, 5], first_row: 6, last_row: 7 },
      columns: [
        column("A", "Projet", { role: "title" }),
        column("B", "Resp.", {
          role: mapping.roles.B ?? "owner",
          confidence: 64,
          check: mapping.roles.B === undefined,
          given: mapping.roles.B !== undefined,
        }),
        column("C", "Fin", { role: "end" }),
      ],
      assumptions: [
        {
          about: "dates",
          decided: false,
          choice: "Day first",
          evidence: "41 dates can be read both ways",
          alternatives: [{ label: "Month first", mapping: { ...OPEN, day_first: false } }],
          places: [],
        },
        {
          about: "as_of",
          decided: mapping.as_of !== null || mapping.undated,
          choice: mapping.as_of ?? (mapping.undated ? "Left without a date" : "Which day is this list of?"),
          evidence: "2 ratings carry no day of their own",
          alternatives: [],
          places: [],
        },
      ],
      problems: repaired ? [] : [IMPOSSIBLE],
      counts: {
        initiatives,
        owners: 2,
        groups: 0,
        objectives: 0,
        links_proposed: 0,
        status_reports: 0,
        totals_ignored: 1,
        left_out: mapping.skip_rows.length,
        set_aside: 0,
        reasons_kept: 0,
        problems: repaired ? 0 : 1,
        errors: repaired ? 0 : 1,
        warnings: 0,
      },
      rows: [
        row(4, "above", "Amounts in k€", "", ""),
        row(5, "header", "Projet", "Resp.", "Fin"),
        row(6, "data", "One Ticket app", "L. Petrov", "31/12/2026"),
        row(7, "data", "Depot charging", "J. Lindqvist", "31/11/2026"),
        row(8, "total", "Total", "", ""),
      ],
      maybe_same: [],
      mapping,
    },
  };
}

function show(
  read: (mapping: Mapping) => Promise<ImportPreview> = async (mapping) => preview(mapping),
  savedTo = "/home/ines/plan.thru",
) {
  const asked: Mapping[] = [];
  const acts = { onImport: vi.fn(async () => undefined), onCancel: vi.fn(), onChooseAnother: vi.fn() };
  const reader = (mapping: Mapping) => {
    asked.push(mapping);
    return read(mapping);
  };
  render(
    <WordsProvider lang="en">
      <Import file="plan.xlsx" read={reader} savedTo={savedTo} onChangeTarget={() => undefined} {...acts} />
    </WordsProvider>,
  );
  return { asked, ...acts };
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the import panel", () => {
  it("shows what was read, what is ignored and why, and what it would make", async () => {
    show();
    expect(await screen.findByText("One Ticket app")).toBeDefined();
    expect(screen.getByTestId("import-header-row").textContent).toBe("5ProjetResp.Fin");
    expect(screen.getByText("total, ignored")).toBeDefined();
    expect(screen.getByTestId("import-sheet").textContent).toBe("Suivi2");
    expect(screen.getByTestId("import-counts").textContent).toContain(
      "2 initiatives, 2 owners · 1 total ignored",
    );
    expect(screen.getByTestId("import-confirm").textContent).toBe("Import 2 initiatives");
  });

  it("asks to check what is not certain, and takes a choice", async () => {
    const { asked } = show();
    const role = await screen.findByTestId("import-role-1");
    expect(screen.getByText(/^64 %, check$/)).toBeDefined();
    fireEvent.click(role);
    const find = await screen.findByTestId("import-role-find-1");
    fireEvent.change(find, { target: { value: "tags" } });
    fireEvent.keyDown(find, { key: "Enter" });
    await waitFor(() => expect(screen.getByTestId("import-role-1").dataset.role).toBe("tags"));
    expect(asked.at(-1)?.roles).toEqual({ B: "tags" });
    expect(screen.getByText("your choice")).toBeDefined();
  });

  it("goes to a problem and repairs it when told to", async () => {
    const { asked } = show();
    fireEvent.click(await screen.findByTestId("import-show-impossible_date"));
    fireEvent.click(await screen.findByTestId("import-repair"));
    await screen.findByText("Every cell could be read.");
    expect(asked.at(-1)?.repairs).toEqual(["C7"]);
  });

  it("says which assumption the file leaves open", async () => {
    show();
    const dates = await screen.findByTestId("import-about-dates");
    expect(within(dates).getByText("The file does not say")).toBeDefined();
    expect(within(dates).getByTestId("import-change-dates")).toBeDefined();
  });

  it("asks for the day of a list that names none, and takes a month for its last day", async () => {
    const { asked } = show();
    fireEvent.click(await screen.findByTestId("import-list-day"));
    const field = await screen.findByTestId("import-list-day-field");
    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.change(field, { target: { value: "March 2023" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await screen.findByText("2023-03-31");
    expect(asked.at(-1)).toMatchObject({ as_of: "2023-03-31", undated: false });
    fireEvent.click(screen.getByTestId("import-list-day"));
    fireEvent.click(await screen.findByTestId("import-list-day-none"));
    await screen.findByText("Left without a date");
    expect(asked.at(-1)).toMatchObject({ as_of: null, undated: true });
  });

  it("imports under the choices that stand, once", async () => {
    const { onImport } = show();
    await screen.findByText("One Ticket app");
    await waitFor(() => expect(screen.getByTestId("import-confirm").hasAttribute("disabled")).toBe(false));
    fireEvent.click(screen.getByTestId("import-confirm"));
    await waitFor(() => expect(onImport).toHaveBeenCalledTimes(1));
    expect(onImport.mock.calls[0]).toMatchObject([OPEN, { counts: { initiatives: 2 } }]);
  });

  it("waits with the import until it is known where the portfolio will be kept", async () => {
    const { onImport } = show(undefined, "");
    await screen.findByText("One Ticket app");
    expect(screen.getByTestId("import-target").textContent).toBe("Choose where to save it");
    fireEvent.click(screen.getByTestId("import-confirm"));
    expect(screen.getByTestId("import-confirm").hasAttribute("disabled")).toBe(true);
    expect(onImport).not.toHaveBeenCalled();
  });

  it("says calmly why a file cannot be read and offers another", async () => {
    const failure: Failure = {
      code: "password_protected",
      message: "“plan.xlsx” is protected by a password and cannot be opened.",
      hint: "Nothing was imported; the file was not changed.",
      owner: null,
    };
    const { onChooseAnother } = show(() => Promise.reject(failure));
    expect((await screen.findByTestId("import-failed")).dataset.code).toBe("password_protected");
    expect(screen.getByText("This workbook is locked")).toBeDefined();
    expect(screen.getByText(failure.hint)).toBeDefined();
    fireEvent.click(screen.getByText("Choose another file"));
    expect(onChooseAnother).toHaveBeenCalled();
  });

  it("can be left while a long file is read", () => {
    const { onCancel } = show(() => new Promise(() => undefined));
    expect(screen.getByTestId("import-reading").textContent).toContain("Reading plan.xlsx");
    fireEvent.click(screen.getByTestId("import-cancel"));
    expect(onCancel).toHaveBeenCalled();
  });
});
