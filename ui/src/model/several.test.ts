/* Mirrors in several windows on one portfolio: whatever the order in which changes and answers arrive, they agree. */
import { describe, expect, it, vi } from "vitest";
import type { Changed, Edit, View } from "../api/bindings.ts";
import { type FakeHost, fakeHost } from "../api/fake.ts";
import { contribution, initiative, objective, stored } from "./fixture.ts";
import { type Port, Store } from "./store.ts";

const RECORDS = stored(
  [initiative("i1", "One app"), objective("o1", "Full decks")],
  [contribution("l1", "i1", "o1")],
);

const rename = (title: string): Edit[] => [{ type: "set_title", title }];

/** A promise that is kept by hand. */
function held<T>() {
  let keep: (value: T) => void = () => undefined;
  let refuse: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    refuse = reject;
  });
  return { promise, keep, refuse };
}

/** Two windows; what the second does reaches the first only when it is let through. */
async function twoWindows(port: Partial<Port> = {}) {
  const here = fakeHost({ records: RECORDS });
  const there = here.beside();
  const heard: Changed[] = [];
  here.onChangedElsewhere(({ changed }) => heard.push(changed));
  const view = vi.fn(() => here.view());
  const mirror = new Store({ ...here, view, ...port }, await here.view());
  return { here, there, heard, view, mirror, other: new Store(there, await there.view()) };
}

const titleIn = (store: Store) => store.state.portfolio.settings.title;

describe("a mirror that hears of other windows", () => {
  it("holds both when a change from elsewhere arrives while its own edit is under way", async () => {
    const { here, mirror, other, heard, view } = await twoWindows();
    await other.edit([{ type: "set", element: "i1", patch: { field: "title", value: "Two apps" } }]);
    const own = mirror.edit(rename("Islands"));
    for (const changed of heard) await mirror.take(changed);
    await own;
    expect(titleIn(mirror)).toBe("Islands");
    expect(mirror.state.portfolio.elements.get("i1")?.title).toBe("Two apps");
    expect(mirror.state.revision).toBe((await here.view()).revision);
    expect(mirror.state.underway).toBe(0);
    expect(view.mock.calls.length).toBeLessThanOrEqual(1);
  });

  it("fetches the view when its own answer comes before the change that preceded it, and passes that over", async () => {
    const { mirror, other, heard, view } = await twoWindows();
    await other.edit(rename("Skerries"));
    await mirror.edit([{ type: "set", element: "i1", patch: { field: "title", value: "Two apps" } }]);
    expect(view).toHaveBeenCalledOnce();
    const before = mirror.state;
    for (const changed of heard) await mirror.take(changed);
    expect(mirror.state).toBe(before);
    expect(titleIn(mirror)).toBe("Skerries");
    expect(mirror.state.revision).toBe(2);
  });

  it("never goes back when its own answer is older than what it holds", async () => {
    const answer = held<Changed>();
    const { here, mirror, other, heard } = await twoWindows({ edit: () => answer.promise });
    const own = mirror.edit(rename("first"));
    const first = await here.edit(1, rename("first"), { from: "typed" });
    await other.take(first);
    await other.edit(rename("second"));
    // The change from elsewhere is two ahead: the view is fetched, and holds both.
    for (const changed of heard) await mirror.take(changed);
    expect(titleIn(mirror)).toBe("second");
    answer.keep(first);
    await own;
    expect(titleIn(mirror)).toBe("second");
    expect(mirror.state.revision).toBe(2);
  });

  it("does not take an older view over what arrived while it was fetched", async () => {
    const late = held<View>();
    const { here, mirror, other, heard } = await twoWindows({ view: () => late.promise });
    await other.edit(rename("one"));
    await other.edit(rename("two"));
    const old = await here.view();
    await other.edit(rename("three"));
    const [one, two, three] = heard;
    if (one === undefined || two === undefined || three === undefined) throw new Error("three are told");
    // The second is heard first: the view is asked for, and before it comes the rest has arrived in order.
    const gap = mirror.take(two);
    for (const changed of [one, two, three]) await mirror.take(changed);
    late.keep(old);
    await gap;
    expect(titleIn(mirror)).toBe("three");
    expect(mirror.state.revision).toBe(3);
  });

  it("asks once for the view however many changes reveal the gap", async () => {
    const { mirror, other, heard, view } = await twoWindows();
    for (const title of ["one", "two", "three", "four"]) await other.edit(rename(title));
    await Promise.all(heard.slice(1).map((changed) => mirror.take(changed)));
    expect(view).toHaveBeenCalledOnce();
    expect(titleIn(mirror)).toBe("four");
  });

  it("asks again when more was heard of while the view was under way", async () => {
    const late = held<View>();
    const view = vi.fn<() => Promise<View>>().mockReturnValueOnce(late.promise);
    const { here, mirror, other, heard } = await twoWindows({ view });
    view.mockImplementation(() => here.view());
    await other.edit(rename("one"));
    await other.edit(rename("two"));
    const old = await here.view();
    await other.edit(rename("three"));
    const gap = Promise.all(heard.slice(1).map((changed) => mirror.take(changed)));
    late.keep(old);
    await gap;
    expect(titleIn(mirror)).toBe("three");
    expect(view).toHaveBeenCalledTimes(2);
  });

  it("does not call an edit refused because the view could not be fetched, and finds the gap again", async () => {
    let broken = true;
    const { here, mirror, other } = await twoWindows({
      view: () => (broken ? Promise.reject({ code: "internal" }) : here.view()),
    });
    await other.edit(rename("Skerries"));
    await expect(mirror.edit(rename("Islands"))).resolves.toBeTruthy();
    expect(mirror.state.underway).toBe(0);
    broken = false;
    await mirror.edit([{ type: "set", element: "i1", patch: { field: "title", value: "Two apps" } }]);
    expect(titleIn(mirror)).toBe("Islands");
    expect(mirror.state.revision).toBe(3);
  });

  it("offers the last step to be undone whichever window made it", async () => {
    const { here, there } = await twoWindows();
    const [a, b] = await Promise.all([listening(here), listening(there)]);
    await a.edit(rename("Islands"));
    expect(b.state.steps.undo).toEqual(a.state.steps.undo);
    await b.undo();
    expect(titleIn(a)).toBe("Skerry Ferries");
    expect(a.state.steps.undo).toBeNull();
    expect(a.state.steps.redo).toEqual(b.state.steps.redo);
    await a.redo();
    expect(titleIn(b)).toBe("Islands");
  });

  it("shows an import of another window as the one step that it was", async () => {
    const here = fakeHost({
      records: RECORDS,
      imports: {
        preview: {} as never,
        report: { created: 1 } as never,
        edits: [{ type: "add_element", id: "i2", kind: "initiative", title: "Ferry", spot: null }],
      },
    });
    const a = await listening(here);
    const b = await listening(here.beside());
    await a.importFile("/projects.csv", {} as never);
    expect(b.state.portfolio.elements.get("i2")?.title).toBe("Ferry");
    await b.undo();
    expect(a.state.portfolio.elements.has("i2")).toBe(false);
  });

  it("leaves its portfolio alone once another one is open", async () => {
    const { here, there, mirror } = await twoWindows();
    await there.create("/b.thru", "Other");
    await expect(mirror.edit(rename("Islands"))).rejects.toMatchObject({ code: "other_portfolio" });
    mirror.show(await here.view());
    await mirror.take({
      revision: 7,
      diff: { changes: [] },
      findings: { gone: [], now: [] },
      steps: { undo: null, redo: null },
    });
    expect(titleIn(mirror)).toBe("Skerry Ferries");
    expect((await here.view()).records).toHaveLength(2);
  });
});

/** A mirror that hears of the others at once. */
async function listening(host: FakeHost): Promise<Store> {
  const store = new Store(host, await host.view());
  host.onChangedElsewhere(({ changed }) => void store.take(changed));
  return store;
}

/** Numbers that look like chance and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A mirror whose questions, answers and news are all under way for a while, and overtake each other. */
async function slow(host: FakeHost, roll: (sides: number) => number): Promise<Store> {
  const wait = () => new Promise<void>((done) => setTimeout(done, roll(8)));
  const delayed =
    <A extends unknown[], T>(ask: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      await wait();
      const answer = await ask(...given).finally(wait);
      return answer;
    };
  const port: Port = {
    view: delayed(host.view),
    edit: delayed(host.edit),
    undo: delayed(host.undo),
    redo: delayed(host.redo),
    importFile: delayed(host.importFile),
  };
  const store = new Store(port, await host.view());
  host.onChangedElsewhere(({ changed }) => void wait().then(() => store.take(changed)));
  return store;
}

describe("two windows that change one portfolio at the same time", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "agree with each other and with the file in the end (%i)",
    async (seed) => {
      vi.useFakeTimers();
      try {
        const roll = dice(seed);
        const host = fakeHost({ records: RECORDS });
        const windows = [await slow(host, roll), await slow(host.beside(), roll)];
        let made = 0;
        const act = (store: Store): Promise<unknown> => {
          const elements = [...store.state.portfolio.elements.keys()];
          const some = elements[roll(elements.length)] ?? "i1";
          made += 1;
          switch (roll(6)) {
            case 0:
              return store.undo();
            case 1:
              return store.redo();
            case 2:
              return store.edit([{ type: "remove", elements: [some] }]);
            case 3:
              return store.edit([
                { type: "set", element: some, patch: { field: "title", value: `title ${made}` } },
              ]);
            default:
              return store.edit([
                { type: "add_element", id: `n${made}`, kind: "initiative", title: `new ${made}`, spot: null },
                { type: "connect", id: `k${made}`, from: `n${made}`, to: "o1", kind: "contribution" },
              ]);
          }
        };
        const answers: Promise<unknown>[] = [];
        for (let n = 0; n < 60; n += 1) {
          const store = windows[roll(2)];
          // A refusal is right where the other window took the element away in the meantime.
          if (store !== undefined) answers.push(act(store).catch(() => null));
          await vi.advanceTimersByTimeAsync(roll(12));
        }
        await vi.runAllTimersAsync();
        await Promise.all(answers);
        const truth = new Store(host, await host.view()).state;
        expect(truth.revision).toBeGreaterThan(20);
        for (const { state } of windows) {
          expect(state.revision).toBe(truth.revision);
          expect(state.steps).toEqual(truth.steps);
          expect(state.underway).toBe(0);
          expect(sorted(state.portfolio)).toEqual(sorted(truth.portfolio));
        }
      } finally {
        vi.useRealTimers();
      }
    },
  );
});

/** The portfolio with its tables in the order of their keys: how they came to be there is no difference. */
function sorted(portfolio: object): unknown {
  return Object.entries(portfolio).map(([name, table]: [string, unknown]) => [
    name,
    table instanceof Map
      ? [...table]
          .sort(([a], [b]) => String(a).localeCompare(String(b)))
          .map(([id, value]: [unknown, unknown]) => [
            id,
            Array.isArray(value)
              ? value.map((it: { id: string }) => it).sort((a, b) => a.id.localeCompare(b.id))
              : value,
          ])
      : table,
  ]);
}
