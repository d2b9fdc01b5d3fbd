import { describe, expect, it } from "vitest";
import type { Link, LinkPatch } from "../../api/bindings";
import { contribution, indicator, initiative, objective, priority } from "../../model/fixture";
import { xMatrixSpeech } from "../../shell/chartWords";
import { wordsOf } from "../../words/index";
import type { Mark } from "../chart/chart";
import { euros, link, outcome, portfolio } from "./fixture";
import { xMatrixChart } from "./xmatrix";
import { CellMark, HeadMark } from "./xmatrixCell";
import { type Line, MOST, xMatrixOf } from "./xmatrixData";
import { answerTo, strokeOfKey } from "./xmatrixEdits";
import type { MatrixReading } from "./xmatrixOrder";

const speech = xMatrixSpeech(wordsOf("en"));

function said(from: string, to: string, more: Partial<Extract<Link, { kind: "contribution" }>> = {}): Link {
  return { ...contribution(`${from}.${to}`, from, to), ...more } as Link;
}

/** One of each side, and an outcome between work and objective. */
function small(links: readonly Link[] = []) {
  return portfolio(
    [
      priority("p", "Safer care"),
      objective("o", "Half the errors"),
      initiative("w", "Scan doses", { budget: euros(40), owner: { known: "K. Almeida" } }),
      indicator("k", "Errors a month"),
      outcome("c"),
    ],
    links,
  );
}

function cell(chart: { marks: readonly Mark[] }, row: string, column: string): CellMark {
  const mark = chart.marks.find((it) => it.id === `${row} × ${column}`);
  if (!(mark instanceof CellMark)) throw new Error(`no cell ${row} × ${column}`);
  return mark;
}

describe("the sides of an x-matrix", () => {
  it("put_the_heaviest_next_to_the_midst_and_say_how_many_more_there_are", () => {
    const work = Array.from({ length: MOST.initiatives + 30 }, (_, i) =>
      initiative(`w${i}`, `W${i}`, { budget: euros(i) }),
    );
    const chart = xMatrixChart(portfolio(work), speech);
    const rows = chart.marks.filter((it) => it instanceof HeadMark && it.line.side === "initiatives");
    expect(rows).toHaveLength(MOST.initiatives);
    expect(rows.at(-1)?.tip).toContain("W229");
    expect(chart.marks.at(-1)?.tip).toContain("the 200 heaviest of 230");
  });

  it("show_what_passes_a_filter_before_what_is_heavier", () => {
    const work = Array.from({ length: MOST.initiatives + 30 }, (_, i) =>
      initiative(`w${i}`, `W${i}`, { budget: euros(i) }),
    );
    const { lines } = xMatrixOf(portfolio(work), new Set(["w3"]));
    expect(lines.initiatives[0]?.id).toBe("w3");
  });

  it("are_read_in_another_order_without_showing_others_and_without_people_where_nobody_asks", () => {
    const all = portfolio(
      [
        initiative("a", "Alarm", { budget: euros(1), owner: { known: "K. Almeida" } }),
        initiative("b", "Beds", { budget: euros(9) }),
        objective("o", "Care"),
        objective("n", "Night"),
      ],
      [said("a", "o"), said("a", "n"), said("b", "n")],
    );
    const read = (order: MatrixReading["order"], people = true) =>
      xMatrixOf(all, null, { order, people }).lines;
    const ids = (lines: readonly Line[]) => lines.map((it) => it.id);
    expect(ids(read("weight").initiatives)).toEqual(["b", "a"]);
    expect(ids(read("ties").initiatives)).toEqual(["a", "b"]);
    expect(ids(read("ties").objectives)).toEqual(["n", "o"]);
    // Read from above, the last title lies at the midst.
    expect(ids(read("title").initiatives)).toEqual(["b", "a"]);
    expect(ids(read("title").objectives)).toEqual(["n", "o"]);
    const reading = { order: "ties", people: true } as const;
    expect(ids(xMatrixOf(all, null, reading).lines.initiatives)).toEqual(["a", "b"]);
    const cut = { ...all, links: new Map(), linksFrom: new Map(), linksTo: new Map() };
    // While the same order is read no line jumps.
    expect(ids(xMatrixOf(cut, null, reading).lines.initiatives)).toEqual(["a", "b"]);
    expect(read("title").people).toHaveLength(1);
    expect(read("title", false).people).toHaveLength(0);
  });

  it("stand_by_their_links_also_where_they_came_into_sight_after_the_order_was_chosen", () => {
    const reading = { order: "ties", people: true } as const;
    const before = portfolio([initiative("a", "Alarm"), objective("o", "Care")], [said("a", "o")]);
    expect(xMatrixOf(before, null, reading).lines.initiatives[0]?.id).toBe("a");
    const after = portfolio(
      [initiative("a", "Alarm"), initiative("b", "Beds"), objective("o", "Care"), objective("n", "Night")],
      [said("a", "o"), said("b", "o"), said("b", "n")],
    );
    expect(xMatrixOf(after, null, reading).lines.initiatives[0]?.id).toBe("b");
  });

  it("call_a_line_loose_until_something_accepted_ties_it_even_through_an_outcome", () => {
    const loose = (links: readonly Link[]) => xMatrixOf(small(links), null).loose;
    expect(loose([])).toMatchObject({ objectives: 1, initiatives: 1, indicators: 1, directions: 1 });
    expect(loose([said("w", "o", { state: "proposed" })])).toMatchObject({ objectives: 1, initiatives: 1 });
    expect(loose([said("w", "o", { sign: "harms" })])).toMatchObject({ initiatives: 1 });
    const whole = [said("w", "c"), said("c", "o"), said("o", "p"), link("measures", "k", "c")];
    expect(loose(whole)).toMatchObject({ objectives: 0, initiatives: 0, indicators: 0, directions: 0 });
  });

  it("take_drivers_for_the_long_run_where_nobody_set_priorities", () => {
    const { direction, lines } = xMatrixOf(
      portfolio([
        {
          ...priority("d", "Ageing"),
          kind: "driver",
          valid_from: null,
          valid_until: null,
          reference: null,
        } as never,
      ]),
      null,
    );
    expect([direction, lines.directions.map(({ id }) => id)]).toEqual(["driver", ["d"]]);
  });

  it("each_ask_for_a_first_element_where_they_are_empty", () => {
    const { marks } = xMatrixChart(portfolio([]), speech);
    expect(marks.filter((it) => it.acts === true).map(({ label }) => label)).toEqual([
      "Add the first objective. What is to be reached this year or next",
      "Add the first indicator. The figure by which all will know",
      "Add the first initiative. The work that is to bring it about",
      "Add the first priority. Where the organisation is going in the long run",
    ]);
  });
});

describe("a cell of an x-matrix", () => {
  const label = (links: readonly Link[], row = "w", column = "o") =>
    cell(xMatrixChart(small(links), speech), row, column).label;

  it("says_what_is_tied_how_strongly_and_who_stands_by_it", () => {
    expect(label([said("w", "o", { strength: "strong", accepted_by: "C. Morvan" })])).toBe(
      "Objective Half the errors by initiative Scan doses: strong, accepted by C. Morvan",
    );
    expect(label([said("w", "o", { strength: "weak", state: "disputed" })])).toContain("weak, disputed");
    expect(label([said("w", "o", { sign: "harms" })])).toContain(
      "works against it, strength not said, accepted",
    );
    expect(label([link("measures", "k", "o"), said("o", "p")], "p", "k")).toContain("Half the errors");
    expect(label([said("w", "c"), said("c", "o")])).toContain("reached through “Outcome c”");
    expect(label([], "w", "owner:K. Almeida")).toBe("Initiative Scan doses by owner K. Almeida: owned");
  });

  const pressed = (links: readonly Link[], row = "w", column = "o") =>
    answerTo(cell(xMatrixChart(small(links), speech), row, column), { does: "press" }, () => "new");
  const strength = (value: LinkPatch["value"]) => ({ field: "strength", value });

  it("goes_from_nothing_to_weak_moderate_strong_and_back_to_nothing", () => {
    expect(pressed([])?.edits).toEqual([
      { type: "connect", id: "new", from: "w", to: "o", kind: "contribution" },
      { type: "set_link", link: "new", patch: strength("weak") },
    ]);
    const next = (before: "weak" | "moderate" | "strong") =>
      pressed([said("w", "o", { strength: before })])?.edits;
    expect(next("weak")).toEqual([{ type: "set_link", link: "w.o", patch: strength("moderate") }]);
    expect(next("moderate")).toEqual([{ type: "set_link", link: "w.o", patch: strength("strong") }]);
    expect(next("strong")).toEqual([{ type: "disconnect", links: ["w.o"] }]);
  });

  it("runs_from_the_lower_end_to_the_higher_one_in_every_corner", () => {
    expect(pressed([], "p", "o")?.edits[0]).toMatchObject({ from: "o", to: "p", kind: "contribution" });
    expect(pressed([], "w", "k")?.edits[0]).toMatchObject({ from: "k", to: "w", kind: "measures" });
  });

  it("offers_a_reason_where_an_indicator_cannot_measure", () => {
    expect(pressed([], "p", "k")).toMatchObject({
      offered: true,
      edits: [{ type: "connect", from: "k", to: "p", kind: "because" }],
    });
    expect(pressed([link("because", "k", "p")], "p", "k")).toMatchObject({
      offered: false,
      edits: [{ type: "disconnect" }],
    });
  });

  it("keeps_a_dispute_while_the_strength_changes_and_settles_it_by_a_key", () => {
    const mark = cell(xMatrixChart(small([said("w", "o", { state: "disputed" })]), speech), "w", "o");
    const stroke = strokeOfKey("4");
    expect(stroke && answerTo(mark, stroke, () => "new")?.stand).toMatchObject({
      sign: "strong",
      state: "disputed",
    });
    const accept = strokeOfKey("a");
    expect(accept && answerTo(mark, accept, () => "new")?.edits).toEqual([
      { type: "set_link", link: "w.o", patch: { field: "state", value: "accepted" } },
    ]);
  });
});

describe("the arrows on an x-matrix", () => {
  it("go_through_the_titles_from_corner_to_corner_and_stop_at_the_edges", () => {
    const chart = xMatrixChart(small(), speech);
    let at: Mark | undefined = cell(chart, "w", "o");
    const path: string[] = [];
    for (const way of ["right", "right", "down", "down", "left", "left", "up", "left", "home"] as const) {
      const next: string | null = chart.walk?.(at as Mark, way) ?? null;
      path.push(next ?? "-");
      at = next === null ? at : chart.marks.find(({ id }) => id === next);
    }
    expect(path).toEqual(["line w", "w × k", "line k", "p × k", "line p", "p × o", "line o", "-", "-"]);
  });

  it("pass_over_a_side_that_has_no_cells_yet", () => {
    const chart = xMatrixChart(portfolio([initiative("w", "W"), indicator("k", "K")]), speech);
    const from = cell(chart, "w", "k");
    expect(chart.walk?.(from, "home")).toBe("line w");
    expect(chart.walk?.(from, "pageDown")).toBe("line k");
  });

  it("place_every_cell_where_its_row_and_its_column_are", () => {
    const chart = xMatrixChart(small(), speech);
    for (const mark of chart.marks) {
      if (!(mark instanceof CellMark)) continue;
      const row = chart.marks.find(({ id }) => id === `line ${mark.across.id}`);
      const column = chart.marks.find(({ id }) => id === `line ${mark.down.id}`);
      expect([mark.box.y0, mark.box.y1]).toEqual([row?.box.y0, row?.box.y1]);
      expect([mark.box.x0, mark.box.x1]).toEqual([column?.box.x0, column?.box.x1]);
    }
  });
});
