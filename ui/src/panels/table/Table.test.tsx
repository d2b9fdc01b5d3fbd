// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type FakeHost, fakeHost } from "../../api/fake.ts";
import type { Element, Record as Stored } from "../../api/index.ts";
import { Filter } from "../../model/filter.ts";
import { Selection } from "../../model/selection.ts";
import { Store } from "../../model/store.ts";
import { WordsProvider } from "../../words/index.ts";
import { type Desk, DeskProvider } from "../desk.tsx";
import { elsewhere } from "../fixture.tsx";
import { resetTable, Table } from "./Table.tsx";

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

function initiative(id: string, part: Partial<Extract<Element, { kind: "initiative" }>>): Stored {
  return {
    type: "element",
    record: {
      id,
      title: id,
      description: "",
      owner: null,
      tags: [],
      why: WHY,
      external_keys: [],
      extra: {},
      archived: null,
      kind: "initiative",
      form: null,
      state: { known: "active" },
      start: null,
      end: null,
      delivered_on: null,
      budget: null,
      spent: null,
      percent_complete: null,
      category: null,
      reference: null,
      ...part,
    },
  };
}

const RECORDS: Stored[] = [
  initiative("ticket", {
    title: "One Ticket app",
    owner: { known: "L. Petrov" },
    budget: { known: { amount: "4100000", currency: "EUR" } },
  }),
  initiative("depot", { title: "Depot charging", budget: { missing: { reason: "withheld", said: "nfp" } } }),
  initiative("lake", { title: "Data lake", budget: { known: { amount: "2400000", currency: "EUR" } } }),
];

async function show(records: Stored[] = RECORDS) {
  const host: FakeHost = fakeHost({ records });
  const store = new Store(host, await host.view());
  const selection = new Selection();
  const showOnMap = vi.fn();
  const tell = vi.fn();
  const desk: Desk = {
    barsOf: () => null,
    store,
    selection,
    filter: new Filter(),
    attempt: (asked) => asked.catch(() => null),
    edit: (...edits) => store.edit(edits).catch(() => null),
    tell,
    rules: new Map(),
    ...elsewhere(host),
    showOnMap,
  };
  render(
    <WordsProvider lang="en">
      <DeskProvider value={desk}>
        <Table />
      </DeskProvider>
    </WordsProvider>,
  );
  return { host, selection, showOnMap, tell };
}

function cell(row: string, column: number): HTMLElement {
  const found = within(screen.getByTestId(`table-row-${row}`)).getAllByRole("gridcell")[column];
  if (!found) throw new Error(`no cell ${column} in ${row}`);
  return found;
}
const grid = () => screen.getByRole("grid");
const titles = () => screen.getAllByTestId(/^table-row-/).map((row) => row.dataset.testid);

beforeEach(() => {
  // Nothing is laid out here; the grid must believe that it has room.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
  resetTable();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the table", () => {
  it("says why a value is missing and counts what is known", async () => {
    await show();
    expect(screen.getByText("nfp · withheld")).toBeDefined();
    expect(screen.getByTestId("table-totals").textContent).toContain("2 of 3 known, 1 withheld");
    expect(screen.getByTestId("table-totals").textContent).toContain("6.5");
  });

  it("edits a title by keyboard alone, as one edit", async () => {
    const { host } = await show();
    fireEvent.click(cell("depot", 2));
    fireEvent.keyDown(grid(), { key: "Enter" });
    const field = screen.getByTestId("table-editor");
    fireEvent.change(field, { target: { value: "North depot charging" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await screen.findByText("North depot charging");
    expect(host.asked).toEqual([
      [{ type: "set", element: "depot", patch: { field: "title", value: "North depot charging" } }],
    ]);
  });

  it("leaves everything as it was on Escape", async () => {
    const { host } = await show();
    fireEvent.doubleClick(cell("lake", 2));
    fireEvent.change(screen.getByTestId("table-editor"), { target: { value: "Lake" } });
    fireEvent.keyDown(screen.getByTestId("table-editor"), { key: "Escape" });
    expect(screen.queryByTestId("table-editor")).toBeNull();
    expect(host.asked).toEqual([]);
  });

  it("keeps an impossible amount in the field and says what is wrong", async () => {
    const { host } = await show();
    const budget = screen
      .getAllByRole("columnheader")
      .findIndex((head) => head.textContent?.startsWith("Budget"));
    fireEvent.doubleClick(cell("ticket", budget));
    fireEvent.change(screen.getByTestId("table-editor"), { target: { value: "a lot" } });
    fireEvent.keyDown(screen.getByTestId("table-editor"), { key: "Enter" });
    expect(screen.getByRole("status").textContent).toMatch(/^No amount/);
    expect(host.asked).toEqual([]);
  });

  it("tells what it could not take when the mouse leaves a cell", async () => {
    const { host, tell } = await show();
    const budget = screen
      .getAllByRole("columnheader")
      .findIndex((head) => head.textContent?.startsWith("Budget"));
    fireEvent.doubleClick(cell("ticket", budget));
    const editor = await screen.findByTestId("table-editor");
    fireEvent.change(editor, { target: { value: "plenty" } });
    fireEvent.blur(editor);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(tell.mock.calls[0]?.[0]).toBe("“plenty” was not taken. The field was left as it was.");
    expect(host.asked).toHaveLength(0);
  });

  it("selects a range with Shift and shares it with the other views", async () => {
    const { selection } = await show();
    fireEvent.click(cell("ticket", 0));
    fireEvent.click(cell("lake", 0), { shiftKey: true });
    expect(selection.ids()).toEqual(["ticket", "depot", "lake"]);
    expect(screen.getByTestId("table-selected").textContent).toContain("3 selected");
  });

  it("shows what was selected elsewhere", async () => {
    const { selection } = await show();
    selection.set(["lake"]);
    await vi.waitFor(() =>
      expect(screen.getByTestId("table-row-lake").getAttribute("aria-selected")).toBe("true"),
    );
  });

  it("shows a row on the map from its glyph with Enter", async () => {
    const { showOnMap } = await show();
    fireEvent.click(cell("lake", 1));
    fireEvent.keyDown(grid(), { key: "Enter" });
    expect(showOnMap).toHaveBeenCalledWith(["lake"]);
  });

  it("sorts by a column and does not move a row while it is edited", async () => {
    await show();
    fireEvent.click(within(grid()).getByRole("button", { name: "Title" }));
    expect(titles()).toEqual(["table-row-lake", "table-row-depot", "table-row-ticket"]);
    fireEvent.doubleClick(cell("lake", 2));
    fireEvent.change(screen.getByTestId("table-editor"), { target: { value: "Zero data lake" } });
    fireEvent.keyDown(screen.getByTestId("table-editor"), { key: "Enter" });
    await screen.findByText("Zero data lake");
    expect(titles()[0]).toBe("table-row-lake");
  });

  it("teaches when there is nothing yet", async () => {
    await show([]);
    expect(screen.getByText("No initiatives yet")).toBeDefined();
  });
});
