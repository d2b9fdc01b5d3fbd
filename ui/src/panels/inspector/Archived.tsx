/* What was put away: said in the head of such an element, and listed where nothing is selected. */
import { useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Button, Icon, KindGlyph, LinkButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { titleOf } from "../words.ts";

/** Why nothing can be changed here, and the way back. */
export function ArchivedNote({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useStore((state) => state.readOnly !== null);
  const { archived } = element;
  if (archived === null) return null;
  return (
    <section className="insp-sec archived-note" aria-label={words.say("archived.label")}>
      <p>
        <b className="strong">{words.say("archived.on", { date: words.date(archived.on) })}</b>{" "}
        {archived.reason === "" ? words.say("archived.noReason") : archived.reason}
      </p>
      <p className="c2">{words.say("archived.says")}</p>
      {isReadOnly ? null : (
        <Button
          size="small"
          onPress={() => void desk.edit({ type: "restore", elements: [element.id] })}
          data-testid="restore"
        >
          {words.say("archived.restore")}
        </Button>
      )}
    </section>
  );
}

/** Rows that are shown before it is asked for more. */
const PAGE = 50;

/** All that was put away, the latest first. */
export function ArchivedList() {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useStore((state) => state.readOnly !== null);
  const elements = useStore((state) => state.portfolio.elements);
  const [shown, setShown] = useState(PAGE);
  const away = [...elements.values()]
    .filter((it) => it.archived !== null)
    .sort((a, b) => (b.archived?.on ?? "").localeCompare(a.archived?.on ?? ""));
  if (away.length === 0) return null;
  return (
    <section className="insp-sec" aria-label={words.say("archived.label")}>
      <details className="fold">
        <summary className="strong" data-testid="archived-list">
          <Icon name="right" />
          {words.say("archived.list", { count: away.length })}
        </summary>
        <ul className="archived-list">
          {away.slice(0, shown).map((it) => (
            <li key={it.id}>
              <KindGlyph kind={it.kind} hued />
              <div>
                <button type="button" className="link-title" onClick={() => desk.selection.set([it.id])}>
                  {titleOf(words, it)}
                </button>
                <p className="t12 c3">
                  {words.date(it.archived?.on ?? "")} · {it.archived?.reason}
                </p>
              </div>
              {isReadOnly ? null : (
                <LinkButton onPress={() => void desk.edit({ type: "restore", elements: [it.id] })}>
                  {words.say("archived.restore")}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
        {away.length > shown ? (
          <Button look="quiet" size="small" onPress={() => setShown(shown + PAGE)}>
            {words.say("archived.more")}
          </Button>
        ) : null}
      </details>
    </section>
  );
}
