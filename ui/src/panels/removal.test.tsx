// @vitest-environment happy-dom
/* Whatever is taken out of a portfolio in a panel says so as the canvas does, with the way back, and is one step. */
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Record as Stored } from "../api/bindings.ts";
import { contribution, indicator, initiative, objective, reading } from "../model/fixture.ts";
import { bench } from "./fixture.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { Table } from "./table/Table.tsx";

afterEach(cleanup);

const app = initiative("i1", "Harbour app");
const exit = initiative("i2", "Payroll exit");
const goal = objective("o1", "Full decks");
const elements = [app, exit, goal];
const links = [contribution("l1", "i1", "o1"), contribution("l2", "i2", "o1")];
const inspector = <Inspector newLink={null} />;

describe("what a panel takes away", () => {
  it("says which element left the portfolio and how many links with it, and offers it back", async () => {
    const { offered, told, host } = await bench({ elements, links, select: ["o1"] }, inspector);
    fireEvent.click(screen.getByTestId("element-menu"));
    fireEvent.click(await screen.findByTestId("menu-remove"));
    await waitFor(() =>
      expect(offered).toEqual(["“Full decks” removed from the portfolio, and 2 links with it"]),
    );
    expect(told).toEqual([]);
    expect(host.asked).toEqual([[{ type: "remove", elements: ["o1"] }]]);
  });

  it("says so in French as well", async () => {
    const { offered } = await bench({ elements, links, select: ["o1"], lang: "fr" }, inspector);
    fireEvent.click(screen.getByTestId("element-menu"));
    fireEvent.click(await screen.findByTestId("menu-remove"));
    await waitFor(() => expect(offered[0]).toContain("supprimé du portefeuille, avec 2 liens"));
  });

  it("counts several elements, of the inspector and of the table", async () => {
    const said = "2 elements removed from the portfolio, and 2 links with them";
    const inspected = await bench({ elements, links, select: ["i1", "i2"] }, inspector);
    fireEvent.click(screen.getByTestId("many-remove"));
    await waitFor(() => expect(inspected.offered).toEqual([said]));
    cleanup();
    const listed = await bench({ elements, links, select: ["i1", "i2"] }, <Table />);
    fireEvent.click(screen.getByRole("button", { name: "More" }));
    fireEvent.click(await screen.findByTestId("menu-table-remove"));
    await waitFor(() => expect(listed.offered).toEqual([said]));
    expect(listed.host.asked).toEqual([[{ type: "remove", elements: ["i1", "i2"] }]]);
  });

  it("names a link by its two ends", async () => {
    const { offered, store } = await bench({ elements, links, select: ["l1"] }, inspector);
    fireEvent.click(screen.getByTestId("link-remove"));
    await waitFor(() => expect(offered[0]).toMatch(/^Link removed: “Harbour app” .*“Full decks”/));
    expect(store.state.portfolio.links.has("l1")).toBe(false);
  });

  it("is a reading as well", async () => {
    const seats = indicator("k1", "Seats sold");
    const more: Stored[] = [{ type: "reading", record: reading("r1", "k1", "2026-08-31", 40) }];
    const { offered } = await bench({ elements: [seats], more, select: ["k1"] }, inspector);
    fireEvent.click(screen.getByLabelText(/^Remove the reading of/));
    await waitFor(() => expect(offered[0]).toMatch(/^Reading of .*2026 removed$/));
  });

  it("offers nothing back where it was refused", async () => {
    const { offered, host } = await bench({ elements, links, select: ["o1"] }, inspector);
    host.edit = () => Promise.reject(new Error("no"));
    fireEvent.click(screen.getByTestId("element-menu"));
    fireEvent.click(await screen.findByTestId("menu-remove"));
    await new Promise((done) => setTimeout(done, 20));
    expect(offered).toEqual([]);
  });
});
