// @vitest-environment happy-dom
/* Frames in the window: kept by a key, listed, flown to by digits, put in order, named and taken away. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fakeHost } from "../../api/fake.ts";
import { contribution, initiative, objective, stored } from "../../model/fixture.ts";
import type { Lang } from "../../words/index.ts";
import { App } from "../App.tsx";
import { Session } from "../session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const RECORDS = stored(
  [initiative("i1", "Booking app"), objective("o1", "Full decks")],
  [contribution("c1", "i1", "o1")],
);
const FRAMES = ["Why", "Change", "Work"].map((title, i) => ({
  id: `f${i}`,
  title,
  x: i * 500,
  y: 0,
  width: 400,
  height: 300,
}));

async function opened(lang: Lang = "en") {
  const session = new Session(fakeHost({ records: RECORDS }), lang);
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas"));
  const store = session.snapshot().store;
  if (store === null) throw new Error("Nothing is open.");
  const frames = () => [...store.state.portfolio.canvases.values()][0]?.frames ?? [];
  const titles = () => frames().map((it) => it.title);
  const given = async () => {
    const canvas = [...store.state.portfolio.canvases.keys()][0] ?? "";
    await act(async () => void (await store.edit([{ type: "set_frames", canvas, frames: FRAMES }])));
    fireEvent.click(screen.getByTestId("frames"));
    await waitFor(() => expect(screen.getAllByTestId("frame-row")).toHaveLength(3));
  };
  return { store, frames, titles, given };
}

const rows = () => screen.getAllByTestId("frame-row");
const row = (at: number) => {
  const it = rows()[at];
  if (it === undefined) throw new Error(`There is no row ${at}.`);
  return it;
};
const naming = () =>
  waitFor(() => screen.getByLabelText(/Title of the frame|Titre du cadre/) as HTMLInputElement);
const said = () => document.querySelector(".frames [aria-live]")?.textContent;

describe("a frame", () => {
  it("is made of what is seen by a key, as one step, and shown in the list", async () => {
    const { frames, titles } = await opened();
    fireEvent.keyDown(document.body, { key: "F", shiftKey: true });
    fireEvent.keyDown(await naming(), { key: "Escape" });
    await waitFor(() => expect(titles()).toEqual(["Frame 1"]));
    expect(frames()[0]?.width).toBeGreaterThan(100);
    await waitFor(() => expect(row(0).textContent).toBe("1Frame 1"));
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(titles()).toEqual([]));
  });

  it("is named at once: letters and digits go to its name, and one undo takes both back", async () => {
    const { titles } = await opened();
    const surface = document.querySelector<HTMLElement>(".tl-canvas-surface");
    act(() => surface?.focus());
    fireEvent.keyDown(surface ?? document.body, { key: "F", shiftKey: true });
    const field = await naming();
    expect(document.activeElement).toBe(field);
    expect(titles()).toEqual([]);
    const overlay = screen.getByTestId("overlay").textContent;
    for (const key of ["o", "1"]) fireEvent.keyDown(field, { key });
    expect(screen.getByTestId("overlay").textContent).toBe(overlay);
    fireEvent.change(field, { target: { value: "Why we do it" } });
    fireEvent.keyDown(field, { key: "Enter" });
    await waitFor(() => expect(titles()).toEqual(["Why we do it"]));
    await waitFor(() => expect(document.activeElement).toBe(surface));
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(titles()).toEqual([]));
  });

  it("is kept under what was typed when its list goes meanwhile", async () => {
    const { titles } = await opened();
    fireEvent.keyDown(document.body, { key: "F", shiftKey: true });
    fireEvent.change(await naming(), { target: { value: "Half said" } });
    fireEvent.click(screen.getByTestId("nav-table"));
    await waitFor(() => expect(titles()).toEqual(["Half said"]));
  });

  it("is made of one selected element under its name", async () => {
    const { titles } = await opened("fr");
    const surface = document.querySelector<HTMLElement>(".tl-canvas-surface");
    act(() => surface?.focus());
    fireEvent.keyDown(surface ?? document.body, { key: " " });
    fireEvent.keyDown(surface ?? document.body, { key: "F", shiftKey: true });
    fireEvent.keyDown(await naming(), { key: "Enter" });
    await waitFor(() => expect(["Booking app", "Full decks"]).toContain(titles()[0]));
  });

  it("is flown to by its digit, also where the keyboard prints signs, and said", async () => {
    const { given } = await opened();
    await given();
    fireEvent.keyDown(document.body, { key: "2", code: "Digit2" });
    expect(said()).toBe("Frame 2: Change");
    fireEvent.keyDown(document.body, { key: '"', code: "Digit3" });
    expect(said()).toBe("Frame 3: Work");
  });

  it("leaves digits to whoever types", async () => {
    const { given } = await opened();
    await given();
    fireEvent.keyDown(document.body, { key: "f", ctrlKey: true });
    const field = await waitFor(() => screen.getByTestId("map-find"));
    fireEvent.keyDown(field, { key: "2", code: "Digit2" });
    expect(said()).toBe("");
  });
});

describe("the list of frames", () => {
  it("is put in order by Alt and arrows, each time as one step that keeps the keyboard on the frame", async () => {
    const { given, titles } = await opened();
    await given();
    fireEvent.keyDown(row(0), { key: "ArrowDown", altKey: true });
    await waitFor(() => expect(titles()).toEqual(["Change", "Why", "Work"]));
    expect(said()).toBe("“Why” is now 2 of 3");
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(titles()).toEqual(["Why", "Change", "Work"]));
  });

  it("is put in order by its grip", async () => {
    const { given, titles } = await opened();
    await given();
    const grip = document.querySelectorAll<HTMLElement>(".frame-grip")[0];
    if (grip === undefined) throw new Error("There is no grip.");
    grip.setPointerCapture = () => undefined;
    fireEvent.pointerDown(grip, { clientY: 10 });
    fireEvent.pointerMove(grip, { clientY: 80 });
    fireEvent.pointerUp(grip, { clientY: 80 });
    await waitFor(() => expect(titles()).toEqual(["Change", "Work", "Why"]));
  });

  it("names one by F2, and takes one away by Delete", async () => {
    const { given, titles } = await opened();
    await given();
    fireEvent.keyDown(row(1), { key: "F2" });
    const field = screen.getByLabelText("Title of the frame");
    fireEvent.change(field, { target: { value: "What changes" } });
    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.blur(field);
    await waitFor(() => expect(titles()).toEqual(["Why", "What changes", "Work"]));
    await waitFor(() => expect(row(0)).toBeTruthy());
    fireEvent.keyDown(row(0), { key: "Delete" });
    await waitFor(() => expect(titles()).toEqual(["What changes", "Work"]));
    const notice = await waitFor(() => screen.getByTestId("toast"));
    expect(notice.textContent).toContain("“Why” was removed");
    // Said once: the notice is read out by itself.
    expect(said()).toBe("");
    fireEvent.click(within(notice).getByText("Undo"));
    await waitFor(() => expect(titles()).toEqual(["Why", "What changes", "Work"]));
  });
});

describe("presenting from the window", () => {
  it("begins by F5, hides what is below from the keyboard and leaves by Escape with nothing moved", async () => {
    const { given, store } = await opened();
    await given();
    const revision = store.state.revision;
    fireEvent.keyDown(document.body, { key: "F5" });
    await waitFor(() => screen.getByTestId("presentation"));
    expect(document.querySelector(".frame")?.hasAttribute("inert")).toBe(true);
    expect(screen.getByTestId("present-said").textContent).toBe("Why. 1 of 3");
    fireEvent.keyDown(document.body, { key: "Backspace", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByTestId("presentation")).toBeNull());
    expect(store.state.revision).toBe(revision);
    await waitFor(() => expect(document.activeElement?.className).toContain("tl-canvas-surface"));
  });
});
