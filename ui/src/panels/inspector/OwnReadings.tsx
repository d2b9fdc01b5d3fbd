/* The readings of an indicator in the inspector: the latest few, each put right where it stands, and a new one. */
import { useState } from "react";
import type { Nature, Reading } from "../../api/bindings.ts";
import { Button, IconButton, InPlace, Select } from "../../kit/index.ts";
import { grainOf } from "../../model/fiscal.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { readNumber } from "../money.ts";
import { periodName } from "../periods.ts";
import { withWayBack } from "../removal.ts";
import type { Indicator } from "./Measures.tsx";
import { NewReading } from "./NewReading.tsx";

const NATURES: readonly Nature[] = ["actual", "forecast", "baseline", "target"];
const NONE: readonly Reading[] = [];
/** Readings that are shown before it is asked for all. */
const FEW = 8;

export function OwnReadings({ indicator }: { indicator: Indicator }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const readings = useStore((state) => state.portfolio.readingsOf.get(indicator.id) ?? NONE);
  const [whole, setWhole] = useState(false);
  const sorted = [...readings].sort(
    (a, b) => b.period.localeCompare(a.period) || a.nature.localeCompare(b.nature),
  );
  return (
    <section className="insp-sec" aria-label={words.say("measured.readings")}>
      <h2>{words.say("measured.readings")}</h2>
      {sorted.length === 0 ? <p className="c3">{words.say("indicator.neverRead")}</p> : null}
      <ul className="own-readings">
        {sorted.slice(0, whole ? undefined : FEW).map((reading) => (
          <Row key={reading.id} indicator={indicator} reading={reading} />
        ))}
      </ul>
      {sorted.length > FEW && !whole ? (
        <Button look="quiet" size="small" onPress={() => setWhole(true)}>
          {words.say("findings.showAll", { count: sorted.length })}
        </Button>
      ) : null}
      {isReadOnly ? null : <NewReading indicator={indicator} readings={readings} />}
    </section>
  );
}

function Row({ indicator, reading }: { indicator: Indicator; reading: Reading }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const starts = useStore((state) => state.portfolio.settings.fiscal_year);
  const period = periodName(reading.period, grainOf(known(indicator.every_days)), starts, words);
  const set = (part: Partial<Reading>) =>
    void desk.edit({ type: "set_reading", reading: { ...reading, ...part } });

  function setValue(text: string): void {
    const read = readNumber(text.replace(/\s*%$/, ""), words.lang);
    if (read === null) desk.tell(words.say("read.number", { text }), words.say("read.numberHint"));
    else set({ value: Number(plain(read)), recorded_at: new Date().toISOString() });
  }

  return (
    <li>
      <span className="c3">{period}</span>
      <InPlace
        label={words.say("indicator.valueOf", { period })}
        value={words.number(reading.value, 6)}
        isReadOnly={isReadOnly}
        onCommit={setValue}
      />
      <Select
        plain
        label={words.say("indicator.nature")}
        value={reading.nature}
        isDisabled={isReadOnly}
        options={NATURES.map((id) => ({ id, text: words.say(`nature.${id}`) }))}
        onChange={(nature) => set({ nature })}
      />
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
    </li>
  );
}
