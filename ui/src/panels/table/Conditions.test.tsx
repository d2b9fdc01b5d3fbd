// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { initiative } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import { resetTable, Table } from "./Table.tsx";

const GIVEN = [
  initiative("a", "Ferry app", { state: { known: "active" }, owner: { known: "I. Falk" } }),
  initiative("b", "Quay works", { state: { known: "idea" } }),
  initiative("c", "Night boats", { state: { known: "active" } }),
];

beforeEach(() => {
  resetTable();
  // Nothing is laid out here; the grid must believe that it has room.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const rows = () =>
  screen.queryAllByTestId(/^table-row-/).map((it) => it.dataset.testid?.slice("table-row-".length));
const chips = () => within(screen.getByTestId("table-conditions"));

describe("what keeps rows back", () => {
  it("is chosen at the head of a column, stands above the rows and is taken away there", async () => {
    await bench({ elements: GIVEN }, <Table />);
    expect(screen.queryByTestId("table-conditions")).toBeNull();
    fireEvent.click(screen.getByTestId("only-state"));
    const values = await screen.findByTestId("table-where-value");
    fireEvent.change(values, { target: { value: "active" } });
    fireEvent.keyDown(values, { key: "Enter" });
    await waitFor(() => expect(rows()).toEqual(["a", "c"]));
    expect(chips().getByText("State: Active")).toBeTruthy();
    expect(chips().getByText("2 of 3 rows")).toBeTruthy();
    fireEvent.keyDown(values, { key: "Escape" });
    fireEvent.click(chips().getByLabelText("Without “State: Active”"));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(screen.queryByTestId("table-conditions")).toBeNull();
  });

  it("is reached by keyboard from the cell in force", async () => {
    await bench({ elements: GIVEN }, <Table />);
    const grid = screen.getByTestId("table");
    fireEvent.focus(grid);
    fireEvent.keyDown(grid, { key: "ArrowRight" });
    fireEvent.keyDown(grid, { key: "ArrowDown", altKey: true });
    expect(await screen.findByTestId("table-where-value")).toBeTruthy();
  });

  it("tells the filter of all views from the conditions of this table, and both can be taken away", async () => {
    const { filter } = await bench({ elements: GIVEN }, <Table />);
    act(() => filter.set({ text: "ferry", owner: "I. Falk" }));
    await waitFor(() => expect(rows()).toEqual(["a"]));
    expect(chips().getByText("In all views, only")).toBeTruthy();
    expect(chips().queryByText("In this table, only")).toBeNull();
    fireEvent.click(chips().getByLabelText("Without “Owner: I. Falk”"));
    expect(filter.wanted()).toEqual({ text: "ferry", owner: null, tag: null });
    fireEvent.click(screen.getByTestId("table-show-all"));
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(filter.wanted().text).toBe("");
  });
});
