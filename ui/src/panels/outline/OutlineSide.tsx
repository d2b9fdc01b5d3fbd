/* The outline beside a canvas: the same tree, titles alone, to find something and drag it over. */
import "../findings/side.css";
import { IconButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { Outline } from "./Outline.tsx";

export function OutlineSide({ onClose }: { onClose: () => void }) {
  const words = useWords();
  return (
    <aside className="side" aria-label={words.say("nav.outline")} data-testid="outline-panel">
      <header className="side-head">
        <h2>{words.say("nav.outline")}</h2>
        <span className="gap" />
        <IconButton icon="close" size="small" label={words.say("common.close")} onPress={onClose} />
      </header>
      <Outline beside />
    </aside>
  );
}
