/* The outline of each kind, on a field of 14 × 14: drawn as SVG in panels and as paths on the map. */

/** `dot` is filled, `weight` is the width of the stroke. */
export const GLYPHS = {
  driver: { d: "M7 1.5v7M4 6l3 3 3-3M2 12.2h10" },
  priority: { d: "M3.2 12.6V1.6M3.2 2.2h7.6L8.9 5l1.9 2.8H3.2" },
  objective: {
    d: "M1.7 7a5.3 5.3 0 1 0 10.6 0a5.3 5.3 0 1 0-10.6 0",
    dot: "M5.4 7a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0",
  },
  outcome: { d: "M1.5 11.3 5 7.4l2.4 2L12.4 3M9 2.8h3.5v3.5" },
  change: { d: "M2 4.6h9.2M8.8 2.2l2.5 2.4-2.5 2.4M12 9.6H2.8M5.2 7.3 2.7 9.6l2.5 2.3" },
  capability: { d: "M7 1.3 12 4.1v5.8L7 12.7 2 9.9V4.1z" },
  initiative: { d: "M1.8 3.4h6M4.4 7h6.2M7 10.6h5.2", weight: 1.9 },
  system: {
    d: "M2.2 3.4a4.8 1.9 0 1 0 9.6 0a4.8 1.9 0 1 0-9.6 0M2.2 3.4v7.2c0 1 2.1 1.9 4.8 1.9s4.8-.9 4.8-1.9V3.4M2.2 7c0 1 2.1 1.9 4.8 1.9s4.8-.9 4.8-1.9",
  },
  team: {
    d: "M3 4.4a2.1 2.1 0 1 0 4.2 0a2.1 2.1 0 1 0-4.2 0M1.2 12c0-2.4 1.6-3.9 3.9-3.9s3.9 1.5 3.9 3.9M9.2 2.5a2.1 2.1 0 0 1 0 3.9M10.4 8.5c1.5.5 2.4 1.8 2.4 3.5",
  },
  indicator: { d: "M2 12V8.4M5.4 12V5.6M8.8 12V7M12.2 12V2.6" },
  assumption: { d: "M1.6 8.6c1.8-3 3.6-3 5.4 0s3.6 3 5.4 0M1.6 4.8c1.8-3 3.6-3 5.4 0s3.6 3 5.4 0" },
  decision: { d: "M7 1.4 12.6 7 7 12.6 1.4 7zM4.8 7l1.6 1.7 2.9-3.2" },
  person: { d: "M4.5 4.3a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M2.2 12.6c0-2.7 2-4.3 4.8-4.3s4.8 1.6 4.8 4.3" },
  term: { d: "M2.4 2.4h3.4L7 3.6l1.2-1.2h3.4v8.8H8.2L7 12.4l-1.2-1.2H2.4zM7 3.6v8.8" },
} as const satisfies Record<string, { d: string; dot?: string; weight?: number }>;
