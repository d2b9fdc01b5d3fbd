// @vitest-environment happy-dom
/* Two windows of one program, each a whole page over the same host in memory: what one does the other shows. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Apart } from "../api/bindings.ts";
import { type FakeHost, type FakeOptions, fakeHost } from "../api/fake.ts";
import { finding, objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { keepCopy, merge, takeTheirs, tryToEdit } from "./fileAnswers.ts";
import { askSnapshot } from "./questions.ts";
import { Session } from "./session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const FORKED: Apart = { found: "forked", mine: 1, theirs: 2, waiting: false, why: "" };

const RECORDS = stored([objective("o1", "Full decks")]);

interface Shown {
  host: FakeHost;
  session: Session;
  page: ReturnType<typeof within>;
}

function shown(host: FakeHost): Shown {
  const session = new Session(host, "en");
  const { container } = render(<App session={session} />);
  return { host, session, page: within(container) };
}

async function two(options: FakeOptions = { records: RECORDS }): Promise<[Shown, Shown]> {
  const host = fakeHost(options);
  const windows: [Shown, Shown] = [shown(host), shown(host.beside())];
  await act(async () => undefined);
  return windows;
}

const findingsOf = ({ session }: Shown) => session.snapshot().store?.state.findings.length;
const titleOf = ({ session }: Shown) => session.snapshot().store?.state.portfolio.settings.title;

describe("two windows", () => {
  it("show a change of either, and take it back from either", async () => {
    const [a, b] = await two();
    await act(
      async () => void (await a.session.snapshot().store?.edit([{ type: "set_title", title: "Islands" }])),
    );
    await waitFor(() => expect(b.page.getAllByText("Islands").length).toBeGreaterThan(0));
    act(() => b.page.getByTestId("undo").click());
    await waitFor(() => expect(titleOf(a)).toBe("Skerry Ferries"));
    expect(a.page.getByTestId("redo").hasAttribute("disabled")).toBe(false);
  });

  it("judge as of the same day, and both go back to today", async () => {
    const late = (_: unknown, asOf: string) =>
      asOf < "2026-09-01" ? [] : [finding("D103", objective("o1", "Full decks"))];
    const [a, b] = await two({ records: RECORDS, findings: late });
    expect(findingsOf(b)).toBe(1);
    fireEvent.click(a.page.getByTestId("as-of"));
    fireEvent.change(screen.getByTestId("as-of-day"), { target: { value: "31/8/26" } });
    fireEvent.click(screen.getByTestId("as-of-take"));
    const banner = await b.page.findByTestId("judged-as-of");
    expect(banner.textContent).toMatch(/31\sAug\s2026/);
    expect([findingsOf(a), findingsOf(b)]).toEqual([0, 0]);
    fireEvent.click(b.page.getByTestId("back-to-today"));
    await waitFor(() => expect(screen.queryByTestId("judged-as-of")).toBeNull());
    expect([findingsOf(a), findingsOf(b)]).toEqual([1, 1]);
  });

  it("follow when another portfolio is created or opened in one of them", async () => {
    const [a, b] = await two();
    const before = b.session.snapshot().store;
    await act(() => a.session.create("/b.thru", "Harbours"));
    await waitFor(() => expect(titleOf(b)).toBe("Harbours"));
    expect(b.session.snapshot().store).not.toBe(before);
    await act(() => b.session.open("/fake.thru"));
    await waitFor(() => expect(titleOf(a)).toBe("Skerry Ferries"));
  });

  it("both go to the start screen when the portfolio is closed", async () => {
    const [a, b] = await two();
    await act(() => a.session.close());
    await waitFor(() => expect(screen.getAllByTestId("start-drop")).toHaveLength(2));
    expect(b.session.snapshot().store).toBeNull();
  });

  it("leave the start screen when one of them opens a portfolio, and hear what is changed at once", async () => {
    const [a, b] = await two({});
    await act(async () => {
      await a.session.create("/b.thru", "Harbours");
      // Told before the other window has fetched the portfolio that it is about.
      await a.session.snapshot().store?.edit([{ type: "set_title", title: "Lighthouses" }]);
    });
    await waitFor(() => expect(titleOf(b)).toBe("Lighthouses"));
    expect(b.session.snapshot().store?.state.revision).toBe(1);
  });

  it("miss nothing that is told while the view is on its way", async () => {
    const [a, b] = await two({});
    const fetched = b.host.view;
    let edited = false;
    b.host.view = async () => {
      const view = await fetched();
      // The portfolio as it was asked for; by the time it arrives it has been changed.
      if (!edited) {
        edited = true;
        await a.session.snapshot().store?.edit([{ type: "set_title", title: "Lighthouses" }]);
      }
      return view;
    };
    await act(() => a.session.create("/b.thru", "Harbours"));
    await waitFor(() => expect(titleOf(b)).toBe("Lighthouses"));
    expect(edited).toBe(true);
  });

  it("speak the language that is chosen in one of them, and keep what is selected", async () => {
    const [a, b] = await two();
    const store = b.session.snapshot().store;
    await act(() => a.session.speak("fr"));
    await waitFor(() => expect(b.session.snapshot().lang).toBe("fr"));
    expect(b.session.snapshot().store).toBe(store);
  });

  it("refuse a late edit of the portfolio that was put away, in words, and show what is open", async () => {
    const [a, b] = await two();
    const late = b.session.snapshot().store;
    await act(() => a.session.create("/b.thru", "Harbours"));
    const edit = late?.edit([{ type: "set_title", title: "Islands" }]) ?? Promise.resolve(null);
    await act(async () => expect(await b.session.attempt(edit)).toBeNull());
    await waitFor(() => expect(b.page.getByTestId("toast").textContent).toContain("cannot be done"));
    expect(titleOf(a)).toBe("Harbours");
    expect(titleOf(b)).toBe("Harbours");
  });

  it("go to the start screen when the program had to put the portfolio away by itself", async () => {
    const host = fakeHost({ records: RECORDS });
    const a = shown(host);
    await waitFor(() => a.page.getByTestId("canvas"));
    const store = a.session.snapshot().store;
    vi.spyOn(host, "start").mockResolvedValue({ ...(await host.start()), open: false });
    host.refuseNext({
      code: "internal",
      message: "It met a fault.",
      hint: "Open the file again.",
      owner: null,
    });
    await act(async () => void (await a.session.attempt(store?.undo() ?? Promise.resolve(null))));
    await waitFor(() => a.page.getByTestId("start-drop"));
    expect(a.page.getByTestId("toast").textContent).toContain("Open the file again.");
  });

  it("write no snapshot of a portfolio that was opened while its place was asked for", async () => {
    const [a, b] = await two({ records: RECORDS });
    b.host.askSave = async () => {
      await a.session.create("/b.thru", "Harbours");
      await waitFor(() => expect(titleOf(b)).toBe("Harbours"));
      return "/skerry.html";
    };
    await act(() => askSnapshot(b.session, "Skerry Ferries"));
    expect(b.host.written).toEqual([]);
    expect(b.page.getByTestId("toast").textContent).toContain("Nothing was written");
  });

  it.each([merge, takeTheirs])(
    "ask the same question about a changed file until one of them is answered",
    async (way) => {
      const [a, b] = await two();
      const store = b.session.snapshot().store;
      act(() => a.host.growApart(FORKED));
      expect([a, b].map(({ session }) => session.snapshot().question?.about)).toEqual(["apart", "apart"]);
      await act(() => way(a.session));
      expect([a, b].map(({ session }) => session.snapshot().question)).toEqual([null, null]);
      expect(b.session.snapshot().apart).toBeNull();
      // The same portfolio goes on: nobody loses what is selected.
      expect(b.session.snapshot().store).toBe(store);
      expect(store?.state.revision).toBe(1);
    },
  );

  it("go on together in a copy", async () => {
    const [a, b] = await two();
    act(() => a.host.growApart(FORKED));
    await act(() => keepCopy(a.session));
    await waitFor(() => expect(b.session.snapshot().store?.state.path).toBe("/fake (copy).thru"));
    expect(b.session.snapshot().question).toBeNull();
    await act(
      async () => void (await b.session.snapshot().store?.edit([{ type: "set_title", title: "Islands" }])),
    );
    await waitFor(() => expect(titleOf(a)).toBe("Islands"));
  });

  it("may all change a file again that was only read", async () => {
    const [a, b] = await two();
    await act(() => a.session.open("/fake.thru", true));
    await waitFor(() => expect(b.session.snapshot().store?.state.readOnly).not.toBeNull());
    await act(() => tryToEdit(a.session));
    for (const { session } of [a, b])
      await waitFor(() => expect(session.snapshot().store?.state.readOnly).toBeNull());
  });

  it("opened later, know that the file has grown apart", async () => {
    const [a] = await two();
    act(() => a.host.growApart(FORKED));
    const late = shown(a.host.beside());
    await waitFor(() => expect(late.session.snapshot().question?.about).toBe("apart"));
  });
});
