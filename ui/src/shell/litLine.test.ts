import { describe, expect, it } from "vitest";
import { contribution, initiative, objective, priority, stored } from "../model/fixture.ts";
import { portfolioOf } from "../model/portfolio.ts";
import { litLine } from "./litLine.ts";

const portfolio = portfolioOf(
  stored(
    [
      priority("p", "Fill the winter"),
      objective("o", "Full decks"),
      objective("q", "Calm boats"),
      initiative("i", "Booking app"),
      initiative("j", "Pier repair"),
    ],
    [contribution("op", "o", "p"), contribution("io", "i", "o"), contribution("jq", "j", "q")],
  ),
);
const work = (id: string) => id === "i" || id === "j";
const lit = (selection: readonly string[]) => {
  const line = litLine("delivery_outcome", portfolio, selection, work);
  return line && [...line].sort();
};

describe("what a diagram lights for a selection", () => {
  it("is_the_line_both_ways_through_an_element_that_has_no_mark_there_itself", () => {
    expect(lit(["o"])).toEqual(["i", "o", "p"]);
    expect(lit(["p"])).toEqual(["i", "o", "p"]);
  });

  it("is_the_line_through_both_ends_of_a_link", () => {
    expect(lit(["io"])).toEqual(["i", "o", "p"]);
  });

  it("is_nothing_where_nothing_else_of_the_line_is_shown_or_nothing_is_selected", () => {
    expect(lit(["i"])).toBeNull();
    expect(lit([])).toBeNull();
    expect(lit(["gone"])).toBeNull();
  });

  it("is_left_to_the_diagrams_that_draw_what_leads_where", () => {
    expect(litLine("x_matrix", portfolio, ["o"], work)).toBeNull();
    expect(litLine("capability_map", portfolio, ["o"], work)?.has("i")).toBe(true);
  });
});
