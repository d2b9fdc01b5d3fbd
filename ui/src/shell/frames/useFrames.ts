/*
 * The frames of the canvas that is shown, and what can be done with them: each change is one edit of the whole list. Also
 * the digits that fly to a frame while nothing else takes the keyboard.
 */
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Frame } from "../../api/bindings.ts";
import { added, boxOf, grown, MOST_FRAMES, placed, tidied } from "../../canvas/frames/index.ts";
import type { Box } from "../../canvas/index.ts";
import { newId } from "../../model/id.ts";
import type { Desk } from "../../panels/desk.tsx";
import type { Words } from "../../words/index.ts";
import { isTyping } from "../keys.ts";

/** A canvas that can be looked at: a map or a diagram. */
export interface Camera {
  seen(): Box | null;
  around(ids: Iterable<string>): Box | null;
  look(box: Box): void;
}

export interface Frames {
  readonly canvas: string;
  readonly isOpen: boolean;
  toggle(): void;
  /** Keeps what is selected as a frame, or else what is seen, once its name was asked for. */
  add(): void;
  /** The frame whose name is asked for; nothing of it is stored before, so that both are one step. */
  readonly draft: Frame | null;
  /** Stores it, under this name or under its own. */
  keep(title: string | null): void;
  go(frame: Frame): void;
  /** What is seen now, for a frame that is to show it. */
  seen(): Box | null;
}

/** A frame that is being named. */
interface Begun {
  readonly canvas: string;
  readonly frame: Frame;
  /** What had the keyboard. */
  readonly from: HTMLElement | null;
}

/** Air around what is selected, in units. */
const AIR = 32;

export function useFrames(
  desk: Desk,
  canvas: string,
  camera: RefObject<Camera | null>,
  words: Words,
): Frames {
  const [isOpen, setOpen] = useState(false);
  const [begun, setBegun] = useState<Begun | null>(null);
  return useMemo(
    () => ({
      canvas,
      isOpen,
      draft: begun?.canvas === canvas ? begun.frame : null,
      keep: (title) => {
        if (begun === null) return;
        setBegun(null);
        // The keyboard goes back to where the frame was asked for.
        if (begun.from?.isConnected) requestAnimationFrame(() => begun.from?.focus({ preventScroll: true }));
        const shown = desk.store.state.portfolio.canvases.get(begun.canvas);
        if (shown === undefined) return;
        const { id, title: own } = begun.frame;
        const name = tidied(title ?? "") || own;
        const frames = added(shown.frames ?? [], id, name, boxOf(begun.frame));
        void desk.edit({ type: "set_frames", canvas: shown.id, frames: [...frames] });
      },
      toggle: () => setOpen((open) => !open),
      seen: () => camera.current?.seen() ?? null,
      go: (frame) => camera.current?.look(boxOf(frame)),
      add: () => {
        const { selection, store } = desk;
        const { portfolio } = store.state;
        const frames = portfolio.canvases.get(canvas)?.frames ?? [];
        const chosen = camera.current?.around(selection.ids()) ?? null;
        const box = chosen === null ? camera.current?.seen() : grown(chosen, AIR);
        if (!box) return;
        if (frames.length >= MOST_FRAMES) {
          desk.tell(words.say("frames.full", { most: MOST_FRAMES }), words.say("frames.fullHint"));
          return;
        }
        const [only, ...others] = selection.ids();
        const element = chosen === null || others.length > 0 ? undefined : portfolio.elements.get(only ?? "");
        const title = element?.title || words.say("frames.newTitle", { number: frames.length + 1 });
        setOpen(true);
        const held = document.activeElement;
        const from = held instanceof HTMLElement && held !== document.body ? held : null;
        setBegun({ canvas, frame: { id: newId(), title, ...placed(box) }, from });
      },
    }),
    [desk, canvas, camera, words, isOpen, begun],
  );
}

/** Digits fly to frames: by the key’s place as well, because some keyboards print signs there. */
export function useFrameKeys(list: readonly Frame[], go: (frame: Frame, number: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
      const held = event.target instanceof Element ? event.target : null;
      // The canvas itself is a list of what lies on it, and has no use for digits but those it took.
      if (held?.closest('[role="dialog"], [role="menu"], [role="listbox"]:not(.tl-canvas-surface)')) return;
      const digit = /^[1-9]$/.test(event.key) ? event.key : /^Digit([1-9])$/.exec(event.code)?.[1];
      const frame = digit === undefined ? undefined : list[Number(digit) - 1];
      if (frame === undefined) return;
      event.preventDefault();
      go(frame, Number(digit));
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [list, go]);
}
