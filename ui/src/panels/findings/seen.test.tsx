// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RuleText } from "../../api/bindings.ts";
import { finding, initiative, objective } from "../../model/fixture.ts";
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
const goal = objective("o1", "Boats on time");
const noWhy = finding("M501", app, {
  family: "why",
  severity: "blocker",
  message: "Harbour app has no why.",
});
const alone = finding("D101", goal, { severity: "medium", message: "Boats on time has no priority." });

function rule(code: string, family: RuleText["family"]): RuleText {
  const texts = { what: "It looks.", why: "It matters.", how: "Do it." };
  return { code, name: code, title: "", family, severity: "high", parameters: [], ...texts };
}

const list = () => screen.getByTestId("findings-list");
/** Words without the spaces that do not break. */
const said = (element: Element | undefined) => (element?.textContent ?? "").replaceAll("\u00a0", " ");
const row = (key: string) => screen.getByTestId(`finding-${key}`);
describe("what somebody thinks of findings", () => {
  it("is kept by the host, and noise sinks to the end", async () => {
    const { host } = await bench({ elements: [app, goal], findings: () => [noWhy, alone] }, <Findings />);
    fireEvent.click(screen.getByTestId("noise-M501.i1"));
    await waitFor(() => expect(row("M501.i1").className).toContain("noise"));
    expect(await host.judged()).toEqual([{ key: "M501.i1", code: "M501", verdict: "noise" }]);
    const keys = within(list())
      .getAllByRole("row")
      .flatMap((it) => it.getAttribute("data-testid") ?? []);
    expect(keys).toEqual(["finding-D101.o1", "finding-M501.i1"]);
    fireEvent.click(screen.getByTestId("noise-M501.i1"));
    await waitFor(async () => expect(await host.judged()).toEqual([]));
  });

  it("is told where the rule is explained, with the way to its settings", async () => {
    const { gone } = await bench(
      { elements: [goal], rules: [rule("D101", "visible")], findings: () => [alone] },
      <Findings />,
    );
    fireEvent.click(screen.getByTestId("noise-D101.o1"));
    await waitFor(() => expect(row("D101.o1").className).toContain("noise"));
    fireEvent.click(screen.getByTestId("explain-D101"));
    expect((await screen.findByTestId("noise-share")).textContent).toContain("1 of 1");
    fireEvent.click(screen.getByTestId("rule-settings"));
    expect(gone).toEqual([["rule", "D101"]]);
  });
});

describe("the age of findings", () => {
  const day = (day: string, pack: string, high: number) => ({
    day,
    pack,
    open: [{ family: "why" as const, severity: "high" as const, count: high }],
    cannot_tell: 0,
    accepted: 0,
  });

  it("is told with the day, and what came lately is marked", async () => {
    const seen = [
      { ...noWhy, first_seen: "2026-10-28" },
      { ...alone, first_seen: "2026-10-01" },
    ];
    await bench(
      {
        elements: [app, goal],
        findings: () => seen,
        trend: [day("2026-10-01", "1", 2), day("2026-10-20", "0", 4)],
      },
      <Findings />,
    );
    expect(said(row("M501.i1"))).toContain("since 28 Oct 2026, 4 days");
    await waitFor(() => expect(within(row("M501.i1")).getByText("new")).toBeTruthy());
    expect(within(row("D101.o1")).queryByText("new")).toBeNull();
    const picture = within(screen.getByTestId("trend")).getByRole("img");
    expect(picture.getAttribute("aria-label")?.replaceAll("\u00a0", " ")).toBe(
      "On 1 Oct 2026 2 findings stood open, now 2. The rules changed once meanwhile.",
    );
  });
});
