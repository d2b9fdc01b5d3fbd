/*
 * Reporting a status, or putting a report right: side, status, how far the work is, day, and what there is to say. No
 * status is proposed: green must be somebody’s word and not what nobody changed.
 */
import { useState } from "react";
import type { Lens, Status, StatusReport } from "../../api/bindings.ts";
import { Segmented, Select, TextField } from "../../kit/index.ts";
import { today } from "../../model/day.ts";
import { newId } from "../../model/id.ts";
import { known } from "../../model/maybe.ts";
import { type Lang, useWords } from "../../words/index.ts";
import { Ask } from "../Ask.tsx";
import { DayField } from "../DayField.tsx";
import { readDate } from "../dates.ts";
import { plain } from "../decimal.ts";
import { useDesk, useStore } from "../desk.tsx";
import { readNumber } from "../money.ts";

interface ReportFormProps {
  element: string;
  lens: Lens;
  /** `null` for a new one. */
  report: StatusReport | null;
  onDone: () => void;
}

type Chosen = Status | "unsaid";

export function ReportForm({ element, lens, report, onDone }: ReportFormProps) {
  const words = useWords();
  const desk = useDesk();
  const sources = useStore((state) => state.portfolio.sources);
  const day = report === null ? today() : known(report.date);
  const [side, setSide] = useState<Lens>(lens);
  const [status, setStatus] = useState<Chosen | null>(report === null ? null : (report.status ?? "unsaid"));
  const [date, setDate] = useState(day === null ? "" : words.date(day));
  const [comment, setComment] = useState(report?.comment ?? "");
  const [percent, setPercent] = useState(report?.percent == null ? "" : words.percent(report.percent));
  const [source, setSource] = useState(report?.source ?? "none");
  const [isSaving, setSaving] = useState(false);
  const read = readDate(date, "last");
  const done = readPercent(percent, words.lang);
  const statuses = [
    { id: "green", text: words.say("status.ok") },
    { id: "amber", text: words.say("status.risk") },
    { id: "red", text: words.say("status.off") },
    // Only where a source gave words that nobody could place.
    ...(report !== null && report.status === null
      ? [{ id: "unsaid", text: words.say("status.unknown") } as const]
      : []),
  ] as const;

  async function save(): Promise<void> {
    if (status === null || isSaving) return;
    setSaving(true);
    const said: StatusReport = {
      id: report?.id ?? newId(),
      element,
      date: read === null ? null : { known: read },
      lens: side,
      status: status === "unsaid" ? null : status,
      said: report?.said ?? "",
      comment: comment.trim(),
      percent: done ?? null,
      source: source === "none" ? null : source,
    };
    const changed = await desk.edit(
      report === null ? { type: "insert_status", status: said } : { type: "set_status", status: said },
    );
    // What was refused stays as it was written.
    if (changed === null) setSaving(false);
    else onDone();
  }

  return (
    <Ask
      head={words.say(report === null ? "report.ask" : "report.askAgain")}
      act={words.say(report === null ? "report.act" : "common.change")}
      isReady={
        status !== null && done !== undefined && (read !== null || (date.trim() === "" && report !== null))
      }
      onAct={() => void save()}
      onCancel={onDone}
    >
      <Segmented
        label={words.say("report.side")}
        value={side}
        options={[
          { id: "it", text: words.say("lens.it") },
          { id: "business", text: words.say("lens.business") },
        ]}
        onChange={setSide}
      />
      <Segmented label={words.say("report.status")} value={status} options={statuses} onChange={setStatus} />
      <TextField
        label={words.say("report.comment")}
        placeholder={words.say("report.commentAsk")}
        value={comment}
        onChange={setComment}
        multiline
        autoFocus
        data-testid="report-comment"
      />
      <div className="ask-pair of-three">
        <TextField
          label={words.say("report.percent")}
          placeholder="%"
          value={percent}
          onChange={setPercent}
          {...(done === undefined ? { error: "" } : {})}
          data-testid="report-percent"
        />
        <DayField label={words.say("report.date")} text={date} onChange={setDate} data-testid="report-date" />
        <div className="field">
          <span className="label">{words.say("indicator.source")}</span>
          <Select
            label={words.say("indicator.source")}
            value={source}
            options={[
              { id: "none", text: words.say("indicator.noSource") },
              ...[...sources.values()].map(({ id, title }) => ({ id, text: title })),
            ]}
            onChange={setSource}
          />
        </div>
      </div>
      {done === undefined ? <p className="field-error">{words.say("read.wrong.percent")}</p> : null}
    </Ask>
  );
}

/** 0 to 100; `null` for nothing typed, `undefined` for what is no such number. */
function readPercent(typed: string, lang: Lang): number | null | undefined {
  const text = typed.replace(/%\s*$/, "").trim();
  if (text === "") return null;
  const read = readNumber(text, lang);
  const value = read === null ? Number.NaN : Number(plain(read));
  return value >= 0 && value <= 100 ? value : undefined;
}
