import { describe, expect, it } from "vitest";
import { judge, judgeInTime, type Linked, offersOf } from "./policy";
import type { CardKind } from "./scene";

const end = (kind: CardKind, id: string = kind) => ({ id, kind });
const never = () => false;

describe("who may contribute to whom", () => {
  it("a_lower_card_contributes_to_a_higher_one", () => {
    expect(judge(end("initiative"), end("objective"), never)).toEqual({
      verdict: "legal",
      kind: "contribution",
      from: "initiative",
      to: "objective",
    });
  });

  it("drawn_downwards_the_link_is_offered_the_other_way_round", () => {
    expect(judge(end("objective"), end("initiative"), never)).toEqual({
      verdict: "flip",
      kind: "contribution",
      from: "initiative",
      to: "objective",
    });
  });

  it("the_chain_counts_not_the_lane", () => {
    expect(judge(end("objective"), end("priority"), never).verdict).toBe("legal");
    expect(judge(end("change"), end("outcome"), never).verdict).toBe("legal");
  });

  it("a_card_does_not_contribute_to_itself_or_to_its_own_rung", () => {
    expect(judge(end("outcome"), end("outcome"), never)).toEqual({
      verdict: "refused",
      reason: "itself",
      offers: [],
    });
    expect(judge(end("outcome", "a"), end("outcome", "b"), never)).toMatchObject({ reason: "same_rung" });
    expect(judge(end("system"), end("team"), never)).toEqual({
      verdict: "refused",
      reason: "same_rung",
      offers: [],
    });
  });

  it("two_cards_are_linked_once_whichever_way_it_is_drawn", () => {
    const linked = (kind: string, from: string, to: string) =>
      kind === "contribution" && from === "initiative" && to === "objective";
    const refused = { verdict: "refused", reason: "already_linked" };
    expect(judge(end("initiative"), end("objective"), linked)).toMatchObject(refused);
    expect(judge(end("objective"), end("initiative"), linked)).toMatchObject(refused);
  });

  it("letting_go_over_nothing_is_refused", () => {
    expect(judge(end("system"), null, never)).toEqual({
      verdict: "refused",
      reason: "nothing_there",
      offers: [],
    });
  });
});

describe("what may stand where a contribution may not", () => {
  it("work_depends_on_other_work_or_is_a_part_of_it", () => {
    expect(judge(end("initiative", "a"), end("initiative", "b"), never)).toEqual({
      verdict: "refused",
      reason: "same_rung",
      offers: [
        { kind: "depends_on", from: "a", to: "b" },
        { kind: "part_of", from: "a", to: "b" },
      ],
    });
  });

  it("two_objectives_may_be_in_conflict_and_the_one_may_exist_because_of_the_other", () => {
    const verdict = judge(end("objective", "a"), end("objective", "b"), never);
    const kinds = verdict.verdict === "refused" ? verdict.offers.map((it) => it.kind) : [];
    expect(kinds).toEqual(["part_of", "because", "conflicts_with"]);
  });

  it("what_is_linked_already_is_not_offered_again", () => {
    const linked = (kind: string) => kind === "depends_on" || kind === "part_of";
    expect(offersOf(end("initiative", "a"), end("initiative", "b"), linked)).toEqual([]);
  });

  it("a_kind_that_runs_only_the_other_way_is_offered_that_way_round", () => {
    const offers = offersOf(end("system"), end("initiative"), never);
    expect(offers).toContainEqual({ kind: "depends_on", from: "initiative", to: "system" });
    expect(offers[0]).toEqual({ kind: "contribution", from: "system", to: "initiative" });
  });

  it("nothing_is_offered_that_the_host_would_refuse_between_a_system_and_a_team", () => {
    expect(offersOf(end("system"), end("team"), never)).toEqual([]);
  });
});

describe("in time", () => {
  it("what_work_is_drawn_to_waits_for_it", () => {
    expect(judgeInTime(end("initiative", "a"), end("initiative", "b"), never)).toEqual({
      verdict: "legal",
      kind: "depends_on",
      from: "b",
      to: "a",
    });
  });

  it("two_do_not_wait_for_each_other", () => {
    const waits: Linked = (kind, from, to) => kind === "depends_on" && from === "a" && to === "b";
    const verdict = judgeInTime(end("initiative", "a"), end("initiative", "b"), waits);
    expect(verdict).toMatchObject({ verdict: "refused", reason: "already_linked" });
  });

  it("work_contributes_to_the_aim_that_it_is_drawn_to", () => {
    const verdict = judgeInTime(end("initiative"), end("objective"), never);
    expect(verdict).toMatchObject({ verdict: "legal", kind: "contribution" });
  });
});
