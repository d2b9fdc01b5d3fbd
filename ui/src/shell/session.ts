/*
 * The session: which portfolio is open, in which language, and every wish to the host that is not an edit. What other
 * windows do is heard here, because all windows show the same portfolio. Refusals become messages here, in one place.
 */
import {
  type Apart,
  asFailure,
  type ChangedElsewhere,
  type Host,
  type Lang,
  type Mapping,
  mannerOf,
  type Start,
  type View,
} from "../api/index.ts";
import { ToastBoard } from "../kit/index.ts";
import { Store } from "../model/store.ts";
import { type Words, wordsOf } from "../words/index.ts";
import type { FileQuestion } from "./FileQuestions.tsx";
import { fileKind, titleFrom } from "./files.ts";
import { isTyping } from "./keys.ts";
import { importMessage, messageOf, questionOf } from "./messages.ts";

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
  /** An import was carried out, and the frame has yet to show what came of it. */
  readonly imported: boolean;
}

export class Session {
  readonly host: Host;
  readonly board = new ToastBoard();
  #state: SessionState;
  readonly #listeners = new Set<() => void>();
  /** Answers about what is open are taken in the order in which they were asked for. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Changes of a portfolio whose view is still on its way. */
  #early: ChangedElsewhere[] = [];

  constructor(host: Host, lang: Lang) {
    this.host = host;
    const nothing = { start: null, store: null, importing: null, apart: null, question: null };
    this.#state = { ...nothing, lang, busy: false, imported: false };
  }

  readonly snapshot = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get words(): Words {
    return wordsOf(this.#state.lang);
  }

  /** Listens to other windows and to the system until told to stop. */
  listen(): () => void {
    const stops = [
      this.host.onPending((path) => void this.take(path)),
      this.host.onChangedElsewhere((change) => this.#hear(change)),
      this.host.onDeskChanged(() => void this.follow()),
      this.host.onGrownApart((apart) => this.heed(apart)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** The first question to the host, and what follows from its answer. */
  async begin(): Promise<void> {
    const start = await this.attempt(this.host.start());
    if (start === null) return;
    const lang = start.language ?? this.#state.lang;
    this.#set({ start, lang });
    if (start.language === null) await this.attempt(this.host.setLanguage(lang));
    if (start.open) {
      await this.#show(() => this.host.view());
      // A window that is opened later has not heard of it.
      this.heed(await this.host.look().catch(() => null));
    }
    if (start.pending !== null) await this.take(start.pending);
  }

  /** Another window laid something else on the desk, or this one may have lost its place: shows what holds now. */
  async follow(): Promise<void> {
    const start = await this.#inTurn(async () => {
      // What cannot be had was presented where it was asked for; what is shown then stays.
      const start = await this.host.start().catch(() => null);
      const view = start?.open ? await this.host.view().catch(() => null) : null;
      if (start === null || (start.open && view === null)) return null;
      const said = { start, lang: start.language ?? this.#state.lang };
      const { store } = this.#state;
      if (view !== null && view.session === store?.session) {
        store.show(view);
        this.#set(said);
      } else {
        this.#set({ ...said, importing: null, store: view === null ? null : this.#storeOf(view) });
        this.heed(null);
      }
      return start;
    });
    if (start !== null && start.pending !== null) await this.take(start.pending);
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

  async open(path: string, readOnly = false): Promise<void> {
    await this.#show(() => this.host.open(path, readOnly), path);
  }

  /** The file changed by itself. Whoever types is not interrupted: the frame says so, and the question waits. */
  heed(apart: Apart | null): void {
    this.#set({ apart });
    const asked = this.#state.question?.about;
    if (apart === null) {
      if (asked === "apart") this.dismiss();
    } else if (asked === "apart" || (asked === undefined && !isTyping(document.activeElement))) this.decide();
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

  /** Carries out what was decided about a file, and takes the answer over; refused, the question stays. */
  async settle<T>(ask: () => Promise<T>, take: (done: T) => void | Promise<void>): Promise<T | null> {
    this.#set({ busy: true });
    return this.#inTurn(async () => {
      const done = await this.attempt(ask());
      if (done !== null) await take(done);
      this.#set(done === null ? { busy: false } : { busy: false, question: null, apart: null });
      return done;
    });
  }

  /** Goes on with another file than the one that was asked for. */
  goOn(view: View): void {
    this.#set({ store: this.#storeOf(view), importing: null });
  }

  async create(path: string, title: string): Promise<void> {
    await this.#show(() => this.host.create(path, title));
  }

  /** A fresh copy of the portfolio that comes with the application. */
  async sample(): Promise<void> {
    await this.#show(() => this.host.openSample());
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
      store = this.#storeOf(view);
    }
    const imported = await this.attempt(store.importFile(path, mapping));
    if (imported === null) {
      // The new portfolio stands, empty: the preview stays open to try again.
      this.#set({ store });
      return;
    }
    this.#set({ store, importing: null, imported: true });
    const { revision } = imported.changed;
    const opened = store;
    const undo = () => {
      // Only while the import is still the last step: another step is not what the message spoke of.
      if (opened.state.revision === revision) void this.attempt(opened.undo());
    };
    this.board.show(importMessage(imported.report, this.words, undo));
  }

  showed(): void {
    this.#set({ imported: false });
  }

  /** Shows what was opened. A file in use or damaged is a question, not only a refusal. */
  async #show(ask: () => Promise<View>, path: string | null = null): Promise<void> {
    this.#set({ busy: true });
    this.board.clear();
    await this.#inTurn(async () => {
      try {
        const store = this.#storeOf(await ask());
        this.#set({ busy: false, importing: null, store, apart: null, question: null });
      } catch (reason) {
        const question = path === null ? null : questionOf(asFailure(reason), path);
        this.#set({ busy: false, ...(question === null ? {} : { question }) });
        if (question === null) this.#refused(reason);
      }
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #hear(change: ChangedElsewhere): void {
    const { store } = this.#state;
    if (store?.session === change.session) void store.take(change.changed);
    // Sessions count up: a change of an earlier one is past.
    else if (store === null || store.session < change.session) this.#early.push(change);
  }

  #storeOf(view: View): Store {
    const store = new Store(this.host, view);
    const early = this.#early;
    this.#early = [];
    for (const { session, changed } of early) if (session === store.session) void store.take(changed);
    return store;
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
    this.board.show(messageOf(failure, this.#state.lang));
    if (mannerOf(reason).refetch && this.#state.store !== null) void this.follow();
  }

  #set(part: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
