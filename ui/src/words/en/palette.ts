/* Words of the palette: what can be searched, and where it was found. */
export const palette = {
  "palette.label": "Search or run a command",
  "palette.placeholder": "An element, a finding or a command",
  "palette.nothing": "Nothing answers to that, not even with a letter wrong. Fewer letters find more.",
  "palette.elements": "Elements",
  "palette.commands": "Commands",
  "palette.findings": "Findings",
  "palette.recent": "Chosen lately",
  "palette.onlyCommands": "commands only",
  "palette.onlyTags": "tags only",
  "palette.onlyFindings": "findings only",

  "foundIn.synonyms": "Also called",
  "foundIn.keys": "Key",
  "foundIn.owner": "Owner",
  "foundIn.tags": "Tags",
  "foundIn.description": "Description",
  "foundIn.why": "Why",
  "foundIn.rule": "Rule",
  "foundIn.subject": "About",
} as const;
