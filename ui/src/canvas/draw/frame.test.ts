import { describe, expect, it } from "vitest";
import { snap } from "./frame";

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
