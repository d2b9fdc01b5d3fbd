/* The day that a list speaks of, as somebody types it: its ratings without a day of their own get it. */
import { useState } from "react";
import type { Mapping, Preview } from "../../api/index.ts";
import { LinkButton, Popover } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { Ask } from "../Ask.tsx";
import { DayField } from "../DayField.tsx";
import { readDate } from "../dates.ts";

interface ListDayProps {
  preview: Preview;
  /** Whether a day was found or chosen. */
  decided: boolean;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
}

export function ListDay({ preview, decided, onChoose }: ListDayProps) {
  const words = useWords();
  return (
    <Popover
      label={words.say("import.listDay.head")}
      trigger={
        <LinkButton data-testid="import-list-day">
          {words.say(decided ? "import.change" : "import.answer")}
        </LinkButton>
      }
    >
      {(close) => <Days known={preview.as_of} onChoose={onChoose} onDone={close} />}
    </Popover>
  );
}

interface DaysProps extends Pick<ListDayProps, "onChoose"> {
  known: string | null;
  onDone: () => void;
}

function Days({ known, onChoose, onDone }: DaysProps) {
  const words = useWords();
  const [typed, setTyped] = useState(known === null ? "" : words.date(known));
  const day = readDate(typed, "last");
  const take = (as_of: string | null) => {
    onDone();
    onChoose((now) => ({ ...now, as_of, undated: as_of === null }));
  };
  return (
    <Ask
      head={words.say("import.listDay.head")}
      says={words.say("import.listDay.says")}
      act={words.say("import.listDay.act")}
      isReady={day !== null}
      onAct={() => take(day)}
      onCancel={onDone}
    >
      <DayField
        label={words.say("import.listDay.day")}
        text={typed}
        onChange={setTyped}
        placeholder={words.say("import.listDay.hint")}
        autoFocus
        data-testid="import-list-day-field"
      />
      <LinkButton onPress={() => take(null)} data-testid="import-list-day-none">
        {words.say("import.listDay.none")}
      </LinkButton>
    </Ask>
  );
}
