/*
 * The tools over several selected cards: align, spread, duplicate. One stop for Tab, arrows inside, Escape back to
 * the map. It stays away while something is dragged or the view moves, and never lies over the selection.
 */
import { ARRANGEMENTS, type Arrangement, isArrangeable } from "./arrange";
import { barSpot } from "./barSpot";
import { around } from "./framing";
import { bandOf } from "./gestures";
import { CARD_H, CARD_W, ZOOM_MIDDLE } from "./measures";
import type { Stage } from "./stage";
import { type Box, toScreen, type View } from "./view";

const LINES: Readonly<Record<Arrangement | "duplicate", string>> = {
  alignLeft: "M2.5 2v12M5 4h8v2.6H5zM5 9.4h5V12H5z",
  alignCentre: "M8 2v2M8 6.6v2.8M8 12v2M4 4h8v2.6H4zM5.5 9.4h5V12h-5z",
  alignRight: "M13.5 2v12M3 4h8v2.6H3zM6 9.4h5V12H6z",
  alignTop: "M2 2.5h12M4 5v8h2.6V5zM9.4 5v5H12V5z",
  alignMiddle: "M2 8h2M6.6 8h2.8M12 8h2M4 4v8h2.6V4zM9.4 5.5v5H12v-5z",
  alignBottom: "M2 13.5h12M4 3v8h2.6V3zM9.4 6v5H12V6z",
  spreadAcross: "M2.5 2.5v11M13.5 2.5v11M6.4 4.5h3.2v7H6.4z",
  spreadDown: "M2.5 2.5h11M2.5 13.5h11M4.5 6.4v3.2h7V6.4z",
  duplicate: "M5.6 5.6h7.8v7.8H5.6zM10.4 5.4V2.6H2.6v7.8h2.8",
};

/** Beyond this many cards their boxes are taken as one. */
const MANY = 200;

export interface ArrangeTools {
  arrange(how: Arrangement): void;
  duplicate(): void;
  back(): void;
}

export class ArrangeBar {
  private readonly box: HTMLElement;
  private readonly buttons = new Map<Arrangement | "duplicate", HTMLButtonElement>();
  private readonly stage: Stage;
  private shownFor: { view: View; selection: ReadonlySet<string>; scene: unknown } | null = null;

  constructor(host: HTMLElement, stage: Stage, tools: ArrangeTools) {
    this.stage = stage;
    this.box = document.createElement("div");
    this.box.className = "tl-canvas-arrange";
    this.box.setAttribute("role", "toolbar");
    this.box.setAttribute("aria-label", stage.words.arrange);
    this.box.dataset.testid = "arrange";
    this.box.hidden = true;
    for (const how of ARRANGEMENTS) this.add(how, stage.words.arrangement(how), () => tools.arrange(how));
    this.add("duplicate", stage.words.duplicate, () => tools.duplicate());
    this.box.addEventListener("keydown", (e) => this.key(e, tools));
    for (const kind of ["pointerdown", "dblclick", "wheel"])
      this.box.addEventListener(kind, (e) => e.stopPropagation());
    host.append(this.box);
  }

  private add(name: Arrangement | "duplicate", label: string, act: () => void): void {
    const node = document.createElement("button");
    node.type = "button";
    node.title = label;
    node.setAttribute("aria-label", label);
    node.dataset.testid = `arrange-${name}`;
    node.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${LINES[name]}"/></svg>`;
    node.addEventListener("click", () => {
      if (node.getAttribute("aria-disabled") !== "true") act();
    });
    this.buttons.set(name, node);
    this.box.append(node);
    this.rove(this.buttons.values().next().value ?? node);
  }

  /** One button takes Tab, the one that was last on. */
  private rove(to: HTMLButtonElement): void {
    for (const node of this.buttons.values()) node.tabIndex = node === to ? 0 : -1;
  }

  private key(e: KeyboardEvent, tools: ArrangeTools): void {
    const all = [...this.buttons.values()];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: all.length - 1 }[e.key];
    if (e.key === "Escape") tools.back();
    else if (step !== undefined || e.key === "Home" || e.key === "End") {
      const to =
        all[e.key === "Home" ? 0 : e.key === "End" ? all.length - 1 : (at + (step ?? 0)) % all.length];
      if (to === undefined) return;
      this.rove(to);
      to.focus();
    } else return;
    e.preventDefault();
    e.stopPropagation();
  }

  /** Called after each picture; does something only when what it depends on has changed and rests. */
  update(moving: boolean): void {
    const { stage, box } = this;
    if (moving || stage.gesture !== null || stage.draft !== null) {
      // Whoever works with the bar itself keeps it: the cards fly to where it put them.
      if (!box.hidden && !box.contains(document.activeElement)) box.hidden = true;
      this.shownFor = null;
      return;
    }
    const now = { view: stage.view, selection: stage.selection, scene: stage.space.scene };
    const before = this.shownFor;
    if (before?.view === now.view && before.selection === now.selection && before.scene === now.scene) return;
    this.shownFor = now;
    this.place();
  }

  private place(): void {
    const { stage, box } = this;
    const { space, view } = stage;
    const boxes: number[] = [];
    for (const id of stage.selection) {
      const i = space.index.get(id) ?? -1;
      if (i >= 0 && i < space.cardCount) boxes.push(i);
    }
    const all = around(space, stage.selection);
    if (stage.readOnly || boxes.length < 2 || all === null || view.zoom < ZOOM_MIDDLE) {
      this.hide();
      return;
    }
    box.hidden = false;
    const onScreen = (b: Box): Box => {
      const from = toScreen(view, { x: b.x0, y: b.y0 });
      const to = toScreen(view, { x: b.x1, y: b.y1 });
      return { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
    };
    const cards = boxes.slice(0, MANY).map((i) => {
      const [x, y] = [space.x[i] ?? 0, space.y[i] ?? 0];
      return onScreen({ x0: x, y0: y, x1: x + CARD_W, y1: y + CARD_H });
    });
    const outer = onScreen(all);
    const spot = barSpot(
      outer,
      boxes.length > MANY ? [outer] : cards,
      { w: box.offsetWidth, h: box.offsetHeight },
      stage.size,
    );
    if (spot === null) {
      this.hide();
      return;
    }
    box.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
    const pieces = boxes.map((i) => ({
      x: space.x[i] ?? 0,
      y: space.y[i] ?? 0,
      band: bandOf(space.scene.lanes, space.card(i)?.kind ?? "team"),
    }));
    for (const how of ARRANGEMENTS) {
      this.buttons.get(how)?.setAttribute("aria-disabled", String(!isArrangeable(pieces, how)));
    }
  }

  private hide(): void {
    const { box } = this;
    const had = box.contains(document.activeElement);
    box.hidden = true;
    if (had) (box.parentElement?.querySelector(".tl-canvas-surface") as HTMLElement | null)?.focus();
  }

  destroy(): void {
    this.box.remove();
  }
}
