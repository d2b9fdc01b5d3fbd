/* Putting elements away: the reason is asked, because in a year nobody knows it any more. */
import { useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { TextField } from "../../kit/index.ts";
import { today } from "../../model/day.ts";
import { useWords } from "../../words/index.ts";
import { Ask } from "../Ask.tsx";
import { useDesk } from "../desk.tsx";
import { titleOf } from "../words.ts";

export function ArchiveForm({ elements, onDone }: { elements: readonly Element[]; onDone: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const [reason, setReason] = useState("");
  const first = elements[0];
  if (first === undefined) return null;

  function archive(): void {
    onDone();
    const ids = elements.map(({ id }) => id);
    void desk.edit({ type: "archive", elements: ids, on: today(), reason: reason.trim() });
  }

  return (
    <Ask
      head={words.say("archive.head", { count: elements.length, title: titleOf(words, first) })}
      says={words.say("archive.says")}
      act={words.say("archive.act")}
      isReady={reason.trim() !== ""}
      onAct={archive}
      onCancel={onDone}
    >
      <TextField
        label={words.say("archive.reason")}
        placeholder={words.say("archive.reasonAsk")}
        value={reason}
        onChange={setReason}
        autoFocus
        data-testid="archive-reason"
      />
    </Ask>
  );
}
