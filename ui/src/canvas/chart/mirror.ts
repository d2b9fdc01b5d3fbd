/*
 * A chart for a screen reader: a small list of the mark under the cursor, what it lies in, what lies beside it and
 * what is selected, hidden from sight, pointed to by aria-activedescendant. Each entry lies where its mark is drawn.
 */
import type { View } from "../view";
import type { Board } from "./board";
import { walked } from "./step";

/** More than this is no neighbourhood but a list, for which there is the outline. */
const MOST = 24;
const FIRST = 6;

let count = 0;

export class ChartMirror {
  private readonly list: HTMLElement;
  private readonly prefix: string;
  private readonly entries = new Map<number, HTMLElement>();
  private placedFor: View | null = null;

  constructor(
    private readonly surface: HTMLElement,
    private readonly board: Board,
  ) {
    count += 1;
    this.prefix = `tl-chart-${count}`;
    this.list = document.createElement("div");
    this.list.className = "tl-canvas-mirror";
    this.list.dataset.testid = "chart-mirror";
    surface.append(this.list);
    surface.setAttribute("role", "listbox");
    surface.setAttribute("aria-multiselectable", "true");
  }

  update(): void {
    const { board, entries, surface } = this;
    surface.setAttribute("aria-label", board.chart.label);
    entries.clear();
    for (const i of this.near()) entries.set(i, this.entry(i));
    this.list.replaceChildren(...entries.values());
    if (entries.has(board.cursor)) {
      surface.setAttribute("aria-activedescendant", `${this.prefix}-${board.cursor}`);
    } else surface.removeAttribute("aria-activedescendant");
    this.placedFor = null;
    this.place();
  }

  /** Lays the entries over their marks; called when the view has come to rest. */
  place(): void {
    const { board } = this;
    if (this.placedFor === board.view) return;
    this.placedFor = board.view;
    const eye = board.eye;
    for (const [i, node] of this.entries) {
      const b = board.field.screenBox(i, eye);
      node.style.left = `${b.x0}px`;
      node.style.top = `${b.y0}px`;
      node.style.width = `${b.x1 - b.x0}px`;
      node.style.height = `${b.y1 - b.y0}px`;
    }
  }

  private near(): Set<number> {
    const { field, cursor, selection } = this.board;
    const near = new Set<number>();
    const add = (i: number | undefined): void => {
      if (i !== undefined && i >= 0 && near.size < MOST) near.add(i);
    };
    add(cursor);
    const within = field.mark(cursor)?.within;
    if (within !== undefined) add(field.index.get(within));
    for (const subject of selection) add(field.of(subject)[0]);
    for (const way of ["left", "right", "up", "down"] as const)
      if (cursor >= 0) add(walked(field, cursor, way, this.board.heading.zoom));
    // Before the keyboard comes, whoever reads through the page finds the first of what is there.
    if (near.size === 0)
      for (let i = 0; i < Math.min(FIRST, this.board.chart.marks.length); i += 1)
        if (field.mark(i)?.inert !== true) add(i);
    return near;
  }

  private entry(i: number): HTMLElement {
    const { board } = this;
    const node = document.createElement("div");
    node.id = `${this.prefix}-${i}`;
    node.setAttribute("role", "option");
    const mark = board.field.mark(i);
    if (mark === undefined) return node;
    // The list holds a neighbourhood; its entries are counted among all marks.
    node.setAttribute("aria-setsize", String(board.chart.marks.length));
    node.setAttribute("aria-posinset", String(i + 1));
    node.dataset.testid = `mark-${mark.id}`;
    node.setAttribute("aria-selected", String(board.isSelected(mark)));
    node.textContent = mark.label;
    return node;
  }

  destroy(): void {
    this.list.remove();
  }
}
