/*
 * Why the score is another one than it was: readings, links, weights, scope, rules, each with what it did to the share that
 * is measured. Which objectives moved and what a reader should look at stand below.
 */
import { useEffect, useState } from "react";
import type { Moment, ScoreChange, Stand } from "../../api/bindings.ts";
import { Select } from "../../kit/index.ts";
import { plusDays } from "../../model/day.ts";
import { live } from "../../model/live.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import type { StandingAsks } from "./asks.ts";
import { levelWord } from "./Bars.tsx";

const AGES = [7, 30, 90] as const;

interface Step {
  readonly seq: number;
  readonly says: string;
}

/** The steps that can be compared with: the last before so many days, and the first that is known. */
function stepsOf(words: Words, moments: readonly Moment[], asOf: string): Step[] {
  const done = moments.filter(({ undone }) => !undone);
  const found: Step[] = [];
  for (const days of AGES) {
    const day = plusDays(asOf, -days);
    const last = done.find(({ at }) => at.slice(0, 10) <= day);
    if (last !== undefined && found.every(({ seq }) => seq !== last.seq))
      found.push({ seq: last.seq, says: words.say("since.days", { days }) });
  }
  const first = done.at(-1);
  if (first !== undefined && found.every(({ seq }) => seq !== first.seq))
    found.push({
      seq: first.seq,
      says: words.say("since.first", { date: words.date(first.at.slice(0, 10)) }),
    });
  return found;
}

export function Since({ asks }: { asks: StandingAsks }) {
  const words = useWords();
  const asOf = useStore((state) => state.asOf);
  const revision = useStore((state) => state.revision);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [change, setChange] = useState<ScoreChange | null>(null);
  useEffect(() => {
    let wanted = true;
    void asks.steps().then((moments) => {
      if (!wanted || moments === null) return;
      const found = stepsOf(words, moments, asOf);
      setSteps(found);
      setChosen((now) => (found.some(({ seq }) => seq === now) ? now : (found[0]?.seq ?? null)));
    });
    return () => {
      wanted = false;
    };
  }, [asks, words, asOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after each change.
  useEffect(() => {
    if (chosen === null) return;
    let wanted = true;
    void asks.since(chosen).then((answer) => {
      if (wanted && answer !== null) setChange(answer);
    });
    return () => {
      wanted = false;
    };
  }, [asks, chosen, revision]);
  if (chosen === null) return null;
  return (
    <section aria-label={words.say("since.head")} data-testid="since">
      <div className="row since-head">
        <h2>{words.say("since.head")}</h2>
        <Select
          plain
          label={words.say("since.when")}
          value={String(chosen)}
          options={steps.map(({ seq, says }) => ({ id: String(seq), text: says }))}
          onChange={(id) => setChosen(Number(id))}
          data-testid="since-when"
        />
      </div>
      {change === null ? null : <Change change={change} />}
    </section>
  );
}

function Change({ change }: { change: ScoreChange }) {
  const words = useWords();
  const elements = useStore((state) => live(state.portfolio).elements);
  const points = (share: number) => Math.round(share * 100);
  const most = Math.max(0.01, ...change.effects.map(({ moved }) => Math.abs(moved.measured)));
  return (
    <>
      <p className="c2">
        {words.say("since.from", {
          before: words.percent(points(change.before.measured)),
          after: words.percent(points(change.after.measured)),
        })}
      </p>
      {change.warning === null ? null : <p className="since-warning">{words.told(change.warning)}</p>}
      <ul className="effects">
        {change.effects.map(({ cause, moved }) => (
          <li key={cause} data-testid={`effect-${cause}`}>
            <span>{words.say(`since.cause.${cause}`)}</span>
            <span className="effect-track" aria-hidden="true">
              <i
                className={moved.measured < 0 ? "less" : "more"}
                style={{ width: `${(Math.abs(moved.measured) / most) * 50}%` }}
              />
            </span>
            <span className="num">{signed(words, points(moved.measured))}</span>
          </li>
        ))}
      </ul>
      {change.moves.length === 0 ? null : (
        <ul className="moves">
          {change.moves.map((it) => (
            <li key={`${it.objective} ${it.cause}`}>
              <b>{elements.get(it.objective)?.title ?? words.say("since.gone")}</b>{" "}
              <span className="c2">
                {words.say("since.move", {
                  before: standWord(words, it.before),
                  after: standWord(words, it.after),
                  cause: words.say(`since.cause.${it.cause}`),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {change.traces.map((it) => (
        <p key={`${it.kind} ${it.text}`} className="c2">
          {words.told(it.text)}
        </p>
      ))}
      {change.moves.length + change.traces.length === 0 ? (
        <p className="c3">{words.say("since.nothing")}</p>
      ) : null}
    </>
  );
}

function signed(words: Words, points: number): string {
  if (points === 0) return "0";
  return `${points > 0 ? "+" : "−"}${words.number(Math.abs(points))}`;
}

function standWord(words: Words, stand: Stand): string {
  if (stand.is === "at") return levelWord(words, stand.level);
  return words.say(stand.is === "absent" ? "since.absent" : "rung.unknown");
}
