// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Link, Record as Stored } from "../api/bindings.ts";
import { indicator, objective, reading } from "../model/fixture.ts";
import { bench, type } from "./fixture.tsx";
import { Indicators } from "./indicators/Indicators.tsx";
import { Inspector } from "./inspector/Inspector.tsx";

afterEach(cleanup);

const seats = indicator("k1", "Seats filled");
const goal = objective("o1", "Full decks");
const measures: Link = { id: "m1", from: "k1", to: "o1", kind: "measures" };
const survey: Stored = {
  type: "source",
  record: { id: "s1", title: "Monthly survey", description: "", owner: null, every_days: null },
};

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

/** Chooses in the list of the field for the source. */
function choose(value: string): void {
  const field = screen.getByTestId("source-k1").closest(".source-choice");
  const list = field?.querySelector("select");
  if (!list) throw new Error("There is no list of sources.");
  fireEvent.change(list, { target: { value } });
}

describe("a value typed in the inspector", () => {
  it("comes from the source that gave the one before", async () => {
    const earlier: Stored = {
      type: "reading",
      record: { ...reading("r1", "k1", "2026-08-31", 52), source: "s1" },
    };
    const { host } = await bench(
      { elements: [goal, seats], links: [measures], more: [survey, earlier], select: ["o1"] },
      <Inspector newLink={null} />,
    );
    fill("period-k1", "Sep 2026");
    fill("value-k1", "57");
    fireEvent.click(screen.getByTestId("record-k1"));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toMatchObject([{ type: "insert_reading", reading: { source: "s1", value: 57 } }]);
  });

  it("names a source that is not listed in the same step, and the next value comes from it too", async () => {
    const { host } = await bench(
      { elements: [goal, seats], links: [measures], more: [survey], select: ["o1"] },
      <Inspector newLink={null} />,
    );
    choose("new");
    fill("period-k1", "Sep 2026");
    fill("value-k1", "57");
    fireEvent.click(screen.getByTestId("record-k1"));
    expect(host.asked).toHaveLength(0);
    fill("source-name", "Turnstiles");
    fireEvent.keyDown(screen.getByTestId("source-name"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    const [named, recorded] = host.asked[0] ?? [];
    if (named?.type !== "insert_source") throw new Error("No source was added.");
    expect(named.source.title).toBe("Turnstiles");
    expect(recorded).toMatchObject({ type: "insert_reading", reading: { source: named.source.id } });
    await waitFor(() => expect(screen.getByTestId("source-k1").textContent).toContain("Turnstiles"));
    fill("period-k1", "Oct 2026");
    fill("value-k1", "60");
    fireEvent.click(screen.getByTestId("record-k1"));
    await waitFor(() => expect(host.asked).toHaveLength(2));
    expect(host.asked[1]).toMatchObject([{ reading: { source: named.source.id } }]);
  });

  it("means the source that is called so already", async () => {
    const { host } = await bench(
      { elements: [goal, seats], links: [measures], more: [survey], select: ["o1"] },
      <Inspector newLink={null} />,
    );
    choose("new");
    fill("source-name", "monthly SURVEY");
    fill("period-k1", "Sep 2026");
    fill("value-k1", "57");
    fireEvent.click(screen.getByTestId("record-k1"));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toMatchObject([{ type: "insert_reading", reading: { source: "s1" } }]);
  });
});

describe("an indicator", () => {
  it("is added from the objective that it measures, as one step", async () => {
    const { host, store } = await bench({ elements: [goal], select: ["o1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("link-measure"));
    fireEvent.change(await screen.findByTestId("link-find"), { target: { value: "Seats filled" } });
    expect(screen.getByRole("option").textContent).toBe("Add the indicator “Seats filled”");
    fireEvent.keyDown(screen.getByTestId("link-find"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toMatchObject([
      { type: "add_element", kind: "indicator", title: "Seats filled" },
      { type: "connect", to: "o1", kind: "measures" },
    ]);
    await waitFor(() => expect(store.state.portfolio.linksTo.get("o1")).toHaveLength(1));
  });

  it("is named and linked in the view of the indicators", async () => {
    const { store, host } = await bench({ elements: [goal, seats] }, <Indicators />);
    type(screen.getByTestId("indicator-title"), "Seats sold");
    await waitFor(() => expect(store.state.portfolio.elements.get("k1")?.title).toBe("Seats sold"));
    fireEvent.click(screen.getByTestId("indicator-link"));
    fireEvent.keyDown(await screen.findByTestId("link-find"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(2));
    expect(host.asked[1]).toMatchObject([{ type: "connect", from: "k1", to: "o1", kind: "measures" }]);
  });
});
