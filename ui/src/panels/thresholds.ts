/*
 * What a portfolio sets about a rule, beside what the rule brings: thresholds with their unit, their default and the value
 * in force. The program tells a threshold as text, a number before its unit; here it is read back. Pure.
 */
import type { RuleSetting } from "../api/bindings.ts";
import type { Lang } from "../words/index.ts";
import { plain } from "./decimal.ts";
import type { RuleWords } from "./desk.tsx";
import { readNumber } from "./money.ts";

export interface Threshold {
  readonly name: string;
  readonly unit: string;
  /** The work that the default comes from, or that it is ours. */
  readonly source: string;
  /** The value that the rule brings. */
  readonly usual: number;
  readonly now: number;
}

/** What sets nothing: the rule has its own defaults. */
export const AS_IT_COMES: RuleSetting = { off: false, severity: null, parameters: {} };

/** A number, then the space that keeps its unit beside it. */
const TOLD = /^([-−]?[\d.,\s]+)\u00a0(.*)$/s;

/** A threshold whose text is of another form is left out: nobody should set what was not understood. */
export function thresholdsOf(rule: RuleWords, setting: RuleSetting | undefined, lang: Lang): Threshold[] {
  return rule.parameters.flatMap(({ name, value, source }) => {
    const [, figure, unit] = TOLD.exec(value) ?? [];
    const read = figure === undefined ? null : readNumber(figure.replace("−", "-"), lang);
    if (read === null || unit === undefined) return [];
    const usual = Number(plain(read));
    return [{ name, unit, source, usual, now: setting?.parameters[name] ?? usual }];
  });
}

/** The setting with one threshold set; one that is as the rule brings it is not set. */
export function withThreshold(setting: RuleSetting, { name, usual }: Threshold, value: number): RuleSetting {
  const { [name]: _, ...others } = setting.parameters;
  return { ...setting, parameters: value === usual ? others : { ...others, [name]: value } };
}

/** Whether a portfolio sets anything about a rule that is on. */
export function isSetOtherwise(setting: RuleSetting | undefined): boolean {
  return setting !== undefined && (setting.severity !== null || Object.keys(setting.parameters).length > 0);
}
