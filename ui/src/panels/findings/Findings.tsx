/*
 * The findings as a page: what stands open in one sentence, families at the left, then findings by cause. Many
 * findings of one rule are one line that opens, never a wall of rows.
 */
import "./findings.css";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { Family } from "../../api/bindings.ts";
import { atStake, countBySeverity, type FamilyGroup, grouped } from "../../model/findings.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import { Accepted } from "./Accepted.tsx";
import { RuleBlock, type Sought } from "./RuleBlock.tsx";
import { walkRows } from "./walk.ts";

/** `sought` is one finding that somebody wants to see among the others. */
export function Findings({ sought = null }: { sought?: Sought | null }) {
  const words = useWords();
  const all = useStore((state) => state.findings);
  const [family, setFamily] = useState<Shown>(null);
  const open = useMemo(() => all.filter((finding) => finding.result === "violated"), [all]);
  const groups = useMemo(() => grouped(open), [open]);
  const accepted = useStore((state) => live(state.portfolio).waivers.size);
  const isThere = family === "accepted" ? accepted > 0 : groups.some((group) => group.family === family);
  const shown = isThere ? family : null;
  const undecided = all.length - open.length;
  const list = useRef<HTMLElement>(null);

  // Before the page is painted: the causes have opened by the next frame, and the row can take the keyboard.
  useLayoutEffect(() => {
    if (sought === null) return;
    setFamily(null);
    requestAnimationFrame(() => {
      const row = list.current?.querySelector("[aria-current]");
      row?.scrollIntoView({ block: "center" });
      row?.querySelector("button")?.focus({ preventScroll: true });
    });
  }, [sought]);

  return (
    <div className="findings" data-testid="findings-panel">
      <Heading groups={groups} />
      <div className="findings-cols">
        <Families
          groups={groups}
          shown={shown}
          undecided={undecided}
          accepted={accepted}
          onShow={setFamily}
        />
        <div className="findings-list">
          {shown === "accepted" ? null : (
            <div className="findings-head">
              <span className="gap" />
              <span className="figure c3 t12">{words.say("findings.weight")}</span>
              <span className="figure c3 t12">{words.say("findings.moneyAtStake")}</span>
            </div>
          )}
          <section
            ref={list}
            className="findings-scroll scroll"
            aria-label={words.say("findings.list")}
            onKeyDown={walkRows}
          >
            {shown === "accepted" ? <Accepted /> : null}
            {groups.length === 0 && shown === null ? (
              <div className="empty">
                <h2>{words.say("findings.none")}</h2>
                <p>{words.say("findings.noneHint")}</p>
              </div>
            ) : null}
            {groups
              .filter((group) => shown === null || group.family === shown)
              .map((group) => (
                <FamilyBlock key={group.family} group={group} sought={sought} />
              ))}
          </section>
        </div>
      </div>
    </div>
  );
}

/** One family, what was accepted, or everything that stands open. */
type Shown = Family | "accepted" | null;

/** “93 findings stand open and come down to 4 causes. 148.2 M€ is at stake.” Every figure counts something. */
function Heading({ groups }: { groups: readonly FamilyGroup[] }) {
  const words = useWords();
  const findings = groups.flatMap((group) => group.rules.flatMap((rule) => rule.findings));
  const causes = groups.reduce((sum, group) => sum + group.rules.length, 0);
  const { money } = atStake(findings);
  return (
    <header className="findings-hero">
      <h1>
        {words.say("findings.heading", { open: findings.length, causes })}
        {money.length === 0 ? "" : ` ${words.say("findings.money", { money: words.monies(money) })}`}
      </h1>
    </header>
  );
}

interface FamiliesProps {
  groups: readonly FamilyGroup[];
  shown: Shown;
  /** Questions that no rule could decide. */
  undecided: number;
  /** Findings that somebody accepted. */
  accepted: number;
  onShow: (shown: Shown) => void;
}

function Families({ groups, shown, undecided, accepted, onShow }: FamiliesProps) {
  const words = useWords();
  const findings = groups.flatMap((group) => group.rules.flatMap((rule) => rule.findings));
  return (
    <nav className="families scroll" aria-label={words.say("findings.families")}>
      <div className="families-head">
        <b>{words.say("findings.open", { count: findings.length })}</b>
        <span>{words.say("findings.counts", countBySeverity(findings))}</span>
      </div>
      <FamilyEntry
        name={words.say("findings.all")}
        says=""
        count={findings.length}
        on={shown === null}
        onPress={() => onShow(null)}
      />
      {groups.map(({ family, count }) => (
        <FamilyEntry
          key={family}
          name={words.say(`family.${family}`)}
          says={words.say(`familySays.${family}`)}
          count={count}
          on={shown === family}
          onPress={() => onShow(family)}
        />
      ))}
      {accepted === 0 ? null : (
        <FamilyEntry
          name={words.say("accept.list")}
          says={words.say("accept.listSays")}
          count={accepted}
          on={shown === "accepted"}
          onPress={() => onShow("accepted")}
        />
      )}
      <p className="families-foot">{words.say("findings.cannotTell", { count: undecided })}</p>
    </nav>
  );
}

interface FamilyEntryProps {
  name: string;
  says: string;
  count: number;
  on: boolean;
  onPress: () => void;
}

function FamilyEntry({ name, says, count, on, onPress }: FamilyEntryProps) {
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

function FamilyBlock({ group, sought }: { group: FamilyGroup; sought: Sought | null }) {
  const words = useWords();
  return (
    <section aria-label={words.say(`family.${group.family}`)}>
      <div className="family-line">
        <h2>{words.say(`family.${group.family}`)}</h2>
        <span className="c3">{words.say(`familySays.${group.family}`)}</span>
        <span className="gap" />
        <span className="figure c2">{group.weight === null ? "–" : words.number(group.weight)}</span>
        <span className="figure c2">{group.money.length === 0 ? "–" : words.monies(group.money)}</span>
      </div>
      {group.rules.map((rule) => (
        <RuleBlock key={rule.code} rule={rule} sought={sought} />
      ))}
    </section>
  );
}
