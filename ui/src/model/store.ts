/*
 * The store: the mirror of the open portfolio and the one way to change it. Edits go to the host one after the
 * other; the answer's diff is applied when its revision is the next one, else the whole view is fetched again.
 * Nothing here draws, speaks a language or decides what is allowed.
 */
import type { Changed, Edit, Finding, Origin, Steps, View } from "../api/bindings.ts";
import { type Portfolio, patched, portfolioOf } from "./portfolio.ts";

/** What the store needs from the host. */
export interface Port {
  view(): Promise<View>;
  edit(edits: Edit[], origin: Origin): Promise<Changed>;
  undo(): Promise<Changed>;
  redo(): Promise<Changed>;
}

export interface State {
  readonly path: string;
  /** Why nothing can be changed; `null` when it can. */
  readonly readOnly: string | null;
  readonly revision: number;
  readonly portfolio: Portfolio;
  readonly findings: readonly Finding[];
  readonly steps: Steps;
  readonly asOf: string;
  readonly pack: string;
  /** Edits that have not been answered yet. Zero means that everything is on the disk. */
  readonly underway: number;
}

export type Step = "edit" | "undo" | "redo";

export class Store {
  #state: State;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #port: Port;
  readonly #listeners = new Set<() => void>();

  constructor(port: Port, view: View) {
    this.#port = port;
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
    return this.#inTurn(() => this.#port.edit([...edits], origin));
  }

  undo(): Promise<Changed> {
    return this.#inTurn(() => this.#port.undo());
  }

  redo(): Promise<Changed> {
    return this.#inTurn(() => this.#port.redo());
  }

  /** A change made here or elsewhere. One that is known already is passed over. */
  async take(changed: Changed): Promise<void> {
    if (changed.revision <= this.#state.revision) return;
    if (changed.revision !== this.#state.revision + 1) {
      this.show(await this.#port.view());
      return;
    }
    this.#set({
      ...this.#state,
      revision: changed.revision,
      portfolio: patched(this.#state.portfolio, changed.diff.changes),
      findings: changed.findings,
      steps: changed.steps,
    });
  }

  /** Puts a whole view in place, for instance after a change of language or an import. */
  show(view: View): void {
    this.#set(stateOf(view, this.#state.underway));
  }

  /** One edit at a time, so that answers are applied in the order of their revisions. */
  #inTurn(ask: () => Promise<Changed>): Promise<Changed> {
    this.#set({ ...this.#state, underway: this.#state.underway + 1 });
    const turn = this.#queue.then(async () => {
      try {
        const changed = await ask();
        await this.take(changed);
        return changed;
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

function stateOf(view: View, underway: number): State {
  return {
    path: view.path,
    readOnly: view.read_only,
    revision: view.revision,
    portfolio: portfolioOf(view.records),
    findings: view.findings,
    steps: view.steps,
    asOf: view.as_of,
    pack: view.pack,
    underway,
  };
}
