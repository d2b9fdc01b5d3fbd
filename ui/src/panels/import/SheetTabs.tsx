/* The sheets of the file: the one that is read, the others with how many rows they hold, and why one is not read. */

import type { Mapping, Preview, SheetFacts } from "../../api/index.ts";
import { useWords } from "../../words/index.ts";
import { withSheet } from "./mapping.ts";

interface SheetTabsProps {
  preview: Preview;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
}

export function SheetTabs({ preview, onChoose }: SheetTabsProps) {
  const words = useWords();
  return (
    <div className="import-tabs" role="tablist" aria-label={words.say("import.sheets")}>
      {preview.sheets.map((sheet) => {
        const count = sheet.chosen ? preview.counts.initiatives : sheet.rows;
        const aside = !sheet.chosen && !isTable(sheet);
        return (
          <button
            key={sheet.name}
            type="button"
            role="tab"
            aria-selected={sheet.chosen}
            className={aside ? "aside" : ""}
            disabled={sheet.rows === 0 || sheet.verdict === "unreadable"}
            title={[
              sheet.why,
              sheet.hidden ? words.say("import.sheet.hidden") : "",
              words.say("import.sheet.rows", { count: sheet.rows }),
            ]
              .filter((part) => part !== "")
              .join(" · ")}
            onClick={() => {
              if (!sheet.chosen) onChoose((mapping) => withSheet(mapping, sheet.name));
            }}
            {...(sheet.chosen ? { "data-testid": "import-sheet" } : {})}
          >
            <span className="cut">{sheet.name}</span>
            {aside ? <span className="unseen">{sheet.why}</span> : <em>{words.number(count)}</em>}
          </button>
        );
      })}
    </div>
  );
}

function isTable(sheet: SheetFacts): boolean {
  return sheet.verdict === "table" || sheet.verdict === "other_table";
}
