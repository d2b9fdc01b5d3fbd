/* Words of the sources. */
export const sources = {
  "sources.none": "No file has been imported yet",
  "sources.noneHint":
    "Drop a spreadsheet on this window. What it says is shown before anything is written, and the file itself is never changed.",
  "sources.counts":
    "{sheet, select, none {} other {Sheet {sheet}: }}{created, plural, one {# element created} other {# elements created}}{ignored, plural, =0 {} one {, # row left out} other {, # rows left out}}{aside, plural, =0 {.} one {, # row set aside.} other {, # rows set aside.}}",
  "sources.aside": "{count, plural, one {Show the row set aside} other {Show the # rows set aside}}",
} as const;
