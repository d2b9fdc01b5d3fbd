// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AS_WEIGHED } from "../canvas/kinds/index.ts";
import { initiative } from "../model/fixture.ts";
import { bench } from "../panels/fixture.tsx";
import { ChartPlace } from "./ChartPlace.tsx";
import type { Frames } from "./frames/useFrames.ts";

const NO_FRAMES: Frames = {
  draft: null,
  keep: () => undefined,
  canvas: "c",
  isOpen: false,
  toggle: () => undefined,
  add: () => undefined,
  go: () => undefined,
  seen: () => null,
};

Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });
afterEach(cleanup);

const work = initiative("w", "One Ticket", { start: { known: "2026-03-02" }, end: { known: "2026-12-18" } });

async function shown(kind: "trajectory" | "capability_map", select: readonly string[] = [], element = work) {
  const onAnnounce = vi.fn();
  const onImport = vi.fn();
  const made = await bench(
    { elements: [element], select },
    <ChartPlace
      map={{ current: null }}
      canvas={{ id: "c", title: "A canvas", kind, frames: [] }}
      passing={null}
      reading={AS_WEIGHED}
      onRead={() => undefined}
      place={{ current: null }}
      frames={NO_FRAMES}
      isOutlined={false}
      onOutline={() => undefined}
      isFinding={false}
      onFinding={() => undefined}
      onFound={() => undefined}
      onImport={onImport}
      onRemove={() => undefined}
      onAnnounce={onAnnounce}
    />,
  );
  const surface = screen.getByRole("listbox");
  return { ...made, surface, onImport, onAnnounce };
}

describe("a diagram in the window", () => {
  it("reschedules_a_bar_by_keyboard_as_one_step_that_undo_takes_back", async () => {
    const { surface, store, onAnnounce } = await shown("trajectory", ["w"]);
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "ArrowRight" });
    for (let n = 0; n < 3; n += 1) fireEvent.keyDown(surface, { key: "ArrowRight", shiftKey: true });
    await act(async () => void fireEvent.keyUp(surface, { key: "Shift" }));
    const now = () => store.state.portfolio.elements.get("w");
    const moved = now();
    expect(moved?.kind === "initiative" && moved.start?.known).toBe("2026-03-05");
    expect(moved?.kind === "initiative" && moved.end?.known).toBe("2026-12-21");
    expect(onAnnounce).toHaveBeenCalledWith(
      "Moved: 5\u00a0Mar\u00a02026 to 21\u00a0Dec\u00a02026 · 292 days",
    );
    await act(() => store.undo());
    const back = now();
    expect(back?.kind === "initiative" && [back.start?.known, back.end?.known]).toEqual([
      "2026-03-02",
      "2026-12-18",
    ]);
  });

  it("moves_the_end_alone_with_alt", async () => {
    const { surface, store } = await shown("trajectory", ["w"]);
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "ArrowRight" });
    fireEvent.keyDown(surface, { key: "ArrowLeft", shiftKey: true, altKey: true });
    await act(async () => void fireEvent.keyUp(surface, { key: "Shift" }));
    const moved = store.state.portfolio.elements.get("w");
    expect(moved?.kind === "initiative" && [moved.start?.known, moved.end?.known]).toEqual([
      "2026-03-02",
      "2026-12-17",
    ]);
  });

  it("gives_work_without_dates_both_of_them_by_keyboard_as_one_step", async () => {
    const { surface, store, selection } = await shown("trajectory", [], initiative("w", "One Ticket"));
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "ArrowDown" });
    fireEvent.keyDown(surface, { key: "ArrowRight", shiftKey: true });
    await act(async () => void fireEvent.keyUp(surface, { key: "Shift" }));
    const dates = () => {
      const now = store.state.portfolio.elements.get("w");
      return now?.kind === "initiative" ? [now.start?.known, now.end?.known] : [];
    };
    const [start = "", end = ""] = dates();
    expect(start.slice(0, 4)).toBe(store.state.asOf.slice(0, 4));
    expect(Date.parse(end) - Date.parse(start)).toBeGreaterThan(80 * 86_400_000);
    expect(selection.ids()).toEqual(["w"]);
    await act(() => store.undo());
    expect(dates()).toEqual([undefined, undefined]);
  });

  it("selects_what_the_keyboard_opens", async () => {
    const { surface, selection } = await shown("trajectory");
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "Enter", ctrlKey: true });
    expect(selection.ids()).toEqual(["w"]);
  });

  it("tells_a_screen_reader_what_is_missing_where_there_is_nothing_to_show", async () => {
    const { surface } = await shown("capability_map");
    expect(surface.getAttribute("aria-label")).toBe("Capability map. There are no capabilities yet.");
  });

  it("offers_the_first_step_where_it_is_empty_and_selects_what_came_of_it", async () => {
    const { store, selection, onImport } = await shown("capability_map");
    fireEvent.click(screen.getByText("Import a list"));
    expect(onImport).toHaveBeenCalledOnce();
    await act(async () => void fireEvent.click(screen.getByTestId("canvas-first")));
    const [id = ""] = selection.ids();
    expect(store.state.portfolio.elements.get(id)?.kind).toBe("capability");
    expect(screen.queryByTestId("canvas-empty")).toBeNull();
  });
});
