/*
 * From a key to words. Knows the catalogues and nothing else; no React, no host.
 *
 * Messages are ICU messages: plurals and choices are made by the language, never by gluing pieces. A number
 * never parts from its unit and French signs never part from their word: no-break spaces are set here, once.
 */
import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";

export type Lang = "en" | "fr";
export type Key = keyof typeof en;
export type Params = Readonly<Record<string, string | number>>;

export const LANGS: readonly Lang[] = ["en", "fr"];

const CATALOGUES: Record<Lang, Record<Key, string>> = { en, fr };
export const LOCALES: Record<Lang, string> = { en: "en-GB", fr: "fr-FR" };

const made = new Map<string, IntlMessageFormat>();

/** The words of a key in a language. Parameters are inserted as they are: format numbers and dates first. */
export function say(lang: Lang, key: Key, params?: Params): string {
  const id = `${lang} ${key}`;
  let message = made.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(bind(lang, CATALOGUES[lang][key]), LOCALES[lang], undefined, {
      ignoreTag: true,
    });
    made.set(id, message);
  }
  return String(message.format(params));
}

/** Whether a text is a key, for words that are looked up by a value of the model. */
export function isKey(text: string): text is Key {
  return Object.hasOwn(en, text);
}

const NBSP = "\u00a0";
const THIN = "\u202f";

/** Sets the spaces that must not break; also for sentences that come from elsewhere in that language. */
export function bind(lang: Lang, text: string): string {
  const units = text.replace(/([\d}]) (%|€|\$|£|px|kB|MB|d\b)/g, `$1${NBSP}$2`);
  if (lang === "en") return units;
  return units
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/ ([;!?])/g, `${THIN}$1`)
    .replace(/ :/g, `${NBSP}:`);
}
