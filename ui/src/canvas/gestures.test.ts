import { describe, expect, it } from "vitest";
import { lanesFor } from "./bands";
import {
  bandAt,
  bandOf,
  begin,
  boxBetween,
  clampInto,
  clicked,
  dragged,
  edgeSpeed,
  inBand,
  type Press,
  wandered,
} from "./gestures";
import { commandFor } from "./keys";

const press: Press = { at: { x: 5, y: 5 }, button: 0, shift: false, ctrl: false, space: false };
const lanes = lanesFor(
  [
    { id: "a", band: "driver", x: 40, y: 28 },
    { id: "b", band: "initiative", x: 40, y: 160 },
  ],
  (level) => String(level),
);

describe("gestures", () => {
  it("paper_pans_and_with_shift_draws_a_marquee", () => {
    expect(begin({ on: "paper" }, press, false)).toEqual({ kind: "pan", from: press.at, clears: true });
    expect(begin({ on: "paper" }, { ...press, shift: true }, false)?.kind).toBe("marquee");
  });

  it("space_or_the_middle_button_pans_over_anything", () => {
    expect(begin({ on: "card", box: 3 }, { ...press, space: true }, false)?.kind).toBe("pan");
    expect(begin({ on: "handle", box: 3 }, { ...press, button: 1 }, false)).toEqual({
      kind: "pan",
      from: press.at,
      clears: false,
    });
  });

  it("the_right_button_begins_nothing", () => {
    expect(begin({ on: "card", box: 3 }, { ...press, button: 2 }, false)).toBeNull();
  });

  it("a_handle_draws_a_link_unless_the_map_is_read_only", () => {
    expect(begin({ on: "handle", box: 3 }, press, false)).toMatchObject({ kind: "connect", box: 3 });
    expect(begin({ on: "handle", box: 3 }, press, true)?.kind).toBe("press");
  });

  it("a_drag_against_an_edge_moves_the_view_the_faster_the_nearer", () => {
    const size = { w: 800, h: 600 };
    expect(edgeSpeed({ x: 400, y: 300 }, size)).toBeNull();
    expect(edgeSpeed({ x: 800, y: 300 }, size)).toEqual({ x: 14, y: 0 });
    expect(edgeSpeed({ x: -50, y: 300 }, size)).toEqual({ x: -14, y: 0 });
    expect(edgeSpeed({ x: 400, y: 582 }, size)).toEqual({ x: 0, y: 7 });
  });

  it("a_small_tremble_is_still_a_click", () => {
    expect(wandered({ x: 0, y: 0 }, { x: 3, y: 2 })).toBe(false);
    expect(wandered({ x: 0, y: 0 }, { x: 4, y: 3 })).toBe(true);
  });

  it("a_click_selects_one_and_with_shift_toggles", () => {
    expect([...clicked(new Set(["a", "b"]), "c", false)]).toEqual(["c"]);
    expect([...clicked(new Set(["a"]), "b", true)]).toEqual(["a", "b"]);
    expect([...clicked(new Set(["a", "b"]), "b", true)]).toEqual(["a"]);
  });

  it("dragging_a_selected_card_moves_the_selection_and_another_one_moves_alone", () => {
    expect(dragged("a", new Set(["a", "b"]))).toEqual(["a", "b"]);
    expect(dragged("b", new Set(["a", "b"]))).toEqual(["b", "a"]);
    expect(dragged("c", new Set(["a", "b"]))).toEqual(["c"]);
  });

  it("a_card_never_leaves_its_band", () => {
    const band = bandOf(lanes, "initiative");
    if (band === null) throw new Error("no band");
    expect(clampInto(band, { x: 7, y: -5000 })).toEqual({ x: 7, y: band.from + 28 });
    expect(clampInto(band, { x: 7, y: band.from + 200 }).y).toBe(band.from + 160);
    expect(clampInto(band, { x: 7, y: band.from + 90 }).y).toBe(band.from + 90);
  });

  it("pulled_well_below_the_last_row_a_card_opens_one_new_row", () => {
    const band = bandOf(lanes, "initiative");
    if (band === null) throw new Error("no band");
    expect(clampInto(band, { x: 7, y: 99_000 }).y).toBe(band.from + 160 + 132);
  });

  it("heights_are_told_from_the_top_of_the_band", () => {
    const band = bandOf(lanes, "initiative");
    expect(inBand(band, { x: 7, y: (band?.from ?? 0) + 44 })).toEqual({ x: 7, y: 44 });
  });

  it("the_band_under_a_point_is_found", () => {
    expect(bandAt(lanes, { x: 0, y: 10 })?.band.kind).toBe("driver");
    expect(bandAt(lanes, { x: 0, y: -1 })).toBeNull();
  });

  it("a_marquee_may_be_drawn_in_any_direction", () => {
    expect(boxBetween({ x: 9, y: 2 }, { x: 1, y: 7 })).toEqual({ x0: 1, y0: 2, x1: 9, y1: 7 });
  });
});

describe("keys", () => {
  const key = (name: string, more: object = {}) =>
    commandFor({ key: name, shift: false, alt: false, ctrl: false, ...more });

  it("arrows_go_shift_nudges_alt_follows_links", () => {
    expect(key("ArrowLeft")).toEqual({ do: "go", way: "left" });
    expect(key("ArrowUp", { shift: true })).toEqual({ do: "nudge", way: "up", fine: false });
    expect(key("ArrowUp", { shift: true, ctrl: true })).toEqual({ do: "nudge", way: "up", fine: true });
    expect(key("ArrowUp", { alt: true })).toEqual({ do: "follow", way: "up" });
  });

  it("alt_and_arrows_sideways_go_back_and_forward_through_views", () => {
    expect(key("ArrowLeft", { alt: true })).toEqual({ do: "travel", step: -1 });
    expect(key("ArrowRight", { alt: true })).toEqual({ do: "travel", step: 1 });
  });

  it("digits_with_shift_are_known_by_their_place_whatever_they_print", () => {
    expect(key("!", { shift: true, code: "Digit1" })).toEqual({ do: "fit" });
    expect(key('"', { shift: true, code: "Digit2" })).toEqual({ do: "frameSelection" });
    expect(key("2", { shift: true, code: "Digit2" })).toEqual({ do: "frameSelection" });
    expect(key("=", { shift: true, code: "Digit0" })).toEqual({ do: "life" });
  });

  it("letters_link_and_colour_and_the_window_key_duplicates", () => {
    expect(key("l")).toEqual({ do: "link" });
    expect(key("o")).toEqual({ do: "overlay", step: 1 });
    expect(key("O", { shift: true })).toEqual({ do: "overlay", step: -1 });
    expect(key("d", { ctrl: true })).toEqual({ do: "duplicate" });
    expect(key("d")).toBeNull();
  });

  it("keys_of_the_window_are_left_alone", () => {
    expect(key("z", { ctrl: true })).toBeNull();
    expect(key("k", { ctrl: true })).toBeNull();
    expect(key("ArrowLeft", { ctrl: true })).toBeNull();
    expect(key("Tab")).toBeNull();
  });

  it("signs_that_need_shift_on_some_keyboards_work_with_it", () => {
    expect(key("+", { shift: true })).toEqual({ do: "zoom", step: 1 });
    expect(key("[")).toEqual({ do: "lane", step: -1 });
    expect(key("0")).toEqual({ do: "fit" });
    // A capital F of Caps Lock is an F; with Shift it belongs to the window.
    expect(key("F")).toEqual({ do: "throughline" });
    expect(key("F", { shift: true })).toBeNull();
  });
});
