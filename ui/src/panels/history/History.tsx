/*
 * The history: what was done, when, and how it came, newest first; any past state can be looked at. Taking back is
 * what undo is for; here it is asked for as often as it takes to come back to a step.
 */
import "./history.css";
import { useEffect, useState } from "react";
import type { Label, Moment } from "../../api/bindings.ts";
import { Button, Icon } from "../../kit/index.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useReadOnly, useStore } from "../desk.tsx";

/** Steps told at once. */
const PAGE = 200;

interface HistoryProps {
  load: (before: number | null, most: number) => Promise<Moment[] | null>;
  /** The words of a step. */
  stepWords: (label: Label) => string;
  /** Shows the portfolio as it stood just after a step. */
  onLook: (moment: Moment) => void;
  /** Takes back so many of the last steps. */
  onTakeBack: (count: number) => void;
}

export function History({ load, stepWords, onLook, onTakeBack }: HistoryProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const revision = useStore((state) => state.revision);
  const [moments, setMoments] = useState<readonly Moment[] | null>(null);
  const [isWhole, setWhole] = useState(false);

  // The revision says that something was done since; the answer to an older question is not shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new question
  useEffect(() => {
    let wanted = true;
    void load(null, PAGE).then((page) => {
      if (!wanted || page === null) return;
      setMoments(page);
      setWhole(page.length < PAGE);
    });
    return () => {
      wanted = false;
    };
  }, [load, revision]);

  async function more(): Promise<void> {
    const page = await load(moments?.at(-1)?.seq ?? null, PAGE);
    if (page === null) return;
    setMoments([...(moments ?? []), ...page]);
    setWhole(page.length < PAGE);
  }

  if (moments === null) return <div className="history" aria-busy="true" />;
  if (moments.length === 0) {
    return (
      <div className="history empty">
        <Icon name="history" />
        <h2>{words.say("history.none")}</h2>
        <p>{words.say("history.noneHint")}</p>
      </div>
    );
  }
  const later = laterThan(moments);
  return (
    <div className="history scroll">
      <header>
        <h1>{words.say("nav.history")}</h1>
        <p className="c2">{words.say("history.hint")}</p>
      </header>
      {daysOf(moments, words).map((day) => (
        <section key={day.moments[0]?.seq} aria-label={day.name}>
          <h2 className="c3 t12">{day.name}</h2>
          <ol>
            {day.moments.map((moment) => (
              <li key={moment.seq} className={moment.undone ? "moment undone" : "moment"}>
                <time className="c3 num" dateTime={moment.at}>
                  {words.time(moment.at)}
                </time>
                <span className="moment-what">{sentence(stepWords(moment.label))}</span>
                {moment.undone || isReadOnly || !later.get(moment.seq) ? (
                  <span />
                ) : (
                  <Button
                    look="quiet"
                    size="small"
                    onPress={() => onTakeBack(later.get(moment.seq) ?? 0)}
                    data-testid={`back-${moment.seq}`}
                  >
                    {words.say("history.takeBack", { count: later.get(moment.seq) ?? 0 })}
                  </Button>
                )}
                <span className="moment-from t12">
                  {moment.undone ? words.say("history.undone") : from(moment, words)}
                </span>
                {moment.undone ? (
                  <span />
                ) : (
                  <Button
                    look="quiet"
                    size="small"
                    onPress={() => onLook(moment)}
                    data-testid={`look-${moment.seq}`}
                    aria-label={words.say("history.lookAt", { what: stepWords(moment.label) })}
                  >
                    {words.say("history.look")}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {isWhole ? null : <Button onPress={() => void more()}>{words.say("history.more")}</Button>}
    </div>
  );
}

/** How many steps still count that were done after each one. */
function laterThan(moments: readonly Moment[]): Map<number, number> {
  const later = new Map<number, number>();
  let count = 0;
  for (const moment of moments) {
    later.set(moment.seq, count);
    if (!moment.undone) count += 1;
  }
  return later;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function from({ label }: Moment, words: Words): string {
  const { origin } = label;
  return origin.from === "fixed"
    ? words.say("history.fixed", { rule: origin.rule })
    : words.say(`history.${origin.from}`);
}

/** Steps that stand together on a day. A clock that was set back, or a merge, may bring a day back further down. */
function daysOf(moments: readonly Moment[], words: Words): { name: string; moments: Moment[] }[] {
  const days: { name: string; moments: Moment[] }[] = [];
  for (const moment of moments) {
    const name = words.day(moment.at);
    const last = days.at(-1);
    if (last?.name === name) last.moments.push(moment);
    else days.push({ name, moments: [moment] });
  }
  return days;
}
