/*
 * The list of findings as it is drawn: lines only while they are in sight, of whatever height they are. One line has the
 * keyboard; its buttons are reached by Tab. What the keys do stands in `useList.ts`.
 */
import { useRef } from "react";
import type { Family } from "../../api/bindings.ts";
import type { Coverage } from "../../model/coverage.ts";
import { useWords } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import { CauseLine } from "./CauseLine.tsx";
import { FindingCard } from "./FindingCard.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { GroupLine, groupName } from "./GroupLine.tsx";
import type { Kept } from "./kept.ts";
import type { Line } from "./lines.ts";
import { type Listed, useList } from "./useList.ts";

export interface ListProps {
  lines: readonly Line[];
  kept: Kept;
  /** Key of the line in force. */
  here: string | null;
  /** A finding that somebody wants to see; a new value each time that it is wanted. */
  sought: { readonly finding: string } | null;
  coverageOf: (family: Family) => Coverage | null;
  /** Keys of what was called noise. */
  noise: ReadonlySet<string>;
  began: string | null;
  onUntold: () => void;
}

export function List(props: ListProps) {
  const { lines, sought, noise } = props;
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const list = useList(box, props);
  const { virtual, at, above } = list;
  return (
    <>
      <div className="findings-head">
        <span className="c3 t12 cut" aria-hidden="true">
          {above === null ? "" : groupName(words, above)}
        </span>
        <span className="gap" />
        <span className="figure c3 t12">{words.say("findings.weight")}</span>
        <span className="figure c3 t12">{words.say("findings.moneyAtStake")}</span>
      </div>
      <div
        ref={box}
        role="treegrid"
        className="findings-scroll scroll"
        aria-label={words.say("findings.list")}
        aria-rowcount={lines.length}
        onKeyDown={list.onKeyDown}
        onFocus={list.onFocus}
        onBlur={list.onBlur}
        data-testid="findings-list"
      >
        <div role="rowgroup" className="findings-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            const isSought = line.type === "finding" && line.key === sought?.finding;
            const isNoise = line.type === "finding" && noise.has(line.key);
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                role="row"
                tabIndex={item.index === at ? 0 : -1}
                aria-level={levelOf(line)}
                aria-rowindex={item.index + 1}
                {...(line.type === "group" ? {} : { "aria-expanded": line.isOpen })}
                {...(isSought ? { "aria-current": "true" as const } : {})}
                className={`finding-line of-${line.type} level-${levelOf(line)}${isNoise ? " noise" : ""}`}
                style={{ top: item.start }}
                data-index={item.index}
                data-key={line.key}
                {...(line.type === "finding" ? { "data-testid": `finding-${line.key}` } : {})}
              >
                <div role="gridcell">
                  <Content line={line} list={list} {...props} />
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function levelOf(line: Line): number {
  if (line.type === "group") return 1;
  return line.type === "cause" ? 2 : line.level + 1;
}

function Content({ line, list, ...props }: ListProps & { line: Line; list: Listed }) {
  const asOf = useStore((state) => state.asOf);
  const asked = list.asked.key === line.key ? list.asked.what : null;
  switch (line.type) {
    case "group": {
      const { family } = line.group;
      return (
        <GroupLine
          group={line.group}
          coverage={family === null ? null : props.coverageOf(family)}
          onUntold={props.onUntold}
        />
      );
    }
    case "cause":
      return (
        <CauseLine
          name={line.key}
          cause={line.cause}
          isOpen={line.isOpen}
          asked={asked}
          onToggle={list.onToggle}
          onAsk={list.onAsk}
        />
      );
    case "finding": {
      const told = {
        finding: line.finding,
        follows: line.follows,
        isOpen: line.isOpen,
        asked,
        began: props.began,
        onToggle: list.onToggle,
        onAsk: list.onAsk,
      };
      return line.level === 1 || line.isOpen ? (
        <FindingCard {...told} />
      ) : (
        <FindingRow {...told} asOf={asOf} isFollowing={isFollowing(line)} />
      );
    }
  }
}

/** Whether a line stands under the finding that it follows from, and not under its rule. */
function isFollowing(line: Extract<Line, { type: "finding" }>): boolean {
  return line.parent !== null && !line.parent.includes("/");
}
