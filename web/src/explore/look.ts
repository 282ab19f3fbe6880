import type { NodeKind } from "../generated/api";
import { nodeKinds } from "../ui/kinds";
import type { DrawnNode } from "./model";

/** The colours of the picture in the theme of the page, as #rrggbb. */
export interface Palette {
  readonly kinds: Readonly<Record<NodeKind, string>>;
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly edge: string;
  readonly accent: string;
}

/** Reads the palette from the tokens of the stylesheet. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const kinds = Object.fromEntries(nodeKinds.map((kind) => [kind, token(`--kind-${kind}`)]));
  return {
    kinds: kinds as Record<NodeKind, string>,
    paper: token("--paper"),
    ink: token("--ink"),
    inkSoft: token("--ink-soft"),
    edge: token("--edge"),
    accent: token("--accent"),
  };
}

/** The radius at which a node is drawn, in pixels at the first zoom: by the root of its degree. */
export function radiusOf({ degree }: Pick<DrawnNode, "degree">): number {
  return Math.min(16, 3.5 + 1.1 * Math.sqrt(degree));
}

const labelLength = 16;

/** A label short enough to stand beside a node. */
export function shortLabel(label: string): string {
  const points = Array.from(label);
  return points.length > labelLength ? `${points.slice(0, labelLength).join("")}…` : label;
}
