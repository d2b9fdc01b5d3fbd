/* A day as people type it, with what to write when it cannot be read. What was read is the parent's to ask for. */
import { TextField } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { readDate } from "./dates.ts";

interface DayFieldProps {
  label: string;
  /** As typed. */
  text: string;
  onChange: (text: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
  "data-testid"?: string;
}

export function DayField({ text, ...rest }: DayFieldProps) {
  const words = useWords();
  const wrong = text.trim().length > 3 && readDate(text, "last") === null;
  return <TextField {...rest} value={text} {...(wrong ? { error: words.say("read.dateHint") } : {})} />;
}
