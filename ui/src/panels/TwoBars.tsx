/* Delivery above outcome, always both: the truth about an element in two lines. */
import type { Element } from "../api/bindings.ts";
import { Bar, Status, StatusShape } from "../kit/index.ts";
import type { Bar as Reading } from "../model/standing.ts";
import { useWords } from "../words/index.ts";
import { useDesk } from "./desk.tsx";

export function TwoBars({ element }: { element: Pick<Element, "id"> }) {
  const words = useWords();
  const bars = useDesk().barsOf(element.id);
  if (bars === null) return null;
  return (
    <div className="two-bars">
      <Line name={words.say("bar.delivery")} bar={bars.delivery} />
      <Line name={words.say("bar.outcome")} bar={bars.outcome} />
    </div>
  );
}

function Line({ name, bar }: { name: string; bar: Reading }) {
  const words = useWords();
  const standing = words.say(`status.${bar.standing}`);
  const value = bar.percent === null ? words.say("bars.unknown") : words.percent(Math.round(bar.percent));
  return (
    <>
      <span className="label">{name}</span>
      <Bar
        percent={bar.percent}
        standing={bar.standing}
        label={words.say("bars.label", { name, value, standing })}
      />
      <span className="value">{bar.percent === null ? "" : value}</span>
      <Status standing={bar.standing} word={standing} />
    </>
  );
}

/** One of the two in a line of a list: bar, figure, shape. */
export function ThinBar({ name, bar }: { name: string; bar: Reading }) {
  const words = useWords();
  const standing = words.say(`status.${bar.standing}`);
  const value = bar.percent === null ? words.say("bars.unknown") : words.percent(Math.round(bar.percent));
  const label = words.say("bars.label", { name, value, standing });
  return (
    <span className="thin-bar" title={label}>
      <Bar percent={bar.percent} standing={bar.standing} thin label={label} />
      <span className="thin-figure" aria-hidden="true">
        {bar.percent === null ? "" : words.number(bar.percent, 0)}
      </span>
      <StatusShape standing={bar.standing} />
    </span>
  );
}
