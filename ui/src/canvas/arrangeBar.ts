/*
 * The tools over what is selected: align, spread, duplicate, lock, and for notes their papers and what they become. One stop for Tab, arrows inside, Escape back to
 * the map. It stays away while something is dragged or the view moves, and never lies over the selection.
 */
import type { NotePaper } from "../api/bindings";
import { ARRANGEMENTS, type Arrangement, isArrangeable } from "./arrange";
import { barSpot } from "./barSpot";
import { around } from "./framing";
import { bandOf } from "./gestures";
import type { Stage } from "./stage";
import { type Box, toScreen, toWorld, type View } from "./view";
import { REST } from "./viewing";

type Tool = Arrangement | "duplicate" | "lock" | "become" | NotePaper;

export const PAPERS: readonly NotePaper[] = ["sand", "rose", "sky", "mint", "grey"];

const LINES: Readonly<Record<Exclude<Tool, NotePaper>, string>> = {
  alignLeft: "M2.5 2v12M5 4h8v2.6H5zM5 9.4h5V12H5z",
  alignCentre: "M8 2v2M8 6.6v2.8M8 12v2M4 4h8v2.6H4zM5.5 9.4h5V12h-5z",
  alignRight: "M13.5 2v12M3 4h8v2.6H3zM6 9.4h5V12H6z",
  alignTop: "M2 2.5h12M4 5v8h2.6V5zM9.4 5v5H12V5z",
  alignMiddle: "M2 8h2M6.6 8h2.8M12 8h2M4 4v8h2.6V4zM9.4 5.5v5H12v-5z",
  alignBottom: "M2 13.5h12M4 3v8h2.6V3zM9.4 6v5H12V6z",
  spreadAcross: "M2.5 2.5v11M13.5 2.5v11M6.4 4.5h3.2v7H6.4z",
  spreadDown: "M2.5 2.5h11M2.5 13.5h11M4.5 6.4v3.2h7V6.4z",
  lock: "M4 7.5h8v6H4zM5.6 7.5V5.4a2.4 2.4 0 0 1 4.8 0v2.1",
  become: "M2.5 3h6v4.5h-6zM11 5.2h2.5v4M13.5 9.2l-1.6-1.6M13.5 9.2l1.4-1.6M7 10.5h6V14H7z",
  duplicate: "M5.6 5.6h7.8v7.8H5.6zM10.4 5.4V2.6H2.6v7.8h2.8",
};

/** How far the mark of a finding reaches from its corner. */
const BADGE = 9;
/** Beyond this many cards their boxes are taken as one. */
const MANY = 200;

export interface ArrangeTools {
  arrange(how: Arrangement): void;
  duplicate(): void;
  lock(): void;
  paper(paper: NotePaper): void;
  become(): void;
  back(): void;
}

export class ArrangeBar {
  private readonly box: HTMLElement;
  private readonly buttons = new Map<Tool, HTMLButtonElement>();
  private readonly stage: Stage;
  private shownFor: { selection: ReadonlySet<string>; scene: unknown } | null = null;
  private seen: View;
  /** Runs until the view has come to rest; zero then. */
  private resting = 0;

  constructor(host: HTMLElement, stage: Stage, tools: ArrangeTools) {
    this.stage = stage;
    this.seen = stage.view;
    this.box = document.createElement("div");
    this.box.className = "tl-canvas-arrange";
    this.box.setAttribute("role", "toolbar");
    this.box.setAttribute("aria-label", stage.words.arrange);
    this.box.dataset.testid = "arrange";
    this.box.hidden = true;
    for (const how of ARRANGEMENTS) this.add(how, stage.words.arrangement(how), () => tools.arrange(how));
    this.add("duplicate", stage.words.duplicate, () => tools.duplicate());
    this.add("lock", stage.words.lock, () => tools.lock());
    for (const paper of PAPERS) this.add(paper, stage.words.paper(paper), () => tools.paper(paper));
    this.add("become", stage.words.becomes, () => tools.become());
    this.box.addEventListener("keydown", (e) => this.key(e, tools));
    for (const kind of ["pointerdown", "dblclick", "wheel"])
      this.box.addEventListener(kind, (e) => e.stopPropagation());
    host.append(this.box);
  }

  private add(name: Tool, label: string, act: () => void): void {
    const node = document.createElement("button");
    node.type = "button";
    named(node, label);
    node.dataset.testid = `arrange-${name}`;
    if (isPaper(name)) {
      node.innerHTML = "<i></i>";
      node.dataset.paper = name;
    } else node.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${LINES[name]}"/></svg>`;
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
    const all = [...this.buttons.values()].filter((node) => !node.hidden);
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
    if (stage.selection.size === 0 && box.hidden) {
      this.seen = stage.view;
      return;
    }
    if (stage.view !== this.seen) {
      this.seen = stage.view;
      clearTimeout(this.resting);
      this.resting = window.setTimeout(() => {
        this.resting = 0;
        this.update(false);
      }, REST);
    }
    if (moving || this.resting !== 0 || stage.gesture !== null || stage.draft !== null) {
      // Whoever works with the bar itself keeps it: the cards fly to where it put them.
      if (!box.hidden && !box.contains(document.activeElement)) box.hidden = true;
      this.shownFor = null;
      return;
    }
    const now = { selection: stage.selection, scene: stage.space.scene };
    const before = this.shownFor;
    if (before?.selection === now.selection && before.scene === now.scene) return;
    this.shownFor = now;
    this.place();
  }

  private place(): void {
    const { stage, box } = this;
    const { space, view } = stage;
    const boxes: number[] = [];
    for (const id of stage.selection) {
      const i = space.index.get(id) ?? -1;
      if (space.isThing(i)) boxes.push(i);
    }
    const all = around(space, stage.selection);
    const notes = boxes.filter((i) => space.note(i) !== undefined);
    if (
      stage.readOnly ||
      (boxes.length < 2 && notes.length === 0) ||
      all === null ||
      view.zoom < stage.blocksBelow
    ) {
      this.hide();
      return;
    }
    box.hidden = false;
    this.dress(boxes, notes);
    const onScreen = (b: Box): Box => {
      const from = toScreen(view, { x: b.x0, y: b.y0 });
      const to = toScreen(view, { x: b.x1, y: b.y1 });
      return { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
    };
    const cards = boxes.slice(0, MANY).map((i) => {
      return onScreen(space.boxOf(i));
    });
    const outer = onScreen(all);
    const size = { w: box.offsetWidth, h: box.offsetHeight };
    const spot = barSpot(
      outer,
      boxes.length > MANY ? [outer] : cards,
      size,
      stage.size,
      this.others(onScreen),
    );
    if (spot === null) {
      this.hide();
      return;
    }
    box.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
  }

  /** What is not selected in a part of the view, and the marks of findings, also those of what is. */
  private others(onScreen: (box: Box) => Box): (within: Box) => Box[] {
    const { space, view, selection } = this.stage;
    const chosen = new Set([...selection].map((id) => space.index.get(id)));
    return ({ x0, y0, x1, y1 }) => {
      // A mark reaches out of its card.
      const from = toWorld(view, { x: x0 - BADGE, y: y0 - BADGE });
      const to = toWorld(view, { x: x1 + BADGE, y: y1 + BADGE });
      const seen = { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
      return [...space.cardsIn(seen), ...space.notesIn(seen)].flatMap((i) => {
        const at = onScreen(space.boxOf(i));
        const { x1: x, y0: y } = at;
        const marked = (space.card(i)?.badge ?? null) !== null;
        const mark = marked ? [{ x0: x - BADGE, y0: y - BADGE, x1: x + BADGE, y1: y + BADGE }] : [];
        return chosen.has(i) ? mark : [at, ...mark];
      });
    };
  }

  /** Shows the tools that there is something for. */
  private dress(boxes: readonly number[], notes: readonly number[]): void {
    const { stage } = this;
    const { space } = stage;
    const pieces = boxes.map((i) => ({
      x: space.x[i] ?? 0,
      y: space.y[i] ?? 0,
      band: bandOf(space.scene.lanes, space.card(i)?.band ?? null),
    }));
    for (const how of ARRANGEMENTS) {
      const node = this.buttons.get(how);
      if (node === undefined) continue;
      node.hidden = boxes.length < 2;
      node.setAttribute("aria-disabled", String(!isArrangeable(pieces, how)));
    }
    const isLocked = boxes.every((i) => space.isLocked(i));
    const lock = this.buttons.get("lock");
    lock?.setAttribute("aria-pressed", String(isLocked));
    if (lock !== undefined) named(lock, isLocked ? stage.words.unlock : stage.words.lock);
    for (const paper of PAPERS) {
      const node = this.buttons.get(paper);
      if (node === undefined) continue;
      node.hidden = notes.length === 0;
      node.setAttribute("aria-pressed", String(notes.every((i) => space.note(i)?.paper === paper)));
    }
    const become = this.buttons.get("become");
    if (become !== undefined) become.hidden = boxes.length !== 1 || notes.length !== 1;
    // Tab must find a button that is there.
    const now = [...this.buttons.values()];
    if (now.some((node) => node.tabIndex === 0 && node.hidden)) {
      const first = now.find((node) => !node.hidden);
      if (first !== undefined) this.rove(first);
    }
  }

  private hide(): void {
    const { box } = this;
    if (box.hidden) return;
    const had = box.contains(document.activeElement);
    box.hidden = true;
    if (had) (box.parentElement?.querySelector(".tl-canvas-surface") as HTMLElement | null)?.focus();
  }

  destroy(): void {
    clearTimeout(this.resting);
    this.box.remove();
  }
}

function isPaper(name: Tool): name is NotePaper {
  return (PAPERS as readonly string[]).includes(name);
}

function named(node: HTMLElement, label: string): void {
  node.title = label;
  node.setAttribute("aria-label", label);
}
