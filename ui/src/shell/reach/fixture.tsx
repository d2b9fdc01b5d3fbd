/*
 * What the tests of reaching a canvas stand on: a small portfolio on a canvas of any kind in the whole window, a keyboard
 * that knows Tab, and what a screen reader is told, as text. Sizes and a surface to draw on are invented: this page has
 * neither.
 */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, vi } from "vitest";
import { type FakeHost, fakeHost } from "../../api/fake.ts";
import { newElement } from "../../api/fakeRecords.ts";
import type { CanvasKind, Element, Record as Stored } from "../../api/index.ts";
import {
  contribution,
  decision,
  driver,
  indicator,
  initiative,
  objective,
  priority,
  reading,
  stored,
} from "../../model/fixture.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import type { Lang } from "../../words/index.ts";
import { App } from "../App.tsx";
import { Session } from "../session.ts";

const SIZE = { width: 1200, height: 760 };

/** Gives the page a size, a surface that takes every stroke, and a person who wants no motion unless told otherwise. */
export function furnish(calm = true, forced = false): void {
  const box = { x: 0, y: 0, left: 0, top: 0, ...SIZE, right: SIZE.width, bottom: SIZE.height };
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ ...box, toJSON: () => box });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(() => surface());
  vi.spyOn(window, "matchMedia").mockImplementation((query: string) => {
    const list = new EventTarget() as MediaQueryList;
    const matches =
      (query.includes("prefers-reduced-motion") && calm) || (query.includes("forced-colors") && forced);
    return Object.assign(list, { media: query, matches });
  });
  vi.stubGlobal("Path2D", class {});
  Object.defineProperty(document, "fonts", {
    configurable: true,
    value: { load: async () => [], ready: Promise.resolve() },
  });
}

function surface(): RenderingContext {
  const kept = new Map<PropertyKey, unknown>();
  const target = { measureText: (text: string) => ({ width: text.length * 6.5 }) };
  return new Proxy(target, {
    get: (it, name) => kept.get(name) ?? Reflect.get(it, name) ?? (() => undefined),
    set: (_, name, value) => {
      kept.set(name, value);
      return true;
    },
  }) as unknown as RenderingContext;
}

const known = <T,>(value: T) => ({ known: value });
const with_ = (it: Element, more: object): Element => ({ ...it, ...more }) as Element;

/** From a driver to a system, with one initiative that serves nothing. */
export const ELEMENTS: readonly Element[] = [
  driver("d", "Boats sail half empty"),
  priority("p", "Fill the winter"),
  with_(objective("o", "Full decks in winter"), { perspective: known("customer") }),
  with_(objective("q", "Calm boats in summer"), { perspective: known("financial") }),
  newElement("b", "outcome", "Islanders book ahead"),
  newElement("a", "change", "Crews print no tickets"),
  with_(newElement("c", "capability", "Ticketing"), {
    importance: known(4),
    maturity_now: known(2),
    maturity_target: known(4),
  }),
  newElement("e", "capability", "Online sales"),
  initiative("i", "Booking app", {
    start: known("2026-03-02"),
    end: known("2026-12-18"),
    state: known("active"),
    percent_complete: known(60),
  }),
  initiative("j", "Pier repair", { start: known("2026-06-01"), end: known("2027-03-31") }),
  newElement("s", "system", "Reservations"),
  indicator("k", "Load factor", { baseline: known(40), target: known(80), target_on: known("2027-12-31") }),
  decision("x", "Stop paper tickets", { decided_on: known("2026-05-05") }),
];

const LINKS = [
  contribution("po", "o", "p"),
  contribution("ob", "b", "o"),
  contribution("ba", "a", "b"),
  contribution("ac", "c", "a"),
  contribution("ci", "i", "c"),
  contribution("io", "i", "o"),
  { id: "ec", from: "e", to: "c", kind: "part_of" as const },
  { id: "ko", from: "k", to: "o", kind: "measures" as const },
];

export const FRAMES = ["Why", "Work"].map((title, n) => ({
  id: `f${n}`,
  title,
  x: n * 300,
  y: 0,
  width: 400,
  height: 300,
}));

export function recordsOf(kind: CanvasKind, more: readonly Stored[] = []): Stored[] {
  const base = stored(ELEMENTS, LINKS).map(
    (it): Stored => (it.type === "canvas" ? { ...it, record: { ...it.record, title: "", kind } } : it),
  );
  const placed = ["o", "i", "j"].map((element, n): Stored => {
    const record = {
      id: `map.${element}`,
      canvas: "map",
      element,
      x: 40 + n * 300,
      y: 40,
      pinned: true,
      locked: false,
    };
    return { type: "placement", record };
  });
  return [
    ...base,
    ...(kind === "free" ? placed : []),
    { type: "reading", record: reading("r1", "k", "2026-06-30", 48) },
    ...more,
  ];
}

export interface Opened {
  readonly host: FakeHost;
  readonly surface: HTMLElement;
  portfolio(): Portfolio;
  undoable(): boolean;
}

/** The window on a canvas of a kind, as it is after the start: nothing has the keyboard. */
export async function opened(
  kind: CanvasKind,
  { lang = "en" as Lang, more = [] as readonly Stored[] } = {},
): Promise<Opened> {
  const host = fakeHost({ records: recordsOf(kind, more) });
  const session = new Session(host, lang);
  render(<App session={session} />);
  const surface = await waitFor(() => {
    const found = document.querySelector<HTMLElement>(".tl-canvas-surface");
    if (found === null) throw new Error("There is no canvas.");
    return found;
  });
  const state = () => {
    const { store } = session.snapshot();
    if (store === null) throw new Error("Nothing is open.");
    return store.state;
  };
  return {
    host,
    surface,
    portfolio: () => state().portfolio,
    undoable: () => state().steps.undo !== null,
  };
}

const TABBABLE = "a[href], button, input, textarea, select, [tabindex]";

/** Every place where Tab stops, in its order. */
export function stops(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (it) =>
      it.tabIndex >= 0 &&
      !it.matches(":disabled") &&
      it.closest("[hidden], [inert], [aria-hidden=true]") === null,
  );
}

/** Presses Tab until something has the keyboard; fails when it is no stop. */
export async function tabTo(found: (it: HTMLElement) => boolean): Promise<HTMLElement> {
  const all = stops();
  const from = all.indexOf(document.activeElement as HTMLElement);
  for (let n = 1; n <= all.length; n += 1) {
    const next = all[(from + n) % all.length];
    if (next === undefined || !found(next)) continue;
    await act(async () => next.focus());
    return next;
  }
  throw new Error(
    `Tab never comes there; it comes to ${all.map((it) => it.getAttribute("aria-label") ?? it.textContent)}`,
  );
}

/** A press by its name, “Ctrl+Shift+ArrowLeft”, on what has the keyboard. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const written of keys) {
    const parts = written === "+" ? ["+"] : written.split("+");
    const key = parts.at(-1) ?? "";
    const has = (name: string) => parts.slice(0, -1).includes(name);
    const shiftKey = has("Shift");
    const init = {
      key: key === "Space" ? " " : key,
      code: /^[0-9]$/.test(key) ? `Digit${key}` : "",
      shiftKey,
      altKey: has("Alt"),
      ctrlKey: has("Ctrl"),
    };
    await act(async () => {
      const on = document.activeElement ?? document.body;
      fireEvent.keyDown(on, init);
      // A browser presses the button that has the keyboard.
      if (!(on instanceof HTMLButtonElement) || (key !== "Enter" && key !== "Space")) return;
      if ("reactAriaPressable" in on.dataset) fireEvent.keyUp(on, init);
      else fireEvent.click(on);
    });
    await act(async () => {
      if (shiftKey) fireEvent.keyUp(document.activeElement ?? document.body, { key: "Shift" });
    });
  }
}

/** What a screen reader is at on the canvas. */
export function at(): string {
  const surface = document.querySelector(".tl-canvas-surface");
  const id = surface?.getAttribute("aria-activedescendant") ?? "";
  return document.getElementById(id)?.textContent ?? "";
}

/** Whether what the keyboard is at is selected, and how many of what is told are. */
export function selected(): string[] {
  return [...document.querySelectorAll(".tl-canvas-surface [aria-selected=true]")].map(
    (it) => it.textContent ?? "",
  );
}

/** What was said politely last. */
export function said(): string {
  return [...document.querySelectorAll("[aria-live]")].map((it) => it.textContent?.trim() ?? "").join(" | ");
}

/** Waits until something was said. */
export async function hear(text: string | RegExp): Promise<void> {
  await waitFor(() => expect(said()).toMatch(text));
}

/** Walks with a key until the canvas says so; fails after so many steps. */
export async function walk(key: string, to: string, most = 12): Promise<void> {
  for (let n = 0; n < most && !at().includes(to); n += 1) await press(key);
  expect(at()).toContain(to);
}

/** Looks for a card by its title with the keyboard; it is what the keyboard is at then, and nothing is selected. */
export async function seek(title: string): Promise<void> {
  await press("Ctrl+f");
  const field = await waitFor(() => screen.getByTestId("map-find"));
  fireEvent.change(field, { target: { value: title } });
  await press("Escape");
  await waitFor(() => expect(at()).toContain(title));
  await press("Escape");
}

/** The field in which a title is edited where it stands; waits for it. */
export function titleField(): Promise<HTMLTextAreaElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLTextAreaElement>(".tl-canvas-title");
    if (found === null) throw new Error("No title is asked for.");
    return found;
  });
}

export function titles({ elements }: Portfolio): string[] {
  return [...elements.values()].map((it) => it.title);
}

/** Goes to the first frame by its digit, names it in the list, comes back to the canvas and closes the list, by keys alone. */
export async function nameFirstFrame(portfolio: () => Portfolio, was: string, to: string): Promise<void> {
  const frames = () => (portfolio().canvases.get("map")?.frames ?? []).map((it) => it.title);
  // Its name is asked for at once; Escape leaves it the one it has.
  await waitFor(() => expect((document.activeElement as HTMLInputElement).value).toBe(was));
  await press("Escape");
  await waitFor(() => expect(frames()).toEqual([was]));
  await press("1");
  await hear(`Frame 1: ${was}`);
  await tabTo((it) => it.dataset.testid === "frame-row");
  await press("F2");
  const name = document.activeElement as HTMLInputElement;
  fireEvent.change(name, { target: { value: to } });
  await press("Enter");
  await act(async () => name.blur());
  await waitFor(() => expect(frames()).toEqual([to]));
  await press("F6");
}
