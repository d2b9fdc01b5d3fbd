import { beforeAll, describe, expect, it } from "vitest";
import { GLYPHS } from "../../kit/glyphs";
import { drawGlyph, Hatch } from "../draw/marks";
import { LIGHT, recorder, withOutlines } from "./fixture";
import { stepsOf } from "./pathData";
import type { Recorder } from "./recorder";

const PAGE = { width: 100, height: 100, paper: "#fff", title: "", lang: "en" } as const;
const items = (r: Recorder) => r.finish(PAGE).groups.flatMap((group) => group.items);

beforeAll(withOutlines);

describe("recording a canvas", () => {
  it("a_rounded_card_with_an_edge_is_one_rectangle", () => {
    const r = recorder();
    r.setTransform(1, 0, 0, 1, 10, 20);
    r.beginPath();
    r.roundRect(0, 0, 240, 88, 6);
    r.fillStyle = "#ffffff";
    r.fill();
    r.strokeStyle = "#e4e1da";
    r.stroke();
    const drawing = r.finish(PAGE);
    expect(drawing.groups[0]?.items).toEqual([{ rect: [1, 10, 20, 240, 88, 6] }]);
    expect(drawing.looks[1]?.fill).toEqual({ plain: "#ffffff" });
    expect(drawing.looks[1]?.stroke).toMatchObject({ color: "#e4e1da", width: 1, dash: [] });
  });

  it("zoom_makes_lines_and_dashes_as_large_as_on_the_screen", () => {
    const r = recorder();
    r.setTransform(0.5, 0, 0, 0.5, 0, 0);
    r.lineWidth = 4;
    r.lineCap = "round";
    r.setLineDash([10, 8]);
    r.globalAlpha = 0.5;
    r.beginPath();
    r.moveTo(0, 0);
    r.bezierCurveTo(0, 20, 40, 20, 40, 40);
    r.stroke();
    const drawing = r.finish(PAGE);
    expect(drawing.groups[0]?.items).toEqual([{ path: [0, "M0 0C0 10 20 10 20 20"] }]);
    expect(drawing.looks[0]?.stroke).toEqual({
      color: "#00000080",
      width: 2,
      dash: [5, 4],
      round_cap: true,
      round_join: false,
    });
  });

  it("a_full_turn_is_a_disc_and_a_part_of_one_is_a_curve", () => {
    const r = recorder();
    r.beginPath();
    r.arc(10, 10, 5, 0, Math.PI * 2);
    r.fill();
    r.beginPath();
    r.arc(10, 10, 5, 0, Math.PI / 2);
    r.stroke();
    expect(items(r)).toEqual([{ disc: [0, 10, 10, 5] }, { path: [1, "M15 10C15 12.76 12.76 15 10 15"] }]);
  });

  it("words_keep_place_weight_width_anchor_and_turn", () => {
    const r = recorder();
    r.font = "550 13px Inter";
    r.fillStyle = "#1c1b19";
    r.textAlign = "right";
    r.fillText("Permit portal", 200, 40);
    r.translate(50, 60);
    r.rotate(-Math.PI / 2);
    r.font = "400 12px Inter";
    r.textAlign = "center";
    r.fillText("Direction", 0, 0);
    const drawing = r.finish(PAGE);
    expect(drawing.types).toEqual([
      { size: 13, weight: 550, color: "#1c1b19", anchor: "end", clip: null },
      { size: 12, weight: 400, color: "#1c1b19", anchor: "middle", clip: null },
    ]);
    expect(drawing.groups[0]?.items).toEqual([
      { text: [0, 200, 40, 84.5, 0, "Permit portal"] },
      { text: [1, 50, 60, 54, -90, "Direction"] },
    ]);
  });

  it("spaces_at_the_ends_of_words_become_distance", () => {
    const r = recorder();
    r.font = "400 10px Inter";
    r.fillText("\u00A0· ", 100, 10);
    r.fillText("  a", 100, 10);
    r.textAlign = "right";
    r.fillText("a ", 100, 10);
    expect(items(r)).toEqual([
      { text: [0, 100, 10, 10, 0, "\u00A0·"] },
      { text: [0, 110, 10, 5, 0, "a"] },
      { text: [1, 95, 10, 5, 0, "a"] },
    ]);
  });

  it("a_glyph_that_is_closed_stays_closed", () => {
    const r = recorder();
    drawGlyph(r, "capability", 0, 0, 14, LIGHT.ink1);
    expect(JSON.stringify(items(r))).toContain("L2 4.1Z");
  });

  it("what_is_unknown_is_hatched_and_not_a_picture_of_a_hatch", () => {
    const r = recorder();
    r.setTransform(1, 0, 0, 1, 15, 22);
    r.fillStyle = new Hatch().pattern(r, "#8f8a80", 2);
    r.fillRect(0, 0, 20, 5);
    expect(r.finish(PAGE).looks[0]?.fill).toEqual({ hatch: ["#8f8a80", 1] });
  });

  it("what_is_saved_comes_back_and_nothing_is_drawn_beyond_a_clip", () => {
    const r = recorder();
    r.save();
    r.beginPath();
    r.rect(10, 10, 50, 50);
    r.clip();
    r.beginPath();
    r.rect(40, 0, 50, 90);
    r.clip();
    r.fillStyle = "#ff0000";
    r.fillRect(0, 0, 100, 100);
    r.restore();
    r.fillRect(0, 0, 5, 5);
    const drawing = r.finish(PAGE);
    expect(drawing.looks.map((it) => it.clip)).toEqual([1, null]);
    expect(drawing.looks[1]?.fill).toEqual({ plain: "#000000" });
    expect(drawing.clips[1]).toBe("M40 10L60 10L60 60L40 60Z");
  });

  it("records_are_groups_with_their_titles_in_the_order_of_drawing", () => {
    const r = recorder();
    r.fillRect(0, 0, 1, 1);
    r.about("a", "Permit portal");
    r.fillRect(1, 0, 1, 1);
    r.about("b", "Nothing to see");
    r.about(null, "");
    r.fillRect(2, 0, 1, 1);
    const { groups } = r.finish(PAGE);
    expect(groups.map((it) => [it.id, it.title, it.items.length])).toEqual([
      [null, "", 1],
      ["a", "Permit portal", 1],
      [null, "", 1],
    ]);
  });

  it("what_leads_nowhere_or_shows_nothing_is_left_out", () => {
    const r = recorder();
    r.beginPath();
    r.moveTo(Number.NaN, 0);
    r.fill();
    r.fillStyle = "#00000000";
    r.fillRect(0, 0, 10, 10);
    r.fillText("   ", 0, 0);
    r.fillText("nowhere", Number.POSITIVE_INFINITY, 0);
    expect(items(r)).toEqual([]);
  });

  it("an_image_is_refused_aloud_instead_of_leaving_a_hole", () => {
    expect(() => recorder().drawImage()).toThrow("cannot be recorded");
  });

  it("every_glyph_stays_within_its_field", () => {
    for (const [kind, { d }] of Object.entries(GLYPHS)) {
      const numbers = stepsOf(d).flatMap((step) => step.at);
      expect(numbers.length, kind).toBeGreaterThan(3);
      for (const n of numbers) expect(n >= 0.4 && n <= 13.6, `${kind}: ${n}`).toBe(true);
    }
    const r = recorder();
    drawGlyph(r, "objective", 100, 50, 28, LIGHT.ink1);
    expect(items(r).length).toBe(2);
  });

  it("an_arc_ends_where_it_is_told_to_and_bulges_as_far_as_its_radius", () => {
    const [, first, second] = stepsOf("M1.7 7a5.3 5.3 0 1 0 10.6 0");
    expect(first?.at.map((n) => Math.round(n * 100) / 100)).toEqual([1.7, 9.93, 4.07, 12.3, 7, 12.3]);
    expect(second?.at.slice(4).map((n) => Math.round(n * 100) / 100)).toEqual([12.3, 7]);
  });
});
