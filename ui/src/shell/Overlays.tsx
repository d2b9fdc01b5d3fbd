/* What stands over the frame for a moment: the palette, the keys, and who made this. */
import { Sheet } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { About } from "./About.tsx";
import type { Situation, Verbs } from "./actions.ts";
import { Help } from "./Help.tsx";
import { Palette } from "./Palette.tsx";
import type { Session } from "./session.ts";

/** The filter is drawn by the top bar; while it is open it stands in front like the others. */
export type Overlay = "palette" | "help" | "about" | "filter" | null;

interface OverlaysProps {
  overlay: Overlay;
  onClose: () => void;
  verbs: Verbs;
  situation: Situation;
  session: Session;
}

export function Overlays({ overlay, onClose, verbs, situation, session }: OverlaysProps) {
  const words = useWords();
  return (
    <>
      <Sheet label={words.say("palette.label")} isOpen={overlay === "palette"} onClose={onClose}>
        <Palette verbs={verbs} situation={situation} onDone={onClose} />
      </Sheet>
      <Sheet label={words.say("help.title")} isOpen={overlay === "help"} onClose={onClose}>
        <Help situation={situation} />
      </Sheet>
      <Sheet label={words.say("action.about")} isOpen={overlay === "about"} onClose={onClose}>
        <About session={session} />
      </Sheet>
    </>
  );
}
