/* The chart of one indicator. Everything in it is named where it stands; the readings beside it say the same. */
import { useEffect, useId, useRef, useState } from "react";
import type { Element, Reading } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { type Mark, picture } from "./chart.ts";

const HEIGHT = 240;

interface ChartProps {
  indicator: Extract<Element, { kind: "indicator" }>;
  readings: readonly Reading[];
}

export function Chart({ indicator, readings }: ChartProps) {
  const words = useWords();
  const title = useId();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => setWidth(Math.max(320, element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const drawn = picture(indicator, readings, {
    width,
    height: HEIGHT,
    left: 52,
    right: 96,
    top: 18,
    bottom: 28,
  });
  const unit = known(indicator.unit) ?? "";
  const value = (of: number) => (unit === "" ? words.number(of, 4) : `${words.number(of, 4)}\u00a0${unit}`);
  const last = drawn?.actual.at(-1);
  return (
    <div className="chart" ref={box}>
      {drawn === null ? (
        <p className="c3 chart-none">{words.say("indicator.noChart")}</p>
      ) : (
        <svg width={width} height={HEIGHT} role="img" aria-labelledby={title}>
          <title id={title}>
            {words.say("indicator.chart", {
              title: indicator.title,
              last: last === undefined ? words.say("indicator.noValue") : value(last.value),
            })}
          </title>
          {drawn.ticks.map((tick) => (
            <g key={tick.value} className="chart-tick">
              <line x1={52} x2={width - 96} y1={tick.y} y2={tick.y} />
              <text x={44} y={tick.y + 4} textAnchor="end">
                {words.number(tick.value, 4)}
              </text>
            </g>
          ))}
          {drawn.dates.map((day) => (
            <text key={day.date} className="chart-date" x={day.x} y={HEIGHT - 8} textAnchor="middle">
              {words.month(day.date)}
            </text>
          ))}
          {drawn.baseline && drawn.target ? (
            <path className="chart-plan" d={path([drawn.baseline, drawn.target])} />
          ) : null}
          {drawn.forecast.length > 1 ? <path className="chart-forecast" d={path(drawn.forecast)} /> : null}
          <path className="chart-actual" d={path(drawn.actual)} />
          {drawn.actual.map((mark) => (
            <circle key={mark.date} className="chart-point" cx={mark.x} cy={mark.y} r={3.5} />
          ))}
          {drawn.baseline ? (
            <g className="chart-name">
              <rect
                className="chart-end"
                x={drawn.baseline.x - 4}
                y={drawn.baseline.y - 4}
                width={8}
                height={8}
              />
              <text x={drawn.baseline.x + 8} y={drawn.baseline.y - 8}>
                {words.say("indicator.baselineAt", { value: value(drawn.baseline.value) })}
              </text>
            </g>
          ) : null}
          {drawn.target ? (
            <g className="chart-name">
              <path className="chart-end" d={`M${drawn.target.x} ${drawn.target.y - 5}l5 5-5 5-5-5z`} />
              <text x={drawn.target.x + 9} y={drawn.target.y + 4}>
                {words.say("indicator.targetAt", { value: value(drawn.target.value) })}
              </text>
            </g>
          ) : null}
          {last ? (
            <text className="chart-last" x={last.x + 8} y={clear(last, drawn.target)}>
              {value(last.value)}
            </text>
          ) : null}
        </svg>
      )}
    </div>
  );
}

function path(marks: readonly Mark[]): string {
  return marks.map((mark, at) => `${at === 0 ? "M" : "L"}${mark.x.toFixed(1)} ${mark.y.toFixed(1)}`).join("");
}

/** The name of the last value keeps clear of the name of the target. */
function clear(last: Mark, target: Mark | null): number {
  if (target === null || Math.abs(last.x - target.x) > 90 || Math.abs(last.y - target.y) > 16)
    return last.y + 4;
  return last.y < target.y ? last.y - 10 : last.y + 18;
}
