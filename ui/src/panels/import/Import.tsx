/*
 * The import panel: what was read from a file, before anything is written. Composes sheets, grid, assumptions and
 * counts; every choice is a change of the mapping, after which the file is read again. Knows no portfolio: whoever
 * mounts it reads, imports and decides where to go then.
 */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { ImportPreview, Mapping, Preview, Problem } from "../../api/index.ts";
import { Button } from "../../kit/index.ts";
import { useWords, type Words } from "../../words/index.ts";
import { Assumed } from "./Assumed.tsx";
import { Failed } from "./Failed.tsx";
import { ImportFoot } from "./ImportFoot.tsx";
import { withRepair } from "./mapping.ts";
import { type Spot, spotOf } from "./places.ts";
import { FileReading } from "./reading.ts";
import { SheetGrid } from "./SheetGrid.tsx";
import { SheetTabs } from "./SheetTabs.tsx";
import { ToLookAt } from "./ToLookAt.tsx";
import "./import.css";

export interface ImportProps {
  /** The file's own name, without its folder. */
  file: string;
  /** Reads the file under a mapping; refused with a failure. */
  read: (mapping: Mapping) => Promise<ImportPreview>;
  /** Where a new portfolio will be saved; `null` when one is open. */
  savedTo: string | null;
  onChangeTarget: () => void;
  /** Imports. Resolves when it is done or was refused. */
  onImport: (mapping: Mapping, preview: Preview) => Promise<void>;
  onCancel: () => void;
  onChooseAnother: () => void;
}

/** A place that the grid is asked to show; a new object each time, so that the same place may be asked for again. */
export interface Goal {
  readonly spot: Spot;
}

export function Import(props: ImportProps) {
  const words = useWords();
  const { read, file } = props;
  const reading = useMemo(() => new FileReading(read), [read]);
  const { mapping, preview, alreadyThere, underway, failure } = useSyncExternalStore(
    reading.subscribe,
    reading.snapshot,
  );
  const [goal, setGoal] = useState<Goal | null>(null);
  const [repaired, setRepaired] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [importing, setImporting] = useState(false);
  const { lang } = words;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the program answers in the window's language.
  useEffect(() => {
    reading.begin();
    return () => reading.stop();
  }, [reading, lang]);

  if (failure !== null) {
    return (
      <Failed
        failure={failure}
        canGoBack={preview !== null}
        onBack={() => reading.goBack()}
        onAgain={() => reading.begin()}
        onChooseAnother={props.onChooseAnother}
        onCancel={props.onCancel}
      />
    );
  }
  if (preview === null) return <Waiting file={file} onCancel={props.onCancel} />;

  const choose = (change: (mapping: Mapping) => Mapping) => reading.choose(change);
  const show = (spot: Spot | null) => {
    if (spot) setGoal({ spot });
  };

  function repair(problem: Problem, accepted: boolean): void {
    const { cell } = problem;
    if (cell === null) return;
    setRepaired((before) => new Map(before).set(cell, problem));
    choose((now) => withRepair(now, cell, accepted));
  }

  async function confirm(picture: Preview): Promise<void> {
    setImporting(true);
    try {
      await props.onImport(mapping, picture);
    } finally {
      setImporting(false);
    }
  }

  return (
    <main className="import" data-testid="import" aria-busy={underway}>
      <header className="import-head">
        <div className="import-words">
          <h1>{words.say("import.title")}</h1>
          <p className="c2 cut">{words.say("import.subtitle")}</p>
        </div>
        <span className="gap" />
        <SheetTabs preview={preview} onChoose={choose} />
      </header>
      <div className="import-middle">
        {preview.rows.length === 0 ? (
          <div className="empty import-none">
            <h2>{words.say("import.noTable.title")}</h2>
            <p>{words.say("import.noTable.text")}</p>
          </div>
        ) : (
          <SheetGrid
            notice={noticeOf(preview, words)}
            preview={preview}
            mapping={mapping}
            goal={goal}
            repaired={repaired}
            onChoose={choose}
            onRepair={repair}
          />
        )}
        <aside className="import-side scroll">
          <Assumed preview={preview} onChoose={choose} onShow={show} />
          <ToLookAt
            problems={preview.problems}
            all={preview.counts.problems}
            onShow={(problem) => show(spotOf(problem, preview.columns))}
          />
        </aside>
      </div>
      <ImportFoot
        preview={preview}
        alreadyThere={alreadyThere}
        underway={underway}
        importing={importing}
        savedTo={props.savedTo}
        onChangeTarget={props.onChangeTarget}
        onConfirm={() => void confirm(preview)}
        onCancel={props.onCancel}
      />
    </main>
  );
}

/** What must be chosen before anything can be imported. */
function noticeOf(preview: Preview, words: Words): string | null {
  if (preview.table === null) return words.say("import.noTable.text");
  return preview.columns.some((column) => column.role === "title") ? null : words.say("import.noTitle");
}

/** The first reading. Short ones never show it: it fades in. */
function Waiting({ file, onCancel }: { file: string; onCancel: () => void }) {
  const words = useWords();
  return (
    <main className="import-wait" data-testid="import-reading">
      <div className="import-progress" role="progressbar" aria-label={words.say("import.reading", { file })}>
        <i />
      </div>
      <h1>{words.say("import.reading", { file })}</h1>
      <p className="c2">{words.say("import.readingLong")}</p>
      <Button onPress={onCancel} data-testid="import-cancel">
        {words.say("common.cancel")}
      </Button>
    </main>
  );
}
