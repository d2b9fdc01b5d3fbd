/* Several elements: how many of what, their money, and the fields that can be set for all at once. */
import type { Edit, Element } from "../../api/bindings.ts";
import { Button, IconButton, InPlace, KindGlyph, Select } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { known } from "../../model/maybe.ts";
import { total } from "../../model/money.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";

const STATES = ["idea", "planned", "active", "paused", "delivered", "stopped"] as const;

export function Many({ elements }: { elements: readonly Element[] }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const owner = shared(elements.map((element) => known(element.owner)));
  const work = elements.filter((element) => element.kind === "initiative");
  const state = work.length === elements.length ? shared(work.map((element) => known(element.state))) : null;
  const money = total(work.flatMap((element) => known(element.budget) ?? []));
  const setAll = (edit: (element: Element) => Edit) => void desk.edit(...elements.map(edit));

  return (
    <>
      <header className="insp-sec insp-head">
        <div className="row">
          <h1>{words.say("inspector.selected", { count: elements.length })}</h1>
          <span className="gap" />
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
      </header>
      <section className="insp-sec">
        <div className="facts">
          <div className="fact">
            <span className="fact-name">{words.say("field.owner")}</span>
            <InPlace
              label={words.say("field.owner")}
              value={owner.value ?? ""}
              placeholder={words.say(owner.same ? "inspector.notGiven" : "inspector.various")}
              isReadOnly={isReadOnly}
              onCommit={(text) => {
                const value = text.trim() === "" ? null : { known: text.trim() };
                setAll(({ id }) => ({ type: "set", element: id, patch: { field: "owner", value } }));
              }}
            />
          </div>
          {state === null ? null : (
            <div className="fact">
              <span className="fact-name">{words.say("field.state")}</span>
              <Select
                plain
                label={words.say("field.state")}
                value={state.value}
                placeholder={words.say(state.same ? "inspector.notGiven" : "inspector.various")}
                isDisabled={isReadOnly}
                options={STATES.map((id) => ({ id, text: words.say(`state.${id}`) }))}
                onChange={(known) =>
                  setAll(({ id }) => ({
                    type: "set",
                    element: id,
                    patch: { field: "state", value: { known } },
                  }))
                }
              />
            </div>
          )}
          {money.length === 0 ? null : (
            <div className="fact">
              <span className="fact-name">{words.say("field.budget")}</span>
              <span className="fact-value">{words.monies(money)}</span>
            </div>
          )}
        </div>
      </section>
      {isReadOnly ? null : (
        <section className="insp-sec">
          <Button
            look="danger"
            onPress={() =>
              void desk.edit({ type: "remove", elements: elements.map((element) => element.id) })
            }
          >
            {words.say("inspector.removeMany", { count: elements.length })}
          </Button>
        </section>
      )}
    </>
  );
}

/** The value that all have; `same` is false when they differ. */
function shared<T>(values: readonly (T | null)[]): { value: T | null; same: boolean } {
  const first = values[0] ?? null;
  return values.every((value) => value === first)
    ? { value: first, same: true }
    : { value: null, same: false };
}
