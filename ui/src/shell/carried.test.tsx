// @vitest-environment happy-dom
/* Elements dragged from the outline and the table onto a canvas. */
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Canvas, Record as Stored } from "../api/bindings.ts";
import { fakeHost } from "../api/fake.ts";
import { contribution, indicator, initiative, objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const FREE: Canvas = { id: "free", title: "Workshop", kind: "free", frames: [] };
const RECORDS: Stored[] = [
  ...stored(
    [
      initiative("i1", "Booking app"),
      initiative("i2", "Booking desk"),
      objective("o1", "Full decks"),
      indicator("n1", "Bookings a day"),
    ],
    [contribution("c1", "i1", "o1")],
  ).filter((it) => it.type !== "canvas"),
  { type: "canvas", record: FREE },
];

/** What is under the pointer; this page has no layout. */
let under: Element | null = null;
beforeEach(() => {
  under = null;
  // Without a layout no list would have room for a row.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
  document.elementFromPoint = () => under;
});

async function opened(records: Stored[] = RECORDS) {
  const host = fakeHost({ records });
  const session = new Session(host, "en");
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas"));
  const portfolio = () => {
    const { store } = session.snapshot();
    if (store === null) throw new Error("Nothing is open.");
    return store.state.portfolio;
  };
  return { host, portfolio };
}

const on = (x: number, y: number) => ({
  clientX: x,
  clientY: y,
  pointerId: 1,
  button: 0,
  pointerType: "mouse",
});

/** Presses a row and carries it to where it is let go. */
async function drag(row: Element, to: Element, x = 400, y = 300): Promise<void> {
  fireEvent.pointerDown(row, on(20, 20));
  fireEvent.pointerMove(window, on(60, 40));
  under = to;
  fireEvent.pointerMove(window, on(x, y));
  await waitFor(() => screen.getByTestId("carried"));
  fireEvent.pointerUp(window, on(x, y));
}

const place = () => {
  const it = document.querySelector(".map-place");
  if (it === null) throw new Error("There is no canvas.");
  return it;
};

async function outlined(): Promise<void> {
  fireEvent.click(screen.getByTestId("toggle-outline"));
  await waitFor(() => screen.getByTestId("outline-panel"));
}

describe("dragging from the outline", () => {
  it("places an element on a free canvas, in one step that can be undone", async () => {
    const { portfolio } = await opened();
    await outlined();
    await drag(screen.getByTestId("outline-i1"), place());
    await waitFor(() => expect([...portfolio().placements.values()]).toHaveLength(1));
    const [placed] = [...portfolio().placements.values()];
    expect(placed).toMatchObject({ canvas: "free", element: "i1" });
    expect(screen.queryByTestId("carried")).toBeNull();
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(portfolio().placements.size).toBe(0));
  });

  it("takes the whole selection along when one of it is dragged", async () => {
    const { portfolio } = await opened();
    await outlined();
    fireEvent.click(screen.getByTestId("outline-i1"));
    fireEvent.click(screen.getByTestId("outline-i2"), { ctrlKey: true });
    fireEvent.pointerDown(screen.getByTestId("outline-i2"), on(20, 20));
    fireEvent.pointerMove(window, on(60, 40));
    await waitFor(() => expect(screen.getByTestId("carried").textContent).toContain("+ 1"));
    under = place();
    fireEvent.pointerMove(window, on(400, 300));
    expect(document.querySelectorAll(".tl-canvas-incoming")).toHaveLength(2);
    fireEvent.pointerUp(window, on(400, 300));
    await waitFor(() => expect(portfolio().placements.size).toBe(2));
    expect(document.querySelectorAll(".tl-canvas-incoming")).toHaveLength(0);
  });

  it("says why nothing came of it where no canvas shows such a thing", async () => {
    const { portfolio } = await opened();
    await outlined();
    // What stands around the line is folded at first.
    fireEvent.doubleClick(screen.getByTestId("outline-lane/indicator"));
    await drag(await waitFor(() => screen.getByTestId("outline-n1")), place());
    await waitFor(() => screen.getByText("This cannot be placed here"));
    expect(portfolio().placements.size).toBe(0);
  });

  it("does nothing where there is nothing to drop it on", async () => {
    const { portfolio } = await opened();
    await outlined();
    await drag(screen.getByTestId("outline-i1"), document.body);
    expect(screen.queryByTestId("carried")).toBeNull();
    expect(portfolio().placements.size).toBe(0);
  });
});

describe("dragging from the table", () => {
  it("opens the canvas while a row rests on the way there, and drops it on it", async () => {
    const { portfolio } = await opened();
    fireEvent.click(screen.getByTestId("nav-table"));
    const row = await waitFor(() => screen.getByTestId("table-row-i1"));
    const sign = row.querySelector(".table-glyph");
    if (sign === null) throw new Error("The row has no sign.");
    fireEvent.pointerDown(sign, on(200, 200));
    under = screen.getByTestId("nav-map");
    fireEvent.pointerMove(window, on(30, 80));
    await waitFor(() => screen.getByTestId("canvas"));
    under = place();
    fireEvent.pointerMove(window, on(500, 300));
    fireEvent.pointerUp(window, on(500, 300));
    await waitFor(() => expect([...portfolio().placements.values()].map((it) => it.element)).toEqual(["i1"]));
  });

  it("places what is dropped on the way itself where the canvas was looked at", async () => {
    const { portfolio } = await opened();
    fireEvent.click(screen.getByTestId("nav-table"));
    const row = await waitFor(() => screen.getByTestId("table-row-i2"));
    const sign = row.querySelector(".table-glyph");
    if (sign === null) throw new Error("The row has no sign.");
    await drag(sign, screen.getByTestId("nav-map"), 30, 80);
    await act(async () => undefined);
    await waitFor(() => expect([...portfolio().placements.values()].map((it) => it.element)).toEqual(["i2"]));
  });
});
