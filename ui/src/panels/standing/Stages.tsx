/* What one objective rests on, need by need: what holds, what does not, what nobody can tell, each with its evidence. */
import type { ObjectiveScore, ScoreAnswer, ScoreStage } from "../../api/bindings.ts";
import { LinkButton, type Standing, StatusShape } from "../../kit/index.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { levelWord } from "./Bars.tsx";
import { LEVELS } from "./levels.ts";

const SHAPES: Record<ScoreAnswer, Standing> = { holds: "ok", cannot_tell: "unknown", fails: "off" };

/** Evidence of one need that is shown; the rest is found on the map. */
const EVIDENCE = 6;
/** Streams of money that are named. */
const STREAMS = 5;

export function Stages({ score }: { score: ObjectiveScore }) {
  const words = useWords();
  const desk = useDesk();
  const { objective } = score;
  return (
    <div className="stages">
      {LEVELS.slice(1).map((level) => (
        <section key={level} aria-label={levelWord(words, level)}>
          <h3>{levelWord(words, level)}</h3>
          <ul>
            {score.stages
              .filter(({ rung }) => rung === level)
              .map((stage) => (
                <StageRow key={stage.need} stage={stage} />
              ))}
          </ul>
        </section>
      ))}
      <Numbers score={score} />
      <p className="row stages-acts">
        <LinkButton onPress={() => void goToFinding(desk, { subject: objective, related: [], path: [] })}>
          {words.say("standing.onMap")}
        </LinkButton>
        <LinkButton onPress={() => desk.showFindings({ about: [objective.id] })}>
          {words.say("standing.findings")}
        </LinkButton>
      </p>
    </div>
  );
}

function StageRow({ stage }: { stage: ScoreStage }) {
  const words = useWords();
  const missing = stage.missing.map(({ text }) => words.told(text));
  return (
    <li className="stage" data-testid={`stage-${stage.need}`}>
      <StatusShape standing={SHAPES[stage.answer]} label={words.say(`standing.answer.${stage.answer}`)} />
      <div>
        <p>
          {words.told(stage.text)}{" "}
          {stage.lift === "" ? null : <span className="c2">{words.told(stage.lift)}</span>}
        </p>
        {stage.evidence.slice(0, EVIDENCE).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move.
          <p key={at} className="c3">
            {words.told(row.text)}
            {row.source === "" ? "" : ` · ${row.source}`}
            {row.date === null ? "" : ` · ${words.date(row.date)}`}
          </p>
        ))}
        {stage.evidence.length > EVIDENCE ? (
          <p className="c3">
            {words.say("findings.moreEvidence", { count: stage.evidence.length - EVIDENCE })}
          </p>
        ) : null}
        {missing.length === 0 ? null : (
          <p className="c3">{words.say("findings.missing", { fields: missing.join(", ") })}</p>
        )}
      </div>
    </li>
  );
}

/** What is promised, what moved, and what money is on its way. */
function Numbers({ score }: { score: ObjectiveScore }) {
  const words = useWords();
  const elements = useStore((state) => live(state.portfolio).elements);
  const { sufficiency, realised, flow } = score;
  const share = (value: number) => words.percent(Math.round(value * 100));
  return (
    <ul className="stage-numbers c2">
      {sufficiency === null ? null : (
        <li>
          {words.say("standing.sufficiency", {
            middle: share(sufficiency.middle),
            low: share(sufficiency.low),
            high: share(sufficiency.high),
            complete: sufficiency.complete ? "yes" : "no",
          })}
        </li>
      )}
      {realised === null ? null : <li>{words.say("standing.realised", { share: share(realised) })}</li>}
      {flow.map(({ meant, low, high, streams }) => (
        <li key={meant.currency}>
          {words.say("standing.flow", {
            meant: words.money(meant),
            low: words.money(low),
            high: words.money(high),
            sure: low.amount === high.amount ? "yes" : "no",
          })}{" "}
          <span className="c3">
            {streams
              .slice(0, STREAMS)
              .map((it) => `${elements.get(it.initiative)?.title ?? "?"} ${words.money(it.meant)}`)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
