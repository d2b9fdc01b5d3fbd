/*
 * Several elements: how many of what, their money, every field that they share, and what can be done with all of
 * them at once. Each thing done is one step.
 */
import { useMemo } from "react";
import type { Edit, Element } from "../../api/bindings.ts";
import { IconButton, KindGlyph } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { known } from "../../model/maybe.ts";
import { total } from "../../model/money.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { worded } from "../words.ts";
import { CardKeyButton } from "./CardKey.tsx";
import { commonFacts, commonTags, setAll } from "./common.ts";
import { FactField } from "./FactField.tsx";
import { ManyActs } from "./ManyActs.tsx";
import { Tags } from "./Tags.tsx";

export function Many({ elements }: { elements: readonly Element[] }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  // What was put away can only be restored.
  const open = useMemo(() => elements.filter(({ archived }) => archived === null), [elements]);
  const facts = useMemo(() => commonFacts(open), [open]);
  const tags = useMemo(() => commonTags(open, words.compare), [open, words]);
  const work = elements.filter((element) => element.kind === "initiative");
  const money = total(work.flatMap((element) => known(element.budget) ?? []));
  const isOneKind = open.every(({ kind }) => kind === open[0]?.kind);
  function edit(edits: readonly Edit[]): void {
    if (edits.length > 0) void desk.edit(...edits);
  }

  return (
    <>
      <header className="insp-sec insp-head">
        <div className="row">
          <h1>{words.say("inspector.selected", { count: elements.length })}</h1>
          <span className="gap" />
          <CardKeyButton />
          <IconButton
            icon="close"
            size="small"
            label={words.say("common.close")}
            onPress={() => desk.selection.clear()}
          />
        </div>
        <ul className="many-kinds">
          {KINDS.map((kind) => ({ kind, count: elements.filter((element) => element.kind === kind).length }))
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <li key={kind} className="row c2">
                <KindGlyph kind={kind} hued />
                {words.say(`kinds.${kind}`, { count })}
              </li>
            ))}
        </ul>
        {money.length === 0 ? null : (
          <p className="c2 many-money">
            {words.say("field.budget")} <b className="strong">{words.monies(money)}</b>
          </p>
        )}
      </header>
      {open.length === 0 ? null : (
        <section className="insp-sec" aria-label={words.say("many.fields")}>
          <h2>{words.say(isOneKind ? "many.allFields" : "many.fields")}</h2>
          <div className="facts">
            {facts.map(({ fact, various }) => (
              <div key={fact.id} className={fact.value?.missing ? "fact absent" : "fact"}>
                <span className="fact-name">{worded(words, "field", fact.id)}</span>
                <FactField
                  fact={fact}
                  various={various}
                  isReadOnly={isReadOnly}
                  onPatch={(patch) => edit(setAll(open, () => patch))}
                />
              </div>
            ))}
            <div className="fact">
              <span className="fact-name">{words.say("field.tags")}</span>
              <Tags
                tags={tags.all}
                some={tags.some}
                onAdd={(tag) =>
                  edit(
                    setAll(open, (element) =>
                      element.tags.includes(tag) ? null : { field: "tags", value: [...element.tags, tag] },
                    ),
                  )
                }
                onRemove={(tag) =>
                  edit(
                    setAll(open, (element) =>
                      element.tags.includes(tag)
                        ? { field: "tags", value: element.tags.filter((it) => it !== tag) }
                        : null,
                    ),
                  )
                }
              />
            </div>
          </div>
          {tags.some.length === 0 ? null : <p className="c3 t12">{words.say("many.someTags")}</p>}
        </section>
      )}
      {isReadOnly ? null : <ManyActs elements={elements} open={open} />}
    </>
  );
}
