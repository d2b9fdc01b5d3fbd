// @vitest-environment happy-dom
/* Links and missing steps on the maps of cards, drawn and made without a mouse, with what is said of each. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MapKind } from "../../model/canvases.ts";
import { at, furnish, hear, opened, press, seek, tabTo, titleField, titles, walk } from "./fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function begun(kind: MapKind) {
  const window = await opened(kind);
  await tabTo((it) => it === window.surface);
  await seek("Full decks in winter");
  return window;
}

describe("links and missing steps without a mouse", () => {
  it.each(["strategy_map", "benefits_map", "free"] as const)(
    "a link is drawn by typing where it goes, on a %s",
    async (kind) => {
      const { portfolio, surface } = await begun(kind);
      await press("Ctrl+f");
      const find = await waitFor(() => screen.getByTestId("map-find"));
      fireEvent.change(find, { target: { value: "pier" } });
      await press("Escape");
      await waitFor(() => expect(at()).toContain("Pier repair"));
      await press("l");
      await hear("Link from Pier repair");
      await press("f", "u", "l");
      await hear("Enter links these two");
      expect(at()).toContain("Full decks in winter");
      await press("Enter");
      await hear("Linked: “Pier repair” contributes to “Full decks in winter”");
      expect([...portfolio().links.values()].some((it) => it.from === "j" && it.to === "o")).toBe(true);
      await press("F6");
      expect(document.activeElement).toBe(surface);
      expect(at()).toContain("Full decks in winter");
      await press("l");
      await press("p", "i", "e", "r");
      await hear("These two are linked already");
      await press("Escape");
      await hear("No link was drawn");
    },
  );

  it("a link that cannot be says why and offers what may stand instead, on a scorecard", async () => {
    const { portfolio } = await begun("scorecard");
    await press("l", "ArrowUp");
    await hear(/A link runs from a lower level to a higher one\. Possible/);
    await press("Enter");
    const menu = screen.getByTestId("link-kinds");
    expect(menu.contains(document.activeElement)).toBe(true);
    await press("Enter");
    await hear(/Linked: /);
    expect(
      [...portfolio().links.values()].filter((it) => it.kind !== "contribution" && it.to === "q"),
    ).toHaveLength(1);
  });

  it("a missing step is walked to and made by Enter", async () => {
    const { portfolio } = await begun("strategy_map");
    await seek("Fill the winter");
    await press("f");
    await walk("Alt+ArrowUp", "Missing: ", 2);
    await press("Enter");
    const title = await titleField();
    fireEvent.input(title, { target: { value: "Winter is lost money" } });
    await press("Enter");
    await waitFor(() => expect(titles(portfolio())).toContain("Winter is lost money"));
    expect([...portfolio().links.values()].some((it) => it.from === "p")).toBe(true);
  });

  it("the columns of a benefits map are read from the other side by M", async () => {
    await begun("benefits_map");
    await press("ArrowLeft");
    expect(at()).toContain("Boats sail half empty");
    await press("ArrowRight", "m");
    await press("ArrowRight");
    expect(at()).toContain("Boats sail half empty");
  });
});

describe("what is heard in French", () => {
  it("names the canvas by its kind and says what was done", async () => {
    const { surface } = await opened("scorecard", { lang: "fr" });
    expect(surface.getAttribute("aria-label")).toMatch(/^Tableau de bord/);
    await tabTo((it) => it === surface);
    await press("Shift+ArrowRight");
    await hear("Carte déplacée");
    await press("Ctrl+Shift+L");
    await hear("Verrouillé");
    await waitFor(() => expect(at()).toContain("Verrouillée."));
  });

  it("L on what no link begins at says why and what can be done, on a note, a missing step, a diagram", async () => {
    const { surface } = await opened("free");
    act(() => surface.focus());
    await press("n");
    const field = screen.getByTestId("note-text");
    fireEvent.input(field, { target: { value: "Why?" } });
    fireEvent.keyDown(field, { key: "Escape" });
    await waitFor(() => expect(at()).toContain("Why?"));
    await press("l");
    await waitFor(() => expect(screen.getByTestId("toast").textContent).toContain("A note is no statement"));
    expect(screen.getByTestId("toast").textContent).toContain("Press B");
    cleanup();
    for (const [kind, text] of [
      ["capability_map", "On this canvas no links are drawn by hand"],
      ["delivery_outcome", "On this canvas no links are drawn by hand"],
    ] as const) {
      const { surface } = await opened(kind);
      act(() => surface.focus());
      await press("l");
      await waitFor(() => expect(screen.getByTestId("toast").textContent).toContain(text));
      cleanup();
    }
  });
});
