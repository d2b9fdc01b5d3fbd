import { describe, expect, it } from "vitest";
import { chopped } from "./hyphens";
import { TitleBreaker } from "./titles";

/** Every letter one wide, so that a room is a number of letters. */
const width = (text: string) => Array.from(text).length;
const at = (word: string, room: number) => chopped(word, room, width).join("|");

describe("a word that is longer than its line", () => {
  it("breaks_between_two_syllables_as_english_and_french_write_them", () => {
    expect(at("Ransomware", 9)).toBe("Ransom-|ware");
    expect(at("Interoperability", 9)).toBe("Interope-|rability");
    expect(at("Transformation", 10)).toBe("Transfor-|mation");
    expect(at("Cybersecurity", 8)).toBe("Cyberse-|curity");
    expect(at("médicamenteuses", 10)).toBe("médicamen-|teuses");
    expect(at("établissements", 9)).toBe("établis-|sements");
    expect(at("Renouvellement", 10)).toBe("Renouvel-|lement");
    expect(at("hospitalières", 9)).toBe("hospita-|lières");
  });

  it("keeps_together_what_begins_a_syllable_together", () => {
    expect(at("Geographical", 8)).toBe("Geogra-|phical");
    expect(at("Déclenchement", 9)).toBe("Déclen-|chement");
    expect(at("Regroupements", 8)).toBe("Regrou-|pements");
  });

  it("leaves_three_letters_and_a_vowel_at_either_side", () => {
    for (const word of [
      "Ransomware",
      "Telecommunications",
      "Straightforward",
      "opérationnelle",
      "Dématérialisation",
    ]) {
      for (let room = 6; room < word.length; room += 1) {
        const pieces = chopped(word, room, width);
        const whole = pieces.map((piece) => piece.replace(/-$/u, ""));
        pieces.forEach((piece, n) => {
          if (!piece.endsWith("-")) return;
          for (const side of [whole[n] ?? "", whole.slice(n + 1).join("")]) {
            expect(side.length, pieces.join("|")).toBeGreaterThanOrEqual(3);
            expect(side, pieces.join("|")).toMatch(/[aeiouyéèê]/iu);
          }
        });
      }
    }
  });

  it("breaks_at_a_sign_of_its_own_first", () => {
    expect(at("cross-border/customs", 13)).toBe("cross-border/|customs");
    expect(at("self-organisation", 11)).toBe("self-orga-|nisation");
  });

  it("ends_in_the_sign_that_letters_are_missing_where_it_has_no_place_to_break", () => {
    expect(at("exchange", 7)).toBe("exchan…");
    expect(at("Strengths", 6)).toBe("Stren…");
  });

  it("is_a_word_also_behind_an_elision_in_brackets_or_quotes_and_in_another_alphabet", () => {
    expect(at("l’échange", 7)).toBe("l’écha…");
    expect(at("(Strengths)", 7)).toBe("(Stren…");
    expect(at("“Strengths”,", 7)).toBe("“Stren…");
    expect(at("Strengths…", 6)).toBe("Stren…");
    expect(at("Интероперабельность", 9)).toBe("Интеропе…");
    expect(at("Διαλειτουργικότητα", 9)).toBe("Διαλειτο…");
    expect(at("l’interopérabilité", 12)).toBe("l’interopé-|rabilité");
    const sign = "«\u00a0Interopérabilité\u00a0»";
    for (let room = 6; room < sign.length; room += 1) {
      const pieces = chopped(sign, room, width);
      expect(pieces.join("|")).not.toMatch(/\|\P{L}*$/u);
      for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/-$/u);
    }
  });

  it("gets_no_hyphen_that_nobody_wrote_where_it_has_no_syllables", () => {
    expect(at("2026-11-26T08:54:22", 9).replaceAll("|", "")).toBe("2026-11-26T08:54:22");
    expect(at("KJ1234567890", 5)).toBe("KJ123|45678|90");
    expect(at("東京都交通局電子乗車券", 6)).toBe("東京都交通局|電子乗車券");
    expect(at("kpmg_brnd@gmx", 3).replaceAll("|", "")).toBe("kpmg_brnd@gmx");
  });

  it("is_broken_so_on_a_card_as_well", () => {
    const breaker = new TitleBreaker((text) => width(text) * 6);
    expect(breaker.lines("Ransomware closed two hospitals", 54, 3, false).lines[0]).toBe("Ransom-");
  });
});
