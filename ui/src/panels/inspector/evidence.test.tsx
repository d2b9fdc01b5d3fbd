// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Lens, Link, Status, Record as Stored } from "../../api/bindings.ts";
import { indicator, initiative, objective, reading } from "../../model/fixture.ts";
import { bench, type } from "../fixture.tsx";
import { Inspector } from "./Inspector.tsx";

afterEach(cleanup);

const app = initiative("i1", "Harbour app");

function report(id: string, lens: Lens, status: Status, on: string): Stored {
  return {
    type: "status_report",
    record: {
      id,
      element: "i1",
      date: { known: on },
      lens,
      status,
      said: "",
      comment: "",
      percent: null,
      source: null,
    },
  };
}

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

describe("status reports", () => {
  it("of both sides stand side by side, and a new one of one side leaves the other as it is", async () => {
    const more = [report("s1", "it", "green", "2026-09-30"), report("s2", "business", "red", "2026-09-30")];
    const { store } = await bench({ elements: [app], more, select: ["i1"] }, <Inspector newLink={null} />);
    const section = within(screen.getByRole("region", { name: "Status, from both sides" }));
    expect(section.getByText("on track", { selector: ".status" })).toBeTruthy();
    expect(section.getByText("off track", { selector: ".status" })).toBeTruthy();
    fireEvent.click(screen.getByTestId("report-it"));
    await screen.findByTestId("report-comment");
    fireEvent.click(screen.getByRole("radio", { name: "at risk" }));
    fill("report-comment", "Two of nine quays");
    fill("report-percent", "140");
    expect(screen.getByTestId("ask-act").hasAttribute("disabled")).toBe(true);
    fill("report-percent", "60 %");
    fill("report-date", "31 Oct 2026");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.portfolio.statuses.size).toBe(3));
    const said = [...store.state.portfolio.statuses.values()].at(-1);
    expect(said).toMatchObject({
      lens: "it",
      status: "amber",
      comment: "Two of nine quays",
      percent: 60,
      date: { known: "2026-10-31" },
    });
    await waitFor(() => expect(section.getByText("at risk", { selector: ".status" })).toBeTruthy());
    expect(section.getByText("off track", { selector: ".status" })).toBeTruthy();
  });

  it("are nobody’s word until a status is chosen, and stay written where they are refused", async () => {
    const { host } = await bench({ elements: [app], select: ["i1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("report-it"));
    await screen.findByTestId("report-comment");
    fill("report-comment", "Late by a month");
    expect(screen.getByTestId("ask-act")).toHaveProperty("disabled", true);
    fireEvent.click(screen.getByRole("radio", { name: "at risk" }));
    host.refuseNext({ code: "bad_value", message: "", hint: "", owner: null });
    await act(async () => void fireEvent.click(screen.getByTestId("ask-act")));
    expect(host.asked).toHaveLength(0);
    expect(screen.getByTestId("report-comment")).toHaveProperty("value", "Late by a month");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(screen.queryByTestId("report-comment")).toBeNull());
  });

  it("are not saved while their day cannot be read", async () => {
    await bench({ elements: [app], select: ["i1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("report-business"));
    await screen.findByTestId("report-date");
    fill("report-date", "some day");
    expect(screen.getByTestId("ask-act")).toHaveProperty("disabled", true);
  });

  it("are put right and removed in their history", async () => {
    const more = [report("s1", "it", "green", "2026-09-30"), report("s2", "it", "amber", "2026-08-31")];
    const { store } = await bench({ elements: [app], more, select: ["i1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByLabelText(/^Put right the report of IT, 31.Aug.2026$/));
    await screen.findByTestId("report-comment");
    fill("report-comment", "As the board saw it");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() =>
      expect(store.state.portfolio.statuses.get("s2")).toMatchObject({
        comment: "As the board saw it",
        status: "amber",
      }),
    );
    fireEvent.click(screen.getByLabelText(/^Remove the report of IT, 31.Aug.2026$/));
    await waitFor(() => expect(store.state.portfolio.statuses.has("s2")).toBe(false));
  });
});

describe("what measures an element", () => {
  const goal = objective("o1", "Full decks");
  const seats = indicator("k1", "Seats filled", {
    unit: { known: "%" },
    baseline: { known: 40 },
    target: { known: 90 },
  });
  const measures: Link = { id: "m1", from: "k1", to: "o1", kind: "measures" };
  const more: Stored[] = [
    { type: "reading", record: reading("r1", "k1", "2026-08-31", 52) },
    { type: "reading", record: reading("r2", "k1", "2026-09-30", 57) },
  ];

  it("shows its latest value and its way, and takes this period's value in one line", async () => {
    const { store, selection } = await bench(
      { elements: [goal, seats], links: [measures], more, select: ["o1"] },
      <Inspector newLink={null} />,
    );
    const section = within(screen.getByRole("region", { name: "Measured by" }));
    expect(section.getByText("57 %")).toBeTruthy();
    expect(section.getByText("40 → 90")).toBeTruthy();
    fill("period-k1", "Oct 2026");
    fill("value-k1", "61.5");
    fireEvent.keyDown(screen.getByTestId("value-k1"), { key: "Enter" });
    await waitFor(() => expect(section.getByText("61.5 %")).toBeTruthy());
    expect(store.state.portfolio.readings.size).toBe(3);
    fireEvent.click(section.getByText("Seats filled"));
    expect(selection.ids()).toEqual(["k1"]);
  });

  it("is linked from here, among indicators only", async () => {
    const { host } = await bench(
      { elements: [goal, seats, app], select: ["o1"] },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("link-measure"));
    await screen.findByTestId("link-find");
    expect(screen.getAllByRole("option")).toHaveLength(1);
    fireEvent.keyDown(screen.getByTestId("link-find"), { key: "Enter" });
    await waitFor(() =>
      expect(host.asked[0]?.[0]).toMatchObject({ type: "connect", from: "k1", to: "o1", kind: "measures" }),
    );
  });

  it("keeps its readings, which are put right where they stand", async () => {
    const { store } = await bench({ elements: [seats], more, select: ["k1"] }, <Inspector newLink={null} />);
    type(screen.getByLabelText(/^Value of Sep.2026$/), "58");
    await waitFor(() => expect(store.state.portfolio.readings.get("r2")?.value).toBe(58));
    fireEvent.click(screen.getByLabelText(/^Remove the reading of Aug.2026$/));
    await waitFor(() => expect(store.state.portfolio.readings.has("r1")).toBe(false));
  });
});
