/*
 * A question in a popover: heading, fields, one thing to do. Enter in a line of text does it, Ctrl/Cmd Enter in a
 * longer text; Escape leaves, which the popover around it sees to.
 */
import "./ask.css";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "../kit/index.ts";
import { useWords } from "../words/index.ts";

interface AskProps {
  head: string;
  /** What will happen, in a sentence. */
  says?: string;
  /** What the one button says. */
  act: string;
  isReady: boolean;
  onAct: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

export function Ask({ head, says, act, isReady, onAct, onCancel, children }: AskProps) {
  const words = useWords();
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement))
      return;
    const long = event.target.tagName === "TEXTAREA";
    if (event.target.tagName !== "INPUT" && !long) return;
    if (long && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (isReady) onAct();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside, met in one place.
    <div className="ask" onKeyDown={onKeyDown}>
      <h3>{head}</h3>
      {says === undefined ? null : <p className="c2">{says}</p>}
      {children}
      <div className="row ask-acts">
        <span className="gap" />
        <Button look="quiet" onPress={onCancel}>
          {words.say("common.cancel")}
        </Button>
        <Button look="primary" isDisabled={!isReady} onPress={onAct} data-testid="ask-act">
          {act}
        </Button>
      </div>
    </div>
  );
}
