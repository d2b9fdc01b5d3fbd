/* Words of the file while others use it or when it is damaged: three questions, two reports. */
export const outside = {
  "inUse.title": "This portfolio is open elsewhere",
  "inUse.body":
    "“{file}” has been open on {computer} since {since}. You can read it here meanwhile: what is changed there is shown here.",
  "inUse.unknown":
    "“{file}” is open in another Throughline. You can read it here meanwhile: what is changed there is shown here.",
  "inUse.open": "Open read-only",
  "inUse.edit": "Try to edit",
  "inUse.editable": "You can change it now.",

  "apart.unsaved": "Not saved",
  "apart.forked": "Somebody else changed “{file}”",
  "apart.stranger": "“{file}” is another portfolio now",
  "apart.unreadable": "“{file}” was changed and cannot be read now",
  "apart.gone": "“{file}” is no longer in its place",
  "apart.theirs":
    "{theirs, plural, =0 {The file is back at an earlier state.} one {The file has # step that was not done here.} other {The file has # steps that were not done here.}}",
  "apart.mine":
    "{mine, plural, =0 {Everything done here is in it.} one {# step done here is not in it.} other {# steps done here are not in it.}}",
  "apart.takenBack": "Steps were taken back or done again in the file.",
  "apart.strangerBody":
    "It has no step in common with the portfolio that is open here, so the two cannot be merged.",
  "apart.goneBody":
    "It was moved, renamed or deleted, or its drive or share is away. When it comes back as it was, this question goes away.",
  "apart.kept": "Nothing was overwritten.",
  "apart.waiting": "Your last edit could not be saved; it waits and is carried out once you have chosen.",
  "apart.merge": "Merge",
  "apart.mergeHint":
    "Both are kept. What was done here is added to the file as one step that you can undo. Where both changed the same field, the file’s value stands and yours is listed.",
  "apart.copy": "Keep mine as a copy",
  "apart.copyHint": "What is open here goes on in a new file. The other file stays as it is.",
  "apart.take": "Take theirs",
  "apart.takeHint":
    "{mine, plural, =0 {You see what the file holds now.} one {You see what the file holds now; the # step done only here is given up.} other {You see what the file holds now; the # steps done only here are given up.}}",
  "apart.later": "Decide later",
  "apart.banner": "The file was changed outside. Nothing can be saved until you decide what becomes of it.",
  "apart.goneBanner": "The file is not in its place. Nothing can be saved meanwhile.",
  "apart.decide": "Decide",
  "apart.again": "The file is as it was left here. Please repeat the last step.",

  "merged.title": "Merged",
  "merged.told":
    "{count, plural, =0 {You now see what the file holds; nothing of yours was missing in it.} one {# change of yours was added to the file.} other {# changes of yours were added to the file.}}",
  "merged.both":
    "{count, plural, one {One field was changed on both sides. The file’s value stands; yours is listed here.} other {# fields were changed on both sides. The file’s values stand; yours are listed here.}}",
  "merged.where": "Where",
  "merged.field": "Field",
  "merged.mine": "Yours",
  "merged.theirs": "In the file, stands",
  "merged.empty": "empty",
  "merged.stays": "Kept, because one side removed it and the other changed or uses it",
  "merged.staysMine": "{title}: removed here",
  "merged.staysTheirs": "{title}: removed in the file",
  "merged.leftOut": "Left out, because it cannot stand beside what the file holds",
  "merged.refused": "Your last edit could not be carried out on what the file holds",
  "merged.copied": "You go on in “{file}”.",
  "merged.took": "You see what the file holds now.",

  "damaged.title": "“{file}” is damaged",
  "damaged.body":
    "It cannot be opened. What can still be read can be recovered into a copy beside it; the damaged file stays as it is.",
  "damaged.recover": "Recover into a copy",

  "recovered.title": "Recovered into a copy",
  "recovered.body": "You now work in “{file}”. The damaged file stays as it is.",
  "recovered.what": "What",
  "recovered.read": "Read",
  "recovered.lost": "Lost",
  "recovered.fromHistory":
    "{count, plural, one {# of them from the history} other {# of them from the history}}",
  "recovered.orMore": "{count} or more",
  "recovered.steps": "Steps that can be undone",
  "recovered.whole": "Nothing that was known of is lost.",
  "recovered.dropped": "Left out, because what they belong to is lost",
  "recovered.more": "{count, plural, one {and # more} other {and # more}}",
  "noun.settings": "Settings",
  "noun.source": "Sources",
  "noun.element": "Elements",
  "noun.canvas": "Maps",
  "noun.link": "Links",
  "noun.placement": "Places on maps",
  "noun.reading": "Readings",
  "noun.status_report": "Status reports",
  "noun.import": "Imports",
  "noun.waiver": "Accepted findings",
  "noun.own_rule": "Rules of your own",
  "named.settings": "settings",
  "named.source": "source “{title}”",
  "named.element": "{title}",
  "named.canvas": "map “{title}”",
  "named.link": "link {title}",
  "named.placement": "place of “{title}”",
  "named.reading": "reading of {title}",
  "named.status_report": "status report of “{title}”",
  "named.import": "import of {title}",
  "named.waiver": "accepted finding {title}",
  "named.own_rule": "rule {title}",
} as const;
