/* What stands in a field that is empty: the question that it asks, or, where nothing may be changed, that nothing was given. */
import { type Key, useWords } from "../words/index.ts";
import { useReadOnly } from "./desk.tsx";

export function useAsk(): (question: Key, values?: Readonly<Record<string, string>>) => string {
  const words = useWords();
  const isReadOnly = useReadOnly();
  return (question, values) =>
    isReadOnly
      ? words.say("inspector.notGiven")
      : values === undefined
        ? words.say(question)
        : words.say(question, values);
}
