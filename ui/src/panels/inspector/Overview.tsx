/* With nothing selected: the portfolio itself, its name, what it holds from why to ground, and its money. */
import { InPlace, KindGlyph, levelClass } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { total } from "../../model/money.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { useAsk } from "../useAsk.ts";
import { ArchivedList } from "./Archived.tsx";
import { CardKey } from "./CardKey.tsx";

export function Overview() {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const title = useStore((state) => state.portfolio.settings.title);
  const elements = useStore((state) => live(state.portfolio).elements);
  const findings = useStore((state) => state.findings);
  const all = [...elements.values()];
  const work = all.filter((element) => element.kind === "initiative");
  const money = total(work.flatMap((element) => known(element.budget) ?? []));
  const untold = work.filter((element) => known(element.budget) === null).length;
  const open = findings.filter((finding) => finding.result === "violated").length;
  const most = Math.max(1, ...KINDS.map((kind) => all.filter((element) => element.kind === kind).length));

  return (
    <>
      <header className="insp-sec insp-head">
        <div className="row c3 t12">{words.say("overview.head")}</div>
        <h1>
          <InPlace
            label={words.say("top.rename")}
            value={title}
            placeholder={ask("inspector.titleAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) => {
              if (text.trim() !== "") void desk.edit({ type: "set_title", title: text.trim() });
            }}
            data-testid="portfolio-title"
          />
        </h1>
        <p className="c2">{words.say("overview.findings", { count: open })}</p>
      </header>
      <section className="insp-sec" aria-label={words.say("overview.line")}>
        <h2>{words.say("overview.line")}</h2>
        <ul className="census">
          {KINDS.map((kind) => ({ kind, count: all.filter((element) => element.kind === kind).length }))
            .filter(({ kind, count }) => count > 0 || levelClass(kind) !== "lv0")
            .map(({ kind, count }) => (
              <li key={kind} className={levelClass(kind)}>
                <KindGlyph kind={kind} hued />
                <span>{words.say(`kind.${kind}`)}</span>
                <span className="census-bar">
                  <i style={{ width: `${(count / most) * 100}%` }} />
                </span>
                <b>{words.number(count)}</b>
              </li>
            ))}
        </ul>
      </section>
      {all.length === 0 ? null : <CardKey />}
      {work.length === 0 ? null : (
        <section className="insp-sec" aria-label={words.say("overview.budget")}>
          <h2>{words.say("overview.budget")}</h2>
          {money.map((sum) => (
            <p key={sum.currency} className="t15 strong">
              {words.money(sum)}
            </p>
          ))}
          {untold === 0 ? null : <p className="c3">{words.say("overview.untold", { count: untold })}</p>}
        </section>
      )}
      <ArchivedList />
    </>
  );
}
