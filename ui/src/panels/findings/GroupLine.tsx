/* The head of a group of findings: its name, how many of what severity, how many of its rules lack data, and what is at stake. */
import { memo } from "react";
import { LinkButton } from "../../kit/index.ts";
import type { Coverage } from "../../model/coverage.ts";
import { useWords, type Words } from "../../words/index.ts";
import { Figures } from "./Figures.tsx";
import type { Group } from "./lines.ts";
import { SeverityCounts } from "./SeverityCounts.tsx";

interface GroupLineProps {
  group: Group;
  /** Of the rules of a family; `null` for other groups, or while the rules are not known. */
  coverage: Coverage | null;
  onUntold: () => void;
}

export const GroupLine = memo(function GroupLine({ group, coverage, onUntold }: GroupLineProps) {
  const words = useWords();
  return (
    <div className="family-line">
      <h2>{groupName(words, group)}</h2>
      {group.family === null ? null : (
        <span className="c3 cut">{words.say(`familySays.${group.family}`)}</span>
      )}
      {group.id === "first" ? <span className="c3 cut">{words.say("findings.firstSays")}</span> : null}
      <span className="gap" />
      <SeverityCounts counts={group.severities} />
      {coverage === null || coverage.undecided.length === 0 ? null : (
        <LinkButton onPress={onUntold}>
          {words.say("coverage.lacking", { count: coverage.undecided.length })}
        </LinkButton>
      )}
      <Figures weight={group.weight} money={group.money} look="plain" />
    </div>
  );
});

export function groupName(words: Words, { id, family }: Group): string {
  if (family !== null) return words.say(`family.${family}`);
  if (id === "first" || id === "rest" || id === "whole") return words.say(`findings.${id}`);
  const owner = id.slice("owner:".length);
  return owner === "" ? words.say("filter.nobody") : owner;
}
