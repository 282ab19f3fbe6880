import type { NodeKind } from "../generated/api";

type Point = readonly [x: number, y: number];

/** Corners of a regular polygon in the unit circle; turn 0 has a corner at the top. */
function regular(corners: number, turn = 0): Point[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((i + turn) / corners) * 2 * Math.PI - Math.PI / 2;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
}

function box(width: number, height: number): Point[] {
  return [
    [-width, -height],
    [width, -height],
    [width, height],
    [-width, height],
  ];
}

function star(corners: number, inner: number): Point[] {
  return regular(corners * 2).map(([x, y], i) => (i % 2 === 0 ? [x, y] : [x * inner, y * inner]));
}

function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join("L")}Z`;
}

function circle(radius: number): string {
  return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
}

/**
 * The outline of each kind of node as an SVG path in the square from -1 to 1, to be filled by the
 * even-odd rule. Kinds differ in shape as well as in colour, so that neither is needed to tell.
 */
export const shapePaths: Readonly<Record<NodeKind, string>> = {
  DOCUMENT: polygon(box(0.72, 0.92)),
  SECTION: polygon(box(0.92, 0.4)),
  TASK: circle(0.85),
  DEPARTMENT: polygon(regular(6)),
  FUNCTION: polygon(regular(4)),
  REGION: polygon(regular(5)),
  TOPIC: polygon(regular(3)),
  STANDARDS_BODY: polygon(regular(3, 0.5)),
  STANDARD: polygon(star(5, 0.5)),
  TARGET: circle(0.9) + circle(0.45),
};
