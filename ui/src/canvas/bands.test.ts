import { describe, expect, it } from "vitest";
import { lanesFor, type Spot } from "./bands";
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
