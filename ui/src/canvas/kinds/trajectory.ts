/*
 * The trajectory as a chart: rows of work under what they serve, along fiscal time. Bars and their ends can be
 * dragged; `datesOf` says what that means for the record. Rows keep their height while time stretches.
 */
import type { Portfolio } from "../../model/portfolio";
import type { Chart, Drag, Dragged, Mark } from "../chart/chart";
import type { Box } from "../view";
import { DAY, dayNumber, dayOf, grainAt, horizonOf, snapped, stepped } from "./calendar";
import type { Speech } from "./speech";
import { AXIS, drawCorner, drawGround, drawOver, drawStrips } from "./trajectoryAxis";
import { type Bar, type Call, type Group, type Milestone, trajectoryData } from "./trajectoryData";
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
export const NAMES = 256;
/** Where only one end is known the bar runs on for so many days, hatched. */
const OPEN = 45;
/** Nobody plans farther than this from today; what lies beyond is drawn at this edge. */
const REACH = 20 * 366;

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

export function trajectoryChart(portfolio: Portfolio, asOf: string, speech: TrajectorySpeech): Chart {
  const data = trajectoryData(portfolio);
  const today = dayNumber(asOf) ?? 0;
  const within = (day: number): number => Math.max(today - REACH, Math.min(today + REACH, day));
  const marks: Mark[] = [];
  const rows: Row[] = [];
  const rowOf = new Map<string, number>();
  let y = 0;
  const open = (h: number, more: Omit<Row, "y" | "h">): number => {
    rows.push({ y, h, ...more });
    y += h;
    return rows.length - 1;
  };
  const calls = new Map<string | null, Call[]>();
  for (const call of data.calls) calls.set(call.about, [...(calls.get(call.about) ?? []), call]);
  const header = (
    title: string,
    key: string,
    kind: "objective" | "priority" | null,
    count: number,
    subject: string | null,
    undated = false,
  ): number => {
    if (rows.length > 0) y += 8;
    const row = open(HEAD, { bar: null, group: title, span: null, undated });
    const box = { x0: 0, x1: NAMES, y0: y - HEAD, y1: y };
    const said = speech.say("count", { count });
    const label = speech.say("group", { title, count: said });
    marks.push({
      id: `head.${key}`,
      subject,
      box,
      pin: "left",
      row,
      label,
      tip: title,
      draw: (pen, at, stance) =>
        drawGroupName(pen, at, stance, title, kind, count === 0 ? "" : speech.number(count)),
    });
    return row;
  };
  const put = (call: Call, row: number): void => {
    const at = rows[row];
    if (at !== undefined) marks.push(callMark(call, within(call.day), at, row, speech));
  };
  const loose =
    (calls.get(null) ?? []).length > 0 ? header(speech.say("decisions"), "decisions", null, 0, null) : -1;
  for (const call of calls.get(null) ?? []) put(call, loose);
  for (const group of data.groups) {
    const { aim } = group;
    const title = aim === null ? speech.say("noAim") : aim.title || speech.say("untitled");
    const head = header(title, aim?.id ?? "none", aim?.kind ?? null, group.bars.length, aim?.id ?? null);
    marks.push(...groupMarks(group, rows[head], head, within, today, speech));
    if (aim !== null) for (const call of calls.get(aim.id) ?? []) put(call, head);
    for (const bar of group.bars) {
      const box = boxOf(bar, within, y);
      const row = open(ROW, {
        bar,
        group: title,
        span: { from: box.x0 / DAY, until: box.x1 / DAY },
        undated: false,
      });
      rowOf.set(bar.element.id, row);
      marks.push(nameMark(bar, y - ROW, row, speech), barMark(bar, box, row, speech));
      for (const call of calls.get(bar.element.id) ?? []) put(call, row);
    }
  }
  if (data.undated.length > 0) {
    const title = speech.say("noDates");
    header(title, "undated", null, data.undated.length, null, true);
    for (const bar of data.undated) {
      const row = open(ROW, { bar, group: title, span: null, undated: true });
      rowOf.set(bar.element.id, row);
      marks.push(nameMark(bar, y - ROW, row, speech));
    }
  }
  const span = extent(marks, today);
  const scene = {
    rows,
    speech,
    today,
    starts: portfolio.settings.fiscal_year,
    horizon: horizonOf(today, portfolio.settings.cycle, portfolio.settings.fiscal_year),
    waits: data.waits,
    count: speech.say("count", { count: rowOf.size }),
  };
  const bounds = { x0: span.x0, x1: span.x1, y0: -6, y1: y + 40 };
  const near = { x0: Math.max(span.x0, (today - 300) * DAY), x1: Math.min(span.x1, (today + 500) * DAY) };
  return {
    label: speech.say(rowOf.size === 0 ? "none" : "label"),
    axes: "x",
    bounds,
    opening: {
      box: { ...bounds, ...(span.x1 - span.x0 > 1600 * DAY && near.x1 > near.x0 ? near : {}) },
      least: 0.02,
    },
    marks: rowOf.size === 0 && data.groups.length === 0 ? [] : marks,
    empty: [speech.say("emptyTitle"), speech.say("emptyHint")],
    left: NAMES,
    top: AXIS,
    back: (pen, eye) => drawGround(pen, eye, scene),
    front: (pen, eye, glance) => drawOver(pen, eye, glance, scene),
    strips: (pen, eye) => drawStrips(pen, eye, scene),
    corner: (pen, eye) => drawCorner(pen, eye, scene),
  };
}

/** Where a bar lies; an end that nobody gave is some way off, and is drawn so. */
function boxOf({ start, end, delivered }: Bar, within: (day: number) => number, y: number): Box {
  const last = end ?? (start === null ? delivered : null);
  const from = within(start ?? (last ?? 0) - OPEN);
  const until = within((last ?? from + OPEN) + 1);
  return { x0: from * DAY, x1: Math.max(until, from + 1) * DAY, y0: y + 6, y1: y + ROW - 6 };
}

function extent(marks: readonly Mark[], today: number): { x0: number; x1: number } {
  let [x0, x1] = [today * DAY, today * DAY];
  for (const { pin, box } of marks) {
    if (pin !== undefined) continue;
    x0 = Math.min(x0, box.x0);
    x1 = Math.max(x1, box.x1);
  }
  return { x0: x0 - 30 * DAY, x1: x1 + 60 * DAY };
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

function nameMark(bar: Bar, y: number, row: number, speech: TrajectorySpeech): Mark {
  const title = bar.element.title || speech.say("untitled");
  const facts = factsOf(bar, speech);
  return {
    id: `row.${bar.element.id}`,
    subject: bar.element.id,
    box: { x0: 0, x1: NAMES, y0: y, y1: y + ROW },
    pin: "left",
    row,
    label: speech.say("row", { title, facts: facts.join(" ") }),
    tip: [title, ...facts].join("\n"),
    draw: (pen, at, stance) => drawRowName(pen, at, stance, title, bar.standing),
  };
}

function barMark(bar: Bar, box: Box, row: number, speech: TrajectorySpeech): Mark {
  const title = bar.element.title || speech.say("untitled");
  const facts = factsOf(bar, speech);
  return {
    id: bar.element.id,
    subject: bar.element.id,
    box,
    row,
    label: speech.say("bar", { title, facts: facts.join(" ") }),
    tip: [title, ...facts].join("\n"),
    ...(bar.start === null && bar.end === null ? {} : { drag: dragOf(bar, speech) }),
    draw: (pen, at, stance) => drawBar(pen, at, stance, bar),
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

function groupMarks(
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
    const facts = speech.say("milestone", {
      date: speech.date(dayOf(it.day)),
      measured: it.measured.title,
      state: speech.say(state),
    });
    const next = sorted[n + 1];
    return {
      id: `target.${it.indicator.id}.${it.measured.id}`,
      subject: it.indicator.id,
      box: point(it.day),
      reach: 7,
      row,
      label: `${title}. ${facts}`,
      tip: `${title}\n${facts}`,
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

function callMark(call: Call, day: number, at: Row, row: number, speech: TrajectorySpeech): Mark {
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
