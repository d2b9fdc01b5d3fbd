import { describe, expect, it } from "vitest";
import { contribution, indicator, initiative, objective, reading } from "../../model/fixture";
import { deliverySpeech } from "../../shell/chartWords";
import { wordsOf } from "../../words/index";
import { Eye } from "../chart/eye";
import { deliveryChart, PLANE, rowsOf } from "./delivery";
import { cornerOf, deliveryData } from "./deliveryData";
import { keyAt, toldOf } from "./deliveryKey";
import { namedAside, weighty } from "./deliveryNames";
import { euros, link, outcome, portfolio, report } from "./fixture";
import { labelled, spread } from "./spreading";

const speech = deliverySpeech(wordsOf("en"));
const TODAY = "2026-11-26";

const measure = indicator("k", "Riders", {
  indicator_kind: { known: "outcome" },
  baseline: { known: 0 },
  target: { known: 100 },
  baseline_on: { known: "2026-01-01" },
  target_on: { known: "2026-12-31" },
});
const readings = [
  ["2026-03-31", 2],
  ["2026-06-30", 4],
  ["2026-10-31", 5],
] as const;
const records = portfolio(
  [
    initiative("melon", "One Ticket", {
      percent_complete: { known: 92 },
      budget: euros(400),
      state: { known: "active" },
    }),
    initiative("small", "Small thing", { percent_complete: { known: 30 }, budget: euros(100) }),
    initiative("alone", "Alone", { percent_complete: { known: 50 } }),
    initiative("mute", "Mute"),
    outcome("u"),
    objective("o", "Riders come back"),
    measure,
  ],
  [
    contribution("1", "melon", "u"),
    contribution("2", "small", "u"),
    contribution("3", "u", "o"),
    link("measures", "k", "u"),
  ],
  [
    ...readings.map(([period, value]) => ({
      type: "reading" as const,
      record: reading(`r${period}`, "k", period, value),
    })),
    { type: "status_report", record: report("melon", "2026-04-30", "green", 40) },
    { type: "status_report", record: report("melon", "2026-10-31", "green", 92) },
  ],
);

function fail(): never {
  throw new Error("the records no longer hold it");
}

describe("delivery against outcome", () => {
  it("places_what_has_both_and_lists_the_rest_with_the_reason", () => {
    const { spots, unplaced } = deliveryData(records, TODAY);
    expect(spots.map(({ element }) => element.id).sort()).toEqual(["melon", "o", "small"]);
    expect(unplaced.map(({ element, reason }) => [element.id, reason])).toEqual([
      ["alone", "no_outcome"],
      ["mute", "neither"],
    ]);
  });

  it("names_the_corner_where_work_was_delivered_and_nothing_changed", () => {
    const melon = deliveryData(records, TODAY).spots.find(({ element }) => element.id === "melon");
    expect(melon && cornerOf(melon)).toBe("delivered");
    // Half way on both sides is no watermelon.
    expect(cornerOf({ delivery: 58, outcome: 47 })).toBe("lagging");
    const mark = deliveryChart(records, TODAY, speech).marks.find(({ id }) => id === "melon");
    expect(mark?.tip).toContain("Delivered, nothing changed");
    expect(mark?.label).toContain("Delivery 92\u00a0%, on track; outcome 5\u00a0%, off track.");
  });

  it("follows_the_way_back_through_reports_and_readings", () => {
    const melon = deliveryData(records, TODAY).spots.find(({ element }) => element.id === "melon");
    expect(melon?.trail.map(({ delivery, outcome: changed }) => [delivery, Math.round(changed)])).toEqual(
      [
        [40, 2],
        [40, 4],
      ].slice(0, melon?.trail.length),
    );
    expect(melon?.trail.length).toBeGreaterThan(0);
  });

  it("says_of_the_past_only_what_was_reported", () => {
    const { marks } = deliveryChart(records, TODAY, speech);
    const tip = (id: string) => marks.find((it) => it.id === id)?.tip;
    expect(tip("melon")).toContain("first measured: delivery 40\u00a0%, outcome 2\u00a0%.");
    expect(tip("small")).toContain("first measured: outcome 2\u00a0%.");
  });

  it("makes_four_times_the_money_four_times_the_area", () => {
    const { marks } = deliveryChart(records, TODAY, speech);
    const reach = (id: string) => marks.find((it) => it.id === id)?.reach ?? 0;
    expect(reach("melon") ** 2 / reach("small") ** 2).toBeCloseTo(4);
    // An objective is as large as the work that serves it.
    expect(reach("o")).toBeGreaterThan(reach("melon"));
  });

  it("names_the_weightiest_of_very_many_beside_the_plane_and_none_over_another", () => {
    const base = deliveryData(records, TODAY).spots.find(({ element }) => element.id === "melon");
    if (base === undefined) throw new Error("There is no melon.");
    const spots = Array.from({ length: 400 }, (_, i) => ({
      ...base,
      size: 400 - i,
      delivery: i < 390 ? 40 : 90,
      outcome: i < 390 ? 50 : 2,
    }));
    expect(weighty(spots).slice(0, 4)).toEqual([0, 390, 1, 391]);
    const places = spots.map((_, i) => ({ x: 0, y: i < 390 ? 300 : 608 }));
    const named = namedAside(spots, places, 1000, 610);
    named.forEach(({ box }, n) => {
      expect(box.y0).toBeGreaterThanOrEqual((named[n - 1]?.box.y1 ?? -12) - 0.001);
      expect(box.y1).toBeLessThanOrEqual(610 + 12);
    });
    // Where there are few, all are named where they are.
    expect(namedAside(spots.slice(0, 30), places, 1000, 610)).toEqual([]);
  });

  it("keeps_a_thousand_without_a_place_to_columns_and_counts_the_rest", () => {
    const many = Array.from({ length: 1000 }, (_, i) => initiative(`w${i}`, `Work ${i}`));
    const chart = deliveryChart(portfolio(many), TODAY, speech);
    expect(chart.marks.length).toBeLessThan(60);
    expect(chart.bounds.x1).toBeLessThan(PLANE.w * 2);
  });
});

describe("room for circles and words", () => {
  it("moves_circles_of_one_place_apart_but_not_far", () => {
    const bounds = { x0: 0, y0: 0, x1: 500, y1: 500 };
    const discs = Array.from({ length: 5 }, () => ({ x: 250, y: 498, r: 8 }));
    const places = spread(discs, 60, bounds);
    places.forEach((a, i) => {
      expect(Math.hypot(a.x - 250, a.y - 498)).toBeLessThanOrEqual(60);
      expect(a.y).toBeLessThanOrEqual(500);
      for (const b of places.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(15);
    });
  });

  it("lays_no_label_over_another_or_over_a_circle_and_leaves_out_what_has_no_room", () => {
    const bounds = { x0: 0, y0: 0, x1: 300, y1: 120 };
    const discs = Array.from({ length: 30 }, (_, i) => ({
      x: 20 + (i % 10) * 28,
      y: 20 + Math.floor(i / 10) * 40,
      r: 9,
    }));
    const labels = labelled(
      discs,
      discs.map(() => 80),
      bounds,
    );
    expect(labels.length).toBeLessThan(discs.length);
    labels.forEach(({ box: a, index }, i) => {
      for (const { box: b } of labels.slice(i + 1)) {
        expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0).toBe(true);
      }
      discs.forEach((d, j) => {
        if (j === index) return;
        const [dx, dy] = [Math.max(a.x0 - d.x, 0, d.x - a.x1), Math.max(a.y0 - d.y, 0, d.y - a.y1)];
        expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(d.r - 0.01);
      });
    });
  });

  it("numbers_whom_no_name_fits_and_names_what_changed_nothing_first", () => {
    const { spots } = deliveryData(records, TODAY);
    const crowd = Array.from({ length: 12 }, (_, n) => ({
      ...(spots.find(({ element }) => element.id === (n === 11 ? "melon" : "small")) ?? fail()),
    }));
    const discs = crowd.map((_, n) => ({ x: 100 + (n % 4) * 24, y: 60 + Math.floor(n / 4) * 24, r: 8 }));
    const bounds = { x0: 0, y0: 0, x1: 320, y1: 200 };
    const told = toldOf(
      crowd,
      discs,
      discs.map(() => 120),
      bounds,
      [],
      14,
    );
    expect(told.find(({ index }) => index === 11)?.number).toBeNull();
    const numbers = told.flatMap(({ number }) => number ?? []);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    expect(new Set(told.map(({ index }) => index)).size).toBe(told.length);
  });

  it("leaves_a_long_reason_the_rows_that_a_short_one_does_not_need", () => {
    expect(rowsOf([0, 2, 89])).toEqual([0, 1, 14]);
    expect(rowsOf([878, 0, 312])).toEqual([8, 0, 7]);
    expect(rowsOf([3, 0, 0])).toEqual([2, 0, 0]);
  });
});

describe("the key to the numbers", () => {
  const ground = { x0: 82, y0: 52, x1: 578, y1: 408 };
  const trays = [
    { x0: 106, y0: 438, x1: 434, y1: 514 },
    { x0: 106, y0: 525, x1: 434, y1: 553 },
  ];
  const eye = (w: number) =>
    new Eye({ axes: "both", left: 64, top: 44 }, { x: 0, y: 0, zoom: 0.45 }, { w, h: 752 });

  it("stands_at_the_right_of_the_plane_while_there_is_room", () => {
    expect(keyAt(eye(860), ground, trays).map(({ x }) => x)).toEqual([592]);
  });

  it("stands_beneath_it_in_a_narrow_window_beside_the_trays_and_then_under_them", () => {
    for (const w of [584, 636]) {
      const [beside, under, ...others] = keyAt(eye(w), ground, trays);
      expect(others).toEqual([]);
      expect(beside?.x).toBeGreaterThan(434);
      expect((beside?.x ?? 0) + (beside?.room ?? 0)).toBeLessThanOrEqual(w);
      expect(under?.y).toBeGreaterThan(553);
    }
    expect(keyAt(eye(584), ground, [])).toHaveLength(1);
  });

  it("is_left_out_where_the_plane_fills_the_window", () => {
    const near = { ...ground, x1: 700, y1: 900 };
    const below = trays.map((it) => ({ ...it, y0: it.y0 + 500, y1: it.y1 + 500 }));
    expect(keyAt(eye(584), near, below)).toEqual([]);
  });
});
