/* What holds for the whole portfolio: it is only read, looked back at, grown apart from its file, or judged for another
 * day. Each with the way out of it. */
import { useSyncExternalStore } from "react";
import { Button } from "../kit/index.ts";
import type { State } from "../model/store.ts";
import { useWords } from "../words/index.ts";
import { judgeAsOf } from "./AsOf.tsx";
import { tryToEdit } from "./fileAnswers.ts";
import type { Session } from "./session.ts";

interface BannerProps {
  session: Session;
  state: State;
  /** A past state is looked at. */
  past: boolean;
  onBack: () => void;
}

export function Banner(props: BannerProps) {
  return (
    <>
      <Held {...props} />
      {props.state.asOfChosen && !props.past ? (
        <JudgedAsOf session={props.session} day={props.state.asOf} />
      ) : null}
    </>
  );
}

/** Everything is judged for another day than today. */
function JudgedAsOf({ session, day }: { session: Session; day: string }) {
  const words = useWords();
  return (
    <div className="banner row" role="status" data-testid="judged-as-of">
      <span>{words.say("asOf.banner", { date: words.date(day) })}</span>
      <Button size="small" onPress={() => void judgeAsOf(session, null)} data-testid="back-to-today">
        {words.say("asOf.back")}
      </Button>
    </div>
  );
}

function Held({ session, state, past, onBack }: BannerProps) {
  const { readOnly } = state;
  const words = useWords();
  const { apart, busy } = useSyncExternalStore(session.subscribe, session.snapshot);
  if (readOnly !== null) {
    return (
      <div className="banner row" role="status">
        <span>{words.told(readOnly)}</span>
        {past ? (
          <Button size="small" onPress={onBack} data-testid="back-to-now">
            {words.say("history.back")}
          </Button>
        ) : (
          <Button
            size="small"
            isDisabled={busy}
            onPress={() => void tryToEdit(session)}
            data-testid="try-to-edit"
          >
            {words.say("inUse.edit")}
          </Button>
        )}
      </div>
    );
  }
  if (apart === null) return null;
  return (
    <div className="banner row" role="status">
      <span>{words.say(apart.found === "gone" ? "apart.goneBanner" : "apart.banner")}</span>
      <Button size="small" onPress={() => session.decide()} data-testid="decide">
        {words.say("apart.decide")}
      </Button>
    </div>
  );
}
