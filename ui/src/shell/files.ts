/* What the path of a file says: its name, a title made of it, and what to do with the file. */

/** The name of a file without its folder. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The name of a file without folder and ending, as the title of a new portfolio. */
export function titleFrom(path: string): string {
  return fileName(path)
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[_-]+/g, " ")
    .trim();
}

export type FileKind = "portfolio" | "spreadsheet" | "unknown";

export function fileKind(path: string): FileKind {
  if (/\.thru$/i.test(path)) return "portfolio";
  return /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i.test(path) ? "spreadsheet" : "unknown";
}
