/*
 * Only rows where: first a column, then which of its values. Both are lists that answer to letters and arrows; the head of
 * a column leads to its values at once. What is chosen stands above the rows.
 */
import { useState } from "react";
import { Button, type Find, Finder, Icon, Popover } from "../../kit/index.ts";
import { among } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import { choicesOf } from "./filters.ts";
import { plainName } from "./heads.ts";
import type { Arrangement, Settings } from "./view.ts";

interface FiltersProps {
  settings: Settings;
  arrangement: Arrangement;
  onChange: (change: Partial<Settings>) => void;
}

/** Values offered at once; letters find the others. */
const MOST = 60;
const ARCHIVED = "\u0000archived";
const BACK = "\u0000back";

export function Filters(props: FiltersProps) {
  const words = useWords();
  return (
    <Popover
      label={words.say("table.where")}
      trigger={
        <Button look="quiet" data-testid="table-where">
          <span className="cut">{words.say("table.where")}</span>
          <Icon name="down" />
        </Button>
      }
    >
      <Chooser {...props} />
    </Popover>
  );
}

/** The list of columns, or the values of the one that was taken. */
function Chooser({ settings, arrangement, onChange }: FiltersProps) {
  const words = useWords();
  const [column, setColumn] = useState<Column | null>(null);
  const tick = <Icon name="tick" />;
  const blank = <span className="icon16" />;
  if (column !== null) {
    return (
      <Values
        column={column}
        settings={settings}
        arrangement={arrangement}
        onChange={onChange}
        onBack={() => setColumn(null)}
      />
    );
  }
  return (
    <Finder
      key="columns"
      label={words.say("table.where")}
      placeholder={words.say("table.where.column")}
      nothing={words.say("table.where.nothing")}
      find={columns}
      onTake={(find) => {
        if (find.id === ARCHIVED) onChange({ archived: !settings.archived });
        else setColumn(arrangement.possible.find((it) => it.id === find.id) ?? null);
      }}
      data-testid="table-where-column"
    />
  );

  function columns(query: string): Find[] {
    const named = arrangement.possible
      .filter((it) => it.id !== "title")
      .map((it): Find => {
        const count = settings.filters[it.id]?.length ?? 0;
        return {
          id: it.id,
          text: plainName(it, words),
          mark: count > 0 ? tick : blank,
          ...(count > 0 ? { hint: String(count) } : {}),
        };
      });
    const away: Find[] =
      arrangement.archived === 0
        ? []
        : [
            {
              id: ARCHIVED,
              text: words.say("table.archived.show"),
              hint: words.number(arrangement.archived),
              mark: settings.archived ? tick : blank,
            },
          ];
    return among([...away, ...named])(query, MOST);
  }
}

interface ValuesProps extends FiltersProps {
  column: Column;
  /** Leads back to the columns, where one came from there. */
  onBack?: () => void;
}

/** The values of a column; those taken are shown, all of them while none is. */
export function Values({ column, settings, arrangement, onChange, onBack }: ValuesProps) {
  const words = useWords();
  const { id } = column;
  const chosen = settings.filters[id] ?? [];
  const name = plainName(column, words);
  return (
    <Finder
      key={id}
      label={words.say("table.only", { name })}
      placeholder={words.say("table.only", { name })}
      nothing={words.say("table.where.nothing")}
      find={values}
      onTake={(find) => {
        if (find.id === BACK) {
          onBack?.();
          return;
        }
        const next = chosen.includes(find.id) ? chosen.filter((it) => it !== find.id) : [...chosen, find.id];
        onChange({ filters: { ...settings.filters, [id]: next } });
      }}
      data-testid="table-where-value"
    />
  );

  function values(query: string): Find[] {
    const found = among(choicesOf(arrangement.rows, column, words))(query, MOST);
    return [
      ...(query === "" && onBack !== undefined
        ? [{ id: BACK, text: words.say("table.where.back"), mark: <Icon name="undo" /> }]
        : []),
      ...found.map(({ key, text, count, spans = [] }) => ({
        id: key,
        text,
        spans,
        hint: words.number(count),
        mark: chosen.includes(key) ? <Icon name="tick" /> : <span className="icon16" />,
      })),
    ];
  }
}
