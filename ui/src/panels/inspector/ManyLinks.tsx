/*
 * Several links: how many of what, which they are, and what all of them say. Everything is set for all of them as one step;
 * a press on one goes on with that one alone.
 */
import type { Link } from "../../api/bindings.ts";
import { Icon, IconButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { titleOf } from "../words.ts";
import { CardKeyButton } from "./CardKey.tsx";
import { LinkEditor } from "./LinkEditor.tsx";

/** Links that are named; the rest is counted. */
const NAMED = 12;

export function ManyLinks({ links }: { links: readonly Link[] }) {
  const words = useWords();
  const desk = useDesk();
  const elements = useStore((state) => state.portfolio.elements);
  const kinds = [...new Set(links.map(({ kind }) => kind))];
  const title = (id: string) => {
    const end = elements.get(id);
    return end === undefined ? "" : titleOf(words, end);
  };
  return (
    <section className="insp-sec insp-head" aria-label={words.say("links.head")} data-testid="many-links">
      <div className="row">
        <h1>{words.say("links.selected", { count: links.length })}</h1>
        <span className="gap" />
        <CardKeyButton />
        <IconButton
          icon="close"
          size="small"
          label={words.say("common.close")}
          onPress={() => desk.selection.clear()}
        />
      </div>
      {kinds.length < 2 ? null : <p className="c3 t12">{words.say("links.kindsDiffer")}</p>}
      <ul className="many-kinds many-links">
        {links.slice(0, NAMED).map((link) => (
          <li key={link.id} className="row many-link">
            <Icon name="link" />
            <button type="button" className="link-title" onClick={() => desk.selection.set([link.id])}>
              {words.say("links.named", {
                from: title(link.from),
                way: words.say(`link.${link.kind}`),
                to: title(link.to),
              })}
            </button>
          </li>
        ))}
        {links.length > NAMED ? (
          <li className="c3 t12">{words.say("links.more", { count: links.length - NAMED })}</li>
        ) : null}
      </ul>
      <LinkEditor key={links.map(({ id }) => id).join()} links={links} />
    </section>
  );
}
