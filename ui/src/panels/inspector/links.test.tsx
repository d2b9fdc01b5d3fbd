// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Element, Link } from "../../api/bindings.ts";
import { newElement } from "../../api/fakeRecords.ts";
import { contribution, driver, indicator, initiative, objective } from "../../model/fixture.ts";
import { joins, KINDS, waysOf } from "../../model/kinds.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { bench, type } from "../fixture.tsx";
import { candidates } from "../LinkFinder.tsx";
import { Inspector } from "./Inspector.tsx";

afterEach(cleanup);

const app = initiative("i1", "Harbour app");
const ship = initiative("i2", "New ship");
const goal = objective("o1", "Full decks");
const other = objective("o2", "Low fares");
const bet = newElement("a1", "assumption", "Hauliers book ahead");

async function draw(way: string): Promise<string[]> {
  fireEvent.click(screen.getByTestId("link-other"));
  fireEvent.click(await screen.findByTestId(`menu-${way}`));
  await screen.findByTestId("link-find");
  return screen.getAllByRole("option").map((it) => it.textContent ?? "");
}

describe("links drawn from the inspector", () => {
  it("offer only ends that the host allows, and open to say more", async () => {
    const { store } = await bench(
      { elements: [app, ship, goal, bet], select: ["i1"] },
      <Inspector newLink={null} />,
    );
    const offered = await draw("depends_on-out");
    expect(offered).toEqual(["New shipInitiative"]);
    fireEvent.keyDown(screen.getByTestId("link-find"), { key: "Enter" });
    type(await screen.findByTestId("link-needed-by"), "31 Dec 2026");
    await waitFor(() =>
      expect([...store.state.portfolio.links.values()][0]).toMatchObject({
        kind: "depends_on",
        from: "i1",
        to: "i2",
        needed_by: "2026-12-31",
      }),
    );
  });

  it("name the indicator that guards a conflict", async () => {
    const conflict: Link = { id: "c1", from: "o1", to: "o2", kind: "conflicts_with", guard_rail: null };
    const { store } = await bench(
      { elements: [goal, other, indicator("k1", "Fare index")], links: [conflict], select: ["c1"] },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("link-guard-rail"));
    fireEvent.keyDown(await screen.findByTestId("element-find"), { key: "Enter" });
    await waitFor(() => expect(store.state.portfolio.links.get("c1")).toMatchObject({ guard_rail: "k1" }));
  });

  it("say what they should move, by how much, and refuse ends that do not enclose it", async () => {
    const fares = indicator("k1", "Fare index", { unit: { known: "points" } });
    const measures: Link = { id: "m1", from: "k1", to: "o1", kind: "measures" };
    const { store, told } = await bench(
      { elements: [app, goal, fares], links: [contribution("l1", "i1", "o1"), measures], select: ["l1"] },
      <Inspector newLink={null} />,
    );
    const expects = () => {
      const link = store.state.portfolio.links.get("l1");
      return link?.kind === "contribution" ? link.expects : undefined;
    };
    fireEvent.click(screen.getByTestId("link-rest"));
    type(screen.getByTestId("link-expects-likely"), "-3 points");
    await waitFor(() => expect(expects()).toEqual({ indicator: null, likely: -3, low: null, high: null }));
    // The only indicator that measures the receiving element is meant.
    expect(screen.getByTestId("link-expects-indicator").textContent).toBe("Fare index");
    expect(screen.getByTestId<HTMLTextAreaElement>("link-expects-likely").value).toBe("-3\u00a0points");
    type(screen.getByTestId("link-expects-low"), "-1");
    expect(told).toHaveLength(1);
    type(screen.getByTestId("link-expects-low"), "-5");
    await waitFor(() => expect(expects()?.low).toBe(-5));
    type(screen.getByTestId("link-expects-likely"), "");
    await waitFor(() => expect(expects()).toBeNull());
  });

  it("say who claims them and since when", async () => {
    const { store } = await bench(
      { elements: [app, goal], links: [contribution("l1", "i1", "o1", "proposed")], select: ["l1"] },
      <Inspector newLink={null} />,
    );
    type(screen.getByTestId("link-proposed-by"), "A. Moreno");
    type(screen.getByTestId("link-proposed-on"), "3 Oct 2026");
    await waitFor(() =>
      expect(store.state.portfolio.links.get("l1")).toMatchObject({
        proposed_by: "A. Moreno",
        proposed_on: "2026-10-03",
      }),
    );
  });

  it("carry everything that a contribution can say", async () => {
    const { store, told } = await bench(
      { elements: [app, goal, bet], links: [contribution("l1", "i1", "o1")], select: ["l1"] },
      <Inspector newLink={null} />,
    );
    const link = () => store.state.portfolio.links.get("l1");
    fireEvent.click(screen.getByTestId("link-rest"));
    type(screen.getByTestId("link-share"), "140 %");
    expect(told).toHaveLength(1);
    type(screen.getByTestId("link-share"), "40 %");
    await waitFor(() => expect(link()).toMatchObject({ share: 0.4 }));
    type(screen.getByTestId("link-lag"), "90 days");
    await waitFor(() => expect(link()).toMatchObject({ lag_days: 90 }));
    type(screen.getByTestId("link-accepted-by"), "A. Moreno");
    await waitFor(() => expect(link()).toMatchObject({ accepted_by: "A. Moreno" }));
    type(screen.getByTestId("link-evidence"), "Pilot of spring");
    fireEvent.blur(screen.getByTestId("link-evidence"));
    await waitFor(() => expect(link()).toMatchObject({ evidence: "Pilot of spring" }));
    fireEvent.click(screen.getByTestId("link-assumption"));
    fireEvent.keyDown(await screen.findByTestId("element-find"), { key: "Enter" });
    await waitFor(() => expect(link()).toMatchObject({ assumptions: ["a1"] }));
  });

  it("do not end at what was put away, until it is looked at itself", async () => {
    const away = { ...ship, archived: { on: "2026-10-01", reason: "Sold" } };
    const links: Link[] = [contribution("c1", "i1", "o1"), contribution("c2", "i2", "o1")];
    const { selection } = await bench(
      { elements: [app, away, goal], links, select: ["o1"] },
      <Inspector newLink={null} />,
    );
    expect(screen.getByText("Harbour app")).toBeTruthy();
    expect(screen.queryByText("New ship")).toBeNull();
    act(() => selection.set(["i2"]));
    expect(screen.getByText("Full decks")).toBeTruthy();
  });

  it("never make an element a part of its own part", () => {
    const parts = ["a", "b", "c"].map((id) => initiative(id, id));
    const tree: Link[] = [
      { id: "1", from: "b", to: "a", kind: "part_of" },
      { id: "2", from: "c", to: "b", kind: "part_of" },
    ];
    const portfolio = portfolioOf([
      ...parts.map((record) => ({ type: "element" as const, record })),
      ...tree.map((record) => ({ type: "link" as const, record })),
    ]);
    const ends = (id: string, outgoing: boolean) =>
      candidates(portfolio, portfolio.elements.get(id) as Element, [{ kind: "part_of", outgoing }], (x, y) =>
        x.localeCompare(y),
      ).map(({ other }) => other.id);
    expect(ends("a", true)).toEqual([]);
    expect(ends("c", true)).toEqual(["a"]);
    expect(ends("c", false)).toEqual([]);
  });

  it("can be drawn in some way from every kind", () => {
    for (const kind of KINDS) expect(waysOf(kind).length, kind).toBeGreaterThan(0);
    expect(joins("measures", "indicator", "driver")).toBe(false);
    expect(joins("depends_on", "initiative", "system")).toBe(true);
    expect(joins("contribution", "objective", "initiative")).toBe(false);
  });
});

describe("the why card", () => {
  it("asks in the words of its kind", async () => {
    await bench({ elements: [goal], select: ["o1"] }, <Inspector newLink={null} />);
    expect(screen.getByTestId("inspector-why")).toHaveProperty("placeholder", "Why must this be reached?");
  });

  it("links the driver it answers, and shows it as a reason, not among other links", async () => {
    const law = driver("d1", "Port act");
    const { store } = await bench({ elements: [app, law], select: ["i1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("why-because"));
    fireEvent.keyDown(await screen.findByTestId("link-find"), { key: "Enter" });
    await waitFor(() => expect(store.state.portfolio.links.size).toBe(1));
    const card = within(screen.getByRole("region", { name: "Why" }));
    await waitFor(() => expect(card.getByText("Port act")).toBeTruthy());
    expect(within(screen.getByRole("region", { name: "Other links" })).queryByText("Port act")).toBeNull();
    fireEvent.click(card.getByLabelText("Without “Port act”"));
    await waitFor(() => expect(store.state.portfolio.links.size).toBe(0));
  });

  it("keeps its proof, who wrote it and who stands behind it", async () => {
    const { store } = await bench(
      { elements: [app, indicator("k1", "Seats filled")], select: ["i1"] },
      <Inspector newLink={null} />,
    );
    const why = () => store.state.portfolio.elements.get("i1")?.why;
    fireEvent.click(screen.getByTestId("why-proof"));
    fireEvent.keyDown(await screen.findByTestId("element-find"), { key: "Enter" });
    await waitFor(() => expect(why()?.proof).toBe("k1"));
    type(screen.getByTestId("why-author"), "L. Varga");
    await waitFor(() => expect(why()?.author).toBe("L. Varga"));
    type(screen.getByTestId("why-accepted-by"), "I. Falk");
    await waitFor(() => expect(why()?.accepted_by).toBe("I. Falk"));
    type(screen.getByLabelText("Reviewed on"), "Oct 2026");
    await waitFor(() => expect(why()).toMatchObject({ reviewed_on: "2026-10-31", proof: "k1" }));
  });
});
