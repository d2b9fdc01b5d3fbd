// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Moment, ObjectiveScore, RuleText, Rung, Score, ScoreChange } from "../../api/bindings.ts";
import { NOTHING_CHANGED, nothingScored } from "../../api/fakeScore.ts";
import { finding, initiative, objective } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import type { StandingAsks } from "./asks.ts";
import { Standing } from "./Standing.tsx";

afterEach(cleanup);

const goal = objective("o1", "Boats on time");
const other = objective("o2", "Full decks in winter");
const app = initiative("i1", "Harbour app", { budget: { known: { amount: "2000000", currency: "EUR" } } });

function scored(
  it: typeof goal,
  weight: number | null,
  level: Rung | null,
  more: Partial<ObjectiveScore> = {},
) {
  return {
    objective: { id: it.id, kind: it.kind, title: it.title },
    weight,
    level,
    floor: level ?? "linked",
    ceiling: level ?? "measured",
    limit: null,
    stages: [],
    sufficiency: null,
    realised: null,
    indicators: [],
    coverage: [],
    flow: [],
    ...more,
  } satisfies ObjectiveScore;
}

function score(): Score {
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
      scored(goal, 70, "linked", {
        limit: "mechanism",
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
            missing: [{ element: "o1", link: null, field: "baseline" }],
          },
        ],
      }),
      scored(other, 30, null),
    ],
  };
}

const moment = (seq: number, day: string): Moment => ({
  seq,
  at: `${day}T09:00:00Z`,
  label: { verb: "change", kind: null, title: "", count: 1, origin: { from: "typed" } },
  undone: false,
});

function asks(more: Partial<StandingAsks> = {}): StandingAsks {
  return { score: async () => score(), since: async () => NOTHING_CHANGED, steps: async () => [], ...more };
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
    const stage = screen.getByTestId("stage-mechanism");
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
    const compared: number[] = [];
    const change: ScoreChange = {
      ...NOTHING_CHANGED,
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
      warning: "Scope explains more than half of it.",
    };
    const since = async (seq: number) => {
      compared.push(seq);
      return change;
    };
    await bench(
      { elements: [goal, other, app] },
      <Standing
        asks={asks({ since, steps: async () => [moment(9, "2026-10-31"), moment(4, "2026-10-20")] })}
      />,
    );
    const said = await screen.findByTestId("since");
    await waitFor(() => expect(within(said).getByTestId("effect-readings").textContent).toContain("−40"));
    expect(compared).toEqual([4]);
    expect(said.textContent).toContain("Boats on time Measured → Linked (Readings)");
    expect(said.textContent).toContain("Scope explains more than half of it.");
  });

  it("teaches what is missing where no objective is written", async () => {
    await bench(
      { elements: [] },
      <Standing asks={asks({ score: async () => nothingScored("2026-11-01") })} />,
    );
    expect(await screen.findByText("Nothing to reach yet")).toBeTruthy();
  });
});

describe("the five myths", () => {
  const rules: RuleText[] = (["why", "rituals", "progress", "tools", "agile"] as const).map((family) => ({
    code: `R-${family}`,
    name: family,
    title: "",
    family,
    severity: "high",
    what: "",
    why: "",
    how: "",
    parameters: [],
  }));

  it("are each lived, lived in part, not seen or untold, and open to the evidence", async () => {
    const { shown } = await bench(
      {
        elements: [app],
        rules,
        findings: () => [
          finding("R-why", app, { family: "why", severity: "high", message: "Harbour app has no why." }),
          finding("R-rituals", app, { family: "rituals", severity: "low" }),
          finding("R-tools", app, { family: "tools", severity: "info", result: "cannot_tell" }),
        ],
      },
      <Standing asks={asks()} />,
    );
    fireEvent.click(screen.getByText("The five myths"));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "One of the five myths is lived, one in part; of one it cannot be told.",
    );
    const said = (myth: string) => screen.getByTestId(`myth-${myth}`).textContent;
    expect(said("why")).toContain("Lived");
    expect(said("rituals")).toContain("Lived in part");
    expect(said("progress")).toContain("Not seen");
    expect(said("tools")).toContain("Cannot be told");
    const why = within(screen.getByTestId("myth-why"));
    fireEvent.click(why.getByText("Evidence"));
    fireEvent.click(why.getByText("Harbour app has no why."));
    expect(shown).toEqual([["i1"]]);
  });
});
