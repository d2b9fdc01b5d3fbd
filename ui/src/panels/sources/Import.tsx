/* One import that was carried out: the file, what it took, what it set aside. A record, so nothing in it is edited. */
import type { ImportRecord } from "../../api/bindings.ts";
import { Icon } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";

export function Import({ record }: { record: ImportRecord }) {
  const words = useWords();
  return (
    <li className="import-record">
      <div className="row">
        <b className="heavy">{record.file}</b>
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
