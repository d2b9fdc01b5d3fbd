/* What a split leaves, on plain data: floating point is enough here, the exact division is in the crate `portfolio`. */
import type { Element, Link, Part, Record as Stored } from "./bindings";

export function divided(whole: Element, links: readonly Link[], parts: readonly Part[]): Stored[] {
  const taken = parts.reduce((sum, part) => sum + Number(part.share), 0);
  const share = (by: number): Partial<Element> =>
    whole.kind === "initiative" && whole.budget?.known
      ? {
          budget: {
            known: { ...whole.budget.known, amount: String(Number(whole.budget.known.amount) * by) },
          },
        }
      : {};
  const element = (more: Partial<Element>): Stored => ({
    type: "element",
    record: { ...whole, ...more } as Element,
  });
  return [
    element(share(1 - taken)),
    ...parts.flatMap((part) => [
      element({ id: part.id, title: part.title, external_keys: [], ...share(Number(part.share)) }),
      ...links
        .filter((it) => it.from === whole.id || it.to === whole.id)
        .map((it, at): Stored => {
          const end = (id: string) => (id === whole.id ? part.id : id);
          return {
            type: "link",
            record: { ...it, id: `${part.id}.${at}`, from: end(it.from), to: end(it.to) },
          };
        }),
    ]),
  ];
}
