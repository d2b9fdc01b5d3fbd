import { beforeAll, describe, expect, it } from "vitest";
import { demo } from "../../../bench/demo";
import { generate } from "../../../bench/generate";
import { mapWords } from "../../../bench/words";
import type { Drawing, Item } from "../../api/bindings";
import { render } from "../draw/render";
import { CARD_H, CARD_W } from "../measures";
import { Projector } from "../project";
import { EMPTY_SCENE, type Scene } from "../scene";
import { Stage } from "../stage";
import { TitleBreaker } from "../titles";
import type { View } from "../view";
import { EVERYTHING, LIGHT, noting, RULER, type Seen, withOutlines } from "./fixture";
import { drawMap, mapSteps, type Shown } from "./map";
import { inTurns } from "./steps";
import type { Wish } from "./wish";

const words = mapWords("en");
const SIZE = { w: 1280, h: 800 };

function shown(scene: Scene, selection: readonly string[] = [], view: View = { x: 0, y: 0, zoom: 1 }): Shown {
  return { scene, selection: new Set(selection), view, size: SIZE, words };
}

function scene(...selection: string[]): Scene {
  return new Projector(words).project(demo, new Set(selection));
}

function draw(from: Shown, wish: Partial<Wish> = {}): Drawing {
  return drawMap(from, { ...EVERYTHING, ...wish }, LIGHT, RULER);
}

/** What the engine draws on a screen that shows the same. */
function onScreen({ scene, selection, view, size }: Shown): Seen[] {
  const { ctx, seen } = noting();
  const stage = new Stage({
    theme: LIGHT,
    titles: new TitleBreaker((text) => RULER.width(text, "550 12px Inter")),
    texts: new TitleBreaker((text) => RULER.width(text, "400 12px Inter")),
    words,
    events: {},
    readOnly: true,
    stillness: () => true,
    schedule: () => undefined,
  });
  stage.setScene({ ...scene, ghosts: scene.ghosts.map((it) => ({ ...it, action: "" })) });
  stage.selection = selection;
  stage.size = size;
  stage.show(view, false);
  stage.settle();
  render(stage, ctx);
  return seen;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 0.011;
const items = (drawing: Drawing): Item[] => drawing.groups.flatMap((group) => group.items);
const texts = (drawing: Drawing) =>
  items(drawing).flatMap((it) => ("text" in it && it.text ? [it.text] : []));

beforeAll(withOutlines);

describe("the picture of a map", () => {
  for (const [name, selection, view] of [
    ["at_rest", [], { x: 0, y: 0, zoom: 1 }],
    ["lit", ["w3"], { x: 40, y: -200, zoom: 0.8 }],
    ["from_middle_distance", [], { x: 60, y: 40, zoom: 0.4 }],
    ["from_near", ["o6"], { x: -300, y: -700, zoom: 1.37 }],
    ["from_far", [], { x: 10, y: 10, zoom: 0.15 }],
  ] as const) {
    it(`every_text_stands_where_the_screen_has_it_${name}`, () => {
      const from = shown(scene(...selection), selection, view);
      const seen = onScreen(from).filter((it) => it.what === "text");
      const drawn = texts(draw(from, { part: "view" }));
      expect(drawn.length).toBe(seen.length);
      seen.forEach((it, i) => {
        const [, x = 0, y = 0, , , text] = drawn[i] ?? [];
        expect(text).toBe(it.text.replace(/ +$/u, ""));
        expect(near(x, it.x) && near(y, it.y), `${text}: ${x} ${y} for ${it.x} ${it.y}`).toBe(true);
      });
    });

    it(`every_shape_is_drawn_in_the_order_of_the_screen_and_begins_where_it_does_${name}`, () => {
      const from = shown(scene(...selection), selection, view);
      const seen = onScreen(from).filter((it) => it.what === "fill");
      const drawing = draw(from, { part: "view" });
      const filled = items(drawing).filter((it) => !("text" in it) && fillOf(drawing, it) !== null);
      expect(filled.length).toBe(seen.length);
      seen.forEach((it, i) => {
        const item = filled[i];
        const said = `${it.colour} at ${it.x} ${it.y} is ${JSON.stringify(item)}`;
        expect(item !== undefined && begins(item, it), said).toBe(true);
        expect(item === undefined ? "" : fillOf(drawing, item)?.slice(0, 7), said).toBe(
          it.colour.slice(0, 7),
        );
      });
    });
  }

  it("each_card_is_a_group_that_says_what_it_is_and_holds_its_box", () => {
    const from = shown(scene());
    const drawing = draw(from);
    for (const card of from.scene.cards) {
      const group = drawing.groups.find((it) => it.id === card.id);
      expect(group?.title).toContain(card.title);
      const boxes = group?.items.flatMap((it) => ("rect" in it && it.rect ? [it.rect] : [])) ?? [];
      expect(boxes.some(([, , , w, h]) => w === CARD_W + 1 && h === CARD_H + 1)).toBe(true);
    }
  });

  it("each_link_says_what_it_joins_below_the_cards_and_without_ink", () => {
    const from = shown(scene());
    const drawing = draw(from);
    const titles = new Map(from.scene.cards.map((card) => [card.id, card.title]));
    const firstCard = drawing.groups.findIndex((it) => titles.has(it.id ?? ""));
    expect(from.scene.links.length).toBeGreaterThan(0);
    for (const link of from.scene.links) {
      const at = drawing.groups.findIndex((it) => it.id === link.id);
      const group = drawing.groups[at];
      expect(group?.title).toContain(`${titles.get(link.from)} → ${titles.get(link.to)}`);
      expect(at).toBeLessThan(firstCard);
      const looks = group?.items.map((it) => drawing.looks[lookOf(it)]) ?? [];
      expect(looks).toEqual([{ fill: null, stroke: null, clip: null, shadow: null }]);
    }
  });

  it("the_whole_is_as_large_as_the_map_and_not_as_the_window", () => {
    const large = generate(2000, words);
    const drawing = draw(shown(large));
    const right = Math.max(...large.cards.map((card) => card.x + CARD_W));
    const left = Math.min(...large.cards.map((card) => card.x));
    expect(drawing.width).toBeGreaterThanOrEqual(right - left);
    const ids = new Set(drawing.groups.map((it) => it.id));
    expect(large.cards.filter((card) => !ids.has(card.id))).toEqual([]);
  });

  it("a_selection_shows_its_cards_and_the_links_between_them_and_nothing_else", () => {
    const [a, b] = [scene().links[0]?.from ?? "", scene().links[0]?.to ?? ""];
    const drawing = draw(shown(scene(a, b), [a, b]), { part: "selection" });
    const between = scene().links.filter(({ from, to }) => [a, b].includes(from) && [a, b].includes(to));
    const ids = [a, b, ...between.map((it) => it.id)];
    expect(drawing.groups.flatMap((it) => it.id ?? []).sort()).toEqual(ids.sort());
    const lines = items(drawing).filter((it) => "path" in it && drawing.looks[lookOf(it)]?.fill == null);
    expect(lines.length).toBeGreaterThan(0);
  });

  it("without_backdrop_nothing_covers_what_lies_behind", () => {
    const drawing = draw(shown(scene()), { backdrop: false });
    expect(drawing.paper).toBeNull();
    const wide = items(drawing).filter(
      (it) => "rect" in it && it.rect && it.rect[3] >= drawing.width && it.rect[4] > 1,
    );
    expect(wide).toEqual([]);
  });

  it("the_foot_says_title_and_day_always_and_what_shapes_mean_where_there_is_room", () => {
    const foot = {
      title: "Valmere Transit",
      facts: "As of 26 November 2026",
      states: { ok: "On track", risk: "At risk", off: "Off track", unknown: "Unknown" },
    };
    const wide = draw(shown(scene()), { foot });
    const last = texts(wide)
      .slice(-6)
      .map((it) => it[5]);
    expect(last).toEqual([
      "Valmere Transit",
      "As of 26 November 2026",
      "On track",
      "At risk",
      "Off track",
      "Unknown",
    ]);
    const one = scene().cards[0]?.id ?? "";
    const facts = `${foot.facts}, rules 4.0`;
    const narrow = draw(shown(scene(one), [one]), { foot: { ...foot, facts }, part: "selection" });
    const said = texts(narrow).slice(-2);
    expect(said.map((it) => it[5])).toEqual(["Valmere Transit", facts]);
    expect(said.every(([, , y]) => y < narrow.height)).toBe(true);
  });

  it("an_empty_map_is_a_picture_of_its_lanes", () => {
    const empty = new Projector(words).project({ ...demo, elements: [], links: [] }, new Set());
    const drawing = draw(shown(empty));
    expect(texts(drawing).map((it) => it[5])).toEqual(empty.lanes.map((lane) => lane.title));
    expect(draw(shown(EMPTY_SCENE)).groups).toBeDefined();
  });

  it("the_same_map_gives_the_same_drawing", () => {
    expect(draw(shown(scene("w3"), ["w3"]))).toEqual(draw(shown(scene("w3"), ["w3"])));
  });

  it("a_large_picture_lets_the_page_answer_meanwhile_and_is_the_one_drawn_at_once", async () => {
    const from = shown(generate(2000, words));
    const parts: number[] = [];
    let turns = 0;
    const page = setInterval(() => {
      turns += 1;
    }, 0);
    const watch = { told: (part: number) => parts.push(part), isWanted: () => true };
    const drawing = await inTurns(mapSteps(from, EVERYTHING, LIGHT, RULER), watch);
    clearInterval(page);
    expect(drawing).toEqual(draw(from));
    expect(turns).toBeGreaterThan(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
  });

  it("a_picture_that_is_not_wanted_any_more_is_given_up", async () => {
    let steps = 0;
    function* counted() {
      for (const part of mapSteps(shown(generate(2000, words)), EVERYTHING, LIGHT, RULER)) {
        steps += 1;
        yield part;
      }
      throw new Error("It was drawn to the end.");
    }
    expect(await inTurns(counted(), { told: () => undefined, isWanted: () => false })).toBeNull();
    expect(steps).toBeGreaterThan(0);
  });

  it("a_part_that_lies_absurdly_far_away_is_drawn_in_no_time_for_who_refuses_it", () => {
    const from = shown(scene());
    for (const at of [1e9, 1e300, Number.NaN, Number.POSITIVE_INFINITY]) {
      const begun = performance.now();
      const drawing = draw(from, { part: { box: { x0: at, y0: -at, x1: at * 2, y1: at } } });
      expect(performance.now() - begun).toBeLessThan(1000);
      // No number goes to Rust as null, and a size beyond every picture is one, too: both are answered there.
      expect(drawing.width > 1e6 || !Number.isFinite(drawing.width)).toBe(true);
    }
  });

  it("ten_thousand_cards_take_seconds", () => {
    const large = generate(10_000, words);
    const begun = performance.now();
    const drawing = draw(shown(large));
    const took = performance.now() - begun;
    expect(drawing.groups.length).toBeGreaterThan(10_000);
    // Two in a browser; a busy machine that tests gets more.
    expect(took).toBeLessThan(15_000);
  });
});

function lookOf(item: Item): number {
  if ("rect" in item && item.rect) return item.rect[0];
  if ("disc" in item && item.disc) return item.disc[0];
  return "path" in item && item.path ? item.path[0] : -1;
}

function fillOf(drawing: Drawing, item: Item): string | null {
  const fill = drawing.looks[lookOf(item)]?.fill ?? null;
  if (fill === null) return null;
  return "plain" in fill && fill.plain ? fill.plain : "hatch" in fill && fill.hatch ? fill.hatch[0] : null;
}

/** A box by its corner and a disc by its middle; a path begins somewhere on the edge of what the screen was told. */
function begins(item: Item, seen: Seen): boolean {
  if ("rect" in item && item.rect) return near(item.rect[1], seen.x) && near(item.rect[2], seen.y);
  if ("disc" in item && item.disc) return near(item.disc[1], seen.x) && near(item.disc[2], seen.y);
  const first = "path" in item && item.path ? /M(-?[\d.]+) (-?[\d.]+)/u.exec(item.path[1]) : null;
  return Math.hypot(Number(first?.[1]) - seen.x, Number(first?.[2]) - seen.y) <= 15;
}
