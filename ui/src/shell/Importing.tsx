/*
 * The import of a spreadsheet: lends the panel its reader, says where a new portfolio will be kept, and carries the
 * import out. Nothing is created before it is confirmed.
 */
import { useCallback, useEffect, useState } from "react";
import type { Mapping } from "../api/index.ts";
import { Import } from "../panels/import/Import.tsx";
import { askNewPath, askSpreadsheet } from "./questions.ts";
import type { Session } from "./session.ts";

interface ImportingProps {
  session: Session;
  path: string;
  /** Whether the rows go into the portfolio that is open. */
  intoOpen: boolean;
}

export function Importing({ session, path, intoOpen }: ImportingProps) {
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!intoOpen) void session.attempt(session.host.createBeside(path)).then(setTarget);
  }, [session, path, intoOpen]);

  const read = useCallback((mapping: Mapping) => session.host.previewImport(path, mapping), [session, path]);
  const changeTarget = async () => {
    const chosen = await askNewPath(session, target);
    if (chosen !== null) setTarget(chosen);
  };
  return (
    <Import
      key={path}
      file={path.split(/[\\/]/).at(-1) ?? path}
      read={read}
      savedTo={intoOpen ? null : (target ?? "")}
      onChangeTarget={() => void changeTarget()}
      onImport={(mapping) => session.importFrom(path, mapping, target)}
      onCancel={() => session.stopImporting()}
      onChooseAnother={() => void askSpreadsheet(session)}
    />
  );
}
