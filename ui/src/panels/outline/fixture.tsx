/* The outline on a desk of its own, with keys pressed as they are written: what its tests stand on. */
import { act, fireEvent, screen } from "@testing-library/react";
import type { View } from "../../api/bindings.ts";
import { contribution, driver, initiative, objective } from "../../model/fixture.ts";
import type { Store } from "../../model/store.ts";
import { bench, type Given } from "../fixture.tsx";
import { Outline } from "./Outline.tsx";

export const programme = initiative("i1", "Harbour programme");
export const app = initiative("i2", "Booking app");
export const pilot = initiative("i3", "Quay pilot");
export const goal = objective("o1", "Full decks");
export const ALL: Given = {
  elements: [driver("d1", "Council"), goal, programme, app, pilot],
  links: [contribution("l1", "i1", "o1", "proposed")],
};

export async function opened(given: Given = ALL) {
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
export function here(): string | undefined {
  const id = screen.getByTestId("outline").getAttribute("aria-activedescendant") ?? "";
  const found = document.getElementById(id);
  return found?.closest<HTMLElement>("[role=row]")?.dataset.testid?.replace("outline-", "");
}

export const row = (key: string) => screen.getByTestId(`outline-${key}`);
export const editor = () => screen.getByTestId<HTMLInputElement>("outline-editor");
export const write = (text: string) => {
  editor().value = text;
};

/** What the host would tell of the portfolio as it stands. */
export function viewOfNow(store: Store): View {
  const { path, revision, portfolio, steps, asOf, pack } = store.state;
  return {
    session: store.session,
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
    as_of_chosen: false,
    pack,
  };
}
