/* The rows of the palette: an element, a finding or a command, with where it answers and the letters that do. */
import type { Element, Finding } from "../api/index.ts";
import { type Find, FindingMark, Icon, KindGlyph } from "../kit/index.ts";
import { markOf } from "../model/findings.ts";
import type { Span } from "../model/search.ts";
import { ELEMENT_FIELDS, textOf } from "../model/searchable.ts";
import { kindWord, ruleName, titleOf } from "../panels/words.ts";
import type { Words } from "../words/index.ts";
import type { Action, Situation } from "./actions.ts";
import { isMac, keyWords } from "./keys.ts";

/** Letters shown before and after what was found inside a long text. */
const BEFORE = 24;
const AFTER = 96;

/** The pieces of a text that answer what was asked. */
export type Asked = (text: string) => Span[];

export function elementRow(
  words: Words,
  element: Element,
  asked: Asked,
  beside: readonly string[] = [],
): Find {
  const text = titleOf(words, element);
  const kind = kindWord(words, element.kind);
  const there = besideOf(words, element, asked, beside);
  return {
    id: element.id,
    text,
    spans: asked(text),
    mark: <KindGlyph kind={element.kind} hued />,
    hint: element.archived === null ? kind : `${kind} · ${words.say("archived.tag")}`,
    faint: element.archived !== null,
    ...(there === null ? {} : { beside: there }),
  };
}

/** Which field of an element answers where its title does not, and the part of it that does; null where the title alone does. */
export function besideOf(words: Words, element: Element, asked: Asked, beside: readonly string[]) {
  const field = ELEMENT_FIELDS.find((it) => beside.includes(it));
  if (field === undefined || field === "title") return null;
  return { label: words.say(`foundIn.${field}`), ...around(textOf(element, field), asked) };
}

/** The part of a text in which the first answer stands, cut between words. */
export function around(whole: string, asked: Asked): { text: string; spans: Span[] } {
  const [first] = asked(whole);
  const start = first === undefined || first[0] <= BEFORE ? 0 : whole.indexOf(" ", first[0] - BEFORE) + 1;
  const from = first !== undefined && start > first[0] ? first[0] : start;
  const end =
    whole.length - from <= BEFORE + AFTER ? whole.length : whole.lastIndexOf(" ", from + BEFORE + AFTER);
  const text = `${from > 0 ? "… " : ""}${whole.slice(from, Math.max(end, first?.[1] ?? 0))}`;
  return { text, spans: asked(text) };
}

export function findingRow(
  words: Words,
  finding: Finding,
  asked: Asked,
  beside: readonly string[] = [],
): Find {
  const text = words.told(finding.message);
  const where = (["rule", "subject"] as const).find((field) => beside.includes(field));
  const there = where === "rule" ? ruleName(words, finding.name) : (finding.subject?.title ?? "");
  return {
    id: `finding:${finding.key}`,
    text,
    spans: asked(text),
    mark: (
      <FindingMark severity={markOf(finding.severity)} label={words.say(`severity.${finding.severity}`)} />
    ),
    hint: finding.code,
    hintSpans: asked(finding.code),
    ...(where === undefined
      ? {}
      : { beside: { label: words.say(`foundIn.${where}`), text: there, spans: asked(there) } }),
  };
}

export function actionRow(words: Words, action: Action, situation: Situation, asked: Asked): Find {
  const text = action.label(words, situation);
  const [keys] = action.keys;
  return {
    id: `action:${action.id}`,
    text,
    spans: asked(text),
    mark: <Icon name="right" />,
    ...(keys === undefined ? {} : { hint: keyWords(words, keys, isMac()) }),
  };
}
