/* Choosing the other end of a link in a few letters. Only what may be linked and is not yet is offered. */
import { useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Anchored, Finder, IconButton, KindGlyph } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { naturalLink, stepOf } from "../../model/kinds.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import { best } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { kindWord } from "../words.ts";

interface LinkPickerProps {
  element: Element;
  /** Towards what it serves, or towards what serves it. */
  upwards: boolean;
}

export function LinkPicker({ element, upwards }: LinkPickerProps) {
  const words = useWords();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const portfolio = useStore((state) => state.portfolio);
  const label = words.say(upwards ? "links.addUp" : "links.addDown");

  async function link(other: string): Promise<void> {
    setOpen(false);
    const target = portfolio.elements.get(other);
    const [from, to] = upwards ? [element, target] : [target, element];
    const kind = from && to ? naturalLink(from.kind, to.kind) : null;
    if (!from || !to || kind === null) return;
    await desk.edit({ type: "connect", id: newId(), from: from.id, to: to.id, kind });
  }

  return (
    <span ref={anchor} className="picker">
      <IconButton
        icon="plus"
        size="small"
        label={label}
        onPress={() => setOpen(true)}
        data-testid={upwards ? "link-up" : "link-down"}
      />
      <Anchored label={label} anchor={anchor} isOpen={open} onClose={() => setOpen(false)}>
        <Finder
          label={label}
          placeholder={words.say("links.find")}
          nothing={words.say("links.nothing")}
          foot={words.say("links.foot")}
          find={(query) =>
            best(query, candidates(portfolio, element, upwards), (other) => other.title, 30).map((other) => ({
              id: other.id,
              text: other.title,
              mark: <KindGlyph kind={other.kind} hued />,
              hint: kindWord(words, other.kind),
            }))
          }
          onTake={(find) => void link(find.id)}
        />
      </Anchored>
    </span>
  );
}

/** What may be linked, the nearest level first. */
export function candidates(portfolio: Portfolio, element: Element, upwards: boolean): Element[] {
  const links = linksOf(upwards ? portfolio.linksFrom : portfolio.linksTo, element.id);
  const linked = new Set(
    links.filter((it) => it.kind !== "because").map((it) => (upwards ? it.to : it.from)),
  );
  const own = stepOf(element.kind) ?? 0;
  const distance = (other: Element) => Math.abs((stepOf(other.kind) ?? own) - own);
  return [...portfolio.elements.values()]
    .filter((other) => other.id !== element.id && other.archived === null && !linked.has(other.id))
    .filter(
      (other) =>
        (upwards ? naturalLink(element.kind, other.kind) : naturalLink(other.kind, element.kind)) !== null,
    )
    .sort((a, b) => distance(a) - distance(b) || a.title.localeCompare(b.title));
}
