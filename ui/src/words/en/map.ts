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
    "{kind, select, driver {What makes this necessary?} priority {Which priority does this carry?} objective {Which objective does this serve?} outcome {What does this change for anyone?} change {What will people do differently?} capability {What does this make possible?} initiative {Which initiative needs this?} system {What does this run on?} other {Who does this?}}",
  "map.question.below":
    "{kind, select, driver {What makes this necessary?} priority {What comes first here?} objective {What is to be reached?} outcome {What will we see when this is reached?} change {What will people do differently?} capability {What must we be able to do?} initiative {Which initiative delivers this?} system {What does this run on?} other {Who does this?}}",
  "map.addAction":
    "Add the {kind, select, driver {driver} priority {priority} objective {objective} outcome {outcome} change {change} capability {capability} initiative {initiative} system {system} other {team}}",
  "map.newTitle":
    "New {kind, select, driver {driver} priority {priority} objective {objective} outcome {outcome} change {change} capability {capability} initiative {initiative} system {system} team {team} indicator {indicator} assumption {assumption} person {person} term {term} other {decision}}",
  "map.addMenu": "Add an element",
  "map.empty": "Start with why",
  "map.emptyHint":
    "Add a driver or an objective, or drop a spreadsheet anywhere on this window. Each lane answers the one above it, from why to ground.",
  "map.tools": "Tools of the map",
} as const;
