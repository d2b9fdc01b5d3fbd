import { describe, expect, it } from "vitest";
import type { Canvas, Edit, Note } from "../api/index.ts";
import type { Box, PasteTarget } from "../canvas/index.ts";
import { contribution, initiative, objective, stored } from "../model/fixture.ts";
import { portfolioOf } from "../model/portfolio.ts";
import { copyOut, MOST_NOTES, pasteIn } from "./mapPaste.ts";

const MAP: Canvas = { id: "map", title: "", kind: "strategy_map", frames: [] };
const FREE: Canvas = { id: "free", title: "", kind: "free", frames: [] };
const note: Note = {
  ...{ id: "n", canvas: "map", text: "Ask Ann", x: 30, y: -60, paper: "rose", about: "o1" },
  ...{ by: "Bo", on: null, locked: false },
};
const portfolio = portfolioOf([
  ...stored(
    [initiative("i1", "Booking app"), objective("o1", "Full decks")],
    [contribution("c1", "i1", "o1")],
  ),
  { type: "canvas", record: FREE },
  { type: "note", record: note },
]);
const elsewhere = portfolioOf(stored([], []));
const target: PasteTarget = {
  middle: { x: 1000, y: 1000 },
  hasRoomFor: () => true,
  places: (kinds) => kinds.map((_, i) => ({ x: i * 300, y: 28 })),
  sizeOf: ({ text }) => ({ w: 224, h: text.length > 20 ? 200 : 96 }),
  clearing: () => ({ x: 0, y: 0 }),
};

/** A clipboard that keeps what it is given. */
function clipboard(given: Record<string, string> = {}): DataTransfer {
  const kept = new Map(Object.entries(given));
  const data = {
    getData: (type: string) => kept.get(type) ?? "",
    setData: (type: string, text: string) => kept.set(type, text),
  };
  return data as unknown as DataTransfer;
}

const lying = [
  { id: "i1", x: 0, y: 132 },
  { id: "o1", x: 100, y: 0 },
  { id: "n", x: 30, y: -60 },
];

function copied(): DataTransfer {
  const board = clipboard();
  copyOut(portfolio, "/a.thru", lying, board);
  return board;
}

function pasted(into: typeof portfolio, canvas: Canvas, from: string, board: DataTransfer) {
  const answer = pasteIn(into, canvas, from, board, target, (title) => `${title} (copy)`);
  if ("refused" in answer) throw new Error(answer.refused);
  return answer;
}

const of = <T extends Edit["type"]>(edits: readonly Edit[], type: T) =>
  edits.filter((it): it is Extract<Edit, { type: T }> => it.type === type);

describe("copy and paste on a map", () => {
  it("places the same elements on a free canvas on which they do not stand", () => {
    const { edits, ids } = pasted(portfolio, FREE, "/a.thru", copied());
    expect(of(edits, "insert_element")).toEqual([]);
    expect(of(edits, "place")[0]?.moves.map((it) => it.element)).toEqual(["i1", "o1"]);
    expect(ids.slice(0, 2)).toEqual(["i1", "o1"]);
  });

  it("keeps the shape of what was copied", () => {
    const [placed] = of(pasted(portfolio, FREE, "/a.thru", copied()).edits, "place");
    const [a, b] = placed?.moves ?? [];
    expect([(b?.x ?? 0) - (a?.x ?? 0), (b?.y ?? 0) - (a?.y ?? 0)]).toEqual([100, -132]);
  });

  it("makes copies with the links among them where all stand already", () => {
    const { edits } = pasted(portfolio, MAP, "/a.thru", copied());
    expect(of(edits, "insert_element").map((it) => it.element.title)).toEqual([
      "Booking app (copy)",
      "Full decks (copy)",
    ]);
    const [link] = of(edits, "insert_link");
    const [work, aim] = of(edits, "insert_element").map((it) => it.element.id);
    expect([link?.link.from, link?.link.to]).toEqual([work, aim]);
  });

  it("lies as a whole where nothing is covered, and asks for that in the middle of what is looked at", () => {
    const asked: Box[][] = [];
    const clearing = (things: readonly Box[]) => {
      asked.push([...things]);
      return { x: 0, y: 200 };
    };
    const answer = pasteIn(portfolio, FREE, "/a.thru", copied(), { ...target, clearing }, (title) => title);
    if ("refused" in answer) throw new Error(answer.refused);
    const [a, b, c] = asked[0] ?? [];
    // Around two cards and a note of 224 by 96.
    expect([a, b, c].map((it) => it?.y0)).toEqual([1052, 920, 860]);
    const [placed] = of(answer.edits, "place");
    expect(placed?.moves.map(({ y }) => y)).toEqual([1252, 1120]);
    expect(of(answer.edits, "put_notes")[0]?.notes[0]?.y).toBe(1060);
  });

  it("leaves more room below a row with a long note, so that none lies on another", () => {
    const text = ["Pier", "A long one that takes three lines", "Boat", "Bus"].join("\n");
    const { edits } = pasted(portfolio, FREE, "/a.thru", clipboard({ "text/plain": text }));
    const notes = of(edits, "put_notes")[0]?.notes ?? [];
    expect((notes[2]?.y ?? 0) - (notes[0]?.y ?? 0)).toBe(200 + 16);
  });

  it("brings elements into another portfolio under new ids and their own titles", () => {
    const { edits } = pasted(elsewhere, MAP, "/b.thru", copied());
    const made = of(edits, "insert_element").map((it) => it.element);
    expect(made.map((it) => it.title)).toEqual(["Booking app", "Full decks"]);
    for (const it of made) expect(["i1", "o1"]).not.toContain(it.id);
    expect(of(edits, "insert_link").length).toBe(1);
  });

  it("takes a comment along to the copy of what it is about", () => {
    const { edits } = pasted(elsewhere, MAP, "/b.thru", copied());
    const [put] = of(edits, "put_notes");
    expect(put?.notes[0]).toMatchObject({ text: "Ask Ann", paper: "rose", canvas: "map" });
    expect(put?.notes[0]?.about).toBe(of(edits, "insert_element")[1]?.element.id);
  });

  it("brings back what was cut, though it is gone from the portfolio", () => {
    const { edits } = pasted(elsewhere, MAP, "/a.thru", copied());
    expect(of(edits, "insert_element").map((it) => it.element.title)).toEqual(["Booking app", "Full decks"]);
  });

  it("knows what was copied here where only the text came through", () => {
    const text = copied().getData("text/plain");
    const { edits } = pasted(elsewhere, MAP, "/b.thru", clipboard({ "text/plain": `${text}\r\n` }));
    expect(of(edits, "insert_element").length).toBe(2);
  });

  it("makes a note of each line of a text, without its bullet", () => {
    const { edits } = pasted(
      portfolio,
      MAP,
      "/a.thru",
      clipboard({ "text/plain": "• Pier\r\n\r\n- Boat\tBus\n" }),
    );
    expect(of(edits, "put_notes")[0]?.notes.map((it) => it.text)).toEqual(["Pier", "Boat · Bus"]);
  });

  it("bounds fifty thousand lines and says how many were left", () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `Line ${i}`).join("\n");
    const { edits, left } = pasted(portfolio, MAP, "/a.thru", clipboard({ "text/plain": text }));
    expect(of(edits, "put_notes")[0]?.notes.length).toBe(MOST_NOTES);
    expect(left).toBe(50_000 - MOST_NOTES);
  });

  it("refuses what cannot be read and changes nothing", () => {
    const deep = `{"schema":"throughline.portfolio/1","elements":${"[".repeat(200)}${"]".repeat(200)}}`;
    const answer = pasteIn(portfolio, MAP, "/a.thru", clipboard({ "text/plain": deep }), target, (it) => it);
    expect(answer).toEqual({ refused: "unreadable" });
    expect(pasteIn(portfolio, MAP, "/a.thru", clipboard(), target, (it) => it)).toEqual({
      refused: "nothing",
    });
  });
});
