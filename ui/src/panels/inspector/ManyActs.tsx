/* What can be done with several elements as wholes: accept what is proposed, merge, put away, restore, remove. */
import { useMemo, useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Anchored, Button } from "../../kit/index.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { takeAway } from "../removal.ts";
import { ArchiveForm } from "./ArchiveForm.tsx";
import { acceptAll, proposedAround } from "./common.ts";
import { MergeForm } from "./MergeForm.tsx";

/** More than these are not one thing named many times. */
const MOST_MERGED = 50;

interface ManyActsProps {
  elements: readonly Element[];
  /** Those that were not put away. */
  open: readonly Element[];
}

export function ManyActs({ elements, open }: ManyActsProps) {
  const words = useWords();
  const desk = useDesk();
  const portfolio = useStore((state) => live(state.portfolio));
  const anchor = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState<"merge" | "archive" | null>(null);
  const { of, among } = useMemo(() => proposedAround(portfolio, open), [portfolio, open]);
  const away = elements.filter(({ archived }) => archived !== null);
  const mayMerge =
    open.length > 1 && open.length <= MOST_MERGED && open.every(({ kind }) => kind === open[0]?.kind);
  const done = () => setAsking(null);
  const ids = (of: readonly Element[]) => of.map(({ id }) => id);

  return (
    <section className="insp-sec many-acts" aria-label={words.say("many.acts")} ref={anchor}>
      {of.length === 0 ? null : (
        <Button onPress={() => void desk.edit(...acceptAll(of))} data-testid="many-accept">
          {words.say("many.accept", { count: of.length })}
        </Button>
      )}
      {among.length === 0 || among.length === of.length ? null : (
        <Button onPress={() => void desk.edit(...acceptAll(among))} data-testid="many-accept-among">
          {words.say("many.acceptAmong", { count: among.length })}
        </Button>
      )}
      {mayMerge ? (
        <Button onPress={() => setAsking("merge")} data-testid="many-merge">
          {words.say("many.merge")}
        </Button>
      ) : null}
      {open.length === 0 ? null : (
        <Button onPress={() => setAsking("archive")} data-testid="many-archive">
          {words.say("menu.archive")}
        </Button>
      )}
      {away.length === 0 ? null : (
        <Button
          onPress={() => void desk.edit({ type: "restore", elements: ids(away) })}
          data-testid="many-restore"
        >
          {words.say("many.restore", { count: away.length })}
        </Button>
      )}
      <Button
        look="danger"
        onPress={() => void takeAway(desk, words, ids(elements))}
        data-testid="many-remove"
      >
        {words.say("inspector.removeMany", { count: elements.length })}
      </Button>
      <Anchored
        label={words.say(asking === "merge" ? "merge.act" : "archive.act")}
        anchor={anchor}
        isOpen={asking !== null}
        onClose={done}
      >
        {asking === "merge" ? <MergeForm elements={open} onDone={done} /> : null}
        {asking === "archive" ? <ArchiveForm elements={open} onDone={done} /> : null}
      </Anchored>
    </section>
  );
}
