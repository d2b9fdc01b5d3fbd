/*
 * What a portfolio sets about a rule, beside what the rule brings: thresholds with their unit, their default and the value
 * in force. Pure.
 */
import type { RuleSetting } from "../api/bindings.ts";
import type { RuleWords } from "./desk.tsx";

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

/** The thresholds of a rule, with what a portfolio sets of them. */
export function thresholdsOf(rule: RuleWords, setting: RuleSetting | undefined): Threshold[] {
  return rule.parameters.map(({ name, unit, source, default: usual }) => ({
    name,
    unit,
    source,
    usual,
    now: setting?.parameters[name] ?? usual,
  }));
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
