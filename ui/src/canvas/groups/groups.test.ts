import { describe, expect, it } from "vitest";
import { contribution, demo, element } from "../../../bench/demo";
import { generate } from "../../../bench/generate";
import { mapWords } from "../../../bench/words";
import { Projector } from "../project";
import type { MapRecords } from "../records";
import type { Scene } from "../scene";
import { Space } from "../space";
import { bundlesOf } from "./bundles";
import { Far } from "./far";
import { themesOf } from "./themes";
import { nextGroup } from "./walk";

const words = mapWords("en");

function far(scene: Scene, zoom: number) {
  return new Far(new Space(scene), words).at(zoom);
}

function project(from: Partial<MapRecords>): Scene {
  const empty = { elements: [], links: [], placements: [], readings: [], statuses: [], findings: [] };
  return new Projector(words).project({ ...empty, ...from }, new Set());
}

/** The name of the theme of a card; null for none. */
function themeOf(scene: Scene, id: string): string | null {
  const space = new Space(scene);
  const theme = themesOf(scene, space.from, space.to)[space.index.get(id) ?? -1] ?? -1;
  return space.card(theme)?.id ?? null;
}

describe("a free canvas", () => {
  const base = generate(2000, words);
  const free: Scene = {
    ...base,
    axis: null,
    lanes: [],
    cards: base.cards.map((card, i) => ({
      ...card,
      band: null,
      x: (i % 50) * 240,
      y: Math.floor(i / 50) * 120,
    })),
  };

  it("is_told_by_blocks_of_what_lies_together_and_none_covers_another", () => {
    for (const zoom of [0.04, 0.08, 0.16, 0.24]) {
      const { groups } = far(free, zoom);
      expect(groups.reduce((sum, { members }) => sum + members.length, 0)).toBe(2000);
      for (const [i, { box: a }] of groups.entries()) {
        expect((a.x1 - a.x0) * zoom).toBeGreaterThan(110);
        for (const { box: b } of groups.slice(i + 1))
          expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0).toBe(true);
      }
    }
  });

  it("keeps_a_block_about_where_its_cards_lie", () => {
    const zoom = 0.1;
    const space = new Space(free);
    for (const { members, box } of new Far(space, words).at(zoom).groups) {
      const x = members.reduce((sum, i) => sum + (space.x[i] ?? 0) + 90, 0) / members.length;
      const y = members.reduce((sum, i) => sum + (space.y[i] ?? 0) + 32, 0) / members.length;
      expect(x).toBeGreaterThan(box.x0);
      expect(x).toBeLessThan(box.x1);
      expect(y).toBeGreaterThan(box.y0);
      expect(y).toBeLessThan(box.y1);
    }
  });

  it("counts_cards_of_several_kinds_as_elements_and_of_one_as_what_they_are", () => {
    const mixed = far(free, 0.05).groups[0];
    expect(mixed?.kind).toBeNull();
    expect(mixed?.names().said).toContain("elements");
    const systems = { ...free, cards: free.cards.filter(({ kind }) => kind === "system") };
    expect(far({ ...systems, links: [] }, 0.1).groups[0]?.names().said).toContain("system");
  });
});

describe("a list in which nothing is linked", () => {
  const list = (owners: readonly string[]) =>
    project({
      elements: owners.map((owner, i) => element(`w${i}`, "initiative", `Work ${i}`, owner)),
      placements: owners.map((_, i) => ({
        id: `p${i}`,
        canvas: "map",
        element: `w${i}`,
        x: 40 + (i % 10) * 264,
        y: 28 + Math.floor(i / 10) * 132,
        pinned: false,
        locked: false,
      })),
    });
  const named = (owners: readonly string[]) =>
    far(list(owners), 0.3).groups.map(({ names }) => `${names().title}: ${names().said}`);

  it("stands_in_blocks_of_those_who_have_the_work", () => {
    const owners = Array.from({ length: 60 }, (_, i) => ["Roads", "Health", ""][i % 3] ?? "");
    const told = named(owners).join(" | ");
    expect(told).toContain("Roads: 20 initiatives");
    expect(told).toContain("no owner");
    expect(told).not.toContain("Serves no objective");
  });

  it("fills_rows_from_the_left_with_whoever_has_most_first", () => {
    const owners = Array.from({ length: 90 }, (_, i) => `Owner ${Math.floor(Math.sqrt(i))}`);
    const { groups } = far(list(owners), 0.25);
    expect(groups.length).toBeGreaterThan(4);
    const sizes = groups.map(({ members }) => members.length);
    expect(sizes.slice(0, -1)).toEqual(sizes.slice(0, -1).sort((a, b) => b - a));
    const rows = [...new Set(groups.map(({ box }) => box.y0))].map(
      (y) => groups.filter(({ box }) => box.y0 === y).length,
    );
    expect(rows.filter((count) => count < Math.max(...rows)).length).toBeLessThanOrEqual(1);
    for (const [i, { box: a }] of groups.entries())
      for (const { box: b } of groups.slice(i + 1))
        expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0).toBe(true);
  });

  it("calls_a_lone_card_by_who_has_it_as_its_neighbours", () => {
    const owners = ["Roads", ...Array.from({ length: 9 }, () => "Health")];
    expect(named(owners).some((it) => it.startsWith("Work"))).toBe(false);
  });

  it("says_that_it_serves_nothing_where_one_has_it_all", () => {
    expect(named(Array.from({ length: 30 }, () => "Roads"))).toEqual(["Serves no objective: 30 initiatives"]);
  });
});

describe("what a card belongs to from afar", () => {
  const chain = project({
    elements: [
      element("d", "driver", "D", ""),
      element("p", "priority", "P", ""),
      element("o", "objective", "O", ""),
      element("w", "initiative", "W", ""),
      element("lone", "initiative", "Lone", ""),
      element("o2", "objective", "O2", ""),
      element("w2", "initiative", "W2", ""),
      element("whole", "initiative", "Whole", ""),
      element("part", "initiative", "Part", ""),
    ],
    links: [
      contribution("p", "d"),
      contribution("o", "p"),
      contribution("w", "o"),
      contribution("w2", "o2"),
      { id: "t", from: "part", to: "whole", kind: "part_of" },
    ],
  });

  it("the_priority_that_it_serves_however_far_above", () => {
    expect(themeOf(chain, "w")).toBe("p");
    expect(themeOf(chain, "p")).toBe("p");
  });

  it("the_objective_where_there_is_no_priority", () => {
    expect(themeOf(chain, "w2")).toBe("o2");
  });

  it("the_whole_that_it_is_a_part_of_where_it_serves_neither", () => {
    expect(themeOf(chain, "part")).toBe("whole");
    expect(themeOf(chain, "whole")).toBe("whole");
  });

  it("a_driver_belongs_to_the_priority_that_answers_it", () => {
    expect(themeOf(chain, "d")).toBe("p");
  });

  it("nothing_where_it_serves_nothing", () => {
    expect(themeOf(chain, "lone")).toBeNull();
  });

  it("parts_that_go_round_in_a_ring_end_somewhere", () => {
    const ring = project({
      elements: ["a", "b", "c"].map((id) => element(id, "system", id, "")),
      links: [
        { id: "1", from: "a", to: "b", kind: "part_of" },
        { id: "2", from: "b", to: "c", kind: "part_of" },
        { id: "3", from: "c", to: "a", kind: "part_of" },
      ],
    });
    expect(themeOf(ring, "a")).not.toBeNull();
  });
});

describe("the far view", () => {
  it.each([2000, 10_000])("%i_cards_stand_in_few_blocks_that_hold_each_card_once", (count) => {
    const scene = generate(count, words);
    const { groups, grid } = far(scene, count === 2000 ? 0.1 : 0.036);
    expect(groups.length).toBeLessThan(80);
    expect(groups.reduce((sum, it) => sum + it.members.length, 0)).toBe(scene.cards.length);
    expect([...grid.of].every((group) => group >= 0)).toBe(true);
  });

  it("blocks_never_lie_on_one_another_and_stay_in_the_band_of_their_kind", () => {
    const scene = generate(2000, words);
    const bands = new Map(
      scene.lanes.flatMap((lane) => lane.bands.map((band) => [band.kind, band] as const)),
    );
    for (const zoom of [0.03, 0.06, 0.1, 0.2]) {
      const { groups } = far(scene, zoom);
      groups.forEach((a, i) => {
        const band = a.kind === null ? undefined : bands.get(a.kind);
        expect(a.box.y0).toBeGreaterThanOrEqual(band?.from ?? Number.NaN);
        expect(a.box.y1).toBeLessThanOrEqual((band?.from ?? 0) + (band?.depth ?? 0));
        for (const b of groups.slice(i + 1)) {
          const apart =
            a.box.x1 <= b.box.x0 || b.box.x1 <= a.box.x0 || a.box.y1 <= b.box.y0 || b.box.y1 <= a.box.y0;
          expect(apart, `${a.names().title} and ${b.names().title} at ${zoom}`).toBe(true);
        }
      });
    }
  });

  it("is_wide_enough_to_read_a_name_where_the_map_is", () => {
    const scene = generate(2000, words);
    for (const { box } of far(scene, 0.1).groups) expect((box.x1 - box.x0) * 0.1).toBeGreaterThan(90);
  });

  it("counts_how_the_cards_of_a_block_stand_and_how_many_pass", () => {
    const scene = generate(500, words);
    const some = new Set(scene.cards.slice(0, 100).map((card) => card.id));
    const { groups } = far({ ...scene, passing: some }, 0.1);
    for (const it of groups) expect(it.tones.reduce((sum, n) => sum + n, 0)).toBe(it.members.length);
    expect(groups.reduce((sum, it) => sum + it.passing, 0)).toBe(100);
  });

  it("what_serves_nothing_stands_by_itself_and_says_so", () => {
    const scene = project({
      elements: [
        element("p", "priority", "Win riders back", ""),
        ...Array.from({ length: 30 }, (_, i) => element(`w${i}`, "initiative", `W${i}`, "")),
      ],
      links: Array.from({ length: 10 }, (_, i) => contribution(`w${i}`, "p")),
    });
    const works = far(scene, 0.2).groups.filter((it) => it.kind === "initiative");
    expect(works.map((it) => [it.names().title, it.members.length])).toEqual([
      ["Win riders back", 10],
      ["Serves no objective", 20],
    ]);
  });

  it("links_between_blocks_run_as_one_with_their_number", () => {
    const scene = generate(2000, words);
    const space = new Space(scene);
    const view = new Far(space, words).at(0.1);
    const bundles = bundlesOf(space, view.grid);
    const inside = [...space.from].filter(
      (a, i) => view.grid.of[a] === view.grid.of[space.to[i] ?? -1],
    ).length;
    expect(bundles.reduce((sum, it) => sum + it.count, 0)).toBe(scene.links.length - inside);
  });

  it("the_keyboard_reaches_every_block", () => {
    const { grid } = far(generate(2000, words), 0.1);
    const seen = new Set([0]);
    const queue = [0];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const way of ["left", "right", "up", "down"] as const) {
        const next = nextGroup(grid, at, way);
        if (next < 0 || seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    expect(seen.size).toBe(grid.groups.length);
  });

  it("an_empty_map_and_a_map_of_one_card_have_blocks_as_well", () => {
    expect(far(project({}), 0.1).groups).toEqual([]);
    const [only] = far(project({ elements: [element("o", "objective", "Alone", "")] }), 0.1).groups;
    expect(only?.names().title).toBe("Alone");
  });

  it("the_demo_is_told_by_its_priorities", () => {
    const scene = new Projector(words).project(demo, new Set());
    const priorities = new Set(scene.cards.filter((it) => it.kind === "priority").map((it) => it.title));
    const named = far(scene, 0.24).groups.filter((it) => it.members.length > 1 && it.theme >= 0);
    expect(named.length).toBeGreaterThan(5);
    expect(named.every((it) => priorities.has(it.names().name))).toBe(true);
  });
});

describe("a lit line from afar", () => {
  it("is_told_by_its_own_cards_and_how_many_of_a_block_they_are", () => {
    const records = { elements: demo.elements, links: demo.links, placements: demo.placements };
    const none = { readings: [], statuses: [], findings: [] };
    const scene = new Projector(words).project({ ...none, ...records }, new Set(["w3"]));
    const lit = far(scene, 0.1).groups.filter((group) => group.lit > 0);
    expect(lit.length).toBeGreaterThan(3);
    for (const group of lit) {
      const own = group.members
        .map((i) => scene.cards[i])
        .filter((it) => scene.focus?.cards.has(it?.id ?? ""));
      expect(own.map((it) => it?.title)).toContain(group.names().name);
      const [lit, all] = [own.length, group.members.length];
      expect(group.names().number).toBe(lit === all ? `${all}` : `${lit} / ${all}`);
      if (own.length < group.members.length)
        expect(group.names().said).toMatch(new RegExp(`^${own.length} of `));
    }
  });
});

describe("a benefits map from afar", () => {
  it("has_blocks_that_are_wide_and_high_enough_for_a_name_in_every_column_of_a_laptop_screen", () => {
    const kinds = ["driver", "objective", "outcome", "change", "capability", "system"] as const;
    const list = (kind: (typeof kinds)[number] | "initiative", count: number) =>
      Array.from({ length: count }, (_, i) =>
        element(`${kind}${i}`, kind, `Permit portal ${i}`, `Team ${i % 9}`),
      );
    const scene = project({
      kind: "benefits_map",
      elements: [...kinds.flatMap((kind) => list(kind, 85)), ...list("initiative", 1105)],
    });
    const zoom = 860 / scene.lanes.reduce((sum, lane) => sum + lane.depth, 0);
    const { groups } = far(scene, zoom);
    expect(new Set(groups.map((it) => it.kind)).size).toBe(7);
    for (const { box } of groups) {
      expect((box.x1 - box.x0) * zoom).toBeGreaterThan(60);
      expect((box.y1 - box.y0) * zoom).toBeGreaterThan(60);
    }
  });
});
