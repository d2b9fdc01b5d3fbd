/*
 * Pictures of slides, prepared before they are wanted: the one that is shown, the next and the one before. All others are
 * let go at once, because a picture of a screen is some megabytes. Knows nothing of how one is made.
 */

export interface Picture {
  /** Gives its memory back. */
  close(): void;
}

/** Calls back when nothing else is to be done. */
export type Quiet = (run: () => void) => void;

export class Album<P extends Picture> {
  private readonly pictures = new Map<number, Promise<P>>();
  private at = 0;
  private closed = false;

  constructor(
    private readonly make: (slide: number) => Promise<P>,
    private readonly count: number,
    private readonly quiet: Quiet,
  ) {}

  /** The picture of a slide; those beside it follow in a quiet moment. */
  async turnTo(slide: number): Promise<P> {
    this.at = slide;
    const picture = this.had(slide);
    for (const [other, made] of this.pictures) {
      if (Math.abs(other - slide) > 1) this.release(other, made);
    }
    const shown = await picture;
    this.quiet(() => this.prepare(slide, [slide + 1, slide - 1]));
    return shown;
  }

  /** How many are held; for tests and for measuring. */
  get size(): number {
    return this.pictures.size;
  }

  close(): void {
    this.closed = true;
    for (const [slide, made] of this.pictures) this.release(slide, made);
  }

  /** One after the other, so that whoever steps on meanwhile waits for one picture at most. */
  private prepare(around: number, slides: readonly number[]): void {
    const [slide, ...rest] = slides;
    if (slide === undefined || this.closed || around !== this.at) return;
    if (slide < 0 || slide >= this.count) {
      this.prepare(around, rest);
      return;
    }
    void this.had(slide).then(() => this.quiet(() => this.prepare(around, rest)));
  }

  private had(slide: number): Promise<P> {
    const known = this.pictures.get(slide);
    if (known !== undefined) return known;
    const made = this.make(slide);
    this.pictures.set(slide, made);
    return made;
  }

  private release(slide: number, made: Promise<P>): void {
    this.pictures.delete(slide);
    void made.then((picture) => picture.close());
  }
}
