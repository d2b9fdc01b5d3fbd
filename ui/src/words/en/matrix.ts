/* Words of the matrix. */
export const matrix = {
  "matrix.rows": "Kind in rows",
  "matrix.columns": "Kind in columns",
  "matrix.order": "Order",
  "matrix.title": "By title",
  "matrix.most": "Most links",
  "matrix.fewest": "Fewest links",
  "matrix.onlyEmpty": "Only empty rows",
  "matrix.none": "Nothing to cross yet",
  "matrix.noneEmpty": "No row is empty",
  "matrix.noneHint":
    "Rows: {rows}. Columns: {columns}. Each pair that belongs together gets a link in its cell.",
  "matrix.label": "{rows} crossed with {columns}",
  "matrix.corner": "{rows, number} × {columns, number}",
  "matrix.total": "Total",
  "matrix.emptyRow": "linked to none",
  "matrix.onlyProposed": "none accepted",
  "matrix.keysRead": "Shift and arrows: several cells · copy as in a spreadsheet",
  "matrix.keys":
    "1 to 5: strength · x: link · 0: no link · −: helps or harms · p, a, d: proposed, accepted, disputed · Shift and arrows: several cells · copy and paste as in a spreadsheet",
  "matrix.notUnderstood":
    "{count, plural, one {One cell was not understood: “{first}”.} other {# cells were not understood, the first is “{first}”.}}",
  "matrix.notUnderstoodHint":
    "Those cells stayed as they were. A cell takes 1 to 5, a strength in words, x, or nothing; up to {most} cells at once.",
  "matrix.tooMany": "Only the first {most} cells were pasted.",
  "matrix.noLink": "{row} and {column}: no link",
  "matrix.linked": "{row} and {column}: linked{how, select, none {} other {, {how}}}",
  "matrix.harms": "harms",
} as const;
