/*
 * Where we stand: how sure it is that what matters is reached, as a sentence and a ladder, never as one averaged score;
 * and the five myths, each judged by what the rules saw. Every figure opens to what it was counted from.
 */
import "./standing.css";
import { useEffect, useState } from "react";
import type { Score } from "../../api/bindings.ts";
import { Segmented } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import type { StandingAsks } from "./asks.ts";
import { Bars } from "./Bars.tsx";
import { Behind } from "./Behind.tsx";
import type { Chosen } from "./chosen.ts";
import { Figure } from "./Figure.tsx";
import { Myths } from "./Myths.tsx";
import { Objectives } from "./Objectives.tsx";
import { Sentence } from "./Sentence.tsx";
import { Since } from "./Since.tsx";

type Part = "ladder" | "myths";
const PARTS: readonly Part[] = ["ladder", "myths"];

export function Standing({ asks }: { asks: StandingAsks }) {
  const words = useWords();
  const [part, setPart] = useState<Part>("ladder");
  return (
    <div className="standing scroll" data-testid="standing-panel">
      <div className="standing-parts">
        <Segmented
          label={words.say("standing.parts")}
          value={part}
          options={PARTS.map((id) => ({ id, text: words.say(`standing.${id}`) }))}
          onChange={setPart}
        />
      </div>
      {part === "ladder" ? <Ladder asks={asks} /> : <Myths />}
    </div>
  );
}

function Ladder({ asks }: { asks: StandingAsks }) {
  const words = useWords();
  const score = useScore(asks);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (score === null) return <p className="c3 standing-wait">{words.say("standing.wait")}</p>;
  // The same figure again closes what it opened; one that is gone has nothing behind it.
  const choose = (next: Chosen) =>
    setChosen((now) => (now !== null && now.from === next.from && now.at === next.at ? null : next));
  const hasNothing = score.objectives.length === 0;
  return (
    <>
      <header className="standing-hero">
        <Sentence pieces={score.sentence} chosen={chosen} onChoose={choose} />
        {hasNothing && score.by_money.length === 0 ? null : (
          <Bars score={score} chosen={chosen} onChoose={choose} />
        )}
      </header>
      {hasNothing ? (
        <div className="empty">
          <h2>{words.say("standing.none")}</h2>
          <p>{words.say("standing.noneHint")}</p>
        </div>
      ) : (
        <div className="standing-cols">
          <div className="standing-main">
            {chosen === null ? (
              <section aria-label={words.say("standing.objectives")}>
                <div className="row behind-head">
                  <h2>{words.say("standing.objectives")}</h2>
                  <span className="gap" />
                  <span className="c3 t12">{words.say("standing.points")}</span>
                </div>
                <Objectives objectives={score.objectives} />
              </section>
            ) : (
              <Behind chosen={chosen} score={score} onClose={() => setChosen(null)} />
            )}
          </div>
          <aside className="standing-side">
            <Figure score={score} onChoose={choose} />
            <Since asks={asks} />
          </aside>
        </div>
      )}
    </>
  );
}

/** How long nothing must have changed before the score is asked for anew. */
const QUIET_MS = 300;

function useScore(asks: StandingAsks): Score | null {
  const revision = useStore((state) => state.revision);
  const [score, setScore] = useState<Score | null>(null);
  const isFirst = score === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after each change.
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      () =>
        void asks.score().then((answer) => {
          if (wanted && answer !== null) setScore(answer);
        }),
      isFirst ? 0 : QUIET_MS,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asks, revision]);
  return score;
}
