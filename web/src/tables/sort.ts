import type { Value } from "./csv";

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** Orders two values: empty ones last, numbers by size, texts as Chinese dictionaries do. */
function compare(a: Value, b: Value, direction: 1 | -1): number {
  const none = (value: Value) => value === null || value === undefined || value === "";
  if (none(a) || none(b)) return Number(none(a)) - Number(none(b));
  if (typeof a === "number" && typeof b === "number") return direction * (a - b);
  return direction * collator.compare(String(a), String(b));
}

/** A sorted copy; rows that are alike keep their order. */
export function sortBy<Row>(
  rows: readonly Row[],
  value: (row: Row) => Value,
  direction: 1 | -1,
): Row[] {
  return [...rows].sort((a, b) => compare(value(a), value(b), direction));
}
