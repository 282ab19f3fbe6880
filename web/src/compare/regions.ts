import type { RegionChoicesQuery } from "../generated/api";

/** A region that can be compared. */
export type RegionChoice = RegionChoicesQuery["regions"][number];

/** The fewest and the most regions that can be compared at once. */
export const regionCount = { least: 2, most: 8 } as const;

/** The colours of the regions of a comparison, by place; shapes tell them apart as well. */
export const regionColors = [
  "var(--kind-TASK)",
  "var(--kind-DEPARTMENT)",
  "var(--kind-FUNCTION)",
  "var(--kind-TARGET)",
  "var(--kind-REGION)",
  "var(--kind-STANDARDS_BODY)",
  "var(--kind-TOPIC)",
  "var(--kind-DOCUMENT)",
] as const;
