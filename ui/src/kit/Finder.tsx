/*
 * A field and a list that answers each letter: for the palette and for choosing an element. The field keeps the
 * keyboard; arrows walk the list, Enter takes, so that hands stay where they type. It never shrinks while it is open,
 * so that nothing jumps.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Icon } from "./Icon.tsx";

/** Pieces of a text, each from a letter up to but without another. */
type Spans = readonly (readonly [from: number, to: number])[];

export interface Find {
  readonly id: string;
  readonly text: string;
  /** The letters of the text that answer what was typed. */
  readonly spans?: Spans;
  /** What else answers: where, and the words that stand there. */
  readonly beside?: { readonly label: string; readonly text: string; readonly spans: Spans };
  /** A glyph or icon before the words. */
  readonly mark?: ReactNode;
  /** Kind, keys or a remark, at the right. */
  readonly hint?: string;
  readonly hintSpans?: Spans;
  /** Written above the first of its group; those of a group stand together. */
  readonly group?: string;
  /** Set back behind the others. */
  readonly faint?: boolean;
}

interface FinderProps {
  label: string;
  placeholder: string;
  /** Said when nothing answers. */
  nothing: string;
  find: (query: string) => readonly Find[];
  onTake: (find: Find) => void;
  /** A line below the list. */
  foot?: ReactNode;
  "data-testid"?: string;
}

/** Rows that PageUp and PageDown pass over. */
const PAGE = 8;

/** Where a key leads from a row, in a list that is not empty. */
const WAYS: Readonly<Record<string, (here: number, count: number) => number>> = {
  ArrowDown: (here, count) => (here + 1) % count,
  ArrowUp: (here, count) => (here - 1 + count) % count,
  PageDown: (here, count) => Math.min(here + PAGE, count - 1),
  PageUp: (here) => Math.max(here - PAGE, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Finder({ find, onTake, ...props }: FinderProps) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const base = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const finds = useMemo(() => find(query), [find, query]);
  const here = Math.min(at, finds.length - 1);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // The first row brings the name of its group into sight.
    if (here <= 0) list.current?.scrollTo({ top: 0 });
    else document.getElementById(`${base}-${here}`)?.scrollIntoView({ block: "nearest" });
  }, [base, here]);
  useLargest(list, finds);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys that choose among an input method's proposals are not ours; WebKit tells the last of them by this code.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const way = WAYS[event.key];
    const chord = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
    if (way !== undefined && !chord) {
      event.preventDefault();
      if (finds.length > 0) setAt(way(here, finds.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = finds[here];
      if (chosen) onTake(chosen);
    }
  }

  function row(one: Find, index: number): ReactNode {
    return (
      <div
        key={one.id}
        id={`${base}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === here}
        data-focused={index === here || undefined}
        className={one.faint === true ? "faint" : undefined}
        onPointerMove={() => setAt(index)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onTake(one)}
        onKeyDown={onKeyDown}
      >
        {one.mark}
        <span className="cut">
          <Marked text={one.text} spans={one.spans} />
        </span>
        {one.beside === undefined ? null : (
          <span className="cut beside">
            {one.beside.label} · <Marked text={one.beside.text} spans={one.beside.spans} />
          </span>
        )}
        {one.hint === undefined ? null : (
          <span className="hint">
            <Marked text={one.hint} spans={one.hintSpans} />
          </span>
        )}
      </div>
    );
  }

  return (
    <div className="finder">
      <div className="finder-field">
        <Icon name="search" />
        <input
          ref={field}
          role="combobox"
          aria-label={props.label}
          aria-autocomplete="list"
          aria-expanded={finds.length > 0}
          aria-controls={`${base}-list`}
          aria-activedescendant={finds.length > 0 ? `${base}-${here}` : undefined}
          aria-describedby={props.foot === undefined ? undefined : `${base}-foot`}
          placeholder={props.placeholder}
          value={query}
          spellCheck={false}
          autoComplete="off"
          data-testid={props["data-testid"]}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} className="menu finder-list">
        <p className="finder-nothing" role="status">
          {finds.length > 0 ? "" : props.nothing}
        </p>
        <div role="listbox" id={`${base}-list`} aria-label={props.label}>
          {groupsOf(finds).map(({ name, from, finds: own }) =>
            name === undefined ? (
              own.map((one, index) => row(one, from + index))
            ) : (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list box.
              <div key={from} role="group" aria-labelledby={`${base}-group-${from}`}>
                <div className="menu-head" id={`${base}-group-${from}`}>
                  {name}
                </div>
                {own.map((one, index) => row(one, from + index))}
              </div>
            ),
          )}
        </div>
      </div>
      {props.foot === undefined ? null : (
        <div className="finder-foot" id={`${base}-foot`}>
          {props.foot}
        </div>
      )}
    </div>
  );
}

interface Group {
  readonly name: string | undefined;
  /** The number of its first row. */
  readonly from: number;
  readonly finds: Find[];
}

/** Rows of one group that follow each other. */
function groupsOf(finds: readonly Find[]): Group[] {
  const groups: Group[] = [];
  for (const [from, find] of finds.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === find.group) last.finds.push(find);
    else groups.push({ name: find.group, from, finds: [find] });
  }
  return groups;
}

/** A text with the letters that answer made heavy. */
/** A text with the letters in it that answer. */
export function Marked({ text, spans = [] }: { text: string; spans?: Spans | undefined }) {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of spans) {
    pieces.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}

/** Keeps a list as tall and as wide as it has ever been, where there is room. */
function useLargest(list: RefObject<HTMLElement | null>, shown: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides how large the list is.
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    current.style.flexBasis = `${current.offsetHeight}px`;
    current.style.minWidth = `${current.offsetWidth}px`;
  }, [list, shown]);
}
