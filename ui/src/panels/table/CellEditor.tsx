/*
 * A cell being edited. It keeps the keyboard until Enter, Tab or Escape; what it understood is said below while
 * typing, so that nothing is stored that was not meant. It never edits by itself: it hands over a patch.
 */
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Patch } from "../../api/bindings.ts";
import { useWords } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import type { Unit } from "../money.ts";
import { readCell } from "../reading.ts";
import { type CellValue, cellValue, patchOf, same } from "../values.ts";
import type { Column } from "./columns.ts";
import { isClosed, isLong, type Offer, offersFor } from "./offers.ts";
import type { Row } from "./rows.ts";
import { editable, unitFor } from "./writing.ts";

/** Where to go when the cell is done. */
export type Leave = "down" | "up" | "next" | "previous" | "stay";

interface CellEditorProps {
  row: Row;
  column: Column;
  units: readonly Unit[];
  /** What a person typed to open the cell; `null` starts from what stands there. */
  begun: string | null;
  suggest: (column: string) => readonly string[];
  onDone: (patch: Patch | null, leave: Leave) => void;
}

/** Pixels that a list below the cell may need. */
const ROOM = 260;
/** Pixels that a text in lines needs to the right. */
const BREADTH = 340;

export function CellEditor({ row, column, units, begun, suggest, onDone }: CellEditorProps) {
  const words = useWords();
  const desk = useDesk();
  const base = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { sets } = column;
  const before = useMemo(() => editable(row, column, units, words), [row, column, units, words]);
  const held: CellValue = sets === null ? null : cellValue(row.element, sets);
  const closed = isClosed(sets);
  const long = isLong(sets, before);
  const [text, setText] = useState(begun ?? (closed ? "" : before));
  const [at, setAt] = useState(-1);
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const [above, setAbove] = useState(false);
  const [aside, setAside] = useState(false);
  const done = useRef(false);

  const offers = useMemo<readonly Offer[]>(
    () =>
      offersFor({
        sets,
        text,
        isTouched: text !== before,
        isAsked: asked,
        known: () => suggest(column.id),
        words,
      }),
    [sets, text, before, asked, suggest, column.id, words],
  );
  const current = closed
    ? offers.findIndex((it) => it.text === before || (before === "" && it.id === ""))
    : -1;
  const here = Math.min(closed && at < 0 ? (text === "" ? current : 0) : at, offers.length - 1);
  const chosen = here >= 0 ? offers[here] : undefined;
  const meant = chosen?.id ?? (closed && text !== "" ? "\u0000" : text);
  const unit = unitFor(
    held !== null && typeof held === "object" && "known" in held ? moneyOf(held.known) : null,
    units,
  );
  const read = sets === null ? null : readCell(meant, sets, unit, words);
  const wrongWhy = read?.type === "wrong" ? read.why : null;

  useEffect(() => {
    field.current?.focus();
    if (begun === null) field.current?.select();
    const here = field.current?.getBoundingClientRect();
    const grid = field.current?.closest(".table-grid")?.getBoundingClientRect();
    if (here && grid) {
      setAbove(grid.bottom - here.bottom < ROOM);
      setAside(grid.right - here.left < BREADTH);
    }
  }, [begun]);

  useEffect(() => {
    if (here >= 0) document.getElementById(`${base}-${here}`)?.scrollIntoView?.({ block: "nearest" });
  }, [base, here]);

  const isUnchanged = () => (closed ? text === "" && at < 0 : meant.trim() === before.trim());

  /** What is handed over; `undefined` keeps the cell open. */
  function patch(): Patch | null | undefined {
    if (isUnchanged() || sets === null || read === null) return null;
    if (read.type === "wrong") return undefined;
    return same(held, read.value) ? null : patchOf(row.element, sets, read.value);
  }

  function finish(leave: Leave): void {
    if (done.current) return;
    const made = patch();
    if (made === undefined) {
      setTried(true);
      return;
    }
    done.current = true;
    onDone(made, leave);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && long && (event.altKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.current?.setRangeText("\n", text.length, text.length, "end");
      setText(`${text}\n`);
      return;
    }
    const leave = leaving(event);
    const steps = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (event.key === "Escape") {
      event.preventDefault();
      done.current = true;
      onDone(null, "stay");
    } else if (leave !== null) {
      event.preventDefault();
      finish(leave);
    } else if (steps && offers.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((Math.max(here, -1) + step + offers.length) % offers.length);
    } else if (event.key === "ArrowDown" && !long) {
      event.preventDefault();
      setAsked(true);
    }
  }

  const wrong =
    wrongWhy !== null && (tried || (text !== before && text.length > 2 && !closed)) ? wrongWhy : null;
  const reading = read?.type === "value" && text !== before ? read.reading : null;
  const list =
    offers.length > 0
      ? {
          role: "combobox",
          "aria-expanded": true,
          "aria-controls": `${base}-list`,
          ...(here >= 0 ? { "aria-activedescendant": `${base}-${here}` } : {}),
        }
      : {};
  const shared = {
    ...list,
    ref: field as RefObject<HTMLInputElement & HTMLTextAreaElement>,
    "aria-label": words.say("table.edit", { name: words.say(column.name), title: row.element.title }),
    "aria-invalid": wrong !== null,
    value: text,
    spellCheck: long,
    "data-testid": "table-editor",
    onChange: (event: { target: { value: string } }) => {
      setText(event.target.value);
      setAt(-1);
      setTried(false);
    },
    onKeyDown,
    onBlur: () => finishOrDrop(),
  };
  return (
    <div className={`table-editor${above ? " above" : ""}${aside ? " aside" : ""}`}>
      {long ? (
        <textarea {...shared} rows={4} title={words.say("table.edit.long")} />
      ) : (
        <input {...shared} className={column.numeric ? "num" : ""} placeholder={closed ? before : ""} />
      )}
      {offers.length > 0 ? (
        <div
          className="pop table-drop menu"
          role="listbox"
          id={`${base}-list`}
          aria-label={words.say(column.name)}
        >
          {offers.map((offer, index) => (
            <div
              key={offer.id}
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              data-focused={index === here || undefined}
              className={offer.isReason ? "table-reason" : undefined}
              onPointerMove={() => setAt(index)}
              onPointerDown={(event) => {
                event.preventDefault();
                take(offer);
              }}
            >
              <span className="cut">{offer.text}</span>
            </div>
          ))}
        </div>
      ) : null}
      {offers.length === 0 && (wrong !== null || reading !== null) ? (
        <div className={wrong === null ? "pop table-note" : "pop table-note is-off"} role="status">
          {wrong === null ? words.say("table.edit.reads", { reading: reading ?? "" }) : words.say(wrong)}
        </div>
      ) : null}
    </div>
  );

  function take(offer: Offer): void {
    if (sets === null) return;
    const taken = readCell(offer.id, sets, unit, words);
    if (taken.type === "wrong") return;
    done.current = true;
    onDone(same(held, taken.value) ? null : patchOf(row.element, sets, taken.value), "stay");
  }

  /** Leaving by the mouse keeps what can be kept, and tells what cannot: it would be gone without a word. */
  function finishOrDrop(): void {
    if (done.current) return;
    done.current = true;
    if (wrongWhy !== null && !isUnchanged())
      desk.tell(words.say("read.refused", { text: text.trim() }), words.say(wrongWhy));
    onDone(closed && at < 0 && text === "" ? null : (patch() ?? null), "stay");
  }
}

function moneyOf(known: unknown): { amount: string; currency: string } | null {
  if (typeof known !== "object" || known === null || !("currency" in known)) return null;
  return known as { amount: string; currency: string };
}

function leaving(event: KeyboardEvent): Leave | null {
  if (event.key === "Enter") return event.shiftKey ? "up" : "down";
  if (event.key === "Tab") return event.shiftKey ? "previous" : "next";
  return null;
}
