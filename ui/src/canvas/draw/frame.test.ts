import { describe, expect, it } from "vitest";
import { TYPE_MIN } from "../measures";
import { cardShape, snap } from "./frame";

describe("what is laid on whole pixels", () => {
  it("lies_alike_beside_the_rest_from_every_view_on_every_screen", () => {
    for (const dpr of [1, 1.25, 1.5, 1.75, 2, 2.625])
      for (const zoom of [0.4, 0.5, 0.75, 0.8, 1, 1.25])
        for (let world = -400; world < 400; world += 2) {
          const places = new Set<number>();
          for (let begin = -1500; begin < 1500; begin += 7)
            places.add(Math.round(snap(world * zoom + begin / dpr, dpr) * dpr) - begin);
          expect([dpr, zoom, world, places.size]).toEqual([dpr, zoom, world, 1]);
        }
  });
});

describe("the room of a name on a card", () => {
  it("is_two_lines_and_the_whole_width_from_afar_until_less_than_two_have_room", () => {
    for (let zoom = 0.31; zoom < 0.5; zoom += 0.005) {
      const { titleLines, h, mark } = cardShape(zoom);
      expect(titleLines, `${zoom}`).toBeGreaterThan(1);
      expect(titleLines * TYPE_MIN).toBeLessThanOrEqual(h);
      if (titleLines === 2 && zoom < 0.36) expect(mark).toBe(0);
    }
    expect(cardShape(0.27).titleLines).toBe(1);
  });

  it("takes_smaller_words_in_a_room_alone_and_never_smaller_than_the_least_of_a_desk", () => {
    const unit = 1.5;
    for (const zoom of [0.3, 0.45, 0.47, 0.499, 0.6, 1]) {
      const [desk, room] = [cardShape(zoom), cardShape(zoom, false, true)];
      expect(desk.plainSize).toBeGreaterThanOrEqual(TYPE_MIN);
      expect(desk.smallSize).toBeNull();
      expect((room.smallSize ?? room.plainSize) * unit).toBeGreaterThanOrEqual(TYPE_MIN);
      if (room.smallSize !== null) expect(room.smallSize * 4).toBeLessThan(room.h);
    }
    expect(cardShape(0.47, false, true).smallSize).not.toBeNull();
  });
});
