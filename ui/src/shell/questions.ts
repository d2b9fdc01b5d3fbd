/* Questions for a path, kept apart from what is done with the answer, because no test can answer a dialogue. */
import type { Session } from "./session.ts";

const SPREADSHEETS = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv"];

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
  const { words, host } = session;
  const path = await session.attempt(
    host.askSave(words.say("ask.saveNew"), `${words.say("start.untitledFile")}.thru`, [
      { name: words.say("file.portfolio"), extensions: ["thru"] },
    ]),
  );
  if (path !== null) await session.create(path, titleFrom(path));
}

export async function askExport(session: Session, title: string): Promise<void> {
  const { words, host } = session;
  const path = await session.attempt(
    host.askSave(words.say("ask.saveExport"), `${title || words.say("start.untitledFile")}.json`, [
      { name: words.say("file.json"), extensions: ["json"] },
    ]),
  );
  if (path !== null) await session.exportTo(path);
}

/** The name of the file without folder and ending, as the title of a new portfolio. */
export function titleFrom(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return name
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[_-]+/g, " ")
    .trim();
}
