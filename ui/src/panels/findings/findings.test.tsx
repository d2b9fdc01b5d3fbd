// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Finding, Missing, RuleText } from "../../api/bindings.ts";
import { finding, indicator, initiative, lacks, objective } from "../../model/fixture.ts";
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

const untold = (code: string, subject: typeof goal, ...missing: Missing[]): Finding =>
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
        findings: () => [noWhy, finding("D103", quay), untold("M503", quay, lacks("reference", quay, "ask"))],
      },
      <Findings />,
    );
    expect((await screen.findByTestId("coverage")).textContent).toBe(
      "3 rules · 2 found something" + "one could not tell",
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
          untold("D102", goal, lacks("budget", app), lacks("budget", quay)),
          untold("D108", goal, lacks("budget", quay)),
          untold("M503", quay, lacks("reference", quay, "ask")),
          untold("M304", goal, lacks("rhythm", null, "source")),
        ],
      },
      <Findings />,
    );
    fireEvent.click(screen.getByText("Cannot be told"));
    const ways = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(ways).toEqual([
      "Write it down Somebody here knows it",
      "Put it right at the source The list that it comes from does not say it",
      "Ask for it It exists and is withheld",
    ]);
    expect(screen.getByTestId("way-source").textContent).toContain(
      "One question without a rhythm of deliveries",
    );
    const gap = screen.getByTestId("gap-fill_in.budget.initiative");
    expect(gap.textContent).toContain("2 initiatives without a budget");
    expect(gap.textContent).toContain("2 rules wait for it");
    fireEvent.click(within(gap).getByRole("button"));
    fireEvent.click(screen.getByTestId("gap-show-i2"));
    expect(shown).toEqual([["i2"]]);
  });

  it("tells rules that hold from those that had nothing to look at, and says what these would need", async () => {
    const rule = (code: string, title: string) => ({
      code,
      name: title,
      title,
      family: "visible" as const,
      severity: "high" as const,
      what: "",
      why: "",
      how: "",
      parameters: [],
    });
    const { gone } = await bench(
      {
        elements: [quay, goal],
        findings: () => [finding("D103", quay), untold("D102", goal, lacks("budget", quay))],
        rules: ["D101", "D102", "D103", "D108"].map((code) => rule(code, `Fault ${code}`)),
        idle: [
          { code: "D103", needs: "work under way" },
          { code: "D108", needs: "priorities with money" },
        ],
      },
      <Findings />,
    );
    const foot = await screen.findByTestId("coverage");
    expect(foot.textContent).toContain("4 rules · one found something");
    expect(within(foot).getByText("one holds")).toBeTruthy();
    expect(within(foot).getByText("one could not tell")).toBeTruthy();
    // What found something did look, whatever else is said of it.
    fireEvent.click(within(foot).getByText("one had nothing to look at"));
    expect(within(foot).getByText("It would need: priorities with money")).toBeTruthy();
    expect(within(foot).queryByText("It would need: work under way")).toBeNull();
    fireEvent.click(within(foot).getByText("D108 Fault D108"));
    expect(gone).toEqual([["rule", "D108"]]);
  });

  it("explains a finding of one's own by its condition, by what it saw and by what would let it pass", async () => {
    const own = finding("X001", quay, {
      family: "own",
      evidence: [{ text: "Budget: 2 M€", element: quay.id, link: null, date: null, source: "" }],
      advice: "Fill in what “New quay” lacks: owner.",
    });
    const text = {
      code: "X001",
      name: "large",
      title: "Large and alone",
      family: "own" as const,
      severity: "high" as const,
      what: "It fires when this is true: !has(element.owner)",
      why: "",
      how: "",
      parameters: [],
    };
    await bench({ elements: [quay], findings: () => [own], rules: [text] }, <Findings />);
    fireEvent.click(screen.getByTestId("explain-X001"));
    const told = within(await screen.findByRole("dialog"));
    expect(told.getByText("It fires when this is true: !has(element.owner)")).toBeTruthy();
    expect(told.getByText("What it saw")).toBeTruthy();
    expect(told.getByText("Budget: 2 M€")).toBeTruthy();
    expect(told.getByText("Fill in what “New quay” lacks: owner.", { exact: false })).toBeTruthy();
    expect(told.queryByText("Why it matters")).toBeNull();
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

  it("counts what is told once by the elements beside it, and a row that sums them up is none of them", async () => {
    const related = Array.from({ length: 9 }, (_, i) => ({
      id: `i${i}`,
      kind: "initiative" as const,
      title: "",
    }));
    const from = { link: null, date: null, source: "" };
    const evidence = [
      ...related.slice(0, 6).map(({ id }) => ({ ...from, text: `Work ${id}`, element: id })),
      { ...from, text: "Without a budget: 3", element: null },
    ];
    const once = finding("D103", app, { key: "D103", subject: null, related, evidence, message: "Nine." });
    await bench({ elements: [app], findings: () => [once] }, <Findings />);
    const told = await waitFor(() => row("D103"));
    expect(said(told)).toContain("Work i0 · Work i1 · and 7 more");
  });

  it("prints which rules have judged, and for which day", async () => {
    await bench({ elements: [app], findings: () => three }, <Findings />);
    expect(said(screen.getByTestId("findings-pack"))).toMatch(/^Rules 0, as of \d+ \w+ \d{4}$/);
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
