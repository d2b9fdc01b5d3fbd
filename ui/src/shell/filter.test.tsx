// @vitest-environment happy-dom
/* The shared filter in the top bar: how it is opened, what it counts, and that it leads back to everything. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fakeHost } from "../api/fake.ts";
import { decision, initiative, objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const RECORDS = stored([
  { ...initiative("i1", "One app"), owner: { known: "Ada Berg" }, tags: ["2027"] },
  initiative("i2", "Depot charging"),
  objective("o1", "Full decks"),
  decision("d1", "Buy two ferries"),
]);

async function opened() {
  const session = new Session(fakeHost({ records: RECORDS }), "en");
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas"));
}

const field = () => screen.getByTestId("filter-text");
const typed = (text: string) => fireEvent.change(field(), { target: { value: text } });

describe("the filter of the window", () => {
  it("opens by its keys, counts what passes, and is cleared by one press", async () => {
    await opened();
    fireEvent.keyDown(document.body, { key: "F", ctrlKey: true, shiftKey: true });
    await waitFor(field);
    typed("depot");
    expect(screen.getByTestId("filter-count").textContent).toBe("1 of 4 elements passes.");
    fireEvent.keyDown(field(), { key: "Escape" });
    await waitFor(() => expect(screen.queryByTestId("filter-text")).toBeNull());
    expect(screen.getByTestId("filter").textContent).toBe("1 of 4");
    fireEvent.click(screen.getByTestId("filter-clear"));
    expect(screen.getByTestId("filter").textContent).toBe("Filter all views");
    expect(screen.getByTestId("filter").getAttribute("aria-pressed")).toBe("false");
  });

  it("offers the people and tags that there are, and what nobody owns", async () => {
    await opened();
    fireEvent.click(screen.getByTestId("filter"));
    fireEvent.click(await waitFor(() => screen.getByTestId("filter-owner")));
    const names = within(
      screen.getByRole("option", { name: "Everybody" }).closest("[role=listbox]") as HTMLElement,
    )
      .getAllByRole("option")
      .map((it) => it.textContent);
    expect(names).toEqual(["Everybody", "Nobody yet", "Ada Berg"]);
    fireEvent.click(screen.getByRole("option", { name: "Nobody yet" }));
    await waitFor(() => expect(screen.getByTestId("filter-count").textContent).toContain("3 of 4"));
    expect(screen.getByTestId("filter-tag")).toBeTruthy();
  });

  it("holds in the other views and stays when one comes back", async () => {
    await opened();
    fireEvent.click(screen.getByTestId("filter"));
    await waitFor(field);
    typed("nowhere");
    fireEvent.keyDown(field(), { key: "Escape" });
    await waitFor(() => expect(screen.queryByTestId("filter-text")).toBeNull());
    fireEvent.click(screen.getByTestId("nav-decisions"));
    await waitFor(() => screen.getByTestId("nothing-passes"));
    fireEvent.click(screen.getByTestId("nav-map"));
    expect(screen.getByTestId("filter").textContent).toBe("0 of 4");
  });

  it("is not offered by a view that does not keep to it", async () => {
    await opened();
    fireEvent.click(screen.getByTestId("nav-history"));
    expect(screen.queryByTestId("filter")).toBeNull();
    await act(async () => void fireEvent.keyDown(document.body, { key: "F", ctrlKey: true, shiftKey: true }));
    expect(screen.queryByTestId("filter-text")).toBeNull();
  });
});
