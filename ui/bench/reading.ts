/*
 * What an edit costs before anything is drawn: the diff put into the mirror, the records read into a scene, and the engine
 * told. Each kind of edit reaches differently far.
 */
import { Projector } from "../src/canvas/project";
import { recordsOf } from "../src/canvas/records";
import type { Scene } from "../src/canvas/scene";
import { Space } from "../src/canvas/space";
import type { Change, Link, Record as Stored } from "../src/api/bindings";
import { patched, type Portfolio } from "../src/model/portfolio";
import { CANVAS, changed, generated } from "./records";
import { mapWords } from "./words";

export type Act = "title" | "progress" | "reading" | "placement" | "mechanism" | "contribution" | "element";
type Make = (portfolio: Portfolio, n: number) => Change[];

const put = (before: Stored | null, after: Stored | null): Change[] => [{ before, after }];
const nth = <T>(table: ReadonlyMap<string, T>, n: number, fits: (it: T) => boolean): T => {
  const all = [...table.values()].filter(fits);
  return all[(n * 37) % all.length] as T;
};

const ACTS: Readonly<Record<Act, Make>> = {
  title: (p, n) => {
    const { id } = nth(p.elements, n, () => true);
    return changed(p, id, { title: `Another title ${n}` });
  },
  progress: (p, n) => {
    const { id } = nth(p.elements, n, (it) => it.kind === "initiative");
    return changed(p, id, { percent_complete: { known: n % 100 } });
  },
  reading: (p, n) => {
    const before = nth(p.readings, n, () => true);
    return put({ type: "reading", record: before }, { type: "reading", record: { ...before, value: n % 100 } });
  },
  placement: (p, n) => {
    const before = nth(p.placements, n, () => true);
    return put({ type: "placement", record: before }, { type: "placement", record: { ...before, x: before.x + 5 } });
  },
  mechanism: (p, n) => {
    const before = nth(p.links, n, (it) => it.kind === "contribution");
    return put({ type: "link", record: before }, { type: "link", record: { ...before, mechanism: `So it is ${n}` } as Link });
  },
  contribution: (p, n) => {
    const before = nth(p.links, n, (it) => it.kind === "contribution");
    return put({ type: "link", record: before }, null);
  },
  element: (p, n) => {
    const like = nth(p.elements, n, (it) => it.kind === "initiative");
    return put(null, { type: "element", record: { ...like, id: `new-${n}` } });
  },
};

export function reading(count: number) {
  const { portfolio: whole, hash } = generated(count);
  const projector = new Projector(mapWords("en"));
  let portfolio = whole;
  let space: Space | null = null;
  const read = () => projector.project(recordsOf(portfolio, CANVAS, []), new Set());
  return {
    hash,
    acts: Object.keys(ACTS) as Act[],
    facts: { cards: whole.placements.size, links: whole.linksFrom.size },
    first: () => read().cards.length,
    mount() {
      space = new Space(read());
    },
    /** The change is made beforehand: it is the host's work. */
    prepare: (act: Act, n: number) => ACTS[act](portfolio, n),
    mirror(changes: Change[]) {
      portfolio = patched(portfolio, changes);
    },
    read,
    tell: (scene: Scene) => space?.update(scene),
  };
}
