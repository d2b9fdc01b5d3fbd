/* The head of the inspector: kind, what can be done with the whole, title edited in place, the two bars. */
import type { Element } from "../../api/bindings.ts";
import { IconButton, InPlace, KindGlyph } from "../../kit/index.ts";
import { stepOf } from "../../model/kinds.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { TwoBars } from "../TwoBars.tsx";
import { useAsk } from "../useAsk.ts";
import { gapWords, kindWord, ownerWords, worded } from "../words.ts";
import { CardKeyButton } from "./CardKey.tsx";
import { ElementMenu } from "./ElementMenu.tsx";

export function Head({ element }: { element: Element }) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const onMap = stepOf(element.kind) !== null;
  const form =
    element.kind === "initiative" && element.form?.known
      ? ` · ${worded(words, "form", element.form.known)}`
      : "";
  return (
    <header className="insp-sec insp-head">
      <div className="row c3 t12">
        <KindGlyph kind={element.kind} hued />
        <span>
          {kindWord(words, element.kind)}
          {form}
        </span>
        <span className="gap" />
        {onMap ? (
          <IconButton
            icon="target"
            size="small"
            label={words.say("inspector.showOnMap")}
            onPress={() => desk.showOnMap([element.id])}
          />
        ) : null}
        {onMap ? <CardKeyButton /> : null}
        <ElementMenu element={element} />
        <IconButton
          icon="close"
          size="small"
          label={words.say("common.close")}
          onPress={() => desk.selection.clear()}
        />
      </div>
      <h1>
        <InPlace
          label={words.say("inspector.title")}
          value={element.title}
          placeholder={ask("inspector.titleAsk")}
          isReadOnly={isReadOnly}
          onCommit={(value) => {
            if (value.trim() !== "")
              void desk.edit({ type: "set", element: element.id, patch: { field: "title", value } });
          }}
          data-testid="inspector-title"
        />
      </h1>
      <Summary element={element} />
      <div className="insp-text c2">
        <InPlace
          label={words.say("inspector.description")}
          value={element.description}
          placeholder={ask("inspector.descriptionAsk")}
          multiline
          isReadOnly={isReadOnly}
          onCommit={(value) =>
            void desk.edit({ type: "set", element: element.id, patch: { field: "description", value } })
          }
        />
      </div>
      {onMap ? <TwoBars element={element} /> : null}
    </header>
  );
}

/** Owner, money and state in one line, as far as they are known or missing for a reason. */
function Summary({ element }: { element: Element }) {
  const words = useWords();
  const owner = ownerWords(words, element.owner);
  const parts = [owner.text];
  if (element.kind === "initiative") {
    const money = known(element.budget);
    const end = known(element.end);
    const state = known(element.state);
    if (money !== null) parts.push(words.money(money));
    else if (element.budget?.missing) {
      parts.push(`${words.say("field.budget")} ${gapWords(words, element.budget.missing)}`);
    }
    if (state !== null) parts.push(words.say(`state.${state}`));
    if (end !== null) parts.push(words.date(end));
  }
  return <p className="insp-sum c2">{parts.join(" · ")}</p>;
}
