/*
 * A title while it is typed. It keeps the keyboard until Enter, Escape or the mouse leaves it, and hands over what was
 * typed; it never edits by itself. Enter in a new row goes on with the next one, as in any list: whoever types on
 * would otherwise command the grid by letters, and with the next Enter rename a row that was never meant.
 */
import { type KeyboardEvent, useEffect, useRef } from "react";

/** Stay on the row, go on with another one below, or the person went elsewhere. */
export type Leave = "stay" | "next" | "left";

interface TitleEditorProps {
  label: string;
  begun: string;
  placeholder?: string;
  /** The row is new, and Enter begins another one below. */
  isNew?: boolean;
  onDone: (text: string | null, leave: Leave) => void;
  /** Tab and Shift Tab, where they mean something. */
  onShift?: (by: 1 | -1) => void;
}

export function TitleEditor({ label, begun, placeholder, isNew = false, onDone, onShift }: TitleEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  function finish(text: string | null, leave: Leave): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(text, leave);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const shift = shiftOf(event);
    if (event.key === "Escape") finish(null, "stay");
    else if (event.key === "Enter") {
      const { value } = event.currentTarget;
      finish(value, mod || (isNew && value.trim() !== "") ? "next" : "stay");
    } else if (event.key === "Insert") finish(event.currentTarget.value, "next");
    else if (shift !== null && onShift !== undefined) onShift(shift);
    else if (event.key === "Tab") finish(event.currentTarget.value, "stay");
    else return;
    event.preventDefault();
  }

  return (
    <input
      ref={field}
      className="outline-input"
      aria-label={label}
      defaultValue={begun}
      placeholder={placeholder}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value, "left")}
      data-testid="outline-editor"
    />
  );
}

function shiftOf(event: KeyboardEvent): 1 | -1 | null {
  if (event.key === "Tab") return event.shiftKey ? -1 : 1;
  if (event.altKey && event.key === "ArrowRight") return 1;
  return event.altKey && event.key === "ArrowLeft" ? -1 : null;
}
