/*
 * What every contender shows: the same scene, taken apart once, with the words and colours of the cards, and the line of a
 * selection. Nothing here is counted for or against anybody; it is made before the clock starts.
 */
import type { CardKind, Scene, SceneCard, Status } from "../../src/canvas/scene";

export const CARD = { w: 240, h: 88 };

export const STATUS_COLOUR: Readonly<Record<Status, string>> = { ok: "#2f8f5b", risk: "#b7791f", off: "#c0392b", unknown: "#b9bcc4" };
export const KIND_COLOUR: Readonly<Record<CardKind, string>> = {
  driver: "#8a3a6b", priority: "#3a6b8a", objective: "#3a6b8a", outcome: "#2f9a8f", change: "#2f9a8f",
  capability: "#6b7a2f", initiative: "#b7791f", system: "#7a4a3a", team: "#7a4a3a",
};

export function metaOf(card: SceneCard): string {
  return [card.missing, ...card.meta].filter((it) => it !== null).join(" · ");
}

export interface Lit {
  readonly cards: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** The line through a card, upwards and downwards: what is lit when it is selected. */
export function lightOf(scene: Scene): (id: string) => Lit {
  const up = new Map<string, { link: string; to: string }[]>();
  const down = new Map<string, { link: string; to: string }[]>();
  const add = (map: typeof up, at: string, arc: { link: string; to: string }) => {
    const list = map.get(at);
    if (list === undefined) map.set(at, [arc]);
    else list.push(arc);
  };
  for (const link of scene.links) {
    add(up, link.from, { link: link.id, to: link.to });
    add(down, link.to, { link: link.id, to: link.from });
  }
  return (id) => {
    const cards = new Set([id]);
    const links = new Set<string>();
    for (const arcs of [up, down]) {
      const queue = [id];
      const seen = new Set([id]);
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        for (const arc of arcs.get(at) ?? []) {
          links.add(arc.link);
          if (seen.has(arc.to)) continue;
          seen.add(arc.to);
          cards.add(arc.to);
          queue.push(arc.to);
        }
      }
    }
    return { cards, links };
  };
}
