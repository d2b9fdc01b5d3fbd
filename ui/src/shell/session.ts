/*
 * The session: which portfolio is open, in which language, and every wish to the host that is not an edit. Refusals
 * become messages here, in one place.
 */
import {
  asFailure,
  type Host,
  type Lang,
  type Mapping,
  mannerOf,
  type Start,
  type View,
} from "../api/index.ts";
import { ToastBoard } from "../kit/index.ts";
import { Store } from "../model/store.ts";
import { say, type Words, wordsOf } from "../words/index.ts";

export interface SessionState {
  /** `null` until the host has answered for the first time. */
  readonly start: Start | null;
  readonly store: Store | null;
  readonly lang: Lang;
  /** A wish is on its way that changes what is open. */
  readonly busy: boolean;
  /** A spreadsheet whose preview is shown. */
  readonly importing: string | null;
  /** How many imports were carried out; the frame shows what came of the last one. */
  readonly imports: number;
}

export class Session {
  readonly host: Host;
  readonly board = new ToastBoard();
  #state: SessionState;
  readonly #listeners = new Set<() => void>();

  constructor(host: Host, lang: Lang) {
    this.host = host;
    this.#state = { start: null, store: null, lang, busy: false, importing: null, imports: 0 };
  }

  readonly snapshot = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get words(): Words {
    return wordsOf(this.#state.lang);
  }

  /** The first question to the host, and what follows from its answer. */
  async begin(): Promise<void> {
    const start = await this.attempt(this.host.start());
    if (start === null) return;
    const lang = start.language ?? this.#state.lang;
    this.#set({ start, lang });
    if (start.language === null) await this.attempt(this.host.setLanguage(lang));
    if (start.open) await this.#show(this.host.view());
    else if (start.pending !== null) await this.take(start.pending);
  }

  /** Awaits an answer; a refusal is presented and becomes `null`. */
  readonly attempt = async <T>(asked: Promise<T>): Promise<T | null> => {
    try {
      return await asked;
    } catch (reason) {
      this.#refused(reason);
      return null;
    }
  };

  /** News leaves by itself; what was left undone stays until it is closed. */
  tell(text: string, hint?: string, stays = false): void {
    this.board.show({ text, ...(hint === undefined ? {} : { hint }), ...(stays ? { failed: true } : {}) });
  }

  /** A file given by drop, by dialogue or by the system: a portfolio is opened, a spreadsheet is previewed. */
  async take(path: string): Promise<void> {
    this.board.clear();
    const kind = fileKind(path);
    if (kind === "portfolio") await this.open(path);
    else if (kind === "spreadsheet") this.#set({ importing: path });
    else this.tell(this.words.say("drop.unknown"), this.words.say("drop.unknownHint"));
  }

  stopImporting(): void {
    this.#set({ importing: null });
  }

  async open(path: string): Promise<void> {
    await this.#show(this.host.open(path));
  }

  async create(path: string, title: string): Promise<void> {
    await this.#show(this.host.create(path, title));
  }

  /** A fresh copy of the portfolio that comes with the application. */
  async sample(): Promise<void> {
    await this.#show(this.host.openSample());
  }

  async close(): Promise<void> {
    await this.attempt(this.host.close());
    this.#set({ store: null, importing: null });
    const start = await this.attempt(this.host.start());
    if (start !== null) this.#set({ start });
  }

  async speak(lang: Lang): Promise<void> {
    const view = await this.attempt(this.host.setLanguage(lang));
    if (view !== null) this.#state.store?.show(view);
    this.#set({ lang });
  }

  /** Imports a spreadsheet as one step, into the open portfolio or into a new one kept at `target`. */
  async importFrom(path: string, mapping: Mapping, target: string | null): Promise<void> {
    let { store } = this.#state;
    if (store === null) {
      const view = await this.attempt(this.host.create(target ?? "", titleFrom(path)));
      if (view === null) return;
      store = new Store(this.host, view);
    }
    const imported = await this.attempt(this.host.importFile(path, mapping));
    if (imported === null) {
      // The new portfolio stands, empty: the preview stays open to try again.
      this.#set({ store });
      return;
    }
    await store.take(imported.changed);
    this.#set({ store, importing: null, imports: this.#state.imports + 1 });
    const { created, file } = imported.report;
    const { revision } = imported.changed;
    const opened = store;
    this.board.show({
      text: this.words.say("told.imported", { created, file }),
      action: {
        text: this.words.say("import.undo"),
        // Only while the import is still the last step: another step is not what the message spoke of.
        run: () => {
          if (opened.state.revision === revision) void this.attempt(opened.undo());
        },
      },
    });
  }

  /** Writes everything that the portfolio holds, readable by other programs. */
  async exportTo(path: string): Promise<void> {
    const done = await this.attempt(this.host.exportTo(path).then(() => true));
    if (done) this.tell(this.words.say("told.export"), path);
  }

  /** Writes the portfolio as leadership shall read it today. */
  async snapshotTo(path: string): Promise<void> {
    const done = await this.attempt(this.host.saveSnapshot(path).then(() => true));
    if (done) this.tell(this.words.say("told.snapshot"), path);
  }

  async #show(asked: Promise<View>): Promise<void> {
    this.#set({ busy: true });
    this.board.clear();
    const view = await this.attempt(asked);
    this.#set(
      view === null ? { busy: false } : { busy: false, importing: null, store: new Store(this.host, view) },
    );
  }

  #refused(reason: unknown): void {
    const failure = asFailure(reason);
    const manner = mannerOf(reason);
    const { lang } = this.#state;
    const fault = failure.code === "internal" && failure.hint === "";
    const hint = fault ? say(lang, "error.faultHint") : `${failure.message} ${failure.hint}`.trim();
    this.board.show({
      text: say(lang, manner.heading),
      hint,
      failed: manner.stays,
      ...(manner.tone === "calm"
        ? {}
        : { details: `${failure.code}\n${failure.message}\n${failure.hint}`.trim() }),
    });
    const { store } = this.#state;
    if (manner.refetch && store !== null)
      void this.host.view().then(
        (view) => store.show(view),
        () => undefined,
      );
  }

  #set(part: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** The name of a file without folder and ending, as the title of a new portfolio. */
export function titleFrom(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return name
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[_-]+/g, " ")
    .trim();
}

export type FileKind = "portfolio" | "spreadsheet" | "unknown";

export function fileKind(path: string): FileKind {
  if (/\.thru$/i.test(path)) return "portfolio";
  return /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i.test(path) ? "spreadsheet" : "unknown";
}

/** The language of the system, where it is one of ours. */
export function systemLang(): Lang {
  return navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
}
