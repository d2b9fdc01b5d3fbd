/*
 * The two bars: strategic weight by level, and active budget by level, one for each currency. What cannot be told has
 * its own hatched width. What has no width, because nobody gave points or a budget, is counted beside its bar.
 */
import { Button } from "react-aria-components";
import type { ScoreBar, ScoreSegment, ScoreView } from "../../api/bindings.ts";
import { LinkButton } from "../../kit/index.ts";
import { useWords, type Words } from "../../words/index.ts";
import { type Chosen, isSame } from "./chosen.ts";
import { FROM_THE_TOP, levelName } from "./levels.ts";

interface BarsProps {
  score: ScoreView;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
}

/** Percent from which a segment has room for its figure, and for its name above. */
const ROOM = 5;
const ROOM_FOR_NAME = 8;

export function Bars({ score, chosen, onChoose }: BarsProps) {
  const words = useWords();
  const points = score.objectives.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const money = score.by_money.filter(({ total }) => total !== null);
  return (
    <div className="ladder-bars">
      <LadderBar
        from="weight"
        bar={score.by_weight}
        name={words.say("standing.byWeight")}
        says={words.say("standing.weightSays", {
          objectives: score.objectives.length,
          points,
          shown: words.number(points, 1),
        })}
        without="standing.withoutPoints"
        named
        chosen={chosen}
        onChoose={onChoose}
      />
      {(money.length === 0 ? score.by_money : money).map((bar, at) => (
        <LadderBar
          key={bar.total?.currency ?? "none"}
          from={bar.total?.currency ?? "money"}
          bar={at === 0 ? withWidthless(bar, score) : bar}
          name={words.say("standing.byMoney")}
          says={bar.total === null ? words.say("standing.noMoney") : words.money(bar.total)}
          without="standing.withoutBudget"
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      <Legend />
      {[score.by_weight, ...score.by_money].every(hasUnlinked) ? (
        <p className="ladder-note c3 t12">{words.say("standing.unlinkedNote")}</p>
      ) : null}
    </div>
  );
}

function hasUnlinked({ segments }: ScoreBar): boolean {
  return segments.some(({ level, share }) => level === "unlinked" && share > 0);
}

/** Work without a budget may stand in a bar of its own; it is told beside the first. */
function withWidthless(bar: ScoreBar, score: ScoreView): ScoreBar {
  const all = score.by_money.flatMap(({ without_width }) => without_width);
  return { ...bar, without_width: all };
}

interface LadderBarProps extends Omit<BarsProps, "score"> {
  from: string;
  bar: ScoreBar;
  name: string;
  says: string;
  without: "standing.withoutPoints" | "standing.withoutBudget";
  /** The names of the levels stand above. */
  named?: boolean;
}

function LadderBar({ from, bar, name, says, without, named = false, chosen, onChoose }: LadderBarProps) {
  const words = useWords();
  const rest: Chosen = {
    from,
    at: -1,
    name: words.say(without, { count: bar.without_width.length }),
    elements: bar.without_width,
  };
  const drawn = FROM_THE_TOP.flatMap((level) =>
    bar.segments.filter((it) => it.level === level && it.share > 0),
  );
  return (
    <section className={named ? "ladder-bar named" : "ladder-bar"} aria-label={`${name}: ${says}`}>
      <div className="ladder-name">
        <b>{name}</b>
        <span>{says}</span>
      </div>
      <div className="ladder-line">
        {drawn.map((segment) => {
          const at = FROM_THE_TOP.indexOf(segment.level);
          const choice: Chosen = {
            from,
            at,
            name: words.say("standing.part", {
              bar: name,
              level: levelWord(words, segment.level),
              percent: words.percent(segment.percent),
            }),
            elements: segment.elements,
          };
          return (
            <div key={at} className="ladder-part" style={{ flexGrow: segment.share }}>
              {named ? (
                <span className="ladder-word">
                  {segment.percent >= ROOM_FOR_NAME ? levelWord(words, segment.level) : ""}
                </span>
              ) : null}
              <Button
                className={`ladder-segment ${levelName(segment.level)}`}
                aria-pressed={isSame(chosen, choice)}
                aria-label={`${levelWord(words, segment.level)}, ${words.percent(segment.percent)}${segment.amount === null ? "" : `, ${words.money(segment.amount)}`}`}
                onPress={() => onChoose(choice)}
                data-testid={`segment-${from}-${segment.level ?? "unknown"}`}
              >
                {segment.percent >= ROOM ? <b>{words.percent(segment.percent)}</b> : null}
              </Button>
            </div>
          );
        })}
        {drawn.length === 0 ? (
          <div className="ladder-part" style={{ flexGrow: 1 }}>
            {named ? <span className="ladder-word" /> : null}
            <span className="ladder-segment rung-none">{words.say("standing.noWidth")}</span>
          </div>
        ) : null}
      </div>
      {bar.without_width.length === 0 ? null : (
        <div className="ladder-rest">
          <LinkButton onPress={() => onChoose(rest)}>{rest.name}</LinkButton>
        </div>
      )}
    </section>
  );
}

/** Every level with what it takes, so that a bar is read without a manual. */
function Legend() {
  const words = useWords();
  return (
    <ul className="ladder-legend" aria-label={words.say("standing.legend")}>
      {FROM_THE_TOP.map((level) => (
        <li key={level} title={words.say(`standing.means.${level ?? "unknown"}`)}>
          <i className={`ladder-swatch ${levelName(level)}`} />
          {levelWord(words, level)}
        </li>
      ))}
    </ul>
  );
}

export function levelWord(words: Words, level: ScoreSegment["level"]): string {
  return words.say(`rung.${level ?? "unknown"}`);
}
