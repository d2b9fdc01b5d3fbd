/* The why card: five questions, answered in place. An unanswered one stays visible as a question. */
import { type ReactNode, useRef, useState } from "react";
import type { Element, Why } from "../../api/bindings.ts";
import { Anchored, Button, Finder, InPlace, KindGlyph } from "../../kit/index.ts";
import { best } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { readDate } from "../table/dates.ts";

export function WhyCard({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const { why } = element;

  function write(part: Partial<Why>): void {
    void desk.edit({ type: "set", element: element.id, patch: { field: "why", value: { ...why, ...part } } });
  }
  function writeUntil(typed: string): void {
    const text = typed.trim();
    const until = text === "" ? null : readDate(text, "last");
    if (until === null && text !== "")
      desk.tell(words.say("read.date", { text }), words.say("read.dateHint"));
    else write({ until });
  }

  return (
    <section className="insp-sec" aria-label={words.say("why.head")}>
      <h2>{words.say("why.head")}</h2>
      <div className="why-text">
        <InPlace
          label={words.say("why.head")}
          value={why.text}
          placeholder={words.say("why.ask")}
          multiline
          asked
          isReadOnly={isReadOnly}
          onCommit={(text) => write({ text })}
          data-testid="inspector-why"
        />
      </div>
      <div className="facts">
        <Row name={words.say("why.forWhom")}>
          <InPlace
            label={words.say("why.forWhom")}
            value={why.for_whom}
            placeholder={words.say("why.forWhomAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) => write({ for_whom: text })}
          />
        </Row>
        <Row name={words.say("why.change")}>
          <InPlace
            label={words.say("why.change")}
            value={why.change}
            placeholder={words.say("why.changeAsk")}
            isReadOnly={isReadOnly}
            onCommit={(change) => write({ change })}
          />
        </Row>
        <Row name={words.say("why.proof")}>
          <Proof why={why} isReadOnly={isReadOnly} onChoose={(proof) => write({ proof })} />
        </Row>
        <Row name={words.say("why.until")}>
          <InPlace
            label={words.say("why.until")}
            value={why.until === null ? "" : words.date(why.until)}
            placeholder={words.say("why.untilAsk")}
            isReadOnly={isReadOnly}
            onCommit={writeUntil}
          />
        </Row>
      </div>
      {why.accepted_by === "" ? null : (
        <p className="t12 c3">{words.say("why.acceptedBy", { name: why.accepted_by })}</p>
      )}
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <span className="fact-name">{name}</span>
      {children}
    </div>
  );
}

interface ProofProps {
  why: Why;
  isReadOnly: boolean;
  onChoose: (indicator: string | null) => void;
}

/** The indicator that will show it. */
function Proof({ why, isReadOnly, onChoose }: ProofProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const elements = useStore((state) => state.portfolio.elements);
  const proof = why.proof === null ? undefined : elements.get(why.proof);
  const indicators = [...elements.values()].filter((element) => element.kind === "indicator");
  return (
    <div ref={anchor} className="proof">
      <Button
        look="quiet"
        size="small"
        className={proof === undefined ? "asking" : "answered"}
        isDisabled={isReadOnly}
        onPress={() => setOpen(true)}
      >
        <span className="cut">{proof?.title ?? words.say("why.proofAsk")}</span>
      </Button>
      <Anchored label={words.say("why.proof")} anchor={anchor} isOpen={open} onClose={() => setOpen(false)}>
        <Finder
          label={words.say("why.proof")}
          placeholder={words.say("links.find")}
          nothing={words.say("why.noIndicators")}
          find={(query) =>
            best(query, indicators, (element) => element.title, 20).map((element) => ({
              id: element.id,
              text: element.title,
              mark: <KindGlyph kind="indicator" />,
            }))
          }
          onTake={(find) => {
            onChoose(find.id);
            setOpen(false);
          }}
        />
      </Anchored>
    </div>
  );
}
