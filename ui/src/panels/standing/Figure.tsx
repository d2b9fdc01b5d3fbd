/* Beside the objectives: the one figure, if one is demanded, with how far it moves; where the money goes; what to know. */
import { Button } from "react-aria-components";
import type { ScoreView } from "../../api/bindings.ts";
import { LinkButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import type { Chosen } from "./chosen.ts";

export function Figure({ score, onChoose }: { score: ScoreView; onChoose: (chosen: Chosen) => void }) {
  const words = useWords();
  const desk = useDesk();
  const { measured, pack } = score;
  const share = (value: number) => words.percent(Math.round(value * 100));
  return (
    <>
      <section aria-label={words.say("standing.figure")}>
        <h2>{words.say("standing.figure")}</h2>
        {measured === null ? (
          <p className="c2">{words.say("standing.noFigure")}</p>
        ) : (
          <>
            <p className="the-figure" data-testid="the-figure">
              {share(measured.share)}
            </p>
            <Interval
              low={measured.low}
              at={measured.share}
              high={measured.high}
              unknown={measured.unknown}
            />
            <p className="c2">
              {words.say("standing.interval", {
                low: share(measured.low),
                high: share(measured.high),
                moves: measured.low === measured.high ? "no" : "yes",
                unknown: share(measured.unknown),
                isUnknown: measured.unknown > 0 ? "yes" : "no",
              })}
            </p>
            <p className="c3 t12">
              {words.say("standing.draws", { draws: measured.draws, pack, date: words.date(score.as_of) })}
            </p>
          </>
        )}
      </section>
      {score.spend.length === 0 ? null : (
        <section aria-label={words.say("standing.spend")}>
          <h2>{words.say("standing.spend")}</h2>
          {score.spend.map((spend) => (
            <dl key={spend.total.currency} className="spend">
              <dt>{words.say("standing.spend.total")}</dt>
              <dd>{words.money(spend.total)}</dd>
              <dt>{words.say("standing.spend.reaches")}</dt>
              <dd>{words.money(spend.reaches)}</dd>
              {Number(spend.unknown.amount) > 0 ? (
                <>
                  <dt>{words.say("standing.spend.unknown")}</dt>
                  <dd>{words.money(spend.unknown)}</dd>
                </>
              ) : null}
              <dt>{words.say("standing.spend.leaks")}</dt>
              <dd>{words.money(spend.leaks)}</dd>
              <dt className="inner">{words.say("standing.spend.nowhere")}</dt>
              <dd>
                {spend.nowhere_by.length === 0 ? (
                  words.money(spend.nowhere)
                ) : (
                  <LinkButton
                    onPress={() =>
                      onChoose({
                        from: `nowhere ${spend.total.currency}`,
                        at: 0,
                        name: words.say("standing.nowhere", { money: words.money(spend.nowhere) }),
                        elements: spend.nowhere_by,
                      })
                    }
                  >
                    {words.money(spend.nowhere)}
                  </LinkButton>
                )}
              </dd>
            </dl>
          ))}
        </section>
      )}
      {score.remarks.length === 0 ? null : (
        <section aria-label={words.say("standing.remarks")}>
          <h2>{words.say("standing.remarks")}</h2>
          <ul className="remarks">
            {score.remarks.map((it) => (
              <li key={it.kind}>
                {words.told(it.text)}
                {it.elements.length + it.links.length === 0 ? null : (
                  <>
                    {" "}
                    <Button
                      className="linkish"
                      onPress={() => desk.showOnMap(it.elements.length > 0 ? it.elements : it.links)}
                    >
                      {words.say("standing.showThem", { count: it.elements.length || it.links.length })}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const WIDTH = 264;

/** The figure on a line from nothing to all, with its interval and what cannot be told. */
function Interval({ low, at, high, unknown }: { low: number; at: number; high: number; unknown: number }) {
  const x = (share: number) => 4 + share * (WIDTH - 8);
  return (
    <svg className="interval" viewBox={`0 0 ${WIDTH} 16`} width={WIDTH} height={16} aria-hidden="true">
      <path className="interval-line" d={`M${x(0)} 8H${x(1)}`} />
      {unknown > 0 ? (
        <path className="interval-unknown" d={`M${x(at)} 8H${x(Math.min(1, at + unknown))}`} />
      ) : null}
      <path className="interval-range" d={`M${x(low)} 8H${x(high)}M${x(low)} 4v8M${x(high)} 4v8`} />
      <circle className="interval-at" cx={x(at)} cy={8} r={4} />
    </svg>
  );
}
