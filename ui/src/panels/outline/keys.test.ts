import { describe, expect, it } from "vitest";
import { newElement } from "../../api/fakeRecords.ts";
import { initiative, stored, viewOf } from "../../model/fixture.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { intentOf } from "./keys.ts";
import { rowsOf } from "./rows.ts";
import { treeOf } from "./tree.ts";
import { spelled } from "./walk.ts";

describe("keys of the outline", () => {
  const press = (key: string, more: object = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });
  const still = { isSpelling: false, isProposed: false };

  it("command by letter only where the letter can mean that", () => {
    expect(intentOf(press("a"), still)).toEqual({ does: "spell", letter: "a" });
    expect(intentOf(press("a"), { ...still, isProposed: true })).toEqual({ does: "accept" });
    expect(intentOf(press("l"), still)).toEqual({ does: "link", isDown: false });
    expect(intentOf(press("l"), { ...still, isSpelling: true })).toEqual({ does: "spell", letter: "l" });
  });

  it("leave to the window what is the window’s", () => {
    for (const key of ["z", "k", "1"]) expect(intentOf(press(key, { ctrlKey: true }), still)).toBeNull();
    expect(intentOf(press("?", { shiftKey: true }), still)).toBeNull();
    expect(intentOf(press("Tab"), still)).toBeNull();
  });

  it("find a title that is spelled, from the row in force on and around", () => {
    const elements = [
      initiative("i1", "Harbour programme"),
      initiative("i2", "Booking app"),
      initiative("i3", "Île pilot"),
      newElement("s1", "system", "Harbour core"),
    ];
    const portfolio = portfolioOf(viewOf(stored(elements)).records);
    const tree = treeOf(portfolio.elements, portfolio.linksFrom);
    const rows = rowsOf({ portfolio, tree, sieve: null, opened: new Map(), draft: null });
    const at = (key: string) => rows.findIndex((row) => row.key === key);
    const none = () => "";
    expect(spelled(rows, at("i1"), "h", none)).toBe(at("s1"));
    expect(spelled(rows, at("s1"), "h", none)).toBe(at("i1"));
    expect(spelled(rows, at("i1"), "harbour c", none)).toBe(at("s1"));
    expect(spelled(rows, at("i1"), "il", none)).toBe(at("i3"));
    expect(spelled(rows, at("i1"), "zz", none)).toBe(-1);
  });
});
