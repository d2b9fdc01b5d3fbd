/*
 * Links that pass through a step that a canvas leaves out: a benefits map has no column for priorities, yet what an
 * objective serves by way of one it serves. Each stands for the links it is made of and is no record of its own.
 */
import type { Link } from "../../api/bindings";
import type { Carriers } from "../../model/line";
import type { SceneLink } from "../scene";

const MARK = "through:";
/** More than this would be a carpet. */
const MOST = 4000;

/** Whether a link only stands for others. */
export function isThrough(id: string): boolean {
  return id.startsWith(MARK);
}

/** From what is shown to what is shown, by way of one step that is not; where a link of their own joins them, none. */
export function throughLinks(
  links: readonly Link[],
  { up }: Carriers,
  isShown: (id: string) => boolean,
): SceneLink[] {
  const joined = new Set(links.map((link) => `${link.from} ${link.to}`));
  const out = new Map<string, SceneLink>();
  for (const link of links) {
    if (link.kind !== "contribution" || !isShown(link.from) || isShown(link.to)) continue;
    for (const arc of up.get(link.to) ?? []) {
      const key = `${link.from} ${arc.to}`;
      if (!isShown(arc.to) || joined.has(key) || out.has(key) || out.size >= MOST) continue;
      out.set(key, {
        ...{ id: `${MARK}${key}`, from: link.from, to: arc.to, kind: "because", strength: 1, confidence: 3 },
        ...{ proposed: false, leap: false, negative: false, label: "", mechanism: "" },
      });
    }
  }
  return [...out.values()];
}
