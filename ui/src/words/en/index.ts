/* All English words. One file for each area; a key begins with the name of its area. */
import { common } from "./common.ts";
import { imports } from "./imports.ts";
import { table } from "./table.ts";

export const en = { ...common, ...imports, ...table } as const;
