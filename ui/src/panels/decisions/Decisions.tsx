/*
 * Decisions: the log by forum and date, and one decision with what was on the table, why, what it cites and the
 * readings it relied on. The selection is the shared one.
 */
import "./decisions.css";
import { useMemo, useState } from "react";
import type { Element, Side } from "../../api/bindings.ts";
import { Button, Icon, InPlace, KindGlyph, Segmented } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, usePasses, useReadOnly, useSelected, useStore } from "../desk.tsx";
import { Facts } from "../inspector/Facts.tsx";
import { Links } from "../inspector/Links.tsx";
import { NothingPasses } from "../NothingPasses.tsx";
import { Options } from "./Options.tsx";
import { Premises } from "./Premises.tsx";

type Decision = Extract<Element, { kind: "decision" }>;
type By = "forum" | "date";

export function Decisions() {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const portfolio = useStore((state) => live(state.portfolio));
  const selected = useSelected();
  const [by, setBy] = useState<By>("forum");
  const passes = usePasses();
  const every = useMemo(() => groupsOf(portfolio, by, words), [portfolio, by, words]);
  const log = every.flatMap((group) => group.decisions);
  const chosen = log.find((it) => selected.includes(it.id));
  // What is open stays, also where the filter would keep it back.
  const groups = every
    .map((group) => ({
      ...group,
      decisions: group.decisions.filter((it) => it === chosen || passes(it)),
    }))
    .filter((group) => group.decisions.length > 0);
  const open = chosen ?? groups[0]?.decisions[0];

  async function add(): Promise<void> {
    const id = newId();
    const title = words.say("map.newTitle", { kind: "decision" });
    const changed = await desk.edit({ type: "add_element", id, kind: "decision", title, spot: null });
    if (changed !== null) desk.selection.set([id]);
  }

  if (open === undefined && log.length > 0) return <NothingPasses />;
  if (open === undefined) {
    return (
      <div className="empty decisions-none">
        <KindGlyph kind="decision" />
        <h2>{words.say("decision.none")}</h2>
        <p>{words.say("decision.noneHint")}</p>
        {isReadOnly ? null : (
          <Button look="primary" size="tall" onPress={() => void add()} data-testid="decision-add">
            {words.say("decision.add")}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="decisions">
      <nav className="decisions-list scroll" aria-label={words.say("nav.decisions")}>
        <div className="row decisions-head">
          <h1>{words.say("nav.decisions")}</h1>
          <span className="gap" />
          {isReadOnly ? null : (
            <Button look="quiet" size="small" onPress={() => void add()} data-testid="decision-add">
              <Icon name="plus" />
              {words.say("decision.add")}
            </Button>
          )}
        </div>
        <Segmented
          label={words.say("decision.by")}
          value={by}
          options={[
            { id: "forum", text: words.say("decision.byForum") },
            { id: "date", text: words.say("decision.byDate") },
          ]}
          onChange={setBy}
        />
        {groups.map((group) => (
          <section key={group.name} aria-label={group.name}>
            <h3 className="c3 t12">{group.name}</h3>
            {group.decisions.map((decision) => (
              <Item key={decision.id} decision={decision} isOpen={decision.id === open.id} />
            ))}
          </section>
        ))}
      </nav>
      <Open key={open.id} decision={open} />
    </div>
  );
}

interface Group {
  readonly name: string;
  readonly decisions: readonly Decision[];
}

/** The latest decision first; what has no date comes last, what has no forum too. */
function groupsOf(portfolio: Portfolio, by: By, words: Words): Group[] {
  const all = [...portfolio.elements.values()]
    .filter((it) => it.kind === "decision")
    .sort((a, b) => (known(b.decided_on) ?? "").localeCompare(known(a.decided_on) ?? ""));
  const groups = new Map<string, Decision[]>();
  for (const decision of all) {
    const date = known(decision.decided_on);
    const name =
      by === "forum"
        ? (known(decision.forum) ?? words.say("decision.noForum"))
        : date === null
          ? words.say("decision.noDate")
          : words.month(date);
    groups.set(name, [...(groups.get(name) ?? []), decision]);
  }
  const last = words.say("decision.noForum");
  const list = [...groups].map(([name, decisions]) => ({ name, decisions }));
  return by === "date"
    ? list
    : list.sort((a, b) => Number(a.name === last) - Number(b.name === last) || words.compare(a.name, b.name));
}

function Item({ decision, isOpen }: { decision: Decision; isOpen: boolean }) {
  const words = useWords();
  const { selection } = useDesk();
  const links = useStore((state) => live(state.portfolio).linksFrom.get(decision.id));
  const date = known(decision.decided_on);
  const cites = (links ?? []).filter((it) => it.kind === "cites").length;
  return (
    <button
      type="button"
      className={isOpen ? "decision-item on" : "decision-item"}
      aria-current={isOpen ? "true" : undefined}
      onClick={() => selection.set([decision.id])}
    >
      <span className="strong">{decision.title}</span>
      <span className="c3 t12">
        {date === null ? words.say("decision.noDate") : words.date(date)} ·{" "}
        {words.say("decision.cites", { count: cites })}
      </span>
    </button>
  );
}

function Open({ decision }: { decision: Decision }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const set = (title: string) =>
    void desk.edit({ type: "set", element: decision.id, patch: { field: "title", value: title } });
  return (
    <section className="decision scroll" aria-label={decision.title}>
      <div className="decision-title">
        <InPlace
          label={words.say("decision.title")}
          value={decision.title}
          isReadOnly={isReadOnly}
          onCommit={(text) => {
            if (text.trim() !== "") set(text.trim());
          }}
          data-testid="decision-title"
        />
      </div>
      <Facts element={decision} />
      <Sides decision={decision} />
      <Options decision={decision} />
      <Premises decision={decision} />
      <Links element={decision} />
    </section>
  );
}

const SIDES: readonly Side[] = ["business", "it"];

/** Who was in the room: a decision of one side alone is told apart. */
function Sides({ decision }: { decision: Decision }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  function toggle(side: Side): void {
    const value = decision.sides.includes(side)
      ? decision.sides.filter((it) => it !== side)
      : [...decision.sides, side];
    void desk.edit({ type: "set", element: decision.id, patch: { field: "sides", value } });
  }
  return (
    <div className="row decision-sides">
      <h3>{words.say("decision.sides")}</h3>
      {SIDES.map((side) => (
        <Button
          key={side}
          size="small"
          pressed={decision.sides.includes(side)}
          isDisabled={isReadOnly}
          onPress={() => toggle(side)}
          data-testid={`side-${side}`}
        >
          {decision.sides.includes(side) ? <Icon name="tick" /> : null}
          {words.say(`side.${side}`)}
        </Button>
      ))}
      {decision.sides.length === 1 ? <span className="c3 t12">{words.say("decision.oneSide")}</span> : null}
    </div>
  );
}
