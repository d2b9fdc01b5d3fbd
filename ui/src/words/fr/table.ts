/* Les mots du volet « Tableau ». */
import type { table as en } from "../en/table.ts";

export const table: Record<keyof typeof en, string> = {
  "table.title": "Tableau",
};
