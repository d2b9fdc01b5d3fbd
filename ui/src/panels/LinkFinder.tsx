/* Choosing the other end of a link in a few letters. Only what may be linked and is not yet is offered. */
import type { RefObject } from "react";
import type { Element, LinkKind } from "../api/bindings.ts";
import { Anchored, Finder, KindGlyph } from "../kit/index.ts";
import { newId } from "../model/id.ts";
import { naturalLink, stepOf } from "../model/kinds.ts";
import { linksOf, type Portfolio } from "../model/portfolio.ts";
import { best } from "../model/search.ts";
import { useWords } from "../words/index.ts";
import { useDesk, useStore } from "./desk.tsx";
import { kindWord } from "./words.ts";

interface LinkFinderProps {
  element: Element;
  /** Towards what it serves, or towards what serves it. */
  upwards: boolean;
  /** Only links of this kind. */
  only?: LinkKind;
  anchor: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  /** The link stands. */
  onLinked?: (link: string) => void;
}

export function LinkFinder({ element, upwards, only, anchor, isOpen, onClose, onLinked }: LinkFinderProps) {
  const words = useWords();
  const desk = useDesk();
  const portfolio = useStore((state) => state.portfolio);
  const label = words.say(upwards ? "links.addUp" : "links.addDown");

  async function link(other: string): Promise<void> {
    onClose();
    const target = portfolio.elements.get(other);
    const [from, to] = upwards ? [element, target] : [target, element];
    const kind = from && to ? naturalLink(from.kind, to.kind) : null;
    if (!from || !to || kind === null) return;
    const id = newId();
    const changed = await desk.edit({ type: "connect", id, from: from.id, to: to.id, kind });
    if (changed !== null) onLinked?.(id);
  }

  return (
    <Anchored label={label} anchor={anchor} isOpen={isOpen} onClose={onClose}>
      <Finder
        label={label}
        placeholder={words.say("links.find")}
        nothing={words.say("links.nothing")}
        foot={words.say("links.foot")}
        find={(query) =>
          best(query, candidates(portfolio, element, upwards, only), (other) => other.title, 30).map(
            (other) => ({
              id: other.id,
              text: other.title,
              mark: <KindGlyph kind={other.kind} hued />,
              hint: kindWord(words, other.kind),
            }),
          )
        }
        onTake={(find) => void link(find.id)}
      />
    </Anchored>
  );
}

/** What may be linked, the nearest level first. */
export function candidates(
  portfolio: Portfolio,
  element: Element,
  upwards: boolean,
  only?: LinkKind,
): Element[] {
  const links = linksOf(upwards ? portfolio.linksFrom : portfolio.linksTo, element.id);
  const linked = new Set(
    links.filter((it) => it.kind !== "because").map((it) => (upwards ? it.to : it.from)),
  );
  const own = stepOf(element.kind) ?? 0;
  const distance = (other: Element) => Math.abs((stepOf(other.kind) ?? own) - own);
  return [...portfolio.elements.values()]
    .filter((other) => other.id !== element.id && other.archived === null && !linked.has(other.id))
    .filter((other) => {
      const kind = upwards ? naturalLink(element.kind, other.kind) : naturalLink(other.kind, element.kind);
      return kind !== null && (only === undefined || kind === only);
    })
    .sort((a, b) => distance(a) - distance(b) || a.title.localeCompare(b.title));
}
