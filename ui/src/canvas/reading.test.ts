import { describe, expect, it } from "vitest";
import { element } from "../../bench/demo";
import { mapWords } from "../../bench/words";
import type { CanvasKind, Note, Placement } from "../api/bindings";
import { Edits } from "../model/randomEdits";
import { Projector } from "./project";
import { type MapRecords, recordsOf } from "./records";
import { Space } from "./space";

const words = mapWords("en");
const KINDS: readonly CanvasKind[] = ["strategy_map", "benefits_map", "free", "benefits_map", "scorecard"];

/** Places, notes and frames for some of the elements; every third is locked. */
function laid(from: MapRecords, n: number): Partial<MapRecords> {
  const some = [...from.elements].slice(n % 7, (n % 7) + 15);
  const placements = some.map(({ id }, i): Placement => {
    const at = { x: 40 * i, y: 28 + ((i * n) % 5) * 60 };
    return { id: `p${id}`, canvas: "m", element: id, ...at, pinned: true, locked: i % 3 === n % 3 };
  });
  const notes = some.slice(0, 3).map(
    ({ id }, i): Note => ({
      ...{ id: `n${i}`, canvas: "m", x: i, y: n % 4, text: "T", paper: "sand", about: id, by: "", on: null },
      locked: false,
    }),
  );
  const frames = [{ id: "f", title: "F", x: 0, y: 0, width: 10 + (n % 3), height: 10 }];
  return { placements, notes, frames };
}

describe("what is kept between readings", () => {
  it("serves_every_kind_of_map_as_a_reading_from_scratch_would", () => {
    for (const seed of [41, 42]) {
      const edits = new Edits(seed, 30);
      const kept = new Projector(words);
      let more: Partial<MapRecords> = {};
      for (let n = 0; n < 120; n += 1) {
        // Now the records change and now only what they are shown on.
        const portfolio = n % 3 === 0 ? edits.portfolio : edits.next();
        const asOf = n % 20 < 10 ? "2026-06-30" : "2019-06-30";
        const from = recordsOf({ ...portfolio, asOf }, "m", []);
        if (n % 4 === 0) more = laid(from, n);
        const kind = KINDS[Math.floor(n / 2) % KINDS.length] ?? "strategy_map";
        const records = { ...from, ...more, kind, mirrored: n % 5 < 2 };
        const ids = new Set([...portfolio.elements.keys()].slice(n % 20, (n % 20) + 1));
        const { carriers: _, standings: __, ...lists } = records;
        expect(kept.project(records, ids)).toEqual(new Projector(words).project(lists, ids));
      }
    }
  });

  it("a_lock_and_another_perspective_each_renew_one_card", () => {
    const projector = new Projector(words);
    const objectives = ["a", "b"].map((id) => element(id, "objective", id, ""));
    const place = (locked: boolean): Placement[] => [
      { id: "p", canvas: "m", element: "a", x: 40, y: 28, pinned: true, locked },
    ];
    const kind = "scorecard" as const;
    const base = { elements: objectives, links: [], readings: [], statuses: [], findings: [], kind };
    const first = projector.project({ ...base, placements: place(false) }, new Set());
    const second = projector.project({ ...base, placements: place(true) }, new Set());
    expect(second.cards.map((card, i) => card === first.cards[i])).toEqual([false, true]);
    expect(second.cards[0]?.locked).toBe(true);
    const elements = objectives.map((it) =>
      it.kind === "objective" && it.id === "b" ? { ...it, perspective: { known: "customer" as const } } : it,
    );
    const third = projector.project({ ...base, elements, placements: place(true) }, new Set());
    expect(third.cards.find(({ id }) => id === "b")?.band).toBe("customer");
  });

  it("curves_are_laid_anew_when_only_the_axis_is_another", () => {
    const scene = new Projector(words).project(
      {
        ...{ elements: [element("a", "objective", "A", "")], links: [], placements: [] },
        ...{ readings: [], statuses: [], findings: [] },
      },
      new Set(),
    );
    const space = new Space(scene);
    expect(space.update({ ...scene, axis: "columns" })).toBe("places");
    expect(space.update({ ...scene, axis: "columns", notes: [] })).toBe("flags");
  });
});
