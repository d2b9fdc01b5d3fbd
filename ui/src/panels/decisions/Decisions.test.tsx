// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { decision, indicator, reading } from "../../model/fixture.ts";
import { bench, type } from "../fixture.tsx";
import { Decisions } from "./Decisions.tsx";

afterEach(cleanup);

const board = (id: string, title: string, on: string) =>
  decision(id, title, { forum: { known: "Harbour board" }, decided_on: { known: on } });
const sell = board("d1", "Sell the old ferry", "2026-03-02");
const buy = board("d2", "Buy two small ones", "2026-05-04");
const hire = decision("d3", "Hire a pilot");

describe("decisions", () => {
  it("are logged by forum with the latest first, and what has no forum comes last", async () => {
    await bench({ elements: [sell, hire, buy] }, <Decisions />);
    const log = screen.getByRole("navigation");
    const titles = within(log)
      .getAllByText(/Sell|Buy|Hire/)
      .map((it) => it.textContent);
    expect(titles).toEqual(["Buy two small ones", "Sell the old ferry", "Hire a pilot"]);
    expect(
      within(log)
        .getAllByRole("region")
        .map((it) => it.getAttribute("aria-label"))[0],
    ).toBe("Harbour board");
  });

  it("are logged by month when asked", async () => {
    await bench({ elements: [sell, buy], lang: "fr" }, <Decisions />);
    fireEvent.click(screen.getByText("Par date"));
    await waitFor(() => expect(screen.getByRole("region", { name: "mai 2026" })).toBeTruthy());
  });

  it("keep what was on the table, with its fate and the reason", async () => {
    const { store } = await bench({ elements: [sell], select: ["d1"] }, <Decisions />);
    fireEvent.click(screen.getByTestId("option-add"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("option-0")));
    type(screen.getByTestId("option-0"), "Keep her as a museum");
    await waitFor(() =>
      expect(store.state.portfolio.elements.get("d1")).toMatchObject({
        options: [{ title: "Keep her as a museum", fate: "rejected" }],
      }),
    );
  });

  it("say which sides were in the room", async () => {
    const { store } = await bench({ elements: [sell], select: ["d1"] }, <Decisions />);
    fireEvent.click(screen.getByTestId("side-it"));
    await waitFor(() => expect(store.state.portfolio.elements.get("d1")).toMatchObject({ sides: ["it"] }));
  });

  it("cite the readings they relied on", async () => {
    const ill = indicator("k1", "Crossings cancelled");
    const more = [{ type: "reading" as const, record: reading("r1", "k1", "2026-08-31", 12) }];
    const relied = { ...sell, premises: ["r1"] };
    await bench({ elements: [relied, ill], more, select: ["d1"] }, <Decisions />);
    expect(screen.getByText(/Crossings cancelled/)).toBeTruthy();
  });

  it("invite to the first when there is none", async () => {
    const { host } = await bench({ elements: [] }, <Decisions />);
    fireEvent.click(screen.getByTestId("decision-add"));
    await waitFor(() => expect(host.asked[0]?.[0]).toMatchObject({ type: "add_element", kind: "decision" }));
  });
});
