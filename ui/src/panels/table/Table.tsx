/*
 * The table panel: one kind of element as rows. Composes the bar and the grid, turns what is typed into edits, and
 * shares its selection with the map. How it was set is kept while the window is open.
 */
import { useDeferredValue, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Edit, Patch } from "../../api/bindings.ts";
import { Button } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../desk.tsx";
import { Grid } from "./Grid.tsx";
import type { Selection } from "./selection.ts";
import { TableBar } from "./TableBar.tsx";
import { arrange, type Held, hold, INITIAL, type Settings } from "./view.ts";
import "./table.css";

/** How the table is set, kept while another panel stands in its place. */
class Kept {
  #settings = INITIAL;
  readonly #listeners = new Set<() => void>();

  readonly get = (): Settings => this.#settings;

  set(settings: Settings): void {
    this.#settings = settings;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const kept = new Kept();

/** Puts the table back as it is at first, for another portfolio. */
export function resetTable(): void {
  kept.set(INITIAL);
}

export function Table() {
  const words = useWords();
  const desk = useDesk();
  const { barsOf } = desk;
  const portfolio = useStore((state) => state.portfolio);
  const findings = useStore((state) => state.findings);
  const readOnly = useReadOnly();
  const selected = useSelected();
  const settings = useSyncExternalStore(kept.subscribe, kept.get);
  const anchor = useRef<string | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);

  const sought = useDeferredValue(settings);
  const arrangement = useMemo(
    () => arrange(portfolio, findings, sought, held, words, barsOf),
    [portfolio, findings, sought, held, words, barsOf],
  );
  const rows = useMemo(() => new Set(arrangement.rows.map((row) => row.id)), [arrangement.rows]);
  const ids = useMemo(() => selected.filter((id) => rows.has(id)), [selected, rows]);
  const owners = useMemo(() => {
    const names = [...portfolio.elements.values()].map((element) => known(element.owner));
    return [...new Set(names.filter((name) => name !== null))].sort((a, b) => words.compare(a, b));
  }, [portfolio.elements, words]);

  function change(change: Partial<Settings>): void {
    setHeld(null);
    kept.set({ ...kept.get(), ...change });
  }

  function select(selection: Selection): void {
    anchor.current = selection.anchor;
    desk.selection.set(selection.ids);
  }

  function fold(group: string): void {
    const folded = new Set(settings.folded);
    if (!folded.delete(group)) folded.add(group);
    kept.set({ ...settings, folded });
  }

  function edit(...edits: Edit[]): void {
    setHeld(hold(arrangement));
    void desk.edit(...edits);
  }

  function remove(): void {
    if (ids.length === 0) return;
    const count = ids.length;
    void desk.edit({ type: "remove", elements: [...ids] }).then((changed) => {
      if (changed) desk.tell(words.say("table.removed", { count }));
    });
  }

  async function add(): Promise<void> {
    const { kind } = settings;
    const title =
      kind === "initiative"
        ? words.say("table.add.title.initiative")
        : words.say("table.add.title", { kind: words.say(`kind.${kind}`).toLowerCase() });
    const id = newId();
    change({ text: "", states: [] });
    const changed = await desk.edit({ type: "add_element", id, kind, title, spot: null });
    if (!changed) return;
    select({ ids: [id], anchor: id });
    setFresh(id);
  }

  const setOwner = (owner: string | null): Patch => ({
    field: "owner",
    value: owner === null ? null : { known: owner },
  });
  const empty = arrangement.rows.length === 0;
  return (
    <section className="table-panel" aria-label={words.say("table.title")}>
      <TableBar
        settings={settings}
        arrangement={arrangement}
        selected={ids}
        owners={owners}
        readOnly={readOnly}
        onChange={change}
        onOwner={(owner) =>
          edit(...ids.map((id): Edit => ({ type: "set", element: id, patch: setOwner(owner) })))
        }
        onShow={() => desk.showOnMap(ids)}
        onRemove={remove}
        onAdd={() => void add()}
      />
      {empty ? (
        <div className="empty table-empty" data-testid="table">
          <h2>{words.say("table.empty.title", { kind: settings.kind })}</h2>
          <p>{words.say("table.empty.text")}</p>
        </div>
      ) : arrangement.passing.length === 0 ? (
        <div className="empty table-empty" data-testid="table">
          <h2>{words.say("table.nothing.title")}</h2>
          <p>{words.say("table.nothing.text")}</p>
          <Button onPress={() => change({ text: "", states: [] })}>{words.say("table.filter.clear")}</Button>
        </div>
      ) : (
        <Grid
          arrangement={arrangement}
          settings={settings}
          selection={{ ids, anchor: anchor.current }}
          owners={owners}
          readOnly={readOnly}
          fresh={fresh}
          onSelect={select}
          onPatch={(row, patch) => edit({ type: "set", element: row, patch })}
          onRemove={remove}
          onShow={(row) => desk.showOnMap([row])}
          onFold={fold}
          onSort={(sorting) => change({ sorting })}
        />
      )}
    </section>
  );
}
