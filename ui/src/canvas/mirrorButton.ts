/*
 * The button over the headings of a benefits map by which it is read from the other side. There only where bands stand
 * side by side; the same is one key on the map.
 */
import type { Stage } from "./stage";

const ARROWS = "M2.5 5.5h10M9.8 2.8l2.7 2.7-2.7 2.7M13.5 10.5h-10M6.2 7.8l-2.7 2.7 2.7 2.7";

export class MirrorButton {
  private readonly node: HTMLButtonElement;
  private readonly stage: Stage;

  constructor(host: HTMLElement, stage: Stage, act: () => void) {
    this.stage = stage;
    this.node = document.createElement("button");
    this.node.type = "button";
    this.node.className = "tl-canvas-mirrored";
    this.node.title = stage.words.mirror;
    this.node.setAttribute("aria-label", stage.words.mirror);
    this.node.dataset.testid = "mirror-columns";
    this.node.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${ARROWS}"/></svg>`;
    this.node.addEventListener("click", act);
    this.node.hidden = true;
    host.append(this.node);
  }

  /** Called when the scene changes. */
  update(): void {
    const { scene } = this.stage.space;
    this.node.hidden = scene.axis !== "columns" || this.stage.events.onMirror === undefined;
    this.node.setAttribute("aria-pressed", String(scene.mirrored));
  }

  destroy(): void {
    this.node.remove();
  }
}
