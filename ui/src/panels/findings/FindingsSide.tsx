/*
 * The findings beside the map, by cause, what follows from one left to its page. What the map puts right leaves this list before one's eyes: a row that is
 * gone folds away, unless the person asked for less motion.
 */
import "./side.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { Finding } from "../../api/bindings.ts";
import { FindingMark, IconButton, LinkButton } from "../../kit/index.ts";
import { type Cause, causesOf, rootsOf } from "../../model/causes.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useSelected, useStore } from "../desk.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { useRuleTitle } from "../useRuleTitle.ts";
import { walkRows } from "./walk.ts";

/** Rows of one cause that are shown before it is opened. */
const SHOWN = 6;

export function FindingsSide({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const all = useStore((state) => state.findings);
  const open = useMemo(() => all.filter((finding) => finding.result === "violated"), [all]);
  const elements = useStore((state) => state.portfolio.elements);
  const causes = useMemo(() => causesOf(rootsOf(open), elements), [open, elements]);
  return (
    <aside className="side" aria-label={words.say("findings.panel")} data-testid="findings-panel">
      <header className="side-head">
        <h2>{words.say("findings.open", { count: open.length })}</h2>
        <span className="gap" />
        {open.length === 0 ? null : (
          <LinkButton onPress={() => desk.showFindings({ about: [] })} data-testid="side-all">
            {words.say("findings.toFindings")}
          </LinkButton>
        )}
        <IconButton icon="close" size="small" label={words.say("common.close")} onPress={onClose} />
      </header>
      <section className="side-list scroll" aria-label={words.say("findings.list")} onKeyDown={walkRows}>
        {causes.length === 0 ? <p className="c3 side-none">{words.say("findings.none")}</p> : null}
        {causes.map((cause) => (
          <CausePart key={cause.code} cause={cause} />
        ))}
      </section>
    </aside>
  );
}

function CausePart({ cause }: { cause: Cause }) {
  const words = useWords();
  const titleOf = useRuleTitle();
  const [whole, setWhole] = useState(false);
  const heads = useMemo(() => cause.roots.map(({ head }) => head), [cause]);
  const rows = useLeaving(heads);
  const shown = whole ? rows : rows.slice(0, SHOWN);
  return (
    <div className="side-cause">
      <h3>
        <FindingMark severity={markOf(cause.severity)} label={words.say(`severity.${cause.severity}`)} />
        <span className="cut" title={titleOf(cause.code, cause.name)}>
          {titleOf(cause.code, cause.name)}
        </span>
        <em>{words.number(heads.length)}</em>
      </h3>
      {shown.map(({ finding, leaving }) => (
        <SideRow key={finding.key} finding={finding} leaving={leaving} />
      ))}
      {rows.length > SHOWN ? (
        <Button className="linkish side-more" onPress={() => setWhole(!whole)}>
          {whole ? words.say("findings.showFewer") : words.say("findings.showAll", { count: heads.length })}
        </Button>
      ) : null}
    </div>
  );
}

function SideRow({ finding, leaving }: { finding: Finding; leaving: boolean }) {
  const words = useWords();
  const desk = useDesk();
  const selected = useSelected();
  const about = finding.subject === null ? finding.related : [finding.subject];
  const held = useMemo(() => new Set(selected), [selected]);
  const on = about.length > 0 && about.every(({ id }) => held.has(id));
  return (
    <Button
      className={`side-row${on ? " on" : ""}${leaving ? " leaving" : ""}`}
      onPress={() => void goToFinding(desk, finding, "map")}
      data-testid={`finding-${finding.key}`}
    >
      <span className="cut">{finding.subject?.title ?? finding.message}</span>
      {finding.money.length === 0 ? null : <span className="c3">{words.monies(finding.money)}</span>}
    </Button>
  );
}

interface Shown {
  readonly finding: Finding;
  readonly leaving: boolean;
}

/** How long a row that was put right stays to be seen leaving; the same time as its movement. */
const LEAVES_MS = 150;

/** The findings, with those that just went away kept for as long as they fold. */
function useLeaving(findings: readonly Finding[]): readonly Shown[] {
  const before = useRef(findings);
  const [gone, setGone] = useState<readonly Finding[]>([]);
  useEffect(() => {
    const keys = new Set(findings.map((finding) => finding.key));
    const left = before.current.filter((finding) => !keys.has(finding.key));
    before.current = findings;
    if (left.length === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    setGone(left);
    const timer = setTimeout(() => setGone([]), LEAVES_MS);
    return () => clearTimeout(timer);
  }, [findings]);
  const here = new Set(findings.map((finding) => finding.key));
  return [
    ...gone.filter((finding) => !here.has(finding.key)).map((finding) => ({ finding, leaving: true })),
    ...findings.map((finding) => ({ finding, leaving: false })),
  ];
}
