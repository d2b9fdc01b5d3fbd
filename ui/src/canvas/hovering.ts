/*
 * What lies under a pointer that does nothing yet: kept on the stage, told outside when it changes, and shown by the cursor.
 */
import type { Hit } from "./gestures";
import type { Stage } from "./stage";

/** Takes over what is under the pointer; returns the cursor that it asks for, if any. */
export function hover(stage: Stage, hit: Hit): string | null {
  const box = "box" in hit ? hit.box : -1;
  const link = hit.on === "link" ? hit.link : -1;
  const group = hit.on === "group" ? hit.group : -1;
  if (group !== stage.hoverGroup) stage.invalidate();
  stage.hoverGroup = group;
  if (box !== stage.hover || link !== stage.hoverLink) {
    stage.hover = box;
    stage.hoverLink = link;
    stage.events.onHover?.(stage.space.idOf(box) ?? stage.space.link(link)?.id ?? null);
    stage.invalidate();
  }
  if (hit.on === "handle") return "crosshair";
  return box >= 0 || link >= 0 || group >= 0 ? "pointer" : null;
}

/** The pointer went away; a running gesture keeps what it is about. */
export function leave(stage: Stage): void {
  if (stage.gesture !== null || (stage.hover < 0 && stage.hoverLink < 0)) return;
  stage.hover = -1;
  stage.hoverLink = -1;
  stage.events.onHover?.(null);
  stage.invalidate();
}
