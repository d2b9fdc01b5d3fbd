// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Element, Link } from "../../api/bindings.ts";
import { contribution, initiative, objective, stored, viewOf } from "../../model/fixture.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { bench } from "../fixture.tsx";
import { MatrixView } from "./MatrixView.tsx";
import { copied, crossingOf, editsOf, matrixOf, pasted, strokeOf } from "./matrix.ts";

afterEach(cleanup);

const eur = (amount: string) => ({ known: { amount, currency: "EUR" } });
const works = [
  initiative("i1", "Harbour app", { budget: eur("100.10") }),
  initiative("i2", "Island shuttle", { budget: eur("200.20") }),
  initiative("i3", "Old pier", { budget: { known: { amount: "5", currency: "NOK" } } }),
];
const goals = [objective("o1", "Full decks"), objective("o2", "Quiet engines")];
const links = [contribution("l1", "i1", "o1"), contribution("l2", "i2", "o1", "proposed")];

function crossed(
  order: "title" | "most" | "fewest" = "title",
  onlyEmpty = false,
  passes: (element: Element) => boolean = () => true,
) {
  const portfolio = portfolioOf(viewOf(stored([...works, ...goals], links)).records);
  const matrix = matrixOf(portfolio, {
    rows: "initiative",
    columns: "objective",
    order,
    onlyEmpty,
    passes,
    compare: (a, b) => a.localeCompare(b),
  });
  if (matrix === null) throw new Error("initiatives and objectives cross");
  return matrix;
}

describe("two kinds crossed", () => {
  it("finds the link in either direction, and none where the kinds have nothing to say to each other", () => {
    expect(crossingOf("initiative", "objective")).toEqual({ kind: "contribution", isTurned: false });
    expect(crossingOf("objective", "initiative")).toEqual({ kind: "contribution", isTurned: true });
    expect(crossingOf("term", "person")).toBeNull();
  });

  it("counts a contribution once it is accepted, and shows it before", () => {
    const matrix = crossed();
    expect(matrix.rows.map((it) => it.count)).toEqual([1, 0, 0]);
    expect(matrix.columns.map((it) => it.count)).toEqual([1, 0]);
    expect(matrix.cells.size).toBe(2);
  });

  it("adds money exactly and never across currencies", () => {
    const accepted = links.map((link) => ({ ...link, state: "accepted" }) as Link);
    const all = [...accepted, contribution("l3", "i3", "o1")];
    const portfolio = portfolioOf(viewOf(stored([...works, ...goals], all)).records);
    const matrix = matrixOf(portfolio, {
      rows: "initiative",
      columns: "objective",
      order: "title",
      onlyEmpty: false,
      passes: () => true,
      compare: (a, b) => a.localeCompare(b),
    });
    expect(matrix?.columns[0]?.money).toEqual([
      { currency: "EUR", amount: "300.3" },
      { currency: "NOK", amount: "5" },
    ]);
  });

  it("orders by links, and can show the empty rows alone", () => {
    expect(crossed("fewest").rows.map((it) => it.element.id)).toEqual(["i2", "i3", "i1"]);
    expect(crossed("title", true).rows.map((it) => it.element.id)).toEqual(["i2", "i3"]);
  });

  it("shows the rows that pass, against every column as it is", () => {
    const app = crossed("title", false, (it) => it.title.includes("app"));
    expect(app.rows.map((it) => it.element.id)).toEqual(["i1"]);
    expect(app.columns.map((it) => it.element.id)).toEqual(["o1", "o2"]);
    expect(app.isKeptBack).toBe(false);
    const pier = crossed("title", false, (it) => it.title.includes("pier"));
    expect(pier.columns.map((it) => it.count)).toEqual([1, 0]);
    expect(crossed("title", false, () => false).isKeptBack).toBe(true);
  });

  it("makes a link with its strength, changes one that is there, and takes it away", () => {
    const matrix = crossed();
    const strong = strokeOf("4");
    if (strong === null) throw new Error("4 is a strength");
    expect(editsOf(matrix, "i3", "o2", strong, () => "new")).toEqual([
      { type: "connect", id: "new", from: "i3", to: "o2", kind: "contribution" },
      { type: "set_link", link: "new", patch: { field: "strength", value: "strong" } },
    ]);
    expect(editsOf(matrix, "i1", "o1", strong, () => "new")).toEqual([
      { type: "set_link", link: "l1", patch: { field: "strength", value: "strong" } },
    ]);
    expect(editsOf(matrix, "i1", "o1", { does: "clear" }, () => "new")).toEqual([
      { type: "disconnect", links: ["l1"] },
    ]);
    expect(editsOf(matrix, "i3", "o2", { does: "sign" }, () => "new")).toEqual([]);
  });

  it("reads a pasted block cell by cell, in figures or words, and says what it could not read", () => {
    const matrix = crossed();
    const words = new Map([["fort", "strong" as const]]);
    const { edits, left, isCut } = pasted(
      matrix,
      { row: 1, column: 0 },
      "Fort\tx\r\n?\t2\r\n",
      words,
      () => "n",
    );
    expect(edits).toHaveLength(5);
    expect(left).toEqual(["?"]);
    expect(isCut).toBe(false);
  });

  it("copies what it would read back", () => {
    const matrix = crossed();
    expect(copied(matrix, matrix.rows, matrix.columns)).toBe("x\t\nx\t\n\t");
  });
});

describe("the matrix", () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(700);
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1200);
  });
  afterEach(() => vi.restoreAllMocks());

  it("is one tab stop in which arrows move and a digit links", async () => {
    const { host, store } = await bench({ elements: [...works, ...goals], links }, <MatrixView />);
    const grid = screen.getByTestId("matrix");
    grid.focus();
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: "ArrowDown" });
    fireEvent.keyDown(grid, { key: "ArrowRight" });
    fireEvent.keyDown(grid, { key: "5" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    await waitFor(() => expect(store.state.portfolio.linksFrom.get("i3")).toHaveLength(1));
    const [link] = store.state.portfolio.linksFrom.get("i3") ?? [];
    expect(link).toMatchObject({ to: "o2", strength: "decisive" });
  });

  it("keeps the keyboard in the grid when a cell is clicked, so that the marked cell is the one written to", async () => {
    const { host } = await bench({ elements: [...works, ...goals] }, <MatrixView />);
    const grid = screen.getByTestId("matrix");
    const cell = screen.getAllByRole("gridcell").find((it) => it.id.endsWith("-1-0"));
    if (cell === undefined) throw new Error("There is no such cell.");
    fireEvent.pointerDown(cell);
    // What a browser does next, unless it is kept from it: the cell itself takes the keyboard.
    if (fireEvent.mouseDown(cell)) cell.focus();
    expect(document.activeElement).toBe(grid);
    expect(grid.getAttribute("aria-activedescendant")).toBe(cell.id);
    fireEvent.keyDown(grid, { key: "4" });
    await waitFor(() => expect(host.asked[0]?.[0]).toMatchObject({ type: "connect", from: "i2", to: "o1" }));
  });

  it("changes a block at once, as one step", async () => {
    const { host } = await bench({ elements: [...works, ...goals] }, <MatrixView />);
    const grid = screen.getByTestId("matrix");
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    fireEvent.keyDown(grid, { key: "ArrowRight", shiftKey: true });
    fireEvent.keyDown(grid, { key: "3" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toHaveLength(8);
  });

  it("tells what could not be read of a paste and applies the rest", async () => {
    const { host, told } = await bench({ elements: [...works, ...goals] }, <MatrixView />);
    fireEvent.paste(screen.getByTestId("matrix"), { clipboardData: { getData: () => "1\tperhaps" } });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(told).toEqual(["One cell was not understood: “perhaps”."]);
  });

  it("names the rows that are linked to nothing", async () => {
    await bench({ elements: [...works, ...goals], links, lang: "fr" }, <MatrixView />);
    expect(await screen.findAllByText(/sans lien/)).toHaveLength(1);
    expect(screen.getAllByText(/aucun accepté/)).toHaveLength(1);
  });

  it("draws only what is in sight of three thousand rows", async () => {
    const many = Array.from({ length: 3000 }, (_, at) => initiative(`m${at}`, `Work ${at}`));
    await bench({ elements: [...many, ...goals] }, <MatrixView />);
    const drawn = screen.getAllByRole("row").length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(120);
  });

  it("says what to do while there is nothing to cross", async () => {
    await bench({ elements: [] }, <MatrixView />);
    expect(screen.getByText("Nothing to cross yet")).toBeTruthy();
  });
});
