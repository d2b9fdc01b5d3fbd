/*
 * The map for a screen reader: a small list of the card under the cursor and its neighbours, hidden from
 * sight, pointed to by aria-activedescendant. Not the whole map: the outline view serves that.
 */
import type { Stage } from "./stage";

let count = 0;

export class Mirror {
  private readonly surface: HTMLElement;
  private readonly list: HTMLElement;
  private readonly stage: Stage;
  private readonly prefix: string;

  constructor(surface: HTMLElement, stage: Stage) {
    count += 1;
    this.prefix = `tl-canvas-${count}`;
    this.surface = surface;
    this.stage = stage;
    this.list = document.createElement("div");
    this.list.className = "tl-canvas-mirror";
    surface.append(this.list);
    surface.setAttribute("role", "listbox");
    surface.setAttribute("aria-multiselectable", "true");
    surface.setAttribute("aria-label", stage.words.label);
  }

  update(): void {
    const { stage, list, surface } = this;
    const { space } = stage;
    list.replaceChildren();
    if (stage.cursor < 0) {
      surface.removeAttribute("aria-activedescendant");
      return;
    }
    const near = new Set<number>([stage.cursor]);
    for (const l of space.linksOf(stage.cursor)) {
      if (near.size > 16) break;
      for (const end of [space.from[l] ?? -1, space.to[l] ?? -1]) if (end >= 0) near.add(end);
    }
    for (const i of near) list.append(this.entry(i));
    surface.setAttribute("aria-activedescendant", `${this.prefix}-${stage.cursor}`);
  }

  private entry(i: number): HTMLElement {
    const { stage } = this;
    const { space } = stage;
    const node = document.createElement("div");
    node.id = `${this.prefix}-${i}`;
    node.setAttribute("role", "option");
    const card = space.card(i);
    const ghost = space.ghost(i);
    if (card !== undefined) {
      let up = 0;
      let down = 0;
      for (const l of space.linksOf(i)) {
        if (space.from[l] === i) up += 1;
        else down += 1;
      }
      node.setAttribute("aria-selected", String(stage.selection.has(card.id)));
      node.textContent = stage.words.card(card, up, down);
    } else if (ghost !== undefined) {
      node.setAttribute("aria-selected", "false");
      node.textContent = stage.words.ghost(ghost);
    }
    return node;
  }

  destroy(): void {
    this.list.remove();
  }
}
