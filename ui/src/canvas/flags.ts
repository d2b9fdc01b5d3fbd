/*
 * What of a scene changes without any card moving, as one number each: what is lit, what is kept back, which links
 * are drawn elsewhere, and the tones of the overlay. Pure.
 */
import { tonesOf } from "./overlay/tones";
import type { Scene } from "./scene";

export interface Flags {
  readonly lit: Uint8Array;
  readonly linkLit: Uint8Array;
  readonly linkOff: Uint8Array;
  readonly out: Uint8Array;
  readonly tone: Uint8Array;
}

interface Ends {
  readonly index: ReadonlyMap<string, number>;
  readonly linkIndex: ReadonlyMap<string, number>;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function flagsOf(scene: Scene, { index, linkIndex, from, to }: Ends): Flags {
  const { cards, links, notes, ghosts, focus, bridged, passing } = scene;
  const lit = new Uint8Array(cards.length + notes.length + ghosts.length);
  const linkLit = new Uint8Array(links.length);
  const linkOff = new Uint8Array(links.length);
  const out = new Uint8Array(cards.length);
  const set = (flags: Uint8Array, numbers: ReadonlyMap<string, number>, ids: Iterable<string>): void => {
    for (const id of ids) {
      const i = numbers.get(id);
      if (i !== undefined) flags[i] = 1;
    }
  };
  set(lit, index, focus?.cards ?? []);
  ghosts.forEach((ghost, g) => {
    if (ghost.lit) lit[cards.length + notes.length + g] = 1;
  });
  set(linkLit, linkIndex, focus?.links ?? []);
  set(linkOff, linkIndex, bridged);
  if (passing !== null) {
    cards.forEach((card, i) => {
      if (!passing.has(card.id)) out[i] = 1;
    });
    for (let i = 0; i < links.length; i += 1) {
      const apart = out[from[i] ?? -1] === 1 || out[to[i] ?? -1] === 1;
      if (apart && linkLit[i] !== 1) linkOff[i] = 1;
    }
  }
  return { lit, linkLit, linkOff, out, tone: tonesOf(scene) };
}
