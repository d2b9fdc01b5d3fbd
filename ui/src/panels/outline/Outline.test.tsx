// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Link } from "../../api/bindings.ts";
import { contribution, driver, finding, indicator, initiative, objective } from "../../model/fixture.ts";
import { bench, type Given } from "../fixture.tsx";
import { Outline } from "./Outline.tsx";

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1100);
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

const programme = initiative("i1", "Harbour programme");
const app = initiative("i2", "Booking app");
const pilot = initiative("i3", "Quay pilot");
const goal = objective("o1", "Full decks");
const ALL: Given = {
  elements: [driver("d1", "Council"), goal, programme, app, pilot],
  links: [contribution("l1", "i1", "o1", "proposed")],
};

async function opened(given: Given = ALL) {
  const made = await bench(given, <Outline />);
  const grid = screen.getByTestId("outline");
  grid.focus();
  /** Presses keys one after the other, written “Shift+ArrowDown”. */
  const press = (...all: string[]) => {
    for (const written of all) {
      const parts = written.split("+");
      const key = parts.pop() ?? "";
      act(() => {
        fireEvent.keyDown(document.activeElement ?? grid, {
          key,
          ctrlKey: parts.includes("Ctrl"),
          shiftKey: parts.includes("Shift"),
          altKey: parts.includes("Alt"),
        });
      });
    }
  };
  return { ...made, grid, press };
}

/** What the treegrid names as the row in force. */
function here(): string | undefined {
  const id = screen.getByTestId("outline").getAttribute("aria-activedescendant") ?? "";
  const found = document.getElementById(id);
  return found?.closest<HTMLElement>("[role=row]")?.dataset.testid?.replace("outline-", "");
}

const row = (key: string) => screen.getByTestId(`outline-${key}`);
const editor = () => screen.getByTestId<HTMLInputElement>("outline-editor");
const write = (text: string) => {
  editor().value = text;
};

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

describe("writing in the outline", () => {
  it("renames in place, and Escape keeps the name", async () => {
    const { press, host, store } = await opened();
    press("h", "F2");
    write("Harbour");
    press("Enter");
    await waitFor(() => expect(store.state.portfolio.elements.get("i1")?.title).toBe("Harbour"));
    expect(document.activeElement).toBe(screen.getByTestId("outline"));
    press("Enter");
    write("Something else");
    press("Escape");
    expect(screen.queryByTestId("outline-editor")).toBeNull();
    expect(host.asked).toHaveLength(1);
  });

  it("adds a sibling below as one step, and leaves nothing behind when it is let go", async () => {
    const { press, host, selection } = await opened();
    press("h", "Insert", "Escape");
    expect(host.asked).toHaveLength(0);
    press("Ctrl+Enter");
    write("Ticket gates");
    press("Enter");
    await waitFor(() => expect(screen.getByText("Ticket gates")).toBeTruthy());
    expect(host.asked).toHaveLength(1);
    expect(host.asked[0]).toMatchObject([{ type: "add_element", kind: "initiative", title: "Ticket gates" }]);
    await waitFor(() => expect(here()).toBe(selection.ids()[0]));
    press("ArrowUp");
    expect(here()).toBe("i1");
  });

  it("adds one after the other without leaving the keyboard", async () => {
    const { press, host } = await opened();
    press("h", "Insert");
    write("One");
    press("Ctrl+Enter");
    write("Two");
    press("Enter");
    await waitFor(() => expect(host.asked).toHaveLength(2));
    await waitFor(() => expect(screen.queryByTestId("outline-editor")).toBeNull());
    await waitFor(() => expect(screen.getByText("Two")).toBeTruthy());
    const titles = screen.getAllByRole("row").map((it) => it.querySelector(".outline-title")?.textContent);
    expect(titles.slice(titles.indexOf("Harbour programme")).slice(0, 4)).toEqual([
      "Harbour programme",
      "One",
      "Two",
      "Booking app",
    ]);
  });

  it("makes the new row a part of the one above in the same step", async () => {
    const { press, host, store } = await opened();
    press("h", "Insert");
    write("Ticket gates");
    press("Tab", "Enter");
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]?.map((edit) => edit.type)).toEqual(["add_element", "connect"]);
    await waitFor(() => expect(screen.getByText("Ticket gates")).toBeTruthy());
    await act(async () => void (await store.undo()));
    expect(store.state.portfolio.elements.size).toBe(5);
  });

  it("gives a refused title back as it was typed", async () => {
    const { press, host } = await opened();
    press("h", "Insert");
    write("Ticket gates");
    host.refuseNext({ code: "bad_value", message: "", hint: "" });
    press("Enter");
    await waitFor(() => expect(editor().value).toBe("Ticket gates"));
  });

  it("makes an element a part of the one above, and out again, each in one undo step", async () => {
    const { press, host, store } = await opened();
    press("b", "Alt+ArrowRight");
    await waitFor(() => expect(row("i2").getAttribute("aria-level")).toBe("3"));
    expect(host.asked).toHaveLength(1);
    expect(host.asked[0]).toMatchObject([{ type: "connect", from: "i2", to: "i1", kind: "part_of" }]);
    await waitFor(() =>
      expect(screen.getByTestId("outline-news").textContent).toContain("Harbour programme"),
    );
    expect(here()).toBe("i2");
    press("Alt+ArrowLeft");
    await waitFor(() => expect(row("i2").getAttribute("aria-level")).toBe("2"));
    expect(host.asked).toHaveLength(2);
    await act(async () => void (await store.undo()));
    expect(row("i2").getAttribute("aria-level")).toBe("3");
  });

  it("says why an element cannot be taken in", async () => {
    const { press, host } = await opened();
    press("h", "Alt+ArrowRight");
    expect(screen.getByTestId("outline-news").textContent).toContain("right above");
    expect(host.asked).toHaveLength(0);
  });

  it("removes what is selected in one step, tells it, and stands on what comes next", async () => {
    const { press, host, told } = await opened();
    press("h", "Shift+ArrowDown", "Delete");
    await waitFor(() => expect(told).toEqual(["2 elements removed"]));
    expect(host.asked).toEqual([[{ type: "remove", elements: ["i1", "i2"] }]]);
    expect(here()).toBe("i3");
  });

  it("accepts a proposed contribution by its letter", async () => {
    const { press, store } = await opened();
    press("h", "ArrowRight", "ArrowDown", "ArrowDown", "a");
    await waitFor(() => expect(store.state.portfolio.links.get("l1")).toMatchObject({ state: "accepted" }));
    expect(here()).toBe("i1/l1");
  });

  it("links by a few letters and goes to the new link", async () => {
    const { press, store } = await opened();
    press("b", "ArrowDown", "ArrowUp", "l");
    const field = await screen.findByRole("combobox");
    // A key that is for the finder is for nobody else.
    expect(fireEvent.keyDown(field, { key: "d" })).toBe(true);
    fireEvent.change(field, { target: { value: "decks" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(store.state.portfolio.linksFrom.get("i2")).toHaveLength(1));
    const made = store.state.portfolio.linksFrom.get("i2")?.[0];
    expect(made).toMatchObject({ to: "o1", kind: "contribution" });
    await waitFor(() => expect(here()).toBe(`i2/${made?.id}`));
    expect(screen.queryByTestId("outline-editor")).toBeNull();
  });

  it("changes nothing in a portfolio that can only be read", async () => {
    const { press, host, store, shown } = await opened();
    act(() => store.show({ ...viewOfNow(store), read_only: "Somebody else has it open." }));
    press(
      "h",
      "F2",
      "Insert",
      "Delete",
      "Alt+ArrowRight",
      "Alt+ArrowLeft",
      "ArrowRight",
      "ArrowDown",
      "ArrowDown",
      "a",
    );
    expect(here()).toBe("i1/l1");
    expect(screen.queryByTestId("outline-editor")).toBeNull();
    expect(screen.queryByTestId("outline-add")).toBeNull();
    expect(host.asked).toHaveLength(0);
    press("ArrowUp", "ArrowUp", "Enter");
    expect(shown).toEqual([["i1"]]);
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

function viewOfNow(store: Awaited<ReturnType<typeof bench>>["store"]) {
  const { path, revision, portfolio, steps, asOf, pack } = store.state;
  return {
    path,
    read_only: null,
    revision,
    records: [
      { type: "settings" as const, record: portfolio.settings },
      ...[...portfolio.elements.values()].map((record) => ({ type: "element" as const, record })),
      ...[...portfolio.links.values()].map((record) => ({ type: "link" as const, record })),
    ],
    findings: [],
    steps,
    as_of: asOf,
    pack,
  };
}
