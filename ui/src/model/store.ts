/*
 * The store: the mirror of the open portfolio and the one way to change it. Edits go to the host one after the
 * other. Changes made here and in other windows may arrive in any order: a diff is applied when its revision is
 * the next one, passed over when it is known, and else the whole view is fetched again. The mirror never goes back.
 * Nothing here draws, speaks a language or decides what is allowed.
 */
import type {
  Changed,
  Edit,
  Finding,
  FindingsChange,
  Imported,
  Mapping,
  Origin,
  Steps,
  View,
} from "../api/bindings.ts";
import { byWeight } from "./findings.ts";
import { type Portfolio, patched, portfolioOf } from "./portfolio.ts";

/** What the store needs from the host. */
export interface Port {
  view(): Promise<View>;
  edit(session: number, edits: Edit[], origin: Origin): Promise<Changed>;
  undo(session: number): Promise<Changed>;
  redo(session: number): Promise<Changed>;
  importFile(session: number, path: string, mapping: Mapping | null): Promise<Imported>;
}

export interface State {
  readonly path: string;
  /** Why nothing can be changed; `null` when it can. */
  readonly readOnly: string | null;
  readonly revision: number;
  readonly portfolio: Portfolio;
  /** What is open, the heaviest first. */
  readonly findings: readonly Finding[];
  /** What somebody lives with, for a reason and a time. */
  readonly accepted: readonly Finding[];
  readonly steps: Steps;
  readonly asOf: string;
  /** Somebody chose that day; else it is today. */
  readonly asOfChosen: boolean;
  readonly pack: string;
  /** Edits that have not been answered yet. Zero means that everything is on the disk. */
  readonly underway: number;
}

export type Step = "edit" | "undo" | "redo";

export class Store {
  /** Which portfolio this is the mirror of. Whatever belongs to another one is passed over. */
  readonly session: number;
  #state: State;
  /** The newest revision that was heard of; ahead of the state while the view is being fetched. */
  #heard: number;
  #catching: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #port: Port;
  readonly #listeners = new Set<() => void>();

  constructor(port: Port, view: View) {
    this.#port = port;
    this.session = view.session;
    this.#heard = view.revision;
    this.#state = stateOf(view, 0);
  }

  get state(): State {
    return this.#state;
  }

  readonly snapshot = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Carries a batch out as one step that is undone as one.
   * Rejects with the host's refusal; nothing has changed then.
   */
  edit(edits: readonly Edit[], origin: Origin = { from: "typed" }): Promise<Changed> {
    return this.#inTurn(() => this.#port.edit(this.session, [...edits], origin), itself);
  }

  undo(): Promise<Changed> {
    return this.#inTurn(() => this.#port.undo(this.session), itself);
  }

  redo(): Promise<Changed> {
    return this.#inTurn(() => this.#port.redo(this.session), itself);
  }

  /** Reads a file into the portfolio as one step. */
  importFile(path: string, mapping: Mapping): Promise<Imported> {
    return this.#inTurn(
      () => this.#port.importFile(this.session, path, mapping),
      (imported) => imported.changed,
    );
  }

  /** A change made here or elsewhere. Settles when the mirror holds it; never rejects. */
  async take(changed: Changed): Promise<void> {
    const { revision } = this.#state;
    if (changed.revision <= revision) return;
    this.#heard = Math.max(this.#heard, changed.revision);
    if (changed.revision > revision + 1) {
      await this.#catchUp();
      return;
    }
    this.#set({
      ...this.#state,
      revision: changed.revision,
      portfolio: patched(this.#state.portfolio, changed.diff.changes),
      ...judged(this.#state, changed.findings),
      steps: changed.steps,
    });
  }

  /** Puts a whole view in place, for instance after a change of language; not one that is older than the mirror. */
  show(view: View): void {
    if (view.session !== this.session || view.revision < this.#state.revision) return;
    this.#heard = Math.max(this.#heard, view.revision);
    this.#set(stateOf(view, this.#state.underway));
  }

  /** Fetches the view until everything that was heard of is in it, one fetch at a time. */
  #catchUp(): Promise<void> {
    this.#catching ??= this.#fetchHeard().finally(() => {
      this.#catching = null;
    });
    return this.#catching;
  }

  async #fetchHeard(): Promise<void> {
    while (this.#state.revision < this.#heard) {
      const wanted = this.#heard;
      // A view that cannot be had is no refusal of the edit that was done; the next change finds the gap again.
      const view = await this.#port.view().catch(() => null);
      // Another portfolio, or none, is open by now: this mirror has nothing to catch up with.
      if (view === null || view.session !== this.session) return;
      this.show(view);
      // A host that lags behind its own news is not asked for ever.
      if (view.revision < wanted) return;
    }
  }

  /** One edit at a time, so that answers are applied in the order of their revisions. */
  #inTurn<T>(ask: () => Promise<T>, changeIn: (answer: T) => Changed): Promise<T> {
    this.#set({ ...this.#state, underway: this.#state.underway + 1 });
    const turn = this.#queue.then(async () => {
      try {
        const answer = await ask();
        await this.take(changeIn(answer));
        return answer;
      } finally {
        this.#set({ ...this.#state, underway: this.#state.underway - 1 });
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #set(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const itself = (changed: Changed): Changed => changed;

function stateOf(view: View, underway: number): State {
  return {
    path: view.path,
    readOnly: view.read_only,
    revision: view.revision,
    portfolio: portfolioOf(view.records, view.as_of_chosen ? view.as_of : null),
    ...apart(view.findings),
    steps: view.steps,
    asOf: view.as_of,
    asOfChosen: view.as_of_chosen,
    pack: view.pack,
    underway,
  };
}

type Judged = Pick<State, "findings" | "accepted">;

/** Findings that are open, and those that somebody accepted. */
function apart(all: readonly Finding[]): Judged {
  return {
    findings: all.filter((it) => it.accepted === null),
    accepted: all.filter((it) => it.accepted !== null),
  };
}

/** The findings after a change, in their order; the same lists when nothing changed in them. */
function judged(before: Judged, { gone, now }: FindingsChange): Judged {
  const { findings, accepted } = before;
  if (gone.length === 0 && now.length === 0) return { findings, accepted };
  const all = new Map([...findings, ...accepted].map((it) => [it.key, it]));
  for (const key of gone) all.delete(key);
  for (const it of now) all.set(it.key, it);
  return apart([...all.values()].sort(byWeight));
}
