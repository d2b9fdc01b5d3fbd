import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../../bench/generate";
import { mapWords } from "../../../bench/words";
import { Space } from "../space";
import type { Stage } from "../stage";
import { Ahead } from "./ahead";
import { Far } from "./far";

const words = mapWords("en");
const zooms = [0.05, 0.1, 0.2, 0.36];

/** A stage of so many cards whose blocks are counted when they are put into words. */
function staged(count: number) {
  const space = new Space(generate(count, words));
  const named = vi.fn(words.group);
  const far = new Far(space, { ...words, group: named });
  return { stage: { space, far, least: 0.04, blocksBelow: 0.365 } as unknown as Stage, far, named };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.stubGlobal("window", globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("blocks of other zooms, worked out while nobody does anything", () => {
  it("leaves nothing to be put into words when somebody zooms later", () => {
    const { stage, far, named } = staged(2000);
    new Ahead(stage).renew();
    expect(named).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    named.mockClear();
    for (const zoom of zooms) for (const { names } of far.at(zoom).groups) names();
    expect(named).not.toHaveBeenCalled();
  });

  it("waits as long as pictures are drawn", () => {
    const { stage, named } = staged(2000);
    const ahead = new Ahead(stage);
    ahead.renew();
    for (let n = 0; n < 40; n += 1) {
      ahead.drawn(performance.now());
      vi.advanceTimersByTime(100);
    }
    expect(named).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(named).toHaveBeenCalled();
  });

  it("begins again with cards of another scene, and ends with the map", () => {
    const { stage, far, named } = staged(2000);
    const ahead = new Ahead(stage);
    ahead.renew();
    vi.advanceTimersByTime(60_000);
    far.reset();
    ahead.renew();
    named.mockClear();
    vi.advanceTimersByTime(60_000);
    expect(named).toHaveBeenCalled();
    far.reset();
    ahead.renew();
    ahead.destroy();
    named.mockClear();
    vi.advanceTimersByTime(60_000);
    expect(named).not.toHaveBeenCalled();
  });

  it("leaves a small map alone", () => {
    const { stage, named } = staged(300);
    new Ahead(stage).renew();
    vi.advanceTimersByTime(60_000);
    expect(named).not.toHaveBeenCalled();
  });
});
