/* Words of the sources. */
export const sources = {
  "sources.none": "No file has been imported yet",
  "sources.noneHint":
    "Drop a spreadsheet on this window. What it says is shown before anything is written, and the file itself is never changed.",
  "sources.counts":
    "{sheet, select, none {} other {Sheet {sheet}: }}{created, plural, one {# element created} other {# elements created}}{ignored, plural, =0 {} one {, # row left out} other {, # rows left out}}{aside, plural, =0 {.} one {, # row set aside.} other {, # rows set aside.}}",
  "sources.aside": "{count, plural, one {Show the row set aside} other {Show the # rows set aside}}",
  "sources.add": "Add a source",
  "sources.newTitle": "New source",
  "sources.title": "Title of the source",
  "sources.owner": "Answers for it",
  "sources.holds": "Holds",
  "sources.holdsAsk": "What does it hold, and what does it leave out?",
  "sources.every": "Comes every",
  "sources.everyAsk": "How many days between two deliveries?",
  "sources.gave": "Gave",
  "sources.nothing": "nothing yet",
  "sources.knows": "{count, plural, one {knows # element by a key} other {knows # elements by a key}}",
  "sources.imports": "{count, plural, one {Imported once, {last}} other {Imported # times, last {last}}}",
  "sources.remove": "Remove the source “{title}”",
  "sources.inUse": "“{title}” stays: {came} came from it.",
  "sources.inUseHint":
    "What was recorded must be able to say where it came from. Remove those records first, or give them another source.",
} as const;
