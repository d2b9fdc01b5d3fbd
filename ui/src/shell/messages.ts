/*
 * What an answer of the host is to the person: a message, or a question about the file that was to be opened.
 */
import { type Changed, type Failure, type ImportReport, type Lang, mannerOf } from "../api/index.ts";
import type { ToastBoard, ToastWords } from "../kit/index.ts";
import type { Store } from "../model/store.ts";
import { say, type Words } from "../words/index.ts";
import type { FileQuestion } from "./FileQuestions.tsx";

export function messageOf(failure: Failure, lang: Lang): ToastWords {
  const manner = mannerOf(failure);
  const { code, message, hint } = failure;
  const fault = code === "internal" && hint === "";
  return {
    text: say(lang, manner.heading),
    hint: fault ? say(lang, "error.faultHint") : `${message} ${hint}`.trim(),
    failed: manner.stays,
    ...(manner.tone === "calm" ? {} : { details: `${code}\n${message}\n${hint}`.trim() }),
  };
}

/** A file in use or damaged is a question; what else keeps a file from being opened is told. */
export function questionOf(failure: Failure, path: string): FileQuestion | null {
  if (failure.code === "file_in_use") return { about: "in_use", path, owner: failure.owner };
  return failure.code === "file_damaged" ? { about: "damaged", path } : null;
}

/** News of a step, with the way back as long as it is the last one: another step is not what the news spoke of. */
export function offerUndo(board: ToastBoard, store: Store, { revision }: Changed, news: ToastWords): void {
  const id = board.show(news);
  const stop = store.subscribe(() => {
    if (store.state.revision === revision) return;
    board.close(id);
    stop();
  });
}

/** What came of an import, with the way back. */
export function importMessage({ created, file }: ImportReport, words: Words, undo: () => void): ToastWords {
  return {
    text: words.say("told.imported", { created, file }),
    action: { text: words.say("import.undo"), run: undo },
  };
}
