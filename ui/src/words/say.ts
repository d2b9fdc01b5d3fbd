/*
 * From a key to words. Knows the catalogues and nothing else; no React, no host.
 *
 * Messages are ICU messages: plurals and choices are made by the language, never by gluing pieces. A number is written
 * as the language groups its digits, never parts from its unit, and French signs never part from their word: all of it
 * is set here, once.
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

const NUMBERS: Record<Lang, Intl.NumberFormat> = {
  en: new Intl.NumberFormat(LOCALES.en, { maximumFractionDigits: 2 }),
  fr: new Intl.NumberFormat(LOCALES.fr, { maximumFractionDigits: 2 }),
};

/** The words of a key in a language. Numbers are written as the language does, texts are inserted as they are. */
export function say(lang: Lang, key: Key, params?: Params): string {
  const id = `${lang} ${key}`;
  let message = made.get(id);
  if (message === undefined) {
    message = new IntlMessageFormat(bind(lang, CATALOGUES[lang][key]), LOCALES[lang], undefined, {
      ignoreTag: true,
    });
    standIn(message.getAst());
    made.set(id, message);
  }
  return String(message.format(params === undefined ? undefined : written(lang, params)));
}

/** What a parameter reads as where it is inserted; plurals go on counting with the number itself. */
const AS_WRITTEN = "written.";
/** A parameter that is inserted as it is, among the parts of a message. */
const INSERTED = 1;

type Parts = ReturnType<IntlMessageFormat["getAst"]>;

/** From now on numbers are inserted as they are written, and no longer digit by digit. */
function standIn(parts: Parts): void {
  for (const part of parts) {
    if (part.type === INSERTED) part.value = `${AS_WRITTEN}${part.value}`;
    if ("options" in part) for (const option of Object.values(part.options)) standIn(option.value);
  }
}

function written(lang: Lang, params: Params): Params {
  const all: Record<string, string | number> = { ...params };
  for (const [name, value] of Object.entries(params))
    all[AS_WRITTEN + name] = typeof value === "number" ? NUMBERS[lang].format(value) : value;
  return all;
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
