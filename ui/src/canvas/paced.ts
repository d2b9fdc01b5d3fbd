/*
 * What follows the view at a distance: at once where it had been still, else a few times a second, and in the end always. Whatever
 * of the page changes with a picture of the canvas is styled and laid out by the browser, up to half a millisecond of it.
 */

/** Milliseconds from one time to the next. */
const PAUSE = 80;

export class Paced {
  private pause = 0;
  private isLate = false;

  constructor(private readonly act: () => void) {}

  ask(): void {
    this.isLate = this.pause !== 0;
    if (this.isLate) return;
    this.act();
    this.pause = window.setTimeout(() => {
      this.pause = 0;
      if (this.isLate) this.ask();
    }, PAUSE);
  }

  end(): void {
    clearTimeout(this.pause);
  }
}
