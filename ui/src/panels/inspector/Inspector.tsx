/*
 * The inspector: everything that is known about the selection, each thing edited where it stands. One element, one
 * link, or what several of them have in common.
 */
import "./inspector.css";
import type { Element } from "../../api/bindings.ts";
import { stepOf } from "../../model/kinds.ts";
import { lineOf } from "../../model/line.ts";
import { useWords } from "../../words/index.ts";
import { Frozen, useSelected, useStore } from "../desk.tsx";
import { ArchivedNote } from "./Archived.tsx";
import { Facts } from "./Facts.tsx";
import { Head } from "./Head.tsx";
import { Keys } from "./Keys.tsx";
import { Links, LinkView } from "./Links.tsx";
import { Many } from "./Many.tsx";
import { ManyLinks } from "./ManyLinks.tsx";
import { Measures } from "./Measures.tsx";
import { Overview } from "./Overview.tsx";
import { OwnReadings } from "./OwnReadings.tsx";
import { Reports } from "./Reports.tsx";
import { Trouble } from "./Trouble.tsx";
import { WhyCard } from "./WhyCard.tsx";

interface InspectorProps {
  /** A link just drawn, whose mechanism wants to be typed. */
  newLink: string | null;
  /** How one selects in what it stands beside; said while nothing is selected. */
  hint?: string;
}

export function Inspector({ newLink, hint }: InspectorProps) {
  const words = useWords();
  const selected = useSelected();
  const elements = useStore((state) => state.portfolio.elements);
  const links = useStore((state) => state.portfolio.links);
  const chosen = selected.flatMap((id) => elements.get(id) ?? []);
  const first = chosen[0];
  const joined = selected.flatMap((id) => links.get(id) ?? []);
  const [link] = chosen.length === 0 && joined.length === 1 ? joined : [];
  return (
    <aside
      className={joined.length > 0 && !first ? "insp of-link scroll" : "insp scroll"}
      aria-label={words.say("inspector.label")}
      data-testid="inspector"
    >
      {chosen.length > 1 ? <Many elements={chosen} /> : null}
      {chosen.length === 1 && first ? <One key={first.id} element={first} /> : null}
      {link ? <LinkView key={link.id} link={link} isNew={link.id === newLink} /> : null}
      {joined.length > 0 && link === undefined ? <ManyLinks links={joined} /> : null}
      {first || joined.length > 0 ? null : <Overview />}
      {first || joined.length > 0 || hint === undefined ? null : (
        <p className="insp-sec c3 t12" data-testid="inspector-hint">
          {hint}
        </p>
      )}
    </aside>
  );
}

function One({ element }: { element: Element }) {
  const words = useWords();
  return (
    <Frozen value={element.archived !== null}>
      <Head element={element} />
      <ArchivedNote element={element} />
      <Reports element={element} />
      <WhyCard element={element} />
      <section className="insp-sec" aria-label={words.say("common.details")}>
        <h2>{words.say("common.details")}</h2>
        <Facts element={element} />
      </section>
      {element.kind === "indicator" ? <OwnReadings indicator={element} /> : null}
      <Measures element={element} />
      {stepOf(element.kind) === null || element.archived !== null ? null : <Line element={element} />}
      <Trouble element={element} />
      <Links element={element} />
      <Keys element={element} />
    </Frozen>
  );
}

/** Whether the line holds from a driver to the ground, in one sentence. */
function Line({ element }: { element: Element }) {
  const words = useWords();
  const portfolio = useStore((state) => state.portfolio);
  const { up, down } = lineOf(portfolio, element.id);
  const drivers = up.filter((it) => it.kind === "driver").length;
  const work = down.filter((it) => it.kind === "initiative").length;
  const step = stepOf(element.kind) ?? 0;
  const parts = [
    ...(element.kind === "driver"
      ? []
      : [drivers > 0 ? words.say("line.reaches", { count: drivers }) : words.say("line.noDriver")]),
    ...(step < 6 ? [words.say("line.carriedBy", { count: work })] : []),
  ];
  if (parts.length === 0) return null;
  const sentence = parts.join(", ");
  return (
    <section className="insp-sec insp-line" aria-label={words.say("line.head")}>
      <p className={drivers > 0 || element.kind === "driver" ? "thread" : "c2"}>
        <i /> {sentence.charAt(0).toUpperCase() + sentence.slice(1)}
      </p>
    </section>
  );
}
