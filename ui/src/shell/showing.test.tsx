// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
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
const quay = initiative("i2", "New quay");
const pier = initiative("i3", "Pier repair");
const records = stored([app, goal, quay, pier]);
const silent = [quay, pier].map(({ id, kind, title }) => ({ id, kind, title }));
const findings = () => [
  finding("D101", goal, { severity: "medium" }),
  finding("D103", app),
  finding("D304", app, { key: "D304", subject: null, related: silent, message: "Two are silent." }),
];

async function open(key = "D101.o1"): Promise<void> {
  render(<App session={new Session(fakeHost({ records, findings }), "en")} />);
  await waitFor(() => screen.getByTestId("canvas"));
  fireEvent.keyDown(document.body, { key: "3", ctrlKey: true });
  const row = await waitFor(() => screen.getByTestId(`finding-${key}`));
  row.focus();
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const isSelected = (id: string) =>
  screen.getByTestId(`table-row-${id}`).getAttribute("aria-selected") === "true";

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

  it("shows in the table all that a finding tells at once, from the first of them", async () => {
    await open("D304");
    press("t");
    await waitFor(() => screen.getByTestId("table-row-i2"));
    await waitFor(() => expect(["i2", "i3"].filter(isSelected)).toEqual(["i2", "i3"]));
    expect(isSelected("i1")).toBe(false);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("table")));
    const here = screen.getByTestId("table").getAttribute("aria-activedescendant") ?? "";
    expect(screen.getByTestId("table-row-i2").contains(document.getElementById(here))).toBe(true);
  });

  it("marks in the table what is told of many at once, and says so", async () => {
    await open("D304");
    press("t");
    const row = await waitFor(() => screen.getByTestId("table-row-i3"));
    expect(row.textContent).toContain("1 finding, told of many at once");
    expect(screen.getByTestId("table-row-i1").textContent).not.toContain("at once");
  });

  it.each(["t", "o", "x", "m"])(
    "comes back from %s by Escape, to the same finding and selection",
    async (letter) => {
      await open("D304");
      press(letter);
      await waitFor(() => screen.getByTestId("back"));
      await waitFor(() => expect(screen.queryByTestId("findings-panel")).toBeNull());
      await waitFor(() => expect(document.activeElement).not.toBe(document.body));
      press("Escape");
      const row = await waitFor(() => screen.getByTestId("finding-D304"));
      await waitFor(() => expect(document.activeElement).toBe(row));
      expect(screen.queryByTestId("back")).toBeNull();
      press("t");
      await waitFor(() => expect(["i2", "i3"].filter(isSelected)).toEqual(["i2", "i3"]));
    },
  );

  it("comes back by the button, also after something else was selected", async () => {
    await open("D304");
    press("t");
    await waitFor(() => expect(isSelected("i2")).toBe(true));
    fireEvent.click(within(screen.getByTestId("table-row-i1")).getByText("Harbour app"));
    await waitFor(() => expect(isSelected("i2")).toBe(false));
    press("Escape");
    await new Promise((done) => setTimeout(done, 20));
    expect(screen.queryByTestId("findings-panel")).toBeNull();
    fireEvent.click(screen.getByTestId("back"));
    await waitFor(() => screen.getByTestId("finding-D304"));
  });

  it("offers no way back to whoever went on by themselves", async () => {
    await open("D304");
    press("t");
    await waitFor(() => screen.getByTestId("back"));
    fireEvent.keyDown(document.body, { key: "5", ctrlKey: true });
    await waitFor(() => screen.getByTestId("outline"));
    expect(screen.queryByTestId("back")).toBeNull();
  });
});
