/* Words drawn on the map and said about it. */
export const map = {
  "map.label":
    "Strategy map. Arrows go to the nearest card, Alt and arrows follow links, Enter edits, question mark lists all keys.",
  "map.zoomIn": "Zoom in",
  "map.zoomOut": "Zoom out",
  "map.fit": "Show everything",
  "map.overview": "Overview of the map",
  "map.editTitle": "Title of the card",
  "map.card":
    "{kind}: {title}. Delivery {delivery}, outcome {outcome}. {up, plural, =0 {Serves nothing yet} one {Serves # element} other {Serves # elements}}, {down, plural, =0 {served by nothing yet} one {served by # element} other {served by # elements}}.{findings, plural, =0 {} one { # finding.} other { # findings.}}",
  "map.ghost": "Missing: {question} {action}",
  "map.selected": "{count, plural, =0 {Nothing selected} one {{title} selected} other {# selected}}",
  "map.moved": "{count, plural, one {Card moved} other {# cards moved}}",
  "map.flipped": "The link will run from the lower card to the higher one",
  "map.refusal.nothing_there": "Let go on a card to link it",
  "map.refusal.itself": "A card cannot serve itself",
  "map.refusal.same_rung": "A link runs from a lower level to a higher one",
  "map.refusal.already_linked": "These two are linked already",
  "map.leap": "leap: {count, plural, one {one step missing} other {# steps missing}}",
  "map.linkSays": "{strength}, {confidence}",
  "map.question.above":
    "{kind, select, driver {What makes “{title}” necessary?} priority {Which priority does “{title}” serve?} objective {Which objective does “{title}” serve?} outcome {What gets better thanks to “{title}”?} change {What will people do differently thanks to “{title}”?} capability {What does “{title}” make us able to do?} initiative {Which work uses “{title}”?} other {What does “{title}” serve?}}",
  "map.question.below":
    "{kind, select, driver {What makes “{title}” necessary?} priority {Which priority carries “{title}”?} objective {What result would show “{title}”?} outcome {What do we see when “{title}” comes true?} change {What must people do differently for “{title}”?} capability {What must we be able to do for “{title}”?} initiative {Which work moves “{title}”?} system {Which system carries “{title}”?} other {Who carries “{title}”?}}",
  "map.addAction":
    "Add the {kind, select, driver {driver} priority {priority} objective {objective} outcome {outcome} change {change} capability {capability} initiative {initiative} system {system} other {team}}",
  "map.newTitle":
    "New {kind, select, driver {driver} priority {priority} objective {objective} outcome {outcome} change {change} capability {capability} initiative {initiative} system {system} team {team} indicator {indicator} assumption {assumption} other {decision}}",
  "map.addMenu": "Add an element",
  "map.empty": "Start with why",
  "map.emptyHint":
    "Add a driver or an objective, or drop a spreadsheet anywhere on this window. Each lane answers the one above it, from why to ground.",
  "map.tools": "Tools of the map",
} as const;
