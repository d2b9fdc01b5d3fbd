// @vitest-environment happy-dom
/* Many canvases in one window: made from the gallery, gone to by key, list and palette, renamed, copied, removed. */
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeOptions, fakeHost } from "../api/fake.ts";
import { newElement } from "../api/fakeRecords.ts";
import type { Canvas, CanvasKind, Record as Stored } from "../api/index.ts";
import { contribution, initiative, objective, stored } from "../model/fixture.ts";
import type { Lang } from "../words/index.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";
import { inSight, Sight } from "./sight.ts";

afterEach(cleanup);
// Menus and sheets come and go with movements.
configure({ asyncUtilTimeout: 4000 });

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const canvas = (id: string, title: string, kind: CanvasKind = "strategy_map"): Canvas => ({
  id,
  title,
  kind,
  frames: [],
});
const kept = (...canvases: Canvas[]): Stored[] => canvases.map((record) => ({ type: "canvas", record }));
const ELEMENTS = stored(
  [
    initiative("i1", "Booking app"),
    objective("o1", "Full decks"),
    newElement("a1", "capability", "Ticketing"),
  ],
  [contribution("c1", "i1", "o1")],
).filter((it) => it.type !== "canvas");
const MAP = canvas("c0", "Steering map");
const TIME = canvas("c1", "Road to 2028", "trajectory");

async function opened(canvases: readonly Canvas[] = [MAP], options: FakeOptions = {}, lang: Lang = "en") {
  const host = fakeHost({ records: [...kept(...canvases), ...ELEMENTS], ...options });
  const session = new Session(host, lang);
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas-switch"));
  const portfolio = () => {
    const { store } = session.snapshot();
    if (store === null) throw new Error("Nothing is open.");
    return store.state.portfolio;
  };
  return { host, session, portfolio };
}

const title = () => screen.getByTestId("canvas-switch").textContent;
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more });

async function choose(entry: string) {
  fireEvent.click(screen.getByTestId("canvas-switch"));
  fireEvent.click(await waitFor(() => screen.getByTestId(`menu-${entry}`)));
}

async function gallery() {
  await choose("new-canvas");
  return waitFor(() => screen.getByTestId("gallery"));
}

describe("the gallery", () => {
  it.each(["scorecard", "x_matrix", "free"] as const)(
    "makes a canvas that is shown at once and has the keyboard: %s",
    async (kind) => {
      const { portfolio } = await opened();
      await gallery();
      fireEvent.click(screen.getByTestId(`kind-${kind}`));
      const named = (screen.getByTestId("canvas-title") as HTMLInputElement).value;
      fireEvent.click(screen.getByTestId("canvas-make"));
      await waitFor(() => expect(title()).toBe(named));
      expect([...portfolio().canvases.values()].map((it) => it.kind)).toEqual(["strategy_map", kind]);
      expect(screen.queryByTestId("gallery")).toBeNull();
      await waitFor(() => expect(document.activeElement?.className).toBe("tl-canvas-surface"));
    },
  );

  it("is walked by arrows, and Enter makes what is chosen", async () => {
    await opened();
    await gallery();
    const first = screen.getByTestId("kind-strategy_map");
    await waitFor(() => expect(document.activeElement).toBe(first));
    fireEvent.keyDown(first, { key: "End" });
    expect(document.activeElement).toBe(screen.getByTestId("kind-free"));
    fireEvent.keyDown(screen.getByTestId("kind-free"), { key: "ArrowLeft" });
    fireEvent.keyDown(screen.getByTestId("kind-delivery_outcome"), { key: "Enter" });
    await waitFor(() => expect(title()).toBe("Delivery against outcome"));
    expect(screen.getByTestId("chart").dataset.kind).toBe("delivery_outcome");
  });

  it("numbers the title of a kind that is there already, also where it was written otherwise", async () => {
    await opened([canvas("c0", ""), canvas("c1", "strategy MAP 2")]);
    await gallery();
    const suggested = () => (screen.getByTestId("canvas-title") as HTMLInputElement).value;
    expect(suggested()).toBe("Strategy map 3");
    fireEvent.click(screen.getByTestId("kind-free"));
    expect(suggested()).toBe("Free canvas");
    fireEvent.click(screen.getByTestId("kind-strategy_map"));
    fireEvent.click(screen.getByTestId("canvas-make"));
    await waitFor(() => expect(title()).toBe("Strategy map 3"));
  });

  it("keeps a title that was typed when another kind is looked at", async () => {
    await opened();
    await gallery();
    fireEvent.change(screen.getByTestId("canvas-title"), { target: { value: "Board pack" } });
    fireEvent.click(screen.getByTestId("kind-trajectory"));
    fireEvent.keyDown(screen.getByTestId("canvas-title"), { key: "Enter" });
    await waitFor(() => expect(title()).toBe("Board pack"));
  });

  it("speaks French", async () => {
    await opened([MAP], {}, "fr");
    const sheet = await gallery();
    expect(within(sheet).getByText("Carte des capacités")).toBeTruthy();
    expect((screen.getByTestId("canvas-title") as HTMLInputElement).value).toBe("Carte stratégique");
  });
});

describe("from one canvas to another", () => {
  it("the list opens with the keyboard on the one that is shown", async () => {
    await opened([MAP, ...Array.from({ length: 30 }, (_, i) => canvas(`d${i}`, `Board pack ${i}`))]);
    await choose("canvas-d27");
    await waitFor(() => expect(title()).toBe("Board pack 27"));
    fireEvent.click(screen.getByTestId("canvas-switch"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("menu-canvas-d27")));
  });

  it("by key, around the end, and from the palette", async () => {
    await opened([MAP, TIME, canvas("c2", "Abilities", "capability_map")]);
    expect(title()).toBe("Steering map");
    press("PageUp", { ctrlKey: true });
    expect(title()).toBe("Abilities");
    press("PageDown", { ctrlKey: true });
    press("PageDown", { ctrlKey: true });
    expect(title()).toBe("Road to 2028");
    press("k", { ctrlKey: true });
    fireEvent.change(await waitFor(() => screen.getByTestId("palette-field")), {
      target: { value: "abilities" },
    });
    await waitFor(() => screen.getByRole("option", { name: /Abilities/ }));
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    await waitFor(() => expect(title()).toBe("Abilities"));
  });

  it("is remembered by this window while another view is shown, and not told to others", async () => {
    const { host } = await opened([MAP, TIME]);
    await choose("canvas-c1");
    press("2", { ctrlKey: true });
    press("1", { ctrlKey: true });
    await waitFor(() => expect(title()).toBe("Road to 2028"));
    cleanup();
    render(<App session={new Session(host.beside(), "en")} />);
    await waitFor(() => expect(title()).toBe("Steering map"));
  });

  it("undo of a new canvas goes back to the one before, and redo returns", async () => {
    await opened([MAP, TIME]);
    await choose("canvas-c1");
    await choose("duplicate-canvas");
    await waitFor(() => expect(title()).toBe("Road to 2028 (copy)"));
    press("z", { ctrlKey: true });
    await waitFor(() => expect(title()).toBe("Road to 2028"));
    press("y", { ctrlKey: true });
    await waitFor(() => expect(title()).toBe("Road to 2028 (copy)"));
  });

  it("shows an element on a canvas that has it", async () => {
    await opened([TIME, MAP]);
    expect(title()).toBe("Road to 2028");
    press("k", { ctrlKey: true });
    fireEvent.change(await waitFor(() => screen.getByTestId("palette-field")), {
      target: { value: "ticketing" },
    });
    await waitFor(() => screen.getByRole("option", { name: /Ticketing/ }));
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    await waitFor(() => expect(title()).toBe("Steering map"));
    await waitFor(() => expect(screen.getByTestId("card-a1").getAttribute("aria-selected")).toBe("true"));
  });

  it("says so where no canvas has it", async () => {
    await opened([TIME]);
    press("k", { ctrlKey: true });
    fireEvent.change(await waitFor(() => screen.getByTestId("palette-field")), {
      target: { value: "ticketing" },
    });
    await waitFor(() => screen.getByRole("option", { name: /Ticketing/ }));
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    await waitFor(() =>
      expect(screen.getAllByText("No canvas shows “Ticketing”.").length).toBeGreaterThan(0),
    );
  });
});

describe("a canvas", () => {
  it("is renamed where its title stands, as one step", async () => {
    const { portfolio } = await opened();
    await choose("rename-canvas");
    const field = await waitFor(() => screen.getByTestId("canvas-rename"));
    fireEvent.change(field, { target: { value: "  Board pack " } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(title()).toBe("Board pack"));
    press("z", { ctrlKey: true });
    await waitFor(() => expect(portfolio().canvases.get("c0")?.title).toBe("Steering map"));
  });

  it("keeps its title after Escape, and when nothing is left of it", async () => {
    const { portfolio } = await opened();
    for (const [text, key] of [
      ["Something else", "Escape"],
      ["   ", "Enter"],
    ] as const) {
      await choose("rename-canvas");
      const field = await waitFor(() => screen.getByTestId("canvas-rename"));
      fireEvent.change(field, { target: { value: text } });
      fireEvent.keyDown(field, { key });
      await waitFor(() => expect(title()).toBe("Steering map"));
    }
    expect(portfolio().canvases.get("c0")?.title).toBe("Steering map");
  });

  it("says before it goes what goes with it, and leaves every element", async () => {
    const { portfolio } = await opened([
      { ...MAP, frames: [{ id: "f", title: "Opening", x: 0, y: 0, width: 800, height: 450 }] },
      TIME,
    ]);
    await choose("remove-canvas");
    const question = await waitFor(() => screen.getByTestId("canvas-remove"));
    expect(question.textContent).toContain("Remove “Steering map”?");
    expect(question.textContent).toContain("1 frame");
    expect(question.textContent).toContain("All elements and links stay");
    fireEvent.click(screen.getByTestId("canvas-remove-act"));
    await waitFor(() => expect(title()).toBe("Road to 2028"));
    expect(portfolio().elements.size).toBe(3);
    press("z", { ctrlKey: true });
    await waitFor(() => expect(portfolio().canvases.size).toBe(2));
  });

  it("is called by its kind while it has no title", async () => {
    await opened([canvas("c0", "", "capability_map")]);
    expect(title()).toBe("Capability map");
  });

  it("that is the last one stays", async () => {
    await opened();
    fireEvent.click(screen.getByTestId("canvas-switch"));
    const entry = await waitFor(() => screen.getByTestId("menu-remove-canvas"));
    expect(entry.getAttribute("aria-disabled")).toBe("true");
    expect(entry.textContent).toContain("the last one stays");
  });

  it("that is a diagram is found on and pictured, but not coloured or tidied", async () => {
    await opened([TIME]);
    expect(screen.queryByTestId("overlay")).toBeNull();
    press("k", { ctrlKey: true });
    const field = await waitFor(() => screen.getByTestId("palette-field"));
    const offered = (query: string) => {
      fireEvent.change(field, { target: { value: `>${query}` } });
      return screen.queryAllByRole("option").map((it) => it.textContent ?? "");
    };
    expect(offered("coloured by").some((it) => it.startsWith("Colour"))).toBe(false);
    expect(offered("tidy the map").some((it) => it.startsWith("Tidy"))).toBe(false);
    expect(offered("picture of the canvas").some((it) => it.includes("picture"))).toBe(true);
    fireEvent.keyDown(field, { key: "Escape" });
    await waitFor(() => expect(screen.queryByTestId("palette-field")).toBeNull());
    press("f", { ctrlKey: true });
    const find = await waitFor(() => screen.getByTestId("map-find"));
    fireEvent.change(find, { target: { value: "booking" } });
    await waitFor(() => expect(screen.getByText("1 of 1")).toBeTruthy());
    await act(async () => void fireEvent.keyDown(find, { key: "Escape" }));
    expect(screen.getByRole("option", { selected: true }).textContent).toContain("Booking app");
  });
});

describe("where a window looks", () => {
  it("is kept for each canvas by itself", () => {
    const sight = new Sight();
    sight.placeOf("a").current = { x: 1, y: 2, zoom: 0.5 };
    expect(sight.placeOf("b").current).toBeNull();
    expect(sight.placeOf("a").current).toEqual({ x: 1, y: 2, zoom: 0.5 });
  });

  it("falls back along the way it came, and then to the first", () => {
    const sight = new Sight();
    const all = new Map([MAP, TIME].map((it) => [it.id, it]));
    sight.look("c1");
    sight.look("gone");
    expect(inSight(all, sight.trail())).toBe(TIME);
    expect(inSight(new Map([["c0", MAP]]), sight.trail())).toBe(MAP);
    expect(inSight(new Map(), sight.trail())).toBeNull();
  });
});
