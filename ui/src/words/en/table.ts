/* Words of the table panel. */
export const table = {
  "table.title": "Table",
} as const;
