/*
 * The small menu that a link leaves behind when several kinds of it may stand, or when the natural one may not:
 * Enter takes the first, Escape none. DOM beside the drawing, in words from outside.
 */
import type { Offer } from "./policy";
import type { Stage } from "./stage";
import type { Point } from "./view";

const WIDTH = 240;
const ROW = 32;

export class OfferMenu {
  private box: HTMLElement | null = null;
  private readonly host: HTMLElement;
  private readonly stage: Stage;
  private readonly back: () => void;

  /** `back` returns the keyboard to the map. */
  constructor(host: HTMLElement, stage: Stage, back: () => void) {
    this.host = host;
    this.stage = stage;
    this.back = back;
  }

  open(offers: readonly Offer[], at: Point): void {
    this.close();
    const { stage } = this;
    const box = document.createElement("div");
    box.className = "tl-canvas-menu";
    box.setAttribute("role", "menu");
    box.setAttribute("aria-label", stage.words.linkKinds);
    box.dataset.testid = "link-kinds";
    for (const offer of offers) box.append(this.row(offer));
    box.style.width = `${WIDTH}px`;
    box.style.left = `${Math.max(6, Math.min(at.x + 8, stage.size.w - WIDTH - 6))}px`;
    box.style.top = `${Math.max(6, Math.min(at.y + 8, stage.size.h - offers.length * ROW - 16))}px`;
    box.addEventListener("keydown", (e) => this.key(e));
    box.addEventListener("focusout", (e) => {
      if (!(e.relatedTarget instanceof Node) || !box.contains(e.relatedTarget)) this.close();
    });
    for (const kind of ["pointerdown", "dblclick", "wheel"])
      box.addEventListener(kind, (e) => e.stopPropagation());
    this.box = box;
    this.host.append(box);
    this.focus(0);
  }

  get active(): boolean {
    return this.box !== null;
  }

  private row(offer: Offer): HTMLElement {
    const { stage } = this;
    const row = document.createElement("button");
    row.type = "button";
    row.setAttribute("role", "menuitem");
    row.tabIndex = -1;
    const title = (id: string): string => stage.space.card(stage.space.index.get(id) ?? -1)?.title ?? "";
    row.textContent = stage.words.linkOffer(offer.kind, title(offer.from), title(offer.to));
    row.title = row.textContent;
    row.dataset.testid = `link-kind-${offer.kind}`;
    row.addEventListener("click", () => {
      this.close();
      this.back();
      stage.events.onConnect?.(offer);
    });
    return row;
  }

  private key(e: KeyboardEvent): void {
    e.stopPropagation();
    const rows = [...(this.box?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (e.key === "Escape" || e.key === "Tab") {
      e.preventDefault();
      this.close();
      this.back();
    } else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      this.focus((at + (e.key === "ArrowDown" ? 1 : rows.length - 1)) % rows.length);
    } else if (e.key === "Home" || e.key === "End") {
      e.preventDefault();
      this.focus(e.key === "Home" ? 0 : rows.length - 1);
    }
  }

  private focus(i: number): void {
    this.box?.querySelectorAll<HTMLElement>("[role=menuitem]")[i]?.focus({ preventScroll: true });
  }

  close(): void {
    const { box } = this;
    this.box = null;
    box?.remove();
  }
}
