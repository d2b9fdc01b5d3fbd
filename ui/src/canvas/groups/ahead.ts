/*
 * Works out the blocks of the other zooms of a large map while nobody does anything, in small parts, so that the first way through
 * them is as smooth as every other. Nothing depends on it: what is not there yet when it is looked at is worked out then.
 */
import type { Stage } from "../stage";

/** With fewer cards a step of zoom is worked out within a frame that nobody notices. */
const MANY = 1500;
/** Milliseconds without a picture after which nobody does anything. */
const STILL = 300;
/** Milliseconds of work at once. */
const AT_ONCE = 5;

export class Ahead {
  private timer = 0;
  private seen = 0;
  private work: Generator<void, void> | null = null;

  constructor(private readonly stage: Stage) {}

  /** A picture was drawn: somebody is at work. */
  drawn(now: number): void {
    this.seen = now;
  }

  /** Cards or links are others. */
  renew(): void {
    this.work = null;
    const { space } = this.stage;
    if (this.timer === 0 && space.cardCount >= MANY) this.wait(STILL);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.work = null;
  }

  private wait(ms: number): void {
    this.timer = window.setTimeout(() => this.turn(), ms);
  }

  private turn(): void {
    this.timer = 0;
    const rest = this.seen + STILL - performance.now();
    if (rest > 0) {
      this.wait(rest);
      return;
    }
    const { stage } = this;
    this.work ??= stage.far.ahead(stage.least, stage.blocksBelow);
    const end = performance.now() + AT_ONCE;
    let done = false;
    while (!done && performance.now() < end) done = this.work.next().done === true;
    if (done) this.work = null;
    // Between two parts whatever somebody does comes first.
    else this.wait(AT_ONCE * 4);
  }
}
