/* Says why nothing may be changed, to somebody who just tried: in a grid every cell looks like one that could be typed into. */
import { useCallback } from "react";
import { useWords } from "../words/index.ts";
import { useDesk } from "./desk.tsx";

export function useWhyNot(): () => void {
  const words = useWords();
  const { store, tell } = useDesk();
  return useCallback(() => {
    const { readOnly } = store.state;
    if (readOnly !== null) tell(words.told(readOnly));
  }, [store, tell, words]);
}
