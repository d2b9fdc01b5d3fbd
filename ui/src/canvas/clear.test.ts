import { describe, expect, it } from "vitest";
import { element } from "../../bench/demo";
import { mapWords } from "../../bench/words";
import { whole } from "./framing";
import { Projector } from "./project";
import type { MapRecords } from "./records";
import { Stage } from "./stage";
import { TitleBreaker } from "./titles";
import { type Box, type View, visible } from "./view";

const SIZE = { w: 900, h: 700 };
const theme = { level: [], unit: 1 } as unknown as Stage["theme"];

/** A free canvas with cards in a block, and what stands over it. */
function stageOf(
  columns: number,
  rows: number,
  over: readonly Box[],
  kind: MapRecords["kind"] = "free",
): Stage {
  const ids = Array.from({ length: columns * rows }, (_, i) => `c${i}`);
  const records: MapRecords = {
    ...{ kind, links: [], readings: [], statuses: [], findings: [] },
    elements: ids.map((id) => element(id, "initiative", id, "")),
    placements: ids.map((id, i) => ({
      ...{ id: `m.${id}`, canvas: "m", element: id, pinned: true, locked: false },
      ...{ x: (i % columns) * 264, y: Math.floor(i / columns) * 132 },
    })),
  };
  const words = mapWords("en");
  const stage = new Stage({
    theme,
    words,
    titles: new TitleBreaker((text) => text.length * 6.5),
    texts: new TitleBreaker((text) => text.length * 6.3),
    events: {},
    readOnly: false,
    stillness: () => true,
    schedule: () => undefined,
    recorded: true,
  });
  stage.setScene(new Projector(words).project(records, new Set()));
  stage.size = SIZE;
  stage.over = () => over;
  return stage;
}

/** How many cards lie under something at a view. */
function covered(stage: Stage, { x, y, zoom }: View): number {
  const { space } = stage;
  const under = stage.over().flatMap((lid) =>
    space.cardsIn({
      ...{ x0: (lid.x0 - x) / zoom, y0: (lid.y0 - y) / zoom },
      ...{ x1: (lid.x1 - x) / zoom, y1: (lid.y1 - y) / zoom },
    }),
  );
  return new Set(under).size;
}

const TOOLS: Box = { x0: 300, y0: 650, x1: 600, y1: 690 };
const CORNER: Box = { x0: 714, y0: 580, x1: 890, y1: 690 };
const LEGEND: Box = { x0: 10, y0: 400, x1: 226, y1: 690 };

describe("a view of everything", () => {
  it("leaves_no_card_under_what_stands_over_the_map", () => {
    for (const over of [[TOOLS], [CORNER], [TOOLS, CORNER], [TOOLS, CORNER, LEGEND]]) {
      for (const [columns, rows] of [
        [3, 30],
        [12, 4],
        [8, 8],
        [1, 1],
      ] as const) {
        const stage = stageOf(columns, rows, over);
        expect(covered(stage, whole(stage, 0)), `${columns} × ${rows}`).toBe(0);
      }
    }
  });

  it("is_as_large_as_ever_where_nothing_is_covered", () => {
    const bare = stageOf(3, 2, []);
    const used = stageOf(3, 2, [TOOLS, CORNER]);
    expect(whole(used, 0)).toEqual(whole(bare, 0));
  });

  it("gives_way_at_the_side_where_the_least_is_lost", () => {
    const high = stageOf(2, 30, [LEGEND]);
    const bare = stageOf(2, 30, []);
    // Beside the legend there is room enough; above it there is not half as much.
    expect(whole(high, 0).zoom).toBeCloseTo(whole(bare, 0).zoom);
  });

  it("that_could_not_be_read_begins_where_it_always_does", () => {
    const stage = stageOf(60, 60, [TOOLS, CORNER]);
    expect(whole(stage, 0.72).zoom).toBe(0.72);
  });
});

describe("the view that a map opens with", () => {
  it("shows_the_first_cards_where_empty_columns_would_fill_the_window", () => {
    const stage = stageOf(1, 91, [], "benefits_map");
    expect(stage.space.cardsIn(visible(whole(stage, 0.72), SIZE)).length).toBeGreaterThan(0);
  });
});
