/* What a column means: shown over it with how sure we are, chosen from a list that can be searched. */
import { useRef, useState } from "react";
import type { ColumnFacts, Mapping, Role } from "../../api/index.ts";
import { Anchored, type Find, Finder, Icon } from "../../kit/index.ts";
import { among } from "../../model/search.ts";
import { useWords, type Words } from "../../words/index.ts";
import { offered, withRole } from "./mapping.ts";
import { isNumeric, unitWords } from "./places.ts";

interface RolePickerProps {
  index: number;
  column: ColumnFacts;
  left: number;
  width: number;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
}

export function RolePicker({ index, column, left, width, onChoose }: RolePickerProps) {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const label = words.say("import.role.choose", { letter: column.letter });
  const quiet = column.role === "extra_field" || column.role === "ignore";
  const asked = column.check && !column.given && !quiet;
  return (
    <div className="import-role" style={{ left, width }}>
      <button
        ref={button}
        type="button"
        className={asked ? "import-chip check" : quiet ? "import-chip quiet" : "import-chip"}
        aria-label={`${label}: ${roleName(column, words)}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={column.header}
        onClick={() => setOpen(true)}
        data-testid={`import-role-${index}`}
        data-role={column.role}
      >
        <span className="cut">{roleName(column, words)}</span>
        <Icon name="down" />
      </button>
      <span className={asked ? "import-sure check" : "import-sure"}>{sureness(column, asked, words)}</span>
      <span className={isNumeric(column) ? "import-letter num" : "import-letter"}>{column.letter}</span>
      <Anchored label={label} anchor={button} isOpen={open} onClose={() => setOpen(false)}>
        <Finder
          label={label}
          placeholder={words.say("import.role.find")}
          nothing={words.say("import.role.nothing")}
          find={(query) => found(query, column, words)}
          onTake={(find) => {
            setOpen(false);
            const role = offered(column).find((it) => it.role === find.id)?.role;
            if (role !== undefined && (role !== column.role || !column.given)) {
              onChoose((mapping) => withRole(mapping, column.letter, role));
            }
          }}
          data-testid={`import-role-find-${index}`}
        />
      </Anchored>
    </div>
  );
}

function named(role: Role, words: Words): string {
  return words.say(`import.role.${role}`);
}

function roleName(column: ColumnFacts, words: Words): string {
  const role = named(column.role, words);
  const unit = unitWords(column.unit);
  return unit === "" ? role : words.say("import.role.inUnit", { role, unit });
}

function sureness(column: ColumnFacts, asked: boolean, words: Words): string {
  if (column.given) return words.say("import.role.given");
  if (column.role === "extra_field") return words.say("import.role.kept");
  if (column.role === "ignore") return words.say("import.role.dropped");
  const percent = words.percent(column.confidence);
  return words.say(asked ? "import.role.check" : "import.role.sure", { percent });
}

function found(query: string, column: ColumnFacts, words: Words): Find[] {
  const all = offered(column).map(({ role, confidence }, index) => ({
    id: role,
    text: named(role, words),
    ...(confidence === null ? {} : { hint: words.percent(confidence) }),
    ...(query === ""
      ? { group: words.say(index === 0 || confidence !== null ? "import.role.likely" : "import.role.all") }
      : {}),
  }));
  return among(all)(query, all.length);
}
