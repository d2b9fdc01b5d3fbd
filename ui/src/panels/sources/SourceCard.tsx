/* One source: what it is called, who answers for it, what it holds and leaves out, how often it comes, what came from it. */
import type { Source } from "../../api/bindings.ts";
import { Icon, IconButton, InPlace } from "../../kit/index.ts";
import { known } from "../../model/maybe.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { readCell } from "../reading.ts";
import { withWayBack } from "../removal.ts";
import { useAsk } from "../useAsk.ts";
import { gapWords, ownerWords } from "../words.ts";
import { Import } from "./Import.tsx";
import { type Origin, renamed } from "./origins.ts";

/** The days between two deliveries are typed as those between two readings of an indicator. */
const EVERY = { id: "every_days", input: "number", unit: "days" } as const;

export function SourceCard({ origin }: { origin: Origin }) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const { source, imports } = origin;
  const came = cameFrom(origin, words);
  const days = known(source.every_days);
  const set = (part: Partial<Source>) =>
    void desk.edit({ type: "set_source", source: { ...source, ...part } });

  function rename(typed: string): void {
    const title = typed.trim();
    if (title === "") return;
    void desk.edit(...renamed(source, title, desk.store.state.portfolio));
  }
  /** Days as a number, or words that say why there are none. */
  function setEvery(typed: string): void {
    const read = readCell(typed, EVERY, null, words);
    if (read.type === "wrong") {
      desk.tell(words.say("read.refused", { text: typed.trim() }), words.say(read.why));
    } else set({ every_days: read.value as Source["every_days"] });
  }
  /** Refused here in the words of what came from it; the host would refuse it too. */
  function remove(): void {
    if (came === "") {
      const text = words.say("removed.source", { title: source.title });
      void withWayBack(desk, [{ type: "remove_source", source: source.id }], text);
    } else {
      desk.tell(words.say("sources.inUse", { title: source.title, came }), words.say("sources.inUseHint"));
    }
  }

  return (
    <li className="source" data-testid={`source-${source.id}`}>
      <div className="row source-head">
        <h2>
          <InPlace
            label={words.say("sources.title")}
            value={source.title}
            isReadOnly={isReadOnly}
            onCommit={rename}
            data-testid={`source-title-${source.id}`}
          />
        </h2>
        <span className="gap" />
        {isReadOnly ? null : (
          <IconButton
            icon="remove"
            label={words.say("sources.remove", { title: source.title })}
            onPress={remove}
            data-testid={`source-remove-${source.id}`}
          />
        )}
      </div>
      <div className="source-facts">
        <span className="c3">{words.say("sources.owner")}</span>
        <InPlace
          label={words.say("sources.owner")}
          value={known(source.owner) ?? ""}
          placeholder={ownerWords(words, source.owner).text}
          isReadOnly={isReadOnly}
          onCommit={(text) => set({ owner: text.trim() === "" ? null : { known: text.trim() } })}
        />
        <span className="c3">{words.say("sources.holds")}</span>
        <InPlace
          label={words.say("sources.holds")}
          value={source.description}
          placeholder={ask("sources.holdsAsk")}
          multiline
          isReadOnly={isReadOnly}
          onCommit={(description) => set({ description })}
        />
        <span className="c3">{words.say("sources.every")}</span>
        <InPlace
          label={words.say("sources.every")}
          value={days === null ? "" : words.say("field.days", { count: days })}
          placeholder={
            source.every_days?.missing ? gapWords(words, source.every_days.missing) : ask("sources.everyAsk")
          }
          isReadOnly={isReadOnly}
          onCommit={setEvery}
          data-testid={`source-every-${source.id}`}
        />
        <span className="c3">{words.say("sources.gave")}</span>
        <span>
          {came === "" ? words.say("sources.nothing") : came}
          {origin.known === 0 ? "" : ` · ${words.say("sources.knows", { count: origin.known })}`}
        </span>
      </div>
      {imports.length === 0 ? null : (
        <details className="fold">
          <summary className="c2">
            <Icon name="right" />
            {words.say("sources.imports", {
              count: imports.length,
              last: words.instant(imports[0]?.at ?? ""),
            })}
          </summary>
          <ul>
            {imports.map((record) => (
              <Import key={record.id} record={record} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** “2 imports, 14 readings”; empty when nothing came from it. */
function cameFrom({ imports, readings, reports }: Origin, words: Words): string {
  return [
    ...(imports.length > 0 ? [words.say("count.imports", { count: imports.length })] : []),
    ...(readings > 0 ? [words.say("count.readings", { count: readings })] : []),
    ...(reports > 0 ? [words.say("count.reports", { count: reports })] : []),
  ].join(", ");
}
