/* The objectives one by one: how far up each is, what keeps it from the next step, and on opening all that this rests on. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { ObjectiveLine } from "../../api/bindings.ts";
import { Icon, KindGlyph } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import type { StandingAsks } from "./asks.ts";
import { levelWord } from "./Bars.tsx";
import { LEVELS, numberOf } from "./levels.ts";
import { Stages } from "./Stages.tsx";
import { useAsked } from "./useAsked.ts";

/** Objectives shown before it is asked for more. */
const PAGE = 40;

interface ObjectivesProps {
  /** The heaviest first. */
  objectives: readonly ObjectiveLine[];
  asks: StandingAsks;
  /** Those that another view asked to see: opened, and the first of them in sight. */
  sought?: ReadonlySet<string> | null;
}

export function Objectives({ objectives, asks, sought = null }: ObjectivesProps) {
  const words = useWords();
  const [asked, setMost] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const isSought = ({ objective }: ObjectiveLine) => sought?.has(objective.id) === true;
  const most = Math.max(asked, objectives.findIndex(isSought) + 1);
  useEffect(() => {
    if (sought === null) return;
    const row = list.current?.querySelector<HTMLElement>(".climb.sought");
    row?.scrollIntoView({ block: "center" });
    row?.querySelector("button")?.focus({ preventScroll: true });
  }, [sought]);
  return (
    <>
      <ul ref={list} className="climbs">
        {objectives.slice(0, most).map((it) => (
          <Climb key={it.objective.id} line={it} asks={asks} sought={isSought(it) ? sought : null} />
        ))}
      </ul>
      {objectives.length > most ? (
        <Button className="btn small" onPress={() => setMost(most + PAGE)}>
          {words.say("archived.more")}
        </Button>
      ) : null}
    </>
  );
}

interface ClimbProps {
  line: ObjectiveLine;
  asks: StandingAsks;
  /** Not `null` where this one is sought; a new value each time. */
  sought: ReadonlySet<string> | null;
}

function Climb({ line, asks, sought }: ClimbProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (sought !== null) setOpen(true);
  }, [sought]);
  const { objective, weight, level, floor, ceiling } = line;
  const next = LEVELS[numberOf(floor) + 1];
  return (
    <li className={sought === null ? "climb" : "climb sought"} data-testid={`climb-${objective.id}`}>
      <div className="climb-head">
        <Button className="climb-title" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? "down" : "right"} />
          <KindGlyph kind="objective" hued />
          <span>{objective.title === "" ? words.say("common.untitled") : objective.title}</span>
        </Button>
        <Steps floor={numberOf(floor)} ceiling={numberOf(ceiling)} />
        <span className="climb-level">
          {level === null
            ? words.say("standing.between", {
                floor: levelWord(words, floor),
                ceiling: levelWord(words, ceiling),
              })
            : levelWord(words, level)}
        </span>
        <span className="figure">{weight === null ? "–" : words.number(weight, 1)}</span>
      </div>
      {line.keeps === "" || next === undefined ? null : (
        <p className="climb-limit">
          <b>{words.say("standing.next", { level: next })}</b> {words.told(line.keeps)}{" "}
          <span className="c2">{words.told(line.lift)}</span>
        </p>
      )}
      {isOpen ? <Rests id={objective.id} asks={asks} /> : null}
    </li>
  );
}

/** Asked for when it is opened: of thousands of objectives few are. */
function Rests({ id, asks }: { id: string; asks: StandingAsks }) {
  const ask = useCallback(() => asks.objective(id), [asks, id]);
  const score = useAsked(ask);
  return score === null ? null : <Stages score={score} />;
}

/** Six steps: those that are certain filled, those that nothing rules out hatched. */
function Steps({ floor, ceiling }: { floor: number; ceiling: number }) {
  return (
    <span className="climb-steps" aria-hidden="true">
      {LEVELS.slice(1).map((level) => {
        const at = numberOf(level);
        const name = at <= floor ? "reached" : at <= ceiling ? "rung-unknown" : "rung-0";
        return <i key={level} className={name} style={{ height: 4 + at * 3 }} />;
      })}
    </span>
  );
}
