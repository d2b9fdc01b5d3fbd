/*
 * “New canvas”: the kinds with a picture and a sentence each, and the title it will have. Arrows walk the kinds, Enter
 * or a double click makes one, and the window turns to it at once.
 */
import "./canvases.css";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CanvasKind } from "../api/index.ts";
import { Button, TextField } from "../kit/index.ts";
import { CANVAS_KINDS } from "../model/canvases.ts";
import { newId } from "../model/id.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { freeTitle } from "./canvasTitle.ts";
import { KindPicture } from "./gallery/KindPicture.tsx";

interface GalleryProps {
  /** The window turns to it. */
  onMade: (id: string) => void;
  onDone: () => void;
}

export function Gallery({ onMade, onDone }: GalleryProps) {
  const words = useWords();
  const desk = useDesk();
  const [kind, setKind] = useState<CanvasKind>(CANVAS_KINDS[0]);
  /** Until somebody types one, the title follows the kind. */
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const canvases = useStore((state) => state.portfolio.canvases);
  const suggested = freeTitle(words, kind, canvases.values());
  const title = typed ?? suggested;
  useEffect(() => {
    // The menu that asked for it gives the keyboard back first.
    const frame = requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>("[aria-checked=true]")?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);

  const make = async (kind: CanvasKind) => {
    const text = (typed ?? freeTitle(words, kind, canvases.values())).trim();
    if (text === "" || busy) return;
    setBusy(true);
    const id = newId();
    const changed = await desk.edit({ type: "add_canvas", id, kind, title: text });
    setBusy(false);
    if (changed === null) return;
    onDone();
    // The sheet gives the keyboard back when it is gone; only then may the canvas take it.
    setTimeout(() => onMade(id), 0);
  };

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const to = stepTo(event.key, CANVAS_KINDS.indexOf(kind), columnsOf(grid.current));
    if (event.key === "Enter") void make(kind);
    else if (to === null) return;
    else {
      const next = CANVAS_KINDS[to];
      if (next !== undefined) setKind(next);
      grid.current?.querySelectorAll<HTMLElement>("[role=radio]")[to]?.focus();
    }
    event.preventDefault();
  };

  return (
    <div className="gallery" data-testid="gallery">
      <header>
        <h2>{words.say("canvas.new")}</h2>
        <p className="c2">{words.say("canvas.newHint")}</p>
      </header>
      <div
        ref={grid}
        className="gallery-kinds scroll"
        role="radiogroup"
        aria-label={words.say("canvas.gallery")}
      >
        {CANVAS_KINDS.map((it) => (
          // biome-ignore lint/a11y/useSemanticElements: an option with a picture and two texts, walked as a grid.
          <button
            key={it}
            type="button"
            className="gallery-kind"
            role="radio"
            aria-checked={it === kind}
            aria-label={`${words.say(`canvas.kind.${it}`)}. ${words.say(`canvas.for.${it}`)}`}
            tabIndex={it === kind ? 0 : -1}
            data-testid={`kind-${it}`}
            onClick={() => setKind(it)}
            onDoubleClick={() => void make(it)}
            onKeyDown={walk}
          >
            <KindPicture kind={it} />
            <b>{words.say(`canvas.kind.${it}`)}</b>
            <span>{words.say(`canvas.for.${it}`)}</span>
          </button>
        ))}
      </div>
      <div className="gallery-foot">
        <TextField
          label={words.say("canvas.title")}
          value={title}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) void make(kind);
          }}
          data-testid="canvas-title"
        />
        <span className="gap" />
        <Button look="quiet" onPress={onDone}>
          {words.say("common.cancel")}
        </Button>
        <Button
          look="primary"
          isDisabled={title.trim() === "" || busy}
          onPress={() => void make(kind)}
          data-testid="canvas-make"
        >
          {words.say("canvas.make")}
        </Button>
      </div>
    </div>
  );
}

/** Where a key leads from one of the kinds, or `null` where it leads nowhere. */
function stepTo(key: string, from: number, columns: number): number | null {
  const last = CANVAS_KINDS.length - 1;
  const steps: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from + columns,
    ArrowUp: from - columns,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  if (to === undefined) return null;
  return to < 0 || to > last ? from : to;
}

/** As many as stand in the first row. */
function columnsOf(grid: HTMLElement | null): number {
  const tops = [...(grid?.children ?? [])].map((it) => (it instanceof HTMLElement ? it.offsetTop : 0));
  return Math.max(1, tops.filter((top) => top === tops[0]).length);
}
