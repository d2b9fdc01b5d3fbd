// @vitest-environment happy-dom
/* The lists of indicators and decisions show what passes the shared filter, and say so when nothing does. */
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { decision, indicator } from "../model/fixture.ts";
import { Decisions } from "./decisions/Decisions.tsx";
import { bench } from "./fixture.tsx";
import { Indicators } from "./indicators/Indicators.tsx";

afterEach(cleanup);

const indicators = ["Late sailings", "Empty car decks"].map((title, n) => indicator(`i${n}`, title));
const decisions = ["Buy two ferries", "Stop the data lake"].map((title, n) => decision(`d${n}`, title));

describe("a list under the shared filter", () => {
  it("leaves out what does not pass and opens the first that does", async () => {
    const { filter } = await bench({ elements: indicators }, <Indicators />);
    act(() => filter.set({ text: "late" }));
    expect(screen.queryByText("Empty car decks")).toBeNull();
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Late sailings");
  });

  it("keeps what is open, also when it does not pass", async () => {
    const { filter } = await bench({ elements: indicators, select: ["i1"] }, <Indicators />);
    act(() => filter.set({ text: "late" }));
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Empty car decks");
    expect(screen.getAllByText("Late sailings").length).toBeGreaterThan(0);
  });

  it("says that nothing passes and shows everything again", async () => {
    const { filter } = await bench({ elements: decisions }, <Decisions />);
    act(() => filter.set({ text: "nowhere" }));
    expect(screen.getByTestId("nothing-passes").textContent).toContain("Nothing here passes the filter");
    fireEvent.click(screen.getByTestId("show-everything"));
    expect(screen.getAllByText("Buy two ferries").length).toBeGreaterThan(0);
  });

  it("still invites to a first one where there is none at all", async () => {
    const { filter } = await bench({ elements: [] }, <Decisions />);
    act(() => filter.set({ text: "nowhere" }));
    expect(screen.queryByTestId("nothing-passes")).toBeNull();
    expect(screen.getByTestId("decision-add")).toBeTruthy();
  });
});
