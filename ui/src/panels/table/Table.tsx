/*
 * The table panel: one kind of element as rows. Composes the bar and the grid, turns what is typed into edits, and
 * shares its selection with the map.
 */
import { useCallback, useDeferredValue, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Edit, Patch } from "../../api/bindings.ts";
import { Anchored, Button } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, usePasses, useReadOnly, useSelected, useStore } from "../desk.tsx";
import { NothingPasses } from "../NothingPasses.tsx";
import { takeAway } from "../removal.ts";
import { useWhyNot } from "../useWhyNot.ts";
import { Conditions } from "./Conditions.tsx";
import { Values } from "./Filters.tsx";
import { Grid } from "./Grid.tsx";
import { plainName } from "./heads.ts";
import { Kept } from "./kept.ts";
import { rowsOf } from "./rows.ts";
import type { Selection } from "./selection.ts";
import { suggestions } from "./suggest.ts";
import { TableBar } from "./TableBar.tsx";
import { useEmptyPaste } from "./useEmptyPaste.ts";
import { useRevealed } from "./useRevealed.ts";
import { type Area, useSheet } from "./useSheet.ts";
import { arrange, type Held, hold, isNarrowed, type Settings, UNFILTERED } from "./view.ts";
import "./table.css";

const kept = new Kept();

/** Puts the table back as it is at first, for another portfolio. */
export function resetTable(): void {
  kept.reset();
}

export function Table() {
  const words = useWords();
  const desk = useDesk();
  const { barsOf } = desk;
  const portfolio = useStore((state) => state.portfolio);
  const findings = useStore((state) => state.findings);
  const readOnly = useReadOnly();
  const whyNot = useWhyNot();
  const selected = useSelected();
  const passes = usePasses();
  const settings = useSyncExternalStore(kept.subscribe, kept.get);
  const anchor = useRef<string | null>(null);
  const empty = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [range, setRange] = useState<Area | null>(null);
  const [only, setOnly] = useState<string | null>(null);
  const head = useRef<HTMLElement>(null);

  const sought = useDeferredValue(settings);
  const every = useMemo(
    () => rowsOf(sought.kind, portfolio, findings, barsOf),
    [sought.kind, portfolio, findings, barsOf],
  );
  const arrangement = useMemo(
    () => arrange(every, live(portfolio), sought, held, words, passes),
    [every, portfolio, sought, held, words, passes],
  );
  const rows = useMemo(() => new Set(arrangement.rows.map((row) => row.id)), [arrangement.rows]);
  const ids = useMemo(() => selected.filter((id) => rows.has(id)), [selected, rows]);
  const suggest = useCallback(
    (column: string) => suggestions(portfolio, sought.kind, column, words),
    [portfolio, sought.kind, words],
  );

  function change(change: Partial<Settings>): void {
    setHeld(null);
    kept.set(change);
  }

  /** New rows are shown, also those that a filter would hide. */
  function showAll(): void {
    change(UNFILTERED);
    desk.filter.clear();
  }

  function select(selection: Selection): void {
    anchor.current = selection.anchor;
    desk.selection.set(selection.ids);
  }

  function fold(group: string): void {
    const folded = new Set(settings.folded);
    if (!folded.delete(group)) folded.add(group);
    kept.set({ folded });
  }

  function edit(...edits: Edit[]): void {
    setHeld(hold(arrangement));
    void desk.edit(...edits);
  }

  const { sheet, news } = useSheet({
    arrangement,
    settings: sought,
    before(added) {
      if (added && arrangement.passing.length < arrangement.rows.length) showAll();
      else setHeld(hold(arrangement));
    },
  });
  useEmptyPaste(empty, sheet);
  useRevealed(settings, arrangement, change);

  function remove(): void {
    if (ids.length === 0) return;
    void takeAway(desk, words, ids);
  }

  async function add(): Promise<void> {
    const { kind } = settings;
    const title =
      kind === "initiative"
        ? words.say("table.add.title.initiative")
        : words.say("table.add.title", { kind: words.say(`kind.${kind}`).toLowerCase() });
    const id = newId();
    showAll();
    const changed = await desk.edit({ type: "add_element", id, kind, title, spot: null });
    if (!changed) return;
    select({ ids: [id], anchor: id });
    setFresh(id);
  }

  const asked = arrangement.possible.find((column) => column.id === only);
  const setOwner = (owner: string | null): Patch => ({
    field: "owner",
    value: owner === null ? null : { known: owner },
  });
  return (
    <section className="table-panel" aria-label={words.say("table.title")}>
      <TableBar
        settings={settings}
        arrangement={arrangement}
        selected={ids}
        range={range}
        rates={portfolio.settings}
        owners={() => suggest("owner")}
        readOnly={readOnly}
        onChange={change}
        onOwner={(owner) =>
          edit(...ids.map((id): Edit => ({ type: "set", element: id, patch: setOwner(owner) })))
        }
        onShow={() => desk.showOnMap(ids)}
        onRemove={remove}
        onRestore={(elements) => edit({ type: "restore", elements: [...elements] })}
        onAdd={() => void add()}
      />
      <Conditions settings={settings} arrangement={arrangement} onChange={change} />
      {arrangement.rows.length === 0 ? (
        <div ref={empty} className="empty table-empty" data-testid="table">
          <h2>{words.say("table.empty.title", { kind: settings.kind })}</h2>
          <p>{words.say("table.empty.text")}</p>
          {readOnly ? null : (
            <Button look="primary" size="tall" onPress={() => void add()}>
              {words.say("table.add")}
            </Button>
          )}
          {arrangement.archived === 0 ? null : (
            <Button onPress={() => change({ archived: true })}>
              {words.say("table.archived.showCount", { count: arrangement.archived })}
            </Button>
          )}
        </div>
      ) : arrangement.passing.length === 0 && !isNarrowed(sought) ? (
        <NothingPasses />
      ) : arrangement.passing.length === 0 ? (
        <div className="empty table-empty" data-testid="table">
          <h2>{words.say("table.nothing.title")}</h2>
          <p>{words.say("table.nothing.text")}</p>
          <Button onPress={() => change(UNFILTERED)}>{words.say("table.filter.clear")}</Button>
        </div>
      ) : (
        <Grid
          key={sought.kind}
          arrangement={arrangement}
          settings={settings}
          rates={portfolio.settings}
          selection={{ ids, anchor: anchor.current }}
          sheet={sheet}
          suggest={suggest}
          readOnly={readOnly}
          fresh={fresh}
          onSelect={select}
          onPatch={(row, patch) => edit({ type: "set", element: row, patch })}
          onRemove={remove}
          onShow={(row) => desk.showOnMap([row])}
          onCarry={(row, event) => {
            desk.carry.press(event.nativeEvent, () => (ids.includes(row) ? ids : [row]));
          }}
          onFindings={(row) => desk.showFindings({ about: [row] })}
          onFold={fold}
          onSort={(sorting) => change({ sorting })}
          onOnly={(column, beside) => {
            head.current = beside;
            setOnly(column);
          }}
          onRange={setRange}
          onRefused={whyNot}
        />
      )}
      {asked === undefined ? null : (
        <Anchored
          label={words.say("table.only", { name: plainName(asked, words) })}
          anchor={head}
          isOpen
          onClose={() => setOnly(null)}
        >
          <Values column={asked} settings={settings} arrangement={arrangement} onChange={change} />
        </Anchored>
      )}
      <div className="unseen" aria-live="polite" data-testid="table-news">
        {news}
      </div>
    </section>
  );
}
