/* Findings that name the element: what stands open with its fix, and what somebody accepted with the reason. */
import type { Element } from "../../api/bindings.ts";
import { FindingMark, LinkButton } from "../../kit/index.ts";
import { findingsOf, markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { AcceptButton, WithdrawButton, waiverWords } from "../Accept.tsx";
import { useDesk, useStore } from "../desk.tsx";
import { EvidenceRows, ExplainButton, FixButton, PassesWhen } from "../FindingText.tsx";
import { faultWords } from "../words.ts";

export function Trouble({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  const { rules } = desk;
  const all = useStore((state) => state.findings);
  const waivers = useStore((state) => state.portfolio.waivers);
  const asOf = useStore((state) => state.asOf);
  const findings = findingsOf(all, element.id);
  const accepted = [...waivers.values()].filter((it) => it.subject === element.id);
  if (findings.length + accepted.length === 0) return null;
  return (
    <section className="insp-sec" aria-label={words.say("evidence.head")}>
      <div className="row">
        <h2>{words.say("evidence.head")}</h2>
        <span className="gap" />
        {findings.length === 0 ? null : (
          <LinkButton onPress={() => desk.showFindings({ about: [element.id] })} data-testid="to-findings">
            {words.say("findings.toFindings")}
          </LinkButton>
        )}
      </div>
      {findings.map((finding) => (
        <div className="insp-finding" key={finding.key}>
          <FindingMark
            severity={markOf(finding.severity)}
            label={words.say(`severity.${finding.severity}`)}
          />
          <div>
            <p className="strong">{words.told(finding.message)}</p>
            <EvidenceRows finding={finding} />
            <PassesWhen finding={finding} />
            <div className="row insp-finding-acts">
              <FixButton finding={finding} />
              {finding.result === "violated" && finding.subject?.id === element.id ? (
                <AcceptButton findings={[finding]} />
              ) : null}
              <ExplainButton code={finding.code} />
            </div>
          </div>
        </div>
      ))}
      {accepted.map((waiver) => (
        <div className="insp-finding accepted-here" key={waiver.id}>
          <div>
            <p className="c2">
              {words.say("accept.here", {
                rule: faultWords(words, rules.get(waiver.code), waiver.code),
              })}{" "}
              {waiver.reason}
            </p>
            <p className="c3 t12">
              {waiverWords(words, waiver, asOf)} · <WithdrawButton waiver={waiver} />
            </p>
          </div>
        </div>
      ))}
    </section>
  );
}
