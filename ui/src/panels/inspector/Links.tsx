/* The links of an element: what it serves, what serves it, and the rest. Each row opens to what the link says. */
import { useRef, useState } from "react";
import type { Element, Link } from "../../api/bindings.ts";
import { Icon, IconButton, LinkButton, levelClass, Menu } from "../../kit/index.ts";
import { type Way, waysOf } from "../../model/kinds.ts";
import { around } from "../../model/live.ts";
import { linksOf } from "../../model/portfolio.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { LinkFinder } from "../LinkFinder.tsx";
import { linkSays, titleOf, wayWords } from "../words.ts";
import { CardKeyButton } from "./CardKey.tsx";
import { LinkEditor } from "./LinkEditor.tsx";
import { LinkPicker } from "./LinkPicker.tsx";

export function Links({ element }: { element: Element }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const up = useStore((state) => linksOf(around(state.portfolio, element).linksFrom, element.id));
  const down = useStore((state) => linksOf(around(state.portfolio, element).linksTo, element.id));
  const serves = up.filter((link) => link.kind === "contribution");
  const served = down.filter((link) => link.kind === "contribution");
  const ways = waysOf(element.kind);
  const may = (outgoing: boolean) =>
    ways.some((way) => way.kind === "contribution" && way.outgoing === outgoing);
  return (
    <>
      {may(true) || serves.length > 0 ? (
        <section className="insp-sec" aria-label={words.say("links.up")}>
          <h2>
            {words.say("links.up")}
            {isReadOnly ? null : (
              <LinkPicker element={element} way={UP} label={words.say("links.addUp")} data-testid="link-up" />
            )}
          </h2>
          <Rows links={serves} from={element.id} />
        </section>
      ) : null}
      {may(false) || served.length > 0 ? (
        <section className="insp-sec" aria-label={words.say("links.down")}>
          <h2>
            {words.say("links.down")}
            {isReadOnly ? null : (
              <LinkPicker
                element={element}
                way={DOWN}
                label={words.say("links.addDown")}
                data-testid="link-down"
              />
            )}
          </h2>
          <Rows links={served} from={element.id} />
        </section>
      ) : null}
      <OtherLinks
        element={element}
        links={[...up, ...down].filter((link) => !hasItsPlace(link, element.id))}
      />
    </>
  );
}

const UP: Way = { kind: "contribution", outgoing: true };
const DOWN: Way = { kind: "contribution", outgoing: false };

/** Contributions, reasons and measures are shown in sections of their own. */
function hasItsPlace(link: Link, element: string): boolean {
  if (link.kind === "contribution") return true;
  return (
    (link.kind === "because" && link.from === element) || (link.kind === "measures" && link.to === element)
  );
}

/** The rest, each said as it is read from here, and a menu of what may be drawn. */
function OtherLinks({ element, links }: { element: Element; links: readonly Link[] }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const anchor = useRef<HTMLSpanElement>(null);
  const [ways, setWays] = useState<readonly [Way] | null>(null);
  const [drawn, setDrawn] = useState<string | null>(null);
  const others = waysOf(element.kind).filter(
    ({ kind, outgoing }) =>
      kind !== "contribution" && !(kind === "because" && outgoing) && !(kind === "measures" && !outgoing),
  );
  const label = words.say("links.addOther");
  if (isReadOnly && links.length === 0) return null;
  return (
    <section className="insp-sec" aria-label={words.say("links.other")}>
      <h2>
        {words.say("links.other")}
        {isReadOnly ? null : (
          <span ref={anchor} className="picker">
            <Menu
              label={label}
              groups={[
                {
                  id: "ways",
                  entries: others.map((it) => ({
                    id: `${it.kind}-${it.outgoing ? "out" : "in"}`,
                    text: capital(words.say("links.way", { way: wayWords(words, it) })),
                    run: () => setWays([it]),
                  })),
                },
              ]}
            >
              <IconButton icon="plus" size="small" label={label} data-testid="link-other" />
            </Menu>
            <LinkFinder
              element={element}
              ways={ways}
              label={ways === null ? label : wayWords(words, ways[0])}
              anchor={anchor}
              onClose={() => setWays(null)}
              onLinked={setDrawn}
            />
          </span>
        )}
      </h2>
      <Rows links={links} from={element.id} open={drawn} />
    </section>
  );
}

interface RowsProps {
  links: readonly Link[];
  /** The element they are read from. */
  from: string;
  /** A link just drawn, shown with what it says. */
  open?: string | null;
}

export function Rows({ links, from, open = null }: RowsProps) {
  const words = useWords();
  if (links.length === 0) return <p className="c3">{words.say("links.none")}</p>;
  return (
    <ul className="links">
      {links.map((link) => (
        <Row key={link.id} link={link} from={from} isNew={link.id === open} />
      ))}
    </ul>
  );
}

function Row({ link, from, isNew }: { link: Link; from: string; isNew: boolean }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const [toggled, setToggled] = useState<boolean | null>(null);
  const open = toggled ?? isNew;
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
            onPress={() => setToggled(!open)}
          />
        </div>
        <p className="t12 c3 link-says">
          {linkSays(words, link, link.from === from)}
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
        {open ? <LinkEditor links={[link]} /> : <Mechanism link={link} />}
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
        <CardKeyButton />
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
      <LinkEditor key={link.id} links={[link]} autoFocus={isNew} />
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
