/* The title of the canvas in the top bar: opens the list of all canvases, and turns into a field to be renamed. */
import "./canvases.css";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { Canvas, CanvasKind } from "../api/index.ts";
import { Icon, Menu, type MenuEntry } from "../kit/index.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { actionOf, type Situation, type Verbs } from "./actions.ts";
import { canvasTitle } from "./canvasTitle.ts";
import { isMac, keyWords } from "./keys.ts";

interface CanvasSwitcherProps {
  canvas: Canvas;
  situation: Situation;
  verbs: Verbs;
  isRenaming: boolean;
  onRenamed: () => void;
}

export function CanvasSwitcher({ canvas, situation, verbs, isRenaming, onRenamed }: CanvasSwitcherProps) {
  const words = useWords();
  const canvases = useStore((state) => state.portfolio.canvases);
  if (isRenaming) return <Rename key={canvas.id} canvas={canvas} onDone={onRenamed} />;
  const entry = (id: string): MenuEntry => {
    const action = actionOf(id);
    const [keys] = action.keys;
    return {
      id,
      text: action.label(words, situation),
      ...(id === "remove-canvas" && canvases.size === 1 ? { hint: words.say("canvas.lastStays") } : {}),
      ...(keys === undefined ? {} : { hint: keyWords(words, keys, isMac()) }),
      isDisabled: !action.enabled(situation),
      run: () => action.run(verbs),
    };
  };
  return (
    <Menu
      label={words.say("canvas.list")}
      placement="bottom start"
      groups={[
        {
          id: "all",
          isLong: true,
          entries: [...canvases.values()].map(({ id, title, kind }) => ({
            id: `canvas-${id}`,
            text: canvasTitle(words, { title, kind }),
            icon: <CanvasIcon kind={kind} />,
            chosen: id === canvas.id,
            run: () => verbs.goCanvas(id),
          })),
        },
        { id: "more", entries: [entry("new-canvas")] },
        {
          id: "do",
          head: words.say("canvas.do"),
          entries: ["rename-canvas", "duplicate-canvas", "remove-canvas"].map(entry),
        },
      ]}
    >
      <Button
        className="canvas-switch"
        aria-label={words.say("canvas.switch", { title: canvasTitle(words, canvas) })}
        data-testid="canvas-switch"
      >
        <span className="cut">{canvasTitle(words, canvas)}</span>
        <Icon name="down" />
      </Button>
    </Menu>
  );
}

/** Enter or leaving keeps the new title, Escape the old one; a canvas without a title keeps the one it has. */
function Rename({ canvas, onDone }: { canvas: Canvas; onDone: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const [title, setTitle] = useState(canvasTitle(words, canvas));
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    // What asked for it gives the keyboard back first.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const done = (kept: string) => {
    if (isDone.current) return;
    isDone.current = true;
    const text = kept.trim();
    if (text !== "" && text !== canvas.title)
      void desk.edit({ type: "rename_canvas", canvas: canvas.id, title: text });
    onDone();
  };
  return (
    <input
      ref={field}
      className="canvas-rename"
      aria-label={words.say("canvas.rename")}
      value={title}
      data-testid="canvas-rename"
      // biome-ignore lint/a11y/noAutofocus: the field was asked for and stands there only to be typed in.
      autoFocus
      spellCheck={false}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => done(title)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") done(title);
        else if (event.key === "Escape") done(canvas.title);
        else return;
        event.preventDefault();
      }}
    />
  );
}

const ICONS: Readonly<Record<CanvasKind, string>> = {
  strategy_map: "M2 4h12M2 8h12M2 12h12M6 2.6v2.8M10 6.6v2.8M5 10.6v2.8",
  scorecard: "M2.4 2.4h4.8v4.8H2.4zM8.8 2.4h4.8v4.8H8.8zM2.4 8.8h4.8v4.8H2.4zM8.8 8.8h4.8v4.8H8.8z",
  benefits_map:
    "M2.2 3h2.6v3H2.2zM2.2 10h2.6v3H2.2zM11.2 6.5h2.6v3h-2.6zM4.8 4.5c3.4 0 3 3.5 6.4 3.5M4.8 11.5c3.4 0 3-3.5 6.4-3.5",
  x_matrix: "M2.4 2.4h11.2v11.2H2.4zM2.4 2.4l11.2 11.2M13.6 2.4 2.4 13.6",
  capability_map: "M2 2.6h12v10.8H2zM4.2 6.2h3.4v5H4.2zM9 6.2h2.9v2H9zM9 9.4h2.9v1.8H9z",
  trajectory: "M2 2.4v11.2M4 4.2h5M6.4 8h6M9 11.8h4.6",
  delivery_outcome: "M2.4 2.4v11.2h11.2M5 10.4h.1M8.2 7.4a1 1 0 1 0 .1 0M11.6 4.6a1.4 1.4 0 1 0 .1 0",
  free: "M2.4 3h5v3.6h-5zM9.4 5.4h4.2v3.2H9.4zM5 9.6h4.6v3.8H5z",
};

/** The icon of a kind of canvas. */
export function CanvasIcon({ kind }: { kind: CanvasKind }) {
  return (
    <svg className="icon16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[kind]} />
    </svg>
  );
}
