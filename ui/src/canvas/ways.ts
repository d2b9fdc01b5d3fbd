/*
 * The ways of the lit line: each lit link and each bridge to a ghost, led through the gaps between cards.
 */
import { newCurve } from "./geometry";
import { type Route, route } from "./route";
import type { Space } from "./space";
import type { Box, Point } from "./view";

/** As many lit links are led through the gaps one by one; a larger line is read as a mass. */
export const MANY = 400;

interface Way {
  readonly id: string;
  readonly a: number;
  readonly b: number;
}

/**
 * The ways of one scene, by link id. All are there at once as plain curves; finding the gaps takes its time from frame
 * to frame, what is selected first, so that a long line lights as soon as a short one.
 */
export class Ways {
  readonly routes = new Map<string, Route>();
  private readonly waiting: Way[] = [];
  private at = 0;
  private readonly space: Space;

  constructor(space: Space, selection: ReadonlySet<string>) {
    this.space = space;
    const { links, bridges, focus } = space.scene;
    // Finding a gap for each of very many links would take longer than anybody looks at them.
    const many = (focus?.links.size ?? 0) > MANY;
    const later: Way[] = [];
    const add = (id: string, a: number, b: number, first: boolean): void => {
      if (a < 0 || b < 0) return;
      this.routes.set(id, plain(space, a, b));
      if (!many) (first ? this.waiting : later).push({ id, a, b });
    };
    for (const id of focus?.links ?? []) {
      const i = space.linkIndex.get(id) ?? -1;
      const link = links[i];
      if (link === undefined || space.linkOff[i] === 1) continue;
      const first = selection.has(link.from) || selection.has(link.to) || selection.has(id);
      add(id, space.from[i] ?? -1, space.to[i] ?? -1, first);
    }
    bridges.forEach((link, i) => {
      add(link.id, space.bridgeFrom[i] ?? -1, space.bridgeTo[i] ?? -1, true);
    });
    this.waiting.push(...later);
  }

  /** All of them are led through the gaps. */
  get isLed(): boolean {
    return this.at >= this.waiting.length;
  }

  /** Leads ways through the gaps for so many milliseconds; true while there are more. */
  lead(budget: number): boolean {
    const until = performance.now() + budget;
    while (this.at < this.waiting.length) {
      const way = this.waiting[this.at];
      if (way === undefined) break;
      this.routes.set(way.id, led(this.space, way.a, way.b));
      this.at += 1;
      if (performance.now() >= until) break;
    }
    return !this.isLed;
  }
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

/** Gaps run along rows; where bands stand side by side, or where there are none, a way is as it is. */
function led(space: Space, a: number, b: number): Route {
  if (space.scene.axis !== "rows") return plain(space, a, b);
  const blocking = (box: Box): Point[] => {
    const found: Point[] = [];
    const add = (i: number): void => {
      if (i !== a && i !== b) found.push({ x: space.x[i] ?? 0, y: space.y[i] ?? 0 });
    };
    space.cardsIn(box).forEach(add);
    for (let i = space.ghostStart; i < space.boxCount; i += 1) if (space.touches(i, box)) add(i);
    return found;
  };
  return route(space.x[a] ?? 0, space.y[a] ?? 0, space.x[b] ?? 0, space.y[b] ?? 0, blocking);
}
