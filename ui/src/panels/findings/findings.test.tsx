// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Finding, RuleText } from "../../api/bindings.ts";
import { finding, indicator, initiative, objective } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import { Inspector } from "../inspector/Inspector.tsx";
import { Findings } from "./Findings.tsx";

// Without a layout the list would have no room for a row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const app = initiative("i1", "Harbour app", { owner: { known: "A. Moreno" } });
const quay = initiative("i2", "New quay", { owner: { known: "T. Roche" } });
const goal = objective("o1", "Boats on time");
const riders = indicator("k1", "Riders");

const noWhy = finding("M501", app, {
  name: "no-why",
  family: "why",
  severity: "blocker",
  message: "Harbour app has no why.",
  weight: 20,
  money: [{ amount: "2000000", currency: "EUR" }],
  cause: "i1:why",
});
const noHypothesis = finding("M405", app, {
  name: "started-without-hypothesis",
  family: "agile",
  severity: "medium",
  message: "Harbour app has started without a hypothesis.",
  cause: "i1:why",
});
const alone = finding("D101", goal, {
  severity: "medium",
  message: "Boats on time has no priority.",
  money: [{ amount: "500000", currency: "NOK" }],
});
const three = [noWhy, noHypothesis, alone];

const untold = (code: string, subject: typeof goal, ...missing: string[]): Finding =>
  finding(code, subject, { result: "cannot_tell", severity: "info", missing });

function rule(code: string, family: RuleText["family"]): RuleText {
  const texts = { what: "It looks.", why: "It matters.", how: "Do it." };
  return { code, name: code, title: "", family, severity: "high", parameters: [], ...texts };
}

const list = () => screen.getByTestId("findings-list");
/** Words without the spaces that do not break. */
const said = (element: Element | undefined) => (element?.textContent ?? "").replaceAll("\u00a0", " ");
const row = (key: string) => screen.getByTestId(`finding-${key}`);
/** Presses a key on the row that has the keyboard. */
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? list(), { key });

describe("the page of findings", () => {
  it("tells one root once and opens it to what follows from it", async () => {
    await bench({ elements: [app, goal], findings: () => three }, <Findings />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(
      "3 findings stand open and come down to 2 causes.",
    );
    expect(row("M501.i1")).toBeTruthy();
    expect(screen.queryByTestId("finding-M405.i1")).toBeNull();
    fireEvent.click(screen.getByTestId("more-M501.i1"));
    expect(row("M405.i1").textContent).toContain("started without a hypothesis");
  });

  it("begins with what weighs most and never adds up two currencies", async () => {
    const paid = { ...app, budget: { known: { amount: "2000000", currency: "EUR" } } };
    const rig = initiative("i3", "Rig", { budget: { known: { amount: "500000", currency: "NOK" } } });
    const beside = { ...alone, related: [{ id: "i3", kind: "initiative" as const, title: "Rig" }] };
    await bench({ elements: [paid, rig, goal], findings: () => [beside, noWhy] }, <Findings />);
    const rows = within(list()).getAllByRole("row");
    const head = said(rows[0]);
    expect(head).toContain("Begin here");
    expect(head).toContain("2 M€");
    expect(head).toContain("500 k NOK");
    expect(rows[1]?.getAttribute("data-testid")).toBe("finding-M501.i1");
  });

  it("groups by myth, with how many of its rules lack data, and by owner", async () => {
    await bench(
      {
        elements: [app, quay, goal],
        rules: [rule("M501", "why"), rule("M503", "why"), rule("D103", "visible")],
        findings: () => [noWhy, finding("D103", quay), untold("M503", quay, "reference of “New quay”")],
      },
      <Findings />,
    );
    expect(screen.getByTestId("coverage").textContent).toBe(
      "2 of 3 rules found something; one lacks data. The others hold, or had nothing to judge.",
    );
    fireEvent.click(screen.getByText("By myth"));
    expect(within(list()).getAllByText("one rule lacks data")).toHaveLength(1);
    fireEvent.click(screen.getByText("By owner"));
    expect(within(list()).getByText("A. Moreno")).toBeTruthy();
    expect(within(list()).getByText("T. Roche")).toBeTruthy();
  });

  it("says what data is missing, on how many elements, and which rules it silences", async () => {
    const { shown } = await bench(
      {
        elements: [app, quay, goal],
        findings: () => [
          untold("D102", goal, "budget of “Harbour app”", "budget of “New quay”"),
          untold("D108", goal, "budget of “New quay”"),
          untold("M509", goal, "ruling of “Go on”"),
        ],
      },
      <Findings />,
    );
    fireEvent.click(screen.getByText("Cannot be told"));
    const gap = screen.getByTestId("gap-budget");
    expect(gap.textContent).toContain("Budget: missing on 2 elements, so that 2 rules cannot tell");
    fireEvent.click(within(gap).getByRole("button"));
    fireEvent.click(screen.getByTestId("gap-show-i2"));
    expect(shown).toEqual([["i2"]]);
  });

  it("narrows to a severity, to an age, to a person of the shared filter, and back to everything", async () => {
    const { filter } = await bench(
      {
        elements: [app, quay, goal],
        findings: () => [
          { ...noWhy, first_seen: "2026-05-01" },
          { ...finding("D103", quay), first_seen: "2026-10-30" },
        ],
      },
      <Findings />,
    );
    fireEvent.click(screen.getByTestId("severity-blocker"));
    expect(screen.queryByTestId("finding-D103.i2")).toBeNull();
    expect(screen.getByTestId("findings-shown").textContent).toBe("1 of 2");
    fireEvent.click(screen.getByTestId("findings-everything"));
    expect(row("D103.i2")).toBeTruthy();
    filter.set({ owner: "A. Moreno" });
    await waitFor(() => expect(screen.queryByTestId("finding-D103.i2")).toBeNull());
    filter.set({ owner: "Nobody of that name" });
    await waitFor(() => expect(screen.getByText("Nothing here passes the filter")).toBeTruthy());
    fireEvent.click(screen.getByTestId("findings-all"));
    await waitFor(() => expect(row("M501.i1")).toBeTruthy());
  });

  it("draws only what is in sight of thousands", async () => {
    const many = Array.from({ length: 9500 }, (_, i) => initiative(`m${i}`, `Project ${i}`));
    await bench({ elements: many, findings: () => many.map((it) => finding("D103", it)) }, <Findings />);
    fireEvent.click(screen.getByTestId("cause-D103"));
    const rows = within(list()).getAllByRole("row");
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(80);
    expect(list().getAttribute("aria-rowcount")).toBe("9502");
  });
});

describe("the keyboard in the list", () => {
  it("walks, opens and closes, and goes to where a finding lives", async () => {
    const { shown, gone } = await bench({ elements: [app, goal], findings: () => three }, <Findings />);
    row("M501.i1").focus();
    press("ArrowRight");
    press("ArrowRight");
    expect(document.activeElement).toBe(row("M405.i1"));
    press("ArrowLeft");
    expect(document.activeElement).toBe(row("M501.i1"));
    press("ArrowLeft");
    expect(screen.queryByTestId("finding-M405.i1")).toBeNull();
    press("ArrowDown");
    expect(document.activeElement).toBe(row("D101.o1"));
    press("Enter");
    expect(shown).toEqual([["o1"]]);
    press("o");
    press("t");
    expect(gone).toEqual([
      ["outline", "o1"],
      ["table", "o1"],
    ]);
  });

  it("puts right and goes on with the next one", async () => {
    const fixable = {
      ...noWhy,
      cause: null,
      fix: [{ type: "archive", elements: ["i1"], on: "2026-11-01", reason: "Bought" }],
    } as Finding;
    const { host } = await bench(
      {
        elements: [app, goal],
        findings: (records) =>
          records.some((it) => it.type === "element" && it.record.archived !== null)
            ? [alone]
            : [fixable, alone],
      },
      <Findings />,
    );
    row("M501.i1").focus();
    press("f");
    await waitFor(() => expect(host.asked).toHaveLength(1));
    await waitFor(() => expect(screen.queryByTestId("finding-M501.i1")).toBeNull());
    expect(document.activeElement).toBe(row("D101.o1"));
  });

  it("asks for the reason of an acceptance, and what is typed there is no key of the list", async () => {
    const { gone } = await bench({ elements: [app, goal], findings: () => three }, <Findings />);
    row("M501.i1").focus();
    press("a");
    const reason = await screen.findByTestId("accept-reason");
    fireEvent.keyDown(reason, { key: "t" });
    expect(gone).toEqual([]);
    expect(screen.getByTestId("accept-reason")).toBeTruthy();
  });

  it("shows an indicator among the indicators first", async () => {
    const { gone } = await bench(
      { elements: [riders], findings: () => [finding("M207", riders)] },
      <Findings />,
    );
    row("M207.k1").focus();
    press("Enter");
    expect(gone).toEqual([["indicators", "k1"]]);
  });
});

describe("from an element to its findings", () => {
  it("leads from beside it, and the list is about it alone until it is about everything again", async () => {
    const { gone } = await bench(
      { elements: [app, goal], findings: () => three, select: ["o1"] },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("to-findings"));
    expect(gone).toEqual([["findings", "o1"]]);
    cleanup();
    await bench({ elements: [app, goal], findings: () => three }, <Findings sought={{ about: ["o1"] }} />);
    expect(row("D101.o1")).toBeTruthy();
    expect(screen.queryByTestId("finding-M501.i1")).toBeNull();
    fireEvent.click(screen.getByTestId("about-all"));
    expect(row("M501.i1")).toBeTruthy();
  });
});
