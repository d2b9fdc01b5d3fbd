/* The objectives one by one: how far up each is, what keeps it from the next step, and on opening all that this rests on. */
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ObjectiveScore } from "../../api/bindings.ts";
import { Icon, KindGlyph } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { levelWord } from "./Bars.tsx";
import { LEVELS, numberOf } from "./levels.ts";
import { Stages } from "./Stages.tsx";

/** Objectives shown before it is asked for more. */
const PAGE = 40;

export function Objectives({ objectives }: { objectives: readonly ObjectiveScore[] }) {
  const words = useWords();
  const [most, setMost] = useState(PAGE);
  const sorted = [...objectives].sort(
    (a, b) => (b.weight ?? -1) - (a.weight ?? -1) || words.compare(a.objective.title, b.objective.title),
  );
  return (
    <>
      <ul className="climbs">
        {sorted.slice(0, most).map((it) => (
          <Climb key={it.objective.id} score={it} />
        ))}
      </ul>
      {sorted.length > most ? (
        <Button className="btn small" onPress={() => setMost(most + PAGE)}>
          {words.say("archived.more")}
        </Button>
      ) : null}
    </>
  );
}

function Climb({ score }: { score: ObjectiveScore }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { objective, weight, level, floor, ceiling } = score;
  const limit = score.stages.find(({ need }) => need === score.limit);
  const next = LEVELS[numberOf(floor) + 1];
  return (
    <li className="climb" data-testid={`climb-${objective.id}`}>
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
      {limit === undefined || next === undefined ? null : (
        <p className="climb-limit">
          <b>{words.say("standing.next", { level: next })}</b> {words.told(limit.text)}{" "}
          <span className="c2">{words.told(limit.lift)}</span>
        </p>
      )}
      {isOpen ? <Stages score={score} /> : null}
    </li>
  );
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
