/*
 * The marks of work on a trajectory: its name, its bar, and the place of what has no dates yet, with what is said of it.
 * Bars and their ends can be dragged; `datesOf` says what that means for the record.
 */
import type { Drag, Dragged, Mark, Stance } from "../chart/chart";
import type { Pen } from "../chart/pen";
import type { Box } from "../view";
import { DAY, dayOf, grainAt, monthsOn, snapped, stepped } from "./calendar";
import type { Bar } from "./trajectoryData";
import { drawBar, drawRowName } from "./trajectoryDraw";
import { NAMES, ROW, type TrajectorySpeech } from "./trajectoryMarks";

/** Where only one end is known the bar runs on for so many days, hatched. */
const OPEN = 45;
/** Where a bar lies; an end that nobody gave is some way off, and is drawn so. */
export function boxOf({ start, end, delivered }: Bar, within: (day: number) => number, y: number): Box {
  const last = end ?? (start === null ? delivered : null);
  const from = within(start ?? (last ?? 0) - OPEN);
  const until = within((last ?? from + OPEN) + 1);
  return { x0: from * DAY, x1: Math.max(until, from + 1) * DAY, y0: y + 6, y1: y + ROW - 6 };
}

function factsOf(bar: Bar, speech: TrajectorySpeech): string[] {
  const { element, start, end, delivered, percent, standing } = bar;
  const facts: string[] = [];
  const date = (day: number) => speech.date(dayOf(day));
  if (start !== null && end !== null)
    facts.push(speech.say("dates", { from: date(start), until: date(end) }));
  else if (start !== null) facts.push(speech.say("from", { from: date(start) }));
  else if (end !== null) facts.push(speech.say("until", { until: date(end) }));
  else if (delivered === null) facts.push(speech.say("noDatesHint"));
  const state = speech.say(`state.${element.state?.known ?? "none"}`);
  const said = speech.say(`standing.${standing}`);
  facts.push(
    percent === null
      ? speech.say("noProgress", { state, standing: said })
      : speech.say("progress", { state, percent: speech.percent(Math.round(percent)), standing: said }),
  );
  if (delivered !== null) facts.push(speech.say("delivered", { date: date(delivered) }));
  if (bar.others > 0) facts.push(speech.say("others", { count: bar.others }));
  return facts;
}

/** A piece of work, as its name or as its bar. What is said of it is made when somebody asks: most is never asked. */
abstract class WorkMark implements Mark {
  readonly subject: string;
  abstract readonly id: string;
  readonly end = "initiative";
  private facts: readonly string[] | null = null;

  constructor(
    protected readonly bar: Bar,
    readonly box: Box,
    readonly row: number,
    private readonly word: "row" | "bar",
    protected readonly speech: TrajectorySpeech,
  ) {
    this.subject = bar.element.id;
  }

  get title(): string {
    return this.bar.element.title;
  }

  protected get named(): string {
    return this.title || this.speech.say("untitled");
  }

  private told(): readonly string[] {
    this.facts ??= factsOf(this.bar, this.speech);
    return this.facts;
  }

  get label(): string {
    return this.speech.say(this.word, { title: this.named, facts: this.told().join(" ") });
  }

  get tip(): string {
    return [this.named, ...this.told()].join("\n");
  }

  abstract draw(pen: Pen, at: Box, stance: Stance): void;
}

export class NameMark extends WorkMark {
  readonly id: string;
  readonly pin = "left";

  constructor(
    bar: Bar,
    y: number,
    row: number,
    speech: TrajectorySpeech,
    readonly grip = "",
  ) {
    super(bar, { x0: 0, x1: NAMES, y0: y, y1: y + ROW }, row, "row", speech);
    this.id = `row.${bar.element.id}`;
  }

  draw(pen: Pen, at: Box, stance: Stance): void {
    drawRowName(pen, at, stance, this.named, this.bar.standing);
  }
}

export class BarMark extends WorkMark {
  readonly id: string;
  private held: Drag | null = null;

  constructor(bar: Bar, box: Box, row: number, speech: TrajectorySpeech) {
    super(bar, box, row, "bar", speech);
    this.id = bar.element.id;
  }

  get drag(): Drag | undefined {
    if (this.bar.start === null && this.bar.end === null) return undefined;
    this.held ??= dragOf(this.bar, this.speech, this.beyond());
    return this.held;
  }

  /** Time is drawn only so far; moved, a bar keeps what lies beyond. */
  private beyond(): Drag["beyond"] {
    const whole = boxOf(this.bar, (day) => day, 0);
    return { x0: whole.x0 - this.box.x0, x1: whole.x1 - this.box.x1 };
  }

  draw(pen: Pen, at: Box, stance: Stance): void {
    drawBar(pen, at, stance, this.bar);
  }
}

/** How long work is that is brought into time, until somebody says: a quarter of a year. */
const MONTHS = 3;

/** The bar of work without dates: not there until it is dragged into time by its name. */
export function placeMark(bar: Bar, y: number, row: number, today: number, speech: TrajectorySpeech): Mark {
  const x = today * DAY;
  return {
    id: `place.${bar.element.id}`,
    subject: bar.element.id,
    box: { x0: x, x1: x, y0: y + 6, y1: y + ROW - 6 },
    row,
    inert: true,
    label: "",
    tip: "",
    drag: {
      ...dragOf({ ...bar, start: today, end: today }, speech, undefined),
      fresh: { from: x, until: (from) => monthsOn(Math.round(from / DAY), MONTHS) * DAY },
    },
    draw: (pen, at, stance) => {
      if (stance.moving) drawBar(pen, at, stance, { ...bar, start: today, end: today });
    },
  };
}

function dragOf(bar: Bar, speech: TrajectorySpeech, beyond: Drag["beyond"]): Drag {
  const open = bar.start === null ? "start" : bar.end === null ? "end" : undefined;
  return {
    // Of one date alone nothing says how far the other may be, so that the bar goes with it.
    start: open !== "end",
    end: open !== "start",
    open,
    ...(beyond && { beyond }),
    snap: (at, zoom) => snapped(at / DAY, grainAt(zoom)) * DAY,
    step: (at, zoom, way) => stepped(at / DAY, grainAt(zoom), way) * DAY,
    note: (x0, x1, part) => {
      const { from, until } = daysOf(x0, x1, beyond);
      const [first, last] = [speech.date(dayOf(from)), speech.date(dayOf(until))];
      if (open !== undefined && part !== open)
        return speech.say("movedHalf", { from: open === "start" ? "none" : first, until: last });
      return speech.say("moved", { from: first, until: last, days: until - from + 1 });
    },
  };
}

/** The first and the last day of what is drawn between two places. */
function daysOf(x0: number, x1: number, beyond: Drag["beyond"]): { from: number; until: number } {
  const day = (x: number): number => Math.round(x / DAY);
  return { from: day(x0 + (beyond?.x0 ?? 0)), until: day(x1 + (beyond?.x1 ?? 0)) - 1 };
}

/** What a drag means for the record: new dates for the ends that it has. */
export function datesOf({
  mark,
  part,
  x0,
  x1,
}: Dragged): { element: string; start?: string; end?: string } | null {
  if (mark.subject === null || mark.drag === undefined) return null;
  const { open, beyond } = mark.drag;
  const { from, until } = daysOf(x0, x1, beyond);
  const moves = (end: "start" | "end"): boolean => part === end || (part === "whole" && open !== end);
  return {
    element: mark.subject,
    ...(moves("start") ? { start: dayOf(from) } : {}),
    ...(moves("end") ? { end: dayOf(until) } : {}),
  };
}
