/*
 * Where the data comes from: each source with who answers for it and what came from it, and every import that was
 * carried out, with what it took and what it set aside.
 */
import "./sources.css";
import { useMemo } from "react";
import { Button, Icon } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { Import } from "./Import.tsx";
import { originsOf } from "./origins.ts";
import { SourceCard } from "./SourceCard.tsx";

export function Sources({ onImport }: { onImport: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const portfolio = useStore((state) => state.portfolio);
  const { origins, lost } = useMemo(() => originsOf(portfolio, words.compare), [portfolio, words]);
  const isEmpty = origins.length + lost.length === 0;

  function add(): void {
    const title = words.say("sources.newTitle");
    const source = { id: newId(), title, description: "", owner: null, every_days: null };
    void desk.edit({ type: "insert_source", source });
  }

  return (
    <div className="sources scroll">
      <header className="row">
        <h1>{words.say("nav.sources")}</h1>
        <span className="gap" />
        {isReadOnly ? null : (
          <Button look="quiet" onPress={add} data-testid="source-add">
            <Icon name="plus" />
            {words.say("sources.add")}
          </Button>
        )}
        {isReadOnly || isEmpty ? null : (
          <Button onPress={onImport} data-testid="sources-import">
            {words.say("action.import")}
          </Button>
        )}
      </header>
      {isEmpty ? (
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
        {origins.map((origin) => (
          <SourceCard key={origin.source.id} origin={origin} />
        ))}
        {lost.length === 0 ? null : (
          <li className="source">
            <ul>
              {lost.map((record) => (
                <Import key={record.id} record={record} />
              ))}
            </ul>
          </li>
        )}
      </ul>
    </div>
  );
}
