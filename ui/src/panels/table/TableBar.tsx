/* The line above the grid: what is shown and how, and what can be done with the selected rows. */
import type { ElementKind } from "../../api/bindings.ts";
import { Button, Icon, IconButton, Menu, type MenuEntry, Select } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { isKey, useWords } from "../../words/index.ts";
import { STATES } from "./edits.ts";
import { GROUPINGS } from "./groups.ts";
import { headName } from "./Head.tsx";
import { SelectedRows } from "./SelectedRows.tsx";
import { type Arrangement, type Settings, stateOf } from "./view.ts";

interface TableBarProps {
  settings: Settings;
  arrangement: Arrangement;
  selected: readonly string[];
  owners: readonly string[];
  readOnly: boolean;
  onChange: (change: Partial<Settings>) => void;
  onOwner: (owner: string | null) => void;
  onShow: () => void;
  onRemove: () => void;
  onAdd: () => void;
}

export function TableBar(props: TableBarProps) {
  const { settings, arrangement, onChange } = props;
  const words = useWords();
  const sortable = arrangement.columns;
  const sorted = sortable.find((column) => column.id === settings.sorting?.column);
  return (
    <div className="table-bar-line" role="toolbar" aria-label={words.say("table.title")}>
      <div className="table-settings">
        <Select<ElementKind>
          label={words.say("table.kind")}
          value={settings.kind}
          plain
          options={KINDS.map((kind) => ({ id: kind, text: words.say(`kind.${kind}`) }))}
          onChange={(kind) => onChange({ kind, states: [], sorting: null, folded: new Set() })}
          data-testid="table-kind"
        />
        <label className="table-filter">
          <Icon name="filter" />
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
        {settings.kind === "initiative" ? <States {...props} /> : null}
        <Menu
          label={words.say("table.group")}
          groups={[
            {
              id: "group",
              entries: GROUPINGS.filter((by) => by !== "state" || settings.kind === "initiative").map(
                (by) => ({
                  id: `group-${by}`,
                  text: words.say(`table.group.${by}`),
                  chosen: by === arrangement.grouping,
                  run: () => onChange({ grouping: by, folded: new Set() }),
                }),
              ),
            },
          ]}
        >
          <Button look="quiet">
            {words.say("table.group.by", { by: words.say(`table.group.${arrangement.grouping}`) })}
            <Icon name="down" />
          </Button>
        </Menu>
        <Menu label={words.say("table.sort")} groups={sortGroups()}>
          <Button look="quiet">
            {words.say("table.sort.by", {
              by: sorted
                ? headName(sorted, [], words).replace(/, %$/, "").toLowerCase()
                : words.say("table.sort.none"),
            })}
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
      {props.selected.length === 0 ? (
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
        text: headName(column, [], words),
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
      text: headName(column, [], words),
      chosen: shown.has(column.id),
      isDisabled: column.id === "title",
      run: () => {
        const own = { ...settings.columns[settings.kind], [column.id]: !shown.has(column.id) };
        onChange({ columns: { ...settings.columns, [settings.kind]: own } });
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

/** Which states are shown, with how many rows each has. */
function States({ settings, arrangement, onChange }: TableBarProps) {
  const words = useWords();
  const counts = new Map<string, number>();
  for (const row of arrangement.rows) counts.set(stateOf(row), (counts.get(stateOf(row)) ?? 0) + 1);
  const states = [...STATES, "said", "none"].filter((state) => counts.has(state));
  const only = settings.states.length === 1 ? settings.states[0] : undefined;
  const text =
    settings.states.length === 0
      ? words.say("table.states.all")
      : only !== undefined
        ? name(only)
        : words.say("table.states.some", { count: settings.states.length });
  return (
    <Menu
      label={words.say("table.states")}
      stays
      groups={[
        {
          id: "all",
          entries: [
            {
              id: "state-all",
              text: words.say("table.states.all"),
              chosen: settings.states.length === 0,
              run: () => onChange({ states: [] }),
            },
          ],
        },
        {
          id: "each",
          entries: states.map((state) => ({
            id: `state-${state}`,
            text: name(state),
            hint: String(counts.get(state) ?? 0),
            chosen: settings.states.includes(state),
            run: () =>
              onChange({
                states: settings.states.includes(state)
                  ? settings.states.filter((other) => other !== state)
                  : [...settings.states, state],
              }),
          })),
        },
      ]}
    >
      <Button look="quiet" data-testid="table-states">
        {text}
        <Icon name="down" />
      </Button>
    </Menu>
  );

  function name(state: string): string {
    const key = state === "none" || state === "said" ? `table.states.${state}` : `state.${state}`;
    return isKey(key) ? words.say(key) : state;
  }
}
