// @vitest-environment happy-dom
/*
 * What a screen reader is told of each kind of canvas, kept as text beside this file. A change shows here as a difference:
 * when it was meant, `npx vitest run src/shell/reach/tree -u` keeps the new one.
 */
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CANVAS_KINDS } from "../../model/canvases.ts";
import { furnish, opened, press, tabTo } from "./fixture.tsx";
import { treeOf } from "./tree.ts";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each(CANVAS_KINDS)("a %s is told as it was kept", async (kind) => {
  const { surface } = await opened(kind);
  const place = surface.closest("section");
  if (place === null) throw new Error("The canvas stands in no section.");
  const [untouched, chosen] = [
    treeOf(place),
    await (async () => {
      await tabTo((it) => it === surface);
      await press("Space");
      return treeOf(place);
    })(),
  ];
  const text = [
    "As it opens",
    ...untouched,
    "",
    "With the keyboard on it, and Space pressed",
    ...chosen,
    "",
  ].join("\n");
  await expect(text.replaceAll("\u00a0", " ")).toMatchFileSnapshot(`trees/${kind}.txt`);
});
