/* The days on which the rules looked, the oldest first; today is as it stands now and not as it was kept. */
import { useEffect, useMemo, useState } from "react";
import type { Counted, Finding, SeenDay } from "../../api/bindings.ts";
import { useDesk, useStore } from "../desk.tsx";

const NONE: readonly SeenDay[] = [];

export function useTrend(): readonly SeenDay[] {
  const { trend } = useDesk();
  const asOf = useStore((state) => state.asOf);
  const pack = useStore((state) => state.pack);
  const findings = useStore((state) => state.findings);
  const accepted = useStore((state) => state.accepted);
  const [kept, setKept] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the host tells the days before the one that is judged.
  useEffect(() => {
    let wanted = true;
    void trend().then((days) => {
      if (wanted && days !== null) setKept(days);
    });
    return () => {
      wanted = false;
    };
  }, [trend, asOf]);
  return useMemo(() => {
    const before = kept.filter(({ day }) => day < asOf);
    if (before.length === 0) return kept.length === 0 ? NONE : [today(findings, accepted.length, asOf, pack)];
    return [...before, today(findings, accepted.length, asOf, pack)];
  }, [kept, findings, accepted.length, asOf, pack]);
}

function today(findings: readonly Finding[], accepted: number, day: string, pack: string): SeenDay {
  const open = new Map<string, Counted>();
  let untold = 0;
  for (const { result, family, severity } of findings) {
    const key = `${family} ${severity}`;
    if (result === "violated") open.set(key, { family, severity, count: (open.get(key)?.count ?? 0) + 1 });
    else untold += 1;
  }
  return { day, pack, open: [...open.values()], cannot_tell: untold, accepted };
}
