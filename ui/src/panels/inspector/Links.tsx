/* The links of an element: what it serves, what serves it, and the rest. Each row opens to what the link says. */
import { useState } from "react";
import type { Element, Link } from "../../api/bindings.ts";
import { Icon, IconButton, LinkButton, levelClass } from "../../kit/index.ts";
import { naturalLink } from "../../model/kinds.ts";
import { linksOf } from "../../model/portfolio.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { linkSays, titleOf } from "../words.ts";
import { LinkEditor } from "./LinkEditor.tsx";
import { LinkPicker } from "./LinkPicker.tsx";

export function Links({ element }: { element: Element }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const up = useStore((state) => linksOf(state.portfolio.linksFrom, element.id));
  const down = useStore((state) => linksOf(state.portfolio.linksTo, element.id));
  const serves = up.filter((link) => link.kind === "contribution");
  const served = down.filter((link) => link.kind === "contribution");
  const others = [...up, ...down].filter((link) => link.kind !== "contribution");
  const goesUp = naturalLink(element.kind, "driver") !== null || element.kind === "indicator";
  const takesMore = naturalLink("team", element.kind) !== null;

  return (
    <>
      {goesUp || serves.length > 0 ? (
        <section className="insp-sec" aria-label={words.say("links.up")}>
          <h2>
            {words.say("links.up")}
            {isReadOnly ? null : <LinkPicker element={element} upwards />}
          </h2>
          <Rows links={serves} from={element.id} />
        </section>
      ) : null}
      {takesMore || served.length > 0 ? (
        <section className="insp-sec" aria-label={words.say("links.down")}>
          <h2>
            {words.say("links.down")}
            {isReadOnly ? null : <LinkPicker element={element} upwards={false} />}
          </h2>
          <Rows links={served} from={element.id} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section className="insp-sec" aria-label={words.say("links.other")}>
          <h2>{words.say("links.other")}</h2>
          <Rows links={others} from={element.id} />
        </section>
      ) : null}
    </>
  );
}

function Rows({ links, from }: { links: readonly Link[]; from: string }) {
  const words = useWords();
  if (links.length === 0) return <p className="c3">{words.say("links.none")}</p>;
  return (
    <ul className="links">
      {links.map((link) => (
        <Row key={link.id} link={link} from={from} />
      ))}
    </ul>
  );
}

function Row({ link, from }: { link: Link; from: string }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const other = useStore((state) => state.portfolio.elements.get(link.from === from ? link.to : link.from));
  if (!other) return null;
  const title = titleOf(words, other);
  return (
    <li className={`link-row ${levelClass(other.kind)}`}>
      <i className="edge" />
      <div className="link-body">
        <div className="row">
          <button type="button" className="link-title" onClick={() => desk.selection.reveal([other.id])}>
            {title}
          </button>
          <span className="gap" />
          <IconButton
            icon={open ? "down" : "right"}
            size="small"
            label={words.say("links.open", { title })}
            onPress={() => setOpen(!open)}
          />
        </div>
        <p className="t12 c3 link-says">
          {linkSays(words, link)}
          {isReadOnly || link.kind !== "contribution" || link.state !== "proposed" ? null : (
            <LinkButton
              onPress={() =>
                void desk.edit({
                  type: "set_link",
                  link: link.id,
                  patch: { field: "state", value: "accepted" },
                })
              }
              data-testid={`accept-${link.id}`}
            >
              {words.say("links.accept")}
            </LinkButton>
          )}
        </p>
        {open ? <LinkEditor link={link} /> : <Mechanism link={link} />}
      </div>
    </li>
  );
}

function Mechanism({ link }: { link: Link }) {
  if (link.kind !== "contribution" || link.mechanism === "") return null;
  return <p className="c2">{link.mechanism}</p>;
}

/** A link by itself: both ends, then what it says. */
export function LinkView({ link, isNew }: { link: Link; isNew: boolean }) {
  const words = useWords();
  const desk = useDesk();
  const from = useStore((state) => state.portfolio.elements.get(link.from));
  const to = useStore((state) => state.portfolio.elements.get(link.to));
  return (
    <section className="insp-sec insp-head" aria-label={words.say("link.head")}>
      <div className="row c3 t12">
        <Icon name="link" />
        <span>{words.say("link.head")}</span>
        <span className="gap" />
        <IconButton
          icon="close"
          size="small"
          label={words.say("common.close")}
          onPress={() => desk.selection.clear()}
        />
      </div>
      <ul className="links ends">
        {[from, to].map((end, index) =>
          end ? (
            <li key={end.id} className={`link-row ${levelClass(end.kind)}`}>
              <i className="edge" />
              <div className="link-body">
                <button type="button" className="link-title" onClick={() => desk.selection.reveal([end.id])}>
                  {titleOf(words, end)}
                </button>
                {index === 0 ? <p className="t12 c3">{words.say(`link.${link.kind}`)}</p> : null}
              </div>
            </li>
          ) : null,
        )}
      </ul>
      <p className="t12 c3 link-state">{linkSays(words, link)}</p>
      <LinkEditor key={link.id} link={link} autoFocus={isNew} />
    </section>
  );
}
