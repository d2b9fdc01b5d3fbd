// @vitest-environment happy-dom
/* The diagrams from the first Tab to the last Escape, without a mouse: X-matrix, capability map, trajectory, delivery against outcome. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DiagramKind } from "../../model/canvases.ts";
import {
  at,
  furnish,
  hear,
  nameFirstFrame,
  opened,
  press,
  selected,
  stops,
  tabTo,
  titles,
  walk,
} from "./fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

interface Way {
  /** Keys from what the keyboard stands on at first, and what is stood on then. */
  readonly to: readonly string[];
  readonly from: string;
  readonly title: string;
  readonly id: string;
  /** Keys on to another element, and its title. */
  readonly on: readonly string[];
  readonly next: string;
  readonly adds: string;
}

const WAYS: Readonly<Record<DiagramKind, Way>> = {
  x_matrix: {
    to: ["PageUp", "PageUp", "End", "ArrowLeft"],
    from: "Initiative Pier repair.",
    title: "Pier repair",
    id: "j",
    on: ["ArrowDown"],
    next: "Booking app",
    adds: "Add an initiative",
  },
  capability_map: {
    to: ["Alt+ArrowUp"],
    from: "Capability: Ticketing.",
    title: "Ticketing",
    id: "c",
    on: ["Alt+ArrowDown"],
    next: "Online sales",
    adds: "Add a capability",
  },
  trajectory: {
    to: ["ArrowUp", "ArrowUp", "ArrowUp"],
    from: "Time of Booking app.",
    title: "Booking app",
    id: "i",
    on: ["ArrowDown"],
    next: "Pier repair",
    adds: "Add an initiative",
  },
  delivery_outcome: {
    to: [],
    from: "Initiative: Booking app.",
    title: "Booking app",
    id: "i",
    on: ["ArrowDown"],
    next: "Full decks in winter",
    adds: "Add an initiative",
  },
};
const KINDS = Object.keys(WAYS) as DiagramKind[];

async function begun(kind: DiagramKind) {
  const window = await opened(kind);
  const { surface } = window;
  await tabTo((it) => it === surface);
  await press(...WAYS[kind].to);
  await walk("ArrowDown", WAYS[kind].from);
  return window;
}

/** Where what the keyboard stands on lies on the screen. */
const spot = () => {
  const surface = document.querySelector(".tl-canvas-surface");
  const style = document.getElementById(surface?.getAttribute("aria-activedescendant") ?? "")?.style;
  return `${style?.left} ${style?.top} ${style?.width} ${style?.height}`;
};
const rest = () => act(() => new Promise((done) => setTimeout(done, 200)));

describe.each(KINDS)("without a mouse, on a %s", (kind) => {
  const { from, title, id, on, next, adds } = WAYS[kind];

  it("marks are walked, several selected and let go", async () => {
    await begun(kind);
    await press("Space");
    await hear(/selected/);
    expect(selected().some((it) => it.includes(title))).toBe(true);
    await press(...on);
    expect(at()).toContain(next);
    await press("Shift+Space");
    await hear("2 selected");
    expect(at()).toContain(next);
    await press("Shift+Space");
    expect(at()).toContain(next);
    // The first puts away the words beside the mark.
    await press("Escape", "Escape");
    await hear("Nothing selected");
    expect(selected()).toEqual([]);
  });

  it("a mark is opened in the inspector, renamed there, and the cursor stands where it stood", async () => {
    const { surface, portfolio } = await begun(kind);
    await press("Ctrl+Enter");
    await waitFor(() => expect(document.activeElement?.closest(".insp")).not.toBeNull());
    const field = document.activeElement as HTMLTextAreaElement;
    expect(field.value).toBe(title);
    fireEvent.change(field, { target: { value: "Another name" } });
    await press("Enter");
    await act(async () => field.blur());
    await waitFor(() => expect(titles(portfolio())).toContain("Another name"));
    await press("F6");
    expect(document.activeElement).toBe(surface);
    expect(at()).toContain("Another name");
    await press("Ctrl+z");
    await hear(/Undone/);
    expect(at()).toContain(title);
  });

  it("a mark is renamed where it stands, an empty title is refused, and one undo takes it back", async () => {
    const { surface, portfolio } = await begun(kind);
    await press("F2");
    const field = document.activeElement as HTMLTextAreaElement;
    expect(field.value).toBe(title);
    field.value = "";
    await press("Enter");
    await hear("Write a title; Escape keeps the old one");
    field.value = "Another name";
    await press("Enter");
    await waitFor(() => expect(titles(portfolio())).toContain("Another name"));
    expect(document.activeElement).toBe(surface);
    await waitFor(() => expect(at()).toContain("Another name"));
    await press("Ctrl+z");
    await waitFor(() => expect(titles(portfolio())).toContain(title));
  });

  it("an element is made from the tools and named at once", async () => {
    const { portfolio } = await begun(kind);
    await tabTo((it) => it.getAttribute("aria-label") === adds);
    await press("Enter");
    const made = await waitFor(() => {
      const found = titles(portfolio()).find((it) => it.startsWith("New "));
      if (found === undefined) throw new Error("Nothing was made.");
      return found;
    });
    await waitFor(() => expect((document.activeElement as HTMLTextAreaElement).value).toBe(made));
  });

  it("an element is taken away, what is near takes the cursor, and undo brings it back", async () => {
    const { portfolio } = await begun(kind);
    await press("Delete");
    await hear(`“${title}” removed from the portfolio`);
    expect(portfolio().elements.has(id)).toBe(false);
    expect(at()).not.toBe("");
    expect(at()).not.toContain(title);
    await press("Ctrl+z");
    await waitFor(() => expect(portfolio().elements.has(id)).toBe(true));
    await hear(/Undone/);
  });

  it("one zooms, fits, and goes back and forward through views", async () => {
    await begun(kind);
    const surface = document.activeElement;
    await press("0");
    await rest();
    const fit = spot();
    await press("+", "+", "+", "+", "+");
    await rest();
    await waitFor(() => expect(spot()).not.toBe(fit));
    const near = spot();
    await press("Alt+ArrowLeft");
    await waitFor(() => expect(spot()).toBe(fit));
    await press("Alt+ArrowRight");
    await waitFor(() => expect(spot()).toBe(near));
    await press("Shift+1");
    await waitFor(() => expect(spot()).toBe(fit));
    await press("Space", "Shift+2");
    await rest();
    expect(document.activeElement).toBe(surface);
  });

  it("a frame is made of what is seen, gone to by its digit and named from its list", async () => {
    const { portfolio } = await begun(kind);
    await press("Shift+F");
    await nameFirstFrame(portfolio, "Frame 1", "The year");
    expect(at()).toContain(from);
    await press("g");
    await waitFor(() => expect(screen.queryByTestId("frame-row")).toBeNull());
  });

  it("a frame lies over it, moved by arrows and sized with Shift from the list, and left with Escape", async () => {
    const { surface, portfolio } = await begun(kind);
    const frame = () => portfolio().canvases.get("map")?.frames?.[0];
    await press("Shift+F", "Escape");
    await waitFor(() => expect(frame()).toBeDefined());
    const before = frame();
    await tabTo((it) => it.getAttribute("aria-haspopup") !== null && it.closest(".frame-row") !== null);
    await press("Enter");
    await act(async () => screen.getByText("Move or resize with the arrows").click());
    await waitFor(() => expect(document.activeElement?.className).toBe("tl-frame-tab"));
    await press("ArrowRight", "Shift+ArrowDown");
    await waitFor(() => expect(frame()).not.toEqual(before), { timeout: 2000 });
    expect(frame()?.x).toBeGreaterThan(before?.x ?? 0);
    expect(frame()?.height).toBeGreaterThan(before?.height ?? 0);
    await press("Escape");
    expect(document.activeElement).toBe(surface);
  });

  it("it is presented and left, and the cursor stands where it stood", async () => {
    const { surface } = await begun(kind);
    await press("Shift+F", "Enter", "Shift+F", "Enter");
    await waitFor(() => expect(screen.getAllByTestId("frame-row")).toHaveLength(2));
    await press("F5");
    const told = await waitFor(() => screen.getByTestId("present-said"));
    expect(stops().every((it) => it.closest("[data-testid=presentation]"))).toBe(true);
    expect(told.textContent).toBe("Frame 1. 1 of 2");
    await press("ArrowRight");
    expect(told.textContent).toBe("Frame 2. 2 of 2");
    await press("Escape");
    await waitFor(() => expect(document.activeElement).toBe(surface));
    expect(at()).toContain(from);
  });
});

describe("what only one diagram does", () => {
  it("a bar of a trajectory is moved in time by a step and said where to, and undone", async () => {
    const { portfolio } = await begun("trajectory");
    const start = () => {
      const it = portfolio().elements.get("i");
      return it?.kind === "initiative" ? it.start : null;
    };
    await press("Shift+ArrowRight");
    await hear(/Moved: .* to .*2026/);
    await waitFor(() => expect(start()).toEqual({ known: "2026-03-09" }));
    expect(at()).toMatch(/9.Mar.2026/);
    await press("Ctrl+z");
    await hear(/Undone/);
    await waitFor(() => expect(start()).toEqual({ known: "2026-03-02" }));
  });

  it("a bar of a trajectory is linked to another by key, which waits for it then, and undo takes it back", async () => {
    const { surface, portfolio } = await begun("trajectory");
    const waits = () => [...portfolio().links.values()].filter((it) => it.kind === "depends_on");
    const before = waits().length;
    await press("l");
    await hear("Link from Booking app");
    await press("ArrowDown");
    await hear("“Pier repair” depends on “Booking app”. Enter links these two");
    await press("Enter");
    await waitFor(() => expect(waits()).toHaveLength(before + 1));
    expect(waits().at(-1)).toMatchObject({ from: "j", to: "i" });
    expect(document.activeElement).toBe(surface);
    // The same again is refused with a word, and what else may stand is offered.
    await press("ArrowUp", "l", "ArrowDown");
    await hear(/linked already/);
    await press("Enter");
    await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("menuitem"));
    await press("Escape");
    expect(document.activeElement).toBe(surface);
    await press("Escape", "Ctrl+z");
    await waitFor(() => expect(waits()).toHaveLength(before));
  });

  it("an X-matrix is read in another order, and the cursor stays on its line", async () => {
    await begun("x_matrix");
    await tabTo((it) => it.dataset.testid === "matrix-order");
    expect(document.activeElement?.textContent).toContain("Heaviest first");
    await press("Enter");
    await act(async () => screen.getByTestId("menu-order-title").click());
    const order = () => screen.getByTestId("matrix-order").textContent;
    await waitFor(() => expect(order()).toContain("By title"));
    expect(at()).toContain("Pier repair");
  });

  it("a link of an X-matrix is set in its cell, and a digit there is no frame", async () => {
    const { portfolio } = await begun("x_matrix");
    await press("Home");
    expect(at()).toContain("by initiative Pier repair: no link");
    await press("4");
    await hear(/by initiative Pier repair: strong/);
    expect([...portfolio().links.values()].some((it) => it.from === "j")).toBe(true);
    await press("Delete");
    await waitFor(() => expect(at()).toContain("no link"));
  });

  it("a capability is gone into and out of", async () => {
    await begun("capability_map");
    await press("Alt+ArrowDown");
    expect(at()).toContain("Online sales");
    await press("Alt+ArrowUp");
    expect(at()).toContain("Ticketing");
  });

  it("every mark of delivery against outcome is come to by arrows", async () => {
    await begun("delivery_outcome");
    for (const [key, to] of [
      ["ArrowDown", "Full decks in winter"],
      ["ArrowDown", "Pier repair"],
    ] as const)
      await walk(key, to);
  });
});
