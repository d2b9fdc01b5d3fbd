/*
 * Find on the map: a field over it, the number of cards that answer, and steps from one to the next in the order in
 * which a map is read, with the field that answers where the title does not. What does not answer dims. Escape goes back to the map with the card that was found.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Icon, IconButton, Marked } from "../kit/index.ts";
import { elementSearch } from "../model/searchable.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { besideOf } from "./finds.tsx";

interface MapFindProps {
  /** What stands here, and where. */
  cards: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  onFound: (ids: ReadonlySet<string> | null) => void;
  /** Points a card out on the map; none for `null`. */
  onPoint: (id: string | null) => void;
  /** The field goes; the card that was pointed out last. */
  onClose: (id: string | null) => void;
}

const ALL = 100_000;

export function MapFind({ cards, onFound, onPoint, onClose }: MapFindProps) {
  const words = useWords();
  const { selection } = useDesk();
  const elements = useStore((state) => state.portfolio.elements);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const search = useMemo(
    () => elementSearch().hold(cards.map((card) => elements.get(card.id)).filter((it) => it !== undefined)),
    [cards, elements],
  );
  const { ids, first, besides } = useMemo(() => {
    const found = search.find(query, ALL);
    const places = new Map(cards.map((card) => [card.id, card]));
    const inOrder = found
      .map(({ thing }) => places.get(thing.id))
      .filter((card) => card !== undefined)
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map((card) => card.id);
    const besides = new Map(found.map(({ thing, beside }) => [thing.id, beside]));
    return { besides, ids: inOrder, first: Math.max(0, inOrder.indexOf(found[0]?.thing.id ?? "")) };
  }, [search, query, cards]);

  // The best answer is shown first, wherever it lies in the order of the map.
  useEffect(() => setAt(first), [first]);
  const isAsked = query.trim() !== "";
  useEffect(() => {
    onFound(isAsked ? new Set(ids) : null);
    return () => onFound(null);
  }, [ids, isAsked, onFound]);
  const current = isAsked ? (ids[at] ?? null) : null;
  useEffect(() => onPoint(current), [current, onPoint]);
  const shown = elements.get(current ?? "");
  const why =
    shown && besideOf(words, shown, (text) => search.spans(query, text), besides.get(shown.id) ?? []);

  const step = (by: number) => {
    if (ids.length > 0) setAt((at + by + ids.length) % ids.length);
  };
  const close = useCallback(() => {
    onPoint(null);
    if (current !== null) selection.set([current]);
    onClose(current);
  }, [current, onPoint, onClose, selection]);

  return (
    <search className="map-find">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        value={query}
        aria-label={words.say("map.find")}
        placeholder={words.say("map.find")}
        data-testid="map-find"
        // biome-ignore lint/a11y/noAutofocus: the field was asked for by a key and stands there only to be typed in.
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="map-find-count" role="status">
        {isAsked ? words.say("map.found", { at: ids.length === 0 ? 0 : at + 1, count: ids.length }) : ""}
      </span>
      <IconButton icon="up" label={words.say("map.findPrevious")} onPress={() => step(-1)} />
      <IconButton icon="down" label={words.say("map.findNext")} onPress={() => step(1)} />
      <IconButton icon="close" label={words.say("map.findClose")} onPress={close} />
      <span className="map-find-why cut" aria-live="polite" data-testid="map-find-why">
        {why ? (
          <>
            {why.label} · <Marked text={why.text} spans={why.spans} />
          </>
        ) : null}
      </span>
    </search>
  );
}
