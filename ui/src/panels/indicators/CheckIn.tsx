/* The quick check-in: this period's value in one line, and a series pasted whole. */
import { useState } from "react";
import type { Element, Nature, Reading } from "../../api/bindings.ts";
import { Button, Select, TextField } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { lastPerson, rememberPerson } from "../person.ts";
import { SourceChoice, useSourceChoice } from "../SourceChoice.tsx";
import { type Entry, type Read, readSeries, recordEdits } from "../series.ts";

const NATURES: readonly Nature[] = ["actual", "forecast", "baseline", "target"];

interface CheckInProps {
  indicator: Extract<Element, { kind: "indicator" }>;
  readings: readonly Reading[];
}

export function CheckIn({ indicator, readings }: CheckInProps) {
  const words = useWords();
  const desk = useDesk();
  const starts = useStore((state) => state.portfolio.settings.fiscal_year);
  const [period, setPeriod] = useState("");
  const [value, setValue] = useState("");
  const [nature, setNature] = useState<Nature>("actual");
  const choosing = useSourceChoice(readings);
  const [by, setBy] = useState(lastPerson());
  const [comment, setComment] = useState("");
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState("");

  const one = readSeries(`${period}\t${value}`, starts, words.lang).read[0];
  const series = readSeries(pasted, starts, words.lang);

  async function record(read: readonly Read[]): Promise<boolean> {
    const { id: source, edits: naming } = choosing.chosen();
    const entry: Entry = {
      indicator: indicator.id,
      source,
      by: by.trim(),
      at: new Date().toISOString(),
      comment: comment.trim(),
    };
    rememberPerson(entry.by);
    const edits = [...naming, ...recordEdits(read, readings, entry, newId)];
    const origin = { from: pasting ? "pasted" : "typed" } as const;
    const changed = await desk.attempt(desk.store.edit(edits, origin));
    if (changed !== null) choosing.keep(source);
    return changed !== null;
  }

  async function recordOne(): Promise<void> {
    if (one === undefined) {
      desk.tell(words.say("indicator.notRead"), words.say("indicator.notReadHint"));
      return;
    }
    if (await record([{ ...one, nature }])) {
      setPeriod("");
      setValue("");
      setComment("");
    }
  }

  async function recordSeries(): Promise<void> {
    if (await record(series.read)) {
      setPasted("");
      setPasting(false);
    }
  }

  return (
    <section className="checkin" aria-label={words.say("indicator.checkIn")}>
      <div className="row">
        <h3>{words.say("indicator.checkIn")}</h3>
        <span className="gap" />
        <Button
          look="quiet"
          size="small"
          pressed={pasting}
          onPress={() => setPasting(!pasting)}
          data-testid="paste-series"
        >
          {words.say("indicator.paste")}
        </Button>
      </div>
      {pasting ? (
        <>
          <TextField
            label={words.say("indicator.series")}
            value={pasted}
            onChange={setPasted}
            multiline
            autoFocus
            placeholder={words.say("indicator.seriesExample")}
            data-testid="series"
          />
          {pasted === "" ? null : (
            <p className={series.left.length > 0 ? "strong" : "c2"} role="status">
              {words.say("indicator.seriesRead", { count: series.read.length, left: series.left.length })}
              {series.left.length > 0 ? ` ${series.left.slice(0, 3).join(" · ")}` : ""}
            </p>
          )}
        </>
      ) : (
        <div className="checkin-line">
          <TextField
            label={words.say("indicator.period")}
            value={period}
            onChange={setPeriod}
            placeholder={words.say("indicator.periodExample")}
            data-testid="reading-period"
          />
          <TextField
            label={words.say("indicator.value")}
            value={value}
            onChange={setValue}
            data-testid="reading-value"
            onKeyDown={(event) => {
              if (event.key === "Enter") void recordOne();
            }}
          />
          <div className="field">
            <span className="label">{words.say("indicator.nature")}</span>
            <Select
              label={words.say("indicator.nature")}
              value={nature}
              options={NATURES.map((id) => ({ id, text: words.say(`nature.${id}`) }))}
              onChange={setNature}
            />
          </div>
        </div>
      )}
      <div className="checkin-line">
        <TextField label={words.say("indicator.by")} value={by} onChange={setBy} />
        <SourceChoice
          choosing={choosing}
          onEnter={() => void (pasting ? recordSeries() : recordOne())}
          data-testid="reading-source"
        />
        {pasting ? null : (
          <TextField label={words.say("indicator.comment")} value={comment} onChange={setComment} />
        )}
        <Button
          look="primary"
          onPress={() => void (pasting ? recordSeries() : recordOne())}
          isDisabled={
            !choosing.isReady || (pasting ? series.read.length === 0 : period === "" || value === "")
          }
          data-testid="record-reading"
        >
          {pasting
            ? words.say("indicator.recordSeries", { count: series.read.length })
            : words.say("indicator.record")}
        </Button>
      </div>
    </section>
  );
}
