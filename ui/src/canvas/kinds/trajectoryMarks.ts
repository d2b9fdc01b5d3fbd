/*
 * The marks of a trajectory: names and bars of work, targets, values and decisions, each with what is said of it.
 * Bars and their ends can be dragged; `datesOf` says what that means for the record.
 */
import type { Drag, Dragged, Mark, Stance } from "../chart/chart";
import type { Pen } from "../chart/pen";
import type { Box } from "../view";
import { DAY, dayOf, grainAt, monthsOn, snapped, stepped } from "./calendar";
import { once, type Speech } from "./speech";
import type { Bar, Call, Group, Milestone } from "./trajectoryData";
import { drawBar, drawCall, drawGroupName, drawMilestone, drawReading, drawRowName } from "./trajectoryDraw";

export type TrajectoryWord =
  | "label"
  | "none"
  | "emptyTitle"
  | "emptyHint"
  | "untitled"
  | "bar"
  | "row"
  | "dates"
  | "from"
  | "until"
  | "noDates"
  | "noDatesHint"
  | "intoTime"
  | "sign.value"
  | "sign.target"
  | "sign.reached"
  | "sign.decision"
  | "sign.delivered"
  | "delivered"
  | "progress"
  | "noProgress"
  | "others"
  | "group"
  | "noAim"
  | "milestone"
  | "reached"
  | "missed"
  | "notYet"
  | "unmeasured"
  | "decision"
  | "decisions"
  | "moved"
  | "movedHalf"
  | "today"
  | "now"
  | "next"
  | "later"
  | "quarter"
  | "count"
  | `state.${"idea" | "planned" | "active" | "paused" | "delivered" | "stopped" | "none"}`
  | `standing.${"ok" | "risk" | "off" | "unknown"}`;

export type TrajectorySpeech = Speech<TrajectoryWord>;

export const ROW = 28;
export const HEAD = 36;
export const NAMES = 280;
/** Where only one end is known the bar runs on for so many days, hatched. */
const OPEN = 45;
/** A row as it lies in the world: what the axis and the hints at the edges read. */
export interface Row {
  readonly y: number;
  readonly h: number;
  readonly bar: Bar | null;
  readonly group: string;
  /** Days from the first to the last of it. */
  readonly span: { readonly from: number; readonly until: number } | null;
  readonly undated: boolean;
}

/** Where a bar lies; an end that nobody gave is some way off, and is drawn so. */
export function boxOf({ start, end, delivered }: Bar, within: (day: number) => number, y: number): Box {
  const last = end ?? (start === null ? delivered : null);
  const from = within(start ?? (last ?? 0) - OPEN);
  const until = within((last ?? from + OPEN) + 1);
  return { x0: from * DAY, x1: Math.max(until, from + 1) * DAY, y0: y + 6, y1: y + ROW - 6 };
}

/** The name of a group, with how much stands under it. */
export function headMark(
  key: string,
  title: string,
  kind: "objective" | "priority" | null,
  count: number,
  place: { readonly y: number; readonly row: number },
  speech: TrajectorySpeech,
): Mark {
  return {
    id: `head.${key}`,
    subject: kind === null ? null : key,
    box: { x0: 0, x1: NAMES, y0: place.y, y1: place.y + HEAD },
    pin: "left",
    row: place.row,
    label: count === 0 ? title : speech.say("group", { title, count: speech.say("count", { count }) }),
    tip: title,
    draw: (pen, at, stance) =>
      drawGroupName(pen, at, stance, title, kind, count === 0 ? "" : speech.number(count)),
  };
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

  protected get named(): string {
    return this.bar.element.title || this.speech.say("untitled");
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
    this.held ??= dragOf(this.bar, this.speech);
    return this.held;
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
      ...dragOf({ ...bar, start: today, end: today }, speech),
      fresh: { from: x, until: (from) => monthsOn(Math.round(from / DAY), MONTHS) * DAY },
    },
    draw: (pen, at, stance) => {
      if (stance.moving) drawBar(pen, at, stance, { ...bar, start: today, end: today });
    },
  };
}

function dragOf(bar: Bar, speech: TrajectorySpeech): Drag {
  return {
    start: bar.start !== null,
    end: bar.end !== null,
    snap: (at, zoom) => snapped(at / DAY, grainAt(zoom)) * DAY,
    step: (at, zoom, way) => stepped(at / DAY, grainAt(zoom), way) * DAY,
    note: (x0, x1) => {
      const [from, until] = [Math.round(x0 / DAY), Math.round(x1 / DAY) - 1];
      const [first, last] = [speech.date(dayOf(from)), speech.date(dayOf(until))];
      if (bar.start === null || bar.end === null) {
        return speech.say("movedHalf", { from: bar.start === null ? "none" : first, until: last });
      }
      return speech.say("moved", { from: first, until: last, days: until - from + 1 });
    },
  };
}

/** What a drag means for the record: new dates for the ends that it has. */
export function datesOf({
  mark,
  part,
  x0,
  x1,
}: Dragged): { element: string; start?: string; end?: string } | null {
  if (mark.subject === null || mark.drag === undefined) return null;
  return {
    element: mark.subject,
    ...(mark.drag.start && part !== "end" ? { start: dayOf(x0 / DAY) } : {}),
    ...(mark.drag.end && part !== "start" ? { end: dayOf(x1 / DAY - 1) } : {}),
  };
}

export function groupMarks(
  group: Group,
  at: Row | undefined,
  row: number,
  within: (day: number) => number,
  today: number,
  speech: TrajectorySpeech,
): Mark[] {
  if (at === undefined) return [];
  const middle = at.y + at.h / 2;
  const point = (day: number): Box => ({
    x0: (within(day) + 0.5) * DAY,
    x1: (within(day) + 0.5) * DAY,
    y0: middle,
    y1: middle,
  });
  const dots = [...new Set(group.readings)].map((day): Mark => {
    const id = `reading.${group.aim?.id ?? ""}.${day}`;
    return {
      id,
      subject: null,
      box: point(day),
      reach: 3,
      round: true,
      inert: true,
      label: "",
      tip: "",
      draw: drawReading,
    };
  });
  const sorted = [...group.milestones].sort((a, b) => a.day - b.day);
  const diamonds = sorted.map((it, n): Mark => {
    const title = it.indicator.title || speech.say("untitled");
    const state = milestoneState(it, today);
    const facts = once(() =>
      speech.say("milestone", {
        date: speech.date(dayOf(it.day)),
        measured: it.measured.title,
        state: speech.say(state),
      }),
    );
    const next = sorted[n + 1];
    return {
      id: `target.${it.indicator.id}.${it.measured.id}`,
      subject: it.indicator.id,
      box: point(it.day),
      reach: 7,
      row,
      get label() {
        return `${title}. ${facts()}`;
      },
      get tip() {
        return `${title}\n${facts()}`;
      },
      draw: (pen, b, stance) =>
        drawMilestone(pen, b, stance, title, state, next === undefined ? null : (next.day - it.day) * DAY),
    };
  });
  return [...dots, ...diamonds];
}

export type MilestoneState = "reached" | "missed" | "notYet" | "unmeasured";

function milestoneState({ reached, day }: Milestone, today: number): MilestoneState {
  if (reached === null) return "unmeasured";
  return reached ? "reached" : day < today ? "missed" : "notYet";
}

export function callMark(call: Call, day: number, at: Row, row: number, speech: TrajectorySpeech): Mark {
  const title = call.element.title || speech.say("untitled");
  const facts = speech.say("decision", { date: speech.date(dayOf(call.day)) });
  const x = (day + 0.5) * DAY;
  const y = at.y + at.h / 2;
  return {
    id: call.element.id,
    subject: call.element.id,
    box: { x0: x, x1: x, y0: y, y1: y },
    reach: 8,
    row,
    label: `${title}. ${facts}`,
    tip: `${title}\n${facts}`,
    draw: drawCall,
  };
}
