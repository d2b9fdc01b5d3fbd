// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../../bench/generate";
import { mapWords } from "../../../bench/words";
import { newCurve } from "../geometry";
import { LIGHT, noting, withOutlines } from "../record/fixture";
import type { Scene, SceneLink } from "../scene";
import { Stage } from "../stage";
import { TitleBreaker } from "../titles";
import { MANY } from "../ways";
import { KeptGround } from "./kept";
import { render } from "./render";

const words = mapWords("en");
const SIZE = { w: 1280, h: 800 };

/** The picture is laid down. */
const laid = vi.fn();

/** A screen, and the picture that is kept behind it; both note what is drawn on them anew. */
function paper() {
  const { ctx, seen } = noting();
  return { ctx: Object.assign(ctx, { drawImage: laid }), seen };
}

let behind: ReturnType<typeof paper>;
let canvas: HTMLCanvasElement | null = null;

beforeAll(withOutlines);
beforeEach(() => {
  behind = paper();
  const context = function (this: HTMLCanvasElement) {
    canvas = this;
    return behind.ctx;
  };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(context as never);
});
afterEach(() => vi.restoreAllMocks());

function looking(scene: Scene) {
  const front = paper();
  const schedule = vi.fn();
  const stage = new Stage({
    ...{ theme: LIGHT, words, schedule, events: {}, readOnly: false, recorded: true },
    titles: new TitleBreaker((text) => text.length * 6.5),
    texts: new TitleBreaker((text) => text.length * 6.3),
    stillness: () => true,
  });
  stage.size = SIZE;
  stage.setScene(scene);
  stage.view = { x: 40, y: 30, zoom: 1 };
  stage.settle();
  const kept = new KeptGround();
  /** What a frame draws itself, and what it draws into the picture that is kept. */
  const look = () => {
    front.seen.length = 0;
    behind.seen.length = 0;
    render(stage, front.ctx, kept);
    const titles = (of: typeof front) =>
      of.seen.filter((it) => it.what === "text" && it.colour === LIGHT.ink1);
    return { front: titles(front), behind: titles(behind) };
  };
  const strokes = (of: typeof front) =>
    of.seen.filter((it) => it.what === "stroke" && it.colour === LIGHT.ink1);
  return { stage, look, schedule, front, strokes: () => strokes(front), kept: () => strokes(behind) };
}

describe("what stands still", () => {
  it("is_drawn_once_more_for_the_picture_and_then_only_copied", () => {
    const { look } = looking(generate(200, words));
    const first = look();
    expect(first.front.length).toBeGreaterThan(5);
    expect(first.behind).toEqual([]);
    expect(look()).toMatchObject({ front: [], behind: { length: expect.any(Number) } });
    expect(look()).toEqual({ front: [], behind: [] });
  });

  it("is_drawn_again_when_the_graphics_card_gave_the_picture_back_empty", () => {
    const { look, schedule } = looking(generate(200, words));
    look();
    look();
    schedule.mockClear();
    canvas?.dispatchEvent(new Event("contextrestored"));
    expect(schedule).toHaveBeenCalled();
    expect(look().front.length).toBeGreaterThan(5);
    expect(look().behind.length).toBeGreaterThan(5);
  });
});

describe("what was drawn over it", () => {
  it("goes_when_a_link_that_was_begun_is_given_up_though_nothing_else_changed", () => {
    const { stage, look } = looking(generate(200, words));
    for (let n = 0; n < 3; n += 1) look();
    laid.mockClear();
    look();
    expect(laid).not.toHaveBeenCalled();
    const curve = newCurve();
    stage.draft = { curve, target: -1, legal: true, note: "Arrows or letters to the other end" };
    look();
    stage.draft = null;
    laid.mockClear();
    look();
    expect(laid).toHaveBeenCalled();
    laid.mockClear();
    look();
    expect(laid).not.toHaveBeenCalled();
  });
});

describe("while cards are dragged", () => {
  it("a_link_that_is_selected_goes_with_its_card", () => {
    const { stage, look, strokes, kept } = looking(generate(200, words));
    const { space } = stage;
    const shown = space.linksIn({ x0: 0, y0: 0, x1: 900, y1: 500 });
    const link = space.link(shown[0] ?? -1);
    if (link === undefined) throw new Error("no link");
    const i = space.linkIndex.get(link.id) ?? -1;
    stage.select([link.id], false);
    const card = space.index.get(link.from) ?? -1;
    const begins = () => {
      const curve = newCurve();
      space.curve(curve, i);
      return { x: (curve[0] ?? 0) + 40, y: (curve[1] ?? 0) + 30 };
    };
    for (const dx of [10, 20, 30]) {
      const { x, y } = space.home(card) ?? { x: 0, y: 0 };
      space.place([card], [{ x: x + dx, y }]);
      stage.moved();
      look();
      expect(strokes()).toContainEqual(expect.objectContaining(begins()));
    }
    expect(kept()).toEqual([]);
  });

  it("a_lit_mass_that_only_its_bridges_make_so_large_is_drawn_where_it_is", () => {
    const scene = generate(800, words);
    const links = new Set(scene.links.slice(0, MANY - 5).map((it) => it.id));
    const cards = new Set(scene.cards.map((it) => it.id));
    const bridges = scene.links
      .slice(0, 10)
      .map((it, n): SceneLink => ({ ...it, id: `bridge ${n}`, leap: true }));
    const { stage, look } = looking({ ...scene, bridges, focus: { cards, links } });
    expect(stage.routes().size).toBeGreaterThan(MANY);
    stage.space.place([0], [{ x: 5, y: 5 }]);
    stage.moved();
    look();
    expect(look().front.length).toBeGreaterThan(5);
  });

  it("a_comment_lies_on_its_card_and_neither_stays_behind_in_the_picture", () => {
    const scene = generate(200, words);
    const [card] = scene.cards;
    if (card === undefined) throw new Error("no card");
    const place = { x: card.x + 20, y: card.y + 60 };
    const note = {
      ...place,
      text: "Who pays?",
      paper: "sand",
      about: card.id,
      by: "",
      locked: false,
    } as const;
    const { stage, look, front } = looking({ ...scene, notes: [{ ...note, id: "n1" }] });
    const boxes = [0, stage.space.cardCount];
    const papers = (of: typeof front) => of.seen.filter((it) => it.colour === LIGHT.note.sand.paper);
    for (const dx of [10, 20, 30]) {
      stage.space.place(boxes, [
        { x: card.x + dx, y: card.y },
        { x: place.x + dx, y: place.y },
      ]);
      stage.moved();
      look();
    }
    expect(papers(behind)).toEqual([]);
    expect(papers(front)).toHaveLength(1);
    const at = (found: (it: (typeof front.seen)[number]) => boolean) => front.seen.findLastIndex(found);
    const title = at((it) => it.what === "text" && card.title.startsWith(it.text));
    expect(title).toBeGreaterThan(-1);
    expect(at((it) => it.colour === LIGHT.note.sand.paper)).toBeGreaterThan(title);
  });

  it("of_all_that_are_dragged_those_in_sight_are_drawn", () => {
    const scene = generate(2_000, words);
    const { stage, look } = looking(scene);
    const all = [...scene.cards.keys()];
    stage.space.place(
      all,
      scene.cards.map(({ x, y }) => ({ x: x + 10, y })),
    );
    stage.moved();
    const { front } = look();
    expect(front.length).toBeGreaterThan(5);
    const beyond = front.filter(({ x, y }) => x < -240 || y < -140 || x > SIZE.w + 60 || y > SIZE.h + 100);
    expect(beyond).toEqual([]);
  });
});
