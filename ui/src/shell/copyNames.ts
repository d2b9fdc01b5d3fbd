/*
 * What a copy is called: “App (copy)”, then “App (copy 2)”, also where a copy is copied or was made in the other language, and
 * never as something that is there already.
 */
import { LANGS, type Words, wordsOf } from "../words/index.ts";

/** A title holds at most so many letters. */
const LONGEST = 300;

/** Names copies one after the other; `titles` are those that are there. What has no title keeps none. */
export function copyNames(words: Words, titles: Iterable<string>): (title: string) => string {
  const taken = new Set(titles);
  return (title) => {
    if (title === "") return "";
    const base = originalOf(title);
    for (let number = 1; ; number += 1) {
      const end = endOf(words, number);
      const name = `${base.slice(0, LONGEST - end.length).trimEnd()}${end}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

function endOf(words: Words, number: number): string {
  return words.say("map.copyOf", { title: "", number });
}

/** A title without what says that it is a copy, however often. */
function originalOf(title: string): string {
  const ends = LANGS.flatMap((lang) => {
    const words = wordsOf(lang);
    return [1, 2].map((number) => endOf(words, number).replace(/[()]/gu, "\\$&").replace("2", "\\d{1,4}"));
  });
  const base = title.replace(new RegExp(`(?:${ends.join("|")})+$`, "u"), "");
  return base === "" ? title : base;
}
