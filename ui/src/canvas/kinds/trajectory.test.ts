import { describe, expect, it } from "vitest";
import {
  contribution,
  decision,
  indicator,
  initiative,
  objective,
  priority,
  reading,
} from "../../model/fixture";
import { trajectorySpeech } from "../../shell/chartWords";
import { wordsOf } from "../../words/index";
import { dragBy, gripped } from "../chart/dragging";
import { Field } from "../chart/field";
import { DAY, dayNumber, dayOf, grainAt, horizonOf, snapped, spans, stepped } from "./calendar";
import { link, portfolio } from "./fixture";
import { trajectoryChart } from "./trajectory";
import { trajectoryData } from "./trajectoryData";
import { datesOf } from "./trajectoryWork";

const speech = trajectorySpeech(wordsOf("en"));
const TODAY = "2026-11-26";
const day = (text: string) => dayNumber(text) ?? Number.NaN;
const dated = (id: string, start: string | null, end: string | null) =>
  initiative(id, `Work ${id}`, {
    start: start === null ? null : { known: start },
    end: end === null ? null : { known: end },
  });

describe("fiscal time", () => {
  it("runs_in_quarters_from_the_day_the_year_begins", () => {
    const july = { month: 7, day: 1 };
    const quarters = spans("quarter", day("2026-11-26"), day("2027-03-01"), july);
    expect(quarters.map((it) => [it.part, dayOf(it.from), dayOf(it.until)])).toEqual([
      [2, "2026-10-01", "2027-01-01"],
      [3, "2027-01-01", "2027-04-01"],
    ]);
    expect(spans("year", day("2026-11-26"), day("2026-12-01"), july).map((it) => dayOf(it.from))).toEqual([
      "2026-07-01",
    ]);
    expect(spans("month", day("2026-11-26"), day("2027-01-10"), july).map((it) => it.part)).toEqual([
      11, 12, 1,
    ]);
  });

  it("calls_the_period_of_today_now_and_the_one_after_it_next", () => {
    const horizon = horizonOf(day(TODAY), "quarter", { month: 1, day: 1 });
    expect([horizon?.now.from, horizon?.next.from].map((it) => dayOf(it ?? 0))).toEqual([
      "2026-10-01",
      "2027-01-01",
    ]);
  });

  it("takes_no_text_for_a_day_and_survives_years_that_nobody_plans", () => {
    expect(dayNumber("soon")).toBeNull();
    expect(dayNumber(null)).toBeNull();
    expect(dayNumber("2026-13-77")).toBeNull();
    const chart = trajectoryChart(portfolio([dated("a", "0001-01-01", "9999-12-31")]), TODAY, speech);
    expect(chart.bounds.x1 - chart.bounds.x0).toBeLessThan(60 * 366 * DAY);
    expect(spans("month", -1e9, 1e9, { month: 1, day: 1 }).length).toBeLessThanOrEqual(2000);
  });

  it("lets_go_on_days_when_near_and_on_mondays_and_months_from_afar", () => {
    expect([2, 0.2, 0.05].map(grainAt)).toEqual(["day", "week", "month"]);
    expect(dayOf(snapped(day("2026-11-26"), "week"))).toBe("2026-11-23");
    expect(dayOf(snapped(day("2026-11-26"), "month"))).toBe("2026-12-01");
    expect(dayOf(stepped(day("2026-11-26"), "week", 1))).toBe("2026-11-30");
    expect(dayOf(stepped(day("2026-12-01"), "month", -1))).toBe("2026-11-01");
    expect(dayOf(stepped(day("2026-11-26"), "month", -1))).toBe("2026-11-01");
  });
});

describe("work along time", () => {
  const target = indicator("k", "Riders", {
    baseline: { known: 0 },
    target: { known: 10 },
    target_on: { known: "2026-06-30" },
  });
  const records = portfolio(
    [
      dated("late", "2026-05-01", "2026-12-31"),
      dated("first", "2025-01-01", "2026-02-28"),
      dated("endless", "2026-03-01", null),
      dated("lost", null, null),
      dated("orphan", "2026-01-01", "2026-04-30"),
      objective("o", "Riders come back"),
      priority("p", "Live within the grant"),
      target,
      decision("d", "Go on", { decided_on: { known: "2026-03-03" } }),
    ],
    [
      contribution("1", "late", "o"),
      contribution("2", "first", "o"),
      contribution("3", "endless", "p"),
      link("measures", "k", "o"),
      link("cites", "d", "first"),
      link("depends_on", "late", "first"),
      link("depends_on", "first", "late"),
    ],
    [{ type: "reading", record: reading("r", "k", "2026-05-31", 4) }],
  );

  it("stands_under_the_objective_it_reaches_else_the_priority_and_else_says_so", () => {
    const { groups, undated } = trajectoryData(records);
    expect(groups.map(({ aim, bars }) => [aim?.id ?? null, bars.map(({ element }) => element.id)])).toEqual([
      ["o", ["first", "late"]],
      ["p", ["endless"]],
      [null, ["orphan"]],
    ]);
    expect(undated.map(({ element }) => element.id)).toEqual(["lost"]);
  });

  it("shows_a_target_on_its_day_and_whether_it_was_reached", () => {
    const mark = trajectoryChart(records, TODAY, speech).marks.find(({ id }) => id === "target.k.o");
    expect(mark?.box.x0).toBe((day("2026-06-30") + 0.5) * DAY);
    expect(mark?.label).toContain("date passed, not reached");
  });

  it("puts_a_decision_on_the_row_of_what_it_cites", () => {
    const { marks } = trajectoryChart(records, TODAY, speech);
    const row = (id: string) => marks.find((it) => it.id === id)?.row;
    expect(row("d")).toBe(row("first"));
  });

  it("tells_a_wait_that_comes_too_late_from_one_that_is_fine", () => {
    expect(trajectoryData(records).waits).toEqual([
      { from: "late", to: "first", late: false },
      { from: "first", to: "late", late: true },
    ]);
  });

  it("changes_only_the_dates_that_a_drag_moved_and_none_that_nobody_gave", () => {
    const { marks } = trajectoryChart(records, TODAY, speech);
    const bar = (id: string) => {
      const mark = marks.find((it) => it.id === id);
      if (mark === undefined) throw new Error(`no bar ${id}`);
      return mark;
    };
    const first = bar("first");
    const week = 7 * DAY;
    const moved = { mark: first, x0: first.box.x0 + week, x1: first.box.x1 + week };
    expect(datesOf({ ...moved, part: "whole" })).toEqual({
      element: "first",
      start: "2025-01-08",
      end: "2026-03-07",
    });
    expect(datesOf({ ...moved, part: "end" })).toEqual({ element: "first", end: "2026-03-07" });
    expect(datesOf({ ...moved, part: "start" })).toEqual({ element: "first", start: "2025-01-08" });
    const endless = bar("endless");
    expect(
      datesOf({ mark: endless, part: "whole", x0: endless.box.x0 + DAY, x1: endless.box.x1 + DAY }),
    ).toEqual({ element: "endless", start: "2026-03-02" });
    // Its open end is given by moving that alone, by pointer or by key.
    expect(endless.drag?.open).toBe("end");
    const until = day("2026-06-01") * DAY;
    expect(datesOf({ mark: endless, part: "end", x0: endless.box.x0, x1: until })).toEqual({
      element: "endless",
      end: "2026-05-31",
    });
    expect(endless.drag?.note(endless.box.x0, until, "whole")).toMatch(/^From/);
    expect(endless.drag?.note(endless.box.x0, until, "end")).toMatch(/to 31.May.2026/);
    expect(marks.some(({ id }) => id === "lost")).toBe(false);
    expect(marks.find(({ id }) => id === "row.lost")?.label).toContain("Neither start nor end is given.");
  });

  it("moves_a_bar_that_reaches_out_of_the_time_that_is_drawn_by_what_it_was_dragged_and_no_more", () => {
    const old = portfolio([
      dated("old", "1990-01-01", "2026-12-31"),
      dated("gone", "1980-05-01", "1981-04-30"),
    ]);
    const { marks } = trajectoryChart(old, TODAY, speech);
    const dragged = (id: string, part: "whole" | "start" | "end", days: number) => {
      const mark = marks.find((it) => it.id === id);
      if (mark === undefined) throw new Error(`no bar ${id}`);
      const ends = { x0: mark.box.x0 + days * DAY, x1: mark.box.x1 + days * DAY };
      return { dates: datesOf({ mark, part, ...ends }), note: mark.drag?.note(ends.x0, ends.x1, part) };
    };
    const week = dragged("old", "whole", 7);
    expect(week.dates).toEqual({ element: "old", start: "1990-01-08", end: "2027-01-07" });
    expect(week.note).toMatch(/8.Jan.1990 to 7.Jan.2027/);
    expect(dragged("old", "start", -1).dates).toEqual({ element: "old", start: "1989-12-31" });
    expect(dragged("old", "end", 1).dates).toEqual({ element: "old", end: "2027-01-01" });
    expect(dragged("gone", "whole", 1).dates).toEqual({
      element: "gone",
      start: "1980-05-02",
      end: "1981-05-01",
    });
  });

  it("moves_the_one_date_that_is_known_as_far_as_it_is_dragged_and_to_where_dates_cling", () => {
    const half = portfolio([dated("open", "2026-03-01", null), dated("due", null, "2026-08-31")]);
    const field = new Field();
    field.load(trajectoryChart(half, TODAY, speech));
    const dates = (id: string, grip: "x0" | "x1", to: string) => {
      const i = field.index.get(id) ?? -1;
      const mark = field.mark(i);
      if (mark === undefined) throw new Error(`no bar ${id}`);
      const from = mark.box[grip];
      const part = gripped(mark, { x: from, y: mark.box.y0 }, mark.box) ?? "whole";
      // From afar, where dates cling to months.
      dragBy(field, i, part, { from, to: day(to) * DAY }, 0.05);
      return datesOf({ mark, part, ...field.boxOf(i) });
    };
    // Its drawn end is six weeks on, and no bound.
    expect(dates("open", "x0", "2026-09-02")).toEqual({ element: "open", start: "2026-09-01" });
    expect(dates("open", "x1", "2026-12-30")).toEqual({ element: "open", end: "2026-12-31" });
    expect(dates("due", "x1", "2026-05-02")).toEqual({ element: "due", end: "2026-04-30" });
    expect(dates("due", "x0", "2026-02-27")).toEqual({ element: "due", start: "2026-03-01" });
  });

  it("gives_work_without_dates_a_start_and_an_end_a_quarter_later_where_its_name_is_dragged", () => {
    const { marks } = trajectoryChart(records, TODAY, speech);
    const place = marks.find(({ id }) => id === marks.find((it) => it.id === "row.lost")?.grip);
    const from = day("2027-02-01") * DAY;
    const until = place?.drag?.fresh?.until(from) ?? 0;
    if (place === undefined) throw new Error("The work without dates has no place.");
    expect(datesOf({ mark: place, part: "whole", x0: from, x1: until })).toEqual({
      element: "lost",
      start: "2027-02-01",
      end: "2027-04-30",
    });
    expect(marks.filter(({ grip }) => grip).map(({ id }) => id)).toEqual(["row.lost"]);
  });

  it("says_beside_the_pointer_where_a_bar_would_lie", () => {
    const bar = trajectoryChart(records, TODAY, speech).marks.find(({ id }) => id === "first");
    expect(bar?.drag?.note(day("2026-01-01") * DAY, day("2026-02-01") * DAY, "whole")).toBe(
      "1\u00a0Jan\u00a02026 to 31\u00a0Jan\u00a02026 · 31 days",
    );
  });
});
