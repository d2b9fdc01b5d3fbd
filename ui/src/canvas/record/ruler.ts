/* Asks the browser how wide words are and what colours mean, through a drawing context that nobody sees. */
import type { Ruler } from "./recorder";

/** Weights and sizes in which a canvas is written; their typeface must have arrived before anything is measured. */
const WEIGHTS = [400, 550, 650];

export function screenRuler(): Ruler {
  const context = document.createElement("canvas").getContext("2d");
  let set = "";
  return {
    width(text, font) {
      if (context === null) return text.length * 6.4;
      if (set !== font) {
        context.font = font;
        set = font;
      }
      return context.measureText(text).width;
    },
    colour(css) {
      if (context === null) return css;
      context.fillStyle = "#000000";
      context.fillStyle = css;
      return typeof context.fillStyle === "string" ? context.fillStyle : "#000000";
    },
  };
}

/** Resolves when the typeface of a family can be measured; one that cannot be had is no reason to wait. */
export async function typefaceReady(family: string): Promise<void> {
  await Promise.allSettled(WEIGHTS.map((weight) => document.fonts.load(`${weight} 12px ${family}`)));
}
