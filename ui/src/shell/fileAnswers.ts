/*
 * What is done once somebody has answered a question about a file, and what is told of it.
 */
import { fileName } from "./files.ts";
import type { Session } from "./session.ts";

/** Opens the file that is only read here once more, to change it. */
export async function tryToEdit(session: Session): Promise<void> {
  const { store } = session.snapshot();
  if (store === null) return;
  const view = await session.attempt(session.host.open(store.state.path, false));
  if (view === null) return;
  store.show(view);
  session.tell(view.read_only ?? session.words.say("inUse.editable"));
}

/** Both are kept; what could not be followed is listed. */
export async function merge(session: Session): Promise<void> {
  const { store } = session.snapshot();
  if (store === null) return;
  const merged = await session.settle(
    () => session.host.reconcile(store.session),
    ({ changed }) => store.take(changed),
  );
  if (merged === null) return;
  if (merged.remarks.length > 0 || merged.refused !== null) session.ask({ about: "merged", merged });
  else session.tell(session.words.say("merged.told", { count: merged.written }));
}

/** What is open here goes on in a new file. */
export async function keepCopy(session: Session): Promise<void> {
  const { store } = session.snapshot();
  if (store === null) return;
  const view = await session.settle(
    () => session.host.keepCopy(store.session),
    (view) => session.goOn(view),
  );
  if (view !== null) session.tell(session.words.say("merged.copied", { file: fileName(view.path) }));
}

/** What the file holds is shown; what was done only here is given up. */
export async function takeTheirs(session: Session): Promise<void> {
  const { store } = session.snapshot();
  if (store === null) return;
  const changed = await session.settle(
    () => session.host.takeTheirs(store.session),
    (changed) => store.take(changed),
  );
  if (changed !== null) session.tell(session.words.say("merged.took"));
}

/** Reads what can be read of a damaged file into a copy, opens that, and tells what came of it. */
export async function recover(session: Session, path: string): Promise<void> {
  const done = await session.settle(
    () => session.host.recover(path),
    ({ view }) => session.goOn(view),
  );
  if (done !== null) session.ask({ about: "recovered", recovery: done.recovery });
}
