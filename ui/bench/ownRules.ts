/* Rules of one's own for the pictures: two that are kept, one that waits, a pack, and what a rule would find. */
import type { Finding, OwnRule, PackRow, RulePreview } from "../src/api/bindings";
import type { FakeOptions } from "../src/api/fake";

function rule(code: string, title: string, when: string, part: Partial<OwnRule> = {}): OwnRule {
  return {
    id: `rule-${code}`, code, name: "own-rule", title, applies_to: "initiative", when,
    message: "{title} is at fault.", evidence: "", advice: "", severity: "high", written_by: "PMO", off: false, ...part,
  };
}

export const OWN: readonly OwnRule[] = [
  rule("X001", "Large budget without an owner", "has(element.budget) && element.budget.amount > 1000000 && !has(element.owner)"),
  rule("X002", "Name outside the convention", '!element.title.matches("^[A-Z]")', { severity: "low", off: true }),
  rule("X003", "Objective that nobody funds", 'below.filter(it, it.kind == "initiative").all(it, !has(it.budget))', { applies_to: "objective", evidence: "below.map(it, it.title)" }),
];

const PACK: PackRow[] = [
  { rule: rule("X004", "Ends within three months and is not half done", "element.end < plus_days(today, 90) && element.percent_complete < 50"), step: "new", code_was: "X001" },
  { rule: rule("X003", "Objective that nobody funds", "size(below) == 0"), step: "replaces", code_was: null },
  { rule: rule("X001", "Large budget without an owner", "true"), step: "already_there", code_was: null },
];

function finding(n: number, title: string, result: Finding["result"]): Finding {
  return {
    key: `X009:${n}`, code: "X009", name: "own-rule", family: "own", severity: result === "violated" ? "medium" : "info", result,
    subject: { id: `i${n}`, kind: "initiative", title }, related: [], evidence: [], advice: "", weight: null, money: [], cause: null,
    message: result === "violated" ? `“${title}” breaks a rule of ours.` : `Whether “Large budget without an owner” holds for “${title}” cannot be told: budget is not filled in.`,
    missing: result === "violated" ? [] : [{ field: "budget", way: "fill_in", of: { id: `i${n}`, kind: "initiative", title }, text: "budget" }], path: [], accepted: null, fix: null, first_seen: null,
  };
}

function preview(rule: OwnRule): RulePreview {
  if (rule.when.includes("budgt"))
    return { hits: 0, cannot_tell: 0, holds: 0, of: 14, first: [], fault: { message: "il n’y a pas de champ « budgt » ici ; « budget », peut-être", part: "when", place: { line: 1, column: 9 } } };
  const first = [finding(1, "One Ticket app", "violated"), finding(2, "New slipways", "violated"), finding(3, "Crew rota", "cannot_tell")];
  return { hits: 2, cannot_tell: 1, holds: 11, of: 14, first, fault: null };
}

const HELP = {
  fields: [
    { written: "element.title", says: "title (text)", words: [] },
    { written: "element.state", says: "state", words: ["idea", "planned", "active", "paused", "delivered", "stopped"] },
    { written: "element.budget.amount", says: "budget (amount)", words: [] },
    { written: "element.end", says: 'end (date, like "2026-11-22")', words: [] },
  ],
  lists: [{ written: "below", says: "Everything that leads to it, nearest first", words: [] }],
  functions: [{ written: "days(today, element.end) < 30", says: "Days from one date to another; negative when it lies before", words: [] }],
};

export const ownOptions: Pick<FakeOptions, "preview" | "help" | "pack" | "notAccepted" | "paths"> = {
  preview, help: HELP, pack: PACK, notAccepted: new Set(["rule-X003"]), paths: ["/tmp/rules.json"],
};
