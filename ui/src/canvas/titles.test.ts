import { describe, expect, it } from "vitest";
import { TitleBreaker, words } from "./titles";

/** Every letter 6 wide, so that expectations can be counted. */
const breaker = () => new TitleBreaker((text) => Array.from(text).length * 6);
const lines = (title: string, room: number, max: 1 | 2 = 2, strict = false) =>
  breaker().lines(title, room, max, strict).lines;

describe("titles", () => {
  it("a_short_title_stays_on_one_line", () => {
    expect(lines("Crew planning", 120)).toEqual(["Crew planning"]);
  });

  it("a_long_title_takes_two_lines_broken_between_words", () => {
    expect(lines("Masters sail to the plan not to the clock", 150)).toEqual([
      "Masters sail to the plan",
      "not to the clock",
    ]);
  });

  it("what_does_not_fit_two_lines_ends_after_a_whole_word", () => {
    const found = lines("Nobody is left waiting on the quay in the month of August", 120);
    expect(found).toHaveLength(2);
    expect(found[1]).toBe("waiting on the quay…");
  });

  it("what_is_read_as_one_letter_is_never_cut", () => {
    const letters = ["👩‍👩‍👧", "🇫🇷", "e\u0301", "👍🏽", "a", "b"];
    const word = [...letters, ...letters, ...letters].join("");
    // Each sign within a letter has a width here, so that many of the cuts that fit would go through one.
    for (let room = 30; room < 400; room += 2) {
      for (const found of [breaker().lines(word, room, 2, false), breaker().afar(`The ${word}`, room, 1)]) {
        const shown = found.lines.map((line) => line.replace(/^The ?|[-…]$/gu, "")).join("");
        let rest = shown;
        for (let n = 0; rest !== ""; n += 1) {
          const letter = letters[n % letters.length] ?? "";
          expect(rest.startsWith(letter), `${room}: ${found.lines.join(" | ")}`).toBe(true);
          rest = rest.slice(letter.length);
        }
      }
    }
  });

  it("no_word_that_fits_is_ever_cut", () => {
    const title = "Harbours must be free of diesel smoke by the end of the decade";
    for (let room = 60; room < 400; room += 7) {
      for (const line of lines(title, room)) {
        for (const word of line.replace("…", "").split(" ")) expect(title.split(" ")).toContain(word);
      }
    }
  });

  it("every_line_fits_its_column", () => {
    const title = "Hauliers book a place on deck one week ahead of sailing";
    for (let room = 60; room < 400; room += 5) {
      for (const line of lines(title, room)) expect(line.length * 6).toBeLessThanOrEqual(room + 6);
    }
  });

  it("a_number_never_parts_from_its_unit", () => {
    expect(words("Cost falls by 20 % until 2028")).toEqual([
      "Cost",
      "falls",
      "by",
      "20\u00A0%",
      "until",
      "2028",
    ]);
    expect(words("Spend 4.1 M€ now")).toContain("4.1\u00A0M€");
  });

  it("french_signs_stay_with_the_word_before_them", () => {
    expect(words("Que fera-t-on autrement ?")).toEqual(["Que", "fera-t-on", "autrement\u00A0?"]);
  });

  it("a_word_longer_than_the_line_is_broken_at_its_hyphen_first", () => {
    expect(lines("Kundenzufriedenheits-Verbesserung", 130)).toEqual([
      "Kundenzufriedenheits-",
      "Verbesserung",
    ]);
  });

  it("a_word_without_a_break_is_hyphenated_rather_than_lost", () => {
    const found = lines("Donaudampfschifffahrtsgesellschaft", 120);
    expect(found).toHaveLength(2);
    expect(found[0]?.endsWith("-")).toBe(true);
  });

  it("far_away_a_word_that_does_not_fit_leaves_instead_of_being_cut", () => {
    expect(breaker().lines("Reservation", 40, 1, true).fits).toBe(false);
    expect(lines("Shore reservation", 40, 2, true)).toEqual(["Shore…"]);
  });

  it("from_afar_the_first_letters_of_a_word_stay_where_a_line_would_be_half_empty", () => {
    const afar = (title: string, room: number, max: 1 | 2 = 2) => breaker().afar(title, room, max).lines;
    expect(afar("Ransomware closed two hospitals", 50)).toEqual(["Ransomw…"]);
    expect(afar("Day-surgery pathway", 50)).toEqual(["Day-", "surgery…"]);
    expect(afar("An operating deficit", 60)).toEqual(["An", "operating…"]);
    expect(afar("Shore reservation", 50)).toEqual(["Shore", "reserva…"]);
    expect(afar("Nurse turnover", 60, 1)).toEqual(["Nurse tur…"]);
    expect(afar("A reservation", 60, 1)).toEqual(["A reserva…"]);
    expect(afar("Nurse turnover", 60)).toEqual(["Nurse", "turnover"]);
    // Where whole words say enough, none is cut.
    expect(afar("Nobody waits more than four hours", 60)).toEqual(["Nobody", "waits…"]);
    expect(afar("Half as many serious errors", 60)).toEqual(["Half as", "many…"]);
  });

  it("from_afar_no_line_is_wider_than_its_column_and_what_is_cut_says_so", () => {
    const title = "Ransomware closed two well-known hospitals, for eleven days";
    for (let room = 30; room < 420; room += 4) {
      for (const max of [1, 2] as const) {
        const found = breaker().afar(title, room, max).lines;
        for (const line of found) expect(line.length * 6).toBeLessThanOrEqual(room);
        const said = found.join(" ");
        if (said !== title && found.length > 0) expect(said.endsWith("…")).toBe(true);
      }
    }
  });

  it("three_lines_hold_a_long_title_whole_and_end_in_whole_words_where_they_cannot", () => {
    const title = "Stroke patients are treated within 45 minutes of the door";
    const three = (room: number) => breaker().lines(title, room, 3, false).lines;
    expect(three(130)).toEqual(["Stroke patients are", "treated within 45", "minutes of the door"]);
    expect(three(100)).toEqual(["Stroke patients", "are treated", "within 45…"]);
  });

  it("a_word_that_is_left_out_in_its_middle_ends_in_the_sign_and_not_in_a_hyphen", () => {
    const found = breaker().lines("Better targeted superannuation for all", 72, 3, false).lines;
    expect(found.slice(0, 2)).toEqual(["Better", "targeted"]);
    expect(found[2]).toMatch(/^superan\w*…$/u);
  });

  it("a_lone_short_word_pulls_its_neighbour_down", () => {
    expect(lines("Energy cost per crossing falls by 20 points", 190)).toEqual([
      "Energy cost per crossing falls",
      "by 20 points",
    ]);
    expect(lines("Energy cost per crossing falls by 20", 190)).toEqual([
      "Energy cost per crossing",
      "falls by 20",
    ]);
    expect(lines("Ridership is still far below 19", 180)).toEqual(["Ridership is still far", "below 19"]);
  });

  it("nothing_is_drawn_for_an_empty_title", () => {
    expect(breaker().lines("  ", 100, 2, false).fits).toBe(false);
  });
});

describe("what was measured", () => {
  it("is_kept_as_long_as_it_is_asked_for_and_forgotten_after", () => {
    const asked = new Map<string, number>();
    const breaker = new TitleBreaker((word) => {
      asked.set(word, (asked.get(word) ?? 0) + 1);
      return word.length * 6;
    });
    breaker.lines("Forgotten", 120, 2, false);
    for (let n = 0; n < 50_000; n += 1) {
      breaker.lines(`Typed${n}`, 120, 2, false);
      if (n % 1000 === 0) breaker.lines("Shown", 120, 2, false);
    }
    breaker.lines("Forgotten", 120, 2, false);
    expect(asked.get("Shown")).toBe(1);
    expect(asked.get("Forgotten")).toBe(2);
  });
});
