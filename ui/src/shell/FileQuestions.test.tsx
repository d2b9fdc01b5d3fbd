// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { type FakeOptions, fakeHost } from "../api/fake.ts";
import type { Apart, Failure, Lang, RecordName, Recovery } from "../api/index.ts";
import { objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";
import { sinceWords } from "./since.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const FORKED: Apart = { found: "forked", mine: 1, theirs: 2, waiting: false, why: "" };

async function opened(options: FakeOptions = {}, lang: Lang = "en") {
  const host = fakeHost({ start: { language: lang }, ...options });
  const session = new Session(host, lang);
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId(options.records ? "save-state" : "start-drop"));
  return { host, session };
}

function withPortfolio(options: FakeOptions = {}, lang: Lang = "en") {
  return opened({ records: stored([objective("o1", "Full decks")]), ...options }, lang);
}

const refusal = (code: Failure["code"], owner: Failure["owner"] = null): Failure => ({
  code,
  message: "It was refused.",
  hint: "",
  owner,
});

const press = (id: string) => act(async () => void fireEvent.click(screen.getByTestId(id)));

describe("a file that is open elsewhere", () => {
  const owner = { computer: "LAPTOP-7", process: 1, since: "2020-11-16 09:12" };

  it("is offered read-only, with who has it and since when", async () => {
    const { host, session } = await opened();
    host.refuseNext(refusal("file_in_use", owner));
    await act(() => session.open("/share/skerry.thru"));
    const question = screen.getByTestId("question-in_use");
    expect(question.textContent).toContain("“skerry.thru” has been open on LAPTOP-7 since Monday 16 Nov");
    expect(question.textContent).toContain("9:12");
    expect(screen.queryByRole("alert")).toBeNull();

    await press("open-read-only");
    expect(session.snapshot().store?.state.readOnly).not.toBeNull();
    expect(screen.queryByTestId("question-in_use")).toBeNull();
    expect(screen.getByTestId("save-state").textContent).toBe("Read only");
  });

  it("stays closed when the person thought better of it", async () => {
    const { host, session } = await opened();
    host.refuseNext(refusal("file_in_use", owner));
    await act(() => session.open("/share/skerry.thru"));
    await act(async () => void fireEvent.click(screen.getByText("Cancel")));
    expect(session.snapshot().question).toBeNull();
    expect(session.snapshot().store).toBeNull();
  });

  it("can be tried again for editing from the banner", async () => {
    const { host, session } = await withPortfolio();
    await act(() => session.open("/fake.thru", true));
    host.refuseNext(refusal("file_in_use", owner));
    await press("try-to-edit");
    expect(session.snapshot().store?.state.readOnly).not.toBeNull();
    await press("try-to-edit");
    expect(session.snapshot().store?.state.readOnly).toBeNull();
    expect(screen.queryByTestId("try-to-edit")).toBeNull();
  });

  it("says since when as people do in both languages", () => {
    const now = new Date(2026, 10, 26, 15, 0);
    expect(sinceWords("en", "2026-11-26 09:12", now)).toBe("9:12");
    expect(sinceWords("fr", "2026-11-26 09:05", now)).toBe("9\u00a0h\u00a005");
    expect(sinceWords("en", "2026-11-16 14:00", now)).toBe("Monday 16 Nov, 14:00");
    expect(sinceWords("fr", "2026-11-16 14:00", now)).toBe("lundi 16 nov., 14\u00a0h\u00a000");
    expect(sinceWords("en", "2025-11-16 14:00", now)).toContain("2025");
    expect(sinceWords("en", "long ago", now)).toBe("long ago");
  });
});

describe("a file that somebody else changed", () => {
  it("is told while nothing is typed, and merged on a word", async () => {
    const { host, session } = await withPortfolio({
      reconciled: { written: 1, remarks: [], refused: null },
    });
    act(() => host.growApart(FORKED));
    const question = screen.getByTestId("question-apart");
    expect(question.textContent).toContain("2 steps that were not done here");
    expect(question.textContent).toContain("1 step done here is not in it");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("merge")));
    await press("merge");
    expect(session.snapshot().question).toBeNull();
    expect(session.snapshot().apart).toBeNull();
    expect(screen.getByTestId("toast").textContent).toContain("1 change of yours was added");
  });

  it("does not interrupt somebody who types, and waits in the banner", async () => {
    const { host, session } = await withPortfolio();
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    act(() => host.growApart(FORKED));
    expect(session.snapshot().question).toBeNull();
    expect(document.activeElement).toBe(field);
    await press("decide");
    expect(screen.getByTestId("question-apart")).toBeTruthy();
    await press("decide-later");
    expect(session.snapshot().question).toBeNull();
    expect(screen.getByTestId("decide")).toBeTruthy();
    field.remove();
  });

  it("is asked about when an edit meets it, instead of an error", async () => {
    const { host, session } = await withPortfolio();
    host.growApart({ ...FORKED, waiting: true });
    act(() => session.dismiss());
    host.refuseNext(refusal("changed_outside"));
    const store = session.snapshot().store;
    await act(async () => {
      if (store !== null) await session.attempt(store.edit([{ type: "set_title", title: "Islands" }]));
    });
    await waitFor(() => expect(screen.getByTestId("question-apart").textContent).toContain("waits"));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("lists what could not be followed", async () => {
    const of = (title: string, noun: RecordName["noun"] = "element"): RecordName => ({
      noun,
      id: title,
      kind: null,
      title,
    });
    const { host } = await withPortfolio({
      reconciled: {
        written: 2,
        refused: "“x” is no longer in the portfolio.",
        remarks: [
          { type: "both", of: of("Full decks"), field: "owner", mine: "Ada", theirs: "" },
          { type: "both", of: of("Booking"), field: "state", mine: "paused", theirs: "active" },
          { type: "stays", of: of("Pier"), removed: "mine" },
          { type: "left_out", of: of("A → B", "link") },
        ],
      },
    });
    act(() => host.growApart(FORKED));
    await press("merge");
    const report = screen.getByTestId("question-merged").textContent;
    for (const text of ["Full decks", "Owner", "Ada", "empty", "Paused", "Active"])
      expect(report).toContain(text);
    expect(report).toContain("Pier: removed here");
    expect(report).toContain("link A → B");
    expect(report).toContain("no longer in the portfolio");
    await press("report-done");
    expect(screen.queryByTestId("question-merged")).toBeNull();
  });

  it("can be parted from: work goes on in a copy", async () => {
    const { host, session } = await withPortfolio();
    act(() => host.growApart(FORKED));
    await press("keep-copy");
    expect(session.snapshot().store?.state.path).toBe("/fake (copy).thru");
    expect(screen.getByTestId("toast").textContent).toContain("fake (copy).thru");
  });

  it("offers no merge with a stranger, and nothing to take where nothing is", async () => {
    const { host, session } = await withPortfolio();
    act(() => host.growApart({ ...FORKED, found: "stranger" }));
    expect(screen.queryByTestId("merge")).toBeNull();
    expect(screen.getByTestId("take-theirs")).toBeTruthy();
    act(() => session.dismiss());
    act(() => host.growApart({ ...FORKED, found: "gone" }));
    expect(screen.queryByTestId("take-theirs")).toBeNull();
    act(() => host.growApart(null));
    expect(screen.queryByTestId("question-apart")).toBeNull();
    expect(screen.queryByTestId("decide")).toBeNull();
  });

  it("keeps the question when what was chosen is refused", async () => {
    const { host, session } = await withPortfolio();
    act(() => host.growApart(FORKED));
    host.refuseNext(refusal("disk_failed"));
    await press("keep-copy");
    expect(session.snapshot().question?.about).toBe("apart");
    expect(screen.getByRole("alert", { hidden: true }).textContent).toContain("It was refused.");
  });
});

describe("a damaged file", () => {
  const recovery: Recovery = {
    file: "/a/skerry.thru",
    copy: "/a/skerry (recovered).thru",
    kinds: [
      { noun: "element", read: 40, from_history: 2, lost: 3, at_least: false },
      { noun: "reading", read: 7, from_history: 0, lost: 1, at_least: true },
    ],
    dropped: [{ noun: "link", id: "l", kind: null, title: "Booking → Pier" }],
    ungraded: [{ noun: "reading", id: "r", kind: null, title: "Waiting, 2026-09-30" }],
    steps: 12,
    steps_lost: 5,
  };

  it("is recovered into a copy that is open then, with the figures", async () => {
    const { host, session } = await opened({ recovery });
    host.refuseNext(refusal("file_damaged"));
    await act(() => session.open("/a/skerry.thru"));
    expect(screen.getByTestId("question-damaged").textContent).toContain("stays as it is");
    await press("recover");
    const report = screen.getByTestId("question-recovered").textContent;
    for (const text of [
      "skerry (recovered).thru",
      "40",
      "2 of them from the history",
      "1 or more",
      "Booking → Pier",
      "Waiting, 2026-09-30",
    ])
      expect(report).toContain(text);
    expect(session.snapshot().store?.state.path).toBe("/a/skerry (recovered).thru");
    await press("report-done");
    expect(screen.queryByTestId("question-recovered")).toBeNull();
  });

  it("says so when nothing could be read", async () => {
    const { host, session } = await opened();
    host.refuseNext(refusal("file_damaged"));
    await act(() => session.open("/a/skerry.thru"));
    await press("recover");
    expect(session.snapshot().question?.about).toBe("damaged");
    expect(screen.getByRole("alert", { hidden: true })).toBeTruthy();
  });

  it("is asked about in French too", async () => {
    const { host, session } = await opened({}, "fr");
    host.refuseNext(refusal("file_damaged"));
    await act(() => session.open("/a/skerry.thru"));
    expect(screen.getByTestId("question-damaged").textContent).toContain(
      "«\u00a0skerry.thru\u00a0» est endommagé",
    );
  });
});
