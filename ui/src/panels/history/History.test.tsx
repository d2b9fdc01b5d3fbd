// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Label, Moment } from "../../api/bindings.ts";
import { objective } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import { History } from "./History.tsx";

afterEach(cleanup);

const moment = (seq: number, more: Partial<Moment> = {}): Moment => ({
  seq,
  at: `2026-10-0${(seq % 9) + 1}T09:30:00Z`,
  label: {
    verb: "rename",
    kind: "objective",
    title: `Step ${seq}`,
    count: 1,
    origin: { from: "typed" },
    field: null,
  },
  undone: false,
  ...more,
});
const words = (label: Label) => `rename ${label.title}`;

describe("the history", () => {
  it("tells what was done and how it came", async () => {
    const fixed = moment(2, {
      label: { ...moment(2).label, origin: { from: "fixed", rule: "V101" } },
    });
    const load = async () => [fixed, moment(1, { undone: true })];
    await bench(
      { elements: [objective("o1", "Full decks")] },
      <History load={load} stepWords={words} onLook={() => undefined} onTakeBack={() => undefined} />,
    );
    expect(await screen.findByText("Rename Step 2")).toBeTruthy();
    expect(screen.getByText("fix offered by rule V101")).toBeTruthy();
    expect(screen.getByText("taken back")).toBeTruthy();
  });

  it("lets a past state be looked at, but not one that was taken back", async () => {
    const looked: number[] = [];
    const load = async () => [moment(2, { undone: true }), moment(1)];
    await bench(
      { elements: [] },
      <History
        load={load}
        stepWords={words}
        onLook={({ seq }) => looked.push(seq)}
        onTakeBack={() => undefined}
      />,
    );
    fireEvent.click(await screen.findByTestId("look-1"));
    expect(looked).toEqual([1]);
    expect(screen.queryByTestId("look-2")).toBeNull();
  });

  it("takes back all steps after one, counting those that were taken back already as none", async () => {
    const back: number[] = [];
    const load = async () => [moment(4), moment(3, { undone: true }), moment(2), moment(1)];
    await bench(
      { elements: [] },
      <History
        load={load}
        stepWords={words}
        onLook={() => undefined}
        onTakeBack={(count) => back.push(count)}
      />,
    );
    expect((await screen.findByTestId("back-1")).textContent).toBe("Undo the 2 steps after it");
    fireEvent.click(screen.getByTestId("back-1"));
    fireEvent.click(screen.getByTestId("back-2"));
    expect(back).toEqual([2, 1]);
    expect(screen.queryByTestId("back-4")).toBeNull();
  });

  it("loads earlier steps on demand, from the oldest that is shown", async () => {
    const asked: (number | null)[] = [];
    const load = async (before: number | null) => {
      asked.push(before);
      return before === null ? Array.from({ length: 200 }, (_, at) => moment(300 - at)) : [moment(100)];
    };
    await bench(
      { elements: [] },
      <History load={load} stepWords={words} onLook={() => undefined} onTakeBack={() => undefined} />,
    );
    fireEvent.click(await screen.findByText("Show earlier steps"));
    expect(await screen.findByText("Rename Step 100")).toBeTruthy();
    expect(asked).toEqual([null, 101]);
    await waitFor(() => expect(screen.queryByText("Show earlier steps")).toBeNull());
  });

  it("keeps the order of the steps where a clock was set back, and shows none of them twice", async () => {
    const wrong = vi.spyOn(console, "error");
    const days = ["02", "01", "02"];
    const load = async () => days.map((day, at) => moment(9 - at, { at: `2026-10-${day}T09:30:00Z` }));
    await bench(
      { elements: [] },
      <History load={load} stepWords={words} onLook={() => undefined} onTakeBack={() => undefined} />,
    );
    await screen.findByText("Rename Step 9");
    expect(screen.getAllByRole("heading", { level: 2 }).map((it) => it.textContent)).toEqual([
      "Friday, 2 October 2026",
      "Thursday, 1 October 2026",
      "Friday, 2 October 2026",
    ]);
    expect(wrong).not.toHaveBeenCalled();
  });

  it("says that nothing was done yet", async () => {
    await bench(
      { elements: [] },
      <History
        load={async () => []}
        stepWords={words}
        onLook={() => undefined}
        onTakeBack={() => undefined}
      />,
    );
    expect(await screen.findByText("Nothing was done yet")).toBeTruthy();
  });
});
