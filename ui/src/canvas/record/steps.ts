/*
 * Work in steps that each tell which part is done, from 0 to 1: all of them at once, or a few at a time, so that the page
 * answers meanwhile and the work can be given up.
 */
export type Steps<T> = Generator<number, T>;

/** Who waits for it. */
export interface Watch {
  told(part: number): void;
  isWanted(): boolean;
}

/** Milliseconds of work between two moments in which the page answers. */
const TURN = 24;

export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** `null` when it is not wanted any more. */
export async function inTurns<T>(steps: Steps<T>, { told, isWanted }: Watch): Promise<T | null> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < TURN) continue;
    told(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return null;
    begun = performance.now();
  }
}
