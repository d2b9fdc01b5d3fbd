/* What is said politely to a screen reader. The same sentence twice is said twice, as when a card is moved and moved again. */
import { useCallback, useState } from "react";

/** A region that does not change is not read; a space at the end is not heard. */
const AGAIN = "\u00a0";

export function useNews(): [string, (text: string) => void] {
  const [news, setNews] = useState("");
  const tell = useCallback(
    (text: string) => setNews((before) => (text !== "" && before === text ? text + AGAIN : text)),
    [],
  );
  return [news, tell];
}
