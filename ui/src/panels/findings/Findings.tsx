/*
 * The findings as a page: what stands open in one sentence and how it came to be so many, families at the left, then
 * findings by cause, the heaviest first. What one cause has brought about is one line that opens, never a wall of rows.
 */
import "./apart.css";
import "./findings.css";
import "./lines.css";
import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Family } from "../../api/bindings.ts";
import { coverageOf } from "../../model/coverage.ts";
import { isFiltering } from "../../model/filter.ts";
import { oldNews } from "../../model/latest.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useFilter, usePasses, useStore, useVerdicts } from "../desk.tsx";
import { useIdleRules } from "../useIdleRules.ts";
import { Accepted } from "./Accepted.tsx";
import { Families } from "./Families.tsx";
import { FindingsBar } from "./FindingsBar.tsx";
import { Heading, Nothing } from "./Heading.tsx";
import { isNarrowed, keptOf, NARROWED_BY_NOTHING, thereOf } from "./kept.ts";
import { List } from "./List.tsx";
import { groupsOf, linesOf, narrowed, wayTo } from "./lines.ts";
import { Trend } from "./Trend.tsx";
import { Untold } from "./Untold.tsx";
import { useTrend } from "./useTrend.ts";

/** What somebody wants to see: one finding among the others, or all about some elements. A new value each time. */
export type Sought = { readonly finding: string } | { readonly about: readonly string[] };

export function Findings({ sought = null }: { sought?: Sought | null }) {
  const words = useWords();
  const desk = useDesk();
  const kept = keptOf(desk.store);
  const settings = useSyncExternalStore(kept.subscribe, kept.get);
  const all = useStore((state) => state.findings);
  const lived = useStore((state) => state.accepted);
  const portfolio = useStore((state) => live(state.portfolio));
  const asOf = useStore((state) => state.asOf);
  const pack = useStore((state) => state.pack);
  const verdicts = useVerdicts();
  const passes = usePasses();
  const filtering = isFiltering(useFilter());
  const days = useTrend();
  const began = days[0]?.day ?? null;

  const [open, untold] = useMemo(() => {
    const open = all.filter(({ result }) => result === "violated");
    return [open, all.filter(({ result }) => result !== "violated")];
  }, [all]);
  const old = useMemo(() => oldNews(portfolio, asOf), [portfolio, asOf]);
  const accepted = portfolio.waivers.size;
  const noise = useMemo(
    () => new Set([...verdicts.values()].filter((it) => it.verdict === "noise").map(({ key }) => key)),
    [verdicts],
  );
  const means = useMemo(
    () => ({
      isNoise: ({ key }: { key: string }) => noise.has(key),
      ownerOf: ({ subject }: { subject: { id: string } | null }) =>
        known(portfolio.elements.get(subject?.id ?? "")?.owner ?? null)?.trim() ?? "",
      compare: words.compare,
      elements: portfolio.elements,
    }),
    [noise, portfolio.elements, words],
  );
  const { severities, kind, since, about, by } = settings;
  const through = useMemo(() => {
    const some = narrowed(open, { severities, kind, since, about }, asOf);
    if (!filtering) return some;
    return some.filter(({ subject, related }) =>
      [subject, ...related].some((it) => {
        const element = portfolio.elements.get(it?.id ?? "");
        return element !== undefined && passes(element);
      }),
    );
  }, [open, severities, kind, since, about, asOf, filtering, passes, portfolio.elements]);
  const counts = useMemo(() => {
    const counts = new Map<Family, number>();
    for (const { family } of through) counts.set(family, (counts.get(family) ?? 0) + 1);
    return counts;
  }, [through]);

  const families = useMemo(() => new Set(open.map(({ family }) => family)), [open]);
  const shown = thereOf(settings.shown, families, accepted, untold.length);
  const isList = shown !== "accepted" && shown !== "untold";
  const only = isList ? shown : null;
  const groups = useMemo(() => groupsOf(through, by, only, means), [through, by, only, means]);
  const lines = useMemo(() => linesOf(groups, settings.opened), [groups, settings.opened]);

  const rules = desk.rules;
  const idle = useIdleRules();
  const ruled = portfolio.settings.rules;
  const coverages = useMemo(() => {
    const judged = [...all, ...lived];
    const of = (family: Family | null) => coverageOf(rules.values(), judged, ruled, idle ?? [], family);
    return { all: of(null), of };
  }, [rules, all, lived, ruled, idle]);
  const coverageFor = useCallback(
    (family: Family) => (rules.size === 0 ? null : coverages.of(family)),
    [rules, coverages],
  );
  const onUntold = useCallback(() => kept.set({ shown: "untold" }), [kept]);

  // Before the page is painted, so that what leads to the finding is open when the list looks for it.
  const [wanted, setWanted] = useState<{ readonly finding: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened when it is sought, not whenever findings change.
  useLayoutEffect(() => {
    if (sought === null) return;
    kept.set({ ...NARROWED_BY_NOTHING, shown: null });
    if ("about" in sought) {
      kept.set({ about: sought.about, here: null });
      return;
    }
    kept.open(wayTo(groupsOf(open, kept.get().by, null, means), sought.finding), true);
    kept.set({ here: sought.finding });
    setWanted({ finding: sought.finding });
  }, [sought]);

  const isEmpty = groups.length === 0;
  return (
    <div className="findings" data-testid="findings-panel">
      <header className="findings-hero">
        <Heading findings={open} elements={portfolio.elements} old={old} asOf={asOf} />
        <Trend days={days} />
      </header>
      <div className="findings-cols">
        <Families
          open={open}
          counts={counts}
          shown={shown}
          accepted={accepted}
          untold={untold.length}
          coverage={idle === null ? null : coverages.all}
          onShow={(to) => kept.set({ shown: to })}
        />
        <div className="findings-list">
          {isList && open.length > 0 ? (
            <FindingsBar
              kept={kept}
              settings={settings}
              open={open}
              shown={through.length}
              hasAges={open.some(({ first_seen }) => first_seen !== null)}
            />
          ) : null}
          {shown === "accepted" ? <Accepted /> : null}
          {shown === "untold" ? <Untold findings={untold} coverage={coverages.all} /> : null}
          {isList && isEmpty ? (
            <Nothing
              isKeptBack={open.length > 0}
              isUnjudged={portfolio.elements.size === 0}
              onEverything={() => {
                kept.set({ ...NARROWED_BY_NOTHING, shown: null });
                desk.filter.clear();
              }}
              canClear={isNarrowed(settings) || filtering || shown !== null}
            />
          ) : null}
          {isList && !isEmpty ? (
            <List
              lines={lines}
              kept={kept}
              here={settings.here}
              sought={wanted}
              coverageOf={coverageFor}
              noise={noise}
              began={began}
              onUntold={onUntold}
            />
          ) : null}
        </div>
      </div>
      <footer className="findings-foot c3 t12">
        <p className="findings-keys">{isList && !isEmpty ? words.say("findings.keys") : ""}</p>
        <p data-testid="findings-pack">{words.say("findings.pack", { pack, date: words.date(asOf) })}</p>
      </footer>
    </div>
  );
}
