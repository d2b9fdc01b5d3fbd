/* What the panel of one's own rules asks of the program; the shell answers. Refusals are presented there and become null. */
import type { ElementKind, OwnRule, OwnState, PackRow, RuleHelp, RulePreview } from "../../api/bindings.ts";

export interface RuleAsks {
  /** Whether each rule is run here. */
  states(): Promise<OwnState[] | null>;
  /** What a rule would find, while it is being written. */
  preview(rule: OwnRule): Promise<RulePreview | null>;
  help(kind: ElementKind): Promise<RuleHelp | null>;
  /** Lets rules that came with a file be run on this machine. */
  accept(rules: readonly string[]): Promise<void>;
  /** Writes all rules to a file that the person names. */
  exportAll(): Promise<void>;
  /** Asks for a pack and tells what it holds. */
  choosePack(): Promise<{ readonly path: string; readonly rows: PackRow[] } | null>;
  /** Takes rules of a pack over as one step. */
  takePack(path: string, rules: readonly string[]): Promise<void>;
}
