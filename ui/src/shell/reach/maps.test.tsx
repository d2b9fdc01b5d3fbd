// @vitest-environment happy-dom
/* The maps of cards from the first Tab to the last Escape, without a mouse: strategy map, scorecard, benefits map, free canvas. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MapKind } from "../../model/canvases.ts";
import {
  at,
  furnish,
  hear,
  nameFirstFrame,
  opened,
  press,
  seek,
  selected,
  stops,
  tabTo,
  titleField,
  titles,
  walk,
} from "./fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Where a map is begun, which key leads on and to what, and along which way cards can be moved there. */
const WAYS: Readonly<Record<MapKind, { from: string; key: string; to: string; free: string }>> = {
  strategy_map: { from: "Full decks in winter", key: "ArrowUp", to: "Fill the winter", free: "ArrowRight" },
  scorecard: { from: "Full decks in winter", key: "ArrowUp", to: "Calm boats in summer", free: "ArrowRight" },
  benefits_map: {
    from: "Full decks in winter",
    key: "ArrowLeft",
    to: "Boats sail half empty",
    free: "ArrowDown",
  },
  free: { from: "Full decks in winter", key: "ArrowRight", to: "Booking app", free: "ArrowDown" },
};
const KINDS = Object.keys(WAYS) as MapKind[];

async function begun(kind: MapKind, more: Parameters<typeof opened>[1] = {}) {
  const window = await opened(kind, more);
  const { surface } = window;
  await tabTo((it) => it === surface);
  await seek(WAYS[kind].from);
  return window;
}

describe.each(KINDS)("without a mouse, on a %s", (kind) => {
  const { from, key, to, free } = WAYS[kind];

  it("cards are walked, several selected, put in line by the tools and taken back", async () => {
    const { surface, portfolio, undoable } = await begun(kind);
    const place = () => [...portfolio().placements.values()].find((it) => it.element === "o");
    await press(`Shift+${free}`);
    await hear("Card moved");
    await waitFor(() => expect(undoable()).toBe(true));
    const before = place();
    await press("Space");
    await hear(`${from} selected`);
    await walk(key, to);
    await press("Shift+Space");
    await hear("2 selected");
    expect(selected()).toHaveLength(2);
    expect(at()).toContain(to);
    await waitFor(() => expect(screen.getByTestId("arrange").hidden).toBe(false));
    await tabTo((it) => it.closest("[role=toolbar]")?.getAttribute("aria-label") === "Arrange the selection");
    const tool = free === "ArrowRight" ? "Align left" : "Align to the top row";
    for (let n = 0; n < 8 && document.activeElement?.getAttribute("aria-label") !== tool; n += 1)
      await press("ArrowRight");
    expect(document.activeElement?.getAttribute("aria-label")).toBe(tool);
    await press("Enter");
    await waitFor(() => expect(place()).not.toEqual(before));
    await press("Escape");
    expect(document.activeElement).toBe(surface);
    expect(at()).toContain(to);
    await press("Ctrl+z");
    await hear(/Undone/);
    expect(place()).toEqual(before);
    await press("Shift+Space");
    expect(selected()).toHaveLength(1);
    expect(at()).toContain(to);
    await press("Escape");
    await hear("Nothing selected");
  });

  it("the inspector is opened and left again, and the cursor stands where it stood", async () => {
    const { surface } = await begun(kind);
    await walk(key, to);
    await press("Ctrl+Enter");
    await waitFor(() => expect(document.activeElement?.closest(".insp")).not.toBeNull());
    expect((document.activeElement as HTMLTextAreaElement).value).toBe(to);
    await press("F6");
    expect(document.activeElement).toBe(surface);
    expect(at()).toContain(to);
    await press("F6");
    await waitFor(() => expect(document.activeElement?.closest(".insp")).not.toBeNull());
  });

  it("a card is renamed in place, and undo says so", async () => {
    const { surface, portfolio } = await begun(kind);
    await press("F2");
    const title = await titleField();
    expect(document.activeElement).toBe(title);
    fireEvent.input(title, { target: { value: "Decks are full" } });
    await press("Enter");
    await waitFor(() => expect(titles(portfolio())).toContain("Decks are full"));
    expect(document.activeElement).toBe(surface);
    expect(at()).toContain("Decks are full");
    await press("Ctrl+z");
    await hear(/Undone/);
    expect(at()).toContain(from);
  });

  it("a card is moved by a step, locked, stays then, and is freed again", async () => {
    const { portfolio } = await begun(kind);
    const place = () => [...portfolio().placements.values()].find((it) => it.element === "o");
    await press(`Shift+${free}`);
    await hear("Card moved");
    await waitFor(() => expect(place()).toBeDefined());
    const { x, y } = place() ?? {};
    await press("Ctrl+Shift+L");
    await hear("Locked");
    await waitFor(() => expect(at()).toContain("Locked."));
    await press(`Shift+${free}`);
    await hear("It is locked and stays where it is");
    expect(place()).toMatchObject({ x, y });
    await press("Ctrl+Shift+L");
    await hear("Unlocked");
  });

  it("a card is taken away, what is near takes the cursor, and undo brings it back", async () => {
    const { portfolio } = await begun(kind);
    await press("Delete");
    await hear(kind === "free" ? `“${from}” taken off this canvas` : `“${from}” removed from the portfolio`);
    expect(portfolio().elements.has("o")).toBe(kind === "free");
    await waitFor(() => expect(at()).not.toContain(from));
    expect(at()).not.toBe("");
    await press("Ctrl+z");
    await waitFor(() => expect(portfolio().elements.has("o")).toBe(true));
    await hear(/Undone/);
  });

  it("an element is made from the tools and named at once", async () => {
    const { portfolio } = await begun(kind);
    await tabTo((it) => it.getAttribute("aria-label") === "Add an objective");
    await press("Enter");
    const title = await titleField();
    expect(document.activeElement).toBe(title);
    fireEvent.input(title, { target: { value: "Quiet piers" } });
    await press("Enter");
    await waitFor(() => expect(titles(portfolio())).toContain("Quiet piers"));
    expect(at()).toContain("Quiet piers");
  });

  it("one zooms, fits, and goes back and forward through views", async () => {
    await begun(kind);
    const zoom = () => document.querySelector(".tl-canvas-zoom b")?.textContent;
    const rest = () => new Promise((done) => setTimeout(done, 200));
    await press("Shift+0");
    await rest();
    await waitFor(() => expect(zoom()).toMatch(/^100/));
    await press("+", "+", "+", "+");
    await rest();
    const near = zoom();
    expect(near).not.toMatch(/^100/);
    await press("Alt+ArrowLeft");
    await waitFor(() => expect(zoom()).toMatch(/^100/));
    await press("Alt+ArrowRight");
    await waitFor(() => expect(zoom()).toBe(near));
    await press("0");
    await waitFor(() => expect(zoom()).not.toBe(near));
    await press("Space", "Shift+2");
    await waitFor(() => expect(zoom()).toMatch(/^100/));
  });

  it("one goes no farther away than until all of it is a third of the window", async () => {
    await begun(kind);
    const zoom = () => Number.parseInt(document.querySelector(".tl-canvas-zoom b")?.textContent ?? "", 10);
    // The figure follows a few times a second: it is read when it rests.
    const rested = async () => {
      await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
      return zoom();
    };
    await press("0");
    const fit = await rested();
    await press(..."-".repeat(14));
    expect(await rested()).toBeLessThan(fit);
    expect(zoom()).toBeGreaterThan((fit / 3) * 0.8);
  });

  it("a frame is made of the selection, gone to by its digit and named from its list", async () => {
    const { portfolio } = await begun(kind);
    await press("Space", "Shift+F");
    await nameFirstFrame(portfolio, from, "The aim");
    expect(at()).toContain(from);
    await press("g");
    await waitFor(() => expect(screen.queryByTestId("frame-row")).toBeNull());
  });

  it("it is presented and left, and the cursor stands where it stood", async () => {
    const { surface } = await begun(kind);
    await walk(key, to);
    await press("Shift+F", "Enter", "Shift+F", "Enter");
    await waitFor(() => expect(screen.getAllByTestId("frame-row")).toHaveLength(2));
    await press("F5");
    const said = await waitFor(() => screen.getByTestId("present-said"));
    expect(stops().every((it) => it.closest("[data-testid=presentation]"))).toBe(true);
    expect(said.textContent).toBe("Frame 1. 1 of 2");
    await press("ArrowRight");
    expect(said.textContent).toBe("Frame 2. 2 of 2");
    await press("Escape");
    await waitFor(() => expect(document.activeElement).toBe(surface));
    expect(at()).toContain(to);
  });
});
