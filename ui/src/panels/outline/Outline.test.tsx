// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Link } from "../../api/bindings.ts";
import { finding, indicator, initiative } from "../../model/fixture.ts";
import { ALL, app, editor, here, opened, pilot, programme, row } from "./fixture.tsx";

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1100);
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

describe("walking the outline", () => {
  it("goes down the lanes, in to the links of an element and out again", async () => {
    const { press } = await opened();
    expect(here()).toBe("lane/driver");
    press("ArrowRight");
    expect(here()).toBe("d1");
    press("ArrowDown", "ArrowDown", "ArrowDown");
    expect(here()).toBe("o1");
    expect(row("o1").getAttribute("aria-expanded")).toBe("false");
    press("ArrowRight");
    expect(row("o1").getAttribute("aria-expanded")).toBe("true");
    press("ArrowRight", "ArrowDown", "ArrowRight");
    expect(here()).toBe("o1/l1");
    expect(row("o1/l1").getAttribute("aria-level")).toBe("4");
    press("ArrowLeft", "ArrowLeft");
    expect(row("o1/down").getAttribute("aria-expanded")).toBe("false");
    press("ArrowLeft", "ArrowLeft", "ArrowLeft");
    expect(here()).toBe("lane/objective");
    press("End");
    expect(here()).toBe("lane/term");
    press("Home");
    expect(here()).toBe("lane/driver");
  });

  it("goes through the cells of a row and back to the row", async () => {
    const { press, grid } = await opened();
    press("ArrowRight", "Ctrl+ArrowRight", "ArrowRight");
    expect(grid.getAttribute("aria-activedescendant")).toMatch(/d1-1$/);
    press("End");
    expect(grid.getAttribute("aria-activedescendant")).toMatch(/d1-5$/);
    press("Escape");
    expect(grid.getAttribute("aria-activedescendant")).toMatch(/d1$/);
  });

  it("opens all rows of a level at once, and finds a title that is spelled", async () => {
    const { press } = await opened();
    press("q");
    expect(here()).toBe("i3");
    press("*");
    for (const id of ["i1", "i2", "i3"]) expect(row(id).getAttribute("aria-expanded")).toBe("true");
    expect(row("o1").getAttribute("aria-expanded")).toBe("false");
  });

  it("is one tab stop", async () => {
    const { grid } = await opened();
    const stops = [...grid.querySelectorAll<HTMLElement>("*")].filter((it) => it.tabIndex >= 0);
    expect(grid.tabIndex).toBe(0);
    expect(stops).toEqual([]);
  });

  it("shares its selection with the map, extends it, and lets go", async () => {
    const { press, selection } = await opened();
    press("h");
    expect(selection.ids()).toEqual(["i1"]);
    press("Shift+ArrowDown", "Shift+ArrowDown");
    expect(selection.ids()).toEqual(["i1", "i2", "i3"]);
    expect(row("i2").getAttribute("aria-selected")).toBe("true");
    press(" ");
    expect(selection.ids()).toEqual(["i1", "i2"]);
    press("Escape");
    expect(selection.ids()).toEqual([]);
  });

  it("comes to what is selected elsewhere, wherever it is hidden", async () => {
    const links: Link[] = [{ id: "p1", from: "i3", to: "i2", kind: "part_of" }];
    const { selection } = await opened({ ...ALL, links });
    expect(screen.queryByTestId("outline-i3")).toBeNull();
    act(() => selection.set(["i3"]));
    expect(here()).toBe("i3");
    expect(row("i3").getAttribute("aria-level")).toBe("3");
  });

  it("follows a link to its other end and shows rows on the map", async () => {
    const { press, selection, shown } = await opened();
    press("h", "ArrowRight", "ArrowDown", "ArrowDown");
    expect(here()).toBe("i1/l1");
    expect(selection.ids()).toEqual(["l1"]);
    press("Enter");
    expect(here()).toBe("o1");
    press("Shift+Enter");
    expect(shown).toEqual([["o1"]]);
  });

  it("draws only what is in sight of five thousand elements, and still names the last", async () => {
    const many = Array.from({ length: 5000 }, (_, at) =>
      initiative(`m${String(at).padStart(4, "0")}`, `Work ${at}`),
    );
    const { press, grid } = await opened({ elements: many });
    expect(grid.getAttribute("aria-rowcount")).toBe("5015");
    press("End", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
    expect(here()).toBe("m4999");
    expect(row("m4999").getAttribute("aria-posinset")).toBe("5000");
    expect(screen.getAllByRole("row").length).toBeLessThan(120);
  });
});

describe("what the outline shows", () => {
  it("filters as letters are typed, says how many, and takes the filter away for what it hides", async () => {
    const { selection } = await opened();
    fireEvent.change(screen.getByTestId("outline-filter"), { target: { value: "quay" } });
    await waitFor(() => expect(screen.queryByTestId("outline-o1")).toBeNull());
    expect(row("i3")).toBeTruthy();
    expect(screen.getByText("1 of 5 elements")).toBeTruthy();
    act(() => selection.set(["o1"]));
    await waitFor(() => expect(here()).toBe("o1"));
    expect(screen.getByTestId<HTMLInputElement>("outline-filter").value).toBe("");
  });

  it("counts findings and can show only what has some", async () => {
    const { press } = await opened({
      ...ALL,
      findings: () => [finding("D103", pilot), finding("D104", pilot)],
    });
    expect(row("i3").textContent).toContain("2 findings");
    fireEvent.click(screen.getByTestId("outline-only-found"));
    await waitFor(() => expect(screen.queryByTestId("outline-i1")).toBeNull());
    expect(row("i3")).toBeTruthy();
    press("End");
    expect(here()).toBe("i3");
  });

  it("asks a question in each empty lane", async () => {
    const { press } = await opened({ elements: [], lang: "fr" });
    expect(screen.getByText(/Qu’est-ce qui passe en premier/)).toBeTruthy();
    press("ArrowDown", "Insert");
    expect(editor().placeholder).toBe("Nouvelle priorité");
  });

  it("tells a link that is not a contribution by what it says from this end", async () => {
    const counted = indicator("m1", "Full sailings");
    const links: Link[] = [
      { id: "l1", from: "m1", to: "i1", kind: "rests_on" },
      { id: "l2", from: "i2", to: "i1", kind: "depends_on", needed_by: null },
    ];
    const { press } = await opened({ elements: [programme, app, counted], links });
    press("h", "ArrowRight");
    expect(row("i1/l2").textContent).toContain("needed by");
  });
});
