/* What holds for the whole portfolio and keeps it from being changed: it is only read, looked back at, or grown apart
 * from its file. Each with the way out of it. */
import { useSyncExternalStore } from "react";
import { Button } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { tryToEdit } from "./fileAnswers.ts";
import type { Session } from "./session.ts";

interface BannerProps {
  session: Session;
  /** Why nothing can be changed; `null` when it can. */
  readOnly: string | null;
  /** A past state is looked at. */
  past: boolean;
  onBack: () => void;
}

export function Banner({ session, readOnly, past, onBack }: BannerProps) {
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
