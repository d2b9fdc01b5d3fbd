// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { type Find, Finder } from "./Finder.tsx";

afterEach(cleanup);

const FINDS: Find[] = [
  { id: "a", text: "Réseau", group: "Elements", spans: [[0, 3]] },
  { id: "b", text: "Refunds", group: "Elements" },
  { id: "c", text: "Redo", group: "Commands", hint: "Ctrl Y" },
];

function opened(find: (query: string) => readonly Find[] = () => FINDS) {
  const taken: string[] = [];
  let asked = 0;
  render(
    <Finder
      label="Search"
      placeholder="Anything"
      nothing="Nothing answers."
      find={(query) => {
        asked += 1;
        return find(query);
      }}
      onTake={({ id }) => taken.push(id)}
      foot="A hint"
    />,
  );
  const field = screen.getByRole("combobox");
  const press = (key: string, more = {}) => fireEvent.keyDown(field, { key, ...more });
  const here = () => document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent;
  return { field, press, here, taken, asked: () => asked };
}

describe("the finder", () => {
  it("shows its rows in named groups of one list, with the letters that answer made heavy", () => {
    opened();
    const list = screen.getByRole("listbox", { name: "Search" });
    const groups = within(list).getAllByRole("group");
    expect(groups.map((group) => within(group).getAllByRole("option").length)).toEqual([2, 1]);
    expect(within(list).getByRole("group", { name: "Commands" }).textContent).toContain("Redo");
    expect(list.querySelector("mark")?.textContent).toBe("Rés");
    expect(list.querySelector("[role=option]")?.textContent).toBe("Réseau");
  });

  it("is walked by arrows round its ends, by pages, and to its ends, without asking again", () => {
    const { press, here, asked } = opened();
    const before = asked();
    expect(here()).toBe("Réseau");
    press("ArrowUp");
    expect(here()).toContain("Redo");
    press("ArrowDown");
    expect(here()).toBe("Réseau");
    press("End");
    expect(here()).toContain("Redo");
    press("Home");
    expect(here()).toBe("Réseau");
    press("PageDown");
    expect(here()).toContain("Redo");
    press("PageUp");
    expect(here()).toBe("Réseau");
    expect(asked()).toBe(before);
  });

  it("leaves keys with a modifier to the field", () => {
    const { press, here } = opened();
    expect(press("End", { shiftKey: true })).toBe(true);
    expect(here()).toBe("Réseau");
  });

  it("takes what stands under the keyboard or the pointer", () => {
    const { press, taken } = opened();
    press("ArrowDown");
    press("Enter");
    fireEvent.click(screen.getByText("Redo"));
    expect(taken).toEqual(["b", "c"]);
  });

  it("takes nothing while an input method asks which letters are meant", () => {
    const { press, taken, here } = opened();
    press("Enter", { isComposing: true });
    press("Enter", { keyCode: 229 });
    press("ArrowDown", { isComposing: true });
    expect(taken).toEqual([]);
    expect(here()).toBe("Réseau");
  });

  it("begins at the best answer with each letter, and says when there is none", () => {
    const { field, press, here } = opened((query) => (query === "x" ? [] : FINDS));
    press("End");
    fireEvent.change(field, { target: { value: "re" } });
    expect(here()).toBe("Réseau");
    fireEvent.change(field, { target: { value: "x" } });
    expect(screen.getByRole("status").textContent).toBe("Nothing answers.");
    expect(field.getAttribute("aria-expanded")).toBe("false");
    expect(press("Enter")).toBe(false);
  });
});
