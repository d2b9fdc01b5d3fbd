/*
 * How many findings stood open from day to day, as steps, by severity. A count holds until the next day that was looked
 * at; a tick below says which days those were. A dotted line marks another rule pack: from there on more or fewer findings
 * say something about the rules.
 */
import type { SeenDay } from "../../api/bindings.ts";
import { FindingMark, type Weight } from "../../kit/index.ts";
import { daysBetween } from "../../model/day.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";

const WIDTH = 240;
const HEIGHT = 48;
/** Width of the last day, which would have none on a line of time that ends with it. */
const TODAY = 8;
const TICK = 4;

/** The worst at the bottom, where steps are compared most easily. */
const BANDS = (["high", "medium", "low"] as const satisfies readonly Weight[]).map((mark) => ({
  mark,
  of: ({ open }: SeenDay) =>
    open.reduce((sum, it) => (markOf(it.severity) === mark ? sum + it.count : sum), 0),
}));

export function Trend({ days }: { days: readonly SeenDay[] }) {
  const words = useWords();
  const first = days[0];
  const last = days.at(-1);
  if (days.length < 2 || first === undefined || last === undefined) return null;
  const span = Math.max(1, daysBetween(first.day, last.day));
  const most = Math.max(1, ...days.map(total));
  const x = (day: string) => (daysBetween(first.day, day) / span) * (WIDTH - TODAY);
  const y = (count: number) => HEIGHT - (count / most) * (HEIGHT - 2);
  const changes = days.filter((day, at) => at > 0 && day.pack !== days[at - 1]?.pack);
  const by = total(last) - total(first);
  const said = words.say("trend.says", {
    from: words.date(first.day),
    before: total(first),
    now: total(last),
    changes: changes.length,
  });
  return (
    <figure className="trend" data-testid="trend">
      <div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + TICK}`}
          width={WIDTH}
          height={HEIGHT + TICK}
          role="img"
          aria-label={said}
        >
          {BANDS.map(({ mark }, at) => (
            <path key={mark} className={`trend-${mark}`} d={steps(days, at, x, y)} />
          )).reverse()}
          <path className="trend-base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
          <path
            className="trend-looked"
            d={days.map(({ day }) => `M${(x(day) + 0.5).toFixed(1)} ${HEIGHT + 1}v${TICK - 1}`).join("")}
          />
          {changes.map(({ day, pack }) => (
            <path key={day} className="trend-pack" d={`M${x(day)} 0V${HEIGHT}`} data-testid={`pack-${pack}`}>
              <title>{words.say("trend.pack", { date: words.date(day), pack })}</title>
            </path>
          ))}
        </svg>
        <figcaption className="c3 t12">
          <span>{words.date(first.day)}</span>
          <span>
            {by === 0
              ? words.say("trend.same")
              : words.say("trend.by", { count: Math.abs(by), way: by > 0 ? "more" : "fewer" })}
          </span>
        </figcaption>
      </div>
      <ul className="trend-now t12">
        {BANDS.map(({ mark, of }) => (
          <li key={mark}>
            <FindingMark severity={mark} />
            {words.say(`trend.${mark}`, { count: of(last) })}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function total(day: SeenDay): number {
  return BANDS.reduce((sum, { of }) => sum + of(day), 0);
}

/** The outline of a band and all below it, as steps down to the base. */
function steps(
  days: readonly SeenDay[],
  upTo: number,
  x: (day: string) => number,
  y: (count: number) => number,
): string {
  const heights = days.map((day) => BANDS.slice(0, upTo + 1).reduce((sum, { of }) => sum + of(day), 0));
  const path = days.map((day, at) => {
    const [left, top] = [x(day.day).toFixed(1), y(heights[at] ?? 0).toFixed(1)];
    return at === 0 ? `M0 ${HEIGHT}V${top}` : `H${left}V${top}`;
  });
  return `${path.join("")}H${WIDTH}V${HEIGHT}Z`;
}
