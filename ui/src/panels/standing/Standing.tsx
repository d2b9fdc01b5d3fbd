/*
 * Where we stand: how sure it is that what matters is reached, as a sentence and a ladder, never as one averaged score;
 * and the five myths, each judged by what the rules saw. Every figure opens to what it was counted from.
 */
import "./ladder.css";
import "./myths.css";
import "./standing.css";
import { useEffect, useState } from "react";
import { Segmented } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import type { StandingAsks } from "./asks.ts";
import { Bars } from "./Bars.tsx";
import { Behind } from "./Behind.tsx";
import type { Chosen } from "./chosen.ts";
import { Figure } from "./Figure.tsx";
import { Myths } from "./Myths.tsx";
import { Objectives } from "./Objectives.tsx";
import { Sentence } from "./Sentence.tsx";
import { Since } from "./Since.tsx";
import { useAsked } from "./useAsked.ts";

type Part = "ladder" | "myths";
const PARTS: readonly Part[] = ["ladder", "myths"];

/** Nobody can be asked (`null`) while somebody looks back: score and myths are told for today. */
export function Standing({ asks }: { asks: StandingAsks | null }) {
  const words = useWords();
  const { selection } = useDesk();
  const [part, setPart] = useState<Part>("ladder");
  const [sought, setSought] = useState<ReadonlySet<string> | null>(null);
  useEffect(
    () =>
      selection.onReveal((ids) => {
        setPart("ladder");
        setSought(new Set(ids));
      }),
    [selection],
  );
  if (asks === null) {
    return (
      <div className="standing empty" data-testid="standing-panel">
        <h2>{words.say("standing.today")}</h2>
        <p>{words.say("standing.todayHint")}</p>
      </div>
    );
  }
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
      {part === "ladder" ? <Ladder asks={asks} sought={sought} /> : <Myths asks={asks} />}
    </div>
  );
}

interface LadderProps {
  asks: StandingAsks;
  /** Objectives that another view asked to see. */
  sought: ReadonlySet<string> | null;
}

function Ladder({ asks, sought }: LadderProps) {
  const words = useWords();
  const score = useAsked(asks.score);
  const asOf = useStore((state) => state.asOf);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // What is asked for stands among all objectives.
  // biome-ignore lint/correctness/useExhaustiveDependencies: put away when something is sought.
  useEffect(() => setChosen(null), [sought]);
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
                <Objectives objectives={score.objectives} asks={asks} sought={sought} />
              </section>
            ) : (
              <Behind chosen={chosen} score={score} asks={asks} onClose={() => setChosen(null)} />
            )}
          </div>
          <aside className="standing-side">
            <Figure score={score} onChoose={choose} />
            <Since key={asOf} asks={asks} />
          </aside>
        </div>
      )}
    </>
  );
}
