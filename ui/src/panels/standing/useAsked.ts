/* An answer of the host about the portfolio as it stands: asked anew after each change, once that has come to rest. */
import { useEffect, useState } from "react";
import { useStore } from "../desk.tsx";

/** How long nothing must have changed before it is asked for anew. */
const QUIET_MS = 300;

/** `null` until there is an answer; the last one stays while the next is awaited. `ask` must not change by itself. */
export function useAsked<T>(ask: () => Promise<T | null>): T | null {
  const revision = useStore((state) => state.revision);
  const [answer, setAnswer] = useState<T | null>(null);
  const isFirst = answer === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after each change, not after each answer.
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      () =>
        void ask().then((next) => {
          if (wanted && next !== null) setAnswer(() => next);
        }),
      isFirst ? 0 : QUIET_MS,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, revision]);
  return answer;
}
