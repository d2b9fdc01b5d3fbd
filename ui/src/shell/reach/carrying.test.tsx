// @vitest-environment happy-dom
/* Bringing elements to a canvas from the outline beside it, by hand and by keys: where they lie, what is said, who has the keyboard. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CanvasKind } from "../../api/index.ts";
import { createCanvas } from "../../canvas/index.ts";
import { EMPTY_SCENE, type SceneCard } from "../../canvas/scene.ts";
import { wordsOf } from "../../words/index.ts";
import { canvasWords } from "../mapWords.ts";
import { furnish, hear, opened, press, tabTo } from "./fixture.tsx";

/** What is under the pointer; this page has no layout. */
let under: Element | null = null;
beforeEach(() => {
  furnish();
  under = null;
  // Without a layout no list would have room for a row.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
  document.elementFromPoint = () => under;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const on = (x: number, y: number) => ({
  clientX: x,
  clientY: y,
  pointerId: 1,
  button: 0,
  pointerType: "mouse",
});

const bar = { fraction: null, status: "unknown" as const };
const CARD: SceneCard = {
  id: "new",
  kind: "team",
  level: 5,
  band: null,
  x: 9000,
  y: 9000,
  locked: false,
  title: "Crews",
  shown: "Crews",
  missing: null,
  meta: [],
  grade: null,
  ladder: null,
  delivery: bar,
  outcome: bar,
  badge: null,
};

async function outlined(kind: CanvasKind) {
  const window = await opened(kind);
  await painted();
  await tabTo((it) => it === window.surface);
  await press("Ctrl+Shift+K");
  const grid = await waitFor(() => screen.getByTestId("outline"));
  await waitFor(() => expect(document.activeElement).toBe(grid));
  return { ...window, grid };
}

/** Takes a row and carries it over a place. */
async function carried(row: string, over: Element, x = 500, y = 300): Promise<void> {
  fireEvent.pointerDown(screen.getByTestId(`outline-${row}`), on(20, 20));
  fireEvent.pointerMove(window, on(60, 40));
  under = over;
  fireEvent.pointerMove(window, on(x, y));
  await waitFor(() => screen.getByTestId("carried"));
}
const place = () => document.querySelector(".map-place, .chart-place") ?? document.body;
const outlines = () => [...document.querySelectorAll<HTMLElement>(".tl-canvas-incoming")];
const painted = () => act(() => new Promise((done) => setTimeout(done, 60)));

describe("carrying over a canvas", () => {
  it("the outlines keep with the hand when the map is zoomed under it", async () => {
    const host = document.createElement("div");
    document.body.append(host);
    const map = createCanvas(host, { words: canvasWords(wordsOf("en"), "free") });
    map.setScene({ ...EMPTY_SCENE, axis: null });
    map.setView({ x: 0, y: 0, zoom: 0.5 });
    map.carry([{ id: "new", kind: "team" }], { x: 500, y: 300 });
    const box = () => outlines().map((it) => [it.style.width, it.style.transform]);
    const [[width, at] = []] = box();
    map.zoom(1);
    await waitFor(() => expect(box()[0]?.[0]).not.toBe(width));
    expect(box()[0]?.[1]).not.toBe(at);
    expect(outlines()).toHaveLength(1);
    // Nothing is carried any more, and nothing comes back with the next step.
    map.carry([], { x: 0, y: 0 });
    map.zoom(1);
    await painted();
    expect(outlines()).toHaveLength(0);
    map.destroy();
    host.remove();
  });

  it("promises no place to a card that is locked, and one to what comes with it", () => {
    const host = document.createElement("div");
    document.body.append(host);
    const map = createCanvas(host, { words: canvasWords(wordsOf("en"), "free") });
    map.setScene({ ...EMPTY_SCENE, axis: null, cards: [{ ...CARD, locked: true }] });
    map.carry([{ id: CARD.id, kind: "team" }], { x: 500, y: 300 });
    expect(outlines()).toHaveLength(0);
    const both = [CARD.id, "other"].map((id) => ({ id, kind: "team" as const }));
    map.carry(both, { x: 500, y: 300 });
    expect(outlines()).toHaveLength(1);
    map.destroy();
    host.remove();
  });

  it("what is let go where it came from leaves the selection as it was", async () => {
    await outlined("free");
    fireEvent.click(screen.getByTestId("outline-d"));
    fireEvent.click(screen.getByTestId("outline-p"), { ctrlKey: true });
    const row = screen.getByTestId("outline-p");
    await carried("p", place());
    fireEvent.keyDown(document.body, { key: "Escape" });
    fireEvent.pointerUp(row, on(60, 40));
    fireEvent.click(row);
    await painted();
    const selected = () => document.querySelectorAll(".outline .is-element[aria-selected=true]");
    expect(selected()).toHaveLength(2);
    fireEvent.click(row);
    await waitFor(() => expect(selected()).toHaveLength(1));
  });

  it.each([
    ["x_matrix", "p"],
    ["trajectory", "i"],
  ] as const)(
    "a diagram of the kind %s says that nothing is placed by hand, and shows it",
    async (kind, id) => {
      await outlined(kind);
      await carried(id, place());
      fireEvent.pointerUp(window, on(500, 300));
      await waitFor(() => screen.getByText("Nothing is placed by hand on this canvas"));
      screen.getByText(/^It is selected\./);
    },
  );

  it("the first that is dropped on an empty canvas lies where it was let go, in the view that was looked at", async () => {
    const view = { x: -300, y: 40, zoom: 0.6 };
    const first = (then: (map: ReturnType<typeof createCanvas>) => void) => {
      const host = document.createElement("div");
      document.body.append(host);
      const map = createCanvas(host, { words: canvasWords(wordsOf("en"), "free") });
      map.setScene({ ...EMPTY_SCENE, axis: null });
      map.setView(view);
      then(map);
      const seen = map.getView();
      map.destroy();
      host.remove();
      return seen;
    };
    const dropped = first((map) => {
      const moves = map.land([{ id: "new", kind: "team" }], { x: 500, y: 300 });
      map.setScene({ ...EMPTY_SCENE, axis: null, cards: moves.map(({ x, y }) => ({ ...CARD, x, y })) });
    });
    expect(dropped).toEqual(view);
    // What comes from elsewhere may lie out of sight, and is shown.
    const other = first((map) => map.setScene({ ...EMPTY_SCENE, axis: null, cards: [CARD] }));
    expect(other).not.toEqual(view);
  });
});

describe("the keyboard and the outline beside a canvas", () => {
  it("goes into the outline that it opened, with F6 to the canvas, and back to it when the outline is closed", async () => {
    const { surface, grid } = await outlined("free");
    await press("F6");
    expect(document.activeElement).toBe(surface);
    await act(async () => grid.focus());
    await press("Ctrl+Shift+K");
    await waitFor(() => expect(document.activeElement).toBe(surface));
    expect(screen.queryByTestId("outline-panel")).toBeNull();
  });

  it("places what is selected there, says how many, and which were left out", async () => {
    const { portfolio, grid } = await outlined("free");
    expect(document.getElementById(grid.getAttribute("aria-describedby") ?? "")?.textContent).toContain(
      "“Place the selection here”",
    );
    fireEvent.doubleClick(screen.getByTestId("outline-lane/indicator"));
    fireEvent.click(await waitFor(() => screen.getByTestId("outline-k")));
    fireEvent.click(screen.getByTestId("outline-d"), { ctrlKey: true });
    await press("Ctrl+k");
    const field = await waitFor(() => screen.getByTestId("palette-field"));
    fireEvent.change(field, { target: { value: "place the selection" } });
    await waitFor(() =>
      expect(document.querySelector(".palette")?.textContent).toContain("Place the selection"),
    );
    fireEvent.keyDown(field, { key: "Enter" });
    await hear("Card placed");
    await waitFor(() => screen.getByText("One of them was left out"));
    const placed = [...portfolio().placements.values()].map((it) => it.element);
    expect(placed).toContain("d");
    expect(placed).not.toContain("k");
  });
});

describe("dropping on the way to the canvas", () => {
  it("shows that it takes what is held over it, and a diagram answers as if it were dropped on it", async () => {
    await outlined("trajectory");
    const way = screen.getByTestId("nav-map");
    await carried("i", way, 30, 80);
    expect(way.hasAttribute("data-taking")).toBe(true);
    fireEvent.pointerUp(window, on(30, 80));
    await waitFor(() => screen.getByText("Nothing is placed by hand on this canvas"));
    expect(way.hasAttribute("data-taking")).toBe(false);
  });

  it("says so where nothing of it can be placed", async () => {
    const { portfolio } = await outlined("free");
    const before = portfolio().placements.size;
    fireEvent.doubleClick(screen.getByTestId("outline-lane/indicator"));
    await waitFor(() => screen.getByTestId("outline-k"));
    await carried("k", screen.getByTestId("nav-map"), 30, 80);
    fireEvent.pointerUp(window, on(30, 80));
    await waitFor(() => screen.getByText("This cannot be placed here"));
    expect(portfolio().placements.size).toBe(before);
  });
});
