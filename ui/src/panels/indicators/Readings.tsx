/* All readings of one indicator, the newest period first; each value, nature, grade and comment is edited in place. */
import type { Element, Grade, Nature, Reading } from "../../api/bindings.ts";
import { IconButton, InPlace, Select } from "../../kit/index.ts";
import { grainOf } from "../../model/fiscal.ts";
import { known } from "../../model/maybe.ts";
import { useWords, type Words } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { readNumber } from "../money.ts";
import { periodName } from "../periods.ts";
import { withWayBack } from "../removal.ts";

const NATURES: readonly Nature[] = ["actual", "forecast", "baseline", "target"];
const GRADES: readonly Grade[] = ["assertion", "judgement", "manual", "imported", "corroborated"];

interface ReadingsProps {
  indicator: Extract<Element, { kind: "indicator" }>;
  readings: readonly Reading[];
}

export function Readings({ indicator, readings }: ReadingsProps) {
  const words = useWords();
  const starts = useStore((state) => state.portfolio.settings.fiscal_year);
  const sources = useStore((state) => state.portfolio.sources);
  const grain = grainOf(known(indicator.every_days));
  const list = [...readings].sort((a, b) =>
    a.period === b.period ? (a.nature < b.nature ? -1 : 1) : a.period < b.period ? 1 : -1,
  );
  if (list.length === 0) return null;
  return (
    <table className="readings">
      <thead>
        <tr>
          <th scope="col">{words.say("indicator.period")}</th>
          <th scope="col" className="num">
            {words.say("indicator.value")}
          </th>
          <th scope="col">{words.say("indicator.nature")}</th>
          <th scope="col">{words.say("indicator.grade")}</th>
          <th scope="col">{words.say("indicator.source")}</th>
          <th scope="col">{words.say("indicator.comment")}</th>
          <th scope="col">
            <span className="unseen">{words.say("action.remove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((reading) => (
          <Row
            key={reading.id}
            reading={reading}
            period={periodName(reading.period, grain, starts, words)}
            sources={[...sources.values()].map(({ id, title }) => ({ id, text: title }))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  reading: Reading;
  period: string;
  sources: readonly { readonly id: string; readonly text: string }[];
}

/** Who recorded a value that comes from no source, or that it has none. */
function unsourced(reading: Reading, words: Words): string {
  return reading.recorded_by === "" ? words.say("indicator.noSource") : reading.recorded_by;
}

function Row({ reading, period, sources }: RowProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const set = (part: Partial<Reading>) =>
    void desk.edit({ type: "set_reading", reading: { ...reading, ...part } });

  function setValue(text: string): void {
    const read = readNumber(text.replace(/\s*%$/, ""), words.lang);
    if (read === null) desk.tell(words.say("read.number", { text }), words.say("read.numberHint"));
    else set({ value: Number(plain(read)), recorded_at: new Date().toISOString() });
  }

  return (
    <tr>
      <th scope="row">{period}</th>
      <td className="num">
        <InPlace
          label={words.say("indicator.valueOf", { period })}
          value={words.number(reading.value, 6)}
          isReadOnly={isReadOnly}
          onCommit={setValue}
        />
      </td>
      <td>
        <Select
          plain
          label={words.say("indicator.nature")}
          value={reading.nature}
          isDisabled={isReadOnly}
          options={NATURES.map((id) => ({ id, text: words.say(`nature.${id}`) }))}
          onChange={(nature) => set({ nature })}
        />
      </td>
      <td>
        <Select
          plain
          label={words.say("indicator.grade")}
          value={reading.grade}
          placeholder={words.say("indicator.gradeFollows")}
          isDisabled={isReadOnly}
          options={GRADES.map((id) => ({ id, text: words.say(`grade.${id}`) }))}
          onChange={(grade) => set({ grade })}
        />
      </td>
      <td>
        <Select
          plain
          label={words.say("indicator.source")}
          value={reading.source ?? "none"}
          isDisabled={isReadOnly}
          options={[{ id: "none", text: unsourced(reading, words) }, ...sources]}
          onChange={(source) => set({ source: source === "none" ? null : source })}
        />
      </td>
      <td>
        <InPlace
          label={words.say("indicator.comment")}
          value={reading.comment}
          placeholder="–"
          isReadOnly={isReadOnly}
          onCommit={(comment) => set({ comment })}
        />
      </td>
      <td>
        {isReadOnly ? null : (
          <IconButton
            icon="remove"
            size="small"
            label={words.say("indicator.removeReading", { period })}
            onPress={() =>
              void withWayBack(
                desk,
                [{ type: "remove_readings", readings: [reading.id] }],
                words.say("removed.reading", { period }),
              )
            }
          />
        )}
      </td>
    </tr>
  );
}
