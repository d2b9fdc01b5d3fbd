// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type FakeOptions, fakeHost } from "../api/fake.ts";
import type { FileDrag, Host } from "../api/index.ts";
import { objective, stored } from "../model/fixture.ts";
import { OPEN } from "../panels/import/mapping.ts";
import { App } from "./App.tsx";
import { Boundary } from "./Boundary.tsx";
import { fileKind, titleFrom } from "./files.ts";
import { Session } from "./session.ts";

afterEach(cleanup);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const IMPORTS: NonNullable<FakeOptions["imports"]> = {
  preview: {} as never,
  report: { file: "list.csv", created: 1 } as never,
  edits: [],
};

/** The application over a host in memory whose files can be held over the window. */
function opened(options: FakeOptions = {}) {
  let drag: (drag: FileDrag) => void = () => undefined;
  const memory = fakeHost(options);
  const host: Host = {
    ...memory,
    onFileDrag: (told) => {
      drag = told;
      return () => undefined;
    },
  };
  const session = new Session(host, "en");
  render(<App session={session} />);
  return { host: memory, session, drag: (event: FileDrag) => act(() => drag(event)) };
}

describe("the first screen", () => {
  it("offers to drop a file, the sample, a new portfolio, and what was open lately", async () => {
    const recent = [{ path: "/a/skerry.thru", title: "Skerry Ferries", opened: "2026-11-20T10:00:00Z" }];
    opened({ start: { recent } });
    await waitFor(() => expect(screen.getByTestId("start-drop")).toBeTruthy());
    expect(screen.getByTestId("start-sample")).toBeTruthy();
    expect(screen.getByTestId("start-new")).toBeTruthy();
    expect(screen.getByText("Skerry Ferries")).toBeTruthy();
  });

  it("speaks the language that was chosen earlier", async () => {
    opened({ start: { language: "fr" } });
    await waitFor(() => expect(screen.getByText("Déposez un tableur ici")).toBeTruthy());
    expect(document.documentElement.lang).toBe("fr");
  });

  it("creates a new portfolio where the person said, named after its file", async () => {
    const { session } = opened({ paths: ["/home/ada/council_2027.thru"] });
    await waitFor(() => screen.getByTestId("start-new"));
    fireEvent.click(screen.getByTestId("start-new"));
    await waitFor(() => expect(session.snapshot().store?.state.path).toBe("/home/ada/council_2027.thru"));
    expect(session.snapshot().store?.state.portfolio.settings.title).toBe("council 2027");
  });

  it("shows the map of a portfolio that is open already", async () => {
    opened({ records: stored([objective("o1", "Full decks")]) });
    await waitFor(() => expect(screen.getByTestId("canvas").dataset.count).toBe("1"));
    expect(screen.getByTestId("save-state").textContent).toBe("Saved");
    expect(screen.getByTestId("undo").hasAttribute("disabled")).toBe(true);
    expect(screen.queryByTestId("fault")).toBeNull();
  });

  it("opens the palette also while somebody types", async () => {
    opened({ records: stored([objective("o1", "Full decks")]) });
    const field = await waitFor(() => screen.getByTestId("portfolio-title"));
    field.focus();
    fireEvent.keyDown(field, { key: "k", ctrlKey: true });
    const palette = await waitFor(() => screen.getByTestId("palette-field"));
    fireEvent.change(palette, { target: { value: "decks" } });
    expect(screen.getAllByRole("option")[0]?.textContent).toContain("Full decks");
  });

  it("judges as of another day from the palette, also in a file that is only read, and says so until it is taken back", async () => {
    const { session } = opened({ records: stored([objective("o1", "Full decks")]) });
    await waitFor(() => screen.getByTestId("portfolio-title"));
    await act(() => session.open("/fake.thru", true));
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    const field = await screen.findByTestId("palette-field");
    fireEvent.change(field, { target: { value: "judge as of" } });
    fireEvent.keyDown(field, { key: "Enter" });
    const day = await screen.findByTestId("as-of-day");
    fireEvent.change(day, { target: { value: "no day" } });
    expect(screen.getByTestId("as-of-take").hasAttribute("disabled")).toBe(true);
    fireEvent.change(day, { target: { value: "Aug 2026" } });
    if (day instanceof HTMLInputElement && day.form !== null) fireEvent.submit(day.form);
    expect((await screen.findByTestId("judged-as-of")).textContent).toMatch(/31\sAug\s2026/);
    fireEvent.click(screen.getByTestId("back-to-today"));
    await waitFor(() => expect(screen.queryByTestId("judged-as-of")).toBeNull());
    expect(session.snapshot().store?.state.asOf).toBe("2026-11-01");
  });

  it("says a refusal of a day in words and goes on judging as before", async () => {
    const { host, session } = opened({ records: stored([objective("o1", "Full decks")]) });
    await waitFor(() => screen.getByTestId("portfolio-title"));
    fireEvent.click(screen.getByTestId("as-of"));
    fireEvent.change(screen.getByTestId("as-of-day"), { target: { value: "1/1/2200" } });
    host.refuseNext({ code: "bad_value", message: "Not that day.", hint: "Choose another.", owner: null });
    fireEvent.click(screen.getByTestId("as-of-take"));
    await waitFor(() =>
      expect(screen.getByTestId("toast").textContent).toContain("Not that day. Choose another."),
    );
    expect(session.snapshot().store?.state.asOfChosen).toBe(false);
  });

  it("shows the findings after an import, and the map of what is opened after that", async () => {
    const { session } = opened({ records: stored([]), imports: IMPORTS });
    await waitFor(() => screen.getByTestId("portfolio-title"));
    await act(() => session.importFrom("/a/list.csv", OPEN, null));
    await waitFor(() => expect(screen.getByTestId("nav-findings").getAttribute("aria-current")).toBe("page"));
    await act(() => session.create("/b.thru", "Harbours"));
    await waitFor(() => expect(screen.getByTestId("nav-map").getAttribute("aria-current")).toBe("page"));
  });

  it("finds what was put away in the palette too, marked and after what counts", async () => {
    const away = { ...objective("o1", "Full decks"), archived: { on: "2026-10-01", reason: "Reached" } };
    opened({ records: stored([away, objective("o2", "Few full decks")]) });
    await waitFor(() => screen.getByTestId("portfolio-title"));
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    fireEvent.change(await screen.findByTestId("palette-field"), { target: { value: "full decks" } });
    const found = within(screen.getByRole("dialog"))
      .getAllByRole("option")
      .map((it) => it.textContent);
    expect(found).toEqual(["Few full decksObjective", "Full decksObjective · archived"]);
  });

  it("leaves undo to the text field while somebody types", async () => {
    const { session } = opened({ records: stored([objective("o1", "Full decks")]) });
    const field = await waitFor(() => screen.getByTestId("portfolio-title"));
    const store = session.snapshot().store;
    await act(async () => void (await store?.edit([{ type: "set_title", title: "Islands" }])));
    field.focus();
    fireEvent.keyDown(field, { key: "z", ctrlKey: true });
    await act(async () => undefined);
    expect(store?.state.portfolio.settings.title).toBe("Islands");
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await waitFor(() => expect(store?.state.portfolio.settings.title).toBe("Skerry Ferries"));
  });

  it("creates nothing when the person thought better of it", async () => {
    const { session } = opened({ paths: [] });
    await waitFor(() => screen.getByTestId("start-new"));
    fireEvent.click(screen.getByTestId("start-new"));
    await act(async () => undefined);
    expect(session.snapshot().store).toBeNull();
  });
});

describe("a file held over the window", () => {
  it("is told what will become of it, and nothing stays when it is taken away", async () => {
    const { drag } = opened();
    await waitFor(() => screen.getByTestId("start-drop"));
    drag({ phase: "over", paths: ["/tmp/projects.xlsx"] });
    expect(screen.getByText("Let go to see what is in it")).toBeTruthy();
    expect(screen.getByText("projects.xlsx")).toBeTruthy();
    drag({ phase: "left" });
    expect(screen.queryByText("projects.xlsx")).toBeNull();
  });

  it("is read before anything is written when it is a spreadsheet", async () => {
    const { session, drag } = opened();
    await waitFor(() => screen.getByTestId("start-drop"));
    drag({ phase: "dropped", paths: ["/tmp/projects.xlsx"], x: 0, y: 0 });
    await waitFor(() => expect(session.snapshot().importing).toBe("/tmp/projects.xlsx"));
    expect(session.snapshot().store).toBeNull();
  });

  it("is refused in words when it is neither a spreadsheet nor a portfolio", async () => {
    const { session, drag } = opened();
    await waitFor(() => screen.getByTestId("start-drop"));
    drag({ phase: "dropped", paths: ["/tmp/letter.docx"], x: 0, y: 0 });
    await waitFor(() => expect(screen.getByTestId("toast").textContent).toContain("cannot be read"));
    expect(session.snapshot().importing).toBeNull();
  });
});

describe("a refusal of the host", () => {
  it("says what happened, what was kept and what to do, and keeps the details to copy", async () => {
    const { host, session } = opened();
    await waitFor(() => screen.getByTestId("start-drop"));
    host.refuseNext({
      code: "file_too_new",
      message: "The file was written by a newer Throughline. It was left as it is.",
      hint: "Install the newer version.",
      owner: null,
    });
    await act(() => session.open("/tmp/new.thru"));
    const toast = screen.getByRole("alert");
    expect(toast.textContent).toContain("The file cannot be used");
    expect(toast.textContent).toContain("It was left as it is. Install the newer version.");
    expect(toast.querySelector("pre")?.textContent).toContain("file_too_new");
    expect(session.snapshot().store).toBeNull();
  });
});

function Broken(): never {
  throw new Error("a drawing failed");
}

describe("a fault of the page", () => {
  it("leaves words and a way on instead of an empty window", () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    render(
      <Boundary>
        <Broken />
      </Boundary>,
    );
    expect(screen.getByRole("alert").textContent).toContain("Your portfolio is safe");
    quiet.mockRestore();
  });
});

describe("files", () => {
  it("are known by their ending, whatever its case", () => {
    expect(fileKind("/a/B.THRU")).toBe("portfolio");
    expect(fileKind("C:\\a\\list.CSV")).toBe("spreadsheet");
    expect(fileKind("/a/notes.pdf")).toBe("unknown");
  });

  it("give a new portfolio a readable title", () => {
    expect(titleFrom("C:\\data\\digital-project_data.v2.xlsx")).toBe("digital project data.v2");
  });
});
