/*
 * The links of a scene as numbers, with a spatial index of where their curves run; and the box around what lies on the
 * paper. Built once for each set of cards and links.
 */
import Flatbush from "flatbush";
import { CARD_H, CARD_W } from "./measures";
import type { SceneLink } from "./scene";
import type { Box } from "./view";

/** Curves may swing this far beyond the boxes of their cards. */
const SWING = 44;

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly index: ReadonlyMap<string, number>;
  /** Filled with the number of each link. */
  readonly linkIndex: Map<string, number>;
}

export function linkTree(
  links: readonly SceneLink[],
  { x, y, index, linkIndex }: Places,
): { from: Int32Array; to: Int32Array; tree: Flatbush | null } {
  const from = new Int32Array(links.length);
  const to = new Int32Array(links.length);
  const tree = links.length > 0 ? new Flatbush(links.length) : null;
  links.forEach((link, i) => {
    const a = index.get(link.from) ?? -1;
    const b = index.get(link.to) ?? -1;
    from[i] = a;
    to[i] = b;
    linkIndex.set(link.id, i);
    // A link with an end that is not on this map is kept in the arrays, so indexes agree, and never drawn.
    if (a < 0 || b < 0) {
      tree?.add(Infinity, Infinity, Infinity, Infinity);
      return;
    }
    const [ax, ay, bx, by] = [x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0];
    tree?.add(
      Math.min(ax, bx) - SWING,
      Math.min(ay, by) - SWING,
      Math.max(ax, bx) + CARD_W + SWING,
      Math.max(ay, by) + CARD_H + SWING,
    );
  });
  tree?.finish();
  return { from, to, tree };
}

interface Lying {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box around a box and things that lie somewhere; null around nothing. */
export function spanning(first: Box | null, lying: readonly Lying[]): Box | null {
  return lying.reduce<Box | null>((box, { x, y, width, height }) => {
    const { x0, y0, x1, y1 } = box ?? { x0: x, y0: y, x1: x, y1: y };
    return {
      x0: Math.min(x0, x),
      y0: Math.min(y0, y),
      x1: Math.max(x1, x + width),
      y1: Math.max(y1, y + height),
    };
  }, first);
}
