/*
 * A small menu at a place of a map or a diagram: arrows walk, Enter takes, Escape leaves everything as it was. DOM beside the
 * drawing, in words from outside.
 */
import type { Point, Size } from "./view";

const WIDTH = 240;
const ROW = 32;

export interface Choice {
  readonly label: string;
  readonly testid: string;
  act(): void;
}

export class Menu {
  private box: HTMLElement | null = null;
  private readonly host: HTMLElement;
  private readonly ground: { readonly size: Size };
  private readonly back: () => void;

  /** `back` returns the keyboard to what is drawn. */
  constructor(host: HTMLElement, ground: { readonly size: Size }, back: () => void) {
    this.host = host;
    this.ground = ground;
    this.back = back;
  }

  open(name: string, testid: string, choices: readonly Choice[], at: Point): void {
    this.close();
    const { size } = this.ground;
    const box = document.createElement("div");
    box.className = "tl-canvas-menu";
    box.setAttribute("role", "menu");
    box.setAttribute("aria-label", name);
    box.dataset.testid = testid;
    for (const choice of choices) box.append(this.row(choice));
    box.style.width = `${WIDTH}px`;
    box.style.left = `${Math.max(6, Math.min(at.x + 8, size.w - WIDTH - 6))}px`;
    box.addEventListener("keydown", (e) => this.key(e));
    box.addEventListener("focusout", (e) => {
      if (!(e.relatedTarget instanceof Node) || !box.contains(e.relatedTarget)) this.close();
    });
    for (const kind of ["pointerdown", "dblclick", "wheel"])
      box.addEventListener(kind, (e) => e.stopPropagation());
    this.box = box;
    this.host.append(box);
    // A long entry takes two lines.
    const height = Math.max(box.offsetHeight, choices.length * ROW);
    box.style.top = `${Math.max(6, Math.min(at.y + 8, size.h - height - 16))}px`;
    this.focus(0);
  }

  private row(choice: Choice): HTMLElement {
    const row = document.createElement("button");
    row.type = "button";
    row.setAttribute("role", "menuitem");
    row.tabIndex = -1;
    row.textContent = choice.label;
    row.title = choice.label;
    row.dataset.testid = choice.testid;
    row.addEventListener("click", () => {
      this.close();
      this.back();
      choice.act();
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
