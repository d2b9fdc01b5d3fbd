/* What is said of a canvas for those who do not see it, and the keys that lead around it. */
export const spoken = {
  "spoken.linked": "Linked: {what}",
  "removed.elements":
    "{count, plural, one {“{title}” removed from the portfolio} other {# elements removed from the portfolio}}{links, plural, =0 {} one {, and one link with {count, plural, one {it} other {them}}} other {, and # links with {count, plural, one {it} other {them}}}}",
  "removed.elementsHint":
    "Gone from every view and every canvas, not only from this picture. To leave something out of one picture, use the filter or a free canvas.",
  "removed.off":
    "{count, plural, one {“{title}” taken off this canvas} other {# cards taken off this canvas}}{links, plural, =0 {} one {, and one link removed} other {, and # links removed}}",
  "removed.offHint":
    "{count, plural, one {It stays} other {They stay}} in the portfolio and on other canvases. {keys} removes from the portfolio.",
  "removed.links": "{count, plural, one {Link removed: {title}} other {# links removed}}",
  "removed.notes": "{count, plural, one {Note removed} other {# notes removed}}",
  "removed.things": "{count, plural, one {Removed: {title}} other {# links and notes removed}}",
  "removed.reading": "Reading of {period} removed",
  "removed.report": "Report removed: {lens}, {date}",
  "removed.rule": "Rule {code} removed",
  "removed.source": "Source “{title}” removed",
  "removed.canvas": "Canvas “{title}” removed",
  "action.takeOff": "Take the selection off this canvas",
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
