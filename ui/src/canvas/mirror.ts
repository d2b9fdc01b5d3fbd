/*
 * The map for a screen reader: a small list of the card under the cursor, its neighbours and what is selected,
 * hidden from sight, pointed to by aria-activedescendant. Not the whole map: the outline view serves that.
 * Each entry lies where its card is drawn, so that a magnifier that follows the focus shows the right place.
 */
import { Paced } from "./paced";
import { spokenCard } from "./spoken";
import type { Stage } from "./stage";
import type { View } from "./view";

/** More than this is no neighbourhood but a list, for which there is the outline. */
const MOST = 24;
const FIRST = 6;

let count = 0;

export class Mirror {
  private readonly surface: HTMLElement;
  private readonly list: HTMLElement;
  private readonly stage: Stage;
  private readonly prefix: string;
  private readonly entries = new Map<number, HTMLElement>();
  private placedFor: View | null = null;
  private readonly placing = new Paced(() => this.lay());
  /** The cursor that the list was made for; a click moves it without a word. */
  private madeFor = -1;
  private madeFar = false;

  constructor(surface: HTMLElement, stage: Stage) {
    count += 1;
    this.prefix = `tl-canvas-${count}`;
    this.surface = surface;
    this.stage = stage;
    this.list = document.createElement("div");
    this.list.className = "tl-canvas-mirror";
    this.list.dataset.testid = "canvas-mirror";
    surface.append(this.list);
    surface.setAttribute("role", "listbox");
    surface.setAttribute("aria-multiselectable", "true");
    surface.setAttribute("aria-label", stage.words.label);
  }

  update(): void {
    const { stage, list, surface, entries } = this;
    const { space } = stage;
    this.madeFor = stage.cursor;
    this.madeFar = stage.isFar;
    // What reads as before is left alone: every change of the page is laid out again and looked at by the pointer.
    const near = [...this.near()].map((i) => [i, this.entry(i)] as const);
    entries.clear();
    for (const [i, node] of near) entries.set(i, node);
    const nodes = near.map(([, node]) => node);
    if (nodes.length !== list.children.length || nodes.some((node, n) => node !== list.children[n])) {
      list.replaceChildren(...nodes);
    }
    if (entries.has(stage.cursor)) {
      surface.setAttribute("aria-activedescendant", `${this.prefix}-${stage.cursor}`);
    } else {
      surface.removeAttribute("aria-activedescendant");
    }
    write(list, "data-lit", String(space.scene.focus?.cards.size ?? 0));
    this.lay();
  }

  /** Called after each picture that no movement follows. */
  place(): void {
    const { stage } = this;
    if (this.madeFor !== stage.cursor || this.madeFar !== stage.isFar) this.update();
    else if (this.placedFor !== stage.view) this.placing.ask();
  }

  /** Lays the entries over their cards. */
  private lay(): void {
    const { list, entries } = this;
    const { space, view } = this.stage;
    this.placedFor = view;
    // Entries keep their places in the world, so that another view changes one element and lays none of them out again.
    list.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`;
    for (const [i, { style }] of entries) {
      style.left = `${space.x[i] ?? 0}px`;
      style.top = `${space.y[i] ?? 0}px`;
      style.width = `${space.w(i)}px`;
      style.height = `${space.h(i)}px`;
    }
  }

  private near(): Set<number> {
    const { space, cursor, selection } = this.stage;
    const near = new Set<number>();
    const add = (i: number | undefined): void => {
      if (i !== undefined && i >= 0 && near.size < MOST) near.add(i);
    };
    add(cursor);
    for (const id of selection) add(space.index.get(id));
    for (const l of cursor < 0 ? [] : space.linksOf(cursor)) {
      add(space.from[l]);
      add(space.to[l]);
    }
    // Before the keyboard comes, whoever reads through the page finds the first of what is there.
    if (near.size === 0) for (let i = 0; i < Math.min(FIRST, space.boxCount); i += 1) add(i);
    return near;
  }

  /** The entry of a box, the one that is there where there is one. */
  private entry(i: number): HTMLElement {
    const { stage } = this;
    const { space } = stage;
    const node = this.entries.get(i) ?? document.createElement("div");
    const card = space.card(i);
    const ghost = space.ghost(i);
    const note = space.note(i);
    write(node, "id", `${this.prefix}-${i}`);
    write(node, "role", "option");
    // The list holds a neighbourhood; its entries are counted among all that lie on the map.
    write(node, "aria-setsize", String(space.boxCount));
    write(node, "aria-posinset", String(i + 1));
    const lit = card === undefined ? ghost?.lit : (space.scene.focus?.cards.has(card.id) ?? false);
    const id = space.idOf(i) ?? "";
    const what = card === undefined ? (note === undefined ? "ghost" : "note") : "card";
    write(node, "data-testid", `${what}-${id}`);
    write(node, "data-lit", lit === undefined ? null : String(lit));
    write(node, "aria-selected", String(ghost === undefined && stage.selection.has(id)));
    const text = this.text(i);
    if (node.textContent !== text) node.textContent = text;
    return node;
  }

  private text(i: number): string {
    const { stage } = this;
    const { space } = stage;
    if (space.card(i) !== undefined) return this.block(i) ?? spokenCard(stage, i);
    const note = space.note(i);
    const ghost = space.ghost(i);
    if (note === undefined) return ghost === undefined ? "" : stage.words.ghost(ghost);
    const about = note.about === null ? null : (space.card(space.index.get(note.about) ?? -1)?.title ?? null);
    return stage.words.note(note.text, about, note.by, note.locked);
  }

  /** Far away the keyboard stands on a block, whatever card is its first. */
  private block(i: number): string | null {
    const { stage } = this;
    if (!stage.isFar || i !== stage.cursor) return null;
    const { grid, groups } = stage.far.at(stage.view.zoom);
    const group = groups[grid.of[i] ?? -1];
    return group === undefined ? null : `${group.names().title}. ${group.names().said}`;
  }

  destroy(): void {
    this.placing.end();
    this.list.remove();
  }
}

/** Sets an attribute only where it differs. */
function write(node: HTMLElement, name: string, value: string | null): void {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}
