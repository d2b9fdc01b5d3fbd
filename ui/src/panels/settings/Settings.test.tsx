// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Record as Stored } from "../../api/bindings.ts";
import { initiative, reading } from "../../model/fixture.ts";
import { bench, type } from "../fixture.tsx";
import { Sources } from "../sources/Sources.tsx";
import { Settings } from "./Settings.tsx";

afterEach(cleanup);

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

const ship = initiative("i1", "New ship", { budget: { known: { amount: "12000000", currency: "NOK" } } });

describe("the settings", () => {
  it("keep a declared rate to the last digit, and say for which currency none is declared", async () => {
    const { store, host } = await bench({ elements: [ship], lang: "fr" }, <Settings />);
    type(screen.getByTestId("settings-currency"), "eur");
    await waitFor(() => expect(store.state.portfolio.settings.currency).toBe("EUR"));
    expect(screen.getByText(/n’ont pas de taux vers EUR/)).toBeTruthy();
    fireEvent.click(screen.getByText("Donner un taux pour NOK"));
    await waitFor(() => expect(screen.getByTestId("rate-from")).toHaveProperty("value", "NOK"));
    fill("rate-value", "0,0851234567890123");
    fill("rate-on", "31/10/2026");
    fill("rate-source", "Trésorerie");
    fireEvent.keyDown(screen.getByTestId("rate-source"), { key: "Enter" });
    await waitFor(() =>
      expect(store.state.portfolio.settings.rates).toEqual([
        { from: "NOK", to: "EUR", rate: "0.0851234567890123", on: "2026-10-31", source: "Trésorerie" },
      ]),
    );
    expect(screen.queryByText(/n’ont pas de taux/)).toBeNull();
    expect(host.asked).toHaveLength(2);
    fireEvent.click(screen.getByLabelText("Supprimer le taux de NOK en EUR"));
    await waitFor(() => expect(store.state.portfolio.settings.rates).toEqual([]));
    await store.undo();
    expect(store.state.portfolio.settings.rates).toHaveLength(1);
  });

  it("refuse a rate that is nothing and a currency that is none, in words", async () => {
    const { host, told } = await bench({ elements: [] }, <Settings />);
    type(screen.getByTestId("settings-currency"), "Euros");
    fill("rate-from", "USD");
    fill("rate-to", "EUR");
    fill("rate-value", "0");
    expect(screen.getByTestId("rate-add")).toHaveProperty("disabled", true);
    fill("rate-value", "0.92");
    expect(screen.getByTestId("rate-add")).toHaveProperty("disabled", false);
    expect(host.asked).toEqual([]);
    expect(told).toEqual(["“Euros” could not be read as a currency. The field was left as it was."]);
  });

  it("say in which quarter today lies, by the fiscal year that begins when it is said to", async () => {
    const { store } = await bench({ elements: [] }, <Settings />);
    const before = screen.getByTestId("settings-today").textContent;
    fireEvent.click(screen.getByTestId("settings-month"));
    fireEvent.click(await screen.findByRole("option", { name: /July/ }));
    await waitFor(() => expect(store.state.portfolio.settings.fiscal_year).toEqual({ month: 7, day: 1 }));
    await waitFor(() => expect(screen.getByTestId("settings-today").textContent).not.toBe(before));
    expect(screen.getByTestId("settings-today").textContent).toMatch(/Q[1-4] \d{4}\/\d{2}/);
  });

  it("say in which beat the portfolio is reviewed", async () => {
    const { store } = await bench({ elements: [] }, <Settings />);
    fireEvent.click(screen.getByRole("radio", { name: "Quarter" }));
    await waitFor(() => expect(store.state.portfolio.settings.cycle).toBe("quarter"));
  });
});

describe("the sources", () => {
  const source = { id: "s1", title: "projects", description: "", owner: null, every_days: null };
  const held: Stored[] = [
    { type: "source", record: source },
    { type: "source", record: { ...source, id: "s2", title: "survey" } },
    { type: "reading", record: { ...reading("r1", "k1", "2026-09-30", 9), source: "s1" } },
  ];

  it("stay while something came from them, and say what; an unused one goes", async () => {
    const { store, host, told } = await bench(
      { elements: [], more: held },
      <Sources onImport={() => undefined} />,
    );
    fireEvent.click(screen.getByTestId("source-remove-s1"));
    expect(told).toEqual(["“projects” stays: 1 reading came from it."]);
    expect(host.asked).toEqual([]);
    fireEvent.click(screen.getByTestId("source-remove-s2"));
    await waitFor(() => expect([...store.state.portfolio.sources.keys()]).toEqual(["s1"]));
  });

  it("take their keys along when they are called something else, in one step", async () => {
    const keyed = initiative("i1", "New ship", { external_keys: [{ source: "projects", key: "P-1" }] });
    const { store, host } = await bench(
      { elements: [keyed], more: held },
      <Sources onImport={() => undefined} />,
    );
    type(screen.getByTestId("source-title-s1"), "Project list");
    await waitFor(() => expect(store.state.portfolio.sources.get("s1")?.title).toBe("Project list"));
    expect(store.state.portfolio.elements.get("i1")?.external_keys).toEqual([
      { source: "Project list", key: "P-1" },
    ]);
    expect(host.asked).toHaveLength(1);
  });

  it("say how often they come, in whole days, or why that is not known", async () => {
    const { store, told } = await bench({ elements: [], more: held }, <Sources onImport={() => undefined} />);
    const every = () => store.state.portfolio.sources.get("s1")?.every_days;
    type(screen.getByTestId("source-every-s1"), "often");
    expect(told).toHaveLength(1);
    type(screen.getByTestId("source-every-s1"), "31 days");
    await waitFor(() => expect(every()).toEqual({ known: 31 }));
    type(screen.getByTestId("source-every-s1"), "tbd");
    await waitFor(() => expect(every()?.missing?.said).toBe("tbd"));
    type(screen.getByTestId("source-every-s1"), "14");
    await waitFor(() => expect(every()).toEqual({ known: 14 }));
  });

  it("are added by hand, for what no file brings", async () => {
    const { store } = await bench({ elements: [] }, <Sources onImport={() => undefined} />);
    fireEvent.click(screen.getByTestId("source-add"));
    await waitFor(() => expect(store.state.portfolio.sources.size).toBe(1));
  });
});
