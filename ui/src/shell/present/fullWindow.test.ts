// @vitest-environment happy-dom
/* The screen for a presentation: taken, told when the system takes it back, and given back as it was. */
import { expect, it, vi } from "vitest";
import { takeScreen } from "./fullWindow.ts";

/** A window that fills the screen or does not; one whose system grants none stays as it is. */
function windowThat(fills: boolean, grants = true) {
  let full = fills;
  const asked: (boolean | null)[] = [];
  return {
    asked,
    isFull: () => full,
    set: (now: boolean) => {
      full = now;
      window.dispatchEvent(new Event("resize"));
    },
    fillScreen: async (wanted: boolean | null) => {
      asked.push(wanted);
      const was = full;
      if (grants) full = wanted ?? was;
      return was;
    },
  };
}

const soon = () => new Promise((done) => setTimeout(done, 0));

it("is taken, and given back when the presentation is left", async () => {
  const host = windowThat(false);
  const giveBack = takeScreen(host, () => undefined);
  await soon();
  expect(host.isFull()).toBe(true);
  giveBack();
  await soon();
  expect(host.isFull()).toBe(false);
});

it("stays full where it was full before", async () => {
  const host = windowThat(true);
  const giveBack = takeScreen(host, () => undefined);
  await soon();
  giveBack();
  await soon();
  expect(host.isFull()).toBe(true);
});

it("ends the presentation when the person takes it back by the system's own key, and not while it still grows", async () => {
  const host = windowThat(false, false);
  const left = vi.fn();
  const giveBack = takeScreen(host, left);
  await soon();
  host.set(false);
  await soon();
  expect(left).not.toHaveBeenCalled();
  host.set(true);
  await soon();
  host.set(false);
  await soon();
  expect(left).toHaveBeenCalledOnce();
  giveBack();
});

it("is given back although the presentation was left before the system answered", async () => {
  const host = windowThat(false);
  takeScreen(host, () => undefined)();
  await soon();
  expect(host.asked).toEqual([true, false]);
  expect(host.isFull()).toBe(false);
});

it("is done without where the system refuses", async () => {
  const left = vi.fn();
  const giveBack = takeScreen({ fillScreen: () => Promise.reject(new Error("no")) }, left);
  window.dispatchEvent(new Event("resize"));
  await soon();
  giveBack();
  await soon();
  expect(left).not.toHaveBeenCalled();
});
