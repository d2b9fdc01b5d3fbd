// @vitest-environment happy-dom
/* Every list shows what passes the shared filter, and says so when nothing does. */
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decision, indicator, initiative, objective } from "../model/fixture.ts";
import { Decisions } from "./decisions/Decisions.tsx";
import { bench } from "./fixture.tsx";
import { Indicators } from "./indicators/Indicators.tsx";
import { MatrixView } from "./matrix/MatrixView.tsx";
import { Outline } from "./outline/Outline.tsx";
import { resetTable, Table } from "./table/Table.tsx";

beforeEach(() => {
  // Nothing is laid out here; what scrolls must believe that it has room.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
  resetTable();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const indicators = ["Late sailings", "Empty car decks"].map((title, n) => indicator(`i${n}`, title));
const decisions = ["Buy two ferries", "Stop the data lake"].map((title, n) => decision(`d${n}`, title));

describe("a list under the shared filter", () => {
  it("leaves out what does not pass and opens the first that does", async () => {
    const { filter } = await bench({ elements: indicators }, <Indicators />);
    act(() => filter.set({ text: "late" }));
    expect(screen.queryByText("Empty car decks")).toBeNull();
    expect(screen.getByTestId("indicator-title")).toHaveProperty("value", "Late sailings");
  });

  it("keeps what is open, also when it does not pass", async () => {
    const { filter } = await bench({ elements: indicators, select: ["i1"] }, <Indicators />);
    act(() => filter.set({ text: "late" }));
    expect(screen.getByTestId("indicator-title")).toHaveProperty("value", "Empty car decks");
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

const works = ["Booking app", "Pier repair"].map((title, n) => initiative(`w${n}`, title));
const goals = [objective("o0", "Full decks")];

describe.each([
  ["table", <Table key="table" />],
  ["matrix", <MatrixView key="matrix" />],
  ["outline", <Outline key="outline" />],
])("the %s under the shared filter", (_, panel) => {
  it("leaves out what does not pass, says when nothing does, and shows everything again", async () => {
    const { filter } = await bench({ elements: [...works, ...goals] }, panel);
    expect(screen.getAllByText("Pier repair").length).toBeGreaterThan(0);
    act(() => filter.set({ text: "booking" }));
    expect(screen.queryByText("Pier repair")).toBeNull();
    expect(screen.getAllByText("Booking app").length).toBeGreaterThan(0);
    act(() => filter.set({ text: "nowhere" }));
    fireEvent.click(screen.getByTestId("show-everything"));
    expect(screen.getAllByText("Pier repair").length).toBeGreaterThan(0);
  });
});

describe("the table under the shared filter", () => {
  it("narrows further what its own filter shows, and tells the two apart when nothing is left", async () => {
    const { filter } = await bench({ elements: works }, <Table />);
    fireEvent.change(screen.getByTestId("table-filter"), { target: { value: "app" } });
    act(() => filter.set({ text: "repair" }));
    expect(screen.queryByTestId("nothing-passes")).toBeNull();
    fireEvent.click(screen.getByText("Show all rows"));
    expect(screen.queryByText("Booking app")).toBeNull();
    expect(screen.getAllByText("Pier repair").length).toBeGreaterThan(0);
  });

  it("lifts both for a row that is added, so that it is seen", async () => {
    const { filter } = await bench({ elements: works }, <Table />);
    act(() => filter.set({ text: "repair" }));
    await act(async () => void fireEvent.click(screen.getByTestId("table-add")));
    expect(filter.wanted().text).toBe("");
  });
});

describe("the outline under the shared filter", () => {
  it("shows what is selected elsewhere also when it does not pass, and forgets it with the filter", async () => {
    const { filter, selection } = await bench({ elements: works }, <Outline />);
    act(() => filter.set({ text: "repair" }));
    act(() => selection.set(["w0"]));
    expect(screen.getAllByText("Booking app").length).toBeGreaterThan(0);
    expect(filter.wanted().text).toBe("repair");
    act(() => filter.set({ text: "pier" }));
    expect(screen.queryByText("Booking app")).toBeNull();
  });
});
