import { describe, expect, it } from "vitest";
import { TitleBreaker } from "../titles";
import { NOTE_H, NOTE_W, noteSize, noteType, PAD, seenLines, TYPE, wrapped } from "./layout";

/** Every letter is six pixels wide. */
const texts = new TitleBreaker((text) => text.length * 6);
const blank = { about: null, by: "" };
const long = Array.from({ length: 120 }, (_, i) => `word${i}`).join(" ");

describe("the words of a note", () => {
  it("are_all_there_at_full_detail_however_many_they_are", () => {
    const { w, h } = noteSize({ ...blank, text: long }, texts);
    const room = { w: w - 2 * PAD, h: h - 2 * PAD };
    const lines = seenLines(long, room, noteType(1), texts);
    expect(lines.join(" ")).toBe(long);
    expect(h).toBeGreaterThan(NOTE_H);
  });

  it("never_run_over_the_edge_of_the_paper_even_as_one_long_word", () => {
    const room = ((NOTE_W - 2 * PAD) * 12) / TYPE;
    for (const text of [long, "x".repeat(500), "a\nb"])
      for (const line of wrapped(text, room, texts)) expect(line.length * 6).toBeLessThanOrEqual(room);
  });

  it("keep_the_lines_that_somebody_typed", () => {
    expect(wrapped("Boat\n\nBus", 200, texts)).toEqual(["Boat", "", "Bus"]);
  });

  it("leave_when_far_and_say_that_more_follows", () => {
    const lines = seenLines(long, { w: 90, h: 40 }, noteType(0.5), texts);
    expect(lines.length).toBeLessThan(4);
    expect(lines.at(-1)?.endsWith("…")).toBe(true);
    expect(noteType(0.5).size).toBeGreaterThanOrEqual(12);
  });
});
