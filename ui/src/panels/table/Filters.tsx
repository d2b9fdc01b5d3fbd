/*
 * Choosing what is shown: first a column, then which of its values. Both are lists that answer to letters and arrows;
 * what is chosen stays in the button that opens them.
 */
import { useState } from "react";
import { Button, type Find, Finder, Icon, IconButton, Popover } from "../../kit/index.ts";
import { among } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import { choicesOf, wordOf } from "./filters.ts";
import { plainName } from "./heads.ts";
import { type Arrangement, type Settings, UNFILTERED } from "./view.ts";

interface FiltersProps {
  settings: Settings;
  arrangement: Arrangement;
  onChange: (change: Partial<Settings>) => void;
}

/** Names in the button; beyond that they are counted. */
const NAMED = 2;
/** Values offered at once; letters find the others. */
const MOST = 60;
const ARCHIVED = "\u0000archived";
const BACK = "\u0000back";

export function Filters({ settings, arrangement, onChange }: FiltersProps) {
  const words = useWords();
  const active = arrangement.possible.filter((column) => (settings.filters[column.id]?.length ?? 0) > 0);
  const names = [
    ...active.map((column) => told(column)),
    ...(settings.archived ? [words.say("table.archived.with")] : []),
  ];
  const text =
    names.length === 0
      ? words.say("table.where")
      : names.length > NAMED
        ? words.say("table.where.many", { count: names.length })
        : words.say("table.where.by", { by: names.join(", ") });
  return (
    <span className="table-where">
      <Popover
        label={words.say("table.where")}
        trigger={
          <Button look="quiet" data-testid="table-where">
            <Icon name="filter" />
            <span className="cut">{text}</span>
          </Button>
        }
      >
        <Chooser settings={settings} arrangement={arrangement} onChange={onChange} />
      </Popover>
      {names.length === 0 ? null : (
        <IconButton
          icon="close"
          size="small"
          label={words.say("table.filter.clear")}
          onPress={() => onChange({ ...UNFILTERED, archived: false })}
        />
      )}
    </span>
  );

  function told(column: Column): string {
    const chosen = settings.filters[column.id] ?? [];
    const [only] = chosen;
    return chosen.length === 1 && only !== undefined
      ? wordOf(only, column, words)
      : words.say("table.where.count", { name: plainName(column, words), count: chosen.length });
  }
}

/** The list of columns, or the values of the one that was taken. */
function Chooser({ settings, arrangement, onChange }: FiltersProps) {
  const words = useWords();
  const [column, setColumn] = useState<Column | null>(null);
  const tick = <Icon name="tick" />;
  const blank = <span className="icon16" />;
  if (column === null) {
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
  }
  const { id } = column;
  const chosen = settings.filters[id] ?? [];
  return (
    <Finder
      key={id}
      label={plainName(column, words)}
      placeholder={plainName(column, words)}
      nothing={words.say("table.where.nothing")}
      find={(query) => values(column, query)}
      onTake={(find) => {
        if (find.id === BACK) {
          setColumn(null);
          return;
        }
        const next = chosen.includes(find.id) ? chosen.filter((it) => it !== find.id) : [...chosen, find.id];
        onChange({ filters: { ...settings.filters, [id]: next } });
      }}
      data-testid="table-where-value"
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

  function values(of: Column, query: string): Find[] {
    const found = among(choicesOf(arrangement.rows, of, words))(query, MOST);
    return [
      ...(query === ""
        ? [{ id: BACK, text: words.say("table.where.back"), mark: <Icon name="undo" /> }]
        : []),
      ...found.map(({ key, text, count, spans = [] }) => ({
        id: key,
        text,
        spans,
        hint: words.number(count),
        mark: chosen.includes(key) ? tick : blank,
      })),
    ];
  }
}
