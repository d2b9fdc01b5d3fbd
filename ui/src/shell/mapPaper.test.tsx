// @vitest-environment happy-dom
/* Notes, locks and the clipboard on the map, each by key: what is done is one step, and nothing typed is lost. */
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fakeHost } from "../api/fake.ts";
import { contribution, initiative, objective, stored } from "../model/fixture.ts";
import type { Lang } from "../words/index.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const RECORDS = stored(
  [initiative("i1", "Booking app"), objective("o1", "Full decks")],
  [contribution("c1", "i1", "o1")],
);

async function opened(lang: Lang = "en") {
  const host = fakeHost({ records: RECORDS });
  const session = new Session(host, lang);
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas"));
  const surface = document.querySelector<HTMLElement>(".tl-canvas-surface");
  if (surface === null) throw new Error("There is no map.");
  act(() => surface.focus());
  const portfolio = () => {
    const { store } = session.snapshot();
    if (store === null) throw new Error("Nothing is open.");
    return store.state.portfolio;
  };
  return { host, session, surface, portfolio };
}

const field = () => screen.getByTestId("note-text") as HTMLTextAreaElement;

async function written(surface: HTMLElement, text: string) {
  fireEvent.keyDown(surface, { key: "n" });
  fireEvent.input(field(), { target: { value: text } });
  fireEvent.keyDown(field(), { key: "Escape" });
  await waitFor(() => expect(document.activeElement).toBe(surface));
}

function clipboardEvent(kind: string, text = "") {
  const kept = new Map([["text/plain", text]]);
  const event = new Event(kind, { bubbles: true, cancelable: true });
  const clipboardData = {
    getData: (type: string) => kept.get(type) ?? "",
    setData: (type: string, said: string) => kept.set(type, said),
  };
  Object.defineProperty(event, "clipboardData", { value: clipboardData });
  return { event, kept };
}

describe("a note", () => {
  it("is written by key, lies on the map and goes with one undo", async () => {
    const { surface, portfolio } = await opened();
    await written(surface, "Ask Ann\nbefore May");
    await waitFor(() => expect(portfolio().notes.size).toBe(1));
    expect([...portfolio().notes.values()][0]?.text).toBe("Ask Ann\nbefore May");
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(portfolio().notes.size).toBe(0));
  });

  it("that nobody wrote anything on is none", async () => {
    const { surface, portfolio } = await opened();
    await written(surface, "  \n ");
    expect(portfolio().notes.size).toBe(0);
  });

  it("on the one card that is selected is a comment", async () => {
    const { surface, portfolio, session } = await opened();
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: " " });
    await waitFor(() => expect(document.querySelector("[aria-selected=true]")).not.toBeNull());
    await written(surface, "Really?");
    await waitFor(() => expect(portfolio().notes.size).toBe(1));
    const about = [...portfolio().notes.values()][0]?.about ?? "";
    expect(portfolio().elements.has(about)).toBe(true);
    expect(session.snapshot().store?.state.steps.undo).not.toBeNull();
  });

  it("grows upwards as a comment, never over the card that it is about", async () => {
    const top = async (text: string) => {
      const { surface, portfolio } = await opened();
      act(() => surface.focus());
      fireEvent.keyDown(surface, { key: " " });
      await waitFor(() => expect(document.querySelector("[aria-selected=true]")).not.toBeNull());
      await written(surface, text);
      await waitFor(() => expect(portfolio().notes.size).toBe(1));
      cleanup();
      return [...portfolio().notes.values()][0]?.y ?? 0;
    };
    const short = await top("Really?");
    expect(await top("Really?\nWhen?\nBy whom?")).toBeLessThan(short);
  });

  it("becomes an element in one step: its first line the title, the rest what describes it", async () => {
    const { surface, portfolio } = await opened();
    await written(surface, "Night boat\nTwo crews, one ship");
    await waitFor(() => expect(portfolio().notes.size).toBe(1));
    fireEvent.keyDown(surface, { key: "b" });
    fireEvent.click(screen.getByTestId("become-initiative"));
    await waitFor(() => expect(portfolio().elements.size).toBe(3));
    expect(portfolio().notes.size).toBe(0);
    const made = [...portfolio().elements.values()].find((it) => it.title === "Night boat");
    expect([made?.kind, made?.description]).toEqual(["initiative", "Two crews, one ship"]);
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(portfolio().elements.size).toBe(2));
    expect(portfolio().notes.size).toBe(1);
  });

  it("is moved by arrows, and not while it is locked, which is said in French too", async () => {
    const { surface, portfolio } = await opened("fr");
    await written(surface, "Demander à Anne");
    await waitFor(() => expect(portfolio().notes.size).toBe(1));
    const first = () => [...portfolio().notes.values()][0];
    const x = first()?.x ?? 0;
    await waitFor(() => expect(screen.getByTestId(`note-${first()?.id}`)).not.toBeNull());
    fireEvent.keyDown(surface, { key: "ArrowRight", shiftKey: true });
    fireEvent.keyUp(surface, { key: "Shift" });
    await waitFor(() => expect(first()?.x).toBe(x + 8));
    fireEvent.keyDown(surface, { key: "L", ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(first()?.locked).toBe(true));
    fireEvent.keyDown(surface, { key: "ArrowRight", shiftKey: true });
    fireEvent.keyUp(surface, { key: "Shift" });
    fireEvent.keyDown(surface, { key: "Delete" });
    await waitFor(() => expect(document.body.textContent).toContain("Verrouillé"));
    expect(first()?.x).toBe(x + 8);
  });

  it("taken away elsewhere while somebody writes leaves their words in a note of their own", async () => {
    const { surface, portfolio, host, session } = await opened();
    await written(surface, "Ask Ann");
    await waitFor(() => expect(portfolio().notes.size).toBe(1));
    const id = [...portfolio().notes.keys()][0] ?? "";
    await waitFor(() => screen.getByTestId(`note-${id}`));
    fireEvent.keyDown(surface, { key: "Enter" });
    fireEvent.input(field(), { target: { value: "Ask Ann, and soon" } });
    const store = session.snapshot().store;
    if (store === null) throw new Error("Nothing is open.");
    await act(
      async () =>
        void (await host
          .edit(store.session, [{ type: "remove_notes", notes: [id] }], { from: "typed" })
          .then((changed) => store.take(changed))),
    );
    await waitFor(() =>
      expect([...portfolio().notes.values()].map((it) => it.text)).toEqual(["Ask Ann, and soon"]),
    );
    expect(screen.queryByTestId("note-text")).toBeNull();
  });
});

describe("the clipboard", () => {
  it("copies cards as titles for others and as copies with their links for this map", async () => {
    const { surface, portfolio } = await opened();
    fireEvent.keyDown(surface, { key: "a", ctrlKey: true });
    const { event, kept } = clipboardEvent("copy");
    act(() => void document.dispatchEvent(event));
    expect(kept.get("text/plain")?.split("\n").sort()).toEqual(["Booking app", "Full decks"]);
    const paste = clipboardEvent("paste", kept.get("text/plain"));
    act(() => void document.dispatchEvent(paste.event));
    await waitFor(() => expect(portfolio().elements.size).toBe(4));
    expect(portfolio().links.size).toBe(2);
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(portfolio().elements.size).toBe(2));
  });

  it("makes notes of a text and says what was too much", async () => {
    const { portfolio } = await opened();
    const lines = Array.from({ length: 50_000 }, (_, i) => `Line ${i}`).join("\n");
    act(() => void document.dispatchEvent(clipboardEvent("paste", lines).event));
    await waitFor(() => expect(portfolio().notes.size).toBe(200));
    await waitFor(() => expect(document.body.textContent).toContain("49,800 more lines were left out"));
  });

  it("leaves what somebody pastes into a field to that field", async () => {
    const { surface, portfolio } = await opened();
    fireEvent.keyDown(surface, { key: "n" });
    act(() => void field().dispatchEvent(clipboardEvent("paste", "Pier\nBoat").event));
    expect(portfolio().notes.size).toBe(0);
  });
});

describe("a free canvas", () => {
  it("shows what is added to it, lets a card go by key and keeps the element", async () => {
    const canvas = { id: "map", title: "", kind: "free", frames: [] } as const;
    const records = [
      ...RECORDS.filter((it) => it.type !== "canvas"),
      { type: "canvas" as const, record: { ...canvas, frames: [] } },
    ];
    const session = new Session(fakeHost({ records: records.filter((it) => it.type !== "placement") }), "en");
    render(<App session={session} />);
    await waitFor(() => screen.getByTestId("canvas"));
    const portfolio = () => session.snapshot().store?.state.portfolio;
    fireEvent.click(screen.getByTestId("add-outcome"));
    await waitFor(() => expect(portfolio()?.elements.size).toBe(3));
    expect(portfolio()?.placements.size).toBe(1);
    const title = await waitFor(() => {
      const found = document.querySelector<HTMLTextAreaElement>(".tl-canvas-title");
      if (found === null) throw new Error("The title is not open.");
      return found;
    });
    fireEvent.keyDown(title, { key: "Enter" });
    const surface = document.querySelector<HTMLElement>(".tl-canvas-surface");
    if (surface === null) throw new Error("There is no map.");
    act(() => surface.focus());
    fireEvent.keyDown(surface, { key: "Delete" });
    await waitFor(() => expect(portfolio()?.placements.size).toBe(0));
    expect(portfolio()?.elements.size).toBe(3);
  });
});
