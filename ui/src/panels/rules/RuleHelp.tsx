/* What a rule can name: fields, lists and functions, from the same table that the program runs on. A press puts one into the
 * condition. */
import { useEffect, useState } from "react";
import type { ElementKind, RuleHelp as Help, Usable } from "../../api/bindings.ts";
import { LinkButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import type { RuleAsks } from "./asks.ts";

interface RuleHelpProps {
  kind: ElementKind;
  asks: RuleAsks;
  onTake: (text: string) => void;
}

export function RuleHelp({ kind, asks, onTake }: RuleHelpProps) {
  const words = useWords();
  const [help, setHelp] = useState<Help | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void asks.help(kind).then((answer) => {
      if (isCurrent && answer !== null) setHelp(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [kind, asks]);
  if (help === null) return null;
  return (
    <details className="own-help">
      <summary>{words.say("rules.help")}</summary>
      <div>
        <Uses head={words.say("rules.fields")} all={help.fields} onTake={onTake} />
        <Uses head={words.say("rules.lists")} all={help.lists} onTake={onTake} />
        <Uses head={words.say("rules.functions")} all={help.functions} onTake={onTake} />
      </div>
    </details>
  );
}

interface UsesProps {
  head: string;
  all: readonly Usable[];
  onTake: (text: string) => void;
}

function Uses({ head, all, onTake }: UsesProps) {
  return (
    <section aria-label={head}>
      <h4>{head}</h4>
      <ul>
        {all.map((it) => (
          <li key={it.written}>
            <LinkButton onPress={() => onTake(it.written)}>
              <code>{it.written}</code>
            </LinkButton>
            <span className="c3 t12">
              {it.says}
              {it.words.length === 0 ? "" : ` (${it.words.join(", ")})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
