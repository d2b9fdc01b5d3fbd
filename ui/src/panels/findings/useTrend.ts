/* The days on which the rules looked, the oldest first; today is as it stands now and not as it was kept. */
import { useEffect, useMemo, useState } from "react";
import type { Finding, SeenDay, SeverityCounts } from "../../api/bindings.ts";
import { useDesk, useStore } from "../desk.tsx";

const NONE: readonly SeenDay[] = [];

export function useTrend(): readonly SeenDay[] {
  const { trend } = useDesk();
  const asOf = useStore((state) => state.asOf);
  const pack = useStore((state) => state.pack);
  const findings = useStore((state) => state.findings);
  const accepted = useStore((state) => state.accepted);
  const [kept, setKept] = useState(NONE);
  useEffect(() => {
    let wanted = true;
    void trend().then((days) => {
      if (wanted && days !== null) setKept(days);
    });
    return () => {
      wanted = false;
    };
  }, [trend]);
  return useMemo(() => {
    const before = kept.filter(({ day }) => day < asOf);
    if (before.length === 0) return kept.length === 0 ? NONE : [today(findings, accepted.length, asOf, pack)];
    return [...before, today(findings, accepted.length, asOf, pack)];
  }, [kept, findings, accepted.length, asOf, pack]);
}

function today(findings: readonly Finding[], accepted: number, day: string, pack: string): SeenDay {
  const open: SeverityCounts = { info: 0, low: 0, medium: 0, high: 0, blocker: 0 };
  let untold = 0;
  for (const { result, severity } of findings) {
    if (result === "violated") open[severity] += 1;
    else untold += 1;
  }
  return { day, pack, open, cannot_tell: untold, accepted };
}
