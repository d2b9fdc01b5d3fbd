// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Written } from "../api/bindings.ts";
import { type FakeOptions, fakeHost } from "../api/fake.ts";
import { withOutlines } from "../canvas/record/fixture.ts";
import { contribution, initiative, objective, stored } from "../model/fixture.ts";
import { App } from "./App.tsx";
import { Session } from "./session.ts";

afterEach(cleanup);
beforeAll(withOutlines);

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

async function asked(options: FakeOptions = {}) {
  const host = fakeHost({
    records: stored(
      [objective("o1", "Full decks"), initiative("w1", "Permit portal")],
      [contribution("c1", "w1", "o1")],
    ),
    ...options,
  });
  const exported = vi.spyOn(host, "exportPicture");
  const session = new Session(host, "en");
  render(<App session={session} />);
  await waitFor(() => screen.getByTestId("canvas"));
  fireEvent.keyDown(document.body, { key: "E", ctrlKey: true, shiftKey: true });
  await waitFor(() => screen.getByTestId("picture"));
  const last = () => exported.mock.calls.at(-1);
  return { host, last };
}

const press = (name: string) => fireEvent.click(screen.getByRole("radio", { name }));

describe("a picture of the map", () => {
  it("is saved where the person said, with every card, and says so", async () => {
    const { host, last } = await asked({ paths: ["/home/ada/map.svg"] });
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(screen.getAllByText("The picture is saved.").length).toBeGreaterThan(0));
    expect(host.written).toEqual(["/home/ada/map.svg"]);
    const [, drawing, form] = last() ?? [];
    expect(form).toEqual({ type: "svg" });
    expect(drawing?.groups.flatMap((group) => group.id ?? [])).toEqual(expect.arrayContaining(["o1", "w1"]));
    expect(JSON.stringify(drawing)).toContain("As of");
    expect(screen.queryByTestId("picture")).toBeNull();
  });

  it("says how many pixels it will have and is written with as many", async () => {
    const { last } = await asked({ paths: ["/home/ada/map.png"] });
    press("PNG");
    press("1×");
    const once = screen.getByTestId("picture-size").textContent;
    press("3×");
    expect(screen.getByTestId("picture-size").textContent).not.toBe(once);
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(last()?.[2]).toEqual({ type: "png", scale: 3 }));
  });

  it("tells how far it is, and leaves nothing when it is stopped", async () => {
    const { host } = await asked({ paths: ["/home/ada/map.png"] });
    let end: (written: Written | null) => void = () => undefined;
    vi.spyOn(host, "exportPicture").mockImplementation((_path, _drawing, _form, told) => {
      told(0.4);
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    const stopped = vi.spyOn(host, "stopPicture").mockImplementation(async () => end(null));
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(screen.getByRole("progressbar").getAttribute("value")).toBe("0.58"));
    expect(screen.getByTestId("picture-cancel").textContent).toBe("Stop");
    fireEvent.click(screen.getByTestId("picture-cancel"));
    await waitFor(() => expect(screen.getByText("Stopped. No picture was written.")).toBeTruthy());
    expect(stopped).toHaveBeenCalledOnce();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.queryByText("The picture is saved.")).toBeNull();
  });

  it("is written no more when its question is closed", async () => {
    const { host } = await asked({ paths: ["/home/ada/map.png"] });
    vi.spyOn(host, "exportPicture").mockImplementation(() => new Promise(() => undefined));
    const stopped = vi.spyOn(host, "stopPicture");
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => screen.getByRole("progressbar"));
    fireEvent.keyDown(screen.getByTestId("picture"), { key: "Escape" });
    await waitFor(() => expect(screen.queryByTestId("picture")).toBeNull());
    expect(stopped).toHaveBeenCalled();
  });

  it("is not drawn when the person thought better of it", async () => {
    const { last } = await asked({ paths: [] });
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(screen.getByTestId("picture-save").hasAttribute("disabled")).toBe(false));
    expect(last()).toBeUndefined();
    expect(screen.getByTestId("picture")).toBeTruthy();
  });

  it("tells why it could not be written and leaves the question open", async () => {
    const { host } = await asked({ paths: ["/shut/map.svg"] });
    vi.spyOn(host, "exportPicture").mockRejectedValue({
      code: "read_only",
      message: "“/shut/map.svg” could not be written.",
      hint: "Choose a folder that you may write to.",
      owner: null,
    });
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(screen.getAllByText(/could not be written/).length).toBeGreaterThan(0));
    expect(screen.getByTestId("picture")).toBeTruthy();
  });

  it("goes to the program that prints, on paper that was chosen, with title and day at the foot", async () => {
    const { host } = await asked();
    const printed = vi.spyOn(host, "printPages");
    press("PDF");
    press("A3");
    fireEvent.click(screen.getByTestId("picture-print"));
    await waitFor(() => expect(host.written).toContain("printer"));
    expect(screen.getAllByText(/Print them there/).length).toBeGreaterThan(0);
    const page = printed.mock.calls[0]?.[1][0];
    expect([page?.width, page?.height].sort()).toEqual([297, 420]);
    expect(JSON.stringify(page?.foot)).toContain("As of");
    expect(JSON.stringify(page?.picture)).toContain("Full decks");
    expect(JSON.stringify(page?.picture)).not.toContain("As of");
  });

  it("says which letters no typeface has, on pages and in pixels, until somebody has read it", async () => {
    const { host } = await asked({ paths: ["/home/ada/map.png"] });
    const undrawn = Array.from({ length: 14 }, (_, n) => String.fromCodePoint(0x13000 + n));
    vi.spyOn(host, "printPages").mockResolvedValue({ path: "/tmp/map.pdf", undrawn: ["\u{13000}"] });
    vi.spyOn(host, "exportPicture").mockResolvedValue({ path: "/home/ada/map.png", undrawn });
    press("PDF");
    fireEvent.click(screen.getByTestId("picture-print"));
    await waitFor(() =>
      expect(screen.getAllByText("Some letters could not be drawn: \u{13000}").length).toBeGreaterThan(0),
    );
    expect(screen.getAllByText(/kept in text that is copied/).length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.queryByTestId("picture")).toBeNull());
    fireEvent.keyDown(document.body, { key: "E", ctrlKey: true, shiftKey: true });
    await waitFor(() => screen.getByTestId("picture"));
    press("PNG");
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(screen.getAllByText(/\u{1300b} and 2 more$/u).length).toBeGreaterThan(0));
    expect(screen.getAllByText(/An SVG keeps the words/).length).toBeGreaterThan(0);
  });

  it("is saved as a page of its own size when it is to be as large as on the screen", async () => {
    const { host } = await asked({ paths: ["/home/ada/map.pdf"] });
    const saved = vi.spyOn(host, "exportPages");
    press("PDF");
    press("Actual size");
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(host.written).toEqual(["/home/ada/map.pdf"]));
    const page = saved.mock.calls[0]?.[2][0];
    expect((page?.width ?? 0) * (96 / 25.4)).toBeGreaterThan(page?.picture.width ?? 0);
  });

  it("of every frame is one file, called by the canvas and not by its first frame", async () => {
    const frame = (id: string, title: string, y: number) => ({ id, title, x: 0, y, width: 600, height: 400 });
    const frames = [frame("f1", "Why we sail", 0), frame("f2", "What we do", 400)];
    const { host } = await asked({
      paths: ["/home/ada/map.pdf"],
      records: stored([objective("o1", "Full decks")]).map((it) =>
        it.type === "canvas" ? { ...it, record: { ...it.record, frames } } : it,
      ),
    });
    const where = vi.spyOn(host, "askSave");
    const printed = vi.spyOn(host, "printPages");
    const saved = vi.spyOn(host, "exportPages");
    press("Every frame");
    fireEvent.click(screen.getByTestId("picture-print"));
    await waitFor(() => expect(printed).toHaveBeenCalled());
    expect(printed.mock.calls[0]?.[0]).toMatch(/Strategy map$/u);
    await waitFor(() => expect(screen.queryByTestId("picture")).toBeNull());
    fireEvent.keyDown(document.body, { key: "E", ctrlKey: true, shiftKey: true });
    await waitFor(() => screen.getByTestId("picture"));
    fireEvent.click(screen.getByTestId("picture-save"));
    await waitFor(() => expect(saved).toHaveBeenCalled());
    expect(where.mock.calls[0]?.[1]).toMatch(/Strategy map\.pdf$/u);
    const [, title, pages] = saved.mock.calls[0] ?? [];
    expect(title).toMatch(/Strategy map$/u);
    expect(pages?.map(({ picture }) => picture.title)).toEqual(["Why we sail", "What we do"]);
    expect(JSON.stringify(pages?.[1]?.foot)).toMatch(/Strategy map\s·\sWhat we do/u);
  });

  it("offers the selection only when there is one", async () => {
    await asked();
    expect(screen.queryByRole("radio", { name: "Selection" })).toBeNull();
    expect(screen.getByRole("radio", { name: "Whole canvas" })).toBeTruthy();
  });
});
