/* Tous les mots français. Une clé oubliée est une erreur de type. */
import type { en } from "../en/index.ts";
import { common } from "./common.ts";
import { imports } from "./imports.ts";
import { table } from "./table.ts";

export const fr: Record<keyof typeof en, string> = { ...common, ...imports, ...table };
