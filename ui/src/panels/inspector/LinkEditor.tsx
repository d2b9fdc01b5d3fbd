/* What one link says, each kind with its own fields, and what can be done with it. */
import { useEffect, useRef } from "react";
import type { Link, LinkPatch } from "../../api/bindings.ts";
import { Button } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { ContributionFields } from "./ContributionFields.tsx";
import { DayInPlace } from "./DayInPlace.tsx";
import { ElementField } from "./ElementField.tsx";
import { Named } from "./Named.tsx";

interface LinkEditorProps {
  link: Link;
  /** Puts the keyboard into the mechanism, for a link just drawn. */
  autoFocus?: boolean;
}

export function LinkEditor({ link, autoFocus = false }: LinkEditorProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) box.current?.scrollIntoView({ block: "nearest" });
  }, [autoFocus]);
  const set = (patch: LinkPatch) => void desk.edit({ type: "set_link", link: link.id, patch });

  return (
    <div className="link-editor" ref={box}>
      {link.kind === "contribution" ? (
        <ContributionFields link={link} autoFocus={autoFocus} onSet={set} />
      ) : null}
      {link.kind === "depends_on" ? (
        <Named name={words.say("links.neededBy")}>
          <DayInPlace
            label={words.say("links.neededBy")}
            value={link.needed_by}
            placeholder={words.say("links.neededByAsk")}
            onDay={(value) => set({ field: "needed_by", value })}
            data-testid="link-needed-by"
          />
        </Named>
      ) : null}
      {link.kind === "conflicts_with" ? (
        <Named name={words.say("links.guardRail")}>
          <ElementField
            label={words.say("links.guardRail")}
            kind="indicator"
            value={link.guard_rail}
            placeholder={words.say("links.guardRailAsk")}
            nothing={words.say("why.noIndicators")}
            onChoose={(value) => set({ field: "guard_rail", value })}
            data-testid="link-guard-rail"
          />
        </Named>
      ) : null}
      {isReadOnly ? null : (
        <div className="link-actions">
          {link.kind === "contribution" && link.state !== "accepted" ? (
            <Button size="small" onPress={() => set({ field: "state", value: "accepted" })}>
              {words.say("links.accept")}
            </Button>
          ) : null}
          {link.kind === "contribution" && link.state !== "disputed" ? (
            <Button size="small" look="quiet" onPress={() => set({ field: "state", value: "disputed" })}>
              {words.say("links.dispute")}
            </Button>
          ) : null}
          <Button
            size="small"
            look="quiet"
            onPress={() => void desk.edit({ type: "disconnect", links: [link.id] })}
            data-testid="link-remove"
          >
            {words.say("links.remove")}
          </Button>
        </div>
      )}
    </div>
  );
}
