/* What stands behind a figure: the objectives it was counted from with all that they rest on, or the work with its money. */
import { useEffect, useRef } from "react";
import type { Element, ScoreView } from "../../api/bindings.ts";
import { IconButton, KindGlyph, LinkButton } from "../../kit/index.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { ownerWords, titleOf } from "../words.ts";
import type { StandingAsks } from "./asks.ts";
import type { Chosen } from "./chosen.ts";
import { Objectives } from "./Objectives.tsx";

interface BehindProps {
  chosen: Chosen;
  score: ScoreView;
  asks: StandingAsks;
  onClose: () => void;
}

export function Behind({ chosen, score, asks, onClose }: BehindProps) {
  const words = useWords();
  const elements = useStore((state) => live(state.portfolio).elements);
  const here = new Set(chosen.elements);
  const objectives = score.objectives.filter(({ objective }) => here.has(objective.id));
  const others = chosen.elements
    .flatMap((id) => elements.get(id) ?? [])
    .filter(({ kind }) => kind !== "objective")
    .sort((a, b) => worth(b) - worth(a) || words.compare(a.title, b.title));
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever opened it by a key reads on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for another figure as well.
  useEffect(() => head.current?.focus({ preventScroll: true }), [chosen]);
  return (
    <section aria-label={chosen.name} data-testid="behind">
      <div className="row behind-head">
        <h2 ref={head} tabIndex={-1}>
          {chosen.name}
        </h2>
        <span className="gap" />
        <IconButton
          icon="close"
          label={words.say("standing.all")}
          onPress={onClose}
          data-testid="behind-close"
        />
      </div>
      {objectives.length === 0 ? null : <Objectives objectives={objectives} asks={asks} />}
      {others.length === 0 ? null : (
        <ul className="behind">
          {others.map((element) => (
            <Row key={element.id} element={element} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  const budget = element.kind === "initiative" ? known(element.budget) : null;
  return (
    <li className="behind-row">
      <KindGlyph kind={element.kind} hued />
      <LinkButton onPress={() => void goToFinding(desk, { subject: element, related: [], path: [] })}>
        {titleOf(words, element)}
      </LinkButton>
      <span className="c3 cut">{ownerWords(words, element.owner).text}</span>
      <span className="figure">{budget === null ? "–" : words.money(budget)}</span>
    </li>
  );
}

/** Only to sort by: never shown, so comparing currencies harms nobody. */
function worth(element: Element): number {
  return element.kind === "initiative" ? Number(known(element.budget)?.amount ?? 0) : 0;
}
