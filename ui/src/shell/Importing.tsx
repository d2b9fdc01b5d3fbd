/* The preview of a spreadsheet, before anything is written. */
import type { Session } from "./session.ts";

export function Importing({ session, path }: { session: Session; path: string }) {
  return <p onClickCapture={() => session.stopImporting()}>{path}</p>;
}
