/* A day or none, read and typed in place. What cannot be read is refused in words and the field stays as it was. */
import { InPlace } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { readDate } from "../dates.ts";
import { useDesk, useReadOnly } from "../desk.tsx";

interface DayInPlaceProps {
  label: string;
  value: string | null;
  placeholder: string;
  /** The day that a bare month stands for. */
  edge?: "first" | "last";
  onDay: (day: string | null) => void;
  "data-testid"?: string;
}

export function DayInPlace({ label, value, placeholder, edge = "last", onDay, ...rest }: DayInPlaceProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  function commit(typed: string): void {
    const text = typed.trim();
    const day = text === "" ? null : readDate(text, edge);
    if (day === null && text !== "") desk.tell(words.say("read.date", { text }), words.say("read.dateHint"));
    else onDay(day);
  }
  return (
    <InPlace
      label={label}
      value={value === null ? "" : words.date(value)}
      placeholder={placeholder}
      isReadOnly={isReadOnly}
      onCommit={commit}
      {...rest}
    />
  );
}
