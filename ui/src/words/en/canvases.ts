/* Words of the canvases as such: their kinds, the gallery, switching from one to another, what an empty one says. */
export const canvases = {
  "canvas.kind.strategy_map": "Strategy map",
  "canvas.kind.scorecard": "Balanced scorecard",
  "canvas.kind.benefits_map": "Benefits map",
  "canvas.kind.x_matrix": "X-matrix",
  "canvas.kind.capability_map": "Capability map",
  "canvas.kind.trajectory": "Trajectory",
  "canvas.kind.delivery_outcome": "Delivery against outcome",
  "canvas.kind.free": "Free canvas",

  "canvas.for.strategy_map":
    "Shows how work answers to purpose: from drivers down to systems, in lanes, with every missing step.",
  "canvas.for.scorecard":
    "Shows objectives in the four perspectives: finance, customers, processes, learning, and what leads to what.",
  "canvas.for.benefits_map":
    "Reads from investment to benefit and back: who has to change what before an outcome is felt.",
  "canvas.for.x_matrix":
    "Puts aims, this year’s objectives, work and measures on four sides of one page, to see what supports what.",
  "canvas.for.capability_map":
    "Shows what the organisation must be able to do, where the gap is widest, and whether the money goes there.",
  "canvas.for.trajectory": "Lays work, targets and decisions along time; drag a bar to reschedule it.",
  "canvas.for.delivery_outcome":
    "Compares how far the work is with how far the result is, and names what was delivered but changed nothing.",
  "canvas.for.free":
    "Starts empty: put any elements and notes where you want them, for a workshop or one story.",

  "canvas.new": "New canvas",
  "canvas.newHint": "All canvases show the same elements; what you change on one is changed on all.",
  "canvas.gallery": "Kinds of canvases",
  "canvas.numbered": "{name} {number}",
  "canvas.title": "Title",
  "canvas.make": "Create",
  "canvas.importList": "Import a list",

  "canvas.switch": "Canvas {title}: choose another, or make one",
  "canvas.list": "Canvases",
  "canvas.do": "This canvas",
  "canvas.rename": "Title of the canvas",
  "canvas.goTo": "Go to canvas “{title}”",
  "canvas.now": "Canvas {title}",
  "canvas.lastStays": "the last one stays",
  "canvas.nowhere": "No canvas shows “{title}”.",
  "canvas.nowhereHint": "It is selected. Make a canvas that shows it, or place it on a free one.",

  "canvas.remove.head": "Remove “{title}”?",
  "canvas.remove.elements": "All elements and links stay, and stay on the other canvases.",
  "canvas.remove.nothing": "Only the canvas itself goes.",
  "canvas.remove.goes": "With it go:",
  "canvas.remove.places": "{count, plural, one {the place of # card} other {the places of # cards}}",
  "canvas.remove.notes": "{count, plural, one {# note} other {# notes}}",
  "canvas.remove.frames": "{count, plural, one {# frame} other {# frames}}",
  "canvas.remove.undo": "Undo brings it back.",
  "canvas.remove.act": "Remove the canvas",

  "action.new-canvas": "New canvas…",
  "action.rename-canvas": "Rename the canvas",
  "action.duplicate-canvas": "Duplicate the canvas",
  "action.remove-canvas": "Remove the canvas…",
  "action.next-canvas": "Next canvas",
  "action.previous-canvas": "Previous canvas",

  "canvas.empty.strategy_map": "Start with why",
  "canvas.emptyHint.strategy_map":
    "Add a driver or an objective, or drop a spreadsheet anywhere on this window. Each lane answers the one above it, from why to ground.",
  "canvas.empty.scorecard": "There are no objectives yet",
  "canvas.emptyHint.scorecard":
    "Add objectives and say which perspective each belongs to: finance, customers, processes or learning.",
  "canvas.empty.benefits_map": "Start with the benefit",
  "canvas.emptyHint.benefits_map":
    "Add the objective first, then the outcome that shows it, who has to change, and the work that makes it possible.",
  "canvas.empty.x_matrix": "There is nothing to set against each other yet",
  "canvas.emptyHint.x_matrix":
    "Add objectives, the initiatives that serve them and what measures them. Each side of the matrix is filled from these.",
  "canvas.empty.capability_map": "There are no capabilities yet",
  "canvas.emptyHint.capability_map":
    "Add what the organisation must be able to do, say how important it is and how mature, and make one part of another.",
  "canvas.empty.trajectory": "No work to place in time yet",
  "canvas.emptyHint.trajectory":
    "Add initiatives with a start and an end, or drop a project list on this window. Targets and decisions join them here.",
  "canvas.empty.delivery_outcome": "Nothing to compare yet",
  "canvas.emptyHint.delivery_outcome":
    "Add initiatives and say how far they are; measure the outcomes they promise. Then each stands here between the two.",
  "canvas.empty.free": "Room for anything",
  "canvas.emptyHint.free":
    "Add cards with the tools below, or drag elements over from the outline, whose sign is the last of the tools. By keyboard: select in another view, then “Place the selection here”.",
} as const;
