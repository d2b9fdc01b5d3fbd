/* The facts of an element as a list of name and value. */
import type { Element } from "../../api/bindings.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { worded } from "../words.ts";
import { FactField } from "./FactField.tsx";
import { factsOf } from "./facts.ts";

export function Facts({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  return (
    <div className="facts">
      {factsOf(element).map((fact) => (
        <div key={fact.id} className={fact.value?.missing ? "fact absent" : "fact"}>
          <span className="fact-name">{worded(words, "field", fact.id)}</span>
          <FactField
            fact={fact}
            isReadOnly={isReadOnly}
            onPatch={(patch) => void desk.edit({ type: "set", element: element.id, patch })}
          />
        </div>
      ))}
    </div>
  );
}
