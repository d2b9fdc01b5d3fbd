import { describe, expect, it } from "vitest";
import { contribution, initiative, objective, stored } from "./fixture.ts";
import { fragmentOf, plainText, read, written } from "./fragment.ts";
import { portfolioOf } from "./portfolio.ts";

const portfolio = portfolioOf(
  stored([initiative("i1", "Booking app"), objective("o1", "Full decks")], [contribution("c1", "i1", "o1")]),
);
const lying = [
  { id: "i1", x: 0, y: 132 },
  { id: "o1", x: 0, y: 0 },
];

function readFragment(document: object) {
  const answer = read(JSON.stringify({ schema: "throughline.portfolio/1", ...document }));
  if ("refused" in answer) throw new Error(answer.refused);
  return answer.fragment;
}

describe("a part of a portfolio on the clipboard", () => {
  it("comes back with its elements, the links among them and where they lay", () => {
    const fragment = fragmentOf(portfolio, "here", lying);
    expect(read(written(fragment))).toEqual({ fragment });
    expect(fragment.links.map((it) => it.id)).toEqual(["c1"]);
  });

  it("takes no link along to what was not copied", () => {
    expect(fragmentOf(portfolio, "here", lying.slice(0, 1)).links).toEqual([]);
  });

  it("is a title a line for every other program", () => {
    expect(plainText(fragmentOf(portfolio, "here", lying))).toBe("Booking app\nFull decks");
  });

  it("drops links to what is not in it and things that are no records", () => {
    const { elements, links } = fragmentOf(portfolio, "here", lying);
    const fragment = readFragment({ elements: [...elements.slice(0, 1), 7, { id: "x" }, null], links });
    expect(fragment.elements.map((it) => it.id)).toEqual(["i1"]);
    expect(fragment.links).toEqual([]);
  });

  it("brings absurd numbers to where somebody can find them", () => {
    const { elements } = fragmentOf(portfolio, "here", lying);
    const places = [
      { id: "i1", x: 1e300, y: "far" },
      { id: "o1", x: null, y: -1e300 },
    ];
    for (const { x, y } of readFragment({ elements, places }).places) {
      expect(Math.abs(x)).toBeLessThan(1_000_000);
      expect(Math.abs(y)).toBeLessThan(1_000_000);
    }
  });

  it("is refused when it is nested two hundred deep, or so deep that no reader gets to its end", () => {
    for (const depth of [200, 200_000]) {
      const deep = `{"schema":"throughline.portfolio/1","elements":${"[".repeat(depth)}${"]".repeat(depth)}}`;
      expect(read(deep)).toEqual({ refused: "unreadable" });
    }
  });

  it("is refused when it is more than a canvas can take at once", () => {
    const [one] = fragmentOf(portfolio, "here", lying).elements;
    const elements = Array.from({ length: 2_001 }, (_, i) => ({ ...one, id: `e${i}` }));
    expect(read(JSON.stringify({ schema: "throughline.portfolio/1", elements }))).toEqual({
      refused: "tooMuch",
    });
  });

  it("is refused when it is something else", () => {
    for (const text of ["", "{", "[]", "null", '{"schema":"throughline.portfolio/2"}', '{"elements":[]}'])
      expect(read(text)).toEqual({ refused: "unreadable" });
  });
});
