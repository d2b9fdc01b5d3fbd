/*
 * Where a value that is typed comes from. A value without a source is nobody’s evidence, so the one used last is
 * proposed, and one that is not listed yet is named on the spot; it is added in the same step as the value.
 */
import { type KeyboardEvent, useState } from "react";
import type { Edit, Reading, Source } from "../api/bindings.ts";
import { IconButton, Select, TextField } from "../kit/index.ts";
import { newId } from "../model/id.ts";
import { folded } from "../model/search.ts";
import { useWords } from "../words/index.ts";
import { useStore } from "./desk.tsx";

const NONE = "none";
const NEW = "new";
/** What was chosen last in this session: a source, or that there is none. */
let last: string | null = null;

export interface SourceChosen {
  readonly id: string | null;
  /** Adds the source, where it was named here. */
  readonly edits: readonly Edit[];
}

export interface SourceChoosing {
  /** `none`, `new`, or a source. */
  readonly value: string;
  readonly name: string;
  readonly isReady: boolean;
  choose(value: string): void;
  setName(name: string): void;
  /** What to record with; a name that a source has already means that source. */
  chosen(): SourceChosen;
  /** It stands in the file, and is proposed next time. */
  keep(id: string | null): void;
}

export function useSourceChoice(readings: readonly Reading[]): SourceChoosing {
  const sources = useStore((state) => state.portfolio.sources);
  const [picked, setPicked] = useState<string | null>(null);
  const [name, setName] = useState("");
  const value = picked ?? proposed(sources, readings);
  return {
    value,
    name,
    isReady: value !== NEW || name.trim() !== "",
    choose: setPicked,
    setName,
    chosen() {
      if (value !== NEW) return { id: value === NONE ? null : value, edits: [] };
      const title = name.trim();
      const known = [...sources.values()].find((it) => folded(it.title) === folded(title));
      if (known !== undefined) return { id: known.id, edits: [] };
      const source: Source = { id: newId(), title, description: "", owner: null, every_days: null };
      return { id: source.id, edits: [{ type: "insert_source", source }] };
    },
    keep(id) {
      last = id ?? NONE;
      setPicked(null);
      setName("");
    },
  };
}

/** The one chosen last; else the one that gave this indicator its newest value. */
function proposed(sources: ReadonlyMap<string, Source>, readings: readonly Reading[]): string {
  if (last !== null && (last === NONE || sources.has(last))) return last;
  const newest = readings
    .filter((it) => it.source !== null && sources.has(it.source))
    .reduce<Reading | null>((a, b) => (a === null || a.recorded_at < b.recorded_at ? b : a), null);
  return newest?.source ?? NONE;
}

interface SourceChoiceProps {
  choosing: SourceChoosing;
  labelHidden?: boolean;
  /** Enter in the name of a new source. */
  onEnter: () => void;
  "data-testid"?: string;
}

export function SourceChoice({ choosing, labelHidden = false, onEnter, ...rest }: SourceChoiceProps) {
  const words = useWords();
  const sources = useStore((state) => state.portfolio.sources);
  const label = words.say("indicator.source");
  const options = [
    { id: NONE, text: words.say("indicator.noSource") },
    ...[...sources.values()].map(({ id, title }) => ({ id, text: title })),
    { id: NEW, text: words.say("indicator.nameSource") },
  ];
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) onEnter();
    else if (event.key === "Escape") choosing.choose(NONE);
  }
  return (
    <div className="field source-choice">
      {labelHidden ? null : <span className="label">{label}</span>}
      {choosing.value === NEW ? (
        <div className="row">
          <TextField
            label={words.say("indicator.sourceName")}
            labelHidden
            value={choosing.name}
            onChange={choosing.setName}
            placeholder={words.say("indicator.sourceExample")}
            autoFocus
            onKeyDown={onKeyDown}
            data-testid="source-name"
          />
          <IconButton
            icon="close"
            size="small"
            label={words.say("indicator.noSource")}
            onPress={() => choosing.choose(NONE)}
          />
        </div>
      ) : (
        <Select label={label} value={choosing.value} options={options} onChange={choosing.choose} {...rest} />
      )}
    </div>
  );
}
