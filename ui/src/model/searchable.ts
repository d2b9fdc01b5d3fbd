/* What is searched in an element and in a finding, and what it counts there. */
import type { Element, Finding } from "../api/bindings.ts";
import { severityRank } from "./findings.ts";
import { known } from "./maybe.ts";
import { Search, type Weights } from "./search.ts";

export const ELEMENT_FIELDS = ["title", "synonyms", "keys", "owner", "tags", "description", "why"] as const;
export type ElementField = (typeof ELEMENT_FIELDS)[number];

const OF_ELEMENT: Record<ElementField, number> = {
  title: 1,
  synonyms: 0.9,
  keys: 0.8,
  owner: 0.6,
  tags: 0.6,
  description: 0.3,
  why: 0.3,
};

/** A field of an element as one text. */
export function textOf(element: Element, field: ElementField): string {
  switch (field) {
    case "title":
    case "description":
      return element[field];
    case "synonyms":
      return element.kind === "term" ? element.synonyms.join(", ") : "";
    case "keys":
      return element.external_keys.map((key) => key.key).join(", ");
    case "owner":
      return known(element.owner) ?? "";
    case "tags":
      return element.tags.join(", ");
    case "why":
      return [element.why.text, element.why.for_whom, element.why.change]
        .filter((text) => text !== "")
        .join(" · ");
  }
}

/** A search over elements, in which archived ones come last. */
export function elementSearch(): Search<Element> {
  return new Search<Element>(
    ELEMENT_FIELDS.map((field) => [field, OF_ELEMENT[field]]),
    (element) => ELEMENT_FIELDS.map((field) => textOf(element, field)),
    (element) => element.archived !== null,
  );
}

/** A search over findings by what they say, their code, and their rule as `named`. */
export function findingSearch(named: (finding: Finding) => string): Search<Finding> {
  const weights: Weights = [
    ["message", 1],
    ["code", 1],
    ["rule", 0.8],
    ["subject", 0.6],
  ];
  return new Search<Finding>(weights, (finding) => [
    finding.message,
    finding.code,
    named(finding),
    finding.subject?.title ?? "",
  ]);
}

/** The findings that stand open, worst first. */
export function openFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .filter((finding) => finding.result === "violated")
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}
