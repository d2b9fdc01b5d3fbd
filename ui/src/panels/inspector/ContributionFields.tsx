/*
 * What a contribution says: its mechanism as a sentence, how much and how sure in words, then when it holds and what
 * it stands on. The rare half folds away until it holds something.
 */
import type { Confidence, Link, LinkPatch, LinkState, Sign, Strength } from "../../api/bindings.ts";
import { Icon, IconButton, InPlace, Select } from "../../kit/index.ts";
import { type Key, useWords } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { readNumber } from "../money.ts";
import { namedWords, titleOf } from "../words.ts";
import { DayInPlace } from "./DayInPlace.tsx";
import { ElementField } from "./ElementField.tsx";
import { Named } from "./Named.tsx";

type Contribution = Extract<Link, { kind: "contribution" }>;

const STRENGTHS: readonly Strength[] = ["marginal", "weak", "moderate", "strong", "decisive"];
const CONFIDENCES: readonly Confidence[] = ["guess", "doubtful", "plausible", "likely", "certain"];
const SIGNS: readonly Sign[] = ["helps", "harms"];
const STATES: readonly LinkState[] = ["proposed", "accepted", "disputed", "retired"];

interface FieldsProps {
  link: Contribution;
  autoFocus: boolean;
  onSet: (patch: LinkPatch) => void;
}

export function ContributionFields({ link, autoFocus, onSet }: FieldsProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const unsaid = words.say("links.unsaid");
  return (
    <>
      <div className="mechanism">
        <InPlace
          label={words.say("links.mechanism")}
          value={link.mechanism}
          placeholder={words.say("links.mechanismAsk")}
          asked
          autoFocus={autoFocus}
          isReadOnly={isReadOnly}
          onCommit={(value) => onSet({ field: "mechanism", value: value.trim() })}
          data-testid="link-mechanism"
        />
      </div>
      <div className="facts">
        <Named name={words.say("links.sign")}>
          <Select
            plain
            label={words.say("links.sign")}
            value={link.sign}
            isDisabled={isReadOnly}
            options={SIGNS.map((id) => ({ id, text: words.say(`sign.${id}`) }))}
            onChange={(value) => onSet({ field: "sign", value })}
          />
        </Named>
        <Named name={words.say("links.strength")}>
          <Select
            plain
            label={words.say("links.strength")}
            value={link.strength}
            placeholder={unsaid}
            isDisabled={isReadOnly}
            options={STRENGTHS.map((id) => ({ id, text: words.say(`strength.${id}`) }))}
            onChange={(value) => onSet({ field: "strength", value })}
          />
        </Named>
        <Named name={words.say("links.confidence")}>
          <Select
            plain
            label={words.say("links.confidence")}
            value={link.confidence}
            placeholder={unsaid}
            isDisabled={isReadOnly}
            options={CONFIDENCES.map((id) => ({ id, text: words.say(`confidence.${id}`) }))}
            onChange={(value) => onSet({ field: "confidence", value })}
          />
        </Named>
        <Named name={words.say("links.state")}>
          <Select
            plain
            label={words.say("links.state")}
            value={link.state}
            isDisabled={isReadOnly}
            options={STATES.map((id) => ({ id, text: words.say(`linkState.${id}`) }))}
            onChange={(value) => onSet({ field: "state", value })}
            data-testid="link-state"
          />
        </Named>
        <Named name={words.say("links.by")}>
          <InPlace
            label={words.say("links.by")}
            value={link.accepted_by}
            placeholder={words.say("links.byAsk")}
            isReadOnly={isReadOnly}
            onCommit={(value) => onSet({ field: "accepted_by", value: value.trim() })}
            data-testid="link-accepted-by"
          />
        </Named>
      </div>
      <Rest link={link} onSet={onSet} />
    </>
  );
}

function isPlain(link: Contribution): boolean {
  const { lag_days, share, valid_from, valid_until, evidence, assumptions } = link;
  const unset = [lag_days, share, valid_from, valid_until].every((it) => it === null);
  return unset && evidence === "" && assumptions.length === 0;
}

/** Lag, share, dates, evidence and assumptions. */
function Rest({ link, onSet }: Omit<FieldsProps, "autoFocus">) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const unsaid = words.say("links.unsaid");

  /** A number between two bounds, or nothing; anything else is refused in words. */
  function number(typed: string, most: number, refusal: Key, take: (value: number | null) => void): void {
    const text = typed.replace(/[%\p{L}\s]+$/u, "").trim();
    const read = text === "" ? null : readNumber(text, words.lang);
    const value = read === null ? null : Number(plain(read));
    const isWrong = text === "" ? typed.trim() !== "" : value === null || value < 0 || value > most;
    if (isWrong) desk.tell(words.say("read.number", { text: typed.trim() }), words.say(refusal));
    else take(value);
  }

  return (
    <details className="fold link-rest" open={!isPlain(link)}>
      <summary className="c2" data-testid="link-rest">
        <Icon name="right" />
        {words.say("links.rest")}
      </summary>
      <div className="facts">
        <Named name={words.say("links.lag")}>
          <InPlace
            label={words.say("links.lag")}
            value={link.lag_days === null ? "" : words.say("field.days", { count: link.lag_days })}
            placeholder={words.say("links.lagAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) =>
              number(text, 36_500, "read.numberHint", (value) =>
                onSet({ field: "lag_days", value: value === null ? null : Math.round(value) }),
              )
            }
            data-testid="link-lag"
          />
        </Named>
        <Named name={words.say("links.share")}>
          <InPlace
            label={words.say("links.share")}
            value={link.share === null ? "" : words.percent(link.share * 100)}
            placeholder={words.say("links.shareAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) =>
              number(text, 100, "links.shareHint", (value) =>
                onSet({ field: "share", value: value === null ? null : value / 100 }),
              )
            }
            data-testid="link-share"
          />
        </Named>
        <Named name={words.say("field.valid_from")}>
          <DayInPlace
            label={words.say("field.valid_from")}
            value={link.valid_from}
            placeholder={unsaid}
            edge="first"
            onDay={(value) => onSet({ field: "valid_from", value })}
          />
        </Named>
        <Named name={words.say("field.valid_until")}>
          <DayInPlace
            label={words.say("field.valid_until")}
            value={link.valid_until}
            placeholder={unsaid}
            onDay={(value) => onSet({ field: "valid_until", value })}
          />
        </Named>
        <Named name={words.say("links.evidence")}>
          <InPlace
            label={words.say("links.evidence")}
            value={link.evidence}
            placeholder={words.say("links.evidenceAsk")}
            multiline
            isReadOnly={isReadOnly}
            onCommit={(value) => onSet({ field: "evidence", value: value.trim() })}
            data-testid="link-evidence"
          />
        </Named>
        <Named name={words.say("links.assumptions")}>
          <Assumptions ids={link.assumptions} onSet={(value) => onSet({ field: "assumptions", value })} />
        </Named>
      </div>
    </details>
  );
}

interface AssumptionsProps {
  ids: readonly string[];
  onSet: (ids: string[]) => void;
}

/** The assumptions that a contribution rests on. */
function Assumptions({ ids, onSet }: AssumptionsProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const elements = useStore((state) => state.portfolio.elements);
  return (
    <div className="assumptions">
      {ids
        .flatMap((id) => elements.get(id) ?? [])
        .map((it) => (
          <div className="row" key={it.id}>
            <button type="button" className="link-title" onClick={() => desk.selection.set([it.id])}>
              {namedWords(words, it)}
            </button>
            <span className="gap" />
            {isReadOnly ? null : (
              <IconButton
                icon="close"
                size="small"
                label={words.say("common.without", { title: titleOf(words, it) })}
                onPress={() => onSet(ids.filter((id) => id !== it.id))}
              />
            )}
          </div>
        ))}
      {isReadOnly ? null : (
        <ElementField
          label={words.say("links.assumptions")}
          kind="assumption"
          value={null}
          placeholder={words.say("links.assumptionAsk")}
          nothing={words.say("links.noAssumptions")}
          without={ids}
          onChoose={(id) => {
            if (id !== null) onSet([...ids, id]);
          }}
          data-testid="link-assumption"
        />
      )}
    </div>
  );
}
