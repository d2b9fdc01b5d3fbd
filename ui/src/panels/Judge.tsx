/*
 * “Useful” and “noise”: what somebody on this computer thinks of one finding, and of a rule as a whole. Quiet, because
 * it is said in passing; noise sinks to the end of a list and is never removed from it.
 */
import type { Finding, Usefulness } from "../api/bindings.ts";
import { Button } from "../kit/index.ts";
import { shareOf } from "../model/verdicts.ts";
import { useWords } from "../words/index.ts";
import { type Desk, useDesk, useVerdicts } from "./desk.tsx";

export const VERDICTS: readonly Usefulness[] = ["useful", "noise"];

/** Says it, or takes it back; a refusal is presented. */
export function judge(desk: Desk, finding: Finding, verdict: Usefulness): void {
  void desk.attempt(desk.verdicts.say(finding, verdict));
}

export function JudgeButtons({ finding }: { finding: Finding }) {
  const words = useWords();
  const desk = useDesk();
  const said = useVerdicts().get(finding.key)?.verdict;
  return (
    <>
      {VERDICTS.map((verdict) => (
        <Button
          key={verdict}
          size="small"
          look="quiet"
          pressed={said === verdict}
          onPress={() => judge(desk, finding, verdict)}
          data-testid={`${verdict}-${finding.key}`}
        >
          {words.say(`judge.${verdict}`)}
        </Button>
      ))}
    </>
  );
}

/** “2 of 5 judged here are noise”; nothing while nobody judged. */
export function NoiseShare({ code }: { code: string }) {
  const words = useWords();
  const { useful, noise } = shareOf(useVerdicts(), code);
  if (useful + noise === 0) return null;
  return (
    <p className="c2 t12" data-testid="noise-share">
      {words.say("judge.share", { noise, all: useful + noise })}
    </p>
  );
}
