/*
 * One value for one period, and where it comes from. A value of the same period and source takes the place of the
 * earlier one.
 */
import { type KeyboardEvent, useState } from "react";
import type { Reading } from "../../api/bindings.ts";
import { Button, TextField } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { lastPerson } from "../person.ts";
import { SourceChoice, useSourceChoice } from "../SourceChoice.tsx";
import { readSeries, recordEdits } from "../series.ts";
import type { Indicator } from "./Measures.tsx";

interface NewReadingProps {
  indicator: Indicator;
  readings: readonly Reading[];
}

export function NewReading({ indicator, readings }: NewReadingProps) {
  const words = useWords();
  const desk = useDesk();
  const starts = useStore((state) => state.portfolio.settings.fiscal_year);
  const [period, setPeriod] = useState("");
  const [value, setValue] = useState("");
  const choosing = useSourceChoice(readings);
  const isReady = period.trim() !== "" && value.trim() !== "" && choosing.isReady;

  async function record(): Promise<void> {
    if (!isReady) return;
    const { read } = readSeries(`${period}\t${value}`, starts, words.lang);
    if (read.length === 0) {
      desk.tell(words.say("indicator.notRead"), words.say("indicator.notReadHint"));
      return;
    }
    const { id: source, edits } = choosing.chosen();
    const entry = {
      indicator: indicator.id,
      source,
      by: lastPerson(),
      at: new Date().toISOString(),
      comment: "",
    };
    const changed = await desk.edit(...edits, ...recordEdits(read, readings, entry, newId));
    if (changed === null) return;
    choosing.keep(source);
    setPeriod("");
    setValue("");
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) void record();
  }

  return (
    <div className="new-reading">
      <TextField
        label={words.say("indicator.period")}
        labelHidden
        value={period}
        onChange={setPeriod}
        placeholder={words.say("measured.periodAsk")}
        onKeyDown={onKeyDown}
        data-testid={`period-${indicator.id}`}
      />
      <TextField
        label={words.say("indicator.value")}
        labelHidden
        value={value}
        onChange={setValue}
        placeholder={words.say("indicator.value")}
        onKeyDown={onKeyDown}
        data-testid={`value-${indicator.id}`}
      />
      <Button
        size="small"
        isDisabled={!isReady}
        onPress={() => void record()}
        data-testid={`record-${indicator.id}`}
      >
        {words.say("indicator.record")}
      </Button>
      <SourceChoice
        choosing={choosing}
        labelHidden
        onEnter={() => void record()}
        data-testid={`source-${indicator.id}`}
      />
    </div>
  );
}
