import { describe, expect, it } from "vitest";
import { demo, element } from "../../../bench/demo";
import { mapWords } from "../../../bench/words";
import type { Element } from "../../api/bindings";
import { indicator } from "../../model/fixture";
import { Projector } from "../project";
import type { MapRecords } from "../records";
import { CATEGORIES, initials, OVERLAYS, type Overlay, type OverlayKind, overlay, toneOf } from "./overlay";

const DAY = "2026-11-26";

function records(elements: Element[], more: Partial<MapRecords> = {}): MapRecords {
  return { elements, links: [], placements: [], readings: [], statuses: [], findings: [], ...more };
}

function seen(kind: OverlayKind, from: MapRecords): Overlay {
  const { cards } = new Projector(mapWords("en")).project(from, new Set());
  return overlay(kind, cards, from, DAY);
}

const work = (id: string, owner: string, amount: string | null, currency = "EUR") =>
  element(id, "initiative", id, owner, {
    budget: amount === null ? null : { known: { amount, currency } },
  });

describe("what an overlay says", () => {
  it("every_card_has_a_mark_in_every_overlay_and_every_mark_its_row_in_the_legend", () => {
    const { cards } = new Projector(mapWords("en")).project(demo, new Set());
    for (const kind of OVERLAYS) {
      const { marks, legend } = overlay(kind, cards, demo, DAY);
      expect(marks.size, kind).toBe(cards.length);
      const tones = new Set(legend.map((row) => toneOf(row.mark)));
      for (const mark of marks.values()) expect(tones.has(toneOf(mark)), kind).toBe(true);
      expect(
        legend.reduce((sum, row) => sum + row.count, 0),
        kind,
      ).toBe(cards.length);
    }
  });

  it("work_without_a_budget_is_unknown_and_what_carries_none_is_not_asked", () => {
    const { marks } = seen("money", records([work("a", "", null), element("o", "objective", "O", "")]));
    expect(marks.get("a")).toBe("unknown");
    expect(marks.get("o")).toBe("none");
  });

  it("budgets_fall_into_fifths_and_equal_ones_into_the_same", () => {
    const sizes = ["10", "20", "30", "40", "50", "60", "70", "80", "90", "90"];
    const { marks, legend, currency } = seen(
      "money",
      records(sizes.map((size, i) => work(`w${i}`, "", size))),
    );
    expect(sizes.map((_, i) => toneOf(marks.get(`w${i}`) ?? "none"))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(legend[0]?.between).toEqual(["10", "20"]);
    expect(legend[4]?.between).toEqual(["90", "90"]);
    expect(currency).toBe("EUR");
  });

  it("another_currency_is_not_compared", () => {
    const list = [work("a", "", "5"), work("b", "", "7"), work("c", "", "900", "NOK")];
    const { marks } = seen("money", records(list));
    expect(marks.get("c")).toBe("none");
  });

  it("at_most_eight_owners_have_a_mark_of_their_own_those_with_most_first", () => {
    const list = Array.from({ length: 12 }, (_, n) =>
      Array.from({ length: 12 - n }, (_, i) =>
        work(`w${n}.${i}`, `Owner ${String.fromCharCode(65 + n)}`, null),
      ),
    ).flat();
    const { marks, legend } = seen("owner", records(list));
    expect(marks.get("w0.0")).toEqual({ category: 0 });
    expect(marks.get("w7.0")).toEqual({ category: 7 });
    expect(marks.get("w8.0")).toEqual({ category: CATEGORIES });
    expect(legend.map((row) => row.name)).toEqual(
      [..."ABCDEFGH"].map((it) => `Owner ${it}`).concat([null as never]),
    );
  });

  it("nobody_is_unknown_where_somebody_should_be", () => {
    const { marks } = seen("owner", records([work("a", "", null), element("d", "driver", "D", "")]));
    expect(marks.get("a")).toBe("unknown");
    expect(marks.get("d")).toBe("none");
  });

  it("somebody_who_is_called_unknown_is_somebody", () => {
    const { marks } = seen("owner", records([work("a", "unknown", null)]));
    expect(marks.get("a")).toEqual({ category: 0 });
  });

  it("evidence_ages_by_steps_and_what_is_still_to_come_is_none_yet", () => {
    const report = (id: string, on: string) => ({
      id: `s${id}`,
      element: id,
      date: { known: on },
      lens: "it" as const,
      status: "green" as const,
      said: "",
      comment: "",
      percent: null,
      source: null,
    });
    const list = ["new", "quarter", "old", "future", "never"].map((id) => work(id, "", null));
    const { marks } = seen(
      "freshness",
      records(list, {
        statuses: [
          report("new", "2026-11-01"),
          report("quarter", "2026-09-01"),
          report("old", "2024-01-01"),
          report("future", "2027-01-01"),
        ],
      }),
    );
    expect(marks.get("new")).toEqual({ step: 0 });
    expect(marks.get("quarter")).toEqual({ step: 1 });
    expect(marks.get("old")).toEqual({ step: 4 });
    expect(marks.get("future")).toBe("unknown");
    expect(marks.get("never")).toBe("unknown");
  });

  it("a_measure_speaks_for_what_it_measures", () => {
    const measured = element("o", "objective", "O", "");
    const kpi = indicator("k", "K");
    const { marks } = seen(
      "freshness",
      records([measured, kpi], {
        links: [{ id: "m", from: "k", to: "o", kind: "measures" }],
        readings: [
          {
            id: "r",
            indicator: "k",
            period: "2026-10-31",
            value: 3,
            nature: "actual",
            source: null,
            recorded_at: "",
            recorded_by: "",
            comment: "",
            grade: null,
          },
        ],
      }),
    );
    expect(marks.get("o")).toEqual({ step: 0 });
  });

  it("what_was_written_here_has_no_source", () => {
    const from = work("a", "", null);
    const imported = { ...from, id: "b", external_keys: [{ source: "Register", key: "7" }] } as Element;
    const { marks, legend } = seen("source", records([from, imported]));
    expect(marks.get("a")).toBe("none");
    expect(marks.get("b")).toEqual({ category: 0 });
    expect(legend.map((row) => row.name)).toEqual(["Register", null]);
  });

  it("initials_are_of_the_first_and_the_last_word", () => {
    expect(["L. Varga", "Élodie de la Cour", "Finance", "", "…"].map(initials)).toEqual([
      "LV",
      "ÉC",
      "FI",
      "",
      "",
    ]);
  });
});
