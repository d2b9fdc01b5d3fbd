/* What the frames over a map tell: words for them, and each change as one edit. */
import type { FrameLayerTools } from "../../canvas/frames/index.ts";
import { boxOf } from "../../canvas/frames/index.ts";
import type { Box } from "../../canvas/index.ts";
import type { Desk } from "../../panels/desk.tsx";
import type { Words } from "../../words/index.ts";

export function frameTools(
  words: Words,
  readOnly: boolean,
  canvas: string,
  desk: () => Desk,
  look: (box: Box) => void,
): FrameLayerTools {
  return {
    readOnly,
    nameLabel: words.say("frames.name"),
    said: ({ title }, number) => words.say("frames.held", { number, title }),
    unit: () => Number(getComputedStyle(document.documentElement).getPropertyValue("--unit")) || 1,
    onChange: (frames) => desk().edit({ type: "set_frames", canvas, frames: [...frames] }),
    onGo: (frame) => look(boxOf(frame)),
  };
}
