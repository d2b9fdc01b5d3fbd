/*
 * The day for which the portfolio is judged, as a button that offers another one. It holds for all windows until the
 * portfolio is closed or somebody goes back to today; the file does not know of it.
 */
import { useRef, useState } from "react";
import { Anchored, Button } from "../kit/index.ts";
import { monthEnds, today } from "../model/day.ts";
import type { State } from "../model/store.ts";
import { DayField } from "../panels/DayField.tsx";
import { readDate } from "../panels/dates.ts";
import { useWords } from "../words/index.ts";
import type { Session } from "./session.ts";

interface AsOfProps {
  session: Session;
  state: State;
  /** A past state is looked at, which is judged by the day of now. */
  past: boolean;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
}

export function AsOf({ session, state, past, isOpen, onOpen }: AsOfProps) {
  const words = useWords();
  const button = useRef<HTMLSpanElement>(null);
  const date = words.date(state.asOf);
  return (
    <span ref={button}>
      <Button
        look="quiet"
        size="small"
        pressed={state.asOfChosen}
        isDisabled={past}
        aria-label={words.say("asOf.label", { date })}
        onPress={() => onOpen(!isOpen)}
        data-testid="as-of"
      >
        <span className="wide-only">{words.say("top.asOf", { date })}</span>
        <span className="narrow-only">{date}</span>
      </Button>
      <Anchored
        label={words.say("asOf.head")}
        anchor={button}
        isOpen={isOpen && !past}
        onClose={() => onOpen(false)}
      >
        <Days session={session} state={state} onDone={() => onOpen(false)} />
      </Anchored>
    </span>
  );
}

function Days({ session, state, onDone }: { session: Session; state: State; onDone: () => void }) {
  const words = useWords();
  const [typed, setTyped] = useState(state.asOfChosen ? words.date(state.asOf) : "");
  const day = readDate(typed, "last");
  const take = (chosen: string | null) => {
    onDone();
    void judgeAsOf(session, chosen);
  };
  return (
    <form
      className="as-of"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null) take(day);
      }}
    >
      <h3 className="strong">{words.say("asOf.head")}</h3>
      <p className="c2">{words.say("asOf.says")}</p>
      <DayField
        label={words.say("asOf.day")}
        text={typed}
        onChange={setTyped}
        placeholder={words.say("asOf.dayHint")}
        autoFocus
        data-testid="as-of-day"
      />
      <fieldset className="as-of-months" aria-label={words.say("asOf.months")}>
        {monthEnds(today(), 12).map((end) => (
          <Button
            key={end}
            size="small"
            pressed={state.asOf === end}
            onPress={() => take(end)}
            data-testid={`as-of-${end}`}
          >
            {words.date(end)}
          </Button>
        ))}
      </fieldset>
      <div className="row as-of-foot">
        <Button isDisabled={!state.asOfChosen} onPress={() => take(null)} data-testid="as-of-today">
          {words.say("asOf.today")}
        </Button>
        <span className="gap" />
        <Button look="primary" isDisabled={day === null} onPress={() => take(day)} data-testid="as-of-take">
          {words.say("asOf.act")}
        </Button>
      </div>
    </form>
  );
}

/** Judges the open portfolio as of another day, or (`null`) of today again. A refusal is presented. */
export async function judgeAsOf(session: Session, day: string | null): Promise<void> {
  const { store } = session.snapshot();
  if (store === null) return;
  const view = await session.attempt(session.host.judgeAsOf(store.session, day));
  if (view !== null) store.show(view);
}
