// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Finding, Missing, OwnRule, StatusReport } from "../../api/bindings.ts";
import { finding, initiative, lacks } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import { Findings } from "./Findings.tsx";

// Without a layout the list would have no room for a row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const app = initiative("i1", "Harbour app");
const quay = initiative("i2", "New quay");
const noWhy = finding("M501", app, {
  family: "why",
  severity: "blocker",
  message: "Harbour app has no why.",
  money: [{ amount: "2000000", currency: "EUR" }],
  cause: "i1:why",
});
const noHypothesis = finding("M405", app, {
  family: "agile",
  severity: "medium",
  message: "Harbour app has started without a hypothesis.",
  cause: "i1:why",
});

const untold = (code: string, subject: typeof app, ...missing: Missing[]): Finding =>
  finding(code, subject, { result: "cannot_tell", severity: "info", missing });
const list = () => screen.getByTestId("findings-list");
/** Words without the spaces that do not break. */
const said = (element: Element | undefined) => (element?.textContent ?? "").replaceAll("\u00a0", " ");
const row = (key: string) => screen.getByTestId(`finding-${key}`);

describe("what the page of findings counts", () => {
  it("counts a budget once, however many findings speak of its work and of the work as a whole", async () => {
    const paid = (it: typeof app, amount: string) => ({
      ...it,
      budget: { known: { amount, currency: "EUR" } },
    });
    const whole = {
      ...finding("D401", app, {
        subject: null,
        key: "D401",
        money: [{ amount: "5000000", currency: "EUR" }],
      }),
      related: [app, quay].map(({ id, title }) => ({ id, title, kind: "initiative" as const })),
    };
    const silent = finding("D304", quay, { money: [{ amount: "3000000", currency: "EUR" }] });
    await bench(
      {
        elements: [paid(app, "2000000"), paid(quay, "3000000")],
        findings: () => [noWhy, noHypothesis, silent, whole],
      },
      <Findings />,
    );
    expect(said(screen.getByRole("heading", { level: 1 }))).toContain("At stake: 5 M€.");
    expect(said(within(list()).getAllByRole("row")[0])).toMatch(/5 M€$/);
  });

  it("shows in a family also what follows from a cause in another one", async () => {
    await bench({ elements: [app], findings: () => [noWhy, noHypothesis] }, <Findings />);
    const families = screen.getByRole("navigation");
    fireEvent.click(within(families).getByText("Myth 4"));
    expect(row("M405.i1").textContent).toContain("started without a hypothesis");
    expect(screen.queryByTestId("finding-M501.i1")).toBeNull();
  });

  it("keeps what is said of the portfolio as a whole apart from work that nobody has taken", async () => {
    const whole = finding("D401", app, { subject: null, key: "D401", message: "None leads to an outcome." });
    const taken = finding("D103", initiative("i9", "Nobody’s"));
    await bench({ elements: [app], findings: () => [whole, taken] }, <Findings />);
    fireEvent.click(screen.getByText("By owner"));
    expect(within(list()).getByText("The portfolio as a whole")).toBeTruthy();
    expect(within(list()).getByText("Nobody yet")).toBeTruthy();
  });

  it("says on how many elements a date is missing, not how often", async () => {
    await bench(
      {
        elements: [app, quay],
        findings: () => [
          untold("D304", app, lacks("status_date", app, "source")),
          untold("D304", quay, lacks("status_date", quay, "source"), lacks("status_date", quay, "source")),
        ],
      },
      <Findings />,
    );
    fireEvent.click(screen.getByText("Cannot be told"));
    const way = screen.getByTestId("way-source");
    expect(way.textContent).toContain("Put it right at the source");
    expect(way.textContent).toContain("2 initiatives without a dated status report");
    expect(way.textContent).toContain("one rule waits for it");
  });

  it("says from when the news is where nothing has been heard for a quarter, and nothing before", async () => {
    const report = (date: string): StatusReport => ({
      id: "s1",
      element: "i1",
      date: { known: date },
      lens: "it",
      status: "green",
      said: "",
      comment: "",
      percent: null,
      source: null,
    });
    const given = (date: string) => ({
      elements: [app],
      more: [{ type: "status_report" as const, record: report(date) }],
      findings: () => [noWhy],
    });
    const { store } = await bench(given("2024-01-16"), <Findings />);
    expect(said(screen.getByTestId("old-news"))).toContain("of 16 Jan 2024; ages are counted to");
    cleanup();
    await bench(given(store.state.asOf), <Findings />);
    expect(screen.queryByTestId("old-news")).toBeNull();
  });

  it("calls what one's own rule finds by the title that was written", async () => {
    const rule = { id: "r1", code: "X001", name: "large-and-alone", title: "Large and alone" } as OwnRule;
    const found = [app, quay, initiative("i3", "Rig")].map((it) =>
      finding("X001", it, { family: "own", name: "large-and-alone" }),
    );
    await bench(
      { elements: [app, quay], more: [{ type: "own_rule", record: rule }], findings: () => found },
      <Findings />,
    );
    expect(within(list()).getByText("Large and alone: 3")).toBeTruthy();
  });
});
