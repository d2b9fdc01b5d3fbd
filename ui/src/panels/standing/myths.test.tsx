// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { MythJudgement, MythPicture, MythReport, Myths } from "../../api/bindings.ts";
import { nothingScored } from "../../api/fakeScore.ts";
import { finding, initiative } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import type { StandingAsks } from "./asks.ts";
import { Standing } from "./Standing.tsx";

afterEach(cleanup);

const app = initiative("i1", "Harbour app");

function asks(myths: Myths): StandingAsks {
  return {
    score: async () => nothingScored("2026-11-01"),
    objective: async () => null,
    since: async (since) => ({ since, begins: null, change: null }),
    myths: async () => myths,
  };
}

describe("the five myths", () => {
  const concerned = {
    objectives: [],
    objectives_count: 0,
    initiatives: ["i1"],
    initiatives_count: 1,
    weight: null,
    money: [{ amount: { amount: "2000000", currency: "EUR" }, share: 0.6 }],
    whole: false,
    extent: 0.6,
  };
  const nothing = { ...concerned, initiatives: [], initiatives_count: 0, money: [], extent: 0 };

  function report(
    judgement: MythJudgement,
    picture: MythPicture,
    more: Partial<MythReport> = {},
  ): MythReport {
    return {
      myth: picture.of,
      judgement,
      belief: `“${picture.of}”`,
      says: `What is said of ${picture.of}.`,
      concerned: nothing,
      findings: [],
      findings_count: 0,
      strongest: [],
      decided: ["R1"],
      undecided: [],
      not_asked: [],
      picture,
      ...more,
    };
  }

  const judged: Myths = {
    as_of: "2026-11-01",
    pack: "1",
    parameters: [],
    myths: [
      report(
        "lived",
        {
          of: "why",
          data: { shares: [{ quality: "missing", count: 3, weight: null, money: [], elements: [] }] },
        },
        { concerned, findings: ["M501.i1"], findings_count: 1, strongest: ["M501.i1"] },
      ),
      report("partly_lived", { of: "rituals", data: { months: [], undated: 0 } }),
      report("not_seen", {
        of: "progress",
        data: {
          points: [{ initiative: "i1", delivered: 0.9, moved: null, budget: null, status: "green" }],
          points_count: 1,
          without: 2,
        },
      }),
      report(
        "cannot_tell",
        { of: "tools", data: { sources: [] } },
        {
          decided: [],
          undecided: [{ code: "M301", title: "Values that disagree", missing: ["second source"] }],
        },
      ),
      report("not_seen", { of: "agile", data: { bands: [], points: [] } }),
    ],
  };

  it("are each judged, in one paragraph, and open to the findings that show it", async () => {
    const { shown, gone } = await bench(
      {
        elements: [app],
        findings: () => [finding("M501", app, { family: "why", message: "Harbour app has no why." })],
      },
      <Standing asks={asks(judged)} />,
    );
    fireEvent.click(screen.getByText("The five myths"));
    const head = await screen.findByText(
      "One of the five myths is lived, one in part; of one it cannot be told yet.",
    );
    expect(head.tagName).toBe("H1");
    const why = within(screen.getByTestId("myth-why"));
    expect(why.getByText("Lived")).toBeTruthy();
    fireEvent.click(why.getByText("Evidence"));
    fireEvent.click(why.getByText("Harbour app has no why."));
    expect(shown).toEqual([["i1"]]);
    fireEvent.click(screen.getByTestId("all-why"));
    expect(gone).toEqual([["findings", "M501.i1"]]);
  });

  it("say what could not decide and draw nothing where there is nothing to draw", async () => {
    await bench({ elements: [app] }, <Standing asks={asks(judged)} />);
    fireEvent.click(screen.getByText("The five myths"));
    const tools = within(await screen.findByTestId("myth-tools"));
    expect(tools.getByText("Nothing to draw yet")).toBeTruthy();
    fireEvent.click(tools.getByText("Evidence"));
    expect(tools.getByText(/M301 Values that disagree · second source/)).toBeTruthy();
    const progress = within(screen.getByTestId("myth-progress")).getByRole("img");
    expect(progress.getAttribute("aria-label")).toBe("0 of 3 initiatives say both; of 2 neither is known");
  });
});
