import { describe, expect, it } from "vitest";
import { judge } from "./policy";
import type { CardKind } from "./scene";

const end = (kind: CardKind, id: string = kind) => ({ id, kind });
const never = () => false;

describe("who may contribute to whom", () => {
  it("a_lower_card_contributes_to_a_higher_one", () => {
    expect(judge(end("initiative"), end("objective"), never)).toEqual({
      verdict: "legal",
      from: "initiative",
      to: "objective",
    });
  });

  it("drawn_downwards_the_link_is_offered_the_other_way_round", () => {
    expect(judge(end("objective"), end("initiative"), never)).toEqual({
      verdict: "flip",
      from: "initiative",
      to: "objective",
    });
  });

  it("the_chain_counts_not_the_lane", () => {
    expect(judge(end("objective"), end("priority"), never).verdict).toBe("legal");
    expect(judge(end("change"), end("outcome"), never).verdict).toBe("legal");
  });

  it("a_card_does_not_contribute_to_itself_or_to_its_own_rung", () => {
    expect(judge(end("outcome"), end("outcome"), never)).toEqual({ verdict: "refused", reason: "itself" });
    expect(judge(end("outcome", "a"), end("outcome", "b"), never)).toEqual({
      verdict: "refused",
      reason: "same_rung",
    });
    expect(judge(end("system"), end("team"), never)).toEqual({ verdict: "refused", reason: "same_rung" });
  });

  it("two_cards_are_linked_once_whichever_way_it_is_drawn", () => {
    const linked = (from: string, to: string) => from === "initiative" && to === "objective";
    const refused = { verdict: "refused", reason: "already_linked" };
    expect(judge(end("initiative"), end("objective"), linked)).toEqual(refused);
    expect(judge(end("objective"), end("initiative"), linked)).toEqual(refused);
  });

  it("letting_go_over_nothing_is_refused", () => {
    expect(judge(end("system"), null, never)).toEqual({ verdict: "refused", reason: "nothing_there" });
  });
});
