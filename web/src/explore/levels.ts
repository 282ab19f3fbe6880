import type { NodeKind } from "../generated/api";
import type { Place } from "./layout-job";
import type { Model } from "./model";

/** The columns from left to right: who issues what, what it mandates, who carries it. */
const columns: readonly (readonly NodeKind[])[] = [
  ["REGION"],
  ["DOCUMENT"],
  ["SECTION"],
  ["TOPIC", "STANDARDS_BODY", "STANDARD"],
  ["TASK"],
  ["TARGET"],
  ["DEPARTMENT"],
  ["FUNCTION"],
];

const sweeps = 6;

/**
 * Places nodes in columns by kind. Within a column nodes stand near what they are joined to: each
 * sweep orders a column by the mean height of its nodes' neighbours.
 */
export function levels(model: Model): Map<string, Place> {
  const filled = columns
    .map((kinds) => [...model.nodes.values()].filter(({ kind }) => kinds.includes(kind)))
    .filter((column) => column.length > 0)
    .map((column) => column.map(({ id }) => id).sort());
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of model.edges) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), target]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), source]);
  }
  const height = new Map<string, number>();
  const settle = (column: string[]) => {
    column.forEach((id, i) => {
      height.set(id, (i + 0.5) / column.length);
    });
  };
  filled.forEach(settle);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? filled : [...filled].reverse()) {
      const means = new Map(column.map((id) => [id, mean(neighbours.get(id) ?? [], height)]));
      column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || (a < b ? -1 : 1));
      settle(column);
    }
  }
  const tallest = Math.max(1, ...filled.map((column) => column.length));
  const places = new Map<string, Place>();
  filled.forEach((column, i) => {
    for (const id of column) {
      const x = (i * 1.6 * tallest) / Math.max(1, filled.length - 1);
      places.set(id, { x, y: -(height.get(id) ?? 0) * tallest });
    }
  });
  return places;
}

function mean(ids: readonly string[], height: ReadonlyMap<string, number>): number {
  if (ids.length === 0) return 0.5;
  return ids.reduce((sum, id) => sum + (height.get(id) ?? 0.5), 0) / ids.length;
}
