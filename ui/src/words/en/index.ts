/* All English words. One file for each area; a key begins with the name of its area. */
import { canvases } from "./canvases.ts";
import { charts } from "./charts.ts";
import { common } from "./common.ts";
import { coverage } from "./coverage.ts";
import { decisions } from "./decisions.ts";
import { findings } from "./findings.ts";
import { frames } from "./frames.ts";
import { history } from "./history.ts";
import { imports } from "./imports.ts";
import { indicators } from "./indicators.ts";
import { inspector } from "./inspector.ts";
import { map } from "./map.ts";
import { matrix } from "./matrix.ts";
import { outline } from "./outline.ts";
import { outside } from "./outside.ts";
import { overlay } from "./overlay.ts";
import { palette } from "./palette.ts";
import { paper } from "./paper.ts";
import { pictures } from "./pictures.ts";
import { reading } from "./reading.ts";
import { records } from "./records.ts";
import { rules } from "./rules.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { sources } from "./sources.ts";
import { spoken } from "./spoken.ts";
import { standing } from "./standing.ts";
import { table } from "./table.ts";
import { thresholds } from "./thresholds.ts";
import { xmatrix } from "./xmatrix.ts";

export const en = {
  ...common,
  ...canvases,
  ...charts,
  ...shell,
  ...palette,
  ...map,
  ...overlay,
  ...inspector,
  ...findings,
  ...frames,
  ...coverage,
  ...sources,
  ...imports,
  ...table,
  ...matrix,
  ...outline,
  ...history,
  ...decisions,
  ...indicators,
  ...outside,
  ...paper,
  ...pictures,
  ...reading,
  ...records,
  ...rules,
  ...settings,
  ...spoken,
  ...standing,
  ...thresholds,
  ...xmatrix,
} as const;
