/* What is said of a canvas for those who do not see it, and the keys that lead around it. */
export const spoken = {
  "spoken.linked": "Linked: {what}",
  "spoken.removed": "{count, plural, one {{title} removed} other {# removed}}",
  "spoken.takenOff": "{count, plural, one {{title} taken off this canvas} other {# taken off this canvas}}",
  "spoken.duplicated": "{count, plural, one {# copy made} other {# copies made}}",
  "spoken.locked":
    "{locked, select, yes {{count, plural, one {Locked} other {# locked}}} other {{count, plural, one {Unlocked} other {# unlocked}}}}",
  "spoken.tidied":
    "{count, plural, =0 {Everything stands in order already} one {One card moved} other {# cards moved}}",
  "spoken.map":
    "{kind}. Arrows go to the nearest card, Alt and arrows follow links, Enter edits, Space selects, question mark lists all keys.",
  "action.beside": "To the inspector and back",
  "help.selectAlso": "Add to the selection, or take out of it",
  "help.open": "To all that is known of it, in the inspector",
} as const;
