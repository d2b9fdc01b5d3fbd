/* Small portfolios for the tests of charts: a capability, a link, a report, and words that tell what was asked of them. */
import type { Element, Link, LinkKind, StatusReport, Record as Stored } from "../../api/bindings";
import { linkDetail, newElement, settingsOf } from "../../api/fakeRecords";
import { type Portfolio, portfolioOf } from "../../model/portfolio";

export function capability(id: string, rated: readonly [number, number, number] | null = null): Element {
  const [importance, now, target] = rated ?? [null, null, null];
  const known = (value: number | null) => (value === null ? null : { known: value });
  const bare = newElement(id, "capability", `Ability ${id}`);
  return {
    ...bare,
    importance: known(importance),
    maturity_now: known(now),
    maturity_target: known(target),
  } as Element;
}

export function outcome(id: string): Element {
  return newElement(id, "outcome", `Outcome ${id}`);
}

export function link(kind: Exclude<LinkKind, "contribution">, from: string, to: string): Link {
  return { id: `${kind}.${from}.${to}`, from, to, ...linkDetail(kind) };
}

export function report(
  element: string,
  date: string,
  status: StatusReport["status"],
  percent: number | null,
): StatusReport {
  const told = { lens: "it", status, said: "", comment: "", percent, source: null } as const;
  return { id: `${element}.${date}`, element, date: { known: date }, ...told };
}

export function portfolio(
  elements: readonly Element[],
  links: readonly Link[] = [],
  more: readonly Stored[] = [],
): Portfolio {
  return portfolioOf([
    {
      type: "settings",
      record: {
        ...settingsOf("Skerry Ferries"),
        currency: "EUR",
        fiscal_year: { month: 7, day: 1 },
        cycle: "quarter",
      },
    },
    ...elements.map((record) => ({ type: "element" as const, record })),
    ...links.map((record) => ({ type: "link" as const, record })),
    ...more,
  ]);
}

export const euros = (amount: number) => ({ known: { amount: String(amount), currency: "EUR" } });
