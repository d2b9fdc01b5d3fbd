/*
 * A cell being edited. It keeps the keyboard until Enter, Tab or Escape; what it understood is said below while
 * typing, so that nothing is stored that was not meant. It never edits by itself: it hands over a patch.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Patch } from "../../api/bindings.ts";
import { best } from "../../model/search.ts";
import { isKey, useWords } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import { CATEGORIES, editable, STATES, typed } from "./edits.ts";
import type { Unit } from "./money.ts";
import type { Row } from "./rows.ts";

/** Where to go when the cell is done. */
export type Leave = "down" | "up" | "next" | "previous" | "stay";

interface CellEditorProps {
  row: Row;
  column: Column;
  units: readonly Unit[];
  /** What a person typed to open the cell; `null` starts from what stands there. */
  begun: string | null;
  owners: readonly string[];
  onDone: (patch: Patch | null, leave: Leave) => void;
}

/** Pixels that a list below the cell may need. */
const ROOM = 260;

interface Choice {
  readonly id: string;
  readonly text: string;
}

export function CellEditor({ row, column, units, begun, owners, onDone }: CellEditorProps) {
  const words = useWords();
  const base = useId();
  const field = useRef<HTMLInputElement>(null);
  const before = useMemo(() => editable(row, column, units, words), [row, column, units, words]);
  const closed = column.editing === "state" || column.editing === "category";
  const [text, setText] = useState(begun ?? (closed ? "" : before));
  const [at, setAt] = useState(-1);
  const [tried, setTried] = useState(false);
  const [above, setAbove] = useState(false);
  const done = useRef(false);

  const choices = useMemo<readonly Choice[]>(() => {
    if (closed) {
      const all = column.editing === "state" ? STATES : CATEGORIES;
      const named = all.map((id) => ({ id, text: wordFor(`${column.editing}.${id}`, id) }));
      return best(text, [...named, { id: "", text: words.say("common.none") }], (it) => it.text, 8);
    }
    if (column.editing !== "owner" || text === before) return [];
    return best(text, owners, (it) => it, 6)
      .filter((owner) => owner !== text)
      .map((owner) => ({ id: owner, text: owner }));

    function wordFor(key: string, otherwise: string): string {
      return isKey(key) ? words.say(key) : otherwise;
    }
  }, [closed, column.editing, text, before, owners, words]);

  const current = closed ? (known(row, column) ?? "") : "";
  const here = closed
    ? at >= 0
      ? Math.min(at, choices.length - 1)
      : text === ""
        ? choices.findIndex((it) => it.id === current)
        : 0
    : Math.min(at, choices.length - 1);
  const chosen = here >= 0 ? choices[here] : undefined;
  const meant = closed ? (chosen?.id ?? "?") : (chosen?.text ?? text);
  const read = typed(meant, row, column, units, words);

  useEffect(() => {
    field.current?.focus();
    if (begun === null) field.current?.select();
    const here = field.current?.getBoundingClientRect();
    const grid = field.current?.closest("[role=treegrid]")?.getBoundingClientRect();
    if (here && grid) setAbove(grid.bottom - here.bottom < ROOM);
  }, [begun]);

  function finish(leave: Leave): void {
    if (done.current) return;
    const unchanged = closed ? meant === current : meant.trim() === before.trim();
    if (!unchanged && read.type === "wrong") {
      setTried(true);
      return;
    }
    done.current = true;
    onDone(unchanged || read.type === "wrong" ? null : read.patch, leave);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const leave = leaving(event);
    if (event.key === "Escape") {
      event.preventDefault();
      done.current = true;
      onDone(null, "stay");
    } else if (leave !== null) {
      event.preventDefault();
      finish(leave);
    } else if (choices.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((Math.max(here, -1) + step + choices.length) % choices.length);
    }
  }

  const wrong =
    read.type === "wrong" && (tried || (text !== before && text.length > 2 && !closed)) ? read.why : null;
  const reading = read.type === "patch" && text !== before ? read.reading : null;
  const list =
    choices.length > 0
      ? {
          role: "combobox",
          "aria-expanded": true,
          "aria-controls": `${base}-list`,
          ...(here >= 0 ? { "aria-activedescendant": `${base}-${here}` } : {}),
        }
      : {};
  return (
    <div className={above ? "table-editor above" : "table-editor"}>
      <input
        ref={field}
        {...list}
        aria-label={words.say("table.edit", { name: words.say(column.name), title: row.element.title })}
        aria-invalid={wrong !== null}
        className={column.numeric ? "num" : ""}
        value={text}
        placeholder={closed ? wordOfCurrent() : ""}
        spellCheck={false}
        data-testid="table-editor"
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
          setTried(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finishOrDrop()}
      />
      {choices.length > 0 ? (
        <div
          className="pop table-drop menu"
          role="listbox"
          id={`${base}-list`}
          aria-label={words.say(column.name)}
        >
          {choices.map((choice, index) => (
            <div
              key={choice.id}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              data-focused={index === here || undefined}
              onPointerMove={() => setAt(index)}
              onPointerDown={(event) => {
                event.preventDefault();
                take(choice);
              }}
            >
              <span className="cut">{choice.text}</span>
            </div>
          ))}
        </div>
      ) : null}
      {choices.length === 0 && (wrong !== null || reading !== null) ? (
        <div className={wrong === null ? "pop table-note" : "pop table-note is-off"} role="status">
          {wrong === null ? words.say("table.edit.reads", { reading: reading ?? "" }) : words.say(wrong)}
        </div>
      ) : null}
    </div>
  );

  function wordOfCurrent(): string {
    const key = `${column.editing}.${current}`;
    return isKey(key) ? words.say(key) : before;
  }

  function take(choice: Choice): void {
    const taken = typed(closed ? choice.id : choice.text, row, column, units, words);
    if (taken.type === "wrong") return;
    done.current = true;
    onDone(taken.patch, "stay");
  }

  /** Leaving by the mouse keeps what can be kept and drops what cannot. */
  function finishOrDrop(): void {
    if (done.current) return;
    const unchanged = closed ? text === "" : text.trim() === before.trim();
    done.current = true;
    onDone(unchanged || read.type === "wrong" ? null : read.patch, "stay");
  }
}

function known(row: Row, column: Column): string | null {
  const content = column.content(row);
  return content.type === "word" ? (content.value?.known ?? null) : null;
}

function leaving(event: KeyboardEvent): Leave | null {
  if (event.key === "Enter") return event.shiftKey ? "up" : "down";
  if (event.key === "Tab") return event.shiftKey ? "previous" : "next";
  return null;
}
