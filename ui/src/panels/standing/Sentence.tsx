/* The score in one sentence. A figure that was counted from something opens to what it was counted from. */
import { Fragment } from "react";
import { Button } from "react-aria-components";
import type { ScorePiece } from "../../api/bindings.ts";
import { useWords } from "../../words/index.ts";
import { type Chosen, isSame } from "./chosen.ts";

interface SentenceProps {
  pieces: readonly ScorePiece[];
  chosen: Chosen | null;
  onChoose: (chosen: Chosen) => void;
}

export function Sentence({ pieces, chosen, onChoose }: SentenceProps) {
  const words = useWords();
  return (
    <h1 className="standing-sentence" data-testid="standing-sentence">
      {pieces.map(({ text, elements }, at) => {
        const said = words.told(text);
        // The words after a figure say what it is a figure of.
        const name = `${said}${words.told(pieces[at + 1]?.text ?? "")}`;
        const choice: Chosen = { from: "sentence", at, name, elements };
        return elements.length === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name of their own and never move.
          <Fragment key={at}>{said}</Fragment>
        ) : (
          <Button
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            key={at}
            aria-pressed={isSame(chosen, choice)}
            onPress={() => onChoose(choice)}
          >
            {said}
          </Button>
        );
      })}
    </h1>
  );
}
