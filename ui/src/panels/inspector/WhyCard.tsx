/*
 * The why card: its questions are answered in place, and an unanswered one stays visible as a question in the words
 * of its kind. Below, what it is because of: links to drivers, priorities and objectives.
 */
import type { Element, Why } from "../../api/bindings.ts";
import { Icon, IconButton, InPlace, KindGlyph } from "../../kit/index.ts";
import { around } from "../../model/live.ts";
import { linksOf } from "../../model/portfolio.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { takeAway } from "../removal.ts";
import { useAsk } from "../useAsk.ts";
import { titleOf } from "../words.ts";
import { DayInPlace } from "./DayInPlace.tsx";
import { ElementField } from "./ElementField.tsx";
import { LinkPicker } from "./LinkPicker.tsx";
import { Named } from "./Named.tsx";

export function WhyCard({ element }: { element: Element }) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const { why, kind } = element;
  function write(part: Partial<Why>): void {
    void desk.edit({ type: "set", element: element.id, patch: { field: "why", value: { ...why, ...part } } });
  }

  return (
    <section className="insp-sec" aria-label={words.say("why.head")}>
      <h2>{words.say("why.head")}</h2>
      <div className="why-text">
        <InPlace
          label={words.say("why.head")}
          value={why.text}
          placeholder={ask("why.ask", { kind })}
          multiline
          asked
          isReadOnly={isReadOnly}
          onCommit={(text) => write({ text })}
          data-testid="inspector-why"
        />
      </div>
      <div className="facts">
        <Named name={words.say("why.forWhom")}>
          <InPlace
            label={words.say("why.forWhom")}
            value={why.for_whom}
            placeholder={ask("why.forWhomAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) => write({ for_whom: text })}
          />
        </Named>
        <Named name={words.say("why.change")}>
          <InPlace
            label={words.say("why.change")}
            value={why.change}
            placeholder={ask("why.changeAsk", { kind })}
            isReadOnly={isReadOnly}
            onCommit={(change) => write({ change })}
          />
        </Named>
        <Named name={words.say("why.proof")}>
          <ElementField
            label={words.say("why.proof")}
            kind="indicator"
            value={why.proof}
            placeholder={ask("why.proofAsk")}
            nothing={words.say("why.noIndicators")}
            onChoose={(proof) => write({ proof })}
            data-testid="why-proof"
          />
        </Named>
        <Named name={words.say("why.until")}>
          <DayInPlace
            label={words.say("why.until")}
            value={why.until}
            placeholder={ask("why.untilAsk")}
            onDay={(until) => write({ until })}
          />
        </Named>
        <Reasons element={element} />
      </div>
      <Signed why={why} onWrite={write} />
    </section>
  );
}

/** “Because of”: what it serves or answers, by links. */
function Reasons({ element }: { element: Element }) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const elements = useStore((state) => state.portfolio.elements);
  const links = useStore((state) => linksOf(around(state.portfolio, element).linksFrom, element.id));
  const reasons = links.filter((link) => link.kind === "because");
  return (
    <Named name={words.say("why.because")}>
      <div className="reasons">
        {reasons.map((link) => {
          const reason = elements.get(link.to);
          if (reason === undefined) return null;
          const title = titleOf(words, reason);
          return (
            <div className="row" key={link.id}>
              <KindGlyph kind={reason.kind} hued />
              <button type="button" className="link-title" onClick={() => desk.selection.reveal([reason.id])}>
                {title}
              </button>
              <span className="gap" />
              {isReadOnly ? null : (
                <IconButton
                  icon="close"
                  size="small"
                  label={words.say("common.without", { title })}
                  onPress={() => void takeAway(desk, words, [link.id])}
                />
              )}
            </div>
          );
        })}
        {isReadOnly && reasons.length > 0 ? null : (
          <div className="row">
            {reasons.length === 0 ? <span className="c3">{ask("why.becauseAsk")}</span> : null}
            {isReadOnly ? null : (
              <LinkPicker
                element={element}
                way={{ kind: "because", outgoing: true }}
                label={words.say("why.becauseAdd")}
                data-testid="why-because"
              />
            )}
          </div>
        )}
      </div>
    </Named>
  );
}

interface SignedProps {
  why: Why;
  onWrite: (part: Partial<Why>) => void;
}

/** Who wrote it, who stands behind it and when it was last looked at. */
function Signed({ why, onWrite }: SignedProps) {
  const words = useWords();
  const ask = useAsk();
  const isReadOnly = useReadOnly();
  const name = (label: string, value: string, ask: string, take: (text: string) => void, testid: string) => (
    <Named name={label}>
      <InPlace
        label={label}
        value={value}
        placeholder={ask}
        isReadOnly={isReadOnly}
        onCommit={(text) => take(text.trim())}
        data-testid={testid}
      />
    </Named>
  );
  const day = (label: string, value: string | null, ask: string, take: (day: string | null) => void) => (
    <Named name={label}>
      <DayInPlace label={label} value={value} placeholder={ask} onDay={take} />
    </Named>
  );
  return (
    <details className="fold why-signed">
      <summary className="c2 t12" data-testid="why-signed">
        <Icon name="right" />
        {why.accepted_by === ""
          ? words.say("why.unsigned", { author: why.author === "" ? "none" : "some", name: why.author })
          : words.say("why.signed", {
              name: why.accepted_by,
              on: why.accepted_on === null ? "none" : "some",
              date: words.date(why.accepted_on ?? ""),
            })}
      </summary>
      <div className="facts">
        {name(
          words.say("why.author"),
          why.author,
          ask("why.authorAsk"),
          (author) => onWrite({ author }),
          "why-author",
        )}
        {name(
          words.say("why.acceptedBy"),
          why.accepted_by,
          ask("why.acceptedByAsk"),
          (accepted_by) => onWrite({ accepted_by }),
          "why-accepted-by",
        )}
        {day(words.say("why.acceptedOn"), why.accepted_on, ask("why.acceptedOnAsk"), (accepted_on) =>
          onWrite({ accepted_on }),
        )}
        {day(words.say("why.reviewedOn"), why.reviewed_on, ask("why.reviewedOnAsk"), (reviewed_on) =>
          onWrite({ reviewed_on }),
        )}
      </div>
    </details>
  );
}
