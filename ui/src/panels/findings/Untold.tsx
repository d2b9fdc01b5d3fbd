/*
 * What no rule could tell, by the data that is missing: one sort of data often silences several rules, so that filling
 * it in is the cheapest way to know more. Each opens to the elements that lack it and to the questions that wait.
 */
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Finding } from "../../api/bindings.ts";
import { Icon, KindGlyph, LinkButton } from "../../kit/index.ts";
import { type Coverage, type Gap, gapsOf } from "../../model/coverage.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { faultWords } from "../words.ts";

/** Rows shown before it is asked for more. */
const PAGE = 50;

export function Untold({ findings, coverage }: { findings: readonly Finding[]; coverage: Coverage }) {
  const words = useWords();
  const elements = useStore((state) => live(state.portfolio).elements);
  const byTitle = useMemo(() => new Map([...elements.values()].map((it) => [it.title, it])), [elements]);
  const gaps = useMemo(() => gapsOf(findings, (text) => byTitle.has(text)), [findings, byTitle]);
  return (
    <section className="findings-scroll scroll untold" aria-label={words.say("untold.list")}>
      <div className="family-line">
        <h2>{words.say("untold.list")}</h2>
        <span className="c3">{words.say("untold.head", { silent: coverage.undecided.length })}</span>
      </div>
      <ul>
        {gaps.map((gap) => (
          <GapRow key={gap.datum} gap={gap} idOf={(title) => byTitle.get(title)?.id ?? null} />
        ))}
      </ul>
    </section>
  );
}

function GapRow({ gap, idOf }: { gap: Gap; idOf: (title: string) => string | null }) {
  const words = useWords();
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const [most, setMost] = useState(PAGE);
  const elements = useStore((state) => state.portfolio.elements);
  const name = (code: string) => faultWords(words, desk.rules.get(code), code);
  return (
    <li className="gap-row" data-testid={`gap-${gap.datum}`}>
      <div className="gap-head">
        <Button className="finding-title" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? "down" : "right"} />
          {words.say("untold.gap", {
            datum: gap.datum.charAt(0).toLocaleUpperCase(words.lang) + gap.datum.slice(1),
            elements: gap.titles.length,
            rules: gap.codes.length,
          })}
        </Button>
        <p className="evidence c3">{gap.codes.map((code) => `${code} ${name(code)}`).join(" · ")}</p>
      </div>
      {isOpen ? (
        <div className="gap-body">
          <ul>
            {gap.titles.slice(0, most).map((title) => {
              const id = idOf(title);
              const element = id === null ? undefined : elements.get(id);
              return (
                <li key={title} className="gap-element">
                  {element === undefined ? null : <KindGlyph kind={element.kind} hued />}
                  {element === undefined ? (
                    <span className="cut">{title}</span>
                  ) : (
                    <LinkButton
                      onPress={() => void goToFinding(desk, { subject: element, related: [], path: [] })}
                      data-testid={`gap-show-${element.id}`}
                    >
                      {title}
                    </LinkButton>
                  )}
                </li>
              );
            })}
          </ul>
          <ul>
            {gap.findings.slice(0, most).map((finding) => (
              <li key={finding.key} className="evidence">
                {words.told(finding.message)}
              </li>
            ))}
          </ul>
          {Math.max(gap.titles.length, gap.findings.length) > most ? (
            <button type="button" className="btn small" onClick={() => setMost(most + PAGE)}>
              {words.say("archived.more")}
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
