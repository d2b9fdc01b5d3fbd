/* Words of the outline. */
export const outline = {
  "outline.label": "Outline of the portfolio, from why to ground",
  "outline.filter": "Search rows",
  "outline.filterBy": "Search by title, owner or tag",
  "outline.filter.clear": "Show all rows",
  "outline.onlyFound": "Only with findings",
  "outline.count": "{count, plural, =0 {Nothing yet} one {# element} other {# elements}}",
  "outline.countOf": "{shown, number} of {count, plural, one {# element} other {# elements}}",
  "outline.selected": "{count, plural, one {# selected} other {# selected}}",
  "outline.add": "Add",
  "outline.link": "Link",
  "outline.show": "Show on the map",

  "outline.col.title": "Element",
  "outline.col.owner": "Owner",
  "outline.col.state": "State",
  "outline.col.findings": "Findings",

  "outline.lane":
    "{kind, select, driver {Drivers} priority {Priorities} objective {Objectives} outcome {Outcomes} change {Changes} capability {Capabilities} initiative {Initiatives} system {Systems} team {Teams} indicator {Indicators} assumption {Assumptions} decision {Decisions} person {People} other {Terms}}",
  "outline.ask":
    "{kind, select, driver {What presses from outside or inside?} priority {What comes first?} objective {What is to be reached?} outcome {What will change, and for whom?} change {What will people do differently?} capability {What must we be able to do?} initiative {What work delivers it?} system {What does it run on?} team {Who does it?} indicator {What will show it?} assumption {What is taken for granted?} decision {What was settled, and why?} person {Who answers for it?} other {Which words need one meaning?}}",
  "outline.laneCount": "{shown, number} of {all, number}",

  "outline.group":
    "{name, select, up {Contributes to} down {Carried by} measuredBy {Measured by} measures {Measures} other {Other links}}",
  "outline.group.none": "nothing yet",
  "outline.group.link": "Add a link to “{group}”",
  "outline.unsaid": "no mechanism yet",
  "outline.go": "Go to “{title}”",

  "outline.newTitle": "Title of the new element",
  "outline.rename": "Title of “{title}”",
  "outline.linked": "Linked.",
  "outline.accepted": "{count, plural, one {Link accepted} other {# links accepted}}",
  "outline.movedIn": "Now part of “{title}”.",
  "outline.movedOut": "Now part of nothing.",
  "outline.noneAbove": "Nothing of the same kind stands right above it. It stays where it is.",
  "outline.onTop": "It is not part of anything. It stays where it is.",
  "outline.findings": "{count, plural, one {# finding} other {# findings}}",

  "outline.dragHint":
    "Drag rows onto the canvas. Ctrl or ⌘ with a click takes several. Without a mouse: Ctrl or ⌘ K, “Place the selection here”.",
  "outline.keys":
    "F2: rename · Insert or Ctrl/Cmd Enter: add below · Tab: part of the row above · L: link · /: search · F1: all keys",
  "outline.help.head": "In the outline",
  "outline.help.walk": "Open or go in, fold or go out",
  "outline.help.siblings": "Open everything at this level",
  "outline.help.rename": "Edit the title, follow a link",
  "outline.help.add": "Add below",
  "outline.help.move": "Into the row above, or out",
  "outline.help.link": "Link, accept a link",
  "outline.help.mark": "Select, extend",
  "outline.help.show": "Show on the map",
  "outline.help.seek": "Search rows",
  "outline.start.title": "The whole line, from why to ground",
  "outline.start.text":
    "Each lane asks a question. Stand on one, press Insert and write the first answer; Tab makes a row a part of the one above it.",
  "outline.nothing.title": "Nothing answers to that",
  "outline.nothing.text": "No title, owner or tag holds all of these words.",
  "outline.clean.title": "No finding here",
  "outline.clean.text": "Nothing that is shown has an open finding.",
  "outline.readOnly": "You can look at everything and change nothing.",
} as const;
