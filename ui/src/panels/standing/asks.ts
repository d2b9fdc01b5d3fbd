/* What the page “where we stand” asks of the world around it. Refusals are presented there and come back as `null`. */
import type { Moment, Score, ScoreChange } from "../../api/bindings.ts";

export interface StandingAsks {
  score(): Promise<Score | null>;
  /** Why the score is another one than just after a step. */
  since(seq: number): Promise<ScoreChange | null>;
  /** The latest steps, the newest first. */
  steps(): Promise<readonly Moment[] | null>;
}
