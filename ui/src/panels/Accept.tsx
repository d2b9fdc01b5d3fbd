/*
 * Accepting findings: somebody lives with them, for a reason and a time. As easy to reach as the fix. What was accepted
 * is said apart, with who, why and until when, and can be withdrawn.
 */
import { useState } from "react";
import type { Edit, Finding, Waiver } from "../api/bindings.ts";
import { Button, LinkButton, Popover, Segmented, Select, TextField } from "../kit/index.ts";
import { plusDays, today } from "../model/day.ts";
import { acceptedFor } from "../model/findings.ts";
import { yearEnd } from "../model/fiscal.ts";
import { newId } from "../model/id.ts";
import { useWords, type Words } from "../words/index.ts";
import { Ask } from "./Ask.tsx";
import { DayField } from "./DayField.tsx";
import { readDate } from "./dates.ts";
import { useDesk, useReadOnly, useStore } from "./desk.tsx";
import { lastPerson, rememberPerson } from "./person.ts";

interface AcceptButtonProps {
  /** One, or all of one cause. */
  findings: readonly Finding[];
  /** Those that are folded under them, and are accepted along unless somebody wants only the heads. */
  follows?: readonly Finding[];
}

/** A popover that a key of the list may open as well. */
export interface Asking {
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function AcceptButton({ findings, follows = NONE, ...asking }: AcceptButtonProps & Asking) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const first = findings[0];
  if (isReadOnly || first === undefined) return null;
  const says = words.say("accept.button", { count: findings.length + follows.length });
  return (
    <Popover
      {...asking}
      label={says}
      trigger={
        <Button size="small" data-testid={`accept-${findings.length > 1 ? first.code : first.key}`}>
          {says}
        </Button>
      }
    >
      {(close) => <AcceptForm findings={findings} follows={follows} onDone={close} />}
    </Popover>
  );
}

const NONE: readonly Finding[] = [];

type Much = "all" | "heads";
type Until = "month" | "quarter" | "year" | "day" | "open";

function AcceptForm(props: Required<AcceptButtonProps> & { onDone: () => void }) {
  const { findings: heads, follows, onDone } = props;
  const words = useWords();
  const desk = useDesk();
  const starts = useStore((state) => state.portfolio.settings.fiscal_year);
  const waivers = useStore((state) => state.portfolio.waivers);
  const [much, setMuch] = useState<Much>("all");
  const findings = much === "all" ? [...heads, ...follows] : heads;
  const [reason, setReason] = useState("");
  const [person, setPerson] = useState(lastPerson());
  const [until, setUntil] = useState<Until>("quarter");
  const [typed, setTyped] = useState("");
  const now = today();
  const days: Record<Until, string | null> = {
    month: plusDays(now, 30),
    quarter: plusDays(now, 90),
    year: yearEnd(now, starts),
    day: readDate(typed, "last"),
    open: null,
  };
  const offer = (id: Until) => ({
    id,
    text: words.say(`accept.until.${id}`, { date: words.date(days[id] ?? "") }),
  });
  const whole = findings.filter(({ subject }) => subject === null).map(({ code }) => code);
  const isReady = reason.trim() !== "" && person.trim() !== "" && (until !== "day" || days.day !== null);

  async function accept(): Promise<void> {
    onDone();
    rememberPerson(person.trim());
    const said = { reason: reason.trim(), person: person.trim(), on: now, until: days[until] };
    // What a rule says of one element is accepted once, however many findings say it.
    const once = new Map(findings.map((it) => [`${it.code} ${acceptedFor(it)}`, it]));
    // An acceptance that has run out makes room for the new one.
    const edits = [...once.values()].flatMap((it): Edit[] => {
      const { code } = it;
      const subject = acceptedFor(it);
      const before = [...waivers.values()].filter((old) => old.code === code && old.subject === subject);
      return [
        ...before.map((old): Edit => ({ type: "unwaive", waiver: old.id })),
        { type: "waive", waiver: { id: newId(), code, subject, ...said } },
      ];
    });
    if ((await desk.edit(...edits)) !== null) desk.tell(words.say("accept.told", { count: findings.length }));
  }

  return (
    <Ask
      head={words.say(whole.length === 0 ? "accept.head" : "accept.headWhole", {
        count: findings.length,
        title: findings[0]?.subject?.title ?? "",
      })}
      says={[
        words.say("accept.says", { count: findings.length }),
        ...(whole.length === 0
          ? []
          : [words.say("accept.saysWhole", { codes: [...new Set(whole)].join(" + ") })]),
      ].join(" ")}
      act={words.say("accept.act")}
      isReady={isReady}
      onAct={() => void accept()}
      onCancel={onDone}
    >
      {follows.length === 0 ? null : (
        <Segmented
          label={words.say("accept.much")}
          value={much}
          options={[
            { id: "all", text: words.say("accept.all", { count: heads.length + follows.length }) },
            { id: "heads", text: words.say("accept.heads", { count: heads.length }) },
          ]}
          onChange={setMuch}
        />
      )}
      <TextField
        label={words.say("accept.reason")}
        placeholder={words.say("accept.reasonAsk")}
        value={reason}
        onChange={setReason}
        multiline
        autoFocus
        data-testid="accept-reason"
      />
      <TextField
        label={words.say("accept.person")}
        value={person}
        onChange={setPerson}
        data-testid="accept-person"
      />
      <div className="field">
        <span className="label">{words.say("accept.until")}</span>
        <Select
          label={words.say("accept.until")}
          value={until}
          options={[offer("month"), offer("quarter"), offer("year"), offer("day"), offer("open")]}
          onChange={setUntil}
          data-testid="accept-until"
        />
      </div>
      {until === "day" ? (
        <DayField
          label={words.say("accept.lastDay")}
          text={typed}
          onChange={setTyped}
          data-testid="accept-day"
        />
      ) : null}
    </Ask>
  );
}

/** Whether an acceptance no longer holds, so that its finding is said again. */
export function lapsed(waiver: Waiver, asOf: string): boolean {
  return waiver.until !== null && waiver.until < asOf;
}

/** “by A. Moreno on 3 Nov 2026, until 31 Dec 2026”. */
export function waiverWords(words: Words, waiver: Waiver, asOf: string): string {
  return words.say(lapsed(waiver, asOf) ? "accept.lapsed" : "accept.by", {
    person: waiver.person,
    on: words.date(waiver.on),
    ends: waiver.until === null ? "no" : "yes",
    until: words.date(waiver.until ?? ""),
  });
}

export function WithdrawButton({ waiver }: { waiver: Waiver }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  if (isReadOnly) return null;
  return (
    <LinkButton
      onPress={() => void desk.edit({ type: "unwaive", waiver: waiver.id })}
      data-testid={`withdraw-${waiver.id}`}
    >
      {words.say("accept.withdraw")}
    </LinkButton>
  );
}
