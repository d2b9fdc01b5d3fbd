// @vitest-environment happy-dom
/* Where a card comes to lie on a canvas that lays nothing out itself. */
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { fakeHost } from "../api/fake.ts";
import { objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

describe("a card that is added to a free canvas", () => {
  it("lies on none that was added before it", async () => {
    const records = stored([objective("o1", "Full decks")]).map((it) =>
      it.type === "canvas" ? { ...it, record: { ...it.record, kind: "free" as const } } : it,
    );
    const session = new Session(fakeHost({ records }), "en");
    render(<App session={session} />);
    await waitFor(() => screen.getByTestId("canvas"));
    const placed = () => [...(session.snapshot().store?.state.portfolio.placements.values() ?? [])];
    const before = placed().length;
    for (let n = 1; n <= 3; n += 1) {
      fireEvent.click(screen.getByTestId("add-outcome"));
      await waitFor(() => expect(placed().length).toBe(before + n));
    }
    const cards = placed();
    for (const a of cards)
      for (const b of cards)
        if (a !== b)
          expect(
            Math.abs(a.x - b.x) >= 240 || Math.abs(a.y - b.y) >= 88,
            `${a.x},${a.y} on ${b.x},${b.y}`,
          ).toBe(true);
  });
});
