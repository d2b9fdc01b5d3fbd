/* What the rules could say, at the foot of the families: how many found something, hold, had nothing to look at, or could
 * not be told. Each of the last three opens to its rules; those that had nothing to look at say what they would need. */
import { useState } from "react";
import { Button } from "react-aria-components";
import { Icon } from "../../kit/index.ts";
import type { Coverage } from "../../model/coverage.ts";
import { useWords } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import { faultWords } from "../words.ts";

interface Row {
  readonly code: string;
  readonly needs: string | null;
}

export function CoverageFoot({ coverage }: { coverage: Coverage }) {
  const words = useWords();
  const plain = (codes: readonly string[]): Row[] => codes.map((code) => ({ code, needs: null }));
  return (
    <div className="families-foot" data-testid="coverage">
      <p>
        {words.say("coverage.head", { rules: coverage.rules })}
        {" · "}
        {words.say("coverage.found", { count: coverage.found })}
      </p>
      <Rules
        says={words.say("coverage.holds", { count: coverage.holds.length })}
        rows={plain(coverage.holds)}
      />
      <Rules says={words.say("coverage.idle", { count: coverage.idle.length })} rows={coverage.idle} />
      <Rules
        says={words.say("coverage.undecided", { count: coverage.undecided.length })}
        rows={plain(coverage.undecided)}
      />
    </div>
  );
}

function Rules({ says, rows }: { says: string; rows: readonly Row[] }) {
  const words = useWords();
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (rows.length === 0) return null;
  return (
    <>
      <Button className="coverage-line" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? "down" : "right"} />
        {says}
      </Button>
      {isOpen ? (
        <ul className="coverage-rules">
          {rows.map(({ code, needs }) => (
            <li key={code}>
              <Button className="coverage-rule" onPress={() => desk.showRule(code)}>
                {code} {faultWords(words, desk.rules.get(code), code)}
              </Button>
              {needs === null ? null : <p>{words.say("coverage.needs", { needs: words.told(needs) })}</p>}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
