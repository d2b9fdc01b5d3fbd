// @vitest-environment happy-dom
/* The colours of a drawing where the system gives its own few: those that the page has, and none of ours. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { heatShare } from "./kinds/capabilityDraw";
import { readTheme, themeNamed } from "./theme";

/** What a page under forced colours answers for the system's words, black as night. */
const NIGHT: Readonly<Record<string, string>> = {
  Canvas: "rgb(0, 0, 0)",
  CanvasText: "rgb(255, 255, 255)",
  GrayText: "rgb(63, 242, 63)",
  Highlight: "rgb(26, 235, 255)",
};
let forced = true;

beforeEach(() => {
  document.documentElement.style.setProperty("--paper", "#f6f5f1");
  vi.spyOn(window, "matchMedia").mockImplementation(
    (query) => ({ matches: forced && query.includes("forced-colors") }) as MediaQueryList,
  );
  // This page knows no words for the system's colours: what is written stands as it was written.
  const make = document.createElement.bind(document);
  vi.spyOn(document, "createElement").mockImplementation((tag: string) => {
    const made = make(tag);
    if (tag === "i") Object.defineProperty(made, "style", { value: { color: "" } });
    return made;
  });
  const real = window.getComputedStyle.bind(window);
  vi.spyOn(window, "getComputedStyle").mockImplementation((it) => {
    const css = real(it);
    return new Proxy(css, {
      get: (of, name) => {
        const value = Reflect.get(of, name);
        if (name === "color" && it instanceof HTMLElement) return NIGHT[it.style.color] ?? value;
        return typeof value === "function" ? value.bind(of) : value;
      },
    });
  });
});
afterEach(() => {
  forced = true;
  document.documentElement.removeAttribute("style");
  vi.restoreAllMocks();
});

function colours(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(colours) : [];
}

it("are the page's own, resolved, because a drawing by itself would take those of another scheme", () => {
  const { font: _, unit: _unit, ...theme } = readTheme(document.body);
  const allowed = new Set([...Object.values(NIGHT), "transparent"]);
  expect(colours(theme).filter((it) => !allowed.has(it))).toEqual([]);
  expect([theme.paper, theme.ink1, theme.thread]).toEqual([NIGHT.Canvas, NIGHT.CanvasText, NIGHT.Highlight]);
  expect(document.body.children).toHaveLength(0);
});

it("hold for a picture of any theme as well, and end with the wish", () => {
  expect(themeNamed(document.body, "light").paper).toBe(NIGHT.Canvas);
  forced = false;
  const plain = readTheme(document.documentElement);
  expect([plain.forced, plain.paper]).toEqual([false, "#f6f5f1"]);
});

it("leave text on a heat that it can be read on", () => {
  const theme = readTheme(document.body);
  expect(heatShare(theme, 4)).toBeLessThan(0.35);
  expect(heatShare({ ...theme, forced: false }, 4)).toBeGreaterThan(0.5);
});
