/*
 * The marks of a trajectory beside those of work: heads of groups, targets, values and decisions, each with what is said
 * of it; and the words and measures that all of them share.
 */
import type { Mark } from "../chart/chart";
import type { Box } from "../view";
import { DAY, dayOf } from "./calendar";
import { once, type Speech } from "./speech";
import type { Bar, Call, Group, Milestone } from "./trajectoryData";
import { drawCall, drawGroupName, drawMilestone, drawReading } from "./trajectoryDraw";

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
  | "sign.waits"
  | "sign.late"
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

/** The name of a group, with how much stands under it. */
export function headMark(
  key: string,
  title: string,
  aim: Group["aim"],
  count: number,
  place: { readonly y: number; readonly row: number },
  speech: TrajectorySpeech,
): Mark {
  return {
    id: `head.${key}`,
    subject: aim?.id ?? null,
    title: aim?.title,
    end: aim?.kind,
    box: { x0: 0, x1: NAMES, y0: place.y, y1: place.y + HEAD },
    pin: "left",
    row: place.row,
    label: count === 0 ? title : speech.say("group", { title, count: speech.say("count", { count }) }),
    tip: title,
    draw: (pen, at, stance) =>
      drawGroupName(pen, at, stance, title, aim?.kind ?? null, count === 0 ? "" : speech.number(count)),
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
      title: it.indicator.title,
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
    title: call.element.title,
    box: { x0: x, x1: x, y0: y, y1: y },
    reach: 8,
    row,
    label: `${title}. ${facts}`,
    tip: `${title}\n${facts}`,
    draw: drawCall,
  };
}
