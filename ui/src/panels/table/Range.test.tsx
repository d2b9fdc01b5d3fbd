// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Element } from "../../api/index.ts";
import { driver, initiative } from "../../model/fixture.ts";
import { type Bench, bench, type Given } from "../fixture.tsx";
import { resetTable, Table } from "./Table.tsx";

const euros = (amount: string) => ({ known: { amount, currency: "EUR" } });
const GIVEN: Element[] = [
  initiative("a", "Ferry app", { budget: euros("4100000"), state: { known: "active" } }),
  initiative("b", "Quay works", { budget: { missing: { reason: "withheld", said: "see annex" } } }),
  initiative("c", "Night boats", { budget: { known: { amount: "250000.5", currency: "USD" } } }),
];

const show = (elements: readonly Element[] = GIVEN, more: Partial<Given> = {}) =>
  bench({ elements, ...more }, <Table />);
const grid = () => screen.getByTestId("table");
const press = (key: string, held: object = {}) => fireEvent.keyDown(grid(), { key, ...held });

function cell(row: string, column: string): HTMLElement {
  const found = screen.getByTestId(`table-row-${row}`).querySelector(`[data-column="${column}"]`);
  if (!(found instanceof HTMLElement)) throw new Error(`no cell ${column} in ${row}`);
  return found;
}

/** The cells that a screen reader is told are selected. */
const held = () =>
  screen
    .getAllByRole("gridcell", { selected: true })
    .map((it) => `${it.closest<HTMLElement>("[data-row]")?.dataset.row} ${it.dataset.column}`);

function clipboard(type: "copy" | "cut" | "paste", text = "", html = ""): Map<string, string> {
  const kept = new Map([
    ["text/plain", text],
    ["text/html", html],
  ]);
  const data = {
    getData: (flavour: string) => kept.get(flavour) ?? "",
    setData: (flavour: string, value: string) => kept.set(flavour, value),
  };
  const event = createEvent[type](grid());
  Object.defineProperty(event, "clipboardData", { value: data });
  fireEvent(grid(), event);
  return kept;
}

const budgetOf = ({ store }: Bench, id: string) => {
  const element = store.state.portfolio.elements.get(id);
  return element?.kind === "initiative" ? element.budget : undefined;
};

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

describe("a range of cells", () => {
  it("reaches with Shift and the arrows, and Escape gives it up before the selected rows", async () => {
    const { selection } = await show();
    fireEvent.click(cell("a", "title"));
    press("ArrowRight", { shiftKey: true });
    press("ArrowDown", { shiftKey: true });
    expect(held()).toEqual(["a title", "a owner", "b title", "b owner"]);
    expect(screen.getByTestId("table-range").textContent).toBe("4 cells");
    press("Escape");
    expect(held()).toEqual(["b owner"]);
    expect(selection.ids()).toEqual(["a"]);
    press("Escape");
    expect(selection.ids()).toEqual([]);
  });

  it("reaches to the end of a column with Ctrl Shift and an arrow, and by dragging", async () => {
    await show();
    fireEvent.click(cell("a", "budget"));
    press("ArrowDown", { shiftKey: true, ctrlKey: true });
    expect(held()).toEqual(["a budget", "b budget", "c budget"]);
    fireEvent.pointerDown(cell("b", "title"), { button: 0 });
    fireEvent.pointerOver(cell("c", "owner"), { buttons: 1 });
    expect(held()).toEqual(["b title", "b owner", "c title", "c owner"]);
  });

  it("steps over the heads of groups", async () => {
    await show();
    fireEvent.click(screen.getByText("Group: none"));
    fireEvent.click(await screen.findByTestId("menu-group-state"));
    await screen.findByTestId("table-group-1");
    fireEvent.click(cell("a", "title"));
    press("ArrowDown", { shiftKey: true });
    expect(held()).toEqual(["a title", "b title"]);
  });
});

describe("copy and paste", () => {
  it("gives the same values back, whatever text can say of them", async () => {
    const on = await show([...GIVEN, initiative("d", "D"), initiative("e", "E"), initiative("f", "F")]);
    fireEvent.click(cell("a", "budget"));
    press("ArrowDown", { shiftKey: true });
    press("ArrowDown", { shiftKey: true });
    const text = clipboard("copy").get("text/plain");
    expect(text).toBe("4100000 EUR\r\nsee annex\r\n250000.5 USD");
    expect(screen.getByTestId("table-news").textContent).toBe("3 cells copied");
    fireEvent.click(cell("d", "budget"));
    clipboard("paste", text);
    await waitFor(() => expect(budgetOf(on, "f")).not.toBeNull());
    for (const [from, to] of ["ad", "be", "cf"]) {
      expect(budgetOf(on, to ?? "")).toEqual(budgetOf(on, from ?? ""));
    }
  });

  it("copies whole rows when rows are selected, with every column in sight", async () => {
    await show();
    fireEvent.click(cell("a", "title"));
    fireEvent.click(cell("c", "title"), { ctrlKey: true });
    const kept = clipboard("copy");
    const lines = kept.get("text/plain")?.split("\r\n") ?? [];
    expect(lines.map((line) => line.split("\t")[0])).toEqual(["Ferry app", "Night boats"]);
    expect(lines[0]).toContain("Active");
    expect(kept.get("text/html")).toContain("Night boats</td>");
  });

  it("adds rows in one step that is undone as one, told as pasted", async () => {
    const { host, store, told } = await show();
    fireEvent.click(cell("c", "title"));
    clipboard("paste", "Night ferries\tAda\nIce pier\tBen\nTolls\tn/a\n");
    await screen.findByText("Tolls");
    expect(host.asked).toHaveLength(1);
    expect(store.state.steps.undo?.origin).toEqual({ from: "pasted" });
    expect(told[0]).toBe("6 cells pasted, 2 new rows");
    await store.undo();
    await waitFor(() => expect(screen.queryByText("Ice pier")).toBeNull());
    expect(store.state.portfolio.elements.size).toBe(3);
    expect(screen.getByText("Night boats")).toBeDefined();
  });

  it("keeps what it does not understand and says which cells", async () => {
    const on = await show();
    fireEvent.click(cell("a", "budget"));
    clipboard("paste", "a lot\n5 M€");
    await waitFor(() => expect(budgetOf(on, "b")).toEqual(euros("5000000")));
    expect(budgetOf(on, "a")).toEqual(euros("4100000"));
    expect(on.told[0]).toBe("1 cell pasted, 1 cell left as it was");
  });

  it("fills the whole range with one value, in one step", async () => {
    const { host, store } = await show();
    fireEvent.click(cell("a", "owner"));
    press("ArrowDown", { shiftKey: true, ctrlKey: true });
    clipboard("paste", "Ada");
    await waitFor(() => expect(store.state.portfolio.elements.get("c")?.owner).toEqual({ known: "Ada" }));
    expect(host.asked.map((edits) => edits.length)).toEqual([3]);
    expect(held()).toHaveLength(3);
  });

  it("begins a list in a table that is empty", async () => {
    const { store } = await show([driver("x", "A law")]);
    clipboard("paste", "Title\tOwner\nFerry app\tAda");
    await screen.findByText("Ferry app");
    expect([...store.state.portfolio.elements.values()].map((it) => it.title)).toEqual([
      "A law",
      "Ferry app",
    ]);
  });

  it("empties the cells that were cut", async () => {
    const on = await show();
    fireEvent.click(cell("a", "budget"));
    expect(clipboard("cut").get("text/plain")).toBe("4100000 EUR");
    await waitFor(() => expect(budgetOf(on, "a")).toBeNull());
  });
});

describe("filling and emptying a range", () => {
  it("fills down with Ctrl D, and from the row above when only one is meant", async () => {
    const on = await show();
    fireEvent.click(cell("a", "budget"));
    press("ArrowDown", { shiftKey: true });
    press("d", { ctrlKey: true });
    await waitFor(() => expect(budgetOf(on, "b")).toEqual(euros("4100000")));
    fireEvent.click(cell("c", "budget"));
    press("d", { ctrlKey: true });
    await waitFor(() => expect(budgetOf(on, "c")).toEqual(euros("4100000")));
    expect(on.host.asked).toHaveLength(2);
  });

  it("empties a range with Delete in one step, titles stay", async () => {
    const on = await show();
    fireEvent.click(cell("a", "title"));
    press("End", { shiftKey: true });
    press("ArrowDown", { shiftKey: true });
    press("Delete");
    await waitFor(() => expect(budgetOf(on, "a")).toBeNull());
    expect(on.host.asked).toHaveLength(1);
    expect(on.store.state.portfolio.elements.get("b")?.title).toBe("Quay works");
  });
});

describe("rows that were put away", () => {
  const away = initiative("away", "Old pier", { archived: { on: "2026-01-31", reason: "merged" } });

  it("are shown only when asked for, by keyboard, and can be taken out again", async () => {
    const { store } = await show([...GIVEN, away]);
    expect(screen.queryByText("Old pier")).toBeNull();
    expect(screen.getByTestId("table-total-title").textContent).toBe("3 initiatives");
    fireEvent.click(screen.getByTestId("table-where"));
    fireEvent.keyDown(await screen.findByTestId("table-where-column"), { key: "Enter" });
    await screen.findByText("Old pier");
    expect(within(screen.getByTestId("table-row-away")).getByText("archived")).toBeDefined();
    expect(screen.getByTestId("table-total-title").textContent).toBe("3 initiatives1 archived, not counted");
    fireEvent.keyDown(screen.getByTestId("table-where-column"), { key: "Escape" });
    fireEvent.click(cell("away", "title"));
    fireEvent.click(screen.getByLabelText("More"));
    fireEvent.click(await screen.findByTestId("menu-table-restore"));
    await waitFor(() => expect(store.state.portfolio.elements.get("away")?.archived).toBeNull());
  });
});

describe("a column in two currencies", () => {
  it("shows each sum by itself at the foot", async () => {
    await show();
    const foot = screen.getByTestId("table-total-budget").textContent ?? "";
    expect(foot).toContain("4.1");
    expect(foot).toContain("·");
    expect(foot).not.toContain("declared");
  });

  it("says that it was converted when the settings lead there", async () => {
    const on = await show();
    await on.store.edit([
      {
        type: "set_settings",
        settings: {
          title: "Skerry",
          currency: "EUR",
          rates: [{ from: "USD", to: "EUR", rate: "0.8", on: null, source: "bank" }],
          fiscal_year: { month: 1, day: 1 },
          cycle: "month",
          rules: {},
        },
      },
    ]);
    await waitFor(() =>
      expect(screen.getByTestId("table-total-budget").textContent).toContain("at declared rates"),
    );
    expect(screen.getByTestId("table-total-budget").textContent).toContain("4.3");
  });
});
