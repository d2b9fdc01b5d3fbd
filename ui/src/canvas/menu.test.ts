// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Menu } from "./menu";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** How high each rule of a sheet of styles lies, by its selector. */
function heights(css: string): Map<string, number> {
  const rules = css.replaceAll(/\/\*.*?\*\//gsu, "").matchAll(/([^{}]+)\{([^{}]*)\}/gu);
  return new Map(
    [...rules].flatMap(([, selector = "", body = ""]) => {
      const height = /z-index:\s*(-?\d+)/u.exec(body)?.[1];
      return height === undefined ? [] : [[selector.trim(), Number(height)] as const];
    }),
  );
}

describe("what is asked for a moment", () => {
  it("lies_over_the_tools_that_always_stand_there", () => {
    const src = join(import.meta.dirname, "..");
    const names = readdirSync(src, { recursive: true, encoding: "utf8" });
    const sheets = names.filter((name) => /^(?:canvas|shell)\b.*\.css$/u.test(name));
    const moment = [".tl-canvas-menu", ".tl-chart-tip"];
    const all = sheets.flatMap((name) => [...heights(readFileSync(join(src, name), "utf8"))]);
    const tools = all.filter(([name]) => /^\.(?:map|tl-canvas|frames|matrix)-/u.test(name));
    const highest = Math.max(0, ...tools.flatMap(([name, z]) => (moment.includes(name) ? [] : [z])));
    for (const name of moment) expect(new Map(all).get(name), name).toBeGreaterThan(highest);
  });

  it("stays_whole_in_the_window_also_where_its_entries_take_two_lines", () => {
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(120);
    const menu = new Menu(document.body, { size: { w: 800, h: 600 } }, () => undefined);
    const choice = { label: "Two lines of words, one below the other", testid: "a", act: () => undefined };
    menu.open("Kinds", "kinds", [choice, choice], { x: 100, y: 590 });
    const top = Number.parseFloat(document.querySelector<HTMLElement>(".tl-canvas-menu")?.style.top ?? "");
    expect(top + 120).toBeLessThanOrEqual(600);
    expect(top).toBeGreaterThan(400);
  });
});
