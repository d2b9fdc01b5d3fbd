/*
 * What no rule could tell, by what one can do about it: one sort of data often silences several rules, so that filling it
 * in is the cheapest way to know more. Each opens to the elements that lack it and to the questions that wait.
 */
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Finding } from "../../api/bindings.ts";
import { Icon, KindGlyph, LinkButton } from "../../kit/index.ts";
import { type Coverage, type Gap, gapsOf, WAYS } from "../../model/coverage.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { faultWords } from "../words.ts";

/** Rows shown before it is asked for more. */
const PAGE = 50;

export function Untold({ findings, coverage }: { findings: readonly Finding[]; coverage: Coverage }) {
  const words = useWords();
  const gaps = useMemo(() => gapsOf(findings), [findings]);
  return (
    <section className="findings-scroll scroll untold" aria-label={words.say("untold.list")}>
      <div className="family-line">
        <h2>{words.say("untold.list")}</h2>
        <span className="c3">{words.say("untold.head", { silent: coverage.undecided.length })}</span>
      </div>
      {WAYS.map((way) => {
        const own = gaps.filter((gap) => gap.way === way);
        if (own.length === 0) return null;
        return (
          <section key={way} className="gap-way" data-testid={`way-${way}`}>
            <h3>
              {words.say(`untold.way.${way}`)}{" "}
              <span className="c3">{words.say(`untold.waySays.${way}`)}</span>
            </h3>
            <ul>
              {own.map((gap) => (
                <GapRow key={gap.key} gap={gap} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

/** “54 initiatives without a dated status report”. */
function headOf(words: Words, { field, kind, elements, findings }: Gap): string {
  const of =
    kind === null
      ? words.say("untold.questions", { count: findings.length })
      : words.say(`kinds.${kind}`, { count: elements.length });
  const head = words.say(`lack.${field}`, { of });
  return head.charAt(0).toLocaleUpperCase(words.lang) + head.slice(1);
}

function GapRow({ gap }: { gap: Gap }) {
  const words = useWords();
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [most, setMost] = useState(PAGE);
  const name = (code: string) => faultWords(words, desk.rules.get(code), code);
  return (
    <li className="gap-row" data-testid={`gap-${gap.key}`}>
      <div className="gap-head">
        <Button className="finding-title" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? "down" : "right"} />
          {headOf(words, gap)}
          <span className="c3 gap-waits">{words.say("untold.waits", { rules: gap.codes.length })}</span>
        </Button>
        <p className="evidence c3">{gap.codes.map((code) => `${code} ${name(code)}`).join(" · ")}</p>
      </div>
      {isOpen ? (
        <div className="gap-body">
          <ul>
            {gap.elements.slice(0, most).map((element) => (
              <li key={element.id} className="gap-element">
                <KindGlyph kind={element.kind} hued />
                <LinkButton
                  onPress={() => void goToFinding(desk, { subject: element, related: [], path: [] })}
                  data-testid={`gap-show-${element.id}`}
                >
                  {element.title === "" ? words.say("common.untitled") : element.title}
                </LinkButton>
              </li>
            ))}
          </ul>
          <ul>
            {gap.findings.slice(0, most).map((finding) => (
              <li key={finding.key} className="evidence">
                {words.told(finding.message)}
              </li>
            ))}
          </ul>
          {Math.max(gap.elements.length, gap.findings.length) > most ? (
            <button type="button" className="btn small" onClick={() => setMost(most + PAGE)}>
              {words.say("archived.more")}
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
