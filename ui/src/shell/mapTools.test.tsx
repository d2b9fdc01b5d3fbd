// @vitest-environment happy-dom
/* What stands over the map: finding on it, colouring it, copying and placing, each by key and from the palette. */
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fakeHost } from "../api/fake.ts";
import { contribution, initiative, objective, stored } from "../model/fixture.ts";
import type { Lang } from "../words/index.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const RECORDS = stored(
  [
    { ...initiative("i1", "Booking app"), owner: { known: "Ada Berg" } },
    { ...initiative("i2", "Booking desk"), owner: { known: "Tom Roche" } },
    initiative("i3", "Depot charging"),
    objective("o1", "Full decks"),
  ],
  [contribution("c1", "i1", "o1")],
);

async function opened(lang: Lang = "en") {
  const host = fakeHost({ records: RECORDS });
  const session = new Session(host, lang);
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas"));
  const surface = document.querySelector<HTMLElement>(".tl-canvas-surface");
  if (surface === null) throw new Error("There is no map.");
  return { host, surface, store: () => session.snapshot().store };
}

const field = () => screen.getByTestId("map-find") as HTMLInputElement;
const count = () => field().parentElement?.querySelector("[role=status]")?.textContent;

describe("find on the map", () => {
  it("counts the cards that answer and steps through them in the order of the map", async () => {
    await opened();
    fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    await waitFor(field);
    fireEvent.change(field(), { target: { value: "booking" } });
    await waitFor(() => expect(count()).toBe("1 of 2"));
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(count()).toBe("2 of 2");
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(count()).toBe("1 of 2");
    fireEvent.keyDown(field(), { key: "Enter", shiftKey: true });
    expect(count()).toBe("2 of 2");
  });

  it("says which field answers where the title does not, and nothing where it does", async () => {
    await opened();
    fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    await waitFor(field);
    fireEvent.change(field(), { target: { value: "roche" } });
    await waitFor(() => expect(count()).toBe("1 of 1"));
    expect(screen.getByTestId("map-find-why").textContent).toBe("Owner · Tom Roche");
    expect(screen.getByTestId("map-find-why").querySelector("mark")?.textContent).toBe("Roche");
    fireEvent.change(field(), { target: { value: "booking" } });
    await waitFor(() => expect(screen.getByTestId("map-find-why").textContent).toBe(""));
  });

  it("says when nothing answers, in French as well", async () => {
    await opened("fr");
    fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    await waitFor(field);
    fireEvent.change(field(), { target: { value: "zzzz" } });
    await waitFor(() => expect(count()).toBe("Aucune carte"));
  });

  it("puts out the throughline of the selection, so that what was found is not dim", async () => {
    const { surface } = await opened();
    const lit = () => screen.getByTestId("card-i1").getAttribute("data-lit");
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "a", ctrlKey: true });
    await waitFor(() => expect(lit()).toBe("true"));
    fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    await waitFor(field);
    fireEvent.change(field(), { target: { value: "depot" } });
    await waitFor(() => expect(lit()).toBe("false"));
  });

  it("escape selects what was found and gives the keyboard back to the map", async () => {
    const { surface } = await opened();
    fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    await waitFor(field);
    fireEvent.change(field(), { target: { value: "depot" } });
    await waitFor(() => expect(count()).toBe("1 of 1"));
    fireEvent.keyDown(field(), { key: "Escape" });
    await waitFor(() => expect(screen.queryByTestId("map-find")).toBeNull());
    expect(document.activeElement).toBe(surface);
    expect(screen.getByTestId("card-i3").getAttribute("aria-selected")).toBe("true");
  });
});

describe("what the map is coloured by", () => {
  it("is chosen at its foot and explained in words with the number of cards", async () => {
    await opened();
    fireEvent.click(screen.getByTestId("overlay"));
    fireEvent.click(await waitFor(() => screen.getByTestId("menu-overlay-owner")));
    const legend = await waitFor(() => screen.getByTestId("map-legend"));
    const rows = [...legend.querySelectorAll("li")].map((row) => row.textContent);
    expect(rows).toEqual(["ABAda Berg1", "TRTom Roche1", "Nobody yet2"]);
  });

  it("goes on by a key of the map and back with shift", async () => {
    const { surface } = await opened();
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "o" });
    await waitFor(() => expect(screen.getByTestId("overlay").textContent).toBe("Coloured by: ladder level"));
    fireEvent.keyDown(surface, { key: "O", shiftKey: true });
    await waitFor(() => expect(screen.getByTestId("overlay").textContent).toBe("Coloured by: lane"));
    expect(screen.queryByTestId("map-legend")).toBeNull();
  });
});

describe("selecting several", () => {
  it("is said where nothing is selected beside a canvas, among the keys, and not beside the outline", async () => {
    await opened();
    expect(screen.getByTestId("inspector-hint").textContent).toContain("Shift and drag selects");
    fireEvent.keyDown(document.body, { key: "F1" });
    await waitFor(() => expect(document.body.textContent).toContain("Drag on paper with Shift"));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    await waitFor(() => expect(document.body.textContent).not.toContain("Drag on paper with Shift"));
    fireEvent.keyDown(document.body, { key: "5", ctrlKey: true });
    await waitFor(() => expect(screen.queryByTestId("canvas")).toBeNull());
    expect(screen.queryByTestId("inspector-hint")).toBeNull();
  });
});

describe("copies and places", () => {
  it("the window key copies what is selected as one step and selects the copy", async () => {
    const { surface, store } = await opened();
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "a", ctrlKey: true });
    fireEvent.keyDown(surface, { key: "d", ctrlKey: true });
    await waitFor(() => expect(store()?.state.portfolio.elements.size).toBe(8));
    const titles = [...(store()?.state.portfolio.elements.values() ?? [])].map((it) => it.title);
    expect(titles).toContain("Full decks (copy)");
    expect(store()?.state.portfolio.links.size).toBe(2);
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(store()?.state.portfolio.elements.size).toBe(4));
  });

  it("what is selected in another view is placed where the map is looked at", async () => {
    const { store, surface } = await opened();
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "a", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "2", ctrlKey: true });
    await waitFor(() => expect(screen.queryByTestId("canvas")).toBeNull());
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    fireEvent.change(await waitFor(() => screen.getByTestId("palette-field")), {
      target: { value: ">place the selection" },
    });
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    await waitFor(() => screen.getByTestId("canvas"));
    await waitFor(() => {
      const placed = [...(store()?.state.portfolio.placements.values() ?? [])].filter((it) => it.pinned);
      expect(placed.length).toBe(4);
    });
  });

  it("what no free canvas shows yet is placed there, each at a place of its own, and one undo takes it away", async () => {
    const { store, surface } = await opened();
    act(() => surface.focus());
    await store()?.edit([{ type: "add_canvas", id: "free", kind: "free", title: "Thursday" }]);
    fireEvent.keyDown(surface, { key: "a", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "PageDown", ctrlKey: true });
    await waitFor(() => expect(screen.getByTestId("canvas-switch").textContent).toBe("Thursday"));
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    fireEvent.change(await waitFor(() => screen.getByTestId("palette-field")), {
      target: { value: ">place the selection" },
    });
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    const placed = () =>
      [...(store()?.state.portfolio.placements.values() ?? [])].filter((it) => it.canvas === "free");
    await waitFor(() => expect(placed().length).toBe(4));
    expect(new Set(placed().map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
    const selected = () => document.querySelectorAll(".tl-canvas-surface [aria-selected=true]").length;
    await waitFor(() => expect(selected()).toBe(4));
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(placed().length).toBe(0));
  });
});
