// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { type CopiedCell, copied, pastedCells, remembered, tsvCells } from "./clipboard.ts";

const cells = (...rows: string[][]): CopiedCell[][] =>
  rows.map((row) => row.map((text) => ({ text, isText: true, column: "title", value: text })));

describe("a block on the clipboard", () => {
  it("comes back as it was, with tabs, lines and quotation marks in its cells", () => {
    const block = [
      ["plain", 'with "quotes"', "two\nlines"],
      ["a\ttab", "", "last"],
    ];
    expect(tsvCells(copied(cells(...block)).text)).toEqual(block);
  });

  it("keeps an empty cell at the end of a row and drops only the last line break", () => {
    expect(tsvCells("a\t\r\n\tb\r\n")).toEqual([
      ["a", ""],
      ["", "b"],
    ]);
    expect(tsvCells("a\n\nb")).toEqual([["a"], [""], ["b"]]);
    expect(tsvCells("a\t")).toEqual([["a", ""]]);
  });

  it("reads a quotation mark that is part of the text as what it is", () => {
    expect(tsvCells('"Open" day\t5" pipe\n"never closed')).toEqual([
      ['"Open" day', '5" pipe'],
      ['"never closed'],
    ]);
  });

  it("never hands a spreadsheet a formula, and takes the apostrophe off again", () => {
    const { text, html } = copied(cells(['=HYPERLINK("x")', "-12 %", "+ more", "<b>&"]));
    expect(text.startsWith("\"'=HYPERLINK")).toBe(true);
    expect(html).toContain("mso-number-format");
    expect(html).toContain("&lt;b&gt;&amp;");
    expect(tsvCells(text)).toEqual([['=HYPERLINK("x")', "-12 %", "+ more", "<b>&"]]);
  });

  it("is taken from the table of a page where the text is not laid out as one", () => {
    const html =
      "<table><tr><th>Title</th><th colspan=2>Owner</th></tr><tr><td>a<br>b</td><td>c</td></tr></table>";
    expect(pastedCells("Title Owner a b c", html)).toEqual([
      ["Title", "Owner", ""],
      ["a\nb", "c"],
    ]);
    expect(pastedCells("Title\tOwner", html)).toEqual([["Title", "Owner"]]);
  });

  it("is remembered while the text on the clipboard is still its own", () => {
    const { text } = copied(cells(["a", "b"]));
    expect(remembered(`${text}\r\n`)?.[0]?.[1]?.value).toBe("b");
    expect(remembered("something else")).toBeNull();
  });
});
