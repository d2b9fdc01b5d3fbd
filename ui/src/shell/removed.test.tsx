// @vitest-environment happy-dom
/* What is taken away says from where, what went with it and offers the way back; undo and redo return to what was selected. */
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CanvasKind } from "../api/index.ts";
import type { Lang } from "../words/index.ts";
import { furnish, opened, press, seek, selected } from "./reach/fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const OBJECTIVE = "Full decks in winter";

async function on(kind: CanvasKind, lang: Lang = "en") {
  const it = await opened(kind, { lang });
  act(() => it.surface.focus());
  await seek(OBJECTIVE);
  act(() => it.surface.focus());
  return it;
}

const notice = () => screen.getByTestId("toast");

describe("taking an element away", () => {
  it("on a map says that it left the portfolio, with how many links, and gives it back from the notice", async () => {
    const { portfolio } = await on("strategy_map");
    const links = portfolio().links.size;
    await press("Delete");
    await waitFor(() =>
      expect(notice().textContent).toContain(
        `“${OBJECTIVE}” removed from the portfolio, and 4 links with it`,
      ),
    );
    expect(portfolio().links.size).toBe(links - 4);
    fireEvent.click(within(notice()).getByText("Undo"));
    await waitFor(() => expect(portfolio().elements.has("o")).toBe(true));
    expect(portfolio().links.size).toBe(links);
    await waitFor(() => expect(screen.queryByTestId("toast")).toBeNull());
  });

  it("is said in French as well", async () => {
    await on("strategy_map", "fr");
    await press("Delete");
    await waitFor(() => expect(notice().textContent).toContain("supprimé du portefeuille, avec 4 liens"));
  });

  it("offers no way back any more once another step was made", async () => {
    const { portfolio } = await on("strategy_map");
    await press("Delete");
    await waitFor(notice);
    await press("n");
    const field = screen.getByTestId("note-text");
    fireEvent.input(field, { target: { value: "Why?" } });
    fireEvent.keyDown(field, { key: "Escape" });
    await waitFor(() => expect(portfolio().notes.size).toBe(1));
    await waitFor(() => expect(screen.queryByTestId("toast")).toBeNull());
  });

  it("on a free canvas takes the card off it, names the key that removes, and that key removes", async () => {
    const { portfolio, surface } = await on("free");
    await press("Delete");
    await waitFor(() => expect(notice().textContent).toContain("taken off this canvas"));
    expect(notice().textContent).toContain("stays in the portfolio");
    expect(notice().textContent).toMatch(/Ctrl.Backspace removes/);
    expect(portfolio().elements.has("o")).toBe(true);
    await press("Ctrl+z");
    await waitFor(() =>
      expect([...portfolio().placements.values()].some((it) => it.element === "o")).toBe(true),
    );
    act(() => surface.focus());
    await seek(OBJECTIVE);
    await press("Space");
    await waitFor(() => expect(selected().join()).toContain(OBJECTIVE));
    await press("Ctrl+Backspace");
    await waitFor(() => expect(portfolio().elements.has("o")).toBe(false));
  });

  it("has a command of its own for taking off a free canvas, and none on a map that shows everything", async () => {
    const offered = async (kind: CanvasKind) => {
      const { portfolio } = await on(kind);
      await press("Space", "Ctrl+k");
      const field = await waitFor(() => screen.getByTestId("palette-field"));
      fireEvent.change(field, { target: { value: ">take the selection off" } });
      fireEvent.keyDown(field, { key: "Enter" });
      return portfolio;
    };
    const portfolio = await offered("free");
    await waitFor(() =>
      expect([...portfolio().placements.values()].some((it) => it.element === "o")).toBe(false),
    );
    expect(portfolio().elements.has("o")).toBe(true);
    cleanup();
    const whole = await offered("strategy_map");
    expect(whole().elements.has("o")).toBe(true);
  });
});

describe("undo and redo", () => {
  it("of a copy select the original again, and then the copy", async () => {
    const { portfolio } = await on("strategy_map");
    const count = portfolio().elements.size;
    await press("Space", "Ctrl+d");
    await waitFor(() => expect(selected().join()).toContain(`${OBJECTIVE} (copy)`));
    await press("Ctrl+z");
    await waitFor(() => expect(portfolio().elements.size).toBe(count));
    await waitFor(() => expect(selected().join()).toContain(`${OBJECTIVE}.`));
    await press("Ctrl+y");
    await waitFor(() => expect(selected().join()).toContain(`${OBJECTIVE} (copy)`));
  });

  it("of a removal select what came back", async () => {
    const { portfolio } = await on("strategy_map");
    await press("Space", "Delete");
    await waitFor(() => expect(portfolio().elements.has("o")).toBe(false));
    await press("Ctrl+z");
    await waitFor(() => expect(selected().join()).toContain(OBJECTIVE));
  });

  it("leave alone what was chosen meanwhile while something made goes again", async () => {
    const { portfolio } = await on("strategy_map");
    const count = portfolio().elements.size;
    await press("Space", "Ctrl+d");
    await waitFor(() => expect(selected().join()).toContain("(copy)"));
    await seek("Booking app");
    await press("Space");
    await waitFor(() => expect(selected().join()).toContain("Booking app"));
    await press("Ctrl+z");
    await waitFor(() => expect(portfolio().elements.size).toBe(count));
    expect(selected().join()).toContain("Booking app");
    expect(selected().join()).not.toContain(OBJECTIVE);
  });
});
