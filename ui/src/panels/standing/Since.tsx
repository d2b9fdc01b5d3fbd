/*
 * Why the score is another one than it was: readings, links, weights, scope, rules, each with what it did to the share that
 * is measured. Which objectives moved and what a reader should look at stand below.
 */
import { useCallback, useState } from "react";
import type { ScoreChange, ScoreStand } from "../../api/bindings.ts";
import { Select } from "../../kit/index.ts";
import { plusDays } from "../../model/day.ts";
import { live } from "../../model/live.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import type { StandingAsks } from "./asks.ts";
import { levelWord } from "./Bars.tsx";
import { useAsked } from "./useAsked.ts";

const AGES = [7, 30, 90] as const;

export function Since({ asks }: { asks: StandingAsks }) {
  const words = useWords();
  const asOf = useStore((state) => state.asOf);
  const [day, setDay] = useState(plusDays(asOf, -AGES[1]));
  const ask = useCallback(() => asks.since(day), [asks, day]);
  const answer = useAsked(ask);
  if (answer === null) return null;
  const { begins, change } = answer;
  const options = AGES.map((days) => ({
    id: plusDays(asOf, -days),
    text: words.say("since.days", { days }),
  }));
  // A file that is younger than any of these is compared with its first day.
  if (begins !== null && options.every(({ id }) => id !== begins))
    options.push({ id: begins, text: words.say("since.first", { date: words.date(begins) }) });
  return (
    <section aria-label={words.say("since.head")} data-testid="since">
      <div className="row since-head">
        <h2>{words.say("since.head")}</h2>
        <Select
          plain
          label={words.say("since.when")}
          value={day}
          options={options}
          onChange={setDay}
          data-testid="since-when"
        />
      </div>
      {change === null ? (
        <p className="c3">
          {begins === null
            ? words.say("since.never")
            : words.say("since.begins", { date: words.date(begins) })}
        </p>
      ) : (
        <Change change={change} />
      )}
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
      {change.warning === null ? null : <p className="since-warning">{words.told(change.warning)}</p>}
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
      {change.traces.length === 0 ? null : (
        <ul className="traces c2">
          {change.traces.map((it) => (
            <li key={`${it.kind} ${it.text}`}>{words.told(it.text)}</li>
          ))}
        </ul>
      )}
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

function standWord(words: Words, stand: ScoreStand): string {
  if (stand.is === "at") return levelWord(words, stand.level);
  return words.say(stand.is === "absent" ? "since.absent" : "rung.unknown");
}
