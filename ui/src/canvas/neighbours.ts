/*
 * Which links start or end at a card, as two plain arrays: all link numbers card by card, and where each card
 * begins. Built once per scene; asking allocates nothing.
 */
export class Neighbours {
  private readonly rows: Int32Array;
  private readonly starts: Int32Array;

  /** Ends of −1 are cards that are not shown; such links belong to nobody. */
  constructor(cards: number, from: Int32Array, to: Int32Array) {
    this.starts = new Int32Array(cards + 1);
    const each = (visit: (card: number, link: number) => void): void => {
      for (let i = 0; i < from.length; i += 1) {
        const [a, b] = [from[i] ?? -1, to[i] ?? -1];
        if (a < 0 || b < 0) continue;
        visit(a, i);
        if (b !== a) visit(b, i);
      }
    };
    each((card) => {
      this.starts[card + 1] = (this.starts[card + 1] ?? 0) + 1;
    });
    for (let i = 0; i < cards; i += 1) this.starts[i + 1] = (this.starts[i + 1] ?? 0) + (this.starts[i] ?? 0);
    this.rows = new Int32Array(this.starts[cards] ?? 0);
    const next = this.starts.slice();
    each((card, link) => {
      const at = next[card] ?? 0;
      this.rows[at] = link;
      next[card] = at + 1;
    });
  }

  linksOf(card: number): Int32Array {
    if (card < 0 || card >= this.starts.length - 1) return this.rows.subarray(0, 0);
    return this.rows.subarray(this.starts[card] ?? 0, this.starts[card + 1] ?? 0);
  }
}
