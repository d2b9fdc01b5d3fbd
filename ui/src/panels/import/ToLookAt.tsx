/* What is worth a look, one line for each cause. “Show” goes to the first place, and to the next one after that. */
import { useState } from "react";
import type { Problem } from "../../api/index.ts";
import { LinkButton, StatusShape } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { type Cause, causes } from "./places.ts";

interface ToLookAtProps {
  problems: readonly Problem[];
  /** How many there are; the list may hold fewer. */
  all: number;
  onShow: (problem: Problem) => void;
}

const SHAPES = { error: "off", warning: "risk", note: "unknown" } as const;

export function ToLookAt({ problems, all, onShow }: ToLookAtProps) {
  const words = useWords();
  const list = causes(problems);
  return (
    <section aria-labelledby="import-look">
      <h2 id="import-look">{words.say("import.look")}</h2>
      <ul className="import-look" data-testid="import-problems">
        {list.length === 0 ? <li className="c2">{words.say("import.look.none")}</li> : null}
        {list.map((cause) => (
          <CauseLine key={cause.code} cause={cause} onShow={onShow} />
        ))}
      </ul>
      {all > problems.length ? (
        <p className="c3 t12">{words.say("import.look.more", { count: all - problems.length })}</p>
      ) : null}
    </section>
  );
}

function CauseLine({ cause, onShow }: { cause: Cause; onShow: (problem: Problem) => void }) {
  const words = useWords();
  const [at, setAt] = useState(-1);
  const count = cause.problems.length;
  const shown = Math.min(at, count - 1);
  const what = words.say(`import.cause.${cause.code}`, { count });
  const hasPlace = cause.problems.some((problem) => problem.row !== null || problem.cell !== null);

  function next(): void {
    const to = (shown + 1) % count;
    const problem = cause.problems[to];
    setAt(to);
    if (problem) onShow(problem);
  }

  return (
    <li title={cause.problems[0]?.message}>
      <StatusShape standing={SHAPES[cause.severity]} label={words.say(`import.severity.${cause.severity}`)} />
      <span className="import-cause">{what}</span>
      {hasPlace ? (
        <LinkButton onPress={next} data-testid={`import-show-${cause.code}`}>
          {shown < 0 || count === 1
            ? words.say("import.show")
            : words.say("import.next", { at: shown + 1, count })}
        </LinkButton>
      ) : null}
    </li>
  );
}
