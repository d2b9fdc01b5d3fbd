// @vitest-environment happy-dom
/* Whoever adds faster than the host answers gets each element at a place of its own. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Edit } from "../api/index.ts";
import type { CanvasHandle, CardKind, Point } from "../canvas/index.ts";
import { CARD_H, CARD_W } from "../canvas/measures.ts";
import { Selection } from "../model/selection.ts";
import { Store } from "../model/store.ts";
import type { Desk } from "../panels/desk.tsx";
import { wordsOf } from "../words/index.ts";
import { mapVerbs } from "./mapVerbs.ts";
import { furnish, opened } from "./reach/fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const add = () => act(async () => void fireEvent.click(screen.getByTestId("add-outcome")));

it("elements added to a free canvas before the first answer came lie beside each other", async () => {
  const { host, portfolio } = await opened("free");
  const edit = host.edit.bind(host);
  const waiting: (() => void)[] = [];
  vi.spyOn(host, "edit").mockImplementation(async (...asked) => {
    await new Promise<void>((go) => waiting.push(go));
    return edit(...asked);
  });
  const before = portfolio().placements.size;
  for (let n = 0; n < 3; n += 1) await add();
  while (waiting.length > 0 || portfolio().placements.size < before + 3) {
    await act(async () => {
      waiting.shift()?.();
      await new Promise((done) => setTimeout(done, 5));
    });
  }
  const placed = [...portfolio().placements.values()];
  for (const a of placed)
    for (const b of placed)
      if (a !== b) expect(Math.abs(a.x - b.x) >= CARD_W || Math.abs(a.y - b.y) >= CARD_H).toBe(true);
});

it("a place that was refused is free again", async () => {
  const { host, portfolio } = await opened("free");
  const refused = vi.spyOn(host, "edit").mockRejectedValueOnce(new Error("no"));
  await add();
  refused.mockRestore();
  const spots: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    await add();
    await waitFor(() => expect(portfolio().elements.size).toBeGreaterThan(13 + n));
    const last = [...portfolio().placements.values()].at(-1);
    spots.push(`${last?.x} ${last?.y}`);
  }
  cleanup();
  const again = await opened("free");
  await add();
  await waitFor(() => expect(again.portfolio().elements.size).toBeGreaterThan(13));
  const first = [...again.portfolio().placements.values()].at(-1);
  expect(spots[0]).toBe(`${first?.x} ${first?.y}`);
  expect(spots[1]).not.toBe(spots[0]);
});

it("a place is free again when its element was taken back", async () => {
  const { host, portfolio } = await opened("free");
  const store = new Store(host, await host.view());
  const asked: number[] = [];
  const engine = {
    around: () => null,
    roomFor: (kind: CardKind, promised: readonly Point[]) => {
      asked.push(promised.length);
      return { kind, x: 0, y: 0, w: 1, h: 1 };
    },
  } as unknown as CanvasHandle;
  const desk = { store, edit: (...edits: Edit[]) => store.edit(edits) } as unknown as Desk;
  const verbs = mapVerbs({
    selection: new Selection(),
    words: wordsOf("en"),
    canvas: [...portfolio().canvases.keys()][0] ?? "",
    awaited: { fresh: null, newcomers: [] },
    engine: () => engine,
    acts: () => ({ desk, onLinked: () => undefined, onAnnounce: () => undefined }),
  });
  for (let n = 0; n < 3; n += 1) {
    await verbs.add("outcome", verbs.roomFor("outcome"), null);
    await store.undo();
  }
  expect(asked).toEqual([0, 0, 0]);
});
