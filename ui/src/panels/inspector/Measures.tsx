/*
 * The indicators that measure an element: where each stands between baseline and target, its way so far, and this
 * period's value typed in one line. More is done in the view of the indicators, where choosing one leads.
 */
import type { Element, Reading } from "../../api/bindings.ts";
import { IconButton, KindGlyph } from "../../kit/index.ts";
import { joins } from "../../model/kinds.ts";
import { around } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { linksOf } from "../../model/portfolio.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { takeAway } from "../removal.ts";
import { Spark } from "../Spark.tsx";
import { latest } from "../series.ts";
import { titleOf } from "../words.ts";
import { LinkPicker } from "./LinkPicker.tsx";
import { NewReading } from "./NewReading.tsx";

export type Indicator = Extract<Element, { kind: "indicator" }>;
const NONE: readonly Reading[] = [];
/** Values that the small line shows. */
const SHOWN = 12;

export function Measures({ element }: { element: Element }) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const elements = useStore((state) => around(state.portfolio, element).elements);
  const links = useStore((state) => linksOf(around(state.portfolio, element).linksTo, element.id));
  if (!joins("measures", "indicator", element.kind)) return null;
  const measures = links.filter((link) => link.kind === "measures");
  const linked = new Set(measures.map((link) => link.from));
  const proof = element.why.proof !== null && !linked.has(element.why.proof) ? [element.why.proof] : [];
  const rows = [
    ...measures.map(({ id, from }) => ({ link: id, indicator: elements.get(from) })),
    ...proof.map((id) => ({ link: null, indicator: elements.get(id) })),
  ].flatMap(({ link, indicator }) => (indicator?.kind === "indicator" ? [{ link, indicator }] : []));
  return (
    <section className="insp-sec" aria-label={words.say("measured.head")}>
      <h2>
        {words.say("measured.head")}
        {isReadOnly ? null : (
          <LinkPicker
            element={element}
            way={{ kind: "measures", outgoing: false }}
            label={words.say("measured.add")}
            data-testid="link-measure"
          />
        )}
      </h2>
      {rows.length === 0 ? <p className="c3">{words.say("measured.none")}</p> : null}
      <ul className="measures">
        {rows.map(({ link, indicator }) => (
          <Row key={indicator.id} indicator={indicator} link={link} />
        ))}
      </ul>
    </section>
  );
}

function Row({ indicator, link }: { indicator: Indicator; link: string | null }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const readings = useStore((state) => state.portfolio.readingsOf.get(indicator.id) ?? NONE);
  const actual = latest(readings.filter((it) => it.nature === "actual"));
  const last = actual.at(-1);
  const title = titleOf(words, indicator);
  return (
    <li>
      <div className="row">
        <KindGlyph kind="indicator" />
        <button type="button" className="link-title" onClick={() => desk.selection.set([indicator.id])}>
          {title}
        </button>
        <span className="gap" />
        {isReadOnly || link === null ? null : (
          <IconButton
            icon="close"
            size="small"
            label={words.say("measured.remove", { title })}
            onPress={() => void takeAway(desk, words, [link])}
          />
        )}
      </div>
      <div className="measure-now">
        <b className="strong">
          {last === undefined ? words.say("indicator.neverRead") : withUnit(words, indicator, last.value)}
        </b>
        <Spark values={actual.slice(-SHOWN).map((it) => it.value)} />
        <span className="c3 t12">{wayTo(words, indicator)}</span>
      </div>
      {link === null ? <p className="c3 t12">{words.say("measured.proof")}</p> : null}
      {isReadOnly ? null : <NewReading indicator={indicator} readings={readings} />}
    </li>
  );
}

/** “41.5 days”. */
export function withUnit(words: Words, indicator: Indicator, value: number): string {
  const unit = known(indicator.unit) ?? "";
  return unit === "" ? words.number(value, 4) : `${words.number(value, 4)}\u00a0${unit}`;
}

/** “from 12 to 4 by 31 Dec 2026”, as far as it is known. */
function wayTo(words: Words, indicator: Indicator): string {
  const from = known(indicator.baseline);
  const to = known(indicator.target);
  if (from === null && to === null) return words.say("measured.noTarget");
  const by = known(indicator.target_on);
  const way = `${from === null ? "?" : words.number(from, 4)} → ${to === null ? "?" : words.number(to, 4)}`;
  return by === null ? way : `${way} · ${words.date(by)}`;
}
