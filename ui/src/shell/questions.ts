/* Questions for a path, each with the wish that the answer is for. What changes is the session's to do. */
import type { Store } from "../model/store.ts";
import { titleFrom } from "./files.ts";
import type { Session } from "./session.ts";

const SPREADSHEETS = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"];

/** Longest name that is suggested; every system takes it, with an ending. */
const LONGEST_NAME = 80;

/** A title as a file may be called on every system. */
export function fileName(title: string): string {
  const plain = title.replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, "-").slice(0, LONGEST_NAME);
  return plain.replace(/[. ]+$/, "").trim();
}

export async function askSpreadsheet(session: Session): Promise<void> {
  const { words, host } = session;
  const path = await session.attempt(
    host.askOpen(words.say("ask.openSpreadsheet"), [
      { name: words.say("file.spreadsheet"), extensions: SPREADSHEETS },
    ]),
  );
  if (path !== null) await session.take(path);
}

export async function askOpen(session: Session): Promise<void> {
  const { words, host } = session;
  const path = await session.attempt(
    host.askOpen(words.say("ask.openPortfolio"), [
      { name: words.say("file.portfolio"), extensions: ["thru"] },
    ]),
  );
  if (path !== null) await session.open(path);
}

export async function askNew(session: Session): Promise<void> {
  const path = await askNewPath(session, null);
  if (path !== null) await session.create(path, titleFrom(path));
}

/** Where a new portfolio shall be kept; `null` when the person thought better of it. */
export async function askNewPath(session: Session, suggestion: string | null): Promise<string | null> {
  const { words, host } = session;
  return session.attempt(
    host.askSave(words.say("ask.saveNew"), suggestion ?? `${words.say("start.untitledFile")}.thru`, [
      { name: words.say("file.portfolio"), extensions: ["thru"] },
    ]),
  );
}

/** Writes everything that the portfolio holds, readable by other programs. */
export async function askExport(session: Session, title: string): Promise<void> {
  const { words, host } = session;
  const shown = session.snapshot().store;
  const path = await session.attempt(
    host.askSave(words.say("ask.saveExport"), `${fileName(title) || words.say("start.untitledFile")}.json`, [
      { name: words.say("file.json"), extensions: ["json"] },
    ]),
  );
  if (path === null || !stillShown(session, shown)) return;
  const done = await session.attempt(host.exportTo(path).then(() => true));
  if (done) session.tell(words.say("told.export"), path);
}

/** Writes the portfolio as leadership shall read it today. */
export async function askSnapshot(session: Session, title: string): Promise<void> {
  const { words, host } = session;
  const shown = session.snapshot().store;
  const path = await session.attempt(
    host.askSave(
      words.say("ask.saveSnapshot"),
      `${fileName(title) || words.say("start.untitledFile")} snapshot.html`,
      [
        { name: words.say("file.html"), extensions: ["html"] },
        { name: words.say("file.markdown"), extensions: ["md"] },
        { name: words.say("file.json"), extensions: ["json"] },
      ],
    ),
  );
  if (path === null || !stillShown(session, shown)) return;
  const done = await session.attempt(host.saveSnapshot(path).then(() => true));
  if (done) session.tell(words.say("told.snapshot"), path);
}

/** While a dialogue stood open another window may have opened another portfolio, which the answer was not meant for. */
function stillShown(session: Session, shown: Store | null): boolean {
  if (session.snapshot().store === shown) return true;
  session.tell(session.words.say("told.otherPortfolio"));
  return false;
}
