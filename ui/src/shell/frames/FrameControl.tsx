/*
 * Frames and presenting in the top bar, where they cover nothing of the canvas: the list of frames is opened with its
 * number beside it, and the presentation begins. Where the bar is short the icons stand alone.
 */
import { Button, Hint, Icon } from "../../kit/index.ts";
import { useStore } from "../../panels/desk.tsx";
import { useWords } from "../../words/index.ts";
import { isMac, keyWords } from "../keys.ts";
import type { Frames } from "./useFrames.ts";
import "./frames.css";

interface FrameControlProps {
  frames: Frames;
  onPresent: () => void;
}

export function FrameControl({ frames, onPresent }: FrameControlProps) {
  const words = useWords();
  const count = useStore((state) => state.portfolio.canvases.get(frames.canvas)?.frames?.length ?? 0);
  return (
    <span className="row frame-control">
      <Hint text={words.say("frames.label")}>
        <Button
          look="quiet"
          pressed={frames.isOpen}
          onPress={frames.toggle}
          aria-label={words.say("frames.label")}
          data-testid="frames"
        >
          <Icon name="fit" />
          <span className="frames-word">{words.say("frames.label")}</span>
          {count === 0 ? null : <b className="frames-count">{words.number(count)}</b>}
        </Button>
      </Hint>
      <Hint text={words.say("present.begin")} keys={keyWords(words, "F5", isMac())}>
        <Button
          look="quiet"
          onPress={onPresent}
          aria-label={words.say("present.begin")}
          data-testid="present"
        >
          <Icon name="present" />
          <span className="frames-word">{words.say("present.short")}</span>
        </Button>
      </Hint>
    </span>
  );
}
