/* The facts of an element as a list of name and value. */
import type { Element, Patch, Sign } from "../../api/bindings.ts";
import { InPlace, Select } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { useAsk } from "../useAsk.ts";
import { worded } from "../words.ts";
import { FactField } from "./FactField.tsx";
import { factsOf } from "./facts.ts";
import { Tags } from "./Tags.tsx";

const SIGNS: readonly Sign[] = ["helps", "harms"];

export function Facts({ element }: { element: Element }) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const set = (patch: Patch) => void desk.edit({ type: "set", element: element.id, patch });
  return (
    <div className="facts">
      {factsOf(element).map((fact) => (
        <div key={fact.id} className={fact.value?.missing ? "fact absent" : "fact"}>
          <span className="fact-name">{worded(words, "field", fact.id)}</span>
          <FactField fact={fact} isReadOnly={isReadOnly} onPatch={set} />
        </div>
      ))}
      {element.kind === "outcome" ? (
        <div className="fact">
          <span className="fact-name">{words.say("field.harmful")}</span>
          <Select
            plain
            label={words.say("field.harmful")}
            value={element.harmful ? "harms" : "helps"}
            isDisabled={isReadOnly}
            options={SIGNS.map((id) => ({ id, text: words.say(`worth.${id}`) }))}
            onChange={(id) => set({ field: "harmful", value: id === "harms" })}
          />
        </div>
      ) : null}
      {element.kind === "term" ? (
        <div className="fact">
          <span className="fact-name">{words.say("field.synonyms")}</span>
          <InPlace
            label={words.say("field.synonyms")}
            value={element.synonyms.join(", ")}
            placeholder={ask("field.synonymsAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) => set({ field: "synonyms", value: listed(text) })}
          />
        </div>
      ) : null}
      <div className="fact">
        <span className="fact-name">{words.say("field.tags")}</span>
        <Tags
          tags={element.tags}
          onAdd={(tag) => set({ field: "tags", value: [...element.tags, tag] })}
          onRemove={(tag) => set({ field: "tags", value: element.tags.filter((it) => it !== tag) })}
        />
      </div>
    </div>
  );
}

/** Words that somebody typed with commas between them. */
function listed(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
