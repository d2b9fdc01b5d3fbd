import { describe, expect, it } from "vitest";
import { contribution, demo, element } from "../../../bench/demo";
import { mapWords } from "../../../bench/words";
import type { Element, Note, Placement } from "../../api/bindings";
import { clampInto } from "../gestures";
import { CARD_H, CARD_W } from "../measures";
import { Projector } from "../project";
import type { MapRecords } from "../records";
import type { Scene } from "../scene";

const nothing: MapRecords = {
  elements: [],
  links: [],
  placements: [],
  readings: [],
  statuses: [],
  findings: [],
};
const place = (id: string, x: number, y: number): Placement => ({
  ...{ id: `m.${id}`, canvas: "m", element: id, x, y, pinned: true, locked: false },
});
const note = (more: Partial<Note>): Note => ({
  ...{ id: "n", canvas: "m", text: "Ask Ann", x: 0, y: 0, paper: "sand", about: null },
  ...{ by: "", on: null, locked: false },
  ...more,
});
const project = (records: Partial<MapRecords>, ...selection: string[]): Scene =>
  new Projector(mapWords("en")).project({ ...nothing, ...records }, new Set(selection));
const keys = (scene: Scene) => scene.lanes.flatMap((lane) => lane.bands.map((band) => band.key));
const seen = (id: string, known: "financial" | "customer" | null): Element =>
  ({ ...element(id, "objective", id, ""), perspective: known === null ? null : { known } }) as Element;

describe("a scorecard", () => {
  it("shows_objectives_alone_each_in_the_band_it_is_seen_from", () => {
    const scene = project({
      kind: "scorecard",
      elements: [seen("a", "customer"), seen("b", null), element("w", "initiative", "W", "")],
    });
    expect(scene.cards.map((it) => [it.id, it.band])).toEqual([
      ["a", "customer"],
      ["b", "unseen"],
    ]);
    expect(keys(scene)).toEqual(["financial", "customer", "process", "learning", "unseen"]);
  });

  it("says_in_a_slim_band_which_perspective_lacks_an_objective_and_keeps_the_room_of_all_while_there_is_none", () => {
    const some = project({ kind: "scorecard", elements: [seen("a", "customer")] }).lanes;
    expect(some.map((lane) => lane.depth < CARD_H)).toEqual([true, false, true, true, true]);
    expect(some[0]?.said).toContain("No objective says so yet");
    expect(some[1]?.said).not.toContain("No objective");
    const none = project({ kind: "scorecard" }).lanes;
    expect(none.slice(0, 4).every((lane) => lane.depth > CARD_H)).toBe(true);
    expect(none.some((lane) => lane.said.includes("No objective"))).toBe(false);
  });

  it("has_a_slim_last_band_while_every_objective_is_seen_from_somewhere", () => {
    const depth = (scene: Scene) => scene.lanes.at(-1)?.depth ?? 0;
    const all = depth(project({ kind: "scorecard", elements: [seen("a", "customer")] }));
    const some = depth(project({ kind: "scorecard", elements: [seen("a", null)] }));
    expect(all).toBeLessThan(CARD_H);
    expect(some).toBeGreaterThan(CARD_H);
  });

  it("draws_contributions_between_its_objectives_only", () => {
    const links = [contribution("a", "b"), contribution("w", "a")];
    const elements = [seen("a", "customer"), seen("b", "financial"), element("w", "initiative", "W", "")];
    expect(project({ kind: "scorecard", elements, links }).links.map((it) => it.to)).toEqual(["b"]);
  });
});

describe("a benefits map", () => {
  it("stands_in_columns_and_counts_places_from_their_left", () => {
    const scene = project({
      kind: "benefits_map",
      elements: [element("o", "objective", "O", "")],
      placements: [place("o", 40, 140)],
    });
    const column = scene.lanes.flatMap((lane) => lane.bands).find((band) => band.key === "objective");
    expect(scene.cards[0]).toMatchObject({ x: (column?.from ?? 0) + 40, y: 140 });
    expect(column?.from).toBeGreaterThan(0);
  });

  it("read_from_the_other_side_has_its_columns_the_other_way_round_and_every_card_in_its_own", () => {
    const one = project({ ...demo, kind: "benefits_map" });
    const other = project({ ...demo, kind: "benefits_map", mirrored: true });
    expect(keys(other)).toEqual(keys(one).reverse());
    for (const scene of [one, other]) {
      const bands = new Map(scene.lanes.flatMap((lane) => lane.bands.map((it) => [it.key, it] as const)));
      for (const card of scene.cards) {
        const band = card.band === null ? undefined : bands.get(card.band);
        expect(card.x).toBeGreaterThanOrEqual(band?.from ?? Number.NaN);
        expect(card.x + CARD_W).toBeLessThanOrEqual((band?.from ?? 0) + (band?.depth ?? 0));
      }
    }
  });

  it("leaves_out_what_has_no_column", () => {
    const scene = project({ kind: "benefits_map", elements: [element("p", "priority", "P", "")] });
    expect(scene.cards).toEqual([]);
  });

  it("joins_an_objective_to_the_driver_it_serves_by_way_of_a_priority_and_asks_for_none", () => {
    const elements = [
      element("d", "driver", "D", ""),
      element("p", "priority", "P", ""),
      element("o", "objective", "O", ""),
    ];
    const links = [contribution("o", "p"), contribution("p", "d")];
    const scene = project({ kind: "benefits_map", elements, links }, "o");
    expect(scene.links.map((it) => [it.from, it.to])).toEqual([["o", "d"]]);
    expect(scene.focus?.links.has(scene.links[0]?.id ?? "")).toBe(true);
    expect(scene.ghosts.filter((it) => it.kind === "driver")).toEqual([]);
  });

  it("lets_a_card_go_up_and_down_freely_but_not_out_of_its_column", () => {
    const scene = project({ ...demo, kind: "benefits_map" });
    const band = scene.lanes[1]?.bands[0] ?? null;
    const to = clampInto(band, { x: -5000, y: -777 });
    expect(to).toEqual({ x: (band?.from ?? 0) + 40, y: -777 });
  });

  it("asks_for_a_missing_step_in_its_column_and_below_the_headings", () => {
    const scene = project({ kind: "benefits_map", elements: [element("o", "objective", "O", "")] }, "o");
    const driver = scene.ghosts.find((it) => it.kind === "driver");
    const [column] = scene.lanes;
    expect(driver?.x).toBeGreaterThanOrEqual(column?.from ?? 0);
    expect((driver?.x ?? 0) + CARD_W).toBeLessThanOrEqual(column?.depth ?? 0);
    for (const ghost of scene.ghosts) expect(ghost.y).toBeGreaterThan(0);
  });
});

describe("a free canvas", () => {
  it("holds_only_what_was_put_there_where_it_was_put", () => {
    const scene = project({
      kind: "free",
      elements: [element("a", "driver", "A", ""), element("b", "driver", "B", "")],
      placements: [place("a", -70, 900)],
    });
    expect(scene.cards.map((it) => [it.id, it.x, it.y])).toEqual([["a", -70, 900]]);
    expect(scene.lanes).toEqual([]);
  });

  it("asks_for_nothing", () => {
    const scene = project(
      { kind: "free", elements: [element("a", "objective", "A", "")], placements: [place("a", 0, 0)] },
      "a",
    );
    expect(scene.ghosts).toEqual([]);
  });
});

describe("what lies on the paper", () => {
  it("a_note_about_a_card_of_the_canvas_is_a_comment_and_another_is_not", () => {
    const notes = [note({ id: "a", about: "o" }), note({ id: "b", about: "elsewhere" })];
    const scene = project({ elements: [element("o", "objective", "O", "")], notes });
    expect(scene.notes.map((it) => it.about)).toEqual(["o", null]);
  });

  it("absurd_places_come_to_where_somebody_can_find_them", () => {
    const scene = project({
      elements: [element("o", "objective", "O", "")],
      placements: [place("o", Number.NaN, 1e300)],
      notes: [note({ x: 1e300, y: Number.NaN })],
      frames: [{ id: "f", title: "F", x: Number.NEGATIVE_INFINITY, y: 0, width: 1e300, height: 1 }],
    });
    const numbers = [...scene.cards, ...scene.notes, ...scene.frames].flatMap(({ x, y }) => [x, y]);
    for (const value of numbers) expect(Math.abs(value)).toBeLessThanOrEqual(1_000_000);
  });

  it("the_same_notes_keep_their_identity", () => {
    const projector = new Projector(mapWords("en"));
    const records = { ...nothing, notes: [note({})] };
    const first = projector.project(records, new Set());
    const second = projector.project({ ...records, notes: [note({})] }, new Set());
    expect(second.notes).toBe(first.notes);
  });
});

describe("a benefits map of which one column is full", () => {
  const KINDS = ["driver", "objective", "outcome", "change", "capability", "initiative", "system"] as const;
  const full = (work: number) =>
    project({
      kind: "benefits_map",
      elements: KINDS.flatMap((kind) =>
        Array.from({ length: kind === "initiative" ? work : 85 }, (_, i) =>
          element(`${kind}${i}`, kind, "T", ""),
        ),
      ),
    });

  it("leaves_each_of_the_others_a_tenth_of_the_breadth_so_that_all_can_be_named_from_afar", () => {
    for (const scene of [full(1105), full(4000), project({ kind: "benefits_map" })]) {
      const all = scene.lanes.reduce((sum, lane) => sum + lane.depth, 0);
      for (const lane of scene.lanes) expect(lane.depth / all, lane.said).toBeGreaterThan(0.0999);
    }
  });

  it("fills_the_room_of_a_narrow_column_and_keeps_about_the_shape_of_a_screen", () => {
    const scene = full(1105);
    const across = (kind: string) =>
      new Set(scene.cards.filter((it) => it.kind === kind).map((it) => it.x)).size;
    const driver = scene.lanes.find((lane) => lane.said === "Driver");
    expect(across("driver")).toBe(Math.floor((driver?.depth ?? 0) / 300));
    const width = scene.lanes.reduce((sum, lane) => sum + lane.depth, 0);
    const height = Math.max(...scene.cards.map((it) => it.y));
    expect(width / height).toBeGreaterThan(1.2);
    expect(width / height).toBeLessThan(2.4);
  });

  it("gives_no_column_more_room_than_its_cards_while_all_are_about_alike", () => {
    const few = project({ kind: "benefits_map", elements: KINDS.map((it) => element(it, it, "T", "")) });
    for (const lane of few.lanes) expect(lane.depth).toBe(300);
  });
});
