/*
 * The ways of the lit line: each lit link and each bridge to a ghost, led through the gaps between cards.
 */
import { newCurve } from "./geometry";
import { type Route, route } from "./route";
import type { Space } from "./space";
import type { Box, Point } from "./view";

/** As many lit links are led through the gaps one by one; a larger line is read as a mass. */
export const MANY = 400;

/** By link id. */
export function litWays(space: Space): Map<string, Route> {
  const ways = new Map<string, Route>();
  // Finding a gap for each of very many links would take longer than anybody looks at them.
  const many = (space.scene.focus?.links.size ?? 0) > MANY;
  const add = (id: string, a: number, b: number): void => {
    if (a >= 0 && b >= 0) ways.set(id, many ? plain(space, a, b) : led(space, a, b));
  };
  space.scene.links.forEach((link, i) => {
    if (space.linkLit[i] === 1 && space.linkOff[i] === 0)
      add(link.id, space.from[i] ?? -1, space.to[i] ?? -1);
  });
  space.scene.bridges.forEach((link, i) => {
    add(link.id, space.bridgeFrom[i] ?? -1, space.bridgeTo[i] ?? -1);
  });
  return ways;
}

/** While cards are dragged only the ways that end at them change; the others are led anew when they are let go. */
export function dragWays(ways: Map<string, Route>, space: Space): void {
  for (const i of space.movedLinks()) {
    const link = space.link(i);
    if (link !== undefined && ways.has(link.id))
      ways.set(link.id, led(space, space.from[i] ?? -1, space.to[i] ?? -1));
  }
  space.scene.bridges.forEach((link, i) => {
    const [a, b] = [space.bridgeFrom[i] ?? -1, space.bridgeTo[i] ?? -1];
    if ((space.movedCards.has(a) || space.movedCards.has(b)) && ways.has(link.id))
      ways.set(link.id, led(space, a, b));
  });
}

function plain(space: Space, a: number, b: number): Route {
  const curve = newCurve();
  space.curveBetween(curve, a, b);
  return [curve];
}

function led(space: Space, a: number, b: number): Route {
  const blocking = (box: Box): Point[] => {
    const found: Point[] = [];
    const add = (i: number): void => {
      if (i !== a && i !== b) found.push({ x: space.x[i] ?? 0, y: space.y[i] ?? 0 });
    };
    space.cardsIn(box).forEach(add);
    for (let i = space.cardCount; i < space.boxCount; i += 1) if (space.touches(i, box)) add(i);
    return found;
  };
  return route(space.x[a] ?? 0, space.y[a] ?? 0, space.x[b] ?? 0, space.y[b] ?? 0, blocking);
}
