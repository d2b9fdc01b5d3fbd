/* The field in which a frame is named: Enter and going elsewhere keep what was typed, Escape does not. */
import { useEffect, useRef } from "react";
import { useWords } from "../../words/index.ts";

interface FrameNameProps {
  title: string;
  /** The title that was typed; `null` when it stays as it was. Called once. */
  onDone: (title: string | null) => void;
}

export function FrameName({ title, onDone }: FrameNameProps) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const kept = useRef(true);
  const isDone = useRef(false);
  const done = useRef(onDone);
  done.current = onDone;
  const end = (typed: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    done.current(typed);
  };
  const last = useRef(end);
  last.current = end;
  // Where the list goes while somebody types, no blur is heard.
  useEffect(() => {
    const held = field.current;
    return () => {
      if (held?.isConnected === false) last.current(kept.current ? held.value : null);
    };
  }, []);
  return (
    <input
      ref={field}
      className="frame-name"
      defaultValue={title}
      aria-label={words.say("frames.name")}
      // biome-ignore lint/a11y/noAutofocus: the field was asked for by a key and stands there only to be typed in.
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => end(kept.current ? event.target.value : null)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        kept.current = event.key === "Enter";
        event.currentTarget.blur();
      }}
    />
  );
}
