/*
 * What stands in a cell while it is not edited. A value that is missing says so in the words of its reason; one
 * that was never filled in is hatched; a measured zero is neither.
 */
import type { Gap, Maybe, Money, StatusReport } from "../../api/bindings.ts";
import { Bar, FindingMark, type Standing, StatusShape } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { known } from "../../model/maybe.ts";
import { isKey, useWords, type Words } from "../../words/index.ts";
import { decimal } from "../decimal.ts";
import { inUnit, type Unit, withUnit } from "../money.ts";
import type { NumberUnit } from "../values.ts";
import type { Column } from "./columns.ts";
import type { Row, Served } from "./rows.ts";
import { unitFor } from "./writing.ts";

interface CellContentProps {
  row: Row;
  column: Column;
  units: readonly Unit[];
}

export function CellContent({ row, column, units }: CellContentProps) {
  const words = useWords();
  const content = column.content(row);
  switch (content.type) {
    case "text":
      if (column.id === "owner" && content.value === null) {
        return <span className="table-lacks cut">{words.say("table.noOwner")}</span>;
      }
      return (
        <Value value={content.value} quiet={content.meta !== true || content.value === null}>
          {(text) => (
            <>
              <span
                className={content.meta ? "cut c2" : "cut"}
                title={text.length > LONG_TEXT ? text : undefined}
              >
                {text}
              </span>
              {column.id === "title" && row.element.archived !== null ? (
                <span className="table-tag table-away" title={awayWords(row, words)}>
                  {words.say("table.archived.tag")}
                </span>
              ) : null}
            </>
          )}
        </Value>
      );
    case "word":
      return (
        <Value value={content.value} quiet={content.quiet === true}>
          {(word) => (
            <span className="cut c2">
              {word
                .split(",")
                .map((it) => wordOf(content.words, it, words))
                .join(", ")}
            </span>
          )}
        </Value>
      );
    case "date":
      return (
        <Value value={content.value}>{(date) => <span className="cut c2">{words.date(date)}</span>}</Value>
      );
    case "number":
      return (
        <Value value={content.value}>
          {(value) => <span className="cut">{numberWords(value, content.unit, words)}</span>}
        </Value>
      );
    case "money":
      return (
        <Value value={content.value}>
          {(money) => <Amount money={money} units={units} spent={column.id === "spent"} />}
        </Value>
      );
    case "bar":
      return <BarCell row={row} which={content.bar} />;
    case "report":
      return <ReportCell report={row[content.lens]} />;
    case "serves":
      return <ServesCell serves={row.serves} />;
    case "findings":
      return <FindingsCell row={row} />;
  }
}

function wordOf(group: string, word: string, words: Words): string {
  const key = `${group}.${word}`;
  return isKey(key) ? words.say(key) : word;
}

function numberWords(value: number, unit: NumberUnit, words: Words): string {
  if (unit === "percent") return words.percent(value);
  return unit === "days" ? words.say("field.days", { count: value }) : words.number(value, 6);
}

/** Since when a row is put away, and why. */
function awayWords({ element }: Row, words: Words): string {
  const { archived } = element;
  return archived === null
    ? ""
    : words.say("table.archived.since", { date: words.date(archived.on), reason: archived.reason });
}

/** Longer texts than a cell shows are read in full by pointing at them. */
const LONG_TEXT = 18;

interface ValueProps<T> {
  value: Maybe<T> | null;
  /** A plain dash instead of hatching, where emptiness says nothing. */
  quiet?: boolean;
  children: (value: T) => React.ReactNode;
}

function Value<T>({ value, quiet = false, children }: ValueProps<T>) {
  const words = useWords();
  if (value === null) {
    return quiet ? (
      <span className="c3" aria-hidden="true">
        –
      </span>
    ) : (
      <span
        className="table-void hatch"
        role="img"
        aria-label={words.say("table.never")}
        title={words.say("table.never")}
      />
    );
  }
  if (value.missing) return <GapWords gap={value.missing} />;
  return <>{children(value.known)}</>;
}

/** Sentences that stand in the place of a value are told by their reason, and in full on hover. */
const LONGEST_SAID = 16;

/** “nfp · withheld”; a reason that only repeats the words is not said twice. */
function GapWords({ gap }: { gap: Gap }) {
  const words = useWords();
  const reason = words.say(`reason.${gap.reason}`);
  const said = gap.said.trim();
  const same = said === "" || said.toLowerCase() === reason.toLowerCase();
  const text = same || said.length > LONGEST_SAID ? reason : words.say("read.gap", { said, reason });
  return (
    <span
      className="table-gap cut"
      title={words.say("table.tip.gap", { said: said === "" ? reason : said, reason })}
    >
      {text}
    </span>
  );
}

function Amount({ money, units, spent }: { money: Money; units: readonly Unit[]; spent: boolean }) {
  const words = useWords();
  const unit = unitFor(money, units);
  const value = decimal(money.amount);
  const text =
    unit && value
      ? (units.length > 1 ? withUnit : inUnit)(value, unit, words.lang)
      : `${money.amount}\u00a0${money.currency}`;
  return (
    <span className={spent ? "c2" : ""} title={words.moneyExact(money)}>
      {text}
    </span>
  );
}

function BarCell({ row, which }: { row: Row; which: "delivery" | "outcome" }) {
  const words = useWords();
  const { percent, standing } = row[which];
  const name = words.say(`bar.${which}`);
  const told = which === "delivery" ? row.it : row.business;
  const parts = { name, standing: words.say(`status.${standing}`) };
  const known =
    percent !== null
      ? words.say("table.bar.known", { ...parts, percent: words.percent(percent) })
      : words.say(standing === "unknown" ? "table.bar.unknown" : "table.bar.standing", parts);
  const said = told?.said ? `${known}, ${words.say("table.bar.toldAs", { said: told.said })}` : known;
  return (
    <span className="table-bar" title={said}>
      <Bar percent={percent} standing={standing} thin label={said} />
      <em>{percent === null ? "" : words.number(percent, 0)}</em>
      <StatusShape standing={standing} />
    </span>
  );
}

const STANDINGS = { green: "ok", amber: "risk", red: "off" } as const;

function ReportCell({ report }: { report: StatusReport | null }) {
  const words = useWords();
  if (report === null) return <Value value={null}>{() => null}</Value>;
  const standing: Standing = report.status === null ? "unknown" : STANDINGS[report.status];
  const word = report.said === "" ? words.say(`status.${standing}`) : report.said;
  const date = known(report.date);
  const when = date === null ? "" : ` · ${words.date(date)}`;
  return (
    <span className="table-report" title={`${word} (${words.say(`status.${standing}`)})${when}`}>
      <StatusShape standing={standing} label={words.say(`status.${standing}`)} />
      <span className="cut c2">{word}</span>
    </span>
  );
}

function ServesCell({ serves }: { serves: readonly Served[] }) {
  const words = useWords();
  const first = serves.find((it) => it.counts) ?? serves[0];
  if (!first) {
    return (
      <span className="c3" aria-hidden="true">
        –
      </span>
    );
  }
  const all = serves
    .map((it) => (it.counts ? it.title : `${it.title} (${words.say("table.proposed")})`))
    .join("\n");
  return (
    <span className="table-serves" title={all}>
      <span className={first.counts ? "cut c2" : "cut table-proposed"}>{first.title}</span>
      {first.counts ? null : <span className="table-tag">{words.say("table.proposed")}</span>}
      {serves.length > 1 ? (
        <span className="c3">{words.say("table.andMore", { count: serves.length - 1 })}</span>
      ) : null}
    </span>
  );
}

function FindingsCell({ row }: { row: Row }) {
  const words = useWords();
  const { count, worst, messages, isShared } = row.findings;
  if (worst === null) return null;
  return (
    <span
      className="table-findings"
      title={messages
        .slice(0, 6)
        .map((it) => words.told(it))
        .join("\n")}
    >
      <FindingMark
        severity={markOf(worst)}
        count={count}
        shared={isShared}
        label={words.say(isShared ? "table.findings.shared" : "table.findings", { count })}
      />
    </span>
  );
}
