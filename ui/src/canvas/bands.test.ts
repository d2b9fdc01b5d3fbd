import { describe, expect, it } from "vitest";
import { lanesFor, placed, type Spot } from "./bands";
import type { CardKind } from "./scene";

/** Heights of the bands when one card of each of these kinds stands in the first row. */
function heights(...kinds: CardKind[]): Map<CardKind, number> {
  const spots: Spot[] = kinds.map((kind) => ({ id: kind, band: kind, x: 0, y: 28 }));
  const bands = lanesFor(spots, (level) => `${level}`).flatMap((lane) => lane.bands);
  return new Map(bands.map((band) => [band.kind, band.depth]));
}

describe("bands", () => {
  const row = heights("driver").get("driver") ?? 0;

  it("all keep the room of a row on an empty map, but teams", () => {
    const empty = heights();
    for (const [kind, height] of empty) expect(height, kind).toBe(kind === "team" ? 0 : row);
  });

  it("that are empty are slim after an import, except where the next step is missing", () => {
    const imported = heights("initiative");
    expect(imported.get("objective")).toBe(row);
    for (const kind of ["driver", "priority", "outcome", "change", "capability"] as const) {
      expect(imported.get(kind), kind).toBeLessThan(row / 2);
      expect(imported.get(kind), kind).toBeGreaterThan(24);
    }
  });

  it("keep room between an objective and the work, where steps may be leapt over", () => {
    const drawn = heights("initiative", "objective");
    for (const kind of ["priority", "outcome", "change", "capability"] as const) {
      expect(drawn.get(kind), kind).toBe(row);
    }
    expect(drawn.get("driver")).toBeLessThan(row);
  });

  it("grow with their lowest card", () => {
    const spots: Spot[] = [{ id: "a", band: "initiative", x: 0, y: 28 + 132 }];
    const work = lanesFor(spots, String).find((lane) => lane.level === 5);
    expect(work?.depth).toBe(row + 132);
  });
});

describe("cards that have no place yet", () => {
  const cards = (count: number, band: CardKind) =>
    Array.from({ length: count }, (_, i) => ({ id: `${band}${i}`, band }));
  const spanOf = (spots: readonly Spot[]) => ({
    w: Math.max(...spots.map((it) => it.x)) + 240,
    h: Math.max(...spots.map((it) => it.y)) + 88,
  });

  it("wrap into about the shape of a screen, in rows and in columns", () => {
    for (const count of [91, 400, 1105]) {
      const { w, h } = spanOf(placed(cards(count, "initiative"), new Map(), "columns"));
      expect(w / h, `${count}`).toBeGreaterThan(0.9);
      expect(w / h, `${count}`).toBeLessThan(3);
    }
    const rows = spanOf(placed(cards(91, "initiative"), new Map(), "rows"));
    expect(rows.w / rows.h).toBeGreaterThan(1);
    expect(rows.w / rows.h).toBeLessThan(4);
  });

  it("go to the end of the line on a map that was laid out, however long its lines are", () => {
    const known = cards(20, "initiative");
    const places = new Map(known.map(({ id }, i) => [id, { x: 40 + i * 264, y: 28 }]));
    const spots = placed([...known, { id: "new", band: "initiative" as const }], places, "rows");
    expect(spots.at(-1)).toMatchObject({ x: 40 + 20 * 264, y: 28 });
  });
});
