import { describe, expect, it } from "vitest";
import type { Frame } from "./draw/frame";
import type { Space } from "./space";
import { Under } from "./under";

const SIZE = { w: 1280, h: 800 };
const SEEN = { x0: 0, y0: 0, x1: 1280, y1: 800 };
const FRAME = { view: { x: 0, y: 0, zoom: 1 }, dpr: 1, theme: { ink2: "#000" } } as unknown as Frame;

/** A map of a thousand links, so many of them in sight. */
function under() {
  let inSight = 0;
  const flags = new Uint8Array(1000);
  const space = {
    scene: { links: Array(1000), bridged: new Set() },
    linksIn: () => Array(inSight),
    movedLinks: () => new Set(),
    ...{ linkOff: flags, linkLit: flags },
  } as unknown as Space;
  const it = new Under(space, () => undefined, false);
  return (links: number) => {
    inSight = links;
    it.ask(FRAME, SIZE, SEEN);
    return it.revision;
  };
}

describe("links under the cards", () => {
  it("are_drawn_anew_where_the_worker_takes_over_and_where_it_leaves_off_or_halves_of_them_would_differ_in_strength", () => {
    const seen = under();
    const few = seen(290);
    expect(seen(296)).toBe(few);
    const many = seen(310);
    expect(many).not.toBe(few);
    expect(seen(270)).toBe(many);
    expect(seen(239)).not.toBe(many);
  });
});
