/* Words of the import panel. */
export const imports = {
  "import.title": "Import",
} as const;
