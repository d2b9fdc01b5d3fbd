/* The findings that somebody lives with, apart from the open ones: who, why, until when. Those run out come first. */
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Waiver } from "../../api/bindings.ts";
import { WHOLE } from "../../model/findings.ts";
import { live } from "../../model/live.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { useWords, type Words } from "../../words/index.ts";
import { lapsed, WithdrawButton, waiverWords } from "../Accept.tsx";
import { useDesk, useStore } from "../desk.tsx";
import { faultWords, titleOf } from "../words.ts";

/** Rows shown before it is asked for more. */
const PAGE = 100;

export function Accepted() {
  const words = useWords();
  const portfolio = useStore((state) => live(state.portfolio));
  const asOf = useStore((state) => state.asOf);
  const [shown, setShown] = useState(PAGE);
  const all = useMemo(
    () =>
      [...portfolio.waivers.values()]
        .map((waiver) => ({ waiver, title: aboutWhat(waiver.subject, portfolio, words) }))
        .sort(
          (a, b) =>
            Number(lapsed(b.waiver, asOf)) - Number(lapsed(a.waiver, asOf)) ||
            (a.waiver.until ?? "9").localeCompare(b.waiver.until ?? "9") ||
            words.compare(a.title, b.title),
        ),
    [portfolio, asOf, words],
  );
  return (
    <section className="findings-scroll scroll" aria-label={words.say("accept.list")}>
      <div className="family-line">
        <h2>{words.say("accept.list")}</h2>
        <span className="c3">{words.say("accept.listSays")}</span>
      </div>
      {all.length === 0 ? <p className="c3 accepted-none">{words.say("accept.none")}</p> : null}
      <ul>
        {all.slice(0, shown).map(({ waiver, title }) => (
          <Row key={waiver.id} waiver={waiver} title={title} asOf={asOf} />
        ))}
      </ul>
      {all.length > shown ? (
        <Button className="btn small" onPress={() => setShown(shown + PAGE)}>
          {words.say("archived.more")}
        </Button>
      ) : null}
    </section>
  );
}

function Row({ waiver, title, asOf }: { waiver: Waiver; title: string; asOf: string }) {
  const words = useWords();
  const desk = useDesk();
  const over = lapsed(waiver, asOf);
  return (
    <li className="accepted-finding" data-testid={`accepted-${waiver.id}`}>
      <div>
        <p>
          {waiver.subject === WHOLE ? (
            <span className="finding-title">{title}</span>
          ) : (
            <Button className="finding-title" onPress={() => desk.showOnMap([waiver.subject])}>
              {title}
            </Button>
          )}
        </p>
        <p className="c2">
          {waiver.code} {faultWords(words, desk.rules.get(waiver.code))}
        </p>
      </div>
      <div>
        <p>{waiver.reason}</p>
        <p className={over ? "strong" : "c3"}>{waiverWords(words, waiver, asOf)}</p>
      </div>
      <WithdrawButton waiver={waiver} />
    </li>
  );
}

/** The portfolio, the title of an element, or both ends of a link. */
function aboutWhat(id: string, portfolio: Portfolio, words: Words): string {
  if (id === WHOLE) return words.say("findings.whole");
  const element = portfolio.elements.get(id);
  if (element !== undefined) return titleOf(words, element);
  const link = portfolio.links.get(id);
  const end = (at: string | undefined) => portfolio.elements.get(at ?? "")?.title ?? "?";
  return `${end(link?.from)} → ${end(link?.to)}`;
}
