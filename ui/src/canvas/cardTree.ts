/*
 * The cards of a scene as numbers: where each stands, which number it has, and a spatial index of them. Built once for
 * each set of cards.
 */
import Flatbush from "flatbush";
import { CARD_H, CARD_W } from "./measures";
import type { SceneCard } from "./scene";
import type { Box } from "./view";

interface Cards {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly tree: Flatbush | null;
  /** Around all of them; around the room of a few where there are none. */
  readonly bounds: Box;
}

/** `index` is filled with the number of each card. */
export function cardTree(cards: readonly SceneCard[], index: Map<string, number>): Cards {
  const x = new Float64Array(cards.length);
  const y = new Float64Array(cards.length);
  if (cards.length === 0) return { x, y, tree: null, bounds: { x0: 0, y0: 0, x1: CARD_W * 4, y1: CARD_H } };
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const tree = new Flatbush(cards.length);
  cards.forEach((card, i) => {
    x[i] = card.x;
    y[i] = card.y;
    index.set(card.id, i);
    tree.add(card.x, card.y, card.x + CARD_W, card.y + CARD_H);
    x0 = Math.min(x0, card.x);
    y0 = Math.min(y0, card.y);
    x1 = Math.max(x1, card.x + CARD_W);
    y1 = Math.max(y1, card.y + CARD_H);
  });
  tree.finish();
  return { x, y, tree, bounds: { x0, y0, x1, y1 } };
}
