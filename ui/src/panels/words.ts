/* Words of the model: values of records turned into what a person reads. For every panel. */
import type { Element, ElementKind, Link, Maybe, Reason } from "../api/bindings.ts";
import type { Way } from "../model/kinds.ts";
import { known } from "../model/maybe.ts";
import type { Portfolio } from "../model/portfolio.ts";
import { isKey, type Words } from "../words/index.ts";

/** The words of a value whose catalogue begins with `area`, for instance `state` and `active`. */
export function worded(words: Words, area: string, value: string): string {
  const key = `${area}.${value}`;
  return isKey(key) ? words.say(key) : value;
}

export function kindWord(words: Words, kind: ElementKind): string {
  return words.say(`kind.${kind}`);
}

/** “withheld: “nfp””, or only the reason when nothing was said. */
export function gapWords(words: Words, gap: { reason: Reason; said: string }): string {
  const reason = words.say(`reason.${gap.reason}`);
  return gap.said === "" ? reason : words.say("inspector.missingSaid", { reason, said: gap.said });
}

/** The owner, or in words that there is none. */
export function ownerWords(words: Words, owner: Maybe<string> | null): { text: string; missing: boolean } {
  const name = known(owner);
  if (name !== null && name !== "") return { text: name, missing: false };
  return owner?.missing
    ? { text: gapWords(words, owner.missing), missing: true }
    : { text: words.say("common.noOwner"), missing: true };
}

/** The title, or in words that there is none yet. */
export function titleOf(words: Words, element: Pick<Element, "title">): string {
  return element.title === "" ? words.say("common.untitled") : element.title;
}

/** The title where an element is pointed to, which it may be after it was put away. */
export function namedWords(words: Words, element: Pick<Element, "title" | "archived">): string {
  const title = titleOf(words, element);
  return element.archived === null ? title : `${title} · ${words.say("archived.tag")}`;
}

/** The short name of a rule; one that has none of ours yet keeps the name it has in reports. */
export function ruleName(words: Words, name: string): string {
  const key = `rule.${name}`;
  return isKey(key) ? words.say(key) : name.replaceAll("-", " ");
}

/** The fault that a rule finds, as it heads its findings; by its short name while the rules are not known. */
export function faultWords(
  words: Words,
  rule: { readonly title: string; readonly name: string } | undefined,
  name = "",
): string {
  if (rule !== undefined && rule.title !== "") return words.told(rule.title);
  return ruleName(words, rule?.name ?? name);
}

/** “depends on”, “measured by”: a link as it is read from one of its ends. */
export function wayWords(words: Words, { kind, outgoing }: Way): string {
  return words.say(outgoing ? `link.${kind}` : `linkIn.${kind}`);
}

/** “decisive, certain · accepted by S. Brandt” */
export function linkSays(words: Words, link: Link, outgoing = true): string {
  if (link.kind !== "contribution") return wayWords(words, { kind: link.kind, outgoing });
  const force = [
    link.strength === null ? null : words.say(`strength.${link.strength}`),
    link.confidence === null ? null : words.say(`confidence.${link.confidence}`),
    link.sign === "harms" ? words.say("sign.harms") : null,
  ].filter((part) => part !== null);
  const state =
    link.state === "accepted" && link.accepted_by !== ""
      ? words.say("links.acceptedBy", { name: link.accepted_by })
      : words.say(`linkState.${link.state}`);
  return [...(force.length > 0 ? [force.join(", ")] : []), state].join(" · ");
}

/** What something is called, a link by its two ends and a note by its first line. */
export function nameOf(words: Words, portfolio: Portfolio, id: string): string {
  const element = portfolio.elements.get(id);
  if (element !== undefined) return titleOf(words, element);
  const link = portfolio.links.get(id);
  if (link === undefined) return (portfolio.notes.get(id)?.text ?? "").split("\n")[0] ?? "";
  return words.say("map.linkOffer", {
    from: nameOf(words, portfolio, link.from),
    link: words.say(`map.offer.${link.kind}`),
    to: nameOf(words, portfolio, link.to),
  });
}
