// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { editor, here, opened, row, viewOfNow, write } from "./fixture.tsx";

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1100);
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
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
    press("Escape");
    expect(host.asked).toHaveLength(1);
    expect(host.asked[0]).toMatchObject([{ type: "add_element", kind: "initiative", title: "Ticket gates" }]);
    await waitFor(() => expect(here()).toBe(selection.ids()[0]));
    press("ArrowUp");
    expect(here()).toBe("i1");
  });

  it("adds one after the other without leaving the keyboard", async () => {
    const { press, host, store, selection } = await opened();
    press("h", "Insert");
    write("One");
    press("Enter");
    write("Two");
    press("Ctrl+Enter");
    await waitFor(() => expect(host.asked).toHaveLength(2));
    // Enter on an empty row ends the list, and the last one written is in force.
    press("Enter");
    await waitFor(() => expect(here()).toBe(selection.ids()[0]));
    expect(store.state.portfolio.elements.get(here() ?? "")?.title).toBe("Two");
    expect(document.activeElement).toBe(screen.getByTestId("outline"));
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
    host.refuseNext({ code: "bad_value", message: "", hint: "", owner: null });
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
    const { press, host, offered } = await opened();
    press("h", "Shift+ArrowDown", "Delete");
    await waitFor(() =>
      expect(offered).toEqual(["2 elements removed from the portfolio, and one link with them"]),
    );
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
