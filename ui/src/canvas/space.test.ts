import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { EMPTY_SCENE } from "./scene";
import { boxAt, linkAt } from "./seek";
import { Space } from "./space";
import { along, nearest, nextLane } from "./walk";

const scene = generate(200, mapWords("en"));

describe("the scene as numbers", () => {
  it("the_card_under_a_point_is_found_and_none_beside_it", () => {
    const space = new Space(scene);
    const card = scene.cards[50];
    if (card === undefined) throw new Error("no card");
    expect(boxAt(space, { x: card.x + 5, y: card.y + 5 })).toBe(50);
    expect(boxAt(space, { x: card.x - 12, y: card.y + 5 })).toBe(-1);
  });

  it("only_cards_in_sight_are_found", () => {
    const space = new Space(scene);
    const box = { x0: 0, y0: 0, x1: 500, y1: 300 };
    const found = new Set(space.cardsIn(box));
    scene.cards.forEach((_, i) => {
      expect(found.has(i)).toBe(space.touches(i, box));
    });
  });

  it("a_moved_card_is_found_where_it_is_and_restored_where_it_was", () => {
    const space = new Space(scene);
    const card = scene.cards[7];
    if (card === undefined) throw new Error("no card");
    space.place([7], [{ x: card.x + 100_000, y: card.y }]);
    expect(boxAt(space, { x: card.x + 100_005, y: card.y + 5 })).toBe(7);
    expect(boxAt(space, { x: card.x + 5, y: card.y + 5 })).toBe(-1);
    space.restore();
    expect(boxAt(space, { x: card.x + 5, y: card.y + 5 })).toBe(7);
  });

  it("a_dropped_card_stays_put_while_only_the_selection_changes", () => {
    const space = new Space(scene);
    space.place([7], [{ x: (scene.cards[7]?.x ?? 0) + 40, y: scene.cards[7]?.y ?? 0 }]);
    space.update({ ...scene, focus: { cards: new Set(), links: new Set() } });
    expect(space.x[7]).toBe((scene.cards[7]?.x ?? 0) + 40);
    space.update({ ...scene, cards: [...scene.cards] });
    expect(space.x[7]).toBe(scene.cards[7]?.x);
  });

  it("a_filter_keeps_back_cards_and_the_links_that_end_at_them_but_not_the_lit_line", () => {
    const [first, second] = scene.links;
    if (first === undefined || second === undefined) throw new Error("no links");
    const lit = { cards: new Set([second.from, second.to]), links: new Set([second.id]) };
    const passing = new Set([first.from, first.to]);
    const space = new Space(scene);
    expect(space.update({ ...scene, passing, focus: lit })).toBe("flags");
    scene.cards.forEach((card, i) => {
      expect(space.out[i]).toBe(passing.has(card.id) ? 0 : 1);
    });
    scene.links.forEach((link, i) => {
      const shown = link === second || (passing.has(link.from) && passing.has(link.to));
      expect(space.linkOff[i]).toBe(shown ? 0 : 1);
    });
    space.update({ ...scene, passing: null });
    expect([...space.out, ...space.linkOff].includes(1)).toBe(false);
  });

  it("a_card_that_is_kept_back_can_still_be_taken_hold_of", () => {
    const space = new Space({ ...scene, passing: new Set() });
    const card = scene.cards[50];
    if (card === undefined) throw new Error("no card");
    expect(boxAt(space, { x: card.x + 5, y: card.y + 5 })).toBe(50);
  });

  it("the_links_of_a_card_are_those_that_start_or_end_there", () => {
    const space = new Space(scene);
    const id = scene.cards[60]?.id;
    const expected = scene.links.flatMap((l, i) => (l.from === id || l.to === id ? [i] : []));
    expect([...space.linksOf(60)].sort((a, b) => a - b)).toEqual(expected);
  });

  it("a_link_to_a_card_that_is_not_shown_is_never_found", () => {
    const link = scene.links[0];
    if (link === undefined) throw new Error("no link");
    const space = new Space({ ...scene, links: [{ ...link, to: "elsewhere" }] });
    expect(space.linksIn({ x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 })).toEqual([]);
    expect(space.linksOf(space.index.get(link.from) ?? -1)).toHaveLength(0);
  });

  it("a_link_under_the_pointer_is_found", () => {
    const space = new Space(scene);
    const from = space.from[10] ?? -1;
    const c = new Float64Array(8);
    space.curve(c, 10);
    const start = { x: c[0] ?? 0, y: (c[1] ?? 0) - 1 };
    const hit = linkAt(space, start, 6);
    expect([space.from[hit], space.to[hit]]).toContain(from);
  });

  it("an_empty_scene_has_nothing_and_fails_at_nothing", () => {
    const space = new Space(EMPTY_SCENE);
    expect(boxAt(space, { x: 0, y: 0 })).toBe(-1);
    expect(linkAt(space, { x: 0, y: 0 }, 10)).toBe(-1);
    expect(space.cardsIn(space.bounds)).toEqual([]);
    expect(nearest(space, -1, "left")).toBe(-1);
  });
});

describe("walking with the keyboard", () => {
  const space = new Space(scene);

  it("right_and_left_come_back_within_a_row", () => {
    const start = space.index.get("initiative-2") ?? -1;
    const right = nearest(space, start, "right");
    expect(space.idOf(right)).toBe("initiative-3");
    expect(nearest(space, right, "left")).toBe(start);
  });

  it("up_and_down_change_the_row", () => {
    const start = space.index.get("capability-2") ?? -1;
    const up = nearest(space, start, "up");
    expect(space.y[up] ?? 0).toBeLessThan(space.y[start] ?? 0);
  });

  it("following_a_link_ends_at_its_other_end", () => {
    const start = space.index.get("initiative-2") ?? -1;
    const up = along(space, start, "up");
    const ends = [...space.linksOf(start)].map((l) => space.to[l]);
    expect(ends).toContain(up);
  });

  it("the_next_lane_is_entered_at_the_nearest_card", () => {
    const start = space.index.get("initiative-2") ?? -1;
    expect(space.card(nextLane(space, start, -1))?.level).toBe(4);
    expect(space.card(nextLane(space, start, 1))?.level).toBe(6);
    expect(nextLane(space, space.index.get("driver-0") ?? -1, -1)).toBe(-1);
  });
});
