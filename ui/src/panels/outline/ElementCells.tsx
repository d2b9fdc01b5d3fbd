/* What stands in the cells of an element: owner, state, the two bars, what was found. Draws, decides nothing. */
import type { Element } from "../../api/bindings.ts";
import { FindingMark, type Standing, Status } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { type Found, worstOf } from "../../model/found.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import { ThinBar } from "../TwoBars.tsx";
import { gapWords, ownerWords, worded } from "../words.ts";

/** Kinds that somebody should answer for. */
const OWNED = new Set<Element["kind"]>(["priority", "objective", "outcome", "initiative"]);

export function OwnerCell({ element }: { element: Element }) {
  const words = useWords();
  if (element.owner === null && !OWNED.has(element.kind)) return null;
  const owner = ownerWords(words, element.owner);
  const missing = element.owner === null ? "cut outline-lacks" : "cut c3";
  return <span className={owner.missing ? missing : "cut c2"}>{owner.text}</span>;
}

const WORSE: readonly Standing[] = ["unknown", "ok", "risk", "off"];

/** The state of an initiative; of what else stands on the map the worse of its two bars, in shape and word. */
export function StateCell({ element }: { element: Element }) {
  const words = useWords();
  const bars = useDesk().barsOf(element.id);
  const word = stateWord();
  if (word !== null) return <span className="cut c2">{word}</span>;
  if (element.kind === "initiative") {
    const missing = element.state?.missing ?? null;
    return (
      <span className="cut c3">
        {missing === null ? words.say("inspector.notGiven") : gapWords(words, missing)}
      </span>
    );
  }
  if (bars === null) return null;
  const standings = [bars.delivery.standing, bars.outcome.standing];
  const worst = WORSE.findLast((it) => standings.includes(it)) ?? "unknown";
  return <Status standing={worst} word={words.say(`status.${worst}`)} />;

  function stateWord(): string | null {
    switch (element.kind) {
      case "initiative": {
        const state = known(element.state);
        return state === null ? null : words.say(`state.${state}`);
      }
      case "indicator": {
        const kind = known(element.indicator_kind);
        return kind === null ? null : worded(words, "indicatorKind", kind);
      }
      case "decision":
        return dated(known(element.decided_on));
      case "assumption":
        return dated(known(element.valid_until));
      case "person":
        return known(element.role);
      default:
        return null;
    }
  }

  function dated(date: string | null): string | null {
    return date === null ? null : words.date(date);
  }
}

export function BarCell({ element, which }: { element: Element; which: "delivery" | "outcome" }) {
  const words = useWords();
  const bars = useDesk().barsOf(element.id);
  if (bars === null) return null;
  return <ThinBar name={words.say(`bar.${which}`)} bar={bars[which]} />;
}

/** Messages shown on hover. */
const MOST_TOLD = 6;

export function FindingsCell({ id, found }: { id: string; found: Found | undefined }) {
  const words = useWords();
  const desk = useDesk();
  if (found === undefined) return null;
  const { findings, isShared } = found;
  const told = findings
    .slice(0, MOST_TOLD)
    .map((it) => words.told(it.message))
    .join("\n");
  return (
    <button
      type="button"
      tabIndex={-1}
      className="outline-found"
      title={told}
      onDoubleClick={(event) => {
        event.stopPropagation();
        desk.showFindings({ about: [id] });
      }}
    >
      <FindingMark
        severity={markOf(worstOf(findings))}
        count={findings.length}
        shared={isShared}
        label={words.say(isShared ? "table.findings.shared" : "outline.findings", { count: findings.length })}
      />
    </button>
  );
}
