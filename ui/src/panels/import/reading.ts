/*
 * Reading a file again and again while its mapping changes. The last wish wins; the picture before stays until the
 * next one is there, so that nothing flickers and the place in the sheet is kept. Free of React.
 */
import { asFailure, type Failure, type ImportPreview, type Mapping, type Preview } from "../../api/index.ts";
import { OPEN } from "./mapping.ts";

export interface ReadingState {
  readonly mapping: Mapping;
  /** The last picture; `null` while the file is read for the first time. */
  readonly preview: Preview | null;
  /** Rows whose initiative is in the open portfolio and would be left as it is. */
  readonly alreadyThere: number;
  /** A reading is under way or about to begin. */
  readonly underway: boolean;
  readonly failure: Failure | null;
}

/** Waits for a second choice that follows at once. */
const PAUSE_MS = 160;

export class FileReading {
  #state: ReadingState = { mapping: OPEN, preview: null, alreadyThere: 0, underway: true, failure: null };
  #wish = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #read: (mapping: Mapping) => Promise<ImportPreview>;
  readonly #listeners = new Set<() => void>();

  constructor(read: (mapping: Mapping) => Promise<ImportPreview>) {
    this.#read = read;
  }

  readonly snapshot = (): ReadingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads at once, as at first or when the language has changed. */
  begin(): void {
    this.#set({ underway: true, failure: null });
    void this.#ask();
  }

  /** Changes the mapping and reads again soon. */
  choose(change: (mapping: Mapping) => Mapping): void {
    this.#set({ mapping: change(this.#state.mapping), underway: true, failure: null });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  /** Goes back to the choices of the last picture. */
  goBack(): void {
    const { preview } = this.#state;
    if (preview) this.#set({ mapping: preview.mapping, underway: false, failure: null });
  }

  stop(): void {
    this.#wish += 1;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    try {
      const { preview, already_there: alreadyThere } = await this.#read(this.#state.mapping);
      if (wish === this.#wish) this.#set({ preview, alreadyThere, underway: false, failure: null });
    } catch (reason) {
      if (wish === this.#wish) this.#set({ underway: false, failure: asFailure(reason) });
    }
  }

  #set(part: Partial<ReadingState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
