/*
 * What a running gesture holds, by name: numbers of boxes and links mean something else as soon as the scene changes,
 * which another window may bring about at any moment. Pure.
 */
import type { Gesture } from "./gestures";
import type { Space } from "./space";

export interface Held {
  readonly gesture: Gesture;
  readonly ids: readonly string[];
}

/** Call it while the scene is still the one that the gesture began in. */
export function heldBy(gesture: Gesture, space: Space): Held {
  const boxes = (list: readonly number[]): string[] =>
    list.map((i) => space.idOf(i)).filter((id) => id !== null);
  switch (gesture.kind) {
    case "drag":
      return { gesture, ids: boxes(gesture.boxes) };
    case "press":
    case "connect":
    case "ghost":
      return { gesture, ids: boxes([gesture.box]) };
    case "link":
      return { gesture, ids: [space.link(gesture.link)?.id ?? ""] };
    default:
      return { gesture, ids: [] };
  }
}

/** The gesture under the numbers of the new scene; null when what it holds is gone. A drag goes on with what is left. */
export function regained({ gesture, ids }: Held, space: Space): Gesture | null {
  const [first] = ids;
  const box = first === undefined ? undefined : space.index.get(first);
  switch (gesture.kind) {
    case "drag": {
      // The card that was gripped leads; without it nobody would know what moves.
      if (box === undefined) return null;
      const boxes = ids.map((id) => space.index.get(id) ?? -1).filter((i) => space.isThing(i));
      return { kind: "drag", boxes };
    }
    case "press":
    case "connect":
    case "ghost":
      return box === undefined ? null : { ...gesture, box };
    case "link": {
      const link = first === undefined ? undefined : space.linkIndex.get(first);
      return link === undefined ? null : { ...gesture, link };
    }
    default:
      return gesture;
  }
}
