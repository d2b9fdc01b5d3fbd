/* What is the matter with a cell, beside it, with the repair that would be taken if a person says so. */
import type { RefObject } from "react";
import type { Problem } from "../../api/index.ts";
import { Anchored, Button } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";

interface CellPopoverProps {
  problems: readonly Problem[];
  /** The problem whose repair was accepted here. */
  accepted: Problem | null;
  anchor: RefObject<HTMLElement | null>;
  onRepair: (problem: Problem, accepted: boolean) => void;
  onClose: () => void;
}

/** Only an impossible date waits for a yes; other suggestions are taken already or point at another row. */
function isRepairable(problem: Problem): boolean {
  return problem.code === "impossible_date" && problem.suggestion !== null;
}

export function CellPopover({ problems, accepted, anchor, onRepair, onClose }: CellPopoverProps) {
  const words = useWords();
  const first = problems[0] ?? accepted;
  if (!first) return null;
  const title = words.say(`import.problem.${first.code}`);
  return (
    <Anchored label={title} anchor={anchor} isOpen onClose={onClose}>
      <div className="import-pop" data-testid="import-problem">
        {accepted ? (
          <>
            <b className="heavy">
              {words.say("import.repaired", { value: words.date(accepted.suggestion ?? "") })}
            </b>
            <p className="c2">{accepted.message}</p>
            <div className="row">
              <Button
                onPress={() => {
                  onRepair(accepted, false);
                  onClose();
                }}
              >
                {words.say("import.repairBack")}
              </Button>
            </div>
          </>
        ) : (
          problems.map((problem) => (
            <div key={`${problem.code}${problem.cell}`} className="import-problem">
              <b className="heavy">{words.say(`import.problem.${problem.code}`)}</b>
              <p className="c2">{problem.message}</p>
              {isRepairable(problem) ? (
                <div className="row">
                  <Button
                    onPress={() => {
                      onRepair(problem, true);
                      onClose();
                    }}
                    data-testid="import-repair"
                  >
                    {words.say("import.repair", { value: words.date(problem.suggestion ?? "") })}
                  </Button>
                  <Button look="quiet" onPress={onClose}>
                    {words.say(problem.severity === "error" ? "import.leaveUnknown" : "import.leave")}
                  </Button>
                </div>
              ) : null}
            </div>
          ))
        )}
      </div>
    </Anchored>
  );
}
