/*
 * Short messages at the foot of the window. News leaves by itself; a failure stays until it is closed, because
 * somebody must be able to read what was kept and what to do.
 */
import { useSyncExternalStore } from "react";
import { Button, IconButton } from "./Button.tsx";
import { FindingMark } from "./marks.tsx";

export interface ToastWords {
  /** What happened. */
  readonly text: string;
  /** What was kept, what to do now. */
  readonly hint?: string;
  /** For a report: code and words to copy. */
  readonly details?: string;
  readonly failed?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
}

interface Toast extends ToastWords {
  readonly id: number;
}

const STAYS_MS = 5000;
/** What offers something waits for a hand. */
const OFFERS_MS = 12_000;

/** The messages on show, outside React so that anything may speak. */
export class ToastBoard {
  #toasts: readonly Toast[] = [];
  #next = 1;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly all = (): readonly Toast[] => this.#toasts;

  /** Shows a message, and says by which number it can be taken away; the same words twice are shown once. */
  show(words: ToastWords): number {
    const id = this.#next++;
    this.#set([...this.#toasts.filter((toast) => toast.text !== words.text), { ...words, id }].slice(-4));
    if (!words.failed) setTimeout(() => this.close(id), words.action ? OFFERS_MS : STAYS_MS);
    return id;
  }

  close(id: number): void {
    this.#set(this.#toasts.filter((toast) => toast.id !== id));
  }

  /** Takes all away, because the screen they spoke of is gone. */
  clear(): void {
    if (this.#toasts.length > 0) this.#set([]);
  }

  #set(toasts: readonly Toast[]): void {
    this.#toasts = toasts;
    for (const listener of this.#listeners) listener();
  }
}

interface ToastsProps {
  board: ToastBoard;
  words: { close: string; details: string; copy: string };
}

export function Toasts({ board, words }: ToastsProps) {
  const toasts = useSyncExternalStore(board.subscribe, board.all);
  return (
    <div className="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast" role={toast.failed ? "alert" : "status"} data-testid="toast">
          {toast.failed ? <FindingMark severity="high" /> : null}
          <div className="says">
            <p className={toast.hint === undefined ? "" : "strong"}>{toast.text}</p>
            {toast.hint === undefined ? null : <p className="hint">{toast.hint}</p>}
            {toast.details === undefined ? null : (
              <details>
                <summary>{words.details}</summary>
                <pre>{toast.details}</pre>
                <Button size="small" onPress={() => void navigator.clipboard?.writeText(toast.details ?? "")}>
                  {words.copy}
                </Button>
              </details>
            )}
          </div>
          {toast.action === undefined ? null : (
            <Button
              size="small"
              onPress={() => {
                toast.action?.run();
                board.close(toast.id);
              }}
            >
              {toast.action.text}
            </Button>
          )}
          <IconButton icon="close" size="small" label={words.close} onPress={() => board.close(toast.id)} />
        </div>
      ))}
    </div>
  );
}
