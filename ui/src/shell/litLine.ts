/*
 * What a diagram lights for a selection. It draws no links, because where a mark lies says something else already; so the
 * marks on the line are outlined and the others step back.
 */
import { throughline } from "../canvas/index.ts";
import type { DiagramKind } from "../model/canvases.ts";
import { carriersOf } from "../model/line.ts";
import { live } from "../model/live.ts";
import type { Portfolio } from "../model/portfolio.ts";

/** The other diagrams draw what leads where. */
const LIT: readonly DiagramKind[] = ["capability_map", "delivery_outcome"];

/**
 * The elements on the line through what is selected, the selected ones included. Null where none of them but the selection
 * itself has a mark here: then nothing steps back, or one click would dim all that it is compared with.
 */
export function litLine(
  kind: DiagramKind,
  portfolio: Portfolio,
  selection: readonly string[],
  isShown: (id: string) => boolean,
): ReadonlySet<string> | null {
  if (!LIT.includes(kind) || selection.length === 0) return null;
  const { elements, links } = live(portfolio);
  const line = throughline(
    selection,
    (id) => elements.has(id),
    (id) => links.get(id) ?? null,
    carriersOf(portfolio),
  );
  if (line === null) return null;
  const lit = new Set([...line.up, ...line.down]);
  const chosen = new Set(selection);
  return [...lit].some((id) => !chosen.has(id) && isShown(id)) ? lit : null;
}
