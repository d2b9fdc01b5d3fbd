import { describe, expect, it } from "vitest";
import { contribution, demo, element } from "../../bench/demo";
import { mapWords } from "../../bench/words";
import type { Element, Finding, Link } from "../api/bindings";
import { patched } from "../model/portfolio";
import { Edits } from "../model/randomEdits";
import { CARD_H, CARD_W } from "./measures";
import { Projector } from "./project";
import { type MapRecords, recordsOf } from "./records";
import type { Scene } from "./scene";

function records(elements: Element[], links: Link[] = [], more: Partial<MapRecords> = {}): MapRecords {
  return { elements, links, placements: [], readings: [], statuses: [], findings: [], ...more };
}

function project(from: MapRecords, ...selection: string[]): Scene {
  return new Projector(mapWords("en")).project(from, new Set(selection));
}

const card = (scene: Scene, id: string) => scene.cards.find((c) => c.id === id);

describe("records to scene", () => {
  it("only_kinds_with_a_level_become_cards", () => {
    const scene = project(demo);
    expect(scene.cards.length).toBeGreaterThan(30);
    expect(scene.cards.some((c) => c.id.startsWith("i-"))).toBe(false);
  });

  it("a_card_stands_below_the_top_of_its_band", () => {
    const scene = project(demo);
    for (const lane of scene.lanes) {
      for (const band of lane.bands) {
        for (const c of scene.cards.filter((x) => x.kind === band.kind)) {
          expect(c.y).toBeGreaterThanOrEqual(band.from);
          expect(c.y + CARD_H).toBeLessThanOrEqual(band.from + band.depth);
        }
      }
    }
  });

  it("an_element_without_a_place_goes_to_the_end_of_its_band", () => {
    const scene = project(
      records([element("a", "initiative", "A", ""), element("b", "initiative", "B", "")], [], {
        placements: [{ id: "p", canvas: "m", element: "a", x: 500, y: 28, pinned: true, locked: false }],
      }),
    );
    expect(card(scene, "b")?.x).toBe(764);
    expect(card(scene, "b")?.y).toBe(card(scene, "a")?.y);
  });

  it("the_same_records_give_the_same_objects", () => {
    const projector = new Projector(mapWords("en"));
    const first = projector.project(demo, new Set());
    const second = projector.project({ ...demo }, new Set(["w3"]));
    expect(second.cards).toBe(first.cards);
    expect(second.links).toBe(first.links);
    expect(second.lanes).toBe(first.lanes);
  });

  it("a_change_of_one_element_renews_one_card", () => {
    const projector = new Projector(mapWords("en"));
    const first = projector.project(demo, new Set());
    const elements = [...demo.elements].map((e) => (e.id === "w3" ? { ...e, title: "Another name" } : e));
    const second = projector.project({ ...demo, elements }, new Set());
    const renewed = second.cards.filter((c, i) => c !== first.cards[i]);
    expect(renewed.map((c) => c.shown)).toEqual(["Another name"]);
  });

  it("after_each_of_many_edits_the_scene_is_the_one_read_from_scratch", () => {
    for (const seed of [21, 22, 23]) {
      const edits = new Edits(seed, 24);
      const kept = new Projector(mapWords("en"));
      for (let n = 0; n < 80; n += 1) {
        const from = recordsOf(edits.next(), "map", []);
        const ids = [...edits.portfolio.elements.keys()].slice(n % 20, (n % 20) + 1);
        const { carriers: _, standings: __, ...lists } = from;
        const scratch = new Projector(mapWords("en")).project(lists, new Set(ids));
        expect(kept.project(from, new Set(ids))).toEqual(scratch);
      }
    }
  });

  it("an_edit_that_only_names_one_thing_renews_one_card_and_no_link", () => {
    const edits = new Edits(31, 40);
    const projector = new Projector(mapWords("en"));
    const first = projector.project(recordsOf(edits.portfolio, "map", []), new Set());
    const before = [...edits.portfolio.elements.values()].find(({ kind }) => kind === "initiative");
    if (before === undefined) throw new Error("There is no work.");
    const after = { ...before, title: "Another name" };
    const portfolio = patched(edits.portfolio, [
      { before: { type: "element", record: before }, after: { type: "element", record: after } },
    ]);
    const second = projector.project(recordsOf(portfolio, "map", []), new Set());
    expect(second.cards.filter((it, i) => it !== first.cards[i]).map(({ id }) => id)).toEqual([before.id]);
    expect(second.links).toBe(first.links);
    expect(second.lanes).toBe(first.lanes);
  });

  it("whatever_is_edited_a_scene_is_that_of_a_first_reading", () => {
    const edits = new Edits(Number(process.env.SEED ?? 7), 40);
    const projector = new Projector(mapWords("en"));
    const findings: readonly Finding[] = [];
    let reworded = 0;
    for (let n = 0; n < 160; n += 1) {
      let { portfolio } = edits;
      if (n % 2 === 0) edits.next();
      else {
        // As the host tells it: another object, and all in it.
        const ids = [...portfolio.elements.keys()];
        const before = portfolio.elements.get(ids[(n * 7) % ids.length] ?? "");
        if (before === undefined) continue;
        const words = n % 3 === 0 ? { owner: { known: `Owner ${n}` } } : { title: `Title ${n}` };
        const after = { ...structuredClone(before), ...words } as Element;
        portfolio = patched(portfolio, [
          { before: { type: "element", record: before }, after: { type: "element", record: after } },
        ]);
        edits.portfolio = portfolio;
        reworded += 1;
      }
      const records = recordsOf(edits.portfolio, "map", findings);
      const scene = projector.project(records, new Set());
      expect(scene).toEqual(new Projector(mapWords("en")).project(records, new Set()));
    }
    expect(reworded).toBeGreaterThan(50);
  });

  it("delivery_and_outcome_are_told_apart", () => {
    const app = card(project(demo), "w3");
    expect(app?.delivery).toEqual({ fraction: 0.92, status: "ok" });
    expect(app?.outcome.fraction).toBeCloseTo(0.05);
    expect(app?.outcome.status).toBe("off");
  });

  it("what_was_never_measured_is_unknown_and_not_nought", () => {
    const lake = card(project(demo), "w5");
    expect(lake?.outcome).toEqual({ fraction: null, status: "unknown" });
    const fresh = project(records([element("a", "initiative", "A", "")]));
    expect(card(fresh, "a")?.delivery).toEqual({ fraction: null, status: "unknown" });
  });

  it("an_activity_count_is_no_proof_of_an_outcome", () => {
    const indicator = [...demo.elements].find((e) => e.id === "i-u3");
    if (indicator?.kind !== "indicator") throw new Error("no indicator");
    const elements = [...demo.elements].map((e) =>
      e.id === "i-u3" ? { ...indicator, indicator_kind: { known: "activity" as const } } : e,
    );
    expect(card(project({ ...demo, elements }), "u3")?.outcome.fraction).not.toBeCloseTo(0.05);
  });

  it("a_missing_owner_is_said_where_the_name_would_be", () => {
    const scene = project(demo);
    expect(card(scene, "w5")?.missing).toBe("no owner");
    expect(card(scene, "w5")?.meta).toEqual(["2.4\u00A0M€"]);
    expect(card(scene, "w3")?.missing).toBeNull();
  });

  it("the_worst_finding_gives_the_mark_and_all_are_counted", () => {
    expect(card(project(demo), "w3")?.badge).toEqual({ severity: "high", count: 3 });
    expect(card(project(demo), "u6")?.badge).toEqual({ severity: "low", count: 1 });
  });

  it("what_is_told_once_of_many_marks_each_of_them_quietly_and_yields_to_what_is_its_own", () => {
    const fresh = records([element("a", "initiative", "A", ""), element("b", "initiative", "B", "")]);
    const [own] = demo.findings;
    if (own === undefined) throw new Error("no finding");
    const ref = (id: string) => ({ id, kind: "initiative" as const, title: id });
    const once = { ...own, severity: "high" as const, subject: null, related: [ref("a"), ref("b")] };
    const alone = { ...own, severity: "low" as const, subject: ref("b"), related: [] };
    const scene = project({ ...fresh, findings: [once, alone] });
    expect(card(scene, "a")?.badge).toEqual({ severity: "high", count: 1, shared: true });
    expect(card(scene, "b")?.badge).toEqual({ severity: "low", count: 1 });
  });

  it("a_priority_shows_its_rank_and_is_edited_without_it", () => {
    const first = card(project(demo), "p1");
    expect(first?.shown).toBe("1 · A place for everyone on board");
    expect(first?.title).toBe("A place for everyone on board");
  });

  it("a_link_that_skips_the_value_is_a_leap_and_a_step_is_not", () => {
    const links = project(demo).links;
    expect(links.find((l) => l.id === "w3>o5")?.leap).toBe(true);
    expect(links.find((l) => l.id === "w3>a3")?.leap).toBe(false);
    expect(links.find((l) => l.id === "u3>o3")?.leap).toBe(false);
    expect(links.find((l) => l.id === "a3>u3")?.leap).toBe(true);
  });

  it("a_retired_contribution_is_not_drawn", () => {
    const cards = [element("w", "initiative", "W", "x"), element("o", "objective", "O", "x")];
    const scene = project(records(cards, [contribution("w", "o", 3, 3, { state: "retired" })]));
    expect(scene.links).toEqual([]);
  });
});

describe("the throughline", () => {
  it("nothing_selected_lights_nothing", () => {
    expect(project(demo).focus).toBeNull();
  });

  it("everything_up_to_the_drivers_and_down_to_the_ground_is_lit", () => {
    const { focus } = project(demo, "w3");
    for (const id of ["w3", "a3", "u3", "o3", "p1", "d2", "s3"]) expect(focus?.cards.has(id)).toBe(true);
  });

  it("what_shares_only_an_end_is_not_lit", () => {
    const { focus } = project(demo, "w3");
    for (const id of ["w1", "o1", "u2", "s1"]) expect(focus?.cards.has(id)).toBe(false);
  });

  it("a_proposal_carries_nothing_until_it_is_accepted", () => {
    const { focus } = project(demo, "w6");
    expect([...(focus?.cards ?? [])]).toEqual(["w6"]);
  });

  it("selecting_a_link_lights_the_line_through_it", () => {
    const { focus } = project(demo, "a3>u3");
    expect(focus?.links.has("a3>u3")).toBe(true);
    expect(focus?.cards.has("o3")).toBe(true);
    expect(focus?.cards.has("w3")).toBe(true);
  });

  it("a_circle_of_links_ends", () => {
    const cards = [element("a", "capability", "A", "x"), element("b", "change", "B", "x")];
    const { focus } = project(records(cards, [contribution("a", "b"), contribution("b", "a")]), "a");
    expect(focus?.cards.size).toBe(2);
  });
});

describe("ghosts", () => {
  it("an_initiative_that_serves_nothing_is_asked_for_its_objective", () => {
    const scene = project(records([element("w", "initiative", "W", "x")]), "w");
    expect(scene.ghosts.map((g) => g.kind)).toEqual(["objective"]);
    expect(scene.ghosts[0]).toMatchObject({ below: "w", above: null, lit: true });
    expect(scene.ghosts[0]?.question).toBe("Which objective does this serve?");
  });

  it("each_rung_asks_for_the_next_one_up", () => {
    for (const [kind, next] of [
      ["outcome", "objective"],
      ["objective", "priority"],
      ["priority", "driver"],
    ] as const) {
      const scene = project(records([element("x", kind, "X", "y")]), "x");
      expect(scene.ghosts.map((g) => g.kind)).toContain(next);
    }
  });

  it("a_driver_is_the_end_and_asks_for_nothing_above", () => {
    expect(project(records([element("d", "driver", "D", "")]), "d").ghosts).toEqual([]);
  });

  it("an_objective_without_work_asks_for_an_initiative", () => {
    const scene = project(demo, "o6");
    expect(scene.ghosts.find((g) => g.kind === "initiative")).toMatchObject({ above: "o6", below: null });
    expect(project(demo, "o1").ghosts).toEqual([]);
  });

  it("a_leap_shows_the_skipped_outcome_in_place_of_the_link", () => {
    const scene = project(demo, "w3");
    const ghost = scene.ghosts.find((g) => g.kind === "outcome");
    expect(ghost).toMatchObject({ above: "o5", below: "w3" });
    expect(scene.bridged.has("w3>o5")).toBe(true);
    const through = scene.bridges.filter((b) => b.from === ghost?.id || b.to === ghost?.id);
    expect(through.map((b) => [b.from, b.to])).toEqual([
      [ghost?.id, "o5"],
      ["w3", ghost?.id],
    ]);
    expect(through[1]).toMatchObject({ leap: true, label: "leap: 2 steps missing" });
  });

  it("a_capability_that_skips_the_change_is_asked_what_people_will_do", () => {
    const scene = project(demo, "w3");
    const ghost = scene.ghosts.find((g) => g.kind === "change");
    expect(ghost).toMatchObject({ above: "u3", below: "a3" });
    expect(scene.bridges.find((b) => b.to === ghost?.id)).toMatchObject({ leap: false, label: "" });
  });

  it("a_step_that_was_filled_in_is_not_asked_for_again", () => {
    const elements = [...demo.elements, element("c3", "change", "Agents book on board", "x")];
    const links = [...demo.links, contribution("a3", "c3"), contribution("c3", "u3")];
    const scene = project({ ...demo, elements, links }, "w3");
    expect(scene.ghosts.some((g) => g.kind === "change")).toBe(false);
    expect(scene.bridged.has("a3>u3")).toBe(false);
  });

  it("several_leaps_to_one_objective_share_one_ghost", () => {
    const cards = [
      element("o", "objective", "O", "x"),
      element("a", "initiative", "A", "x"),
      element("b", "initiative", "B", "x"),
    ];
    const scene = project(records(cards, [contribution("a", "o"), contribution("b", "o")]), "o");
    expect(scene.ghosts.filter((g) => g.kind === "outcome")).toHaveLength(1);
    expect(scene.bridged.size).toBe(2);
  });

  it("ghosts_cover_neither_cards_nor_each_other", () => {
    for (const id of ["w3", "o6", "w5", "u6", "a5"]) {
      const scene = project(demo, id);
      const boxes = [...scene.cards, ...scene.ghosts];
      for (const g of scene.ghosts) {
        for (const other of boxes) {
          if (other === g) continue;
          const apart = Math.abs(other.x - g.x) >= CARD_W || Math.abs(other.y - g.y) >= CARD_H;
          expect(apart, `${g.id} on ${other.id}`).toBe(true);
        }
      }
    }
  });

  it("a_ghost_knows_where_its_record_would_be_placed", () => {
    const ghost = project(demo, "o6").ghosts.find((g) => g.kind === "initiative");
    expect(ghost?.spot.y).toBe(28);
  });

  it("a_line_with_very_many_gaps_stays_readable", () => {
    const cards: Element[] = [element("s", "system", "S", "x")];
    const links: Link[] = [];
    for (let i = 0; i < 60; i += 1) {
      cards.push(element(`w${i}`, "initiative", `W${i}`, "x"));
      links.push(contribution("s", `w${i}`));
    }
    expect(project(records(cards, links), "s").ghosts.length).toBeLessThanOrEqual(14);
  });
});

describe("a_large_portfolio", () => {
  it("is_projected_in_well_under_a_second", () => {
    const cards: Element[] = [];
    const links: Link[] = [];
    for (let i = 0; i < 5000; i += 1) {
      const kind = i < 200 ? "objective" : "initiative";
      cards.push(element(`e${i}`, kind, `Element ${i}`, "x"));
      if (i >= 200) links.push(contribution(`e${i}`, `e${i % 200}`));
    }
    const start = performance.now();
    const scene = project(records(cards, links), "e3");
    expect(scene.cards).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
