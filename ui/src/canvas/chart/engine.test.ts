// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChartEvents } from "./chart";
import { BY_TENS, chart, mark, WORDS } from "./fixture";
import { clear, furnish, key, mount, surface as onPage, point } from "./fixturePage";
import type { ChartHandle } from "./handle";

let handle: ChartHandle | null = null;
let surface: HTMLElement;

function show(events: ChartEvents, readOnly = false) {
  handle = mount(
    chart([
      mark("a", 100, 100, 200, 20, { drag: BY_TENS, row: 0, tip: "All of a" }),
      mark("b", 100, 140, 200, 20, { row: 1 }),
    ]),
    events,
    readOnly,
  );
  surface = onPage();
}

beforeEach(furnish);
afterEach(clear);

describe("a chart by keyboard", () => {
  it("is_one_stop_that_tells_a_screen_reader_the_mark_it_is_on", () => {
    show({});
    surface.focus();
    key("ArrowUp");
    const told = () =>
      document.getElementById(surface.getAttribute("aria-activedescendant") ?? "")?.textContent;
    expect(told()).toBe("Mark a");
    key("ArrowDown");
    expect(told()).toBe("Mark b");
    expect(surface.getAttribute("aria-label")).toBe("A chart");
  });

  it("selects_with_the_space_bar_and_opens_with_enter", () => {
    const onSelect = vi.fn();
    const onOpen = vi.fn();
    const onAnnounce = vi.fn();
    show({ onSelect, onOpen, onAnnounce });
    surface.focus();
    key("ArrowUp");
    key(" ");
    expect(onSelect).toHaveBeenCalledWith(["a"]);
    expect(onAnnounce).toHaveBeenCalledWith("All of a selected");
    key("Enter");
    expect(onOpen.mock.calls[0]?.[0].id).toBe("a");
    key("Escape");
    expect(onSelect).toHaveBeenLastCalledWith([]);
  });

  it("goes_no_farther_away_than_until_all_of_it_is_a_third_of_the_window", () => {
    show({});
    surface.focus();
    const fit = handle?.getView().zoom ?? 0;
    const out = { deltaX: 0, deltaY: 60, deltaMode: 0, ctrlKey: true, clientX: 400, clientY: 300 };
    for (let n = 0; n < 40; n += 1) surface.dispatchEvent(Object.assign(new Event("wheel"), out));
    expect(fit).toBeGreaterThan(0.1);
    expect(handle?.getView().zoom).toBeCloseTo(fit / 3);
  });

  it("names_a_mark_where_it_stands_and_never_by_an_empty_title", () => {
    const onRename = vi.fn();
    const onAnnounce = vi.fn();
    show({ onRename, onAnnounce });
    handle?.setChart(chart([mark("a", 100, 100, 200, 20, { title: "Ferry" })]));
    const field = () => document.querySelector<HTMLTextAreaElement>(".tl-canvas-title");
    const type = (value: string, name: string): void => {
      const it = field();
      if (it === null) return;
      it.value = value;
      it.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
    };
    surface.focus();
    key("ArrowDown");
    key("F2");
    type("   ", "Enter");
    expect(onAnnounce).toHaveBeenLastCalledWith(WORDS.titleHint);
    expect(field()).not.toBeNull();
    type("Another", "Escape");
    expect(onRename).not.toHaveBeenCalled();
    key("Enter");
    field()?.blur();
    key("Enter");
    type("Boat  and\nbus", "Enter");
    expect(onRename.mock.calls).toEqual([["a", "Boat and bus"]]);
    expect(document.activeElement).toBe(surface);
    point("dblclick", 150, 110);
    const it = field();
    if (it !== null) it.value = "";
    it?.blur();
    expect(onAnnounce).toHaveBeenLastCalledWith(WORDS.titleKept);
    expect(onRename).toHaveBeenCalledTimes(1);
  });

  it("hands_on_what_was_typed_on_a_mark_that_goes_away_meanwhile", () => {
    const [onRename, onLost] = [vi.fn(), vi.fn()];
    show({ onRename, onLost });
    const ferry = mark("a", 100, 100, 200, 20, { title: "Ferry" });
    const bus = mark("b", 100, 300, 200, 20, { title: "Bus" });
    for (const typed of ["Ferry and bus ", "Ferry"]) {
      handle?.setChart(chart([ferry, bus]));
      point("dblclick", 150, 110);
      const field = document.querySelector<HTMLTextAreaElement>(".tl-canvas-title");
      if (field === null) throw new Error("no field");
      field.value = typed;
      // Another one changes: it stays.
      handle?.setChart(chart([ferry, mark("b", 100, 320, 200, 20, { title: "Bus" })]));
      expect(field.isConnected).toBe(true);
      handle?.setChart(chart([bus]));
      expect(field.isConnected).toBe(false);
      expect(document.activeElement).toBe(surface);
    }
    expect(onLost.mock.calls).toEqual([
      ["a", "Ferry and bus"],
      ["a", null],
    ]);
    expect(onRename).not.toHaveBeenCalled();
  });

  it("keeps_what_was_typed_when_the_diagram_is_closed_or_another_one_shown", () => {
    const onRename = vi.fn();
    show({ onRename });
    handle?.setChart(chart([mark("a", 100, 100, 200, 20, { title: "Ferry" })]));
    point("dblclick", 150, 110);
    const field = document.querySelector<HTMLTextAreaElement>(".tl-canvas-title");
    if (field === null) throw new Error("no field");
    field.value = "Ferry and  bus ";
    handle?.destroy();
    expect(field.isConnected).toBe(false);
    expect(onRename.mock.calls).toEqual([["a", "Ferry and bus"]]);
    handle = null;
  });

  it("opens_a_mark_instead_of_naming_it_where_nothing_may_be_changed", () => {
    const onOpen = vi.fn();
    show({ onOpen }, true);
    handle?.setChart(chart([mark("a", 100, 100, 200, 20, { title: "Ferry" })]));
    point("dblclick", 150, 110);
    expect(document.querySelector(".tl-canvas-title")).toBeNull();
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it("tells_a_run_of_moves_once_when_shift_is_let_go", () => {
    const onDrag = vi.fn();
    show({ onDrag });
    surface.focus();
    key("ArrowUp");
    for (let n = 0; n < 3; n += 1) key("ArrowRight", { shiftKey: true });
    expect(onDrag).not.toHaveBeenCalled();
    surface.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift" }));
    expect(onDrag).toHaveBeenCalledTimes(1);
    expect(onDrag.mock.calls[0]?.[0]).toMatchObject({ part: "whole", x0: 130, x1: 330 });
  });

  it("takes_a_run_of_moves_back_with_escape", () => {
    const onDrag = vi.fn();
    show({ onDrag });
    surface.focus();
    key("ArrowUp");
    key("ArrowRight", { shiftKey: true });
    key("Escape");
    surface.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift" }));
    expect(onDrag).not.toHaveBeenCalled();
  });

  it("brings_what_lies_nowhere_yet_into_time_from_its_name_as_one_move", () => {
    const onDrag = vi.fn();
    show({ onDrag });
    handle?.setChart(
      chart(
        [
          mark("name", 0, 100, 200, 20, { pin: "left", row: 0, subject: "a", grip: "place" }),
          mark("place", 0, 100, 0, 20, { row: 0, subject: "a", inert: true, drag: NOWHERE }),
        ],
        { left: 200, axes: "x" },
      ),
    );
    surface.focus();
    key("ArrowDown");
    key("ArrowRight", { shiftKey: true });
    key("ArrowRight", { shiftKey: true });
    surface.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift" }));
    expect(onDrag).toHaveBeenCalledTimes(1);
    expect(onDrag.mock.calls[0]?.[0]).toMatchObject({ part: "whole", x0: 510, x1: 600 });
  });

  it("leaves_a_key_it_has_no_use_for_to_the_mark", () => {
    const onKey = vi.fn(() => true);
    show({ onKey });
    surface.focus();
    key("ArrowUp");
    key("5");
    expect(onKey).toHaveBeenCalledTimes(1);
  });
});

/** Put to 500 by a key, and ninety long. */
const NOWHERE = { ...BY_TENS, fresh: { from: 500, until: (x0: number) => x0 + 90 } };

describe("a chart by pointer", () => {
  it("drags_a_name_into_time_and_not_across_it", () => {
    const onDrag = vi.fn();
    show({ onDrag });
    handle?.setChart(
      chart(
        [
          mark("name", 0, 100, 200, 20, { pin: "left", row: 0, subject: "a", grip: "place" }),
          mark("place", 0, 100, 0, 20, { row: 0, subject: "a", inert: true, drag: NOWHERE }),
          mark("far", 0, 3000, 2000, 20),
        ],
        { left: 200 },
      ),
    );
    handle?.setView({ x: 0, y: 0, zoom: 1 });
    // Let go over the names it stays without dates.
    point("pointerdown", 50, 110);
    point("pointermove", 120, 112);
    point("pointerup", 120, 112);
    expect(onDrag).not.toHaveBeenCalled();
    point("pointerdown", 50, 110);
    for (let x = 60; x <= 404; x += 1) point("pointermove", x, 112);
    point("pointerup", 404, 112);
    expect(onDrag.mock.calls).toMatchObject([[{ x0: 400, x1: 490 }]]);
    // Up and down it is paper like any other.
    point("pointerdown", 50, 110);
    for (let y = 110; y >= 60; y -= 1) point("pointermove", 52, y);
    point("pointerup", 52, 60);
    expect(onDrag).toHaveBeenCalledTimes(1);
    expect(handle?.getView().y).toBeLessThan(0);
  });

  it("selects_what_is_clicked_and_adds_with_shift", () => {
    const onSelect = vi.fn();
    show({ onSelect });
    point("pointerdown", 200, 110);
    point("pointerup", 200, 110);
    expect(onSelect).toHaveBeenLastCalledWith(["a"]);
    point("pointerdown", 200, 150, { shiftKey: true });
    point("pointerup", 200, 150, { shiftKey: true });
    expect(onSelect).toHaveBeenLastCalledWith(["a", "b"]);
  });

  it("sweeps_a_selection_with_shift_on_paper", () => {
    const onSelect = vi.fn();
    show({ onSelect });
    point("pointerdown", 50, 90, { shiftKey: true });
    point("pointermove", 150, 170, { shiftKey: true });
    point("pointerup", 150, 170, { shiftKey: true });
    expect(onSelect).toHaveBeenLastCalledWith(["a", "b"]);
  });

  it("tells_a_drag_once_at_its_end_and_puts_a_refused_one_back", async () => {
    const onDrag = vi.fn(() => Promise.resolve(false));
    show({ onDrag });
    point("pointerdown", 200, 110);
    for (let x = 205; x <= 252; x += 1) point("pointermove", x, 110);
    expect(onDrag).not.toHaveBeenCalled();
    point("pointerup", 252, 110);
    expect(onDrag).toHaveBeenCalledTimes(1);
    expect(onDrag.mock.calls[0]).toMatchObject([{ x0: 150, x1: 350 }]);
    await vi.runAllTimersAsync();
    // It lies where it lay: a click where it began finds it.
    const onSelect = vi.fn();
    point("pointerdown", 102, 110);
    point("pointerup", 102, 110);
    expect(onSelect).not.toHaveBeenCalled();
    surface.focus();
    key("ArrowRight", { shiftKey: true });
    surface.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift" }));
    expect(onDrag.mock.lastCall).toMatchObject([{ x0: 110, x1: 310 }]);
  });

  it("lets_go_of_a_mark_that_the_records_change_under_the_pointer", () => {
    const onDrag = vi.fn();
    show({ onDrag });
    point("pointerdown", 200, 110);
    point("pointermove", 260, 110);
    handle?.setChart(chart([mark("other", 100, 100, 200, 20, { drag: BY_TENS })]));
    point("pointermove", 280, 110);
    point("pointerup", 280, 110);
    expect(onDrag).not.toHaveBeenCalled();
  });

  it("moves_nothing_in_a_file_that_is_only_read", () => {
    const onDrag = vi.fn();
    show({ onDrag }, true);
    point("pointerdown", 200, 110);
    point("pointermove", 260, 110);
    point("pointerup", 260, 110);
    surface.focus();
    key("ArrowRight", { shiftKey: true });
    surface.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift" }));
    expect(onDrag).not.toHaveBeenCalled();
  });

  it("shows_the_full_words_after_a_moment_and_puts_them_away_with_escape", () => {
    show({});
    const tip = document.querySelector<HTMLElement>(".tl-chart-tip");
    point("pointermove", 200, 110);
    expect(tip?.hidden).toBe(true);
    vi.advanceTimersByTime(500);
    expect(tip?.hidden).toBe(false);
    expect(tip?.textContent).toBe("All of a");
    key("Escape");
    expect(tip?.hidden).toBe(true);
  });
});

describe("a finger on a chart", () => {
  const finger = { pointerType: "touch" } as const;

  it("joins_a_mark_to_the_selection_where_it_rests_and_sweeps_from_paper", () => {
    const onSelect = vi.fn();
    show({ onSelect });
    point("pointerdown", 120, 110, finger);
    point("pointerup", 120, 110, finger);
    point("pointerdown", 120, 150, finger);
    vi.advanceTimersByTime(600);
    point("pointerup", 120, 150, finger);
    expect(onSelect).toHaveBeenLastCalledWith(["a", "b"]);
    point("pointerdown", 500, 400, finger);
    point("pointerup", 500, 400, finger);
    expect(onSelect).toHaveBeenLastCalledWith([]);
    point("pointerdown", 500, 400, finger);
    vi.advanceTimersByTime(600);
    point("pointermove", 90, 135, finger);
    point("pointerup", 90, 135, finger);
    expect(onSelect).toHaveBeenLastCalledWith(["b"]);
  });
});
