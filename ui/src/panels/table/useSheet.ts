/*
 * Copy, cut, paste, fill and clear over a block of the table: each is one step, and says what it did and what it left
 * as it was. What a paste means is decided in `paste.ts`; here it is carried out and told.
 */
import { useState } from "react";
import type { Edit, Origin } from "../../api/bindings.ts";
import { newId } from "../../model/id.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { useWhyNot } from "../useWhyNot.ts";
import { cellValue } from "../values.ts";
import { type CopiedCell, copied, type Flavours, pastedCells, remembered } from "./clipboard.ts";
import type { Column } from "./columns.ts";
import { emptied, type Filled, filledDown } from "./fill.ts";
import { plainName } from "./heads.ts";
import { MOST_CELLS, type Pasted, pasted } from "./paste.ts";
import { type Block, sizeOf } from "./range.ts";
import type { Row } from "./rows.ts";
import type { At } from "./useCells.ts";
import type { Arrangement, Settings } from "./view.ts";
import { copyText } from "./writing.ts";

/** Cells to be copied: a block, or whole rows wherever they stand. */
export interface Area {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

export function areaOf(rows: readonly Row[], columns: readonly Column[], block: Block): Area {
  return {
    rows: rows.slice(block.top, block.bottom + 1),
    columns: columns.slice(block.left, block.right + 1),
  };
}

export interface Sheet {
  copy(area: Area): Flavours;
  cut(area: Area): Flavours;
  /** Answers with what is covered now, from its first cell to its last. */
  paste(block: Block, text: string, html: string): { from: At; to: At } | null;
  fill(block: Block): void;
  clear(block: Block): void;
}

/** Cells that are named in a message; the rest is counted. */
const NAMED = 4;

interface Around {
  readonly arrangement: Arrangement;
  readonly settings: Settings;
  /** Keeps rows where they are while their cells change; shows rows that a filter would hide. */
  readonly before: (added: boolean) => void;
}

export function useSheet({ arrangement, settings, before }: Around): { sheet: Sheet; news: string } {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const whyNot = useWhyNot();
  const [news, setNews] = useState("");
  const { visible, columns, units } = arrangement;

  function step(edits: readonly Edit[], origin: Origin, added: boolean): void {
    if (edits.length === 0) return;
    before(added);
    void desk.attempt(desk.store.edit(edits, origin));
  }

  function over(block: Block, filled: Filled, told: "table.filled" | "table.cleared"): void {
    if (sizeOf(block).cells > MOST_CELLS) {
      desk.tell(
        words.say("table.tooMany", { most: words.number(MOST_CELLS) }),
        words.say("table.tooMany.hint"),
      );
      return;
    }
    step(filled.edits, { from: "typed" }, false);
    setNews(words.say(told, { count: filled.cells }));
  }

  function copy({ rows, columns: inside }: Area): Flavours {
    setNews(words.say("table.copied", { count: rows.length * inside.length }));
    return copied(rows.map((row) => inside.map((column) => cellOf(row, column))));
  }

  function cellOf(row: Row, column: Column): CopiedCell {
    const { sets } = column;
    return {
      text: copyText(row, column, units, words),
      isText: !column.numeric && sets?.input !== "date",
      column: column.id,
      value: sets === null ? undefined : cellValue(row.element, sets),
    };
  }

  const sheet: Sheet = {
    copy,
    cut(area) {
      const flavours = copy(area);
      if (!isReadOnly) step(emptied(area.rows, area.columns).edits, { from: "typed" }, false);
      return flavours;
    },
    paste(block, text, html) {
      if (isReadOnly) {
        whyNot();
        return null;
      }
      const cells = pastedCells(text, html);
      const ground = { kind: settings.kind, rows: visible, columns, units, words };
      const done = cells && pasted(ground, block, { cells, exact: remembered(text) }, newId);
      if (done === null) {
        desk.tell(
          words.say("table.tooMany", { most: words.number(MOST_CELLS) }),
          words.say("table.tooMany.hint"),
        );
        return null;
      }
      step(done.edits, { from: "pasted" }, done.added.length > 0);
      const { text: said, hint } = pastedWords(done, words);
      if (hint === "" && done.added.length === 0) setNews(said);
      else desk.tell(said, hint === "" ? undefined : hint, done.refused.length + done.untitled > 0);
      const id = (at: number) => visible[at]?.id ?? done.added[at - visible.length] ?? "";
      const name = (at: number) => columns[at]?.id ?? "title";
      return {
        from: { line: id(done.block.top), cell: name(done.block.left) },
        to: { line: id(done.block.bottom), cell: name(done.block.right) },
      };
    },
    fill(block) {
      // A single row is filled from the one above it.
      const top = block.top === block.bottom ? Math.max(0, block.top - 1) : block.top;
      const area = areaOf(visible, columns, { ...block, top });
      over(block, filledDown(area.rows, area.columns), "table.filled");
    },
    clear(block) {
      const area = areaOf(visible, columns, block);
      over(block, emptied(area.rows, area.columns), "table.cleared");
    },
  };
  return { sheet, news };
}

/** What a paste did, and in the hint what it left: which cells and why, rows without a title, columns that follow. */
export function pastedWords(done: Pasted, words: Words): { text: string; hint: string } {
  const { refused, added, untitled, fixed, outside, bareIn } = done;
  const text = words.say("table.pasted", { cells: done.written, rows: added.length, left: refused.length });
  const named = refused.slice(0, NAMED).map(({ text: said, title, column }) =>
    words.say("table.pasted.cell", {
      said: said === "" ? words.say("table.filter.empty") : said,
      title,
      column: plainName(column, words),
    }),
  );
  const rest = refused.length - named.length;
  const first = refused[0];
  const hints = [
    named.length === 0
      ? ""
      : words.say("table.pasted.kept", {
          cells: named.join("; "),
          rest,
          why: first ? words.say(first.why) : "",
        }),
    untitled === 0 ? "" : words.say("table.pasted.untitled", { count: untitled }),
    fixed.length === 0
      ? ""
      : words.say("table.pasted.fixed", {
          columns: fixed.map((column) => plainName(column, words)).join(", "),
        }),
    outside === 0 ? "" : words.say("table.pasted.outside", { count: outside }),
    bareIn === null ? "" : words.say("table.pasted.bare", { currency: bareIn }),
    done.hasHead ? words.say("table.pasted.head") : "",
  ];
  return { text, hint: hints.filter((hint) => hint !== "").join(" ") };
}
