/* Several elements of one kind become one: which one stays, and what moves along to it. */
import { useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Select } from "../../kit/index.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import { useWords, type Words } from "../../words/index.ts";
import { Ask } from "../Ask.tsx";
import { useDesk, useStore } from "../desk.tsx";
import { titleOf } from "../words.ts";

export function MergeForm({ elements, onDone }: { elements: readonly Element[]; onDone: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const portfolio = useStore((state) => state.portfolio);
  const [chosen, setChosen] = useState<string | null>(null);
  const stays = elements.find((it) => it.id === chosen) ?? elements[0];
  if (stays === undefined) return null;
  const into = stays.id;
  const from = elements.flatMap(({ id }) => (id === into ? [] : [id]));

  async function merge(): Promise<void> {
    onDone();
    const changed = await desk.edit({ type: "merge", into, from });
    if (changed !== null) desk.selection.reveal([into]);
  }

  return (
    <Ask
      head={words.say("merge.head", { count: elements.length })}
      act={words.say("merge.act")}
      isReady={from.length > 0}
      onAct={() => void merge()}
      onCancel={onDone}
    >
      <div className="field">
        <span className="label">{words.say("merge.stays")}</span>
        <Select
          label={words.say("merge.stays")}
          value={into}
          options={elements.map((it) => ({ id: it.id, text: titleOf(words, it) }))}
          onChange={setChosen}
          data-testid="merge-stays"
        />
      </div>
      <ul className="merge-goes">
        {elements
          .filter(({ id }) => id !== into)
          .map((it) => (
            <li key={it.id}>
              <p>{words.say("merge.goes", { title: titleOf(words, it) })}</p>
              <p className="c3 t12">{movesAlong(it.id, portfolio, words)}</p>
            </li>
          ))}
      </ul>
      <p className="c2">{words.say("merge.says", { title: titleOf(words, stays) })}</p>
    </Ask>
  );
}

/** “Moves along: 3 links, 2 readings, 1 report.” */
function movesAlong(id: string, portfolio: Portfolio, words: Words): string {
  const links = linksOf(portfolio.linksFrom, id).length + linksOf(portfolio.linksTo, id).length;
  const readings = portfolio.readingsOf.get(id)?.length ?? 0;
  const reports = portfolio.statusesOf.get(id)?.length ?? 0;
  const parts = [
    ...(links > 0 ? [words.say("count.links", { count: links })] : []),
    ...(readings > 0 ? [words.say("count.readings", { count: readings })] : []),
    ...(reports > 0 ? [words.say("count.reports", { count: reports })] : []),
  ];
  return parts.length === 0 ? words.say("merge.alone") : words.say("merge.along", { what: parts.join(", ") });
}
