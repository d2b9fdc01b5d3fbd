/* One frame in the list: its number and title, a grip to carry it, and a menu with everything a key does as well. */
import { useRef, useState } from "react";
import type { Frame } from "../../api/bindings.ts";
import { Button, Icon, Menu } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { isMac, keyWords } from "../keys.ts";
import { FrameName } from "./FrameName.tsx";

interface FrameRowProps {
  frame: Frame;
  at: number;
  count: number;
  isNamed: boolean;
  isReadOnly: boolean;
  onGo: () => void;
  onName: () => void;
  /** The title that was typed; `null` when it stays. */
  onNamed: (title: string | null) => void;
  onCarry: (to: number) => void;
  /** The keyboard goes to another row. */
  onStep: (to: number) => void;
  /** The frame shall show what is seen now. */
  onShow: () => void;
  onHold: () => void;
  onRemove: () => void;
}

export function FrameRow(props: FrameRowProps) {
  const { frame, at, count, isNamed, isReadOnly, onGo, onName, onNamed, onCarry, onStep, onRemove } = props;
  const words = useWords();
  const mac = isMac();
  const row = useRef<HTMLLIElement>(null);
  const from = useRef<number | null>(null);
  const [by, setBy] = useState(0);
  const height = () => row.current?.offsetHeight || 32;

  const onKey = (event: React.KeyboardEvent) => {
    const { key, altKey } = event;
    if (altKey && key === "ArrowUp" && !isReadOnly) onCarry(at - 1);
    else if (altKey && key === "ArrowDown" && !isReadOnly) onCarry(at + 1);
    else if (altKey) return;
    else if (key === "ArrowUp") onStep(Math.max(0, at - 1));
    else if (key === "ArrowDown") onStep(Math.min(count - 1, at + 1));
    else if (key === "Home") onStep(0);
    else if (key === "End") onStep(count - 1);
    else if (isReadOnly) return;
    else if (key === "F2") onName();
    else if (key === "Delete" || key === "Backspace") onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <li
      ref={row}
      className="frame-row"
      data-carried={by !== 0 || undefined}
      style={by === 0 ? undefined : { transform: `translateY(${by}px)` }}
    >
      {isReadOnly ? null : (
        <span
          className="frame-grip"
          aria-hidden="true"
          onPointerDown={(event) => {
            from.current = event.clientY;
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (from.current !== null) setBy(event.clientY - from.current);
          }}
          onPointerUp={() => {
            from.current = null;
            setBy(0);
            onCarry(at + Math.round(by / height()));
          }}
          onPointerCancel={() => {
            from.current = null;
            setBy(0);
          }}
        >
          <Icon name="grip" />
        </span>
      )}
      {isNamed ? (
        <FrameName title={frame.title} onDone={onNamed} />
      ) : (
        <button
          type="button"
          className="frame-go"
          aria-label={words.say("frames.row", { number: at + 1, count, title: frame.title })}
          onClick={onGo}
          onDoubleClick={isReadOnly ? undefined : onName}
          onKeyDown={onKey}
          data-testid="frame-row"
        >
          <b>{at + 1}</b>
          <span className="cut">{frame.title}</span>
        </button>
      )}
      {isReadOnly ? null : (
        <Menu
          label={words.say("frames.more", { title: frame.title })}
          groups={[
            {
              id: "frame",
              entries: [
                {
                  id: "name",
                  text: words.say("frames.rename"),
                  hint: keyWords(words, "F2", mac),
                  run: onName,
                },
                { id: "show", text: words.say("frames.show"), run: props.onShow },
                // The menu keeps the keyboard until it is gone.
                { id: "hold", text: words.say("frames.hold"), run: () => setTimeout(props.onHold, 0) },
              ],
            },
            {
              id: "order",
              entries: [
                {
                  id: "earlier",
                  text: words.say("frames.earlier"),
                  hint: keyWords(words, "Alt+↑", mac),
                  isDisabled: at === 0,
                  run: () => onCarry(at - 1),
                },
                {
                  id: "later",
                  text: words.say("frames.later"),
                  hint: keyWords(words, "Alt+↓", mac),
                  isDisabled: at === count - 1,
                  run: () => onCarry(at + 1),
                },
              ],
            },
            {
              id: "away",
              entries: [
                {
                  id: "remove",
                  text: words.say("frames.remove"),
                  hint: keyWords(words, "Del", mac),
                  run: onRemove,
                },
              ],
            },
          ]}
        >
          <Button look="quiet" size="small" aria-label={words.say("frames.more", { title: frame.title })}>
            <Icon name="more" />
          </Button>
        </Menu>
      )}
    </li>
  );
}
