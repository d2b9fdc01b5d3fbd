/* Words of the page “where we stand”: the ladder, what changed, the five myths. */
export const standing = {
  "standing.parts": "What is shown",
  "standing.ladder": "The ladder",
  "standing.myths": "The five myths",
  "standing.wait": "Scoring…",
  "standing.none": "Nothing to reach yet",
  "standing.noneHint":
    "Write the objectives, give each its points, and link the work to them. Then it can be said how much of what matters is only assumed, and how much is proven.",
  "standing.objectives": "The objectives",
  "standing.points": "Points",
  "standing.all": "Back to all objectives",
  "standing.byWeight": "By weight",
  "standing.weightSays":
    "{objectives, plural, =0 {no objective} one {one objective} other {# objectives}}, {points} points",
  "standing.byMoney": "By active budget",
  "standing.noMoney": "no budget is known",
  "standing.noWidth": "Nothing that could be drawn",
  "standing.withoutPoints":
    "{count, plural, one {One objective has no points and no width here} other {# objectives have no points and no width here}}",
  "standing.withoutBudget":
    "{count, plural, one {One initiative has no known budget and no width here} other {# initiatives have no known budget and no width here}}",
  "standing.legend": "The levels",
  "standing.between": "{floor} or more, {ceiling} at most",
  "standing.next":
    "To be {level, select, linked {linked} plausible {plausible} measured {measured} proven {proven} other {sustained}}:",
  "standing.onMap": "Show on the map",
  "standing.findings": "Its findings",
  "standing.missingOf": "{field} of “{title}”",
  "standing.answer.holds": "holds",
  "standing.answer.fails": "does not hold",
  "standing.answer.cannot_tell": "cannot be told",
  "standing.sufficiency":
    "Work to come promises {middle} of what is left to do ({low} to {high}){complete, select, yes {.} other {, and not all of it says how much.}}",
  "standing.realised": "The outcome has come {share} of the way that was planned until now.",
  "standing.flow":
    "{meant} are meant for it; {sure, select, yes {{low}} other {between {low} and {high}}} of them plausibly arrive.",
  "standing.part": "{bar}: {level}, {percent}",
  "standing.nowhere": "Active budget without any way to an objective: {money}",
  "standing.figure": "At least measured",
  "standing.noFigure": "No objective has points, so there is no share to tell.",
  "standing.interval":
    "of the weight{moves, select, yes {, between {low} and {high}} other {, in all draws}}{isUnknown, select, yes {; of {unknown} it cannot be told} other {}}.",
  "standing.draws":
    "Nine in ten of {draws, number} draws, weights within 25 % and confidences within their ranges. {date}, rule pack {pack}.",
  "standing.spend": "Where the active budget goes",
  "standing.spend.total": "Active budget",
  "standing.spend.reaches": "plausibly reaches an objective",
  "standing.spend.unknown": "may, for all that is said",
  "standing.spend.leaks": "does not",
  "standing.spend.nowhere": "of which without any way",
  "standing.remarks": "To know when reading it",
  "standing.showThem": "{count, plural, one {Show it} other {Show the #}}",
  "standing.means.unlinked": "No accepted path from work, or nobody says why it is there or answers for it.",
  "standing.means.linked": "A path from work, a why and an owner.",
  "standing.means.plausible":
    "Every step says how it works, none is leapt over, and together they are enough for the target.",
  "standing.means.measured": "A baseline, and a fresh reading of the outcome with its source.",
  "standing.means.proven":
    "It moved as planned after something was delivered, as a system or a second source shows.",
  "standing.means.sustained": "It has stayed so for twelve months or four readings.",
  "standing.means.unknown": "Missing data leaves open which level it is.",

  "rung.unlinked": "Unlinked",
  "rung.linked": "Linked",
  "rung.plausible": "Plausible",
  "rung.measured": "Measured",
  "rung.proven": "Proven",
  "rung.sustained": "Sustained",
  "rung.unknown": "Unknown",

  "since.head": "What changed",
  "since.when": "Compared with",
  "since.days": "in the last {days} days",
  "since.first": "since {date}",
  "since.from": "At least measured: {before} then, {after} now. In points of the weight, by",
  "since.cause.readings": "Readings",
  "since.cause.links": "Links",
  "since.cause.weights": "Weights",
  "since.cause.scope": "Scope",
  "since.cause.rules": "Rules",
  "since.move": "{before} → {after} ({cause})",
  "since.absent": "not there",
  "since.gone": "An objective that was removed",
  "since.nothing": "No objective changed its level.",

  "myth.heading":
    "{lived, plural, =0 {None of the five myths is lived} =1 {One of the five myths is lived} =2 {Two of the five myths are lived} =3 {Three of the five myths are lived} =4 {Four of the five myths are lived} other {All five myths are lived}}{partly, plural, =0 {} one {, one in part} other {, # in part}}{untold, plural, =0 {} one {; of one it cannot be told} other {; of # it cannot be told}}.",
  "myth.headingUntold": "Of none of the five myths can anything be told yet.",
  "myth.is.lived": "Lived",
  "myth.is.partly": "Lived in part",
  "myth.is.unseen": "Not seen",
  "myth.is.untold": "Cannot be told",
  "myth.rests":
    "{findings, plural, =0 {No finding speaks for it.} one {One finding speaks for it.} other {# findings speak for it.}}{waiting, plural, =0 {} one { One question waits for data.} other { # questions wait for data.}}",
  "myth.evidence": "Evidence",
  "myth.why.belief": "“Everybody knows why we do this”",
  "myth.why.says":
    "The why is so plain to those who decided that nobody writes it down. It then differs from head to head, leaves with its owner, and outlives the reason it once had. What is missing is the why itself: written, shared, signed, and read again before it expires.",
  "myth.rituals.belief": "“We have rituals together, so we are aligned”",
  "myth.rituals.says":
    "Committees meet, and the agenda is full of what is urgent. Meeting often is not deciding in the same direction. What is missing is a long view, priorities that exclude something, and decisions that name the objective they serve.",
  "myth.progress.belief": "“We track progress closely”",
  "myth.progress.says":
    "Milestones are green, and whoever should feel the difference does not. Progress of the work says nothing of its effect. What is missing is one frame for both: delivery beside outcome, each with its own reading.",
  "myth.tools.belief": "“Our tools align us”",
  "myth.tools.says":
    "Each team has its tool, and each tool its truth: the same indicator with two values, work that no other source knows. What is missing is one view across all of them in which figures must agree.",
  "myth.agile.belief": "“We are agile, so we are continuously aligned”",
  "myth.agile.says":
    "Something is released every two weeks, and nobody goes back to see what it changed. Turning fast is not turning towards the aim. What is missing is the proof that what was delivered moved something, and a decision when it did not.",
} as const;
