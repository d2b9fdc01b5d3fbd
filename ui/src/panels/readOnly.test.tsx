// @vitest-environment happy-dom
/* In a portfolio that is only read, no view asks for anything or offers to change it, and whoever tries is told why. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Record as Stored } from "../api/bindings.ts";
import { newElement } from "../api/fakeRecords.ts";
import { contribution, indicator, initiative, objective, reading } from "../model/fixture.ts";
import { Decisions } from "./decisions/Decisions.tsx";
import { bench } from "./fixture.tsx";
import { Indicators } from "./indicators/Indicators.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { MatrixView } from "./matrix/MatrixView.tsx";
import { Outline } from "./outline/Outline.tsx";
import { Settings } from "./settings/Settings.tsx";
import { Sources } from "./sources/Sources.tsx";
import { resetTable, Table } from "./table/Table.tsx";

beforeEach(() => {
  resetTable();
  // Nothing is laid out here; the grids must believe that they have room.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const elements = [
  initiative("i1", "Harbour ship"),
  objective("o1", "Full decks"),
  indicator("k1", "Seats filled"),
  newElement("d1", "decision", "Buy the ship"),
];
const links = [contribution("l1", "i1", "o1", "proposed"), contribution("l2", "i1", "o1", "proposed")];
const more: Stored[] = [
  { type: "source", record: { id: "s1", title: "projects", description: "", owner: null, every_days: null } },
  { type: "reading", record: reading("r1", "k1", "2026-09-30", 9) },
];

async function read(panel: ReactNode, select: readonly string[] = []) {
  const made = await bench({ elements, links, more, select }, panel);
  await made.host.open("/fake.thru", true);
  const view = await made.host.view();
  act(() => made.store.show(view));
  return made;
}

const PANELS: readonly [string, ReactNode, (readonly string[])?][] = [
  ["the inspector of an element", <Inspector key="a" newLink={null} />, ["i1"]],
  ["the inspector of a link", <Inspector key="b" newLink={null} />, ["l1"]],
  ["the inspector of several links", <Inspector key="c" newLink={null} />, ["l1", "l2"]],
  ["the inspector of several elements", <Inspector key="d" newLink={null} />, ["i1", "o1"]],
  ["the table", <Table key="e" />],
  ["the matrix", <MatrixView key="f" />],
  ["the outline", <Outline key="g" />],
  ["the indicators", <Indicators key="h" />],
  ["the decisions", <Decisions key="i" />],
  ["the sources", <Sources key="j" onImport={() => undefined} />],
  ["the settings", <Settings key="k" />],
];

describe("a portfolio that is only read", () => {
  it.each(PANELS)("shows %s without a field to type in, a question or an offer", async (_, panel, select) => {
    await read(panel, select);
    const fields = [...document.querySelectorAll("textarea")];
    expect(fields.filter((it) => !it.readOnly).map((it) => it.ariaLabel)).toEqual([]);
    expect(fields.filter((it) => it.placeholder.endsWith("?")).map((it) => it.placeholder)).toEqual([]);
    expect(document.querySelectorAll(".inplace.asked")).toHaveLength(0);
    const offers = /^(Remove|Accept|Dispute|Report|Add|New|Write|Merge|Put away|Import)/;
    const buttons = screen
      .queryAllByRole("button")
      .filter((it) => !it.hasAttribute("disabled"))
      .map((it) => it.ariaLabel ?? it.textContent ?? "");
    expect(buttons.filter((it) => offers.test(it))).toEqual([]);
  });

  it("says why to somebody who types into a cell of the table or the matrix", async () => {
    const why = "/fake.thru is open for reading: nothing can be changed.";
    const table = await read(<Table />);
    fireEvent.click(screen.getByText("Harbour ship"));
    fireEvent.keyDown(screen.getByTestId("table"), { key: "F2" });
    await waitFor(() => expect(table.told).toEqual([why]));
    fireEvent.keyDown(screen.getByTestId("table"), { key: "Delete" });
    expect(table.told).toEqual([why, why]);
    expect(table.host.asked).toEqual([]);
    cleanup();
    const matrix = await read(<MatrixView />);
    fireEvent.keyDown(screen.getByRole("grid"), { key: "3" });
    await waitFor(() => expect(matrix.told).toEqual([why]));
    expect(matrix.host.asked).toEqual([]);
  });
});
