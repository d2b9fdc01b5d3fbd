/*
 * The words that a chart is made with, handed in by the shell in the language of the user: sentences by name, and
 * numbers as that language writes them. Nothing in this folder writes a word of its own.
 */
import type { Money } from "../../api/bindings";

/** What is said of a mark is made when somebody asks: of a thousand marks few are ever pointed at. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export interface Speech<Name extends string> {
  say(name: Name, params?: Readonly<Record<string, string | number>>): string;
  number(value: number): string;
  percent(value: number): string;
  monies(amounts: readonly Money[]): string;
  date(day: string): string;
  /** The month of a day, as `Sep 2026`. */
  month(day: string): string;
}
