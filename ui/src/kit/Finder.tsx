/*
 * A field and a list that answers each letter: for the palette and for choosing an element. The field keeps the
 * keyboard; arrows walk the list, Enter takes, so that hands stay where they type.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./Icon.tsx";

export interface Find {
  readonly id: string;
  readonly text: string;
  /** A glyph or icon before the words. */
  readonly mark?: ReactNode;
  /** Kind, keys or a remark, at the right. */
  readonly hint?: string;
  /** Written above the first of its group. */
  readonly group?: string;
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

export function Finder(props: FinderProps) {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const base = useId();
  const field = useRef<HTMLInputElement>(null);
  const finds = props.find(query);
  const here = Math.min(at, finds.length - 1);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${base}-${here}`)?.scrollIntoView({ block: "nearest" });
  }, [base, here]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((here + step + finds.length) % Math.max(1, finds.length));
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const find = finds[here];
      if (find) props.onTake(find);
    }
  }

  return (
    <div className="finder">
      <div className="finder-field">
        <Icon name="search" />
        <input
          ref={field}
          role="combobox"
          aria-label={props.label}
          aria-expanded="true"
          aria-controls={`${base}-list`}
          aria-activedescendant={finds.length > 0 ? `${base}-${here}` : undefined}
          placeholder={props.placeholder}
          value={query}
          spellCheck={false}
          data-testid={props["data-testid"]}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="menu finder-list" role="listbox" id={`${base}-list`} aria-label={props.label}>
        {finds.length === 0 ? <p className="finder-nothing">{props.nothing}</p> : null}
        {finds.map((find, index) => (
          <div key={find.id}>
            {find.group !== undefined && find.group !== finds[index - 1]?.group ? (
              <div className="menu-head">{find.group}</div>
            ) : null}
            <div
              id={`${base}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === here}
              data-focused={index === here || undefined}
              onPointerMove={() => setAt(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => props.onTake(find)}
              onKeyDown={onKeyDown}
            >
              {find.mark}
              <span className="cut">{find.text}</span>
              {find.hint === undefined ? null : <span className="hint">{find.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {props.foot === undefined ? null : <div className="finder-foot">{props.foot}</div>}
    </div>
  );
}
