/* The rules that have nothing to look at, asked anew when the portfolio has changed. What was known stays meanwhile. */
import { useEffect, useState } from "react";
import type { IdleRule } from "../api/bindings.ts";
import { useDesk, useStore } from "./desk.tsx";

/** `null` until it is known. */
export function useIdleRules(): readonly IdleRule[] | null {
  const { idleRules } = useDesk();
  const revision = useStore((state) => state.revision);
  const [idle, setIdle] = useState<readonly IdleRule[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the host answers for the revision that is in force.
  useEffect(() => {
    let wanted = true;
    void idleRules().then((rules) => {
      if (wanted) setIdle(rules);
    });
    return () => {
      wanted = false;
    };
  }, [idleRules, revision]);
  return idle;
}
