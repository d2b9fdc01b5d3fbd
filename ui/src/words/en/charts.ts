/* Words drawn on the canvases that are diagrams, and said about them. A key names its canvas. */
export const charts = {
  "chart.selected": "{count, plural, =0 {Nothing selected} one {{title}} other {# selected}}",
  "chart.moved": "Moved: {note}",

  "capabilityMap.label":
    "Capability map. Arrows go to the capability beside, Alt and down goes into one, Alt and up out of it, Enter opens, Space selects.",
  "capabilityMap.none": "Capability map. There are no capabilities yet.",
  "capabilityMap.emptyTitle": "There are no capabilities yet",
  "capabilityMap.emptyHint":
    "Add what the organisation must be able to do, say how important it is and how mature, and make one part of another.",
  "capabilityMap.mark": "Capability: {title}. {facts}",
  "capabilityMap.untitled": "Untitled",
  "capabilityMap.assessed": "Importance {importance} of 5, maturity {now} of 5, {target} wanted.",
  "capabilityMap.unassessed": "Importance, maturity or its target is not assessed.",
  "capabilityMap.hottest": "Coloured by the greatest need inside.",
  "capabilityMap.inside": "{count, plural, one {# capability inside.} other {# capabilities inside.}}",
  "capabilityMap.hidden": "{count, plural, one {# more inside} other {# more inside}}",
  "capabilityMap.balance":
    "Share of the money {money}, share of the gap {gap}. {count, plural, =0 {No initiative reaches it.} one {One initiative reaches it.} other {# initiatives reach it; a budget that reaches several is divided between them.}}",
  "capabilityMap.uncounted":
    "{count, plural, one {The budget of one of them is not known or has no rate.} other {The budgets of # of them are not known or have no rate.}}",
  "capabilityMap.importance": "Importance {importance}",
  "capabilityMap.money": "Money",
  "capabilityMap.gap": "Gap",
  "capabilityMap.scale": "Importance × gap",
  "capabilityMap.less": "none",
  "capabilityMap.more": "greatest",
  "capabilityMap.unknown": "unknown",
  "capabilityMap.bars": "Money: share of the budgets that reach it. Gap: share of all importance × gap.",
  "capabilityMap.levels": "The first {shown} of {count} levels are shown; the outline has them all.",
} as const;
