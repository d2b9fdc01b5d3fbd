/*
 * What contributions say, one or several: the mechanism as a sentence, how much and how sure in words, who claims it and
 * who agreed. Where several differ a field says so and is set for all.
 */
import type { Confidence, LinkState, Sign, Strength } from "../../api/bindings.ts";
import { InPlace, Select } from "../../kit/index.ts";
import { type Key, useWords } from "../../words/index.ts";
import { useReadOnly } from "../desk.tsx";
import { useAsk } from "../useAsk.ts";
import { ContributionRest } from "./ContributionRest.tsx";
import { type Contribution, common, type SetLinks } from "./commonLinks.ts";
import { DayInPlace } from "./DayInPlace.tsx";
import { Named } from "./Named.tsx";

const STRENGTHS: readonly Strength[] = ["marginal", "weak", "moderate", "strong", "decisive"];
const CONFIDENCES: readonly Confidence[] = ["guess", "doubtful", "plausible", "likely", "certain"];
const SIGNS: readonly Sign[] = ["helps", "harms"];
const STATES: readonly LinkState[] = ["proposed", "accepted", "disputed", "retired"];

interface FieldsProps {
  links: readonly Contribution[];
  autoFocus: boolean;
  onSet: SetLinks;
}

export function ContributionFields({ links, autoFocus, onSet }: FieldsProps) {
  const words = useWords();
  const ask = useAsk();
  const isReadOnly = useReadOnly();
  const various = words.say("inspector.various");
  /** What stands in a field that several may fill differently, and what stands there when it is empty. */
  const text = (pick: (link: Contribution) => string, question: Key) => {
    const { value, isVarious } = common(links, pick);
    return { value: value ?? "", placeholder: isVarious ? various : ask(question) };
  };
  const choice = <T extends string>(pick: (link: Contribution) => T | null) => {
    const { value, isVarious } = common(links, pick);
    return { value, placeholder: isVarious ? various : words.say("links.unsaid") };
  };
  return (
    <>
      <div className="mechanism">
        <InPlace
          label={words.say("links.mechanism")}
          {...text((it) => it.mechanism, "links.mechanismAsk")}
          asked={links.length === 1}
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
            {...choice((it) => it.sign)}
            isDisabled={isReadOnly}
            options={SIGNS.map((id) => ({ id, text: words.say(`sign.${id}`) }))}
            onChange={(value) => onSet({ field: "sign", value })}
          />
        </Named>
        <Named name={words.say("links.strength")}>
          <Select
            plain
            label={words.say("links.strength")}
            {...choice((it) => it.strength)}
            isDisabled={isReadOnly}
            options={STRENGTHS.map((id) => ({ id, text: words.say(`strength.${id}`) }))}
            onChange={(value) => onSet({ field: "strength", value })}
          />
        </Named>
        <Named name={words.say("links.confidence")}>
          <Select
            plain
            label={words.say("links.confidence")}
            {...choice((it) => it.confidence)}
            isDisabled={isReadOnly}
            options={CONFIDENCES.map((id) => ({ id, text: words.say(`confidence.${id}`) }))}
            onChange={(value) => onSet({ field: "confidence", value })}
          />
        </Named>
        <Named name={words.say("links.state")}>
          <Select
            plain
            label={words.say("links.state")}
            {...choice((it) => it.state)}
            isDisabled={isReadOnly}
            options={STATES.map((id) => ({ id, text: words.say(`linkState.${id}`) }))}
            onChange={(value) => onSet({ field: "state", value })}
            data-testid="link-state"
          />
        </Named>
        <Named name={words.say("links.proposedBy")}>
          <InPlace
            label={words.say("links.proposedBy")}
            {...text((it) => it.proposed_by, "links.proposedByAsk")}
            isReadOnly={isReadOnly}
            onCommit={(value) => onSet({ field: "proposed_by", value: value.trim() })}
            data-testid="link-proposed-by"
          />
        </Named>
        <Named name={words.say("links.proposedOn")}>
          <DayInPlace
            label={words.say("links.proposedOn")}
            value={common(links, (it) => it.proposed_on).value}
            placeholder={
              common(links, (it) => it.proposed_on).isVarious ? various : ask("links.proposedOnAsk")
            }
            onDay={(value) => onSet({ field: "proposed_on", value })}
            data-testid="link-proposed-on"
          />
        </Named>
        <Named name={words.say("links.by")}>
          <InPlace
            label={words.say("links.by")}
            {...text((it) => it.accepted_by, "links.byAsk")}
            isReadOnly={isReadOnly}
            onCommit={(value) => onSet({ field: "accepted_by", value: value.trim() })}
            data-testid="link-accepted-by"
          />
        </Named>
      </div>
      <ContributionRest links={links} onSet={onSet} />
    </>
  );
}
