/* The line above the grid: what is shown and how, and what can be done with the selected rows. */
import type { ElementKind } from "../../api/bindings.ts";
import { Button, Icon, IconButton, Menu, type MenuEntry, Select } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { isKey, useWords } from "../../words/index.ts";
import { Filters } from "./Filters.tsx";
import { groupingsFor } from "./groups.ts";
import { plainName } from "./heads.ts";
import { RangeSum } from "./RangeSum.tsx";
import { SelectedRows } from "./SelectedRows.tsx";
import type { Rates } from "./totals.ts";
import type { Area } from "./useSheet.ts";
import type { Arrangement, Settings } from "./view.ts";

interface TableBarProps {
  settings: Settings;
  arrangement: Arrangement;
  selected: readonly string[];
  /** The cells held together. */
  range: Area | null;
  rates: Rates;
  owners: () => readonly string[];
  readOnly: boolean;
  onChange: (change: Partial<Settings>) => void;
  onOwner: (owner: string | null) => void;
  onShow: () => void;
  onRemove: () => void;
  onRestore: (ids: readonly string[]) => void;
  onAdd: () => void;
}

export function TableBar(props: TableBarProps) {
  const { settings, arrangement, onChange } = props;
  const words = useWords();
  const sortable = arrangement.possible;
  const sorted = sortable.find((column) => column.id === settings.sorting?.column);
  return (
    <div className="table-bar-line" role="toolbar" aria-label={words.say("table.title")}>
      <div className="table-settings">
        <Select<ElementKind>
          label={words.say("table.kind")}
          value={settings.kind}
          plain
          options={KINDS.map((kind) => ({ id: kind, text: words.say(`kind.${kind}`) }))}
          onChange={(kind) => onChange({ kind })}
          data-testid="table-kind"
        />
        <label className="table-filter">
          <Icon name="search" />
          <input
            value={settings.text}
            placeholder={words.say("table.filter")}
            aria-label={words.say("table.filter")}
            spellCheck={false}
            onChange={(event) => onChange({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === "Escape" && settings.text !== "") {
                event.stopPropagation();
                onChange({ text: "" });
              }
            }}
            data-testid="table-filter"
          />
          {settings.text === "" ? null : (
            <IconButton
              icon="close"
              size="small"
              label={words.say("table.filter.clear")}
              onPress={() => onChange({ text: "" })}
            />
          )}
        </label>
        <Filters settings={settings} arrangement={arrangement} onChange={onChange} />
        <Menu
          label={words.say("table.group")}
          groups={[
            {
              id: "group",
              entries: groupingsFor(settings.kind, arrangement.possible).map((by) => ({
                id: `group-${by}`,
                text: capital(groupingName(by)),
                chosen: by === arrangement.grouping,
                run: () => onChange({ grouping: by, folded: new Set() }),
              })),
            },
          ]}
        >
          <Button look="quiet">
            <span className="cut">
              {words.say("table.group.by", { by: inside(groupingName(arrangement.grouping)) })}
            </span>
            <Icon name="down" />
          </Button>
        </Menu>
        <Menu label={words.say("table.sort")} groups={sortGroups()}>
          <Button look="quiet">
            <span className="cut">
              {words.say("table.sort.by", {
                by: sorted ? inside(plainName(sorted, words)) : words.say("table.sort.none"),
              })}
            </span>
            <Icon name="down" />
          </Button>
        </Menu>
        <Menu label={words.say("table.columns")} groups={columnGroups()} stays>
          <Button look="quiet">
            {words.say("table.columns")}
            <Icon name="down" />
          </Button>
        </Menu>
      </div>
      {props.range === null ? null : (
        <RangeSum area={props.range} units={arrangement.units} rates={props.rates} />
      )}
      {props.selected.length === 0 || (props.range !== null && props.selected.length === 1) ? (
        props.readOnly ? null : (
          <Button onPress={props.onAdd} data-testid="table-add">
            <Icon name="plus" />
            {words.say("table.add")}
          </Button>
        )
      ) : (
        <SelectedRows {...props} />
      )}
    </div>
  );

  function groupingName(by: string): string {
    const key = `table.group.${by}`;
    const column = arrangement.possible.find((it) => it.id === by);
    return isKey(key) || !column
      ? words.say(isKey(key) ? key : "table.group.none")
      : plainName(column, words);
  }

  function sortGroups() {
    const { sorting } = settings;
    const by: MenuEntry[] = [
      {
        id: "sort-none",
        text: words.say("table.sort.none"),
        chosen: sorting === null,
        run: () => onChange({ sorting: null }),
      },
      ...sortable.map((column) => ({
        id: `sort-${column.id}`,
        text: plainName(column, words),
        chosen: sorting?.column === column.id,
        run: () => onChange({ sorting: { column: column.id, descending: column.numeric } }),
      })),
    ];
    const ways: MenuEntry[] = [false, true].map((descending) => ({
      id: descending ? "sort-down" : "sort-up",
      text: words.say(descending ? "table.sort.down" : "table.sort.up"),
      chosen: sorting?.descending === descending,
      isDisabled: sorting === null,
      run: () => {
        if (sorting) onChange({ sorting: { ...sorting, descending } });
      },
    }));
    return [
      { id: "by", entries: by },
      { id: "way", entries: ways },
    ];
  }

  function columnGroups() {
    const shown = new Set(arrangement.columns.map((column) => column.id));
    const entry = (column: (typeof arrangement.possible)[number]): MenuEntry => ({
      id: `column-${column.id}`,
      text: plainName(column, words),
      chosen: shown.has(column.id),
      isDisabled: column.id === "title",
      run: () => {
        onChange({ columns: { ...settings.columns, [column.id]: !shown.has(column.id) } });
      },
    });
    const own = arrangement.possible.filter((column) => column.extra === undefined).map(entry);
    const kept = arrangement.possible.filter((column) => column.extra !== undefined).map(entry);
    return [
      { id: "own", entries: own },
      ...(kept.length === 0 ? [] : [{ id: "kept", head: words.say("table.columns.kept"), entries: kept }]),
    ];
  }
}

/** A name at the beginning of an entry, which elsewhere stands inside of a sentence. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name inside of a sentence; what a file calls “AP” keeps its capitals. */
function inside(name: string): string {
  return /^\p{Lu}[^\p{Lu}]*$/u.test(name) ? name.toLowerCase() : name;
}
