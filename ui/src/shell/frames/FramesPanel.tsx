/*
 * The list of frames over a canvas, in the order of a presentation: a click or Enter flies to one, F2 names it, Alt with
 * up and down or the grip carries it to another place. Closed it shows nothing; the digits go on flying.
 */
import { useCallback, useRef, useState } from "react";
import type { Frame } from "../../api/bindings.ts";
import { removed, renamed, reordered, reshaped } from "../../canvas/frames/index.ts";
import { IconButton } from "../../kit/index.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../../panels/desk.tsx";
import { withWayBack } from "../../panels/removal.ts";
import { useWords } from "../../words/index.ts";
import { isMac, keyWords } from "../keys.ts";
import { FrameName } from "./FrameName.tsx";
import { FrameRow } from "./FrameRow.tsx";
import "./frames.css";
import { type Frames, useFrameKeys } from "./useFrames.ts";

interface FramesPanelProps {
  frames: Frames;
  /** Gives the keyboard to a frame on the canvas. */
  onHold: (id: string) => void;
}

const NONE: readonly Frame[] = [];

export function FramesPanel({ frames, onHold }: FramesPanelProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const selected = useSelected();
  const { canvas } = frames;
  const list = useStore((state) => state.portfolio.canvases.get(canvas)?.frames) ?? NONE;
  const [named, setNamed] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const rows = useRef<HTMLOListElement>(null);
  const mac = isMac();

  const change = (next: readonly Frame[]) => {
    if (next !== list) void desk.edit({ type: "set_frames", canvas, frames: [...next] });
  };
  const { go } = frames;
  const goSaid = useCallback(
    (frame: Frame, number: number) => {
      go(frame);
      setSaid(words.say("frames.gone", { number, title: frame.title }));
    },
    [go, words],
  );
  useFrameKeys(list, goSaid);

  const focus = (at: number) =>
    requestAnimationFrame(() => rows.current?.querySelectorAll<HTMLElement>(".frame-go")[at]?.focus());
  const carry = (frame: Frame, to: number) => {
    const next = reordered(list, frame.id, to);
    if (next === list) return;
    change(next);
    const number = next.findIndex((it) => it.id === frame.id) + 1;
    setSaid(words.say("frames.carried", { title: frame.title, number, count: list.length }));
    focus(number - 1);
  };

  return (
    <aside
      className="frames"
      data-over={frames.isOpen ? "" : undefined}
      aria-label={words.say("frames.label")}
      data-open={frames.isOpen}
    >
      {frames.isOpen ? (
        <>
          <header>
            <b>{words.say("frames.label")}</b>
            <IconButton
              icon="close"
              label={words.say("frames.close")}
              onPress={frames.toggle}
              data-testid="frames-close"
            />
          </header>
          {list.length === 0 && frames.draft === null ? (
            <p className="frames-empty">{words.say(isReadOnly ? "frames.none" : "frames.empty")}</p>
          ) : (
            <ol ref={rows} className="scroll">
              {list.map((frame, at) => (
                <FrameRow
                  key={frame.id}
                  frame={frame}
                  at={at}
                  count={list.length}
                  isNamed={named === frame.id}
                  isReadOnly={isReadOnly}
                  onGo={() => goSaid(frame, at + 1)}
                  onName={() => setNamed(frame.id)}
                  onNamed={(title) => {
                    setNamed(null);
                    if (title !== null) change(renamed(list, frame.id, title));
                    focus(at);
                  }}
                  onCarry={(to) => carry(frame, to)}
                  onStep={(to) => focus(to)}
                  onShow={() => {
                    const seen = frames.seen();
                    if (seen !== null) change(reshaped(list, frame.id, seen));
                  }}
                  onHold={() => onHold(frame.id)}
                  onRemove={() => {
                    const text = words.say("frames.removed", { title: frame.title });
                    const rest = [...removed(list, frame.id)];
                    void withWayBack(desk, [{ type: "set_frames", canvas, frames: rest }], text);
                    focus(Math.min(at, list.length - 2));
                  }}
                />
              ))}
              {frames.draft === null ? null : (
                <li key={frames.draft.id} className="frame-row" data-testid="frame-draft">
                  <FrameName title={frames.draft.title} onDone={frames.keep} />
                </li>
              )}
            </ol>
          )}
          {isReadOnly ? null : (
            <footer>
              <IconButton
                icon="plus"
                label={words.say(selected.length > 0 ? "frames.addSelection" : "frames.addSeen")}
                keys={keyWords(words, "Shift+F", mac)}
                onPress={frames.add}
                data-testid="frame-add"
              />
              <span className="c3 t12 cut">
                {words.say(selected.length > 0 ? "frames.addSelection" : "frames.addSeen")}
              </span>
            </footer>
          )}
        </>
      ) : null}
      <div className="unseen" aria-live="polite">
        {said}
      </div>
    </aside>
  );
}
