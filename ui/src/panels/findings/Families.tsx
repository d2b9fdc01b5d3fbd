/* The families at the left, each with what stands open in it; below them what is lived with and what nobody can tell. */
import { Button } from "react-aria-components";
import type { Family, Finding } from "../../api/bindings.ts";
import type { Coverage } from "../../model/coverage.ts";
import { FAMILIES, SEVERITIES } from "../../model/findings.ts";
import { useWords, type Words } from "../../words/index.ts";
import { CoverageFoot } from "./CoverageFoot.tsx";
import type { Shown } from "./kept.ts";

interface FamiliesProps {
  /** Everything that stands open. */
  open: readonly Finding[];
  /** What the bar lets through, by family. */
  counts: ReadonlyMap<Family, number>;
  shown: Shown;
  accepted: number;
  /** Questions that no rule could decide. */
  untold: number;
  /** `null` until it is known which rules had anything to look at. */
  coverage: Coverage | null;
  onShow: (shown: Shown) => void;
}

export function Families({ open, counts, shown, accepted, untold, coverage, onShow }: FamiliesProps) {
  const words = useWords();
  const here = new Set(open.map(({ family }) => family));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <nav className="families scroll" aria-label={words.say("findings.families")}>
      <div className="families-head">
        <b>{words.say("findings.open", { count: open.length })}</b>
        {open.length === 0 ? null : <span>{severityWords(words, open)}</span>}
      </div>
      <Entry
        name={words.say("findings.all")}
        says=""
        count={all}
        on={shown === null}
        onPress={() => onShow(null)}
      />
      {FAMILIES.filter((family) => here.has(family)).map((family) => (
        <Entry
          key={family}
          name={words.say(`family.${family}`)}
          says={words.say(`familySays.${family}`)}
          count={counts.get(family) ?? 0}
          on={shown === family}
          onPress={() => onShow(family)}
        />
      ))}
      {accepted + untold > 0 ? <hr className="families-line" /> : null}
      {accepted === 0 ? null : (
        <Entry
          name={words.say("accept.list")}
          says={words.say("accept.listSays")}
          count={accepted}
          on={shown === "accepted"}
          onPress={() => onShow("accepted")}
        />
      )}
      {untold === 0 ? null : (
        <Entry
          name={words.say("untold.list")}
          says={words.say("untold.listSays")}
          count={untold}
          on={shown === "untold"}
          onPress={() => onShow("untold")}
        />
      )}
      {coverage === null || coverage.rules === 0 || open.length + accepted + untold === 0 ? null : (
        <CoverageFoot coverage={coverage} />
      )}
    </nav>
  );
}

/** “2 blockers, 208 high, 93 medium”: what there is, as the bar and the groups count it. */
function severityWords(words: Words, open: readonly Finding[]): string {
  return SEVERITIES.map((severity) => ({
    severity,
    count: open.filter((it) => it.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map((it) => words.say("findings.ofSeverity", it).replaceAll(" ", "\u00a0"))
    .join(", ");
}

interface EntryProps {
  name: string;
  says: string;
  count: number;
  on: boolean;
  onPress: () => void;
}

function Entry({ name, says, count, on, onPress }: EntryProps) {
  const words = useWords();
  return (
    <Button
      className={on ? "family on" : "family"}
      {...(on ? { "aria-current": "true" as const } : {})}
      onPress={onPress}
    >
      <span>
        <b>{name}</b>
        {says}
      </span>
      <em>{words.number(count)}</em>
    </Button>
  );
}
