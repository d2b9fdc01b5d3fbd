import { describe, expect, it } from "vitest";
import { contribution, initiative } from "../../model/fixture";
import { capabilitySpeech } from "../../shell/chartWords";
import { wordsOf } from "../../words/index";
import { capabilityChart } from "./capability";
import { heatStep } from "./capabilityDraw";
import { abilityTree, LEVELS_SHOWN } from "./capabilityTree";
import { capability, euros, link, portfolio } from "./fixture";

const speech = capabilitySpeech(wordsOf("en"));

describe("the heat of a capability", () => {
  it("is_importance_times_gap_and_unknown_where_one_of_them_is", () => {
    const { roots } = abilityTree(
      portfolio([capability("a", [5, 1, 4]), capability("b"), capability("c", [3, 4, 2])]),
    );
    expect(roots.map(({ own }) => own)).toEqual([15, null, 0]);
    expect([15, null, 0, 20, 1].map(heatStep)).toEqual([3, null, 0, 4, 1]);
  });

  it("of_what_is_not_assessed_itself_is_the_greatest_inside", () => {
    const parts = [link("part_of", "x", "a"), link("part_of", "y", "a"), link("part_of", "z", "y")];
    const { roots } = abilityTree(
      portfolio(
        [capability("a"), capability("x", [2, 1, 3]), capability("y"), capability("z", [4, 1, 5])],
        parts,
      ),
    );
    expect(roots).toHaveLength(1);
    expect(roots[0]).toMatchObject({ own: null, heat: 16, inside: 3 });
  });
});

describe("money against gap", () => {
  it("counts_a_budget_once_and_divides_what_reaches_two", () => {
    const { balance } = abilityTree(
      portfolio(
        [
          capability("a", [5, 1, 3]),
          capability("b", [5, 1, 4]),
          capability("x", [5, 2, 3]),
          initiative("w", "W", { budget: euros(80) }),
          initiative("v", "V", { budget: euros(20) }),
        ],
        [
          link("part_of", "x", "b"),
          contribution("1", "w", "a"),
          contribution("2", "w", "x"),
          contribution("3", "w", "b"),
          link("depends_on", "v", "b"),
        ],
      ),
    );
    expect(balance.get("a")).toMatchObject({ money: 0.4, reaching: 1 });
    expect(balance.get("b")).toMatchObject({ money: 0.6, reaching: 2 });
    // What lies inside speaks for the box around it: 5 of 15, not 20 of 30.
    expect(balance.get("b")?.gap).toBeCloseTo(1 / 3);
  });

  it("says_unknown_where_no_budget_is_known_and_nothing_where_nothing_reaches", () => {
    const { balance } = abilityTree(
      portfolio(
        [
          capability("a", [5, 1, 3]),
          capability("b"),
          capability("c"),
          initiative("w", "W"),
          initiative("v", "V", { budget: euros(20) }),
        ],
        [contribution("1", "w", "a"), contribution("2", "v", "b")],
      ),
    );
    expect(balance.get("a")).toMatchObject({ money: null, uncounted: 1 });
    expect(balance.get("b")).toMatchObject({ money: 1, gap: null });
    expect(balance.get("c")).toMatchObject({ money: 0, reaching: 0 });
  });

  it("passes_over_contributions_that_nobody_accepted", () => {
    const records = portfolio(
      [capability("a"), initiative("w", "W", { budget: euros(80) })],
      [contribution("1", "w", "a", "proposed")],
    );
    expect(abilityTree(records).balance.get("a")?.reaching).toBe(0);
  });
});

describe("the map of capabilities", () => {
  it("keeps_every_box_inside_of_the_one_around_it_and_beside_its_siblings", () => {
    const all = Array.from({ length: 60 }, (_, i) => capability(`c${i}`, [1 + (i % 5), 1, 4]));
    const parts = all
      .slice(1)
      .flatMap((it, i) => (i % 7 === 0 ? [] : [link("part_of", it.id, `c${Math.floor(i / 3)}`)]));
    const { marks } = capabilityChart(portfolio(all, parts), speech);
    expect(marks).toHaveLength(60);
    const byId = new Map(marks.map((it) => [it.id, it]));
    for (const a of marks) {
      const around = a.within === undefined ? undefined : byId.get(a.within);
      if (around !== undefined) {
        expect(a.box.x0).toBeGreaterThanOrEqual(around.box.x0 - 0.01);
        expect(a.box.y1).toBeLessThanOrEqual(around.box.y1 + 0.01);
        // From afar the inner one leaves first.
        expect(a.near ?? 0).toBeGreaterThan(around.near ?? 0);
      }
      for (const b of marks) {
        if (a.id >= b.id || a.within !== b.within) continue;
        const apart =
          a.box.x1 <= b.box.x0 + 0.01 ||
          b.box.x1 <= a.box.x0 + 0.01 ||
          a.box.y1 <= b.box.y0 + 0.01 ||
          b.box.y1 <= a.box.y0 + 0.01;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it("bounds_two_hundred_levels_and_says_so", () => {
    const all = Array.from({ length: 200 }, (_, i) => capability(`c${i}`));
    const parts = all.slice(1).map((it, i) => link("part_of", it.id, `c${i}`));
    const records = portfolio(all, parts);
    expect(abilityTree(records)).toMatchObject({ deepest: 200, shown: LEVELS_SHOWN });
    const { marks } = capabilityChart(records, speech);
    expect(marks).toHaveLength(LEVELS_SHOWN);
    expect(marks[LEVELS_SHOWN - 1]?.tip).toContain("195 more inside");
  });

  it("shows_a_ring_of_parts_instead_of_losing_it", () => {
    const ring = [link("part_of", "a", "b"), link("part_of", "b", "c"), link("part_of", "c", "a")];
    const { marks } = capabilityChart(
      portfolio([capability("a"), capability("b"), capability("c")], ring),
      speech,
    );
    expect(marks).toHaveLength(3);
  });

  it("tells_a_screen_reader_all_that_the_colours_tell", () => {
    const { marks, label } = capabilityChart(portfolio([capability("a", [5, 1, 4])]), speech);
    expect(marks[0]?.label).toBe(
      "Capability: Ability a. Importance 5 of 5, maturity 1 of 5, 4 wanted. Share of the money unknown, share of the gap 100\u00a0%. No initiative reaches it.",
    );
    expect(label).toContain("Alt and down goes into one");
  });
});
