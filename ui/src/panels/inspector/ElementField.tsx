/* One element or none, chosen in a few letters: a proof, a guard rail. An unanswered one asks its question. */
import { useMemo, useRef, useState } from "react";
import type { ElementKind } from "../../api/bindings.ts";
import { Anchored, Button, type Find, Finder, IconButton, KindGlyph } from "../../kit/index.ts";
import { live } from "../../model/live.ts";
import { among } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { useReadOnly, useStore } from "../desk.tsx";
import { namedWords, titleOf } from "../words.ts";

/** Most elements that are offered at once; letters find the others. */
const MOST = 20;

interface ElementFieldProps {
  label: string;
  kind: ElementKind;
  value: string | null;
  placeholder: string;
  /** Said when there is none of that kind. */
  nothing: string;
  /** Not offered: what is chosen already elsewhere. */
  without?: readonly string[];
  onChoose: (id: string | null) => void;
  "data-testid"?: string;
}

export function ElementField(props: ElementFieldProps) {
  const { label, kind, value, placeholder, nothing, without = [], onChoose } = props;
  const words = useWords();
  const isReadOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const all = useStore((state) => state.portfolio.elements);
  const elements = useStore((state) => live(state.portfolio).elements);
  const chosen = value === null ? undefined : all.get(value);
  const text = chosen === undefined ? placeholder : namedWords(words, chosen);
  const taken = without.join(" ");
  const offered = useMemo(() => {
    if (!open) return among<Find>([]);
    const without = new Set(taken.split(" "));
    const fitting = [...elements.values()].filter((it) => it.kind === kind && !without.has(it.id));
    return among(
      fitting.map((it) => ({ id: it.id, text: titleOf(words, it), mark: <KindGlyph kind={kind} /> })),
    );
  }, [open, elements, kind, taken, words]);
  return (
    <div ref={anchor} className="proof">
      <Button
        look="quiet"
        size="small"
        className={chosen === undefined ? "asking" : "answered"}
        isDisabled={isReadOnly}
        onPress={() => setOpen(true)}
        aria-label={`${label}: ${text}`}
        data-testid={props["data-testid"] ?? ""}
      >
        <span className="cut">{text}</span>
      </Button>
      {chosen === undefined || isReadOnly ? null : (
        <IconButton
          icon="close"
          size="small"
          label={words.say("common.without", { title: titleOf(words, chosen) })}
          onPress={() => onChoose(null)}
        />
      )}
      <Anchored label={label} anchor={anchor} isOpen={open} onClose={() => setOpen(false)}>
        <Finder
          label={label}
          placeholder={words.say("links.find")}
          nothing={nothing}
          find={(query) => offered(query, MOST)}
          onTake={({ id }) => {
            setOpen(false);
            onChoose(id);
          }}
          data-testid="element-find"
        />
      </Anchored>
    </div>
  );
}
