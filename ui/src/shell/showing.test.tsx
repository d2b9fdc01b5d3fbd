// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost } from "../api/fake.ts";
import { finding, initiative, objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });
// Without a layout no list would have room for a row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const app = initiative("i1", "Harbour app");
const goal = objective("o1", "Boats on time");
const records = stored([app, goal]);
const findings = () => [finding("D101", goal, { severity: "medium" }), finding("D103", app)];

async function open(): Promise<void> {
  render(<App session={new Session(fakeHost({ records, findings }), "en")} />);
  await waitFor(() => screen.getByTestId("canvas"));
  fireEvent.keyDown(document.body, { key: "3", ctrlKey: true });
  const row = await waitFor(() => screen.getByTestId("finding-D101.o1"));
  row.focus();
}

describe("from a finding to its place and back", () => {
  it("turns the table to the kind of its subject and selects its row, by one letter", async () => {
    await open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "t" });
    const row = await waitFor(() => screen.getByTestId("table-row-o1"));
    await waitFor(() => expect(row.getAttribute("aria-selected")).toBe("true"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("table")));
  });

  it("leads from the selection of any view to what was found about it", async () => {
    await open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "o" });
    await waitFor(() => screen.getByTestId("outline"));
    await waitFor(() => expect(screen.getByTestId("inspector").textContent).toContain("Boats on time"));
    fireEvent.keyDown(document.body, { key: "j", ctrlKey: true, shiftKey: true });
    await waitFor(() => screen.getByTestId("finding-D101.o1"));
    expect(screen.queryByTestId("finding-D103.i1")).toBeNull();
    fireEvent.click(screen.getByTestId("about-all"));
    expect(screen.getByTestId("finding-D103.i1")).toBeTruthy();
  });

  it("opens the matrix with its subject as a row or a column", async () => {
    await open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "x" });
    await waitFor(() => expect(screen.getByTestId("matrix-columns").textContent).toContain("Objective"));
  });

  it("finds the list as it was left", async () => {
    await open();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "t" });
    await waitFor(() => screen.getByTestId("table"));
    fireEvent.keyDown(document.body, { key: "3", ctrlKey: true });
    const row = await waitFor(() => screen.getByTestId("finding-D101.o1"));
    expect(row.getAttribute("tabindex")).toBe("0");
  });
});
