// @vitest-environment happy-dom
/* What is said of what was done, beside what the journeys hear: another canvas, the same thing twice, a way past all buttons. */
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Record as Stored } from "../../api/index.ts";
import { at, FRAMES, furnish, hear, opened, press, said, tabTo } from "./fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const OTHER: Stored = {
  type: "canvas",
  record: { id: "n", title: "Road to 2028", kind: "trajectory", frames: FRAMES },
};

it("another canvas is named when one goes there, and has the keyboard", async () => {
  const { surface } = await opened("strategy_map", { more: [OTHER] });
  await tabTo((it) => it === surface);
  await press("Ctrl+PageDown");
  await hear("Canvas Road to 2028");
  await waitFor(() => expect(document.activeElement?.className).toBe("tl-canvas-surface"));
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Trajectory\./);
  expect(at()).not.toBe("");
});

it("the frame that a presentation steps to is said, and the end of the canvas is no silence", async () => {
  const { surface } = await opened("strategy_map", { more: [OTHER] });
  await tabTo((it) => it === surface);
  await press("Ctrl+PageDown", "F5");
  const told = await waitFor(() => screen.getByTestId("present-said"));
  expect(told.getAttribute("aria-live")).toBe("assertive");
  expect(told.textContent).toBe("Why. 1 of 2");
  await press("ArrowRight");
  expect(told.textContent).toBe("Work. 2 of 2");
  await press("b");
  expect(told.textContent).toBe("The screen is black");
});

it("the same thing done twice is said twice", async () => {
  const { surface } = await opened("strategy_map");
  await tabTo((it) => it === surface);
  const region = () => [...document.querySelectorAll("[aria-live]")].map((it) => it.textContent).join("");
  await press("Shift+ArrowRight");
  await hear("Card moved");
  const once = region();
  await press("Shift+ArrowRight");
  await waitFor(() => expect(region()).not.toBe(once));
  expect(said()).toContain("Card moved");
});

it("what is copied and what is put in order is counted", async () => {
  const { surface, portfolio } = await opened("strategy_map");
  await tabTo((it) => it === surface);
  await press("Space", "Ctrl+d");
  await hear("1 copy made");
  const before = portfolio().elements.size;
  await press("Ctrl+Shift+T");
  await hear(/in order already|moved/);
  expect(portfolio().elements.size).toBe(before);
});

it("F6 leads past all buttons to the canvas, and from there to the inspector", async () => {
  const { surface } = await opened("capability_map");
  await tabTo((it) => it.textContent === "Settings");
  await press("F6");
  expect(document.activeElement).toBe(surface);
  await press("Space", "F6");
  await waitFor(() => expect(document.activeElement?.closest(".insp")).not.toBeNull());
  await press("F6");
  expect(document.activeElement).toBe(surface);
});

it("a card that the filter keeps back says so", async () => {
  const { surface } = await opened("strategy_map");
  await press("Ctrl+Shift+F");
  const field = await waitFor(() => screen.getByTestId("filter-text"));
  const { fireEvent } = await import("@testing-library/react");
  fireEvent.change(field, { target: { value: "pier" } });
  await press("Escape");
  await waitFor(() => expect(screen.queryByTestId("filter-text")).toBeNull());
  surface.focus();
  await waitFor(() => expect(at()).toContain("Kept back by the filter."));
});
