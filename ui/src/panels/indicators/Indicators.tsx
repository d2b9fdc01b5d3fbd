/*
 * Indicators: what is measured, how it stands, and its readings by period. The list at the left says which are due;
 * the selection is the shared one, so that an indicator chosen anywhere is the one that is open here.
 */
import "./indicators.css";
import { useMemo, useState } from "react";
import type { Element, Reading } from "../../api/bindings.ts";
import { Button, Icon, InPlace, KindGlyph } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import type { Way } from "../../model/kinds.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, usePasses, useReadOnly, useSelected, useStore } from "../desk.tsx";
import { Facts } from "../inspector/Facts.tsx";
import { LinkPicker } from "../inspector/LinkPicker.tsx";
import { NothingPasses } from "../NothingPasses.tsx";
import { Spark } from "../Spark.tsx";
import { latest } from "../series.ts";
import { worded } from "../words.ts";
import { Chart } from "./Chart.tsx";
import { CheckIn } from "./CheckIn.tsx";
import { Readings } from "./Readings.tsx";

type Indicator = Extract<Element, { kind: "indicator" }>;
const NONE: readonly Reading[] = [];

export function Indicators() {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const portfolio = useStore((state) => live(state.portfolio));
  const asOf = useStore((state) => state.asOf);
  const selected = useSelected();
  const passes = usePasses();
  const every = useMemo(() => indicatorsOf(portfolio, words.compare), [portfolio, words]);
  const chosen = every.find((it) => selected.includes(it.id));
  // What is open stays, also where the filter would keep it back.
  const all = every.filter((it) => it === chosen || passes(it));
  const open = chosen ?? all[0];
  /** Its title is asked for as soon as it is open. */
  const [added, setAdded] = useState<string | null>(null);

  async function add(): Promise<void> {
    const id = newId();
    const title = words.say("map.newTitle", { kind: "indicator" });
    const changed = await desk.edit({ type: "add_element", id, kind: "indicator", title, spot: null });
    if (changed === null) return;
    setAdded(id);
    desk.selection.set([id]);
  }

  function rename(element: string, value: string): void {
    if (value !== "") void desk.edit({ type: "set", element, patch: { field: "title", value } });
  }

  if (open === undefined && every.length > 0) return <NothingPasses />;
  if (open === undefined) {
    return (
      <div className="empty indicators-none">
        <KindGlyph kind="indicator" />
        <h2>{words.say("indicator.none")}</h2>
        <p>{words.say("indicator.noneHint")}</p>
        {isReadOnly ? null : (
          <Button look="primary" size="tall" onPress={() => void add()} data-testid="indicator-add">
            {words.say("indicator.add")}
          </Button>
        )}
      </div>
    );
  }
  const readings = portfolio.readingsOf.get(open.id) ?? NONE;
  return (
    <div className="indicators">
      <nav className="indicators-list scroll" aria-label={words.say("nav.indicators")}>
        <div className="row indicators-head">
          <h1>{words.say("nav.indicators")}</h1>
          <span className="gap" />
          {isReadOnly ? null : (
            <Button look="quiet" size="small" onPress={() => void add()} data-testid="indicator-add">
              <Icon name="plus" />
              {words.say("indicator.add")}
            </Button>
          )}
        </div>
        {all.map((indicator) => (
          <Item
            key={indicator.id}
            indicator={indicator}
            readings={portfolio.readingsOf.get(indicator.id) ?? NONE}
            asOf={asOf}
            isOpen={indicator.id === open.id}
          />
        ))}
      </nav>
      <section className="indicator scroll" aria-label={open.title} key={open.id}>
        <h2>
          <InPlace
            label={words.say("indicator.title")}
            value={open.title}
            isReadOnly={isReadOnly}
            autoFocus={open.id === added}
            onCommit={(text) => rename(open.id, text.trim())}
            data-testid="indicator-title"
          />
        </h2>
        <Measured indicator={open} portfolio={portfolio} />
        <Chart indicator={open} readings={readings} />
        {isReadOnly ? null : <CheckIn indicator={open} readings={readings} />}
        <Readings indicator={open} readings={readings} />
        <h3>{words.say("common.details")}</h3>
        <Facts element={open} />
      </section>
    </div>
  );
}

/** From an indicator to what it measures. */
const MEASURES: Way = { kind: "measures", outgoing: true };

function indicatorsOf(portfolio: Portfolio, compare: (a: string, b: string) => number): Indicator[] {
  return [...portfolio.elements.values()]
    .filter((it) => it.kind === "indicator")
    .sort((a, b) => compare(a.title, b.title));
}

/** What it measures, each a way to go there. */
function Measured({ indicator, portfolio }: { indicator: Indicator; portfolio: Portfolio }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const measured = (portfolio.linksFrom.get(indicator.id) ?? [])
    .filter((link) => link.kind === "measures")
    .flatMap((link) => portfolio.elements.get(link.to) ?? []);
  const kind = known(indicator.indicator_kind);
  return (
    <div className="c2 indicator-of">
      {kind === null ? words.say("indicator.noKind") : worded(words, "indicatorKind", kind)}
      {" · "}
      {measured.length === 0 ? words.say("indicator.measuresNothing") : words.say("indicator.measures")}{" "}
      {measured.map((element) => (
        <Button key={element.id} look="quiet" size="small" onPress={() => desk.showOnMap([element.id])}>
          <KindGlyph kind={element.kind} hued />
          {element.title}
        </Button>
      ))}
      {isReadOnly ? null : (
        <LinkPicker
          element={indicator}
          way={MEASURES}
          label={words.say("indicator.link")}
          data-testid="indicator-link"
        />
      )}
    </div>
  );
}

interface ItemProps {
  indicator: Indicator;
  readings: readonly Reading[];
  asOf: string;
  isOpen: boolean;
}

function Item({ indicator, readings, asOf, isOpen }: ItemProps) {
  const words = useWords();
  const desk = useDesk();
  const actual = latest(readings.filter((it) => it.nature === "actual"));
  const last = actual.at(-1);
  const late = lateBy(last, known(indicator.every_days), asOf);
  const unit = known(indicator.unit) ?? "";
  return (
    <button
      type="button"
      className={isOpen ? "indicator-item on" : "indicator-item"}
      aria-current={isOpen ? "true" : undefined}
      onClick={() => desk.selection.set([indicator.id])}
    >
      <span className="cut strong">{indicator.title}</span>
      <Spark values={actual.slice(-12).map((it) => it.value)} />
      <span className={late > 0 ? "indicator-late t12" : "c3 t12"}>
        {last === undefined
          ? words.say("indicator.neverRead")
          : late > 0
            ? words.say("indicator.late", { days: late })
            : words.say("indicator.readOn", { date: words.date(last.period) })}
      </span>
      <span className="num">
        {last === undefined ? "–" : `${words.number(last.value, 4)}${unit === "" ? "" : `\u00a0${unit}`}`}
      </span>
    </button>
  );
}

/** Days since the next reading was due; 0 when it is not due or nobody said how often. */
function lateBy(last: Reading | undefined, every: number | null, asOf: string): number {
  if (last === undefined || every === null) return 0;
  const days = Math.floor((Date.parse(asOf) - Date.parse(last.period)) / 86_400_000);
  return Math.max(0, days - every);
}
