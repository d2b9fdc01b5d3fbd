/*
 * The trajectory as a chart: rows of work under what they serve, along fiscal time, with targets and decisions.
 * Rows keep their height while time stretches.
 */
import { linksOf, type Portfolio } from "../../model/portfolio";
import type { Chart, Mark } from "../chart/chart";
import { judgeInTime, type Linked, offersOf } from "../policy";
import { DAY, dayNumber, horizonOf } from "./calendar";
import { drawLegend } from "./legend";
import { AXIS, drawCorner, drawGround, drawOver, drawStrips } from "./trajectoryAxis";
import { type Call, type Group, trajectoryData } from "./trajectoryData";
import { signsOf } from "./trajectoryLegend";
import {
  callMark,
  groupMarks,
  HEAD,
  headMark,
  NAMES,
  ROW,
  type Row,
  type TrajectorySpeech,
} from "./trajectoryMarks";
import { BarMark, boxOf, NameMark, placeMark } from "./trajectoryWork";

/** Nobody plans farther than this from today; what lies beyond is drawn at this edge. */
const REACH = 20 * 366;

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
  const header = (title: string, key: string, aim: Group["aim"], count: number, undated = false): number => {
    if (rows.length > 0) y += 8;
    const row = open(HEAD, { bar: null, group: title, span: null, undated });
    marks.push(headMark(key, title, aim, count, { y: y - HEAD, row }, speech));
    return row;
  };
  const put = (call: Call, row: number): void => {
    const at = rows[row];
    if (at !== undefined) marks.push(callMark(call, within(call.day), at, row, speech));
  };
  const loose =
    (calls.get(null) ?? []).length > 0 ? header(speech.say("decisions"), "decisions", null, 0) : -1;
  for (const call of calls.get(null) ?? []) put(call, loose);
  for (const group of data.groups) {
    const { aim } = group;
    const title = aim === null ? speech.say("noAim") : aim.title || speech.say("untitled");
    const head = header(title, aim?.id ?? "none", aim, group.bars.length);
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
      marks.push(new NameMark(bar, y - ROW, row, speech), new BarMark(bar, box, row, speech));
      for (const call of calls.get(bar.element.id) ?? []) put(call, row);
    }
  }
  if (data.undated.length > 0) {
    const title = speech.say("noDates");
    header(title, "undated", null, data.undated.length, true);
    for (const bar of data.undated) {
      const row = open(ROW, { bar, group: title, span: null, undated: true });
      rowOf.set(bar.element.id, row);
      const place = placeMark(bar, y - ROW, row, today, speech);
      marks.push(new NameMark(bar, y - ROW, row, speech, place.id), place);
    }
  }
  const linked: Linked = (kind, from, to) =>
    linksOf(portfolio.linksFrom, from).some((it) => it.kind === kind && it.to === to);
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
  const bounds = { x0: span.x0, x1: span.x1, y0: -6, y1: y + 112 };
  return {
    label: speech.say(rowOf.size === 0 ? "none" : "label"),
    axes: "x",
    bounds,
    opening: { box: { ...bounds, ...mostOfIt(rows, today) }, least: 0.02 },
    marks: rowOf.size === 0 && data.groups.length === 0 ? [] : marks,
    empty: [speech.say("emptyTitle"), speech.say("emptyHint")],
    left: NAMES,
    top: AXIS,
    linking: {
      judge: (from, to) => judgeInTime(from, to, linked),
      // What something is drawn to comes after it, and waits.
      offers: (from, to) => offersOf(to, from, linked),
    },
    back: (pen, eye) => drawGround(pen, eye, scene),
    front: (pen, eye, glance) => drawOver(pen, eye, glance, scene),
    strips: (pen, eye) => drawStrips(pen, eye, scene),
    corner: (pen, eye) => {
      drawCorner(pen, eye, scene);
      drawLegend(pen, rowOf.size === 0 ? [] : signsOf(pen, data, scene));
    },
  };
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

/** Longer than this nobody reads at once. */
const LONG = 2600;

/** The time in which most of the work lies, with today in it. */
function mostOfIt(rows: readonly Row[], today: number): { x0: number; x1: number } {
  const spans = rows.flatMap(({ span }) => span ?? []);
  const at = (days: number[], share: number): number => days[Math.floor((days.length - 1) * share)] ?? today;
  const starts = spans.map(({ from }) => from).sort((a, b) => a - b);
  const ends = spans.map(({ until }) => until).sort((a, b) => a - b);
  const few = spans.length <= 40;
  const from = Math.min(today - 60, at(starts, few ? 0 : 0.08));
  const until = Math.max(today + 90, at(ends, few ? 1 : 0.95));
  const x0 = until - from <= LONG ? from : Math.max(from, Math.min(today - 400, at(ends, 0.5) - LONG / 2));
  return { x0: (x0 - 14) * DAY, x1: Math.min(until + 30, x0 + LONG) * DAY };
}
