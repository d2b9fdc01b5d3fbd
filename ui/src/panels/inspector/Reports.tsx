/*
 * Status reports in two lenses side by side: what IT says and what the business says, neither overwriting the other.
 * The latest of each stands in front; the history folds away below.
 */
import { useRef, useState } from "react";
import type { Element, Lens, StatusReport } from "../../api/bindings.ts";
import { Anchored, Icon, IconButton, LinkButton, Status, StatusShape } from "../../kit/index.ts";
import { known } from "../../model/maybe.ts";
import { latestReport, type Standing } from "../../model/standing.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { withWayBack } from "../removal.ts";
import { ReportForm } from "./ReportForm.tsx";

const LENSES: readonly Lens[] = ["it", "business"];
const NONE: readonly StatusReport[] = [];

export function Reports({ element }: { element: Element }) {
  const words = useWords();
  const all = useStore((state) => state.portfolio.statusesOf.get(element.id) ?? NONE);
  const asked = element.kind === "initiative" || element.kind === "objective";
  if (!asked && all.length === 0) return null;
  return (
    <section className="insp-sec" aria-label={words.say("report.head")}>
      <h2>{words.say("report.head")}</h2>
      <div className="lenses">
        {LENSES.map((lens) => (
          <Latest key={lens} element={element} lens={lens} />
        ))}
      </div>
      {all.length > 1 ? <Past reports={all} /> : null}
    </section>
  );
}

/** What one side said last, and the way to say something new. */
function Latest({ element, lens }: { element: Element; lens: Lens }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const anchor = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const report = useStore((state) => latestReport(state.portfolio, element.id, lens));
  const source = useStore((state) => state.portfolio.sources.get(report?.source ?? "")?.title);
  const label = words.say("report.new", { lens });
  return (
    <div className="lens" ref={anchor}>
      <p className="t12 c3">{words.say(`lens.${lens}`)}</p>
      {report === null ? (
        <p className="c3">{words.say("report.none")}</p>
      ) : (
        <>
          <p className="strong">
            <Status standing={standingOf(report)} word={statusWords(words, report)} />
          </p>
          {saidApart(report) ? <p>{words.say("report.said", { said: report.said })}</p> : null}
          {report.comment === "" ? null : <p className="c2">{report.comment}</p>}
          <p className="t12 c3">
            {[doneWords(words, report), whenWords(words, report), source]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </p>
        </>
      )}
      {isReadOnly ? null : (
        <LinkButton onPress={() => setAsking(true)} data-testid={`report-${lens}`}>
          {words.say("report.add")}
        </LinkButton>
      )}
      <Anchored label={label} anchor={anchor} isOpen={asking} onClose={() => setAsking(false)}>
        <ReportForm element={element.id} lens={lens} report={null} onDone={() => setAsking(false)} />
      </Anchored>
    </div>
  );
}

/** All reports, the latest first; each can be put right or removed. */
function Past({ reports }: { reports: readonly StatusReport[] }) {
  const words = useWords();
  const sorted = [...reports].sort((a, b) => (known(b.date) ?? "").localeCompare(known(a.date) ?? ""));
  return (
    <details className="fold reports">
      <summary className="c2" data-testid="reports-past">
        <Icon name="right" />
        {words.say("report.past", { count: reports.length })}
      </summary>
      <ul>
        {sorted.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ul>
    </details>
  );
}

function Row({ report }: { report: StatusReport }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const anchor = useRef<HTMLLIElement>(null);
  const [asking, setAsking] = useState(false);
  const named = { lens: words.say(`lens.${report.lens}`), date: whenWords(words, report) };
  return (
    <li ref={anchor}>
      <StatusShape standing={standingOf(report)} />
      <p>
        {statusWords(words, report)} <span className="c3">· {named.lens}</span>
        <span className="t12 c3 report-when">
          {[doneWords(words, report), named.date].filter((part) => part !== undefined).join(" · ")}
        </span>
        {saidApart(report) ? (
          <span className="c2 report-when">{words.say("report.said", { said: report.said })}</span>
        ) : null}
        {report.comment === "" ? null : <span className="c2 report-when">{report.comment}</span>}
      </p>
      {isReadOnly ? null : (
        <>
          <IconButton
            icon="edit"
            size="small"
            label={words.say("report.edit", named)}
            onPress={() => setAsking(true)}
          />
          <IconButton
            icon="remove"
            size="small"
            label={words.say("report.remove", named)}
            onPress={() =>
              void withWayBack(
                desk,
                [{ type: "remove_statuses", statuses: [report.id] }],
                words.say("removed.report", named),
              )
            }
          />
        </>
      )}
      <Anchored
        label={words.say("report.edit", named)}
        anchor={anchor}
        isOpen={asking}
        onClose={() => setAsking(false)}
      >
        <ReportForm
          element={report.element}
          lens={report.lens}
          report={report}
          onDone={() => setAsking(false)}
        />
      </Anchored>
    </li>
  );
}

const SHAPES = { green: "ok", amber: "risk", red: "off" } as const;

export function standingOf(report: StatusReport): Standing {
  return report.status === null ? "unknown" : SHAPES[report.status];
}

function statusWords(words: Words, report: StatusReport): string {
  return words.say(`status.${standingOf(report)}`);
}

/** Whether the source used words of its own that the shape does not already say. */
function saidApart(report: StatusReport): boolean {
  return report.said !== "" && report.said.toLowerCase() !== report.status;
}

/** “60 % done”, where the report says so. */
function doneWords(words: Words, { percent }: StatusReport): string | undefined {
  return percent === null ? undefined : words.say("report.done", { percent: words.percent(percent) });
}

function whenWords(words: Words, report: StatusReport): string {
  const date = known(report.date);
  return date === null ? words.say("report.noDate") : words.date(date);
}
