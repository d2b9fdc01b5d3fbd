/*
 * The session: which portfolio is open, in which language, and every wish to the host that is not an edit. Refusals
 * become messages here, in one place.
 */
import {
  type Apart,
  asFailure,
  type Failure,
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
import type { FileQuestion } from "./FileQuestions.tsx";
import { isTyping } from "./keys.ts";

export interface SessionState {
  /** `null` until the host has answered for the first time. */
  readonly start: Start | null;
  readonly store: Store | null;
  readonly lang: Lang;
  /** A wish is on its way that changes what is open. */
  readonly busy: boolean;
  /** A spreadsheet whose preview is shown. */
  readonly importing: string | null;
  /** How the file and what is open here have grown apart; nothing can be saved meanwhile. */
  readonly apart: Apart | null;
  /** What somebody has to decide about a file, or has to know of it. */
  readonly question: FileQuestion | null;
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
    const nothing = { start: null, store: null, importing: null, apart: null, question: null };
    this.#state = { ...nothing, lang, busy: false, imports: 0 };
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

  tell(text: string, hint?: string): void {
    this.board.show(hint === undefined ? { text } : { text, hint });
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

  async open(path: string, readOnly = false): Promise<void> {
    await this.#show(this.host.open(path, readOnly), path);
  }

  /** The file changed by itself. Whoever types is not interrupted: the frame says so, and the question waits. */
  heed(apart: Apart | null): void {
    if (apart === null) {
      this.#set({ apart, ...(this.#state.question?.about === "apart" ? { question: null } : {}) });
      return;
    }
    this.#set({ apart });
    const asked = this.#state.question?.about;
    if (asked === "apart" || (asked === undefined && !isTyping(document.activeElement))) this.decide();
  }

  /** Asks what becomes of the file and what is open here. */
  decide(): void {
    const { apart } = this.#state;
    if (apart !== null) this.#set({ question: { about: "apart", apart } });
  }

  dismiss(): void {
    this.#set({ question: null });
  }

  /** Puts something before the person: a question about a file, or what came of the last one. */
  ask(question: FileQuestion): void {
    this.#set({ question });
  }

  /** Carries out what was decided about a file; refused, the question stays. */
  async settle<T>(asked: Promise<T>): Promise<T | null> {
    this.#set({ busy: true });
    const done = await this.attempt(asked);
    this.#set(done === null ? { busy: false } : { busy: false, question: null, apart: null });
    return done;
  }

  /** Goes on with another file than the one that was asked for. */
  goOn(view: View): void {
    this.#set({ store: new Store(this.host, view), importing: null });
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
    this.#set({ store: null, importing: null, apart: null, question: null });
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

  /** Shows what was opened. A file in use or damaged is a question, not only a refusal. */
  async #show(asked: Promise<View>, path: string | null = null): Promise<void> {
    this.#set({ busy: true });
    this.board.clear();
    try {
      const store = new Store(this.host, await asked);
      this.#set({ busy: false, importing: null, store, apart: null, question: null });
    } catch (reason) {
      const question = path === null ? null : questionOf(asFailure(reason), path);
      this.#set({ busy: false, ...(question === null ? {} : { question }) });
      if (question === null) this.#refused(reason);
    }
  }

  /** An edit met a file that somebody else changed. */
  async #lookOutside(): Promise<void> {
    const apart = await this.attempt(this.host.look());
    this.#set({ apart });
    if (apart === null) this.tell(this.words.say("apart.again"));
    else this.decide();
  }

  #refused(reason: unknown): void {
    const failure = asFailure(reason);
    // Refused once more while it is decided, the words are needed.
    if (failure.code === "changed_outside" && this.#state.question === null && this.#state.store !== null) {
      void this.#lookOutside();
      return;
    }
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

function questionOf(failure: Failure, path: string): FileQuestion | null {
  if (failure.code === "file_in_use") return { about: "in_use", path, owner: failure.owner };
  return failure.code === "file_damaged" ? { about: "damaged", path } : null;
}

/** The name of a file without its folder. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The name of a file without folder and ending, as the title of a new portfolio. */
export function titleFrom(path: string): string {
  return fileName(path)
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
