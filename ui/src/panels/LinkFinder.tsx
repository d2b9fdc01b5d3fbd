/*
 * Choosing the other end of a link in a few letters. Only what may be linked and is not yet is offered; where several
 * kinds of link are meant, each end takes the first that may join the two. Where only one kind of element can stand
 * there, what was typed can be added as one: an indicator or an assumption is mostly thought of at this moment.
 */
import { type RefObject, useMemo } from "react";
import type { Edit, Element, ElementKind } from "../api/bindings.ts";
import { Anchored, type Find, Finder, KindGlyph } from "../kit/index.ts";
import { newId } from "../model/id.ts";
import { joins, KINDS, stepOf, type Way } from "../model/kinds.ts";
import { live } from "../model/live.ts";
import { linksOf, type Portfolio } from "../model/portfolio.ts";
import { among } from "../model/search.ts";
import { useWords } from "../words/index.ts";
import { useDesk, useStore } from "./desk.tsx";
import { kindWord, titleOf } from "./words.ts";

/** Most ends that are offered at once; letters find the others. */
const MOST = 30;

interface LinkFinderProps {
  element: Element;
  /** `null` while nothing is asked. */
  ways: readonly Way[] | null;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** The link stands. */
  onLinked?: (link: string) => void;
}

export function LinkFinder({ element, ways, label, anchor, onClose, onLinked }: LinkFinderProps) {
  const desk = useDesk();

  async function link(other: string, way: Way, ...before: Edit[]): Promise<void> {
    onClose();
    const [from, to] = way.outgoing ? [element.id, other] : [other, element.id];
    const id = newId();
    const changed = await desk.edit(...before, { type: "connect", id, from, to, kind: way.kind });
    if (changed !== null) onLinked?.(id);
  }

  function add(title: string, { kind, way }: Addable): void {
    const id = newId();
    void link(id, way, { type: "add_element", id, kind, title, spot: null });
  }

  return (
    <Anchored label={label} anchor={anchor} isOpen={ways !== null} onClose={onClose}>
      {ways === null ? null : (
        <Ends
          element={element}
          ways={ways}
          label={label}
          onTake={({ other, way }) => void link(other.id, way)}
          onAdd={add}
        />
      )}
    </Anchored>
  );
}

interface EndsProps {
  element: Element;
  ways: readonly Way[];
  label: string;
  onTake: (end: Candidate) => void;
  onAdd: (title: string, addable: Addable) => void;
}

function Ends({ element, ways, label, onTake, onAdd }: EndsProps) {
  const words = useWords();
  const portfolio = useStore((state) => state.portfolio);
  const ends = useMemo(
    () => candidates(portfolio, element, ways, words.compare),
    [portfolio, element, ways, words],
  );
  const offered = useMemo(
    () =>
      among(
        ends.map(({ other }) => ({
          id: other.id,
          text: titleOf(words, other),
          mark: <KindGlyph kind={other.kind} hued />,
          hint: kindWord(words, other.kind),
        })),
      ),
    [ends, words],
  );
  const addable = useMemo(() => addableFor(element.kind, ways), [element.kind, ways]);
  const find = useMemo(
    () => (query: string) => {
      const title = query.trim();
      const found = offered(query, MOST);
      if (addable === null || title === "") return found;
      const text = words.say("links.add", { kind: addable.kind, title });
      const added: Find = { id: `${ADD}${title}`, text, mark: <KindGlyph kind={addable.kind} hued /> };
      return [...found, added];
    },
    [offered, addable, words],
  );
  const counts = ways.some(({ kind }) => kind === "contribution");
  return (
    <Finder
      label={label}
      placeholder={words.say("links.find")}
      nothing={words.say(addable === null ? "links.nothing" : "links.nothingYet")}
      {...(counts ? { foot: words.say("links.foot") } : {})}
      find={find}
      onTake={({ id }) => {
        if (addable !== null && id.startsWith(ADD)) {
          onAdd(id.slice(ADD.length), addable);
          return;
        }
        const end = ends.find(({ other }) => other.id === id);
        if (end !== undefined) onTake(end);
      }}
      data-testid="link-find"
    />
  );
}

export interface Candidate {
  readonly other: Element;
  readonly way: Way;
}

/** The id of the row that adds; no element is called so. */
const ADD = "add ";

/** The one kind of element that can stand at the other end, and how it is linked then. */
interface Addable {
  readonly kind: ElementKind;
  readonly way: Way;
}

function addableFor(own: ElementKind, ways: readonly Way[]): Addable | null {
  const [way] = ways;
  if (way === undefined || ways.length > 1) return null;
  const kinds = KINDS.filter((other) =>
    way.outgoing ? joins(way.kind, own, other) : joins(way.kind, other, own),
  );
  const [kind] = kinds;
  return kind === undefined || kinds.length > 1 ? null : { kind, way };
}

/** What may be linked in one of these ways and is not yet; on the line the nearest level first. */
export function candidates(
  portfolio: Portfolio,
  element: Element,
  ways: readonly Way[],
  compare: (a: string, b: string) => number,
): Candidate[] {
  const barred = new Map(ways.map((way) => [way, barredFrom(portfolio, element.id, way)]));
  const own = stepOf(element.kind) ?? 0;
  const distance = (other: Element) => Math.abs((stepOf(other.kind) ?? own) - own);
  return [...live(portfolio).elements.values()]
    .filter((other) => other.id !== element.id)
    .flatMap((other) => {
      const way = ways.find(({ kind, outgoing }) =>
        outgoing ? joins(kind, element.kind, other.kind) : joins(kind, other.kind, element.kind),
      );
      return way === undefined || barred.get(way)?.has(other.id) ? [] : [{ other, way }];
    })
    .sort((a, b) => distance(a.other) - distance(b.other) || compare(a.other.title, b.other.title));
}

/** What is linked that way already. A conflict is the same from both ends, and a part cannot be its own whole. */
function barredFrom(portfolio: Portfolio, element: string, { kind, outgoing }: Way): Set<string> {
  const ends = (out: boolean) =>
    linksOf(out ? portfolio.linksFrom : portfolio.linksTo, element)
      .filter((it) => it.kind === kind)
      .map((it) => (out ? it.to : it.from));
  const linked = ends(outgoing);
  if (kind === "conflicts_with") return new Set([...linked, ...ends(!outgoing)]);
  if (kind === "part_of") return new Set([...linked, ...tree(portfolio, element, outgoing)]);
  return new Set(linked);
}

/** All parts of an element, or all wholes that it is a part of. */
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
