/*
 * What several elements have in common: the fields that all their kinds have, with the value where all say the same,
 * their tags, and the contributions that wait to be accepted. Pure.
 */
import type { Edit, Element, Link, Patch } from "../../api/bindings.ts";
import { FIELDS, type FieldOf, fieldValue } from "../../model/fields.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import { type Fact, factOf } from "./facts.ts";

export interface CommonFact {
  readonly fact: Fact;
  /** They differ; the fact is then shown empty. */
  readonly various: boolean;
}

/** Fields of the first kind that every other kind has too and understands alike. */
export function commonFacts(elements: readonly Element[]): CommonFact[] {
  const first = elements[0];
  if (first === undefined) return [];
  const kinds = [...new Set(elements.map(({ kind }) => kind))];
  return FIELDS[first.kind]
    .filter((field) => kinds.every((kind) => FIELDS[kind].some((other) => alike(field, other))))
    .map((field) => {
      const values = elements.map((element) => JSON.stringify(fieldValue(element, field.id)));
      const various = values.some((value) => value !== values[0]);
      const fact = factOf(first, field);
      return { fact: various ? ({ ...fact, value: null } as Fact) : fact, various };
    });
}

function alike(a: FieldOf, b: FieldOf): boolean {
  const choices = (field: FieldOf) => (field.input === "choice" ? field.options.join() : "");
  return a.id === b.id && a.input === b.input && choices(a) === choices(b);
}

/** Tags that all have, and tags that only some have. */
export function commonTags(
  elements: readonly Element[],
  compare: (a: string, b: string) => number,
): { all: string[]; some: string[] } {
  const used = [...new Set(elements.flatMap(({ tags }) => tags))].sort(compare);
  const has = (tag: string) => elements.every(({ tags }) => tags.includes(tag));
  return { all: used.filter(has), some: used.filter((tag) => !has(tag)) };
}

/** Only elements that do not hold it yet are changed. */
export function setAll(elements: readonly Element[], patch: (element: Element) => Patch | null): Edit[] {
  return elements.flatMap((element): Edit[] => {
    const change = patch(element);
    return change === null ? [] : [{ type: "set", element: element.id, patch: change }];
  });
}

/** Proposed contributions that start or end at one of them, and those with both ends among them. */
export function proposedAround(
  portfolio: Portfolio,
  elements: readonly Element[],
): { of: Link[]; among: Link[] } {
  const ids = new Set(elements.map(({ id }) => id));
  const of = new Map<string, Link>();
  for (const id of ids) {
    for (const link of [...linksOf(portfolio.linksFrom, id), ...linksOf(portfolio.linksTo, id)]) {
      if (link.kind === "contribution" && link.state === "proposed") of.set(link.id, link);
    }
  }
  const all = [...of.values()];
  return { of: all, among: all.filter((link) => ids.has(link.from) && ids.has(link.to)) };
}

export function acceptAll(links: readonly Link[]): Edit[] {
  return links.map(({ id }) => ({
    type: "set_link",
    link: id,
    patch: { field: "state", value: "accepted" },
  }));
}
