/* What a contribution says: its mechanism as a sentence, strength and confidence as words, accepted or disputed. */
import { useEffect, useRef } from "react";
import type { Confidence, Link, LinkPatch, Sign, Strength } from "../../api/bindings.ts";
import { Button, InPlace, Select } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";

const STRENGTHS: readonly Strength[] = ["marginal", "weak", "moderate", "strong", "decisive"];
const CONFIDENCES: readonly Confidence[] = ["guess", "doubtful", "plausible", "likely", "certain"];
const SIGNS: readonly Sign[] = ["helps", "harms"];

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
  const unsaid = words.say("links.unsaid");

  return (
    <div className="link-editor" ref={box}>
      {link.kind === "contribution" ? (
        <>
          <div className="mechanism">
            <InPlace
              label={words.say("links.mechanism")}
              value={link.mechanism}
              placeholder={words.say("links.mechanismAsk")}
              asked
              autoFocus={autoFocus}
              isReadOnly={isReadOnly}
              onCommit={(value) => set({ field: "mechanism", value: value.trim() })}
              data-testid="link-mechanism"
            />
          </div>
          <div className="facts">
            <div className="fact">
              <span className="fact-name">{words.say("links.strength")}</span>
              <Select
                plain
                label={words.say("links.strength")}
                value={link.strength}
                placeholder={unsaid}
                isDisabled={isReadOnly}
                options={STRENGTHS.map((id) => ({ id, text: words.say(`strength.${id}`) }))}
                onChange={(value) => set({ field: "strength", value })}
              />
            </div>
            <div className="fact">
              <span className="fact-name">{words.say("links.confidence")}</span>
              <Select
                plain
                label={words.say("links.confidence")}
                value={link.confidence}
                placeholder={unsaid}
                isDisabled={isReadOnly}
                options={CONFIDENCES.map((id) => ({ id, text: words.say(`confidence.${id}`) }))}
                onChange={(value) => set({ field: "confidence", value })}
              />
            </div>
            <div className="fact">
              <span className="fact-name">{words.say("links.sign")}</span>
              <Select
                plain
                label={words.say("links.sign")}
                value={link.sign}
                isDisabled={isReadOnly}
                options={SIGNS.map((id) => ({ id, text: words.say(`sign.${id}`) }))}
                onChange={(value) => set({ field: "sign", value })}
              />
            </div>
          </div>
        </>
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
