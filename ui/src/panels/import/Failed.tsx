/* A file that could not be read: what happened, what was kept, what to do. Calm, and never a dead end. */
import type { Failure } from "../../api/index.ts";
import { Button } from "../../kit/index.ts";
import { isKey, useWords } from "../../words/index.ts";

interface FailedProps {
  failure: Failure;
  /** A reading under other choices succeeded before. */
  canGoBack: boolean;
  onBack: () => void;
  onAgain: () => void;
  onChooseAnother: () => void;
  onCancel: () => void;
}

export function Failed({ failure, canGoBack, onBack, onAgain, onChooseAnother, onCancel }: FailedProps) {
  const words = useWords();
  const key = `import.failed.${failure.code}`;
  return (
    <main className="import-failed" role="alert" data-testid="import-failed" data-code={failure.code}>
      <div className="import-sheet-mark" aria-hidden="true">
        {Array.from({ length: 12 }, (_, cell) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: twelve cells of a drawing that never change.
          <i key={cell} className={cell === 6 ? "hatch" : ""} />
        ))}
      </div>
      <h1>{isKey(key) ? words.say(key) : words.say("import.failed.other")}</h1>
      <p className="selectable">{failure.message}</p>
      {failure.hint === "" ? null : <p className="c2 selectable">{failure.hint}</p>}
      <div className="import-choices">
        {canGoBack ? (
          <Button look="primary" size="tall" onPress={onBack}>
            {words.say("import.failed.back")}
          </Button>
        ) : (
          <Button look="primary" size="tall" onPress={onChooseAnother}>
            {words.say("import.failed.another")}
          </Button>
        )}
        <Button size="tall" onPress={onAgain}>
          {words.say("import.failed.again")}
        </Button>
        <Button size="tall" look="quiet" onPress={onCancel} data-testid="import-cancel">
          {words.say("common.cancel")}
        </Button>
      </div>
    </main>
  );
}
