/* Words of the history. */
export const history = {
  "history.none": "Nothing was done yet",
  "history.noneHint": "Each step will be listed here, with a way to look at the portfolio as it stood then.",
  "history.hint":
    "Looking back changes nothing. Undo takes back the last step, or all that came after one of these.",
  "history.takeBack": "{count, plural, one {Undo the step after it} other {Undo the # steps after it}}",
  "history.look": "Look",
  "history.lookAt": "Look at the portfolio just after: {what}",
  "history.more": "Show earlier steps",
  "history.ofField": "{what} ({field})",
  "history.undone": "taken back",
  "history.typed": "by hand",
  "history.pasted": "pasted",
  "history.imported": "imported",
  "history.merged": "merged",
  "history.fixed": "fix offered by rule {rule}",
  "history.banner": "This is the portfolio as it stood on {when}, after: {what}.",
  "history.back": "Back to now",
} as const;
