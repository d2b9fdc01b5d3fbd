/*
 * The state of one mounted chart: view, marks as numbers, selection, what the pointer does. Its parts (painting,
 * pointer, keyboard, mirror) share it. Holds no DOM and calls nobody but the callbacks it was given.
 */
import { Hatch } from "../draw/marks";
import { MOVE } from "../stage";
import type { Theme } from "../theme";
import type { TitleBreaker } from "../titles";
import { type Box, between, farthest, type Point, type Size, type View } from "../view";
import type { Chart, ChartEvents, ChartWords, Dragged, Mark } from "./chart";
import { Eye, fitted, held } from "./eye";
import { Field } from "./field";
import { closest } from "./step";

export class Board {
  readonly field = new Field();
  view: View = { x: 0, y: 0, zoom: 1 };
  size: Size = { w: 1, h: 1 };
  dpr = 1;
  /** Subjects that are selected. */
  selection: ReadonlySet<string> = new Set();
  /** Subjects that pass the filter; null when nothing is kept back. */
  passing: ReadonlySet<string> | null = null;
  /** Subjects on the lit line, the others step back; null when nothing is lit. */
  line: ReadonlySet<string> | null = null;
  hover = -1;
  /** The mark the keyboard is on. */
  cursor = -1;
  /** Whether the last input came from the keyboard: only then the cursor is shown. */
  keyboard = false;
  focused = false;
  marquee: Box | null = null;
  /** A link that is drawn: from which mark, to which, or to where the pointer is. */
  draft: {
    readonly from: number;
    readonly on: number;
    readonly at: Point | null;
    readonly isOpen: boolean;
  } | null = null;
  /** What is told beside the pointer or the cursor at this moment: where a dragged mark would lie. */
  note = "";
  /** How much of the top strip tools of the window cover, at its right end. */
  covered = 0;
  /** A press holds the pointer. */
  pressed = false;
  pointer: Point | null = null;
  readonly hatch = new Hatch();
  theme: Theme;
  private flight: { from: View; to: View; start: number } | null = null;

  constructor(
    readonly parts: {
      readonly theme: Theme;
      readonly titles: TitleBreaker;
      readonly texts: TitleBreaker;
      readonly words: Pick<ChartWords, "selected" | "moved">;
      readonly events: ChartEvents;
      readonly readOnly: boolean;
      /** Whether motion is unwanted. */
      stillness(): boolean;
      schedule(): void;
      /** For a picture that is recorded: what the strips cover on a screen is left out. */
      recorded?: boolean;
    },
  ) {
    this.theme = parts.theme;
  }

  get chart(): Chart {
    return this.field.chart;
  }

  get eye(): Eye {
    return new Eye(this.chart, this.view, this.size);
  }

  /** Where a mark lies in the world; of one in a strip, at the edge of what is in sight now. */
  worldBox(i: number): Box {
    const box = this.field.boxOf(i);
    const pin = this.field.mark(i)?.pin;
    if (pin === undefined) return box;
    const { hub } = this.chart;
    if (hub !== undefined) {
      return {
        ...(pin === "top" ? box : { ...box, x0: hub.x, x1: hub.x }),
        ...(pin === "left" ? { y0: box.y0, y1: box.y1 } : { y0: hub.y, y1: hub.y }),
      };
    }
    const seen = new Eye(this.chart, this.heading, this.size).seen(-30);
    return {
      ...(pin === "top" ? box : { ...box, x0: seen.x0, x1: seen.x0 }),
      ...(pin === "left" ? {} : { y0: seen.y0, y1: seen.y0 }),
    };
  }

  /** The box around the marks of the body that stand for these elements or links. */
  around(subjects: Iterable<string>): Box | null {
    let box: Box | null = null;
    for (const subject of subjects) {
      const marks = this.field.of(subject);
      const i = marks.find((it) => this.field.mark(it)?.pin === undefined) ?? marks[0];
      if (i === undefined) continue;
      const b = this.worldBox(i);
      box =
        box === null
          ? b
          : {
              x0: Math.min(box.x0, b.x0),
              y0: Math.min(box.y0, b.y0),
              x1: Math.max(box.x1, b.x1),
              y1: Math.max(box.y1, b.y1),
            };
    }
    return box;
  }

  /** The least zoom that somebody comes to by hand. */
  get least(): number {
    return farthest(fitted(this.chart, this.chart.bounds, this.size).zoom);
  }

  /** Where the view is heading: what a further step should start from. */
  get heading(): View {
    return this.flight?.to ?? this.view;
  }

  invalidate(): void {
    this.parts.schedule();
  }

  setChart(chart: Chart): void {
    const cursor = this.field.mark(this.cursor)?.id;
    const box = cursor === undefined ? null : this.worldBox(this.cursor);
    this.field.load(chart);
    this.hover = -1;
    this.draft = null;
    this.cursor = cursor === undefined ? -1 : (this.field.index.get(cursor) ?? -1);
    // Where the keyboard stood on something that is gone, it stands on what is nearest now.
    if (this.cursor < 0 && box !== null) {
      const middle = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
      this.cursor = closest(this.field, middle, this.view.zoom);
    }
    this.view = held(chart, this.view, this.size);
    if (this.flight !== null) this.flight = { ...this.flight, to: held(chart, this.flight.to, this.size) };
    this.invalidate();
  }

  /** Moves the view, at once or gently, as far as the chart allows. */
  show(view: View, gently: boolean): void {
    const to = held(this.chart, view, this.size);
    if (!gently || this.parts.stillness()) {
      this.flight = null;
      this.view = to;
    } else this.flight = { from: this.view, to, start: performance.now() };
    this.invalidate();
  }

  /** Advances a flight; true while the view still moves. */
  tick(now: number): boolean {
    if (this.flight === null) return false;
    const t = Math.min(1, Math.max(0, (now - this.flight.start) / MOVE));
    this.view = between(this.flight.from, this.flight.to, 1 - (1 - t) ** 3);
    if (t >= 1) this.flight = null;
    return this.flight !== null;
  }

  isSelected(mark: Mark): boolean {
    return mark.subject !== null && this.selection.has(mark.subject);
  }

  select(subjects: Iterable<string>): void {
    const { events, words } = this.parts;
    this.selection = new Set(subjects);
    events.onSelect?.([...this.selection]);
    const [first] = this.selection;
    const mark = first === undefined ? undefined : this.field.mark(this.field.of(first)[0] ?? -1);
    // The first line of what is shown is its name; the rest was heard when the cursor came to it.
    const [name = ""] = (mark?.tip || mark?.label || "").split("\n");
    events.onAnnounce?.(words.selected(this.selection.size, name));
    this.invalidate();
  }

  /** A mark that acts was pressed, or is to be cleared. */
  act(mark: Mark, how: "press" | "clear"): void {
    this.parts.events.onAct?.(mark, how);
  }

  /** Tells a drag that was let go; the mark stays where it was put until the records answer. */
  commit(i: number, part: Dragged["part"]): void {
    const { events, words } = this.parts;
    const mark = this.field.mark(i);
    const at = this.field.moved.get(i);
    this.note = "";
    if (mark === undefined || at === undefined) return;
    const back = (): void => {
      // Somebody may have dragged it again meanwhile.
      if (this.field.moved.get(i) !== at || this.field.mark(i) !== mark) return;
      this.field.moved.delete(i);
      this.invalidate();
    };
    if (at.x0 === mark.box.x0 && at.x1 === mark.box.x1) {
      back();
      return;
    }
    const answer = events.onDrag?.({ mark, part, x0: at.x0, x1: at.x1 });
    events.onAnnounce?.(words.moved(mark.drag?.note(at.x0, at.x1, part) ?? ""));
    if (answer === false || events.onDrag === undefined) back();
    else if (answer instanceof Promise) answer.then((said) => said === false && back(), back);
    this.invalidate();
  }

  /** Takes moved marks back to where they lie. */
  restore(): void {
    this.field.moved.clear();
    this.note = "";
    this.invalidate();
  }
}
