/* What links say, each kind with its own fields, and what can be done with them: one link, or several at once. */
import { useEffect, useRef } from "react";
import type { Edit, Link } from "../../api/bindings.ts";
import { Button } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { takeAway } from "../removal.ts";
import { useAsk } from "../useAsk.ts";
import { ContributionFields } from "./ContributionFields.tsx";
import { allOf, common, setLinks } from "./commonLinks.ts";
import { DayInPlace } from "./DayInPlace.tsx";
import { ElementField } from "./ElementField.tsx";
import { Named } from "./Named.tsx";

interface LinkEditorProps {
  links: readonly Link[];
  /** Puts the keyboard into the mechanism, for a link just drawn. */
  autoFocus?: boolean;
}

export function LinkEditor({ links, autoFocus = false }: LinkEditorProps) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) box.current?.scrollIntoView({ block: "nearest" });
  }, [autoFocus]);
  const contributions = allOf(links, "contribution");
  const needs = allOf(links, "depends_on");
  const conflicts = allOf(links, "conflicts_with");
  const claims = links.filter((link) => link.kind === "contribution");
  const open = claims.filter(({ state }) => state !== "accepted");
  const undisputed = claims.filter(({ state }) => state !== "disputed");
  const isOne = links.length === 1;
  const various = words.say("inspector.various");
  function edit(edits: readonly Edit[]): void {
    if (edits.length > 0) void desk.edit(...edits);
  }

  return (
    <div className="link-editor" ref={box}>
      {contributions === null ? null : (
        <ContributionFields
          links={contributions}
          autoFocus={autoFocus}
          onSet={(patch) => edit(setLinks(contributions, patch))}
        />
      )}
      {needs === null ? null : (
        <Named name={words.say("links.neededBy")}>
          <DayInPlace
            label={words.say("links.neededBy")}
            value={common(needs, (it) => it.needed_by).value}
            placeholder={common(needs, (it) => it.needed_by).isVarious ? various : ask("links.neededByAsk")}
            onDay={(value) => edit(setLinks(needs, { field: "needed_by", value }))}
            data-testid="link-needed-by"
          />
        </Named>
      )}
      {conflicts === null ? null : (
        <Named name={words.say("links.guardRail")}>
          <ElementField
            label={words.say("links.guardRail")}
            kind="indicator"
            value={common(conflicts, (it) => it.guard_rail).value}
            placeholder={
              common(conflicts, (it) => it.guard_rail).isVarious ? various : ask("links.guardRailAsk")
            }
            nothing={words.say("why.noIndicators")}
            onChoose={(value) => edit(setLinks(conflicts, { field: "guard_rail", value }))}
            data-testid="link-guard-rail"
          />
        </Named>
      )}
      {isReadOnly ? null : (
        <div className="link-actions">
          {open.length === 0 ? null : (
            <Button
              size="small"
              onPress={() => edit(setLinks(open, { field: "state", value: "accepted" }))}
              data-testid="link-accept"
            >
              {isOne ? words.say("links.accept") : words.say("links.acceptMany", { count: open.length })}
            </Button>
          )}
          {undisputed.length === 0 ? null : (
            <Button
              size="small"
              look="quiet"
              onPress={() => edit(setLinks(undisputed, { field: "state", value: "disputed" }))}
              data-testid="link-dispute"
            >
              {isOne
                ? words.say("links.dispute")
                : words.say("links.disputeMany", { count: undisputed.length })}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            onPress={() =>
              void takeAway(
                desk,
                words,
                links.map(({ id }) => id),
              )
            }
            data-testid="link-remove"
          >
            {isOne ? words.say("links.remove") : words.say("links.removeMany", { count: links.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
