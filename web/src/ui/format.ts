import type { Comparator } from "../generated/api";

/** How a target's comparator is written. */
export const signs: Readonly<Record<Comparator, string>> = {
  GTE: "≥",
  LTE: "≤",
  EQ: "=",
  GT: ">",
  LT: "<",
};

/** A number as a Chinese reader counts it: 150000000000 is 1500亿. */
export function formatNumber(value: number): string {
  const [size, unit] = value >= 1e8 ? [1e8, "亿"] : value >= 1e5 ? [1e4, "万"] : [1, ""];
  return `${(value / size).toLocaleString("en-US", { maximumFractionDigits: 4, useGrouping: false })}${unit}`;
}

/** A target's aim: ≥ 20 个. */
export function formatAim(target: {
  readonly comparator: Comparator;
  readonly value: number;
  readonly unit: string;
}): string {
  const space = target.unit === "%" ? "" : " ";
  return `${signs[target.comparator]} ${formatNumber(target.value)}${space}${target.unit}`;
}

/** The years of a plan: 2017–2019, or "" where none is stated. */
export function formatPeriod(plan: {
  readonly periodStart?: number | null;
  readonly periodEnd?: number | null;
}): string {
  const { periodStart, periodEnd } = plan;
  if (periodStart === periodEnd || !periodStart) return periodEnd ? String(periodEnd) : "";
  return periodEnd ? `${periodStart}–${periodEnd}` : `${periodStart}–`;
}
