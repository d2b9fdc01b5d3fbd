/* What the page “where we stand” asks of the world around it. Refusals are presented there and come back as `null`. */
import type { Myths, ObjectiveScore, ScoreSince, ScoreView } from "../../api/bindings.ts";

export interface StandingAsks {
  score(): Promise<ScoreView | null>;
  /** All that one objective rests on. */
  objective(id: string): Promise<ObjectiveScore | null>;
  /** Why the score is another one than at the end of a day. */
  since(day: string): Promise<ScoreSince | null>;
  myths(): Promise<Myths | null>;
}
