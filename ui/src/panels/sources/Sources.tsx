/* Where the data came from: every import that was carried out, with what it took and what it set aside. */
import "./sources.css";
import type { ImportRecord } from "../../api/bindings.ts";
import { Button, Icon } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useReadOnly, useStore } from "../desk.tsx";

export function Sources({ onImport }: { onImport: () => void }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const imports = useStore((state) => state.portfolio.imports);
  const sources = useStore((state) => state.portfolio.sources);
  const list = [...imports.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div className="sources scroll">
      <header className="row">
        <h1>{words.say("nav.sources")}</h1>
        <span className="gap" />
        {isReadOnly || list.length === 0 ? null : (
          <Button onPress={onImport} data-testid="sources-import">
            {words.say("action.import")}
          </Button>
        )}
      </header>
      {list.length === 0 ? (
        <div className="empty">
          <Icon name="sources" />
          <h2>{words.say("sources.none")}</h2>
          <p>{words.say("sources.noneHint")}</p>
          {isReadOnly ? null : (
            <Button look="primary" size="tall" onPress={onImport} data-testid="sources-import">
              {words.say("action.import")}
            </Button>
          )}
        </div>
      ) : null}
      <ul>
        {list.map((record) => (
          <Import key={record.id} record={record} source={sources.get(record.source)?.title ?? ""} />
        ))}
      </ul>
    </div>
  );
}

function Import({ record, source }: { record: ImportRecord; source: string }) {
  const words = useWords();
  return (
    <li className="import-record">
      <div className="row">
        <b className="heavy">{record.file}</b>
        {source === "" || source === record.file ? null : <span className="c3">{source}</span>}
        <span className="gap" />
        <span className="c3">{words.instant(record.at)}</span>
      </div>
      <p className="c2">
        {words.say("sources.counts", {
          sheet: record.sheet === "" ? "none" : record.sheet,
          created: record.created,
          ignored: record.ignored,
          aside: record.quarantined.length,
        })}
      </p>
      {record.quarantined.length === 0 ? null : (
        <details className="fold">
          <summary>
            <Icon name="right" />
            {words.say("sources.aside", { count: record.quarantined.length })}
          </summary>
          <ul className="aside-rows selectable">
            {record.quarantined.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="c3 t12 selectable">SHA-256 {record.hash}</p>
    </li>
  );
}
