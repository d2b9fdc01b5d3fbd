/* Choosing the other end of a link in a few letters. Only what may be linked and is not yet is offered. */
import { type RefObject, useMemo, useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Anchored, Finder, IconButton, KindGlyph } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { joins, stepOf, type Way } from "../../model/kinds.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import { best } from "../../model/search.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { kindWord, titleOf, worded } from "../words.ts";

interface LinkPickerProps {
  element: Element;
  way: Way;
  label: string;
  "data-testid"?: string;
}

/** A plus that opens the choice. */
export function LinkPicker({ element, way, label, ...rest }: LinkPickerProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor} className="picker">
      <IconButton icon="plus" size="small" label={label} onPress={() => setOpen(true)} {...rest} />
      <LinkFinder element={element} way={open ? way : null} anchor={anchor} onDone={() => setOpen(false)} />
    </span>
  );
}

interface LinkFinderProps {
  element: Element;
  /** `null` while nothing is asked. */
  way: Way | null;
  anchor: RefObject<HTMLElement | null>;
  /** With the link that was drawn, if one was. */
  onDone: (link: string | null) => void;
}

export function LinkFinder({ element, way, anchor, onDone }: LinkFinderProps) {
  const words = useWords();
  const label = way === null ? "" : wayWords(words, way);
  return (
    <Anchored label={label} anchor={anchor} isOpen={way !== null} onClose={() => onDone(null)}>
      {way === null ? null : <Ends element={element} way={way} label={label} onDone={onDone} />}
    </Anchored>
  );
}

interface EndsProps {
  element: Element;
  way: Way;
  label: string;
  onDone: (link: string | null) => void;
}

function Ends({ element, way, label, onDone }: EndsProps) {
  const words = useWords();
  const desk = useDesk();
  const portfolio = useStore((state) => state.portfolio);
  const ends = useMemo(
    () => candidates(portfolio, element, way, words.compare),
    [portfolio, element, way, words],
  );

  async function link(other: string): Promise<void> {
    const [from, to] = way.outgoing ? [element.id, other] : [other, element.id];
    const id = newId();
    const changed = await desk.edit({ type: "connect", id, from, to, kind: way.kind });
    onDone(changed === null ? null : id);
  }

  return (
    <Finder
      label={label}
      placeholder={words.say("links.find")}
      nothing={words.say("links.nothing")}
      {...(way.kind === "contribution" ? { foot: words.say("links.foot") } : {})}
      find={(query) =>
        best(query, ends, (other) => other.title, 30).map((other) => ({
          id: other.id,
          text: titleOf(words, other),
          mark: <KindGlyph kind={other.kind} hued />,
          hint: kindWord(words, other.kind),
        }))
      }
      onTake={(find) => void link(find.id)}
      data-testid="link-find"
    />
  );
}

/** “depends on”, “measured by”: the link as it is read from the element. */
export function wayWords(words: Words, way: Way): string {
  return worded(words, way.outgoing ? "link" : "linkIn", way.kind);
}

/** What may be linked that way and is not yet; on the line the nearest level first. */
export function candidates(
  portfolio: Portfolio,
  element: Element,
  { kind, outgoing }: Way,
  compare: (a: string, b: string) => number,
): Element[] {
  const ends = (out: boolean) =>
    linksOf(out ? portfolio.linksFrom : portfolio.linksTo, element.id)
      .filter((it) => it.kind === kind)
      .map((it) => (out ? it.to : it.from));
  const linked = new Set([...ends(outgoing), ...(kind === "conflicts_with" ? ends(!outgoing) : [])]);
  const barred = kind === "part_of" ? tree(portfolio, element.id, outgoing) : linked;
  const own = stepOf(element.kind) ?? 0;
  const distance = (other: Element) => Math.abs((stepOf(other.kind) ?? own) - own);
  return [...portfolio.elements.values()]
    .filter((other) => other.id !== element.id && other.archived === null)
    .filter((other) => !linked.has(other.id) && !barred.has(other.id))
    .filter((other) =>
      outgoing ? joins(kind, element.kind, other.kind) : joins(kind, other.kind, element.kind),
    )
    .sort((a, b) => distance(a) - distance(b) || compare(a.title, b.title));
}

/** All parts of an element, or all wholes that it is a part of: a part cannot be its own whole. */
function tree(portfolio: Portfolio, root: string, downwards: boolean): Set<string> {
  const seen = new Set<string>();
  const queue = [root];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const link of linksOf(downwards ? portfolio.linksTo : portfolio.linksFrom, at)) {
      const next = downwards ? link.from : link.to;
      if (link.kind !== "part_of" || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}
