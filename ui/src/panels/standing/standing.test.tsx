// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { ObjectiveLine, ObjectiveScore, Rung, ScoreChange, ScoreView } from "../../api/bindings.ts";
import { nothingScored } from "../../api/fakeScore.ts";
import { initiative, objective } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import type { StandingAsks } from "./asks.ts";
import { Standing } from "./Standing.tsx";

afterEach(cleanup);

const goal = objective("o1", "Boats on time");
const other = objective("o2", "Full decks in winter");
const app = initiative("i1", "Harbour app", { budget: { known: { amount: "2000000", currency: "EUR" } } });

function line(it: typeof goal, weight: number | null, level: Rung | null, more: Partial<ObjectiveLine> = {}) {
  return {
    objective: { id: it.id, kind: it.kind, title: it.title },
    weight,
    level,
    floor: level ?? "linked",
    ceiling: level ?? "measured",
    limit: null,
    keeps: "",
    lift: "",
    evidence: [],
    missing: [],
    cut: false,
    sufficiency: null,
    realised: null,
    ...more,
  } satisfies ObjectiveLine;
}

const rests: ObjectiveScore = {
  ...line(goal, 70, "linked"),
  limit: "mechanism",
  indicators: [],
  coverage: [],
  flow: [],
  stages: [
    {
      need: "mechanism",
      rung: "plausible",
      answer: "fails",
      text: "No path says how it works.",
      lift: "Write it on each step.",
      evidence: [
        {
          text: "“Harbour app” leads here",
          element: "i1",
          link: null,
          date: "2026-10-31",
          source: "projects.xlsx",
        },
      ],
      missing: [],
    },
    {
      need: "baseline",
      rung: "measured",
      answer: "cannot_tell",
      text: "Whether it is known from where it starts cannot be told.",
      lift: "",
      evidence: [],
      missing: [{ element: "o1", link: null, field: "baseline", text: "baseline of “Boats on time”" }],
    },
  ],
};

function score(): ScoreView {
  const empty = nothingScored("2026-11-01");
  const segments = empty.by_weight.segments.map((it) => {
    if (it.level === "linked") return { ...it, share: 0.7, percent: 70, elements: ["o1"] };
    return it.level === null ? { ...it, share: 0.3, percent: 30, elements: ["o2"] } : it;
  });
  const money = empty.by_weight.segments.map((it) =>
    it.level === "unlinked"
      ? { ...it, share: 1, percent: 100, amount: { amount: "2000000", currency: "EUR" }, elements: ["i1"] }
      : it,
  );
  return {
    ...empty,
    sentence: [
      { text: "70 %", elements: ["o1"] },
      { text: " of what matters is assumed.", elements: [] },
    ],
    by_weight: { total: null, segments, without_width: [] },
    by_money: [{ total: { amount: "2000000", currency: "EUR" }, segments: money, without_width: ["i2"] }],
    measured: { share: 0, low: 0, high: 0.3, unknown: 0.3, draws: 1000 },
    objectives: [
      line(goal, 70, "linked", {
        limit: "mechanism",
        keeps: "No path says how it works.",
        lift: "Write it on each step.",
      }),
      line(other, 30, null),
    ],
  };
}

function asks(more: Partial<StandingAsks> = {}): StandingAsks {
  return {
    score: async () => score(),
    objective: async () => rests,
    since: async (since) => ({ since, begins: null, change: null }),
    myths: async () => ({ as_of: "2026-11-01", pack: "1", myths: [], parameters: [] }),
    ...more,
  };
}

describe("the ladder", () => {
  it("says it in a sentence of which each figure opens to the objectives it was counted from", async () => {
    await bench({ elements: [goal, other, app] }, <Standing asks={asks()} />);
    const sentence = await screen.findByTestId("standing-sentence");
    expect(sentence.textContent?.replace("\u00a0", " ")).toBe("70 % of what matters is assumed.");
    expect(screen.getByTestId("climb-o2")).toBeTruthy();
    fireEvent.click(within(sentence).getByRole("button"));
    expect(screen.getByTestId("climb-o1")).toBeTruthy();
    expect(screen.queryByTestId("climb-o2")).toBeNull();
    fireEvent.click(screen.getByTestId("behind-close"));
    expect(screen.getByTestId("climb-o2")).toBeTruthy();
  });

  it("gives what cannot be told a width of its own, and opens money to the work behind it", async () => {
    const { shown } = await bench({ elements: [goal, other, app] }, <Standing asks={asks()} />);
    fireEvent.click(await screen.findByTestId("segment-weight-unknown"));
    expect(within(screen.getByTestId("behind")).getByTestId("climb-o2").textContent).toContain(
      "Linked or more, Measured at most",
    );
    fireEvent.click(screen.getByTestId("segment-EUR-unlinked"));
    fireEvent.click(within(screen.getByTestId("behind")).getByText("Harbour app"));
    expect(shown).toEqual([["i1"]]);
    expect(screen.getByText("One initiative has no known budget and no width here")).toBeTruthy();
  });

  it("says what keeps an objective from the next step, and on opening all that it rests on", async () => {
    await bench({ elements: [goal, other, app] }, <Standing asks={asks()} />);
    const climb = await screen.findByTestId("climb-o1");
    expect(climb.textContent).toContain("To be plausible: No path says how it works.");
    fireEvent.click(within(climb).getByRole("button"));
    const stage = await screen.findByTestId("stage-mechanism");
    expect(stage.textContent).toContain("does not hold");
    expect(stage.textContent).toContain("projects.xlsx");
    expect(screen.getByTestId("stage-baseline").textContent).toContain("baseline of “Boats on time”");
  });

  it("tells the one figure with how far it moves and what is not known", async () => {
    await bench({ elements: [goal, other, app] }, <Standing asks={asks()} />);
    const figure = (await screen.findByTestId("the-figure")).closest("section");
    expect(figure?.textContent?.replaceAll("\u00a0", " ")).toContain(
      "of the weight, between 0 % and 30 %; of 30 % it cannot be told.",
    );
  });

  it("explains what changed since a day, by what brought it about", async () => {
    const compared: string[] = [];
    const change: ScoreChange = {
      before: { measured: 0.4, proven: 0, bars: [] },
      after: { measured: 0, proven: 0, bars: [] },
      effects: [{ cause: "readings", moved: { measured: -0.4, proven: 0, bars: [] } }],
      moves: [
        {
          objective: "o1",
          cause: "readings",
          before: { is: "at", level: "measured" },
          after: { is: "at", level: "linked" },
        },
      ],
      yardsticks: { measured: 0, proven: 0, bars: [] },
      traces: [],
      warning: "Scope explains more than half of it.",
    };
    const since = async (day: string) => {
      compared.push(day);
      return { since: day, begins: "2026-09-10", change };
    };
    await bench({ elements: [goal, other, app] }, <Standing asks={asks({ since })} />);
    const said = await screen.findByTestId("since");
    await waitFor(() => expect(within(said).getByTestId("effect-readings").textContent).toContain("−40"));
    expect(compared).toEqual(["2026-10-02"]);
    expect(said.textContent).toContain("Boats on time Measured → Linked (Readings)");
    expect(said.textContent).toContain("Scope explains more than half of it.");
  });

  it("says from when on it could be compared where the file is younger", async () => {
    const since = async (day: string) => ({ since: day, begins: "2026-10-28", change: null });
    await bench({ elements: [goal, other, app] }, <Standing asks={asks({ since })} />);
    const said = await screen.findByTestId("since");
    expect(said.textContent?.replaceAll("\u00a0", " ")).toContain("begins on 28 Oct 2026");
  });

  it("teaches what is missing where no objective is written", async () => {
    await bench(
      { elements: [] },
      <Standing asks={asks({ score: async () => nothingScored("2026-11-01") })} />,
    );
    expect(await screen.findByText("Nothing to reach yet")).toBeTruthy();
  });
});

describe("an objective that another view asks to see", () => {
  it("is opened, marked and given the keyboard", async () => {
    const { selection } = await bench({ elements: [goal, other, app] }, <Standing asks={asks()} />);
    const row = await waitFor(() => screen.getByTestId("climb-o2"));
    act(() => selection.reveal(["o2"]));
    await waitFor(() =>
      expect(within(row).getAllByRole("button")[0]?.getAttribute("aria-expanded")).toBe("true"),
    );
    expect(document.activeElement).toBe(within(row).getAllByRole("button")[0]);
    const beside = screen.getByTestId("climb-o1");
    expect(within(beside).getAllByRole("button")[0]?.getAttribute("aria-expanded")).toBe("false");
  });
});
