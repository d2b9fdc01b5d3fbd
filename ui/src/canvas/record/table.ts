/* A list in which equal values stand once and are named by their number. */

export class Table<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a value that is told by its key; made where it is new. */
  number(key: string, make: () => T): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.all.length;
      this.all.push(make());
      this.numbers.set(key, number);
    }
    return number;
  }
}
