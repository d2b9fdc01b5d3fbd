/*
 * Drawing a link with the pointer: what it would join, whether that is allowed, and the note at the pointer.
 */
import { dragCurve } from "./geometry";
import { CARD_W } from "./measures";
import { judge, type Verdict } from "./policy";
import type { Stage } from "./stage";
import { type Point, toWorld } from "./view";

/** Screen pixels around a card that still count as on it. */
const REACH = 4;

function target(stage: Stage, at: Point): number {
  const found = stage.space.boxAt(toWorld(stage.view, at), REACH / stage.view.zoom);
  return found >= 0 && found < stage.space.cardCount ? found : -1;
}

function verdictAt(stage: Stage, box: number, on: number): Verdict | null {
  const { space } = stage;
  const from = space.card(box);
  if (from === undefined) return null;
  return judge(from, space.card(on) ?? null, (a, b) => {
    const [low, high] = [space.index.get(a) ?? -1, space.index.get(b) ?? -1];
    return space
      .linksOf(low)
      .some((l) => space.from[l] === low && space.to[l] === high && space.link(l)?.kind === "contribution");
  });
}

/** Draws the link as far as the pointer and says what would come of it. */
export function aim(stage: Stage, box: number, at: Point): void {
  const { space } = stage;
  const on = target(stage, at);
  const verdict = verdictAt(stage, box, on);
  if (verdict === null) return;
  const curve = stage.draftCurve;
  dragCurve(curve, (space.x[box] ?? 0) + CARD_W / 2, space.y[box] ?? 0, toWorld(stage.view, at));
  let note = "";
  if (on >= 0 && verdict.verdict === "refused") note = stage.words.refusal(verdict.reason);
  if (on >= 0 && verdict.verdict === "flip") note = stage.words.flipped;
  stage.draft = { curve, target: on === box ? -1 : on, legal: verdict.verdict !== "refused", note };
  stage.invalidate();
}

/** Lets go: asks for the link, or says why not. Let go over nothing, nothing happens. */
export function connect(stage: Stage, box: number, at: Point): void {
  const on = target(stage, at);
  const verdict = on < 0 ? null : verdictAt(stage, box, on);
  if (verdict === null) return;
  if (verdict.verdict === "refused") stage.events.onAnnounce?.(stage.words.refusal(verdict.reason));
  else stage.events.onConnect?.(verdict.from, verdict.to);
}
