/*
 * What each card belongs to when it is too far away to be read, pure: the priority that it serves, else the
 * objective, else the whole that it is a part of. The nearest on the way up counts; of several equally near ones the
 * first. A driver belongs to what answers it. Cards that serve nothing belong to nothing, and are shown so.
 */
import { ZOOM_MIDDLE, ZOOM_TITLES } from "../measures";
import type { Scene } from "../scene";

/**
 * The zoom below which cards stand in blocks. Blocks that are called by several priorities or objectives say more than cards
 * of which only a few letters can be read; where nothing gives them names, cards stay as long as they can be told apart.
 */
export function blocksBelow(scene: Scene): number {
  const naming = scene.cards.filter(({ kind }) => kind === "priority" || kind === "objective").length;
  return scene.axis !== null && scene.links.length > 0 && naming > 1 ? ZOOM_TITLES : ZOOM_MIDDLE;
}

/** Number of the theme card by card; −1 for none. A theme is told by the number of the card that gives its name. */
export function themesOf(scene: Scene, from: Int32Array, to: Int32Array): Int32Array {
  const { cards, links } = scene;
  const up: number[][] = cards.map(() => []);
  const whole = new Int32Array(cards.length).fill(-1);
  const hasParts = new Uint8Array(cards.length);
  links.forEach((link, i) => {
    const [a, b] = [from[i] ?? -1, to[i] ?? -1];
    if (a < 0 || b < 0 || link.proposed) return;
    if (link.kind === "part_of") {
      whole[a] = b;
      hasParts[b] = 1;
    }
    if (link.kind === "contribution" || link.kind === "because" || link.kind === "part_of") up[a]?.push(b);
  });
  const down: number[][] = cards.map(() => []);
  up.forEach((above, i) => {
    for (const j of above) down[j]?.push(i);
  });
  const priority = nearest(down, (i) => cards[i]?.kind === "priority");
  const objective = nearest(down, (i) => cards[i]?.kind === "objective");
  const own = priority.map((found, i) => {
    if (found >= 0) return found;
    if ((objective[i] ?? -1) >= 0) return objective[i] ?? -1;
    if ((whole[i] ?? -1) < 0 && hasParts[i] !== 1) return -1;
    return rootOf(whole, i);
  });
  return own.map((theme, i) => {
    if (theme >= 0 || cards[i]?.kind !== "driver") return theme;
    const answering = down[i] ?? [];
    const first =
      answering.find((j) => cards[j]?.kind === "priority") ?? answering.find((j) => (own[j] ?? -1) >= 0);
    return first === undefined ? -1 : (own[first] ?? -1);
  });
}

/** For each card the nearest one of which `is` holds and from which `next` leads to it; −1 where there is none. */
function nearest(next: readonly (readonly number[])[], is: (card: number) => boolean): Int32Array {
  const found = new Int32Array(next.length).fill(-1);
  let ring: number[] = [];
  for (let i = 0; i < next.length; i += 1) {
    if (!is(i)) continue;
    found[i] = i;
    ring.push(i);
  }
  // From all of them at once: whoever arrives first is nearest.
  while (ring.length > 0) {
    const outer: number[] = [];
    for (const i of ring) {
      for (const j of next[i] ?? []) {
        if (found[j] !== -1) continue;
        found[j] = found[i] ?? -1;
        outer.push(j);
      }
    }
    ring = outer;
  }
  return found;
}

/** The top of a tree of parts; a ring of parts ends where it began. */
function rootOf(whole: Int32Array, start: number): number {
  let at = start;
  for (let n = 0; n < whole.length; n += 1) {
    const above = whole[at] ?? -1;
    if (above < 0 || above === start) return at;
    at = above;
  }
  return at;
}
