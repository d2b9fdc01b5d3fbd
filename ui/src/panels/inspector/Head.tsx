/* The head of the inspector: kind, title edited in place, the two bars, and what each side reported. */
import type { Element } from "../../api/bindings.ts";
import { IconButton, InPlace, KindGlyph, StatusShape } from "../../kit/index.ts";
import { stepOf } from "../../model/kinds.ts";
import { known } from "../../model/maybe.ts";
import { latestReport, type Standing } from "../../model/standing.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { TwoBars } from "../TwoBars.tsx";
import { gapWords, kindWord, ownerWords, worded } from "../words.ts";

export function Head({ element }: { element: Element }) {
  const words = useWords();
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
        {isReadOnly ? null : (
          <IconButton
            icon="remove"
            size="small"
            label={words.say("inspector.remove")}
            onPress={() => void desk.edit({ type: "remove", elements: [element.id] })}
            data-testid="inspector-remove"
          />
        )}
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
          placeholder={words.say("inspector.titleAsk")}
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
          placeholder={words.say("inspector.descriptionAsk")}
          multiline
          isReadOnly={isReadOnly}
          onCommit={(value) =>
            void desk.edit({ type: "set", element: element.id, patch: { field: "description", value } })
          }
        />
      </div>
      {onMap ? <TwoBars element={element} /> : null}
      <Report element={element} lens="it" />
      <Report element={element} lens="business" />
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

/** What one side said last, in its own words. */
function Report({ element, lens }: { element: Element; lens: "it" | "business" }) {
  const words = useWords();
  const report = useStore((state) => latestReport(state.portfolio, element.id, lens));
  if (report === null || report.said === "") return null;
  const standing: Standing = report.status === null ? "unknown" : SHAPES[report.status];
  const date = known(report.date);
  const when = date === null ? words.say("report.noDate") : words.date(date);
  return (
    <div className="report">
      <StatusShape standing={standing} />
      <p>
        <span className="c3">{words.say(`report.${lens}`)}</span>{" "}
        {words.say("report.said", { said: report.said })} <span className="c3">· {when}</span>
        {report.comment === "" ? null : <span className="report-comment">{report.comment}</span>}
      </p>
    </div>
  );
}

const SHAPES = { green: "ok", amber: "risk", red: "off" } as const;
