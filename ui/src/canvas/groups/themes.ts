/*
 * What each card belongs to when it is too far away to be read, pure: the priority that it serves, else the
 * objective, else the whole that it is a part of. The nearest on the way up counts; of several equally near ones the
 * first. A driver belongs to what answers it. Cards that serve nothing belong to nothing, and are shown so.
 */
import { ZOOM_LINES, ZOOM_MIDDLE, ZOOM_TITLES } from "../measures";
import type { Scene, SceneCard } from "../scene";

/** So many letters of a name two lines of a card hold, where they begin to be told. */
const SHORT = 20;
/** From so many names on that would be cut, as a share of all, blocks are calmer. */
const CUT = 0.34;

/**
 * The zoom below which cards stand in blocks: where a card would tell only some letters of its name. Blocks that are called
 * by several priorities or objectives say more than cards whose names are cut, so these wait until names have three lines.
 */
export function blocksBelow(scene: Scene): number {
  const { axis, cards, links } = scene;
  if (axis === null) return ZOOM_MIDDLE;
  if (links.length === 0) return ZOOM_TITLES;
  let [naming, long] = [0, 0];
  for (const { kind, shown } of cards) {
    if (kind === "priority" || kind === "objective") naming += 1;
    if (shown.length > SHORT) long += 1;
  }
  return naming > 1 && long > cards.length * CUT ? ZOOM_LINES : ZOOM_TITLES;
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

/** Who has a card, as it says itself; also that nobody has it. */
export function ownerOf(card: SceneCard | undefined): string | null {
  return card?.missing ?? card?.meta[0] ?? null;
}

/**
 * Where nothing serves anything, cards belong to who has them: each to the first card of the same owner. Null where that
 * would tell no more.
 */
export function ownersOf(scene: Scene): Int32Array | null {
  const first = new Map<string, number>();
  const own = Int32Array.from(scene.cards, (card, i) => {
    const owner = ownerOf(card);
    if (owner === null) return -1;
    if (!first.has(owner)) first.set(owner, i);
    return first.get(owner) ?? -1;
  });
  return first.size > 1 ? own : null;
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
