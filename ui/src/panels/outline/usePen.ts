/*
 * Writing titles in the outline: a new element, which is nowhere but here until its title is given, and a new name
 * for one that stands. Each is one step; what was refused comes back as it was typed.
 */
import { useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { newId } from "../../model/id.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { useWords } from "../../words/index.ts";
import type { Desk } from "../desk.tsx";
import { added, beside, deeper, shallower } from "./edits.ts";
import type { Kept } from "./kept.ts";
import { type Draft, laneKey, ownerOf, type Row } from "./rows.ts";
import type { Leave } from "./TitleEditor.tsx";
import { type Tree, wholesOf } from "./tree.ts";

/** A draft with what its editor begins with. */
export interface Writing {
  readonly draft: Draft;
  readonly begun: string;
  /** The title on its way to the file; `null` while it is typed. */
  readonly sent: string | null;
  /** Another number for each new row, so that its editor starts afresh. */
  readonly number: number;
}

interface Means {
  readonly desk: Desk;
  readonly kept: Kept;
  readonly tree: Tree;
  readonly portfolio: Portfolio;
  readonly isReadOnly: boolean;
  readonly go: (key: string) => void;
  readonly select: (ids: readonly string[]) => void;
  readonly say: (news: string) => void;
}

export interface Pen {
  readonly writing: Writing | null;
  /** The element whose title is edited. */
  readonly renaming: string | null;
  add(row: Row | undefined): void;
  /** The title of the new row is done; `null` lets it go. */
  write(title: string | null, leave: Leave): void;
  /** Makes the new row a part of the one above it (1), or takes it out (−1). */
  shift(by: 1 | -1): void;
  rename(element: string): void;
  renamed(element: Element, title: string | null, leave: Leave): void;
}

export function usePen(means: Means): Pen {
  const { desk, kept, tree, portfolio } = means;
  const words = useWords();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const number = useRef(0);
  /** The last row written since a list was begun. */
  const lastWritten = useRef<string | null>(null);

  function begin(draft: Draft): void {
    const above = draft.whole === null ? [] : [draft.whole, ...wholesOf(tree, draft.whole)];
    kept.open([laneKey(draft.kind), ...above], true);
    number.current += 1;
    setWriting({ draft, begun: "", sent: null, number: number.current });
  }

  async function write(title: string | null, leave: Leave): Promise<void> {
    const text = title?.trim() ?? "";
    if (writing === null || writing.sent !== null) return;
    const { draft } = writing;
    if (text === "") {
      setWriting(null);
      // The list is done: the last row written is the one in force.
      if (leave === "stay" && lastWritten.current !== null) standOn(lastWritten.current);
      return;
    }
    const id = newId();
    kept.touch(id, draft.after);
    if (leave === "next") begin({ ...draft, after: id });
    else setWriting({ ...writing, sent: text });
    const changed = await desk.edit(...added(draft, id, text, newId));
    if (changed === null) {
      number.current += 1;
      setWriting({ draft, begun: text, sent: null, number: number.current });
      return;
    }
    lastWritten.current = id;
    if (leave === "next") return;
    setWriting((now) => (now?.number === writing.number ? null : now));
    standOn(id);
  }

  function standOn(id: string): void {
    means.select([id]);
    means.go(id);
  }

  function beginList(draft: Draft): void {
    lastWritten.current = null;
    begin(draft);
  }

  return {
    writing,
    renaming,
    add(row) {
      const owner = ownerOf(row);
      if (means.isReadOnly) means.say(words.say("outline.readOnly"));
      else if (owner !== null) beginList(beside(tree, owner));
      else if (row?.type === "lane") beginList({ kind: row.kind, whole: null, after: null });
    },
    write: (title, leave) => void write(title, leave),
    shift(by) {
      if (writing === null) return;
      const { draft } = writing;
      // What was just sent has not arrived: nothing can be part of it for a moment.
      const isHere = draft.after === null || portfolio.elements.has(draft.after);
      const next = by < 0 ? shallower(draft, tree) : isHere ? deeper(draft, tree) : null;
      if (next === null) {
        means.say(words.say(by > 0 ? "outline.noneAbove" : "outline.onTop"));
        return;
      }
      if (next.whole !== null) kept.open([next.whole], true);
      setWriting({ ...writing, draft: next });
      const whole = next.whole === null ? undefined : portfolio.elements.get(next.whole);
      means.say(whole ? words.say("outline.movedIn", { title: whole.title }) : words.say("outline.movedOut"));
    },
    rename(element) {
      if (means.isReadOnly) means.say(words.say("outline.readOnly"));
      else setRenaming(element);
    },
    renamed(element, title, leave) {
      setRenaming(null);
      const value = title?.trim() ?? "";
      if (value !== "" && value !== element.title) {
        kept.touch(element.id);
        void desk.edit({ type: "set", element: element.id, patch: { field: "title", value } });
      }
      if (leave === "next") beginList(beside(tree, element));
    },
  };
}
