/*
 * The words beside the pointer: what a mark says in full after a moment's rest, or at once where a dragged mark
 * would lie. The keyboard gets the same beside its mark. The mirror says it too, so it is hidden from readers.
 */
import type { Board } from "./board";

const WAIT = 350;

export class ChartTip {
  private readonly node: HTMLElement;
  private timer = 0;
  private dismissed = -1;

  constructor(
    root: HTMLElement,
    private readonly board: Board,
  ) {
    this.node = document.createElement("div");
    this.node.className = "tl-chart-tip";
    this.node.setAttribute("aria-hidden", "true");
    this.node.hidden = true;
    root.append(this.node);
  }

  /** What is pointed at may have changed. */
  update(): void {
    const { board } = this;
    clearTimeout(this.timer);
    if (board.note !== "") {
      this.show(board.note);
      return;
    }
    this.node.hidden = true;
    const i = this.meant();
    if (i < 0 || board.pressed || i === this.dismissed) return;
    this.dismissed = -1;
    const { tip = "", next } = board.field.mark(i) ?? {};
    const hint = board.parts.readOnly || next === "" ? undefined : next;
    if (tip !== "")
      this.timer = window.setTimeout(() => this.show(hint === undefined ? tip : `${tip}\n${hint}`), WAIT);
  }

  /** Puts it away until something else is pointed at; false when there was none. */
  dismiss(): boolean {
    clearTimeout(this.timer);
    if (this.node.hidden) return false;
    this.node.hidden = true;
    this.dismissed = this.meant();
    return true;
  }

  private meant(): number {
    const { board } = this;
    if (board.hover >= 0) return board.hover;
    return board.focused && board.keyboard ? board.cursor : -1;
  }

  private show(text: string): void {
    const { board, node } = this;
    const [head = "", ...rest] = text.split("\n");
    const title = document.createElement("b");
    title.textContent = head;
    node.replaceChildren(
      title,
      ...rest.map((line) => Object.assign(document.createElement("div"), { textContent: line })),
    );
    node.hidden = false;
    const i = this.meant();
    const byKey = board.hover < 0 && i >= 0 && !board.pressed;
    const box = byKey ? board.field.screenBox(i, board.eye) : null;
    const at = box !== null ? { x: Math.max(box.x0, 0), y: box.y1 - 6 } : (board.pointer ?? { x: 0, y: 0 });
    const { w, h } = board.size;
    const [width, height] = [node.offsetWidth, node.offsetHeight];
    const x = Math.max(8, Math.min(at.x + 12, w - width - 8));
    const below = at.y + 18;
    const above = (box?.y0 ?? at.y) - height - 10;
    node.style.transform = `translate(${Math.round(x)}px, ${Math.round(below + height > h - 8 ? Math.max(8, above) : below)}px)`;
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.node.remove();
  }
}
