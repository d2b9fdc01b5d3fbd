/* Merging one element with another of its kind: choose the other, the most alike title first, then say yes. */
import { useMemo, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Finder, KindGlyph } from "../../kit/index.ts";
import { byLikeness } from "../../model/alike.ts";
import { live } from "../../model/live.ts";
import { among } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import { ownerWords, titleOf } from "../words.ts";
import { MergeForm } from "./MergeForm.tsx";

/** Most elements that are offered at once; letters find the others. */
const MOST = 30;

export function MergeWith({ element, onDone }: { element: Element; onDone: () => void }) {
  const words = useWords();
  const elements = useStore((state) => live(state.portfolio).elements);
  const [other, setOther] = useState<Element | null>(null);
  const others = useMemo(
    () =>
      byLikeness(
        element.title,
        [...elements.values()].filter((it) => it.kind === element.kind && it.id !== element.id),
        (it) => it.title,
      ),
    [elements, element],
  );
  const offered = useMemo(
    () =>
      among(
        others.map((it) => ({
          id: it.id,
          text: titleOf(words, it),
          mark: <KindGlyph kind={it.kind} hued />,
          hint: ownerWords(words, it.owner).text,
        })),
      ),
    [others, words],
  );
  if (other !== null) return <MergeForm elements={[element, other]} onDone={onDone} />;
  return (
    <Finder
      label={words.say("merge.with", { title: titleOf(words, element) })}
      placeholder={words.say("merge.find")}
      nothing={words.say("merge.nothing")}
      foot={words.say("merge.foot")}
      find={(query) => offered(query, MOST)}
      onTake={({ id }) => setOther(others.find((it) => it.id === id) ?? null)}
      data-testid="merge-find"
    />
  );
}
