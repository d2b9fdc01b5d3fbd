// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Element } from "../api/bindings.ts";
import { AS_WEIGHED } from "../canvas/kinds/index.ts";
import { indicator, initiative, objective, priority } from "../model/fixture.ts";
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

beforeEach(() => {
  const size = { x: 0, y: 0, left: 0, top: 0, width: 1200, height: 700, right: 1200, bottom: 700 };
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ ...size, toJSON: () => size });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const ALL = [
  priority("p", "Safer care"),
  objective("o", "Half the errors"),
  initiative("w", "Scan doses"),
  indicator("k", "Errors"),
];

async function shown(elements: readonly Element[] = ALL) {
  const onAnnounce = vi.fn();
  const made = await bench(
    { elements },
    <ChartPlace
      map={{ current: null }}
      canvas={{ id: "x", title: "", kind: "x_matrix", frames: [] }}
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
      onImport={() => undefined}
      onRemove={() => undefined}
      onAnnounce={onAnnounce}
    />,
  );
  const surface = screen.getByRole("listbox");
  surface.setPointerCapture = () => undefined;
  act(() => surface.focus());
  const press = (...keys: string[]) =>
    act(async () => {
      for (const key of keys) {
        fireEvent.keyDown(surface, { key });
        await Promise.resolve();
      }
    });
  const told = () =>
    document.getElementById(surface.getAttribute("aria-activedescendant") ?? "")?.textContent;
  /** From wherever it stands to the objective by the initiative. */
  const toCell = () => press("PageUp", "PageUp", "Home");
  const links = () => [...made.store.state.portfolio.links.values()];
  return { ...made, surface, press, told, toCell, links, onAnnounce };
}

describe("the x-matrix by keyboard", () => {
  it("is_walked_from_corner_to_corner_and_each_cell_is_heard", async () => {
    const { press, told, toCell } = await shown();
    await toCell();
    expect(told()).toBe("Objective Half the errors by initiative Scan doses: no link");
    await press("ArrowDown");
    expect(told()).toContain("Objective Half the errors.");
    await press("ArrowDown");
    expect(told()).toBe("Priority Safer care by objective Half the errors: no link");
    await press("ArrowRight");
    expect(told()).toContain("Priority Safer care.");
  });

  it("makes_a_link_weak_moderate_strong_and_takes_it_away_each_in_one_step", async () => {
    const { press, told, toCell, links, store, onAnnounce } = await shown();
    await toCell();
    const strengths: unknown[] = [];
    for (const key of ["Enter", " ", "Enter", "Enter"]) {
      await press(key);
      const [link] = links();
      strengths.push(link?.kind === "contribution" ? link.strength : null);
    }
    expect(strengths).toEqual(["weak", "moderate", "strong", null]);
    expect(onAnnounce).toHaveBeenCalledWith(
      "Objective Half the errors by initiative Scan doses: strong, accepted",
    );
    expect(told()).toContain("no link");
    await act(() => store.undo());
    expect(links()[0]).toMatchObject({ from: "w", to: "o", strength: "strong" });
    for (let n = 0; n < 3; n += 1) await act(() => store.undo());
    expect(links()).toEqual([]);
    expect(store.state.steps.undo).toBeNull();
  });

  it("sets_a_strength_by_a_digit_and_clears_the_cell_with_delete", async () => {
    const { press, toCell, links } = await shown();
    await toCell();
    await press("5");
    expect(links()[0]).toMatchObject({ strength: "decisive" });
    await press("Delete");
    expect(links()).toEqual([]);
  });

  it("says_why_an_indicator_cannot_measure_a_priority_and_takes_the_reason_on_a_second_press", async () => {
    const { press, told, links, onAnnounce, told: heard } = await shown();
    await press("PageDown", "PageDown", "End");
    expect(heard()).toContain("Priority Safer care by indicator Errors");
    await press("Enter");
    expect(links()).toEqual([]);
    expect(onAnnounce).toHaveBeenCalledWith(expect.stringContaining("does not measure a priority"));
    await press("Enter");
    expect(links()[0]).toMatchObject({ kind: "because", from: "k", to: "p" });
    expect(told()).toContain("followed because of it");
  });

  it("renames_a_line_in_place_and_keeps_the_old_name_on_escape", async () => {
    const { press, toCell, store, surface } = await shown();
    await toCell();
    await press("ArrowRight", "F2");
    const field = screen.getByRole("textbox", { name: "Title" });
    fireEvent.change(field, { target: { value: "Scan every dose" } });
    await act(async () => void fireEvent.keyDown(field, { key: "Enter" }));
    expect(store.state.portfolio.elements.get("w")?.title).toBe("Scan every dose");
    expect(document.activeElement).toBe(surface);
    await press("F2");
    const again = screen.getByRole("textbox", { name: "Title" });
    fireEvent.change(again, { target: { value: "Nothing" } });
    await act(async () => void fireEvent.keyDown(again, { key: "Escape" }));
    expect(store.state.portfolio.elements.get("w")?.title).toBe("Scan every dose");
  });

  it("adds_the_first_of_an_empty_side_and_asks_for_its_name", async () => {
    const { press, told, store } = await shown([]);
    await press("PageUp", "Home", "Enter");
    const added = [...store.state.portfolio.elements.values()];
    expect(added).toHaveLength(1);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Title" }).value).toBe(added[0]?.title);
    expect(told()).toBeTruthy();
  });
});

describe("the x-matrix by pointer", () => {
  it("chooses_the_cell_that_is_clicked_and_sets_it_by_the_second_click_or_by_enter", async () => {
    const { surface, press, toCell, links, told } = await shown();
    await toCell();
    const entry = document.getElementById(surface.getAttribute("aria-activedescendant") ?? "");
    const at = {
      clientX: Number.parseFloat(entry?.style.left ?? "") + 5,
      clientY: Number.parseFloat(entry?.style.top ?? "") + 5,
      button: 0,
      pointerId: 1,
    };
    const click = (by: object) =>
      act(async () => {
        fireEvent.pointerDown(surface, { ...at, ...by });
        fireEvent.pointerUp(surface, { ...at, ...by });
      });
    await press("ArrowRight");
    await click({});
    expect(links()).toEqual([]);
    expect(told()).toContain("no link");
    const tip = document.querySelector<HTMLElement>(".tl-chart-tip");
    await waitFor(() => expect(tip?.hidden).toBe(false));
    expect(tip?.textContent).toContain("Enter or a second click draws a weak link");
    await click({});
    expect(links()[0]).toMatchObject({ from: "w", to: "o", strength: "weak" });
    expect(told()).toContain("weak");
    await press("ArrowRight");
    await click({});
    expect(links()[0]).toMatchObject({ strength: "weak" });
    await press("Enter");
    expect(links()[0]).toMatchObject({ strength: "moderate" });
  });

  it("says_beside_the_cell_what_enter_will_do", async () => {
    const { press, toCell } = await shown();
    const tip = () => document.querySelector(".tl-chart-tip")?.textContent;
    await toCell();
    await waitFor(() => expect(tip()).toContain("Enter or a second click draws a weak link, accepted"));
    await press("3");
    await waitFor(() => expect(tip()).toContain("Enter or a second click makes the link strong"));
  });
});
